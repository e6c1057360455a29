//! Decimal numbers, each one rounding away from an `f64`.
//!
//! The standard library prints and reads every `f64` exactly, at the price of 40 KB of WebAssembly, most of it
//! tables. People write and read numbers of up to fifteen digits: for those, one division or multiplication by
//! an exact power of ten is exact too, and that is all that happens here.

use std::fmt;

/// A number as people write it: `±digits·10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: u64,
    exponent: i32,
}

/// Digits that survive the way from decimal to `f64` and back, whatever the number.
const EXACT_DIGITS: u32 = 15;

impl Decimal {
    /// `value` to so many significant digits (at most 15), zeros at the end dropped.
    pub fn significant(value: f64, digits: u32) -> Self {
        let digits = digits.min(EXACT_DIGITS) as i32; // at most 15
        let decimal = Self::at(value, exponent_of(value) + 1 - digits);
        decimal.trimmed()
    }

    /// `value` to so many decimal places.
    pub fn places(value: f64, places: u8) -> Self {
        Self::at(value, -i32::from(places))
    }

    /// The number of fewest digits that is `value` and no other `f64`; where that would take more than 15, the
    /// number of 15 digits next to it.
    pub fn shortest(value: f64) -> Self {
        let candidates = (1..EXACT_DIGITS).map(|digits| Self::significant(value, digits));
        let exact = candidates.into_iter().find(|decimal| decimal.value() == value);
        exact.unwrap_or_else(|| Self::significant(value, EXACT_DIGITS))
    }

    fn at(value: f64, exponent: i32) -> Self {
        let scaled =
            if exponent < 0 { value * power_of_ten(-exponent) } else { value / power_of_ten(exponent) };
        let digits = scaled.abs().round() as u64; // saturates; of the callers none asks for more than 15 digits
        Self { negative: value < 0.0 && digits > 0, digits, exponent }
    }

