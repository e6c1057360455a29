//! Where a cursor stops in a figure, and what is read there: the same for a pointer, for keys and for the ear.
//!
//! Between two axes a cursor stops at the values of the table, at the reader's own value and at the author's, and where a
//! curve meets the line that it is held against; in rows, at each that is drawn. What is read is made when it is asked for:
//! of some hundred stops a reader looks at a few.

mod keys;
mod marks;
mod readout;

use super::calendar;
use super::geometry::{Point, Rect};
use super::layout::{between_axes, rows};
use super::plot::{Cell, Data, Layer, Mark, Plot, Quantity, Spread};
use super::role::Ink;
use super::scale::Scale;
use super::size::Size;
use super::table::{self, SAME, is_same};
use crate::date::Date;

/// How often an interval is halved to find where two curves meet: as often as a number has bits.
const HALVINGS: u32 = 52;

/// Where a cursor stops in a figure, in the order in which it comes there.
///
/// ```
/// use breakeven::Inputs;
/// use breakeven::figure::{Size, Stops, View, plot};
///
/// let mine = Inputs::default();
/// let stops = Stops::of(plot(View::Tariff, &mine), Size::new(760.0, 420.0)?);
/// let own = stops.own();
/// assert!(stops.text(own).starts_with("This mine, $0.05/kWh: Electricity $"));
/// assert_eq!(stops.by_key(own, "arrowright").map(|cursor| cursor.stop), Some(own.stop + 1));
/// let electricity = stops.by_key(own, "arrowup").unwrap();
/// assert!(stops.text(electricity).starts_with("Electricity $"));
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Debug)]
pub struct Stops<'a> {
    plot: Plot<'a>,
    way: Way,
    area: Rect,
    /// Where the stops lie along the way, px.
    along: Scale,
    /// Where what is read lies upwards, if it lies in the figure.
    up: Option<Scale>,
    /// How high a row is, px.
    row: f64,
    /// The places of the curves, and of the lines through the whole figure.
    layers: Vec<usize>,
    /// The place among them of what the others are held against.
    against: usize,
    /// The values of the axis; of a row its place.
    values: Vec<f64>,
    /// What each layer holds there.
    cells: Vec<Vec<Cell>>,
}

/// Where a cursor is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[allow(clippy::exhaustive_structs, reason = "it is where it is")]
pub struct Cursor {
    /// The place of its stop.
    pub stop: usize,
    /// The place of the series that it follows; 0 for all of them, else counted from 1.
    pub series: usize,
}

/// Which way the stops lie.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Across,
    Upwards,
    /// Rows, from above.
    Down,
}

impl<'a> Stops<'a> {
    /// Those of the drawing that [`layout`](super::layout()) makes of a plot: along x, or its rows. Without any where it has neither.
    pub fn of(plot: Plot<'a>, size: Size) -> Self {
        if let Some(upwards) = &plot.y {
            let (area, x, y) = between_axes(&plot, upwards, size);
            return Self::along(plot, area, x, Some(y));
        }
        let (area, row, most) = rows(&plot, size);
        let count = if plot.is_in_rows() { most } else { 0 };
        let middle = |row_of: f64| area.top + row * (row_of + 0.5);
        let last = count as f64 - 1.0;
        let along = Scale::new(Spread::Linear, (0.0, last), (middle(0.0), middle(last)));
        let mut stops = Self::at(plot, Way::Down, area, along, None);
        stops.row = row;
        for place in 0..count {
            stops.values.push(place as f64);
        }
        stops
    }

    /// Those along the axis upwards of `plot`, at which `read` is read: a plot that has this axis across, as
    /// [`upwards`](super::upwards) makes it.
    pub fn upwards(plot: &Plot<'_>, read: Plot<'a>, size: Size) -> Option<Self> {
        let (area, _, y) = between_axes(plot, plot.y.as_ref()?, size);
        Some(Self::along(read, area, y, None))
    }

    fn at(plot: Plot<'a>, way: Way, area: Rect, along: Scale, up: Option<Scale>) -> Self {
        let (layers, values, cells) = (Vec::new(), Vec::new(), Vec::new());
        Self { plot, way, area, along, up, row: 0.0, layers, against: usize::MAX, values, cells }
    }

    #[inline(never)]
    fn along(plot: Plot<'a>, area: Rect, along: Scale, up: Option<Scale>) -> Self {
        let way = if up.is_some() { Way::Across } else { Way::Upwards };
        let mut stops = Self::at(plot, way, area, along, up);
        for (place, layer) in stops.plot.layers.iter().enumerate() {
            if !is_read(layer) {
                continue;
            }
            // A line at one value, or the market's curve.
            if layer.mark == Mark::Rule || layer.ink == Ink::Market {
                stops.against = stops.layers.len();
            }
            stops.layers.push(place);
        }
        let mut values = table::values(&stops.plot);
        values.extend(stops.plot.drag.map(|drag| drag.value));
        values.extend(stops.plot.author);
        for value in values {
            stops.stop_at(value);
        }
        for value in stops.crossings() {
            stops.stop_at(value);
        }
        stops
    }

