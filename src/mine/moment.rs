//! A mine at one time: what stands over what.

use crate::date::Date;
use crate::error::{Error, Result};
use crate::history::DECIDED;
use crate::inputs::{Input, Inputs, SMALLEST_REWARD};
use crate::permalink::{self, State};
use crate::scenarios::Scenario;
use crate::view::View;

/// Values for some inputs. Hash rate and difficulty are one: whoever sets the one unsets the other.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Layer {
    /// In the order of the table.
    values: [Option<f64>; Input::ALL.len()],
    /// Where the hash rate was computed from it.
    pub(super) difficulty: Option<f64>,
}

impl Layer {
    pub(super) fn get(&self, input: Input) -> Option<f64> {
        self.values[input as usize]
    }

    pub(super) fn put(&mut self, input: Input, value: Option<f64>) {
        self.values[input as usize] = value;
        if input == Input::Hashrate {
            self.difficulty = None;
        }
    }

    /// What a mine has of some inputs and of the network; where it had a `start`, only what differs from that.
    #[inline(never)] // it is called from two places
    pub(super) fn of(meant: &[Input], inputs: &Inputs, start: Option<&Inputs>) -> Self {
        let mut layer = Self::default();
        for &input in meant {
            let value = inputs.get(input);
            layer.values[input as usize] =
                Some(value).filter(|value| start.is_none_or(|start| start.get(input) != *value));
        }
        let difficulty = inputs.difficulty();
        if start.is_none_or(|start| start.difficulty() != difficulty) {
            layer.put(Input::Hashrate, Some(inputs.get(Input::Hashrate)));
            layer.difficulty = Some(difficulty.value());
        }
        layer
    }

    /// Of the two that together must not be too little the first that is so by itself here. Each value is allowed, and
    /// nothing else is asked of several.
    fn at_fault(&self) -> Option<(Input, f64)> {
        let here =
            |input| self.get(input).filter(|value| *value < SMALLEST_REWARD).map(|value| (input, value));
        here(Input::Subsidy).or_else(|| here(Input::Fees))
    }
}

/// Network and market of a day.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Dated {
    pub(super) date: Date,
    pub(super) decided: Layer,
}

impl Dated {
    /// # Errors
    /// Where the text is no day, or one beyond the data; either way with the days that are allowed.
    pub(super) fn on(day: &str) -> Result<Self> {
        let (date, then) = Inputs::default().on_day(day)?;
        Ok(Self { date, decided: Layer::of(&DECIDED, &then, None) })
    }
}

/// A value that the author set and that does not go with the rest: it is not in effect.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Refused {
    /// Whose value it is.
    pub input: Input,
    /// The value.
    pub value: f64,
    /// Why it is refused.
    pub error: Error,
}

/// A mine at one time, to be come back to.
#[derive(Clone, Copy, Debug)]
pub struct Moment {
    pub(super) scenario: &'static Scenario,
    /// Of another day than the scenario's, as its author has it.
    pub(super) dated: Option<Dated>,
    /// Of the day to which the reader went, in its stead.
    pub(super) scrubbed: Option<Dated>,
    /// All that the author set and that is allowed by itself: another scenario may take what this one refused.
    pub(super) asked: Layer,
    /// What of that is in effect.
    pub(super) given: Layer,
    pub(super) moved: Layer,
}

impl Moment {
    pub(super) fn day(&self) -> Option<&Dated> {
        self.scrubbed.as_ref().or(self.dated.as_ref())
    }

    /// What is in effect once what does not go with the rest has been left out, the author's before the reader's.
    #[inline(never)] // it is called from four places
    pub(super) fn settle(&mut self, refused: &mut Vec<Refused>) -> Inputs {
        loop {
            let error = match self.inputs() {
                Ok(inputs) => return inputs,
                Err(error) => error,
            };
            if let Some((input, value)) = self.given.at_fault() {
                self.given.put(input, None);
                refused.push(Refused { input, value, error });
            } else if let Some((input, _)) = self.moved.at_fault() {
                self.moved.put(input, None);
            } else {
                return self.scenario.inputs();
            }
        }
    }

    /// As the author has it: before the reader moved anything.
    pub(super) fn author(self) -> Self {
        Self { scrubbed: None, given: self.asked, moved: Layer::default(), ..self }
    }

    /// What an input is where the reader has not moved it.
    pub(super) fn unmoved(&self, input: Input) -> f64 {
        let given = self.given.get(input);
        given.or_else(|| self.day()?.decided.get(input)).unwrap_or_else(|| self.scenario.inputs().get(input))
    }

    /// Layers over a scenario: of each input the last one that says something of it.
    ///
    /// # Errors
    /// Where what was set does not go together.
    pub(super) fn inputs(&self) -> Result<Inputs> {
        let mut inputs = self.scenario.inputs();
        let mut others = Vec::new();
        for layer in [&self.day().map_or_else(Layer::default, |day| day.decided), &self.given, &self.moved] {
            if let Some(difficulty) = layer.difficulty {
                inputs = inputs.at_difficulty(difficulty)?;
            }
            for &input in Input::ALL {
                match layer.get(input) {
                    Some(hashrate) if input == Input::Hashrate => inputs = inputs.with(input, hashrate)?,
                    Some(value) => others.push((input, value)),
                    None => {}
                }
            }
        }
        inputs.with_all(others)
    }

    /// The text for an address that shows it in a figure; see [`permalink`].
    pub fn link(&self, view: View) -> String {
        let inputs = { *self }.settle(&mut Vec::new());
        let date = self.scrubbed.map(|day| day.date);
        permalink::write(&State { scenario: self.scenario, date, inputs, view })
    }
}
