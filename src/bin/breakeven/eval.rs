//! `breakeven eval`: the break-even prices of one mine.

use std::ops::RangeInclusive;

use breakeven::lifetime::BreakEven;
use breakeven::outcome::Outcome;
use breakeven::permalink::State;
use breakeven::range::{Interval, Intervals, Uncertain};
use breakeven::units::Watts;
use breakeven::words::{self, Count, Words};
use breakeven::working::{Line, working_in};
use breakeven::{Account, Currency, Fleet, Input, Inputs, Report, Scenario, narrate};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use crate::columns::{self, numbers, table};
use crate::out::{json, print};
use crate::refusal::{Failure, quoted};
use crate::{args, language};

pub fn command(name: &'static str) -> Command {
    args::with_mine(Command::new(name))
        .about("Print the break-even prices of a mine")
        .arg(
            args::number("machine-power", "What one machine draws in W, to count those of a site")
                .conflicts_with("machine"),
        )
        .arg(
            Arg::new("range")
                .long("range")
                .value_name("INPUT=LOW..HIGH")
                .action(ArgAction::Append)
                .help("How far an input may be off, beside what the scenario says; may be repeated"),
        )
        .arg(
            Arg::new("working")
                .long("working")
                .action(ArgAction::SetTrue)
                .help("Show how the prices are computed, line by line"),
        )
        .arg(args::format_arg())
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    print(&printed(matches)?)
}

/// What it prints.
pub fn printed(matches: &ArgMatches) -> Result<String, Failure> {
    let answer = Answer::of(matches)?;
    Ok(if args::wants_json(matches) { json(&answer) } else { text(&answer, language::words(matches)) })
}

#[derive(Serialize)]
struct Answer {
    #[serde(flatten)]
    account: Account,
    #[serde(skip_serializing_if = "Option::is_none")]
    interval: Option<Intervals>,
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<Local>,
    #[serde(skip_serializing_if = "Option::is_none")]
    working: Option<Vec<Line>>,
}

/// Tariff and levy in the reader's currency.
#[derive(Serialize)]
struct Local {
    currency: String,
    rate: f64,
    tariff: f64,
    levy: f64,
}

impl Answer {
    fn of(matches: &ArgMatches) -> Result<Self, Failure> {
        let State { scenario, inputs, .. } = args::state(matches)?;
        let mut account = Account::of(&inputs);
        if let Some(power) = machine_power(matches)? {
            account.fleet = Fleet::of_machines(&inputs, power);
        }
        let ranges = ranges(matches, scenario, &inputs)?;
        let interval = if ranges.is_empty() { None } else { Some(Intervals::of(&inputs, &ranges)?) };
        let local = args::currency(matches)?.map(|currency| Local::of(&currency, &inputs));
        let working =
            matches.get_flag("working").then(|| working_in(&account.report, language::words(matches)));
        Ok(Self { account, interval, local, working })
    }
}

impl Local {
    fn of(currency: &Currency, inputs: &Inputs) -> Self {
        let [tariff, levy] = [Input::Tariff, Input::Levy].map(|input| currency.to_local(inputs.get(input)));
        Self { currency: currency.code().to_owned(), rate: currency.rate(), tariff, levy }
    }
}

/// What one machine draws, named or told.
fn machine_power(matches: &ArgMatches) -> Result<Option<Watts>, Failure> {
    const ALLOWED: RangeInclusive<f64> = 1.0..=1e6;
    let Some(text) = matches.get_one::<String>("machine-power") else {
        return Ok(args::machine(matches)?.map(|machine| machine.power));
    };
    let words = language::words(matches);
    let [least, most] = [ALLOWED.start(), ALLOWED.end()].map(|watts| words.field(*watts));
    let allowed = &words::AllowedWatts { least: &least, most: &most }.text(words);
    let allowed = args::Allowed { range: ALLOWED, units: &[("w", 0), ("kw", 3)], text: allowed };
    Ok(Some(Watts::new(allowed.number("machine-power", text, words)?)?))
}

