//! A value for each input, checked on the way in.

use super::table::{Input, Inputs, TABLE};
use super::{LATEST_DIFFICULTY, Spec};
use crate::by_id;
use crate::decimal::Within as _;
use crate::error::{Error, Result};
use crate::format::exact;
use crate::typed::{self, Fit, Reading, Writing};
use crate::units::{Difficulty, ExahashesPerSecond, HashRate};
use crate::words::later::{AllowedHashRate, Later};
use crate::words::{Message, message};

impl Input {
    /// The input's row of the table.
    pub fn spec(self) -> &'static Spec {
        &TABLE[self as usize]
    }

    /// The input of that id.
    ///
    /// # Errors
    /// Where there is none.
    pub fn from_id(id: &str) -> Result<Self> {
        by_id::find("input", Self::ALL, id, |input| input.spec().id).copied()
    }

    /// `value`, if it is allowed.
    ///
    /// # Errors
    /// Where it is not a number or out of the allowed range.
    pub fn check(self, value: f64) -> Result<f64> {
        let spec = self.spec();
        if (spec.min..=spec.max).contains(&value) {
            return Ok(value + 0.0); // −0 becomes 0
        }
        Err(Error::out_of_range(spec.id, value, self.range()))
    }
}

/// What a block pays at least: one satoshi. Without it no price breaks even.
pub(crate) const SMALLEST_REWARD: f64 = 1e-8;

impl Default for Inputs {
    fn default() -> Self {
        Self {
            values: std::array::from_fn(|i| TABLE[i].default),
            difficulty: Difficulty::of(LATEST_DIFFICULTY),
        }
    }
}

impl Inputs {
    /// The value of an input in the unit of the table.
    pub const fn get(&self, input: Input) -> f64 {
        self.values[input as usize]
    }

    /// The network's difficulty, to which the hash rate is the ten-minute equivalent.
    pub const fn difficulty(&self) -> Difficulty {
        self.difficulty
    }

    /// The same with one value changed.
    ///
    /// # Errors
    /// Where `value` is not allowed, or a block would pay nothing.
    pub fn with(&self, input: Input, value: f64) -> Result<Self> {
        self.with_all([(input, value)])
    }

    /// The same with several values changed at once, so that their order does not matter.
    ///
    /// # Errors
    /// Where a value is not allowed, or a block would pay nothing.
    pub fn with_all(&self, changes: impl IntoIterator<Item = (Input, f64)>) -> Result<Self> {
        let mut changed = self.clone();
        for (input, value) in changes {
            changed.set(input, value)?;
        }
        changed.checked_reward()
    }

