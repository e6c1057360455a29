//! `breakeven link`: a mine as a short text for an address, which `--link` reads back.

use breakeven::{View, permalink};
use clap::{Arg, ArgMatches, Command};

use crate::args;
use crate::out::print;
use crate::refusal::Failure;

pub fn command(name: &'static str) -> Command {
    args::with_mine(Command::new(name))
        .about("Print a mine as a short text for an address, which --link reads")
        .arg(
            Arg::new("view")
                .long("view")
                .value_name("VIEW")
                .help(format!("The figure that it opens with: {}", View::ids())),
        )
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let mut state = args::state(matches)?;
    if let Some(view) = matches.get_one::<String>("view") {
        state.view = View::from_id(view)?;
    }
    print(&(permalink::write(&state) + "\n"))
}
