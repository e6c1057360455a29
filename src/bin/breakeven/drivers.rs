//! `breakeven drivers`: which inputs a break-even hangs on most.

use breakeven::range::{Bound, Driver, Swing, Swung, drivers};
use breakeven::units::UsdPerBitcoin;
use breakeven::words::{self, Words};
use breakeven::{Tier, format};
use clap::{ArgMatches, Command};
use serde::Serialize;

use crate::columns::wide;
use crate::out::{json, print};
use crate::refusal::Failure;
use crate::{args, language};

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
    print(&printed(matches)?)
}

/// What it prints.
pub fn printed(matches: &ArgMatches) -> Result<String, Failure> {
    let words = language::words(matches);
    let tier = args::tier(matches)?;
    let inputs = args::inputs(matches)?;
    let ranges = args::scenario(matches)?.uncertain(&inputs);
    let answer = tier.price(&inputs).and_then(|price| {
        let drivers = drivers(&inputs, &ranges, tier)?;
        Ok(Answer { tier, price, drivers })
    });
    Ok(match answer {
        Ok(answer) if args::wants_json(matches) => json(&answer),
        Ok(answer) => text(&answer, words),
        Err(reason) if args::wants_json(matches) => {
            json(&serde_json::json!({ "tier": tier, "none": reason.to_string() }))
        }
        Err(reason) => words::NoValueBecause { reason: reason.in_words(words) }.text(words) + "\n",
    })
}

fn text(answer: &Answer, words: &Words) -> String {
    let name = |by: Swing| match by {
        Swing::Fifth => words.drivers_fifth(),
        Swing::Range => words.drivers_range(),
        Swing::Default => words.drivers_default(),
    };
    let (elasticity, swing, price) =
        (words.drivers_elasticity(), words.drivers_swing(), words.drivers_price());
    let (less, more) = (words.drivers_less(), words.drivers_more());
    let swings = [Swing::Fifth, Swing::Range, Swing::Default].map(name);
    let [a, b, c] = [wide(10, [elasticity]), wide(16, swings.into_iter().chain([swing])), wide(14, [price])];
    let [low_wide, high_wide] = [less, more].map(|word| wide(16, [word]));
    let mut text = format!(
        "{:<22} {elasticity:>a$}  {swing:<b$} {less:>low_wide$} {price:>c$} {more:>high_wide$} {price:>c$}\n",
        ""
    );
    for driver in &answer.drivers {
        let Driver { input, elasticity, by, low, high, .. } = driver;
        let by = name(*by);
        let value = |swung: &Swung| {
            let end = if swung.held { "| " } else { "" };
            end.to_owned() + &input.written(swung.value)
        };
        let line = format!(
            "{:<22} {elasticity:>a$.3}  {by:<b$} {:>low_wide$} {:>c$} {:>high_wide$} {:>c$}",
            input.spec().label,
            value(low),
            shown(low.price, words),
            value(high),
            shown(high.price, words),
        );
        text += line.trim_end();
        text.push('\n');
    }
    if answer.drivers.iter().any(|driver| driver.low.held || driver.high.held) {
        text += words.drivers_held();
        text.push('\n');
    }
    let (tier, price) = (answer.tier.label_in(words), &format::usd(answer.price.value()));
    text + &words::DriversOf { tier, price }.text(words) + "\n"
}

fn shown(price: Bound, words: &Words) -> String {
    price.map_or_else(|_| words.no_value().to_owned(), |price| format::usd(price.value()))
}
