//! A finished scene in somebody else's picture: an element of plotters, for whatever backend draws it.

use std::iter;

use plotters::element::{Drawable, PointCollection};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, ShapeStyle, TextStyle};
use plotters_backend::{BackendCoord, DrawingBackend, DrawingErrorKind};

use super::geometry::{Anchor, Point, Rect};
use super::paint::{Color, Paint, Stroke, Theme};
use super::scene::{Node, Scene, Shape, Step};

/// What plotters takes for the size of a font, in em: its backends divide by this.
const PLOTTERS_EM: f64 = 1.24;
/// How far below the top of a text, as plotters' backends understand it, the baseline lies, in em. They
/// differ: SVG has 0.76, letters by `ab_glyph` have 0.62.
const BASELINE: f64 = 0.69;
/// plotters' text has no outline: paper all around is the text itself in the colour of paper, moved into
/// these directions.
const AROUND: [(f64, f64); 8] =
    [(1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7)];

/// A scene as an element of plotters 0.3, to be drawn on any of its backends: on a drawing area, or in a
/// chart beside series. [`Scene::at`] makes one.
///
/// Marks, colours and sizes are those of the SVG. plotters counts in whole pixels and takes letters from
/// its own fonts: a `scale` of 2 or more draws finer lines, and what of plotters' features is on decides
/// which letters there are (`ttf`: the system's; `ab_glyph`: what was registered).
#[derive(Clone, Debug)]
pub struct Element<'a, Coord> {
    scene: &'a Scene,
    at: Coord,
    theme: Theme,
    scale: f64,
    family: &'a str,
}

impl Scene {
    /// The scene as an element of plotters, its upper left corner `at` a point of a drawing area or a chart;
    /// light, one pixel of the backend to a CSS pixel, in the letters that plotters knows as `sans-serif`.
    ///
    /// ```
    /// use breakeven::Inputs;
    /// use breakeven::figure::{self, Size, View};
    /// use plotters::prelude::*;
    ///
    /// let scene = figure::draw(View::Bar, &Inputs::default(), Size::new(400.0, 96.0)?);
    /// let mut picture = String::new();
    /// let area = SVGBackend::with_string(&mut picture, (440, 136)).into_drawing_area();
    /// area.draw(&scene.at((20, 20)))?;
    /// area.present()?;
    /// drop(area);
    /// assert!(picture.contains("All-in"));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn at<Coord>(&self, at: Coord) -> Element<'_, Coord> {
        Element { scene: self, at, theme: Theme::default(), scale: 1.0, family: "sans-serif" }
    }
}

impl<'a, Coord> Element<'a, Coord> {
    /// In these colours.
    #[must_use]
    pub fn theme(self, theme: Theme) -> Self {
        Self { theme, ..self }
    }

    /// With so many pixels of the backend to a CSS pixel: a positive number.
    #[must_use]
    pub fn scale(self, scale: f64) -> Self {
        Self { scale, ..self }
    }

    /// In the letters that plotters knows by this name.
    #[must_use]
    pub fn font(self, family: &'a str) -> Self {
        Self { family, ..self }
    }
}

impl<'a, Coord> PointCollection<'a, Coord> for &'a Element<'_, Coord> {
    type Point = &'a Coord;
    type IntoIter = iter::Once<&'a Coord>;

    fn point_iter(self) -> Self::IntoIter {
        iter::once(&self.at)
    }
}

impl<DB: DrawingBackend, Coord> Drawable<DB> for Element<'_, Coord> {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        mut at: I,
        backend: &mut DB,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<DB::ErrorType>> {
        let Some(corner) = at.next() else { return Ok(()) };
        let mut pen = Pen { backend, corner, theme: self.theme, scale: self.scale, family: self.family };
        let whole = Rect::new(0.0, 0.0, self.scene.width, self.scene.height);
        pen.rect(whole, self.theme.paper())?;
        self.scene.nodes.iter().try_for_each(|node| pen.node(node))
    }
}

/// Draws nodes, one after the other.
struct Pen<'a, DB> {
    backend: &'a mut DB,
    /// Where the scene's upper left corner lies, in pixels of the backend.
    corner: BackendCoord,
    theme: Theme,
    scale: f64,
    family: &'a str,
}

type Drawn<DB> = Result<(), DrawingErrorKind<<DB as DrawingBackend>::ErrorType>>;

