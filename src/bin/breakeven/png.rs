//! A scene as a PNG file: antialiased, in letters that the command brings along.

use std::sync::LazyLock;

use ab_glyph::{Font, FontRef, OutlineCurve};
use breakeven::figure::{Anchor, Color, Node, Paint, Point, Scene, Shape, Step, Stroke, Theme};
use breakeven::words::{self, Words};
use tiny_skia::{FillRule, LineCap, LineJoin, Path, PathBuilder, Pixmap, Shader, StrokeDash, Transform};

use crate::picture;
use crate::refusal::Failure;

static REGULAR: LazyLock<FontRef<'static>> =
    LazyLock::new(|| font(include_bytes!("fonts/Arimo-Regular.ttf")));
static SEMI_BOLD: LazyLock<FontRef<'static>> =
    LazyLock::new(|| font(include_bytes!("fonts/Arimo-SemiBold.ttf")));

/// CSS pixels in a metre: 96 to the inch.
const PIXELS_PER_METRE: f64 = 96.0 / 0.0254;

/// Draws `scene` with `scale` pixels to a CSS pixel, and writes title and description into the file, for
/// those who do not see it, and the link of its mine.
pub fn encode(
    scene: &Scene,
    link: &str,
    theme: Theme,
    scale: f64,
    words: &Words,
) -> Result<Vec<u8>, Failure> {
    let failed = |error: png::EncodingError| {
        Failure::Failed(words::CannotWritePicture { reason: &error.to_string() }.text(words))
    };
    let pixmap = draw(scene, theme, scale, words)?;
    // The paper covers all, so nothing is translucent.
    let pixels: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|pixel| &pixel[..3]).copied().collect();

    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgb);
    encoder.set_source_srgb(png::SrgbRenderingIntent::RelativeColorimetric);
    let density = (scale * PIXELS_PER_METRE).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: density,
        yppu: density,
        unit: png::Unit::Meter,
    }));
    for (keyword, text) in [("Title", &scene.title), ("Description", &scene.desc)] {
        encoder.add_itxt_chunk(keyword.to_owned(), text.clone()).map_err(failed)?;
    }
    encoder.add_text_chunk(picture::KEYWORD.to_owned(), link.to_owned()).map_err(failed)?;
    let mut writer = encoder.write_header().map_err(failed)?;
    writer.write_image_data(&pixels).map_err(failed)?;
    writer.finish().map_err(failed)?;
    Ok(file)
}

fn draw(scene: &Scene, theme: Theme, scale: f64, words: &Words) -> Result<Pixmap, Failure> {
    let [width, height] = [scene.width, scene.height].map(|length| (length * scale).round() as u32);
    let too_large = || {
        let (width, height) = (&width.to_string(), &height.to_string());
        Failure::Failed(words::PictureTooLarge { width, height }.text(words))
    };
    let mut pixmap = Pixmap::new(width, height).ok_or_else(too_large)?;
    let [red, green, blue] = theme.paper();
    pixmap.fill(tiny_skia::Color::from_rgba8(red, green, blue, 255));
    let mut canvas = Canvas { pixmap, theme, transform: Transform::from_scale(scale as f32, scale as f32) };
    scene.nodes.iter().for_each(|node| canvas.node(node));
    Ok(canvas.pixmap)
}

struct Canvas {
    pixmap: Pixmap,
    theme: Theme,
    /// From CSS pixels.
    transform: Transform,
}

impl Canvas {
    fn node(&mut self, node: &Node) {
        let outline = match &node.shape {
            Shape::Group(children) => return children.iter().for_each(|child| self.node(child)),
            Shape::Path(steps) => path(steps),
            Shape::Circle { center, radius } => {
                PathBuilder::from_circle(center.x as f32, center.y as f32, *radius as f32)
            }
            Shape::Text { at, anchor, content } => letters(content, *at, *anchor, node.role.font()),
            _ => None,
        };
        // None where there is nothing to see: no point, no letter.
        let Some(outline) = outline else { return };
        let Paint { fill, stroke, .. } = node.paint(self.theme);
        let under = matches!(node.shape, Shape::Text { .. });
        if under {
            self.stroke(&outline, stroke);
        }
        if let Some(color) = fill {
            self.pixmap.fill_path(&outline, &ink(color), FillRule::Winding, self.transform, None);
        }
        if !under {
            self.stroke(&outline, stroke);
        }
    }

    fn stroke(&mut self, outline: &Path, stroke: Option<Stroke>) {
        let Some(Stroke { color, width, dash, round, .. }) = stroke else { return };
        let (line_cap, line_join) =
            if round { (LineCap::Round, LineJoin::Round) } else { (LineCap::Butt, LineJoin::Miter) };
        let dash = dash.and_then(|(dash, gap)| StrokeDash::new(vec![dash as f32, gap as f32], 0.0));
        let stroke =
            tiny_skia::Stroke { width: width as f32, line_cap, line_join, dash, ..Default::default() };
        self.pixmap.stroke_path(outline, &ink(color), &stroke, self.transform, None);
    }
}

fn ink([red, green, blue]: Color) -> tiny_skia::Paint<'static> {
    let shader = Shader::SolidColor(tiny_skia::Color::from_rgba8(red, green, blue, 255));
    tiny_skia::Paint { shader, ..Default::default() }
}

