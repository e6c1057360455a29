//! A link keeps what the reader saw, to the last bit, and whatever is done to it, something is shown.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::figure::View;
use breakeven::permalink::{Named, State, Warning, read, write};
use breakeven::units::Difficulty;
use breakeven::words::Words;
use breakeven::{Date, Input, Inputs, Scenario, scenarios};
use proptest::prelude::*;

fn mine(id: &str) -> State {
    State::of(Scenario::from_id(id).unwrap())
}

#[test]
fn an_unchanged_scenario_is_its_name() {
    for scenario in scenarios::ALL {
        let state = State::of(scenario);
        assert_eq!(write(&state), format!("1~{}~tariff", scenario.id()));
        assert_eq!(read(&write(&state)).state, state);
    }
}

#[test]
fn only_what_differs_is_written_and_short_numbers_stay_readable() {
    let mut state = mine("enegix");
    state.inputs = state.inputs.with_all([(Input::PoolFee, 0.015), (Input::Hashrate, 300.0)]).unwrap();
    state.view = View::Bar;
    assert_eq!(write(&state), "1~enegix~bar~pool_fee_0.015~hashrate_300");
    state.inputs = state.inputs.with(Input::Hours, 100.0 / 3.0).unwrap();
    assert!(write(&state).contains("~hours_x4040aaaaaaaaaaab~"), "{}", write(&state));
    assert_eq!(read(&write(&state)).state, state);
}

#[test]
fn whichever_of_hash_rate_and_difficulty_was_given_stays_exact() {
    let mut state = mine("today");
    state.inputs = state.inputs.with_difficulty(Difficulty::new(36_835_682_546_788.0).unwrap()).unwrap();
    assert!(write(&state).ends_with("~difficulty_36835682546788"), "{}", write(&state));
    assert_eq!(read(&write(&state)).state.inputs.difficulty().value(), 36_835_682_546_788.0);
    state.inputs = state.inputs.with(Input::Hashrate, 0.1).unwrap();
    assert!(write(&state).ends_with("~hashrate_0.1"), "{}", write(&state));
    assert_eq!(read(&write(&state)).state, state);
}

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

#[test]
fn the_scenarios_own_hash_rate_comes_back_with_the_difficulty_that_follows_from_it() {
    let mut both = 0;
    for scenario in scenarios::ALL {
        let own = scenario.inputs().get(Input::Hashrate);
        for date in [None, Some(day("2019-05-05")), Some(day("2022-10-24"))] {
            for steps in -3..=3_i64 {
                let mut state = State::of(scenario);
                state.date = date;
                let elsewhere = match date {
                    Some(date) => state.inputs.at_date(date).unwrap(),
                    None => state.inputs.with(Input::Hashrate, 100.0).unwrap(),
                };
                let hashrate = f64::from_bits(own.to_bits().checked_add_signed(steps).unwrap());
                state.inputs = elsewhere.with(Input::Hashrate, hashrate).unwrap();
                let link = write(&state);
                let read = read(&link);
                assert_eq!(read.warnings, [], "{link}");
                assert_eq!(read.state, state, "{link}");
                both += u32::from(link.contains("difficulty_") && link.contains("~hashrate_"));
            }
        }
    }
    assert!(both > 0, "there was none that takes both");
}

#[test]
fn a_day_comes_back_with_all_its_numbers() {
    let mut state = mine("today");
    state.date = Some(day("2022-10-24"));
    state.inputs = state.inputs.at_date(day("2022-10-24")).unwrap().with(Input::Tariff, 0.07).unwrap();
    let text = write(&state);
    assert!(text.starts_with("1~today~tariff~date_2022-10-24~tariff_0.07~"), "{text}");
    // Were the day another one in a later release, or the scenario, they would hold.
    for input in ["price_", "subsidy_", "fees_", "next_halving_", "difficulty_36835682546788"] {
        assert!(text.contains(&format!("~{input}")), "{input}: {text}");
    }
    assert_eq!(read(&text).state, state);
    assert!(read(&text).warnings.is_empty());
}

#[test]
fn of_a_day_without_numbers_all_are_the_days() {
    let on_the_day = mine("enegix").inputs.at_date(day("2022-10-24")).unwrap();
    let written = |part: &str| read(&format!("1~enegix~time~{part}")).state;
    assert_eq!(written("date_2022-10-24").inputs, on_the_day);
    assert_eq!(written("date_2022-10-24").date, Some(day("2022-10-24")));
    assert_eq!(written("date_latest").inputs, mine("enegix").inputs.at_newest().unwrap());
    assert_eq!(written("date_latest").date, Some(day("2026-09-15")));
    let price = on_the_day.with(Input::Price, 20_000.0).unwrap();
    for part in ["price_20000~date_2022-10-24", "date_2022-10-24~price_20000"] {
        assert_eq!(written(part).inputs, price, "{part}");
    }
    // A hash rate that is the day's to the last bit has the difficulty that it would have without the day.
    let hashrate = format!("hashrate_x{:016x}", on_the_day.get(Input::Hashrate).to_bits());
    let [with, without] = ["date_2022-10-24~", ""].map(|date| written(&format!("{date}{hashrate}")).inputs);
    assert_eq!(with.difficulty().value().to_bits(), without.difficulty().value().to_bits());
}

