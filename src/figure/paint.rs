//! What each mark looks like, for those who draw a scene without CSS: the same as `marks.css` says.

use super::role::{Ink, Part, Role};
use super::scene::{Node, Shape};

/// The colours of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Theme {
    /// Dark ink on light paper.
    #[default]
    Light,
    /// Light ink on dark paper.
    Dark,
}

/// A colour: red, green and blue, each from 0 to 255. Nothing in a figure is translucent.
pub type Color = [u8; 3];

/// How a mark is painted. The stroke of a text lies under its fill, that of every other mark over it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Paint {
    /// The colour inside.
    pub fill: Option<Color>,
    /// The line around it, or along it.
    pub stroke: Option<Stroke>,
}

/// A line.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in px, half of it on either side.
    pub width: f64,
    /// The lengths in px of a dash and of the gap after it; `None` where the line is unbroken.
    pub dash: Option<(f64, f64)>,
    /// Whether the corners are round, and the ends of what is open.
    pub round: bool,
}

/// The colours that `ground.css` names.
struct Palette {
    shutdown: Color,
    cash: Color,
    all_in: Color,
    market: Color,
    ink: Color,
    quiet: Color,
    line: Color,
    shade: Color,
    paper: Color,
}

const LIGHT: Palette = Palette {
    shutdown: [0x00, 0x67, 0xa8],
    cash: [0x8a, 0x61, 0x00],
    all_in: [0xa8, 0x24, 0x6f],
    market: [0x1b, 0x1a, 0x17],
    ink: [0x1b, 0x1a, 0x17],
    quiet: [0x62, 0x5d, 0x53],
    line: [0xd9, 0xd4, 0xc8],
    shade: [0xef, 0xeb, 0xe0],
    paper: [0xff, 0xfe, 0xfb],
};
const DARK: Palette = Palette {
    shutdown: [0x6c, 0xb9, 0xf2],
    cash: [0xe3, 0xb3, 0x4d],
    all_in: [0xf2, 0x90, 0xc2],
    market: [0xec, 0xe9, 0xe1],
    ink: [0xec, 0xe9, 0xe1],
    quiet: [0xa8, 0xa2, 0x97],
    line: [0x3b, 0x3e, 0x45],
    shade: [0x24, 0x27, 0x2d],
    paper: [0x15, 0x17, 0x1b],
};

impl Theme {
    /// What lies under a figure.
    pub fn paper(self) -> Color {
        self.palette().paper
    }

    fn palette(self) -> &'static Palette {
        match self {
            Self::Light => &LIGHT,
            Self::Dark => &DARK,
        }
    }
}

impl Palette {
    /// The colour of a quantity.
    fn of(&self, ink: Ink) -> Color {
        match ink {
            Ink::Shutdown => self.shutdown,
            Ink::Cash => self.cash,
            Ink::AllIn => self.all_in,
            Ink::Market => self.market,
            Ink::Input | Ink::Plain => self.ink,
            Ink::Other => self.quiet,
        }
    }
}

impl Stroke {
    const fn new(color: Color, width: f64) -> Self {
        Self { color, width, dash: None, round: false }
    }

    const fn round(self) -> Self {
        Self { round: true, ..self }
    }

    const fn dashed(self, dash: f64, gap: f64) -> Self {
        Self { dash: Some((dash, gap)), ..self }
    }
}

impl Node {
    /// How it is painted; a group itself is not.
    pub fn paint(&self, theme: Theme) -> Paint {
        let palette = theme.palette();
        let own = palette.of(self.role.ink);
        match self.shape {
            Shape::Group(_) => Paint { fill: None, stroke: None },
            Shape::Path(_) if self.role.part == Part::Band => Paint { fill: Some(own), stroke: None },
            Shape::Path(_) if self.role.part == Part::Stretch => {
                Paint { fill: Some(palette.shade), stroke: None }
            }
            Shape::Path(_) if self.role.part != Part::Point => {
                Paint { fill: None, stroke: Some(line(self.role, palette)) }
            }
            Shape::Path(_) | Shape::Circle { .. } => {
                Paint { fill: Some(own), stroke: Some(Stroke::new(palette.paper, 1.5)) }
            }
            Shape::Text { .. } => {
                let fill = match self.role.part {
                    Part::Tick | Part::Axis => palette.quiet,
                    _ => own,
                };
                // Paper around the letters of what may stand on a line.
                let named = matches!(self.role.part, Part::Label | Part::Value);
                Paint { fill: Some(fill), stroke: named.then(|| Stroke::new(palette.paper, 3.0).round()) }
            }
        }
    }
}

