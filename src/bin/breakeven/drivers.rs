//! `breakeven drivers`: which inputs a break-even hangs on most.

use breakeven::range::{Bound, Driver, Swing, Swung, drivers};
use breakeven::units::UsdPerBitcoin;
use breakeven::{Tier, format};
use clap::{ArgMatches, Command};
use serde::Serialize;

use crate::args;
use crate::out::{json, print};
use crate::refusal::Failure;

pub fn command() -> Command {
    args::with_inputs(Command::new("drivers"))
        .about("List what moves a break-even most: less and more of each input")
        .long_about(
            "List what moves a break-even most: a fifth less and a fifth more of each input. An input that is 0 swings \
             over the scenario's range for it, else by a default. A value that would lie beyond the allowed range is \
             held at its end. Elasticity is per cent of the break-even for each per cent of the input.",
        )
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
    let ranges = args::scenario(matches)?.uncertain(&inputs);
    let answer = tier.price(&inputs).and_then(|price| {
        let drivers = drivers(&inputs, &ranges, tier)?;
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
    let mut text = format!(
        "{:<22} {:>10}  {:<16} {:>16} {:>14} {:>16} {:>14}\n",
        "", "elasticity", "swing", "less", "price", "more", "price"
    );
    for driver in &answer.drivers {
        let Driver { input, elasticity, by, low, high, .. } = driver;
        let by = match by {
            Swing::Fifth => "a fifth",
            Swing::Range => "scenario's range",
            Swing::Default => "default",
        };
        let value = |swung: &Swung| {
            let end = if swung.held { "| " } else { "" };
            end.to_owned() + &input.written(swung.value)
        };
        let line = format!(
            "{:<22} {elasticity:>10.3}  {by:<16} {:>16} {:>14} {:>16} {:>14}",
            input.spec().label,
            value(low),
            shown(low.price),
            value(high),
            shown(high.price),
        );
        text += line.trim_end();
        text.push('\n');
    }
    if answer.drivers.iter().any(|driver| driver.low.held || driver.high.held) {
        text += "| the end of the allowed range\n";
    }
    text + &format!("{} {}\n", answer.tier.label(), format::usd(answer.price.value()))
}

fn shown(price: Bound) -> String {
    price.map_or_else(|_| "none".to_owned(), |price| format::usd(price.value()))
}
