//! The bytes of a file as UTF-8, and its beginning before the rest is read.

use std::fs::File;
use std::io::{self, Cursor, Read};
use std::path::Path;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};
use encoding_rs_io::DecodeReaderBytesBuilder;

use breakeven::words::{self, Words};

use super::dialect::NEVER;
use super::quotes::Place;
use crate::file;
use crate::refusal::Failure;

/// What is looked at to tell separator and decimal mark: some thousand rows.
const SAMPLE: u64 = 1 << 16;

/// A file whose beginning is known.
pub struct Source {
    /// The beginning; all of it where the file is short.
    pub sample: Vec<u8>,
    /// Whether the file goes on after it.
    pub goes_on: bool,
    rest: Box<dyn Read + Send>,
}

impl Source {
    /// The file of that name; `-` is standard input.
    pub fn open(name: &Path, words: &Words) -> Result<Self, Failure> {
        let unreadable = |error: io::Error| {
            let (file, reason) = (&name.to_string_lossy(), &error.to_string());
            Failure::Failed(words::CannotRead { file, reason }.text(words))
        };
        let bytes: Box<dyn Read + Send> = if name == Path::new(file::STANDARD_INPUT) {
            Box::new(io::stdin())
        } else {
            Box::new(File::open(name).map_err(unreadable)?)
        };
        Self::of(bytes).map_err(unreadable)
    }

    fn of(mut bytes: Box<dyn Read + Send>) -> io::Result<Self> {
        let mut first = Vec::new();
        bytes.as_mut().take(4).read_to_end(&mut first)?;
        // What has a mark at its beginning is read as that says. What is no UTF-8 passes as it is.
        let mut rest = DecodeReaderBytesBuilder::new()
            .utf8_passthru(true)
            .strip_bom(true)
            .encoding(unmarked_utf_16(&first))
            .build(Cursor::new(first).chain(bytes));
        let mut sample = Vec::new();
        rest.by_ref().take(SAMPLE).read_to_end(&mut sample)?;
        Ok(Self { goes_on: sample.len() as u64 == SAMPLE, sample, rest: Box::new(rest) })
    }

    /// Whether there is nothing in it but blanks.
    pub fn is_blank(&self) -> bool {
        !self.goes_on && self.sample.trim_ascii().is_empty()
    }

    /// All of it but the first `skipped` bytes of the sample.
    pub fn bytes(self, skipped: usize) -> Box<dyn Read + Send> {
        let beginning = self.sample.get(skipped..).unwrap_or_default().to_vec();
        Box::new(Cursor::new(beginning).chain(self.rest))
    }
}

/// A table begins with letters of the alphabet: in UTF-16, a zero stands beside each.
fn unmarked_utf_16(first: &[u8]) -> Option<&'static Encoding> {
    match first {
        [letter, 0, ..] if *letter != 0 => Some(UTF_16LE),
        [0, letter, ..] if *letter != 0 => Some(UTF_16BE),
        _ => None,
    }
}

/// A file of one column, its blank lines as `""`: there, a blank line is a row whose cell is empty, which a reader
/// of CSV would pass over.
pub struct BlankLines<R> {
    input: R,
    place: Place,
    /// Bytes that were read and are not handed on yet, from `at`.
    ready: Vec<u8>,
    at: usize,
}

impl<R: Read> BlankLines<R> {
    pub fn of(input: R) -> Self {
        Self { input, place: Place::LineStart, ready: Vec::new(), at: 0 }
    }

    fn push(&mut self, byte: u8) {
        let is_blank =
            matches!((self.place, byte), (Place::LineStart, b'\n' | b'\r') | (Place::AfterReturn, b'\r'));
        if is_blank {
            self.ready.extend(*b"\"\"");
        }
        self.ready.push(byte);
        self.place = self.place.after(byte, NEVER);
    }
}

impl<R: Read> Read for BlankLines<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.at == self.ready.len() {
            let mut bytes = [0; 1 << 13];
            let read = self.input.read(&mut bytes)?;
            self.ready.clear();
            self.at = 0;
            bytes.iter().take(read).for_each(|&byte| self.push(byte));
        }
        let count = self.ready.get(self.at..).unwrap_or_default().read(buffer)?;
        self.at += count;
        Ok(count)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_line_becomes_an_empty_cell_and_nothing_else_changes() {
        let cases = [
            ("a\n\n1\n", "a\n\"\"\n1\n"),
            ("a\r\n\r\n1\r\n", "a\r\n\"\"\r\n1\r\n"),
            ("a\n\"x\n\n\"\"y\n\n\"\n\n", "a\n\"x\n\n\"\"y\n\n\"\n\"\"\n"),
            ("5\"\" pipe\n\n", "5\"\" pipe\n\"\"\n"),
            ("a\r\r1\r\"b\r\r\"\r", "a\r\"\"\r1\r\"b\r\r\"\r"),
            ("a\n1", "a\n1"),
            ("", ""),
        ];
        for (text, expected) in cases {
            let mut read = String::new();
            BlankLines::of(text.as_bytes()).read_to_string(&mut read).unwrap();
            assert_eq!(read, expected, "{text:?}");
        }
    }
}