    /// The same with values changed that lie within their ranges; unchanged where a block would pay nothing then. No
    /// other error can come up, and of such a block nothing could be computed, so there is nothing to be told of it.
    pub(crate) fn changed(&self, changes: impl IntoIterator<Item = (Input, f64)>) -> Self {
        self.with_all(changes).unwrap_or_else(|_| self.clone())
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))] // half a kilobyte at each of its callers otherwise
    fn set(&mut self, input: Input, value: f64) -> Result<()> {
        let value = input.check(value)?;
        // A hash rate that stands already keeps its difficulty, from which it may have been computed.
        if input == Input::Hashrate && value != self.get(input) {
            self.difficulty = HashRate::of(value * 1e18).difficulty();
        }
        self.values[input as usize] = value;
        Ok(())
    }

    /// The same at another difficulty.
    ///
    /// # Errors
    /// Where its hash rate is not allowed.
    pub fn with_difficulty(&self, difficulty: Difficulty) -> Result<Self> {
        self.at_difficulty(difficulty.value())
    }

    /// The same at a number that is to be a difficulty.
    ///
    /// # Errors
    /// Where it is none, or its hash rate is not allowed.
    pub(crate) fn at_difficulty(&self, difficulty: f64) -> Result<Self> {
        let spec = Input::Hashrate.spec();
        let [min, max] = difficulty_ends();
        if !(min..=max).contains(&difficulty) {
            return Err(Error::out_of_range(DIFFICULTY, difficulty, difficulty_range()));
        }
        let mut changed = self.clone();
        changed.difficulty = Difficulty::of(difficulty);
        let hashrate = ExahashesPerSecond::from(changed.difficulty.hash_rate());
        // Rounding may carry an end of the range just beyond it.
        changed.values[Input::Hashrate as usize] = hashrate.value().within(spec.min, spec.max);
        Ok(changed)
    }

    /// The same at the difficulty that somebody typed.
    ///
    /// # Errors
    /// Where the text is no number or the difficulty not allowed.
    pub fn with_difficulty_text(&self, text: &str) -> Result<Self> {
        self.with_difficulty_in_unit(text, Writing::PLAIN, [1.0, 1.0])
    }

    /// The same below a head that names a unit, of which a number counts `times / over`; `36.8 T` means its own.
    ///
    /// # Errors
    /// As with [`Self::with_difficulty_text`].
    #[doc(hidden)] // for the command's tables
    pub fn with_difficulty_in_unit(&self, text: &str, writing: Writing, unit: [f64; 2]) -> Result<Self> {
        let [min, max] = difficulty_ends();
        let fit = |value| if (min..=max).contains(&value) { Fit::Allowed } else { Fit::Refused };
        let power = |before: &[u8], after: &[u8]| match after {
            _ if !before.is_empty() => None,
            b"" => Some(0),
            b"t" => Some(12), // as it is often quoted
            _ => None,
        };
        match typed::read_in_unit(text, writing.decimal, power, fit, unit) {
            Reading::Number(value) => self.at_difficulty(value),
            Reading::Either(ways) => Err(Error::two_readings(DIFFICULTY, text, ways)),
            Reading::Nothing => Err(Error::not_a_number(DIFFICULTY, text, difficulty_range())),
        }
    }

    /// The same with values by their names: the ids of inputs, and `difficulty`. Hash rate and difficulty may both
    /// be named where they say the same; the hash rate is kept where that difficulty follows from it to the last bit, else it is
    /// the difficulty's.
    ///
    /// # Errors
    /// Where a name is not known, a value not allowed, or hash rate and difficulty contradict each other.
    pub fn with_named<'a>(&self, named: impl IntoIterator<Item = (&'a str, f64)>) -> Result<Self> {
        let (mut changed, mut hashrate, mut difficulty) = (self.clone(), None, None);
        for (name, value) in named {
            match name {
                DIFFICULTY => difficulty = Some(value),
                _ if name == Input::Hashrate.spec().id => hashrate = Some(value),
                _ => changed.set(Input::from_id(name)?, value)?,
            }
        }
        if let Some(hashrate) = hashrate {
            changed.set(Input::Hashrate, hashrate)?;
        }
        if let Some(difficulty) = difficulty {
            let told = changed.at_difficulty(difficulty)?;
            let [own, other] = [&told, &changed].map(|inputs| inputs.get(Input::Hashrate));
            if hashrate.is_some() && (own / other - 1.0).abs() > SAME {
                let allowed =
                    AllowedHashRate { difficulty: exact(difficulty).into(), hash_rate: exact(own).into() };
                return Err(Error::conflict(Input::Hashrate.spec().id, other, allowed));
            }
            let kept = changed.difficulty.value() == difficulty && hashrate.is_some();
            changed = if kept { changed } else { told };
        }
        changed.checked_reward()
    }

    #[cfg_attr(target_arch = "wasm32", inline(never))]
    fn checked_reward(self) -> Result<Self> {
        if self.subsidy().value() + self.fees().value() >= SMALLEST_REWARD {
            return Ok(self);
        }
        const ALLOWED: Message = message("allowed-subsidy");
        Err(Error::conflict(Input::Subsidy.spec().id, self.subsidy().value(), ALLOWED))
    }
}

