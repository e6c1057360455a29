//! What the head of a column says: which input it is, and in which unit.

use std::collections::HashMap;
use std::sync::LazyLock;

use breakeven::words::{self, Words};
use breakeven::{Currency, Input};

use crate::refusal::{Failure, quoted};
use crate::units::{self, Factors, is_gap, key_of};

/// What a column that is read sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Sets {
    Input(Input),
    Difficulty,
    Scenario,
    Schedule,
    /// The efficiency, by the name of a machine.
    Machine,
    /// Network and market, by their day.
    Date,
}

impl Sets {
    /// Names which only a head that is just so has: those of other columns have these words too, such as
    /// `Machine ID` and `Date of purchase`.
    const BY_THEMSELVES: [Self; 2] = [Self::Machine, Self::Date];
}

/// A column that is read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    pub sets: Sets,
    pub unit: Unit,
}

/// The unit of a column's numbers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Unit {
    /// None is named: that of the table, or the currency of the flags.
    Unnamed,
    /// That of the table, or one that these turn into it.
    Of(Factors),
    /// The currency of the flags.
    Local,
}

impl Unit {
    /// What a number counts in the unit of the table.
    pub fn factors(self) -> Factors {
        match self {
            Self::Of(factors) => factors,
            Self::Unnamed | Self::Local => units::AS_IT_IS,
        }
    }
}

/// Names of flags which act on the whole file: a column of that name would be passed over, and the results wrong.
const OF_THE_FILE: [&str; 2] = ["currency", "rate"];

/// Whether a head is that of a column which is read, or refused because it nearly is one.
pub fn is_known(head: &[u8]) -> bool {
    !matches!(unworded(head), Ok(None))
}

/// Whether the cells below a head are numbers.
pub fn is_number(head: &[u8]) -> bool {
    // A unit that wants a currency stands over numbers too.
    !matches!(
        unworded(head),
        Ok(None | Some(Column { sets: Sets::Scenario | Sets::Machine | Sets::Date, .. }))
    )
}

/// What a head says where nobody reads why it is refused.
fn unworded(head: &[u8]) -> Result<Option<Column>, Failure> {
    Column::of(&String::from_utf8_lossy(head), None, Words::usual())
}

impl Column {
    /// Whether its numbers are hash rates in a unit in which those of machines are told, too.
    pub fn may_be_a_machines(&self) -> bool {
        let machines = ["ths", "ghs"].map(|key| units::factors(Input::Hashrate, key).map(Unit::Of));
        self.sets == Sets::Input(Input::Hashrate) && machines.contains(&Some(self.unit))
    }

    /// What the head says; nothing where it is none of ours.
    ///
    /// # Errors
    /// Where it is nearly one of ours, or its unit is none that can be read.
    pub fn of(head: &str, currency: Option<&Currency>, words: &Words) -> Result<Option<Self>, Failure> {
        let (name, unit) = split(head);
        if let Some(&sets) =
            Sets::BY_THEMSELVES.iter().find(|&&sets| head.trim().eq_ignore_ascii_case(id_of(sets)))
        {
            return Ok(Some(Self { sets, unit: Unit::Unnamed }));
        }
        let key = squeezed(&name);
        if let Some(sets) = named(&key) {
            return unit_of(sets, unit.as_deref(), head, currency, words)
                .map(|unit| Some(Self { sets, unit }));
        }
        let refused = |text: String| Err(Failure::Refused(text));
        let (carried, typed, head) = (&format!("{head:?}"), head, &quoted(head));
        if OF_THE_FILE.contains(&key.as_str()) {
            return refused(words::ColumnOfTheFile { head, flag: &key }.text(words));
        }
        // `tariff_usd_per_kwh`, `btc price`
        if let Some((sets, before, rest)) = within(&typed.to_lowercase()) {
            if before.is_empty()
                && let Ok(unit) = unit_of(sets, Some(&rest), typed, currency, words)
            {
                return Ok(Some(Self { sets, unit }));
            }
            return refused(words::ColumnNearlyWithUnit { head, id: id_of(sets), carried }.text(words));
        }
        if let Some(input) = unit.as_deref().and_then(told_by_unit) {
            return refused(words::ColumnWithTheUnit { head, id: input.spec().id, carried }.text(words));
        }
        if let Some(sets) = misspelt(&key) {
            return refused(words::ColumnNearly { head, id: id_of(sets), carried }.text(words));
        }
        Ok(None)
    }
}

