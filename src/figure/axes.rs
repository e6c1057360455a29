//! What plotters lays out: the grid, the two axes with their labels, and the curves.
//!
//! Its coordinates here are pixels already, from our own [`Scale`](super::Scale), so that ticks, curves,
//! labels and the reader's drag agree to the last digit.

use plotters::coord::cartesian::{Cartesian2d, MeshLine};
use plotters::coord::ranged1d::{BoldPoints, KeyPointHint, NoDefaultFormatting, Ranged};
use plotters::drawing::{DrawingAreaErrorKind, IntoDrawingArea};
use plotters::element::PathElement;
use std::convert::Infallible;
use std::ops::Range;

use super::backend::{Recorder, to_units};
use super::curve::Pieces;
use super::geometry::{Anchor, Point};
use super::role::Ink;
use super::role::{Part, Role};
use super::scene::Node;
use super::size::Size;
use super::text;

/// From an axis to its labels, px.
pub const TICK_GAP: f64 = 8.0;

/// The labels of an axis, each with its place in px.
#[derive(Clone, Copy, Debug)]
pub struct Axis<'a> {
    /// Where the axis begins and ends, px.
    pub pixels: (f64, f64),
    /// What is written where.
    pub labels: &'a [(f64, String)],
}

impl Ranged for Axis<'_> {
    type FormatOption = NoDefaultFormatting;
    type ValueType = f64;

    fn map(&self, &pixel: &f64, _: (i32, i32)) -> i32 {
        to_units(pixel)
    }

    /// plotters asks once for the bold lines and once for the light ones between; we have none of these.
    fn key_points<Hint: KeyPointHint>(&self, hint: Hint) -> Vec<f64> {
        if hint.weight().allow_light_points() {
            return Vec::new();
        }
        self.labels.iter().map(|&(pixel, _)| pixel).collect()
    }

    fn range(&self) -> Range<f64> {
        self.pixels.0..self.pixels.1
    }

    /// By default a unit short, which would drop a label at the very end.
    fn axis_pixel_range(&self, _: (i32, i32)) -> Range<i32> {
        let (from, to) = (to_units(self.pixels.0), to_units(self.pixels.1));
        from.min(to)..from.max(to)
    }
}

impl Axis<'_> {
    fn label_at(&self, pixel: f64) -> &str {
        self.labels.iter().find(|(place, _)| *place == pixel).map_or("", |(_, label)| label)
    }

    fn units(&self) -> Range<i32> {
        to_units(self.pixels.0)..to_units(self.pixels.1)
    }
}

/// Lays out the horizontal lines of the grid, the labels of both axes, the line of the horizontal one, and
/// the curves, each in the colour of its quantity.
pub fn lay_out(size: Size, x: Axis<'_>, y: Axis<'_>, curves: &[(Ink, &Pieces)]) -> Vec<Node> {
    let mut nodes = Vec::new();
    let drawn = draw(Recorder::new(&mut nodes, size.width(), size.height()), x, y, curves);
    // The recorder refuses nothing; what else plotters may refuse is a canvas shared with someone.
    debug_assert!(drawn.is_ok(), "the recorder draws everything");
    nodes
}

/// The mesh of plotters without the labels of plotters: its fonts and their defaults weigh as much as all the
/// rest of a figure.
fn draw(
    recorder: Recorder<'_>,
    x: Axis<'_>,
    y: Axis<'_>,
    curves: &[(Ink, &Pieces)],
) -> Result<(), DrawingAreaErrorKind<Infallible>> {
    let (left, right, bottom) = (x.pixels.0, x.pixels.1, y.pixels.0);
    let spread = (x.units(), y.units());
    let canvas = recorder.into_drawing_area();
    let chart = canvas.apply_coord_spec(Cartesian2d::<Axis<'_>, Axis<'_>>::new(x, y, spread));

    let tick = Role::from(Part::Tick);
    let all = || BoldPoints(usize::MAX);
    chart.draw_mesh(
        |recorder, line| {
            match line {
                MeshLine::XMesh(.., &pixel) => {
                    let below = Point::new(pixel, bottom + TICK_GAP + text::ASCENT * tick.font().0);
                    recorder.write(Node::text(tick, below, Anchor::Middle, x.label_at(pixel)));
                }
                MeshLine::YMesh(.., &pixel) => {
                    recorder.stroke(Part::Grid.into(), &[Point::new(left, pixel), Point::new(right, pixel)]);
                    let label = y.label_at(pixel);
                    // A long one begins at the edge.
                    let end = (left - TICK_GAP).max(text::width(label, tick));
                    let beside = Point::new(end, pixel + text::MIDDLE * tick.font().0);
                    recorder.write(Node::text(tick, beside, Anchor::End, label));
                }
            }
            Ok(())
        },
        all(),
        all(),
    )?;
    let line = |points: Vec<(f64, f64)>, role: Role| chart.draw(&PathElement::new(points, role));
    line(vec![(left, bottom), (right, bottom)], Part::Axis.into())?;
    for &(ink, pieces) in curves {
        for piece in pieces {
            let points = piece.iter().map(|point| (point.x, point.y)).collect();
            line(points, Role::new(Part::Series, ink))?;
        }
    }
    Ok(())
}