/// What is allowed of the input of that id, or of the difficulty.
///
/// # Errors
/// Where the name is not known.
pub(crate) fn allowed_of(name: &str) -> Result<Later> {
    if name == DIFFICULTY { Ok(difficulty_range()) } else { Input::from_id(name).map(Input::range) }
}

/// The allowed range of the hash rate, as difficulty.
fn difficulty_ends() -> [f64; 2] {
    let spec = Input::Hashrate.spec();
    [spec.min, spec.max].map(|ehs| HashRate::of(ehs * 1e18).difficulty().value())
}

/// The same in four digits, rounded inwards: what is named is allowed.
pub(crate) fn difficulty_range() -> Later {
    Later::range(139.7, 1.396e17, "")
}

/// The name of the difficulty beside the inputs.
pub(crate) const DIFFICULTY: &str = "difficulty";
/// Hash rate and difficulty that are no farther apart say the same: one of them was printed with ten digits.
const SAME: f64 = 1e-9;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_that_a_refused_difficulty_is_told_are_allowed() {
        let told = Inputs::default().at_difficulty(0.0).unwrap_err().allowed();
        let ends: Vec<f64> = told.split(" to ").map(|end| end.parse().unwrap()).collect();
        let is_allowed = |value| Inputs::default().at_difficulty(value).is_ok();
        let [min, max] = ends[..] else { panic!("{told}") };
        assert!(is_allowed(min) && is_allowed(max), "{told}");
        assert!(!is_allowed(min - 0.1) && !is_allowed(max + 1e14), "{told} is not all that is allowed");
    }

    #[test]
    fn every_default_and_every_slider_lies_in_the_allowed_range() {
        for &input in Input::ALL {
            let spec = input.spec();
            assert_eq!(input.check(spec.default), Ok(spec.default), "{}", spec.id);
            let (from, to) = spec.slider.ends();
            assert!(spec.min <= from && from < to && to <= spec.max, "{}", spec.id);
            assert_eq!(Input::from_id(spec.id), Ok(input));
        }
    }

    #[test]
    fn difficulty_and_hash_rate_say_the_same() {
        let inputs = Inputs::default().at_difficulty(36_835_682_546_788.0).unwrap();
        assert_eq!(inputs.difficulty().value(), 36_835_682_546_788.0);
        assert!((inputs.get(Input::Hashrate) - 263.7).abs() < 0.05);
        let again = Inputs::default().with(Input::Hashrate, inputs.get(Input::Hashrate)).unwrap();
        assert!((again.difficulty().value() / 36_835_682_546_788.0 - 1.0).abs() < 1e-15);
    }

    #[test]
    fn a_block_that_pays_nothing_is_refused_in_whatever_order_it_is_told() {
        let unpaid = [(Input::Subsidy, 0.0), (Input::Fees, 0.0)];
        assert!(Inputs::default().with_all(unpaid).unwrap_err().is_conflict());
        let only_fees = [(Input::Subsidy, 0.0), (Input::Fees, 0.5)];
        assert!(Inputs::default().with_all(only_fees).is_ok());
        assert!(Inputs::default().with_all([only_fees[1], only_fees[0]]).is_ok());
    }

    #[test]
    fn an_error_names_field_value_and_range() {
        let error = Inputs::default().with(Input::PoolFee, 0.5).unwrap_err();
        assert_eq!(
            (error.field(), error.value(), &*error.allowed()),
            ("pool_fee", "0.5", "0 to 0.2 (0 to 20 %)")
        );
        let error = Input::Efficiency.parse("many").unwrap_err();
        assert_eq!(
            error.to_string(),
            "efficiency: \"many\" is not a number; allowed is 1 to 100,000,000 J/TH, such as 17.5"
        );
        assert!(Input::Price.check(f64::NAN).unwrap_err().is_not_a_number());
        assert!(Inputs::default().at_difficulty(1.0).unwrap_err().is_out_of_range());
    }
}
