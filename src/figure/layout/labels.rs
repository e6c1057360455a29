//! Direct labels: the exact values beside the dots, the names along the curves and the rules.

use super::super::curve::extent;
use super::super::geometry::{Anchor, Point, Rect};
use super::super::place::{Place, Placer};
use super::super::plot::Cell;
use super::super::role::{Ink, Part, Role};
use super::super::scene::Node;
use super::super::text;
use super::chart::{Chart, Curve, DOT, GRIP, RIGHT, Rule};

/// From a dot to its value, px.
const BESIDE: f64 = 8.0;
/// From a curve or an edge to a name, px.
pub(super) const INSET: f64 = 4.0;
/// In how many places along a curve its name may stand.
const PLACES: u8 = 12;

impl Chart<'_> {
    /// The exact values stand where they must, beside their dots; names and rules find room along
    /// their lines.
    pub(super) fn labels(&self) -> Vec<Node> {
        // Beside a dot there is room to the edge of the figure.
        let mut placer = Placer::new(Rect { right: self.area.right + RIGHT, ..self.area });
        for curve in &self.curves {
            placer.avoid(&curve.pieces);
            if let Some(dot) = curve.dot {
                placer.keep_free(Rect::new(dot.x, dot.y, dot.x, dot.y).grown(DOT));
            }
        }
        for rule in &self.rules {
            if rule.layer.name.is_empty() {
                placer.avoid_thin(&rule.line);
            } else {
                placer.avoid(&rule.line);
            }
        }
        for upright in &self.uprights {
            placer.avoid_thin(upright);
        }

        placer.labels.extend(self.value_label());
        // From the highest down, so that the higher of two close values has the upper place.
        let mut dots: Vec<(Point, &Curve<'_>)> = Vec::new();
        for curve in &self.curves {
            if let Some(dot) = curve.dot {
                // Put where it belongs: there are three, and a sort weighs more than all of this.
                let place = dots.iter().position(|(other, _)| other.y < dot.y).unwrap_or(dots.len());
                dots.insert(place, (dot, curve));
            }
        }
        for (i, (dot, curve)) in dots.iter().enumerate().rev() {
            let role = Role::new(Part::Value, curve.layer.ink);
            let value =
                self.upwards.quantity.written_in(curve.own.number().unwrap_or_default(), self.plot.words);
            // Over that of the dot below, where the two are so close that they would fight for one place.
            let line = (text::ASCENT + text::DESCENT) * role.font().0 + INSET;
            let below = if i > 1 { dots.get(i - 1) } else { None };
            let lift = below.map_or(0.0, |(lower, _)| (line - (lower.y - dot.y)).max(0.0));
            let places = value_places(role, *dot, i == 0, curve.falls(), lift);
            placer.place(role, &value, &places);
        }
        self.name_dots(&mut placer);
        for curve in self.curves.iter().rev() {
            let role = Role::new(Part::Label, curve.layer.ink);
            if curve.pieces.is_empty() {
                let (content, upper) = self.beyond(curve);
                placer.place(role, &content, &self.edge_places(role, upper));
            } else if curve.dot.is_none() && curve.own.number().is_some() {
                self.name_with_last(&mut placer, curve);
            } else {
                placer.place(
                    role,
                    curve.layer.name,
                    &self.along(curve.layer.name, role, &curve.pieces, true),
                );
            }
        }
        for rule in &self.rules {
            self.name_rule(&mut placer, rule);
        }
        self.name_moments(&mut placer);
        placer.labels
    }

    /// A curve through given points with its last value, if there is room near that; else by its name alone.
    fn name_with_last(&self, placer: &mut Placer<'_>, curve: &Curve<'_>) {
        let role = Role::new(Part::Label, curve.layer.ink);
        let value = curve.own.number().unwrap_or_default();
        let last = self.upwards.quantity.written_in(value, self.plot.words);
        let whole = [curve.layer.name, " ", &last].concat();
        let places = self.along(&whole, role, &curve.pieces, false);
        let near = places.get(..places.len() / 3).unwrap_or_default();
        if !placer.place_across(false, role, &whole, near) {
            placer.place(role, curve.layer.name, &self.along(curve.layer.name, role, &curve.pieces, false));
        }
    }

    /// Above or below the line, as far right as there is room; what finds no room is said more briefly.
    fn name_rule(&self, placer: &mut Placer<'_>, &Rule { layer, value, ref line }: &Rule<'_>) {
        if layer.name.is_empty() {
            return;
        }
        let role = Role::new(Part::Label, layer.ink);
        let whole = [layer.name, " ", &self.upwards.quantity.written_in(value, self.plot.words)].concat();
        let first_word = layer.name.split(' ').next().unwrap_or_default();
        // Rather without the value than across a curve.
        for (content, across) in
            [(&*whole, false), (layer.name, false), (&whole, true), (layer.name, true), (first_word, true)]
        {
            let found = if self.y.contains(value) {
                let places = self.along(content, role, line, false);
                placer.place_across(across, role, content, &places)
            } else {
                let upper = value > self.y.values().1;
                placer.place(role, &[arrow(upper), content].concat(), &self.edge_places(role, upper))
            };
            if found {
                return;
            }
        }
    }

    /// What is said of a curve that lies outside the plot, and whether that is above it.
    fn beyond(&self, &Curve { layer, own, .. }: &Curve<'_>) -> (String, bool) {
        match (own, own.number()) {
            (_, Some(value)) => {
                let upper = value > self.y.values().1;
                (
                    [
                        arrow(upper),
                        layer.name,
                        " ",
                        &self.upwards.quantity.written_in(value, self.plot.words),
                    ]
                    .concat(),
                    upper,
                )
            }
            (Cell::None(reason), _) => {
                ([layer.name, ": ", reason.in_short_in(self.plot.words)].concat(), true)
            }
            _ => (layer.name.to_owned(), true),
        }
    }

    /// Above and below a curve, in places from one end of the plot to the other.
    fn along(&self, content: &str, role: Role, pieces: &[Vec<Point>], from_left: bool) -> Vec<Place> {
        let (width, size) = (text::width(content, role), role.font().0);
        let mut places = Vec::new();
        for i in 0..=PLACES {
            let place = f64::from(if from_left { i } else { PLACES - i }) / f64::from(PLACES);
            let x = self.area.left + INSET + place * (self.area.width() - width - 2.0 * INSET);
            if let Some((top, bottom)) = extent(pieces, x, x + width) {
                let above = top - INSET - text::DESCENT * size;
                let below = bottom + INSET + text::ASCENT * size;
                places.extend([above, below].map(|y| (Point::new(x, y), Anchor::Start)));
            }
        }
        places
    }

    /// At the upper or the lower edge of the plot, for what lies beyond it.
    pub(super) fn edge_places(&self, role: Role, upper: bool) -> Vec<Place> {
        let line = (text::ASCENT + text::DESCENT) * role.font().0 + INSET;
        let first = if upper { self.area.top + line } else { self.area.bottom - INSET - GRIP };
        let mut places = Vec::new();
        for row in 0..4 {
            let y = first + f64::from(row) * if upper { line } else { -line };
            let (left, right) = (self.area.left + INSET, self.area.right - INSET);
            places.extend([(Point::new(left, y), Anchor::Start), (Point::new(right, y), Anchor::End)]);
        }
        places
    }

    /// The reader's own value, in place of the labels under it; an arrow where the axis does not reach it.
    pub(super) fn value_label(&self) -> Option<Node> {
        let (value, quantity) = (self.plot.drag?.value, self.plot.x.quantity);
        let role = Role::new(Part::Value, Ink::Input);
        let (least, greatest) = self.x.values();
        let before = if value < least { "← " } else { "" };
        let after = if value > greatest { " →" } else { "" };
        let right = self.area.right + RIGHT;
        let mut content = [before, &quantity.written_in(value, self.plot.words), after].concat();
        if text::width(&content, role) > right {
            content = [before, &quantity.bare(value, self.plot.words), after].concat();
        }
        let half = text::width(&content, role) / 2.0;
        let x = self.point_x()?.min(right - half).max(half);
        Some(Node::text(role, Point::new(x, self.tick_baseline()), Anchor::Middle, &content))
    }
}

/// Points to what lies above the plot, or below it.
fn arrow(up: bool) -> &'static str {
    if up { "↑ " } else { "↓ " }
}

/// Beside a dot. A rising curve leaves the upper left and the lower right free, a falling one the others; the lowest
/// value takes the lower one, so that values stand in order where dots are close; one that is not is lifted by so many px.
pub(super) fn value_places(role: Role, dot: Point, is_lowest: bool, falls: bool, lift: f64) -> [Place; 6] {
    let middle = text::MIDDLE * role.font().0;
    let (left, right) = ((-BESIDE, Anchor::End), (BESIDE, Anchor::Start));
    let (before, after) = if falls { (right, left) } else { (left, right) };
    let (above, level, below) = (-BESIDE, middle, BESIDE + 2.0 * middle);
    let places = if is_lowest {
        [
            (after, below),
            (after, below + BESIDE),
            (after, level),
            (before, below),
            (before, level),
            (before, above),
        ]
    } else {
        [
            (before, above - lift),
            (before, above - BESIDE),
            (before, level),
            (after, above),
            (after, level),
            (after, below),
        ]
    };
    places.map(|((aside, anchor), down)| (Point::new(dot.x + aside, dot.y + down), anchor))
}
