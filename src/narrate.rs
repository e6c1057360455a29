//! The sentence: what a report says in plain words, its numbers told apart so that they can be coloured and
//! changed where they stand.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use crate::inputs::Input;
use crate::report::{Regime, Report};
use crate::words::{Answer, Change, Piece, Words};

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
    sentence_in(report, Words::usual())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn sentence_in(report: &Report, words: &Words) -> Vec<Segment> {
    sentence_with(report, words, false)
}

/// The same; where it `keeps_growth`, that of the price stands in it, be it none.
pub(crate) fn sentence_with(report: &Report, words: &Words, keeps_growth: bool) -> Vec<Segment> {
    let prices = &report.prices;
    let is_growing = keeps_growth || report.inputs.price_growth().value() != 0.0;
    let answer = if prices.all_in.is_ok() { words.answer_priced() } else { words.answer_unreachable() };
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
        Answer::Regime => piece(regime_in(report, words).to_owned(), Role::Regime),
    }
}

/// What one change amounts to, in a sentence of at most 20 words; `None` where not just one input differs. Network and
/// difficulty count as one.
///
/// ```
/// use breakeven::{Input, Inputs, Report, narrate};
///
/// let mine = Inputs::default().with(Input::Price, 50_000.0)?;
/// let [before, after] = [&mine, &mine.with(Input::Tariff, 0.06)?].map(Report::of);
/// let told = "Electricity tariff from $0.05/kWh to $0.06/kWh: now it is switched off.";
/// assert_eq!(narrate::change(&before, &after).as_deref(), Some(told));
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn change(before: &Report, after: &Report) -> Option<String> {
    change_in(before, after, Words::usual())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn change_in(before: &Report, after: &Report, words: &Words) -> Option<String> {
    let mut changed = Input::ALL.iter().filter(|&&one| before.inputs.get(one) != after.inputs.get(one));
    let (&input, None) = (changed.next()?, changed.next()) else { return None };
    let [from, to] = [before, after].map(|report| input.written_in(report.inputs.get(input), words));
    let shutdown = words.usd(after.prices.shutdown.value());
    let all_in = after.prices.all_in.map_or_else(|_| String::new(), |price| words.usd(price.value()));
    let regime = regime_in(after, words);
    let told = if regime != regime_in(before, words) {
        words.change_flipped()
    } else if after.prices.all_in.is_ok() {
        words.change_same()
    } else {
        words.change_same_unreachable()
    };
    Some(told.text(|slot| match slot {
        Change::Input => input.label_in(words),
        Change::Before => &from,
        Change::After => &to,
        Change::Shutdown => &shutdown,
        Change::AllIn => &all_in,
        Change::Regime => regime,
    }))
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
pub fn regime(report: &Report) -> &'static str {
    regime_in(report, Words::usual())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn regime_in(report: &Report, words: &Words) -> &'static str {
    match report.regime {
        Regime::WorthBuilding if !report.runs_today() => words.regime_worth_building_later(),
        Regime::Runs if !report.ever_runs() => words.regime_runs_never(),
        Regime::SwitchedOff if report.ever_runs() => words.regime_switched_off_at_first(),
        regime => steadily(regime, words),
    }
}

/// The same where neither price nor difficulty is to change.
pub(crate) fn steadily(regime: Regime, words: &Words) -> &'static str {
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
            assert!(text.contains(regime(&report)), "{text}");
            assert_eq!(text.contains("no price earns"), report.prices.all_in.is_err(), "{text}");
        }
    }

    #[test]
    fn a_mine_that_runs_in_no_month_is_not_said_to_run() {
        // It mines nothing, or is paid for its power by the price of the first day, and by none that comes.
        let never = [(Input::Idle, 40.0), (Input::PriceGrowth, -0.9), (Input::DifficultyGrowth, 10.0)];
        for (input, value) in never {
            let mine = Inputs::default().with_all([(Input::Price, 46_000.0), (input, value)]).unwrap();
            let report = Report::of(&mine);
            assert_eq!(report.regime, Regime::Runs);
            assert_eq!(regime(&report), "could run, but never does");
        }
        let price = |price| Report::of(&Inputs::default().with(Input::Price, price).unwrap());
        assert_eq!(regime(&price(46_000.0)), "runs, but never earns its machines back");
        assert_eq!(regime(&price(44_000.0)), "is switched off");
    }

    #[test]
    fn a_change_is_told_in_twenty_words_with_what_moved_and_whether_the_verdict_is_another() {
        let mine = Inputs::default().with(Input::Price, 50_000.0).unwrap();
        for &input in Input::ALL {
            let spec = input.spec();
            for value in [spec.min, spec.max, mine.get(input)] {
                let Ok(other) = mine.with(input, value) else { continue };
                let [before, after] = [&mine, &other].map(Report::of);
                let told = change(&before, &after);
                assert_eq!(told.is_none(), value == mine.get(input), "{input:?} {value}");
                let Some(told) = told else { continue };
                assert!(told.split_whitespace().count() <= 20, "{told}");
                for part in [spec.label, &input.written(mine.get(input)), &input.written(value)] {
                    assert!(told.contains(part), "{part}: {told}");
                }
                let is_same = regime(&before) == regime(&after);
                assert_eq!(told.ends_with("verdict unchanged."), is_same, "{told}");
                assert_eq!(told.ends_with(&["now it ", regime(&after), "."].concat()), !is_same, "{told}");
            }
        }
        let two = mine.with_all([(Input::Tariff, 0.06), (Input::Hours, 88.0)]).unwrap();
        assert_eq!(change(&Report::of(&mine), &Report::of(&two)), None);
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
