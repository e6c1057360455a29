//! From a plot and a size to a drawing: who says what stands elsewhere, here it gets its place.

mod chart;
mod labels;
mod moments;
mod picture;
mod rows;
mod strip;

use super::curve::Traced;
use super::drawing::Drawing;
use super::plot::Plot;
use super::size::Size;

pub(super) use chart::{DOT, between_axes, value_at};
pub(super) use rows::rows;

/// Lays a plot out: a row for each of its items, or between two axes, or in a strip where it has one.
pub fn layout(plot: &Plot<'_>, size: Size) -> Drawing {
    lay_out(plot, size, &mut Traced::default())
}

/// The same, with the curves of the drawing before where they are the same.
pub(super) fn lay_out(plot: &Plot<'_>, size: Size, traced: &mut Traced) -> Drawing {
    if plot.is_in_rows() {
        return rows::lay_out(plot, size);
    }
    match &plot.y {
        Some(upwards) => chart::lay_out(plot, upwards, size, traced),
        None => strip::lay_out(plot, size),
    }
}
