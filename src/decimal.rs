//! Decimal numbers, each one rounding away from an `f64`.
//!
//! The standard library prints and reads every `f64` exactly, at the price of 40 KB of WebAssembly, most of it
//! tables. People write and read numbers of up to fifteen digits: for those, one division or multiplication by
//! an exact power of ten is exact too. All others take the slow way of [`exact`].

mod exact;

use std::fmt;

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

    /// The standard library reads and prints exactly.
    fn agrees_with_the_standard_library(text: &str) {
        let (ours, theirs) = (read(text.as_bytes(), 0), text.parse::<f64>().unwrap());
        assert_eq!(ours.map(f64::to_bits), Some(theirs.to_bits()), "{text}");
    }

    fn is_printed_as_the_standard_library_does(value: f64) {
        let decimal = Decimal::shortest(value);
        let digits = |text: &str| text.parse::<u64>().unwrap();
        let theirs = format!("{:e}", value.abs());
        let (mantissa, power) = theirs.split_once('e').unwrap();
        let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
        let exponent = power.parse::<i32>().unwrap() - fraction.len() as i32;
        assert_eq!(
            (decimal.digits, decimal.exponent),
            (digits(&(whole.to_owned() + fraction)), exponent),
            "{theirs}"
        );
        assert_eq!((decimal.negative, decimal.value()), (value < 0.0, value));
    }

    #[test]
    fn what_is_hard_to_round_is_read_as_the_standard_library_does() {
        let halfway = "2.22507385850720113605740979670913197593481954635164564802342610972482222202107694551652952390813508\
            7914149158913039621106870086438694594645527657207407820621743379988141063267329253552286881372149012\
            9811224514518898490572223072852551331557550159143974763979834118019993239622";
        for text in [
            "9007199254740993",
            "9007199254740992.999999999999999999999",
            "9007199254740993.00000000000000000000001",
            "1e23",
            "8.5e22",
            "1e22",
            "123456789012345678901234567890",
            "0.1e-6",
            "6.02214076e23",
            "1e-30",
            "2.2250738585072011e-308",
            "2.2250738585072012e-308",
            "4.9e-324",
            "2.4703282292062327e-324",
            "2.4703282292062328e-324",
            "2.47e-324",
            "1e-325",
            "1e-999999999999",
            "0e999999999999",
            "1e999999999999",
            "1.7976931348623157e308",
            "1.7976931348623158e308",
            "1.7976931348623159e308",
            "1e308",
            "1e309",
            "18446744073709551615",
            "18446744073709551616",
            "184467440737095516160",
            "1844674407370955161600000000005",
            "0.000000000000000000000000000000000000000000000000000000000000000000000000000000001",
            "100000000000000000000000000000000000000000000000000000000000000e-62",
            "-1e-400",
            "00001.50000000000000000000000",
            halfway,
            &(halfway.to_owned() + "1"),
            &(halfway.to_owned() + "e-308"),
            &(halfway.to_owned() + "1e-308"),
            &("1".to_owned() + &"0".repeat(900) + "e-900"),
            &("0.".to_owned() + &"0".repeat(900) + "7e900"),
            &("9007199254740993.".to_owned() + &"0".repeat(900) + "1"),
            &"9".repeat(400),
            &("0.".to_owned() + &"9".repeat(2000)),
        ] {
            agrees_with_the_standard_library(text);
        }
        for text in ["", ".", "-", "e5", "1e", "1e+", "1.2.3", "0x10", "1 2"] {
            assert_eq!(read(text.as_bytes(), 0), None, "{text}");
        }
    }

    #[test]
    fn what_is_hard_to_print_is_printed_as_the_standard_library_does() {
        for power in 0..2047 {
            for fraction in [0, 1, (1 << 52) - 1] {
                is_printed_as_the_standard_library_does(f64::from_bits(power << 52 | fraction));
            }
        }
        // Halfway between two of the shortest.
        for odd in 0..2000 {
            is_printed_as_the_standard_library_does(500_000_000_000_000.25 + f64::from(odd) * 0.5);
        }
        (0..2000).for_each(|bits| is_printed_as_the_standard_library_does(f64::from_bits(bits)));
    }

    /// The generator of George Marsaglia's "Xorshift RNGs" (2003).
    fn next(state: &mut u64) -> u64 {
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        *state
    }

    /// Ten million of each with `BREAKEVEN_MANY_DECIMALS` set.
    #[test]
    fn random_numbers_are_read_and_printed_as_the_standard_library_does() {
        let count = if std::env::var_os("BREAKEVEN_MANY_DECIMALS").is_some() { 10_000_000 } else { 20_000 };
        let mut state = 0x9e37_79b9_7f4a_7c15;
        for i in 0..count {
            let (digits, choice) = (next(&mut state), next(&mut state));
            let kept = digits % 10_u64.pow((choice % 20) as u32);
            let power = (choice >> 8) as i32 % 340; // either sign
            let more = next(&mut state);
            agrees_with_the_standard_library(&match i % 5 {
                0 => format!("{kept}e{power}"),
                1 => format!("{kept}.{more}e{power}"),
                2 => format!("-0.{}{kept}", "0".repeat((choice >> 40) as usize % 30)),
                3 => format!("{:e}", f64::from_bits(more)).replace("inf", "1").replace("NaN", "2"),
                // The middle between two numbers, or just beside it.
                _ => halfway(more, choice),
            });
            let value =
                if i % 2 == 0 { f64::from_bits(more) } else { kept as f64 / power_of_ten(power.abs() % 20) };
            if value.is_finite() {
                is_printed_as_the_standard_library_does(value);
            }
        }
    }

    /// The decimal in the middle of two numbers, or one unit of its last digit but one beside it.
    fn halfway(random: u64, choice: u64) -> String {
        let odd = u128::from(random >> 11 | 1 << 53 | 1); // 54 bits, the last of them half of a step
        let power = (choice % 31) as u32;
        let (middle, exponent) =
            if choice & 32 == 0 { (odd << power, 0) } else { (odd * 5_u128.pow(power), -(power as i32)) };
        let beside = [0, 1, -1][(choice >> 6) as usize % 3];
        format!("{}e{}", (middle as i128 * 10 + beside), exponent - 1)
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn rounding_to_as_many_digits_as_there_are_changes_nothing(
            digits in 0..1_000_000_000_000_000_u64,
            exponent in -22..=7,
            shown in 1..=15_u32,
        ) {
            let kept: u64 = digits.to_string().chars().take(shown as usize).collect::<String>().parse().unwrap();
            let short = format!("{kept}e{exponent}").parse().unwrap();
            prop_assert_eq!(Decimal::significant(short, shown).value(), short);
        }

        #[test]
        fn nothing_that_is_typed_panics(text in "[-+.,eE0-9a ]{0,40}") {
            let theirs = text.parse::<f64>().ok();
            prop_assert_eq!(read(text.as_bytes(), 0).map(f64::to_bits), theirs.map(f64::to_bits), "{}", text);
        }
    }
}
