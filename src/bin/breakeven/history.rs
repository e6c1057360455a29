//! `breakeven history`: a mine in every difficulty period since 2009.

use breakeven::history::{self, Row};
use breakeven::{Date, format, units};
use clap::{Arg, ArgMatches, Command};

use crate::args;
use crate::out::{csv_text, json, print};
use crate::refusal::{Failure, out_of_range};

/// What follows from each period and is not for the user to say.
const OF_THE_PERIOD: [&str; 6] = ["date", "hashrate", "difficulty", "price", "subsidy", "next_halving"];

pub fn command() -> Command {
    let day = |id, help| Arg::new(id).long(id).value_name("YYYY-MM-DD").help(help);
    let command = args::with_inputs(Command::new("history"))
        .about("Print a mine's shutdown price in every difficulty period, beside the best machine's and the market")
        .long_about(
            "Print a mine's shutdown price in every difficulty period since 2009, beside that of the best machine \
             then on sale and the market price. Difficulty, price, subsidy and fees are the period's means, so that a \
             period in which the subsidy halves has part of both; where the fees are unknown the figures count the \
             subsidy only, and --fees sets them for all periods. The last period is that of 14 June 2026; beyond it \
             only the means of September 2026 are known (eval --date latest).",
        )
        .arg(day("from", "Leave out periods that start before this day"))
        .arg(day("to", "Leave out periods that start after this day"))
        .arg(args::table_format_arg());
    args::without(command, &OF_THE_PERIOD, "history takes it from each difficulty period")
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let inputs = args::inputs(matches)?;
    let (from, to) = (args::date(matches, "from")?, args::date(matches, "to")?);
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        return Err(out_of_range("to", to, format!("{from} (--from) or later")));
    }
    let mut rows = history::of(&inputs);
    if matches.get_one::<String>("fees").is_some() {
        rows = rows.with_fees(inputs.fees());
    }
    let is_asked = |date: Date| from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to);
    let rows: Vec<_> = rows.filter(|row| is_asked(row.period.date)).collect();
    print(&match args::format(matches) {
        "json" => json(&rows),
        "csv" => csv_text(&rows)?,
        _ => text(&rows),
    })
}

fn text(rows: &[Row]) -> String {
    let mut text = format!(
        "{:<10}  {:>8}  {:>12}  {:>11}  {:>11}  {:>11}  {:<34}  {}\n",
        "date", "EH/s", "BTC/block", "price", "shutdown", "best", "best machine on sale", "fees"
    );
    for row in rows {
        let period = &row.period;
        let rate = units::ExahashesPerSecond::from(period.difficulty.hash_rate());
        let reward = period.subsidy.value() + period.fees.map_or(0.0, units::BitcoinPerBlock::value);
        let known = if period.fees.is_some() { period.fees_basis.name() } else { "subsidy only" };
        let usd = |price: Option<units::UsdPerBitcoin>| {
            price.map_or("-".to_owned(), |usd| format::usd(usd.value()))
        };
        text += &format!(
            "{}  {:>8}  {reward:>12.5}  {:>11}  {:>11}  {:>11}  {:<34}  {known}\n",
            period.date,
            format::field(rate.value()),
            usd(period.price),
            usd(Some(row.shutdown)),
            usd(row.best_shutdown),
            row.best_machine.map_or("-".to_owned(), ToString::to_string),
        );
    }
    text
}
