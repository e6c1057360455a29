//! What stands in a cell of a figure or its table: a value or why there is none, and how its numbers are written.

use super::calendar;
use crate::date::Date;
use crate::history::BestMachine;
use crate::inputs::{Input, Unit};
use crate::lifetime::Unreachable;
use crate::words::{self, Words};

/// A value that is shown, or why there is none.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Cell {
    /// A number, of the quantity of its axis.
    Number(f64),
    /// A day.
    Day(Date),
    /// Whether it is so.
    Flag(bool),
    /// A name.
    Name(&'static str),
    /// A unit.
    Unit(Unit),
    /// A machine, by its name.
    Machine(BestMachine),
    /// None, and why.
    None(Reason),
    /// Nothing is known.
    Empty,
}

/// What the numbers of an axis are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Quantity {
    /// A price of bitcoin.
    UsdPerBitcoin,
    /// The value of an input, in the unit of the table.
    Of(Input),
    /// A day, counted from 1970.
    Day,
    /// Months since the machines were bought.
    Month,
    /// Dollars for each TH/s of machine.
    UsdPerTerahash,
}

/// Why there is no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Reason {
    /// No price earns the machines back.
    Unreachable(Unreachable),
    /// A block would pay nothing.
    NoReward,
    /// It costs nothing, however high the hash rate.
    Free,
    /// What was spent never comes back.
    NeverPaidBack,
    /// No value of an input makes a break-even the price.
    NoValue,
    /// The input does not move the break-even.
    NoDifference,
}

impl Cell {
    /// How axes count a day: from 1970.
    pub fn day_number(date: Date) -> f64 {
        f64::from(date.days_since(Date::of(0)))
    }

    /// The number, if there is one; a day is counted from 1970.
    pub fn number(self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(number),
            Self::Day(date) => Some(Self::day_number(date)),
            _ => None,
        }
    }
}

impl Quantity {
    /// A value as a reader meets it, with its unit.
    pub fn written(self, value: f64) -> String {
        self.written_in(value, Words::usual())
    }

    /// The same in a language.
    #[inline(never)]
    pub(super) fn written_in(self, value: f64, words: &Words) -> String {
        match self {
            Self::UsdPerBitcoin | Self::UsdPerTerahash => words.usd(value),
            // The last one may be a part of one.
            Self::Month => words::InMonth { month: &words.field(value.ceil()) }.text(words),
            Self::Of(input) => input.written_in(value, words),
            Self::Day => calendar::day(value).text(),
        }
    }

    /// A value without its unit.
    #[inline(never)]
    pub(super) fn bare(self, value: f64, words: &Words) -> String {
        match self {
            Self::Of(input) => input.spec().unit.number(value, words),
            Self::Month => words.field(value),
            other => other.written_in(value, words),
        }
    }

    /// A round value at its place on an axis.
    #[inline(never)]
    pub(super) fn tick(self, value: f64, words: &Words) -> String {
        match self {
            Self::UsdPerBitcoin | Self::UsdPerTerahash | Self::Of(Input::Price) => words.usd_short(value),
            Self::Of(_) | Self::Month => self.bare(value, words),
            Self::Day => calendar::tick(value),
        }
    }
}

impl Reason {
    /// In a few words, as beside a curve.
    pub fn in_short(self) -> &'static str {
        self.in_short_in(Words::usual())
    }

    /// The same in a language.
    pub(super) fn in_short_in(self, words: &Words) -> &'static str {
        match self {
            Self::Unreachable(_) => words.no_price_in_short(),
            Self::NoReward => words.no_reward_in_short(),
            Self::Free => words.costs_nothing_in_short(),
            Self::NeverPaidBack => words.never_in_short(),
            Self::NoValue => words.no_value_in_short(),
            Self::NoDifference => words.no_difference_in_short(),
        }
    }

    /// The reason in a language, as a sentence without its full stop.
    pub(super) fn in_words(self, words: &Words) -> &'static str {
        match self {
            Self::Unreachable(reason) => reason.in_words(words),
            Self::NoReward => words.no_reward(),
            Self::Free => words.costs_nothing(),
            Self::NeverPaidBack | Self::NoValue | Self::NoDifference => self.in_short_in(words),
        }
    }
}

impl std::fmt::Display for Reason {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.in_words(Words::usual()))
    }
}
