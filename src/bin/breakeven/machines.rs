//! `breakeven machines`: mining machines, and when each stopped paying for its electricity.

use breakeven::history::{self, FeesBasis, UnderWater};
use breakeven::machines::{self, Cooling};
use breakeven::units::{JoulesPerTerahash, TerahashesPerSecond, UsdPerBitcoin, Watts};
use breakeven::words::{self, Words};
use breakeven::{Date, Error, Input, Inputs, Machine};
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use crate::columns::{self, numbers, table};
use crate::out::{csv_text, json, print};
use crate::refusal::Failure;
use crate::{args, language};

/// What the machine or the day sets.
const NOT_OF_THE_SITE: [&str; 9] =
    ["date", "machine", "efficiency", "hashrate", "difficulty", "price", "subsidy", "fees", "next_halving"];

pub fn command(name: &'static str) -> Command {
    let command = args::with_inputs(Command::new(name))
        .about("List mining machines, and the day on which each went under water for good at a tariff")
        .long_about(
            "List mining machines with the difficulty period from which on the market price has never again paid \
             their electricity at the given tariff, levy, overhead and pool fee, and whether they had come back \
             from under water before. Dates are first days of difficulty periods, about a fortnight apart. The \
             shutdown price is that of the last period of the history, whose fees are not known: it counts the \
             subsidy only, and is rather too high.",
        )
        .arg(
            Arg::new("name")
                .value_name("NAME")
                .num_args(0..)
                .help("Only machines in whose names all these words occur, such as \"s19 pro\""),
        )
        .arg(
            Arg::new("search").long("search").value_name("NAME").conflicts_with("name").help("The same as a flag"),
        )
        .arg(args::table_format_arg());
    args::without(command, &NOT_OF_THE_SITE, "machines takes it from each machine and each difficulty period")
}

/// A machine on the site that was asked about.
#[derive(Serialize)]
struct Listed {
    name: String,
    maker: &'static str,
    model: &'static str,
    hashrate_ths: TerahashesPerSecond,
    power_w: Watts,
    efficiency_j_per_th: JoulesPerTerahash,
    cooling: Cooling,
    released: Date,
    /// In the last difficulty period of the history.
    shutdown_price: Option<UsdPerBitcoin>,
    /// The first day of that period.
    shutdown_date: Option<Date>,
    /// How its fees are known: where they are not, the shutdown price counts the subsidy only.
    shutdown_fees_basis: Option<FeesBasis>,
    under_water_first: Option<Date>,
    under_water_for_good: Option<Date>,
    came_back: bool,
}

impl Listed {
    fn of(machine: &'static Machine, site: &Inputs) -> Result<Self, Error> {
        let life = UnderWater::of(machine, site)?;
        let mine = site.with(Input::Efficiency, machine.efficiency().value())?;
        let last = history::of(&mine).last();
        Ok(Self {
            name: machine.to_string(),
            maker: machine.maker,
            model: machine.model,
            hashrate_ths: machine.hashrate,
            power_w: machine.power,
            efficiency_j_per_th: machine.efficiency(),
            cooling: machine.cooling,
            released: machine.released,
            shutdown_price: last.map(|row| row.shutdown),
            shutdown_date: last.map(|row| row.period.date),
            shutdown_fees_basis: last.map(|row| row.period.fees_basis),
            under_water_first: life.first,
            under_water_for_good: life.for_good,
            came_back: life.came_back,
        })
    }
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    print(&printed(matches)?)
}

/// What it prints.
pub fn printed(matches: &ArgMatches) -> Result<String, Failure> {
    let site = args::inputs(matches)?;
    let words = ["name", "search"].into_iter().filter_map(|id| matches.get_many::<String>(id)).flatten();
    let query = words.map(String::as_str).collect::<Vec<_>>().join(" ");
    let listed = machines::search(&query).map(|machine| Listed::of(machine, &site));
    let listed = listed.collect::<Result<Vec<_>, _>>()?;
    if listed.is_empty() {
        Machine::from_name(&query)?; // an error, with what it may have meant
    }
    Ok(match args::format(matches) {
        "json" => json(&listed),
        "csv" => csv_text(&listed)?,
        _ => text(&listed, language::words(matches)),
    })
}

fn text(listed: &[Listed], words: &Words) -> String {
    let columns = [
        columns::words(words.machines_machine(), 42),
        numbers(words.machines_efficiency(), 6),
        numbers(words.machines_power(), 6),
        columns::words(words.machines_on_sale(), 7),
        numbers(words.machines_shutdown(), 9),
        columns::words(words.machines_for_good(), 10),
        columns::words(words.machines_under_water(), 0),
    ];
    let cells = |row: &Listed| {
        let story = match (row.under_water_first, row.under_water_for_good, row.came_back) {
            (None, ..) => words.machines_never().to_owned(),
            (Some(first), None, _) => words::MachinesCameBack { first: &first.to_string() }.text(words),
            (Some(first), Some(_), true) => {
                words::MachinesCameBackThenForGood { first: &first.to_string() }.text(words)
            }
            (Some(_), Some(_), false) => words.machines_once_and_for_good().to_owned(),
        };
        [
            row.name.clone(),
            words.field(row.efficiency_j_per_th.value()),
            words.field(row.power_w.value()),
            row.released.to_string().chars().take("YYYY-MM".len()).collect(),
            row.shutdown_price.map_or("-".to_owned(), |usd| words.usd(usd.value())),
            row.under_water_for_good.map_or("-".to_owned(), |date| date.to_string()),
            story,
        ]
    };
    let mut text = table(&columns, &listed.iter().map(cells).collect::<Vec<_>>());
    if let Some(Listed { shutdown_date: Some(date), shutdown_fees_basis: Some(basis), .. }) = listed.first() {
        let day = &date.to_string();
        text += &match basis {
            FeesBasis::Unknown => words::MachinesPeriodSubsidyOnly { day }.text(words),
            _ => words::MachinesPeriod { day }.text(words),
        };
        text.push('\n');
    }
    text
}
