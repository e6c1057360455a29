//! The sentence: what a report says in plain words, its numbers told apart so that they can be coloured and
//! changed where they stand.

#[cfg(feature = "sources")]
mod widest;

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::inputs::Input;
use crate::report::{Regime, Report};
use crate::words::{Answer, Piece, Words};

#[cfg(feature = "sources")]
pub use widest::{widest, widest_field};

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Segment {
    /// The words or the number, spaces included.
    pub text: String,
    /// What the piece is about.
    pub role: Role,
    /// The input whose value the piece is.
    pub input: Option<Input>,
}

/// What a piece of the sentence is about; the same names stand in the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Role {
    /// Words between numbers.
    Plain,
    /// A value that was put in.
    Input,
    /// The shutdown price.
    Shutdown,
    /// The cash break-even.
    Cash,
    /// The all-in break-even.
    AllIn,
    /// The market price.
    Market,
    /// What the market price makes of the mine.
    Regime,
}

impl Role {
    /// The name in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Plain => "plain",
            Self::Input => "input",
            Self::Shutdown => "shutdown",
            Self::Cash => "cash",
            Self::AllIn => "all-in",
            Self::Market => "market",
            Self::Regime => "regime",
        }
    }
}

impl Serialize for Segment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("text", &self.text)?;
        map.serialize_entry("role", self.role.id())?;
        if let Some(input) = self.input {
            map.serialize_entry("input", input.spec().id)?;
        }
        map.end()
    }
}

/// The report in one or two sentences of at most 40 words, piece by piece.
pub fn sentence(report: &Report) -> Vec<Segment> {
    sentence_in(report, Words::english())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn sentence_in(report: &Report, words: &Words) -> Vec<Segment> {
    let prices = &report.prices;
    let answer = if prices.all_in.is_ok() { words.answer_priced() } else { words.answer_unreachable() };
    let is_growing = report.inputs.price_growth().value() != 0.0;
    let market = if is_growing { words.answer_market_growing() } else { words.answer_market() };
    let mut pieces = Vec::new();
    for sentence in [answer, market] {
        for part in sentence {
            pieces.push(match part {
                Piece::Text(text) => plain(text),
                Piece::Slot(slot) => filled(slot, report, words),
            });
        }
    }
    pieces
}

fn filled(slot: Answer, report: &Report, words: &Words) -> Segment {
    let value = |input: Input, role| Segment {
        text: input.written_in(report.inputs.get(input), words),
        role,
        input: Some(input),
    };
    let prices = &report.prices;
    let all_in =
        || prices.all_in.map_or(words.no_all_in_price().to_owned(), |price| words.usd(price.value()));
    match slot {
        Answer::Tariff => value(Input::Tariff, Role::Input),
        Answer::Efficiency => value(Input::Efficiency, Role::Input),
        Answer::Hashrate => value(Input::Hashrate, Role::Input),
        Answer::Shutdown => piece(words.usd(prices.shutdown.value()), Role::Shutdown),
        Answer::Cash => piece(words.usd(prices.cash.value()), Role::Cash),
        Answer::AllIn => piece(all_in(), Role::AllIn),
        Answer::Price => value(Input::Price, Role::Market),
        Answer::Growth => value(Input::PriceGrowth, Role::Input),
        Answer::Regime => piece(in_words_of(report, words).to_owned(), Role::Regime),
    }
}

/// The pieces as one text.
pub fn text(pieces: &[Segment]) -> String {
    let mut text = String::new();
    for piece in pieces {
        text.push_str(&piece.text);
    }
    text
}

/// What the market price makes of a mine, as the end of a sentence about it: "it …". The price is that of the first
/// day; where it or the difficulty is to change, a mine that stands still on that day may run later.
pub fn in_words(report: &Report) -> &'static str {
    in_words_of(report, Words::english())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn in_words_of(report: &Report, words: &Words) -> &'static str {
    match report.regime {
        Regime::WorthBuilding if !report.runs_today() => words.regime_worth_building_later(),
        Regime::SwitchedOff if report.ever_runs() => words.regime_switched_off_at_first(),
        regime => steadily(regime, words),
    }
}

/// The same where neither price nor difficulty is to change.
fn steadily(regime: Regime, words: &Words) -> &'static str {
    match regime {
        Regime::WorthBuilding => words.regime_worth_building(),
        Regime::Runs => words.regime_runs(),
        Regime::SwitchedOff => words.regime_switched_off(),
    }
}

#[inline(never)] // a hundred bytes at each of its many callers otherwise
fn plain(text: &str) -> Segment {
    piece(text.to_owned(), Role::Plain)
}

#[inline(never)]
fn piece(text: String, role: Role) -> Segment {
    Segment { text, role, input: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format;
    use crate::inputs::Inputs;

    #[test]
    fn the_sentence_has_at_most_forty_words_and_names_every_price() {
        let mine = Inputs::default().with_all([(Input::Tariff, 0.05), (Input::Price, 50_000.0)]).unwrap();
        let idle = mine.with_all([(Input::Idle, 60.0)]).unwrap();
        let growing =
            |price| Inputs::default().with_all([(Input::PriceGrowth, 2.0), (Input::Price, price)]).unwrap();
        for inputs in [Inputs::default(), mine, idle, growing(40_000.0), growing(20_000.0), growing(1.0)] {
            let report = Report::of(&inputs);
            let text = text(&sentence(&report));
            assert!(text.split_whitespace().count() <= 40, "{text}");
            assert!(text.contains(&format::usd(report.prices.shutdown.value())), "{text}");
            assert!(text.contains(in_words(&report)), "{text}");
            assert_eq!(text.contains("no price earns"), report.prices.all_in.is_err(), "{text}");
        }
    }

    fn verdict(changes: &[(Input, f64)]) -> String {
        let inputs = Inputs::default().with_all(changes.iter().copied()).unwrap();
        let text = text(&sentence(&Report::of(&inputs)));
        text.rsplit_once(" At ").unwrap().1.to_owned()
    }

    #[test]
    fn a_mine_that_counts_on_growth_says_so_and_whether_it_stands_still_at_first() {
        let growing = |price| verdict(&[(Input::PriceGrowth, 2.0), (Input::Price, price)]);
        // The shutdown price of the first day is 45,088.
        assert_eq!(
            growing(40_000.0),
            "$40,000, growing 200 % a year, it is worth building, though switched off at first."
        );
        assert_eq!(growing(60_000.0), "$60,000, growing 200 % a year, it is worth building.");
        assert_eq!(growing(20_000.0), "$20,000, growing 200 % a year, it is switched off at first.");
        assert_eq!(growing(100.0), "$100, growing 200 % a year, it is switched off.");
        assert_eq!(verdict(&[(Input::Price, 40_000.0)]), "$40,000 it is switched off.");
        let falling = [(Input::DifficultyGrowth, -0.8), (Input::Price, 44_000.0)];
        assert_eq!(verdict(&falling), "$44,000 it is worth building, though switched off at first.");
    }
}
