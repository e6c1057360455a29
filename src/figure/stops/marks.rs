//! What shows a cursor in the figure.

use super::{Cursor, Stops, Way};
use crate::figure::geometry::{Point, Rect};
use crate::figure::layout::DOT;
use crate::figure::role::{Ink, Part, Role};
use crate::figure::scene::Node;

impl Stops<'_> {
    /// What shows a cursor in the figure: the value's line, and a dot on each curve; of one series a line through its dot
    /// too; around a row a frame.
    pub fn marks(&self, Cursor { stop, series }: Cursor) -> Vec<Node> {
        let at = self.place(stop);
        let Rect { left, right, bottom, .. } = self.area;
        let (top, low) = (at.y - 0.5 * self.row, at.y + 0.5 * self.row);
        let mut marks = vec![match self.way {
            Way::Across => line(&[at, Point { y: bottom, ..at }]),
            Way::Upwards => line(&[at, Point { x: right, ..at }]),
            Way::Down => line(
                &[(left, top), (right, top), (right, low), (left, low), (left, top)]
                    .map(|(x, y)| Point { x, y }),
            ),
        }];
        let is_known = self.is_known(stop, series);
        for place in 1..=self.readings(stop) {
            let Some(Some((dot, ink))) = self.read(stop, place, &mut String::new()) else { continue };
            if is_known && place != series {
                continue;
            }
            if is_known {
                marks.push(line(&[Point { x: left, ..dot }, Point { x: right, ..dot }]));
            }
            marks.push(Node::circle(Role::new(Part::Point, ink), dot, DOT));
        }
        marks
    }
}

#[inline(never)]
fn line(points: &[Point]) -> Node {
    Node::line(Role::new(Part::Marker, Ink::Input), points)
}
