//! The labels of figures: each is there, at the end where it belongs, and whole.
#![cfg(not(target_arch = "wasm32"))]

mod shown;

use breakeven::figure::{self, Ink, Node, Part, Rect, Role, Scene, Size, View, svg};
use breakeven::solve::{Impossible, Target, solve};
use breakeven::{Input, Tier, format, range, scenarios};
use shown::{asked, extent, marks, quoted};

/// The texts of a scene that stand at a place, each with its box.
fn placed(scene: &Scene) -> Vec<(String, Rect)> {
    marks(scene)
        .into_iter()
        .filter_map(|mark| Some((mark.content().to_owned(), mark.text_box()?)))
        .filter(|(text, _)| !text.is_empty())
        .collect()
}

#[test]
fn the_axis_of_the_drivers_has_a_scale_on_a_phone() {
    for scenario in scenarios::ALL {
        for (tariff, width) in [None, Some(0.01), Some(0.03), Some(0.06), Some(0.1)]
            .into_iter()
            .flat_map(|tariff| [343.0, 390.0].map(|width| (tariff, width)))
        {
            let inputs =
                tariff.map_or(Ok(scenario.inputs()), |to| scenario.inputs().with(Input::Tariff, to)).unwrap();
            let drawn = svg::write(
                &figure::layout(&asked(View::Drivers, &inputs), Size::new(width, 420.0).unwrap()).scene,
            );
            let labels: Vec<f64> = drawn
                .split("text-anchor=\"middle\">$")
                .skip(1)
                .map(|rest| {
                    rest.chars().take_while(char::is_ascii_digit).collect::<String>().parse().unwrap()
                })
                .collect();
            let name = format!("{} at {tariff:?}, {width} px: {labels:?}", scenario.id());
            assert!(labels.len() >= 2 || drawn.contains("no price"), "{name}");
            for two in labels.windows(2) {
                // Nobody counts in threes.
                assert!(!(two[1] - two[0]).to_string().starts_with('3'), "{name}");
            }
        }
    }
}

#[test]
fn what_is_out_of_reach_stands_towards_the_end_beyond_which_it_would_lie() {
    let (mut before, mut behind) = (0, 0);
    for scenario in scenarios::ALL {
        for (tariff, width) in [(0.05, 390.0), (0.05, 760.0), (0.07, 1280.0), (0.07, 1600.0)] {
            let mine = scenario.inputs().with(Input::Tariff, tariff).unwrap();
            let plot = figure::plot(View::True, &mine);
            let texts = placed(&figure::layout(&plot, Size::new(width, 420.0).unwrap()).scene);
            for item in &plot.items {
                let input = *Input::ALL.iter().find(|input| input.spec().label == item.name).unwrap();
                let (_, name) = texts.iter().find(|(text, _)| text == item.name).unwrap();
                let answer = |tier| solve(&mine, Target::Input(input), tier, mine.price());
                let all =
                    Tier::ALL.iter().all(|tier| matches!(answer(*tier), Err(Impossible::OutOfReach(_))));
                let has_room = width >= if all { 1600.0 } else { 1280.0 };
                for &tier in Tier::ALL {
                    let Err(Impossible::OutOfReach(nearest)) = answer(tier) else { continue };
                    let side = if nearest.price > mine.price() { "least" } else { "most" };
                    let label = format!("{}: at {side} {}", tier.name(), format::usd(nearest.price.value()));
                    let in_row = |(text, at): &&(String, Rect)| {
                        *text == label && (-8.0..30.0).contains(&(at.top - name.top))
                    };
                    let Some((_, at)) = texts.iter().find(in_row) else { continue };
                    let place = format!("{label} of {input:?} of {}, {width} px: {at:?}", scenario.id());
                    if nearest.value == input.spec().max {
                        assert!(at.right > width * 0.6, "{place}");
                        behind += 1;
                    } else {
                        assert!(at.left < width * 0.5, "{place}");
                        // Above its own track, where there is room for all.
                        assert!(!has_room || (at.top - name.top).abs() < 4.0, "{place}");
                        before += 1;
                    }
                }
            }
        }
    }
    assert!(before > 100 && behind > 20, "{before} {behind}");
}

