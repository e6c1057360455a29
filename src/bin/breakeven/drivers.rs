//! `breakeven drivers`: which inputs a break-even hangs on most.

use breakeven::range::{Bound, Driver, drivers};
use breakeven::units::UsdPerBitcoin;
use breakeven::{Tier, format};
use clap::{ArgMatches, Command};
use serde::Serialize;

use crate::out::{json, print};
use crate::{Failure, args};

pub fn command() -> Command {
    args::with_inputs(Command::new("drivers"))
        .about("List what moves a break-even most: a fifth less and a fifth more of each input")
        .arg(args::tier_arg())
        .arg(args::format_arg())
}

#[derive(Serialize)]
struct Answer {
    tier: Tier,
    price: UsdPerBitcoin,
    drivers: Vec<Driver>,
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let tier = args::tier(matches)?;
    let inputs = args::inputs(matches)?;
    let answer = tier.price(&inputs).and_then(|price| {
        let drivers = drivers(&inputs, tier)?;
        Ok(Answer { tier, price, drivers })
    });
    match answer {
        Ok(answer) if args::wants_json(matches) => print(&json(&answer)),
        Ok(answer) => print(&text(&answer)),
        Err(reason) if args::wants_json(matches) => {
            print(&json(&serde_json::json!({ "tier": tier, "none": reason.to_string() })))
        }
        Err(reason) => print(&format!("none: {reason}\n")),
    }
}

fn text(answer: &Answer) -> String {
    let mut text = format!("{:<22} {:>11} {:>16} {:>16}\n", "", "elasticity", "a fifth less", "a fifth more");
    for driver in &answer.drivers {
        let (low, high) = (shown(driver.low.price), shown(driver.high.price));
        text +=
            &format!("{:<22} {:>11.3} {low:>16} {high:>16}\n", driver.input.spec().label, driver.elasticity);
    }
    text + &format!("{} {}\n", answer.tier.label(), format::usd(answer.price.value()))
}

fn shown(price: Bound) -> String {
    price.map_or_else(|_| "none".to_owned(), |price| format::usd(price.value()))
}
