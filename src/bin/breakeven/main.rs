//! The command `breakeven`: the core on the command line.
//!
//! Exit status 0 where all went well, 2 where the input was refused, 1 where a file could not be
//! read or written, or a row of a batch was refused.
//! A refusal is one line on standard error that names field, value and allowed range.

mod archive;
mod args;
mod batch;
mod columns;
mod drivers;
mod eval;
mod figure;
mod file;
mod history;
mod language;
mod link;
mod machines;
mod mine;
mod out;
mod picture;
mod png;
mod refusal;
mod scenarios;
mod shell;
mod solve;
mod table;
mod taken;
mod units;
mod usage;
mod views;

use std::process::ExitCode;

use breakeven::words::{self, Words};
use clap::{ArgMatches, Command};

use refusal::Failure;

fn main() -> ExitCode {
    let given: Vec<_> = std::env::args_os().collect();
    let (done, words) = match command().try_get_matches_from(&given) {
        Ok(matches) => (run(&matches), language::words(&matches)),
        Err(error) => (usage::told(&error, command, &given), Words::usual()),
    };
    let failed = |reason: &str| words::Failed { reason }.text(words);
    let (line, status) = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Input(error)) => (error.message_in(words), 2),
        Err(Failure::Refused(error)) => (error, 2),
        Err(Failure::Failed(error)) => (failed(&error), 1),
        Err(Failure::Unwritable(error)) => {
            (failed(&words::CannotWriteOutput { reason: &error.to_string() }.text(words)), 1)
        }
    };
    out::say(&line);
    ExitCode::from(status)
}

/// A command: its name, what it understands under that name, and what it does.
struct Entry {
    name: &'static str,
    command: fn(&'static str) -> Command,
    run: fn(&ArgMatches) -> Result<(), Failure>,
}

/// Every command, in the order of the help.
const COMMANDS: &[Entry] = &[
    Entry { name: "eval", command: eval::command, run: eval::run },
    Entry { name: "solve", command: solve::command, run: solve::run },
    Entry { name: "drivers", command: drivers::command, run: drivers::run },
    Entry { name: "history", command: history::command, run: history::run },
    Entry { name: "machines", command: machines::command, run: machines::run },
    Entry { name: "batch", command: batch::command, run: batch::run },
    Entry { name: "link", command: link::command, run: link::run },
    Entry { name: "scenarios", command: scenarios::command, run: scenarios::run },
    Entry { name: "figure", command: figure::command, run: figure::run },
    Entry { name: "table", command: table::command, run: table::run },
    Entry {
        name: "completions",
        command: shell::completions_command,
        run: |matches| shell::completions(matches, command()),
    },
    Entry { name: "man", command: shell::man_command, run: |matches| shell::man(matches, command()) },
];

/// What `breakeven` understands.
fn command() -> Command {
    Command::new("breakeven")
        .version(env!("CARGO_PKG_VERSION"))
        .about("The break-even price of bitcoin from electricity tariff, hardware efficiency and network hash rate")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .arg(language::arg())
        .subcommands(COMMANDS.iter().map(|entry| (entry.command)(entry.name)))
}

fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let (name, matches) = matches.subcommand().expect("clap asks for a known subcommand");
    let entry = COMMANDS.iter().find(|entry| entry.name == name).expect("clap knows only these");
    (entry.run)(matches)
}
