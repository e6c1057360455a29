//! Smooth curves from few samples, more where a curve bends, none where it cannot be seen; and curves through points.

use super::geometry::{Point, Rect};
use crate::decimal::Within as _;

/// A curve: those pieces of it that are visible, from left to right.
pub type Pieces = Vec<Vec<Point>>;

/// The even samples that every curve starts from.
const INTERVALS: usize = 16;
/// How often an interval may be halved.
const DEEPEST: u32 = 10;
/// How far a curve may run from the chord at mid-interval, in px.
const TOLERANCE: f64 = 0.015;

/// The curves that were traced last, and the even samples of all of them: as long as these are the same to the last bit,
/// and so is the plot, so are the curves, and tracing them is most of what a drawing takes.
#[derive(Default)]
pub struct Traced {
    /// Bits, for a height without a value is NaN.
    of: Vec<u64>,
    curves: Vec<Pieces>,
}

impl Traced {
    /// Samples `heights` across `plot` until no curve strays from its polyline, and cuts off what runs out of
    /// the plot. Each curve comes as the pieces that are visible, from left to right. `heights` tells in px where each
    /// of so many curves runs at an x; NaN where it has no value.
    pub fn trace(&mut self, plot: Rect, curves: usize, heights: impl Fn(f64) -> Vec<f64>) -> Vec<Pieces> {
        let mut tracer = Tracer { plot, curves, samples: Vec::new(), order: vec![0], heights };
        let mut of = [plot.left, plot.top, plot.right, plot.bottom].map(f64::to_bits).to_vec();
        for i in 0..=INTERVALS {
            let sample = tracer.sample(plot.left + plot.width() * i as f64 / INTERVALS as f64);
            of.extend(tracer.samples[sample].heights.iter().map(|height| height.to_bits()));
        }
        if of != self.of {
            for left in 0..INTERVALS {
                tracer.refine(left, left + 1, DEEPEST);
            }
            self.curves = (0..curves).map(|curve| tracer.pieces(curve)).collect();
            self.of = of;
        }
        self.curves.clone()
    }
}

/// The pieces of the curve through `points` that are visible in `plot`; NaN parts it.
pub fn through(plot: Rect, points: &[Point]) -> Pieces {
    let points: Vec<_> = points.iter().map(|&Point { x, y }| Point::new(x, near(plot, y))).collect();
    visible_pieces(&points, plot)
}

/// What is far out of sight is brought near, so that no number is too large to draw.
fn near(plot: Rect, y: f64) -> f64 {
    if y.is_nan() { y } else { y.within(plot.top - plot.height(), plot.bottom + plot.height()) }
}

struct Sample {
    x: f64,
    heights: Vec<f64>,
}

struct Tracer<F> {
    plot: Rect,
    curves: usize,
    /// All that were taken, and the places in it of those that are drawn through, from left to right.
    samples: Vec<Sample>,
    order: Vec<usize>,
    heights: F,
}

impl<F: Fn(f64) -> Vec<f64>> Tracer<F> {
    fn sample(&mut self, x: f64) -> usize {
        let mut heights = (self.heights)(x);
        for height in &mut heights {
            *height = near(self.plot, *height);
        }
        self.samples.push(Sample { x, heights });
        self.samples.len() - 1
    }

    /// Appends the samples after `left`, up to and with `right`.
    fn refine(&mut self, left: usize, right: usize, depth: u32) {
        if depth > 0 {
            let middle = self.sample(0.5 * (self.samples[left].x + self.samples[right].x));
            if (0..self.curves).any(|curve| self.strays(curve, left, middle, right)) {
                self.refine(left, middle, depth - 1);
                self.refine(middle, right, depth - 1);
                return;
            }
        }
        self.order.push(right);
    }

    fn height(&self, sample: usize, curve: usize) -> f64 {
        self.samples[sample].heights.get(curve).copied().unwrap_or(f64::NAN)
    }

    /// Whether a visible curve strays from the chord, or begins or ends, between `left` and `right`.
    fn strays(&self, curve: usize, left: usize, middle: usize, right: usize) -> bool {
        let [a, m, b] = [left, middle, right].map(|sample| self.height(sample, curve));
        if a.is_nan() || m.is_nan() || b.is_nan() {
            return !(a.is_nan() && m.is_nan() && b.is_nan());
        }
        let out_of_sight = a.max(m).max(b) < self.plot.top || a.min(m).min(b) > self.plot.bottom;
        // The distance at a right angle to the chord.
        let (across, up) = (self.samples[right].x - self.samples[left].x, b - a);
        let distance = (m - 0.5 * (a + b)).abs() * across / (across * across + up * up).sqrt();
        !out_of_sight && distance > TOLERANCE
    }

    fn pieces(&self, curve: usize) -> Pieces {
        let point = |&sample: &usize| Point::new(self.samples[sample].x, self.height(sample, curve));
        let points: Vec<_> = self.order.iter().map(point).collect();
        visible_pieces(&points, self.plot)
    }
}

#[inline(never)]
fn visible_pieces(points: &[Point], plot: Rect) -> Pieces {
    let mut pieces = Pieces::new();
    for pair in points.windows(2) {
        let &[from, to] = pair else { continue };
        if from.y.is_nan() || to.y.is_nan() {
            continue;
        }
        let Some((a, b)) = clip(from, to, plot.top, plot.bottom) else { continue };
        match pieces.last_mut() {
            Some(piece) if piece.last() == Some(&a) => piece.push(b),
            _ => pieces.push(vec![a, b]),
        }
    }
    pieces
}

