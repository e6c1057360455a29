//! What is read in a live figure: where its cursors stop, what they say there, and what marks them.
//!
//! One cursor goes along x or from row to row; in the frontier a second one goes upwards, at the x of the first. The plot is
//! made anew for each question: that is quick, and nothing has to be kept and thrown away when the figure changes.

use wasm_bindgen::prelude::*;

use super::super::Mine;
#[cfg(feature = "web-whole")]
use super::super::{JsInputs, read};
use super::{LiveFigure, Reader, patch};
use crate::figure::{self, Cursor, Point, Stops};

#[wasm_bindgen]
impl LiveFigure {
    /// From now on the cursors stop at the author's values, too.
    #[cfg(feature = "web-whole")]
    pub fn set_author(&mut self, inputs: &JsInputs) {
        self.reader.author = read(inputs).ok();
    }

    /// The same of a living mine.
    pub fn set_author_of(&mut self, mine: &Mine) {
        self.reader.author = Some(mine.author());
    }

    /// The stop to which a key leads, by its name in a `KeyboardEvent`, and whose readout then tells of the series to which
    /// it leads; `own` to the one at which a cursor begins, `nearest` to the one nearest to a point, px. `undefined` for any
    /// other key, and where there is no stop.
    pub fn stop_by_key(&mut self, upwards: bool, stop: usize, key: &str, x: f64, y: f64) -> Option<usize> {
        let from = Cursor { stop, series: self.reader.series };
        let to = {
            let stops = self.stops(upwards)?;
            match key {
                "own" => Some(stops.own()).filter(|_| stops.count() > 0),
                "nearest" => stops.nearest(Point::new(x, y)).map(|stop| Cursor { stop, ..from }),
                _ => stops.by_key(from, key),
            }
        }?;
        self.reader.series = to.series;
        Some(to.stop)
    }

    /// The day of a stop, as an element's date, in a figure over days.
    pub fn day_of_stop(&self, stop: usize) -> Option<String> {
        Some(self.stops(false)?.day(stop)?.text())
    }

    /// What a stop says. It alone is marked in the figure, or none; and then no series is chosen any more.
    pub fn read_stop(&mut self, upwards: bool, stop: usize, marked: bool) -> String {
        if !upwards {
            self.reader.across = stop;
        }
        if !marked {
            self.reader.series = 0;
        }
        let Reader { across, series, .. } = self.reader;
        let (mut text, mut marks) = (String::new(), Vec::new());
        if let Some(stops) = self.stops(upwards) {
            let cursor = Cursor { stop, series };
            text = stops.text(cursor);
            if marked {
                marks = stops.marks(cursor);
            }
        }
        // The line of the first cursor crosses that of the second.
        if upwards
            && marked
            && let Some(stops) = self.stops(false)
        {
            marks.extend(stops.marks(Cursor { stop: across, series: 0 }).into_iter().take(1));
        }
        patch(&self.svg, &mut self.marks, &marks, None);
        text
    }

    #[inline(never)] // as what is called from many places
    fn stops(&self, upwards: bool) -> Option<Stops<'_>> {
        let drawn = self.drawn.as_ref()?;
        let (mut plot, size) = (drawn.plot(), drawn.size);
        let drag = plot.drag;
        let author = |input| self.reader.author.as_ref().map(|author| author.get(input));
        plot.author = drag.and_then(|drag| author(drag.input));
        if !upwards {
            return Some(Stops::of(plot, size));
        }
        let frontier = drawn.plot();
        let x = Stops::of(plot, size).value(self.reader.across);
        let mut read = figure::upwards(&frontier, drawn.inputs.with(drag?.input, x).ok()?)?;
        read.author = author(read.drag?.input);
        Stops::upwards(&frontier, read, size)
    }
}
