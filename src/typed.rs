//! What people type for a number: `40,000`, `0,05`, `1 000`, `40k`, `5 ¢/kWh`, `2 %`.
//!
//! A text is taken where it can be understood in one way only. Which of point and comma parts the decimals is
//! known in a field, whose own numbers show it; in a flag or a cell it is not.

use std::cell::Cell;
use std::ops::RangeInclusive;

use crate::decimal;
use crate::error::{Error, Result};
use crate::format;
use crate::words::DECIMAL;
use crate::words::later::Later;

/// How a text is written, as far as that is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Writing {
    /// The mark before the decimals, `.` or `,`; `None` where that is not known.
    pub decimal: Option<char>,
    /// Whether a share without a sign is in per cent.
    pub percent: bool,
}

impl Writing {
    /// As a flag, an attribute or a cell has it: `0.02` of a share are two per cent, as `2 %` are.
    pub const PLAIN: Self = Self { decimal: None, percent: false };

    /// As a field has it that shows its unit: `2` of a share are two per cent, and `0.02` a fiftieth of one.
    pub const fn field(decimal: char) -> Self {
        Self { decimal: Some(decimal), percent: true }
    }

    /// The mark before the decimals in a field of the usual language.
    #[cfg(feature = "web")]
    pub(crate) const USUAL_DECIMAL: char = read_as(DECIMAL);
}

/// Which of point and comma a language's mark before decimals is read as.
const fn read_as(mark: char) -> char {
    if mark == ',' { ',' } else { '.' }
}

/// How well a reading goes with what is asked for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// Outside the allowed range.
    Refused,
    Allowed,
    /// Where people are: on the slider.
    Usual,
}

/// What a text was taken for.
#[doc(hidden)]
#[derive(Debug)]
pub enum Reading {
    Number(f64),
    /// The same marks make one of two numbers: the ways to write the one and the other.
    Either([String; 2]),
    Nothing,
}

/// Reads a number with what stands around it. `power` tells the power of ten that the words before and after it
/// amount to, if they mean anything; `fit` decides where a mark may part either thousands or decimals.
///
/// Not by `dyn`: what is called through a table cannot be left to the second part of the page's module.
pub(crate) fn read(
    text: &str,
    decimal: Option<char>,
    power: impl Fn(&[u8], &[u8]) -> Option<i32>,
    fit: impl Fn(f64) -> Fit,
) -> Reading {
    // A machine's own form, as most cells have it.
    if decimal != Some(',')
        && let Some(power) = power(b"", b"")
        && let Some(value) = decimal::read(text.as_bytes(), power)
    {
        return number_or_nothing(value);
    }
    let plain = plain(text);
    let Some(parts) = Parts::of(&plain) else { return Reading::Nothing };
    let after: Vec<u8> = parts.after.iter().copied().filter(|byte| *byte != b' ').collect();
    let Some(power) = power(parts.before, &after) else { return Reading::Nothing };
    let ways = Ways::of(&parts, decimal, power);
    ways.chosen(ways.both().map(|values| values.map(fit)), parts.after)
}

/// The digits of a number whose last mark parts decimals, and of one whose marks all part thousands: what they can be.
struct Ways {
    pointed: Option<Vec<u8>>,
    grouped: Option<Vec<u8>>,
    negative: bool,
    power: i32,
    /// Of the digits too.
    exponent: i32,
    /// Whether it stands in a field, which parts thousands itself.
    in_field: bool,
}

impl Ways {
    #[inline(never)] // here and below: once for all that `read` is made for
    fn of(parts: &Parts, decimal: Option<char>, power: i32) -> Self {
        let &Parts { number, exponent, negative, .. } = parts;
        let point = number.iter().rposition(|byte| matches!(byte, b'.' | b','));
        let mark = point.and_then(|at| number.get(at).copied());
        let once = number.iter().filter(|byte| Some(**byte) == mark).count() == 1;
        let other = number.iter().any(|byte| matches!(byte, b'.' | b',') && Some(*byte) != mark);
        // Alone, and not the mark of decimals, it may part thousands as well; nobody writes a power of ten after those.
        let either = once && !other && exponent == 0 && mark.map(char::from) != Some(decimal.unwrap_or('.'));
        let pointed = point.filter(|_| once).and_then(|point| bare(number, Some(point)));
        let grouped = if either || !once { bare(number, None) } else { None };
        Self { pointed, grouped, negative, power, exponent, in_field: decimal.is_some() }
    }

