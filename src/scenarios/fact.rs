//! One number of a scenario, and how it is known.

use serde::Serialize;

use crate::inputs::Input;
use crate::words::Words;

/// One number of a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Fact {
    /// The input that it sets.
    pub input: Input,
    /// In the unit of the table.
    pub value: f64,
    /// How it is known.
    pub basis: Basis,
    /// When it held: a year, a month or a day.
    pub date: &'static str,
    #[cfg(feature = "sources")]
    pub(super) source: &'static str,
    #[cfg(feature = "sources")]
    pub(super) reason: &'static str,
}

/// In words, which the feature `sources` brings.
#[cfg(feature = "sources")]
impl Fact {
    /// Where it stands, or what it is derived from.
    pub const fn source(&self) -> &'static str {
        self.source
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
    /// The name for readers in a language.
    #[doc(hidden)] // as the words are
    pub fn name_in(self, words: &Words) -> &'static str {
        match self {
            Self::Article => words.basis_article(),
            Self::Derived => words.basis_derived(),
            Self::Assumed => words.basis_assumed(),
        }
    }

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
