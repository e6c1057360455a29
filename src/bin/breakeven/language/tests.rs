//! The command in a language that nobody speaks: what still reads like the English file did not come from the words.

use breakeven::figure::{self, Asked, Table, View};
use breakeven::permalink::{self, Named, State};
use breakeven::words::{Marks, Plural, Words};
use breakeven::{Input, Scenario};
use clap::ArgMatches;

use crate::refusal::Failure;
use crate::taken::{self, Taken};
use crate::{drivers, eval, history, machines, scenarios, solve};

/// What `words/pseudo.rs` makes of the English file.
pub static PSEUDO: Words = include!(concat!(env!("OUT_DIR"), "/pseudo.rs"));

const ENGLISH: &str = include_str!("../../../../words/en.ftl");

/// The parts of the English file between slots that are of three words at least.
fn english() -> Vec<&'static str> {
    let messages = ENGLISH.lines().filter(|line| !line.starts_with('#'));
    let texts = messages
        .filter_map(|line| line.split_once(" = ").or_else(|| line.split_once("] ")))
        .map(|(_, text)| text);
    let parts = texts.flat_map(|text| text.split(['{', '}'])).map(str::trim);
    parts
        .filter(|part| {
            part.matches(' ').count() > 1 && part.chars().any(char::is_alphabetic) && !part.contains('$')
        })
        .collect()
}

pub fn assert_pseudo(text: &str) {
    for part in english() {
        assert!(!text.contains(part), "{part:?} in:\n{text}");
    }
    assert!(text.contains(['á', 'é', 'ó']), "{text}");
}

/// A call in the pseudo-language: the matches of the command, for its own functions.
pub fn matches(call: &[&str]) -> ArgMatches {
    let language = ["--language", PSEUDO.code()];
    let call = ["breakeven"].iter().chain(call).chain(&language);
    crate::command().get_matches_from(call)
}

fn printed(call: &[&str], printed: fn(&ArgMatches) -> Result<String, Failure>) -> String {
    printed(matches(call).subcommand().unwrap().1).unwrap()
}

fn refused(call: &[&str]) -> String {
    match crate::run(&matches(call)) {
        Err(Failure::Input(error)) => error.message_in(&PSEUDO),
        Err(Failure::Refused(told) | Failure::Failed(told)) => told,
        other => panic!("{call:?}: {other:?}"),
    }
}

/// A table's columns are as wide as its heads: from `from` on, no cell of a row reaches into the gap before the last.
fn assert_aligned(table: &str, last_head: &str) {
    let mut lines = table.lines();
    let head = lines.next().unwrap();
    let place = head.chars().count() - last_head.chars().count();
    let mut rows = 0;
    for line in lines.filter(|line| line.chars().count() > place) {
        let letters: Vec<_> = line.chars().collect();
        assert!(letters[place - 1] == ' ' && letters[place] != ' ', "{head}\n{line}");
        rows += 1;
    }
    assert!(rows > 10, "{table}");
}

#[test]
fn the_pseudo_language_is_longer_and_of_other_letters_and_another_order() {
    let english = english();
    assert!(english.len() > 60, "{english:?}");
    let (plain, strange) = (Words::usual(), &PSEUDO);
    for (english, pseudo) in [
        (plain.eval_present_value(), strange.eval_present_value()),
        (plain.batch_date_column(), strange.batch_date_column()),
    ] {
        let (english, pseudo) = (english.chars().count(), pseudo.chars().count());
        assert!(pseudo * 100 >= english * 125, "{english} {pseudo}");
    }
    let refusal = breakeven::words::OutOfRange { field: "1", value: "2", allowed: "3" };
    let numbers = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
    assert_eq!(numbers(refusal.text(plain)), "123");
    assert_eq!(numbers(refusal.text(strange)), "321");
}

