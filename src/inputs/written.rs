//! How the value of an input reads, with its unit.

use super::table::Input;
use super::{Spec, Unit};
use crate::decimal::Decimal;
use crate::format;

impl Unit {
    /// The text of a number field of that unit: a share is in per cent.
    pub(crate) fn number(self, value: f64) -> String {
        format::field(match self {
            Self::Share | Self::SharePerYear => percent(value),
            _ => value,
        })
    }
}

impl Input {
    /// The allowed range with its unit: `0 to 5 USD/kWh`, `0 to 0.2 (0 to 20 %)`.
    pub fn allowed(self) -> String {
        let spec = self.spec();
        match spec.unit {
            Unit::Share | Unit::SharePerYear => {
                [&format::range(spec.min, spec.max, ""), " (", &self.allowed_in_field(), ")"].concat()
            }
            _ => self.allowed_in_field(),
        }
    }

    /// The same where shares are in per cent: `0 to 20 %`.
    pub(crate) fn allowed_in_field(self) -> String {
        let Spec { min, max, unit, .. } = self.spec();
        let [min, max] = [*min, *max].map(|end| unit.number(end));
        [&min, " to ", &max, " ", &unit.in_field()].concat()
    }

    /// A value with its unit, as a reader meets it: `$0.05/kWh`, `34.2 J/TH`, `2 %`.
    ///
    /// ```
    /// use breakeven::Input;
    ///
    /// assert_eq!(Input::PoolFee.written(0.02), "2 %");
    /// ```
    pub fn written(self, value: f64) -> String {
        match self.spec().unit {
            Unit::UsdPer("BTC") => format::usd(value),
            Unit::UsdPer(per) => ["$", &format::field(value), "/", per].concat(),
            unit => [&unit.number(value), " ", &unit.in_field()].concat(),
        }
    }

    /// Two values with their unit: `1 to 4 %`, `$0.05 to $0.07/kWh`.
    pub fn written_range(self, low: f64, high: f64) -> String {
        let low = match self.spec().unit {
            Unit::UsdPer("BTC") => format::usd(low),
            Unit::UsdPer(_) => ["$", &format::field(low)].concat(),
            unit => unit.number(low),
        };
        [&low, " to ", &self.written(high)].concat()
    }
}

/// A share in per cent, without the noise that the factor of 100 would add: 0.07 is 7, not 7.000000000000001.
fn percent(share: f64) -> f64 {
    Decimal::significant(share * 100.0, 12).value()
}
