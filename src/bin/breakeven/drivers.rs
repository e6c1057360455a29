//! `breakeven drivers`: which inputs a break-even hangs on most.

use breakeven::lifetime::BreakEven;
use breakeven::permalink::State;
use breakeven::range::{Driver, Swing, Swung, drivers};
use breakeven::units::UsdPerBitcoin;
use breakeven::words::{self, Words};
use breakeven::{Input, Tier};
use clap::{ArgMatches, Command};
use serde::Serialize;

use crate::columns::{self, numbers, table};
use crate::out::{json, print};
use crate::refusal::Failure;
use crate::{args, language};

pub fn command(name: &'static str) -> Command {
    args::with_mine(Command::new(name))
        .about("List what moves a break-even most: less and more of each input")
        .long_about(
            "List what moves a break-even most: a fifth less and a fifth more of each input. An input that is 0 swings \
             over the scenario's range for it, else by a default. A value that would lie beyond the allowed range is \
             held at its end. Elasticity is per cent of the break-even for each per cent of the input: 0 for an input that is \
             0, none where the break-even is 0.",
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
    let State { scenario, inputs, .. } = args::state(matches)?;
    let ranges = args::uncertain(matches, scenario, &inputs);
    let answer = tier.price(&inputs).and_then(|price| {
        let drivers = drivers(&inputs, &ranges, tier)?;
        Ok(Answer { tier, price, drivers })
    });
    Ok(match answer {
        Ok(answer) if args::wants_json(matches) => json(&answer),
        Ok(answer) => text(&answer, words),
        Err(reason) if args::wants_json(matches) => {
            json(&serde_json::json!({ "tier": tier, "none": reason.in_words(words) }))
        }
        Err(reason) => words::NoValueBecause { reason: reason.in_words(words) }.text(words) + "\n",
    })
}

fn text(answer: &Answer, words: &Words) -> String {
    let name = |by: Swing| match by {
        Swing::Fifth => words.drivers_fifth(),
        Swing::Range => words.drivers_range(),
        _ => words.drivers_default(),
    };
    let columns = [
        columns::words("", 22),
        numbers(words.drivers_elasticity(), 10).after(1),
        columns::words(words.drivers_swing(), 16),
        numbers(words.drivers_less(), 16).after(1),
        numbers(words.drivers_price(), 14).after(1),
        numbers(words.drivers_more(), 16).after(1),
        numbers(words.drivers_price(), 14).after(1),
    ];
    let value = |input: Input, swung: &Swung| {
        let end = if swung.held { "| " } else { "" };
        end.to_owned() + &input.written_in(swung.value, words)
    };
    let cells = |driver: &Driver| {
        let &Driver { input, elasticity, by, low, high, .. } = driver;
        [
            input.label_in(words).to_owned(),
            elasticity.map_or_else(|| words.no_value().to_owned(), |elasticity| words.hundredths(elasticity)),
            name(by).to_owned(),
            value(input, &low),
            shown(low.price, words),
            value(input, &high),
            shown(high.price, words),
        ]
    };
    let mut text = table(&columns, &answer.drivers.iter().map(cells).collect::<Vec<_>>());
    if answer.drivers.iter().any(|driver| driver.low.held || driver.high.held) {
        text += words.drivers_held();
        text.push('\n');
    }
    let (tier, price) = (answer.tier.label_in(words), &words.usd(answer.price.value()));
    text + &words::DriversOf { tier, price }.text(words) + "\n"
}

fn shown(price: BreakEven, words: &Words) -> String {
    price.map_or_else(|_| words.no_value().to_owned(), |price| words.usd(price.value()))
}
