//! Where a cursor stops in a figure, and what is read there: the same for a pointer, for keys and for the ear.
//!
//! Between two axes a cursor stops at the values of the table, at the reader's own value and at the author's, and where a
//! curve meets the line that it is held against; in rows, at each that is drawn. What is read is made when it is asked for:
//! of some hundred stops a reader looks at a few.

use super::calendar;
use super::geometry::{Point, Rect};
use super::layout::{DOT, between_axes, rows};
use super::plot::{Cell, Data, Layer, Mark, Plot, Quantity, Spread};
use super::role::{Ink, Part, Role};
use super::scale::Scale;
use super::scene::Node;
use super::size::Size;
use super::table::{self, SAME, is_same};
use crate::date::Date;
use crate::tier::Tier;
use crate::words::ReadoutNote;

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
    /// Those of the drawing that [`layout`](super::layout()) makes of a plot: along x, or its rows. None where it has neither.
    pub fn of(plot: Plot<'a>, size: Size) -> Self {
        if let (Some(upwards), None) = (&plot.y, &plot.listing) {
            let (area, x, y) = between_axes(&plot, upwards, size);
            return Self::along(plot, area, x, Some(y));
        }
        let (area, row, most) = rows(&plot, size);
        let count = if plot.listing.is_some() { most } else { 0 };
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
        for _ in 0..2 {
            for value in std::mem::take(&mut values) {
                stops.stop_at(value);
            }
            values = stops.crossings();
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
        (self.plot.x.quantity == Quantity::Day).then(|| calendar::day(self.value(stop)))
    }

    /// Where a cursor begins: at the input that is dragged, else at the last stop, in rows at the first.
    pub fn own(&self) -> Cursor {
        let own = self.values.iter().position(|value| self.is_own(*value));
        let else_at = if self.way == Way::Down { 0 } else { self.count().saturating_sub(1) };
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
    pub fn near(&self, to: Point) -> Option<usize> {
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

    /// Where a key leads: left and right to the next stop, up and down to the next series, or to the next stop where these
    /// lie one above the other; a page key a tenth of them on, Home and End to the ends, `n` and `p` to the next one that is
    /// worth a look and to the one before. `None` for other keys, and where there is none. A key has its name in browsers,
    /// in small letters.
    pub fn by_key(&self, Cursor { stop, series }: Cursor, key: &str) -> Option<Cursor> {
        let last = self.count().checked_sub(1)?;
        let page = (last / 10).max(1) as isize; // there are some hundred
        // Up is more; among rows it is the one before.
        let up = if self.way == Way::Down { -1 } else { 1 };
        let (step, is_page) = match key {
            "arrowleft" => (-1, false),
            "arrowright" => (1, false),
            "arrowup" => (up, true),
            "arrowdown" => (-up, true),
            "pageup" => (up * page, false),
            "pagedown" => (-up * page, false),
            "home" => (-(stop as isize), false),
            "end" => (last as isize, false),
            "n" | "p" => {
                let step = if key == "n" { 1 } else { usize::MAX };
                let mut to = stop.wrapping_add(step);
                while to <= last && !self.is_notable(to) {
                    to = to.wrapping_add(step);
                }
                return (to <= last).then_some(Cursor { stop: to, series });
            }
            _ => return None,
        };
        if is_page && self.way == Way::Across {
            return Some(Cursor { stop, series: self.next_series(stop, series, step > 0) });
        }
        Some(Cursor { stop: stop.saturating_add_signed(step).min(last), series })
    }

    /// Round and round; all of them come between the last one and the first.
    fn next_series(&self, stop: usize, mut series: usize, up: bool) -> usize {
        let last = self.readings(stop);
        loop {
            series = (series + if up { 1 } else { last }) % (last + 1);
            if series == 0 || self.is_known(stop, series) {
                return series;
            }
        }
    }

    /// Whether a series is known at a stop.
    #[inline(never)]
    fn is_known(&self, stop: usize, series: usize) -> bool {
        let mut text = String::new();
        series > 0 && self.read(stop, series, &mut text).is_some() && !text.is_empty()
    }

    /// What is read at a cursor, in words: of one series that first.
    pub fn text(&self, Cursor { stop, series }: Cursor) -> String {
        let mut text = String::new();
        if self.is_known(stop, series) {
            self.read(stop, series, &mut text);
            add(&mut text, &[", "]);
            self.note(stop, &mut text);
            self.name(stop, &mut text);
            return text;
        }
        self.note(stop, &mut text);
        self.name(stop, &mut text);
        let mut between = if self.way == Way::Down { ". " } else { ": " };
        for series in 1..=self.readings(stop) {
            if self.is_known(stop, series) {
                add(&mut text, &[between]);
                self.read(stop, series, &mut text);
                between = "; ";
            }
        }
        text
    }

    /// What shows a cursor in the figure: the value's line, and a dot on each curve; of one series a line through its dot
    /// too; around a row a frame.
    pub fn marks(&self, Cursor { stop, series }: Cursor) -> Vec<Node> {
        let at = self.place(stop);
        let Rect { left, right, bottom, .. } = self.area;
        let (top, low) = (at.y - 0.5 * self.row, at.y + 0.5 * self.row);
        let mut marks = vec![match self.way {
            Way::Across => line(&[at, Point { y: bottom, ..at }]),
            Way::Upwards => line(&[at, Point { x: right, ..at }]),
            Way::Down => line(
                &[(left, top), (right, top), (right, low), (left, low), (left, top)]
                    .map(|(x, y)| Point { x, y }),
            ),
        }];
        let is_known = self.is_known(stop, series);
        for place in 1..=self.readings(stop) {
            let Some(Some((dot, ink))) = self.read(stop, place, &mut String::new()) else { continue };
            if is_known && place != series {
                continue;
            }
            if is_known {
                marks.push(line(&[Point { x: left, ..dot }, Point { x: right, ..dot }]));
            }
            marks.push(Node::circle(Role::new(Part::Point, ink), dot, DOT));
        }
        marks
    }

    /// Adds the value, or what the row is.
    fn name(&self, stop: usize, text: &mut String) {
        if let (Way::Down, Some(item)) = (self.way, self.plot.items.get(stop)) {
            return add(text, &[item.name]);
        }
        let value = self.value(stop);
        add(text, &[&self.plot.x.quantity.written_in(value, self.plot.words)]);
        for layer in &self.plot.layers {
            if let Data::Stretches(stretches) = &layer.data
                && stretches.iter().any(|(from, to)| *from <= value && value < *to)
            {
                add(text, &[", ", layer.name]);
            }
        }
    }

    /// How many series there are: the layers, or a row's values.
    fn readings(&self, stop: usize) -> usize {
        if self.way == Way::Down {
            self.plot.items.get(stop).map_or(0, |item| item.values.len())
        } else {
            self.layers.len()
        }
    }

    /// Adds what a series is and how much it is at a stop: nothing where it is not known. Returns where it lies on its curve,
    /// if it lies in the figure; `None` where there is none such.
    fn read(&self, stop: usize, series: usize, text: &mut String) -> Option<Option<(Point, Ink)>> {
        let (plot, words, place) = (&self.plot, self.plot.words, series.wrapping_sub(1));
        let (name, cell, axis, mut dot);
        let mut between = ": ";
        if self.way == Way::Down {
            let item = plot.items.get(stop)?;
            let value = item.values.get(place)?;
            let tier = Tier::ALL.iter().find(|&&tier| Ink::from(tier) == value.ink);
            // A bar's end stands for a value of the input; a dot is one, at which a break-even is the price, or now.
            name = match (&item.axis, tier) {
                (None, _) => &*value.label,
                (_, Some(tier)) => tier.name_in(words),
                (_, None) => words.true_now(),
            };
            (cell, axis, dot) = (value.cell, item.axis.as_ref(), None);
        } else {
            let layer = self.layer(place)?;
            (name, axis, dot) = (layer.name, plot.y.as_ref(), None);
            cell = *self.cells.get(stop)?.get(place)?;
            if let (Some(up), Cell::Number(number), Mark::Curve) = (self.up, cell, layer.mark)
                && up.contains(number)
            {
                dot = Some((Point { y: up.map(number), ..self.place(stop) }, layer.ink));
            }
        }
        let shown = match cell {
            Cell::Number(number) => {
                between = if self.way == Way::Down { between } else { " " };
                axis.unwrap_or(&plot.x).quantity.written_in(number, words)
            }
            Cell::None(reason) => reason.in_short_in(words).to_owned(),
            _ => return Some(dot),
        };
        // A line at nothing has no name, and is read by nobody.
        if !name.is_empty() {
            add(text, &[name, between, &shown]);
        }
        Some(dot)
    }

    /// Whether a stop is worth a look.
    pub fn is_notable(&self, stop: usize) -> bool {
        let mut text = String::new();
        self.note(stop, &mut text);
        !text.is_empty()
    }

    /// Adds why a stop is worth a look, each with a comma behind it: a crossing, a halving, the highest or the lowest value of
    /// a curve, the reader's own, the author's. Nothing where it is not.
    fn note(&self, stop: usize, text: &mut String) {
        let (plot, words, value) = (&self.plot, self.plot.words, self.value(stop));
        let mut say = |note: &str| add(text, &[note, ", "]);
        if self.is_own(value) {
            say(words.drivers_mine());
        } else if plot.author.is_some_and(|author| is_same(author, value)) {
            say(words.readout_author());
        }
        let before = stop.wrapping_sub(1);
        let since = if stop == 0 { f64::MIN } else { self.value(before) };
        for layer in &plot.layers {
            if let (Mark::Upright | Mark::Dots, Data::Points(points)) = (layer.mark, &layer.data)
                && points.iter().any(|(at, _)| since < *at && *at <= value && self.along.contains(*at))
            {
                say(layer.name);
            }
        }
        let name_of = |place: usize| self.layer(place).map_or("", |layer| layer.name);
        for layer in 0..self.layers.len() {
            let gap = self.gap(stop, layer);
            let meets = layer != self.against && (gap == 0.0 || gap * self.gap(before, layer) < 0.0);
            let note = match self.extreme(stop, layer) {
                _ if meets => words.readout_note_meets(),
                Some(true) => words.readout_note_highest(),
                Some(false) => words.readout_note_lowest(),
                None => continue,
            };
            let (name, other) = (name_of(layer), name_of(self.against));
            say(&note.text(|slot| match slot {
                ReadoutNote::Name => name,
                ReadoutNote::Other => {
                    if other.is_empty() {
                        "0"
                    } else {
                        other
                    }
                }
            }));
        }
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

    /// Whether a layer is at its highest (`true`) or at its lowest, and neither begins nor ends there.
    #[inline(never)]
    fn extreme(&self, stop: usize, layer: usize) -> Option<bool> {
        let here = number(self.cells.get(stop)?, layer);
        let (mut first, mut last) = (f64::NAN, f64::NAN);
        let (mut highest, mut lowest) = (true, true);
        for cells in &self.cells {
            let other = number(cells, layer);
            if other.is_nan() {
                continue;
            }
            first = if first.is_nan() { other } else { first };
            last = other;
            highest &= other <= here;
            lowest &= other >= here;
        }
        (here != first && here != last && (highest || lowest)).then_some(highest)
    }
}

#[inline(never)]
fn line(points: &[Point]) -> Node {
    Node::line(Role::new(Part::Marker, Ink::Input), points)
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

#[inline(never)] // as what is called from many places
fn add(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}
