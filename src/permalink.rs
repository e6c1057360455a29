//! What a reader looks at, as a short text for an address, and back, exactly.
//!
//! The text is `1~scenario~view` and then `~input_value` for whatever differs from the scenario:
//! `1~quoted-40000~tariff~efficiency_29.5`. Only letters, digits and `-._~` stand in it, which no address has to
//! escape. A value is a decimal where that is the very `f64`, else `x` and its 64 bits in hexadecimal.
//!
//! `~date_YYYY-MM-DD` is the day to which the reader went, with a value for all that the day decides: these hold, whatever
//! another release knows of the day. What it decides and no value is there for, as in a link that is written by hand, is
//! the day's: `1~quoted-40000~time~date_2022-10-24`, or `date_latest` for the newest.

use std::fmt;

use crate::date::Date;
use crate::decimal::{self, Decimal};
use crate::error::{Error, Result};
use crate::history::DECIDED;
use crate::inputs::{DIFFICULTY, Input, Inputs, difficulty_range};
use crate::scenarios::{ALL, Scenario};
use crate::solve::Target;
use crate::view::View;
use crate::words::{self, Words};

/// The form of the text; another one means another grammar.
const VERSION: &str = "1";
const SEPARATOR: char = '~';
/// The part that names a day.
const DATE: &str = "date";
/// More than every input at its longest, escaped, takes.
const LONGEST: usize = 4096;
/// Decimals longer than this are written as bits, which take 17 characters.
const LONGEST_DECIMAL: usize = 17;

/// What is on the screen.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct State {
    /// The named mine from which the reader started.
    pub scenario: &'static Scenario,
    /// The day to which the reader went, whose network and market stand in the scenario's place; one that
    /// [`Inputs::at_date`] takes.
    pub date: Option<Date>,
    /// Its numbers, as changed.
    pub inputs: Inputs,
    /// The figure that is shown.
    pub view: View,
}

impl Default for State {
    /// The scenario on which the page opens, unchanged.
    fn default() -> Self {
        Self::of(&ALL[0])
    }
}

impl State {
    /// A scenario, unchanged.
    pub fn of(scenario: &'static Scenario) -> Self {
        Self { scenario, date: None, inputs: scenario.inputs(), view: View::Tariff }
    }
}

/// A state that was read, and what of the text was left out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct ReadLink {
    /// All that could be read; the default for the rest.
    pub state: State,
    /// One for each part that was left out; none where the text was written by [`write()`].
    pub warnings: Vec<Warning>,
}

/// Why a part of a text was left out. The rest holds.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Warning {
    /// It is no state at all; the default stands for it.
    Malformed,
    /// It is of a form that only another release reads; the default stands for it.
    UnknownVersion,
    /// It names a scenario that does not exist; the first one stands for it.
    UnknownScenario(Error),
    /// It names a figure that does not exist.
    UnknownView(Error),
    /// It names an input that does not exist.
    UnknownInput(Error),
    /// A value is no number, not allowed, or does not go with another, or a day is none that is known.
    RefusedValue(Error),
    /// An input or the day is named more than once, or hash rate and difficulty both are; the last one holds.
    Repeated(&'static str),
}

/// How a warning names an input.
#[doc(hidden)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// As whoever writes a link or a command types it.
    ById,
    /// As the page does, whose reader did not write the link.
    ByLabel,
}

impl Warning {
    /// The name of its kind.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Malformed => "malformed",
            Self::UnknownVersion => "unknown-version",
            Self::UnknownScenario(_) => "unknown-scenario",
            Self::UnknownView(_) => "unknown-view",
            Self::UnknownInput(_) => "unknown-input",
            Self::RefusedValue(_) => "refused-value",
            Self::Repeated(_) => "repeated",
        }
    }

    /// What was left out and why, in one line.
    pub fn message(&self) -> String {
        self.message_in(Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)] // as the words are
    pub fn message_in(&self, words: &Words) -> String {
        self.message_naming(Named::ById, words)
    }

    /// The same with inputs named as whoever is told knows them.
    #[doc(hidden)]
    pub fn message_naming(&self, named: Named, words: &Words) -> String {
        let name = |id| match Target::from_id(id) {
            Ok(input) if named == Named::ByLabel => input.label_in(words),
            _ => id,
        };
        match self {
            Self::Malformed => words.link_malformed().to_owned(),
            Self::UnknownVersion => words.link_of_another_release().to_owned(),
            // Whoever opens a link did not write it: a list of all names would not help.
            Self::UnknownScenario(error) | Self::UnknownView(error) | Self::UnknownInput(error) => {
                words::LinkWithUnknown { field: error.field(), value: error.value() }.text(words)
            }
            Self::RefusedValue(error) => {
                let refusal = error.message_about(name(error.field()), words);
                words::LinkWithRefused { refusal: &refusal }.text(words)
            }
            Self::Repeated(field) => words::LinkWithRepeated { field: name(field) }.text(words),
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message())
    }
}

