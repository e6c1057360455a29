//! `breakeven machines`: mining machines, and when each stopped paying for its electricity.

use breakeven::history::{self, FeesBasis, UnderWater};
use breakeven::machines::{self, Cooling};
use breakeven::units::{JoulesPerTerahash, TerahashesPerSecond, UsdPerBitcoin, Watts};
use breakeven::words::{self, Words};
use breakeven::{Date, Error, Input, Inputs, Machine, format};
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use crate::columns::wide;
use crate::out::{csv_text, json, print};
use crate::refusal::Failure;
use crate::{args, language};

/// What the machine or the day sets.
const NOT_OF_THE_SITE: [&str; 9] =
    ["date", "machine", "efficiency", "hashrate", "difficulty", "price", "subsidy", "fees", "next_halving"];

pub fn command() -> Command {
    let command = args::with_inputs(Command::new("machines"))
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
    let heads = [
        words.machines_machine(),
        words.machines_efficiency(),
        words.machines_power(),
        words.machines_on_sale(),
        words.machines_shutdown(),
        words.machines_for_good(),
    ];
    let mut widths = [42, 6, 6, 7, 9, 10];
    widths.iter_mut().zip(heads).for_each(|(width, head)| *width = wide(*width, [head]));
    let [a, b, c, d, e, f] = widths;
    let [machine, efficiency, power, on_sale, shutdown, for_good] = heads;
    let mut text = format!(
        "{machine:<a$}  {efficiency:>b$}  {power:>c$}  {on_sale:<d$}  {shutdown:>e$}  {for_good:<f$}  {}\n",
        words.machines_under_water()
    );
    for row in listed {
        let released: String = row.released.to_string().chars().take("YYYY-MM".len()).collect();
        let story = match (row.under_water_first, row.under_water_for_good, row.came_back) {
            (None, ..) => words.machines_never().to_owned(),
            (Some(first), None, _) => words::MachinesCameBack { first: &first.to_string() }.text(words),
            (Some(first), Some(_), true) => {
                words::MachinesCameBackThenForGood { first: &first.to_string() }.text(words)
            }
            (Some(_), Some(_), false) => words.machines_once_and_for_good().to_owned(),
        };
        text += &format!(
            "{:<a$}  {:>b$}  {:>c$}  {released:<d$}  {:>e$}  {:<f$}  {story}\n",
            row.name,
            format::field(row.efficiency_j_per_th.value()),
            format::field(row.power_w.value()),
            row.shutdown_price.map_or("-".to_owned(), |usd| format::usd(usd.value())),
            row.under_water_for_good.map_or("-".to_owned(), |date| date.to_string()),
        );
    }
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
