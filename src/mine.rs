//! A mine that people change: a scenario, over it a day, over that what its author set, and over all what a reader moved.
//!
//! A page has one for each calculator and keeps no copy of it: it tells what was done, and asks what follows. What an
//! author sets is looked at as a whole when somebody asks, for two values may only go together; what a reader does is
//! taken or refused at once, and a refusal leaves everything as it was.

mod moment;

pub use moment::{Moment, Refused};

use crate::date::Date;
use crate::error::Result;
use crate::inputs::{Input, Inputs};
use crate::narrate;
use crate::permalink::State;
use crate::report::Report;
use crate::scenarios::{Fact, NEWEST, Scenario};
use moment::{Dated, Layer};

/// The value that stands where nobody set another, and where it comes from.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Origin {
    /// In the unit of the table.
    pub value: f64,
    /// The day that decides it, in place of the scenario.
    pub day: Option<Date>,
    /// What the scenario says of it.
    pub fact: Option<&'static Fact>,
}

/// A mine that people change.
///
/// ```
/// use breakeven::{Input, Mine, Scenario};
///
/// let mut mine = Mine::of(Scenario::from_id("enegix")?);
/// let before = mine.moment();
/// mine.set(Input::Tariff, 0.07)?;
/// assert!(mine.set(Input::Tariff, -1.0).is_err());
/// assert_eq!(mine.report().inputs.get(Input::Tariff), 0.07);
/// assert_eq!(mine.moment().link(breakeven::View::Time), "1~enegix~time~tariff_0.07");
/// mine.come_back(&before);
/// assert!(!mine.is_moved());
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Clone, Debug)]
pub struct Mine {
    now: Moment,
    /// What follows, once somebody has asked.
    report: Option<Report>,
    refused: Vec<Refused>,
    changes: u32,
    origins: u32,
}

impl Default for Mine {
    /// The scenario that stands where none is named: the newest one.
    fn default() -> Self {
        Self::of(NEWEST)
    }
}

impl Mine {
    /// A scenario, unchanged.
    pub fn of(scenario: &'static Scenario) -> Self {
        let [asked, given, moved] = [Layer::default(); 3];
        let now = Moment { scenario, dated: None, scrubbed: None, asked, given, moved };
        Self { now, report: None, refused: Vec::new(), changes: 0, origins: 0 }
    }

