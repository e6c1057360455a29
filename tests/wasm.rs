//! The core and its boundary as WebAssembly in a real browser.
#![cfg(all(target_arch = "wasm32", feature = "web"))]

#[path = "agreement/mod.rs"]
mod agreement;

use breakeven::wasm::{self, LiveFigure};
use breakeven::{Inputs, Report};
use js_sys::{Float64Array, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn object(json: &str) -> JsValue {
    JSON::parse(json).unwrap()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap()
}

fn number(object: &JsValue, name: &str) -> f64 {
    get(object, name).as_f64().unwrap()
}

fn text(object: &JsValue, name: &str) -> String {
    get(object, name).as_string().unwrap()
}

#[wasm_bindgen_test]
fn webassembly_agrees_with_native_on_ten_thousand_mines_to_the_last_bit() {
    assert_eq!(agreement::fingerprints(), agreement::FINGERPRINTS);
}

#[wasm_bindgen_test]
fn a_report_crosses_the_boundary_whole() {
    let report = wasm::evaluate(object(r#"{"tariff": 0.07}"#).unchecked_ref()).ok().unwrap();
    let expected = Report::of(&Inputs::default().with(breakeven::Input::Tariff, 0.07).unwrap());
    assert_eq!(number(&report, "shutdown_price"), expected.prices.shutdown.value());
    assert_eq!(number(&report, "all_in_price"), expected.prices.all_in.unwrap().value());
    assert_eq!(number(&get(&report, "inputs"), "tariff"), 0.07);
    assert_eq!(text(&report, "regime"), "runs");
    let pieces: js_sys::Array = get(&report, "sentence").unchecked_into();
    let joined: String = pieces.iter().map(|piece| text(&piece, "text")).collect();
    assert_eq!(joined, text(&report, "text"));
}

#[wasm_bindgen_test]
fn a_refusal_names_field_value_and_range() {
    for (json, field, value) in [
        (r#"{"tariff": 7}"#, "tariff", "7"),
        (r#"{"hours": "many"}"#, "hours", r#""many""#),
        (r#"{"price": null}"#, "price", r#""object""#),
        (r#"{"tarif": 1}"#, "input", r#""tarif""#),
    ] {
        let error = wasm::evaluate(object(json).unchecked_ref()).err().unwrap();
        assert_eq!((text(&error, "field").as_str(), text(&error, "value").as_str()), (field, value));
        assert_eq!(text(&error, "name"), "InputError");
        assert!(text(&error, "message").contains(&text(&error, "allowed")));
    }
}

#[wasm_bindgen_test]
fn series_cross_as_typed_arrays() {
    let series =
        wasm::series(JsValue::from("tariff").unchecked_ref(), object("{}").unchecked_ref()).ok().unwrap();
    let x: Float64Array = get(&series, "x").dyn_into().unwrap();
    let all_in: Float64Array = get(&series, "all_in").dyn_into().unwrap();
    assert!(x.length() > 10 && x.length() == all_in.length());
}

#[wasm_bindgen_test]
fn table_and_scenarios_are_plain_objects() {
    let table: js_sys::Array = wasm::input_table().unchecked_into();
    assert_eq!(table.length() as usize, breakeven::Input::ALL.len());
    assert_eq!(text(&get(&table.get(0), "slider"), "scale"), "log");
    let scenarios: js_sys::Array = wasm::scenarios().unchecked_into();
    assert!(scenarios.iter().all(|scenario| Object::keys(get(&scenario, "inputs").unchecked_ref()).length() == table.length()));
}

fn svg() -> web_sys::SvgsvgElement {
    let document = web_sys::window().unwrap().document().unwrap();
    let svg = document.create_element_ns(Some("http://www.w3.org/2000/svg"), "svg").unwrap();
    document.body().unwrap().append_child(&svg).unwrap();
    svg.unchecked_into()
}

fn draw(figure: &mut LiveFigure, json: &str, width: f64) {
    let drawn =
        figure.draw(JsValue::from("tariff").unchecked_ref(), object(json).unchecked_ref(), width, 300.0);
    assert!(drawn.is_ok());
}

#[wasm_bindgen_test]
fn a_patched_figure_equals_one_drawn_afresh() {
    let (old, new) = (svg(), svg());
    let mut patched = LiveFigure::new(old.clone());
    for (json, width) in [
        ("{}", 390.0),
        (r#"{"tariff": 0.2}"#, 390.0),
        (r#"{"idle": 60}"#, 700.0),
        (r#"{"tariff": 0}"#, 320.0),
    ] {
        draw(&mut patched, json, width);
    }
    draw(&mut LiveFigure::new(new.clone()), r#"{"tariff": 0}"#, 320.0);
    assert_eq!(old.inner_html(), new.inner_html());
}

#[wasm_bindgen_test]
fn moving_the_point_changes_only_a_few_nodes() {
    let element = svg();
    let mut figure = LiveFigure::new(element.clone());
    draw(&mut figure, "{}", 390.0);
    let before = element.children();
    let first = before.get_with_index(2).unwrap();
    draw(&mut figure, r#"{"tariff": 0.06}"#, 390.0);
    assert!(first.is_same_node(element.children().get_with_index(2).as_deref()));
    assert!(figure.value_at(200.0).is_some_and(|value| value > 0.001 && value < 0.5));
}
