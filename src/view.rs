//! The figures by name: what flags, links and the page know of them before one is drawn.

use serde::{Serialize, Serializer};

use crate::by_id;
use crate::error::Result;
use crate::inputs::Input;
use crate::words::{Words, said};

/// The one list of views, given to `make`: name in the code, file in `figure/views`, id, the input along its x axis
/// where nobody names another, what is dragged in it, width and height in CSS pixels where nobody asks for others.
macro_rules! all_views {
    ($make:ident) => {
        $make! {
            /// The three break-evens stacked in one bar, and the market price.
            Bar bar "bar", None, None, 760 x 96;
            /// The three break-evens against the electricity tariff.
            Tariff tariff "tariff", Some(Input::Tariff), Some(Dragged::Inputs), 760 x 420;
            /// The network hash rate at which each break-even meets the market price, against the electricity tariff.
            Frontier frontier "frontier", Some(Input::Tariff), Some(Dragged::Inputs), 760 x 420;
            /// The mine's shutdown price, the best machine's of the day and the market price since 2010.
            Time time "time", None, Some(Dragged::Date), 760 x 420;
            /// What moves the all-in break-even most: less and more of each input.
            Drivers drivers "drivers", None, None, 760 x 420;
            /// What would have to be true for a price to be the break-even: for one that was quoted, else for the market's.
            True what_is_true "true", None, None, 760 x 420;
            /// The mine's cash month by month over the life of its machines.
            Lifetime lifetime "lifetime", None, None, 760 x 420;
        }
    };
}
pub(crate) use all_views;

/// What a reader drags in a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Dragged {
    /// The inputs along its axes, as [`figure::dragged_to`](crate::figure::dragged_to) tells.
    Inputs,
    /// The date of network and market.
    Date,
}

impl Dragged {
    /// The name in JSON.
    pub const fn id(self) -> &'static str {
        match self {
            Self::Inputs => "inputs",
            Self::Date => "date",
        }
    }
}

macro_rules! views {
    ($(
        $(#[$doc:meta])* $variant:ident $module:ident $id:literal, $axis:expr, $dragged:expr,
        $width:literal x $height:literal;
    )*) => {
        /// What a figure shows.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum View {$(
            $(#[$doc])*
            $variant,
        )*}

        impl View {
            /// Every view.
            pub const ALL: &[Self] = &[$(Self::$variant),*];

            /// The name in flags, attributes and addresses.
            pub const fn id(self) -> &'static str {
                match self {$(Self::$variant => $id,)*}
            }

            /// The input along its x axis, where nobody names another; `None` where it has none.
            pub const fn axis(self) -> Option<Input> {
                match self {$(Self::$variant => $axis,)*}
            }

            /// What a reader drags in it; `None` where nothing is to be dragged.
            pub const fn dragged(self) -> Option<Dragged> {
                match self {$(Self::$variant => $dragged,)*}
            }

            /// Width and height in CSS pixels where nobody asks for others.
            pub const fn usual_size(self) -> (f64, f64) {
                match self {$(Self::$variant => ($width as f64, $height as f64),)*}
            }

            /// What it shows, in a sentence.
            pub const fn shows(self) -> &'static str {
                match self {$(Self::$variant => const { said(concat!("view-", $id, "-shows")) },)*}
            }
        }

        /// The ids as a TypeScript union, for the types of the web boundary.
        #[cfg(all(feature = "web", target_arch = "wasm32"))]
        #[allow(dead_code, reason = "read while compiling, by the macro that writes the declarations")]
        pub(crate) const TYPESCRIPT_IDS: &str = concat!("export type View =", $(" | '", $id, "'",)* ";\n");
    };
}

all_views!(views);

impl View {
    /// The name for readers, as on a tab.
    pub fn label(self) -> &'static str {
        self.label_in(Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)] // as the words are
    pub fn label_in(self, words: &Words) -> &'static str {
        match self {
            Self::Bar => words.view_bar(),
            Self::Tariff => words.view_tariff(),
            Self::Frontier => words.view_frontier(),
            Self::Drivers => words.view_drivers(),
            Self::True => words.view_true(),
            Self::Time => words.view_time(),
            Self::Lifetime => words.view_lifetime(),
        }
    }

    /// The view of that id.
    ///
    /// # Errors
    /// Where there is none; the error lists those there are.
    pub fn from_id(id: &str) -> Result<Self> {
        by_id::find("view", Self::ALL, id, |view| view.id()).copied()
    }

    /// The ids of all views, a comma between them.
    pub fn ids() -> String {
        by_id::ids(Self::ALL, |view| view.id())
    }
}

/// By its id.
impl Serialize for View {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}
