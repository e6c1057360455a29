//! The three break-evens stacked in one bar, from zero, and the market price across it.

use super::geometry::{Anchor, Point, Rect};
use super::role::{Ink, Part, Role};
use super::scene::{Node, Scene};
use super::size::Size;
use super::text;
use super::three::{BreakEven, UNREACHABLE, break_evens, in_words};
use crate::breakeven::Prices;
use crate::decimal::Within as _;
use crate::format;
use crate::inputs::{Input, Inputs};

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
/// A market price beyond this many times the highest break-even is pointed to, not drawn to scale.
const FARTHEST_MARKET: f64 = 4.0;

/// Draws the figure.
pub fn draw(inputs: &Inputs, size: Size) -> Scene {
    let prices = Prices::of(inputs);
    let bar = Bar::of(&prices, inputs.get(Input::Price), size);
    Scene {
        width: size.width(),
        height: size.height(),
        title: "Break-even prices of bitcoin, stacked".to_owned(),
        desc: in_words(inputs),
        nodes: vec![
            Node::group(Part::Band, bar.segments()),
            Node::group(Part::Label, bar.labels()),
            Node::group(Part::Marker, bar.market_nodes()),
        ],
    }
}

struct Bar {
    area: Rect,
    break_evens: Vec<BreakEven>,
    market: f64,
    /// The price at the right edge.
    end: f64,
}

impl Bar {
    fn of(prices: &Prices, market: f64, size: Size) -> Self {
        let thickness = (size.height() - ABOVE - BELOW).min(THICKEST);
        let top = ABOVE + (size.height() - ABOVE - BELOW - thickness) / 2.0;
        let area = Rect::new(0.0, top, size.width(), top + thickness);
        let break_evens = break_evens(prices);
        let highest = break_evens.iter().filter_map(|break_even| break_even.price).fold(0.0, f64::max);
        let is_near = market <= highest * FARTHEST_MARKET || highest == 0.0;
        let end = if is_near { highest.max(market) } else { highest };
        Self { area, break_evens, market, end }
    }

    fn x(&self, price: f64) -> f64 {
        self.area.left + self.area.width() * (price / self.end)
    }

    /// From zero to the shutdown price, on to the cash break-even, on to the all-in one. (Where difficulty
    /// falls, the all-in one may be the lowest; then it adds nothing to the bar.)
    fn segments(&self) -> Vec<Node> {
        let mut segments = Vec::new();
        let mut left = self.area.left;
        for &BreakEven { ink, price, .. } in &self.break_evens {
            if let Some(price) = price {
                let right = self.x(price).max(left);
                segments.push(Node::rect(Role::new(Part::Band, ink), Rect { left, right, ..self.area }));
                left = right;
            }
        }
        segments
    }

    /// Name and value under the end of each segment; what finds no room is said more briefly, or gives way.
    fn labels(&self) -> Vec<Node> {
        for (unreachable, hidden) in [
            (UNREACHABLE, &[][..]),
            ("never", &[]),
            ("never", &[Ink::Cash]),
            ("never", &[Ink::Cash, Ink::Shutdown]),
        ] {
            let mut labels = Vec::new();
            for break_even in &self.break_evens {
                if !hidden.contains(&break_even.ink) {
                    labels.push(self.label(break_even, unreachable));
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

    fn label(&self, &BreakEven { ink, name, price }: &BreakEven, unreachable: &str) -> Label {
        let value = price.map_or_else(|| unreachable.to_owned(), format::usd);
        let end = price.map_or(self.area.right, |price| self.x(price));
        let width = text::width(name, Role::new(Part::Label, ink))
            .max(text::width(&value, Role::new(Part::Value, ink)));
        Label { ink, name, value, width, end }
    }

    fn market_nodes(&self) -> Vec<Node> {
        let label = Role::new(Part::Label, Ink::Market);
        let baseline = self.area.top - OVERHANG - 4.0;
        let is_beyond = self.market > self.end;
        let price = [format::usd(self.market).as_str(), if is_beyond { " →" } else { "" }].concat();
        let mut content = ["Market price ", &price].concat();
        if text::width(&content, label) > self.area.width() {
            content = price;
        }
        if is_beyond {
            return vec![Node::text(label, Point::new(self.area.right, baseline), Anchor::End, &content)];
        }
        let x = self.x(self.market).within(INSET, self.area.right - INSET);
        let half = text::width(&content, label) / 2.0;
        let middle = x.min(self.area.right - half).max(half);
        let ends = [self.area.top - OVERHANG, self.area.bottom + OVERHANG].map(|y| Point::new(x, y));
        vec![
            Node::line(Role::new(Part::Marker, Ink::Plain), &ends),
            Node::line(Role::new(Part::Marker, Ink::Market), &ends),
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