/// The names of what can be set, without their gaps.
static NAMES: LazyLock<HashMap<String, Sets>> = LazyLock::new(|| {
    let others = [Sets::Difficulty, Sets::Scenario, Sets::Schedule].map(|sets| (sets, id_of(sets)));
    let inputs = Input::ALL.iter().map(|&input| (Sets::Input(input), input.spec()));
    let inputs = inputs.flat_map(|(sets, spec)| [(sets, spec.id), (sets, spec.label)]);
    others.into_iter().chain(inputs).map(|(sets, name)| (squeezed(name), sets)).collect()
});

fn named(key: &str) -> Option<Sets> {
    NAMES.get(key).copied()
}

pub fn id_of(sets: Sets) -> &'static str {
    match sets {
        Sets::Input(input) => input.spec().id,
        Sets::Difficulty => "difficulty",
        Sets::Scenario => "scenario",
        Sets::Schedule => "schedule",
        Sets::Machine => "machine",
        Sets::Date => "date",
    }
}

/// A name among the words of a head, the longest there is, and the words before and after it.
fn within(head: &str) -> Option<(Sets, String, String)> {
    const LONGEST: usize = 3; // "fixed operating cost"
    let is_between = |c| is_gap(c) || matches!(c, ',' | '(' | ')' | '[' | ']');
    let words: Vec<_> = head.split(is_between).filter(|word| !word.is_empty()).collect();
    let ranges = (0..words.len()).flat_map(|from| (from + 1..=from + LONGEST).map(move |to| (from, to)));
    let found =
        ranges.filter_map(|(from, to)| Some((from, to, named(&squeezed(&words.get(from..to)?.concat()))?)));
    // Joined once it is found: a head may have a hundred thousand words, and as many names.
    let (from, to, sets) = found.max_by_key(|(from, to, _)| to - from)?;
    Some((sets, words.get(..from)?.join(" "), words.get(to..)?.join(" ")))
}

/// The name that is one slip of the hand away; two where it is long.
fn misspelt(key: &str) -> Option<Sets> {
    let allowed = |name: &str| match name.len() {
        ..=4 => 0, // too many words are that near to `fees`, `idle` and `levy`
        5..=7 => 1,
        _ => 2,
    };
    // The lengths first: the distance is dear, and a head may have a hundred thousand columns.
    let near = |name: &str| {
        name.len().abs_diff(key.len()) <= allowed(name) && strsim::osa_distance(name, key) <= allowed(name)
    };
    NAMES.iter().filter(|(name, _)| near(name)).map(|(_, sets)| *sets).min_by_key(|sets| id_of(*sets))
}

/// Name and unit of `Tariff (USD/kWh)`, `tariff [USD/kWh]`, `Tariff, USD/kWh`, `Tariff in USD/kWh`.
fn split(head: &str) -> (String, Option<String>) {
    let head = head.trim().trim_start_matches('\u{feff}').to_lowercase();
    for (open, close) in [("(", ")"), ("[", "]"), (", ", ""), (" in ", "")] {
        if let Some(inner) = head.strip_suffix(close)
            && let Some((name, unit)) = inner.split_once(open)
        {
            return (name.trim().to_owned(), Some(unit.trim().to_owned()));
        }
    }
    (head, None)
}

/// The letters of a name, by which `pool-fee`, `Pool fee` and `pool_fee` are one.
fn squeezed(name: &str) -> String {
    name.chars().filter(|c| !is_gap(*c)).flat_map(char::to_lowercase).collect()
}

