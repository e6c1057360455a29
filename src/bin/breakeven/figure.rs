//! `breakeven figure`: a figure as an SVG file.

use std::path::PathBuf;

use breakeven::figure::{self, Size, View, svg};
use clap::ArgMatches;

use crate::{Failure, args, print};

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
