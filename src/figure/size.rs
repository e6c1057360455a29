//! How large a figure is.

use crate::error::{Error, Result};
use crate::words::later::Later;

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
                return Err(Error::out_of_range(field, value, Later::range(min, Self::MAX, "px")));
            }
        }
        Ok(Self { width, height })
    }

    /// Width in CSS pixels.
    pub const fn width(self) -> f64 {
        self.width
    }

    /// Height in CSS pixels.
    pub const fn height(self) -> f64 {
        self.height
    }
}