fn unit_of(
    sets: Sets,
    unit: Option<&str>,
    head: &str,
    currency: Option<&Currency>,
    words: &Words,
) -> Result<Unit, Failure> {
    let Some(unit) = unit else { return Ok(Unit::Unnamed) };
    let key = key_of(unit);
    if let Some(factors) = factors(sets, &key) {
        return Ok(Unit::Of(factors));
    }
    let (id, head) = (id_of(sets), &quoted(head));
    if let Sets::Input(input) = sets
        && Currency::INPUTS.contains(&input)
        && let Some(code) = code_per_kwh(unit)
    {
        if currency.is_some_and(|currency| currency.code() == code) {
            return Ok(Unit::Local);
        }
        return Err(Failure::Refused(words::ColumnInCurrency { head, currency: &code }.text(words)));
    }
    let allowed = &match sets {
        Sets::Input(input) => units::names(input).join(", "),
        Sets::Schedule => units::names(Input::Hours)[..1].concat(),
        Sets::Difficulty => "G, T".to_owned(),
        Sets::Scenario | Sets::Machine | Sets::Date => words.column_without_unit().to_owned(),
    };
    Err(Failure::Refused(words::ColumnOfAnotherUnit { head, id, allowed }.text(words)))
}

/// The input that alone has a unit: what costs so much per kilowatt-hour is a tariff, whatever it is called.
fn told_by_unit(unit: &str) -> Option<Input> {
    let key = key_of(unit);
    let is_told = |input: Input| key != "usd" && factors(Sets::Input(input), &key).is_some();
    let is_money = key.strip_suffix("kwh").is_some_and(|_| code_per_kwh(unit).is_some());
    if is_money {
        Some(Input::Tariff)
    } else {
        [Input::Tariff, Input::Efficiency].into_iter().find(|&input| is_told(input))
    }
}

/// The three letters of a currency, by themselves or before a kilowatt-hour.
fn code_per_kwh(unit: &str) -> Option<String> {
    const SIGNS: [(&str, &str); 7] =
        [("€", "EUR"), ("£", "GBP"), ("₽", "RUB"), ("₸", "KZT"), ("₴", "UAH"), ("₹", "INR"), ("₺", "TRY")];
    let key = key_of(unit);
    let money = key.strip_suffix("kwh").unwrap_or(unit);
    if let Some((_, code)) = SIGNS.iter().find(|(sign, _)| *sign == money) {
        return Some((*code).to_owned());
    }
    let is_code = money.len() == 3
        && money.bytes().all(|byte| byte.is_ascii_lowercase())
        && !matches!(money, "mwh" | "gwh" | "twh" | "day");
    is_code.then(|| money.to_ascii_uppercase())
}

