//! Tables of text, whose columns are as wide as their widest cell.

use breakeven::words::Words;

/// A column: what stands over it, how wide it is at least, and on which side its cells lie.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    head: &'a str,
    least: usize,
    is_number: bool,
    gap: usize,
}

/// A column of words.
pub const fn words(head: &str, least: usize) -> Column<'_> {
    Column { head, least, is_number: false, gap: 2 }
}

/// A column of numbers, which lie on the right.
pub const fn numbers(head: &str, least: usize) -> Column<'_> {
    Column { head, least, is_number: true, gap: 2 }
}

impl Column<'_> {
    /// With so many spaces before it.
    pub const fn after(self, gap: usize) -> Self {
        Self { gap, ..self }
    }
}

/// The lines of a table: its heads, where it has any, and its rows.
pub fn table(columns: &[Column], rows: &[impl AsRef<[String]>]) -> String {
    let heads: Vec<_> = columns.iter().map(|column| column.head.to_owned()).collect();
    let has_heads = heads.iter().any(|head| !head.is_empty());
    let lines = || has_heads.then_some(&heads[..]).into_iter().chain(rows.iter().map(AsRef::as_ref));
    let mut widths: Vec<_> = columns.iter().map(|column| column.least).collect();
    for line in lines() {
        for (width, cell) in widths.iter_mut().zip(line) {
            *width = cell.chars().count().max(*width);
        }
    }
    let mut text = String::new();
    for line in lines() {
        for ((column, width), (place, cell)) in columns.iter().zip(&widths).zip(line.iter().enumerate()) {
            let gap = if place == 0 { 0 } else { column.gap };
            text += &" ".repeat(gap);
            text += &if column.is_number { format!("{cell:>width$}") } else { format!("{cell:<width$}") };
        }
        text.truncate(text.trim_end_matches(' ').len());
        text.push('\n');
    }
    text
}

/// A number with so many decimals and thousands together.
pub fn fixed(value: f64, places: usize, words: &Words) -> String {
    format!("{value:.places$}").replace('-', "−").replace('.', words.marks().decimal)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_wider_than_its_head_moves_all_of_its_column() {
        let columns = [words("mine", 5), numbers("price", 0), words("note", 0).after(3)];
        let rows = [["a", "$1", ""], ["Шахта №1", "$1,234,567", "dear"]].map(|row| row.map(String::from));
        let expected = "mine           price   note\na                 $1\nШахта №1  $1,234,567   dear\n";
        assert_eq!(table(&columns, &rows), expected);
    }

    #[test]
    fn a_table_without_heads_has_no_line_of_them() {
        let rows = [["a", "1"].map(String::from)];
        assert_eq!(table(&[words("", 3), numbers("", 4).after(1)], &rows), "a      1\n");
    }
}
