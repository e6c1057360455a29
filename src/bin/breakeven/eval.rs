//! `breakeven eval`: the break-even prices of one mine.

use breakeven::outcome::Outcome;
use breakeven::range::{Interval, Intervals, Uncertain};
use breakeven::units::Watts;
use breakeven::working::{Line, working};
use breakeven::{Account, Currency, Fleet, Input, Inputs, format, narrate, typed};
use clap::{Arg, ArgAction, ArgMatches, Command};
use serde::Serialize;

use crate::args;
use crate::out::{json, print};
use crate::refusal::{Failure, out_of_range, unreadable};

pub fn command() -> Command {
    args::with_inputs(Command::new("eval"))
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
    let answer = Answer::of(matches)?;
    print(&if args::wants_json(matches) { json(&answer) } else { text(&answer) })
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
        let inputs = args::inputs(matches)?;
        let mut account = Account::of(&inputs);
        if let Some(power) = machine_power(matches)? {
            account.fleet = Fleet::of_machines(&inputs, power);
        }
        let ranges = ranges(matches, &inputs)?;
        let interval = if ranges.is_empty() { None } else { Some(Intervals::of(&inputs, &ranges)?) };
        let local = args::currency(matches)?.map(|currency| Local::of(&currency, &inputs));
        let working = matches.get_flag("working").then(|| working(&account.report));
        Ok(Self { account, interval, local, working })
    }
}

impl Local {
    fn of(currency: &Currency, inputs: &Inputs) -> Self {
        let [tariff, levy] = [Input::Tariff, Input::Levy].map(|input| currency.from_usd(inputs.get(input)));
        Self { currency: currency.code().to_owned(), rate: currency.rate(), tariff, levy }
    }
}

/// What one machine draws, named or told.
fn machine_power(matches: &ArgMatches) -> Result<Option<Watts>, Failure> {
    const ALLOWED: &str = "1 to 1,000,000 W";
    let Some(text) = matches.get_one::<String>("machine-power") else {
        return Ok(args::machine(matches)?.map(|machine| machine.power));
    };
    let watts = typed::number(text).ok_or_else(|| unreadable("machine-power", text, "a number", ALLOWED))?;
    if !(1.0..=1e6).contains(&watts) {
        return Err(out_of_range("machine-power", watts, ALLOWED));
    }
    Ok(Some(Watts::new(watts)?))
}

/// The scenario's ranges and those that were told, which go before.
fn ranges(matches: &ArgMatches, inputs: &Inputs) -> Result<Vec<Uncertain>, Failure> {
    let scenario = args::scenario(matches)?;
    let told = matches.get_many::<String>("range").unwrap_or_default();
    let told = told.map(|text: &String| range(text)).collect::<Result<Vec<_>, _>>()?;
    let mut ranges = scenario.uncertain(inputs);
    ranges.retain(|range| told.iter().all(|other| other.input != range.input));
    ranges.extend(told);
    Ok(ranges)
}

/// Reads `tariff=0.04..0.06`.
fn range(text: &str) -> Result<Uncertain, Failure> {
    let malformed = || unreadable("range", text, "a range", "INPUT=LOW..HIGH, such as tariff=0.04..0.06");
    let (id, ends) = text.split_once('=').ok_or_else(malformed)?;
    let (low, high) = ends.split_once("..").ok_or_else(malformed)?;
    let input = Input::from_id(&id.replace('-', "_"))?;
    let (low, high) = (input.parse(low)?, input.parse(high)?);
    Ok(Uncertain { input, low: low.min(high), high: low.max(high), reason: "" })
}