impl<DB: DrawingBackend> Pen<'_, DB> {
    fn node(&mut self, node: &Node) -> Drawn<DB> {
        let Paint { fill, stroke } = node.paint(self.theme);
        match &node.shape {
            Shape::Group(children) => children.iter().try_for_each(|child| self.node(child)),
            Shape::Path(steps) => lines(steps).iter().try_for_each(|line| {
                if let Some(color) = fill {
                    self.area(line, color)?;
                }
                stroke.map_or(Ok(()), |stroke| self.stroke(line, stroke))
            }),
            Shape::Circle { center, radius } => {
                let half = stroke.map_or(0.0, |stroke| stroke.width / 2.0);
                if let Some(Stroke { color, .. }) = stroke {
                    self.disc(*center, radius + half, color)?;
                }
                fill.map_or(Ok(()), |color| self.disc(*center, radius - half, color))
            }
            Shape::Text { at, anchor, content } => {
                let (size, bold) = node.role.font();
                let letters = Letters { content, anchor: *anchor, size, bold };
                if let Some(Stroke { color, width, .. }) = stroke {
                    for (x, y) in AROUND.map(|(x, y)| (x * width / 2.0, y * width / 2.0)) {
                        self.text(letters, Point::new(at.x + x, at.y + y), color)?;
                    }
                }
                fill.map_or(Ok(()), |color| self.text(letters, *at, color))
            }
        }
    }

    fn area(&mut self, corners: &[Point], color: Color) -> Drawn<DB> {
        match upright(corners) {
            Some(rect) => self.rect(rect, color),
            None => self.backend.fill_polygon(self.pixels(corners), &rgb(color)),
        }
    }

    fn rect(&mut self, Rect { left, top, right, bottom }: Rect, color: Color) -> Drawn<DB> {
        let corners = [Point::new(left, top), Point::new(right, bottom)].map(|corner| self.pixel(corner));
        self.backend.draw_rect(corners[0], corners[1], &rgb(color), true)
    }

    fn stroke(&mut self, line: &[Point], Stroke { color, width, dash, .. }: Stroke) -> Drawn<DB> {
        let style = ShapeStyle { color: rgb(color).into(), filled: false, stroke_width: self.length(width) };
        let Some(dash) = dash else { return self.backend.draw_path(self.pixels(line), &style) };
        dashes(line, dash).iter().try_for_each(|dash| self.backend.draw_path(self.pixels(dash), &style))
    }

    fn disc(&mut self, center: Point, radius: f64, color: Color) -> Drawn<DB> {
        self.backend.draw_circle(self.pixel(center), self.length(radius), &rgb(color), true)
    }

    fn text(&mut self, letters: Letters<'_>, at: Point, color: Color) -> Drawn<DB> {
        let Letters { content, anchor, size, bold } = letters;
        let weight = if bold { FontStyle::Bold } else { FontStyle::Normal };
        let side = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let family = FontFamily::from(self.family);
        let color = rgb(color);
        let style = TextStyle::from(FontDesc::new(family, size * self.scale * PLOTTERS_EM, weight))
            .color(&color)
            .pos(Pos::new(side, VPos::Top));
        let top = self.pixel(Point::new(at.x, at.y - BASELINE * size));
        self.backend.draw_text(content, &style, top)
    }

    fn pixel(&self, Point { x, y }: Point) -> BackendCoord {
        let (left, top) = self.corner;
        (left + (x * self.scale).round() as i32, top + (y * self.scale).round() as i32)
    }

    /// Without those that the one before them hides.
    fn pixels(&self, line: &[Point]) -> Vec<BackendCoord> {
        let mut pixels: Vec<_> = line.iter().map(|&point| self.pixel(point)).collect();
        pixels.dedup();
        pixels
    }

    /// At least one: thinner is nothing.
    fn length(&self, length: f64) -> u32 {
        ((length * self.scale).round() as u32).max(1)
    }
}

#[derive(Clone, Copy)]
struct Letters<'a> {
    content: &'a str,
    anchor: Anchor,
    size: f64,
    bold: bool,
}

fn rgb([red, green, blue]: Color) -> RGBColor {
    RGBColor(red, green, blue)
}

/// The lines of a path, one for each time that the pen is put down.
fn lines(steps: &[Step]) -> Vec<Vec<Point>> {
    let mut lines: Vec<Vec<Point>> = Vec::new();
    for step in steps {
        match (*step, lines.last_mut()) {
            (Step::Line(point), Some(line)) => line.push(point),
            (Step::Move(point) | Step::Line(point), _) => lines.push(vec![point]),
            (Step::Close, Some(line)) => line.extend(line.first().copied()),
            (Step::Close, None) => {}
        }
    }
    lines
}

/// The rectangle whose outline this is, if it is one with upright sides.
fn upright(outline: &[Point]) -> Option<Rect> {
    let &[a, b, c, d, end] = outline else { return None };
    let sides = [(a, b), (b, c), (c, d), (d, end)];
    let turns = sides.windows(2).all(|pair| (pair[0].0.x == pair[0].1.x) != (pair[1].0.x == pair[1].1.x));
    let straight = sides.iter().all(|(from, to)| (from.x == to.x) != (from.y == to.y));
    (turns && straight && end == a).then(|| Rect {
        left: a.x.min(c.x),
        top: a.y.min(c.y),
        right: a.x.max(c.x),
        bottom: a.y.max(c.y),
    })
}

/// What is seen of a dashed line: plotters' backends draw whole ones.
fn dashes(line: &[Point], (dash, gap): (f64, f64)) -> Vec<Vec<Point>> {
    let mut dashes = Vec::new();
    let (mut seen, mut left) = (true, dash);
    let mut current: Vec<Point> = line.first().copied().into_iter().collect();
    for pair in line.windows(2) {
        let &[mut from, to] = pair else { continue };
        loop {
            let length = libm::hypot(to.x - from.x, to.y - from.y);
            // Of a line that ends nowhere nothing is left out.
            if length <= left || !length.is_finite() {
                left -= length;
                current.push(to);
                break;
            }
            let share = left / length;
            from = Point::new(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y));
            current.push(from);
            if seen {
                dashes.push(std::mem::take(&mut current));
            }
            seen = !seen;
            left = if seen { dash } else { gap };
            current = vec![from];
        }
    }
    if seen && current.len() > 1 {
        dashes.push(current);
    }
    dashes
}
