//! What a figure holds, for the tests of what it says.
#![allow(dead_code, reason = "each test takes what it needs")]

use breakeven::figure::plot::Cell;
use breakeven::figure::{Scene, Shape, Size};

/// As wide as an article's column.
pub fn size() -> Size {
    Size::new(760.0, 420.0).unwrap()
}

pub fn number(cell: Cell) -> f64 {
    cell.number().unwrap_or_else(|| panic!("{cell:?} is no number"))
}

/// What stands in a figure, in the order in which it is drawn.
pub fn texts(scene: &Scene) -> Vec<String> {
    fn collect(node: &breakeven::figure::Node, texts: &mut Vec<String>) {
        if let Shape::Text { content, .. } = &node.shape {
            texts.push(content.clone());
        }
        node.children().iter().for_each(|child| collect(child, texts));
    }
    let mut all = Vec::new();
    scene.nodes.iter().for_each(|node| collect(node, &mut all));
    all
}
