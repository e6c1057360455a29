//! The widest that the sentence gets while its numbers are dragged: by it a page keeps room for the sentence, in
//! whatever font and at whatever width it is read.

use crate::breakeven::Prices;
use crate::decimal::power_of_ten;
use crate::figure;
use crate::format;
use crate::inputs::{Input, Inputs};
use crate::narrate::{Role, Segment, sentence, steadily};
use crate::report::{Regime, Report};
use crate::scenarios;
use crate::words::Words;

/// The numbers of the sentence that move its prices.
const MOVES_PRICES: [Input; 3] = [Input::Tariff, Input::Efficiency, Input::Hashrate];

const REGIMES: [Regime; 3] = [Regime::WorthBuilding, Regime::Runs, Regime::SwitchedOff];

/// The sentence in both of its wordings, with an all-in price and without, each number as wide as it gets while a
/// reader drags the numbers of the sentence in any of the scenarios. Every digit is a zero: none is wider.
///
/// ```
/// let [priced, unpriced] = breakeven::widest::sentences();
/// let text = breakeven::narrate::text(&priced);
/// assert!(text.starts_with("At $0.00000/kWh, 000.00 J/TH and 0.000000 EH/s, this mine covers power above $0"));
/// assert!(breakeven::narrate::text(&unpriced).contains("no price earns its machines back"));
/// ```
pub fn sentences() -> [Vec<Segment>; 2] {
    let priced = Inputs::default();
    // Nothing is ever mined: idle for as long as a machine can live.
    let unpriced = Input::Idle.check(Input::Idle.spec().max).and_then(|idle| priced.with(Input::Idle, idle));
    let price = widest_price();
    let regime = widest_of(REGIMES.map(|regime| steadily(regime, Words::usual()).to_owned()));
    [Ok(priced), unpriced].map(|inputs| {
        let inputs = inputs.expect("the end of a range is allowed");
        let mut pieces = sentence(&Report::of(&inputs));
        for piece in &mut pieces {
            match (piece.input, piece.role) {
                (Some(input), _) => {
                    piece.text = widest_of(values(input).map(|value| input.written(value)));
                }
                (None, Role::Regime) => piece.text.clone_from(&regime),
                (None, _) if piece.text.starts_with('$') => piece.text.clone_from(&price),
                _ => {}
            }
        }
        pieces
    })
}

/// The widest text that the field of an input has, without its unit: on its slider, or in a scenario.
///
/// ```
/// use breakeven::{Input, widest};
///
/// assert_eq!(widest::field(Input::Tariff), "0.00000");
/// ```
pub fn field(input: Input) -> String {
    widest_of(values(input).map(format::field))
}

fn values(input: Input) -> impl Iterator<Item = f64> {
    let (from, to) = input.spec().slider.ends();
    let own = scenarios::ALL.iter().map(move |scenario| scenario.inputs().get(input));
    between(from, to).chain(own)
}

/// A break-even anywhere between the lowest and the highest: all three rise with each of the three inputs.
fn widest_price() -> String {
    let (mut lowest, mut highest) = (f64::MAX, 0.0_f64);
    for scenario in scenarios::ALL {
        for corner in corners(&scenario.inputs()) {
            let Prices { shutdown, cash, all_in } = Prices::of(&corner);
            for price in [Some(shutdown), Some(cash), all_in.ok()].into_iter().flatten() {
                (lowest, highest) = (lowest.min(price.value()), highest.max(price.value()));
            }
        }
    }
    widest_of(between(lowest, highest).map(format::usd))
}

/// The mine with each of the three as low as a reader can drag it, and as high.
fn corners(inputs: &Inputs) -> [Inputs; 2] {
    let at = |end: fn((f64, f64), f64) -> f64| {
        let moved = MOVES_PRICES.map(|input| (input, end(input.spec().slider.ends(), inputs.get(input))));
        inputs.with_all(moved).expect("sliders stay within the allowed ranges")
    };
    [at(|(from, _), own| own.min(from)), at(|(_, to), own| own.max(to))]
}

/// Both ends, and of each power of ten between them the numbers with the most digits that a slider gives.
fn between(from: f64, to: f64) -> impl Iterator<Item = f64> {
    const POWERS: std::ops::RangeInclusive<i32> = -15..=20;
    let digits = POWERS.flat_map(|power| [1.11, 8.88].map(|digits| digits * power_of_ten(power)));
    [from, to].into_iter().chain(digits.filter(move |value| (from..=to).contains(value)))
}

/// The widest of some texts, its digits made alike.
fn widest_of(texts: impl IntoIterator<Item = String>) -> String {
    let zeros = |text: String| text.replace(|character: char| character.is_ascii_digit(), "0");
    let widest = texts.into_iter().map(zeros).max_by(|a, b| figure::em(a).total_cmp(&figure::em(b)));
    widest.unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Some thousand mines that a reader gets by dragging: no piece of any sentence is wider than its place.
    #[test]
    fn no_dragged_sentence_has_a_piece_that_is_wider() {
        let [priced, unpriced] = sentences();
        let fields = MOVES_PRICES.map(|input| (input, field(input)));
        for scenario in scenarios::ALL {
            let own = scenario.inputs();
            for step in 0..400_u32 {
                // Each input by a stride of its own, so that they meet in many ways.
                let position = |stride: u32| f64::from(step * stride % 101) / 100.0;
                let dragged =
                    [(Input::Tariff, 7), (Input::Efficiency, 31), (Input::Hashrate, 53), (Input::Price, 89)]
                        .map(|(input, stride)| (input, input.slider_value(position(stride))));
                let kept = step as usize % (dragged.len() + 1);
                let inputs = own.with_all(dragged.into_iter().take(kept)).unwrap();
                let report = Report::of(&inputs);
                let room = if report.prices.all_in.is_ok() { &priced } else { &unpriced };
                for (input, room) in &fields {
                    let field = format::field(inputs.get(*input));
                    assert!(figure::em(&field) <= figure::em(room), "{}: {field:?} in {room:?}", scenario.id);
                }
                for (piece, room) in sentence(&report).iter().zip(room) {
                    assert!(
                        figure::em(&piece.text) <= figure::em(&room.text),
                        "{}: {:?} in {:?}",
                        scenario.id,
                        piece.text,
                        room.text
                    );
                }
            }
        }
    }
}
