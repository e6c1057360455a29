//! A plot that has been laid out: the scene, where values lie in it, and where a cursor stops.

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

/// Where a cursor stops along x.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stop {
    /// The value of x.
    pub value: f64,
    /// Where it lies, px from the left edge.
    pub x: f64,
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

    /// Where a cursor stops along x, from left to right: at the values of the table.
    pub fn stops(&self) -> Vec<Stop> {
        let Some(scale) = self.x else { return Vec::new() };
        scale.table_values().into_iter().map(|value| Stop { value, x: scale.map(value) }).collect()
    }
}
