//! What people type for a number: `40,000`, `0,05`, `1 000`, `40k`, `5 ¢/kWh`, `2 %`.
//!
//! A text is taken where it can be understood in one way only. Which of point and comma parts the decimals is
//! known in a field, whose own numbers show it; in a flag or a cell it is not.

use std::cell::Cell;

use crate::decimal;
use crate::error::{Error, Result};
use crate::format;
use crate::inputs::{Input, Slider, Unit};

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
pub(crate) enum Reading {
    Number(f64),
    /// The same marks make one of two numbers: the ways to write the one and the other.
    Either(String),
    Nothing,
}

impl Input {
    /// Reads a value as people write it in a flag or a cell: `40,000`, `$0.05`, `5 ¢/kWh`, `2 %`.
    ///
    /// # Errors
    /// Where the text is no number, can be read in two ways, or the number is not allowed.
    pub fn parse(self, text: &str) -> Result<f64> {
        self.parse_as(text, Writing::PLAIN)
    }

    /// Reads a value as people write it where `writing` is known.
    ///
    /// ```
    /// use breakeven::{Input, typed::Writing};
    ///
    /// assert_eq!(Input::Tariff.parse("5 ¢/kWh")?, 0.05);
    /// assert_eq!(Input::PoolFee.parse_as("2", Writing::field('.'))?, 0.02);
    /// let error = Input::Efficiency.parse("29,500").unwrap_err();
    /// assert_eq!(error.to_string(), "efficiency: \"29,500\" can be read in two ways; write 29500 or 29.5");
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    ///
    /// # Errors
    /// As with [`Self::parse`].
    pub fn parse_as(self, text: &str, writing: Writing) -> Result<f64> {
        self.parse_in_unit(text, writing, [1.0, 1.0])
    }

    /// The same below a head that names a unit, of which a number counts `times / over` in that of the table; one
    /// that names its own unit means that.
    ///
    /// # Errors
    /// As with [`Self::parse`].
    #[doc(hidden)] // for the command's tables
    pub fn parse_in_unit(self, text: &str, writing: Writing, unit: [f64; 2]) -> Result<f64> {
        let spec = self.spec();
        let power = |before: &[u8], after: &[u8]| match spec.unit {
            Unit::Share | Unit::SharePerYear if before.is_empty() && after.is_empty() => {
                Some(if writing.percent { PERCENT } else { 0 })
            }
            unit => power_of(unit, DOLLARS, before, after),
        };
        let allowed = || if writing.percent { self.allowed_in_field() } else { self.allowed() };
        match read_in_unit(text, writing.decimal, power, |value| self.fit(value), unit) {
            Reading::Number(value) => self.check(value).map_err(|error| error.with_allowed(allowed())),
            Reading::Either(ways) => Err(Error::two_readings(spec.id, text, ways)),
            Reading::Nothing => {
                let example = if writing.percent {
                    format::in_field(spec.unit, spec.default)
                } else {
                    format::field(spec.default)
                };
                Err(Error::not_a_number(spec.id, text, [&allowed(), ", such as ", &example].concat()))
            }
        }
    }

    pub(crate) fn fit(self, value: f64) -> Fit {
        let spec = self.spec();
        if !(spec.min..=spec.max).contains(&value) {
            return Fit::Refused;
        }
        match spec.slider {
            Slider::Linear(from, to) | Slider::Log(from, to) if (from..=to).contains(&value) => Fit::Usual,
            _ => Fit::Allowed,
        }
    }
}

/// The names of a currency, in small letters, each with the power of ten that it counts in.
pub(crate) type Money<'a> = &'a [(&'a [u8], i32)];

const DOLLARS: Money = &[
    (b"us$", 0),
    (b"$", 0),
    (b"usd", 0),
    (b"dollars", 0),
    (b"cents", -2),
    (b"cent", -2),
    (b"ct", -2),
    (b"c", -2),
];
const THOUSANDS: Money = &[(b"k", 3), (b"thousand", 3), (b"million", 6), (b"mn", 6), (b"m", 6)];
const PARTS: Money = &[(b"%", PERCENT), (b"percent", PERCENT)];
const PERCENT: i32 = -2;

/// Reads a number with what stands around it. `power` tells the power of ten that the words before and after it
/// amount to, if they mean anything; `fit` decides where a mark may part either thousands or decimals.
///
/// Not by `dyn`: what is called through a table cannot be left to the second part of the page's module.
#[inline(never)]
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
        return finite(value);
    }
    let text = plain(text);
    let Some(parts) = Parts::of(&text) else { return Reading::Nothing };
    let after: Vec<u8> = parts.after.iter().copied().filter(|byte| *byte != b' ').collect();
    let Some(power) = power(parts.before, &after) else { return Reading::Nothing };
    let number = parts.number;
    let point = number.iter().rposition(|byte| matches!(byte, b'.' | b','));
    let mark = point.and_then(|at| number.get(at).copied());
    let once = number.iter().filter(|byte| Some(**byte) == mark).count() == 1;
    let other = number.iter().any(|byte| matches!(byte, b'.' | b',') && Some(*byte) != mark);
    // Alone, and not the mark of decimals, it may part thousands as well; nobody writes a power of ten after those.
    let either =
        once && !other && parts.exponent == 0 && mark.map(char::from) != Some(decimal.unwrap_or('.'));
    let pointed = point.filter(|_| once).and_then(|point| bare(number, Some(point)));
    let grouped = if either || !once { bare(number, None) } else { None };
    let value = |digits: &[u8], power| {
        let size = decimal::read(digits, power + parts.exponent).unwrap_or(f64::NAN);
        if parts.negative { -size } else { size }
    };
    let (Some(pointed), Some(grouped)) = (&pointed, &grouped) else {
        return pointed.or(grouped).map_or(Reading::Nothing, |digits| finite(value(&digits, power)));
    };
    let [decimals, thousands] = [pointed, grouped].map(|digits| fit(value(digits, power)));
    // A field parts thousands itself.
    let thousands_win = thousands > decimals || (thousands == decimals && decimal.is_some());
    if decimals == Fit::Refused || (thousands_win && thousands != Fit::Refused) {
        finite(value(grouped, power))
    } else if thousands == Fit::Refused {
        finite(value(pointed, power))
    } else {
        let [decimals, thousands] = [pointed, grouped].map(|digits| format::exact(value(digits, 0)));
        Reading::Either([thousands, decimals].join(" or "))
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
        Reading::Number(value) => finite(scaled(value)),
        other => other,
    }
}

