//! The boundary's part that a page moves: one living mine, with the marks in which its reader reads numbers.
//!
//! A move crosses as one number, and what comes back is what differs: a piece of the sentence that is the same is the same
//! object as before.

use js_sys::{Array, Float64Array};
use wasm_bindgen::prelude::*;

use super::marks::{Separators, separated};
use super::table::table_of;
use super::working::lines_of;
use super::{JsInputError, JsInputId, JsReport, JsTableInWords, JsView, JsWorking};
use super::{input, object, reported, segment, view};
use crate::date::Date;
use crate::figure;
use crate::inputs::{Input, Inputs};
use crate::narrate::{self, Segment};
use crate::permalink::{self, Named};
use crate::scenarios::{self, Basis, Scenario};
use crate::typed::Writing;
use crate::units::UsdPerBitcoin;
use crate::words::Words;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("mine.d.ts");

#[wasm_bindgen]
extern "C" {
    /// The pieces of a sentence.
    #[wasm_bindgen(typescript_type = "Segment[]")]
    pub type JsSentence;
    /// To what an input resets.
    #[wasm_bindgen(typescript_type = "Start")]
    pub type JsStart;
    /// What was set in vain.
    #[wasm_bindgen(typescript_type = "Refused[]")]
    pub type JsRefused;
    /// What a link shows.
    #[wasm_bindgen(typescript_type = "Opened")]
    pub type JsOpened;
}

/// A mine that is changed: a scenario, over it a day, over that what the page's author set, and over all what the reader
/// moved.
#[wasm_bindgen]
#[derive(Default)]
pub struct Mine {
    mine: crate::Mine,
    marks: Option<Separators>,
    /// The sentence as it was told last.
    told: Vec<(Segment, JsValue)>,
}

/// A mine at one time, to be come back to.
#[wasm_bindgen]
pub struct Moment(crate::mine::Moment);

#[wasm_bindgen]
impl Moment {
    /// The text for an address that shows it in a figure. Throws an `InputError`.
    pub fn link(&self, id: &JsView) -> Result<String, JsInputError> {
        Ok(self.0.link(view(id)?))
    }
}

#[wasm_bindgen]
impl Mine {
    /// The scenario that stands where none is named.
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on numbers are written with these marks; without them those of the page's language.
    pub fn write_numbers_with(&mut self, decimal: Option<String>, group: Option<String>) {
        self.marks = Separators::of(decimal, group);
        self.told.clear();
    }

    /// Its scenario's place among all of them.
    pub fn scenario(&self) -> Option<usize> {
        scenarios::ALL.iter().position(|one| one == self.mine.scenario())
    }

    /// The day whose network and market stand in the scenario's place.
    pub fn date(&self) -> Option<String> {
        self.mine.date().map(Date::text)
    }

    /// Goes up with every change.
    pub fn changes(&self) -> u32 {
        self.mine.changes()
    }

    /// Goes up where an input may reset to another value than before.
    pub fn origins(&self) -> u32 {
        self.mine.origins()
    }

    /// Whether the reader has moved anything.
    pub fn is_moved(&self) -> bool {
        self.mine.is_moved()
    }

    /// Whether all its inputs are the scenario's own, as that was published.
    pub fn is_as_published(&mut self) -> bool {
        self.mine.is_as_published()
    }

    /// The values in effect, in the order of the table.
    pub fn values(&mut self) -> Float64Array {
        let inputs = &self.mine.report().inputs;
        let values: Vec<f64> = Input::ALL.iter().map(|&input| inputs.get(input)).collect();
        Float64Array::from(&*values)
    }

    /// A value of an input as its field has it, without its unit. Throws an `InputError`.
    pub fn written(&self, id: &JsInputId, value: f64) -> Result<String, JsInputError> {
        let text = input(id)?.spec().unit.number(value, Words::usual());
        Ok(separated(&text, self.marks.as_ref()).into_owned())
    }

