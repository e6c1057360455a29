//! Figures: from inputs to a [`Scene`], which knows neither browser nor font nor colour.
//!
//! ```
//! use breakeven::Inputs;
//! use breakeven::figure::{self, Size, View, svg};
//!
//! let scene = figure::draw(View::Tariff, &Inputs::default(), Size::new(760.0, 420.0)?);
//! assert!(svg::write(&scene).starts_with("<svg"));
//! # Ok::<(), breakeven::Error>(())
//! ```

mod axes;
mod backend;
mod bar;
mod curve;
mod element;
mod geometry;
mod paint;
mod place;
mod role;
mod round;
mod scale;
mod scene;
mod sensitivity;
mod size;
pub mod svg;
mod text;
mod three;

pub use element::Element;
pub use geometry::{Anchor, Point, Rect};
pub use paint::{Color, Paint, Stroke, Theme};
pub use role::{Ink, Part, Role};
pub use scene::{Node, Scene, Shape, Step};
pub use size::Size;
#[cfg(feature = "sources")]
pub(crate) use text::em;

use crate::breakeven::Prices;
use crate::inputs::{Input, Inputs};
pub use crate::view::View;

/// The numbers behind a figure: the three break-evens in USD/BTC, at each `x`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Series {
    /// The input that varies, in its unit; ascending.
    pub x: Vec<f64>,
    /// The shutdown price at each `x`.
    pub shutdown: Vec<f64>,
    /// The cash break-even at each `x`.
    pub cash: Vec<f64>,
    /// The all-in break-even at each `x`; empty where no price pays the mine back.
    pub all_in: Vec<f64>,
}

/// Draws `view` at `inputs`.
pub fn draw(view: View, inputs: &Inputs, size: Size) -> Scene {
    match view {
        View::Bar => bar::draw(inputs, size),
        View::Tariff => sensitivity::draw(Input::Tariff, inputs, size),
    }
}

/// The input's value at `x` px from the left edge of `view`: where a reader who drags the point there
/// wants it. `None` where there is nothing to drag.
pub fn value_at(view: View, _inputs: &Inputs, size: Size, x: f64) -> Option<f64> {
    match view {
        View::Bar => None,
        View::Tariff => Some(sensitivity::value_at(Input::Tariff, size, x)),
    }
}

/// The numbers behind `view`, for tables and downloads.
pub fn series(view: View, inputs: &Inputs) -> Series {
    match view {
        View::Bar => at_each(Input::Tariff, vec![inputs.get(Input::Tariff)], inputs),
        View::Tariff => at_each(Input::Tariff, sensitivity::round_values(Input::Tariff), inputs),
    }
}

fn at_each(axis: Input, x: Vec<f64>, inputs: &Inputs) -> Series {
    let prices: Vec<_> = x
        .iter()
        .filter_map(|&value| inputs.with(axis, value).ok())
        .map(|inputs| Prices::of(&inputs))
        .collect();
    let all_in: std::result::Result<Vec<_>, _> =
        prices.iter().map(|prices| prices.all_in.map(|price| price.value())).collect();
    Series {
        x,
        shutdown: prices.iter().map(|prices| prices.shutdown.value()).collect(),
        cash: prices.iter().map(|prices| prices.cash.value()).collect(),
        all_in: all_in.unwrap_or_default(),
    }
}
