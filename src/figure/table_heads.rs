//! What stands over the columns of all tables: one list, of which a page has no more than it shows.

use crate::inputs::Input;
use crate::words::{Message, Words, message};

/// A column that is no input.
pub(super) struct Head {
    id: &'static str,
    /// What people call it.
    name: Message,
    /// The unit in which it is told to them.
    unit: Option<Message>,
    /// What it holds, in a sentence.
    #[cfg(feature = "sources")]
    pub description: Message,
    #[cfg(feature = "sources")]
    pub kind: Kind,
}

impl Head {
    #[cfg_attr(not(feature = "sources"), allow(unused_variables))]
    const fn of(id: &'static str, name: &str, unit: Option<Message>, description: &str, kind: Kind) -> Self {
        Self {
            id,
            name: message(name),
            unit,
            #[cfg(feature = "sources")]
            description: message(description),
            #[cfg(feature = "sources")]
            kind,
        }
    }
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

/// Data, because a page loads it, and branches weigh more.
const HEADS: [Head; 28] = [
    Head::of("shutdown_price", "working-shutdown", PRICE, "column-shutdown-price", Kind::Number),
    Head::of("cash_price", "working-cash", PRICE, "column-cash-price", Kind::Number),
    Head::of("all_in_price", "working-all-in", PRICE, "column-all-in-price", Kind::Number),
    Head::of(
        "best_machine_shutdown_price",
        "table-best-machine-shutdown-price",
        PRICE,
        "column-best-machine-shutdown-price",
        Kind::Number,
    ),
    Head::of("price_low", "table-price-low", PRICE, "column-price-low", Kind::Number),
    Head::of("price_high", "table-price-high", PRICE, "column-price-high", Kind::Number),
    Head::of("swing", "table-swing", PRICE, "column-swing", Kind::Number),
    Head::of(
        "hashrate_shutdown",
        "table-hashrate-shutdown",
        NETWORK,
        "column-hashrate-shutdown",
        Kind::Number,
    ),
    Head::of("hashrate_cash", "table-hashrate-cash", NETWORK, "column-hashrate-cash", Kind::Number),
    Head::of("hashrate_all_in", "table-hashrate-all-in", NETWORK, "column-hashrate-all-in", Kind::Number),
    Head::of("bitcoin", "table-bitcoin", COINS, "column-bitcoin", Kind::Number),
    Head::of("electricity", "table-electricity", MONEY, "column-electricity", Kind::Number),
    Head::of("fixed_cost", "table-fixed-cost", MONEY, "column-fixed-cost", Kind::Number),
    Head::of("cash", "table-cash", MONEY, "column-cash", Kind::Number),
    Head::of("cumulative", "table-cumulative", MONEY, "column-cumulative", Kind::Number),
    Head::of("present_value", "table-present-value", MONEY, "column-present-value", Kind::Number),
    Head::of("elasticity", "table-elasticity", PART, "column-elasticity", Kind::Number),
    Head::of("date", "time-axis", None, "column-date", Kind::Day),
    Head::of("month", "table-month", None, "column-month", Kind::Number),
    Head::of("running", "table-running", None, "column-running", Kind::Flag),
    Head::of("difficulty", "difficulty", None, "column-difficulty", Kind::Number),
    Head::of("best_machine", "time-best", None, "column-best-machine", Kind::Text),
    Head::of("tier", "table-tier", None, "column-tier", Kind::Text),
    Head::of("input", "table-input", None, "column-input", Kind::Text),
    Head::of("low", "table-low", None, "column-low", Kind::Number),
    Head::of("high", "table-high", None, "column-high", Kind::Number),
    Head::of("value", "table-value", None, "column-value", Kind::Number),
    Head::of("unit", "table-unit", None, "column-unit", Kind::Text),
];

const PRICE: Option<Message> = Some(message("input-price-unit"));
const NETWORK: Option<Message> = Some(message("input-hashrate-unit"));
const MONEY: Option<Message> = Some(message("input-machine_price-unit"));
const COINS: Option<Message> = Some(message("table-bitcoin-unit"));
const PART: Option<Message> = Some(message("table-elasticity-unit"));

/// The column of that name; `None` where it is an input's, or where no table has one.
pub(super) fn find(column: &str) -> Option<&'static Head> {
    HEADS.iter().find(|head| head.id == column)
}

/// What people call a column, and the unit in which it is told to them; empty where it has none.
pub(super) fn name_and_unit<'a>(column: &'a str, words: &Words) -> (&'a str, &'static str) {
    match (find(column), Input::from_id(column)) {
        (Some(head), _) => (words.plain(head.name), head.unit.map_or("", |unit| words.plain(unit))),
        (_, Ok(input)) => (input.label_in(words), input.unit_in(words)),
        _ => (column, ""),
    }
}
