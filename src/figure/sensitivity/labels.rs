//! Direct labels: the exact values beside the dots, the names along the curves, the market price.

use super::super::curve::extent;
use super::super::place::Placer;
use super::super::{Anchor, Ink, Node, Part, Point, Rect, Role, UNREACHABLE, break_evens, text};
use super::{Chart, DOT, GRIP, RIGHT};
use crate::format;

/// From a dot to its value, px.
const BESIDE: f64 = 8.0;
/// From a curve or an edge to a name, px.
const INSET: f64 = 4.0;
/// In how many places along a curve its name may stand.
const PLACES: u8 = 12;

impl Chart {
    /// The exact values stand where they must, beside their dots; names and market price find room along
    /// their lines.
    pub(super) fn labels(&self) -> Vec<Node> {
        let market = [self.market_ends()];
        let curves = self.curves.iter().map(Vec::as_slice).chain([&market[..]]).collect();
        let mut placer = Placer::new(self.plot, curves);
        let break_evens = break_evens(&self.prices);
        let dots =
            break_evens.into_iter().filter_map(|(ink, _, price)| Some((ink, self.dot(price)?, price?)));
        for (_, dot, _) in dots.clone() {
            placer.keep_free(Rect::new(dot.x, dot.y, dot.x, dot.y).grown(DOT));
        }
        let mut labels = vec![self.value_label()];
        // From the highest down, so that the higher of two close prices has the upper place.
        for (ink, dot, price) in dots.rev() {
            labels.extend(placer.place(value_places(Role::new(Part::Value, ink), dot, price)));
        }
        for (pieces, (ink, name, price)) in self.curves.iter().zip(break_evens).rev() {
            let role = Role::new(Part::Label, ink);
            labels.extend(placer.place(self.name_places(pieces, role, name, price)));
        }
        let market = format!("Market price {}", format::usd(self.market));
        let shorter = [&market, "Market price", "Market"];
        labels.extend(shorter.into_iter().find_map(|content| placer.place(self.market_places(content))));
        labels
    }

    /// Above or below the curve, as far left as there is room: there the three are farthest apart.
    fn name_places(&self, pieces: &[Vec<Point>], role: Role, name: &str, price: Option<f64>) -> Vec<Node> {
        if pieces.is_empty() {
            return match price {
                None => self.edge_places(role, true, &format!("{name}: {UNREACHABLE}")),
                Some(price) => {
                    let above = price > self.y.values().1;
                    let arrow = if above { '↑' } else { '↓' };
                    self.edge_places(role, above, &format!("{arrow} {name} {}", format::usd(price)))
                }
            };
        }
        self.along(name, role, pieces, true)
    }

    /// Above or below the line, as far right as there is room.
    fn market_places(&self, content: &str) -> Vec<Node> {
        let role = Role::new(Part::Label, Ink::Market);
        if !self.y.contains(self.market) {
            let above = self.market > self.y.values().1;
            return self.edge_places(role, above, &format!("{} {content}", if above { '↑' } else { '↓' }));
        }
        self.along(content, role, &[self.market_ends()], false)
    }

    /// `content` above and below a curve, in places from one end of the plot to the other.
    fn along(&self, content: &str, role: Role, pieces: &[Vec<Point>], from_left: bool) -> Vec<Node> {
        let (width, size) = (text::width(content, role), role.font().0);
        let mut nodes = Vec::new();
        for i in 0..=PLACES {
            let place = f64::from(if from_left { i } else { PLACES - i }) / f64::from(PLACES);
            let x = self.plot.left + INSET + place * (self.plot.width() - width - 2.0 * INSET);
            if let Some((top, bottom)) = extent(pieces, x, x + width) {
                let above = top - INSET - text::DESCENT * size;
                let below = bottom + INSET + text::ASCENT * size;
                nodes.extend(
                    [above, below].map(|y| Node::text(role, Point::new(x, y), Anchor::Start, content)),
                );
            }
        }
        nodes
    }

    /// `content` at the upper or the lower edge of the plot, for what lies beyond it.
    fn edge_places(&self, role: Role, upper: bool, content: &str) -> Vec<Node> {
        let line = (text::ASCENT + text::DESCENT) * role.font().0 + INSET;
        let first = if upper { self.plot.top + line } else { self.plot.bottom - INSET - GRIP };
        let mut nodes = Vec::new();
        for row in 0..4 {
            let y = first + f64::from(row) * if upper { line } else { -line };
            let (left, right) =
                (Point::new(self.plot.left + INSET, y), Point::new(self.plot.right - INSET, y));
            nodes.push(Node::text(role, left, Anchor::Start, content));
            nodes.push(Node::text(role, right, Anchor::End, content));
        }
        nodes
    }

    /// The reader's own value, in place of the labels under it; an arrow where the axis does not reach it.
    pub(super) fn value_label(&self) -> Node {
        let role = Role::new(Part::Value, Ink::Input);
        let (least, greatest) = self.x.values();
        let with_arrow = |value: String| {
            if self.value < least {
                format!("← {value}")
            } else if self.value > greatest {
                format!("{value} →")
            } else {
                value
            }
        };
        let right = self.plot.right + RIGHT;
        let full = format::with_unit(self.axis, self.value);
        let content = [full, format::field(self.value), String::new()]
            .map(with_arrow)
            .into_iter()
            .find(|content| text::width(content, role) <= right)
            .unwrap_or_default();
        let half = text::width(&content, role) / 2.0;
        let x = self.point_x().min(right - half).max(half);
        Node::text(role, Point::new(x, self.tick_baseline()), Anchor::Middle, content)
    }
}

/// The exact price beside its dot. A rising curve leaves the upper left and the lower right free; the lowest
/// price takes the latter, so that prices stand in order where dots are close.
fn value_places(role: Role, dot: Point, price: f64) -> Vec<Node> {
    let middle = text::MIDDLE * role.font().0;
    let (left, right) = ((-BESIDE, Anchor::End), (BESIDE, Anchor::Start));
    let (above, level, below) = (-BESIDE, middle, BESIDE + 2.0 * middle);
    let places = match role.ink {
        Ink::Shutdown => [
            (right, below),
            (right, below + BESIDE),
            (right, level),
            (left, below),
            (left, level),
            (left, above),
        ],
        _ => [
            (left, above),
            (left, above - BESIDE),
            (left, level),
            (right, above),
            (right, level),
            (right, below),
        ],
    };
    let node = |((aside, anchor), down)| {
        Node::text(role, Point::new(dot.x + aside, dot.y + down), anchor, format::usd(price))
    };
    places.map(node).to_vec()
}
