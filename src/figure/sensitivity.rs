//! The three break-evens against one input.
//!
//! Both axes are logarithmic. The horizontal one is the slider's own, so the point in the figure and the
//! thumb of the slider move in step. The vertical one then shows a break-even that is proportional to the
//! input as a straight line, keeps a mine of 300 dollars and one of 300,000 in one picture, and stands still
//! while the input moves. Sums, which need an axis from zero, are the bar's to show.

mod labels;

use super::axes::{Axis, TICK_GAP, lay_out};
use super::curve::{self, Heights, Pieces};
use super::geometry::{Anchor, Point, Rect};
use super::role::{Ink, Part, Role};
use super::round::{LARGEST, SMALLEST};
use super::scale::{Scale, Spread};
use super::scene::{Node, Scene};
use super::size::Size;
use super::text;
use super::three::{BreakEven, break_evens, in_words, values};
use crate::breakeven::Prices;
use crate::decimal::Within as _;
use crate::format;
use crate::inputs::{Input, Inputs, Slider};

/// Room for the labels of the vertical axis, px.
const LEFT: f64 = 44.0;
/// Room for half a label at the right end of the horizontal axis, px.
const RIGHT: f64 = 14.0;
/// Room for the name of the vertical axis, px.
const TOP: f64 = 26.0;
/// Room for the labels of the horizontal axis and its name, px.
const BOTTOM: f64 = 40.0;
/// A figure lower than this goes without the names of its axes, px.
const LOWEST_WITH_NAMES: f64 = 140.0;
/// The same two rooms without the names, px.
const BARE: (f64, f64) = (10.0, 22.0);
/// Least distance of neighbouring lines of the grid, px.
const GRID_GAP: f64 = 32.0;
/// Least space between neighbouring labels of an axis, px.
const LABEL_SPACE: f64 = 8.0;
/// The market price widens the vertical axis by at most this factor; beyond, an arrow points to it.
const FARTHEST_MARKET: f64 = 10.0;
/// Radius of a dot, px.
const DOT: f64 = 4.5;
/// Radius of the grip, px.
const GRIP: f64 = 6.0;

/// The value of `axis` at `x` px, rounded as its slider rounds it.
pub fn value_at(axis: Input, size: Size, x: f64) -> f64 {
    let plot = plot_of(size);
    axis.slider_value((x - plot.left) / plot.width())
}

/// The values of a table over `axis`: 1 to 9 of each decade, or even steps on a linear axis.
pub fn round_values(axis: Input) -> Vec<f64> {
    match slider_of(axis) {
        (Spread::Log, range) => {
            Scale::new(Spread::Log, range, (0.0, 1.0)).decade_ticks(&[1, 2, 3, 4, 5, 6, 7, 8, 9], 1)
        }
        linear => Scale::new(linear.0, linear.1, (0.0, 1.0)).ticks(1.0 / 20.0),
    }
}

/// Draws the figure.
pub fn draw(axis: Input, inputs: &Inputs, size: Size) -> Scene {
    let chart = Chart::of(axis, inputs, size);
    let (mut axes, mut series) = (Vec::new(), Vec::new());
    for node in chart.laid_out(size) {
        let layer = if node.role.part == Part::Series { &mut series } else { &mut axes };
        layer.push(node);
    }
    let nodes = vec![
        Node::group(Part::Frame, axes),
        Node::group(Part::Axis, chart.axis_names(size)),
        Node::group(Part::Series, series),
        Node::group(Part::Marker, chart.markers()),
        Node::group(Part::Label, chart.labels()),
        Node::group(Part::Point, chart.point()),
    ];
    let (from, to) = chart.x.values();
    let label = axis.spec().label.to_ascii_lowercase();
    Scene {
        width: size.width(),
        height: size.height(),
        title: ["Break-even price of bitcoin against the ", &label].concat(),
        desc: [
            "Three curves over the ",
            &label,
            " from ",
            &axis.written(from),
            " to ",
            &axis.written(to),
            ", on logarithmic axes; the market price is a dashed line. ",
            &in_words(inputs),
        ]
        .concat(),
        nodes,
    }
}

