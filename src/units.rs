//! One type per quantity, so that a tariff is never taken for a price.
//!
//! Every type wraps one finite `f64` in the unit that its name or its doc states. `new` refuses what is
//! outside the type's range; arithmetic between types exists only where it has a meaning, and its result is held
//! within the range of its own type: at an end where it would lie beyond. Nothing that comes of what a reader may
//! enter does; those narrower ranges are in [`crate::inputs`].
//!
//! Each has a total order, reads and writes itself with its unit, and goes into an `f64` and, checked, back:
//!
//! ```
//! use breakeven::units::{Difficulty, UsdPerKwh};
//!
//! let tariff: UsdPerKwh = "0.05 USD/kWh".parse()?;
//! assert_eq!(tariff.to_string(), "0.05 USD/kWh");
//! assert_eq!(format!("{tariff:.1}"), "0.1 USD/kWh");
//! assert_eq!(tariff.max("0.0625".parse()?), UsdPerKwh::new(0.0625)?);
//! assert_eq!("36835682546788".parse::<Difficulty>()?.to_string(), "36835682546788");
//! assert!(UsdPerKwh::try_from(f64::NAN).is_err());
//! # Ok::<(), breakeven::Error>(())
//! ```

use std::cmp::Ordering;
use std::fmt;
use std::str::FromStr;

use crate::decimal::{Decimal, exponent_of};
use crate::error::{Error, Result};
use crate::words::later::Later;

macro_rules! quantities {
    ($($(#[$doc:meta])* $name:ident, $unit:literal, $min:expr, $max:expr;)*) => {$(
        $(#[$doc])*
        #[doc = concat!("\n\nUnit: ", $unit, "; range: `", stringify!($min), "` to `", stringify!($max), "`.")]
        #[derive(Clone, Copy, Debug, PartialEq, serde::Serialize)]
        pub struct $name(f64);

        impl $name {
            /// The unit as readers see it.
            pub const UNIT: &'static str = $unit;
            /// The smallest value that the type holds.
            pub const MIN: f64 = $min;
            /// The largest value that the type holds.
            pub const MAX: f64 = $max;

            /// Takes a number in the type's unit.
            ///
            /// # Errors
            /// Where `value` is not a number or lies outside [`Self::MIN`] to [`Self::MAX`].
            pub fn new(value: f64) -> Result<Self> {
                if (Self::MIN..=Self::MAX).contains(&value) {
                    return Ok(Self(value + 0.0)); // −0 becomes 0
                }
                let allowed = Later::range(Self::MIN, Self::MAX, Self::UNIT);
                Err(Error::out_of_range(stringify!($name), value, allowed))
            }

            /// The number in the type's unit.
            pub const fn value(self) -> f64 {
                self.0
            }

            /// Wraps what anybody's values may have come to: the nearest value of the range.
            #[allow(dead_code, reason = "not every quantity is computed")]
            pub(crate) fn held(value: f64) -> Self {
                use crate::decimal::Within as _;
                Self(value.within(Self::MIN, Self::MAX))
            }

            /// Wraps what the crate has checked or computed itself.
            #[allow(dead_code, reason = "not every quantity is computed")]
            pub(crate) const fn of(value: f64) -> Self {
                Self(value)
            }
        }

        /// None is NaN.
        impl Eq for $name {}

        impl PartialOrd for $name {
            fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
                Some(self.cmp(other))
            }
        }

        impl Ord for $name {
            fn cmp(&self, other: &Self) -> Ordering {
                self.0.partial_cmp(&other.0).unwrap_or(Ordering::Equal)
            }
        }

        impl TryFrom<f64> for $name {
            type Error = Error;

            /// As `new`.
            fn try_from(value: f64) -> Result<Self> {
                Self::new(value)
            }
        }

        impl From<$name> for f64 {
            /// As `value`.
            fn from(quantity: $name) -> Self {
                quantity.0
            }
        }

        /// The number, exactly or to the precision that is asked for, and the unit.
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(f, self.0, Self::UNIT)
            }
        }

        impl FromStr for $name {
            type Err = Error;

            /// Reads a number as people type it, with or without the type's unit after it.
            ///
            /// # Errors
            /// Where the text is no number, can be read in two ways, or the number is outside the range.
            fn from_str(text: &str) -> Result<Self> {
                let allowed = Later::range(Self::MIN, Self::MAX, Self::UNIT);
                Self::new(crate::typed::any_number(stringify!($name), text, Self::UNIT, allowed)?)
            }
        }
    )*};
}