fn finite(value: f64) -> Reading {
    if value.is_finite() { Reading::Number(value) } else { Reading::Nothing }
}

/// A text, taken apart.
struct Parts<'a> {
    /// A currency, perhaps.
    before: &'a [u8],
    negative: bool,
    /// Digits, and what stands between them.
    number: &'a [u8],
    exponent: i32,
    /// The unit.
    after: &'a [u8],
}

/// One byte for each character: small letters, and one mark for all that mean the same.
fn plain(text: &str) -> Vec<u8> {
    let mut plain = Vec::new();
    for character in text.chars() {
        plain.push(match character {
            '\u{a0}' | '\u{2000}'..='\u{200a}' | '\u{202f}' => b' ',
            '−' | '–' => b'-',
            '’' | '_' => b'\'',
            '¢' => b'c',
            '·' => b'/',
            // What is not ASCII means nothing.
            _ if character.is_ascii() => (character as u8).to_ascii_lowercase(),
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
        Some(Self { before, negative: sign == b'-', number, exponent: power, after: after.trim_ascii() })
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

/// What the words before and after a number of that unit make of it, as a power of ten.
pub(crate) fn power_of(unit: Unit, money: Money, before: &[u8], after: &[u8]) -> Option<i32> {
    match unit {
        Unit::UsdPer(thing) => {
            let (thousands, after) = begins(THOUSANDS, after).unwrap_or((0, after));
            let (power, after) = if before.is_empty() {
                begins(money, after).unwrap_or((0, after))
            } else {
                begins(money, before).filter(|(_, rest)| rest.is_empty()).map(|(power, _)| (power, after))?
            };
            let per = after.strip_prefix(b"/").or(after.strip_prefix(b"per"));
            let per = if after.is_empty() { 0 } else { related(thing, per?)? };
            Some(thousands + power - per)
        }
        _ if !before.is_empty() => None,
        _ if after.is_empty() => Some(0),
        Unit::Share | Unit::SharePerYear => {
            let (power, rest) = begins(PARTS, after)?;
            let yearly: &[&[u8]] = &[b"", b"ayear", b"/year", b"peryear", b"p.a."];
            let words = if unit == Unit::Share { yearly.get(..1)? } else { yearly };
            words.contains(&rest).then_some(power)
        }
        Unit::Plain("J/TH") => {
            Some(-related("TH", after.strip_prefix(b"j/").or(after.strip_prefix(b"w/"))?)?)
        }
        Unit::Plain("h/week") if after.starts_with(b"hour") => related("hours/week", after),
        Unit::Plain(name) => related(name, after),
    }
}

/// The power of the word with which a text begins, and what comes after it.
#[inline(never)]
fn begins<'a>(words: Money, text: &'a [u8]) -> Option<(i32, &'a [u8])> {
    words.iter().find_map(|(word, power)| Some((*power, text.strip_prefix(*word)?)))
}

/// How many powers of ten `typed` is larger than `unit`, of which what follows a `/`, and an `s`, may be missing.
#[inline(never)]
fn related(unit: &str, typed: &[u8]) -> Option<i32> {
    const PREFIXES: [u8; 7] = *b"kmgtpez";
    let same = |unit: &[u8], typed: &[u8]| {
        let letter = |byte: &u8| if *byte == b'-' { b'/' } else { byte.to_ascii_lowercase() };
        let begins = unit.iter().zip(typed).all(|(unit, typed)| letter(unit) == letter(typed));
        begins && matches!(unit.get(typed.len()..), Some([] | [b's'] | [b'/', ..]))
    };
    if same(unit.as_bytes(), typed) {
        return Some(0);
    }
    let ([unit_prefix, unit @ ..], [prefix, typed @ ..]) = (unit.as_bytes(), typed) else { return None };
    let place = |letter: &u8| PREFIXES.iter().position(|prefix| *prefix == letter.to_ascii_lowercase());
    let (from, to) = (place(unit_prefix)?, place(prefix)?);
    (same(unit, typed) && !typed.is_empty()).then(|| (to as i32 - from as i32) * 3) // of seven
}

#[cfg(test)]
mod tests;
