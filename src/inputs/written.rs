//! How the value of an input reads, with its unit.

use super::table::{Input, NAMES};
use super::{Spec, Unit};
use crate::decimal::Decimal;
use crate::words::later::{Later, RangeOfShare};
use crate::words::{Count, Words};

impl Unit {
    /// The text of a number field of that unit: a share is in per cent.
    pub(crate) fn number(self, value: f64, words: &Words) -> String {
        words.field(self.shown(value))
    }

    /// The number that a reader meets: a share is in per cent.
    pub(super) fn shown(self, value: f64) -> f64 {
        match self {
            Self::Share | Self::SharePerYear => percent(value),
            _ => value,
        }
    }
}

impl Input {
    /// The name for readers in a language.
    #[doc(hidden)] // as the words are
    pub fn label_in(self, words: &Words) -> &'static str {
        words.plain(self.spec().label_of)
    }

    /// The name within a sentence.
    #[doc(hidden)]
    pub fn name_in(self, words: &Words) -> &'static str {
        words.plain(NAMES[self as usize])
    }

    /// The unit beside a number for readers: a share is in per cent.
    ///
    /// ```
    /// use breakeven::Input;
    ///
    /// assert_eq!(Input::DiscountRate.unit(), "% a year");
    /// ```
    pub fn unit(self) -> &'static str {
        self.unit_in(Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)]
    pub fn unit_in(self, words: &Words) -> &'static str {
        words.plain(self.spec().unit_of)
    }

    /// The allowed range with its unit: `0 to 5 USD/kWh`, `0 to 0.2 (0 to 20 %)`.
    pub fn allowed(self) -> String {
        self.range().text(Words::usual())
    }

    /// The same, to be said in a language.
    pub(crate) fn range(self) -> Later {
        let Spec { min, max, unit, .. } = *self.spec();
        match unit {
            Unit::Share | Unit::SharePerYear => {
                RangeOfShare { range: Later::range(min, max, ""), percent: self.range_in_field() }.into()
            }
            _ => self.range_in_field(),
        }
    }

    /// The same where shares are in per cent: `0 to 20 %`.
    pub(crate) fn range_in_field(self) -> Later {
        let Spec { min, max, unit, unit_of, .. } = *self.spec();
        Later::range(unit.shown(min), unit.shown(max), unit_of)
    }

    /// A value with its unit, as a reader meets it: `$0.05/kWh`, `34.2 J/TH`, `2 %`.
    ///
    /// ```
    /// use breakeven::Input;
    ///
    /// assert_eq!(Input::PoolFee.written(0.02), "2 %");
    /// ```
    pub fn written(self, value: f64) -> String {
        self.written_in(value, Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)]
    #[inline(never)] // it is called from everywhere
    pub fn written_in(self, value: f64, words: &Words) -> String {
        let Spec { unit, value_of, .. } = self.spec();
        let shown = unit.shown(value);
        let number = if self == Self::Price { words.usd(shown) } else { words.field(shown) };
        words.numbered(*value_of, Count::of(shown, &number))
    }

    /// Two values with their unit: `1 to 4 %`, `$0.05 to $0.07/kWh`.
    pub fn written_range(self, low: f64, high: f64) -> String {
        self.written_range_in(low, high, Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)]
    pub fn written_range_in(self, low: f64, high: f64, words: &Words) -> String {
        let low = match self.spec().unit {
            Unit::UsdPer("BTC") => words.usd(low),
            Unit::UsdPer(_) => words.amount(low),
            unit => unit.number(low, words),
        };
        words.between(&low, &self.written_in(high, words))
    }
}

/// A share in per cent, without the noise that the factor of 100 would add: 0.07 is 7, not 7.000000000000001.
fn percent(share: f64) -> f64 {
    Decimal::significant(share * 100.0, 12).value()
}
