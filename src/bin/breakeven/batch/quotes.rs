//! Where in a table a byte stands, as a reader of CSV sees it: a quote opens only where a cell begins.

use breakeven::words::{self, Words};
use csv::ByteRecord;

use crate::refusal::quoted;

/// Where the next byte stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Place {
    LineStart,
    AfterReturn,
    CellStart,
    InCell,
    InQuotes,
    /// Of a quote within quotes, which is doubled or closes them.
    AfterQuote,
}

impl Place {
    /// Where the byte after this one stands.
    pub fn after(self, byte: u8, separator: u8) -> Self {
        match (self, byte) {
            (Self::InQuotes, b'"') => Self::AfterQuote,
            (Self::InQuotes, _) | (Self::AfterQuote, b'"') => Self::InQuotes,
            (_, b'\r') => Self::AfterReturn,
            (_, b'\n') => Self::LineStart,
            (_, byte) if byte == separator => Self::CellStart,
            (Self::LineStart | Self::AfterReturn | Self::CellStart, b'"') => Self::InQuotes,
            _ => Self::InCell,
        }
    }
}

/// Follows the bytes of a table, and knows the line on which the quote was opened that is open.
pub struct Quotes {
    place: Place,
    separator: u8,
    /// How many lines have ended.
    lines: u64,
    opened: u64,
}

impl Quotes {
    /// `skipped` lines stood before the table.
    pub fn of(separator: u8, skipped: u64) -> Self {
        Self { place: Place::LineStart, separator, lines: skipped, opened: 0 }
    }

    pub fn follow(&mut self, bytes: &[u8]) {
        // As most are; then the last byte alone tells the place.
        if self.place != Place::InQuotes
            && !bytes.contains(&b'"')
            && let Some(&last) = bytes.last()
        {
            self.place = self.place.after(last, self.separator);
            self.lines += bytes.iter().filter(|&&byte| byte == b'\n').count() as u64;
            return;
        }
        for &byte in bytes {
            let was = self.place;
            self.place = was.after(byte, self.separator);
            self.lines += u64::from(byte == b'\n');
            if self.place == Place::InQuotes && was != Place::InQuotes && was != Place::AfterQuote {
                self.opened = self.lines + 1;
            }
        }
    }

    /// The line on which a quote was opened that is not closed.
    pub fn open(&self) -> Option<u64> {
        (self.place == Place::InQuotes).then_some(self.opened)
    }
}

/// Why the row is refused, or the head, within whose last cell a file ends: the quote was opened on that line.
pub fn never_closed(line: u64, row: &ByteRecord, words: &Words) -> String {
    let cell = String::from_utf8_lossy(row.iter().next_back().unwrap_or_default());
    words::BatchQuoteOpen { line: &line.to_string(), value: &quoted(cell.trim_end()) }.text(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_that_is_open_is_known_by_its_line() {
        for (table, open) in [
            ("a,b\n1,\"x\n2,y\n", Some(2)),
            ("\"a,b\n1,x\n", Some(1)),
            ("a\n\"x\ny\"\n\"z\r\n", Some(4)),
            ("a,b\r\n1,\"x \"\" y\n", Some(2)),
            ("a,b\n1,\"x\"\n", None),
            ("a,b\n1,\"x\"", None),
            ("a,b\n1,\"x\"\"\"\n", None),
            ("a,b\n1,5\" pipe\n", None),
            ("a,b\n1, \"x\n", None),
            ("a;b\n1,\"x\n", None),
            ("", None),
        ] {
            let mut quotes = Quotes::of(if table.contains(';') { b';' } else { b',' }, 0);
            table.as_bytes().chunks(3).for_each(|bytes| quotes.follow(bytes));
            assert_eq!(quotes.open(), open, "{table:?}");
        }
    }
}
