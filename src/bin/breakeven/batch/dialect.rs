//! How a file writes its table: what stands between its columns, and what before its decimals.

use std::borrow::Cow;

use clap::ArgMatches;
use csv::{ByteRecord, ReaderBuilder};

use super::heads;
use crate::refusal::{Failure, out_of_range, quoted};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dialect {
    /// What stands between columns; none where there is one column.
    pub separator: Option<u8>,
    pub decimal: Decimal,
    /// Bytes before the head: the line `sep=;`, which Excel writes.
    pub skipped: usize,
}

/// What stands before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decimal {
    /// `1,234.5`
    Point,
    /// `1.234,5`
    Comma,
    /// Nothing in the file tells, or both stand in it: a cell that may be either is refused.
    Either,
}

/// No key types it: with it for a separator a line is one cell.
const NEVER: u8 = 0x1f;
/// Columns that are looked at.
const COLUMNS: usize = 1000;
const SEPARATORS: [(u8, &str); 3] = [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab")];

impl Dialect {
    /// What the flags say, else what the beginning of a file shows.
    pub fn of(sample: &[u8], whole: bool, matches: &ArgMatches) -> Result<Self, Failure> {
        let (first, skipped) = first_line(sample);
        let table = sample.get(skipped..).unwrap_or_default();
        let separator = match separator_flag(matches)? {
            Some(separator) => Some(separator),
            None => first.or_else(|| separator_of(table)),
        };
        let separator = separator.filter(|&separator| head(table, separator).len() > 1);
        let decimal = match decimal_flag(matches)? {
            Some(decimal) => decimal,
            None => decimal_of(table, whole, separator),
        };
        Ok(Self { separator, decimal, skipped })
    }

    /// The separator that cuts a line into cells.
    pub fn read_separator(self) -> u8 {
        self.separator.unwrap_or(NEVER)
    }

    /// The separator of the results: that of the file, so that its table stays one.
    pub fn written_separator(self) -> u8 {
        self.separator.unwrap_or(if self.decimal == Decimal::Comma { b';' } else { b',' })
    }

    /// What is not as most files have it, in one line.
    pub fn remark(self) -> Option<String> {
        let separator = self.separator.map(|separator| {
            SEPARATORS.iter().find(|(byte, _)| *byte == separator).map_or("", |(_, name)| name)
        });
        let decimal = if self.decimal == Decimal::Comma { "comma" } else { "point" };
        match (separator, self.decimal) {
            (None | Some("comma"), Decimal::Point | Decimal::Either) => None,
            (None, Decimal::Comma) => Some(
                "one column, numbers with a decimal comma; the results have semicolons between columns"
                    .into(),
            ),
            (Some(separator), _) => {
                Some(format!("a {separator} between columns and a decimal {decimal}, read and written"))
            }
        }
    }

    /// The text of a number with a point before its decimals and nothing between its thousands, whatever stands
    /// around it.
    pub fn plain(self, text: &str) -> Result<Cow<'_, str>, String> {
        let marks = |mark| memchr_count(text, mark);
        let (points, commas) = (marks(b'.'), marks(b','));
        if commas == 0 && (points == 0 || self.decimal == Decimal::Point) {
            return Ok(Cow::Borrowed(text));
        }
        let Some((before, number, after)) = number_in(text) else { return Ok(Cow::Borrowed(text)) };
        let mark = match (mark_of(number, after), self.decimal) {
            (Mark::None, _) => return Ok(Cow::Borrowed(text)),
            (Mark::Point, _) | (Mark::PointOrThousands, Decimal::Point) => '.',
            (Mark::Comma, _) | (Mark::CommaOrThousands, Decimal::Comma) => ',',
            (Mark::PointOrThousands, Decimal::Comma) => ',',
            (Mark::CommaOrThousands, Decimal::Point) => '.',
            (Mark::PointOrThousands | Mark::CommaOrThousands, Decimal::Either) => {
                let bare = number.replace([',', '.'], "");
                let broken = number.replace(',', ".");
                return Err(format!(
                    "{} may be {broken} or {bare}; allowed with --decimal point or --decimal comma",
                    quoted(text)
                ));
            }
        };
        let thousands = if mark == '.' { ',' } else { '.' };
        let mut plain = String::with_capacity(text.len());
        plain.push_str(before);
        plain.extend(number.chars().filter(|c| *c != thousands).map(|c| if c == mark { '.' } else { c }));
        plain.push_str(after);
        Ok(Cow::Owned(plain))
    }
}

/// How often a mark stands in a short text.
fn memchr_count(text: &str, mark: u8) -> usize {
    text.bytes().filter(|byte| *byte == mark).count()
}

