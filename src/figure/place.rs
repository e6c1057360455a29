//! Direct labels instead of a legend: each stands by what it names and covers nothing.

use super::curve::extent;
use super::scene::{Node, Point, Rect};

/// Room kept free around a label, in px.
const CLEARANCE: f64 = 2.0;

/// Finds room for labels, one after the other.
pub struct Placer<'a> {
    bounds: Rect,
    curves: Vec<&'a [Vec<Point>]>,
    taken: Vec<Rect>,
}

impl<'a> Placer<'a> {
    /// Labels go into `bounds` and rather not across `curves`.
    pub fn new(bounds: Rect, curves: Vec<&'a [Vec<Point>]>) -> Self {
        Self { bounds, curves, taken: Vec::new() }
    }

    /// Keeps labels off `area`.
    pub fn keep_free(&mut self, area: Rect) {
        self.taken.push(area);
    }

    /// Takes the candidate that crosses the fewest curves, the first one among equals; `None` where each
    /// would cover another label or stick out.
    pub fn place(&mut self, candidates: impl IntoIterator<Item = Node>) -> Option<Node> {
        let mut best: Option<(usize, Node, Rect)> = None;
        for node in candidates {
            let Some(area) = node.text_box() else { continue };
            let free = self.bounds.contains(&area) && !self.taken.iter().any(|taken| taken.overlaps(&area));
            let crossings = self.crossings(&area);
            if free && best.as_ref().is_none_or(|(fewest, ..)| crossings < *fewest) {
                best = Some((crossings, node, area));
            }
            if matches!(best, Some((0, ..))) {
                break;
            }
        }
        best.map(|(_, node, area)| {
            self.keep_free(area.grown(CLEARANCE));
            node
        })
    }

    fn crossings(&self, area: &Rect) -> usize {
        let crosses = |curve: &&&[Vec<Point>]| {
            extent(curve, area.left, area.right)
                .is_some_and(|(top, bottom)| top < area.bottom && bottom > area.top)
        };
        self.curves.iter().filter(crosses).count()
    }
}

#[cfg(test)]
mod tests {
    use super::super::role::Part;
    use super::super::scene::Anchor;
    use super::*;

    fn label(x: f64, y: f64) -> Node {
        Node::text(Part::Label, Point::new(x, y), Anchor::Start, "Cash")
    }

    #[test]
    fn a_second_label_gives_way_and_a_third_without_room_is_left_out() {
        let mut placer = Placer::new(Rect::new(0.0, 0.0, 100.0, 40.0), Vec::new());
        assert!(placer.place([label(10.0, 15.0)]).is_some());
        assert_eq!(placer.place([label(12.0, 15.0), label(12.0, 35.0)]), Some(label(12.0, 35.0)));
        assert_eq!(placer.place([label(12.0, 20.0), label(90.0, 15.0)]), None);
    }

    #[test]
    fn a_label_avoids_a_curve_where_it_can() {
        let curve = [vec![Point::new(0.0, 10.0), Point::new(100.0, 10.0)]];
        let mut placer = Placer::new(Rect::new(0.0, 0.0, 100.0, 40.0), vec![&curve]);
        assert_eq!(placer.place([label(10.0, 15.0), label(10.0, 35.0)]), Some(label(10.0, 35.0)));
    }
}