    #[inline(never)]
    fn value(&self, digits: &[u8], power: i32) -> f64 {
        let size = decimal::read(digits, power + self.exponent).unwrap_or(f64::NAN);
        if self.negative { -size } else { size }
    }

    /// The two numbers that it can be, if it can be either.
    fn both(&self) -> Option<[f64; 2]> {
        let digits = [self.pointed.as_ref()?, self.grouped.as_ref()?];
        Some(digits.map(|digits| self.value(digits, self.power)))
    }

    /// The one that fits better, where there are both; where neither does, each is written with what stands `after` it.
    #[inline(never)]
    fn chosen(&self, fits: Option<[Fit; 2]>, after: &[u8]) -> Reading {
        let (Some(pointed), Some(grouped), Some([decimals, thousands])) =
            (&self.pointed, &self.grouped, fits)
        else {
            let digits = self.pointed.as_ref().or(self.grouped.as_ref());
            return digits
                .map_or(Reading::Nothing, |digits| number_or_nothing(self.value(digits, self.power)));
        };
        let thousands_win = thousands > decimals || (thousands == decimals && self.in_field);
        if decimals == Fit::Refused || (thousands_win && thousands != Fit::Refused) {
            number_or_nothing(self.value(grouped, self.power))
        } else if thousands == Fit::Refused {
            number_or_nothing(self.value(pointed, self.power))
        } else {
            let written = |digits: &Vec<u8>| {
                let mut written = format::exact(self.value(digits, 0));
                written.extend(after.iter().map(|byte| char::from(*byte)));
                written
            };
            Reading::Either([grouped, pointed].map(written))
        }
    }
}

/// The same where a number by itself counts `times / over`; both are exact, so that the quotient is rounded once.
pub(crate) fn read_in_unit(
    text: &str,
    decimal: Option<char>,
    power: impl Fn(&[u8], &[u8]) -> Option<i32>,
    fit: impl Fn(f64) -> Fit,
    [times, over]: [f64; 2],
) -> Reading {
    let is_bare = Cell::new(true);
    let power = |before: &[u8], after: &[u8]| {
        is_bare.set(before.is_empty() && after.is_empty());
        power(before, after)
    };
    let scaled = |value| if is_bare.get() { value * times / over } else { value };
    match read(text, decimal, power, |value| fit(scaled(value))) {
        Reading::Number(value) => number_or_nothing(scaled(value)),
        other => other,
    }
}

/// What is too large for a number is one that no range has, and is refused by it.
fn number_or_nothing(value: f64) -> Reading {
    if value.is_nan() { Reading::Nothing } else { Reading::Number(value) }
}

/// A text, taken apart.
struct Parts<'a> {
    /// A currency, perhaps.
    before: &'a [u8],
    negative: bool,
    /// Digits, and what stands between them.
    number: &'a [u8],
    exponent: i32,
    /// The unit, and the blanks around it.
    after: &'a [u8],
}

/// One byte for each character: small letters, and one mark for all that mean the same.
fn plain(text: &str) -> Vec<u8> {
    let mut plain = Vec::new();
    for character in text.chars() {
        plain.push(match character {
            '\t'..='\r' | '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => b' ',
            '−' | '–' => b'-',
            '’' | '_' => b'\'',
            '¢' => b'c',
            '·' => b'/',
            // What is not ASCII means nothing.
            _ if character.is_ascii() => (character as u8).to_ascii_lowercase(),
            DECIMAL => read_as(DECIMAL) as u8,
            _ => b'?',
        });
    }
    plain
}