fn separator_flag(matches: &ArgMatches) -> Result<Option<u8>, Failure> {
    let Some(text) = matches.get_one::<String>("separator") else { return Ok(None) };
    let found = SEPARATORS.iter().find(|(byte, name)| text == name || text.as_bytes() == [*byte]);
    match found {
        Some((byte, _)) => Ok(Some(*byte)),
        None => Err(out_of_range("separator", quoted(text), "comma, semicolon, tab")),
    }
}

fn decimal_flag(matches: &ArgMatches) -> Result<Option<Decimal>, Failure> {
    match matches.get_one::<String>("decimal").map(String::as_str) {
        None => Ok(None),
        Some("point" | ".") => Ok(Some(Decimal::Point)),
        Some("comma" | ",") => Ok(Some(Decimal::Comma)),
        Some(other) => Err(out_of_range("decimal", quoted(other), "point, comma")),
    }
}

/// The separator of a line `sep=;`, and how long that line is.
fn first_line(sample: &[u8]) -> (Option<u8>, usize) {
    let line = sample.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    match line.trim_ascii() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => (Some(*separator), line.len()),
        // Of a tab, trimming left nothing.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] if line.contains(&b'\t') => (Some(b'\t'), line.len()),
        _ => (None, 0),
    }
}

/// The separator with which the head has most columns that are known, then most columns.
fn separator_of(table: &[u8]) -> Option<u8> {
    let fit = |separator| {
        let head = head(table, separator);
        (head.iter().take(COLUMNS).filter(|name| heads::is_known(name)).count(), head.len())
    };
    let fits = SEPARATORS.map(|(separator, _)| (separator, fit(separator)));
    let best = fits.into_iter().reduce(|best, other| if other.1 > best.1 { other } else { best })?;
    (best.1.1 > 1).then_some(best.0)
}

fn head(table: &[u8], separator: u8) -> ByteRecord {
    let mut rows = ReaderBuilder::new().delimiter(separator).flexible(true).from_reader(table);
    rows.byte_headers().cloned().unwrap_or_default()
}

/// What the numbers of the sample show.
fn decimal_of(table: &[u8], whole: bool, separator: Option<u8>) -> Decimal {
    // The last line of a part may be cut off.
    let end = if whole { None } else { table.iter().rposition(|byte| *byte == b'\n') };
    let table = table.get(..end.unwrap_or(table.len())).unwrap_or_default();
    let mut rows =
        ReaderBuilder::new().delimiter(separator.unwrap_or(NEVER)).flexible(true).from_reader(table);
    let Ok(head) = rows.byte_headers().cloned() else { return Decimal::Either };
    let numbers: Vec<_> = (0..head.len().min(COLUMNS)).filter(|i| heads::is_number(&head[*i])).collect();
    let (mut commas, mut points) = (false, false);
    let mut row = ByteRecord::new();
    while let Ok(true) = rows.read_byte_record(&mut row) {
        for cell in numbers.iter().filter_map(|i| std::str::from_utf8(row.get(*i)?).ok()) {
            match number_in(cell).map(|(_, number, after)| mark_of(number, after)) {
                Some(Mark::Comma) => commas = true,
                Some(Mark::Point) => points = true,
                _ => {}
            }
        }
    }
    match (commas, points, separator) {
        (true, false, _) => Decimal::Comma,
        (false, true, _) => Decimal::Point,
        // A comma that stands between columns is seldom one that stands in numbers too.
        (false, false, Some(b',')) => Decimal::Point,
        _ => Decimal::Either,
    }
}

/// The digits of a number and the marks between them, and what stands before and after.
fn number_in(text: &str) -> Option<(&str, &str, &str)> {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    let start = text.find(is_part)?;
    let (before, rest) = text.split_at_checked(start)?;
    let end = rest.find(|c: char| !is_part(c)).unwrap_or(rest.len());
    let (number, after) = rest.split_at_checked(end)?;
    Some((before, number, after))
}

/// What the marks of a number are, taken by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// It has none, or some that make no sense.
    None,
    /// The decimal mark is a point: `0.05`, `1,234.5`, `1,234,567`.
    Point,
    /// The decimal mark is a comma: `0,05`, `1.234,5`, `1.234.567`.
    Comma,
    /// `29.500`
    PointOrThousands,
    /// `29,500`
    CommaOrThousands,
}

