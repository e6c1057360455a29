//! What each column is, resolved once, and what a row amounts to.

use std::collections::HashSet;

use breakeven::breakeven::{bitcoin_per_petahash_day, hashcost, hashprice, power_price, reward};
use breakeven::{Currency, Input, Inputs, Prices, Scenario, Schedule, energy_per_bitcoin, scenarios};
use clap::ArgMatches;
use csv::ByteRecord;

use super::dialect::Dialect;
use super::heads::{Column, Sets, Unit, id_of};
use crate::args;
use crate::refusal::{Failure, quoted};

/// The columns that are appended.
pub const RESULTS: [&str; 8] = [
    "shutdown_price",
    "cash_price",
    "all_in_price",
    "hashprice",
    "hashcost",
    "energy_per_bitcoin_kwh",
    "bitcoin_per_ph_day",
    "error",
];

/// The results of a row.
pub struct Results {
    /// In the order of the columns.
    pub numbers: [Option<f64>; RESULTS.len() - 1],
    /// Why there is no all-in price.
    pub unreachable: Option<String>,
}

/// What to do with the cells of a row.
pub struct Plan {
    /// How many cells a row has.
    pub width: usize,
    /// How the file is written.
    pub dialect: Dialect,
    /// The heads of the columns that are not read.
    pub carried: Vec<String>,
    columns: Vec<(usize, Column)>,
    currency: Option<Currency>,
    base: Inputs,
    /// In the order of [`scenarios::ALL`]; empty where no column names one.
    bases: Vec<Inputs>,
}

impl Plan {
    /// Reads the heads of the columns.
    pub fn of(heads: &ByteRecord, dialect: Dialect, matches: &ArgMatches) -> Result<Self, Failure> {
        let currency = args::currency(matches)?;
        let asked = matches.get_many::<String>("carry").unwrap_or_default();
        let asked: HashSet<_> = asked.map(|name| name.trim()).collect();
        let (mut columns, mut carried, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (i, head) in heads.iter().enumerate() {
            let head = String::from_utf8_lossy(head.trim_ascii());
            if RESULTS.contains(&head.as_ref()) {
                return Err(refused(format!("columns: \"{head}\" is the name of a result; rename it")));
            }
            let column =
                if asked.contains(head.as_ref()) { None } else { Column::of(&head, currency.as_ref())? };
            match column {
                Some(column) if !seen.insert(column.sets) => {
                    let id = id_of(column.sets);
                    return Err(refused(format!("columns: \"{id}\" stands twice; allowed is once")));
                }
                Some(column) => columns.push((i, column)),
                None => carried.push(head.into_owned()),
            }
        }
        for (one, other) in
            [(Sets::Input(Input::Hashrate), Sets::Difficulty), (Sets::Input(Input::Hours), Sets::Schedule)]
        {
            if seen.contains(&one) && seen.contains(&other) {
                let (one, other) = (id_of(one), id_of(other));
                return Err(refused(format!("columns: {one} and {other}; allowed is one of them, not both")));
            }
        }
        if columns.is_empty() {
            let known: Vec<_> = Input::ALL.iter().map(|input| input.spec().id).collect();
            let known = known.join(", ");
            return Err(refused(format!(
                "columns: none is an input; known: scenario, schedule, difficulty, {known}"
            )));
        }
        let bases = if seen.contains(&Sets::Scenario) { bases(matches)? } else { Vec::new() };
        let (width, base) = (heads.len(), args::inputs(matches)?);
        Ok(Self { width, dialect, carried, columns, currency, base, bases })
    }

    /// The results of a row.
    ///
    /// # Errors
    /// Where a cell is refused, with the reason.
    pub fn evaluate(&self, row: &ByteRecord) -> Result<Results, String> {
        let mut start = &self.base;
        let mut difficulty = None;
        let mut changes = [(Input::Tariff, 0.0); Input::ALL.len()];
        let mut count = 0;
        for &(i, column) in &self.columns {
            let cell = row.get(i).unwrap_or_default().trim_ascii();
            if cell.is_empty() {
                continue;
            }
            // What is no UTF-8 is no number and no name either.
            let text = String::from_utf8_lossy(cell);
            let mut change = |input, value| {
                if let Some(slot) = changes.get_mut(count) {
                    *slot = (input, value);
                    count += 1;
                }
            };
            match column.sets {
                Sets::Scenario => start = self.start(&text)?,
                Sets::Difficulty => difficulty = Some((column.unit, text)),
                Sets::Schedule => change(Input::Hours, self.hours(&text)?),
                Sets::Input(input) => change(input, self.value(input, column.unit, &text)?),
            }
        }
        let inputs = start.with_all(changes.into_iter().take(count)).map_err(told)?;
        let inputs = match difficulty {
            Some((unit, text)) => self
                .dialect
                .read(&text, |text, writing| inputs.with_difficulty_in_unit(text, writing, unit.factors()))?,
            None => inputs,
        };
        Ok(results(&inputs))
    }

    fn start(&self, scenario: &str) -> Result<&Inputs, String> {
        let id = Scenario::from_id(scenario).map_err(told)?.id();
        let place = scenarios::ALL.iter().position(|scenario| scenario.id() == id);
        Ok(place.and_then(|place| self.bases.get(place)).unwrap_or(&self.base))
    }

    /// The value of a cell in the unit of the table.
    fn value(&self, input: Input, unit: Unit, text: &str) -> Result<f64, String> {
        let local = self.currency.as_ref().filter(|_| Currency::INPUTS.contains(&input));
        self.dialect.read(text, |text, writing| match (unit, local) {
            (Unit::Unnamed | Unit::Local, Some(currency)) => currency.parse_as(input, text, writing),
            _ => input.parse_in_unit(text, writing, unit.factors()),
        })
    }

    /// The hours of a schedule, by its name in any spelling, or as a number.
    fn hours(&self, text: &str) -> Result<f64, String> {
        if text.starts_with(|c: char| c.is_ascii_digit()) {
            return self.value(Input::Hours, Unit::Unnamed, text);
        }
        let id = text.to_lowercase().replace([' ', '_'], "-");
        Schedule::from_id(&id).map(|schedule| schedule.hours().value()).map_err(told)
    }
}

fn told(error: breakeven::Error) -> String {
    error.to_string()
}

/// Every scenario with what the flags change.
fn bases(matches: &ArgMatches) -> Result<Vec<Inputs>, Failure> {
    scenarios::ALL.iter().map(|scenario| args::inputs_over(scenario.inputs(), matches)).collect()
}

fn results(inputs: &Inputs) -> Results {
    let (prices, reward) = (Prices::of(inputs), reward(inputs));
    let numbers = [
        Some(prices.shutdown.value()),
        Some(prices.cash.value()),
        prices.all_in.ok().map(|price| price.value()),
        Some(hashprice(inputs.price(), reward).value()),
        Some(hashcost(power_price(inputs), inputs.efficiency(), inputs.overhead()).value()),
        Some(energy_per_bitcoin(inputs.efficiency(), inputs.overhead(), reward).value()),
        Some(bitcoin_per_petahash_day(reward).value()),
    ];
    Results { numbers, unreachable: prices.all_in.err().map(|reason| format!("all_in_price: {reason}")) }
}

/// The names of columns, the first few of many.
pub fn listed(names: &[String]) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<_> = names.iter().take(SHOWN).map(|name| quoted(name)).collect();
    let more = names.len().saturating_sub(SHOWN);
    let rest = if more > 0 { format!(" and {more} more") } else { String::new() };
    shown.join(", ") + &rest
}

fn refused(text: impl Into<String>) -> Failure {
    Failure::Refused(text.into())
}
