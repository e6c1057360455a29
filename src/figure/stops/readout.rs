//! What is read at a cursor, in words.

use super::{Cursor, Stops, Way, number};
use crate::figure::geometry::Point;
use crate::figure::plot::{Cell, Data, Mark};
use crate::figure::role::Ink;
use crate::figure::table::is_same;
use crate::tier::Tier;
use crate::words::ReadoutNote;

impl Stops<'_> {
    /// Whether a series is known at a stop.
    #[inline(never)]
    pub(super) fn is_known(&self, stop: usize, series: usize) -> bool {
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
    pub(super) fn readings(&self, stop: usize) -> usize {
        if self.way == Way::Down {
            self.plot.items.get(stop).map_or(0, |item| item.values.len())
        } else {
            self.layers.len()
        }
    }

    /// Adds what a series is and how much it is at a stop: nothing where it is not known. Returns where it lies on its curve,
    /// if it lies in the figure; `None` where there is none such.
    pub(super) fn read(&self, stop: usize, series: usize, text: &mut String) -> Option<Option<(Point, Ink)>> {
        let (plot, words, place) = (&self.plot, self.plot.words, series.wrapping_sub(1));
        let (name, cell, axis, mut dot);
        let (mut between, mut short) = (": ", "");
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
            short = &value.short;
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
            Cell::None(_) if !short.is_empty() => short.to_owned(),
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
            if !highest && !lowest {
                return None;
            }
        }
        (here != first && here != last && (highest || lowest)).then_some(highest)
    }
}

#[inline(never)] // as what is called from many places
fn add(text: &mut String, parts: &[&str]) {
    for part in parts {
        text.push_str(part);
    }
}
