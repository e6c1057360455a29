//! The lines of the results, as they are written.

use super::dialect::{Decimal, Dialect};

/// Lines of a table, cell by cell.
pub struct Lines {
    text: Vec<u8>,
    separator: u8,
    decimal: u8,
    digits: zmij::Buffer,
}

impl Lines {
    /// None yet, with room for so many bytes.
    pub fn with_room(dialect: Dialect, bytes: usize) -> Self {
        let decimal = if dialect.decimal == Decimal::Comma { b',' } else { b'.' };
        Self {
            text: Vec::with_capacity(bytes),
            separator: dialect.written_separator(),
            decimal,
            digits: zmij::Buffer::new(),
        }
    }

    /// A cell, in quotes where a reader would else cut it.
    pub fn cell(&mut self, bytes: &[u8]) {
        let cuts = |byte: &u8| matches!(byte, b'"' | b'\r' | b'\n') || *byte == self.separator;
        if bytes.iter().any(cuts) {
            self.quoted(bytes);
        } else {
            self.text.extend_from_slice(bytes);
        }
        self.text.push(self.separator);
    }

    fn quoted(&mut self, bytes: &[u8]) {
        self.text.push(b'"');
        for byte in bytes {
            if *byte == b'"' {
                self.text.push(b'"');
            }
            self.text.push(*byte);
        }
        self.text.push(b'"');
    }

    /// A finite number, in the fewest digits that read back as it; no number leaves the cell empty.
    pub fn number(&mut self, number: Option<f64>) {
        let Some(number) = number else { return self.cell(b"") };
        let digits = self.digits.format_finite(number).as_bytes();
        let is_simple = self.decimal == b'.' && number.abs() < 1e16;
        if is_simple {
            self.text.extend_from_slice(digits);
            self.text.push(self.separator);
        } else {
            // `1e+16`, which few write.
            let marks = digits.iter().filter(|byte| **byte != b'+');
            let marks = marks.map(|&byte| if byte == b'.' { self.decimal } else { byte });
            let digits: Vec<u8> = marks.collect();
            self.cell(&digits);
        }
    }

    /// Ends a line, which has at least one cell.
    pub fn end(&mut self) {
        if let Some(last) = self.text.last_mut() {
            *last = b'\n';
        }
    }

    /// All of them.
    pub fn into_text(self) -> Vec<u8> {
        self.text
    }
}

#[cfg(test)]
mod tests {
    use csv::WriterBuilder;

    use super::*;

    fn dialect(separator: u8, decimal: Decimal) -> Dialect {
        Dialect { separator: Some(separator), decimal, is_told: false, skipped: 0 }
    }

    #[test]
    fn cells_are_quoted_as_the_reader_of_csv_wants_them() {
        let rows: [&[&str]; 5] = [
            &["", ""],
            &["a,b", "c;d", "e\tf", "g h"],
            &["5\" pipe", "\"", "\"\"", "say \"a, b\""],
            &["two\nlines", "two\r\nlines", "\r"],
            &["#no comment", " 1 ", "Ä", "'"],
        ];
        for separator in [b',', b';', b'\t'] {
            let mut lines = Lines::with_room(dialect(separator, Decimal::Point), 0);
            let mut writer = WriterBuilder::new().delimiter(separator).flexible(true).from_writer(Vec::new());
            for row in rows {
                row.iter().for_each(|cell| lines.cell(cell.as_bytes()));
                lines.end();
                writer.write_record(row).unwrap();
            }
            let expected = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            assert_eq!(String::from_utf8(lines.into_text()).unwrap(), expected);
        }
    }

    #[test]
    fn a_number_is_written_in_the_fewest_digits_with_the_mark_of_its_file() {
        let written = |separator, decimal, number| {
            let mut lines = Lines::with_room(dialect(separator, decimal), 0);
            lines.number(number);
            lines.end();
            String::from_utf8(lines.into_text()).unwrap()
        };
        for (number, expected) in [
            (0.1 + 0.2, "0.30000000000000004\n"),
            (17957.443915363707, "17957.443915363707\n"),
            (5.0, "5.0\n"),
            (1e-7, "1e-7\n"),
            (9_007_199_254_740_993.0, "9007199254740992.0\n"),
            (1e16, "1e16\n"),
            (-1.5e300, "-1.5e300\n"),
        ] {
            assert_eq!(written(b',', Decimal::Point, Some(number)), expected);
        }
        assert_eq!(written(b';', Decimal::Comma, Some(1.5e-9)), "1,5e-9\n");
        assert_eq!(written(b',', Decimal::Comma, Some(0.5)), "\"0,5\"\n");
        assert_eq!(written(b',', Decimal::Point, None), "\n");
    }
}
