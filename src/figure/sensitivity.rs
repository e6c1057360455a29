//! The three break-evens against one input.
//!
//! Both axes are logarithmic. The horizontal one is the slider's own, so the point in the figure and the
//! thumb of the slider move in step. The vertical one then shows a break-even that is proportional to the
//! input as a straight line, keeps a mine of 300 dollars and one of 300,000 in one picture, and stands still
//! while the input moves. Sums, which need an axis from zero, are the bar's to show.

mod labels;

use super::axes::{Axis, TICK_GAP, lay_out};
use super::curve::{self, CURVES, Heights};
use super::round::{LARGEST, SMALLEST};
use super::scene::{Anchor, Node, Point, Rect, Scene};
use super::{Ink, Part, Role, Scale, Size, Spread, break_evens, in_words, text};
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
    let (series, axes) = chart.laid_out(size).into_iter().partition(|node| node.role.part == Part::Series);
    let nodes = vec![
        Node::group(Part::Grid, axes),
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
        title: format!("Break-even price of bitcoin against the {label}"),
        desc: format!(
            "Three curves over the {label} from {} to {}, on logarithmic axes; the market price is a dashed line. {}",
            format::with_unit(axis, from),
            format::with_unit(axis, to),
            in_words(inputs),
        ),
        nodes,
    }
}

fn plot_of(size: Size) -> Rect {
    let (top, bottom) = if size.height() < LOWEST_WITH_NAMES { BARE } else { (TOP, BOTTOM) };
    Rect::new(LEFT, top, size.width() - RIGHT, size.height() - bottom)
}

