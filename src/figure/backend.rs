//! Where plotters draws to: each call becomes a node of a scene.
//!
//! plotters counts in whole pixels, which makes stairs of a smooth curve. So it is told of a canvas a
//! hundred times as large, and what it draws is divided back: exactly the two decimals that a scene prints.

use std::convert::Infallible;

use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

use super::geometry::{Anchor, Point, Rect};
use super::role::{Part, Role};
use super::scene::{Node, Shape};
use super::text;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// Device units of plotters in a CSS pixel.
const UNITS_PER_PIXEL: f64 = 100.0;

/// CSS pixels in the device units of plotters.
pub fn to_units(pixels: f64) -> i32 {
    (pixels * UNITS_PER_PIXEL).round() as i32 // a figure is at most 4,096 px wide
}

fn to_pixels(units: i32) -> f64 {
    f64::from(units) / UNITS_PER_PIXEL
}

fn to_point((x, y): BackendCoord) -> Point {
    Point::new(to_pixels(x), to_pixels(y))
}

/// Records what plotters draws; the role of each mark is in its colour.
pub struct Recorder<'a> {
    nodes: &'a mut Vec<Node>,
    size: (u32, u32),
}

impl<'a> Recorder<'a> {
    /// Appends to `nodes` what is drawn on a canvas of `width` × `height` CSS pixels.
    pub fn new(nodes: &'a mut Vec<Node>, width: f64, height: f64) -> Self {
        Self { nodes, size: (to_units(width).unsigned_abs(), to_units(height).unsigned_abs()) }
    }

    /// Lines of the grid and of the axes join the path before them: one node instead of many.
    pub fn stroke(&mut self, role: Role, points: &[Point]) {
        let node = Node::line(role, points);
        let joins = matches!(role.part, Part::Grid | Part::Axis);
        match (self.nodes.last_mut(), node.shape) {
            (Some(Node { role: last, shape: Shape::Path(path) }), Shape::Path(steps))
                if joins && *last == role =>
            {
                path.extend(steps);
            }
            (_, shape) => self.nodes.push(Node { role, shape }),
        }
    }

    /// A label that is laid out already.
    pub fn write(&mut self, label: Node) {
        self.nodes.push(label);
    }

    fn fill(&mut self, role: Role, points: &[Point]) {
        self.nodes.push(Node::area(role, points));
    }
}

impl DrawingBackend for Recorder<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, point: BackendCoord, color: BackendColor) -> Drawn {
        let Point { x, y } = to_point(point);
        let unit = 1.0 / UNITS_PER_PIXEL;
        self.nodes.push(Node::rect(Role::of(color), Rect::new(x, y, x + unit, y + unit)));
        Ok(())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.stroke(Role::of(style.color()), &[to_point(from), to_point(to)]);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)].map(to_point);
        if fill {
            self.fill(Role::of(style.color()), &corners[..4]);
        } else {
            self.stroke(Role::of(style.color()), &corners);
        }
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<_> = path.into_iter().map(to_point).collect();
        self.stroke(Role::of(style.color()), &points);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        _fill: bool,
    ) -> Drawn {
        let radius = f64::from(radius) / UNITS_PER_PIXEL;
        self.nodes.push(Node::circle(Role::of(style.color()), to_point(center), radius));
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        let points: Vec<_> = corners.into_iter().map(to_point).collect();
        self.fill(Role::of(style.color()), &points);
        Ok(())
    }

    fn draw_text<T: BackendTextStyle>(&mut self, content: &str, style: &T, at: BackendCoord) -> Drawn {
        let role = Role::of(style.color());
        let anchor = match style.anchor().h_pos {
            HPos::Left => Anchor::Start,
            HPos::Center => Anchor::Middle,
            HPos::Right => Anchor::End,
        };
        let below_point = match style.anchor().v_pos {
            VPos::Top => text::ASCENT,
            VPos::Center => text::MIDDLE,
            VPos::Bottom => -text::DESCENT,
        };
        let Point { x, y } = to_point(at);
        let baseline = Point::new(x, y + below_point * role.font().0);
        self.nodes.push(Node::text(role, baseline, anchor, content));
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        content: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let role = Role::of(style.color());
        let height = (text::ASCENT + text::DESCENT) * role.font().0;
        Ok((to_units(text::width(content, role)).unsigned_abs(), to_units(height).unsigned_abs()))
    }

    /// Figures are lines and letters; none shows a bitmap.
    fn blit_bitmap(&mut self, _: BackendCoord, _: (u32, u32), _: &[u8]) -> Drawn {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::super::scene::Step;
    use super::*;

    #[test]
    fn a_curve_keeps_its_hundredths_and_the_grid_becomes_one_path() {
        let mut nodes = Vec::new();
        let mut recorder = Recorder::new(&mut nodes, 20.0, 10.0);
        let grid = Role::from(Part::Grid);
        let color = plotters::style::Color::to_backend_color(&grid);
        recorder.draw_line((0, 123), (2000, 123), &color).unwrap();
        recorder.draw_line((0, 456), (2000, 456), &color).unwrap();
        let lines = [(0.0, 1.23), (20.0, 1.23), (0.0, 4.56), (20.0, 4.56)].map(|(x, y)| Point::new(x, y));
        let steps =
            vec![Step::Move(lines[0]), Step::Line(lines[1]), Step::Move(lines[2]), Step::Line(lines[3])];
        assert_eq!(nodes, [Node { role: grid, shape: Shape::Path(steps) }]);
    }
}
