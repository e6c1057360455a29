//! A named mine.

use serde::Serialize;

use super::fact::{Fact, Stated};
use crate::inputs::{Input, Inputs};
#[cfg(feature = "sources")]
use crate::range::Uncertain;
use crate::units::{Difficulty, UsdPerBitcoin};
use crate::view::View;
#[cfg(feature = "sources")]
use crate::words::Words;

/// A named mine. Its numbers are facts that a test holds against their ranges, so nothing of it can be set:
///
/// ```compile_fail
/// let mut mine = *breakeven::Scenario::from_id("enegix").unwrap();
/// mine.difficulty = f64::NAN;
/// ```
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Scenario {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) view: View,
    /// USD/BTC, in the market price's place.
    #[serde(skip)]
    pub(super) asked: Option<f64>,
    pub(crate) date: &'static str,
    pub(crate) difficulty: f64,
    #[cfg(feature = "sources")]
    pub(crate) difficulty_source: &'static str,
    #[cfg(feature = "sources")]
    #[serde(skip)]
    pub(crate) stated: &'static [Stated],
    #[serde(skip)]
    pub(super) parts: &'static [&'static [Fact]],
    #[cfg(feature = "sources")]
    #[serde(skip)]
    pub(super) uncertain: &'static [&'static [Uncertain]],
    #[cfg(feature = "sources")]
    #[serde(skip)]
    pub(super) conclude: fn(&Inputs, &Words) -> String,
}

/// There is one of each id.
impl Eq for Scenario {}

impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Scenario {
    /// The name in addresses, attributes and flags.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The name for readers.
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// The figure that answers what is asked of it.
    pub const fn view(&self) -> View {
        self.view
    }

    /// The price that was quoted as this mine's break-even, about which [`View::True`] asks in the market price's place:
    /// until `inputs`, its values as changed, have another market price.
    ///
    /// ```
    /// use breakeven::{Input, Scenario};
    ///
    /// let quoted = Scenario::from_id("quoted-40000")?;
    /// let mine = quoted.inputs();
    /// assert_eq!(quoted.asked_price(&mine).map(|price| price.value()), Some(40_000.0));
    /// assert_eq!(quoted.asked_price(&mine.with(Input::Price, 30_000.0)?), None);
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn asked_price(&self, inputs: &Inputs) -> Option<UsdPerBitcoin> {
        let own = self.fact(Input::Price).is_some_and(|fact| fact.value == inputs.get(Input::Price));
        self.asked.filter(|_| own).map(UsdPerBitcoin::of)
    }

    /// What the mine is, in one sentence.
    pub const fn summary(&self) -> &'static str {
        self.summary
    }

    /// The day whose network and prices hold, `YYYY-MM-DD`.
    pub const fn date(&self) -> &'static str {
        self.date
    }

    /// The difficulty of that day.
    pub const fn difficulty(&self) -> Difficulty {
        Difficulty::of(self.difficulty)
    }

    /// Where the difficulty is from.
    #[cfg(feature = "sources")]
    pub const fn difficulty_source(&self) -> &'static str {
        self.difficulty_source
    }

    /// What is known of the mine beside the inputs.
    #[cfg(feature = "sources")]
    pub const fn stated(&self) -> &'static [Stated] {
        self.stated
    }

    /// Every number of the scenario, one for each input, in the order of the table.
    pub fn facts(&self) -> impl Iterator<Item = &'static Fact> {
        Input::ALL.iter().filter_map(|&input| self.fact(input))
    }

    fn fact(&self, input: Input) -> Option<&'static Fact> {
        // What is said of this mine goes before what is said of its country, and that before the common.
        for part in self.parts.iter().rev() {
            for fact in *part {
                if fact.input == input {
                    return Some(fact);
                }
            }
        }
        None
    }

    /// How far its numbers may be off, at most once for each input, in the order of the table. What stands
    /// in none of them is known.
    #[cfg(feature = "sources")]
    pub fn ranges(&self) -> impl Iterator<Item = &'static Uncertain> {
        let parts = self.uncertain;
        let latest =
            move |input| parts.iter().rev().flat_map(|part| part.iter()).find(|range| range.input == input);
        Input::ALL.iter().filter_map(move |&input| latest(input))
    }

    /// What is uncertain where some of its values were changed to `inputs`: whoever changes a value is taken to know it.
    #[cfg(feature = "sources")]
    pub fn uncertain(&self, inputs: &Inputs) -> Vec<Uncertain> {
        let own = self.inputs();
        self.ranges().filter(|range| inputs.get(range.input) == own.get(range.input)).copied().collect()
    }

    /// The scenario's values.
    pub fn inputs(&self) -> Inputs {
        let values = self.facts().map(|fact| (fact.input, fact.value));
        let inputs = Inputs::default().with_all(values);
        inputs
            .and_then(|inputs| inputs.at_difficulty(self.difficulty))
            .expect("a test has every scenario within the allowed ranges")
    }

    /// What follows, in one sentence whose every number is computed from the scenario's.
    ///
    /// ```
    /// let scenario = breakeven::Scenario::from_id("enegix")?;
    /// assert!(scenario.conclusion().starts_with("Run for 88 of 168 hours"));
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    #[cfg(feature = "sources")]
    pub fn conclusion(&self) -> String {
        self.conclusion_in(Words::usual())
    }

    /// The same in a language.
    #[cfg(feature = "sources")]
    #[doc(hidden)] // as the words are
    pub fn conclusion_in(&self, words: &Words) -> String {
        (self.conclude)(&self.inputs(), words)
    }
}
