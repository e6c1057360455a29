//! Direct labels instead of a legend: each stands by what it names and covers nothing.

use super::curve::extent;
use super::geometry::{Anchor, Point, Rect};
use super::role::Role;
use super::scene::Node;
use super::text;

/// Room kept free around a label, in px.
const CLEARANCE: f64 = 2.0;

/// So much a curve counts that is gone across; a thin line counts one.
const CURVE: usize = 100;

/// Where a label may stand: a point of its baseline, and which part of it stands there.
pub type Place = (Point, Anchor);

/// Finds room for labels, one after the other.
pub struct Placer<'a> {
    bounds: Rect,
    /// What labels rather do not go across, and how much each crossing counts.
    lines: Vec<(&'a [Vec<Point>], usize)>,
    taken: Vec<Rect>,
    /// The labels that found room.
    pub labels: Vec<Node>,
}

impl<'a> Placer<'a> {
    /// Labels go into `bounds`.
    pub fn new(bounds: Rect) -> Self {
        Self { bounds, lines: Vec::new(), taken: Vec::new(), labels: Vec::new() }
    }

    /// Labels rather do not go across `curve`.
    pub fn avoid(&mut self, curve: &'a [Vec<Point>]) {
        self.lines.push((curve, CURVE));
    }

    /// Labels go across a thin line before they go across a curve.
    pub fn avoid_thin(&mut self, line: &'a [Vec<Point>]) {
        self.lines.push((line, 1));
    }

    /// Keeps labels off `area`.
    pub fn keep_free(&mut self, area: Rect) {
        self.taken.push(area);
    }

    /// Puts a label in the place where it crosses the fewest curves, the first one among equals; leaves it out
    /// and returns false where it would everywhere cover another label or stick out.
    pub fn place(&mut self, role: Role, content: &str, places: &[Place]) -> bool {
        self.place_across(true, role, content, places)
    }

    /// The same, but where it may not go `across` a curve it is rather left out.
    #[inline(never)]
    pub fn place_across(&mut self, across: bool, role: Role, content: &str, places: &[Place]) -> bool {
        let width = text::width(content, role);
        let mut fewest = if across { usize::MAX } else { CURVE };
        let mut best = None;
        for &(at, anchor) in places {
            let area = text::area(role, at, anchor, width);
            if fewest > 0 && self.is_free(&area) {
                let crossings = self.crossings(&area);
                if crossings < fewest {
                    fewest = crossings;
                    best = Some((at, anchor, area));
                }
            }
        }
        let Some((at, anchor, area)) = best else { return false };
        self.keep_free(area.grown(CLEARANCE));
        self.labels.push(Node::text(role, at, anchor, content));
        true
    }

    fn is_free(&self, area: &Rect) -> bool {
        self.bounds.contains(area) && !self.taken.iter().any(|taken| taken.overlaps(area))
    }

    fn crossings(&self, area: &Rect) -> usize {
        let mut crossings = 0;
        for &(line, counts) in &self.lines {
            if let Some((top, bottom)) = extent(line, area.left, area.right)
                && top < area.bottom
                && bottom > area.top
            {
                crossings += counts;
            }
        }
        crossings
    }
}

#[cfg(test)]
mod tests {
    use super::super::role::Part;
    use super::super::scene::Shape;
    use super::*;

    const BOUNDS: Rect = Rect::new(0.0, 0.0, 100.0, 40.0);

    /// Where a label goes that may stand in these places.
    fn placed(placer: &mut Placer<'_>, places: &[(f64, f64)]) -> Option<(f64, f64)> {
        let places: Vec<Place> = places.iter().map(|&(x, y)| (Point::new(x, y), Anchor::Start)).collect();
        if !placer.place(Part::Label.into(), "Cash", &places) {
            return None;
        }
        match placer.labels.pop()?.shape {
            Shape::Text { at, .. } => Some((at.x, at.y)),
            _ => None,
        }
    }

    #[test]
    fn a_second_label_gives_way_and_a_third_without_room_is_left_out() {
        let mut placer = Placer::new(BOUNDS);
        assert_eq!(placed(&mut placer, &[(10.0, 15.0)]), Some((10.0, 15.0)));
        assert_eq!(placed(&mut placer, &[(12.0, 15.0), (12.0, 35.0)]), Some((12.0, 35.0)));
        assert_eq!(placed(&mut placer, &[(12.0, 20.0), (90.0, 15.0)]), None);
    }

    #[test]
    fn a_label_avoids_a_curve_where_it_can() {
        let curve = [vec![Point::new(0.0, 10.0), Point::new(100.0, 10.0)]];
        let mut placer = Placer::new(BOUNDS);
        placer.avoid(&curve);
        assert_eq!(placed(&mut placer, &[(10.0, 15.0), (10.0, 35.0)]), Some((10.0, 35.0)));
    }
}