#[test]
fn a_day_that_is_not_known_is_left_out_and_the_numbers_hold() {
    let numbers = mine("enegix").inputs.with_all([(Input::Tariff, 0.07), (Input::Price, 20_000.0)]).unwrap();
    for part in ["date_2009-01-03", "date_2026-08-31", "date_2022-02-30", "date_yesterday", "date"] {
        let reading = read(&format!("1~enegix~bar~price_20000~{part}~tariff_0.07"));
        assert_eq!((reading.state.date, &reading.state.inputs), (None, &numbers), "{part}");
        let told: Vec<_> = reading.warnings.iter().map(Warning::name).collect();
        assert_eq!(told, ["refused-value"], "{part}");
        let message = reading.warnings[0].to_string();
        assert!(message.starts_with("link: left out date: ") && message.contains("2010-07-"), "{message}");
    }
    let message = read("1~enegix~bar~date_2009-01-03").warnings[0].to_string();
    assert!(message.contains("2009-01-03 is out of range; allowed is 2010-07-"), "{message}");
    let twice = read("1~enegix~bar~date_2022-10-24~date_2024-05-01");
    assert_eq!(
        (twice.state.date, twice.warnings),
        (Some(day("2024-05-01")), vec![Warning::Repeated("date")])
    );
}

fn warnings(text: &str) -> Vec<&'static str> {
    read(text).warnings.iter().map(Warning::name).collect()
}

#[test]
fn what_cannot_be_read_is_left_out_and_named() {
    assert_eq!(read("").state, State::default());
    assert_eq!(warnings(""), ["malformed"]);
    assert_eq!(warnings("hello"), ["malformed"]);
    assert_eq!(warnings(&"1".repeat(5000)), ["malformed"]);
    assert_eq!(warnings("2~enegix~tariff"), ["unknown-version"]);
    assert_eq!(read("2~enegix~tariff").state, State::default());
    assert_eq!(warnings("1~nowhere~tariff"), ["unknown-scenario"]);
    assert_eq!(warnings("1~enegix~hologram"), ["unknown-view"]);
    let read_back = read("1~enegix~bar~colour_1~tariff_7~hours_x~efficiency_20");
    let names: Vec<_> = read_back.warnings.iter().map(Warning::name).collect();
    assert_eq!(names, ["unknown-input", "refused-value", "refused-value"]);
    assert_eq!(read_back.state.inputs, mine("enegix").inputs.with(Input::Efficiency, 20.0).unwrap());
    assert_eq!(read_back.state.view, View::Bar);
    assert_eq!(
        read_back.warnings[1].to_string(),
        "link: left out tariff: 7 is out of range; allowed is 0 to 5 USD/kWh"
    );
}

#[test]
fn a_reader_is_told_of_an_input_by_its_label_and_an_author_by_its_id() {
    for (parts, id, label) in [
        ("opex_-1", "left out opex: -1 is", "left out Fixed operating cost: -1 is"),
        ("pool_fee_x", "left out pool_fee: \"x\" is", "left out Pool fee: \"x\" is"),
        ("difficulty_x", "left out difficulty: \"x\" is", "left out Difficulty: \"x\" is"),
        ("difficulty_1000000~hashrate_5", ": hashrate is given twice", ": Network hash rate is given twice"),
        ("subsidy_0~fees_0", "left out subsidy: 0 does", "left out Block subsidy: 0 does"),
        ("colour_1", "left out input: \"colour\" is", "left out input: \"colour\" is"),
    ] {
        let [warning] = &read(&format!("1~today~tariff~{parts}")).warnings[..] else { panic!("{parts}") };
        let (message, to_readers) =
            (warning.message(), warning.message_naming(Named::ByLabel, Words::usual()));
        assert!(message.contains(id), "{message}");
        assert!(to_readers.contains(label), "{to_readers}");
    }
}

#[test]
fn bits_of_no_number_are_refused() {
    for bits in ["x7ff8000000000000", "x7ff0000000000000", "xfff0000000000000", "x3ff", "xgggggggggggggggg"] {
        assert_eq!(warnings(&format!("1~today~tariff~price_{bits}")), ["refused-value"], "{bits}");
        assert_eq!(warnings(&format!("1~today~tariff~difficulty_{bits}")), ["refused-value"], "{bits}");
    }
}