/// The scenario's ranges and those that were told, which go before.
fn ranges(matches: &ArgMatches, scenario: &Scenario, inputs: &Inputs) -> Result<Vec<Uncertain>, Failure> {
    let told = matches.get_many::<String>("range").unwrap_or_default();
    let (currency, words) = (args::currency(matches)?, language::words(matches));
    let told =
        told.map(|text: &String| range(text, currency.as_ref(), words)).collect::<Result<Vec<_>, _>>()?;
    let mut ranges = args::uncertain(matches, scenario, inputs);
    ranges.retain(|range| told.iter().all(|other| other.input != range.input));
    ranges.extend(told);
    Ok(ranges)
}

/// Reads `tariff=0.04..0.06`.
fn range(text: &str, currency: Option<&Currency>, words: &Words) -> Result<Uncertain, Failure> {
    let malformed = || {
        let (value, allowed) = (&quoted(text), words.allowed_range());
        Failure::Refused(words::NotARange { field: "range", value, allowed }.text(words))
    };
    let (id, ends) = text.split_once('=').ok_or_else(malformed)?;
    let (low, high) = ends.split_once("..").ok_or_else(malformed)?;
    let input = Input::from_id(&id.replace('-', "_"))?;
    let [low, high] = [low, high].map(|end| args::in_currency(input, end, currency));
    let (low, high) = (low?, high?);
    Ok(Uncertain { input, low, high, reason: "" })
}

fn text(answer: &Answer, words: &Words) -> String {
    let Account { report, outcome, fleet, .. } = &answer.account;
    let mut rows = price_rows(report, words);
    rows.extend(outcome_rows(outcome, words));
    rows.extend(fleet_rows(fleet, words));
    rows.extend(answer.interval.iter().flat_map(|intervals| interval_rows(intervals, words)));
    let columns = [columns::words("", 19), numbers("", 18).after(1), columns::words("", 0).after(3)];
    let rows: Vec<_> = rows.into_iter().map(|(name, value, note)| [name.to_owned(), value, note]).collect();
    let text = narrate::text(&narrate::sentence_in(report, words)) + "\n\n" + &table(&columns, &rows);
    text + &answer.working.iter().map(|lines| working_text(lines)).collect::<String>()
}

fn working_text(lines: &[Line]) -> String {
    let mut text = String::new();
    for Line { name, formula, numbers, result, unit, .. } in lines {
        text += &format!("\n{name} [{unit}]\n  {formula}\n");
        if !numbers.is_empty() {
            text += &format!("  = {numbers}\n");
        }
        text += &format!("  = {result}\n");
    }
    text
}

