//! Files that are read as a whole, as far as memory surely holds them: a device or a pipe may never end.

use std::fs::File;
use std::io::{self, ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use breakeven::words::{self, Words};
use clap::{Arg, ValueHint, value_parser};

use crate::refusal::Failure;

/// Many times what a picture or a report of ours is.
const LONGEST: u64 = 64 << 20;

/// The name of what is no file.
pub const STANDARD_INPUT: &str = "-";

/// The name of a file, in whatever bytes the system has it.
pub fn arg(id: &'static str) -> Arg {
    Arg::new(id).value_name("FILE").value_hint(ValueHint::FilePath).value_parser(value_parser!(PathBuf))
}

/// The bytes of the file of that name, or of standard input: of that once, however often it is asked for.
pub fn bytes(name: &Path, words: &Words) -> Result<Vec<u8>, Failure> {
    static READ: OnceLock<Vec<u8>> = OnceLock::new();
    if name != Path::new(STANDARD_INPUT) {
        return told(name, File::open(name).and_then(|file| whole(file, words)), words);
    }
    if let Some(bytes) = READ.get() {
        return Ok(bytes.clone());
    }
    let bytes = told(name, whole(io::stdin(), words), words)?;
    Ok(READ.get_or_init(|| bytes).clone())
}

/// The text of the file of that name, or of standard input.
pub fn text(name: &Path, words: &Words) -> Result<String, Failure> {
    let text = String::from_utf8(bytes(name, words)?);
    told(name, text.map_err(|error| io::Error::new(ErrorKind::InvalidData, error)), words)
}

fn whole(input: impl Read, words: &Words) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    input.take(LONGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LONGEST {
        let megabytes = &(LONGEST >> 20).to_string();
        return Err(io::Error::new(ErrorKind::FileTooLarge, words::FileTooLong { megabytes }.text(words)));
    }
    Ok(bytes)
}

fn told<T>(name: &Path, read: io::Result<T>, words: &Words) -> Result<T, Failure> {
    read.map_err(|error| {
        let (file, reason) = (&name.to_string_lossy(), &error.to_string());
        Failure::Failed(words::CannotRead { file, reason }.text(words))
    })
}