#[test]
fn of_a_value_given_twice_the_last_one_holds() {
    assert_eq!(warnings("1~today~tariff~hours_50~hours_60"), ["repeated"]);
    assert_eq!(read("1~today~tariff~hours_50~hours_60").state.inputs.get(Input::Hours), 60.0);
    let both = read("1~today~tariff~hashrate_5~difficulty_1000000");
    assert_eq!(both.state.inputs.difficulty().value(), 1e6);
    assert_eq!(both.warnings, [Warning::Repeated("hashrate")]);
    let both = read("1~today~tariff~difficulty_1000000~hashrate_5");
    assert_eq!(both.state.inputs.get(Input::Hashrate), 5.0);
}

#[test]
fn a_block_that_pays_nothing_is_left_out_and_the_rest_kept() {
    let unpaid = read("1~today~tariff~subsidy_0~fees_0~hours_50");
    assert!(matches!(unpaid.warnings[..], [Warning::RefusedValue(_)]));
    assert_eq!(unpaid.state.inputs, mine("today").inputs.with(Input::Hours, 50.0).unwrap());
}

#[test]
fn a_mail_program_may_escape_the_tildes() {
    let escaped = "#1%7Eenegix%7ebar%7Ehours_50";
    assert_eq!(read(escaped), read("1~enegix~bar~hours_50"));
    assert!(read(escaped).warnings.is_empty());
}

/// Links that were once written, by the version in their name: what stands there is never changed, only added to.
#[test]
fn links_of_every_version_keep_opening() {
    let links: Vec<serde_json::Value> = serde_json::from_str(include_str!("links/1.json")).unwrap();
    assert!(links.len() >= 7);
    for kept in links {
        let link = kept["link"].as_str().unwrap();
        let reading = read(link);
        assert!(reading.warnings.is_empty(), "{link}: {:?}", reading.warnings);
        assert_eq!(
            (reading.state.scenario.id(), reading.state.view.id()),
            (kept["scenario"].as_str().unwrap(), kept["view"].as_str().unwrap())
        );
        let date = reading.state.date.map(|date| date.to_string());
        assert_eq!(date.as_deref(), kept["date"].as_str(), "{link}");
        for (id, value) in kept["inputs"].as_object().unwrap() {
            let input = Input::from_id(id).unwrap();
            assert_eq!(Some(reading.state.inputs.get(input)), value.as_f64(), "{link}: {id}");
        }
        if let Some(difficulty) = kept["difficulty"].as_f64() {
            assert_eq!(reading.state.inputs.difficulty().value(), difficulty);
        }
    }
}

/// A pseudo-random walk (xorshift), so that a failure comes again.
fn next(seed: &mut u64) -> usize {
    *seed ^= *seed << 13;
    *seed ^= *seed >> 7;
    *seed ^= *seed << 17;
    (*seed >> 8) as usize
}

#[test]
fn a_hundred_thousand_mutated_links_show_something_allowed() {
    const LETTERS: &[char] = &[
        '0', '1', '9', '.', '-', '_', '~', 'x', 'e', 'E', '+', ',', 'a', 'f', 'z', '%', '#', ' ', 'é', '−',
        '\0', '☃', '\u{feff}', '7',
    ];
    let mut state = mine("quoted-40000");
    state.inputs =
        state.inputs.with_all(Input::ALL.iter().map(|&input| (input, input.spec().max / 3.0))).unwrap_or(
            state
                .inputs
                .with_all([(Input::Hours, 100.0 / 3.0), (Input::PoolFee, 0.07), (Input::Subsidy, 1.0)])
                .unwrap(),
        );
    state.date = Some(day("2022-10-24"));
    let link: Vec<char> = write(&state).chars().collect();
    let mut seed = 0x9e37_79b9_7f4a_7c15;
    for _ in 0..100_000 {
        let mut mutated = link.clone();
        for _ in 0..=next(&mut seed) % 6 {
            let (at, letter) =
                (next(&mut seed) % (mutated.len() + 1), LETTERS[next(&mut seed) % LETTERS.len()]);
            match next(&mut seed) % 4 {
                0 => mutated.insert(at, letter),
                1 => mutated.truncate(at),
                2 => drop(mutated.drain(at..(at + 3).min(mutated.len()))),
                _ => {
                    let copied: Vec<_> = mutated.iter().skip(at).take(20).copied().collect();
                    mutated.splice(at..at, copied);
                }
            }
        }
        let text: String = mutated.into_iter().collect();
        let shown = read(&text).state;
        for &input in Input::ALL {
            assert_eq!(input.check(shown.inputs.get(input)), Ok(shown.inputs.get(input)), "{text}");
        }
        assert_eq!(read(&write(&shown)).state, shown, "{text}");
    }
}

