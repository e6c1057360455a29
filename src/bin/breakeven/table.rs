//! `breakeven table`: what a figure shows, as numbers.

use breakeven::figure::{self, Table, TableInWords};
use clap::{ArgMatches, Command};

use crate::columns;
use crate::out::{json, print};
use crate::refusal::Failure;
use crate::{args, language, views};

pub fn command(name: &'static str) -> Command {
    args::with_mine(Command::new(name))
        .about("Print the numbers behind a figure")
        .long_about(
            "Print the numbers behind a figure: a row for each round value along its x axis, a column for each break-even, \
             in USD per bitcoin. Where no price breaks even, its cell is empty (null in JSON) and a column `reason` says why.",
        )
        .arg(views::arg())
        .arg(views::along_arg())
        .arg(args::table_format_arg().default_value("csv"))
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let view = views::view(matches)?;
    let state = args::state(matches)?;
    let plot =
        figure::plot_in(view, views::asked(matches, &state)?, &state.inputs, language::words(matches))?;
    print(&match args::format(matches) {
        "text" => text(TableInWords::of(&plot, &state.inputs)),
        "json" => json(&Table::of(&plot)),
        _ => Table::of(&plot).csv(),
    })
}

/// What the figure shows in a sentence, the table, and what it assumes.
fn text(TableInWords { caption, heads, rows, assumed, .. }: TableInWords) -> String {
    let is_number =
        |text: &String| text.starts_with(|first: char| first.is_ascii_digit() || "−$".contains(first));
    let columns: Vec<_> = heads
        .iter()
        .enumerate()
        .map(|(place, head)| {
            let is_number = rows.iter().all(|row| row[place].is_empty() || is_number(&row[place]));
            if is_number { columns::numbers(head, 0) } else { columns::words(head, 0) }
        })
        .collect();
    [&caption, "\n\n", &columns::table(&columns, &rows), "\n", &assumed, "\n"].concat()
}