/// The text of a state.
///
/// ```
/// use breakeven::permalink::{State, read, write};
/// use breakeven::{Input, Scenario};
///
/// let mut state = State::of(Scenario::from_id("enegix")?);
/// state.inputs = state.inputs.with(Input::Efficiency, 29.5)?;
/// assert_eq!(write(&state), "1~enegix~tariff~efficiency_29.5");
/// assert_eq!(read("1~enegix~tariff~efficiency_29.5").state, state);
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn write(state: &State) -> String {
    let mut text = [VERSION, state.scenario.id, state.view.id()].join("~");
    if let Some(date) = state.date {
        push_part(&mut text, DATE, &date.text());
    }
    let start = state.scenario.inputs();
    for &input in Input::ALL.iter().filter(|input| **input != Input::Hashrate) {
        let value = state.inputs.get(input);
        if value != start.get(input) || state.date.is_some() && DECIDED.contains(&input) {
            push(&mut text, input.spec().id, value);
        }
    }
    push_network(&mut text, state, &start);
    text
}

/// The hash rate or the difficulty: that from which the other one follows to the last bit. Both where the hash rate is the
/// scenario's and its difficulty, for rounding, is not.
fn push_network(text: &mut String, State { date, inputs, .. }: &State, start: &Inputs) {
    let (hashrate, difficulty) = (inputs.get(Input::Hashrate), inputs.difficulty());
    let same = |other: &Inputs| other.get(Input::Hashrate) == hashrate && other.difficulty() == difficulty;
    if date.is_none() && same(start) {
        return;
    }
    if start.with(Input::Hashrate, hashrate).is_ok_and(|given| same(&given)) {
        push(text, Input::Hashrate.spec().id, hashrate);
        return;
    }
    push(text, DIFFICULTY, difficulty.value());
    if !start.with_difficulty(difficulty).is_ok_and(|given| same(&given)) {
        push(text, Input::Hashrate.spec().id, hashrate);
    }
}

fn push(text: &mut String, id: &str, value: f64) {
    let decimal = Decimal::shortest(value).plain();
    if decimal.len() <= LONGEST_DECIMAL {
        push_part(text, id, &decimal);
    } else {
        push_part(text, id, "x");
        push_bits(text, value.to_bits());
    }
}

fn push_part(text: &mut String, id: &str, value: &str) {
    text.push(SEPARATOR);
    text.push_str(id);
    text.push('_');
    text.push_str(value);
}

fn push_bits(text: &mut String, bits: u64) {
    for nibble in (0..16).rev() {
        let digit = (bits >> (nibble * 4)) & 0xf;
        text.extend(char::from_digit(digit as u32, 16)); // four bits
    }
}

/// The state of a text, whatever it is: what cannot be read is left out, and a warning says so.
pub fn read(text: &str) -> ReadLink {
    let refused = |warning| ReadLink { state: State::default(), warnings: vec![warning] };
    if text.len() > LONGEST {
        return refused(Warning::Malformed);
    }
    let parts = parts_of(text);
    let mut parts = parts.iter().map(String::as_str);
    match parts.next() {
        Some(VERSION) => {}
        Some(version) if is_number(version) => return refused(Warning::UnknownVersion),
        _ => return refused(Warning::Malformed),
    }
    let mut warnings = Vec::new();
    let scenario = parts.next().map_or(Ok(&ALL[0]), Scenario::from_id);
    let mut state = match scenario {
        Ok(scenario) => State::of(scenario),
        Err(error) => {
            warnings.push(Warning::UnknownScenario(error));
            State::default()
        }
    };
    match parts.next().map(View::from_id) {
        Some(Ok(view)) => state.view = view,
        Some(Err(error)) => warnings.push(Warning::UnknownView(error)),
        None => {}
    }
    let mut changes = Changes::default();
    for part in parts {
        if let Err(warning) = changes.take(part) {
            warnings.push(warning);
        }
    }
    state.date = changes.date;
    changes.apply(&mut state.inputs, &mut warnings);
    ReadLink { state, warnings }
}

/// What stands between the separators; mail programs escape those, and break lines.
fn parts_of(text: &str) -> Vec<String> {
    const SEPARATORS: [&str; 3] = ["~", "%7E", "%7e"];
    let mut parts = Vec::new();
    let mut part = String::new();
    for character in text.chars().filter(|character| !character.is_ascii_whitespace()) {
        part.push(character);
        if let Some(separator) = SEPARATORS.iter().find(|separator| part.ends_with(**separator)) {
            for _ in separator.chars() {
                part.pop();
            }
            parts.push(std::mem::take(&mut part));
        } else if parts.is_empty() && matches!(part.as_str(), "#" | "?") {
            part.clear();
        }
    }
    parts.push(part);
    parts
}

