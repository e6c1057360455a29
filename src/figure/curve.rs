//! Smooth curves from few samples: more where a curve bends, none where it cannot be seen.

use super::geometry::{Point, Rect};
use crate::decimal::Within as _;

/// How many curves are sampled together: they share each evaluation of the model.
pub const CURVES: usize = 3;

/// Where each curve runs at one x, in px; `None` where it has no value.
pub type Heights = [Option<f64>; CURVES];

/// A curve: those pieces of it that are visible, from left to right.
pub type Pieces = Vec<Vec<Point>>;

/// The even samples that every curve starts from.
const INTERVALS: usize = 16;
/// How often an interval may be halved.
const DEEPEST: u32 = 10;
/// How far a curve may run from the chord at mid-interval, in px.
const TOLERANCE: f64 = 0.015;

/// Samples `heights` across `plot` until no curve strays from its polyline, and cuts off what runs out of
/// the plot. Each curve comes as the pieces that are visible, from left to right.
pub fn trace(plot: Rect, heights: impl Fn(f64) -> Heights) -> Vec<Pieces> {
    // What is far out of sight is brought near, so that no number is too large to draw.
    let near = |y: f64| y.within(plot.top - plot.height(), plot.bottom + plot.height());
    let sample = |x: f64| Sample { x, heights: heights(x).map(|height| height.map(near)) };
    let at = |i: usize| plot.left + plot.width() * i as f64 / INTERVALS as f64;

    let mut samples = vec![sample(at(0))];
    for i in 1..=INTERVALS {
        let left = samples[samples.len() - 1];
        refine(&mut samples, left, sample(at(i)), DEEPEST, plot, &sample);
    }
    (0..CURVES).map(|curve| visible_pieces(&samples, curve, plot)).collect()
}

#[derive(Clone, Copy)]
struct Sample {
    x: f64,
    heights: Heights,
}

/// Appends the samples after `left`, up to and with `right`.
fn refine(
    samples: &mut Vec<Sample>,
    left: Sample,
    right: Sample,
    depth: u32,
    plot: Rect,
    sample: &impl Fn(f64) -> Sample,
) {
    if depth > 0 {
        let middle = sample(0.5 * (left.x + right.x));
        if (0..CURVES).any(|curve| strays(curve, &left, &middle, &right, plot)) {
            refine(samples, left, middle, depth - 1, plot, sample);
            refine(samples, middle, right, depth - 1, plot, sample);
            return;
        }
    }
    samples.push(right);
}

/// Whether a visible curve strays from the chord, or begins or ends, between `left` and `right`.
fn strays(curve: usize, left: &Sample, middle: &Sample, right: &Sample, plot: Rect) -> bool {
    match (left.heights[curve], middle.heights[curve], right.heights[curve]) {
        (Some(a), Some(m), Some(b)) => {
            let out_of_sight = a.max(m).max(b) < plot.top || a.min(m).min(b) > plot.bottom;
            // The distance at a right angle to the chord.
            let (across, up) = (right.x - left.x, b - a);
            let distance = (m - 0.5 * (a + b)).abs() * across / (across * across + up * up).sqrt();
            !out_of_sight && distance > TOLERANCE
        }
        (None, None, None) => false,
        _ => true,
    }
}

fn visible_pieces(samples: &[Sample], curve: usize, plot: Rect) -> Pieces {
    let mut pieces = Pieces::new();
    for pair in samples.windows(2) {
        let [left, right] = pair else { continue };
        let (Some(from), Some(to)) = (left.heights[curve], right.heights[curve]) else { continue };
        let (a, b) = (Point::new(left.x, from), Point::new(right.x, to));
        let Some((a, b)) = clip(a, b, plot.top, plot.bottom) else { continue };
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

/// The least and the greatest height of `pieces` between two x, if they run there.
pub fn extent(pieces: &[Vec<Point>], from: f64, to: f64) -> Option<(f64, f64)> {
    let (mut least, mut greatest) = (f64::MAX, f64::MIN);
    for piece in pieces {
        for pair in piece.windows(2) {
            let &[a, b] = pair else { continue };
            if b.x < from || a.x > to {
                continue;
            }
            for x in [a.x.max(from), b.x.min(to)] {
                let y = if b.x > a.x { a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x) } else { a.y };
                (least, greatest) = (least.min(y), greatest.max(y));
            }
        }
    }
    (least <= greatest).then_some((least, greatest))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLOT: Rect = Rect::new(0.0, 0.0, 100.0, 50.0);

    #[test]
    fn a_straight_line_takes_few_samples_and_a_bend_takes_more() {
        let curves = trace(PLOT, |x| [Some(x / 2.0), Some(x * x / 200.0), None]);
        let [line, bend, none] = &curves[..] else { panic!("there are three") };
        assert_eq!(line.len(), 1);
        assert!(bend[0].len() > INTERVALS && bend[0].len() < 200);
        assert!(none.is_empty());
    }

    #[test]
    fn a_curve_that_leaves_the_plot_is_cut_at_its_edge() {
        let there_and_back = &trace(PLOT, |x| [Some(100.0 - 2.0 * x), None, None])[0];
        assert_eq!(there_and_back[0].first(), Some(&Point::new(25.0, 50.0)));
        assert_eq!(there_and_back[0].last(), Some(&Point::new(50.0, 0.0)));
        assert_eq!(extent(there_and_back, 30.0, 40.0), Some((20.0, 40.0)));
    }
}