fn slider_of(axis: Input) -> (Spread, (f64, f64)) {
    let spec = axis.spec();
    match spec.slider {
        Some(Slider::Log(from, to)) => (Spread::Log, (from, to)),
        Some(Slider::Linear(from, to)) => (Spread::Linear, (from, to)),
        None => (Spread::Linear, (spec.min, spec.max)),
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
    curves: [Vec<Vec<Point>>; CURVES],
    /// The break-evens at the reader's own value.
    prices: Prices,
    value: f64,
    market: f64,
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
            break_evens(&prices_at(x.invert(pixel))).map(|(.., price)| price.map(|price| y.map(price)))
        };
        let curves = curve::trace(plot, heights);
        Self { axis, plot, x, y, curves, prices, value: inputs.get(axis), market }
    }

    /// Grid, axes, labels of the axes and curves.
    fn laid_out(&self, size: Size) -> Vec<Node> {
        let curves: Vec<_> = self
            .named_curves()
            .flat_map(|(ink, pieces)| pieces.iter().map(move |piece| (ink, &piece[..])))
            .collect();
        let x = Axis { pixels: self.x.pixels(), labels: self.horizontal_labels() };
        let y = Axis { pixels: self.y.pixels(), labels: self.vertical_labels() };
        lay_out(size, x, y, &curves)
    }

    fn named_curves(&self) -> impl Iterator<Item = (Ink, &[Vec<Point>])> {
        break_evens(&self.prices).into_iter().zip(&self.curves).map(|((ink, ..), pieces)| (ink, &pieces[..]))
    }

    fn vertical_labels(&self) -> Vec<(f64, String)> {
        let label = |price| (self.y.map(price), format::usd_short(price));
        let fits = |(_, label): &(f64, String)| text::width(label, Part::Tick.into()) <= LEFT - TICK_GAP;
        self.y.ticks(GRID_GAP).into_iter().map(label).filter(fits).collect()
    }

    /// Round values that all find room; between two of them the finer ones, if all of those do too; none
    /// under the reader's own value.
    fn horizontal_labels(&self) -> Vec<(f64, String)> {
        let label = |value| format::field(value);
        let width = |value| text::width(&label(value), Part::Tick.into());
        let room = |a, b| self.x.map(b) - self.x.map(a) - (width(a) + width(b)) / 2.0;
        let finest = self.x.ticks(0.0);
        let widest = finest.iter().copied().map(width).fold(0.0, f64::max);
        let coarse = self.x.ticks(widest + LABEL_SPACE);

        let mut chosen = Vec::new();
        let mut groups = finest.chunk_by(|_, next| !coarse.contains(next)).peekable();
        while let Some(group) = groups.next() {
            let next = groups.peek().map(|group| group[0]);
            let row: Vec<_> = group.iter().copied().chain(next).collect();
            let fits = row.windows(2).all(|pair| room(pair[0], pair[1]) >= LABEL_SPACE);
            chosen.extend(group.iter().filter(|value| fits || coarse.contains(value)));
        }
        let own = self.value_label().text_box().map_or(f64::MAX..f64::MAX, |area| area.left..area.right);
        let free = |&value: &f64| {
            let (x, half) = (self.x.map(value), width(value) / 2.0 + LABEL_SPACE);
            x + half <= own.start || x - half >= own.end
        };
        chosen.into_iter().filter(free).map(|value| (self.x.map(value), label(value))).collect()
    }

    /// Where the labels of the horizontal axis stand.
    fn tick_baseline(&self) -> f64 {
        self.plot.bottom + TICK_GAP + text::ASCENT * Role::from(Part::Tick).font().0
    }

    fn point_x(&self) -> f64 {
        self.x.map(self.value).within(self.plot.left, self.plot.right)
    }

    fn axis_names(&self, size: Size) -> Vec<Node> {
        if size.height() < LOWEST_WITH_NAMES {
            return Vec::new();
        }
        let spec = self.axis.spec();
        let across = format!("{}, {}", spec.label, spec.unit);
        let names = [
            Node::text(
                Part::Axis,
                Point::new(0.0, 12.0),
                Anchor::Start,
                "Break-even, USD per bitcoin (log scale)",
            ),
            Node::text(Part::Axis, Point::new(self.plot.right, size.height() - 5.0), Anchor::End, across),
        ];
        let canvas = Rect::new(0.0, 0.0, size.width(), size.height());
        names.into_iter().filter(|name| name.text_box().is_some_and(|area| canvas.contains(&area))).collect()
    }

    /// The market price, and the line on which the reader's own value is read.
    fn markers(&self) -> Vec<Node> {
        let market = self.y.contains(self.market).then(|| (Ink::Market, self.market_ends()));
        let guide = [self.plot.top, self.plot.bottom].map(|y| Point::new(self.point_x(), y));
        let lines = [(Ink::Input, guide.to_vec())].into_iter().chain(market);
        lines.map(|(ink, ends)| Node::line(Role::new(Part::Marker, ink), ends)).collect()
    }

    /// The reader's point: a dot on each curve and a grip on the axis.
    fn point(&self) -> Vec<Node> {
        let grip = Point::new(self.point_x(), self.plot.bottom);
        let dot = |(ink, _, price)| Some(Node::circle(Role::new(Part::Point, ink), self.dot(price)?, DOT));
        let dots = break_evens(&self.prices).into_iter().filter_map(dot);
        dots.chain([Node::circle(Role::new(Part::Handle, Ink::Input), grip, GRIP)]).collect()
    }

    fn market_ends(&self) -> Vec<Point> {
        [self.plot.left, self.plot.right].map(|x| Point::new(x, self.y.map(self.market))).to_vec()
    }

    fn dot(&self, price: Option<f64>) -> Option<Point> {
        let price = price.filter(|&price| self.y.contains(price))?;
        Some(Point::new(self.point_x(), self.y.map(price)))
    }
}

/// The range of the vertical axis: all of the curves, the reader's own break-evens, and the market price
/// unless it is far away; rounded outwards.
fn price_range(break_evens_at: &[Prices], market: f64) -> (f64, f64) {
    let (mut low, mut high) = (f64::MAX, 0.0_f64);
    for (.., price) in break_evens_at.iter().flat_map(break_evens) {
        if let Some(price) = price.filter(|price| (SMALLEST..=LARGEST).contains(price)) {
            (low, high) = (low.min(price), high.max(price));
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
                for (ink, _, price) in break_evens(&prices) {
                    let exact = Point::new(x, chart.y.map(price.unwrap()));
                    let node = drawn.iter().find(|node| node.role.ink == ink).unwrap();
                    assert!(distance(exact, &node.points()) <= 0.05, "{case:?} {axis:?} {ink:?} at {x} px");
                }
            }
        }
    }
}
