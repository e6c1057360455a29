//! Curves and rules between two axes, with the reader's own point on them.

use super::super::axes::{Axis as Labelled, TICK_GAP, lay_out as mesh};
use super::super::curve::{self, Pieces, Traced};
use super::super::drawing::Drawing;
use super::super::geometry::{Anchor, Point, Rect};
use super::super::plot::{Axis, Cell, Data, Layer, Mark, Plot, Spread};
use super::super::role::{Ink, Part, Role};
use super::super::scale::Scale;
use super::super::scene::Node;
use super::super::size::Size;
use super::super::text;
use crate::decimal::Within as _;
use crate::inputs::Input;

/// Room for the labels of the vertical axis, px.
const LEFT: f64 = 48.0;
/// Room for half a label at the right end of the horizontal axis, px.
pub(super) const RIGHT: f64 = 14.0;
/// Room for the name of the vertical axis, px.
const TOP: f64 = 26.0;
/// Room for the labels of the horizontal axis and its name, px.
const BOTTOM: f64 = 40.0;
/// A figure lower than this goes without the names of its axes, px.
const LOWEST_WITH_NAMES: f64 = 140.0;
/// The same two rooms without the names, px.
const BARE: (f64, f64) = (10.0, 22.0);
/// Least distance of neighbouring lines of the grid, px: so little that over three or four decades, as a figure of a page mostly
/// has, it does not change from each 1, 2 and 5 to each decade and back while something is dragged.
const GRID_GAP: f64 = 24.0;
/// Least space between neighbouring labels of an axis, px.
const LABEL_SPACE: f64 = 8.0;
/// Radius of a dot, px.
pub const DOT: f64 = 4.5;
/// Radius of the grip, px.
pub(super) const GRIP: f64 = 6.0;

/// The value of an input along x at `x` px, rounded as its slider rounds it.
pub fn value_at(axis: Input, size: Size, x: f64) -> f64 {
    let area = area_of(size);
    axis.slider_value((x - area.left) / area.width())
}

/// Draws the plot, whose vertical axis is `upwards`.
pub fn lay_out(plot: &Plot<'_>, upwards: &Axis, size: Size, traced: &mut Traced) -> Drawing {
    let chart = Chart::of(plot, upwards, size, traced);
    let (mut frame, mut series) = (Vec::new(), Vec::new());
    for node in chart.laid_out(size) {
        let layer = if node.role.part == Part::Series { &mut series } else { &mut frame };
        layer.push(node);
    }
    let stretches = chart.stretches();
    let behind = (!stretches.is_empty()).then(|| Node::group(Part::Stretch, stretches));
    for line in chart.uprights.iter().flatten() {
        frame.insert(0, Node::line(Part::Grid.into(), line));
    }
    let nodes = [
        Node::group(Part::Frame, frame),
        Node::group(Part::Axis, chart.axis_names(size)),
        Node::group(Part::Series, series),
        Node::group(Part::Marker, chart.markers()),
        Node::group(Part::Label, chart.labels()),
        Node::group(Part::Point, chart.point()),
    ];
    let scene = super::picture::scene(plot, size, behind.into_iter().chain(nodes).collect());
    Drawing::new(scene, Some(chart.x), Some(chart.y))
}

/// The place of the plot, and the scales across and upwards.
pub fn between_axes(plot: &Plot<'_>, upwards: &Axis, size: Size) -> (Rect, Scale, Scale) {
    let area = area_of(size);
    let x = Scale::new(plot.x.spread, plot.x.range, (area.left, area.right));
    (area, x, Scale::new(upwards.spread, upwards.range, (area.bottom, area.top)))
}

fn area_of(size: Size) -> Rect {
    let (top, bottom) = if size.height() < LOWEST_WITH_NAMES { BARE } else { (TOP, BOTTOM) };
    Rect::new(LEFT, top, size.width() - RIGHT, size.height() - bottom)
}

