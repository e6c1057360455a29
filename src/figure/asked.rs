//! What a figure is asked beside the mine.

use crate::date::Date;
use crate::inputs::Input;
use crate::units::UsdPerBitcoin;

/// What a figure is asked beside the mine.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Asked {
    /// The input along x, in the place of the view's own.
    pub x: Option<Input>,
    /// The price that was quoted as the break-even, about which [`View::True`](super::View::True) asks in the market price's
    /// place.
    pub price: Option<UsdPerBitcoin>,
    /// The day whose network and market the mine has, which [`View::Time`](super::View::Time) marks.
    pub day: Option<Date>,
    /// Without what is not drawn, which the table alone has: a move does not wait for it.
    pub(crate) is_drawn: bool,
}

impl Asked {
    /// The input along the axis of a view that has one.
    pub(crate) fn axis(self) -> Input {
        // The page's first module shows the tariff, and does not carry what the others need.
        let is_shown_alone = cfg!(all(feature = "web", not(feature = "sources")));
        if is_shown_alone { Input::Tariff } else { self.x.unwrap_or(Input::Tariff) }
    }

    /// The same along an input.
    #[must_use]
    pub fn along(self, x: Option<Input>) -> Self {
        Self { x, ..self }
    }

    /// The same about a quoted price.
    #[must_use]
    pub fn about(self, price: Option<UsdPerBitcoin>) -> Self {
        Self { price, ..self }
    }

    /// The same of a mine on a day.
    #[must_use]
    pub fn on(self, day: Option<Date>) -> Self {
        Self { day, ..self }
    }
}