    fn trimmed(mut self) -> Self {
        while self.digits != 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.exponent += 1;
        }
        if self.digits == 0 { Self { negative: false, digits: 0, exponent: 0 } } else { self }
    }

    /// The `f64` next to the number: with up to 15 digits both operands are exact, so one operation rounds once.
    pub fn value(self) -> f64 {
        let digits = self.digits as f64; // exact up to 2⁵³
        let size = match self.exponent {
            ..0 => digits / power_of_ten(-self.exponent),
            0.. => digits * power_of_ten(self.exponent),
        };
        if self.negative { -size } else { size }
    }

    /// How many digits it is written with.
    pub fn digit_count(self) -> u32 {
        self.digits.checked_ilog10().unwrap_or(0) + 1
    }

    /// Reads `12`, `-1.5`, `2e-3`; `None` for anything else.
    pub fn parse(text: &[u8]) -> Option<Self> {
        let power_at = text.iter().position(|byte| matches!(byte, b'e' | b'E'));
        let Some(at) = power_at else { return Some(Self::mantissa(text)?.trimmed()) };
        let mut decimal = Self::mantissa(text.get(..at)?)?;
        decimal.exponent += i32::from(power(text.get(at + 1..)?)?);
        Some(decimal.trimmed())
    }

    /// Reads `12` and `-1.5`.
    fn mantissa(text: &[u8]) -> Option<Self> {
        let (negative, unsigned) = signed(text);
        let mut decimal = Self { negative, digits: 0, exponent: 0 };
        let (mut shift, mut any) = (0, false);
        for &byte in unsigned {
            if byte == b'.' && shift == 0 {
                shift = -1;
            } else {
                decimal.push(byte, shift)?;
                any = true;
            }
        }
        any.then_some(decimal)
    }

    /// Appends a digit of the whole part (`shift` 0) or of the fraction (−1). Digits beyond the nineteenth only
    /// move the point.
    fn push(&mut self, digit: u8, shift: i32) -> Option<()> {
        let digit = digit_of(digit)?;
        match self.digits.checked_mul(10).and_then(|digits| digits.checked_add(digit)) {
            Some(digits) => {
                self.digits = digits;
                self.exponent += shift;
            }
            None => self.exponent += shift + 1,
        }
        Some(())
    }

    /// In full, `separator` between thousands.
    fn written(self, minus: &str, separator: &str) -> String {
        let mut text = if self.negative { minus.to_owned() } else { String::new() };
        let digits = self.digits.to_string();
        // Places count from the point, as powers of ten; the last digit stands at `exponent`.
        let first = self.exponent + digits.len() as i32 - 1; // at most twenty digits
        for place in (self.exponent.min(0)..=first.max(0)).rev() {
            let index = usize::try_from(first - place).unwrap_or(usize::MAX);
            let digit = digits.as_bytes().get(index).copied().unwrap_or(b'0');
            text.push(char::from(digit));
            if place == 0 && self.exponent < 0 {
                text.push('.');
            } else if place > 0 && place % 3 == 0 {
                text.push_str(separator);
            }
        }
        text
    }

    /// In full, as a machine reads it.
    pub fn plain(self) -> String {
        self.written("-", "")
    }

    /// In full, with commas between thousands.
    pub fn grouped(self) -> String {
        self.written("−", ",")
    }

    /// As one digit, a point, the rest and a power of ten.
    pub fn scientific(self) -> String {
        let rest = self.digit_count() as i32 - 1; // at most 19
        let mantissa = Self { exponent: -rest, ..self };
        [&mantissa.written("−", ""), "e", &(self.exponent + rest).to_string()].concat()
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

/// Reads the power of ten of `2e-3`, as far as an `i16` goes.
fn power(text: &[u8]) -> Option<i16> {
    let (negative, unsigned) = signed(text);
    let mut power = (!unsigned.is_empty()).then_some(0_u64)?;
    for &byte in unsigned {
        power = power.checked_mul(10)?.checked_add(digit_of(byte)?)?;
    }
    let size = i64::try_from(power).ok()?;
    i16::try_from(if negative { -size } else { size }).ok()
}

/// Whether a minus stands before a number, and what comes after the sign.
fn signed(text: &[u8]) -> (bool, &[u8]) {
    match text {
        [b'-', rest @ ..] => (true, rest),
        [b'+', rest @ ..] => (false, rest),
        all => (false, all),
    }
}

fn digit_of(byte: u8) -> Option<u64> {
    byte.is_ascii_digit().then(|| u64::from(byte - b'0'))
}

/// The power of ten at or below `value`; 0 for 0.
#[inline(never)] // a kilobyte at each of its many callers otherwise
pub(crate) fn exponent_of(value: f64) -> i32 {
    let size = value.abs();
    if size == 0.0 {
        return 0;
    }
    let binary = ((size.to_bits() >> 52) & 0x7ff) as i32 - 1023; // eleven bits
    // Rounding may leave the guess one off.
    let mut exponent = (f64::from(binary) * std::f64::consts::LOG10_2).floor() as i32; // from −308 to 308
    while exponent < 308 && power_of_ten(exponent + 1) <= size {
        exponent += 1;
    }
    while exponent > -308 && power_of_ten(exponent) > size {
        exponent -= 1;
    }
    exponent
}

/// 10 to the power of `exponent`, exact from 0 to 22, and as near as one division for −1 to −22.
#[inline(never)]
pub(crate) fn power_of_ten(exponent: i32) -> f64 {
    const EXACT: [f64; 23] = [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
        1e18, 1e19, 1e20, 1e21, 1e22,
    ];
    let (mut rest, mut power) = (exponent.unsigned_abs() as usize, 1.0); // an f64 reaches 10³⁰⁸
    while rest > 22 {
        (rest, power) = (rest - 22, power * 1e22);
    }
    power *= EXACT[rest];
    if exponent < 0 { 1.0 / power } else { power }
}

/// [`f64::clamp`] without its panic, whose message alone would bring the standard library's printing of floats
/// into the module.
pub(crate) trait Within {
    /// The number of `low` to `high` that is next to this one.
    fn within(self, low: Self, high: Self) -> Self;
}

impl Within for f64 {
    fn within(self, low: Self, high: Self) -> Self {
        self.max(low).min(high)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_decade_is_right_at_its_very_ends() {
        for exponent in -22..=22 {
            let power = power_of_ten(exponent);
            assert_eq!(exponent_of(power), exponent);
            assert_eq!(exponent_of(power.next_down()), exponent - 1);
        }
        assert_eq!((exponent_of(f64::MAX), exponent_of(f64::INFINITY), exponent_of(0.0)), (308, 308, 0));
    }

    #[test]
    fn numbers_are_written_in_full_grouped_or_with_a_power() {
        let cases = [
            (1_234_567.891, "1234567.891", "1,234,567.891", "1.234567891e6"),
            (0.0023, "0.0023", "0.0023", "2.3e-3"),
            (-40_000.0, "-40000", "−40,000", "−4e4"),
            (0.0, "0", "0", "0e0"),
        ];
        for (value, plain, grouped, scientific) in cases {
            let decimal = Decimal::shortest(value);
            assert_eq!((decimal.to_string().as_str(), decimal.grouped().as_str()), (plain, grouped));
            assert_eq!(decimal.scientific(), scientific);
        }
        assert_eq!(Decimal::places(0.996, 2).to_string(), "1.00");
        assert_eq!(Decimal::significant(999.96, 3).to_string(), "1000");
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn numbers_of_up_to_fifteen_digits_are_as_the_standard_library_has_them(
            digits in 0..1_000_000_000_000_000_u64,
            exponent in -22..=7,
            shown in 1..=15_u32,
        ) {
            let text = format!("{digits}e{exponent}");
            let value = Decimal::parse(text.as_bytes()).unwrap().value();
            prop_assert_eq!(value, text.parse::<f64>().unwrap());
            if exponent >= -14 {
                prop_assert_eq!(Decimal::shortest(value).to_string(), value.to_string());
                prop_assert_eq!(Decimal::parse(value.to_string().as_bytes()).unwrap().value(), value);
            }
            let kept: u64 = digits.to_string().chars().take(shown as usize).collect::<String>().parse().unwrap();
            let short = format!("{kept}e{exponent}").parse().unwrap();
            prop_assert_eq!(Decimal::significant(short, shown).value(), short);
        }

        #[test]
        fn nothing_that_is_typed_panics(text in "[-+.,eE0-9a ]{0,40}") {
            if let Some(decimal) = Decimal::parse(text.as_bytes()) {
                prop_assert!(!decimal.value().is_nan(), "{text}");
                prop_assert!(text.parse::<f64>().is_ok(), "{text}");
            }
        }
    }
}
