//! What lives on in a page: a mine that is moved, and figures whose nodes stay.

use breakeven::wasm::{self, LiveFigure, Mine};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

use super::{get, number, object, text};

fn svg() -> web_sys::SvgsvgElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let svg = document.create_element_ns(Some("http://www.w3.org/2000/svg"), "svg").unwrap();
    document.body().unwrap().append_child(&svg).unwrap();
    svg.unchecked_into()
}

fn draw(figure: &mut LiveFigure, json: &str, width: f64) {
    draw_view(figure, "tariff", json, width);
}

fn draw_view(figure: &mut LiveFigure, view: &str, json: &str, width: f64) {
    let (view, inputs) = (JsValue::from(view), object(json));
    let drawn = figure.draw(view.unchecked_ref(), inputs.unchecked_ref(), width, 300.0, None, None, None);
    assert!(drawn.is_ok());
}

/// Mines whose figures have other marks, and how wide they are drawn: all prices, at two widths, none that can be reached, none of power,
/// and one far beyond the axes.
const MINES: [(&str, f64); 5] = [
    ("{}", 390.0),
    ("{}", 640.0),
    (r#"{"idle": 60, "tariff": 0.2}"#, 390.0),
    (r#"{"tariff": 0, "levy": 0, "opex": 0}"#, 320.0),
    (r#"{"price": 1, "lifetime": 100, "price_growth": 0.6}"#, 700.0),
];

/// From every view of every mine to every other and back: what stays from one drawing to the next has nothing left of it.
#[wasm_bindgen_test]
fn a_patched_figure_equals_one_drawn_afresh_whatever_it_showed_before() {
    let mut afresh = Vec::new();
    for view in breakeven::View::ALL {
        for (mine, width) in MINES {
            let element = svg();
            draw_view(&mut LiveFigure::new(element.clone()), view.id(), mine, width);
            afresh.push((view.id(), mine, width, element));
        }
    }
    let element = svg();
    let mut patched = LiveFigure::new(element.clone());
    for (i, one) in afresh.iter().enumerate() {
        draw_view(&mut patched, one.0, one.1, one.2);
        for (before, after) in afresh[i + 1..].iter().flat_map(|other| [(one, other), (other, one)]) {
            let (view, mine, width, expected) = after;
            draw_view(&mut patched, view, mine, *width);
            assert!(
                element.is_equal_node(Some(expected)),
                "{view} of {mine} after {} of {}:\n{}\nis not\n{}",
                before.0,
                before.1,
                element.outer_html(),
                expected.outer_html()
            );
        }
    }
}

#[wasm_bindgen_test]
fn a_living_mine_is_drawn_as_its_inputs_are() {
    let (by_mine, by_inputs) = (svg(), svg());
    let (tariff, view) = (JsValue::from("tariff"), JsValue::from("tariff"));
    let mut mine = Mine::new();
    let mut figure = LiveFigure::new(by_mine.clone());
    for value in [0.2, 0.07] {
        mine.set(tariff.unchecked_ref(), value).ok().unwrap();
        figure.draw_mine(view.unchecked_ref(), &mut mine, 390.0, 300.0).ok().unwrap();
    }
    draw(&mut LiveFigure::new(by_inputs.clone()), r#"{"tariff": 0.07}"#, 390.0);
    assert_eq!(by_mine.outer_html(), by_inputs.outer_html());
    mine.write_numbers_with(Some(",".into()), Some(".".into()));
    figure.draw_mine(view.unchecked_ref(), &mut mine, 390.0, 300.0).ok().unwrap();
    let written = by_mine.text_content().unwrap();
    assert!(written.contains("0,07") && !written.contains("0.07"), "{written}");
}

#[wasm_bindgen_test]
fn a_living_mine_is_asked_about_the_quoted_price_until_its_market_price_is_another() {
    let (price, view) = (JsValue::from("price"), JsValue::from("true"));
    let mut mine = Mine::new();
    let element = svg();
    let mut figure = LiveFigure::new(element.clone());
    let mut asked = |mine: &mut Mine| {
        figure.draw_mine(view.unchecked_ref(), mine, 390.0, 300.0).ok().unwrap();
        let title = element.get_attribute("aria-label").unwrap();
        let caption = text(&mine.table(view.unchecked_ref()).ok().unwrap(), "caption");
        assert!(caption.starts_with(&title), "{caption}");
        // The first row: the tariff at which the shutdown price is the price, as the cursor reads it and the CSV has it.
        let read = figure.read_stop(false, 0, false);
        let csv = mine.csv(view.unchecked_ref()).ok().unwrap();
        let tariff: f64 = csv.lines().nth(1).unwrap().split(',').nth(2).unwrap().parse().unwrap();
        let written = breakeven::Input::Tariff.written(tariff);
        assert!(read.contains(&written), "no {written} in {read}");
        title
    };
    let quoted = "What would have to be true for the quoted $40,000 to be the break-even";
    mine.open("quoted-40000", false).ok().unwrap();
    assert_eq!(asked(&mut mine), quoted);
    let start = mine.moment();
    mine.set(price.unchecked_ref(), 30_000.0).ok().unwrap();
    assert_eq!(asked(&mut mine), "What would have to be true for $30,000 to be the break-even");
    mine.come_back(&start);
    assert_eq!(asked(&mut mine), quoted);
    mine.give(price.unchecked_ref(), Some(25_000.0)).ok().unwrap();
    assert_eq!(asked(&mut mine), "What would have to be true for $25,000 to be the break-even");
    mine.reset(price.unchecked_ref()).ok().unwrap();
    mine.scrub_to("2022-10-24").ok().unwrap();
    assert!(!asked(&mut mine).contains("quoted"), "the day has a price of its own");
    mine.open_link("1~quoted-40000~true~tariff_0.07", true);
    assert_eq!(asked(&mut mine), quoted);
}

#[wasm_bindgen_test]
fn scripts_ask_about_the_price_of_the_scenario_that_they_name() {
    let view = JsValue::from("true");
    let view = || view.unchecked_ref();
    let scenarios: Array = wasm::scenarios().unchecked_into();
    let inputs = get(&scenarios.get(0), "inputs");
    let inputs = || inputs.unchecked_ref();
    for (scenario, price) in [(None, "for $20,000"), (Some("quoted-40000"), "for the quoted $40,000")] {
        let scenario = || scenario.map(str::to_owned);
        let table = wasm::table_in_words(view(), inputs(), None, None, scenario()).ok().unwrap();
        assert!(text(&table, "caption").contains(price));
        assert!(wasm::figure_svg(view(), inputs(), 760.0, 420.0, scenario()).ok().unwrap().contains(price));
        let element = svg();
        let drawn =
            LiveFigure::new(element.clone()).draw(view(), inputs(), 390.0, 300.0, None, None, scenario());
        assert!(drawn.is_ok() && element.get_attribute("aria-label").unwrap().contains(price));
        let rows: Array = wasm::table(view(), inputs(), scenario()).ok().unwrap().unchecked_into();
        let csv = wasm::table_csv(view(), inputs(), scenario()).ok().unwrap();
        let tariff = csv.lines().nth(1).unwrap().split(',').nth(2).unwrap();
        assert_eq!(number(&rows.get(0), "value"), tariff.parse::<f64>().unwrap());
    }
    assert!(wasm::table(view(), inputs(), Some("nobody".into())).is_err());
}

#[wasm_bindgen_test]
fn a_living_mine_tells_anew_only_what_differs() {
    let (tariff, mut mine) = (JsValue::from("tariff"), Mine::new());
    let before: Array = mine.sentence(false).unchecked_into();
    mine.set(tariff.unchecked_ref(), 0.051).ok().unwrap();
    let after: Array = mine.sentence(false).unchecked_into();
    assert_eq!(before.length(), after.length());
    let told_anew = before.iter().zip(after.iter()).filter(|(before, after)| {
        let (same, differs) = (Object::is(before, after), text(before, "text") != text(after, "text"));
        assert_ne!(same, differs, "{}", text(after, "text"));
        differs
    });
    // The tariff and the three prices.
    assert_eq!(told_anew.count(), 4);
    assert!(mine.set(tariff.unchecked_ref(), -1.0).is_err());
    let still: Array = mine.sentence(false).unchecked_into();
    assert!(after.iter().zip(still.iter()).all(|(before, after)| Object::is(&before, &after)));
    mine.write_numbers_with(Some(",".into()), Some(".".into()));
    let german: Array = mine.sentence(false).unchecked_into();
    assert!(german.iter().any(|piece| text(&piece, "text") == "$0,051/kWh"));
    // Being dragged or typed, the growth of the price stays where it is, at none too.
    let in_hand: Array = mine.sentence(true).unchecked_into();
    assert_eq!(in_hand.length(), german.length() + 2);
    assert!(in_hand.iter().any(|piece| text(&piece, "text") == "0 % a year"));
}

#[wasm_bindgen_test]
fn a_moment_of_a_living_mine_comes_back() {
    let (tariff, mut mine) = (JsValue::from("tariff"), Mine::new());
    let view = JsValue::from("time");
    let before = mine.moment();
    mine.set(tariff.unchecked_ref(), 0.07).ok().unwrap();
    let link = mine.moment().link(view.unchecked_ref()).ok().unwrap();
    assert_eq!(link, "1~today~time~tariff_0.07");
    assert!(!mine.is_as(&before) && mine.is_moved());
    mine.restore(tariff.unchecked_ref(), &before).ok().unwrap();
    assert!(mine.is_as(&before) && !mine.is_moved());
    for (for_readers, named) in [(false, "hours"), (true, "Hours run")] {
        let opened = mine.open_link("1~enegix~drivers~tariff_0.07~hours_-1", for_readers);
        assert_eq!(text(&opened, "view"), "drivers");
        let warnings = get(&opened, "warnings").unchecked_into::<Array>();
        assert_eq!(warnings.length(), 1);
        let told = warnings.get(0).as_string().unwrap();
        assert!(told.starts_with(&format!("link: left out {named}: ")), "{told}");
    }
    assert_eq!(mine.values().get_index(0), 0.07);
    let start = mine.origin(tariff.unchecked_ref()).ok().unwrap();
    assert_eq!((number(&start, "value"), text(&start, "basis")), (0.05, "assumed".into()));
}

/// Every element below, in the order of the document, and its own attributes and text.
fn nodes(svg: &web_sys::SvgsvgElement) -> Vec<(Element, String)> {
    let all = svg.get_elements_by_tag_name("*");
    let elements = (0..all.length()).map(|i| all.get_with_index(i).unwrap());
    let own = |element: &Element| {
        let shallow = element.clone_node().unwrap().unchecked_into::<Element>().outer_html();
        let is_leaf = element.child_element_count() == 0;
        if is_leaf { shallow + &element.text_content().unwrap_or_default() } else { shallow }
    };
    elements.map(|element| (element.clone(), own(&element))).collect()
}

#[wasm_bindgen_test]
fn moving_the_point_makes_no_node_anew_and_changes_only_a_few() {
    let element = svg();
    let mut figure = LiveFigure::new(element.clone());
    draw(&mut figure, "{}", 390.0);
    let before = nodes(&element);
    draw(&mut figure, r#"{"tariff": 0.051}"#, 390.0);
    let after = nodes(&element);
    assert_eq!(before.len(), after.len());
    let mut changed = Vec::new();
    for ((old, was), (new, is)) in before.iter().zip(&after) {
        assert!(old.is_same_node(Some(new)), "made anew: {is}");
        if was != is {
            changed.push(is.as_str());
        }
    }
    // The points with their stems and numbers; the curves, the axes and the names of both stay.
    assert!(
        (4..=before.len() / 3).contains(&changed.len()),
        "{} of {}: {changed:#?}",
        changed.len(),
        before.len()
    );
    assert!(changed.iter().all(|node| !node.contains("series") && !node.contains("grid")), "{changed:#?}");
    let dragged = Object::from(JsValue::from(figure.dragged_to(200.0, 100.0)));
    assert_eq!(Object::keys(&dragged).to_vec(), ["tariff"]);
    let value = Reflect::get(&dragged, &"tariff".into()).unwrap().as_f64().unwrap();
    assert!(value > 0.001 && value < 0.5, "{value}");
}

#[wasm_bindgen_test]
fn a_picture_of_the_core_that_stands_in_the_page_lives_on_as_the_same_nodes() {
    let (drawn, page) = (svg(), svg());
    draw(&mut LiveFigure::new(drawn.clone()), "{}", 390.0);
    page.set_inner_html(&drawn.inner_html());
    page.set_attribute("aria-label", &drawn.get_attribute("aria-label").unwrap()).unwrap();
    let stood = nodes(&page);
    assert!(stood.len() > 30);
    let mut adopted = LiveFigure::new(page.clone());
    for (json, width) in [("{}", 390.0), (r#"{"tariff": 0.051}"#, 390.0), ("{}", 392.0), ("{}", 390.0)] {
        draw(&mut adopted, json, width);
        let now = nodes(&page);
        assert_eq!(now.len(), stood.len());
        assert!(stood.iter().zip(&now).all(|((old, _), (new, _))| old.is_same_node(Some(new))), "{json}");
    }
    assert!(page.inner_html() == drawn.inner_html());
    assert_eq!(page.get_attribute("viewBox"), drawn.get_attribute("viewBox"));
}

#[wasm_bindgen_test]
fn what_else_stood_in_an_element_is_gone_after_the_first_drawing() {
    let (drawn, page) = (svg(), svg());
    draw(&mut LiveFigure::new(drawn.clone()), "{}", 390.0);
    let whole = drawn.inner_html();
    let others = [
        "<title>Another</title><rect></rect><p>text</p>".to_owned(),
        whole.replacen("</desc>", "</desc><a></a><g class=\"point\"></g><text>x</text>", 1),
        whole.replace("text-anchor=\"end\"", "text-anchor=\"start\"").replace("M44", "M45"),
    ];
    for other in others {
        page.set_inner_html(&other);
        draw(&mut LiveFigure::new(page.clone()), "{}", 390.0);
        assert!(page.inner_html() == whole, "{other}");
    }
}

/// A price that cannot be reached has no curve, no point and no label; they come back, and nothing is made anew for it.
#[wasm_bindgen_test]
fn a_mark_that_comes_or_goes_leaves_every_other_node_alone() {
    let kinds = |svg: &web_sys::SvgsvgElement| -> Vec<(Element, String)> {
        let kind = |node: Element| {
            let class = node.get_attribute("class").unwrap_or_default();
            (node.clone(), format!("{} {class}", node.local_name()))
        };
        nodes(svg).into_iter().map(|(node, _)| kind(node)).collect()
    };
    let count = |all: &[(Element, String)], kind: &str| all.iter().filter(|(_, other)| other == kind).count();
    let element = svg();
    let mut figure = LiveFigure::new(element.clone());
    let counts = ["{}", r#"{"idle": 60}"#, "{}", r#"{"tariff": 0.5}"#, r#"{"price": 1}"#, "{}"].map(|json| {
        let before = kinds(&element);
        draw(&mut figure, json, 390.0);
        let after = kinds(&element);
        for (node, kind) in &before {
            let now = after.iter().find(|(other, _)| other.is_same_node(Some(node)));
            let fewer = count(&before, kind) > count(&after, kind);
            assert!(now.map_or(fewer, |(_, now)| now == kind), "{json}: {kind} became {now:?}");
        }
        after.len()
    });
    assert!(counts.iter().any(|count| *count != counts[0]), "{counts:?}");
}
