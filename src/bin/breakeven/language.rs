//! `--language`: in which language the command prints what it found; its help is English.

use breakeven::words::Words;
use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Arg, ArgMatches};

/// One flag for all commands; not worth a line of every help while there is one language.
pub fn arg() -> Arg {
    let codes = PossibleValuesParser::new(known().map(Words::code));
    Arg::new("language")
        .long("language")
        .value_name("CODE")
        .global(true)
        .hide(known().count() == 1)
        .value_parser(codes.try_map(|code| of_code(&code)))
        .help("The language of results and remarks [default: en]")
}

/// The language that was asked for, English where none was.
pub fn words(matches: &ArgMatches) -> &'static Words {
    // A command that a test takes by itself has no such flag.
    let asked = matches.try_get_one::<&'static Words>("language").ok().flatten();
    asked.copied().unwrap_or(Words::usual())
}

fn of_code(code: &str) -> Result<&'static Words, breakeven::Error> {
    known().find(|words| words.code() == code).map_or_else(|| Words::from_code(code), Ok)
}

#[cfg(not(test))]
fn known() -> impl Iterator<Item = &'static Words> {
    Words::ALL.iter()
}

#[cfg(test)]
fn known() -> impl Iterator<Item = &'static Words> {
    Words::ALL.iter().chain([&tests::PSEUDO])
}

#[cfg(test)]
pub mod tests;
