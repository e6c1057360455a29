//! `breakeven figure` writes files: what is in them.
#![cfg(feature = "cli")]

mod refusal;

use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

use breakeven::figure::{self, Ink, Node, Part, Scene, Size, Theme, View, svg};
use breakeven::scenarios;

fn breakeven(arguments: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_breakeven")).args(arguments.split_whitespace()).output().unwrap()
}

/// Where a test writes its file; each has a name of its own.
fn file(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// A decoded picture, three bytes a pixel.
struct Picture {
    width: usize,
    height: usize,
    pixels: Vec<u8>,
    texts: Vec<(String, String)>,
    per_metre: u32,
}

impl Picture {
    fn at(&self, x: usize, y: usize) -> [u8; 3] {
        let from = (y * self.width + x) * 3;
        [self.pixels[from], self.pixels[from + 1], self.pixels[from + 2]]
    }
}

/// What the command writes of the scenario `quoted-40000`.
fn picture(arguments: &str, name: &str) -> Picture {
    let path = file(name);
    let output = breakeven(&format!("figure {arguments} --scenario quoted-40000 -o {}", path.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty());
    let file = std::io::Cursor::new(fs::read(path).unwrap());
    let mut reader = png::Decoder::new(file).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let frame = reader.next_frame(&mut pixels).unwrap();
    assert_eq!((frame.color_type, frame.bit_depth), (png::ColorType::Rgb, png::BitDepth::Eight));
    let info = reader.info();
    let texts = info.utf8_text.iter().map(|text| (text.keyword.clone(), text.get_text().unwrap())).collect();
    let per_metre = info.pixel_dims.unwrap().xppu;
    Picture { width: info.width as usize, height: info.height as usize, pixels, texts, per_metre }
}

fn scene(view: View, width: f64, height: f64) -> Scene {
    let quoted = scenarios::ALL.iter().find(|scenario| scenario.id() == "quoted-40000").unwrap();
    figure::draw(view, &quoted.inputs(), Size::new(width, height).unwrap())
}

fn find(nodes: &[Node], role: (Part, Ink)) -> Option<&Node> {
    nodes.iter().find_map(|node| {
        let is_it = (node.role.part, node.role.ink) == role;
        if is_it { Some(node) } else { find(node.children(), role) }
    })
}

#[test]
fn a_png_has_two_pixels_to_a_css_pixel_unless_told_otherwise() {
    for (options, name, size, per_inch) in [
        ("", "usual.png", (1520, 840), 192.0),
        ("--scale 1", "one.png", (760, 420), 96.0),
        ("--scale 1.5 --width 333 --height 200", "uneven.png", (500, 300), 144.0),
        ("--scale 4 --width 120 --height 80", "small.PNG", (480, 320), 384.0),
    ] {
        for view in ["tariff", "bar"] {
            let picture = picture(&format!("{view} {options}"), &format!("{view}-{name}"));
            // Where nobody names its height, the bar is a strip of 96 px.
            let is_strip = view == "bar" && !options.contains("--height");
            let size = if is_strip { (size.0, size.1 * 96 / 420) } else { size };
            assert_eq!((picture.width, picture.height), size, "{view} {options}");
            assert!((f64::from(picture.per_metre) * 0.0254 - per_inch).abs() < 0.1, "{view} {options}");
        }
    }
}

#[test]
fn a_png_has_each_curve_where_the_scene_has_it_in_the_colours_of_its_theme() {
    let scene = scene(View::Tariff, 760.0, 420.0);
    for (theme, option) in [(Theme::Light, "light"), (Theme::Dark, "dark")] {
        let picture = picture(&format!("tariff --theme {option}"), &format!("{option}.png"));
        assert_eq!(picture.at(0, 0), theme.paper());
        for ink in [Ink::Shutdown, Ink::Cash, Ink::AllIn] {
            let curve = find(&scene.nodes, (Part::Series, ink)).unwrap();
            let color = curve.paint(theme).stroke.unwrap().color;
            let points = curve.points();
            let there = points
                .iter()
                .filter(|point| picture.at((point.x * 2.0) as usize, (point.y * 2.0) as usize) == color)
                .count();
            // A dot, the market's line and another curve may lie over it.
            assert!(there * 10 > points.len() * 8, "{there} of {} points of {ink:?}", points.len());
        }
    }
}

#[test]
fn a_png_has_the_three_parts_of_the_bar_side_by_side() {
    let scene = scene(View::Bar, 760.0, 96.0);
    let picture = picture("bar --height 96", "parts.png");
    for ink in [Ink::Shutdown, Ink::Cash, Ink::AllIn] {
        let band = find(&scene.nodes, (Part::Band, ink)).unwrap();
        let points = band.points();
        let middle = |of: fn(&figure::Point) -> f64| {
            let (least, most) =
                points.iter().map(of).fold((f64::MAX, 0.0_f64), |(a, b), x| (a.min(x), b.max(x)));
            (least + most) as usize // half of it, and two pixels to each
        };
        let color = band.paint(Theme::Light).fill.unwrap();
        assert_eq!(picture.at(middle(|point| point.x), middle(|point| point.y)), color, "{ink:?}");
    }
}

#[test]
fn a_png_says_what_it_shows_to_those_who_do_not_see_it() {
    let (scene, picture) = (scene(View::Tariff, 760.0, 420.0), picture("tariff", "told.png"));
    let told = [("Title", scene.title), ("Description", scene.desc)];
    assert_eq!(picture.texts, told.map(|(keyword, text)| (keyword.to_owned(), text)));
}

#[test]
fn any_other_name_of_a_file_gets_an_svg_or_a_reason() {
    let drawn = svg::write(&scene(View::Tariff, 760.0, 420.0));
    let expected = drawn.replace("\n<style>", "\n<metadata>1~quoted-40000~tariff</metadata>\n<style>");
    for name in ["figure.svg", "figure"] {
        let path = file(name);
        assert!(
            breakeven(&format!("figure tariff --scenario quoted-40000 -o {}", path.display()))
                .status
                .success()
        );
        assert_eq!(fs::read_to_string(path).unwrap(), expected);
    }
    let refused = |arguments: &str, words: &[&str]| refusal::assert_refusal(&breakeven(arguments), words);
    refused("figure tariff -o figure.jpg", &["output", "figure.jpg", "FILE.svg, FILE.png or FILE.zip"]);
    refused("figure tariff --scale 3", &["scale", "\"3\"", "FILE.png"]);
    refused("figure tariff --theme dark -o figure.svg", &["theme", "dark", "FILE.png"]);
    refused("figure tariff --scale 5 -o figure.png", &["scale", "5", "0.5 to 4"]);
    let large = "figure tariff --width 4096 --height 4096 -o figure.png --scale";
    refused(&format!("{large} 2.01"), &["scale", "2.01", "0.5 to 2"]);
    refused("figure tariff --scale much -o figure.png", &["scale", "much", "number", "0.5 to 4"]);
    refused("figure tariff --theme blue -o figure.png", &["theme", "blue", "light, dark"]);
}

#[test]
fn a_png_that_cannot_be_written_is_a_failure() {
    let output = breakeven("figure bar -o /nowhere/at/all.png");
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("cannot write /nowhere/at/all.png"));
}

#[test]
fn a_figure_remembers_its_mine_to_the_last_bit() {
    let mine = "--scenario enegix --tariff 0.0723456789012345 --fees 0.3 --date 2021-05-20";
    let expected = breakeven(&format!("eval {mine} --format json"));
    let link = breakeven(&format!("link {mine} --view lifetime")).stdout;
    for name in ["remembers.svg", "remembers.png"] {
        let path = file(name);
        assert!(breakeven(&format!("figure lifetime {mine} -o {}", path.display())).status.success());
        let again = |command: &str| breakeven(&format!("{command} --from {}", path.display()));
        assert_eq!(again("eval --format json").stdout, expected.stdout, "{name}");
        assert_eq!(again("link").stdout, link, "{name}");
        // Flags stand over it, as over a link.
        let other = breakeven(&format!("eval --from {} --tariff 0.01 --format json", path.display()));
        let moved = breakeven(&format!("eval {} --format json", mine.replace("0.0723456789012345", "0.01")));
        assert!(other.status.success() && other.stdout == moved.stdout, "{name}");
    }
}

#[test]
fn a_file_that_remembers_no_mine_is_refused_by_its_name() {
    let refused = |arguments: &str, words: &[&str]| refusal::assert_refusal(&breakeven(arguments), words);
    for (name, content) in [
        ("empty.svg", &b""[..]),
        ("another.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"/>"),
        ("torn.png", b"\x89PNG\r\n\x1a\n\0\0"),
        ("letters.txt", b"\xff\xfe"),
    ] {
        let path = file(name);
        fs::write(&path, content).unwrap();
        refused(&format!("eval --from {}", path.display()), &["from", name, "an SVG, a PNG or a zip"]);
    }
    let path = file("foreign.svg");
    fs::write(&path, "<svg><metadata>somebody else's</metadata></svg>").unwrap();
    refused(&format!("eval --from {}", path.display()), &["from", "foreign.svg", "an SVG, a PNG or a zip"]);
    let missing = breakeven("eval --from nowhere.svg");
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("nowhere.svg"));
    assert!(!breakeven("eval --from nowhere.svg --scenario enegix").status.success(), "two mines at once");
}
