//! What each view says: from inputs to a plot, a small file each. Who adds one writes its file, its `mod` and its row in
//! `src/view.rs`.

mod bar;
mod drivers;
mod frontier;
mod lifetime;
mod tariff;
mod tiers;
mod time;
mod what_is_true;

pub use frontier::upwards as frontier_upwards;

use super::asked::Asked;
use super::plot::Plot;
use crate::inputs::Inputs;
use crate::view::{View, all_views};
use crate::words::Words;

macro_rules! plots {
    ($($(#[$doc:meta])* $variant:ident $module:ident $id:literal, $axis:expr, $dragged:expr, $width:literal x $height:literal;)*) => {
        /// What `view` says of `inputs`, asked as it is, in the language of `words`.
        pub fn plot<'a>(view: View, asked: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
            match view {$(View::$variant => $module::plot(asked, inputs, words),)*}
        }
    };
}

all_views!(plots);
