//! How a file writes its table: what stands between its columns, and what before its decimals.

use breakeven::typed::Writing;
use breakeven::words::{self, Words};
use clap::ArgMatches;
use csv::{ByteRecord, ReaderBuilder};

use super::heads;
use crate::language;
use crate::refusal::{Failure, quoted};

/// How a table is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dialect {
    /// What stands between columns; none where there is one column.
    pub separator: Option<u8>,
    pub decimal: Decimal,
    /// Whether a flag says so.
    pub is_told: bool,
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
pub const NEVER: u8 = 0x1f;
/// Columns that are looked at.
const COLUMNS: usize = 1000;
const SEPARATORS: [(u8, &str); 4] = [(b',', "comma"), (b';', "semicolon"), (b'\t', "tab"), (b'|', "pipe")];

impl Dialect {
    /// What the flags say, else what the beginning of a file shows.
    pub fn of(sample: &[u8], whole: bool, matches: &ArgMatches) -> Result<Self, Failure> {
        let (first, skipped) = first_line(sample, language::words(matches))?;
        let table = sample.get(skipped..).unwrap_or_default();
        let separator = match separator_flag(matches)? {
            Some(separator) => Some(separator),
            None => first.or_else(|| separator_of(table)),
        };
        let separator = separator.filter(|&separator| head(table, separator).len() > 1);
        let told = decimal_flag(matches)?;
        let decimal = told.unwrap_or_else(|| decimal_of(table, whole, separator));
        Ok(Self { separator, decimal, is_told: told.is_some(), skipped })
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
    pub fn remark(self, words: &Words) -> Option<&'static str> {
        match (self.separator, self.decimal) {
            (None, Decimal::Comma) => Some(words.batch_one_column_decimal_comma()),
            (Some(b','), Decimal::Comma) => Some(words.batch_commas_decimal_comma()),
            (Some(b';'), Decimal::Comma) => Some(words.batch_semicolons_decimal_comma()),
            (Some(b';'), Decimal::Point) => Some(words.batch_semicolons_decimal_point()),
            (Some(b'\t'), Decimal::Comma) => Some(words.batch_tabs_decimal_comma()),
            (Some(b'\t'), Decimal::Point) => Some(words.batch_tabs_decimal_point()),
            _ => None,
        }
    }

    /// How a cell is written, as far as the file tells.
    fn writing(self) -> Writing {
        let decimal = match self.decimal {
            Decimal::Point => Some('.'),
            Decimal::Comma => Some(','),
            Decimal::Either => None,
        };
        Writing { decimal, percent: false }
    }

    /// Reads a cell of the input `field` with `parse`, the core's own reader of what people write.
    ///
    /// # Errors
    /// Where it is refused, with what helps.
    pub fn read<T>(
        self,
        field: &str,
        text: &str,
        words: &Words,
        parse: impl Fn(&str, Writing) -> breakeven::Result<T>,
    ) -> Result<T, String> {
        // A machine's own number, but for the comma: it is read the quick way.
        let read = match self.machine_form(text) {
            Some(machines) => parse(&machines, Writing { decimal: Some('.'), ..Writing::PLAIN }),
            None => parse(text, self.writing()),
        };
        // Nothing tells which mark it is: so a lone point may part thousands, too, as a lone comma may.
        if let (Ok(_), Decimal::Either) = (&read, self.decimal)
            && let Some(whole) = without_thousands(text)
            && parse(&whole, self.writing()).is_ok()
        {
            let allowed = &words::TwoWays { one: &whole, other: &trimmed(text) }.text(words);
            let refusal = &words::TwoReadings { field, value: &quoted(text), allowed }.text(words);
            return Err(words::BatchTwoReadings { refusal }.text(words));
        }
        match (read, self.decimal) {
            (Ok(value), _) => Ok(value),
            (Err(error), Decimal::Either) if error.is_ambiguous() => {
                Err(words::BatchTwoReadings { refusal: &error.message_in(words) }.text(words))
            }
            // Whoever gave the flag has said which of the marks parts thousands.
            (Err(error), decimal) if error.is_ambiguous() && self.is_told => {
                let thousands = if decimal == Decimal::Comma { '.' } else { ',' };
                parse(&text.replace(thousands, ""), self.writing()).map_err(|error| error.message_in(words))
            }
            (Err(error), _) => Err(error.message_in(words)),
        }
    }

    fn machine_form(self, text: &str) -> Option<String> {
        let is_plain = |byte: u8| matches!(byte, b'0'..=b'9' | b',' | b'-' | b'e' | b'E');
        let fits = self.decimal == Decimal::Comma && count_of(text, b',') <= 1 && text.bytes().all(is_plain);
        fits.then(|| text.replace(',', "."))
    }
}

/// A number without its point, where that may part thousands.
fn without_thousands(text: &str) -> Option<String> {
    let (_, number, after) = number_in(text)?;
    (mark_of(number, after) == Mark::PointOrThousands).then(|| text.replace('.', ""))
}

/// A number without the zeros at the end of its decimals.
fn trimmed(text: &str) -> String {
    let Some((before, number, after)) = number_in(text) else { return text.to_owned() };
    [before, number.trim_end_matches('0').trim_end_matches('.'), after].concat()
}

