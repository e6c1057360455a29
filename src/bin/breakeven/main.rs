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
mod scenarios;
mod solve;

use std::process::ExitCode;

use clap::ArgMatches;

/// Why the command ended without doing its work.
enum Failure {
    /// The input was refused.
    Refused(breakeven::Error),
    /// A file was: it has not the form that is asked for.
    Unusable(String),
    /// The world was: a disk, a pipe.
    Failed(String),
}

impl From<breakeven::Error> for Failure {
    fn from(error: breakeven::Error) -> Self {
        Self::Refused(error)
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

fn main() -> ExitCode {
    let matches = match args::command().try_get_matches() {
        Ok(matches) => matches,
        Err(error) => return usage(&error),
    };
    match run(&matches) {
        Ok(()) => ExitCode::SUCCESS,
        Err(Failure::Refused(error)) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        Err(Failure::Unusable(error)) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
        Err(Failure::Failed(error)) => {
            eprintln!("breakeven: {error}");
            ExitCode::FAILURE
        }
    }
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
        _ => unreachable!("clap asks for a known subcommand"),
    }
}

/// Help and version as clap writes them; a mistake in the words of the command in one line.
fn usage(error: &clap::Error) -> ExitCode {
    if error.use_stderr() && error.kind() != clap::error::ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    {
        let text = error.to_string();
        let told: Vec<_> = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
        eprintln!("{}", told.join(" ").trim_start_matches("error: "));
    } else {
        // Nothing is lost if the reader of a help text has gone away.
        let _ = error.print();
    }
    ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2))
}

/// Writes to standard output; a reader that has gone away (`| head`) is no failure.
fn print(text: &str) -> Result<(), Failure> {
    use std::io::Write;
    match std::io::stdout().lock().write_all(text.as_bytes()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => Err(error.into()),
        _ => Ok(()),
    }
}

/// A value as indented JSON with a line end.
fn json(value: &impl serde::Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("keys are text and numbers finite");
    text + "\n"
}

/// Rows as CSV under the names of their fields; what is not known is empty.
fn csv_text(rows: &[impl serde::Serialize]) -> Result<String, Failure> {
    let failed = |error: String| Failure::Failed(error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}
