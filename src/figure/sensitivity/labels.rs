//! Direct labels: the exact values beside the dots, the names along the curves, the market price.

use super::super::curve::extent;
use super::super::geometry::{Anchor, Point, Rect};
use super::super::place::{Place, Placer};
use super::super::role::{Ink, Part, Role};
use super::super::scene::Node;
use super::super::text;
use super::super::three::UNREACHABLE;
use super::{Chart, Curve, DOT, GRIP, RIGHT};
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
        let market = [self.market_ends().to_vec()];
        let mut placer = Placer::new(self.plot);
        for curve in &self.curves {
            placer.avoid(&curve.pieces);
            if let Some(dot) = curve.dot {
                placer.keep_free(Rect::new(dot.x, dot.y, dot.x, dot.y).grown(DOT));
            }
        }
        placer.avoid(&market);

        placer.labels.push(self.value_label());
        // From the highest down, so that the higher of two close prices has the upper place.
        for curve in self.curves.iter().rev() {
            if let (Some(dot), Some(price)) = (curve.dot, curve.price) {
                let role = Role::new(Part::Value, curve.ink);
                placer.place(role, &format::usd(price), &value_places(role, dot));
            }
        }
        for curve in self.curves.iter().rev() {
            let role = Role::new(Part::Label, curve.ink);
            if curve.pieces.is_empty() {
                let (content, upper) = self.beyond(curve);
                placer.place(role, &content, &self.edge_places(role, upper));
            } else {
                placer.place(role, curve.name, &self.along(curve.name, role, &curve.pieces, true));
            }
        }
        self.name_market(&mut placer);
        placer.labels
    }

    /// Above or below the line, as far right as there is room; what finds no room is said more briefly.
    fn name_market(&self, placer: &mut Placer<'_>) {
        let role = Role::new(Part::Label, Ink::Market);
        let market = ["Market price ", &format::usd(self.market)].concat();
        for content in [&market, "Market price", "Market"] {
            let found = if self.y.contains(self.market) {
                let places = self.along(content, role, &[self.market_ends().to_vec()], false);
                placer.place(role, content, &places)
            } else {
                let upper = self.market > self.y.values().1;
                placer.place(role, &[arrow(upper), content].concat(), &self.edge_places(role, upper))
            };
            if found {
                return;
            }
        }
    }

    /// What is said of a break-even that lies outside the plot, and whether that is above it.
    fn beyond(&self, &Curve { name, price, .. }: &Curve) -> (String, bool) {
        let Some(price) = price else { return ([name, ": ", UNREACHABLE].concat(), true) };
        let upper = price > self.y.values().1;
        ([arrow(upper), name, " ", &format::usd(price)].concat(), upper)
    }

    /// Above and below a curve, in places from one end of the plot to the other.
    fn along(&self, content: &str, role: Role, pieces: &[Vec<Point>], from_left: bool) -> Vec<Place> {
        let (width, size) = (text::width(content, role), role.font().0);
        let mut places = Vec::new();
        for i in 0..=PLACES {
            let place = f64::from(if from_left { i } else { PLACES - i }) / f64::from(PLACES);
            let x = self.plot.left + INSET + place * (self.plot.width() - width - 2.0 * INSET);
            if let Some((top, bottom)) = extent(pieces, x, x + width) {
                let above = top - INSET - text::DESCENT * size;
                let below = bottom + INSET + text::ASCENT * size;
                places.extend([above, below].map(|y| (Point::new(x, y), Anchor::Start)));
            }
        }
        places
    }

    /// At the upper or the lower edge of the plot, for what lies beyond it.
    fn edge_places(&self, role: Role, upper: bool) -> Vec<Place> {
        let line = (text::ASCENT + text::DESCENT) * role.font().0 + INSET;
        let first = if upper { self.plot.top + line } else { self.plot.bottom - INSET - GRIP };
        let mut places = Vec::new();
        for row in 0..4 {
            let y = first + f64::from(row) * if upper { line } else { -line };
            let (left, right) = (self.plot.left + INSET, self.plot.right - INSET);
            places.extend([(Point::new(left, y), Anchor::Start), (Point::new(right, y), Anchor::End)]);
        }
        places
    }

    /// The reader's own value, in place of the labels under it; an arrow where the axis does not reach it.
    pub(super) fn value_label(&self) -> Node {
        let role = Role::new(Part::Value, Ink::Input);
        let (least, greatest) = self.x.values();
        let before = if self.value < least { "← " } else { "" };
        let after = if self.value > greatest { " →" } else { "" };
        let right = self.plot.right + RIGHT;
        let mut content = [before, &self.axis.written(self.value), after].concat();
        if text::width(&content, role) > right {
            content = [before, &format::field(self.value), after].concat();
        }
        let half = text::width(&content, role) / 2.0;
        let x = self.point_x().min(right - half).max(half);
        Node::text(role, Point::new(x, self.tick_baseline()), Anchor::Middle, &content)
    }
}

/// Points to what lies above the plot, or below it.
fn arrow(up: bool) -> &'static str {
    if up { "↑ " } else { "↓ " }
}

/// Beside a dot. A rising curve leaves the upper left and the lower right free; the lowest price takes the
/// latter, so that prices stand in order where dots are close.
fn value_places(role: Role, dot: Point) -> [Place; 6] {
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
    places.map(|((aside, anchor), down)| (Point::new(dot.x + aside, dot.y + down), anchor))
}