/// All that the parts of the figure share.
pub(super) struct Chart<'a> {
    pub plot: &'a Plot<'a>,
    pub upwards: &'a Axis,
    pub area: Rect,
    pub x: Scale,
    pub y: Scale,
    pub curves: Vec<Curve<'a>>,
    pub rules: Vec<Rule<'a>>,
    pub uprights: Vec<Pieces>,
}

/// A line through the figure at one value.
pub(super) struct Rule<'a> {
    pub layer: &'a Layer,
    pub value: f64,
    pub line: Pieces,
}

/// A layer and its curve.
pub(super) struct Curve<'a> {
    pub layer: &'a Layer,
    /// At the reader's own value; of given points the last one.
    pub own: Cell,
    /// Where that lies, if it lies in the plot.
    pub dot: Option<Point>,
    pub pieces: Pieces,
}

impl Curve<'_> {
    /// Whether it ends lower than it begins.
    pub fn falls(&self) -> bool {
        let ends = self
            .pieces
            .first()
            .and_then(|piece| piece.first())
            .zip(self.pieces.last().and_then(|piece| piece.last()));
        ends.is_some_and(|(first, last)| last.y > first.y)
    }
}

impl<'a> Chart<'a> {
    fn of(plot: &'a Plot<'a>, upwards: &'a Axis, size: Size, traced: &mut Traced) -> Self {
        let (area, x, y) = between_axes(plot, upwards, size);
        let height = |cell: &Cell| cell.number().map_or(f64::NAN, |value| y.map(value));
        let mut chart =
            Self { plot, upwards, area, x, y, curves: Vec::new(), rules: Vec::new(), uprights: Vec::new() };
        let count = plot.layers.iter().filter(|layer| matches!(layer.data, Data::Along)).count();
        let heights = |pixel: f64| (plot.along)(x.invert(pixel)).iter().map(height).collect();
        let mut traced = traced.trace(area, count, heights).into_iter();
        let mut own = plot.drag.map_or(Vec::new(), |drag| (plot.along)(drag.value)).into_iter();
        for layer in &plot.layers {
            if layer.mark == Mark::Upright {
                chart.uprights.push(chart.upright(layer));
            }
            if !matches!(layer.mark, Mark::Curve | Mark::Rule) {
                continue;
            }
            let (pieces, own) = match &layer.data {
                Data::One(cell) => {
                    if let (Mark::Rule, Some(value)) = (layer.mark, cell.number()) {
                        let ends = [area.left, area.right].map(|x| Point::new(x, y.map(value)));
                        chart.rules.push(Rule { layer, value, line: vec![ends.to_vec()] });
                    }
                    continue;
                }
                Data::Along => (traced.next().unwrap_or_default(), own.next().unwrap_or(Cell::Empty)),
                Data::Stretches(_) => continue,
                Data::Points(given) => {
                    let point = |(at, cell): &(f64, Cell)| Point::new(x.map(*at), height(cell));
                    let on_axis = || given.iter().filter(|(at, _)| x.contains(*at));
                    let points: Vec<_> = on_axis().map(point).collect();
                    let mut numbers = on_axis().filter(|(_, cell)| cell.number().is_some());
                    (
                        curve::through(area, &points),
                        numbers.next_back().map_or(Cell::Empty, |(_, cell)| *cell),
                    )
                }
            };
            let dot = chart.point_x().zip(own.number().filter(|&value| y.contains(value)));
            let dot = dot.map(|(x, value)| Point::new(x, y.map(value)));
            chart.curves.push(Curve { layer, own, dot, pieces });
        }
        chart
    }

    /// Grid, axes, labels of the axes and curves.
    fn laid_out(&self, size: Size) -> Vec<Node> {
        let (across, up) = (self.horizontal_labels(), self.vertical_labels());
        let x = Labelled { pixels: self.x.pixels(), labels: &across };
        let y = Labelled { pixels: self.y.pixels(), labels: &up };
        let curves: Vec<_> = self.curves.iter().map(|curve| (curve.layer.ink, &curve.pieces)).collect();
        mesh(size, x, y, &curves)
    }

