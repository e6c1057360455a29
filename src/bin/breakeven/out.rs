//! What leaves the command: results on standard output, remarks on standard error.

use std::io::{self, ErrorKind, Write};

use crate::refusal::Failure;

/// Writes to standard output to the last byte; a reader that has gone away (`| head`) is no failure, a full disk is.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut out = io::stdout().lock();
    settled(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// The end of a way to standard output.
pub fn settled(written: io::Result<()>) -> Result<(), Failure> {
    match written {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => Err(Failure::Unwritable(error)),
        _ => Ok(()),
    }
}

/// One line on standard error. If nobody can be told, the exit status still tells.
pub fn say(line: &str) {
    let _ = writeln!(io::stderr(), "{line}");
}

/// A value as indented JSON with a line end.
pub fn json(value: &impl serde::Serialize) -> String {
    let text = serde_json::to_string_pretty(value).expect("keys are text and numbers finite");
    text + "\n"
}

/// Rows as CSV under the names of their fields; what is not known is empty.
pub fn csv_text(rows: &[impl serde::Serialize]) -> Result<String, Failure> {
    let failed = |error: String| Failure::Failed(error);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in rows {
        writer.serialize(row).map_err(|error| failed(error.to_string()))?;
    }
    let bytes = writer.into_inner().map_err(|error| failed(error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(error.to_string()))
}
