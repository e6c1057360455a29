//! `breakeven batch`: one mine a row, results appended, in constant memory and on all cores.
//!
//! The reader cuts the rows into chunks, the workers take them in turn, and the writer asks the workers for
//! their results in the same turn: so the order holds, and a slow end of the chain holds up the other.

mod pipeline;
mod plan;

use std::fs::File;
use std::io::Read;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use crate::{Failure, args};
use plan::Plan;

pub fn command() -> Command {
    let command = args::with_inputs(Command::new("batch"))
        .about("Read mines from a CSV file, one a row, and write the same rows with their results")
        .long_about(
            "Read mines from a CSV file, one a row, and write the same rows with their results.\n\n\
             A column whose name is the id of an input, `difficulty` or `scenario` sets it; an empty cell leaves \
             the value that the flags set. Other columns pass through unchanged. A row that is refused has the \
             reason in the column `error`, the rest goes on, and the exit status is 1.",
        );
    command
        .arg(Arg::new("file").required(true).value_name("FILE").help("The CSV file; - is standard input"))
        .arg(args::format_arg().default_value("csv").value_parser(PossibleValuesParser::new(["csv"])))
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let mut rows = pipeline::reader(input(matches)?);
    let plan = Plan::of(rows.byte_headers().map_err(unreadable)?, matches)?;
    let failed = pipeline::run(rows, &plan)?;
    match failed {
        0 => Ok(()),
        1 => Err(Failure::Failed("1 row was refused; its column `error` has the reason".to_owned())),
        _ => Err(Failure::Failed(format!("{failed} rows were refused; their column `error` has the reason"))),
    }
}

fn input(matches: &ArgMatches) -> Result<Box<dyn Read + Send>, Failure> {
    let name = matches.get_one::<String>("file").map_or("-", String::as_str);
    if name == "-" {
        return Ok(Box::new(std::io::stdin()));
    }
    match File::open(name) {
        Ok(file) => Ok(Box::new(file)),
        Err(error) => Err(Failure::Failed(format!("cannot read {name}: {error}"))),
    }
}

fn unreadable(error: csv::Error) -> Failure {
    Failure::Failed(format!("the rows cannot be read: {error}"))
}
