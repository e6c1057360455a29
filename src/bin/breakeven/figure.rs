//! `breakeven figure`: a figure as an SVG file.

use std::path::PathBuf;

use breakeven::figure::{self, Size, View, svg};
use clap::{Arg, ArgMatches, Command, value_parser};

use crate::out::print;
use crate::{Failure, args};

pub fn command() -> Command {
    args::with_inputs(Command::new("figure"))
        .about("Write a figure as SVG")
        .arg(Arg::new("view").required(true).help("Which figure: tariff, bar"))
        .arg(args::number("width", "Width in CSS pixels").default_value("760"))
        .arg(args::number("height", "Height in CSS pixels").default_value("420"))
        .arg(
            Arg::new("output")
                .short('o')
                .long("output")
                .value_name("FILE")
                .value_parser(value_parser!(PathBuf))
                .help("Where to write it; standard output where nothing is named"),
        )
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let view: View = matches.get_one::<String>("view").map_or("", String::as_str).parse()?;
    let size = Size::new(args::plain_number(matches, "width")?, args::plain_number(matches, "height")?)?;
    let text = svg::write(&figure::draw(view, &args::inputs(matches)?, size));
    match matches.get_one::<PathBuf>("output") {
        None => print(&text),
        Some(path) => std::fs::write(path, text)
            .map_err(|error| Failure::Failed(format!("cannot write {}: {error}", path.display()))),
    }
}
