//! What would have to be true: for a quoted price, else for the market's, the value of each input at which it is one of the
//! three break-evens, each input changed alone and on its own slider's scale, which goes as far as the mine does; or why
//! there is none.

use super::super::asked::Asked;
use super::super::plot::{Axis, Cell, Item, LabelledValue, Listing, Plot, Quantity, Reason, Spread};
use super::super::role::Ink;
use super::tiers;
use crate::inputs::{Input, Inputs};
use crate::solve::{Impossible, solve_one_way};
use crate::tier::{Direction, Tier};
use crate::words::{self, Count, Message, Words, with_number};

/// Those that are asked for, the ones that are argued about first. Each moves every break-even one way or not at all.
const ASKED: [Input; 7] = [
    Input::Tariff,
    Input::Efficiency,
    Input::Hashrate,
    Input::Hours,
    Input::MachinePrice,
    Input::Opex,
    Input::Fees,
];

/// What is said of a price above the dots, in the title and in the sentence: of the market's, and of a quoted one.
const OF_MARKET: [Message; 3] =
    [with_number("true-asked"), with_number("true-title"), with_number("true-desc")];
const OF_QUOTED: [Message; 3] =
    [with_number("true-asked-quoted"), with_number("true-title-quoted"), with_number("true-desc-quoted")];

pub fn plot<'a>(asked: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
    let price = asked.price.unwrap_or(inputs.price());
    let written = &*Input::Price.written_in(price.value(), words);
    let [above, title, desc] = if asked.price.is_some() { &OF_QUOTED } else { &OF_MARKET };
    let say = |said: &Message| words.numbered(*said, Count::with_decimals(written));
    let x = Axis::new(say(above), Spread::Linear, (0.0, 1.0), Quantity::UsdPerBitcoin);
    let mut plot = Plot::in_language(words, say(title), x, None);
    let (mut values, mut none) = (Vec::new(), Vec::new());
    let mut listing = Listing::new(vec!["tier", "input", "value", "unit"], Vec::new());
    for input in ASKED {
        let own = inputs.get(input);
        let mut labelled = vec![LabelledValue::new(Ink::Input, Cell::Number(own), String::new())];
        for &tier in Tier::ALL {
            let answer = solve_one_way(inputs, input, tier, price);
            let label = input.name_in(words);
            let acts = tier.direction(input) != Direction::Still;
            match (tier, &answer) {
                (Tier::AllIn, Ok(value)) => {
                    values.push([label, " ", &input.written_in(*value, words)].concat())
                }
                (Tier::AllIn, Err(_)) => none.push(label),
                _ => {}
            }
            let cell = match &answer {
                Ok(value) => Cell::Number(*value),
                Err(_) => Cell::None(if acts { Reason::NoValue } else { Reason::NoDifference }),
            };
            let (name, spec) = (Cell::Name(tier.id()), input.spec());
            listing.rows.push(vec![name, Cell::Name(spec.id), cell, Cell::Unit(spec.unit)]);
            let short = answer.as_ref().err().map_or(String::new(), |reason| reason.in_short_in(words));
            listing.reasons.push(match &answer {
                Err(reason) if cfg!(feature = "sources") => reason.in_words(words),
                _ => short.clone(), // the page is spared the whole sentences
            });
            if acts {
                let label = match &answer {
                    Ok(value) => input.written_in(*value, words),
                    Err(_) => [tier.name_in(words), ": ", &short].concat(),
                };
                let mut one = LabelledValue::new(tier.into(), cell, label);
                one.short = short;
                if let Err(Impossible::OutOfReach(nearest)) = &answer {
                    one.is_behind = (nearest.price > price) != (tier.direction(input) == Direction::Up);
                }
                labelled.push(one);
            }
        }
        let mut axis = tiers::across(input, words);
        // The mine itself lies within it, not at its end, also beyond the slider: what lies farther than the axis is beside it.
        if axis.spread == Spread::Log && own > 0.0 {
            let (low, high) = axis.range;
            axis.range = (low.min(own / 2.0), high.max(own * 2.0));
        }
        plot.items.push(Item::on_axis(input.label_in(words), axis, labelled));
    }
    plot.desc = say(desc);
    if !values.is_empty() {
        let values: Vec<_> = values.iter().map(String::as_str).collect(); // joined as the others, by the same code
        plot.desc += &words::TrueAllIn { values: &values.join(", ") }.text(words);
    }
    if !none.is_empty() {
        plot.desc += &words::TrueNoAllIn { inputs: &none.join(", ") }.text(words);
    }
    plot.listing = Some(listing);
    plot
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_input_that_is_asked_for_moves_one_way() {
        for input in ASKED {
            assert!(Tier::ALL.iter().all(|tier| tier.direction(input) != Direction::Either), "{input:?}");
        }
    }
}
