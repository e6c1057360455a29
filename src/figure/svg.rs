//! A scene as SVG text that stands on its own: its style is inside, and it follows light and dark.

use super::scene::{Node, Scene, number};

/// The style of every figure. A page that shows figures live applies the half that says what each mark looks like; the
/// ground, which is colours and letters, is its own.
pub const STYLE: &str = concat!(include_str!("ground.css"), include_str!("marks.css"));

/// Writes `scene` as a standalone SVG document.
pub fn write(scene: &Scene) -> String {
    let (width, height) = (number(scene.width), number(scene.height));
    let mut svg = format!(
        r#"<svg xmlns="http://www.w3.org/2000/svg" class="breakeven" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img" aria-labelledby="title desc">"#
    );
    for (tag, content) in [("title", &scene.title), ("desc", &scene.desc)] {
        svg.push_str(&format!(r#"<{tag} id="{tag}">"#));
        escape(&mut svg, content);
        svg.push_str(&format!("</{tag}>"));
    }
    svg.push_str("\n<style>");
    svg.push_str(STYLE.trim_end());
    svg.push_str("</style>\n");
    for node in &scene.nodes {
        write_node(&mut svg, node);
        svg.push('\n');
    }
    svg.push_str("</svg>\n");
    svg
}

fn write_node(svg: &mut String, node: &Node) {
    let tag = node.tag();
    svg.push('<');
    svg.push_str(tag);
    node.attributes(&mut |name, value| {
        svg.push(' ');
        svg.push_str(name);
        svg.push_str("=\"");
        escape(svg, value);
        svg.push('"');
    });
    svg.push('>');
    escape(svg, node.content());
    for child in node.children() {
        write_node(svg, child);
    }
    svg.push_str("</");
    svg.push_str(tag);
    svg.push('>');
}

fn escape(svg: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => svg.push_str("&amp;"),
            '<' => svg.push_str("&lt;"),
            '>' => svg.push_str("&gt;"),
            '"' => svg.push_str("&quot;"),
            _ => svg.push(character),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::geometry::{Anchor, Point};
    use super::super::role::Part;
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let at = Point::new(1.0, 2.0);
        let scene = Scene {
            width: 10.0,
            height: 5.0,
            title: "a < b".to_owned(),
            desc: "\"c\" & d".to_owned(),
            nodes: vec![Node::text(Part::Label.into(), at, Anchor::Start, "</text><script>")],
        };
        let svg = write(&scene);
        assert!(svg.contains("<title id=\"title\">a &lt; b</title>"));
        assert!(svg.contains("&quot;c&quot; &amp; d"));
        assert!(svg.contains("text-anchor=\"start\">&lt;/text&gt;&lt;script&gt;</text>"));
    }
}
