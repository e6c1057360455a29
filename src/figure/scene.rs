//! A figure as data: what is drawn where, in CSS pixels, with roles for colours.
//!
//! One scene has many writers: [`super::svg`] makes text of it, a page patches it into live nodes. Both
//! ask a [`Node`] for its tag, attributes, text and children; comparing two nodes tells what to patch.

use super::geometry::{Anchor, Point, Rect};
use super::role::{Part, Role};
use super::text;
use crate::decimal::push_digits;

/// One step of a pen.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Step {
    /// Lift the pen and put it down here.
    Move(Point),
    /// Draw a straight line to here.
    Line(Point),
    /// Draw back to where the pen was put down.
    Close,
}

/// The geometry of a node.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub enum Shape {
    /// Nodes that belong together, drawn in order.
    Group(Vec<Node>),
    /// A line or an area.
    Path(Vec<Step>),
    /// A disc.
    Circle {
        /// Its centre.
        center: Point,
        /// Its radius in px.
        radius: f64,
    },
    /// A line of text.
    Text {
        /// Where its anchor stands, on the baseline.
        at: Point,
        /// Which part of the text stands there.
        anchor: Anchor,
        /// The characters.
        content: String,
    },
}

/// One mark of a figure.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Node {
    /// What it is for.
    pub role: Role,
    /// What it looks like.
    pub shape: Shape,
}

/// A figure.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Scene {
    /// Width in CSS pixels.
    pub width: f64,
    /// Height in CSS pixels.
    pub height: f64,
    /// What the figure is, in a few words.
    pub title: String,
    /// What the figure shows, in a sentence: it stands in for the figure where none is seen.
    pub desc: String,
    /// The marks, the first one lowest.
    pub nodes: Vec<Node>,
}

impl Scene {
    /// The `viewBox` attribute of the SVG element.
    pub fn view_box(&self) -> String {
        ["0 0 ", &number(self.width), " ", &number(self.height)].concat()
    }
}

impl Node {
    /// Nodes that belong together.
    pub fn group(part: Part, children: Vec<Self>) -> Self {
        Self { role: part.into(), shape: Shape::Group(children) }
    }

    /// An open line through `points`.
    pub fn line(role: Role, points: &[Point]) -> Self {
        let mut steps = Vec::with_capacity(points.len() + 1);
        for &point in points {
            steps.push(if steps.is_empty() { Step::Move(point) } else { Step::Line(point) });
        }
        Self { role, shape: Shape::Path(steps) }
    }

    /// A closed area with the corners `points`.
    pub fn area(role: Role, points: &[Point]) -> Self {
        let mut node = Self::line(role, points);
        if let Shape::Path(steps) = &mut node.shape {
            steps.push(Step::Close);
        }
        node
    }

    /// A filled rectangle.
    pub fn rect(role: Role, Rect { left, top, right, bottom }: Rect) -> Self {
        let (upper_left, upper_right) = (Point::new(left, top), Point::new(right, top));
        let (lower_right, lower_left) = (Point::new(right, bottom), Point::new(left, bottom));
        Self::area(role, &[upper_left, upper_right, lower_right, lower_left])
    }

    /// A disc.
    pub fn circle(role: Role, center: Point, radius: f64) -> Self {
        Self { role, shape: Shape::Circle { center, radius } }
    }

    /// A line of text whose `anchor` stands `at` a point of the baseline.
    #[inline(never)] // a hundred bytes at each of its many callers otherwise
    pub fn text(role: Role, at: Point, anchor: Anchor, content: &str) -> Self {
        Self { role, shape: Shape::Text { at, anchor, content: content.to_owned() } }
    }

