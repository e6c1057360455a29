//! Which rows find room, and where.

use super::super::super::geometry::Rect;
use super::super::super::plot::{Item, Plot};
use super::super::super::role::Part;
use super::super::super::scale::Scale;
use super::super::super::size::Size;
use super::super::super::text;
use super::super::chart::RIGHT;
use crate::words;

/// Room for what is said of all rows, px: the line through the bars by name; what is asked, and what the dots are.
pub(super) const TOP: f64 = 22.0;
pub(super) const TOP_OF_DOTS: f64 = 38.0;
/// Room for the labels of the axis and its name, and under the last dots, px.
pub(super) const BOTTOM: f64 = 40.0;
const BOTTOM_OF_DOTS: f64 = 4.0;
/// A line more for how many rows find no room, where it does not stand beside the name of an axis, px.
const LINE: f64 = 17.0;
/// A figure lower than this goes without either, px.
const LOWEST_WITH_NAMES: f64 = 140.0;
/// A row at least: with its name before it, with its name above it, and with dots, px; and no row is higher than the last.
const ROW: f64 = 24.0;
const ROW_WITH_NAME: f64 = 32.0;
const ROW_OF_DOTS: f64 = 46.0;
const HIGHEST_ROW: f64 = 46.0;
/// The part of the width that names may take before they stand above.
const NAMES: f64 = 0.3;
/// The room on either side of the bars for what stands beside them: so much of the width, and no more than so many px.
const BESIDE: f64 = 0.28;
const WIDEST_BESIDE: f64 = 96.0;
/// From a bar, a dot or a name to what stands beside it, px.
pub(super) const GAP: f64 = 6.0;

pub(super) struct Rows<'a> {
    pub(super) plot: &'a Plot<'a>,
    pub(super) area: Rect,
    /// Where bars and dots may lie.
    pub(super) track: (f64, f64),
    pub(super) x: Scale,
    pub(super) height: f64,
    /// How many find room.
    pub(super) count: usize,
    /// Where names that stand before the rows end, px.
    pub(super) names: f64,
    /// Whether names stand above.
    pub(super) above: bool,
    /// Whether there are bars along one axis.
    pub(super) shared: bool,
    /// Whether the figure is too low for the axis and for what is said of all rows.
    pub(super) low: bool,
    /// How far under the name of the axis it is told how many rows find no room, px.
    pub(super) line: f64,
}

impl<'a> Rows<'a> {
    pub(super) fn of(plot: &'a Plot<'a>, size: Size) -> Self {
        let shared = plot.items.iter().all(|item| item.axis.is_none());
        let low = size.height() < LOWEST_WITH_NAMES;
        let (top, bottom) = match (low, shared) {
            (true, _) => (0.0, 0.0),
            (false, true) => (TOP, BOTTOM),
            (false, false) => (TOP_OF_DOTS, BOTTOM_OF_DOTS),
        };
        let area = Rect::new(0.0, top, size.width(), size.height() - bottom);
        let name = |item: &Item| text::width(item.name, Part::Tick.into());
        let names = plot.items.iter().map(name).fold(0.0, f64::max) + 2.0 * GAP;
        let above = !shared || names > size.width() * NAMES;
        let least = match (shared, above) {
            (true, false) => ROW,
            (true, true) => ROW_WITH_NAME,
            (false, _) => ROW_OF_DOTS,
        };
        // At the least height that a figure has, one fits.
        let fitting = |area: Rect| ((area.height() / least) as usize).min(plot.items.len());
        let (mut area, mut count, mut line) = (area, fitting(area), 0.0);
        if !low && let Some(others) = others(plot, count) {
            let [others, name] = [&others, &plot.x.name].map(|text| text::width(text, Part::Axis.into()));
            if !shared || others + 2.0 * GAP + name > area.right - RIGHT {
                line = LINE;
                area.bottom -= line;
                count = fitting(area);
            }
        }
        let height = (area.height() / count.max(1) as f64).min(HIGHEST_ROW);
        let left = if above { RIGHT } else { names };
        let beside = if shared { (size.width() * BESIDE).min(WIDEST_BESIDE) } else { 0.0 };
        let track = (left + beside, size.width() - RIGHT - beside);
        let x = Scale::new(plot.x.spread, plot.x.range, track);
        Self { plot, area, track, x, height, count, names, above, shared, low, line }
    }
}

/// That there are more rows than those shown, if there are.
pub(super) fn others(plot: &Plot<'_>, shown: usize) -> Option<String> {
    let left = plot.items.len() - shown;
    let count = plot.words.field(left as f64); // far below 2⁵³
    (left > 0).then(|| words::DriversOthers { count: &count }.text(plot.words))
}