    /// To what an input resets, and where that is from. Throws an `InputError`.
    pub fn origin(&self, id: &JsInputId) -> Result<JsStart, JsInputError> {
        let origin = self.mine.origin(input(id)?);
        let (basis, date) = match (origin.day, origin.fact) {
            (Some(day), _) => (Basis::Derived.id().into(), day.text().into()),
            (None, Some(fact)) => (fact.basis.id().into(), fact.date.into()),
            (None, None) => (JsValue::UNDEFINED, JsValue::UNDEFINED),
        };
        let origin = object(&[("value", origin.value.into()), ("basis", basis), ("date", date)]);
        Ok(origin.unchecked_into())
    }

    /// What its inputs amount to.
    pub fn report(&mut self) -> JsReport {
        reported(self.mine.report())
    }

    /// The same in a sentence, in pieces. While the price's growth `is_in_hand` it stands there, be it none: what is
    /// dragged or typed must not vanish.
    pub fn sentence(&mut self, is_in_hand: bool) -> JsSentence {
        let told = Array::new();
        let mut old = std::mem::take(&mut self.told).into_iter();
        for piece in narrate::sentence_with(self.mine.report(), Words::usual(), is_in_hand) {
            let same = old.next().filter(|(before, _)| *before == piece);
            let (piece, value) = same.unwrap_or_else(|| {
                let value = segment(&piece, self.marks.as_ref());
                (piece, value)
            });
            told.push(&value);
            self.told.push((piece, value));
        }
        told.unchecked_into()
    }

    /// What the author has set that turned out not to go with the rest, since this was asked last.
    pub fn take_refused(&mut self) -> JsRefused {
        let told = Array::new();
        for refused in self.mine.take_refused() {
            let message = JsInputError::from(refused.error);
            told.push(&object(&[
                ("input", refused.input.spec().id.into()),
                ("value", refused.value.into()),
                ("error", message.into()),
            ]));
        }
        told.unchecked_into()
    }

    /// Opens a scenario. What the reader moved goes; what the author set may stay. Throws an `InputError`.
    pub fn open(&mut self, scenario: &str, keep_given: bool) -> Result<(), JsInputError> {
        self.mine.open(Scenario::from_id(scenario)?, keep_given);
        Ok(())
    }

    /// The author sets an input, or takes the setting back. Throws an `InputError`.
    pub fn give(&mut self, id: &JsInputId, value: Option<f64>) -> Result<(), JsInputError> {
        Ok(self.mine.give(input(id)?, value)?)
    }

    /// The author sets an input by what stands in an attribute: `0.02` of a share are two per cent. Throws an
    /// `InputError`, and then what was set before is taken back too.
    pub fn give_text(&mut self, id: &JsInputId, text: &str) -> Result<(), JsInputError> {
        let input = input(id)?;
        self.mine.give(input, None)?;
        Ok(self.mine.give(input, Some(input.parse(text)?))?)
    }

    /// The author sets the day of network and market, `YYYY-MM-DD` or `latest`, or takes it back. Throws an `InputError`.
    pub fn date_to(&mut self, day: Option<String>) -> Result<(), JsInputError> {
        Ok(self.mine.date_to(day.as_deref())?)
    }

    /// The reader goes to a day. Throws an `InputError`.
    pub fn scrub_to(&mut self, day: &str) -> Result<(), JsInputError> {
        Ok(self.mine.scrub_to(day)?)
    }

    /// The reader moves an input. Throws an `InputError`, and then nothing has changed.
    pub fn set(&mut self, id: &JsInputId, value: f64) -> Result<(), JsInputError> {
        Ok(self.mine.set(input(id)?, value)?)
    }

    /// The reader moves an input by so many steps. Throws an `InputError`, and then nothing has changed.
    pub fn step(&mut self, id: &JsInputId, count: i32) -> Result<(), JsInputError> {
        let input = input(id)?;
        let value = input.step(self.mine.report().inputs.get(input), count);
        Ok(self.mine.set(input, value)?)
    }

