//! `breakeven table`: what a figure shows, as numbers.

use breakeven::figure::{self, Table};
use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};

use crate::out::{json, print};
use crate::refusal::Failure;
use crate::{args, language, views};

pub fn command() -> Command {
    args::with_inputs(Command::new("table"))
        .about("Print the numbers behind a figure")
        .long_about(
            "Print the numbers behind a figure: a row for each round value along its x axis, a column for each break-even, \
             in USD per bitcoin. Where no price breaks even, its cell is empty (null in JSON) and a column `reason` says why.",
        )
        .arg(views::arg())
        .arg(views::along_arg())
        .arg(args::format_arg().default_value("csv").value_parser(PossibleValuesParser::new(["csv", "json"])))
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let view = views::view(matches)?;
    let along = views::along(matches)?;
    let inputs = args::inputs(matches)?;
    let table = Table::of(&figure::plot_in(view, along, &inputs, language::words(matches))?);
    print(&if args::wants_json(matches) { json(&table) } else { table.csv() })
}
