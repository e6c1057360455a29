//! The command `breakeven`: the core on the command line.
//!
//! Exit status 0 where all went well, 2 where the input was refused, 1 where a file could not be
//! read or written, or a row of a batch was refused.
//! A refusal is one line on standard error that names field, value and allowed range.

mod args;
mod batch;
mod drivers;
mod eval;
mod figure;
mod history;
mod link;
mod machines;
mod mine;
mod out;
mod png;
mod refusal;
mod scenarios;
mod shell;
mod solve;

use std::io::Write;
use std::process::ExitCode;

use clap::ArgMatches;

use refusal::Failure;

fn main() -> ExitCode {
    let done = match args::command().try_get_matches() {
        Ok(matches) => run(&matches),
        Err(error) => usage(&error),
    };
    let (line, status) = match done {
        Ok(()) => return ExitCode::SUCCESS,
        Err(Failure::Refused(error)) => (error, 2),
        Err(Failure::Failed(error)) => (format!("breakeven: {error}"), 1),
    };
    out::say(&line);
    ExitCode::from(status)
}

fn run(matches: &ArgMatches) -> Result<(), Failure> {
    match matches.subcommand() {
        Some(("eval", matches)) => eval::run(matches),
        Some(("solve", matches)) => solve::run(matches),
        Some(("drivers", matches)) => drivers::run(matches),
        Some(("batch", matches)) => batch::run(matches),
        Some(("link", matches)) => link::run(matches),
        Some(("scenarios", matches)) => scenarios::run(matches),
        Some(("history", matches)) => history::run(matches),
        Some(("machines", matches)) => machines::run(matches),
        Some(("figure", matches)) => figure::run(matches),
        Some(("completions", matches)) => shell::completions(matches),
        Some(("man", matches)) => shell::man(matches),
        _ => unreachable!("clap asks for a known subcommand"),
    }
}

/// Help and version as clap writes them; a mistake in the words of the command in one line.
fn usage(error: &clap::Error) -> Result<(), Failure> {
    use clap::error::ErrorKind;
    if !error.use_stderr() {
        // Not left to the end of the process, which would keep quiet about a full disk.
        return out::settled(error.print().and_then(|()| std::io::stdout().flush()));
    }
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return Err(Failure::Refused(error.render().to_string().trim_end().to_owned()));
    }
    let text = error.to_string();
    let told: Vec<_> = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
    Err(Failure::Refused(told.join(" ").trim_start_matches("error: ").to_owned()))
}
