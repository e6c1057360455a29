//! The core and its boundary as WebAssembly in a real browser: what crosses as data; in `live` what lives on.
#![cfg(all(target_arch = "wasm32", feature = "web-whole"))]

#[path = "agreement/mod.rs"]
mod agreement;
#[path = "live/mod.rs"]
mod live;

use breakeven::wasm;
use breakeven::{Inputs, Report};
use js_sys::{Array, Float64Array, JSON, Object, Reflect};
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
    let pieces: Array = get(&report, "sentence").unchecked_into();
    let joined: String = pieces.iter().map(|piece| text(&piece, "text")).collect();
    assert_eq!(joined, text(&report, "text"));
}

#[wasm_bindgen_test]
fn a_refusal_names_field_value_and_range() {
    for (json, field, value) in [
        (r#"{"tariff": 7}"#, "tariff", "7"),
        (r#"{"hours": "many"}"#, "hours", r#""many""#),
        (r#"{"price": null}"#, "price", r#""null""#),
        (r#"{"price": true}"#, "price", r#""true""#),
        (r#"{"price": [1]}"#, "price", r#""[1]""#),
        (r#"{"tarif": 1}"#, "input", r#""tarif""#),
        (r#"{"tarif": "1"}"#, "input", r#""tarif""#),
        (r#"{"difficulty": "1"}"#, "difficulty", r#""1""#),
        ("0.07", "input", r#""0.07""#),
        ("null", "input", r#""null""#),
        ("[]", "input", r#""[]""#),
        (r#""tariff""#, "input", r#""string""#),
        // A report whose tariff was meant to be another is none.
        (r#"{"inputs": {"tariff": 0.05}, "tariff": 0.07}"#, "input", r#""inputs""#),
    ] {
        let error = wasm::evaluate(object(json).unchecked_ref()).err().unwrap();
        assert_eq!((text(&error, "field").as_str(), text(&error, "value").as_str()), (field, value));
        assert_eq!(text(&error, "name"), "InputError");
        assert!(text(&error, "message").contains(&text(&error, "allowed")));
    }
    let given = object("{}");
    js_sys::Reflect::set(&given, &"price".into(), &js_sys::Function::new_no_args("")).unwrap();
    let error = wasm::evaluate(given.unchecked_ref()).err().unwrap();
    assert_eq!(text(&error, "value"), r#""function""#);
    // What has no members is no mine; one that is undefined is not there.
    for other in [JsValue::from(js_sys::Map::new()), JsValue::from(js_sys::Date::new_0())] {
        assert!(wasm::evaluate(other.unchecked_ref()).is_err());
    }
    let inputs = js_sys::Object::new();
    js_sys::Reflect::set(&inputs, &"tariff".into(), &JsValue::UNDEFINED).unwrap();
    assert!(wasm::evaluate(inputs.unchecked_ref()).is_ok());
}

#[wasm_bindgen_test]
fn what_is_no_name_and_no_number_is_told_as_it_was_given() {
    let digits = JsValue::from(js_sys::BigInt::from(10));
    let told = |id: &JsValue, value: &JsValue| {
        let error = wasm::check_input(id.unchecked_ref(), value.unchecked_ref()).err().unwrap();
        (text(&error, "field"), text(&error, "value"))
    };
    let refused = |field: &str, value: &str| (field.to_owned(), format!("{value:?}"));
    assert_eq!(told(&5.into(), &1.into()), refused("input", "5"));
    assert_eq!(told(&digits, &1.into()), refused("input", "10"));
    assert_eq!(told(&JsValue::UNDEFINED, &1.into()), refused("input", "undefined"));
    for (value, shown) in [(JsValue::NULL, "null"), ("0.05".into(), "0.05"), (digits, "10")] {
        assert_eq!(told(&"tariff".into(), &value), refused("tariff", shown));
    }
    assert_eq!(told(&"tariff".into(), &f64::NAN.into()), ("tariff".to_owned(), "NaN".to_owned()));
    let (inputs, target, price) = (object("{}"), JsValue::from("tariff"), JsValue::from(40_000));
    let solved = |tier: JsValue, price: &JsValue| {
        let (tier, price) = (tier.unchecked_ref(), price.unchecked_ref());
        let error = wasm::solve(inputs.unchecked_ref(), target.unchecked_ref(), tier, price).err().unwrap();
        (text(&error, "field"), text(&error, "value"))
    };
    assert_eq!(solved(5.into(), &price), refused("tier", "5"));
    assert_eq!(solved("cash".into(), &"40000".into()), refused("price", "40000"));
}

#[wasm_bindgen_test]
fn series_cross_as_typed_arrays() {
    let series =
        wasm::series(JsValue::from("tariff").unchecked_ref(), object("{}").unchecked_ref()).ok().unwrap();
    let x: Float64Array = get(&series, "x").dyn_into().unwrap();
    let all_in: Float64Array = get(&series, "all_in").dyn_into().unwrap();
    assert!(x.length() > 10 && x.length() == all_in.length());
    for view in ["frontier", "time"] {
        let refused = wasm::series(JsValue::from(view).unchecked_ref(), object("{}").unchecked_ref());
        let error: JsValue = refused.err().unwrap().into();
        assert_eq!((text(&error, "field"), text(&error, "value")), ("view".into(), format!("\"{view}\"")));
    }
}

#[wasm_bindgen_test]
fn a_table_crosses_as_rows_and_the_list_of_figures_with_their_axes() {
    let rows = wasm::table(JsValue::from("frontier").unchecked_ref(), object("{}").unchecked_ref(), None)
        .ok()
        .unwrap();
    let rows: Array = rows.unchecked_into();
    let native = breakeven::figure::table(breakeven::View::Frontier, &Inputs::default());
    assert_eq!(rows.length() as usize, native.rows.len());
    for (row, own) in rows.iter().zip(&native.rows) {
        for (column, cell) in native.columns.iter().zip(own) {
            assert_eq!(Some(number(&row, column)), cell.number(), "{column}");
        }
    }
    let views: Array = wasm::views().unchecked_into();
    let ids: Vec<_> = views.iter().map(|view| text(&view, "id")).collect();
    assert_eq!(ids, breakeven::View::ALL.iter().map(|view| view.id()).collect::<Vec<_>>());
    assert_eq!(text(&views.get(2), "axis"), "tariff");
    assert!(get(&views.get(0), "axis").is_null());
    assert_eq!(text(&views.get(3), "dragged"), "date");
}

#[wasm_bindgen_test]
fn table_and_scenarios_are_plain_objects() {
    let table: Array = wasm::input_table().unchecked_into();
    assert_eq!(table.length() as usize, breakeven::Input::ALL.len());
    assert_eq!(text(&get(&table.get(0), "slider"), "scale"), "log");
    let scenarios: Array = wasm::scenarios().unchecked_into();
    for scenario in scenarios.iter() {
        let inputs = get(&scenario, "inputs");
        // Every row, and the difficulty that stands behind the hash rate.
        assert_eq!(Object::keys(inputs.unchecked_ref::<Object>()).length(), table.length() + 1);
        assert_eq!(number(&inputs, "difficulty"), number(&scenario, "difficulty"));
    }
}

#[wasm_bindgen_test]
fn a_quoted_price_is_solved_for_as_natively() {
    let inputs = object("{}");
    let solve = |target: &str, price: f64| {
        let (target, tier, price) = (JsValue::from(target), JsValue::from("all-in"), JsValue::from(price));
        let (tier, price) = (tier.unchecked_ref(), price.unchecked_ref());
        wasm::solve(inputs.unchecked_ref(), target.unchecked_ref(), tier, price).ok().unwrap()
    };
    let solved = number(&solve("hashrate", 100_000.0), "value");
    let smaller = Inputs::default().with(breakeven::Input::Hashrate, solved).unwrap();
    let price = Report::of(&smaller).prices.all_in.unwrap().value();
    assert!((price / 100_000.0 - 1.0).abs() < 1e-9);
    assert!(text(&solve("tariff", 1_000.0), "none").contains("free"));
}

#[wasm_bindgen_test]
fn history_crosses_as_columns_and_a_day_sets_the_network() {
    let history = wasm::history(object("{}").unchecked_ref()).ok().unwrap();
    let difficulty: Float64Array = get(&history, "difficulty").dyn_into().unwrap();
    assert_eq!((difficulty.length(), difficulty.get_index(0)), (474, 1.0));
    let time: Float64Array = get(&history, "time").dyn_into().unwrap();
    let first = js_sys::Date::new(&time.get_index(0).into()).to_iso_string();
    assert!(String::from(first).starts_with("2009-01-03T00:00:00"));
    let then = wasm::at_date(object("{}").unchecked_ref(), "2022-10-24").ok().unwrap();
    assert_eq!(number(&then, "subsidy"), 6.25);
    let error = wasm::at_date(object("{}").unchecked_ref(), "2009-01-03").err().unwrap();
    assert_eq!(text(&error, "field"), "date");
}

#[wasm_bindgen_test]
fn a_link_brings_back_what_was_on_the_screen() {
    let inputs = object(r#"{"tariff": 0.1234567890123}"#);
    let view = JsValue::from("tariff");
    let write = |date: Option<&str>| {
        wasm::write_link("today", inputs.unchecked_ref(), view.unchecked_ref(), date.map(str::to_owned))
    };
    let reading = wasm::read_link(&write(None).ok().unwrap());
    assert_eq!(number(&get(&reading, "inputs"), "tariff"), 0.1234567890123);
    assert!(get(&reading, "date").is_undefined());
    let reading = wasm::read_link(&write(Some("2022-10-24")).ok().unwrap());
    assert_eq!(number(&get(&reading, "inputs"), "tariff"), 0.1234567890123);
    assert_eq!(text(&reading, "date"), "2022-10-24");
    let error = write(Some("2009-01-03")).err().unwrap();
    assert_eq!(text(&error, "field"), "date");
    let broken: Array = get(&wasm::read_link("1~nowhere~~~"), "warnings").unchecked_into();
    assert!(broken.length() > 0);
}

#[wasm_bindgen_test]
fn the_rest_of_the_model_crosses_too() {
    let inputs = object("{}");
    let inputs = inputs.unchecked_ref();
    let tier = JsValue::from("all-in");
    let drivers: js_sys::Array =
        wasm::drivers(inputs, tier.unchecked_ref(), None).ok().unwrap().unchecked_into();
    assert!(drivers.length() > 10);
    let intervals = wasm::intervals("quoted-40000", inputs).ok().unwrap();
    assert!(number(&get(&intervals, "all_in"), "mid") > 0.0);
    assert!(number(&get(&wasm::account(inputs).ok().unwrap(), "fleet"), "homes") > 0.0);
    let working: Array = wasm::working(inputs).ok().unwrap().unchecked_into();
    let reasons: Array = wasm::differences(inputs).ok().unwrap().unchecked_into();
    let found: Array = wasm::search_machines("s19 pro").unchecked_into();
    assert!(working.length() > 5 && reasons.length() > 5 && found.length() > 0);
    let levy = wasm::parse_local(JsValue::from("levy").unchecked_ref(), "1", "KZT", 470.0).ok().unwrap();
    assert!((levy - 1.0 / 470.0).abs() < 1e-15);
}
