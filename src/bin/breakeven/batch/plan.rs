//! What each column is, resolved once, and what a row amounts to.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::atomic::{AtomicBool, Ordering};

use breakeven::history::DECIDED;
use breakeven::words::{self, Count, Words};
use breakeven::{Currency, Input, Inputs, Machine, Report, Scenario, Schedule, Tier, scenarios};
use clap::ArgMatches;
use csv::ByteRecord;

use super::dialect::Dialect;
use super::heads::{Column, Sets, Unit, id_of};
use super::memo::Memo;
use crate::args::Fees;
use crate::refusal::{Failure, quoted};
use crate::{args, language, units};

/// The column that says why a row, or a number of it, has no value.
const ERROR: &str = "error";

/// What of a report its mine says already.
const OF_THE_MINE: [&str; 2] = ["difficulty", "hashrate_ehs"];

/// The results of a row.
pub struct Results {
    report: Report,
    /// Why there is no all-in price.
    pub unreachable: Option<String>,
}

impl Results {
    fn of(inputs: &Inputs, words: &Words) -> Self {
        let report = Report::of(inputs);
        let reason = report.prices.all_in.err().map(|reason| reason.in_words(words));
        Self { report, unreachable: reason.map(|reason| [Tier::AllIn.column(), ": ", reason].concat()) }
    }

    /// In the order of the columns.
    pub fn numbers(&self) -> impl Iterator<Item = Option<f64>> {
        numbers(&self.report).map(|(_, number)| number)
    }
}

/// The numbers that are appended to a row, each with the name of its column.
fn numbers(report: &Report) -> impl Iterator<Item = (&'static str, Option<f64>)> {
    let price = |tier: Tier| report.prices.of_tier(tier).ok().map(|price| price.value());
    let prices = Tier::ALL.iter().map(move |&tier| (tier.column(), price(tier)));
    let others = report.numbers().into_iter().filter(|(name, _)| !OF_THE_MINE.contains(name));
    prices.chain(others.map(|(name, number)| (name, Some(number))))
}

/// The names of the columns that are appended: the same whatever the mine.
fn results() -> Vec<&'static str> {
    numbers(&Report::of(&Inputs::default())).map(|(name, _)| name).chain([ERROR]).collect()
}

/// What to do with the cells of a row.
pub struct Plan {
    /// How many cells a row has.
    pub width: usize,
    /// How the file is written.
    pub dialect: Dialect,
    /// The language of reasons and remarks.
    pub words: &'static Words,
    /// The heads of the columns that are not read.
    pub carried: Vec<String>,
    /// The heads of the columns that are appended.
    pub results: Vec<&'static str>,
    columns: Vec<(usize, Column)>,
    currency: Option<Currency>,
    base: Inputs,
    /// In the order of [`scenarios::ALL`]; empty where no column names one.
    bases: Vec<Inputs>,
    /// What of a day's a flag has set, which goes before the day.
    kept: Vec<Input>,
    keeps_difficulty: bool,
    machines: Memo<f64>,
    /// With what is known of its fees.
    days: Memo<(Inputs, Fees)>,
    lacks_fees: AtomicBool,
    has_older_fees: AtomicBool,
    has_large_rates: AtomicBool,
}

impl Plan {
    /// Reads the heads of the columns.
    pub fn of(heads: &ByteRecord, dialect: Dialect, matches: &ArgMatches) -> Result<Self, Failure> {
        let words = language::words(matches);
        let currency = args::currency(matches)?;
        let names: Vec<_> = heads.iter().map(|head| String::from_utf8_lossy(head.trim_ascii())).collect();
        let to_carry = to_carry(&names, matches, words)?;
        let results = results();
        let (mut columns, mut carried, mut seen) = (Vec::new(), Vec::new(), HashSet::new());
        for (i, head) in names.into_iter().enumerate() {
            if results.contains(&head.as_ref()) {
                return Err(Failure::Refused(words::ColumnOfAResult { head: &head }.text(words)));
            }
            let column = if to_carry.contains(head.as_ref()) {
                None
            } else {
                Column::of(&head, currency.as_ref(), words)?
            };
            match column {
                Some(column) if !seen.insert(column.sets) => {
                    return Err(Failure::Refused(words::ColumnTwice { id: id_of(column.sets) }.text(words)));
                }
                Some(column) => columns.push((i, column)),
                None => carried.push(head.into_owned()),
            }
        }
        refuse_conflicts(&seen, words)?;
        if columns.is_empty() {
            let others = [Sets::Scenario, Sets::Date, Sets::Machine, Sets::Schedule, Sets::Difficulty];
            let known =
                others.into_iter().chain(Input::ALL.iter().map(|&input| Sets::Input(input))).map(id_of);
            let known = &known.collect::<Vec<_>>().join(", ");
            return Err(Failure::Refused(words::ColumnsWithoutInput { known }.text(words)));
        }
        let bases = if seen.contains(&Sets::Scenario) { bases(matches)? } else { Vec::new() };
        let (width, base) = (heads.len(), args::inputs(matches)?);
        let is_given = |id: &str| matches.get_one::<String>(id).is_some();
        let of_the_day = DECIDED.into_iter().chain([Input::Hashrate]);
        Ok(Self {
            width,
            dialect,
            words,
            carried,
            results,
            columns,
            currency,
            base,
            bases,
            kept: of_the_day.filter(|input| is_given(input.spec().id)).collect(),
            keeps_difficulty: is_given("difficulty"),
            machines: Memo::new(),
            days: Memo::new(),
            lacks_fees: AtomicBool::new(false),
            has_older_fees: AtomicBool::new(false),
            has_large_rates: AtomicBool::new(false),
        })
    }

