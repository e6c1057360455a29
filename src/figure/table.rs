//! What a figure shows as a table: its columns from the layers of a plot, its rows at round values of x.

use serde::ser::{Serialize, SerializeMap as _, Serializer};

use super::plot::{Cell, Data, Layer, Plot, Quantity, Reason};
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
pub(super) const REASON: &str = "reason";

impl Table {
    /// The table of a plot.
    pub fn of(plot: &Plot<'_>) -> Self {
        let mut rows = Vec::new();
        each_row(plot, &mut |cells| rows.push(cells.to_vec()));
        let reasons = plot.listing.as_ref().map_or_else(Vec::new, |listing| listing.reasons.clone());
        Self { columns: columns(plot), rows, words: plot.words, reasons }
    }

    /// Every name of a column, that of the reasons too where a cell has one.
    pub(super) fn heads(&self) -> Vec<&'static str> {
        let has_reason = !self.reasons.is_empty() || self.rows.iter().any(|row| reason(row).is_some());
        self.columns.iter().copied().chain(has_reason.then_some(REASON)).collect()
    }

    /// Why a row has no value; empty where it has one.
    fn reason(&self, row: usize) -> &str {
        self.rows.get(row).map_or("", |cells| reason_of(&self.reasons, row, cells, self.words))
    }

    /// The table as CSV: commas between cells, a point before decimals, a head, a line feed after each row. A number is the
    /// shortest decimal that reads back as it; what has no value is empty.
    pub fn csv(&self) -> String {
        written(&self.columns, &self.reasons, self.words, &|row| {
            self.rows.iter().for_each(|cells| row(cells))
        })
    }
}

/// The same of a plot, for a page, which keeps no table.
#[cfg(feature = "web")]
pub(crate) fn csv(plot: &Plot<'_>) -> String {
    let reasons = plot.listing.as_ref().map_or(&[][..], |listing| &listing.reasons);
    written(&columns(plot), reasons, plot.words, &|row| each_row(plot, row))
}

/// What takes the cells of one row after the other.
type EachRow<'a> = &'a mut dyn FnMut(&[Cell]);

/// CSV of what `each` gives, row by row; it is asked twice, for there is a column of reasons only where there is one.
fn written(columns: &[&str], reasons: &[String], words: &Words, each: &dyn Fn(EachRow<'_>)) -> String {
    let mut has_reason = !reasons.is_empty();
    each(&mut |cells| has_reason |= reason(cells).is_some());
    let (mut text, mut place) = (String::new(), 0);
    for (i, column) in columns.iter().enumerate() {
        push_cell(&mut text, i, column);
    }
    if has_reason {
        push_cell(&mut text, columns.len(), REASON);
    }
    text.push('\n');
    each(&mut |cells| {
        for (i, cell) in cells.iter().enumerate() {
            push_cell(&mut text, i, &exact(*cell));
        }
        if has_reason {
            push_cell(&mut text, cells.len(), reason_of(reasons, place, cells, words));
        }
        text.push('\n');
        place += 1;
    });
    text
}

/// Why a row has no value: in the words of its own, where it has them; empty where it has a value.
fn reason_of<'a>(reasons: &'a [String], row: usize, cells: &[Cell], words: &Words) -> &'a str {
    match reasons.get(row) {
        Some(told) => told,
        None => reason(cells).map_or("", |reason| reason.in_words(words)),
    }
}

/// A cell with every digit; empty where it has no value.
fn exact(cell: Cell) -> String {
    let text = match cell {
        Cell::Number(number) if number.is_finite() => return Decimal::shortest(number).plain(),
        Cell::Day(date) => return date.text(),
        Cell::Unit(unit) => return unit.text(),
        Cell::Machine(machine) => return machine.name(),
        Cell::Name(name) => name,
        Cell::Flag(true) => "true",
        Cell::Flag(false) => "false",
        _ => "",
    };
    text.to_owned()
}

/// Adds the cell of that place in its row to CSV.
fn push_cell(csv: &mut String, place: usize, text: &str) {
    if place > 0 {
        csv.push(',');
    }
    if !text.bytes().any(|byte| matches!(byte, b',' | b'"' | b'\n' | b'\r')) {
        csv.push_str(text);
        return;
    }
    // A mark in it is doubled.
    for part in text.split('"') {
        csv.push('"');
        csv.push_str(part);
    }
    csv.push('"');
}

/// The names of the columns of a plot.
pub(super) fn columns(plot: &Plot<'_>) -> Vec<&'static str> {
    if let Some(listing) = &plot.listing {
        return listing.columns.clone();
    }
    let x = plot.y.is_some().then(|| id_of(plot.x.quantity));
    x.into_iter().chain(plot.layers.iter().filter_map(|layer| layer.column)).collect()
}

/// The rows of a plot, one after the other.
pub(super) fn each_row(plot: &Plot<'_>, row: EachRow<'_>) {
    if let Some(listing) = &plot.listing {
        return listing.rows.iter().for_each(|cells| row(cells));
    }
    // What lies along x alone has one row, and no column for it.
    let Some(_) = plot.y else { return row(&plot.cells_at(0.0, in_table)) };
    for x in values(plot) {
        let first = match plot.x.quantity {
            Quantity::Day => Cell::Day(Date::of(0).plus_days(x as i32)), // days are whole, from 1970
            _ => Cell::Number(x),
        };
        let mut cells = plot.cells_at(x, in_table);
        cells.insert(0, first);
        row(&cells);
    }
}

fn in_table(layer: &Layer) -> bool {
    layer.column.is_some()
}

/// The values of x of the rows: those at which points are given, else round ones.
pub fn values(plot: &Plot<'_>) -> Vec<f64> {
    let mut given: Vec<f64> = Vec::new();
    for layer in plot.layers.iter().filter(|layer| in_table(layer)) {
        if let Data::Points(points) = &layer.data {
            for (at, _) in points {
                insert(&mut given, *at);
            }
        }
    }
    if given.is_empty() { plot.x.round_values() } else { given }
}

/// Puts a value where it belongs among ascending ones, and tells where, unless it is there. Most come in their order, and a
/// sort weighs five kilobytes in the page.
pub fn insert(values: &mut Vec<f64>, value: f64) -> Option<usize> {
    let place = values.partition_point(|other| *other < value);
    for beside in [place.wrapping_sub(1), place] {
        if values.get(beside).is_some_and(|other| is_same(*other, value)) {
            return None;
        }
    }
    values.insert(place, value);
    Some(place)
}

/// Whether two values differ by no more than computing leaves.
pub fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() <= SAME * other.abs()
}

/// By this part of themselves.
pub const SAME: f64 = 1e-9;

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
pub(super) fn reason(row: &[Cell]) -> Option<Reason> {
    row.iter().find_map(|cell| if let Cell::None(reason) = cell { Some(*reason) } else { None })
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
                Some(Cell::Machine(machine)) => map.serialize_entry(head, &machine.name())?,
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
