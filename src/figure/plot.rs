//! What a figure says: axes, layers and what may be dragged. It has no size, and no pixel stands in it.
//!
//! [`layout`](super::layout()) makes a drawing of a plot, [`Table::of`](super::Table::of) a table.
//!
//! ```
//! use breakeven::figure::plot::{Axis, Cell, Data, Layer, Mark, Plot, Quantity, Spread};
//! use breakeven::figure::{Ink, Size, Table, layout, svg};
//! use breakeven::Date;
//!
//! let day = |text: &str| text.parse::<Date>().map(Cell::day_number);
//! let days = (day("2021-01-01")?, day("2023-01-01")?);
//! let x = Axis::new("Day", Spread::Time, days, Quantity::Day);
//! let y = Axis::new("Price, USD per bitcoin", Spread::Log, (10_000.0, 100_000.0), Quantity::UsdPerBitcoin);
//! let mut plot = Plot::new("The price of bitcoin", x, Some(y));
//! let prices = [("2021-11-10", 65_000.0), ("2022-06-30", 19_000.0), ("2022-11-21", 16_000.0)];
//! let points = prices.map(|(date, price)| Ok((day(date)?, Cell::Number(price))));
//! let points = points.into_iter().collect::<Result<_, breakeven::Error>>()?;
//! let market = Layer::new("market", Ink::Market, "Market price", Mark::Curve, Data::Points(points));
//! plot.layers.push(market.in_column("price"));
//!
//! assert!(svg::write(&layout(&plot, Size::new(760.0, 420.0)?).scene).contains("2022"));
//! assert_eq!(Table::of(&plot).csv().lines().next(), Some("date,price"));
//! # Ok::<(), breakeven::Error>(())
//! ```

use std::fmt;

pub use super::cell::{Cell, Quantity, Reason};
use super::role::Ink;
use super::scale::Scale;
pub use super::scale::Spread;
use crate::inputs::Input;
use crate::words::Words;

/// What a figure says.
#[non_exhaustive]
pub struct Plot<'a> {
    /// The language that it is said in, for its numbers too.
    pub(crate) words: &'static Words,
    /// What the figure is, in a few words.
    pub title: String,
    /// What it shows, in a sentence.
    pub desc: String,
    /// Across.
    pub x: Axis,
    /// Upwards; `None` where all that is shown lies along x.
    pub y: Option<Axis>,
    /// What is drawn, the first one lowest.
    pub layers: Vec<Layer>,
    /// A row for each of several things, from the top, where there is no axis upwards.
    pub items: Vec<Item>,
    /// The table, where it does not follow from the layers.
    pub listing: Option<Listing>,
    /// The cells of those layers whose data are [`Data::Along`], in their order, at a value of x. One function for all of
    /// them, because one evaluation of the model gives them all.
    pub along: Along<'a>,
    /// What the reader may drag along x, and where it stands.
    pub drag: Option<Drag>,
    /// The author's value of it, if it is asked for.
    pub author: Option<f64>,
}

/// Cells at a value of x.
pub type Along<'a> = Box<dyn Fn(f64) -> Vec<Cell> + Send + Sync + 'a>;

/// An input that the reader may drag.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Drag {
    /// The input.
    pub input: Input,
    /// Its value, in the unit of the table.
    pub value: f64,
}

/// An axis.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Axis {
    /// Its name with the unit.
    pub name: String,
    /// How values are spread along it.
    pub spread: Spread,
    /// The values at its ends, the lower one first; days are counted from 1970.
    pub range: (f64, f64),
    /// What its values are.
    pub quantity: Quantity,
}

/// What is drawn of one thing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Layer {
    /// Tells it from the other layers of a plot.
    pub key: &'static str,
    /// The quantity that it stands for, and so its colour.
    pub ink: Ink,
    /// What stands beside it.
    pub name: &'static str,
    /// The name of its column in a table; `None` where it is no part of one.
    pub column: Option<&'static str>,
    /// What it looks like.
    pub mark: Mark,
    /// Its values.
    pub data: Data,
}

/// One of several things, a row each.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Item {
    /// What it is.
    pub name: &'static str,
    /// Its own axis, on which its values are dots; without one the first and the last of them are the ends of a bar along
    /// the plot's x.
    pub axis: Option<Axis>,
    /// Its values.
    pub values: Vec<LabelledValue>,
}

/// A value with what stands beside it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct LabelledValue {
    /// Its colour.
    pub ink: Ink,
    /// The value.
    pub cell: Cell,
    /// What stands beside it; nothing where it is empty.
    pub label: String,
    /// What stands there where that has no room.
    pub(super) short: String,
    /// Whether one that is out of reach would have to lie behind the axis.
    pub(super) is_behind: bool,
}

/// A table of its own.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Listing {
    /// The names of the columns.
    pub columns: Vec<&'static str>,
    /// The cells of each row, in the order of the columns.
    pub rows: Vec<Vec<Cell>>,
    /// For each row why it has no value, empty where it has one; none at all where the cells tell it themselves.
    pub reasons: Vec<String>,
}

/// What a layer looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Mark {
    /// A line from value to value.
    Curve,
    /// A bar along x, from the end of the one before it to its own value.
    Bar,
    /// A line through the whole figure at one value.
    Rule,
    /// A dot at each value, named.
    Dots,
    /// An upright line through the whole figure at each of its values of x.
    Upright,
    /// From one value of x to another, all of the figure's height.
    Stretch,
    /// None: it stands in the table alone.
    Unseen,
}

