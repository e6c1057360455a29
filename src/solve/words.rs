//! Why there is no answer, in plain words.

use super::{Impossible, Nearest, Target};
use crate::format;
use crate::inputs::Input;
use crate::tier::Direction;

impl std::fmt::Display for Impossible {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&match *self {
            Self::DoesNotAct(target, tier) => {
                let why = match target {
                    Target::Input(Input::Hours) => {
                        ": a machine that stands still earns nothing and draws nothing"
                    }
                    Target::Input(Input::Price) => ": it is itself the price that is looked for",
                    _ => "",
                };
                format!("the {} does not depend on the {}{why}", tier.label(), name(target))
            }
            Self::Stays(target, tier, price) => {
                let price = format::usd(price.value());
                format!("whatever the {}, the {} of this mine stays at {price}", name(target), tier.label())
            }
            Self::OutOfReach(nearest) => nearest.in_words(),
            Self::Jumps(target, tier, value) => {
                let at = target.with_unit(target.of_input(value));
                format!("the {} steps over the price at {} of {at}", tier.label(), name(target))
            }
            Self::Unreachable(reason) => reason.to_string(),
        })
    }
}

impl Nearest {
    /// "even free power leaves the all-in break-even at $41,200".
    fn in_words(&self) -> String {
        let (tier, price) = (self.tier.label(), format::usd(self.price.value()));
        let value = self.target.with_unit(self.value);
        if self.tier.direction(self.target.input()) == Direction::Either {
            let name = name(self.target);
            let wanted = format::usd(self.wanted.value());
            return format!("no {name} makes the {tier} {wanted}; the nearest is {price}, at {value}");
        }
        let end = self.end().map_or_else(|| with_article(self.target, &value), str::to_owned);
        let s = if self.is_plural() { "" } else { "s" };
        if self.price > self.wanted {
            format!("even {end} leave{s} the {tier} at {price}")
        } else {
            format!("even {end} bring{s} the {tier} only to {price}")
        }
    }

    /// What an end of the range is in plain words.
    fn end(&self) -> Option<&'static str> {
        let Target::Input(input) = self.target else { return None };
        let (nothing, all) = (self.value == 0.0, self.value == input.spec().max);
        Some(match input {
            Input::Tariff if nothing => "free power",
            Input::Levy if nothing => "power without a levy",
            Input::Fees if nothing => "blocks without fees",
            Input::PoolFee if nothing => "a pool that keeps nothing",
            Input::Opex if nothing => "a site without fixed operating cost",
            Input::MachinePrice if nothing => "free machines",
            Input::Infrastructure if nothing => "a free site",
            Input::Idle if nothing => "a start without delay",
            Input::Resale if nothing => "machines that cannot be resold",
            Input::Resale if all => "machines that sell for all that they cost",
            Input::Hours if all => "running around the clock",
            Input::Overhead if self.value == 1.0 => "a site without overhead",
            _ => return None,
        })
    }

    fn is_plural(&self) -> bool {
        match self.target {
            Target::Input(Input::MachinePrice) => self.value == 0.0,
            Target::Input(Input::Idle) => self.value > 0.0,
            Target::Input(Input::Fees | Input::Resale) => true,
            Target::Input(Input::Hours) => self.end().is_none(),
            _ => false,
        }
    }
}

fn name(target: Target) -> String {
    target.label().chars().map(|letter| letter.to_ascii_lowercase()).collect()
}

fn with_article(target: Target, value: &str) -> String {
    let name = name(target);
    match target {
        Target::Input(Input::Hours | Input::Idle) => value.to_owned(),
        Target::Input(Input::Fees) => format!("{name} of {value}"),
        _ if name.starts_with(['a', 'e', 'i', 'o', 'u']) => format!("an {name} of {value}"),
        _ => format!("a {name} of {value}"),
    }
}
