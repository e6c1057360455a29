//! The one formatter: how numbers read in sentences, fields, figures and errors.

use crate::decimal::{Decimal, exponent_of};
use crate::words::{self, Count, Marks, Message, Words, with_number};

/// From here on, numbers are written with a power of ten.
const HUGE: f64 = 1e15;
/// Below it, numbers are written with a power of ten.
const TINY: f64 = 1e-6;

/// A number in full: the shortest text that reads back as it.
pub fn exact(value: f64) -> String {
    if !value.is_finite() {
        let sign = if value < 0.0 { "-" } else { "" };
        return if value.is_nan() { "NaN".to_owned() } else { [sign, "infinity"].concat() };
    }
    let decimal = Decimal::shortest(value);
    if is_plain(value) { decimal.plain() } else { decimal.scientific("-", Marks::ENGLISH) }
}

/// US dollars in full, as exact as a reader wants them: `$12,989`, `$68.73`, `$0.0523`.
pub fn usd(value: f64) -> String {
    Words::usual().usd(value)
}

/// The text of a number field, without its unit. What somebody typed stays as it was typed; a computed figure
/// is rounded to what can be read.
pub fn field(value: f64) -> String {
    Words::usual().field(value)
}

/// How numbers read in a language.
impl Words {
    /// From one number to another: `1 to 4`.
    pub fn range(&self, min: f64, max: f64) -> String {
        self.between(&self.field(min), &self.field(max))
    }

    /// From one text to another: `$0.05 to $0.07/kWh`.
    pub(crate) fn between(&self, low: &str, high: &str) -> String {
        words::Range { high, low }.text(self)
    }

    /// US dollars with the digits of a field: `$0.05`.
    pub(crate) fn amount(&self, value: f64) -> String {
        self.numbered(DOLLARS, Count::with_decimals(&self.field(value)))
    }

    /// [`usd`] in the language.
    pub fn usd(&self, value: f64) -> String {
        let (size, marks) = (value.abs(), self.marks());
        let digits = if !is_plain(size) {
            Decimal::significant(size, 3).scientific("−", marks)
        } else if size >= 999.5 {
            Decimal::places(size, 0).grouped(marks)
        } else if size >= 0.995 {
            let cents = Decimal::places(size, 2);
            let whole = Decimal::places(size, 0);
            if cents.value() == whole.value() { whole } else { cents }.grouped(marks)
        } else {
            Decimal::significant(size, 3).grouped(marks)
        };
        self.dollars(DOLLARS, value, &digits)
    }

    /// US dollars for the tick of an axis: `$40k`, `$1.2M`.
    pub(crate) fn usd_short(&self, value: f64) -> String {
        const STEPS: [(f64, Message); 4] = [
            (1e12, with_number("dollars-trillions")),
            (1e9, with_number("dollars-billions")),
            (1e6, with_number("dollars-millions")),
            (1e3, with_number("dollars-thousands")),
        ];
        let size = Decimal::significant(value.abs(), 3).value();
        let (scaled, message) = match STEPS.iter().find(|(unit, _)| size >= *unit) {
            Some((unit, message)) if size < HUGE => (size / unit, *message),
            _ => (size, DOLLARS),
        };
        let digits = Decimal::significant(scaled, 3);
        let marks = Marks { group: "", ..self.marks() };
        let text = if is_plain(scaled) { digits.grouped(marks) } else { digits.scientific("−", marks) };
        self.dollars(message, value, &text)
    }

    #[inline(never)]
    fn dollars(&self, message: Message, value: f64, digits: &str) -> String {
        [sign(value), &self.numbered(message, Count::with_decimals(digits))].concat()
    }

    /// A number rounded to so many digits.
    pub(crate) fn significant(&self, value: f64, digits: u32) -> String {
        Decimal::significant(value, digits).grouped(self.marks())
    }

    /// A number with two decimals.
    pub fn hundredths(&self, value: f64) -> String {
        Decimal::places(value, 2).grouped(self.marks())
    }

    /// [`field`] in the language: a number as a person writes it. Short ones are as they are, long ones rounded to four
    /// digits, thousands apart; a whole number below 10¹⁵ is never rounded.
    pub fn field(&self, value: f64) -> String {
        let (decimal, marks) = (readable(value), self.marks());
        if is_plain(value) { decimal.grouped(marks) } else { decimal.scientific("−", marks) }
    }
}

/// A longer number is rounded, digits.
const LONGEST: i32 = 7;

/// A number in the digits that a person writes.
fn readable(value: f64) -> Decimal {
    let shortest = Decimal::shortest(value);
    if shortest.digit_count() as i32 <= LONGEST {
        shortest // at most twenty digits
    } else if value.abs() >= 1000.0 && is_plain(value) {
        Decimal::places(value, 0)
    } else {
        Decimal::significant(value, 4)
    }
}

/// How many decimals the numbers of a column have, so that their points stand below each other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Column {
    /// As many as any of them has by itself.
    decimals: i32,
    /// The powers of ten of the smallest and of the largest.
    least: i32,
    most: i32,
}