    /// What is to be known before the results are read.
    pub fn remarks(&self) -> impl Iterator<Item = &'static str> {
        let has = |is_meant: fn(&Column) -> bool| self.columns.iter().any(|(_, column)| is_meant(column));
        let date = has(|column| column.sets == Sets::Date).then(|| self.words.batch_date_column());
        let hashrate = has(Column::may_be_a_machines).then(|| self.words.batch_hashrate_column());
        [date, hashrate].into_iter().flatten()
    }

    /// What came to light on the way.
    pub fn remarks_afterwards(&self) -> impl Iterator<Item = &'static str> {
        let fees = self.lacks_fees.load(Ordering::Relaxed).then(|| self.words.batch_fees_unknown());
        let older = self.has_older_fees.load(Ordering::Relaxed).then(|| self.words.batch_fees_older());
        let rates = self.has_large_rates.load(Ordering::Relaxed).then(|| self.words.batch_large_rates());
        [fees, older, rates].into_iter().flatten()
    }

    /// The results of a row.
    ///
    /// # Errors
    /// Where a cell is refused, with the reason.
    pub fn evaluate(&self, row: &ByteRecord) -> Result<Results, String> {
        let mut start = &self.base;
        let (mut difficulty, mut date) = (None, None);
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
                Sets::Machine => change(Input::Efficiency, self.efficiency(&text)?),
                Sets::Date => date = Some(text),
                Sets::Input(input) => change(input, self.value(input, column.unit, &text)?),
            }
        }
        let changes = changes.iter().copied().take(count);
        let inputs = match date {
            Some(text) => {
                let has_fees = self.kept.contains(&Input::Fees)
                    || changes.clone().any(|(input, _)| input == Input::Fees);
                self.on_day(start, &text, has_fees)?.with_all(changes)
            }
            None => start.with_all(changes),
        };
        let inputs = inputs.map_err(|error| self.told(&error))?;
        let inputs = match difficulty {
            Some((unit, text)) => {
                self.dialect.read(id_of(Sets::Difficulty), &text, self.words, |text, writing| {
                    units::with_difficulty(&inputs, text, writing, unit.factors())
                })?
            }
            None => inputs,
        };
        Ok(Results::of(&inputs, self.words))
    }

    fn start(&self, scenario: &str) -> Result<&Inputs, String> {
        let id = Scenario::from_id(scenario).map_err(|error| self.told(&error))?.id();
        let place = scenarios::ALL.iter().position(|scenario| scenario.id() == id);
        Ok(place.and_then(|place| self.bases.get(place)).unwrap_or(&self.base))
    }

    /// The mine on that day; what the flags say of network and market goes before.
    fn on_day(&self, start: &Inputs, text: &str, has_fees: bool) -> Result<Inputs, String> {
        let (day, fees) = self.days.get(text, |text| {
            let (date, day) = Inputs::default().on_day(text).map_err(|error| self.told(&error))?;
            Ok((day, args::fees_on(date)))
        })?;
        match fees {
            Fees::Unknown if !has_fees => self.lacks_fees.store(true, Ordering::Relaxed),
            Fees::Older if !has_fees => self.has_older_fees.store(true, Ordering::Relaxed),
            _ => {}
        }
        let dated = start.with_difficulty(day.difficulty()).and_then(|dated| {
            let dated = dated.with_all(DECIDED.map(|input| (input, day.get(input))))?;
            let dated = dated.with_all(self.kept.iter().map(|&input| (input, start.get(input))))?;
            if self.keeps_difficulty { dated.with_difficulty(start.difficulty()) } else { Ok(dated) }
        });
        dated.map_err(|error| self.told(&error))
    }

    /// The efficiency of a machine by its name.
    fn efficiency(&self, text: &str) -> Result<f64, String> {
        self.machines.get(text, |name| {
            Machine::from_name(name)
                .map(|machine| machine.efficiency().value())
                .map_err(|error| self.told(&error))
        })
    }

    /// The value of a cell in the unit of the table.
    fn value(&self, input: Input, unit: Unit, text: &str) -> Result<f64, String> {
        let local = self.currency.as_ref().filter(|_| Currency::INPUTS.contains(&input));
        let value =
            self.dialect.read(input.spec().id, text, self.words, |text, writing| match (unit, local) {
                (Unit::Unnamed | Unit::Local, Some(currency)) => currency.parse_as(input, text, writing),
                _ => units::parse(input, text, writing, unit.factors()),
            })?;
        if unit == Unit::Unnamed && args::is_large_rate(input, value, text) {
            self.has_large_rates.store(true, Ordering::Relaxed);
        }
        Ok(value)
    }

    /// The hours of a schedule, by its name in any spelling, or as a number.
    fn hours(&self, text: &str) -> Result<f64, String> {
        if text.starts_with(|c: char| c.is_ascii_digit() || ".,+-−".contains(c)) {
            return self.value(Input::Hours, Unit::Unnamed, text);
        }
        let id = text.to_lowercase().replace([' ', '_'], "-");
        Schedule::from_id(&id).map(|schedule| schedule.hours().value()).map_err(|error| self.told(&error))
    }

    /// What the column `error` says.
    fn told(&self, error: &breakeven::Error) -> String {
        error.message_in(self.words)
    }
}

