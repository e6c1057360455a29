//! A plot that has been laid out: the scene, and where values lie in it.

use super::scale::Scale;
use super::scene::Scene;

/// A plot that has been laid out.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Drawing {
    /// What is drawn.
    pub scene: Scene,
    x: Option<Scale>,
    y: Option<Scale>,
}

impl Drawing {
    pub(super) fn new(scene: Scene, x: Option<Scale>, y: Option<Scale>) -> Self {
        Self { scene, x, y }
    }

    /// The value of x at so many px from the left edge, or that of the nearer end; `None` where there are no axes.
    pub fn value_at(&self, x: f64) -> Option<f64> {
        self.x.map(|scale| scale.invert(x))
    }

    /// Where a value of x and one of y lie, px from the left and from the upper edge; `None` where one of them lies
    /// beyond its axis, or there are none.
    pub fn place_of(&self, x: f64, y: f64) -> Option<(f64, f64)> {
        let (across, up) = self.x.zip(self.y)?;
        (across.contains(x) && up.contains(y)).then(|| (across.map(x), up.map(y)))
    }
}
