//! The one table of inputs: nothing else names an input, its unit, its range or its default.
//!
//! Sliders, number fields, attributes, command-line flags and their documentation are made from
//! [`Input::spec`]. [`Inputs`] holds a value for each and is always valid.

mod read;
mod serial;
mod swing;
mod table;
mod values;
mod written;

use crate::words::Message;
#[cfg(feature = "sources")]
use crate::words::Words;

pub(crate) use read::power_of;
#[doc(hidden)]
pub use serial::Named;
#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub(crate) use table::TYPESCRIPT_IDS;
pub use table::{Input, Inputs};
#[cfg(feature = "web-whole")]
pub(crate) use values::allowed_of;
pub(crate) use values::{DIFFICULTY, SMALLEST_REWARD, difficulty_range};

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Spec {
    /// The name in flags, attributes, addresses and column heads.
    pub id: &'static str,
    /// The name for readers.
    pub label: &'static str,
    /// The symbol in formulas.
    pub symbol: &'static str,
    /// The unit.
    pub unit: Unit,
    /// The smallest allowed value.
    pub min: f64,
    /// The largest allowed value.
    pub max: f64,
    /// The value where nothing is said: the scenario `today`.
    pub default: f64,
    /// The part of the range that a slider offers.
    pub slider: Slider,
    /// What one press of − or + changes.
    pub step: Step,
    /// The label, the unit beside a field and a value with it, in all languages.
    label_of: Message,
    unit_of: Message,
    value_of: Message,
    /// One sentence that tells what the figure is.
    #[cfg(feature = "sources")]
    help: Message,
    /// Where the default comes from.
    #[cfg(feature = "sources")]
    source: Message,
}

/// In words, which the feature `sources` brings.
#[cfg(feature = "sources")]
impl Spec {
    /// One sentence that tells what the figure is.
    pub const fn help(&self) -> &'static str {
        self.help.usual()
    }

    /// The same in a language.
    #[doc(hidden)] // as the words are
    pub fn help_in(&self, words: &Words) -> &'static str {
        words.plain(self.help)
    }

    /// Where the default comes from.
    pub const fn source(&self) -> &'static str {
        self.source.usual()
    }

    /// The same in a language.
    #[doc(hidden)]
    pub fn source_in(&self, words: &Words) -> &'static str {
        words.plain(self.source)
    }
}

/// The unit of an input, as far as it matters for how its values read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// US dollars per the named thing.
    UsdPer(&'static str),
    /// A part of a whole, 0 to 1.
    Share,
    /// A part of a whole, gained or lost per year.
    SharePerYear,
    /// Any other.
    Plain(&'static str),
}

impl Unit {
    /// What [`Display`](std::fmt::Display) writes, without its machinery, which weighs a kilobyte of the page.
    pub(crate) fn text(self) -> String {
        let [before, unit] = match self {
            Self::UsdPer(rate) if rate.contains('/') => ["USD per ", rate],
            Self::UsdPer(thing) => ["USD/", thing],
            Self::Share => ["", "share"],
            Self::SharePerYear => ["", "per year"],
            Self::Plain(unit) => ["", unit],
        };
        [before, unit].concat()
    }
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.text())
    }
}

/// The ends of a slider, `from < to`.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Slider {
    /// Equal ways are equal differences.
    Linear(f64, f64),
    /// Equal ways are equal ratios; both ends are positive.
    Log(f64, f64),
}

impl Slider {
    /// Both ends.
    pub(crate) const fn ends(self) -> (f64, f64) {
        match self {
            Self::Linear(from, to) | Self::Log(from, to) => (from, to),
        }
    }
}

/// The size of a step.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Step {
    /// The same everywhere.
    Of(f64),
    /// One in the second significant digit, for inputs that span decades.
    SecondDigit,
}

/// The mean difficulty of September 2026, the latest month of the data pack.
pub const LATEST_DIFFICULTY: f64 = 129.2428e12;