    fn vertical_labels(&self) -> Vec<(f64, String)> {
        let mut labels = Vec::new();
        for price in self.y.ticks(GRID_GAP) {
            let label = self.upwards.quantity.tick(price, self.plot.words);
            // Where it needs to, it comes nearer to the axis.
            if text::width(&label, Part::Tick.into()) <= LEFT - TICK_GAP / 2.0 {
                labels.push((self.y.map(price), label));
            }
        }
        labels
    }

    /// Round values that all find room; on a logarithmic axis between two of them the finer ones, if all of those do too;
    /// none under the reader's own value.
    fn horizontal_labels(&self) -> Vec<(f64, String)> {
        let (mut finest, mut widest) = (Vec::new(), 0.0_f64);
        for value in self.x.ticks(0.0) {
            let label = self.plot.x.quantity.tick(value, self.plot.words);
            let width = text::width(&label, Part::Tick.into());
            let x = self.x.map(value);
            widest = widest.max(width);
            // One at the very end may be too wide for the room beside the axis.
            if x - width / 2.0 >= 0.0 && x + width / 2.0 <= self.area.right + RIGHT {
                finest.push(Tick { value, x, label, width });
            }
        }
        let coarse = self.x.ticks(widest + LABEL_SPACE);
        let own = self.value_label().and_then(|label| label.text_box());

        let mut labels = Vec::new();
        let mut left = 0;
        while left < finest.len() {
            // On to the next coarse value, or to the end.
            let (mut right, mut fits) = (left + 1, self.plot.x.spread == Spread::Log);
            while let (Some(tick), Some(next)) = (finest.get(right - 1), finest.get(right)) {
                fits &= next.x - tick.x - (tick.width + next.width) / 2.0 >= LABEL_SPACE;
                if coarse.contains(&next.value) {
                    break;
                }
                right += 1;
            }
            for tick in finest.iter_mut().take(right).skip(left) {
                if (fits || coarse.contains(&tick.value)) && own.is_none_or(|own| tick.is_clear_of(own)) {
                    labels.push((tick.x, std::mem::take(&mut tick.label)));
                }
            }
            left = right;
        }
        labels
    }

    /// Where the labels of the horizontal axis stand.
    pub(super) fn tick_baseline(&self) -> f64 {
        self.area.bottom + TICK_GAP + text::ASCENT * Role::from(Part::Tick).font().0
    }

    /// Where the reader's own value lies, or the end of the axis that is nearer to it.
    pub(super) fn point_x(&self) -> Option<f64> {
        let (left, right) = self.x.pixels();
        self.plot.drag.map(|drag| self.x.map(drag.value).within(left, right))
    }

    fn axis_names(&self, size: Size) -> Vec<Node> {
        if size.height() < LOWEST_WITH_NAMES {
            return Vec::new();
        }
        let canvas = Rect::new(0.0, 0.0, size.width(), size.height());
        let mut names = Vec::new();
        for (x, y, anchor, name) in [
            (0.0, 12.0, Anchor::Start, &self.upwards.name),
            (self.area.right, size.height() - 5.0, Anchor::End, &self.plot.x.name),
        ] {
            let name = Node::text(Part::Axis.into(), Point::new(x, y), anchor, name);
            if name.text_box().is_some_and(|area| canvas.contains(&area)) {
                names.push(name);
            }
        }
        names
    }

    /// The line on which the reader's own value is read, and the rules.
    fn markers(&self) -> Vec<Node> {
        let mut lines = Vec::new();
        if let Some(x) = self.point_x() {
            let guide = [self.area.top, self.area.bottom].map(|y| Point::new(x, y));
            lines.push(Node::line(Role::new(Part::Marker, Ink::Input), &guide));
        }
        for Rule { layer, value, line } in &self.rules {
            if self.y.contains(*value) {
                lines.extend(line.iter().map(|ends| Node::line(Role::new(Part::Marker, layer.ink), ends)));
            }
        }
        lines
    }