impl Column {
    /// One without numbers.
    pub const EMPTY: Self = Self { decimals: 0, least: 400, most: -400 };

    /// With another number in it.
    pub fn add(&mut self, value: f64) {
        self.decimals = self.decimals.max(readable(value).decimals());
        if value != 0.0 {
            let exponent = exponent_of(value);
            (self.least, self.most) = (self.least.min(exponent), self.most.max(exponent));
        }
    }

    /// A number of it: the smallest has three digits, the largest four, and all have the decimals for that; each has its own
    /// where this would make the largest too long.
    pub fn written(&self, value: f64, words: &Words) -> String {
        let decimals = self.decimals.min((2 - self.least).max(3 - self.most)).max(0);
        match u8::try_from(decimals) {
            Ok(places) if decimals + self.most.max(0) < LONGEST => {
                Decimal::places(value, places).grouped(words.marks())
            }
            _ => words.field(value),
        }
    }
}

const DOLLARS: Message = with_number("dollars");

/// Whether a number is written without a power of ten.
fn is_plain(value: f64) -> bool {
    value == 0.0 || (TINY..HUGE).contains(&value.abs())
}

fn sign(value: f64) -> &'static str {
    if value < 0.0 { "−" } else { "" }
}

/// A text of this crate's in the usual language with other marks in its numbers, as another language writes them: `1,234.5`
/// becomes `1.234,5`.
#[cfg(feature = "web")]
pub fn with_separators(text: &str, decimal: &str, group: &str) -> String {
    let mut written = String::new();
    let mut characters = text.chars().peekable();
    let mut after_digit = false;
    while let Some(character) = characters.next() {
        let within = after_digit && characters.peek().is_some_and(char::is_ascii_digit);
        match character {
            words::DECIMAL if within => written.push_str(decimal),
            words::GROUP if within => written.push_str(group),
            other => written.push(other),
        }
        after_digit = character.is_ascii_digit();
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Input;

    #[test]
    fn dollars_are_as_exact_as_a_reader_wants_them() {
        let cases = [
            (12_989.4, "$12,989"),
            (68.731, "$68.73"),
            (68.0, "$68"),
            (999.7, "$1,000"),
            (0.052_34, "$0.0523"),
            (0.0, "$0"),
            (-1_234.0, "−$1,234"),
            (1_234_567.0, "$1,234,567"),
            (2.5e21, "$2.5e21"),
            (1e-300, "$1e-300"),
        ];
        for (value, text) in cases {
            assert_eq!(usd(value), text);
        }
    }

    /// `tests/packages/plurals.test.mjs` holds the table against ICU.
    #[test]
    fn numbers_have_the_marks_of_their_language() {
        let rows: Vec<_> = include_str!("../tests/vectors/marks.csv").lines().skip(1).collect();
        assert!(rows.len() >= 40);
        for row in rows {
            let [language, number, text] = row.split(';').collect::<Vec<_>>()[..] else { panic!("{row}") };
            let marks = Marks::of(language).unwrap();
            assert_eq!(
                Decimal::shortest(number.parse().unwrap()).grouped(marks),
                text,
                "{number} in {language}"
            );
        }
    }

    #[test]
    fn ticks_are_short() {
        let cases = [
            (40_000.0, "$40k"),
            (1_200_000.0, "$1.2M"),
            (0.01, "$0.01"),
            (500.0, "$500"),
            (0.0, "$0"),
            (999_600.0, "$1M"),
        ];
        for (value, text) in cases {
            assert_eq!(Words::usual().usd_short(value), text);
        }
    }

    #[test]
    fn a_field_shows_what_was_typed_and_rounds_what_was_computed() {
        assert_eq!(field(0.052_345), "0.052345");
        assert_eq!(field(263.681_234_567_8), "263.7");
        assert_eq!(field(80_308.0), "80,308");
        assert_eq!(Input::PoolFee.written(0.07), "7 %");
        assert_eq!(Input::Tariff.written(0.05), "$0.05/kWh");
    }

    #[cfg(feature = "web")]
    #[test]
    fn only_what_stands_between_digits_is_written_in_another_way() {
        let english = "At $1,234,567.5, on 2022-10-24, it pays. Not at 0.5, …";
        assert_eq!(
            with_separators(english, ",", "."),
            "At $1.234.567,5, on 2022-10-24, it pays. Not at 0,5, …"
        );
        assert_eq!(with_separators("40,000", ",", "\u{202f}"), "40\u{202f}000");
    }

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { failure_persistence: None, ..Default::default() })]

        #[test]
        fn every_number_there_is_can_be_written(bits in proptest::prelude::any::<u64>()) {
            for value in [f64::from_bits(bits), f64::INFINITY, f64::MAX, f64::MIN_POSITIVE, 5e-324, f64::NAN] {
                let texts = [exact(value), field(value), usd(value), Words::usual().usd_short(value), Words::usual().range(value, value)];
                let with_unit = Input::ALL.iter().map(|&input| input.written(value));
                proptest::prop_assert!(texts.into_iter().chain(with_unit).all(|text| !text.is_empty()));
            }
        }
    }
}
