//! The boundary's part that draws: a scene as the nodes of a live SVG element.

mod readout;

use std::cmp::Ordering;

use wasm_bindgen::prelude::*;
use web_sys::{Element, SvgsvgElement};

use super::marks::{Separators, separated};
use super::{JsInputError, JsSomeInputs, JsView, Mine, known, object, set, view};
#[cfg(feature = "web-whole")]
use super::{JsInputs, asked_price, read};
use crate::figure::plot::Plot;
use crate::figure::{self, Asked, Node, Point, Size, Traced, View};
use crate::inputs::Inputs;

/// A figure in a live SVG element. Each drawing changes only what differs from the one before.
#[wasm_bindgen]
pub struct LiveFigure {
    svg: SvgsvgElement,
    /// As last written into `aria-label`: browsers show a `<title>` over the figure while it is dragged.
    title: String,
    desc: Element,
    /// As last written into `desc`.
    described: String,
    nodes: Vec<LiveNode>,
    /// What is drawn, for reading values off it.
    drawn: Option<Drawn>,
    traced: Traced,
    reader: Reader,
    /// What marks the stop that is read, over all else.
    marks: Vec<LiveNode>,
}

struct Drawn {
    view: View,
    inputs: Inputs,
    asked: Asked,
    size: Size,
}

/// Who reads in the figure, see readout.rs.
#[derive(Default)]
struct Reader {
    /// The mine as its author has it.
    author: Option<Inputs>,
    /// The stop of the first cursor.
    across: usize,
    /// What the arrows up and down have chosen.
    series: usize,
}

/// An SVG element, and what it shows.
struct LiveNode {
    tag: &'static str,
    /// By tag and class, and by its place among the siblings of both, a node is the same from one drawing to the next.
    class: String,
    element: Element,
    /// In the order of [`Node::attributes`], as far as they are known.
    attributes: Vec<String>,
    content: String,
    children: Vec<LiveNode>,
}

#[wasm_bindgen]
impl LiveFigure {
    /// Takes over an SVG element. What the core drew in it, when the page was built perhaps, lives on as the same
    /// nodes; all else goes with the first drawing.
    #[wasm_bindgen(constructor)]
    pub fn new(svg: SvgsvgElement) -> Self {
        let mut first = svg.first_element_child();
        let desc = match first.take_if(|first| first.local_name() == "desc") {
            Some(desc) => desc,
            None => {
                svg.set_text_content(None);
                create(&svg, "desc", None)
            }
        };
        let title = svg.get_attribute("aria-label").unwrap_or_default();
        let described = desc.text_content().unwrap_or_default();
        let nodes = adopt(desc.next_element_sibling());
        Self {
            svg,
            title,
            desc,
            described,
            nodes,
            drawn: None,
            traced: Traced::default(),
            reader: Reader::default(),
            marks: Vec::new(),
        }
    }

    /// Draws a figure of `width` × `height` CSS pixels, its numbers with the marks given, else the page's own; the view `true` asks
    /// about the price that the scenario quotes, where one is named. Throws an `InputError`.
    #[cfg(feature = "web-whole")]
    #[allow(
        clippy::too_many_arguments,
        reason = "JavaScript calls it, and knows no type that could hold some of them"
    )]
    pub fn draw(
        &mut self,
        id: &JsView,
        inputs: &JsInputs,
        width: f64,
        height: f64,
        decimal: Option<String>,
        group: Option<String>,
        scenario: Option<String>,
    ) -> Result<(), JsInputError> {
        let (view, inputs, size) = (view(id)?, read(inputs)?, Size::new(width, height)?);
        let asked = Asked::default().about(asked_price(scenario, &inputs)?);
        self.show(Drawn { view, inputs, asked, size }, Separators::of(decimal, group).as_ref());
        Ok(())
    }

    /// The same of a living mine. Throws an `InputError`.
    pub fn draw_mine(
        &mut self,
        id: &JsView,
        mine: &mut Mine,
        width: f64,
        height: f64,
    ) -> Result<(), JsInputError> {
        let (view, size) = (view(id)?, Size::new(width, height)?);
        let day = mine.day();
        let (inputs, price) = mine.asked();
        let asked = Asked::default().about(price).on(day);
        self.show(Drawn { view, inputs: inputs.clone(), asked, size }, mine.marks());
        Ok(())
    }

    /// What the inputs become that are dragged in the figure, where its point is dragged to `x` and `y` px: none where there
    /// is nothing to drag.
    pub fn dragged_to(&self, x: f64, y: f64) -> JsSomeInputs {
        let dragged = object(&[]);
        if let Some(Drawn { view, inputs, size, .. }) = &self.drawn {
            for (input, value) in figure::dragged_to(*view, inputs, *size, Point::new(x, y)) {
                set(&dragged, input.spec().id, &value.into());
            }
        }
        dragged.unchecked_into()
    }
}

