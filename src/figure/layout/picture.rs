//! What every layout makes in the end.

use super::super::plot::Plot;
use super::super::scene::{Node, Scene};
use super::super::size::Size;

/// The picture of a plot, under its title.
pub fn scene(plot: &Plot<'_>, size: Size, nodes: Vec<Node>) -> Scene {
    Scene {
        width: size.width(),
        height: size.height(),
        title: plot.title.clone(),
        desc: plot.desc.clone(),
        nodes,
    }
}