/// The name of a figure, the figure, and what it is.
type Row = (&'static str, String, String);

fn row(name: &'static str, value: String, note: &str) -> Row {
    (name, value, note.to_owned())
}

fn price_rows(report: &Report, words: &Words) -> Vec<Row> {
    let prices = &report.prices;
    let (all_in, all_in_note) = match prices.all_in {
        Ok(price) => (words.usd(price.value()), words.eval_all_in_price_note()),
        Err(reason) => (words.no_value().to_owned(), reason.in_words(words)),
    };
    let market = words.usd(report.inputs.get(Input::Price));
    let energy = words.field(report.energy_per_bitcoin.value());
    let bitcoin = words.field(report.bitcoin_per_ph_day.value());
    let difficulty = words.field(report.difficulty.value());
    vec![
        row(
            words.eval_shutdown_price(),
            words.usd(prices.shutdown.value()),
            words.eval_shutdown_price_note(),
        ),
        row(words.eval_cash_price(), words.usd(prices.cash.value()), words.eval_cash_price_note()),
        row(words.eval_all_in_price(), all_in, all_in_note),
        row(words.eval_market_price(), market, narrate::regime_in(report, words)),
        row(words.eval_hashprice(), words.usd(report.hashprice.value()), words.eval_hashprice_note()),
        row(words.eval_hashcost(), words.usd(report.hashcost.value()), words.eval_hashcost_note()),
        row(
            words.eval_strike(),
            words::EvalStrikeValue { price: &words.usd(report.strike.value()) }.text(words),
            words.eval_strike_note(),
        ),
        row(words.eval_energy(), words::KilowattHours { number: &energy }.text(words), ""),
        row(
            words.eval_bitcoin(),
            words::Bitcoins { number: &bitcoin }.text(words),
            words.eval_bitcoin_note(),
        ),
        row(words.eval_difficulty(), difficulty, ""),
    ]
}

fn outcome_rows(outcome: &Outcome, words: &Words) -> Vec<Row> {
    let cost = outcome.cost;
    let rate = match outcome.internal_rate {
        Ok(rate) => Input::DiscountRate.written_in(rate.value(), words),
        Err(_) => words.no_value().to_owned(),
    };
    let why = outcome.internal_rate.err().map_or("", |reason| reason.in_words(words));
    let without = words.eval_paid_back_note();
    let (payback, how) = match outcome.payback_month {
        Some(0) => (words.eval_paid_back_nothing().to_owned(), ""),
        Some(month) => (words::EvalPaidBackIn { month: &month.to_string() }.text(words), without),
        None => (words.eval_paid_back_never().to_owned(), without),
    };
    let off = outcome.months_switched_off;
    let off = words::EvalSwitchedOffMonths { months: Count::whole(off.into(), &off.to_string()) }.text(words);
    vec![
        row(words.eval_margin(), words.usd(outcome.margin), words.eval_margin_note()),
        row(
            words.eval_present_value(),
            words.usd(outcome.net_present_value),
            words.eval_present_value_note(),
        ),
        row(words.eval_internal_rate(), rate, why),
        row(words.eval_paid_back(), payback, how),
        row(words.eval_switched_off(), off, words.eval_switched_off_note()),
        row(words.eval_electricity(), words.usd(cost.electricity), words.eval_electricity_note()),
        row(words.eval_levy(), words.usd(cost.levy), ""),
        row(words.eval_fixed_cost(), words.usd(cost.fixed), ""),
        row(words.eval_capital(), words.usd(cost.capital), ""),
    ]
}

fn fleet_rows(fleet: &Fleet, words: &Words) -> Vec<Row> {
    let number = |value| words.field(value);
    let capacity = words::Megawatts { number: &number(fleet.capacity_mw) }.text(words);
    let homes = fleet.homes.round(); // below ten thousand million
    let as_homes = words::EvalSiteNote { homes: Count::whole(homes as u64, &number(homes)) }.text(words);
    let as_homes = if homes < 1.0 { String::new() } else { as_homes };
    let rate = words::ExahashesPerSecond { number: &number(fleet.hashrate_ehs) }.text(words);
    let share = words::EvalHashRateNote { percent: &number(fleet.network_share * 100.0) }.text(words);
    let (day, year) = (fleet.per_day, fleet.per_year);
    let mined = words::Bitcoins { number: &number(day.bitcoin) }.text(words);
    let drawn = words::MegawattHours { number: &number(day.energy_mwh) }.text(words);
    let a_year = |year: String| words::EvalAYear { year: &year }.text(words);
    let mut rows = vec![
        (words.eval_site(), capacity, as_homes),
        (words.eval_hash_rate(), rate, share),
        (words.eval_mines(), mined, a_year(number(year.bitcoin))),
        (words.eval_draws(), drawn, a_year(number(year.energy_mwh))),
        (words.eval_spends(), words.usd(day.cost), a_year(words.usd(year.cost))),
        (words.eval_earns(), words.usd(day.revenue), a_year(words.usd(year.revenue))),
    ];
    rows.extend(fleet.machines.map(|machines| row(words.eval_machines(), number(machines), "")));
    rows
}

fn interval_rows(intervals: &Intervals, words: &Words) -> Vec<Row> {
    let row = |name, interval: &Interval| {
        let shown = |price: BreakEven| match price {
            Ok(price) => words.usd(price.value()),
            Err(_) => words.eval_out_of_reach().to_owned(),
        };
        (name, shown(interval.low), words::EvalInterval { high: &shown(interval.high) }.text(words))
    };
    vec![
        row(words.eval_shutdown_price(), &intervals.shutdown),
        row(words.eval_cash_price(), &intervals.cash),
        row(words.eval_all_in_price(), &intervals.all_in),
    ]
}
