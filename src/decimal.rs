//! Decimal numbers, each one rounding away from an `f64`.
//!
//! The standard library prints and reads every `f64` exactly, at the price of 40 KB of WebAssembly, most of it
//! tables. People write and read numbers of up to fifteen digits: for those, one division or multiplication by
//! an exact power of ten is exact too. All others take the slow way of [`exact`].

mod exact;

use std::fmt;

use crate::words::Marks;
use exact::Big;

/// A number as people write it: `±digits·10^exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: u64,
    exponent: i32,
}

/// Digits that survive the way from decimal to `f64` and back, whatever the number.
const EXACT_DIGITS: u32 = 15;
/// Powers of ten up to this one are exact.
const EXACT_POWER: u32 = 22;
/// Digits that tell any two of `f64` apart. Those below 10⁻³⁰⁸ are counted from there.
const MOST_DIGITS: i32 = 17;
/// As far as powers of ten and their products are no worse than a unit of the fifteenth digit.
const NEAR: std::ops::RangeInclusive<i32> = -280..=280;

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

    /// The number of fewest digits that is `value` and no other `f64`, of several the one next to it.
    pub fn shortest(value: f64) -> Self {
        // No two numbers of 15 digits are the same normal `f64`.
        if value.abs() >= f64::MIN_POSITIVE || value == 0.0 {
            let short = Self::significant(value, EXACT_DIGITS);
            if short.value() == value {
                return short;
            }
        }
        Self::shortest_by_search(value)
    }

    #[inline(never)]
    fn shortest_by_search(value: f64) -> Self {
        let (negative, size) = (value < 0.0, value.abs());
        let first = if size < f64::MIN_POSITIVE { 1 } else { EXACT_DIGITS as i32 }; // 15
        for count in first..=MOST_DIGITS {
            let exponent = exponent_of(size) + 1 - count;
            let digits = exact::scaled(size, exponent);
            // Below a power of two the numbers are closer than above: there the next one may do too.
            for digits in [digits, digits + 1] {
                let decimal = Self { negative, digits, exponent };
                if decimal.value() == value {
                    return decimal.trimmed();
                }
            }
        }
        // No finite number comes here.
        Self { negative, digits: u64::MAX, exponent: 308 }
    }

    fn at(value: f64, exponent: i32) -> Self {
        let scaled =
            if exponent < 0 { value * power_of_ten(-exponent) } else { value / power_of_ten(exponent) };
        let digits = if NEAR.contains(&exponent) || !value.is_finite() {
            scaled.abs().round() as u64 // saturates; of the callers none asks for more than 15 digits
        } else {
            exact::scaled(value.abs(), exponent)
        };
        Self { negative: value < 0.0 && digits > 0, digits, exponent }
    }

    fn trimmed(mut self) -> Self {
        while self.digits != 0 && self.digits.is_multiple_of(10) {
            self.digits /= 10;
            self.exponent += 1;
        }
        if self.digits == 0 { Self { negative: false, digits: 0, exponent: 0 } } else { self }
    }

    /// The `f64` next to the number, of two the even one.
    pub fn value(self) -> f64 {
        const EXACT_INTEGERS: u64 = 1 << 53;
        let size = if self.digits <= EXACT_INTEGERS && self.exponent.unsigned_abs() <= EXACT_POWER {
            // Both operands are exact, so that one operation rounds once.
            let digits = self.digits as f64;
            let power = power_of_ten(self.exponent.abs());
            if self.exponent < 0 { digits / power } else { digits * power }
        } else {
            exact::nearest(Big::of(self.digits), self.exponent)
        };
        if self.negative { -size } else { size }
    }

    /// How many digits it is written with.
    pub fn digit_count(self) -> u32 {
        self.digits.checked_ilog10().unwrap_or(0) + 1
    }

    /// How many digits stand behind the point.
    pub fn decimals(self) -> i32 {
        (-self.exponent).max(0)
    }

    /// In full, with these marks.
    fn written(self, minus: &str, marks: Marks) -> String {
        let mut text = if self.negative { minus.to_owned() } else { String::new() };
        let digits = digits_of(self.digits);
        // Places count from the point, as powers of ten; the last digit stands at `exponent`.
        let first = self.exponent + digits.len() as i32 - 1; // at most twenty digits
        for place in (self.exponent.min(0)..=first.max(0)).rev() {
            let index = usize::try_from(first - place).unwrap_or(usize::MAX);
            let digit = digits.as_bytes().get(index).copied().unwrap_or(b'0');
            text.push(char::from(digit));
            if place == 0 && self.exponent < 0 {
                text.push_str(marks.decimal);
            } else if place > 0 && place % 3 == 0 && first + 1 >= marks.grouped_from {
                text.push_str(marks.group);
            }
        }
        text
    }

    /// In full, as a machine reads it.
    pub fn plain(self) -> String {
        self.written("-", Marks::PLAIN)
    }

    /// In full, with these marks between thousands and before decimals.
    pub fn grouped(self, marks: Marks) -> String {
        self.written("−", marks)
    }

    /// As one digit, a point, the rest and a power of ten; `minus` stands before what is negative.
    pub fn scientific(self, minus: &str, marks: Marks) -> String {
        let rest = self.digit_count() as i32 - 1; // at most 19
        let mantissa = Self { exponent: -rest, ..self };
        let power = self.exponent + rest;
        let sign = if power < 0 { "-" } else { "" };
        // Of the width that the digits have, so that one printing of whole numbers does for both.
        let power = digits_of(u64::from(power.unsigned_abs()));
        [&mantissa.written(minus, Marks { group: "", ..marks }), "e", sign, &power].concat()
    }
}