#[test]
fn what_the_dots_are_is_said_of_all_of_them_however_narrow() {
    for width in [144.0, 160.0, 200.0, 260.0, 320.0] {
        let inputs = quoted();
        let texts =
            placed(&figure::layout(&asked(View::True, &inputs), Size::new(width, 300.0).unwrap()).scene);
        for name in ["Now", "Electricity", "Cash", "All-in"] {
            assert!(texts.iter().any(|(text, _)| text == name), "no {name} at {width} px");
        }
    }
}

#[test]
fn what_is_shaded_in_time_is_named_on_a_phone_and_on_a_desk() {
    for scenario in scenarios::ALL {
        let inputs = scenario.inputs();
        let plot = figure::plot(View::Time, &inputs);
        for width in [320.0, 390.0, 760.0, 1280.0] {
            let scene = figure::layout(&plot, Size::new(width, 420.0).unwrap()).scene;
            let is_shaded = marks(&scene).iter().any(|mark| mark.role.part == Part::Stretch);
            let is_named = placed(&scene).iter().any(|(text, _)| text == "Under water");
            assert_eq!(is_shaded, is_named, "{} at {width} px", scenario.id());
        }
    }
}

#[test]
fn no_value_is_struck_through_by_the_line_it_is_held_against() {
    for scenario in scenarios::ALL {
        let inputs = scenario.inputs();
        let plot = figure::plot(View::Frontier, &inputs);
        for (width, height) in [260.0, 280.0, 320.0, 390.0]
            .into_iter()
            .flat_map(|width| [280.0, 420.0].map(|height| (width, height)))
        {
            let scene = figure::layout(&plot, Size::new(width, height).unwrap()).scene;
            let marks = marks(&scene);
            let is_line = |mark: &&&Node| mark.role == Role::new(Part::Marker, Ink::Market);
            let Some(line) = marks.iter().find(is_line).map(|mark| extent(mark)) else { continue };
            for mark in
                marks.iter().filter(|mark| mark.role.part == Part::Value && mark.role.ink != Ink::Input)
            {
                let text = mark.text_box().unwrap();
                // Its digits, not the room under them.
                let is_struck = text.top < line.top && line.top < text.bottom - 3.0;
                assert!(!is_struck, "{} of {} at {width} × {height} px", mark.content(), scenario.id());
            }
        }
    }
}

#[test]
fn each_end_of_a_driver_says_its_value_on_the_narrowest_phone() {
    let classes =
        |scene: &Scene, class: &str| marks(scene).iter().filter(|mark| mark.role.class() == class).count();
    for scenario in scenarios::ALL {
        for width in [280.0, 288.0, 358.0, 760.0] {
            let scene = figure::draw(View::Drivers, &scenario.inputs(), Size::new(width, 280.0).unwrap());
            let bars = classes(&scene, "band all-in");
            assert!(bars >= 5, "{} at {width} px: {bars} bars", scenario.id());
            assert_eq!(classes(&scene, "tick all-in"), 2 * bars, "{} at {width} px", scenario.id());
        }
    }
}

#[test]
fn rows_that_find_no_room_are_counted_at_every_width() {
    for scenario in scenarios::ALL {
        let inputs = scenario.inputs();
        let drivers = range::drivers(&inputs, &[], Tier::AllIn).unwrap().len();
        for (view, all, mark) in [(View::Drivers, drivers, "band all-in"), (View::True, 7, "grid")] {
            for (width, height) in (280..=760).step_by(20).flat_map(|width| [(width, 200.0), (width, 280.0)])
            {
                let scene = figure::draw(view, &inputs, Size::new(f64::from(width), height).unwrap());
                let shown = marks(&scene).iter().filter(|found| found.role.class() == mark).count();
                let note = format!("and {} more", all - shown);
                let is_there = placed(&scene).iter().any(|(text, _)| *text == note);
                assert!(is_there, "{} at {width} × {height} px: no “{note}”", scenario.id());
            }
        }
    }
}
