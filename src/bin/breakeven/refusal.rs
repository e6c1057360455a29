//! Why the command did not do its work.

use std::io;

/// Why the command ended without doing its work.
#[derive(Debug)]
pub enum Failure {
    /// The core refused the input.
    Input(breakeven::Error),
    /// So did the command: its words, a file that has not the form which is asked for.
    Refused(String),
    /// The environment failed: a disk, a pipe.
    Failed(String),
    /// The results have no way out.
    Unwritable(io::Error),
}

impl From<breakeven::Error> for Failure {
    fn from(error: breakeven::Error) -> Self {
        Self::Input(error)
    }
}

impl From<io::Error> for Failure {
    fn from(error: io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// What somebody typed, on one line and of bearable length.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let shown: String = text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("\"{shown}{more}\"")
}