fn digits_of(number: u64) -> String {
    let mut text = String::new();
    push_digits(&mut text, number);
    text
}

/// Adds the digits of a whole number, without the formatting of the standard library.
pub(crate) fn push_digits(text: &mut String, number: u64) {
    if number > 9 {
        push_digits(text, number / 10);
    }
    text.push(char::from(b'0' + (number % 10) as u8)); // one digit
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.plain())
    }
}

/// Reads `12`, `-1.5`, `2e-3` times `10^shift`, as the `f64` next to it, whatever its length; infinity beyond the
/// largest. `None` for anything else.
pub(crate) fn read(text: &[u8], shift: i32) -> Option<f64> {
    let at = text.iter().position(|byte| matches!(byte, b'e' | b'E'));
    let (mantissa, power) = match at {
        Some(at) => (text.get(..at)?, power(text.get(at + 1..)?)?),
        None => (text, 0),
    };
    let power = power + shift;
    let (negative, mantissa) = signed(mantissa);
    let mut decimal = Decimal { negative, digits: 0, exponent: power };
    let (mut shift, mut any, mut lost) = (0, false, false);
    for &byte in mantissa {
        if byte == b'.' && shift == 0 {
            shift = -1;
            continue;
        }
        let digit = digit_of(byte)?;
        any = true;
        let longer = decimal.digits.checked_mul(10).and_then(|digits| digits.checked_add(digit));
        match longer {
            Some(digits) if !lost => {
                decimal.digits = digits;
                decimal.exponent += shift;
            }
            _ => {
                lost |= digit != 0;
                decimal.exponent += shift + 1;
            }
        }
    }
    any.then(|| if lost { read_long(negative, mantissa, power) } else { decimal.value() })
}

/// Reads what has more digits than a `u64`.
#[inline(never)]
fn read_long(negative: bool, mantissa: &[u8], power: i32) -> f64 {
    /// No number halfway between two of `f64` has as many; of the rest it matters only whether it is nothing.
    const ENOUGH: i64 = 2_700; // bits: 800 digits
    let (mut digits, mut exponent, mut shift, mut more) = (Big::of(0), power, 0, 0);
    for &byte in mantissa {
        match digit_of(byte) {
            None => shift = -1,
            Some(digit) if digits.bits() < ENOUGH => {
                digits.times(10, digit as u32); // one digit
                exponent += shift;
            }
            Some(digit) => {
                more |= digit;
                exponent += shift + 1;
            }
        }
    }
    digits.times(10, u32::from(more > 0));
    let size = exact::nearest(digits, exponent - 1);
    if negative { -size } else { size }
}

/// Reads the power of ten of `2e-3`; what is too far to matter is cut.
pub(crate) fn power(text: &[u8]) -> Option<i32> {
    const FARTHEST: i32 = 1 << 27; // more than any text has zeros; an i32 holds ten times as much
    let (negative, unsigned) = signed(text);
    let mut power = (!unsigned.is_empty()).then_some(0_i32)?;
    for &byte in unsigned {
        power = (power * 10 + i32::from(byte.is_ascii_digit().then(|| byte - b'0')?)).min(FARTHEST);
    }
    Some(if negative { -power } else { power })
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
mod tests;
