//! Machines by name, and when each stopped paying for its electricity.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::history::{self, UnderWater};
use breakeven::{Date, Input, Inputs, Machine, machines};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn rows(file: &str) -> Vec<csv::StringRecord> {
    csv::Reader::from_path(file).unwrap().records().map(Result::unwrap).collect()
}

fn at_tariff(tariff: f64) -> Inputs {
    Inputs::default().with(Input::Tariff, tariff).unwrap()
}

fn life(name: &str, tariff: f64) -> UnderWater {
    UnderWater::of(Machine::from_name(name).unwrap(), &at_tariff(tariff)).unwrap()
}

#[test]
fn every_row_of_the_source_is_embedded() {
    let source = rows("data/asic_sha256.csv");
    assert_eq!((machines::all().len(), source.len()), (72, 72));
    for (machine, row) in machines::all().iter().zip(&source) {
        assert_eq!((machine.maker, machine.model), (&row[0], &row[1]));
        assert_eq!(machine.hashrate.value(), row[2].parse::<f64>().unwrap());
        assert_eq!(machine.power.value(), row[3].parse::<f64>().unwrap());
        assert_eq!(machine.efficiency().value(), row[4].parse::<f64>().unwrap());
        assert_eq!(format!("{:?}", machine.cooling).to_lowercase(), row[5]);
        assert_eq!(machine.released, date(&format!("{}-01", &row[6])));
    }
}

#[test]
fn every_machine_is_found_by_its_own_name_alone() {
    for machine in machines::all() {
        let name = machine.to_string();
        assert_eq!(Machine::from_name(&name).unwrap(), machine);
        assert_eq!(Machine::from_name(&name.to_uppercase()).unwrap(), machine);
        assert!(!name.contains([',', '"']), "{name}: a table would have to quote it");
    }
}

#[test]
fn a_search_finds_every_machine_with_all_the_words() {
    let count = |query| machines::search(query).count();
    assert_eq!((count(""), count("bitmain s19"), count("nothing")), (72, 9, 0));
    let found: Vec<_> = machines::search("PRO s19j").map(|machine| machine.hashrate.value()).collect();
    assert_eq!(found, [100.0, 104.0, 96.0, 122.0]);
    assert!(machines::search("whatsminer").all(|machine| machine.maker == "MicroBT"));
}

#[test]
fn whole_words_go_before_parts_of_words() {
    let named = |query| Machine::from_name(query).unwrap().to_string();
    assert_eq!(named("s19 pro"), "Bitmain Antminer S19 Pro 110 TH/s");
    assert_eq!(named("Antminer S19"), "Bitmain Antminer S19 95 TH/s");
    assert_eq!(named("s19j pro 104"), "Bitmain Antminer S19j Pro 104 TH/s");
    assert_eq!(named("innosilicon t3"), "Innosilicon T3 39 TH/s");
    assert_eq!(named("9i 14"), "Bitmain Antminer S9i 14 TH/s");
}

#[test]
fn an_ambiguous_name_lists_what_it_may_mean() {
    let error = Machine::from_name("s9").unwrap_err();
    assert!(error.is_ambiguous());
    assert_eq!((error.field(), error.value()), ("machine", "\"s9\""));
    assert!(error.allowed().starts_with("Bitmain Antminer S9 11.5 TH/s, Bitmain Antminer S9 12.5 TH/s, "));
    assert!(!error.allowed().contains("S9i"));
    let error = Machine::from_name("s19 max").unwrap_err();
    assert!(error.is_unknown_name() && error.allowed().contains("Antminer S19 XP 140 TH/s"));
    assert!(!error.allowed().contains("Whatsminer"));
    assert!(Machine::from_name("").is_err() && Machine::from_name("\u{1f600} 日本").is_err());
}

#[test]
fn an_s9_at_8_cents_went_under_water_for_good_in_march_2022() {
    let s9 = life("s9 13.5", 0.08);
    // 17 March: 98·10⁻¹² J/H · 1.03 / 3.6·10⁶ · 0.08 USD/kWh · 27,452,707,696,466·2³² H / (6.31612·0.98 BTC)
    //           = 42,729 USD under the price of 43,965.72; 31 March: 44,388 USD over 43,382.67.
    assert_eq!(s9.for_good, Some(date("2022-03-31")));
    // 16 November 2018: 4,943 USD over 4,361.02, but 10,000 USD and more in the summer of 2019.
    assert_eq!(s9.first, Some(date("2018-11-16")));
    assert!(s9.came_back);
}

#[test]
fn an_s9_with_almost_free_power_never_went_under_water() {
    let s9 = life("s9 13.5", 0.005);
    assert_eq!((s9.first, s9.for_good, s9.came_back), (None, None, false));
}

#[test]
fn the_dearer_the_power_the_earlier_a_machine_is_under_water_for_good() {
    for machine in machines::all() {
        let mut last = None;
        for tariff in [0.3, 0.2, 0.12, 0.08, 0.05, 0.03, 0.01] {
            let now = UnderWater::of(machine, &at_tariff(tariff)).unwrap().for_good;
            assert!(now.is_none() || now >= last, "{machine} at {tariff}");
            last = now.or(Some(date("9999-12-31")));
        }
    }
}

