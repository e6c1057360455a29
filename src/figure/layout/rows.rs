//! A row for each of several things: bars along one axis, or dots on an axis of each one's own.

mod room;

use self::room::{BOTTOM, GAP, Rows, TOP, TOP_OF_DOTS, others};
use super::super::drawing::Drawing;
use super::super::geometry::{Anchor, Point, Rect};
use super::super::place::{Place, Placer};
use super::super::plot::{Cell, Data, Item, LabelledValue, Mark, Plot};
use super::super::role::{Ink, Part, Role};
use super::super::scale::Scale;
use super::super::scene::Node;
use super::super::size::Size;
use super::super::text;
use super::chart::{DOT, RIGHT};
use crate::decimal::Within as _;
use crate::tier::Tier;

/// A figure of dots narrower than this says what they are in both lines above them, and not what is asked, px.
const ONE_LINE_OF_DOTS: f64 = 280.0;
/// In so many places on from its end of the axis there is room looked for what is out of reach.
const STEPS: u8 = 4;
/// Half the height of a bar, px.
const HALF_BAR: f64 = 6.0;
/// How far the line through the bars stands out of them, px.
const OVERHANG: f64 = 3.0;
/// From the bars down to the name of their axis, px.
const NAME_OF_AXIS: f64 = BOTTOM - 5.0;
/// Least distance of neighbouring labels of the axis, px.
const TICK_SPACE: f64 = 16.0;
/// Where there would be one label alone: least distances of neighbouring lines to try, and of those labels that find room, px.
const LINE_SPACES: [f64; 2] = [30.0, 20.0];
const TIGHT_TICK_SPACE: f64 = 8.0;

/// Draws the rows that find room.
pub fn lay_out(plot: &Plot<'_>, size: Size) -> Drawing {
    let rows = Rows::of(plot, size);
    let mut placer = Placer::new(Rect::new(0.0, 0.0, size.width(), size.height()));
    let (mut frame, mut bars, mut points) = (rows.axis(&mut placer), Vec::new(), Vec::new());
    rows.more(&mut placer);
    rows.heads(&mut placer, &mut points);
    for row in 0..rows.count {
        rows.track(row, &mut frame, &mut placer);
    }
    for row in 0..rows.count {
        rows.values(row, &mut bars, &mut points, &mut placer);
    }
    for row in 0..rows.count {
        rows.labels(row, &mut placer);
    }
    let nodes = vec![
        Node::group(Part::Frame, frame),
        Node::group(Part::Band, bars),
        Node::group(Part::Marker, rows.rule()),
        Node::group(Part::Point, points),
        Node::group(Part::Label, placer.labels),
    ];
    let scene = super::picture::scene(plot, size, nodes);
    Drawing::new(scene, None, None)
}

/// The place of the rows that find room, how high each is, and how many there are.
pub fn rows(plot: &Plot<'_>, size: Size) -> (Rect, f64, usize) {
    let Rows { area, height, count, .. } = Rows::of(plot, size);
    (area, height, count)
}

/// A disc, or what else its quantity is known by to whoever cannot tell the colours apart: a diamond, a square.
fn dot(ink: Ink, Point { x, y }: Point) -> Node {
    let role = Role::new(Part::Point, ink);
    let square = Rect::new(x, y, x, y).grown(DOT);
    match ink {
        Ink::Cash => {
            let Rect { left, top, right, bottom } = square.grown(1.0);
            let corners =
                [Point::new(x, top), Point::new(right, y), Point::new(x, bottom), Point::new(left, y)];
            Node::area(role, &corners)
        }
        Ink::AllIn => Node::rect(role, square),
        _ => Node::circle(role, Point::new(x, y), DOT),
    }
}