/// The same, of a number that a power of ten may follow: nobody writes thousands there.
fn mark_of(number: &str, after: &str) -> Mark {
    match number_mark(number) {
        Mark::PointOrThousands if after.starts_with(['e', 'E']) => Mark::Point,
        Mark::CommaOrThousands if after.starts_with(['e', 'E']) => Mark::Comma,
        mark => mark,
    }
}

fn number_mark(number: &str) -> Mark {
    let (points, commas) = (memchr_count(number, b'.'), memchr_count(number, b','));
    let by = |decimal: char, thousands: char| {
        let (whole, decimals) = number.split_once(decimal).unwrap_or((number, ""));
        if decimals.contains(thousands) {
            return false;
        }
        let groups: Vec<_> = whole.split(thousands).collect();
        match groups.as_slice() {
            [_] => true,
            [first, rest @ ..] => {
                (1..=3).contains(&first.len())
                    && !first.starts_with('0')
                    && rest.iter().all(|group| group.len() == 3)
            }
            [] => false,
        }
    };
    let grouped = |mark: char| {
        let (whole, decimals) = number.split_once(mark).unwrap_or((number, ""));
        decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0')
    };
    match (points, commas) {
        (1, 0) if grouped('.') => Mark::PointOrThousands,
        (0, 1) if grouped(',') => Mark::CommaOrThousands,
        (1, 0) => Mark::Point,
        (0, 1) => Mark::Comma,
        (0 | 1, 2..) if by('.', ',') => Mark::Point,
        (2.., 0 | 1) if by(',', '.') => Mark::Comma,
        (1, 1) if by('.', ',') => Mark::Point,
        (1, 1) if by(',', '.') => Mark::Comma,
        _ => Mark::None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(table: &str) -> Dialect {
        Dialect::of(table.as_bytes(), true, &super::super::command().get_matches_from(["batch", "-"]))
            .unwrap()
    }

    #[test]
    fn the_separator_is_the_one_that_makes_known_columns() {
        for (table, separator) in [
            ("tariff,hours\n", Some(b',')),
            ("tariff;hours\n", Some(b';')),
            ("tariff\thours\n", Some(b'\t')),
            ("tariff\n", None),
            ("name, of the site;tariff\n", Some(b';')),
            ("\"Tariff; in all (USD/kWh)\",hours\n", Some(b',')),
            ("sep=;\ntariff;hours\n", Some(b';')),
            ("sep=\t\r\ntariff\thours\r\n", Some(b'\t')),
        ] {
            assert_eq!(of(table).separator, separator, "{table:?}");
        }
    }

    #[test]
    fn the_decimal_mark_is_what_no_other_reading_allows() {
        for (table, decimal) in [
            ("tariff;hours\n0,05;88\n", Decimal::Comma),
            ("tariff;hours\n0.05;88\n", Decimal::Point),
            ("tariff;price\n0;1.234,5\n", Decimal::Comma),
            ("tariff;price\n0;1,234,567\n", Decimal::Point),
            ("tariff;price\n0;29,500\n", Decimal::Either),
            ("tariff,price\n0,\"29,500\"\n", Decimal::Point),
            ("tariff;hours\n0,05;88.5\n", Decimal::Either),
            ("tariff\n0,05\n", Decimal::Comma),
            ("note;tariff\n0.05;1\n", Decimal::Either),
        ] {
            assert_eq!(of(table).decimal, decimal, "{table:?}");
        }
    }

    #[test]
    fn a_number_is_read_with_the_marks_of_its_file_or_refused() {
        let plain = |decimal, text: &str| {
            Dialect { separator: None, decimal, skipped: 0 }.plain(text).map(Cow::into_owned)
        };
        for (decimal, text, read) in [
            (Decimal::Comma, "29,500", "29.500"),
            (Decimal::Comma, "29.500", "29500"),
            (Decimal::Comma, "$ 1.234.567,5 /kWh", "$ 1234567.5 /kWh"),
            (Decimal::Comma, "0.05", "0.05"),
            (Decimal::Comma, "1.234e5", "1.234e5"),
            (Decimal::Point, "29,500", "29500"),
            (Decimal::Point, "29.500", "29.500"),
            (Decimal::Point, "0,05", "0.05"),
            (Decimal::Either, "0,05", "0.05"),
            (Decimal::Either, "1.234,5", "1234.5"),
            (Decimal::Either, "1,23,4", "1,23,4"),
            (Decimal::Either, "many", "many"),
        ] {
            assert_eq!(plain(decimal, text).as_deref(), Ok(read), "{decimal:?} {text:?}");
        }
        let refused = plain(Decimal::Either, "29,500").unwrap_err();
        assert!(refused.contains("may be 29.500 or 29500"), "{refused}");
    }
}
