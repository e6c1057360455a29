//! A table as people read it: heads with units, numbers rounded to what can be read, a reason where there is no value.

use super::plot::{Cell, Plot, Quantity};
use super::table;
use super::table_heads::name_and_unit;
use crate::format::Column;
use crate::inputs::{Input, Inputs};
use crate::tier::Tier;
use crate::words::{self, Words};

/// A table as people read it.
///
/// ```
/// use breakeven::Inputs;
/// use breakeven::figure::{TableInWords, View, plot};
///
/// let mine = Inputs::default();
/// let table = TableInWords::of(&plot(View::Tariff, &mine), &mine);
/// assert_eq!(table.heads[0], "Electricity tariff, USD/kWh");
/// assert_eq!(table.heads[1], "Shutdown price, USD/BTC");
/// assert_eq!(table.rows[0][0], "0.001");
/// assert!(table.assumed.starts_with("It assumes: hardware efficiency 17.5 J/TH;"));
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
    /// What all of them follow from: every input but that along x, in a sentence.
    pub assumed: String,
}

impl TableInWords {
    /// The table of a plot of `inputs`.
    pub fn of(plot: &Plot<'_>, inputs: &Inputs) -> Self {
        let (mut heads, mut rows) = (Vec::new(), Vec::new());
        each_head(plot, &mut |head| heads.push(head));
        each_cell(plot, &mut |row, text| {
            rows.resize_with(rows.len().max(row + 1), Vec::new);
            rows[row].push(text);
        });
        Self { caption: plot.desc.clone(), heads, rows, assumed: assumed(plot, inputs) }
    }
}

/// What stands over the columns of a plot's table.
pub(crate) fn each_head(plot: &Plot<'_>, each: &mut dyn FnMut(String)) {
    for column in table::columns(plot) {
        each(head(column, plot.words));
    }
}

/// The cells of a plot's table, one after the other, each with the place of its row.
pub(crate) fn each_cell(plot: &Plot<'_>, each: &mut dyn FnMut(usize, String)) {
    let columns = table::columns(plot);
    let reasons = plot.listing.as_ref().map_or(&[][..], |listing| &listing.reasons);
    let mut numbers = vec![Column::EMPTY; columns.len()];
    table::each_row(plot, &mut |cells| {
        for (column, cell) in numbers.iter_mut().zip(cells) {
            if let Cell::Number(number) = cell {
                column.add(*number);
            }
        }
    });
    let mut row = 0;
    table::each_row(plot, &mut |cells| {
        // Some rows are about an input, in whose unit their numbers are.
        let mut about = None;
        for cell in cells {
            if let Cell::Name(id) = cell {
                about = Input::from_id(id).ok().or(about);
            }
        }
        for ((column, numbers), cell) in columns.iter().zip(&numbers).zip(cells) {
            each(row, text(*cell, column, numbers, about, reasons.get(row), plot.words));
        }
        row += 1;
    });
}

/// A cell; one without a value tells the reason of its row, where there is one, or its own.
fn text(
    cell: Cell,
    column: &str,
    numbers: &Column,
    about: Option<Input>,
    reason: Option<&String>,
    words: &Words,
) -> String {
    let text = match cell {
        Cell::Number(number) => return number_in_words(number, column, numbers, about, words),
        Cell::Day(date) => return date.text(),
        Cell::Machine(machine) => return machine.name(),
        Cell::Flag(true) => words.table_yes(),
        Cell::Flag(false) => words.table_no(),
        Cell::Name(id) => name(id, words),
        // Where there is no value, what is said is not in its unit.
        Cell::Unit(_) if reason.is_none_or(String::is_empty) => {
            about.map_or("", |input| input.unit_in(words))
        }
        Cell::None(own) => reason.map_or_else(|| own.in_words(words), String::as_str),
        _ => "",
    };
    text.to_owned()
}

fn number_in_words(
    number: f64,
    column: &str,
    numbers: &Column,
    about: Option<Input>,
    words: &Words,
) -> String {
    match about {
        Some(input) if column == "value" => return input.spec().unit.number(number, words),
        Some(input) if column == "low" || column == "high" => return input.written_in(number, words),
        _ => {}
    }
    match Input::from_id(column) {
        Ok(input) => input.spec().unit.number(number, words),
        Err(_) if column == "elasticity" => words.hundredths(number),
        Err(_) => numbers.written(number, words),
    }
}

/// What a plot's table follows from, in a sentence.
fn assumed(plot: &Plot<'_>, inputs: &Inputs) -> String {
    let mut values = String::new();
    for &input in Input::ALL {
        if plot.x.quantity == Quantity::Of(input) {
            continue;
        }
        if !values.is_empty() {
            values.push_str("; ");
        }
        values.push_str(input.name_in(plot.words));
        values.push(' ');
        values.push_str(&input.written_in(inputs.get(input), plot.words));
    }
    words::TableAssumed { values: &values }.text(plot.words)
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

fn head(column: &str, words: &Words) -> String {
    let (name, unit) = name_and_unit(column, words);
    if unit.is_empty() { name.to_owned() } else { words::TableHead { name, unit }.text(words) }
}