impl LiveFigure {
    fn show(&mut self, drawn: Drawn, marks: Option<&Separators>) {
        let scene = figure::draw_again(&drawn.plot(), drawn.size, &mut self.traced);
        if self.drawn.as_ref().is_none_or(|old| old.size != drawn.size) {
            set_attribute(&self.svg, "viewBox", &scene.view_box());
        }
        let title = separated(&scene.title, marks);
        if self.title != title {
            set_attribute(&self.svg, "aria-label", &title);
            self.title = title.into_owned();
        }
        let desc = separated(&scene.desc, marks);
        if self.described != desc {
            set_text(&self.desc, &desc);
            self.described = desc.into_owned();
        }
        patch(&self.svg, &mut self.nodes, &scene.nodes, marks);
        self.drawn = Some(drawn);
    }
}

impl Drawn {
    fn plot(&self) -> Plot<'_> {
        figure::drawn(self.view, self.asked, &self.inputs)
    }
}

/// Those of an element and the siblings after it that a scene may have; the others go.
fn adopt(mut next: Option<Element>) -> Vec<LiveNode> {
    let mut nodes = Vec::new();
    while let Some(element) = next {
        next = element.next_element_sibling();
        let name = element.local_name();
        let Some(tag) =
            ["g", "path", "polyline", "polygon", "circle", "text"].into_iter().find(|tag| *tag == name)
        else {
            element.remove();
            continue;
        };
        let class = element.get_attribute("class").unwrap_or_default();
        let content = if tag == "text" { element.text_content() } else { None }.unwrap_or_default();
        let children = adopt(element.first_element_child());
        nodes.push(LiveNode { tag, class, element, attributes: Vec::new(), content, children });
    }
    nodes
}

/// Makes the children of `parent` show `nodes`. One that comes or goes leaves all others where they are.
fn patch(parent: &Element, live: &mut Vec<LiveNode>, nodes: &[Node], separators: Option<&Separators>) {
    for (place, node) in nodes.iter().enumerate() {
        let (tag, class) = (node.tag(), node.role.class());
        let compared = |live: &[LiveNode], tag: &str, class: &str| {
            let wanted = nodes[place..].iter().filter(|node| node.tag() == tag && node.role.class() == class);
            live[place..].iter().filter(|old| old.is(tag, class)).count().cmp(&wanted.count())
        };
        while let Some(old) = live.get(place).filter(|old| !old.is(tag, &class)) {
            if compared(live, old.tag, &old.class) != Ordering::Greater {
                break;
            }
            live.remove(place).element.remove();
        }
        let found = live[place..].iter().position(|old| old.is(tag, &class));
        match found {
            Some(0) => {}
            // There are enough, so they have come into another order.
            Some(ahead) if compared(live, tag, &class) != Ordering::Less => {
                let moved = live.remove(place + ahead);
                insert(parent, &moved.element, live.get(place));
                live.insert(place, moved);
            }
            _ => {
                let element = create(parent, tag, live.get(place));
                let (attributes, content, children) = (Vec::new(), String::new(), Vec::new());
                live.insert(place, LiveNode { tag, class, element, attributes, content, children });
            }
        }
        live[place].show(node, separators);
    }
    for surplus in live.drain(nodes.len()..) {
        surplus.element.remove();
    }
}

impl LiveNode {
    fn is(&self, tag: &str, class: &str) -> bool {
        self.tag == tag && self.class == class
    }

    /// Changes what differs.
    fn show(&mut self, node: &Node, separators: Option<&Separators>) {
        let mut index = 0;
        node.attributes(&mut |name, value| {
            if index == self.attributes.len() {
                self.attributes.push(self.element.get_attribute(name).unwrap_or_default());
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
            set_text(&self.element, &content);
            self.content = content.into_owned();
        }
        patch(&self.element, &mut self.children, node.children(), separators);
    }
}

/// A new child of `parent`, before `next` or as its last.
fn create(parent: &Element, tag: &str, next: Option<&LiveNode>) -> Element {
    const SVG: &str = "http://www.w3.org/2000/svg";
    let document = parent.owner_document().expect_throw("an element has a document");
    let element = document.create_element_ns(Some(SVG), tag).expect_throw("the tag is a valid name");
    insert(parent, &element, next);
    element
}

fn insert(parent: &Element, element: &Element, next: Option<&LiveNode>) {
    let next = next.map(|next| next.element.as_ref());
    parent.insert_before(element, next).expect_throw("an SVG element takes children");
}

fn set_attribute(element: &Element, name: &'static str, value: &str) {
    element.unchecked_ref::<Attributed>().set(&known(name), value);
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = Element)]
    type Attributed;
    /// The names are valid ones, so nothing is thrown.
    #[wasm_bindgen(method, js_name = setAttribute)]
    fn set(this: &Attributed, name: &JsValue, value: &str);
}

/// What stands there is changed, not replaced: a browser then lays out a line anew, and builds nothing.
fn set_text(element: &Element, text: &str) {
    match element.first_child() {
        Some(characters) => characters.set_node_value(Some(text)),
        None => element.set_text_content(Some(text)),
    }
}
