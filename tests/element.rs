//! A finished scene on the backends of plotters: nothing is lost, nothing moves.

use std::convert::Infallible;

use breakeven::figure::{self, Ink, Node, Part, Point, Role, Scene, Shape, Size, Step, Theme, View};
use breakeven::scenarios;
use plotters::prelude::*;
use plotters::style::register_font;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind,
};

type Pixel = (i32, i32);
type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// What a backend was asked for.
#[derive(Clone, Debug, PartialEq)]
enum Call {
    Line { color: [u8; 3], width: u32, points: Vec<Pixel> },
    Area { color: [u8; 3], points: Vec<Pixel> },
    Disc { color: [u8; 3], center: Pixel, radius: u32 },
    Text { color: [u8; 3], content: String, size: f64 },
}

/// A backend that draws nothing and notes everything.
#[derive(Default)]
struct Notes(Vec<Call>);

fn rgb(BackendColor { alpha, rgb: (red, green, blue) }: BackendColor) -> [u8; 3] {
    assert_eq!(alpha, 1.0);
    [red, green, blue]
}

impl DrawingBackend for &mut Notes {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (10_000, 10_000)
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        Ok(())
    }

    fn draw_pixel(&mut self, _: BackendCoord, _: BackendColor) -> Drawn {
        panic!("an element draws no single pixels")
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        path: I,
        style: &S,
    ) -> Drawn {
        let (color, width) = (rgb(style.color()), style.stroke_width());
        self.0.push(Call::Line { color, width, points: path.into_iter().collect() });
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        assert!(fill);
        let points = vec![(left, top), (right, top), (right, bottom), (left, bottom)];
        self.0.push(Call::Area { color: rgb(style.color()), points });
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(
        &mut self,
        corners: I,
        style: &S,
    ) -> Drawn {
        self.0.push(Call::Area { color: rgb(style.color()), points: corners.into_iter().collect() });
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(
        &mut self,
        center: BackendCoord,
        radius: u32,
        style: &S,
        fill: bool,
    ) -> Drawn {
        assert!(fill);
        self.0.push(Call::Disc { color: rgb(style.color()), center, radius });
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, content: &str, style: &S, _: BackendCoord) -> Drawn {
        let (color, size) = (rgb(style.color()), style.size());
        self.0.push(Call::Text { color, content: content.to_owned(), size });
        Ok(())
    }
}

fn scene(view: View, width: f64, height: f64) -> Scene {
    let quoted = scenarios::ALL.iter().find(|scenario| scenario.id() == "quoted-40000").unwrap();
    figure::draw(view, &quoted.inputs(), Size::new(width, height).unwrap())
}

fn noted(scene: &Scene, at: Pixel, scale: f64, theme: Theme) -> Vec<Call> {
    let mut notes = Notes::default();
    let area = (&mut notes).into_drawing_area();
    area.draw(&scene.at(at).scale(scale).theme(theme)).unwrap();
    drop(area);
    notes.0
}

/// All marks, without the groups around them.
fn marks(nodes: &[Node]) -> Vec<&Node> {
    fn inside(node: &Node) -> Vec<&Node> {
        if matches!(node.shape, Shape::Group(_)) { marks(node.children()) } else { vec![node] }
    }
    nodes.iter().flat_map(inside).collect()
}

#[test]
fn every_line_of_a_scene_comes_to_the_backend_point_by_point() {
    let (scene, (left, top), scale) = (scene(View::Tariff, 760.0, 420.0), (30, 50), 2.0);
    let calls = noted(&scene, (left, top), scale, Theme::Light);
    let mut expected = Vec::new();
    for node in marks(&scene.nodes) {
        let Shape::Path(steps) = &node.shape else { continue };
        let stroke = node.paint(Theme::Light).stroke.unwrap();
        for step in steps {
            let (Step::Move(point) | Step::Line(point)) = step else { panic!("no area is in this view") };
            let pixel = [point.x, point.y].map(|length| (length * scale).round() as i32);
            let pixel = (left + pixel[0], top + pixel[1]);
            if matches!(step, Step::Move(_)) {
                expected.push((stroke, Vec::new()));
            }
            let points = &mut expected.last_mut().unwrap().1;
            if points.last() != Some(&pixel) {
                points.push(pixel);
            }
        }
    }
    assert!(expected.len() > 15, "{} lines", expected.len());
    for (stroke, points) in expected {
        let is_this = |call: &&Call| {
            let width = (stroke.width * scale).round() as u32;
            **call == Call::Line { color: stroke.color, width, points: points.clone() }
        };
        match stroke.dash {
            None => assert_eq!(calls.iter().filter(is_this).count(), 1, "{stroke:?} {points:?}"),
            Some((dash, gap)) => {
                let pieces: Vec<_> = calls
                    .iter()
                    .filter_map(|call| match call {
                        Call::Line { color, points, .. } if *color == stroke.color => Some(points),
                        _ => None,
                    })
                    .collect();
                let whole = f64::from(points[1].0 - points[0].0) / scale;
                assert_eq!(pieces.len(), (whole / (dash + gap)).ceil() as usize);
                assert_eq!(pieces[0][0], points[0]);
                let dashes = pieces.iter().map(|piece| piece[1].0 - piece[0].0).sum::<i32>();
                let share = f64::from(dashes) / scale / whole;
                assert!((share - dash / (dash + gap)).abs() < 0.01, "{share}");
            }
        }
    }
}

#[test]
fn every_area_disc_and_text_comes_too_in_the_colours_of_the_theme() {
    for theme in [Theme::Light, Theme::Dark] {
        for view in [View::Bar, View::Tariff] {
            let scene = scene(view, 500.0, 300.0);
            let calls = noted(&scene, (0, 0), 3.0, theme);
            let paper = vec![(0, 0), (1500, 0), (1500, 900), (0, 900)];
            assert_eq!(calls[0], Call::Area { color: theme.paper(), points: paper });
            for node in marks(&scene.nodes) {
                let fill = node.paint(theme).fill;
                match &node.shape {
                    Shape::Path(_) => {
                        let Some(color) = fill else { continue };
                        let corners: Vec<_> = node
                            .points()
                            .iter()
                            .map(|corner| ((corner.x * 3.0).round() as i32, (corner.y * 3.0).round() as i32))
                            .collect();
                        assert!(calls.contains(&Call::Area { color, points: corners }), "{node:?}");
                    }
                    Shape::Circle { center, radius } => {
                        let place = ((center.x * 3.0).round() as i32, (center.y * 3.0).round() as i32);
                        let discs: Vec<_> = calls
                            .iter()
                            .filter_map(|call| match call {
                                Call::Disc { color, center, radius } if *center == place => {
                                    Some((*color, *radius))
                                }
                                _ => None,
                            })
                            .collect();
                        let radii =
                            [radius + 0.75, radius - 0.75].map(|radius| (radius * 3.0).round() as u32);
                        assert_eq!(discs, [(theme.paper(), radii[0]), (fill.unwrap(), radii[1])]);
                    }
                    Shape::Text { content, .. } => {
                        let size = node.role.font().0 * 3.0 * 1.24;
                        let text = |color| Call::Text { color, content: content.clone(), size };
                        let count = |color| calls.iter().filter(|call| **call == text(color)).count();
                        assert_eq!(count(fill.unwrap()), 1, "{content}");
                        let named = matches!(node.role.part, Part::Label | Part::Value);
                        assert_eq!(count(theme.paper()), if named { 8 } else { 0 }, "{content}");
                    }
                    other => panic!("{other:?}"),
                }
            }
        }
    }
}

#[test]
fn a_dashed_line_that_ends_nowhere_comes_to_an_end() {
    let points = [Point::new(0.0, 0.0), Point::new(f64::NAN, 10.0), Point::new(40.0, 10.0)];
    let mut scene = scene(View::Tariff, 320.0, 200.0);
    scene.nodes = vec![Node::line(Role::new(Part::Marker, Ink::Market), &points)];
    assert!(noted(&scene, (0, 0), 1.0, Theme::Light).len() < 20);
}

#[test]
fn in_a_chart_it_stands_at_a_value_of_the_chart() {
    let scene = scene(View::Bar, 200.0, 80.0);
    let mut notes = Notes::default();
    {
        let area = (&mut notes).into_drawing_area().shrink((0, 0), (1000, 1000));
        let mut chart = ChartBuilder::on(&area).build_cartesian_2d(0.0..10.0, 0.0..10.0).unwrap();
        chart.draw_series([scene.at((5.0, 7.5))]).unwrap();
    }
    let Call::Area { points, .. } = &notes.0[0] else { panic!("{:?}", notes.0[0]) };
    assert!((points[0].0 - 500).abs() <= 1 && (points[0].1 - 250).abs() <= 1, "{points:?}");
}

#[test]
fn an_svg_of_plotters_has_every_curve_and_every_word() {
    let scene = scene(View::Tariff, 760.0, 420.0);
    let mut svg = String::new();
    {
        let area = SVGBackend::with_string(&mut svg, (760, 420)).into_drawing_area();
        area.draw(&scene.at((0, 0)).font("Arimo")).unwrap();
        area.present().unwrap();
    }
    for node in marks(&scene.nodes) {
        if !node.content().is_empty() {
            assert!(svg.contains(&format!(">\n{}\n<", node.content())), "{}", node.content());
        }
    }
    assert!(svg.contains("font-family=\"Arimo\"") && svg.contains("font-size=\"12"), "{svg}");
    for ink in ["#0067A8", "#8A6100", "#A8246F"] {
        assert_eq!(
            svg.matches(&format!("<polyline fill=\"none\" opacity=\"1\" stroke=\"{ink}\"")).count(),
            1
        );
    }
}

/// A bitmap of plotters, three bytes a pixel.
fn bitmap(scene: &Scene, scale: u32) -> (Vec<u8>, usize) {
    for (style, file) in [
        (FontStyle::Normal, &include_bytes!("../src/bin/breakeven/fonts/Arimo-Regular.ttf")[..]),
        (FontStyle::Bold, &include_bytes!("../src/bin/breakeven/fonts/Arimo-SemiBold.ttf")[..]),
    ] {
        assert!(register_font("ours", style, file).is_ok());
    }
    let (width, height) = (scene.width as u32 * scale, scene.height as u32 * scale);
    let mut pixels = vec![0; (width * height * 3) as usize];
    let area = BitMapBackend::with_buffer(&mut pixels, (width, height)).into_drawing_area();
    area.draw(&scene.at((0, 0)).scale(f64::from(scale)).font("ours")).unwrap();
    area.present().unwrap();
    drop(area);
    (pixels, width as usize)
}

#[test]
fn a_bitmap_of_plotters_has_the_curves_where_the_scene_has_them() {
    let scene = scene(View::Tariff, 760.0, 420.0);
    let (pixels, width) = bitmap(&scene, 2);
    for ink in [Ink::Shutdown, Ink::Cash, Ink::AllIn] {
        let is_curve = |node: &&&Node| node.role.part == Part::Series && node.role.ink == ink;
        let all = marks(&scene.nodes);
        let curve = all.iter().find(is_curve).unwrap();
        let color = curve.paint(Theme::Light).stroke.unwrap().color;
        let points = curve.points();
        let there = points.iter().filter(|point| {
            let at = ((point.y * 2.0) as usize * width + (point.x * 2.0) as usize) * 3;
            pixels[at..at + 3] == color
        });
        let share = there.count() as f64 / points.len() as f64;
        assert!(share > 0.8, "{ink:?}: {share}");
    }
}

#[test]
fn the_letters_of_a_bitmap_stand_in_the_room_that_the_scene_keeps_for_them() {
    let scene = scene(View::Bar, 500.0, 96.0);
    let mut blank = scene.clone();
    let named: Vec<_> = blank.nodes.extract_if(.., |node| node.role.part == Part::Label).collect();
    let ((with, width), (without, _)) = (bitmap(&scene, 4), bitmap(&blank, 4));
    let labels: Vec<_> = marks(&named).into_iter().filter_map(Node::text_box).collect();
    assert!(labels.len() > 5);
    let mut in_label = vec![0; labels.len()];
    for (pixel, (a, b)) in with.chunks(3).zip(without.chunks(3)).enumerate() {
        if a == b {
            continue;
        }
        let (x, y) = ((pixel % width) as f64 / 4.0, (pixel / width) as f64 / 4.0);
        // Paper is all around the letters.
        let holds = |area: &figure::Rect| {
            let area = area.grown(2.0);
            (area.left..=area.right).contains(&x) && (area.top..=area.bottom).contains(&y)
        };
        let label = labels.iter().position(holds);
        in_label[label.unwrap_or_else(|| panic!("a letter is at {x}, {y}"))] += 1;
    }
    assert!(in_label.iter().all(|&pixels| pixels > 100), "{in_label:?}");
}
