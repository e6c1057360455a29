//! Why the command did not do its work.

use std::io;

pub use breakeven::words::quoted;

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
