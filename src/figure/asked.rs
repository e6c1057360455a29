//! What a figure is asked beside the mine.

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
    /// Without what is not drawn, which the table alone has: a move does not wait for it.
    pub(crate) is_drawn: bool,
}

impl Asked {
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
}