fn path(steps: &[Step]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for step in steps {
        match *step {
            Step::Move(Point { x, y }) => path.move_to(x as f32, y as f32),
            Step::Line(Point { x, y }) => path.line_to(x as f32, y as f32),
            Step::Close => path.close(),
            _ => {}
        }
    }
    path.finish()
}

/// The outlines of a line of text whose `anchor` stands `at` a point of the baseline.
fn letters(text: &str, at: Point, anchor: Anchor, (size, bold): (f64, bool)) -> Option<Path> {
    let font = if bold { &*SEMI_BOLD } else { &*REGULAR };
    let px_per_unit = size as f32 / font.units_per_em()?;
    let width: f32 = text.chars().map(|letter| font.h_advance_unscaled(font.glyph_id(letter))).sum();
    let mut pen = at.x as f32 - anchor.before() as f32 * width * px_per_unit;
    let baseline = at.y as f32;

    let mut path = PathBuilder::new();
    for letter in text.chars() {
        let glyph = font.glyph_id(letter);
        let place = |point: ab_glyph::Point| (pen + point.x * px_per_unit, baseline - point.y * px_per_unit);
        let mut last = None;
        for curve in font.outline(glyph).map_or_else(Vec::new, |outline| outline.curves) {
            let (from, to) = match curve {
                OutlineCurve::Line(from, to)
                | OutlineCurve::Quad(from, _, to)
                | OutlineCurve::Cubic(from, _, _, to) => (from, to),
            };
            if last != Some(from) {
                let (x, y) = place(from);
                path.move_to(x, y);
            }
            last = Some(to);
            let (x, y) = place(to);
            match curve {
                OutlineCurve::Line(..) => path.line_to(x, y),
                OutlineCurve::Quad(_, bend, _) => {
                    let (bend_x, bend_y) = place(bend);
                    path.quad_to(bend_x, bend_y, x, y);
                }
                OutlineCurve::Cubic(_, first, second, _) => {
                    let ((first_x, first_y), (second_x, second_y)) = (place(first), place(second));
                    path.cubic_to(first_x, first_y, second_x, second_y, x, y);
                }
            }
        }
        pen += font.h_advance_unscaled(glyph) * px_per_unit;
    }
    path.finish()
}

fn font(file: &'static [u8]) -> FontRef<'static> {
    FontRef::try_from_slice(file).expect("a test reads this very file")
}

#[cfg(test)]
mod tests {
    use breakeven::Inputs;
    use breakeven::figure::{Part, Size, View, draw};

    use super::*;

    #[test]
    fn the_letters_of_five_languages_are_there() {
        let letters = "AaZz09 $€₸₽£¥ .,:;()%−–—…“”„«»’→←↑↓≥≤≈×·² ÄÖÜäöüß ÁÉÍÓÚÑáéíóúñ¿¡ \
            АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯабвгдеёжзийклмнопрстуфхцчшщъыьэюя ӘҒҚҢӨҰҮҺІәғқңөұүһі №";
        for font in [&*REGULAR, &*SEMI_BOLD] {
            let missing: String = letters.chars().filter(|&letter| font.glyph_id(letter).0 == 0).collect();
            assert_eq!(missing, "");
        }
    }

    /// The figure with nothing but one label, and the pixels that are no paper.
    fn ink_of(label: Option<&str>) -> Vec<usize> {
        let size = Size::new(120.0, 80.0).unwrap();
        let mut scene = bare(draw(View::Bar, &Inputs::default(), size));
        if let Some(label) = label {
            let at = Point::new(60.0, 40.0);
            scene.nodes.push(Node::text(Part::Label.into(), at, Anchor::Middle, label));
        }
        let pixmap = super::draw(&scene, Theme::Light, 2.0, Words::usual()).unwrap();
        let paper = Theme::Light.paper();
        let pixels = pixmap.data().chunks_exact(4).enumerate();
        pixels.filter(|(_, pixel)| pixel[..3] != paper).map(|(place, _)| place).collect()
    }

    fn bare(mut scene: Scene) -> Scene {
        scene.nodes.clear();
        scene
    }

    #[test]
    fn a_label_is_letters_and_no_empty_boxes() {
        assert!(ink_of(None).is_empty());
        assert!(ink_of(Some(" ")).is_empty());
        let [ones, eights, dots, unknown] =
            ["111", "888", "...", "\u{4e00}\u{4e8c}\u{4e09}"].map(|label| ink_of(Some(label)));
        // More ink for an eight than for a one, less for a dot, and the box of an unknown letter is none of them.
        assert!(ones.len() > 100 && eights.len() > ones.len() && dots.len() < ones.len());
        assert_ne!(unknown, eights);
        assert_eq!(ink_of(Some("\u{4e01}\u{4e02}\u{4e03}")), unknown);
    }

    #[test]
    fn an_anchor_is_the_part_of_a_text_that_stands_at_its_point() {
        let bounds =
            |anchor| letters("$40,000", Point::new(50.0, 20.0), anchor, (12.0, true)).unwrap().bounds();
        let (start, middle, end) = (bounds(Anchor::Start), bounds(Anchor::Middle), bounds(Anchor::End));
        assert!((50.0..51.0).contains(&start.left()) && (49.0..50.0).contains(&end.right()));
        assert!((middle.left() + middle.right() - 100.0).abs() < 1.0);
        // Seven letters of about half an em; digits reach up three quarters of it.
        assert!((36.0..46.0).contains(&middle.width()), "{middle:?}");
        assert!((8.0..11.0).contains(&(20.0 - middle.top())), "{middle:?}");
    }
}
