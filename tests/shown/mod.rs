//! What a figure holds, for the tests of what it says.
#![allow(dead_code, reason = "each test takes what it needs")]

use breakeven::figure::plot::{Cell, Plot};
use breakeven::figure::{self, Node, Rect, Scene, Shape, Size, View};
use breakeven::{Inputs, Scenario};

/// As wide as an article's column.
pub fn size() -> Size {
    Size::new(760.0, 420.0).unwrap()
}

pub fn number(cell: Cell) -> f64 {
    cell.number().unwrap_or_else(|| panic!("{cell:?} is no number"))
}

/// What stands in a figure, in the order in which it is drawn.
pub fn texts(scene: &Scene) -> Vec<String> {
    fn collect(node: &Node, texts: &mut Vec<String>) {
        if let Shape::Text { content, .. } = &node.shape {
            texts.push(content.clone());
        }
        node.children().iter().for_each(|child| collect(child, texts));
    }
    let mut all = Vec::new();
    scene.nodes.iter().for_each(|node| collect(node, &mut all));
    all
}

pub fn quoted() -> Inputs {
    Scenario::from_id("quoted-40000").unwrap().inputs()
}

/// As the scenario asks.
pub fn asked(view: View, inputs: &Inputs) -> Plot<'_> {
    figure::plot_about(view, Scenario::from_id("quoted-40000").unwrap().asked_price(inputs), inputs)
}

/// Every node that is no group.
pub fn marks(scene: &Scene) -> Vec<&Node> {
    fn collect<'a>(nodes: &'a [Node], marks: &mut Vec<&'a Node>) {
        for node in nodes {
            if !matches!(node.shape, Shape::Group(_)) {
                marks.push(node);
            }
            collect(node.children(), marks);
        }
    }
    let mut marks = Vec::new();
    collect(&scene.nodes, &mut marks);
    marks
}

/// The box around a mark, its stroke left out.
pub fn extent(node: &Node) -> Rect {
    let around = |points: &[(f64, f64)]| {
        points.iter().fold(Rect::new(f64::MAX, f64::MAX, f64::MIN, f64::MIN), |r, &(x, y)| {
            Rect::new(r.left.min(x), r.top.min(y), r.right.max(x), r.bottom.max(y))
        })
    };
    match &node.shape {
        Shape::Text { .. } => node.text_box().unwrap(),
        Shape::Circle { center, radius } => Rect::new(center.x, center.y, center.x, center.y).grown(*radius),
        _ => around(&node.points().iter().map(|point| (point.x, point.y)).collect::<Vec<_>>()),
    }
}
