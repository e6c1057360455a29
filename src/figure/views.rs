//! What each view says: from inputs to a plot, a small file each. Who adds one writes its file, its `mod` and its row in
//! `src/view.rs`.

mod bar;
mod frontier;
mod tariff;
mod tiers;

use super::plot::Plot;
use crate::inputs::{Input, Inputs};
use crate::view::{View, all_views};

macro_rules! plots {
    ($($variant:ident $module:ident $id:literal, $axis:expr, $width:literal x $height:literal, $shows:literal;)*) => {
        /// What `view` says of `inputs`, along `x` where it has an axis for an input.
        pub fn plot(view: View, x: Option<Input>, inputs: &Inputs) -> Plot<'_> {
            match view {$(View::$variant => $module::plot(x, inputs),)*}
        }
    };
}

all_views!(plots);
