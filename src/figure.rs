//! Figures: from inputs to a [`Plot`](plot::Plot), which has no size, and from it to a [`Scene`], which knows neither browser
//! nor font nor colour, or to a [`Table`].
//!
//! ```
//! use breakeven::Inputs;
//! use breakeven::figure::{self, Size, View, svg};
//!
//! let scene = figure::draw(View::Tariff, &Inputs::default(), Size::new(760.0, 420.0)?);
//! assert!(svg::write(&scene).starts_with("<svg"));
//! # Ok::<(), breakeven::Error>(())
//! ```

mod asked;
mod axes;
mod backend;
mod calendar;
mod cell;
#[cfg(feature = "sources")]
mod column;
mod curve;
mod drawing;
mod element;
mod geometry;
mod layout;
mod paint;
mod place;
pub mod plot;
mod role;
mod round;
mod scale;
mod scene;
mod size;
mod stops;
pub mod svg;
mod table;
mod table_heads;
mod table_in_words;
mod text;
mod views;

pub use asked::Asked;
#[cfg(feature = "sources")]
pub use column::Column;
#[cfg(any(feature = "web", test))]
pub(crate) use curve::Traced;
pub use drawing::Drawing;
pub use element::Element;
pub use geometry::{Anchor, Point, Rect};
pub use layout::layout;
pub use paint::{Color, Paint, Stroke, Theme};
pub use role::{Ink, Part, Role};
pub use scene::{Node, Scene, Shape, Step};
pub use size::Size;
pub use stops::{Cursor, Stops};
pub use table::Table;
#[cfg(feature = "web")]
pub(crate) use table::csv;
#[cfg(feature = "sources")]
pub use table_heads::Kind;
pub use table_in_words::TableInWords;
#[cfg(feature = "web")]
pub(crate) use table_in_words::{each_cell, each_head};
#[cfg(feature = "sources")]
pub(crate) use text::em;

use crate::error::{Error, Result};
use crate::inputs::{Input, Inputs};
use crate::units::UsdPerBitcoin;
pub use crate::view::{Dragged, View};
use crate::words::Words;
use crate::words::later::AllowedAlong;

/// What `view` says of `inputs`.
pub fn plot(view: View, inputs: &Inputs) -> plot::Plot<'_> {
    plot_about(view, None, inputs)
}

/// The same along `x` instead of the input that the view has along its x axis.
///
/// # Errors
/// Where the view has no axis for an input.
pub fn plot_along(view: View, x: Input, inputs: &Inputs) -> Result<plot::Plot<'_>> {
    plot_in(view, Asked::default().along(Some(x)), inputs, Words::usual())
}

/// The same about a price that was quoted as the break-even, where there is one: [`View::True`] asks about it in the market
/// price's place.
///
/// ```
/// use breakeven::Scenario;
/// use breakeven::figure::{View, plot_about};
///
/// let quoted = Scenario::from_id("quoted-40000")?;
/// let mine = quoted.inputs();
/// let plot = plot_about(View::True, quoted.asked_price(&mine), &mine);
/// assert_eq!(plot.x.name, "For the quoted $40,000, each alone");
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn plot_about(view: View, price: Option<UsdPerBitcoin>, inputs: &Inputs) -> plot::Plot<'_> {
    usual_plot(view, Asked::default().about(price), inputs)
}

/// The same of what is drawn, for who asks for no table.
#[cfg(feature = "web")]
pub(crate) fn drawn(view: View, asked: Asked, inputs: &Inputs) -> plot::Plot<'_> {
    usual_plot(view, Asked { is_drawn: true, ..asked }, inputs)
}

#[inline(never)] // as what is called from many places
fn usual_plot(view: View, asked: Asked, inputs: &Inputs) -> plot::Plot<'_> {
    views::plot(view, asked, inputs, Words::usual())
}

/// What `view` says in a language, asked as it is.
///
/// # Errors
/// Where an input is named and the view has no axis for one.
#[doc(hidden)] // as the words are
pub fn plot_in<'a>(
    view: View,
    asked: Asked,
    inputs: &'a Inputs,
    words: &'static Words,
) -> Result<plot::Plot<'a>> {
    if let (Some(x), None) = (asked.x, view.axis()) {
        return Err(Error::not_together("x", x.spec().id, AllowedAlong { view: view.id().into() }));
    }
    Ok(views::plot(view, asked, inputs, words))
}

/// Draws `view` at `inputs`.
pub fn draw(view: View, inputs: &Inputs, size: Size) -> Scene {
    layout(&plot(view, inputs), size).scene
}

/// Draws a plot with the curves of the drawing before, where they have not changed.
#[cfg(any(feature = "web", test))]
pub(crate) fn draw_again(plot: &plot::Plot<'_>, size: Size, traced: &mut Traced) -> Scene {
    layout::lay_out(plot, size, traced).scene
}

/// The numbers behind `view` at `inputs`.
///
/// ```
/// use breakeven::figure::{View, plot::Cell, table};
/// use breakeven::{Input, Inputs, Report};
///
/// let mine = Inputs::default();
/// let table = table(View::Tariff, &mine);
/// assert_eq!(table.columns, ["tariff", "shutdown_price", "cash_price", "all_in_price"]);
/// let Cell::Number(tariff) = table.rows[0][0] else { panic!("x is a number") };
/// let shutdown = Report::of(&mine.with(Input::Tariff, tariff)?).prices.shutdown;
/// assert_eq!(table.rows[0][1], Cell::Number(shutdown.value()));
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn table(view: View, inputs: &Inputs) -> Table {
    Table::of(&plot(view, inputs))
}

/// What a reader drags in `view`: each input with its value where the point is dragged to `to`, px from the left and the
/// upper edge, rounded as its slider rounds it; first the one along x, then the one upwards. Empty where there is nothing to
/// drag.
pub fn dragged_to(view: View, inputs: &Inputs, size: Size, to: Point) -> Vec<(Input, f64)> {
    let mut dragged = Vec::new();
    if view.dragged() == Some(Dragged::Inputs)
        && let Some(across) = view.axis()
    {
        dragged.push((across, layout::value_at(across, size, to.x)));
        let plot = plot(view, inputs);
        if let Some(upwards) = &plot.y
            && let plot::Quantity::Of(input) = upwards.quantity
        {
            let (_, _, scale) = layout::between_axes(&plot, upwards, size);
            dragged.push((input, input.slider_value(input.slider_position(scale.invert(to.y)))));
        }
    }
    dragged
}

/// What a second cursor reads in [`View::Frontier`], along the axis upwards of its plot: the break-evens of the mine at a
/// value of x. `None` where a plot has no input upwards.
///
/// ```
/// use breakeven::figure::{Size, Stops, View, plot, upwards};
/// use breakeven::{Input, Inputs};
///
/// let mine = Inputs::default();
/// let (frontier, there) = (plot(View::Frontier, &mine), mine.with(Input::Tariff, 0.1)?);
/// let read = upwards(&frontier, there).unwrap();
/// let stops = Stops::upwards(&frontier, read, Size::new(760.0, 420.0)?).unwrap();
/// let own = stops.text(stops.own());
/// assert!(own.starts_with("This mine, ") && own.contains(" EH/s: Electricity $"), "{own}");
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn upwards(plot: &plot::Plot<'_>, inputs: Inputs) -> Option<plot::Plot<'static>> {
    views::frontier_upwards(plot, inputs)
}
