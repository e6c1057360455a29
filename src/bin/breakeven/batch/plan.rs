//! What each column is, resolved once, and what a row amounts to.

use breakeven::breakeven::{bitcoin_per_petahash_day, hashcost, hashprice, power_price, reward};
use breakeven::{Error, Input, Inputs, Prices, Scenario, energy_per_bitcoin, scenarios};
use clap::ArgMatches;
use csv::ByteRecord;

use crate::{Failure, args};

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

/// The results of a row; the all-in price has none where no price earns the machines back.
pub type Numbers = [Option<f64>; RESULTS.len() - 1];

/// What to do with the cells of a row.
pub struct Plan {
    /// How many cells a row has.
    pub width: usize,
    columns: Vec<(usize, Column)>,
    base: Inputs,
    /// In the order of [`scenarios::ALL`]; empty where no column names one.
    bases: Vec<Inputs>,
}

#[derive(Clone, Copy, PartialEq)]
enum Column {
    Input(Input),
    Difficulty,
    Scenario,
}

impl Column {
    fn of(name: &str) -> Option<Self> {
        match name {
            "difficulty" => Some(Self::Difficulty),
            "scenario" => Some(Self::Scenario),
            _ => Input::from_id(name).ok().map(Self::Input),
        }
    }
}

impl Plan {
    /// Reads the heads of the columns.
    pub fn of(heads: &ByteRecord, matches: &ArgMatches) -> Result<Self, Failure> {
        let names: Vec<_> = heads.iter().map(|head| String::from_utf8_lossy(head.trim_ascii())).collect();
        for (i, name) in names.iter().enumerate() {
            if RESULTS.contains(&name.as_ref()) {
                return Err(refused(format!("columns: \"{name}\" is the name of a result; rename it")));
            }
            if !name.is_empty() && names.iter().take(i).any(|other| other == name) {
                return Err(refused(format!("columns: \"{name}\" stands twice; allowed is once")));
            }
        }
        let known = names.iter().enumerate().filter_map(|(i, name)| Some((i, Column::of(name)?)));
        let columns: Vec<_> = known.collect();
        let has = |column| columns.iter().any(|(_, other)| *other == column);
        if has(Column::Difficulty) && has(Column::Input(Input::Hashrate)) {
            return Err(refused("columns: hashrate and difficulty; allowed is one of them, not both"));
        }
        if columns.is_empty() {
            let known: Vec<_> = Input::ALL.iter().map(|input| input.spec().id).collect();
            let known = known.join(", ");
            return Err(refused(format!("columns: none is an input; known: scenario, difficulty, {known}")));
        }
        let bases = if has(Column::Scenario) { bases(matches)? } else { Vec::new() };
        Ok(Self { width: heads.len(), columns, base: args::inputs(matches)?, bases })
    }

    /// The results of a row.
    pub fn evaluate(&self, row: &ByteRecord) -> Result<Numbers, Error> {
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
            match column {
                Column::Scenario => start = self.start(&text)?,
                Column::Difficulty => difficulty = Some(text),
                Column::Input(input) => {
                    changes[count] = (input, input.parse(&text)?);
                    count += 1;
                }
            }
        }
        let mut inputs = start.with_all(changes.into_iter().take(count))?;
        if let Some(text) = difficulty {
            inputs = inputs.with_difficulty_text(&text)?;
        }
        Ok(numbers(&inputs))
    }

    fn start(&self, scenario: &str) -> Result<&Inputs, Error> {
        let id = Scenario::from_id(scenario)?.id;
        let place = scenarios::ALL.iter().position(|scenario| scenario.id == id);
        Ok(place.and_then(|place| self.bases.get(place)).unwrap_or(&self.base))
    }
}

/// Every scenario with what the flags change.
fn bases(matches: &ArgMatches) -> Result<Vec<Inputs>, Error> {
    scenarios::ALL.iter().map(|scenario| args::inputs_over(scenario.inputs(), matches)).collect()
}

fn numbers(inputs: &Inputs) -> Numbers {
    let (prices, reward) = (Prices::of(inputs), reward(inputs));
    [
        Some(prices.shutdown.value()),
        Some(prices.cash.value()),
        prices.all_in.ok().map(|price| price.value()),
        Some(hashprice(inputs.price(), reward).value()),
        Some(hashcost(power_price(inputs), inputs.efficiency(), inputs.overhead()).value()),
        Some(energy_per_bitcoin(inputs.efficiency(), inputs.overhead(), reward).value()),
        Some(bitcoin_per_petahash_day(reward).value()),
    ]
}

fn refused(text: impl Into<String>) -> Failure {
    Failure::Unusable(text.into())
}
