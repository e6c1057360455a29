//! `breakeven history`: a mine in every difficulty period since 2009.

use breakeven::history::{self, Row};
use breakeven::words::{self, Words};
use breakeven::{Date, units};
use clap::{Arg, ArgMatches, Command};

use crate::columns::{self, fixed, numbers, table};
use crate::out::{csv_text, json, print};
use crate::refusal::Failure;
use crate::{args, language};

/// What follows from each period and is not for the user to say.
const OF_THE_PERIOD: [&str; 6] = ["date", "hashrate", "difficulty", "price", "subsidy", "next_halving"];

pub fn command(name: &'static str) -> Command {
    let day = |id, help| Arg::new(id).long(id).value_name("YYYY-MM-DD").help(help);
    let command = args::with_inputs(Command::new(name))
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
    print(&printed(matches)?)
}

/// What it prints.
pub fn printed(matches: &ArgMatches) -> Result<String, Failure> {
    let words = language::words(matches);
    let inputs = args::inputs(matches)?;
    let (from, to) = (args::date(matches, "from")?, args::date(matches, "to")?);
    if let (Some(from), Some(to)) = (from, to)
        && from > to
    {
        let allowed = &words::AllowedFromDay { day: &from.to_string() }.text(words);
        let value = &to.to_string();
        return Err(Failure::Refused(words::OutOfRange { field: "to", value, allowed }.text(words)));
    }
    let mut rows = history::of(&inputs);
    if matches.get_one::<String>("fees").is_some() {
        rows = rows.with_fees(inputs.fees());
    }
    let all: Vec<_> = rows.collect();
    if let ([first, ..], [.., last]) = (&all[..], &all[..]) {
        let [first, last] = [first, last].map(|row| row.period.date);
        // Days that leave nothing are a mistake; among the periods, there may be none that starts.
        let beyond = [("from", from.filter(|from| *from > last)), ("to", to.filter(|to| *to < first))];
        if let Some((field, day)) = beyond.into_iter().find_map(|(field, day)| Some((field, day?))) {
            let [low, high, value] = [first, last, day].map(|date| date.to_string());
            let allowed = &words::Range { low: &low, high: &high }.text(words);
            return Err(Failure::Refused(words::OutOfRange { field, value: &value, allowed }.text(words)));
        }
    }
    let is_asked = |date: Date| from.is_none_or(|from| from <= date) && to.is_none_or(|to| date <= to);
    let (asked, others): (Vec<_>, Vec<_>) = all.into_iter().partition(|row| is_asked(row.period.date));
    Ok(match args::format(matches) {
        "json" => json(&asked),
        // Without a row, too, it has its head.
        "csv" if asked.is_empty() => csv_text(&others)?.split_inclusive('\n').take(1).collect(),
        "csv" => csv_text(&asked)?,
        _ => text(&asked, words),
    })
}

fn text(rows: &[Row], words: &Words) -> String {
    let columns = [
        columns::words(words.history_date(), 10),
        numbers(words.history_hash_rate(), 8),
        numbers(words.history_reward(), 12),
        numbers(words.history_price(), 11),
        numbers(words.history_shutdown(), 11),
        numbers(words.history_best(), 11),
        columns::words(words.history_best_machine(), 34),
        columns::words(words.history_fees(), 0),
    ];
    let cells = |row: &Row| {
        let period = &row.period;
        let rate = units::ExahashesPerSecond::from(period.difficulty.hash_rate());
        let reward = period.subsidy.value() + period.fees.map_or(0.0, units::BitcoinPerBlock::value);
        let known = if period.fees.is_some() { period.fees_basis.id() } else { words.history_subsidy_only() };
        let usd =
            |price: Option<units::UsdPerBitcoin>| price.map_or("-".to_owned(), |usd| words.usd(usd.value()));
        [
            period.date.to_string(),
            words.field(rate.value()),
            fixed(reward, 5, words),
            usd(period.price),
            usd(Some(row.shutdown)),
            usd(row.best_shutdown),
            row.best_machine.map_or("-".to_owned(), ToString::to_string),
            known.to_owned(),
        ]
    };
    table(&columns, &rows.iter().map(cells).collect::<Vec<_>>())
}
