//! `breakeven link`: a mine as a short text for an address, which `--link` reads back.

use breakeven::permalink::{self, State};
use clap::{Arg, ArgMatches, Command};

use crate::out::print;
use crate::{Failure, args};

pub fn command() -> Command {
    args::with_inputs(Command::new("link"))
        .about("Print a mine as a short text for an address, which --link reads")
        .arg(
            Arg::new("view")
                .long("view")
                .value_name("VIEW")
                .help("The figure that it opens with: tariff, bar"),
        )
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let start = args::start(matches)?;
    let view = matches.get_one::<String>("view").map_or(Ok(start.view), |view| view.parse())?;
    args::tell_of_unknown_fees(matches)?;
    let inputs = args::inputs_over(start.inputs, matches)?;
    print(&(permalink::write(&State { inputs, view, ..start }) + "\n"))
}