    /// The scenario from which it started.
    pub fn scenario(&self) -> &'static Scenario {
        self.now.scenario
    }

    /// The day whose network and market stand in the scenario's place.
    pub fn date(&self) -> Option<Date> {
        self.now.day().map(|day| day.date)
    }

    /// Goes up with every change: where it is the same, everything is.
    pub fn changes(&self) -> u32 {
        self.changes
    }

    /// Goes up where an input may reset to another value than before.
    pub fn origins(&self) -> u32 {
        self.origins
    }

    /// Which mine it is now.
    pub fn moment(&self) -> Moment {
        self.now
    }

    /// Whether the reader has moved anything.
    pub fn is_moved(&self) -> bool {
        self.now.scrubbed.is_some() || self.now.moved != Layer::default()
    }

    /// Whether all its inputs are the scenario's own, as that was published; a day may tell the same.
    pub fn is_as_published(&mut self) -> bool {
        let published = self.now.scenario.inputs();
        self.report().inputs == published
    }

    /// What the inputs in effect amount to.
    pub fn report(&mut self) -> &Report {
        let report = self.report.take().unwrap_or_else(|| Report::of(&self.now.settle(&mut self.refused)));
        self.report.insert(report)
    }

    /// What of the author's settings turned out not to go with the rest since this was asked last.
    pub fn take_refused(&mut self) -> Vec<Refused> {
        std::mem::take(&mut self.refused)
    }

    /// The mine as its author has it: before the reader moved anything.
    pub fn author(&self) -> Inputs {
        self.now.author().settle(&mut Vec::new())
    }

    /// To what an input resets, unless its author set another value.
    pub fn origin(&self, input: Input) -> Origin {
        if let Some((day, value)) = self.now.day().and_then(|day| Some((day.date, day.decided.get(input)?))) {
            return Origin { value, day: Some(day), fact: None };
        }
        let scenario = self.now.scenario;
        let fact = scenario.facts().find(|fact| fact.input == input);
        Origin { value: scenario.inputs().get(input), day: None, fact }
    }

    /// What the one input amounts to in which it differs from what it was, in a sentence; `None` where it is not just
    /// one.
    pub fn change_since(&mut self, before: &Moment) -> Option<String> {
        let before = Report::of(&before.inputs().ok()?);
        narrate::change(&before, self.report())
    }

    /// Whether all its inputs are as they were, and it is put on the same day: another one of the same difficulty period has
    /// the same numbers.
    pub fn is_as(&mut self, before: &Moment) -> bool {
        let day = before.day().map(|day| day.date);
        day == self.date() && before.inputs().is_ok_and(|before| before == self.report().inputs)
    }

    fn changed(&mut self) {
        self.report = None;
        self.changes += 1;
    }

    fn origins_changed(&mut self) {
        self.origins += 1;
        self.changed();
    }

    /// The author sets an input, or takes the setting back; what the reader moved of it goes.
    ///
    /// # Errors
    /// Where the value is not allowed by itself; then there is no setting.
    pub fn give(&mut self, input: Input, value: Option<f64>) -> Result<()> {
        let checked = value.map(|value| input.check(value)).transpose();
        self.now.asked.put(input, checked.as_ref().ok().copied().flatten());
        self.now.given = self.now.asked;
        self.now.moved.put(input, None);
        self.changed();
        checked.map(|_| ())
    }

    /// The author sets the day of network and market, `YYYY-MM-DD` or `latest`, or takes it back with `None`. What author or
    /// reader set by itself stands over it.
    ///
    /// # Errors
    /// Where the text is no day or one that is not known; the error names those that are.
    pub fn date_to(&mut self, day: Option<&str>) -> Result<()> {
        self.now.dated = day.map(Dated::on).transpose()?;
        self.now.scrubbed = None;
        self.now.given = self.now.asked;
        self.origins_changed();
        Ok(())
    }

    /// The reader goes to a day, `YYYY-MM-DD` or `latest`, and what was moved of that which it decides goes.
    ///
    /// # Errors
    /// Where the text is no day or one that is not known; the error names those that are.
    pub fn scrub_to(&mut self, day: &str) -> Result<()> {
        let dated = Dated::on(day)?;
        for &input in Input::ALL.iter().filter(|input| dated.decided.get(**input).is_some()) {
            self.now.moved.put(input, None);
        }
        self.now.scrubbed = Some(dated);
        self.now.given = self.now.asked;
        self.origins_changed();
        Ok(())
    }

    /// The reader moves an input; one that is as it would be without that is not moved.
    ///
    /// # Errors
    /// Where the value is not allowed, or does not go with the others.
    pub fn set(&mut self, input: Input, value: f64) -> Result<()> {
        let mut then = self.settled();
        // Back at what lies under it, it is not moved: another day or another setting may come through again.
        let is_moved = value != then.unmoved(input);
        then.moved.put(input, is_moved.then_some(value));
        self.take(then)
    }

    /// An input is the scenario's or the day's again, whoever set it.
    ///
    /// # Errors
    /// Where that value does not go with the others.
    pub fn reset(&mut self, input: Input) -> Result<()> {
        let mut then = self.settled();
        for layer in [&mut then.asked, &mut then.given, &mut then.moved] {
            layer.put(input, None);
        }
        self.take(then)
    }

    /// As it is once what does not go together has been left out.
    fn settled(&mut self) -> Moment {
        self.now.settle(&mut self.refused);
        self.now
    }

    /// What is moved comes into effect only where it is allowed.
    fn take(&mut self, then: Moment) -> Result<()> {
        then.inputs()?;
        let is_change =
            (then.asked, then.given, then.moved) != (self.now.asked, self.now.given, self.now.moved);
        self.now = then;
        if is_change {
            self.changed();
        }
        Ok(())
    }

    /// The reader's value of one input is what it was, or there is none again.
    pub fn restore(&mut self, input: Input, before: &Moment) {
        let mut moved = self.now.moved;
        moved.put(input, before.moved.get(input));
        if input == Input::Hashrate {
            moved.difficulty = before.moved.difficulty;
        }
        if moved != self.now.moved {
            self.now.moved = moved;
            self.changed();
        }
    }

    /// Takes back all that the reader moved.
    pub fn restart(&mut self) {
        self.now = self.now.author();
        self.origins_changed();
    }

    /// All is as it was then.
    pub fn come_back(&mut self, moment: &Moment) {
        self.now = *moment;
        self.origins_changed();
    }

    /// Opens a scenario. What the reader moved goes; what the author set may stay.
    pub fn open(&mut self, scenario: &'static Scenario, keep_given: bool) {
        if !keep_given {
            self.now.asked = Layer::default();
            self.now.dated = None;
        }
        self.now.scenario = scenario;
        self.now.scrubbed = None;
        self.now.given = self.now.asked;
        self.now.moved = Layer::default();
        self.origins_changed();
    }

    /// Shows what a link says; all else goes.
    pub fn open_state(&mut self, state: &State) {
        self.open(state.scenario, false);
        self.now.scrubbed = state.date.and_then(|date| Dated::on(&date.text()).ok());
        let start = self.now.settle(&mut self.refused);
        self.now.moved = Layer::of(Input::ALL, &state.inputs, Some(&start));
    }
}
