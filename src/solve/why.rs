//! Why there is no answer, in plain words.

use super::{Impossible, Nearest, Target};
use crate::inputs::Input;
use crate::tier::Direction;
use crate::words::{self, Even, Pieces, Words};

impl std::fmt::Display for Impossible {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.in_words(Words::usual()))
    }
}

impl std::error::Error for Impossible {}

impl Impossible {
    /// The reason in a language, as a sentence without its full stop.
    #[doc(hidden)] // as the words are
    pub fn in_words(&self, words: &Words) -> String {
        match *self {
            Self::DoesNotAct(target, tier) => {
                let (tier, input) = (tier.label_in(words), target.name_in(words));
                match target {
                    Target::Input(Input::Hours) => words::SolveDoesNotActHours { input, tier }.text(words),
                    Target::Input(Input::Price) => words::SolveDoesNotActPrice { input, tier }.text(words),
                    _ => words::SolveDoesNotAct { input, tier }.text(words),
                }
            }
            Self::Stays(target, tier, price) => {
                let (price, tier) = (&words.usd(price.value()), tier.label_in(words));
                words::SolveStays { input: target.name_in(words), price, tier }.text(words)
            }
            Self::OutOfReach(nearest) => nearest.in_words(words),
            Self::Jumps(target, tier, value) => {
                let (value, tier) = (&target.with_unit_in(value, words), tier.label_in(words));
                words::SolveJumps { input: target.name_in(words), tier, value }.text(words)
            }
            Self::Unreachable(reason) => reason.in_words(words).to_owned(),
        }
    }

    /// The reason in short, to stand beside the break-even: "at least $41,200".
    pub(crate) fn in_short_in(&self, words: &Words) -> String {
        match self {
            Self::OutOfReach(nearest) => nearest.in_short_in(words),
            Self::DoesNotAct(..) => words.no_difference_in_short().to_owned(),
            Self::Stays(..) | Self::Jumps(..) | Self::Unreachable(_) => words.no_value_in_short().to_owned(),
        }
    }
}

impl Nearest {
    /// Whatever the input, the break-even stays on this side of the price that is wanted.
    fn in_short_in(&self, words: &Words) -> String {
        let price = &*words.usd(self.price.value());
        if self.price > self.wanted {
            words::NoValueAbove { price }.text(words)
        } else {
            words::NoValueBelow { price }.text(words)
        }
    }

    /// "even free power leaves the all-in break-even at $41,200".
    fn in_words(&self, words: &Words) -> String {
        let (tier, price) = (self.tier.label_in(words), &*words.usd(self.price.value()));
        let (input, value) = (self.target.name_in(words), &*self.target.with_unit_in(self.value, words));
        if self.tier.direction(self.target.input()) == Direction::Either {
            let wanted = &words.usd(self.wanted.value());
            return words::SolveNearest { input, price, tier, value, wanted }.text(words);
        }
        let [leaves, brings] = self.even(input, words);
        let sentence = if self.price > self.wanted { leaves } else { brings };
        sentence.text(|slot| match slot {
            Even::Input => input,
            Even::Price => price,
            Even::Tier => tier,
            Even::Value => value,
        })
    }

    /// What an end of the range is in plain words, and that it leaves the break-even too high or too low.
    fn even(&self, name: &str, words: &Words) -> [Pieces<'static, Even>; 2] {
        let (nothing, all) = (self.value == 0.0, self.value == self.target.input().spec().max);
        match self.target.input() {
            Input::Tariff if nothing => [words.even_free_power_leaves(), words.even_free_power_brings()],
            Input::Levy if nothing => [words.even_no_levy_leaves(), words.even_no_levy_brings()],
            Input::Fees if nothing => [words.even_no_fees_leaves(), words.even_no_fees_brings()],
            Input::PoolFee if nothing => [words.even_no_pool_fee_leaves(), words.even_no_pool_fee_brings()],
            Input::Opex if nothing => [words.even_no_opex_leaves(), words.even_no_opex_brings()],
            Input::MachinePrice if nothing => {
                [words.even_free_machines_leaves(), words.even_free_machines_brings()]
            }
            Input::Infrastructure if nothing => {
                [words.even_free_site_leaves(), words.even_free_site_brings()]
            }
            Input::Idle if nothing => [words.even_no_delay_leaves(), words.even_no_delay_brings()],
            Input::Resale if nothing => [words.even_no_resale_leaves(), words.even_no_resale_brings()],
            Input::Resale if all => [words.even_full_resale_leaves(), words.even_full_resale_brings()],
            Input::Hours if all => [words.even_all_hours_leaves(), words.even_all_hours_brings()],
            Input::Overhead if self.value == 1.0 => {
                [words.even_no_overhead_leaves(), words.even_no_overhead_brings()]
            }
            Input::Hours | Input::Idle => [words.even_time_leaves(), words.even_time_brings()],
            Input::Fees => [words.even_values_leaves(), words.even_values_brings()],
            _ if name.starts_with(['a', 'e', 'i', 'o', 'u']) => {
                [words.even_an_value_leaves(), words.even_an_value_brings()]
            }
            _ => [words.even_a_value_leaves(), words.even_a_value_brings()],
        }
    }
}
