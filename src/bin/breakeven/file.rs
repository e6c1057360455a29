//! Files that are read as a whole, as far as memory surely holds them: a device or a pipe may never end.

use std::fs::File;
use std::io::{self, ErrorKind, Read};

use breakeven::words::{self, Words};

use crate::refusal::Failure;

/// Many times what a picture or a report of ours is.
const LONGEST: u64 = 64 << 20;

/// The bytes of the file of that name.
pub fn bytes(name: &str, words: &Words) -> Result<Vec<u8>, Failure> {
    told(name, File::open(name).and_then(|file| whole(file, words)), words)
}

/// The text of the file of that name, or of standard input where the name is `-`.
pub fn text(name: &str, words: &Words) -> Result<String, Failure> {
    if name != "-" {
        return utf8(name, bytes(name, words)?, words);
    }
    utf8(name, told(name, whole(io::stdin(), words), words)?, words)
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

fn utf8(name: &str, bytes: Vec<u8>, words: &Words) -> Result<String, Failure> {
    told(name, String::from_utf8(bytes).map_err(|error| io::Error::new(ErrorKind::InvalidData, error)), words)
}

fn told<T>(file: &str, read: io::Result<T>, words: &Words) -> Result<T, Failure> {
    read.map_err(|error| Failure::Failed(words::CannotRead { file, reason: &error.to_string() }.text(words)))
}