fn line(role: Role, palette: &Palette) -> Stroke {
    match (role.part, role.ink) {
        (Part::Grid, _) => Stroke::new(palette.line, 1.0),
        (Part::Axis, _) => Stroke::new(palette.quiet, 1.0),
        (Part::Series, ink) => Stroke::new(palette.of(ink), 2.25).round(),
        (Part::Marker, Ink::Input) => Stroke::new(palette.quiet, 1.0),
        (Part::Marker, Ink::Market) => Stroke::new(palette.market, 1.5).dashed(5.0, 4.0),
        (Part::Marker, _) => Stroke::new(palette.paper, 5.0),
        (_, ink) => Stroke::new(palette.of(ink), 1.0),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::super::geometry::{Anchor, Point};
    use super::super::svg::STYLE;
    use super::*;

    type Declarations = BTreeMap<String, String>;

    /// The rules of the style sheet, the weaker ones first: selector and declarations.
    fn rules(theme: Theme) -> Vec<(String, Declarations)> {
        let mut css = STYLE.to_owned();
        let from = css.find("@media").expect("dark is a media query");
        let to = from + css[from..].find("\n}\n").expect("it ends") + 3;
        let dark: String = css.drain(from..to).collect();
        if theme == Theme::Dark {
            let inside = dark.find('{').unwrap() + 1..dark.rfind('}').unwrap();
            css.insert_str(from, &dark[inside]);
        }
        let mut rules = Vec::new();
        for rule in css.split('}').filter(|rule| !rule.trim().is_empty()) {
            let (selectors, body) = rule.split_once('{').unwrap();
            let declarations: Declarations = body
                .split(';')
                .filter_map(|declaration| declaration.split_once(':'))
                .map(|(name, value)| (name.trim().to_owned(), value.trim().to_owned()))
                .collect();
            for selector in selectors.split(',') {
                rules.push((selector.trim().to_owned(), declarations.clone()));
            }
        }
        // A class outweighs a tag, and among equals the later rule counts.
        rules.sort_by_key(|(selector, _)| {
            let last = selector.split(' ').next_back().unwrap();
            (selector.matches(['.', ':']).count(), usize::from(!last.starts_with('.')))
        });
        rules
    }

    /// What the style sheet says of a node, without variables.
    fn styled(node: &Node, theme: Theme) -> Declarations {
        let class = node.role.class();
        let classes: Vec<_> = class.split(' ').collect();
        let (mut names, mut own) = (Declarations::new(), Declarations::new());
        for (selector, declarations) in rules(theme) {
            if selector == ".breakeven" {
                names.extend(declarations);
            } else if let Some(last) = selector.strip_prefix(".breakeven ") {
                let mut parts = last.split('.');
                let tag = parts.next().unwrap();
                if (tag.is_empty() || tag == node.tag()) && parts.all(|part| classes.contains(&part)) {
                    own.extend(declarations);
                }
            }
        }
        let current = own.get("color").cloned().unwrap_or_else(|| "var(--ink)".to_owned());
        for value in own.values_mut() {
            if value == "currentColor" {
                value.clone_from(&current);
            }
            while let Some(name) = value.strip_prefix("var(").and_then(|rest| rest.strip_suffix(')')) {
                *value = match name.split_once(", ") {
                    Some((_, otherwise)) => otherwise.to_owned(),
                    None => names[name].clone(),
                };
            }
        }
        own
    }

    fn hex(color: Option<Color>) -> String {
        color.map_or("none".to_owned(), |[red, green, blue]| format!("#{red:02x}{green:02x}{blue:02x}"))
    }

    #[test]
    fn what_is_painted_is_what_the_style_sheet_says() {
        for theme in [Theme::Light, Theme::Dark] {
            assert_eq!(names_paper(theme), hex(Some(theme.paper())));
            for role in Role::all() {
                let at = Point::new(1.0, 2.0);
                let line = match role.part {
                    Part::Band | Part::Stretch | Part::Point => Node::area(role, &[at, at]),
                    _ => Node::line(role, &[at, at]),
                };
                for node in [line, Node::circle(role, at, 3.0), Node::text(role, at, Anchor::Start, "a")] {
                    let (styled, Paint { fill, stroke }) = (styled(&node, theme), node.paint(theme));
                    let says = |property: &str, default: &str| {
                        styled.get(property).map_or(default, String::as_str).trim_end_matches("px").to_owned()
                    };
                    let what = format!("{} {:?} {theme:?}", node.tag(), role.class());
                    assert_eq!(says("fill", "#000000"), hex(fill), "fill of {what}");
                    assert_eq!(
                        says("stroke", "none"),
                        hex(stroke.map(|stroke| stroke.color)),
                        "stroke of {what}"
                    );
                    if matches!(node.shape, Shape::Text { .. }) {
                        let (size, bold) = role.font();
                        assert_eq!(says("font-size", "16"), size.to_string(), "{what}");
                        assert_eq!(says("font-weight", "400"), if bold { "600" } else { "400" }, "{what}");
                    }
                    let Some(Stroke { width, dash, round, .. }) = stroke else { continue };
                    assert_eq!(says("stroke-width", "1"), width.to_string(), "{what}");
                    let dashes = dash.map_or("none".to_owned(), |(dash, gap)| format!("{dash} {gap}"));
                    assert_eq!(says("stroke-dasharray", "none"), dashes, "{what}");
                    assert_eq!(
                        says("stroke-linejoin", "miter"),
                        if round { "round" } else { "miter" },
                        "{what}"
                    );
                }
            }
        }
    }

    fn names_paper(theme: Theme) -> String {
        let last = |(selector, declarations): &(String, Declarations)| {
            (selector == ".breakeven").then(|| declarations.get("--paper").cloned()).flatten()
        };
        let paper = rules(theme).iter().filter_map(last).next_back().unwrap();
        paper.rsplit_once(' ').unwrap().1.trim_end_matches(')').to_owned()
    }
}