/// The part of the segment from `a` to `b` between two heights.
fn clip(a: Point, b: Point, top: f64, bottom: f64) -> Option<(Point, Point)> {
    if a.y.max(b.y) < top || a.y.min(b.y) > bottom {
        return None;
    }
    let cut = |end: Point| {
        let y = end.y.within(top, bottom);
        let x = if y == end.y { end.x } else { a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y) };
        Point::new(x, y)
    };
    Some((cut(a), cut(b)))
}

/// The least and the greatest height of `pieces` between two x, if they run there; each goes on from left to right.
/// Every label asks, in each of its places, so what lies between is only compared.
pub fn extent(pieces: &[Vec<Point>], from: f64, to: f64) -> Option<(f64, f64)> {
    let (mut least, mut greatest) = (f64::MAX, f64::MIN);
    let mut reaches = |y: f64| {
        least = if y < least { y } else { least };
        greatest = if y > greatest { y } else { greatest };
    };
    for piece in pieces.iter().filter(|piece| piece.len() > 1) {
        debug_assert!(piece.is_sorted_by(|one, next| one.x <= next.x), "a curve goes on to the right");
        let begun = piece.partition_point(|point| point.x < from);
        let end = piece.partition_point(|point| point.x <= to);
        for (x, after) in [(from, begun), (to, end)] {
            if let Some(&[a, b]) = piece.get(after.wrapping_sub(1)..=after) {
                reaches(a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x));
            }
        }
        for point in piece.get(begun..end).unwrap_or_default() {
            reaches(point.y);
        }
    }
    (least <= greatest).then_some((least, greatest))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::{Size, draw, draw_again, plot};
    use super::*;
    use crate::inputs::{Input, Inputs};
    use crate::view::View;

    const PLOT: Rect = Rect::new(0.0, 0.0, 100.0, 50.0);

    #[test]
    fn a_straight_line_takes_few_samples_and_a_bend_takes_more() {
        let curves = Traced::default().trace(PLOT, 3, |x| vec![x / 2.0, x * x / 200.0, f64::NAN]);
        let [line, bend, none] = &curves[..] else { panic!("there are three") };
        assert_eq!(line.len(), 1);
        assert!(bend[0].len() > INTERVALS && bend[0].len() < 200);
        assert!(none.is_empty());
    }

    #[test]
    fn a_curve_that_leaves_the_plot_is_cut_at_its_edge() {
        let there_and_back = &Traced::default().trace(PLOT, 1, |x| vec![100.0 - 2.0 * x])[0];
        assert_eq!(there_and_back[0].first(), Some(&Point::new(25.0, 50.0)));
        assert_eq!(there_and_back[0].last(), Some(&Point::new(50.0, 0.0)));
        assert_eq!(extent(there_and_back, 30.0, 40.0), Some((20.0, 40.0)));
        assert_eq!(extent(there_and_back, 0.0, 30.0), Some((40.0, 50.0)));
        assert_eq!(extent(there_and_back, 45.0, 99.0), Some((0.0, 10.0)));
        assert_eq!(extent(there_and_back, 51.0, 60.0), None);
        let stairs =
            [vec![Point::new(0.0, 9.0), Point::new(5.0, 9.0), Point::new(5.0, 1.0), Point::new(8.0, 1.0)]];
        assert_eq!(extent(&stairs, 4.0, 4.5), Some((9.0, 9.0)));
        assert_eq!(extent(&stairs, 5.0, 6.0), Some((1.0, 9.0)));
    }

    #[test]
    fn a_gap_parts_the_curve_through_given_points() {
        let points = [(0.0, 10.0), (10.0, 20.0), (20.0, f64::NAN), (30.0, 10.0), (40.0, 90.0)];
        let pieces = through(PLOT, &points.map(|(x, y)| Point::new(x, y)));
        assert_eq!(pieces.len(), 2);
        assert_eq!(pieces[0], [Point::new(0.0, 10.0), Point::new(10.0, 20.0)]);
        assert_eq!(pieces[1], [Point::new(30.0, 10.0), Point::new(35.0, 50.0)]);
    }

    #[test]
    fn a_drawing_after_others_is_the_one_that_stands_alone() {
        let sizes = [(343.0, 280.0), (760.0, 420.0)].map(|(width, height)| Size::new(width, height).unwrap());
        for &view in View::ALL {
            let (mut traced, mut mine) = (Traced::default(), Inputs::default());
            // Whatever moves, little or much, and then the tariff over the same curves.
            for &input in Input::ALL {
                for (moved, position) in
                    [(input, 0.3), (input, 0.31), (Input::Tariff, 0.4), (Input::Tariff, 0.8)]
                {
                    mine = mine.with(moved, moved.slider_value(position)).unwrap();
                    for size in sizes {
                        let scene = draw_again(&plot(view, &mine), size, &mut traced);
                        assert_eq!(scene, draw(view, &mine, size), "{view:?}, {moved:?} at {position}");
                    }
                }
            }
        }
    }

    #[test]
    fn only_what_bends_otherwise_is_traced_again() {
        let mut traced = Traced::default();
        let mut calls = |slope: f64, plot: Rect| {
            let calls = Cell::new(0);
            traced.trace(plot, 2, |x| {
                calls.set(calls.get() + 1);
                vec![slope * x * x, f64::NAN]
            });
            calls.get()
        };
        let first = calls(0.005, PLOT);
        assert!(first > 3 * INTERVALS);
        assert_eq!(calls(0.005, PLOT), INTERVALS + 1);
        assert!(calls(0.006, PLOT) > 3 * INTERVALS);
        assert!(calls(0.006, Rect::new(0.0, 0.0, 100.0, 60.0)) > 3 * INTERVALS);
    }
}