fn plot_of(size: Size) -> Rect {
    let (top, bottom) = if size.height() < LOWEST_WITH_NAMES { BARE } else { (TOP, BOTTOM) };
    Rect::new(LEFT, top, size.width() - RIGHT, size.height() - bottom)
}

fn slider_of(axis: Input) -> (Spread, (f64, f64)) {
    match axis.spec().slider {
        Slider::Log(from, to) => (Spread::Log, (from, to)),
        Slider::Linear(from, to) => (Spread::Linear, (from, to)),
    }
}

fn horizontal(axis: Input, plot: Rect) -> Scale {
    let (spread, range) = slider_of(axis);
    Scale::new(spread, range, (plot.left, plot.right))
}

/// All that the parts of the figure share.
struct Chart {
    axis: Input,
    plot: Rect,
    x: Scale,
    y: Scale,
    curves: Vec<Curve>,
    /// The reader's own.
    value: f64,
    market: f64,
}

/// A break-even and its curve.
struct Curve {
    ink: Ink,
    name: &'static str,
    /// At the reader's own value, USD/BTC.
    price: Option<f64>,
    /// Where that lies, if it lies in the plot.
    dot: Option<Point>,
    pieces: Pieces,
}

impl Chart {
    fn of(axis: Input, inputs: &Inputs, size: Size) -> Self {
        let plot = plot_of(size);
        let x = horizontal(axis, plot);
        let prices = Prices::of(inputs);
        let market = inputs.get(Input::Price);
        let prices_at = |value: f64| inputs.with(axis, value).map_or(prices, |inputs| Prices::of(&inputs));
        let ends = [prices_at(x.values().0), prices_at(x.values().1), prices];
        let y = Scale::new(Spread::Log, price_range(&ends, market), (plot.bottom, plot.top));
        let heights = |pixel: f64| -> Heights {
            values(&prices_at(x.invert(pixel))).map(|price| price.map(|price| y.map(price)))
        };
        let value = inputs.get(axis);
        let mut curves = Vec::new();
        for (pieces, break_even) in curve::trace(plot, heights).into_iter().zip(break_evens(&prices)) {
            let BreakEven { ink, name, price } = break_even;
            let in_plot = price.filter(|&price| y.contains(price));
            let dot = in_plot.map(|price| Point::new(point_x(&x, value), y.map(price)));
            curves.push(Curve { ink, name, price, dot, pieces });
        }
        Self { axis, plot, x, y, curves, value, market }
    }

    /// Grid, axes, labels of the axes and curves.
    fn laid_out(&self, size: Size) -> Vec<Node> {
        let (across, up) = (self.horizontal_labels(), self.vertical_labels());
        let x = Axis { pixels: self.x.pixels(), labels: &across };
        let y = Axis { pixels: self.y.pixels(), labels: &up };
        let curves: Vec<_> = self.curves.iter().map(|curve| (curve.ink, &curve.pieces)).collect();
        lay_out(size, x, y, &curves)
    }

    fn vertical_labels(&self) -> Vec<(f64, String)> {
        let mut labels = Vec::new();
        for price in self.y.ticks(GRID_GAP) {
            let label = format::usd_short(price);
            if text::width(&label, Part::Tick.into()) <= LEFT - TICK_GAP {
                labels.push((self.y.map(price), label));
            }
        }
        labels
    }

