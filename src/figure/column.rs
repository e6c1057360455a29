//! What the columns of a table hold, for those who have its CSV and nothing else.

use super::table::{REASON, Table};
use super::table_in_words::name_and_unit;
use crate::inputs::Input;
use crate::words::{Message, Words, message};

/// A column of a [`Table`](super::Table).
///
/// ```
/// use breakeven::Inputs;
/// use breakeven::figure::{Kind, View, table};
///
/// let columns = table(View::Tariff, &Inputs::default()).described();
/// assert_eq!((columns[1].name, columns[1].title), ("shutdown_price", "Shutdown price"));
/// assert_eq!((&*columns[1].unit, columns[1].kind), ("USD/BTC", Kind::Number));
/// assert_eq!(columns[1].description, "The price of a bitcoin at which the mine pays for its electricity.");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Column {
    /// Its head in CSV, its key in JSON.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// The unit of its numbers, of which a share is one: 0.02, not 2 %. Empty where they have none, or each row its own.
    pub unit: String,
    /// What it holds, in a sentence.
    pub description: &'static str,
    /// What its cells are, unless they are empty.
    pub kind: Kind,
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Kind {
    /// A number, a point before its decimals.
    Number,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// `true` or `false`.
    Flag,
    /// Anything else.
    Text,
}

impl Column {
    /// One of which nothing but the name is known: in a plot that somebody else made.
    fn named(name: &'static str) -> Self {
        Self { name, title: name, unit: String::new(), description: "", kind: Kind::Text }
    }
}

impl Table {
    /// What each column holds, in their order, that of the reasons too where a cell has one.
    pub fn described(&self) -> Vec<Column> {
        let one = |name| described(name, self.words).unwrap_or_else(|| Column::named(name));
        self.heads().into_iter().map(one).collect()
    }
}

/// The column of that name; `None` where no table has one.
fn described(name: &'static str, words: &Words) -> Option<Column> {
    if let Ok(input) = Input::from_id(name) {
        let spec = input.spec();
        return Some(Column {
            name,
            title: input.label_in(words),
            unit: spec.unit.text(),
            description: spec.help_in(words),
            kind: Kind::Number,
        });
    }
    let (_, description, kind) = DESCRIPTIONS.iter().find(|(id, ..)| *id == name)?;
    let (title, unit) = match name {
        REASON => (words.column_reason_title(), ""),
        _ => name_and_unit(name, words),
    };
    Some(Column { name, title, unit: unit.to_owned(), description: words.plain(*description), kind: *kind })
}

/// Those that are no input.
const DESCRIPTIONS: [(&str, Message, Kind); 29] = [
    ("shutdown_price", message("column-shutdown-price"), Kind::Number),
    ("cash_price", message("column-cash-price"), Kind::Number),
    ("all_in_price", message("column-all-in-price"), Kind::Number),
    ("hashrate_shutdown", message("column-hashrate-shutdown"), Kind::Number),
    ("hashrate_cash", message("column-hashrate-cash"), Kind::Number),
    ("hashrate_all_in", message("column-hashrate-all-in"), Kind::Number),
    ("date", message("column-date"), Kind::Day),
    ("difficulty", message("column-difficulty"), Kind::Number),
    ("best_machine", message("column-best-machine"), Kind::Text),
    ("best_machine_shutdown_price", message("column-best-machine-shutdown-price"), Kind::Number),
    ("input", message("column-input"), Kind::Text),
    ("low", message("column-low"), Kind::Number),
    ("high", message("column-high"), Kind::Number),
    ("price_low", message("column-price-low"), Kind::Number),
    ("price_high", message("column-price-high"), Kind::Number),
    ("swing", message("column-swing"), Kind::Number),
    ("elasticity", message("column-elasticity"), Kind::Number),
    ("tier", message("column-tier"), Kind::Text),
    ("value", message("column-value"), Kind::Number),
    ("unit", message("column-unit"), Kind::Text),
    ("month", message("column-month"), Kind::Number),
    ("bitcoin", message("column-bitcoin"), Kind::Number),
    ("electricity", message("column-electricity"), Kind::Number),
    ("fixed_cost", message("column-fixed-cost"), Kind::Number),
    ("cash", message("column-cash"), Kind::Number),
    ("cumulative", message("column-cumulative"), Kind::Number),
    ("present_value", message("column-present-value"), Kind::Number),
    ("running", message("column-running"), Kind::Flag),
    (REASON, message("column-reason"), Kind::Text),
];
