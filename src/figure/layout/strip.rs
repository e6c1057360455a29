//! Bars end to end along x, and a line across them: what has no axis upwards.

use super::super::drawing::Drawing;
use super::super::geometry::{Anchor, Point, Rect};
use super::super::plot::{Cell, Data, Layer, Mark, Plot};
use super::super::role::{Ink, Part, Role};
use super::super::scene::Node;
use super::super::size::Size;
use super::super::text;
use crate::decimal::Within as _;

/// Room for the label of the market price, px.
const ABOVE: f64 = 22.0;
/// Room for names and values, px.
const BELOW: f64 = 40.0;
/// The bar is no higher than this, px.
const THICKEST: f64 = 40.0;
/// How far the market price's line stands out of the bar, px.
const OVERHANG: f64 = 5.0;
/// Between the labels of neighbouring segments, px.
const LABEL_SPACE: f64 = 12.0;
/// From one line of a label to the next, px.
const LINE: f64 = 16.0;
/// Half the line of the market price, px: so much it stays away from the edges.
const INSET: f64 = 1.0;
/// Sums of widths may be off by this much, px.
const ROUNDING: f64 = 1e-9;

/// Draws the plot.
pub fn lay_out(plot: &Plot<'_>, size: Size) -> Drawing {
    let strip = Strip::of(plot, size);
    let mut markers = Vec::new();
    for (layer, cell) in of_mark(plot, Mark::Rule) {
        if let Some(value) = cell.number() {
            markers.extend(strip.rule(layer, value));
        }
    }
    let nodes = vec![
        Node::group(Part::Band, strip.segments()),
        Node::group(Part::Label, strip.labels()),
        Node::group(Part::Marker, markers),
    ];
    let scene = super::picture::scene(plot, size, nodes);
    Drawing::new(scene, None, None)
}

/// The layers of one mark that have one value.
fn of_mark<'a>(plot: &'a Plot<'_>, mark: Mark) -> impl Iterator<Item = (&'a Layer, Cell)> {
    plot.layers.iter().filter(move |layer| layer.mark == mark).filter_map(|layer| match layer.data {
        Data::One(cell) => Some((layer, cell)),
        _ => None,
    })
}

struct Strip<'a> {
    plot: &'a Plot<'a>,
    area: Rect,
    bars: Vec<(&'a Layer, Cell)>,
}

impl<'a> Strip<'a> {
    fn of(plot: &'a Plot<'a>, size: Size) -> Self {
        let thickness = (size.height() - ABOVE - BELOW).min(THICKEST);
        let top = ABOVE + (size.height() - ABOVE - BELOW - thickness) / 2.0;
        let area = Rect::new(0.0, top, size.width(), top + thickness);
        Self { plot, area, bars: of_mark(plot, Mark::Bar).collect() }
    }

    /// A ratio and no scale: a scale ends before the largest price does.
    fn x(&self, value: f64) -> f64 {
        let (from, to) = self.plot.x.range;
        self.area.left + self.area.width() * ((value - from) / (to - from))
    }

    /// From the left end to the first value, on to the second, and so on; a value that is lower than the one before
    /// adds nothing.
    fn segments(&self) -> Vec<Node> {
        let mut segments = Vec::new();
        let mut left = self.area.left;
        for (layer, cell) in &self.bars {
            if let Some(value) = cell.number() {
                let right = self.x(value).max(left);
                segments
                    .push(Node::rect(Role::new(Part::Band, layer.ink), Rect { left, right, ..self.area }));
                left = right;
            }
        }
        segments
    }

    /// Name and value under the end of each segment; what finds no room is said more briefly, or gives way.
    fn labels(&self) -> Vec<Node> {
        let last = self.bars.len().saturating_sub(1);
        // The last one stays longest, and then the first.
        for (in_short, from, to) in
            [(false, last, last), (true, last, last), (true, 1, last), (true, 0, last)]
        {
            let mut labels = Vec::new();
            for (i, bar) in self.bars.iter().enumerate() {
                if !(from..to).contains(&i) {
                    labels.push(self.label(bar, in_short));
                }
            }
            if let Some(rights) = right_ends(&labels, self.area.width()) {
                let mut nodes = Vec::new();
                for (label, right) in labels.iter().zip(rights) {
                    label.draw(&mut nodes, right, self.area);
                }
                return nodes;
            }
        }
        Vec::new()
    }