    /// The name of the SVG element. A line and an area are not paths: browsers take the `d` of a path for style, and what
    /// only moves would have its style made anew. A curve is one always, for it may come to have gaps.
    pub fn tag(&self) -> &'static str {
        match &self.shape {
            Shape::Group(_) => "g",
            Shape::Path(_) if self.role.part == Part::Series => "path",
            Shape::Path(steps) => match steps[..] {
                [Step::Move(_), .., Step::Close] => "polygon",
                [Step::Move(_), ref lines @ ..]
                    if !lines.iter().any(|step| matches!(step, Step::Move(_))) =>
                {
                    "polyline"
                }
                _ => "path",
            },
            Shape::Circle { .. } => "circle",
            Shape::Text { .. } => "text",
        }
    }

    /// Hands each attribute of the SVG element to `set`. Nodes of one tag have the same attributes.
    pub fn attributes(&self, set: &mut dyn FnMut(&'static str, &str)) {
        set("class", &self.role.class());
        match &self.shape {
            Shape::Group(_) => {}
            Shape::Path(steps) if self.tag() == "path" => set("d", &path_data(steps)),
            Shape::Path(_) => set("points", &corners(&self.points())),
            Shape::Circle { center, radius } => {
                set_number(set, "cx", center.x);
                set_number(set, "cy", center.y);
                set_number(set, "r", *radius);
            }
            Shape::Text { at, anchor, .. } => {
                set_number(set, "x", at.x);
                set_number(set, "y", at.y);
                set("text-anchor", anchor.name());
            }
        }
    }

    /// The points of a path, in order; none for every other node.
    pub fn points(&self) -> Vec<Point> {
        let Shape::Path(steps) = &self.shape else { return Vec::new() };
        let point = |step: &Step| match *step {
            Step::Move(point) | Step::Line(point) => Some(point),
            Step::Close => None,
        };
        steps.iter().filter_map(point).collect()
    }

    /// The characters of a text, empty for every other node.
    pub fn content(&self) -> &str {
        match &self.shape {
            Shape::Text { content, .. } => content,
            _ => "",
        }
    }

    /// The nodes of a group, none for every other node.
    pub fn children(&self) -> &[Self] {
        match &self.shape {
            Shape::Group(children) => children,
            _ => &[],
        }
    }

    /// The box that the text of this node takes, by estimate; `None` for every other node.
    pub fn text_box(&self) -> Option<Rect> {
        let Shape::Text { at, anchor, content } = &self.shape else { return None };
        Some(text::area(self.role, *at, *anchor, text::width(content, self.role)))
    }
}

#[inline(never)]
fn set_number(set: &mut dyn FnMut(&'static str, &str), name: &'static str, value: f64) {
    set(name, &number(value));
}

/// The `d` attribute of a path.
fn path_data(steps: &[Step]) -> String {
    let mut data = String::with_capacity(steps.len() * 14);
    for step in steps {
        match *step {
            Step::Move(point) => push_step(&mut data, 'M', point),
            Step::Line(point) => push_step(&mut data, 'L', point),
            Step::Close => data.push('Z'),
        }
    }
    data
}

/// The `points` attribute of a line or an area.
fn corners(points: &[Point]) -> String {
    let mut data = String::with_capacity(points.len() * 14);
    for point in points {
        if !data.is_empty() {
            data.push(' ');
        }
        push_point(&mut data, *point);
    }
    data
}

fn push_step(data: &mut String, letter: char, point: Point) {
    data.push(letter);
    push_point(data, point);
}

fn push_point(data: &mut String, Point { x, y }: Point) {
    push_number(data, x);
    data.push(' ');
    push_number(data, y);
}

/// A coordinate in the fewest characters: at most two decimals, no trailing zero, no "-0".
pub fn number(value: f64) -> String {
    let mut text = String::new();
    push_number(&mut text, value);
    text
}

fn push_number(text: &mut String, value: f64) {
    let hundredths = (value * 100.0).round() as i64; // a figure is at most 4,096 px wide
    if hundredths < 0 {
        text.push('-');
    }
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    push_digits(text, whole);
    if rest > 0 {
        text.push('.');
        push_digits(text, rest / 10);
        if !rest.is_multiple_of(10) {
            push_digits(text, rest % 10);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_short() {
        let cases = [(0.0, "0"), (-0.001, "0"), (1.0, "1"), (1.5, "1.5"), (-2.05, "-2.05"), (119.999, "120")];
        for (value, text) in cases {
            assert_eq!(number(value), text);
        }
    }

    #[test]
    fn a_line_and_an_area_are_no_paths() {
        let points = [Point::new(0.0, 0.0), Point::new(1.0, 0.0), Point::new(1.0, 2.5)];
        let role = Part::Grid.into();
        let written = |node: Node| {
            let mut data = vec![node.tag().to_owned()];
            node.attributes(&mut |name, value| data.push(format!("{name}={value}")));
            data.join(" ")
        };
        assert_eq!(written(Node::line(role, &points)), "polyline class=grid points=0 0 1 0 1 2.5");
        assert_eq!(written(Node::area(role, &points)), "polygon class=grid points=0 0 1 0 1 2.5");
        let apart =
            [Step::Move(points[0]), Step::Line(points[1]), Step::Move(points[2]), Step::Line(points[0])];
        let two = Node { role, shape: Shape::Path(apart.to_vec()) };
        assert_eq!(written(two), "path class=grid d=M0 0L1 0M1 2.5L0 0");
        assert_eq!(written(Node::line(Part::Series.into(), &points[1..])), "path class=series d=M1 0L1 2.5");
    }
}