/// How often a mark stands in a short text.
fn count_of(text: &str, mark: u8) -> usize {
    text.bytes().filter(|byte| *byte == mark).count()
}

fn separator_flag(matches: &ArgMatches) -> Result<Option<u8>, Failure> {
    let Some(text) = matches.get_one::<String>("separator") else { return Ok(None) };
    separator_named(text, language::words(matches)).map(Some)
}

/// A separator by its name or as it is.
fn separator_named(text: &str, words: &Words) -> Result<u8, Failure> {
    let found = SEPARATORS.iter().find(|(byte, name)| text == *name || text.as_bytes() == [*byte]);
    found.map(|(byte, _)| *byte).ok_or_else(|| {
        let names = SEPARATORS.map(|(_, name)| name).join(", ");
        unknown_mark("separator", text, &names, words)
    })
}

fn decimal_flag(matches: &ArgMatches) -> Result<Option<Decimal>, Failure> {
    match matches.get_one::<String>("decimal").map(String::as_str) {
        None => Ok(None),
        Some("point" | ".") => Ok(Some(Decimal::Point)),
        Some("comma" | ",") => Ok(Some(Decimal::Comma)),
        Some(other) => {
            let names = ["point", "comma"].join(", ");
            Err(unknown_mark("decimal", other, &names, language::words(matches)))
        }
    }
}

fn unknown_mark(field: &str, text: &str, allowed: &str, words: &Words) -> Failure {
    Failure::Refused(words::Unknown { field, value: &quoted(text), allowed }.text(words))
}

/// The separator of a line `sep=;`, and how long that line is.
fn first_line(sample: &[u8], words: &Words) -> Result<(Option<u8>, usize), Failure> {
    let line = sample.split_inclusive(|byte| *byte == b'\n').next().unwrap_or_default();
    let separator = match line.trim_ascii() {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] => char::from(*separator),
        // Of a tab, trimming left nothing.
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'='] if line.contains(&b'\t') => '\t',
        _ => return Ok((None, 0)),
    };
    Ok((Some(separator_named(&separator.to_string(), words)?), line.len()))
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
    let (points, commas) = (count_of(number, b'.'), count_of(number, b','));
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
    use breakeven::Input;

    use super::*;

    fn of(table: &str) -> Dialect {
        Dialect::of(table.as_bytes(), true, &super::super::command("batch").get_matches_from(["batch", "-"]))
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
            ("tariff|hours\n", Some(b'|')),
            ("sep=;\ntariff;hours\n", Some(b';')),
            ("sep=|\ntariff|hours\n", Some(b'|')),
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

    fn read(decimal: Decimal, is_told: bool, input: Input, text: &str) -> Result<f64, String> {
        let dialect = Dialect { separator: None, decimal, is_told, skipped: 0 };
        dialect.read(input.spec().id, text, Words::usual(), |text, writing| input.parse_as(text, writing))
    }

    #[test]
    fn a_cell_is_read_as_a_flag_is_with_the_marks_of_its_file() {
        const ALL: [Decimal; 3] = [Decimal::Comma, Decimal::Point, Decimal::Either];
        for (decimals, input, texts, value) in [
            (&ALL[..], Input::PoolFee, "2 %|2%|0.02|0,02|2e-2|0,2e-1", 0.02),
            (&ALL, Input::Tariff, "0.05|0,05|5 ¢|5 ¢/kWh|$ 0.05 /kWh|50 $/MWh|5e-2", 0.05),
            (&ALL, Input::Efficiency, "1.000.000|1,000,000|1 000 000|1e6", 1e6),
            (&ALL, Input::Price, "40k|$40k|40 000|40,000.00|40.000,00|4e4", 40_000.0),
            (&ALL[1..], Input::Price, "40,000", 40_000.0),
            (&ALL[..1], Input::Price, "40.000", 40_000.0),
            (&ALL[..1], Input::Price, "1.234,5|1234,5|1 234,5|1.2345e3", 1234.5),
            (&ALL[..1], Input::Efficiency, "29,500|29,5", 29.5),
            (&ALL[1..2], Input::Efficiency, "29.500|29.5|29,5", 29.5),
        ] {
            for (&decimal, text) in decimals.iter().flat_map(|d| texts.split('|').map(move |text| (d, text)))
            {
                assert_eq!(read(decimal, false, input, text), Ok(value), "{decimal:?} {text:?}");
            }
        }
    }

    #[test]
    fn a_cell_that_may_be_two_numbers_is_refused_unless_a_flag_tells() {
        for (decimal, text) in [
            (Decimal::Comma, "29.500"),
            (Decimal::Point, "29,500"),
            (Decimal::Either, "29,500"),
            (Decimal::Either, "29.500"),
        ] {
            let refused = read(decimal, false, Input::Efficiency, text).unwrap_err();
            assert!(refused.contains("write 29500 or 29.5"), "{refused}");
            assert_eq!(refused.contains("--decimal"), decimal == Decimal::Either, "{refused}");
        }
        assert_eq!(read(Decimal::Comma, true, Input::Efficiency, "29.500"), Ok(29_500.0));
        assert_eq!(read(Decimal::Point, true, Input::Efficiency, "29,500"), Ok(29_500.0));
    }
}
