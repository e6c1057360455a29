//! Why the command did not do its work, and the words for what only the command asks for; the core has its own.

use std::fmt::Display;

/// Why the command ended without doing its work.
#[derive(Debug)]
pub enum Failure {
    /// The input was refused: words of the command, a number, a file that has not the form which is asked for.
    Refused(String),
    /// The world was: a disk, a pipe.
    Failed(String),
}

impl From<breakeven::Error> for Failure {
    fn from(error: breakeven::Error) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Failed(error.to_string())
    }
}

/// A text that ought to be a number, or to have some other form.
pub fn unreadable(field: &str, text: &str, is_not: &str, allowed: impl Display) -> Failure {
    Failure::Refused(format!("{field}: {} is not {is_not}; allowed is {allowed}", quoted(text)))
}

/// A value outside what is allowed.
pub fn out_of_range(field: &str, value: impl Display, allowed: impl Display) -> Failure {
    Failure::Refused(format!("{field}: {value} is out of range; allowed is {allowed}"))
}

/// A value that does not go with another one.
pub fn conflict(field: &str, value: impl Display, allowed: &str) -> Failure {
    Failure::Refused(format!("{field}: {value} does not go with the rest; allowed is {allowed}"))
}

/// What somebody typed, on one line and of bearable length.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let shown: String = text.chars().take(LONGEST).map(|c| if c.is_control() { ' ' } else { c }).collect();
    let more = if text.chars().nth(LONGEST).is_some() { "…" } else { "" };
    format!("\"{shown}{more}\"")
}