#[test]
fn every_result_is_in_the_language_that_was_asked_for() {
    for call in [
        &["eval", "--scenario", "quoted-40000"][..],
        &["eval", "--price-growth", "2", "--price", "20000"],
        &["eval", "--price-growth", "2", "--price", "40000"],
        &["eval", "--idle", "60"],
        &["eval", "--price", "1e6"],
        &["eval", "--price", "100", "--machine-price", "0", "--infrastructure", "0"],
        &["eval", "--machine-power", "3000", "--lifetime", "1", "--price", "1"],
        &["eval", "--scenario", "quoted-40000", "--range", "tariff=0..5"],
    ] {
        let text = printed(call, eval::printed);
        assert_pseudo(&text);
        // One number stands in a message.
        let characters: Vec<_> = text.replace("10,000", "").chars().collect();
        let is_marked = |three: &[char]| {
            matches!(three[1], '.' | ',') && three[0].is_ascii_digit() && three[2].is_ascii_digit()
        };
        assert!(!characters.windows(3).any(is_marked), "a number with the marks of English: {text}");
    }
    assert_pseudo(&printed(&["scenarios"], scenarios::printed));
    assert_pseudo(&printed(&["eval", "--working"], eval::printed));
    assert_pseudo(&printed(&["drivers"], drivers::printed));
    for call in [
        &["solve", "--for", "tariff", "--price", "1", "--opex", "1000"][..],
        &["solve", "--for", "hours", "--tier", "shutdown"],
        &["solve", "--for", "pool_fee", "--price", "1"],
        &["solve", "--for", "price"],
        &["solve", "--for", "opex", "--tier", "shutdown"],
        &["solve", "--for", "next_halving", "--price", "1"],
        &["solve", "--for", "fees", "--price", "1"],
        &["solve", "--for", "hours", "--price", "1"],
        &["solve", "--for", "tariff", "--idle", "60"],
    ] {
        assert_pseudo(&printed(call, solve::printed));
    }
    let table = printed(&["history", "--from", "2016-01-01", "--to", "2021-12-31"], history::printed);
    assert_pseudo(&table);
    assert_aligned(&table, PSEUDO.history_fees());
    let table = printed(&["machines"], machines::printed);
    assert_pseudo(&table);
    assert_aligned(
        table.rsplit_once("\n").unwrap().0.rsplit_once('\n').unwrap().0,
        PSEUDO.machines_under_water(),
    );
}

#[test]
fn every_refusal_of_the_command_is_in_the_language_that_was_asked_for() {
    for call in [
        &["eval", "--link", "garbage"][..],
        &["eval", "--link", "9~today~tariff"],
        &["eval", "--hashrate", "3", "--difficulty", "1e12"],
        &["eval", "--machine", "s19 pro", "--efficiency", "30"],
        &["eval", "--hours", "3", "--schedule", "nights"],
        &["eval", "--machine-power", "0"],
        &["eval", "--machine-power", "much"],
        &["eval", "--range", "tariff"],
        &["eval", "--inputs", "no/such/file"],
        &["eval", "--inputs", "Cargo.toml"],
        &["history", "--from", "2020-01-01", "--to", "2019-01-01"],
        &["figure", "tariff", "--width", "wide"],
        &["figure", "tariff", "--width", "1"],
        &["eval", "--machine-power", "3,250"],
        &["history", "--from", "2040-01-01"],
        &["batch", "examples/mines.csv", "--carry", "nothing"],
        &["figure", "tariff", "--output", "it.jpg"],
        &["figure", "tariff", "--theme", "dark"],
        &["figure", "tariff", "--output", "it.png", "--scale", "9"],
        &["figure", "tariff", "--output", "no/such/folder/it.svg"],
        &["batch", "no/such/file"],
        &["batch", "examples/mines.csv", "--separator", "x"],
        &["batch", "examples/mines.csv", "--decimal", "x"],
        &["batch", "Cargo.toml"],
        &["man", "nothing"],
    ] {
        assert_pseudo(&refused(call));
    }
}

