//! What lies at values of x: stretches behind all else, upright lines, and dots; each layer is named once.

use super::super::geometry::{Anchor, Point, Rect};
use super::super::place::{Place, Placer};
use super::super::plot::{Cell, Data, Layer, Mark, Quantity};
use super::super::role::{Ink, Part, Role};
use super::super::scene::Node;
use super::super::text;
use super::chart::{Chart, DOT};
use super::labels::{INSET, value_places};

/// In so many rows from the upper edge, and from the lower one, the name of a stretch or an upright line may stand.
const ROWS: u8 = 3;

impl Chart<'_> {
    fn of_mark(&self, mark: Mark) -> impl Iterator<Item = &Layer> {
        self.plot.layers.iter().filter(move |layer| layer.mark == mark)
    }

    /// The stretches of a layer that lie between the axis's ends, from where to where in px.
    fn between<'l>(&self, layer: &'l Layer) -> impl Iterator<Item = (f64, f64)> + use<'l> {
        let stretches: &[_] = if let Data::Stretches(stretches) = &layer.data { stretches } else { &[] };
        let (x, (least, most)) = (self.x, self.x.values());
        stretches.iter().filter_map(move |&(from, to)| {
            let (from, to) = (from.max(least), to.min(most));
            (from < to).then(|| (x.map(from), x.map(to)))
        })
    }

    pub(super) fn stretches(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for layer in self.of_mark(Mark::Stretch) {
            for (left, right) in self.between(layer) {
                let area = Rect { left, right, ..self.area };
                nodes.push(Node::rect(Role::new(Part::Stretch, layer.ink), area));
            }
        }
        nodes
    }

    /// The upright lines of a layer, px.
    pub(super) fn upright(&self, layer: &Layer) -> Vec<Vec<Point>> {
        let Data::Points(points) = &layer.data else { return Vec::new() };
        let on_axis = points.iter().filter(|(at, _)| self.x.contains(*at));
        on_axis
            .map(|(at, _)| [self.area.top, self.area.bottom].map(|y| Point::new(self.x.map(*at), y)).to_vec())
            .collect()
    }

    pub(super) fn dots(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for layer in self.of_mark(Mark::Dots) {
            for (dot, _) in self.dots_of(layer) {
                nodes.push(Node::circle(Role::new(Part::Point, layer.ink), dot, DOT));
            }
        }
        nodes
    }

    fn dots_of(&self, layer: &Layer) -> Vec<(Point, f64)> {
        let Data::Points(points) = &layer.data else { return Vec::new() };
        let seen = points.iter().filter_map(|(at, cell)| Some((*at, cell.number()?)));
        let seen = seen.filter(|(at, value)| self.x.contains(*at) && self.y.contains(*value));
        seen.map(|(at, value)| (Point::new(self.x.map(at), self.y.map(value)), at)).collect()
    }

    /// Beside each dot its name and its x; where there is none, why.
    pub(super) fn name_dots(&self, placer: &mut Placer<'_>) {
        for layer in self.of_mark(Mark::Dots) {
            let role = Role::new(Part::Value, layer.ink);
            for (dot, at) in self.dots_of(layer) {
                placer.keep_free(Rect::new(dot.x, dot.y, dot.x, dot.y).grown(DOT));
                let at = self.plot.x.quantity.written_in(at, self.plot.words);
                let whole = [layer.name, ": ", &at].concat();
                for content in [&whole, layer.name] {
                    let places = value_places(role, dot, false, false, 0.0);
                    if placer.place(role, content, &places) {
                        break;
                    }
                }
            }
            if let Data::One(Cell::None(reason)) = layer.data {
                // It is said of the whole figure, and of no curve.
                let role = Role::new(Part::Value, Ink::Plain);
                let content = [layer.name, ": ", reason.in_short_in(self.plot.words)].concat();
                let upper = self.edge_places(role, true).into_iter();
                let places: Vec<_> = upper.chain(self.edge_places(role, false)).rev().collect();
                placer.place(role, &content, &places);
            }
        }
    }

    /// The upright lines and the stretches by name, each once, where there is room clear of the curves.
    pub(super) fn name_moments(&self, placer: &mut Placer<'_>) {
        let role = Role::new(Part::Axis, Ink::Plain);
        for layer in &self.plot.layers {
            let mut places = Vec::new();
            if layer.mark == Mark::Upright {
                for line in self.upright(layer) {
                    let x = line.first().map_or(0.0, |point| point.x);
                    self.in_rows(x + INSET, Anchor::Start, &mut places);
                    self.in_rows(x - INSET, Anchor::End, &mut places);
                }
            }
            let mut widest = (0.0, 0.0);
            for (left, right) in self.between(layer) {
                if right - left > text::width(layer.name, role) + 2.0 * INSET {
                    self.in_rows((left + right) / 2.0, Anchor::Middle, &mut places);
                }
                if right - left > widest.1 - widest.0 {
                    widest = (left, right);
                }
            }
            // Else beside one, but not among months, where those of another name may lie there.
            if widest.1 > 0.0 && self.plot.x.quantity == Quantity::Day {
                self.in_rows(widest.0 - INSET, Anchor::End, &mut places);
                self.in_rows(widest.1 + INSET, Anchor::Start, &mut places);
            }
            placer.place_across(false, role, layer.name, &places);
        }
    }

    #[inline(never)]
    fn in_rows(&self, x: f64, anchor: Anchor, places: &mut Vec<Place>) {
        let line = (text::ASCENT + text::DESCENT) * Role::from(Part::Axis).font().0 + INSET;
        for row in 0..2 * ROWS {
            let y = if row < ROWS {
                self.area.top + f64::from(row + 1) * line
            } else {
                self.area.bottom - INSET - f64::from(row - ROWS) * line
            };
            places.push((Point::new(x, y), anchor));
        }
    }
}
