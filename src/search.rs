//! Where a function is zero first, and where it is greatest or least, for functions that may turn back and forth.
//!
//! What decides is a bound: how low and how high the function can be between two places. Where the bounds leave no
//! zero, or nothing better than the best so far, there is nothing to look for; everywhere else the way is halved.
//! So a zero beside an extremum is seen however near the two lie, and of several the first is found.

use crate::root::{Sample, crossing};

/// A function of which bounds are known.
pub(crate) trait Bounded {
    /// What is known of the function at one place.
    type Place: Copy;

    /// The function at `x`.
    fn at(&self, x: f64) -> Self::Place;

    /// Where a place is, and the function there.
    fn sample(&self, place: &Self::Place) -> (f64, Sample);

    /// The least and the greatest that the function can be between two places, both included.
    fn between(&self, a: &Self::Place, b: &Self::Place) -> [f64; 2];
}

/// Parts of the whole way: at the first a change of sign is left to secants, at the second the search ends.
const NARROW: f64 = 1.0 / 65_536.0;
const NARROWEST: f64 = 1.0 / 1_073_741_824.0;

/// More places than any mine has been seen to need: a guard against a function that is nearly zero everywhere.
const MOST_PLACES: u32 = 20_000;

/// Where on the way from `from` to `to` the function is zero first; `None` where nowhere.
pub(crate) fn first_zero<F: Bounded>(function: &F, from: F::Place, to: F::Place) -> Option<f64> {
    let way = (function.sample(&to).0 - function.sample(&from).0).abs();
    let mut open = vec![(from, to)];
    let mut places = 0;
    while let Some((a, b)) = open.pop() {
        let ((x_a, at_a), (x_b, at_b)) = (function.sample(&a), function.sample(&b));
        if at_a.is_zero() {
            return Some(x_a);
        }
        let length = (x_b - x_a).abs();
        if at_a.crosses(at_b) {
            if length <= way * NARROW {
                return Some(crossing((x_a, at_a), (x_b, at_b), |x| function.sample(&function.at(x)).1));
            }
        } else {
            let [low, high] = function.between(&a, &b);
            if low >= 0.0 || high <= 0.0 || length <= way * NARROWEST || places >= MOST_PLACES {
                continue;
            }
        }
        places += 1;
        let middle = function.at(x_a + (x_b - x_a) / 2.0);
        open.push((middle, b));
        open.push((a, middle));
    }
    let (x, at_end) = function.sample(&to);
    at_end.is_zero().then_some(x)
}

/// Which extreme is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Extreme {
    /// The least.
    Least,
    /// The greatest.
    Greatest,
}

impl Extreme {
    pub fn opposite(self) -> Self {
        if self == Self::Least { Self::Greatest } else { Self::Least }
    }

    /// How good a value is: the greater the better.
    fn merit(self, value: f64) -> f64 {
        if self == Self::Least { -value } else { value }
    }
}

/// The best place so far, and the function there.
pub(crate) type Best = Option<(f64, f64)>;

/// The better of `best` and the extreme between `from` and `to`; of two as good as alike, the one before.
pub(crate) fn extreme<F: Bounded>(
    function: &F,
    from: F::Place,
    to: F::Place,
    which: Extreme,
    best: Best,
) -> Best {
    let merit_of = |place: &F::Place| {
        let (x, sample) = function.sample(place);
        (x, which.merit(sample.value), sample.noise)
    };
    let mut best = best.map(|(x, value)| (x, which.merit(value)));
    let mut better = |place: &F::Place| {
        let (x, merit, noise) = merit_of(place);
        if best.is_none_or(|(_, so_far)| merit > so_far + noise) {
            best = Some((x, merit));
        }
        best.map_or(merit, |(_, so_far)| so_far + noise)
    };
    let way = (merit_of(&to).0 - merit_of(&from).0).abs();
    better(&from);
    better(&to);
    let mut open = vec![(from, to)];
    let mut places = 0;
    while let Some((a, b)) = open.pop() {
        let (x_a, x_b) = (merit_of(&a).0, merit_of(&b).0);
        let [low, high] = function.between(&a, &b);
        let hope = which.merit(if which == Extreme::Least { low } else { high });
        let enough = better(&a);
        if hope <= enough || (x_b - x_a).abs() <= way * NARROWEST || places >= MOST_PLACES {
            continue;
        }
        places += 1;
        let middle = function.at(x_a + (x_b - x_a) / 2.0);
        better(&middle);
        // The more promising half is taken first, so that the other is the sooner done with.
        if merit_of(&a).1 >= merit_of(&b).1 {
            open.extend([(middle, b), (a, middle)]);
        } else {
            open.extend([(a, middle), (middle, b)]);
        }
    }
    best.map(|(x, merit)| (x, which.merit(merit)))
}