    /// What is read, by its place among what is read.
    #[inline(never)]
    fn layer(&self, place: usize) -> Option<&Layer> {
        self.plot.layers.get(*self.layers.get(place)?)
    }

    #[inline(never)]
    fn stop_at(&mut self, value: f64) {
        if !self.along.contains(value) {
            return;
        }
        if let Some(place) = table::insert(&mut self.values, value) {
            self.cells.insert(place, self.plot.cells_at(value, is_read));
        }
    }

    /// Where a function of x meets what it is held against, between two stops.
    fn crossings(&self) -> Vec<f64> {
        let mut found = Vec::new();
        for place in 1..self.values.len() {
            for layer in 0..self.layers.len() {
                let was = self.gap(place - 1, layer);
                let is_crossed = was * self.gap(place, layer) < 0.0;
                if !is_crossed || !self.layer(layer).is_some_and(|layer| matches!(layer.data, Data::Along)) {
                    continue;
                }
                let [mut before, mut after] = [place - 1, place].map(|place| self.value(place));
                for _ in 0..HALVINGS {
                    let middle = 0.5 * (before + after);
                    let gap = self.gap_of(&self.plot.cells_at(middle, is_read), layer);
                    *(if gap * was > 0.0 { &mut before } else { &mut after }) = middle;
                }
                found.push(after);
            }
        }
        found
    }

    /// The value of the axis at a stop; of a row its place. NaN where there is none.
    #[inline(never)]
    pub fn value(&self, stop: usize) -> f64 {
        self.values.get(stop).copied().unwrap_or(f64::NAN)
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.values.len()
    }

    /// The day of a stop, in a figure over days.
    pub fn day(&self, stop: usize) -> Option<Date> {
        let value = self.values.get(stop).filter(|_| self.plot.x.quantity == Quantity::Day);
        value.map(|value| calendar::day(*value))
    }

    /// Where a cursor begins: at the input that is dragged, or at the end of the axis beyond which that lies; where none is,
    /// at the last stop, in rows at the first.
    pub fn own(&self) -> Cursor {
        let own = self.values.iter().position(|value| self.is_own(*value));
        let is_below = self.plot.drag.is_some_and(|drag| drag.value < self.value(0));
        let else_at = if is_below || self.way == Way::Down { 0 } else { self.count().saturating_sub(1) };
        Cursor { stop: own.unwrap_or(else_at), series: 0 }
    }

    #[inline(never)]
    fn is_own(&self, value: f64) -> bool {
        self.plot.drag.is_some_and(|drag| is_same(drag.value, value))
    }

    /// Where a stop lies, px: at the beginning of the value's line, in the middle of the row.
    #[inline(never)]
    pub fn place(&self, stop: usize) -> Point {
        let pixel = self.along.map(self.value(stop));
        if self.way == Way::Across {
            Point::new(pixel, self.area.top)
        } else {
            Point::new(self.area.left, pixel)
        }
    }

    /// The stop that is nearest to a point of the figure.
    pub fn nearest(&self, to: Point) -> Option<usize> {
        let mut nearest = (None, f64::MAX);
        for stop in 0..self.count() {
            let at = self.place(stop);
            let distance = if self.way == Way::Across { at.x - to.x } else { at.y - to.y }.abs();
            if distance < nearest.1 {
                nearest = (Some(stop), distance);
            }
        }
        nearest.0
    }

    /// How far a layer lies above what it is held against; NaN where either has no number.
    #[inline(never)]
    fn gap(&self, stop: usize, layer: usize) -> f64 {
        self.cells.get(stop).map_or(f64::NAN, |cells| self.gap_of(cells, layer))
    }

    #[inline(never)] // as what is called from many places
    fn gap_of(&self, cells: &[Cell], layer: usize) -> f64 {
        let (one, other) = (number(cells, layer), number(cells, self.against));
        let gap = one - other;
        if gap.abs() <= SAME * other.abs() { 0.0 } else { gap }
    }
}

fn is_read(layer: &Layer) -> bool {
    matches!(layer.mark, Mark::Curve | Mark::Rule)
}

/// A number of a row; NaN where there is none.
#[inline(never)]
fn number(cells: &[Cell], place: usize) -> f64 {
    match cells.get(place) {
        Some(Cell::Number(number)) => *number,
        _ => f64::NAN,
    }
}
