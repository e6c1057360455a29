//! The sentence: what a report says in plain words, its numbers told apart so that they can be coloured and
//! changed where they stand.

use serde::Serialize;

use crate::format;
use crate::inputs::Input;
use crate::report::{Regime, Report};

/// A piece of the sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// The words or the number, spaces included.
    pub text: String,
    /// What the piece is about.
    pub role: Role,
    /// The input whose value the piece is.
    #[serde(skip_serializing_if = "Option::is_none", serialize_with = "as_id")]
    pub input: Option<Input>,
}

/// What a piece of the sentence is about; the same names stand in the figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
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

fn as_id<S: serde::Serializer>(input: &Option<Input>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(input.map_or("", |input| input.spec().id))
}

/// The report in one or two sentences of at most 40 words, piece by piece.
pub fn sentence(report: &Report) -> Vec<Segment> {
    let value = |input, role| Segment {
        text: format::with_unit(input, report.inputs.get(input)),
        role,
        input: Some(input),
    };
    let price = |price: f64, role| Segment { text: format::usd(price), role, input: None };
    let prices = &report.prices;
    let mut pieces = vec![
        plain("At "),
        value(Input::Tariff, Role::Input),
        plain(", "),
        value(Input::Efficiency, Role::Input),
        plain(" and "),
        value(Input::Hashrate, Role::Input),
        plain(", this mine pays its power above "),
        price(prices.shutdown.value(), Role::Shutdown),
        plain(" a bitcoin, its bills above "),
        price(prices.cash.value(), Role::Cash),
    ];
    match prices.all_in {
        Ok(all_in) => {
            pieces.extend([plain(", its machines above "), price(all_in.value(), Role::AllIn), plain(".")]);
        }
        Err(_) => {
            pieces.extend([plain("; "), piece("no price earns its machines back", Role::AllIn), plain(".")])
        }
    }
    pieces.extend([
        plain(" At "),
        value(Input::Price, Role::Market),
        plain(" it "),
        piece(in_words(report.regime), Role::Regime),
        plain("."),
    ]);
    pieces
}

/// The pieces as one text.
pub fn text(pieces: &[Segment]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// A regime as the end of a sentence about a mine: "it …".
pub fn in_words(regime: Regime) -> &'static str {
    match regime {
        Regime::WorthBuilding => "is worth building",
        Regime::Runs => "runs, but never earns its machines back",
        Regime::SwitchedOff => "is switched off",
    }
}

fn plain(text: &str) -> Segment {
    piece(text, Role::Plain)
}

fn piece(text: &str, role: Role) -> Segment {
    Segment { text: text.to_owned(), role, input: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::inputs::Inputs;

    #[test]
    fn the_sentence_has_at_most_forty_words_and_names_every_price() {
        let mine = Inputs::default().with_all([(Input::Tariff, 0.05), (Input::Price, 50_000.0)]).unwrap();
        let idle = mine.with_all([(Input::Idle, 60.0)]).unwrap();
        for inputs in [Inputs::default(), mine, idle] {
            let report = Report::of(&inputs);
            let text = text(&sentence(&report));
            assert!(text.split_whitespace().count() <= 40, "{text}");
            assert!(text.contains(&format::usd(report.prices.shutdown.value())), "{text}");
            assert!(text.contains(in_words(report.regime)), "{text}");
            assert_eq!(text.contains("no price earns"), report.prices.all_in.is_err(), "{text}");
        }
    }
}
