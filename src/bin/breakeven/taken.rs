//! What is taken along of a figure in one zip: its table as CSV, what the columns of that hold, the figure, and a text
//! that says what all of it is.

mod content;
mod csvw;
mod readme;

pub use content::Taken;

/// The files by their names; `svg` is the figure.
pub fn files(taken: &Taken, svg: String) -> Vec<(String, String)> {
    vec![
        (taken.csv_name(), taken.table.csv()),
        (taken.metadata_name(), csvw::metadata(taken)),
        (taken.svg_name(), svg),
        ("README.md".to_owned(), readme::text(taken)),
    ]
}
