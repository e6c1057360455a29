//! What people type for a number: `40,000`, `0,05`, `1 000`, `40k`, `5 ¢/kWh`, `2 %`.
//!
//! A text is taken where it can be understood in one way only. Which of point and comma parts the decimals is
//! known in a field, whose own numbers show it; in a flag or a cell it is not.

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
        let spec = self.spec();
        let power = |before: &[u8], after: &[u8]| match spec.unit {
            Unit::Share | Unit::SharePerYear if before.is_empty() && after.is_empty() => {
                Some(if writing.percent { PERCENT } else { 0 })
            }
            unit => power_of(unit, DOLLARS, before, after),
        };
        let allowed = || if writing.percent { self.allowed_in_field() } else { self.allowed() };
        match read(text, writing.decimal, &power, &|value| self.fit(value)) {
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

/// The power of ten that the words before and after a number amount to, if they mean anything.
type PowerOf<'a> = dyn Fn(&[u8], &[u8]) -> Option<i32> + 'a;

/// Reads a number with what stands around it. `power` tells the power of ten that the words before and after it
/// amount to, if they mean anything; `fit` decides where a mark may part either thousands or decimals.
#[inline(never)]
pub(crate) fn read(
    text: &str,
    decimal: Option<char>,
    power: &PowerOf<'_>,
    fit: &dyn Fn(f64) -> Fit,
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
    // Alone, and not the mark of decimals, it may part thousands as well.
    let either = once && !other && mark.map(char::from) != Some(decimal.unwrap_or('.'));
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
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The value, or what the refusal says.
    fn taken(input: Input, text: &str, writing: Writing) -> std::result::Result<f64, String> {
        input.parse_as(text, writing).map_err(|error| error.to_string())
    }

    #[test]
    fn what_cannot_be_misunderstood_is_taken_in_a_flag_and_in_a_field_alike() {
        let cases = [
            (
                Input::Tariff,
                0.05,
                "0.05|0,05|0,050|$0.05| $ 0.05 /kWh|$0.05|0.05 USD/kWh|usd 0.05 per kWh|5 ¢/kWh|5¢",
            ),
            (
                Input::Tariff,
                0.05,
                "5 cents|5 c/kWh|5c|5 ct|50 $/MWh|50 USD per MWh|5e-2|.05|+0.05|5 Cents per kWh",
            ),
            (Input::Tariff, 0.053, "5.3 ¢|5,3 cents|0.0530|53 $/MWh"),
            (
                Input::Price,
                40_000.0,
                "40000|40,000|40 000|40\u{202f}000|40\u{a0}000|40’000|40_000|40k|$40k|40 K|40,000.00|40.000,00",
            ),
            (Input::Price, 40_000.0, "40,000 USD/BTC|US$40,000|40 thousand|$40000 / BTC|0.04m|4e4|40 000,00"),
            (Input::Price, 1_200_000.0, "1.2m|1.2M|$1.2 million|1,200,000|1.200.000|1 200 000|1,2 mn"),
            (
                Input::Hashrate,
                263.7,
                "263.7|263,7|263.7 EH/s|263.7EH|263,700 PH/s|0.2637 ZH/s|263 700 ph/s|2.637e2",
            ),
            (Input::Hashrate, 1_200.0, "1,200|1 200 EH/s|1.2 ZH/s|1200.0"),
            (Input::Efficiency, 34.2, "34.2|34,2|34.2 J/TH|34.2 W/TH|0.0342 J/GH|34.2j/th"),
            (Input::Efficiency, 1_000_000.0, "1.000.000|1,000,000|1 000 000|1e6"),
            (Input::PoolFee, 0.02, "2 %|2%|2,0 %|2 percent|2 per cent|2.0%"),
            (Input::DiscountRate, 0.1, "10 %|10% a year|10 %/year|10 % per year|10% p.a."),
            (Input::DifficultyGrowth, -0.1, "-10 %|−10%|- 10 %"),
            (Input::Capacity, 150.0, "150|150 MW|0.15 GW|150 000 kW"),
            (Input::Hours, 88.0, "88|88 h|88 hours|88 h/week|88 hours/week"),
            (Input::Lifetime, 36.0, "36|36 months|36 month"),
            (Input::Opex, 5.0, "5|$5|5 USD/kW-month|5 $/kW/month|5 USD per kW-month|500 cents"),
            (Input::MachinePrice, 14.0, "14|$14|14 USD per TH/s|14 $/TH|0.014 USD/GH"),
            (Input::Infrastructure, 833.0, "833|833 USD/kW|$833/kW|0.833 k"),
            (Input::Subsidy, 6.25, "6.25|6,25 BTC|6.25 BTC/block"),
        ];
        for (input, value, texts) in cases {
            for text in texts.split('|') {
                assert_eq!(taken(input, text, Writing::PLAIN), Ok(value), "{input:?} {text:?} as a flag");
                assert_eq!(
                    taken(input, text, Writing::field('.')),
                    Ok(value),
                    "{input:?} {text:?} in a field"
                );
                // There the comma parts decimals whatever follows it.
                if !text.contains('.')
                    && ![",000", ",200", ",700"].iter().any(|thousands| text.contains(thousands))
                {
                    let german = Writing::field(',');
                    assert_eq!(taken(input, text, german), Ok(value), "{input:?} {text:?} in a German field");
                }
            }
        }
    }

    #[test]
    fn what_makes_no_number_of_that_unit_is_refused() {
        let cases = [
            (
                Input::Tariff,
                "|five|5 apples|5 EH/s|5 %|$|0.05 0.06|1,23,4|1.2.3|0,050,0|5 cents cents|€0.05|12 34|1 23|NaN|inf|--5|0x1",
            ),
            (Input::Tariff, "5 kWh|5 mills|5 c/BTC|1’00|,|.|1e999|0.05 $/kW"),
            (Input::Price, "40 apples|40 k k|40 b|40 EUR|1.000.00|1,000,00|01,000,000"),
            (Input::Efficiency, "$34|34 J|34 kJ|34 %|34k|34 J/BTC"),
            (Input::PoolFee, "2 % a year|2 ‰|$2|2 %%"),
            (Input::Hours, "88 minutes|3m|88 hours/day"),
            (Input::Lifetime, "3 years|36m"),
        ];
        for (input, texts) in cases {
            for text in texts.split('|') {
                for writing in [Writing::PLAIN, Writing::field('.'), Writing::field(',')] {
                    let error = input.parse_as(text, writing).unwrap_err();
                    assert!(
                        error.is_not_a_number() || error.is_out_of_range(),
                        "{input:?} {text:?}: {error}"
                    );
                }
            }
        }
        assert_eq!(
            Input::Tariff.parse("5 apples").unwrap_err().to_string(),
            "tariff: \"5 apples\" is not a number; allowed is 0 to 5 USD/kWh, such as 0.05"
        );
        assert_eq!(
            Input::PoolFee.parse_as("50", Writing::field('.')).unwrap_err().to_string(),
            "pool_fee: 0.5 is out of range; allowed is 0 to 20 %"
        );
    }

    #[test]
    fn a_mark_that_may_part_thousands_or_decimals_is_decided_by_the_range_the_slider_or_the_field() {
        let (flag, english, german) = (Writing::PLAIN, Writing::field('.'), Writing::field(','));
        let either = |field: &str, text: &str, ways: &str| {
            Err(format!("{field}: \"{text}\" can be read in two ways; write {ways}"))
        };
        // Only one of the two is allowed.
        assert_eq!(taken(Input::Hours, "88,000", flag), Ok(88.0));
        assert_eq!(taken(Input::Tariff, "1,500", english), Ok(1.5));
        // Thousands are usual and units are not.
        assert_eq!(taken(Input::Price, "29,500", flag), Ok(29_500.0));
        assert_eq!(taken(Input::Price, "29.500", german), Ok(29_500.0));
        // The other way round, nobody knows.
        for writing in [flag, english] {
            assert_eq!(
                taken(Input::Efficiency, "29,500", writing),
                either("efficiency", "29,500", "29500 or 29.5")
            );
            assert_eq!(
                taken(Input::Hashrate, "500,000", writing),
                either("hashrate", "500,000", "500000 or 500")
            );
        }
        assert_eq!(
            taken(Input::Efficiency, "29.500", german),
            either("efficiency", "29.500", "29500 or 29.5")
        );
        // Both or none are usual: a field parts thousands itself.
        assert_eq!(
            taken(Input::Infrastructure, "1,200", flag),
            either("infrastructure", "1,200", "1200 or 1.2")
        );
        assert_eq!(taken(Input::Infrastructure, "1,200", english), Ok(1_200.0));
        assert_eq!(taken(Input::Infrastructure, "1.200", german), Ok(1_200.0));
        // A point is a machine's, where no field says otherwise; a field's own mark parts decimals.
        assert_eq!(taken(Input::Efficiency, "29.500", flag), Ok(29.5));
        assert_eq!(taken(Input::Efficiency, "29.500", english), Ok(29.5));
        assert_eq!(taken(Input::Efficiency, "29,500", german), Ok(29.5));
        assert_eq!(taken(Input::Price, "1.000", flag), Ok(1.0));
        // What cannot part thousands parts decimals.
        for text in ["29,5", "29,50", "29,5000", "029,5"] {
            assert_eq!(taken(Input::Efficiency, text, flag), Ok(29.5), "{text}");
        }
        assert_eq!(taken(Input::Tariff, "0.050", german), Ok(0.05));
    }

    #[test]
    fn a_plain_share_is_a_part_in_a_flag_and_per_cent_in_a_field() {
        assert_eq!(taken(Input::PoolFee, "0.02", Writing::PLAIN), Ok(0.02));
        assert_eq!(taken(Input::PoolFee, "2", Writing::field('.')), Ok(0.02));
        assert_eq!(taken(Input::PoolFee, "0.02", Writing::field('.')), Ok(0.000_2));
        assert_eq!(taken(Input::PoolFee, "0,02", Writing::field(',')), Ok(0.000_2));
        assert_eq!(taken(Input::PriceGrowth, "-7", Writing::field('.')), Ok(-0.07));
    }

    #[test]
    fn what_a_field_writes_it_reads_in_every_language() {
        for &input in Input::ALL {
            let spec = input.spec();
            for step in 0..=200 {
                let value = input.slider_value(f64::from(step) / 200.0);
                let text = format::in_field(spec.unit, value);
                assert_eq!(taken(input, &text, Writing::field('.')), Ok(value), "{input:?} {text}");
                let german: String = text
                    .chars()
                    .map(|mark| match mark {
                        '.' => ',',
                        ',' => '.',
                        other => other,
                    })
                    .collect();
                assert_eq!(taken(input, &german, Writing::field(',')), Ok(value), "{input:?} {german}");
                let with_unit = format::with_unit(input, value);
                assert_eq!(taken(input, &with_unit, Writing::field('.')), Ok(value), "{input:?} {with_unit}");
            }
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn nothing_that_is_typed_panics(text in "[-−+$¢%a-zA-Z0-9.,'’ \u{a0}\u{202f}/€]{0,24}") {
            for &input in Input::ALL {
                for writing in [Writing::PLAIN, Writing::field('.'), Writing::field(',')] {
                    if let Ok(value) = input.parse_as(&text, writing) {
                        prop_assert!((input.spec().min..=input.spec().max).contains(&value), "{}", text);
                    }
                }
            }
        }

        #[test]
        fn a_number_in_its_shortest_form_comes_back_to_the_last_bit(bits in any::<u64>()) {
            let value = f64::from_bits(bits);
            prop_assume!(value.is_finite());
            prop_assert_eq!(format::parse(&format::exact(value)).map(f64::to_bits), Some(value.to_bits()));
            prop_assert_eq!(format::parse(&value.to_string()).map(f64::to_bits), Some(value.to_bits()));
        }
    }
}
