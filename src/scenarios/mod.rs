//! Named mines: the article's own, and one of today. Each number says whether it stands in the article, follows
//! from a known figure, or is assumed, and why; what follows from them is computed.

#![cfg_attr(not(feature = "sources"), allow(dead_code, unused_imports))]

#[cfg(feature = "sources")]
mod conclusions;
mod elsewhere;
mod facts;
mod kazakhstan;
mod list;

use serde::Serialize;

use crate::error::{Error, Result};
use crate::inputs::{Input, Inputs};
#[cfg(feature = "sources")]
use crate::range::Uncertain;
use crate::units::Difficulty;

pub use list::ALL;

/// A named mine. Its numbers are facts that a test holds against their ranges, so nothing of it can be set:
///
/// ```compile_fail
/// let mut mine = *breakeven::Scenario::from_id("enegix").unwrap();
/// mine.difficulty = f64::NAN;
/// ```
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Scenario {
    pub(crate) id: &'static str,
    pub(crate) title: &'static str,
    pub(crate) summary: &'static str,
    pub(crate) date: &'static str,
    pub(crate) difficulty: f64,
    #[cfg(feature = "sources")]
    pub(crate) difficulty_source: &'static str,
    #[cfg(feature = "sources")]
    #[serde(skip)]
    pub(crate) stated: &'static [Stated],
    #[serde(skip)]
    parts: &'static [&'static [Fact]],
    #[cfg(feature = "sources")]
    #[serde(skip)]
    uncertain: &'static [&'static [Uncertain]],
    #[cfg(feature = "sources")]
    #[serde(skip)]
    conclude: fn(&Inputs) -> String,
}

/// There is one of each id.
impl PartialEq for Scenario {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// One number of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Fact {
    /// The input that it sets.
    #[serde(serialize_with = "as_id")]
    pub input: Input,
    /// In the unit of the table.
    pub value: f64,
    /// How it is known.
    pub basis: Basis,
    /// When it held: a year, a month or a day.
    pub date: &'static str,
    #[cfg(feature = "sources")]
    source: &'static str,
    #[cfg(feature = "sources")]
    reason: &'static str,
}

/// In words, which the feature `sources` brings.
#[cfg(feature = "sources")]
impl Fact {
    /// Where it stands, or what it is derived from.
    pub const fn source(&self) -> &'static str {
        self.source
    }

    /// Where the source can be read, if it has an address in the web.
    ///
    /// ```
    /// let enegix = breakeven::Scenario::from_id("enegix")?;
    /// let levy = enegix.facts().find(|fact| fact.input == breakeven::Input::Levy).unwrap();
    /// assert_eq!(levy.source(), "Kazakhstan's tax code");
    /// assert_eq!(levy.address(), Some("https://adilet.zan.kz/eng/docs/K1700000120"));
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn address(&self) -> Option<&'static str> {
        facts::ADDRESSES.iter().find(|(source, _)| *source == self.source).map(|(_, address)| *address)
    }

    /// Why this number and no other.
    pub const fn reason(&self) -> &'static str {
        self.reason
    }
}

/// A number that is no input: how many machines, jobs, homes.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Stated {
    /// What is counted or measured.
    pub what: &'static str,
    /// In `unit`.
    pub value: f64,
    /// The unit; empty where things are counted.
    pub unit: &'static str,
    /// How it is known.
    pub basis: Basis,
    /// When it held: a year, a month or a day.
    pub date: &'static str,
    /// Where it stands.
    pub source: &'static str,
    /// What is said of it, or why this number and no other.
    pub reason: &'static str,
}

/// How a number is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Basis {
    /// The article states it.
    Article,
    /// It follows from the chain, a data sheet, a rule or a calculation.
    Derived,
    /// Nobody states it; the reason tells why it is likely.
    Assumed,
}

impl Basis {
    /// The name in data.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Derived => "derived",
            Self::Assumed => "assumed",
        }
    }
}

impl Serialize for Basis {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

fn as_id<S: serde::Serializer>(input: &Input, serializer: S) -> std::result::Result<S::Ok, S::Error> {
    serializer.serialize_str(input.spec().id)
}

impl Scenario {
    /// The scenario of that id.
    ///
    /// # Errors
    /// Where there is none.
    ///
    /// ```
    /// let scenario = breakeven::Scenario::from_id("quoted-40000")?;
    /// assert_eq!(scenario.inputs().hours().value(), 88.0);
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn from_id(id: &str) -> Result<&'static Self> {
        ALL.iter().find(|scenario| scenario.id == id).ok_or_else(|| {
            let ids: Vec<_> = ALL.iter().map(|scenario| scenario.id).collect();
            Error::unknown("scenario", id, ids.join(", "))
        })
    }

    /// The name in addresses, attributes and flags.
    pub const fn id(&self) -> &'static str {
        self.id
    }

    /// The name for readers.
    pub const fn title(&self) -> &'static str {
        self.title
    }

    /// What the mine is, in one sentence.
    pub const fn summary(&self) -> &'static str {
        self.summary
    }

    /// The day whose network and prices hold, `YYYY-MM-DD`.
    pub const fn date(&self) -> &'static str {
        self.date
    }

    /// The difficulty of that day.
    pub const fn difficulty(&self) -> Difficulty {
        Difficulty::of(self.difficulty)
    }

    /// Where the difficulty is from.
    #[cfg(feature = "sources")]
    pub const fn difficulty_source(&self) -> &'static str {
        self.difficulty_source
    }

    /// What is known of the mine beside the inputs.
    #[cfg(feature = "sources")]
    pub const fn stated(&self) -> &'static [Stated] {
        self.stated
    }

    /// Every number of the scenario, one for each input, in the order of the table.
    pub fn facts(&self) -> impl Iterator<Item = &'static Fact> {
        Input::ALL.iter().filter_map(|&input| self.fact(input))
    }

    fn fact(&self, input: Input) -> Option<&'static Fact> {
        // What is said of this mine goes before what is said of its country, and that before the common.
        for part in self.parts.iter().rev() {
            for fact in *part {
                if fact.input == input {
                    return Some(fact);
                }
            }
        }
        None
    }

    /// How far its numbers may be off, at most once for each input, in the order of the table. What stands
    /// in none of them is known.
    #[cfg(feature = "sources")]
    pub fn ranges(&self) -> impl Iterator<Item = &'static Uncertain> {
        let parts = self.uncertain;
        let latest =
            move |input| parts.iter().rev().flat_map(|part| part.iter()).find(|range| range.input == input);
        Input::ALL.iter().filter_map(move |&input| latest(input))
    }

    /// The scenario's values.
    pub fn inputs(&self) -> Inputs {
        let values = self.facts().map(|fact| (fact.input, fact.value));
        let inputs = Inputs::default().with_all(values);
        inputs
            .and_then(|inputs| inputs.with_difficulty(self.difficulty))
            .expect("a test has every scenario within the allowed ranges")
    }

    /// What follows, in one sentence whose every number is computed from the scenario's.
    ///
    /// ```
    /// let scenario = breakeven::Scenario::from_id("enegix")?;
    /// assert!(scenario.conclusion().starts_with("Run for 88 of 168 hours"));
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    #[cfg(feature = "sources")]
    pub fn conclusion(&self) -> String {
        (self.conclude)(&self.inputs())
    }
}