fn write(f: &mut fmt::Formatter<'_>, value: f64, unit: &str) -> fmt::Result {
    let number = match f.precision() {
        Some(places) => to_places(value, places),
        None => crate::format::exact(value),
    };
    let space = if unit.is_empty() { "" } else { " " };
    let size = number.trim_start_matches('-');
    f.pad_integral(size == number, "", &[size, space, unit].concat())
}

/// `value` to so many decimal places; beyond the fifteen digits that it tells stand zeros.
fn to_places(value: f64, places: usize) -> String {
    const WHOLE: f64 = 1e19; // as far as all digits fit
    let told = usize::try_from(f64::DIGITS as i32 - 1 - exponent_of(value)).unwrap_or(0); // 15 digits
    let decimals = u8::try_from(places.min(told)).unwrap_or(u8::MAX);
    let number =
        if value.abs() < WHOLE { Decimal::places(value, decimals) } else { Decimal::shortest(value) };
    let mut text = number.to_string();
    if decimals == 0 && places > 0 {
        text.push('.');
    }
    text.extend(std::iter::repeat_n('0', places - usize::from(decimals)));
    text
}

quantities! {
    /// Price of electricity, as billed.
    UsdPerKwh, "USD/kWh", 0.0, 1e6;
    /// Price of electricity, as power markets quote it: below zero where whoever takes it is paid.
    UsdPerMwh, "USD/MWh", -1e9, 1e106;
    /// Energy that a machine spends on 10¹² hashes; the figure on its data sheet.
    JoulesPerTerahash, "J/TH", 0.0, 1e15;
    /// Hashes computed per second.
    HashRate, "H/s", 0.0, 1e36;
    /// Hashes computed per second, in the unit in which the network's are quoted: 10¹⁸ H/s.
    ExahashesPerSecond, "EH/s", 0.0, 1e18;
    /// Hashes computed per second, in the unit in which a machine's are quoted: 10¹² H/s.
    TerahashesPerSecond, "TH/s", 0.0, 1e24;
    /// How many times harder a block is to find than at the start, when one took 2³² hashes.
    Difficulty, "", 1e-12, 1e30;
    /// Price of one bitcoin.
    UsdPerBitcoin, "USD/BTC", 0.0, 1e100;
    /// Bitcoin that a block pays.
    BitcoinPerBlock, "BTC/block", 0.0, 50.0;
    /// Bitcoin expected for one hash, the pool's cut taken off.
    BitcoinPerHash, "BTC/H", 1e-60, 50.0;
    /// Bitcoin expected by 1 PH/s (10¹⁵ H/s) in a day.
    BitcoinPerPetahashDay, "BTC/PH/day", 0.0, 1e25;
    /// Electricity spent on one bitcoin.
    KwhPerBitcoin, "kWh/BTC", 0.0, 1e100;
    /// Revenue or cost of 1 PH/s (10¹⁵ H/s) in a day.
    UsdPerPetahashDay, "USD/PH/day", 0.0, 1e125;
    /// A part of a whole.
    Share, "share", 0.0, 1.0;
    /// Power usage effectiveness: what the site draws for each unit that its machines draw.
    PowerUsageEffectiveness, "PUE", 1.0, 10.0;
    /// Hours of a week in which the machines run.
    HoursPerWeek, "h/week", 0.0, 168.0;
    /// Running cost other than electricity, per kW of machine load.
    UsdPerKwMonth, "USD/kW-month", 0.0, 1e9;
    /// Price of machines, per 10¹² H/s.
    UsdPerTerahash, "USD per TH/s", 0.0, 1e9;
    /// Price of the site, per kW that it can draw.
    UsdPerKw, "USD/kW", 0.0, 1e9;
    /// A length of time; a month is 365.25/12 days.
    Months, "months", 0.0, 1e4;
    /// Growth or interest per year: 0.1 is ten per cent.
    PerYear, "per year", -0.99, 100.0;
    /// Electrical power of a site.
    Megawatts, "MW", 0.0, 1e9;
    /// Electrical power of a machine.
    Watts, "W", 0.0, 1e15;
    /// A length of time.
    Days, "days", 0.0, 1e6;
    /// A length of time.
    Seconds, "s", 0.0, 1e100;
}

