//! A table as people read it: heads with units, numbers rounded to what can be read, a reason where there is no value.

use super::plot::{Cell, Plot};
use super::table::Table;
use crate::inputs::Input;
use crate::tier::Tier;
use crate::words::{self, Message, Words, message};

/// A table as people read it.
///
/// ```
/// use breakeven::Inputs;
/// use breakeven::figure::{TableInWords, View, plot};
///
/// let table = TableInWords::of(&plot(View::Tariff, &Inputs::default()));
/// assert_eq!(table.heads[0], "Electricity tariff, USD/kWh");
/// assert_eq!(table.heads[1], "Shutdown price, USD/BTC");
/// assert_eq!(table.rows[0][0], "0.001");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct TableInWords {
    /// What the figure shows, in a sentence.
    pub caption: String,
    /// What stands over each column, with its unit.
    pub heads: Vec<String>,
    /// The cells of each row, in the order of the heads. One that is empty is not known.
    pub rows: Vec<Vec<String>>,
}

impl TableInWords {
    /// The table of a plot.
    pub fn of(plot: &Plot<'_>) -> Self {
        let table = Table::of(plot);
        let words = table.words;
        let rows = table.rows.iter().enumerate();
        Self {
            caption: plot.desc.clone(),
            heads: table.columns.iter().map(|column| head(column, words)).collect(),
            rows: rows.map(|(place, cells)| row(&table, place, cells)).collect(),
        }
    }
}

fn row(table: &Table, place: usize, cells: &[Cell]) -> Vec<String> {
    let words = table.words;
    // Some rows are about an input, in whose unit their numbers are.
    let about = cells.iter().find_map(|cell| match cell {
        Cell::Name(id) => Input::from_id(id).ok(),
        _ => None,
    });
    let cells = table.columns.iter().zip(cells);
    let cells = cells.map(|(&column, cell)| match *cell {
        Cell::Number(number) => match (column, about) {
            ("value", Some(input)) => input.spec().unit.number(number, words),
            ("low" | "high", Some(input)) => input.written_in(number, words),
            _ => Input::from_id(column)
                .map_or_else(|_| words.field(number), |input| input.spec().unit.number(number, words)),
        },
        Cell::Day(date) => date.text(),
        Cell::Flag(so) => if so { words.table_yes() } else { words.table_no() }.to_owned(),
        Cell::Name(id) => name(id, words).to_owned(),
        Cell::Unit(_) => about.map_or("", |input| input.unit_in(words)).to_owned(),
        #[cfg(feature = "sources")]
        Cell::Machine(machine) => machine.to_string(),
        #[cfg(not(feature = "sources"))]
        Cell::Machine(_) => String::new(), // the page is spared their names
        Cell::None(_) => table.reason(place).to_owned(),
        Cell::Empty => String::new(),
    });
    cells.collect()
}

/// An input or a break-even by its id.
fn name<'a>(id: &'a str, words: &Words) -> &'a str {
    let tier = Tier::ALL.iter().find(|tier| tier.id() == id);
    match (Input::from_id(id), tier) {
        (Ok(input), _) => input.label_in(words),
        (_, Some(tier)) => tier.label_in(words),
        _ => id,
    }
}

/// What stands over a column, and its unit. Data, because a page loads it, and branches weigh more.
const HEADS: [(&str, Message, Option<Message>); 28] = [
    ("shutdown_price", message("working-shutdown"), PRICE),
    ("cash_price", message("working-cash"), PRICE),
    ("all_in_price", message("working-all-in"), PRICE),
    ("best_machine_shutdown_price", message("table-best-machine-shutdown-price"), PRICE),
    ("price_low", message("table-price-low"), PRICE),
    ("price_high", message("table-price-high"), PRICE),
    ("swing", message("table-swing"), PRICE),
    ("hashrate_shutdown", message("table-hashrate-shutdown"), NETWORK),
    ("hashrate_cash", message("table-hashrate-cash"), NETWORK),
    ("hashrate_all_in", message("table-hashrate-all-in"), NETWORK),
    ("bitcoin", message("table-bitcoin"), Some(message("table-bitcoin-unit"))),
    ("electricity", message("table-electricity"), MONEY),
    ("fixed_cost", message("table-fixed-cost"), MONEY),
    ("cash", message("table-cash"), MONEY),
    ("cumulative", message("table-cumulative"), MONEY),
    ("present_value", message("table-present-value"), MONEY),
    ("elasticity", message("table-elasticity"), Some(message("table-elasticity-unit"))),
    ("date", message("time-axis"), None),
    ("month", message("table-month"), None),
    ("running", message("table-running"), None),
    ("difficulty", message("difficulty"), None),
    ("best_machine", message("time-best"), None),
    ("tier", message("table-tier"), None),
    ("input", message("table-input"), None),
    ("low", message("table-low"), None),
    ("high", message("table-high"), None),
    ("value", message("table-value"), None),
    ("unit", message("table-unit"), None),
];

const PRICE: Option<Message> = Some(message("input-price-unit"));
const NETWORK: Option<Message> = Some(message("input-hashrate-unit"));
const MONEY: Option<Message> = Some(message("input-machine_price-unit"));

fn head(column: &str, words: &Words) -> String {
    let known = HEADS.iter().find(|(id, ..)| *id == column);
    let (name, unit) = match (known, Input::from_id(column)) {
        (Some((_, name, unit)), _) => (words.plain(*name), unit.map_or("", |unit| words.plain(unit))),
        (_, Ok(input)) => (input.label_in(words), input.unit_in(words)),
        _ => (column, ""),
    };
    if unit.is_empty() { name.to_owned() } else { words::TableHead { name, unit }.text(words) }
}
