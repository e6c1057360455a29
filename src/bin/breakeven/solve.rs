//! `breakeven solve`: what would have to be true for a break-even to be the given price.

use breakeven::solve::{Impossible, Target, solve};
use breakeven::words::{self, Words};
use breakeven::{Currency, Tier, format};
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use crate::out::{json, print};
use crate::refusal::Failure;
use crate::{args, language};

pub fn command(name: &'static str) -> Command {
    args::with_mine(Command::new(name))
        .about("Find the value of an input that makes a break-even the given price")
        .long_about(
            "Find the value of an input that makes a break-even the price of --price, or the reason why there is \
             none. Where several values do, the smallest is given.",
        )
        .arg(
            Arg::new("for")
                .long("for")
                .value_name("INPUT")
                .required(true)
                .help("Which input: tariff, efficiency, hashrate, difficulty, hours, machine_price and so on"),
        )
        .arg(args::tier_arg())
        .arg(args::format_arg())
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    print(&printed(matches)?)
}

/// What it prints.
pub fn printed(matches: &ArgMatches) -> Result<String, Failure> {
    let id = matches.get_one::<String>("for").map_or("", String::as_str);
    // A flag's spelling will do too.
    let target = Target::from_id(&id.replace('-', "_"))?;
    let tier = args::tier(matches)?;
    let inputs = args::inputs(matches)?;
    let answer = solve(&inputs, target, tier, inputs.price());
    let words = language::words(matches);
    let answer = Answer::of(target, tier, answer, args::currency(matches)?, words);
    Ok(if args::wants_json(matches) { json(&answer) } else { text(target, &answer, words) })
}

#[derive(Serialize)]
struct Answer {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    none: Option<String>,
    input: &'static str,
    unit: String,
    tier: Tier,
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<Local>,
}

/// The value in the reader's currency.
#[derive(Serialize)]
struct Local {
    currency: String,
    rate: f64,
    value: f64,
}

impl Answer {
    fn of(
        target: Target,
        tier: Tier,
        answer: Result<f64, Impossible>,
        currency: Option<Currency>,
        words: &Words,
    ) -> Self {
        let none = answer.err().map(|reason| reason.in_words(words));
        let (value, input, unit) = (answer.ok(), target.id(), target.unit());
        let local = value.zip(currency).filter(|_| is_local(target)).map(|(value, currency)| Local {
            currency: currency.code().to_owned(),
            rate: currency.rate(),
            value: currency.to_local(value),
        });
        Self { value, none, input, unit, tier, local }
    }
}

fn is_local(target: Target) -> bool {
    Currency::INPUTS.iter().any(|&input| target == Target::Input(input))
}

fn text(target: Target, answer: &Answer, words: &Words) -> String {
    let mut text = match (answer.value, &answer.none) {
        (Some(value), _) => format!("{} ({})\n", target.with_unit_in(value, words), format::exact(value)),
        (None, reason) => {
            words::NoValueBecause { reason: reason.as_deref().unwrap_or_default() }.text(words) + "\n"
        }
    };
    if let Some(Local { currency, value, .. }) = &answer.local {
        text += &words::PerKilowattHour { money: &words.field(*value), currency }.text(words);
        text.push('\n');
    }
    text
}
