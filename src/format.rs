//! The one formatter: how numbers read in sentences, fields, figures and errors.

use crate::decimal::Decimal;

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
    if is_plain(value) { decimal.plain() } else { decimal.scientific() }
}

/// An allowed range with its unit: `0 to 5 USD/kWh`.
pub fn range(min: f64, max: f64, unit: &str) -> String {
    let space = if unit.is_empty() { "" } else { " " };
    [&readable(min), " to ", &readable(max), space, unit].concat()
}

/// US dollars in full, as exact as a reader wants them: `$12,989`, `$68.73`, `$0.0523`.
pub fn usd(value: f64) -> String {
    let size = value.abs();
    let digits = if size >= HUGE {
        Decimal::significant(size, 3).scientific()
    } else if size >= 999.5 {
        Decimal::places(size, 0).grouped()
    } else if size >= 0.995 {
        let mut cents = Decimal::places(size, 2).grouped();
        if cents.ends_with(".00") {
            cents.truncate(cents.len() - ".00".len());
        }
        cents
    } else {
        Decimal::significant(size, 3).grouped()
    };
    [sign(value), "$", &digits].concat()
}

/// US dollars for the tick of an axis: `$40k`, `$1.2M`.
pub fn usd_short(value: f64) -> String {
    const STEPS: [(f64, &str); 4] = [(1e12, "T"), (1e9, "B"), (1e6, "M"), (1e3, "k")];
    let size = value.abs();
    let (scaled, letter) = match STEPS.iter().find(|(unit, _)| size >= *unit) {
        Some((unit, letter)) if size < HUGE => (size / unit, *letter),
        _ => (size, ""),
    };
    let digits = Decimal::significant(scaled, 3);
    let text = if is_plain(scaled) { digits.plain() } else { digits.scientific() };
    [sign(value), "$", &text, letter].concat()
}

/// The text of a number field, without its unit. What somebody typed stays as it was typed; a computed figure
/// is rounded to what can be read.
pub fn field(value: f64) -> String {
    readable(value)
}

/// A number as a person writes it: short ones as they are, long ones rounded to four digits, thousands apart;
/// a whole number is never rounded.
fn readable(value: f64) -> String {
    const LONGEST: u32 = 7;
    let shortest = Decimal::shortest(value);
    let short = shortest.digit_count() <= LONGEST;
    if !is_plain(value) {
        return if short { shortest } else { Decimal::significant(value, 4) }.scientific();
    }
    if short {
        shortest.grouped()
    } else if value.abs() >= 1000.0 {
        Decimal::places(value, 0).grouped()
    } else {
        Decimal::significant(value, 4).grouped()
    }
}

/// Whether a number is written without a power of ten.
fn is_plain(value: f64) -> bool {
    value == 0.0 || (TINY..HUGE).contains(&value.abs())
}

fn sign(value: f64) -> &'static str {
    if value < 0.0 { "−" } else { "" }
}

/// A text of this crate's with other marks in its numbers, as another language writes them: `1,234.5` becomes
/// `1.234,5`.
#[cfg(feature = "web")]
pub fn with_separators(text: &str, decimal: &str, group: &str) -> String {
    let mut written = String::new();
    let mut characters = text.chars().peekable();
    let mut after_digit = false;
    while let Some(character) = characters.next() {
        let within = after_digit && characters.peek().is_some_and(char::is_ascii_digit);
        match character {
            '.' if within => written.push_str(decimal),
            ',' if within => written.push_str(group),
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
        ];
        for (value, text) in cases {
            assert_eq!(usd(value), text);
        }
    }

    #[test]
    fn ticks_are_short() {
        let cases =
            [(40_000.0, "$40k"), (1_200_000.0, "$1.2M"), (0.01, "$0.01"), (500.0, "$500"), (0.0, "$0")];
        for (value, text) in cases {
            assert_eq!(usd_short(value), text);
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
                let texts = [exact(value), field(value), usd(value), usd_short(value), range(value, value, "")];
                let with_unit = Input::ALL.iter().map(|&input| input.written(value));
                proptest::prop_assert!(texts.into_iter().chain(with_unit).all(|text| !text.is_empty()));
            }
        }
    }
}