/// The same told in plain arithmetic from the source.
#[test]
fn the_life_of_every_machine_is_as_the_source_has_it() {
    let source = rows("data/network_history.csv");
    for (machine, tariff) in machines::all().iter().flat_map(|m| [0.02, 0.05, 0.08].map(|tariff| (m, tariff)))
    {
        let mut under = Vec::new();
        for row in source.iter().filter(|row| date(&row[0]) >= machine.released && !row[5].is_empty()) {
            let number = |column: usize| row[column].parse::<f64>().unwrap_or(0.0);
            let hashes = number(2) * 4_294_967_296.0;
            let joules =
                hashes * machine.efficiency().value() * 1e-12 * 1.03 / (number(8) + number(6)) / 0.98;
            under.push((date(&row[0]), joules / 3.6e6 * tariff > number(5)));
        }
        let life = UnderWater::of(machine, &at_tariff(tariff)).unwrap();
        let first = under.iter().find(|(_, under)| *under).map(|(date, _)| *date);
        let dry = under.iter().rposition(|(_, under)| !under);
        let for_good = under.get(dry.map_or(0, |last| last + 1)).map(|(date, _)| *date);
        let came_back = under.windows(2).any(|pair| pair[0].1 && !pair[1].1);
        assert_eq!((life.first, life.for_good, life.came_back), (first, for_good, came_back), "{machine}");
    }
}

#[test]
fn a_machine_is_not_under_water_before_it_is_on_sale() {
    for machine in machines::all() {
        let first = UnderWater::of(machine, &at_tariff(5.0)).unwrap().first;
        assert!(first.is_some_and(|first| first >= machine.released), "{machine}");
    }
    let last = history::periods().last().unwrap().date;
    assert!(machines::all().iter().all(|machine| machine.released <= last));
}

#[cfg(feature = "cli")]
mod refusal;

#[cfg(feature = "cli")]
mod command {
    use super::refusal::assert_refusal;
    use std::process::{Command, Output};

    fn breakeven(arguments: &[&str]) -> Output {
        Command::new(env!("CARGO_BIN_EXE_breakeven")).args(arguments).output().unwrap()
    }

    fn json(arguments: &[&str]) -> serde_json::Value {
        let output = breakeven(&[arguments, &["--format", "json"]].concat());
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }

    fn assert_refused(arguments: &[&str], words: &[&str]) {
        assert_refusal(&breakeven(arguments), words);
    }

    #[test]
    fn machines_lists_each_with_its_last_day_above_water() {
        assert_eq!(json(&["machines"]).as_array().unwrap().len(), 72);
        let found = json(&["machines", "--search", "s9 13.5", "--tariff", "0.08"]);
        assert_eq!(found.as_array().unwrap().len(), 1);
        assert_eq!(found[0]["name"], "Bitmain Antminer S9 13.5 TH/s");
        assert_eq!((&found[0]["efficiency_j_per_th"], &found[0]["power_w"]), (&98.0.into(), &1323.0.into()));
        assert_eq!(found[0]["under_water_for_good"], "2022-03-31");
        assert_eq!(found[0]["came_back"], true);
        assert_eq!(
            (&found[0]["shutdown_date"], &found[0]["shutdown_fees_basis"]),
            (&"2026-06-14".into(), &"unknown".into())
        );
        let text = String::from_utf8(breakeven(&["machines", "s9"]).stdout).unwrap();
        assert!(
            text.ends_with(
                "in the difficulty period from 2026-06-14, the subsidy only: its fees are not known\n"
            ),
            "{text}"
        );
        let text = String::from_utf8(breakeven(&["machines", "--format", "csv"]).stdout).unwrap();
        assert_eq!(text.lines().count(), 73);
        assert!(
            text.starts_with("name,maker,model,hashrate_ths,power_w,efficiency_j_per_th,cooling,released,")
        );
    }

    #[test]
    fn choosing_a_machine_sets_the_efficiency() {
        let report = json(&["eval", "--scenario", "enegix", "--machine", "S19 Pro"]);
        assert_eq!(
            (&report["inputs"]["efficiency"], &report["inputs"]["hours"]),
            (&29.55.into(), &88.0.into())
        );
    }

    #[test]
    fn a_machine_that_is_unknown_ambiguous_or_contradicted_is_refused_in_one_line() {
        assert_refused(&["eval", "--machine", "s9"], &["machine", "\"s9\"", "several", "S9 13.5 TH/s"]);
        assert_refused(
            &["eval", "--machine", "abacus"],
            &["machine", "abacus", "not known", "Antminer S21 Pro"],
        );
        assert_refused(
            &["eval", "--machine", "s19 pro", "--efficiency", "30"],
            &["efficiency", "30", "--machine", "not both"],
        );
        assert_refused(&["machines", "--search", "abacus"], &["machine", "abacus", "not known"]);
        assert_refused(&["machines", "--efficiency", "30"], &["efficiency", "each machine"]);
    }
}
