//! A local currency for what a mine pays for its power, at a rate that the reader sets. No rate is ever fetched.

use crate::by_id;
use crate::error::{Error, Result};
use crate::inputs::{self, Input, Spec, Unit};
use crate::typed::{self, Reading, Writing};
use crate::words::later::{CurrencyPerKwh, Later};
use crate::words::{Message, Words, message};

/// A currency and what a dollar costs in it.
///
/// ```
/// use breakeven::{Currency, Input};
///
/// let tenge = Currency::new("KZT", 470.0)?;
/// assert_eq!(tenge.parse(Input::Tariff, "23.5")?, 0.05);
/// let error = tenge.parse(Input::Tariff, "5000").unwrap_err();
/// assert_eq!(error.to_string(), "tariff: 5000 is out of range; allowed is 0 to 2,350 KZT/kWh");
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Currency {
    code: String,
    rate: f64,
}

impl Currency {
    /// The inputs that may be told in a local currency.
    pub const INPUTS: &[Input] = &[Input::Tariff, Input::Levy];

    /// The currency of three letters of which `rate` units buy a dollar.
    ///
    /// # Errors
    /// Where the code is not three letters, or the rate no positive number.
    pub fn new(code: &str, rate: f64) -> Result<Self> {
        if code.len() != 3 || !code.bytes().all(|byte| byte.is_ascii_alphabetic()) {
            return Err(Error::unknown("currency", code, CODES));
        }
        if !(rate.is_finite() && rate > 0.0) {
            return Err(Error::out_of_range("rate", rate, RATES));
        }
        Ok(Self { code: code.to_ascii_uppercase(), rate })
    }

    /// The same, the rate as somebody typed it.
    ///
    /// # Errors
    /// Where the code is not three letters, or the text no positive number or one of two.
    pub fn with_rate_text(code: &str, text: &str) -> Result<Self> {
        Self::new(code, typed::any_number("rate", text, "", RATES)?)
    }

    /// Its code in capitals.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// How many units buy a dollar.
    pub const fn rate(&self) -> f64 {
        self.rate
    }

    /// So many units in dollars, as far as an `f64` goes.
    pub fn to_usd(&self, local: f64) -> f64 {
        (local / self.rate).clamp(f64::MIN, f64::MAX)
    }

    /// So many dollars in units, as far as an `f64` goes.
    pub fn to_local(&self, usd: f64) -> f64 {
        (usd * self.rate).clamp(f64::MIN, f64::MAX)
    }

    /// What was typed for `input` in this currency, as the value in dollars that the table wants.
    ///
    /// # Errors
    /// Where the input is none of [`Self::INPUTS`], and where the text is no number or not allowed; the allowed range is told in
    /// this currency.
    pub fn parse(&self, input: Input, text: &str) -> Result<f64> {
        self.parse_as(input, text, Writing::PLAIN)
    }

    /// The same where it is known how the text is written.
    ///
    /// # Errors
    /// As with [`Self::parse`].
    pub fn parse_as(&self, input: Input, text: &str, writing: Writing) -> Result<f64> {
        let Spec { id, unit, .. } = *input.spec();
        if !Self::INPUTS.contains(&input) {
            return Err(Error::unknown("input", id, by_id::ids(Self::INPUTS, |input| input.spec().id)));
        }
        let code = self.code.to_ascii_lowercase();
        let power =
            |before: &[u8], after: &[u8]| inputs::power_of(unit, &[(code.as_bytes(), 0)], before, after);
        let fit = |local| input.fit(self.to_usd(local));
        match typed::read(text, writing.decimal, power, fit) {
            Reading::Number(local) => {
                let checked = input.check(self.to_usd(local));
                checked.map_err(|_| Error::out_of_range(id, local, self.range(input)))
            }
            Reading::Either(ways) => Err(Error::two_readings(id, text, ways)),
            Reading::Nothing => Err(Error::not_a_number(id, text, self.range(input))),
        }
    }

    /// The allowed range of `input` in this currency: `0 to 2,350 KZT/kWh`.
    pub fn allowed(&self, input: Input) -> String {
        self.range(input).text(Words::usual())
    }

    /// The same, to be said in a language.
    fn range(&self, input: Input) -> Later {
        let spec = input.spec();
        let unit = match spec.unit {
            Unit::UsdPer("kWh") => CurrencyPerKwh { currency: self.code.as_str().into() }.into(),
            Unit::UsdPer(per) => [&self.code, "/", per].concat().into(),
            _ => Later::from(self.code.as_str()),
        };
        Later::range(self.to_local(spec.min), self.to_local(spec.max), unit)
    }
}

const CODES: Message = message("allowed-currency");
const RATES: Message = message("allowed-rate");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_currency_that_halves_halves_an_imported_tariff() {
        let before = Currency::new("RUB", 60.0).unwrap().parse(Input::Tariff, "3").unwrap();
        let after = Currency::new("RUB", 120.0).unwrap().parse(Input::Tariff, "3").unwrap();
        assert_eq!((before, after), (0.05, 0.025));
    }

    #[test]
    fn a_code_that_begins_as_a_thousand_does_stands_after_the_number_too() {
        for code in ["KZT", "MXN", "EUR"] {
            let currency = Currency::new(code, 470.0).unwrap();
            for text in [
                "23.5 @/kWh",
                "@ 23.5",
                "23.5 @",
                "23.5 @ per kWh",
                "0.0235 k @/kWh",
                "0.0235k@",
                "23500 @/MWh",
            ] {
                let text = text.replace('@', code);
                assert_eq!(currency.parse(Input::Tariff, &text).unwrap(), 23.5 / 470.0, "{text}");
            }
        }
    }

    #[test]
    fn only_what_is_paid_in_a_currency_is_read_in_it() {
        let error = Currency::new("KZT", 470.0).unwrap().parse(Input::PoolFee, "0.05").unwrap_err();
        assert_eq!(error.to_string(), "input: \"pool_fee\" is not known; known: tariff, levy");
    }

    #[test]
    fn codes_and_rates_that_make_no_sense_are_refused() {
        for rate in [0.0, -470.0, f64::INFINITY, f64::NAN] {
            assert_eq!(Currency::new("KZT", rate).unwrap_err().field(), "rate");
        }
        for code in ["", "K", "TENGE", "K7T", "₸₸₸"] {
            assert!(Currency::new(code, 470.0).unwrap_err().is_unknown_name(), "{code}");
        }
        assert_eq!(Currency::new("kzt", 470.0).unwrap().code(), "KZT");
        assert!(Currency::with_rate_text("KZT", "many").unwrap_err().is_not_a_number());
        // However small or large.
        assert_eq!(Currency::new("KZT", 5e-324).unwrap().to_usd(1.0), f64::MAX);
        assert_eq!(Currency::new("KZT", f64::MAX).unwrap().to_local(-2.0), f64::MIN);
    }

    #[test]
    fn rates_at_the_edge_of_what_a_float_holds_neither_hang_nor_panic() {
        for rate in [5e-324, 1e-308, 1e308, f64::MAX] {
            let currency = Currency::new("KZT", rate).unwrap();
            assert!(!currency.allowed(Input::Tariff).is_empty());
            let _ = currency.parse(Input::Tariff, "1e300");
        }
    }
}
