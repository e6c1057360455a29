//! Where a function crosses zero.

/// A function at one place.
#[derive(Clone, Copy)]
pub(crate) struct Sample {
    /// Its value.
    pub value: f64,
    /// What is as good as zero: the rounding of its terms.
    pub noise: f64,
}

impl Sample {
    pub fn is_zero(self) -> bool {
        self.value.abs() <= self.noise
    }

    fn is_positive(self) -> bool {
        self.value > 0.0
    }

    /// Whether the function has a zero here or between here and `other`.
    pub fn crosses(self, other: Self) -> bool {
        self.is_zero() || other.is_zero() || self.is_positive() != other.is_positive()
    }
}

/// The place between `a` and `b`, two non-negative numbers of which the samples [cross](Sample::crosses), where
/// `function` is zero or, if it jumps, changes its sign.
///
/// A secant is exact on a straight line, and most of what is asked here is made of straight lines. A halving
/// follows each, and halves the count of floats left between the two ends rather than their distance. So it ends
/// at neighbouring floats after no more than 2·63 steps, whatever the function and however wide the range.
pub(crate) fn crossing(
    (mut a, mut at_a): (f64, Sample),
    (mut b, mut at_b): (f64, Sample),
    mut function: impl FnMut(f64) -> Sample,
) -> f64 {
    let mut by_secant = true;
    loop {
        if at_a.is_zero() {
            return a;
        }
        if at_b.is_zero() {
            return b;
        }
        let halfway = between(a, b);
        if halfway == a || halfway == b {
            return if at_a.value.abs() < at_b.value.abs() { a } else { b };
        }
        let secant = a - at_a.value * ((b - a) / (at_b.value - at_a.value));
        let is_inside = a.min(b) < secant && secant < a.max(b);
        let x = if by_secant && is_inside { secant } else { halfway };
        by_secant = !by_secant;
        let at_x = function(x);
        if at_x.is_positive() == at_a.is_positive() {
            (a, at_a) = (x, at_x);
        } else {
            (b, at_b) = (x, at_x);
        }
    }
}

/// The float in the middle of all those between two: for non-negative ones their bit patterns count them.
fn between(a: f64, b: f64) -> f64 {
    let (low, high) = (a.min(b).to_bits(), a.max(b).to_bits());
    f64::from_bits(low + (high - low) / 2)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crossing_of(a: f64, b: f64, function: fn(f64) -> f64) -> (f64, u32) {
        let mut calls = 0;
        let exact = |x| Sample { value: function(x), noise: 0.0 };
        let found = crossing((a, exact(a)), (b, exact(b)), |x| {
            calls += 1;
            exact(x)
        });
        (found, calls)
    }

    #[test]
    fn a_straight_line_takes_one_step() {
        assert_eq!(crossing_of(0.0, 8.0, |x| x - 2.0), (2.0, 1));
    }

    #[test]
    fn the_square_root_of_two_is_found_to_the_last_bit_from_either_side() {
        for (a, b) in [(0.0, 1e300), (1e300, 0.0)] {
            let (found, calls) = crossing_of(a, b, |x| x * x - 2.0);
            assert!((found - std::f64::consts::SQRT_2).abs() <= f64::EPSILON, "{found}");
            assert!(calls <= 126, "{calls}");
        }
    }

    #[test]
    fn a_jump_is_found_between_neighbouring_floats() {
        let (found, _) = crossing_of(0.0, 1e9, |x| if x < 0.3 { -1e-300 } else { 1e300 });
        assert!((found - 0.3).abs() <= f64::EPSILON);
    }
}