fn any_value(input: Input) -> impl Strategy<Value = f64> {
    let (min, max) = (input.spec().min, input.spec().max);
    prop_oneof![
        any::<u64>().prop_map(f64::from_bits),
        (0.0..=1.0_f64).prop_map(move |share| min + share * (max - min)),
        (0..1000_u32).prop_map(move |part| min + f64::from(part) / 1000.0 * (max - min)),
        Just(min),
        Just(max),
    ]
    .prop_filter_map("allowed", move |value| input.check(value).ok())
}

fn any_change() -> impl Strategy<Value = (Input, f64)> {
    (0..Input::ALL.len()).prop_flat_map(|i| (Just(Input::ALL[i]), any_value(Input::ALL[i])))
}

/// Any day of the history, or of its newest month.
fn any_day() -> impl Strategy<Value = Date> {
    (0..6_000).prop_filter_map("known", |days| {
        let date = day("2010-07-01").plus_days(days);
        Inputs::default().at_date(date).ok().map(|_| date)
    })
}

fn is_unreserved(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte))
}

proptest! {
    #[test]
    fn every_state_comes_back_to_the_last_bit(
        scenario in 0..scenarios::ALL.len(),
        changes in proptest::collection::vec(any_change(), 0..8),
        difficulty in proptest::option::of(140.0..1e17_f64),
        date in proptest::option::of(any_day()),
        is_on_it in any::<bool>(),
    ) {
        let mut state = State::of(&scenarios::ALL[scenario]);
        state.date = date;
        if let Some(date) = date.filter(|_| is_on_it) {
            state.inputs = state.inputs.at_date(date).unwrap();
        }
        state.inputs = state.inputs.with_all(changes).unwrap_or(state.inputs);
        if let Some(difficulty) = difficulty {
            state.inputs = state.inputs.with_difficulty(Difficulty::new(difficulty).unwrap()).unwrap_or(state.inputs);
        }
        let text = write(&state);
        prop_assert!(is_unreserved(&text), "{}", text);
        let back = read(&text);
        prop_assert!(back.warnings.is_empty(), "{} {:?}", text, back.warnings);
        for &input in Input::ALL {
            prop_assert_eq!(back.state.inputs.get(input).to_bits(), state.inputs.get(input).to_bits());
        }
        prop_assert_eq!(back.state, state);
    }

    #[test]
    fn any_text_is_survived(text in "\\PC*") {
        let shown: Inputs = read(&text).state.inputs;
        prop_assert!(shown.get(Input::Hours) >= 1.0);
    }
}

#[cfg(feature = "cli")]
mod on_the_command_line {
    use std::process::{Command, Output};

    fn breakeven(arguments: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_breakeven")).args(arguments.split_whitespace()).output().unwrap()
    }

    fn told(output: &[u8]) -> String {
        String::from_utf8(output.to_vec()).unwrap()
    }

    #[test]
    fn a_link_carries_the_flags_to_another_command() {
        let link = told(&breakeven("link --scenario enegix --tariff 0.07 --view bar").stdout);
        assert_eq!(link, "1~enegix~bar~tariff_0.07\n");
        let again = told(&breakeven(&format!("link --link {link} --hours 90")).stdout);
        assert_eq!(again, "1~enegix~bar~tariff_0.07~hours_90\n");
        let [by_link, by_flags] = [format!("--link {link}"), "--scenario enegix --tariff 0.07".to_owned()]
            .map(|flags| breakeven(&format!("eval --format json {flags}")));
        assert!(by_link.status.success() && by_link.stderr.is_empty());
        assert_eq!(told(&by_link.stdout), told(&by_flags.stdout));
    }

    #[test]
    fn a_link_keeps_the_day_of_the_flags_until_another_is_told() {
        let link = told(&breakeven("link --scenario enegix --date 2022-10-24 --price 20000").stdout);
        assert!(link.starts_with("1~enegix~tariff~date_2022-10-24~price_20000~"), "{link}");
        let again = told(&breakeven(&format!("link --link {link} --hours 90")).stdout);
        assert_eq!(again, link.replace("~next_halving", "~hours_90~next_halving"));
        let later = told(&breakeven(&format!("link --link {link} --date 2024-05-01")).stdout);
        assert_eq!(later, told(&breakeven("link --scenario enegix --date 2024-05-01").stdout));
        let latest = told(&breakeven("link --date latest").stdout);
        assert!(latest.starts_with("1~today~tariff~date_2026-09-"), "{latest}");
    }

    #[test]
    fn what_is_left_out_of_a_link_is_told_once_and_the_rest_answers() {
        let output = breakeven("eval --link 1~enegix~bar~colour_3 --format json");
        assert!(output.status.success());
        let warnings = told(&output.stderr);
        assert!(warnings.lines().count() == 1 && warnings.contains("\"colour\" is not known"), "{warnings}");
        assert_eq!(breakeven("eval --link 1 --scenario today").status.code(), Some(2));
    }
}
