//! What a figure shows as a table: its columns from the layers of a plot, its rows at round values of x.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::plot::{Cell, Data, Listing, Plot, Quantity, Reason};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::words::Words;

/// A table.
///
/// It serialises as a list of objects, one a row, by the names of the columns; numbers are the model's own, and what has
/// no value is `null`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Table {
    /// The names of the columns: that of x, where there is one, then those of the layers.
    pub columns: Vec<&'static str>,
    /// The cells of each row, in the order of the columns.
    pub rows: Vec<Vec<Cell>>,
    /// The language of its reasons.
    pub(super) words: &'static Words,
    /// Those that cells do not tell themselves, one a row.
    reasons: Vec<String>,
}

/// The column that says why another one of its row has no value. It is there where any has none.
const REASON: &str = "reason";

impl Table {
    /// The table of a plot.
    pub fn of(plot: &Plot<'_>) -> Self {
        if let Some(listing) = &plot.listing {
            let Listing { columns, rows, reasons } = listing.clone();
            return Self { columns, rows, words: plot.words, reasons };
        }
        let shown: Vec<_> = plot.layers.iter().filter_map(|layer| Some((layer, layer.column?))).collect();
        let mut columns: Vec<_> = shown.iter().map(|(_, column)| *column).collect();
        if plot.y.is_none() {
            let one = |data: &Data| if let Data::One(cell) = data { *cell } else { Cell::Empty };
            let rows = vec![shown.iter().map(|(layer, _)| one(&layer.data)).collect()];
            return Self { columns, rows, words: plot.words, reasons: Vec::new() };
        }
        columns.insert(0, id_of(plot.x.quantity));
        let mut rows = Vec::new();
        for x in values(plot) {
            let along = (plot.along)(x);
            let mut row = vec![if plot.x.quantity == Quantity::Day {
                Cell::Day(Date::of(0).plus_days(x as i32))
            } else {
                Cell::Number(x)
            }];
            for (layer, _) in &shown {
                row.push(match &layer.data {
                    Data::One(cell) => *cell,
                    Data::Along => {
                        let is_along = plot.layers.iter().filter(|other| matches!(other.data, Data::Along));
                        let place = is_along.take_while(|other| other.key != layer.key).count();
                        along.get(place).copied().unwrap_or(Cell::Empty)
                    }
                    Data::Points(points) => {
                        points.iter().find(|(at, _)| *at == x).map_or(Cell::Empty, |(_, cell)| *cell)
                    }
                    Data::Stretches(stretches) => {
                        Cell::Flag(stretches.iter().any(|(from, to)| (*from..*to).contains(&x)))
                    }
                });
            }
            rows.push(row);
        }
        Self { columns, rows, words: plot.words, reasons: Vec::new() }
    }

    /// Every name of a column, that of the reasons too where a cell has one.
    fn heads(&self) -> Vec<&'static str> {
        let has_reason = !self.reasons.is_empty() || self.rows.iter().any(|row| reason(row).is_some());
        self.columns.iter().copied().chain(has_reason.then_some(REASON)).collect()
    }

    /// Why a row has no value; empty where it has one.
    pub(super) fn reason(&self, row: usize) -> &str {
        let told = || self.rows.get(row).and_then(|cells| reason(cells));
        match self.reasons.get(row) {
            Some(reason) => reason,
            None => told().map_or("", |reason| reason.in_words(self.words)),
        }
    }

    /// The table as CSV: commas between cells, a point before decimals, a head, a line feed after each row. A number is the
    /// shortest decimal that reads back as it; what has no value is empty.
    pub fn csv(&self) -> String {
        let heads = self.heads();
        let mut text = heads.join(",") + "\n";
        for (place, row) in self.rows.iter().enumerate() {
            for (i, head) in heads.iter().enumerate() {
                if i > 0 {
                    text.push(',');
                }
                match row.get(i) {
                    Some(Cell::Number(number)) => text.push_str(&Decimal::shortest(*number).plain()),
                    Some(Cell::Day(date)) => text.push_str(&date.text()),
                    Some(Cell::Name(name)) => text.push_str(&quoted(name)),
                    Some(Cell::Unit(unit)) => text.push_str(&quoted(&unit.text())),
                    #[cfg(feature = "sources")] // the page is spared their names
                    Some(Cell::Machine(machine)) => text.push_str(&quoted(&machine.to_string())),
                    Some(Cell::Flag(so)) => text.push_str(if *so { "true" } else { "false" }),
                    None if *head == REASON => text.push_str(&quoted(self.reason(place))),
                    _ => {}
                }
            }
            text.push('\n');
        }
        text
    }
}

/// The values of x of the rows: those at which points are given, else round ones.
fn values(plot: &Plot<'_>) -> Vec<f64> {
    let mut given: Vec<f64> = Vec::new();
    for layer in plot.layers.iter().filter(|layer| layer.column.is_some()) {
        if let Data::Points(points) = &layer.data {
            for (at, _) in points {
                // Ascending in each layer, and mostly the same in all.
                if let Err(place) = given.binary_search_by(|other| other.total_cmp(at)) {
                    given.insert(place, *at);
                }
            }
        }
    }
    if given.is_empty() { plot.x.round_values() } else { given }
}

fn id_of(quantity: Quantity) -> &'static str {
    match quantity {
        Quantity::UsdPerBitcoin => "price",
        Quantity::UsdPerTerahash => "cash",
        Quantity::Month => "month",
        Quantity::Of(input) => input.spec().id,
        Quantity::Day => "date",
    }
}

/// Why a cell of the row has no value.
fn reason(row: &[Cell]) -> Option<Reason> {
    row.iter().find_map(|cell| if let Cell::None(reason) = cell { Some(*reason) } else { None })
}

/// A text as a cell of CSV.
fn quoted(text: &str) -> String {
    if !text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        return text.to_owned();
    }
    let mut cell = String::from("\"");
    for part in text.split_inclusive('"') {
        cell.push_str(part);
        if part.ends_with('"') {
            cell.push('"');
        }
    }
    cell.push('"');
    cell
}

/// A row by the names of its columns.
struct Row<'a> {
    heads: &'a [&'static str],
    cells: &'a [Cell],
    reason: &'a str,
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.heads.len()))?;
        for (i, head) in self.heads.iter().enumerate() {
            match self.cells.get(i) {
                Some(Cell::Number(number)) => map.serialize_entry(head, number)?,
                Some(Cell::Day(date)) => map.serialize_entry(head, date)?,
                Some(Cell::Name(name)) => map.serialize_entry(head, name)?,
                Some(Cell::Unit(unit)) => map.serialize_entry(head, &unit.text())?,
                Some(Cell::Machine(machine)) => map.serialize_entry(head, &machine.to_string())?,
                Some(Cell::Flag(so)) => map.serialize_entry(head, so)?,
                None if *head == REASON => {
                    map.serialize_entry(head, &Some(self.reason).filter(|reason| !reason.is_empty()))?;
                }
                _ => map.serialize_entry(head, &None::<f64>)?,
            }
        }
        map.end()
    }
}

impl Serialize for Table {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let heads = self.heads();
        let rows = self.rows.iter().enumerate();
        serializer.collect_seq(rows.map(|(place, cells)| Row {
            heads: &heads,
            cells,
            reason: self.reason(place),
        }))
    }
}