    #[inline(never)]
    fn label(&self, &(layer, cell): &(&'a Layer, Cell), in_short: bool) -> Label {
        let value = match cell {
            Cell::None(reason) if !in_short => reason.in_short_in(self.plot.words).to_owned(),
            other => other.number().map_or_else(
                || self.plot.words.never_in_short().to_owned(),
                |value| self.plot.x.quantity.written_in(value, self.plot.words),
            ),
        };
        let end = cell.number().map_or(self.area.right, |value| self.x(value));
        let Layer { ink, name, .. } = *layer;
        let width = text::width(name, Role::new(Part::Label, ink))
            .max(text::width(&value, Role::new(Part::Value, ink)));
        Label { ink, name, value, width, end }
    }

    /// A line across, its name and value above; an arrow where the axis does not reach it.
    fn rule(&self, layer: &Layer, value: f64) -> Vec<Node> {
        let label = Role::new(Part::Label, layer.ink);
        let baseline = self.area.top - OVERHANG - 4.0;
        let is_beyond = value > self.plot.x.range.1;
        let written = self.plot.x.quantity.written_in(value, self.plot.words);
        let price = [written.as_str(), if is_beyond { " →" } else { "" }].concat();
        let mut content = [layer.name, " ", &price].concat();
        if text::width(&content, label) > self.area.width() {
            content = price;
        }
        if is_beyond {
            return vec![Node::text(label, Point::new(self.area.right, baseline), Anchor::End, &content)];
        }
        let x = self.x(value).within(INSET, self.area.right - INSET);
        let half = text::width(&content, label) / 2.0;
        let middle = x.min(self.area.right - half).max(half);
        let ends = [self.area.top - OVERHANG, self.area.bottom + OVERHANG].map(|y| Point::new(x, y));
        vec![
            Node::line(Role::new(Part::Marker, Ink::Plain), &ends),
            Node::line(Role::new(Part::Marker, layer.ink), &ends),
            Node::text(label, Point::new(middle, baseline), Anchor::Middle, &content),
        ]
    }
}

/// The two lines under a segment.
struct Label {
    ink: Ink,
    name: &'static str,
    value: String,
    width: f64,
    /// Where the segment ends, px.
    end: f64,
}

impl Label {
    /// Flush left, but flush right at the right edge, where a wider font must not run out.
    fn draw(&self, nodes: &mut Vec<Node>, right: f64, bar: Rect) {
        let (x, anchor) =
            if right < bar.right { (right - self.width, Anchor::Start) } else { (right, Anchor::End) };
        let at = |row: f64| Point::new(x, bar.bottom + row * LINE + 2.0);
        nodes.push(Node::text(Role::new(Part::Label, self.ink), at(1.0), anchor, self.name));
        nodes.push(Node::text(Role::new(Part::Value, self.ink), at(2.0), anchor, &self.value));
    }
}

/// The right ends of labels moved apart from the ends of their segments as little as needed to stay in order
/// and within `room`; `None` where they do not fit.
fn right_ends(labels: &[Label], room: f64) -> Option<Vec<f64>> {
    let mut rights = Vec::with_capacity(labels.len());
    let mut free_from = 0.0;
    for label in labels {
        let right = f64::max(label.end, free_from + label.width);
        rights.push(right);
        free_from = right + LABEL_SPACE;
    }
    let mut free_to = room;
    for (right, label) in rights.iter_mut().zip(labels).rev() {
        *right = right.min(free_to);
        free_to = *right - label.width - LABEL_SPACE;
    }
    (free_to >= -LABEL_SPACE - ROUNDING).then_some(rights)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn moved_apart(ends_and_widths: &[(f64, f64)], room: f64) -> Option<Vec<f64>> {
        let label = |&(end, width): &_| Label { ink: Ink::Plain, name: "", value: String::new(), width, end };
        right_ends(&ends_and_widths.iter().map(label).collect::<Vec<_>>(), room)
    }

    #[test]
    fn labels_of_tiny_segments_move_apart_and_stay_in_order() {
        let tiny = [(5.0, 60.0), (8.0, 50.0), (300.0, 50.0)];
        assert_eq!(moved_apart(&tiny, 300.0), Some(vec![60.0, 122.0, 300.0]));
        let late = [(290.0, 60.0), (295.0, 50.0), (300.0, 50.0)];
        assert_eq!(moved_apart(&late, 300.0), Some(vec![176.0, 238.0, 300.0]));
        assert_eq!(moved_apart(&[(10.0, 60.0), (20.0, 50.0)], 100.0), None);
    }
}