#[test]
fn every_refusal_of_the_core_is_in_the_language_that_was_asked_for() {
    for call in [
        &["eval", "--tariff", "7"][..],
        &["eval", "--pool-fee", "0.5"],
        &["eval", "--difficulty", "1"],
        &["eval", "--efficiency", "many"],
        &["eval", "--pool-fee", "many"],
        &["eval", "--difficulty", "much"],
        &["eval", "--efficiency", "29,500"],
        &["eval", "--subsidy", "0", "--fees", "0"],
        &["eval", "--scenario", "nowhere"],
        &["eval", "--link", "1~nowhere~tariff"],
        &["eval", "--schedule", "sometimes"],
        &["eval", "--machine", "s9"],
        &["eval", "--machine", "abacus"],
        &["eval", "--date", "2023-02-29"],
        &["eval", "--date", "2009-01-09"],
        &["eval", "--currency", "tenge", "--rate", "470"],
        &["eval", "--currency", "KZT", "--rate", "0"],
        &["eval", "--currency", "KZT", "--rate", "many"],
        &["eval", "--currency", "KZT", "--rate", "470", "--tariff", "5000"],
        &["solve", "--for", "colour"],
        &["drivers", "--tier", "fourth"],
        &["figure", "hologram"],
        &["figure", "bar", "--x", "tariff"],
        &["table", "bar", "--x", "tariff"],
        &["history", "--from", "yesterday"],
    ] {
        let Err(Failure::Input(error)) = crate::run(&matches(call)) else { panic!("{call:?}") };
        let told = error.message_in(&PSEUDO);
        assert_pseudo(&told);
        assert!(told.contains(error.field()) && told.contains(error.value()), "{told}");
    }
}

/// What a zip says, but for ids and the units of data, which are the same in every language.
#[test]
fn what_is_taken_along_is_in_the_language_that_was_asked_for() {
    let mut state = State::of(Scenario::from_id("quoted-40000").unwrap());
    state.inputs = state.inputs.with(Input::Tariff, 0.07).unwrap();
    for &view in View::ALL {
        state.view = view;
        let asked = Asked::default().about(state.scenario.asked_price(&state.inputs));
        let plot = figure::plot_in(view, asked, &state.inputs, &PSEUDO).unwrap();
        let (table, title, sentence) = (&Table::of(&plot), &*plot.title, &*plot.desc);
        let taken = Taken { state: &state, table, title, sentence, words: &PSEUDO };
        for (name, text) in taken::files(&taken, String::new()) {
            if name.ends_with(".md") || name.ends_with(".json") {
                let words: Vec<_> = text.lines().filter(|line| !line.contains("schema:unitText")).collect();
                assert_pseudo(&words.join("\n"));
            }
        }
    }
}

/// Field, value and what is allowed stand in the order of the language, numbers with its marks.
#[test]
fn a_refusal_has_the_words_the_order_and_the_marks_of_its_language() {
    let refused = refused(&["eval", "--efficiency", "many"]);
    let pseudo =
        "17٫5, šúúçĥĥ áš Ĵ/ŤŤĤ ťóó 100’000’000 1: \"many\" íšš ñóóť á ññúɱɱƀéřř; áłłłóŵŵéđđ íš efficiency";
    assert_eq!(refused, pseudo);
}

#[test]
fn what_a_link_leaves_out_is_in_the_language_that_was_asked_for() {
    for (link, count) in [
        ("garbage", 1),
        ("9~today~tariff", 1),
        ("1~nowhere~hologram~colour_3", 3),
        ("1~today~tariff~tariff_7~hours_50~hours_60", 2),
    ] {
        let warnings = permalink::read(link).warnings;
        assert_eq!(warnings.len(), count, "{link}");
        for warning in warnings {
            assert_pseudo(&warning.message_in(&PSEUDO));
            assert_pseudo(&warning.message_naming(Named::ByLabel, &PSEUDO));
        }
    }
}

#[test]
fn what_is_wrong_with_inputs_in_a_file_is_in_the_language_that_was_asked_for() {
    let file = std::env::temp_dir().join(format!("breakeven-language-{}.json", std::process::id()));
    for data in [
        r#"{ "tariff": 7 }"#,
        r#"{ "inputs": { "fees": true } }"#,
        r#"{ "hashrate": 3, "difficulty": 1e12 }"#,
    ] {
        std::fs::write(&file, data).unwrap();
        assert_pseudo(&refused(&["eval", "--inputs", file.to_str().unwrap()]));
    }
    std::fs::remove_file(&file).unwrap();
}