fn text(answer: &Answer) -> String {
    let Account { report, outcome, fleet, .. } = &answer.account;
    let prices = &report.prices;
    let all_in = match prices.all_in {
        Ok(price) => format::usd(price.value()),
        Err(reason) => reason.to_string(),
    };
    let mut rows = vec![
        ("Shutdown price", format::usd(prices.shutdown.value()), "pays the electricity".to_owned()),
        ("Cash break-even", format::usd(prices.cash.value()), "pays staff and site too".to_owned()),
        ("All-in break-even", all_in, "earns the machines back too".to_owned()),
        ("Market price", format::usd(report.inputs.get(Input::Price)), narrate::in_words(report).to_owned()),
        ("Hashprice", format::usd(report.hashprice.value()), "revenue of 1 PH/s in a day".to_owned()),
        ("Hashcost", format::usd(report.hashcost.value()), "electricity of 1 PH/s in a day".to_owned()),
        ("Energy per bitcoin", format!("{:.0} kWh", report.energy_per_bitcoin.value()), String::new()),
        ("Bitcoin per PH/s", format!("{:.6} BTC", report.bitcoin_per_ph_day.value()), "in a day".to_owned()),
        ("Difficulty", format!("{:.0}", report.difficulty.value()), String::new()),
    ];
    rows.extend(outcome_rows(outcome));
    rows.extend(fleet_rows(fleet));
    rows.extend(answer.interval.iter().flat_map(interval_rows));
    let mut text = narrate::text(&narrate::sentence(report)) + "\n\n";
    for (name, value, note) in rows {
        text += format!("{name:<19} {value:>18}   {note}").trim_end();
        text.push('\n');
    }
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

type Row = (&'static str, String, String);

fn outcome_rows(outcome: &Outcome) -> Vec<Row> {
    let cost = outcome.cost;
    let rate = match outcome.internal_rate {
        Ok(rate) => Input::DiscountRate.written(rate.value()),
        Err(_) => "none".to_owned(),
    };
    let why = outcome.internal_rate.err().map_or(String::new(), |reason| reason.to_string());
    let payback = outcome.payback_month.map_or("never".to_owned(), |month| format!("month {month}"));
    vec![
        ("Margin", format::usd(outcome.margin), "a bitcoin, electricity paid".to_owned()),
        ("Net present value", format::usd(outcome.net_present_value), "per TH/s".to_owned()),
        ("Internal rate", rate, why),
        ("Paid back", payback, String::new()),
        ("Switched off", format!("{} months", outcome.months_switched_off), "of the lifetime".to_owned()),
        ("Electricity", format::usd(cost.electricity), "per TH/s over the lifetime".to_owned()),
        ("Levy", format::usd(cost.levy), String::new()),
        ("Fixed cost", format::usd(cost.fixed), String::new()),
        ("Capital", format::usd(cost.capital), String::new()),
    ]
}

fn fleet_rows(fleet: &Fleet) -> Vec<Row> {
    let machines = fleet.machines.map(|machines| ("Machines", format::field(machines), String::new()));
    let share = fleet.network_share * 100.0;
    let (day, year) = (fleet.per_day, fleet.per_year);
    let mut rows = vec![
        (
            "Site",
            format!("{} MW", format::field(fleet.capacity_mw)),
            format!("as {} homes", format::field(fleet.homes.round())),
        ),
        (
            "Its hash rate",
            format!("{} EH/s", format::field(fleet.hashrate_ehs)),
            format!("{} % of the network", format::field(share)),
        ),
        (
            "It mines",
            format!("{} BTC", format::field(day.bitcoin)),
            format!("a day; {} a year", format::field(year.bitcoin)),
        ),
        (
            "It draws",
            format!("{} MWh", format::field(day.energy_mwh)),
            format!("a day; {} a year", format::field(year.energy_mwh)),
        ),
        ("It spends", format::usd(day.cost), format!("a day; {} a year", format::usd(year.cost))),
        ("It earns", format::usd(day.revenue), format!("a day; {} a year", format::usd(year.revenue))),
    ];
    rows.extend(machines);
    rows
}

fn interval_rows(intervals: &Intervals) -> Vec<Row> {
    let row = |name, interval: &Interval| {
        let shown = |price: breakeven::range::Bound| {
            price.map_or_else(|_| "out of reach".to_owned(), |price| format::usd(price.value()))
        };
        (name, shown(interval.low), format!("to {}, by what is uncertain", shown(interval.high)))
    };
    vec![
        row("Shutdown price", &intervals.shutdown),
        row("Cash break-even", &intervals.cash),
        row("All-in break-even", &intervals.all_in),
    ]
}
