//! `--inputs`: a mine from JSON, as `--format json` printed it.

use std::sync::OnceLock;

use breakeven::Inputs;
use breakeven::inputs::Named;
use breakeven::words::{self, Words};
use clap::Arg;

use crate::file;
use crate::refusal::{Failure, quoted};

pub fn arg() -> Arg {
    Arg::new("inputs").long("inputs").value_name("FILE").conflicts_with_all(["scenario", "link"]).help(
        "Start from JSON: a report of this command or of the package, or its inputs; - is standard input. What it tells is taken to be certain",
    )
}

/// The inputs of a file, to the last bit.
pub fn inputs(name: &str, words: &Words) -> Result<Inputs, Failure> {
    read(&text(name, words)?, words).map_err(|reason| {
        let (file, reason) = (&quoted(name), &reason);
        Failure::Refused(words::FileWithoutInputs { file, reason }.text(words))
    })
}

/// The inputs in a text, or why there are none; what is wrong with its JSON is said as the reader of JSON says it.
fn read(text: &str, words: &Words) -> Result<Inputs, String> {
    serde_json::from_str::<Named>(text).map_err(|error| error.to_string())?.inputs(words)
}

/// The text of a file; of standard input once, however often it is asked for.
fn text(name: &str, words: &Words) -> Result<String, Failure> {
    static STANDARD_INPUT: OnceLock<String> = OnceLock::new();
    if name != "-" {
        return file::text(name, words);
    }
    if let Some(text) = STANDARD_INPUT.get() {
        return Ok(text.clone());
    }
    let text = file::text(name, words)?;
    Ok(STANDARD_INPUT.get_or_init(|| text).clone())
}
