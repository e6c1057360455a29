//! An input's value as people write it: with its unit, in cents, per cent or thousands.

use super::{Input, Unit};
use crate::error::{Error, Result};
use crate::typed::{Fit, Reading, Writing, read_in_unit};
use crate::words::later::SuchAs;

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
        let allowed = || if writing.percent { self.range_in_field() } else { self.range() };
        match read_in_unit(text, writing.decimal, power, |value| self.fit(value), unit) {
            Reading::Number(value) => self.check(value).map_err(|error| error.with_allowed(allowed())),
            Reading::Either(ways) => Err(Error::two_readings(spec.id, text, ways)),
            Reading::Nothing => {
                let example = if writing.percent { spec.unit.shown(spec.default) } else { spec.default };
                let allowed = SuchAs { allowed: allowed(), example: example.into() };
                Err(Error::not_a_number(spec.id, text, allowed))
            }
        }
    }

    /// Whether a value below one per cent was perhaps meant as a part of one, which would lie on the slider: `0.02` in
    /// a field of per cent, where two are common.
    #[cfg(any(feature = "web", test))]
    pub(crate) fn may_be_a_part(self, value: f64) -> bool {
        matches!(self.spec().unit, Unit::Share | Unit::SharePerYear)
            && value != 0.0
            && value.abs() < 0.01
            && self.fit(value * 100.0) == Fit::Usual
    }

    pub(crate) fn fit(self, value: f64) -> Fit {
        let spec = self.spec();
        if !(spec.min..=spec.max).contains(&value) {
            return Fit::Refused;
        }
        let (from, to) = spec.slider.ends();
        if (from..=to).contains(&value) { Fit::Usual } else { Fit::Allowed }
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

/// What the words before and after a number of that unit make of it, as a power of ten.
pub(crate) fn power_of(unit: Unit, money: Money, before: &[u8], after: &[u8]) -> Option<i32> {
    match unit {
        Unit::UsdPer(thing) => {
            // The names of some currencies begin as a thousand does: KZT, MXN.
            let thousands = if begins(money, after).is_some() { None } else { begins(THOUSANDS, after) };
            let (thousands, after) = thousands.unwrap_or((0, after));
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

/// How many powers of ten `typed` is larger than `unit`, of which what follows a `/`, and an `s` before it, may be missing.
#[inline(never)]
fn related(unit: &str, typed: &[u8]) -> Option<i32> {
    const PREFIXES: [u8; 7] = *b"kmgtpez";
    let same = |unit: &[u8], typed: &[u8]| {
        let letter = |byte: &u8| if *byte == b'-' { b'/' } else { byte.to_ascii_lowercase() };
        let begins = unit.iter().zip(typed).all(|(unit, typed)| letter(unit) == letter(typed));
        begins && matches!(unit.get(typed.len()..), Some([] | [b's'] | [b'/', ..] | [b's', b'/', ..]))
    };
    if same(unit.as_bytes(), typed) {
        return Some(0);
    }
    let ([unit_prefix, unit @ ..], [prefix, typed @ ..]) = (unit.as_bytes(), typed) else { return None };
    let place = |letter: &u8| PREFIXES.iter().position(|prefix| *prefix == letter.to_ascii_lowercase());
    let (from, to) = (place(unit_prefix)?, place(prefix)?);
    // Of watts and hashes: `months` and `PUE` begin with no prefix.
    (matches!(unit, [b'W' | b'H', ..]) && same(unit, typed) && !typed.is_empty())
        .then(|| (to as i32 - from as i32) * 3) // of seven
}
