//! What a mark is for. A figure never names a colour: its roles become CSS classes.

use plotters::style::Color;
use plotters_backend::BackendColor;

use crate::tier::Tier;

/// The kind of a mark; its first CSS class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Part {
    /// What values are read against: grid, axes and their numbers together.
    Frame,
    /// A quiet line to read values against.
    Grid,
    /// The line or the name of an axis.
    Axis,
    /// A number on an axis.
    Tick,
    /// A curve.
    Series,
    /// A filled area.
    Band,
    /// A pale area behind all else.
    Stretch,
    /// The line or the arrow that marks one value.
    Marker,
    /// A dot at the reader's own value.
    Point,
    /// The grip by which the reader drags the point.
    Handle,
    /// The name of what it stands beside.
    Label,
    /// A number worth reading exactly.
    Value,
}

impl Part {
    const ALL: [Self; 12] = [
        Self::Frame,
        Self::Grid,
        Self::Axis,
        Self::Tick,
        Self::Series,
        Self::Band,
        Self::Stretch,
        Self::Marker,
        Self::Point,
        Self::Handle,
        Self::Label,
        Self::Value,
    ];
}

/// Which quantity a mark stands for; its second CSS class, and so its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Ink {
    /// None in particular.
    Plain,
    /// The shutdown price: electricity only.
    Shutdown,
    /// The cash break-even.
    Cash,
    /// The all-in break-even.
    AllIn,
    /// The market price of bitcoin.
    Market,
    /// The input that the reader moves.
    Input,
    /// What the mine is held against.
    Other,
}

impl Ink {
    const ALL: [Self; 7] =
        [Self::Plain, Self::Shutdown, Self::Cash, Self::AllIn, Self::Market, Self::Input, Self::Other];
}

impl From<Tier> for Ink {
    fn from(tier: Tier) -> Self {
        match tier {
            Tier::Shutdown => Self::Shutdown,
            Tier::Cash => Self::Cash,
            Tier::AllIn => Self::AllIn,
        }
    }
}

/// The role of a mark: its kind and its quantity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Role {
    /// The kind of the mark.
    pub part: Part,
    /// The quantity it stands for.
    pub ink: Ink,
}

impl Role {
    /// The role of `part` for `ink`.
    pub const fn new(part: Part, ink: Ink) -> Self {
        Self { part, ink }
    }

    /// The CSS classes: `series all-in`, `grid`.
    pub fn class(self) -> String {
        let part = match self.part {
            Part::Frame => "frame",
            Part::Grid => "grid",
            Part::Axis => "axis",
            Part::Tick => "tick",
            Part::Series => "series",
            Part::Band => "band",
            Part::Stretch => "stretch",
            Part::Marker => "marker",
            Part::Point => "point",
            Part::Handle => "handle",
            Part::Label => "label",
            Part::Value => "value",
        };
        let ink = match self.ink {
            Ink::Plain => "",
            Ink::Shutdown => " shutdown",
            Ink::Cash => " cash",
            Ink::AllIn => " all-in",
            Ink::Market => " market",
            Ink::Input => " input",
            Ink::Other => " other",
        };
        [part, ink].concat()
    }

    /// Font size in px and whether bold; `marks.css` says the same.
    pub fn font(self) -> (f64, bool) {
        match self.part {
            Part::Value | Part::Label => (12.0, true),
            _ => (12.0, false),
        }
    }

    /// Every role that there may be.
    #[cfg(test)]
    pub(super) fn all() -> impl Iterator<Item = Self> {
        Part::ALL.into_iter().flat_map(|part| Ink::ALL.map(|ink| Self::new(part, ink)))
    }

    /// The role that a colour of plotters stands for.
    pub(super) fn of(color: BackendColor) -> Self {
        let (part, ink, _) = color.rgb;
        Self::new(Part::ALL[usize::from(part)], Ink::ALL[usize::from(ink)])
    }
}

impl From<Part> for Role {
    fn from(part: Part) -> Self {
        Self::new(part, Ink::Plain)
    }
}

/// plotters passes one thing through from a style to the backend: the colour. Ours carries the role.
impl Color for Role {
    fn to_backend_color(&self) -> BackendColor {
        BackendColor { alpha: 1.0, rgb: (self.part as u8, self.ink as u8, 0) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_role_survives_the_way_through_plotters() {
        for role in Role::all() {
            assert_eq!(Role::of(role.to_backend_color()), role);
        }
    }
}
