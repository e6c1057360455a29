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
        let (file, reason) = (&quoted(name), &error.to_string());
        Failure::Refused(words::FileWithoutInputs { file, reason }.text(words))
    })
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