/// The values of a layer.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Data {
    /// One value.
    One(Cell),
    /// A function of x: [`Plot::along`].
    Along,
    /// Values of x, ascending, each with what holds there.
    Points(Vec<(f64, Cell)>),
    /// From one value of x to another, ascending.
    Stretches(Vec<(f64, f64)>),
}

impl<'a> Plot<'a> {
    /// A plot without layers.
    pub fn new(title: impl Into<String>, x: Axis, y: Option<Axis>) -> Self {
        Self::in_language(Words::usual(), title, x, y)
    }

    /// The same in a language.
    pub(super) fn in_language(
        words: &'static Words,
        title: impl Into<String>,
        x: Axis,
        y: Option<Axis>,
    ) -> Self {
        Self::of(words, title.into(), x, y, Box::new(|_| Vec::new()))
    }

    #[inline(never)] // half a kilobyte at each of its callers otherwise
    pub(super) fn of(
        words: &'static Words,
        title: String,
        x: Axis,
        y: Option<Axis>,
        along: Along<'a>,
    ) -> Self {
        Self {
            words,
            title,
            desc: String::new(),
            x,
            y,
            layers: Vec::new(),
            items: Vec::new(),
            listing: None,
            along,
            drag: None,
            author: None,
        }
    }

    /// Adds a layer that is no part of a table.
    #[inline(never)] // as all that the page loads and that is called from many places
    pub(super) fn push(
        &mut self,
        key: &'static str,
        name: &'static str,
        (ink, mark): (Ink, Mark),
        data: Data,
    ) {
        self.layers.push(Layer::new(key, ink, name, mark, data));
    }

    /// Adds a layer whose key is its column in the table.
    #[inline(never)]
    pub(super) fn push_column(
        &mut self,
        column: &'static str,
        name: &'static str,
        (ink, mark): (Ink, Mark),
        data: Data,
    ) {
        self.layers.push(Layer::new(column, ink, name, mark, data).in_column(column));
    }

    /// Whether it is a row for each of its items.
    pub(super) fn is_in_rows(&self) -> bool {
        self.y.is_none() && (self.listing.is_some() || !self.items.is_empty())
    }

    /// What those of its layers that are `wanted` hold at a value of x.
    pub(super) fn cells_at(&self, x: f64, wanted: fn(&Layer) -> bool) -> Vec<Cell> {
        let mut along = (self.along)(x).into_iter();
        let mut cells = Vec::new();
        for layer in &self.layers {
            let cell = match &layer.data {
                Data::One(cell) => *cell,
                Data::Along => along.next().unwrap_or(Cell::Empty),
                Data::Points(points) => {
                    let place = points.partition_point(|(at, _)| *at < x);
                    points.get(place).filter(|(at, _)| *at == x).map_or(Cell::Empty, |(_, cell)| *cell)
                }
                Data::Stretches(stretches) => {
                    Cell::Flag(stretches.iter().any(|(from, to)| *from <= x && x < *to))
                }
            };
            if wanted(layer) {
                cells.push(cell);
            }
        }
        cells
    }

    /// The same with what its layers of [`Data::Along`] are at a value of x, in their order.
    #[must_use]
    pub fn with_along(mut self, along: impl Fn(f64) -> Vec<Cell> + Send + Sync + 'a) -> Self {
        self.along = Box::new(along);
        self
    }
}

/// All but the function in it.
impl fmt::Debug for Plot<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { title, desc, x, y, layers, items, listing, drag, author, words: _, along: _ } = self;
        f.debug_struct("Plot")
            .field("title", title)
            .field("desc", desc)
            .field("x", x)
            .field("y", y)
            .field("layers", layers)
            .field("items", items)
            .field("listing", listing)
            .field("drag", drag)
            .field("author", author)
            .finish_non_exhaustive()
    }
}

impl Axis {
    /// An axis from the lower to the higher value of `range`.
    pub fn new(name: impl Into<String>, spread: Spread, range: (f64, f64), quantity: Quantity) -> Self {
        Self { name: name.into(), spread, range, quantity }
    }

    /// Round values from the one end towards the other, as many as a table takes: 1 to 9 of each decade on a logarithmic
    /// axis, ten to twenty even steps on a linear one, months or years in time.
    pub fn round_values(&self) -> Vec<f64> {
        Scale::new(self.spread, self.range, (0.0, 1.0)).table_values()
    }
}

impl Layer {
    /// A layer that is no part of a table.
    pub const fn new(key: &'static str, ink: Ink, name: &'static str, mark: Mark, data: Data) -> Self {
        Self { key, ink, name, column: None, mark, data }
    }

    /// The same with a column in the table.
    #[must_use]
    pub fn in_column(self, column: &'static str) -> Self {
        Self { column: Some(column), ..self }
    }
}

impl Drag {
    /// `input`, where it stands now.
    pub const fn new(input: Input, value: f64) -> Self {
        Self { input, value }
    }
}

impl Item {
    /// A row with a bar along the plot's x.
    pub const fn new(name: &'static str, values: Vec<LabelledValue>) -> Self {
        Self { name, axis: None, values }
    }

    /// A row of dots on an axis of its own.
    pub const fn on_axis(name: &'static str, axis: Axis, values: Vec<LabelledValue>) -> Self {
        Self { name, axis: Some(axis), values }
    }
}

impl LabelledValue {
    /// A value with what stands beside it.
    pub const fn new(ink: Ink, cell: Cell, label: String) -> Self {
        Self { ink, cell, label, short: String::new(), is_behind: false }
    }
}

impl Listing {
    /// A table of these rows, in the order of the columns.
    pub const fn new(columns: Vec<&'static str>, rows: Vec<Vec<Cell>>) -> Self {
        Self { columns, rows, reasons: Vec::new() }
    }
}