impl std::ops::Add for UsdPerKwh {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self::held(self.0 + other.0)
    }
}

impl std::ops::Mul<KwhPerBitcoin> for UsdPerKwh {
    type Output = UsdPerBitcoin;
    fn mul(self, energy: KwhPerBitcoin) -> UsdPerBitcoin {
        UsdPerBitcoin::held(self.0 * energy.0)
    }
}

impl std::ops::Mul<BitcoinPerPetahashDay> for UsdPerBitcoin {
    type Output = UsdPerPetahashDay;
    fn mul(self, yield_: BitcoinPerPetahashDay) -> UsdPerPetahashDay {
        UsdPerPetahashDay::held(self.0 * yield_.0)
    }
}

impl HoursPerWeek {
    /// The whole week: around the clock.
    pub const ALL: Self = Self(168.0);

    /// The part of the time in which the machines run.
    pub fn uptime(self) -> Share {
        Share(self.0 / Self::ALL.0)
    }
}

impl From<HashRate> for ExahashesPerSecond {
    fn from(rate: HashRate) -> Self {
        Self(rate.0 / 1e18)
    }
}

impl From<ExahashesPerSecond> for HashRate {
    fn from(rate: ExahashesPerSecond) -> Self {
        Self(rate.0 * 1e18)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quantity_comes_back_from_its_text() {
        for value in [0.0, 0.05, 1.0 / 3.0, 12_989.4, 1e-7, 2.5e5] {
            let quantity = UsdPerKwh::new(value).unwrap();
            let there = quantity.to_string().parse::<UsdPerKwh>().unwrap();
            assert!((there.value() - value).abs() <= 1e-15 * value, "{quantity}");
        }
        assert_eq!("$ 0.05".parse(), UsdPerKwh::new(0.05));
        assert_eq!(" 88 h/week ".parse(), HoursPerWeek::new(88.0));
        assert!("$88".parse::<HoursPerWeek>().unwrap_err().is_not_a_number());
        let error = "many USD/kWh".parse::<UsdPerKwh>().unwrap_err();
        assert!(error.is_not_a_number() && error.field() == "UsdPerKwh", "{error}");
        assert!("-1".parse::<UsdPerKwh>().unwrap_err().is_out_of_range());
        assert!("169 h/week".parse::<HoursPerWeek>().unwrap_err().is_out_of_range());
    }

    #[test]
    fn a_quantity_is_padded_and_rounded_as_it_is_asked_to_be() {
        let price = UsdPerBitcoin::new(17_957.443_915).unwrap();
        assert_eq!(format!("[{price:>22.2}]"), "[      17957.44 USD/BTC]");
        assert_eq!(format!("[{price:<18.0}]"), "[17957 USD/BTC     ]");
        assert_eq!(format!("{:.0}", Difficulty::new(2.5).unwrap()), "3");
        // However large, and however many places.
        assert_eq!(format!("{:.1}", HashRate::new(628e18).unwrap()), "628000000000000000000.0 H/s");
        assert_eq!(
            format!("{:.16}", UsdPerBitcoin::new(17_957.44).unwrap()),
            "17957.4400000000000000 USD/BTC"
        );
        assert_eq!(format!("{:.3}", UsdPerBitcoin::new(0.0).unwrap()), "0.000 USD/BTC");
        assert_eq!(format!("{:.2}", UsdPerMwh::new(-0.125).unwrap()), "-0.13 USD/MWh");
        let fall = PerYear::new(-0.25).unwrap();
        assert_eq!(
            (format!("{fall}"), format!("{fall:+.1}")),
            ("-0.25 per year".to_owned(), "-0.3 per year".to_owned())
        );
    }

    #[test]
    fn quantities_have_a_total_order_in_which_there_is_one_zero() {
        let mut rates = [0.3, -0.5, 0.0, -0.0].map(|rate| PerYear::new(rate).unwrap());
        rates.sort();
        assert_eq!(rates.map(f64::from), [-0.5, 0.0, 0.0, 0.3]);
        assert_eq!(rates.iter().max(), PerYear::new(0.3).ok().as_ref());
        assert!(PerYear::new(-0.0).unwrap().value().is_sign_positive());
    }
}
