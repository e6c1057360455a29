//! The boundary's part that draws: a scene as the nodes of a live SVG element.

use std::borrow::Cow;

use wasm_bindgen::prelude::*;
use web_sys::{Element, SvgsvgElement};

use super::{JsInputError, JsInputs, JsView, read, view};
use crate::figure::{self, Node, Size, View};
use crate::format;
use crate::inputs::Inputs;

/// A figure in a live SVG element. Each drawing changes only what differs from the one before.
#[wasm_bindgen]
pub struct LiveFigure {
    svg: SvgsvgElement,
    /// As last written into `aria-label`: browsers show a `<title>` over the figure while it is dragged.
    title: String,
    desc: Element,
    nodes: Vec<LiveNode>,
    /// What is drawn, for reading values off it.
    drawn: Option<(View, Inputs, Size)>,
}

/// What stands in the numbers of another language.
struct Separators {
    decimal: String,
    group: String,
}

/// An SVG element, and what it shows.
struct LiveNode {
    tag: &'static str,
    element: Element,
    /// In the order of [`Node::attributes`].
    attributes: Vec<String>,
    content: String,
    children: Vec<LiveNode>,
}

#[wasm_bindgen]
impl LiveFigure {
    /// Takes over an SVG element and all that is in it.
    #[wasm_bindgen(constructor)]
    pub fn new(svg: SvgsvgElement) -> Self {
        svg.set_text_content(None);
        let desc = append(&svg, "desc");
        Self { svg, title: String::new(), desc, nodes: Vec::new(), drawn: None }
    }

    /// Draws a figure of `width` × `height` CSS pixels, its numbers with the marks given, else as in English.
    /// Throws an `InputError`.
    pub fn draw(
        &mut self,
        id: &JsView,
        inputs: &JsInputs,
        width: f64,
        height: f64,
        decimal: Option<String>,
        group: Option<String>,
    ) -> Result<(), JsInputError> {
        let (view, inputs, size) = (view(id)?, read(inputs)?, Size::new(width, height)?);
        let scene = figure::draw(view, &inputs, size);
        if self.drawn.as_ref().is_none_or(|(_, _, old)| *old != size) {
            set_attribute(&self.svg, "viewBox", &scene.view_box());
        }
        let separators = decimal.zip(group).map(|(decimal, group)| Separators { decimal, group });
        let separators = separators.as_ref();
        let title = separated(&scene.title, separators);
        if self.title != title {
            set_attribute(&self.svg, "aria-label", &title);
            self.title = title.into_owned();
        }
        set_text(&self.desc, &separated(&scene.desc, separators));
        patch(&self.svg, &mut self.nodes, &scene.nodes, separators);
        self.drawn = Some((view, inputs, size));
        Ok(())
    }

    /// The value of the figure's input at `x` px from its left edge; `undefined` where there is none.
    pub fn value_at(&self, x: f64) -> Option<f64> {
        let (view, inputs, size) = self.drawn.as_ref()?;
        figure::value_at(*view, inputs, *size, x)
    }
}

/// Makes the children of `parent` show `nodes`.
fn patch(parent: &Element, live: &mut Vec<LiveNode>, nodes: &[Node], separators: Option<&Separators>) {
    for surplus in live.drain(nodes.len().min(live.len())..) {
        surplus.element.remove();
    }
    for (i, node) in nodes.iter().enumerate() {
        if live.get(i).is_none_or(|old| old.tag != node.tag()) {
            let new = LiveNode::new(parent, node.tag());
            match live.get_mut(i) {
                Some(old) => {
                    // The old element is a child of `parent`, so this cannot fail.
                    let _ = parent.replace_child(&new.element, &old.element);
                    *old = new;
                }
                None => live.push(new),
            }
        }
        live[i].show(node, separators);
    }
}

impl LiveNode {
    fn new(parent: &Element, tag: &'static str) -> Self {
        let element = append(parent, tag);
        Self { tag, element, attributes: Vec::new(), content: String::new(), children: Vec::new() }
    }

    /// Changes what differs.
    fn show(&mut self, node: &Node, separators: Option<&Separators>) {
        let mut index = 0;
        node.attributes(&mut |name, value| {
            if index == self.attributes.len() {
                self.attributes.push(String::new());
            }
            let old = &mut self.attributes[index];
            if old != value {
                value.clone_into(old);
                set_attribute(&self.element, name, value);
            }
            index += 1;
        });
        let content = separated(node.content(), separators);
        if self.content != content {
            self.element.set_text_content(Some(&content));
            self.content = content.into_owned();
        }
        patch(&self.element, &mut self.children, node.children(), separators);
    }
}

fn separated<'a>(text: &'a str, separators: Option<&Separators>) -> Cow<'a, str> {
    match separators {
        Some(Separators { decimal, group }) => format::with_separators(text, decimal, group).into(),
        None => text.into(),
    }
}

#[inline(never)]
fn append(parent: &Element, tag: &str) -> Element {
    const SVG: &str = "http://www.w3.org/2000/svg";
    let document = parent.owner_document().expect_throw("an element has a document");
    let element = document.create_element_ns(Some(SVG), tag).expect_throw("the tag is a valid name");
    parent.append_child(&element).expect_throw("an SVG element takes children");
    element
}

fn set_attribute(element: &Element, name: &str, value: &str) {
    element.set_attribute(name, value).expect_throw("the name is a valid one");
}

fn set_text(element: &Element, text: &str) {
    if element.text_content().as_deref() != Some(text) {
        element.set_text_content(Some(text));
    }
}
