//! A mistake in the words of the command, in one line: help and version as clap writes them.

use std::ffi::OsString;
use std::io::Write as _;

use breakeven::words::{self, Words};
use clap::Command;
use clap::error::{ContextKind, ContextValue, Error, ErrorKind};

use crate::out;
use crate::refusal::{Failure, quoted};

/// What becomes of the words of a command that clap did not take; `command` is what it understands.
pub fn told(error: &Error, command: impl Fn() -> Command, given: &[OsString]) -> Result<(), Failure> {
    if !error.use_stderr() {
        // Not left to the end of the process, which would keep quiet about a full disk.
        return out::settled(error.print().and_then(|()| std::io::stdout().flush()));
    }
    Err(Failure::Refused(match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            error.render().to_string().trim_end().to_owned()
        }
        ErrorKind::InvalidUtf8 => no_utf_8(command, given),
        _ => twice(error).unwrap_or_else(|| in_one_line(error)),
    }))
}

/// What clap says, without its usage, and what is nearly that.
fn in_one_line(error: &Error) -> String {
    let text = error.to_string();
    let told: Vec<_> = text.lines().take_while(|line| !line.is_empty()).map(str::trim).collect();
    let told = told.join(" ").trim_start_matches("error: ").to_owned();
    let similar = [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue];
    match similar.into_iter().find_map(|kind| error.get(kind)) {
        Some(ContextValue::String(name)) => [&told, "; similar: ", name].concat(),
        Some(ContextValue::Strings(names)) => {
            let nearest_first: Vec<_> = names.iter().rev().map(String::as_str).collect();
            [&told, "; similar: ", &nearest_first.join(", ")].concat()
        }
        _ => told,
    }
}

/// A flag that does not go with itself.
fn twice(error: &Error) -> Option<String> {
    let named = |kind| match error.get(kind) {
        Some(ContextValue::String(flag)) => flag.split_whitespace().next(),
        _ => None,
    };
    let (flag, prior) = (named(ContextKind::InvalidArg)?, named(ContextKind::PriorArg)?);
    let is_twice = error.kind() == ErrorKind::ArgumentConflict && flag == prior;
    is_twice.then(|| words::InputTwice { input: flag }.text(Words::usual()))
}

/// A word that is no UTF-8 where it is no name of a file. Clap does not tell which: it is the one after which, all up to it
/// read as well as they can be, clap has nothing against the bytes any more.
fn no_utf_8(command: impl Fn() -> Command, given: &[OsString]) -> String {
    let mut read = given.to_vec();
    let mut is_last = |at: &usize| {
        read[*at] = given[*at].to_string_lossy().into_owned().into();
        let refused = command().try_get_matches_from(&read).err();
        refused.is_none_or(|error| error.kind() != ErrorKind::InvalidUtf8)
    };
    let mut suspects = (0..given.len()).filter(|&at| given[at].to_str().is_none());
    let at = suspects.find(&mut is_last).unwrap_or_default();
    let word = given[at].to_string_lossy();
    let before = given[..at].last().map(|word| word.to_string_lossy()).unwrap_or_default();
    let (field, value) = match word.split_once('=').filter(|_| word.starts_with("--")) {
        Some(flag_and_value) => flag_and_value,
        None if before.starts_with('-') => (&*before, &*word),
        None => ("arguments", &*word),
    };
    let (field, value) = (field.trim_start_matches('-'), &quoted(value));
    words::NotReadable { field, value, allowed: "UTF-8" }.text(Words::usual())
}