/// What turns a number of a unit into one of the table's.
fn factors(sets: Sets, key: &str) -> Option<Factors> {
    match sets {
        Sets::Input(input) => units::factors(input, key),
        Sets::Difficulty => units::of_difficulty(key),
        Sets::Schedule => {
            matches!(key, "" | "h" | "hours" | "hweek" | "hoursweek").then_some(units::AS_IT_IS)
        }
        Sets::Scenario | Sets::Machine | Sets::Date => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLES: Unit = Unit::Of(units::AS_IT_IS);

    fn column(head: &str) -> Result<Option<Column>, String> {
        Column::of(head, None, Words::usual()).map_err(|failure| match failure {
            Failure::Input(error) => error.to_string(),
            Failure::Refused(told) | Failure::Failed(told) => told,
            Failure::Unwritable(_) => unreachable!("nothing is written"),
        })
    }

    fn over(over: f64) -> Unit {
        Unit::Of([1.0, over])
    }

    #[test]
    fn every_id_label_and_unit_of_the_table_is_read() {
        for &input in Input::ALL {
            let spec = input.spec();
            let is = |head: &str, unit| {
                assert_eq!(column(head), Ok(Some(Column { sets: Sets::Input(input), unit })), "{head}");
            };
            is(spec.id, Unit::Unnamed);
            is(spec.label, Unit::Unnamed);
            is(&spec.id.replace('_', "-").to_uppercase(), Unit::Unnamed);
            is(&format!(" {} ({}) ", spec.label, spec.unit), TABLES);
            is(&format!("{}, {}", spec.id, spec.unit), TABLES);
            if input != Input::Idle {
                // Whose label is "Idle months".
                is(&format!("{}_{}", spec.id, spec.unit.to_string().replace(['/', ' '], "_")), TABLES);
            }
        }
    }

    #[test]
    fn a_head_that_nearly_fits_is_taken() {
        for (head, input, unit) in [
            ("pool-fee", Input::PoolFee, Unit::Unnamed),
            ("Hours", Input::Hours, Unit::Unnamed),
            ("Hash rate [PH/s]", Input::Hashrate, over(1e3)),
            ("Tariff (US$ per kWh)", Input::Tariff, TABLES),
            ("tariff_cents_per_kwh", Input::Tariff, over(100.0)),
            ("Tariff in ¢/kWh", Input::Tariff, over(100.0)),
            ("Tariff (USD/MWh)", Input::Tariff, over(1000.0)),
            ("Pool fee (%)", Input::PoolFee, over(100.0)),
            ("discount rate (% a year)", Input::DiscountRate, over(100.0)),
            ("efficiency W/TH", Input::Efficiency, TABLES),
            ("price_usd", Input::Price, TABLES),
            ("hours per week", Input::Hours, TABLES),
            ("lifetime (years)", Input::Lifetime, Unit::Of([12.0, 1.0])),
        ] {
            assert_eq!(column(head), Ok(Some(Column { sets: Sets::Input(input), unit })), "{head}");
        }
        let difficulty = Column { sets: Sets::Difficulty, unit: Unit::Of([1e12, 1.0]) };
        assert_eq!(column("Difficulty (T)"), Ok(Some(difficulty)));
    }

    #[test]
    fn a_head_that_fits_less_is_refused_by_name() {
        for (head, word) in [
            ("Tarif", "tariff"),
            ("effeciency", "efficiency"),
            ("btc price", "price"),
            ("tariff 2022", "tariff"),
            ("Power cost (USD/kWh)", "tariff"),
            ("Strompreis (€/kWh)", "tariff"),
            ("hardware, J/TH", "efficiency"),
            ("Tariff (km/h)", "USD/kWh"),
            ("Tariff (km/h)", "USD/kWh, ¢/kWh, USD/MWh"),
            ("hours (EUR)", "h/week, h/day"),
            ("Difficulty (M)", "G, T"),
            ("schedule (months)", "allowed is h/week"),
            ("tariff (RUB/kWh)", "--currency RUB"),
            ("tariff (€/kWh)", "--currency EUR"),
            ("currency", "--currency"),
            ("Rate", "--rate"),
        ] {
            let told = column(head).unwrap_err();
            assert!(told.contains(head) && told.contains(word), "{told}");
        }
    }

    #[test]
    fn a_head_of_many_names_is_read_in_one_pass() {
        // Joined anew for each name it would be a hundred gigabytes.
        let head = "about tariff ".repeat(100_000);
        assert!(column(&head).unwrap_err().contains("tariff"));
        let (sets, before, after) = within("site tariff pool fee usd per kwh fees").unwrap();
        assert_eq!((id_of(sets), &*before, &*after), ("pool_fee", "site tariff", "usd per kwh fees"));
    }

    #[test]
    fn a_currency_that_the_flags_name_is_read() {
        let rouble = Currency::new("RUB", 90.0).unwrap();
        let unit = |head| Column::of(head, Some(&rouble), Words::usual()).ok().flatten().unwrap().unit;
        assert_eq!(unit("tariff (RUB/kWh)"), Unit::Local);
        assert_eq!(unit("levy, ₽ per kWh"), Unit::Local);
        assert_eq!(unit("tariff (USD/kWh)"), TABLES);
        assert_eq!(unit("tariff"), Unit::Unnamed);
    }

    #[test]
    fn what_is_none_of_ours_is_left_alone() {
        for head in [
            "",
            "name",
            "note",
            "colour",
            "site",
            "prices_of_land",
            "owner",
            "day",
            "id",
            "fuel",
            "machine id",
            "Machines",
            "date of purchase",
            "Machine (model)",
            "dates",
        ] {
            assert_eq!(column(head), Ok(None), "{head}");
        }
        for (head, sets) in [("machine", Sets::Machine), (" Date ", Sets::Date)] {
            assert_eq!(column(head), Ok(Some(Column { sets, unit: Unit::Unnamed })), "{head}");
        }
    }
}
