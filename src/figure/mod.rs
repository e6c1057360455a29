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
mod paint;
mod place;
mod role;
mod round;
mod scale;
mod scene;
mod sensitivity;
pub mod svg;
mod text;

pub use element::Element;
pub use paint::{Color, Paint, Stroke, Theme};
pub use role::{Ink, Part, Role};
use scale::{Scale, Spread};
pub use scene::{Anchor, Node, Point, Rect, Scene, Shape, Step};
#[cfg(feature = "sources")]
pub(crate) use text::em;

use crate::breakeven::Prices;
use crate::error::{Error, Result};
use crate::format;
use crate::inputs::{Input, Inputs};
use crate::narrate;
use crate::report::Report;

/// What a figure shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum View {
    /// The three break-evens stacked in one bar, and the market price.
    Bar,
    /// The three break-evens against the electricity tariff.
    Tariff,
}

impl View {
    /// Every view.
    pub const ALL: &[Self] = &[Self::Bar, Self::Tariff];

    /// The name in flags, attributes and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Bar => "bar",
            Self::Tariff => "tariff",
        }
    }
}

impl std::str::FromStr for View {
    type Err = Error;

    /// Reads an [`View::id`].
    ///
    /// # Errors
    /// Where no view has that id; the error lists those there are.
    fn from_str(id: &str) -> Result<Self> {
        Self::ALL.iter().copied().find(|view| view.id() == id).ok_or_else(|| {
            let known: Vec<_> = Self::ALL.iter().map(|view| view.id()).collect();
            Error::unknown("view", id, known.join(", "))
        })
    }
}

/// The size of a figure in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    width: f64,
    height: f64,
}

impl Size {
    /// The smallest width.
    pub const MIN_WIDTH: f64 = 120.0;
    /// The smallest height.
    pub const MIN_HEIGHT: f64 = 80.0;
    /// The greatest width and height.
    pub const MAX: f64 = 4096.0;

    /// A size of `width` × `height` CSS pixels.
    ///
    /// # Errors
    /// Where one of them is outside [`Self::MIN_WIDTH`] or [`Self::MIN_HEIGHT`] to [`Self::MAX`].
    pub fn new(width: f64, height: f64) -> Result<Self> {
        for (field, value, min) in [("width", width, Self::MIN_WIDTH), ("height", height, Self::MIN_HEIGHT)] {
            if !(min..=Self::MAX).contains(&value) {
                return Err(Error::out_of_range(field, value, format::range(min, Self::MAX, "px")));
            }
        }
        Ok(Self { width, height })
    }

    /// Width in CSS pixels.
    pub fn width(self) -> f64 {
        self.width
    }

    /// Height in CSS pixels.
    pub fn height(self) -> f64 {
        self.height
    }
}

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

/// A break-even as figures show it.
#[derive(Clone, Copy)]
struct BreakEven {
    ink: Ink,
    name: &'static str,
    /// USD/BTC; `None` where no price breaks even.
    price: Option<f64>,
}

/// The three, from the lowest up. (Where difficulty falls, the all-in one may be lower.)
fn break_evens(prices: &Prices) -> Vec<BreakEven> {
    let [shutdown, cash, all_in] = values(prices);
    vec![
        BreakEven { ink: Ink::Shutdown, name: "Electricity", price: shutdown },
        BreakEven { ink: Ink::Cash, name: "Cash", price: cash },
        BreakEven { ink: Ink::AllIn, name: "All-in", price: all_in },
    ]
}

/// The three values in USD/BTC, if they exist.
fn values(prices: &Prices) -> [Option<f64>; 3] {
    let all_in = prices.all_in.ok().map(|price| price.value());
    [Some(prices.shutdown.value()), Some(prices.cash.value()), all_in]
}

/// What is said where the all-in break-even has no value.
const UNREACHABLE: &str = "no price pays this mine back";

/// What the numbers of a figure say, in words.
fn in_words(inputs: &Inputs) -> String {
    narrate::text(&narrate::sentence(&Report::of(inputs)))
}