    /// The reader types in an input's field, where `2` of a share are two per cent; `decimal` is the mark before the
    /// decimals, that of the page's language where none is named. Tells whether it was perhaps meant as a part of one.
    /// Throws an `InputError`, and then nothing has changed.
    pub fn type_in(
        &mut self,
        id: &JsInputId,
        text: &str,
        decimal: Option<char>,
    ) -> Result<bool, JsInputError> {
        let input = input(id)?;
        let value = input.parse_as(text, Writing::field(decimal.unwrap_or(Writing::USUAL_DECIMAL)))?;
        self.mine.set(input, value)?;
        Ok(input.may_be_a_part(value))
    }

    /// An input is the scenario's or the day's again. Throws an `InputError`, and then nothing has changed.
    pub fn reset(&mut self, id: &JsInputId) -> Result<(), JsInputError> {
        Ok(self.mine.reset(input(id)?)?)
    }

    /// The reader's value of one input is what it was then. Throws an `InputError`.
    pub fn restore(&mut self, id: &JsInputId, before: &Moment) -> Result<(), JsInputError> {
        self.mine.restore(input(id)?, &before.0);
        Ok(())
    }

    /// Takes back all that the reader moved.
    pub fn restart(&mut self) {
        self.mine.restart();
    }

    /// Which mine it is now.
    pub fn moment(&self) -> Moment {
        Moment(self.mine.moment())
    }

    /// All is as it was then.
    pub fn come_back(&mut self, moment: &Moment) {
        self.mine.come_back(&moment.0);
    }

    /// Whether all its inputs are as they were then, and it is put on the same day.
    pub fn is_as(&mut self, before: &Moment) -> bool {
        self.mine.is_as(&before.0)
    }

    /// What the one input amounts to in which it differs from what it was, in a sentence; `undefined` where it is not just
    /// one.
    pub fn change_since(&mut self, before: &Moment) -> Option<String> {
        let text = self.mine.change_since(&before.0)?;
        Some(separated(&text, self.marks.as_ref()).into_owned())
    }

    /// Shows what a link says; what cannot be read is left out and told in a warning. All else goes. Whoever
    /// wrote the link knows inputs by their ids, its readers by their labels.
    pub fn open_link(&mut self, text: &str, for_readers: bool) -> JsOpened {
        let permalink::ReadLink { state, warnings } = permalink::read(text);
        self.mine.open_state(&state);
        let named = if for_readers { Named::ByLabel } else { Named::ById };
        let told = Array::new();
        for warning in &warnings {
            told.push(&warning.message_naming(named, Words::usual()).into());
        }
        object(&[("view", state.view.id().into()), ("warnings", told.into())]).unchecked_into()
    }

    /// The formula with its numbers put in, line by line.
    pub fn working(&mut self) -> JsWorking {
        lines_of(self.mine.report(), self.marks.as_ref())
    }

    /// A figure as a table that people read. Throws an `InputError`.
    pub fn table(&mut self, id: &JsView) -> Result<JsTableInWords, JsInputError> {
        let (inputs, price) = asked(&mut self.mine);
        Ok(table_of(&figure::plot_about(view(id)?, price, inputs), self.marks.as_ref()))
    }

    /// A figure as CSV: a head, commas, each number as exact as the core has it. Throws an `InputError`.
    pub fn csv(&mut self, id: &JsView) -> Result<String, JsInputError> {
        let (inputs, price) = asked(&mut self.mine);
        Ok(figure::csv(&figure::plot_about(view(id)?, price, inputs)))
    }
}

/// Its inputs, and the quoted price about which a figure of them is asked.
fn asked(mine: &mut crate::Mine) -> (&Inputs, Option<UsdPerBitcoin>) {
    let (scenario, inputs) = (mine.scenario(), &mine.report().inputs);
    (inputs, scenario.asked_price(inputs))
}

impl Mine {
    pub(super) fn asked(&mut self) -> (&Inputs, Option<UsdPerBitcoin>) {
        asked(&mut self.mine)
    }

    pub(super) fn day(&self) -> Option<crate::Date> {
        self.mine.date()
    }

    pub(super) fn author(&self) -> crate::Inputs {
        self.mine.author()
    }

    pub(super) fn marks(&self) -> Option<&Separators> {
        self.marks.as_ref()
    }
}