/// The heads that `--carry` names, each of which must be one of the file's.
fn to_carry<'a>(
    names: &[Cow<'_, str>],
    matches: &'a ArgMatches,
    words: &Words,
) -> Result<HashSet<&'a str>, Failure> {
    let asked = matches.get_many::<String>("carry").unwrap_or_default();
    let asked: HashSet<_> = asked.map(|name| name.trim()).collect();
    match asked.iter().find(|name| !names.iter().any(|head| head == *name)) {
        Some(name) => {
            let (value, allowed) = (&quoted(name), &names.join(", "));
            Err(Failure::Refused(words::Unknown { field: "carry", value, allowed }.text(words)))
        }
        None => Ok(asked),
    }
}

/// Refuses two columns that set the same input.
fn refuse_conflicts(seen: &HashSet<Sets>, words: &Words) -> Result<(), Failure> {
    for (one, other) in [
        (Sets::Input(Input::Hashrate), Sets::Difficulty),
        (Sets::Input(Input::Hours), Sets::Schedule),
        (Sets::Input(Input::Efficiency), Sets::Machine),
    ] {
        if seen.contains(&one) && seen.contains(&other) {
            let (one, other) = (id_of(one), id_of(other));
            return Err(Failure::Refused(words::ColumnsNotTogether { one, other }.text(words)));
        }
    }
    Ok(())
}

/// Every scenario with what the flags change.
fn bases(matches: &ArgMatches) -> Result<Vec<Inputs>, Failure> {
    scenarios::ALL.iter().map(|scenario| args::inputs_over(scenario.inputs(), matches)).collect()
}

/// The names of columns, the first few of many.
pub fn listed(names: &[String], words: &Words) -> String {
    const SHOWN: usize = 8;
    let shown: Vec<_> = names.iter().take(SHOWN).map(|name| quoted(name)).collect();
    let columns = shown.join(", ");
    match names.len().saturating_sub(SHOWN) {
        0 => columns,
        more => {
            let shown = more.to_string();
            let more = Count::whole(more as u64, &shown);
            words::BatchAndMore { columns: &columns, more }.text(words)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::tests::{assert_pseudo, matches};

    #[test]
    fn the_column_error_of_a_batch_is_in_the_language_that_was_asked_for() {
        let heads = ["scenario", "machine", "schedule", "date", "tariff", "difficulty"];
        let matches = matches(&["batch", "-"]);
        let matches = matches.subcommand().unwrap().1;
        let dialect = Dialect::of(heads.join(",").as_bytes(), true, matches).unwrap();
        let plan = Plan::of(&ByteRecord::from(&heads[..]), dialect, matches).unwrap();
        let row = |at: usize, cell: &str| {
            let cells: Vec<_> = (0..heads.len()).map(|i| if i == at { cell } else { "" }).collect();
            plan.evaluate(&ByteRecord::from(cells))
        };
        assert!(row(4, "0.05").is_ok());
        for (at, cell) in [
            (0, "nowhere"),
            (1, "s9"),
            (2, "sometimes"),
            (3, "2009-01-09"),
            (3, "yesterday"),
            (4, "7"),
            (4, "many"),
            (5, "much"),
        ] {
            let Err(told) = row(at, cell) else { panic!("{cell} was taken for a {}", heads[at]) };
            assert_pseudo(&told);
        }
    }
}