fn is_number(version: &str) -> bool {
    !version.is_empty() && version.bytes().all(|byte| byte.is_ascii_digit())
}

/// What a text changes, each value allowed by itself.
#[derive(Default)]
struct Changes {
    values: Vec<(Input, f64)>,
    difficulty: Option<f64>,
    date: Option<Date>,
}

impl Changes {
    /// Takes `input_value` or `date_YYYY-MM-DD`.
    fn take(&mut self, part: &str) -> std::result::Result<(), Warning> {
        let (id, text) = split_last(part);
        if id == DATE {
            let (date, _) = Inputs::default().on_day(text).map_err(Warning::RefusedValue)?;
            return once(self.date.replace(date).is_some(), DATE);
        }
        if id == DIFFICULTY {
            let value = match number(text) {
                Some(value) => Inputs::default().at_difficulty(value).map(|_| value),
                None => Err(Error::not_a_number(DIFFICULTY, text, difficulty_range())),
            };
            return self.keep_difficulty(value.map_err(Warning::RefusedValue)?);
        }
        let input = Input::from_id(id).map_err(Warning::UnknownInput)?;
        let value = value_of(input, text).map_err(Warning::RefusedValue)?;
        self.keep(input, value)
    }

    fn keep(&mut self, input: Input, value: f64) -> std::result::Result<(), Warning> {
        let other = self.difficulty.filter(|_| input == Input::Hashrate);
        let replaced = other.is_some_and(|difficulty| !are_one(value, difficulty));
        if replaced {
            self.difficulty = None;
        }
        let before = self.values.len();
        self.values.retain(|(other, _)| *other != input);
        let repeated = replaced || self.values.len() < before;
        self.values.push((input, value));
        once(repeated, input.spec().id)
    }

    fn keep_difficulty(&mut self, value: f64) -> std::result::Result<(), Warning> {
        let before = self.values.len();
        self.values.retain(|(other, hashrate)| *other != Input::Hashrate || are_one(*hashrate, value));
        let repeated = self.difficulty.replace(value).is_some() || self.values.len() < before;
        once(repeated, Input::Hashrate.spec().id)
    }

    /// All that goes together; where subsidy and fees do not, neither of them.
    fn apply(mut self, inputs: &mut Inputs, warnings: &mut Vec<Warning>) {
        // A hash rate stands over the scenario's: one that happens to be the day's would have the day's difficulty.
        let has_hashrate = self.values.iter().any(|(input, _)| *input == Input::Hashrate);
        let difficulty = self.difficulty.or_else(|| has_hashrate.then(|| inputs.difficulty().value()));
        if let Some(day) = self.date.and_then(|date| inputs.at_date(date).ok()) {
            *inputs = day;
        }
        if let Some(changed) = difficulty.and_then(|value| inputs.at_difficulty(value).ok()) {
            *inputs = changed;
        }
        match inputs.with_all(self.values.iter().copied()) {
            Ok(changed) => *inputs = changed,
            Err(error) => {
                warnings.push(Warning::RefusedValue(error));
                self.values.retain(|(input, _)| !matches!(input, Input::Subsidy | Input::Fees));
                if let Ok(changed) = inputs.with_all(self.values) {
                    *inputs = changed;
                }
            }
        }
    }
}

/// Whether a hash rate and a difficulty say the same but for rounding: then a link may have both.
fn are_one(hashrate: f64, difficulty: f64) -> bool {
    let told = Inputs::default().at_difficulty(difficulty);
    told.is_ok_and(|told| (told.get(Input::Hashrate) / hashrate - 1.0).abs() <= 4.0 * f64::EPSILON)
}

fn once(repeated: bool, field: &'static str) -> std::result::Result<(), Warning> {
    if repeated { Err(Warning::Repeated(field)) } else { Ok(()) }
}

/// The id of an input, in which there may be a `_` too, and the text of its value.
fn split_last(part: &str) -> (&str, &str) {
    let at = part.bytes().rposition(|byte| byte == b'_');
    let halves = at.and_then(|at| Some((part.get(..at)?, part.get(at + 1..)?)));
    halves.unwrap_or((part, ""))
}

fn value_of(input: Input, text: &str) -> Result<f64> {
    match number(text) {
        Some(value) => input.check(value),
        None => Err(Error::not_a_number(input.spec().id, text, input.range())),
    }
}

/// A decimal, or the bits of an `f64`.
fn number(text: &str) -> Option<f64> {
    match text.as_bytes() {
        [b'x', bits @ ..] => bits_of(bits).map(f64::from_bits),
        decimal => decimal::read(decimal, 0),
    }
}

/// Sixteen hexadecimal digits.
fn bits_of(digits: &[u8]) -> Option<u64> {
    if digits.len() != 16 {
        return None;
    }
    let mut bits = 0;
    for &digit in digits {
        bits = bits << 4 | u64::from(char::from(digit).to_digit(16)?);
    }
    Some(bits)
}
