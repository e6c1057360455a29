//! `--inputs`: a mine from JSON, as `--format json` printed it.

use std::path::Path;

use breakeven::Inputs;
use breakeven::inputs::Named;
use breakeven::words::{self, Words};
use clap::Arg;

use crate::file;
use crate::refusal::{Failure, quoted};

pub fn arg() -> Arg {
    file::arg("inputs").long("inputs").conflicts_with_all(["scenario", "link"]).help(
        "Start from JSON: a report of this command or of the package, or its inputs; - is standard input. What it tells is taken to be certain",
    )
}

/// The inputs of a file, to the last bit.
pub fn inputs(name: &Path, words: &Words) -> Result<Inputs, Failure> {
    read(&file::text(name, words)?, words).map_err(|reason| {
        let (file, reason) = (&quoted(&name.to_string_lossy()), &reason);
        Failure::Refused(words::FileWithoutInputs { file, reason }.text(words))
    })
}

/// The inputs in a text, or why there are none; what is wrong with its JSON is said as the reader of JSON says it.
fn read(text: &str, words: &Words) -> Result<Inputs, String> {
    serde_json::from_str::<Named>(text).map_err(|error| error.to_string())?.inputs(words)
}