impl Rows<'_> {
    /// Where the bar or the track of a row lies, px.
    #[inline(never)] // as what is called from many places
    fn middle(&self, row: usize) -> f64 {
        // Above a bar stands its name, and nothing under it; by dots something may. What stands over the rows is kept off.
        let part = match (self.above, self.shared) {
            (true, true) => 0.67,
            (true, false) => 0.56,
            _ => 0.5,
        };
        self.area.top + self.height * (row as f64 + part)
    }

    fn at(&self, scale: &Scale, value: f64) -> f64 {
        scale.map(value).within(self.track.0, self.track.1)
    }

    /// Upright lines with their values under them, and the name of the axis.
    fn axis(&self, placer: &mut Placer<'_>) -> Vec<Node> {
        let mut nodes = Vec::new();
        if !self.shared || self.count == 0 || self.low {
            return nodes;
        }
        let role = Role::from(Part::Tick);
        let label = |value: f64| self.plot.x.quantity.tick(value, self.plot.words);
        let widths = self.x.ticks(40.0).into_iter().map(|value| text::width(&label(value), role));
        let widest = widths.fold(0.0, f64::max);
        let lines = self.lines(widest);
        let bottom = self.bottom();
        for (value, x, is_labelled) in lines {
            let line = [self.area.top, bottom].map(|y| Point::new(x, y));
            nodes.push(Node::line(Part::Grid.into(), &line));
            if is_labelled {
                let below = Point::new(x, bottom + GAP + text::ASCENT * role.font().0);
                placer.place(role, &label(value), &[(below, Anchor::Middle)]);
            }
        }
        let end = Point::new(self.area.right - RIGHT, bottom + NAME_OF_AXIS);
        placer.place(Part::Axis.into(), &self.plot.x.name, &[(end, Anchor::End)]);
        nodes
    }

    /// Under all rows: how many more there are that find no room.
    fn more(&self, placer: &mut Placer<'_>) {
        let Some(others) = others(self.plot, self.count).filter(|_| !self.low) else { return };
        let below = if self.shared { NAME_OF_AXIS } else { 0.0 };
        let place = Point::new(0.0, self.bottom() + below + self.line);
        placer.place(Part::Axis.into(), &others, &[(place, Anchor::Start)]);
    }

    /// Where the last row ends, px.
    fn bottom(&self) -> f64 {
        self.area.top + self.height * self.count as f64
    }

    /// The values at lines, their places, and whether there is a label, which are so wide: as few as give two labels.
    fn lines(&self, widest: f64) -> Vec<(f64, f64, bool)> {
        let mut lines = Vec::new();
        for space in [widest + TICK_SPACE, LINE_SPACES[0], LINE_SPACES[1]] {
            lines.clear();
            let (mut next, mut labels) = (0.0, 0);
            for value in self.x.ticks(space) {
                let x = self.x.map(value);
                let is_labelled = x >= next;
                if is_labelled {
                    next = x + widest + TIGHT_TICK_SPACE;
                    labels += 1;
                }
                lines.push((value, x, is_labelled));
            }
            if labels > 1 {
                break;
            }
        }
        lines
    }

    /// Above all rows: the line through them by name, or what the dots are.
    fn heads(&self, placer: &mut Placer<'_>, points: &mut Vec<Node>) {
        if self.low {
            return;
        }
        let baseline = self.area.top - GAP;
        if self.shared {
            for layer in &self.plot.layers {
                if let Data::One(Cell::None(reason)) = layer.data {
                    let content = [layer.name, ": ", reason.in_short_in(self.plot.words)].concat();
                    let place = (Point::new(0.0, baseline), Anchor::Start);
                    placer.place(Role::new(Part::Label, layer.ink), &content, &[place]);
                }
            }
            if let Some((layer, value)) = self.line() {
                let role = Role::new(Part::Label, layer.ink);
                let whole =
                    [layer.name, " ", &self.plot.x.quantity.written_in(value, self.plot.words)].concat();
                let x = self.at(&self.x, value);
                let half = text::width(&whole, role) / 2.0;
                let x = x.min(self.area.right - half).max(half);
                placer.place(role, &whole, &[(Point::new(x, baseline), Anchor::Middle)]);
            }
            return;
        }
        let upper = Point::new(0.0, baseline - TOP_OF_DOTS + TOP);
        let (mut x, mut y) = (DOT, baseline);
        if self.area.right < ONE_LINE_OF_DOTS {
            y = upper.y;
        } else {
            placer.place(Part::Axis.into(), &self.plot.x.name, &[(upper, Anchor::Start)]);
        }
        let tiers = Tier::ALL.iter().map(|&tier| (Ink::from(tier), tier.name_in(self.plot.words)));
        for (ink, name) in std::iter::once((Ink::Input, self.plot.words.true_now())).chain(tiers) {
            let role = Role::new(Part::Label, ink);
            let width = text::width(name, role);
            if x + DOT + GAP + width > self.area.right {
                (x, y) = (DOT + 1.0, baseline);
            }
            let place = (Point::new(x + DOT + GAP, y), Anchor::Start);
            if !placer.place(role, name, &[place]) {
                break;
            }
            let middle = y - text::MIDDLE * role.font().0;
            points.push(dot(ink, Point::new(x, middle)));
            x += 2.0 * DOT + 2.0 * GAP + width;
        }
    }

    fn line(&self) -> Option<(&super::super::plot::Layer, f64)> {
        let layer = self.plot.layers.iter().find(|layer| layer.mark == Mark::Rule)?;
        let Data::One(cell) = layer.data else { return None };
        Some((layer, cell.number()?))
    }

    fn rule(&self) -> Vec<Node> {
        let Some((layer, value)) = self.line().filter(|_| self.shared) else { return Vec::new() };
        let x = self.at(&self.x, value);
        // Where names stand above the bars, it does not go through them.
        let pieces: Vec<_> = if self.above {
            let beside = HALF_BAR + OVERHANG;
            (0..self.count).map(|row| (self.middle(row) - beside, self.middle(row) + beside)).collect()
        } else {
            vec![((self.area.top - OVERHANG).max(0.0), self.bottom())]
        };
        let line = |(top, bottom): (f64, f64)| [top, bottom].map(|y| Point::new(x, y));
        let inks = [Ink::Plain, layer.ink].map(|ink| Role::new(Part::Marker, ink));
        pieces.into_iter().flat_map(|piece| inks.map(|role| Node::line(role, &line(piece)))).collect()
    }

    /// The name of a row, and the line of its own axis.
    fn track(&self, row: usize, frame: &mut Vec<Node>, placer: &mut Placer<'_>) {
        let Some(item) = self.plot.items.get(row) else { return };
        let role = Role::from(Part::Tick);
        let middle = self.middle(row);
        let place = if self.above {
            let above = middle - HALF_BAR - GAP / 2.0 - text::DESCENT * role.font().0;
            (Point::new(0.0, above), Anchor::Start)
        } else {
            let beside = Point::new(self.names - GAP, middle + text::MIDDLE * role.font().0);
            (beside, Anchor::End)
        };
        placer.place(role, item.name, &[place]);
        if item.axis.is_some() {
            let ends = [self.track.0, self.track.1].map(|x| Point::new(x, middle));
            frame.push(Node::line(Part::Grid.into(), &ends));
        }
    }

    fn scale(&self, item: &Item) -> Scale {
        item.axis.as_ref().map_or(self.x, |axis| Scale::new(axis.spread, axis.range, self.track))
    }

    fn values(&self, row: usize, bars: &mut Vec<Node>, points: &mut Vec<Node>, placer: &mut Placer<'_>) {
        let Some(item) = self.plot.items.get(row) else { return };
        let middle = self.middle(row);
        if let (None, [first, .., last]) = (&item.axis, &item.values[..]) {
            let ends = [first, last].map(|labelled| self.end(labelled));
            let (left, right) = (ends[0].min(ends[1]), ends[0].max(ends[1]));
            let bar = Rect::new(left, middle - HALF_BAR, right, middle + HALF_BAR);
            bars.push(Node::rect(Role::new(Part::Band, first.ink), bar));
            placer.keep_free(bar);
            return;
        }
        let scale = self.scale(item);
        for labelled in &item.values {
            if let Some(value) = labelled.cell.number() {
                let at = Point::new(self.at(&scale, value), middle);
                points.push(dot(labelled.ink, at));
                placer.keep_free(Rect::new(at.x, at.y, at.x, at.y).grown(DOT));
            }
        }
    }

    /// The end of a bar; the end of the axis where there is none.
    fn end(&self, labelled: &LabelledValue) -> f64 {
        labelled.cell.number().map_or(self.track.1, |value| self.at(&self.x, value))
    }

    /// What stands by the values of a row.
    fn labels(&self, row: usize, placer: &mut Placer<'_>) {
        let Some(item) = self.plot.items.get(row) else { return };
        let middle = self.middle(row);
        // Where a number stands is given; what is out of reach may be said anywhere.
        let numbers = |wanted| {
            move |(_, labelled): &(usize, &LabelledValue)| labelled.cell.number().is_some() == wanted
        };
        let values =
            || item.values.iter().enumerate().rev().filter(|(_, labelled)| !labelled.label.is_empty());
        for (i, labelled) in values().filter(numbers(true)).chain(values().filter(numbers(false))) {
            if item.axis.is_some() {
                self.label_by_dot(item, labelled, middle, placer);
            } else {
                self.label_at_end(item, i, labelled, middle, placer);
            }
        }
    }

    /// Beside the bar, at the end that the value of that index makes.
    fn label_at_end(
        &self,
        item: &Item,
        i: usize,
        labelled: &LabelledValue,
        middle: f64,
        placer: &mut Placer<'_>,
    ) {
        let role = Role::new(Part::Tick, labelled.ink);
        let other = &item.values[if i == 0 { item.values.len() - 1 } else { 0 }];
        let (own, far) = (self.end(labelled), self.end(other));
        // Of two ends in one place the first has the left side.
        let is_left = own < far || own == far && i == 0;
        let (x, anchor) = if is_left { (own - GAP, Anchor::End) } else { (own + GAP, Anchor::Start) };
        let beside = [(Point::new(x, middle + text::MIDDLE * role.font().0), anchor)];
        if labelled.cell.number().is_some() {
            placer.place(role, &labelled.label, &beside);
        } else if !placer.place(role, &[&labelled.label, " →"].concat(), &beside) {
            placer.place(role, "→", &beside);
        }
    }

    /// Above the dot or below it, with an arrow where the value lies beyond the axis.
    fn label_by_dot(&self, item: &Item, labelled: &LabelledValue, middle: f64, placer: &mut Placer<'_>) {
        let role = Role::new(Part::Value, labelled.ink);
        let size = role.font().0;
        let above = middle - DOT - GAP / 2.0 - text::DESCENT * size;
        let below = middle + DOT + GAP / 2.0 + text::ASCENT * size;
        let scale = self.scale(item);
        let places = match labelled.cell.number() {
            Some(value) => {
                self.around(self.at(&scale, value), text::width(&labelled.label, role), [above, below])
            }
            None => self.out_of_reach(item, labelled, [above, below]),
        };
        let (least, most) = scale.values();
        let beyond = |is: bool, arrow| if is { arrow } else { "" };
        let value = labelled.cell.number().unwrap_or(least);
        let label = [beyond(value < least, "← "), &labelled.label, beyond(value > most, " →")].concat();
        if !placer.place(role, &label, &places) && !labelled.short.is_empty() {
            placer.place(role, &labelled.short, &places);
        }
    }

    /// Where a label of that width may stand whose dot lies at `x`; near an edge, at the edge too.
    fn around(&self, x: f64, width: f64, levels: [f64; 2]) -> Vec<Place> {
        let by_dot = [(x, Anchor::Middle), (x - DOT, Anchor::Start), (x + DOT, Anchor::End)];
        let edges = [(self.right_edge(), Anchor::End), (0.0, Anchor::Start)];
        let edges = edges.into_iter().filter(|(edge, _)| (edge - x).abs() < width);
        let mut places = Vec::new();
        for (x, anchor) in by_dot.into_iter().chain(edges) {
            places.extend(levels.map(|y| (Point::new(x, y), anchor)));
        }
        places
    }

    /// Where a label may stand that has no dot: at the end beyond which it would lie, or on from there to the middle.
    fn out_of_reach(&self, item: &Item, labelled: &LabelledValue, levels: [f64; 2]) -> Vec<Place> {
        // Beside the name of its row, and no nearer to that of the next one.
        let (end, anchor) = if labelled.is_behind {
            (self.right_edge(), Anchor::End)
        } else {
            (text::width(item.name, Part::Tick.into()) + GAP / 2.0, Anchor::Start)
        };
        let mut places = Vec::new();
        for y in levels {
            for step in 0..STEPS {
                let x = end + (self.area.right / 2.0 - end) * f64::from(step) / f64::from(STEPS);
                places.push((Point::new(x, y), anchor));
            }
        }
        if !labelled.is_behind {
            places.extend([self.track.0, 0.0].map(|x| (Point::new(x, levels[1]), anchor)));
        }
        places
    }

    /// Where labels end at the latest, px.
    fn right_edge(&self) -> f64 {
        self.area.right - 1.0
    }
}