    /// Round values that all find room; between two of them the finer ones, if all of those do too; none
    /// under the reader's own value.
    fn horizontal_labels(&self) -> Vec<(f64, String)> {
        let (mut finest, mut widest) = (Vec::new(), 0.0_f64);
        for value in self.x.ticks(0.0) {
            let label = format::field(value);
            let width = text::width(&label, Part::Tick.into());
            widest = widest.max(width);
            finest.push(Tick { value, x: self.x.map(value), label, width });
        }
        let coarse = self.x.ticks(widest + LABEL_SPACE);
        let own = self.value_label().text_box();

        let mut labels = Vec::new();
        let mut left = 0;
        while left < finest.len() {
            // On to the next coarse value, or to the end.
            let (mut right, mut fits) = (left + 1, true);
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
    fn tick_baseline(&self) -> f64 {
        self.plot.bottom + TICK_GAP + text::ASCENT * Role::from(Part::Tick).font().0
    }

    fn point_x(&self) -> f64 {
        point_x(&self.x, self.value)
    }

    fn axis_names(&self, size: Size) -> Vec<Node> {
        if size.height() < LOWEST_WITH_NAMES {
            return Vec::new();
        }
        let spec = self.axis.spec();
        let canvas = Rect::new(0.0, 0.0, size.width(), size.height());
        let mut names = Vec::new();
        for (x, y, anchor, name) in [
            (0.0, 12.0, Anchor::Start, "Break-even, USD per bitcoin (log scale)"),
            (
                self.plot.right,
                size.height() - 5.0,
                Anchor::End,
                &[spec.label, ", ", &spec.unit.text()].concat(),
            ),
        ] {
            let name = Node::text(Part::Axis.into(), Point::new(x, y), anchor, name);
            if name.text_box().is_some_and(|area| canvas.contains(&area)) {
                names.push(name);
            }
        }
        names
    }

    /// The market price, and the line on which the reader's own value is read.
    fn markers(&self) -> Vec<Node> {
        let guide = [self.plot.top, self.plot.bottom].map(|y| Point::new(self.point_x(), y));
        let mut lines = vec![Node::line(Role::new(Part::Marker, Ink::Input), &guide)];
        if self.y.contains(self.market) {
            lines.push(Node::line(Role::new(Part::Marker, Ink::Market), &self.market_ends()));
        }
        lines
    }

    /// The reader's point: a dot on each curve and a grip on the axis.
    fn point(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for curve in &self.curves {
            if let Some(dot) = curve.dot {
                nodes.push(Node::circle(Role::new(Part::Point, curve.ink), dot, DOT));
            }
        }
        let grip = Point::new(self.point_x(), self.plot.bottom);
        nodes.push(Node::circle(Role::new(Part::Handle, Ink::Input), grip, GRIP));
        nodes
    }

    fn market_ends(&self) -> [Point; 2] {
        [self.plot.left, self.plot.right].map(|x| Point::new(x, self.y.map(self.market)))
    }
}

/// Where the reader's own value lies, or the end of the axis that is nearer to it.
fn point_x(axis: &Scale, value: f64) -> f64 {
    let (left, right) = axis.pixels();
    axis.map(value).within(left, right)
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

/// The range of the vertical axis: all of the curves, the reader's own break-evens, and the market price
/// unless it is far away; rounded outwards.
fn price_range(break_evens_at: &[Prices], market: f64) -> (f64, f64) {
    let (mut low, mut high) = (f64::MAX, 0.0_f64);
    for prices in break_evens_at {
        for price in values(prices).into_iter().flatten() {
            if (SMALLEST..=LARGEST).contains(&price) {
                (low, high) = (low.min(price), high.max(price));
            }
        }
    }
    let range = if low > high {
        (market, market)
    } else if (low / FARTHEST_MARKET..=high * FARTHEST_MARKET).contains(&market) {
        (low.min(market), high.max(market))
    } else {
        (low, high)
    };
    Scale::round_range(range)
}

#[cfg(test)]
mod tests {
    use super::*;

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
        for (case, axis) in
            cases.into_iter().flat_map(|case| [(case, Input::Tariff), (case, Input::Hashrate)])
        {
            let inputs = Inputs::default().with_all(case.iter().copied()).unwrap();
            let size = Size::new(1200.0, 600.0).unwrap();
            let chart = Chart::of(axis, &inputs, size);
            let drawn: Vec<_> =
                chart.laid_out(size).into_iter().filter(|node| node.role.part == Part::Series).collect();
            for step in 0..=5000 {
                let x = chart.plot.left + chart.plot.width() * f64::from(step) / 5000.0;
                let prices = Prices::of(&inputs.with(axis, chart.x.invert(x)).unwrap());
                for BreakEven { ink, price, .. } in break_evens(&prices) {
                    let exact = Point::new(x, chart.y.map(price.unwrap()));
                    let node = drawn.iter().find(|node| node.role.ink == ink).unwrap();
                    assert!(distance(exact, &node.points()) <= 0.05, "{case:?} {axis:?} {ink:?} at {x} px");
                }
            }
        }
    }
}