impl<'a> Parts<'a> {
    fn of(text: &'a [u8]) -> Option<Self> {
        let begin = text.iter().position(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b','))?;
        let (mut before, rest) = (text.get(..begin)?.trim_ascii(), text.get(begin..)?);
        // A sign stands before the currency or behind it.
        let mut sign = b'+';
        if let [byte @ (b'-' | b'+'), others @ ..] | [others @ .., byte @ (b'-' | b'+')] = before {
            (sign, before) = (*byte, others.trim_ascii());
        }
        let belongs = |at: usize| match (rest.get(at), rest.get(at + 1)) {
            (Some(b'0'..=b'9' | b'.' | b','), _) => true,
            // Between digits only.
            (Some(b' ' | b'\''), Some(b'0'..=b'9')) => true,
            _ => false,
        };
        let length = (0..).take_while(|&at| belongs(at)).count();
        let (number, mut after) = (rest.get(..length)?, rest.get(length..)?);
        let mut power = 0;
        if let Some(b'e') = after.first() {
            let is_part =
                |at: &usize| matches!((at, after.get(*at)), (_, Some(b'0'..=b'9')) | (1, Some(b'-' | b'+')));
            let length = (1..).take_while(is_part).count();
            if let Some(read) = decimal::power(after.get(1..=length)?) {
                (power, after) = (read, after.get(length + 1..)?);
            }
        }
        Some(Self { before, negative: sign == b'-', number, exponent: power, after })
    }
}

/// The digits as a machine writes them, the decimals behind `point`; `None` where a mark before it parts no
/// thousands.
fn bare(number: &[u8], point: Option<usize>) -> Option<Vec<u8>> {
    let point = point.unwrap_or(number.len());
    let (whole, decimals) = (number.get(..point)?, number.get(point..)?);
    let (mut bare, mut mark, mut since) = (Vec::new(), None, 0);
    for &byte in whole {
        if byte.is_ascii_digit() {
            bare.push(byte);
            since += 1;
            continue;
        }
        let fits = match mark {
            None => (1..=3).contains(&since) && whole.first() != Some(&b'0'),
            other => other == Some(byte) && since == 3,
        };
        (mark, since) = (Some(byte), fits.then_some(0)?);
    }
    if mark.is_some() && since != 3 {
        return None;
    }
    bare.push(b'.');
    // A mark among the decimals makes it no number for whoever reads it.
    bare.extend(decimals.iter().skip(1));
    Some(bare)
}

/// Reads a number that is no input, as people type it: `40,000`, `0,05` as most of Europe writes it, `1e-3`; after it
/// may stand one of the `units`, small letters that each amount to a power of ten.
#[doc(hidden)]
pub fn number(text: &str, units: &[(&str, i32)], range: RangeInclusive<f64>) -> Reading {
    let power = |before: &[u8], after: &[u8]| {
        let unit = || units.iter().find(|(unit, _)| unit.as_bytes() == after);
        let power = if after.is_empty() { Some(0) } else { unit().map(|(_, power)| *power) };
        power.filter(|_| before.is_empty())
    };
    read(text, None, power, |value| fit_within(&range, value))
}

fn fit_within(range: &RangeInclusive<f64>, value: f64) -> Fit {
    if range.contains(&value) { Fit::Allowed } else { Fit::Refused }
}

/// The same of any size, with or without `unit`; before dollars may stand their sign.
///
/// # Errors
/// Where it is no number, for which `allowed` says what is, or may be one of two; one too large is infinite.
pub(crate) fn any_number(field: &str, text: &str, unit: &str, allowed: impl Into<Later>) -> Result<f64> {
    let bare = text.trim().strip_suffix(unit).unwrap_or(text);
    let power = |before: &[u8], after: &[u8]| {
        let is_dollars = before == b"$" && unit.starts_with("USD");
        (after.is_empty() && (before.is_empty() || is_dollars)).then_some(0)
    };
    match read(bare, None, power, |value| fit_within(&(f64::MIN..=f64::MAX), value)) {
        Reading::Number(value) => Ok(value),
        Reading::Either(ways) => Err(Error::two_readings(field, text, ways)),
        Reading::Nothing => Err(Error::not_a_number(field, text, allowed)),
    }
}

#[cfg(test)]
mod tests;
