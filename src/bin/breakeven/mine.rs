//! `--inputs`: a mine from JSON, as `--format json` printed it.

use std::sync::OnceLock;

use breakeven::Inputs;
use breakeven::words::{self, Words};
use clap::Arg;

use crate::refusal::{Failure, quoted};

pub fn arg() -> Arg {
    Arg::new("inputs").long("inputs").value_name("FILE").conflicts_with_all(["scenario", "link"]).help(
        "Start from JSON: a report of this command or of the package, or its inputs; - is standard input",
    )
}

/// The inputs of a file, to the last bit.
pub fn inputs(name: &str, words: &Words) -> Result<Inputs, Failure> {
    let text = text(name, words)?;
    serde_json::from_str(&text).map_err(|error| {
        let (file, reason) = (&quoted(name), &reason(&text, &error, words));
        Failure::Refused(words::FileWithoutInputs { file, reason }.text(words))
    })
}

/// Why a text holds no inputs; what is wrong with its JSON is said as the reader of JSON says it.
fn reason(text: &str, error: &serde_json::Error, words: &Words) -> String {
    let Some(reason) = refused(text, words) else { return error.to_string() };
    let [line, column] = [error.line(), error.column()].map(|place| place.to_string());
    words::ReasonByPlace { reason: &reason, line: &line, column: &column }.text(words)
}

/// What the core does not take of the inputs in a text.
fn refused(text: &str, words: &Words) -> Option<String> {
    let data: serde_json::Value = serde_json::from_str(text).ok()?;
    let named = data.get("inputs").unwrap_or(&data).as_object()?;
    if let Some((name, _)) = named.iter().find(|(_, value)| !value.is_number()) {
        return Some(words::NotANumberByName { name }.text(words));
    }
    let numbers = named.iter().filter_map(|(name, value)| Some((name.as_str(), value.as_f64()?)));
    Some(Inputs::default().with_named(numbers).err()?.message_in(words))
}

/// The text of a file; of standard input once, however often it is asked for.
fn text(name: &str, words: &Words) -> Result<String, Failure> {
    static STANDARD_INPUT: OnceLock<String> = OnceLock::new();
    let failed = |error: std::io::Error| {
        Failure::Failed(words::CannotRead { file: name, reason: &error.to_string() }.text(words))
    };
    if name != "-" {
        return std::fs::read_to_string(name).map_err(failed);
    }
    if let Some(text) = STANDARD_INPUT.get() {
        return Ok(text.clone());
    }
    let text = std::io::read_to_string(std::io::stdin()).map_err(failed)?;
    Ok(STANDARD_INPUT.get_or_init(|| text).clone())
}