    /// The reader's point: a dot on each curve and a grip on the axis.
    fn point(&self) -> Vec<Node> {
        let mut nodes = self.dots();
        for curve in &self.curves {
            if let Some(dot) = curve.dot {
                nodes.push(Node::circle(Role::new(Part::Point, curve.layer.ink), dot, DOT));
            }
        }
        if let Some(x) = self.point_x() {
            let grip = Point::new(x, self.area.bottom);
            nodes.push(Node::circle(Role::new(Part::Handle, Ink::Input), grip, GRIP));
        }
        nodes
    }
}

/// A value that the horizontal axis may name.
struct Tick {
    value: f64,
    /// Where it lies, px.
    x: f64,
    label: String,
    /// Of the label, px.
    width: f64,
}

impl Tick {
    /// Whether the label, which stands in one row with `other`, keeps its distance.
    fn is_clear_of(&self, other: Rect) -> bool {
        let half = self.width / 2.0 + LABEL_SPACE;
        self.x + half <= other.left || self.x - half >= other.right
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::plot_along;
    use super::*;
    use crate::breakeven::Prices;
    use crate::inputs::Inputs;
    use crate::tier::Tier;
    use crate::view::View;

    /// How far a point of the exact curve is from the polyline that stands for it, px.
    fn distance(point: Point, polyline: &[Point]) -> f64 {
        let to_segment = |pair: &[Point]| {
            let (along, across) = (pair[1].x - pair[0].x, pair[1].y - pair[0].y);
            let (right, down) = (point.x - pair[0].x, point.y - pair[0].y);
            let length = along * along + across * across;
            let nearest =
                if length > 0.0 { ((right * along + down * across) / length).within(0.0, 1.0) } else { 0.0 };
            libm::hypot(right - nearest * along, down - nearest * across)
        };
        polyline.windows(2).map(to_segment).fold(f64::MAX, f64::min)
    }

    #[test]
    fn no_curve_strays_from_the_model_by_more_than_a_twentieth_of_a_pixel() {
        let cases: [&[(Input, f64)]; 4] = [
            &[],
            &[(Input::Efficiency, 98.0), (Input::DifficultyGrowth, 0.4), (Input::Lifetime, 60.0)],
            &[(Input::Opex, 200.0), (Input::Levy, 0.01)],
            &[(Input::MachinePrice, 0.0), (Input::Infrastructure, 0.0), (Input::PriceGrowth, 0.5)],
        ];
        for (case, axis) in cases
            .into_iter()
            .flat_map(|case| [Input::Tariff, Input::Hashrate, Input::Hours].map(|x| (case, x)))
        {
            let inputs = Inputs::default().with_all(case.iter().copied()).unwrap();
            let size = Size::new(1200.0, 600.0).unwrap();
            let plot = plot_along(View::Tariff, axis, &inputs).unwrap();
            let chart = Chart::of(&plot, plot.y.as_ref().unwrap(), size, &mut Traced::default());
            let drawn: Vec<_> =
                chart.laid_out(size).into_iter().filter(|node| node.role.part == Part::Series).collect();
            for step in 0..=5000 {
                let x = chart.area.left + chart.area.width() * f64::from(step) / 5000.0;
                let prices = Prices::of(&inputs.with(axis, chart.x.invert(x)).unwrap());
                for &tier in Tier::ALL {
                    let price = prices.of_tier(tier).unwrap().value();
                    let exact = Point::new(x, chart.y.map(price).within(chart.area.top, chart.area.bottom));
                    let pieces = drawn.iter().filter(|node| node.role.ink == Ink::from(tier));
                    let near = pieces.map(|node| distance(exact, &node.points())).fold(f64::MAX, f64::min);
                    assert!(near <= 0.05, "{case:?} {axis:?} {tier:?} at {x} px: {near}");
                }
            }
        }
    }
}
