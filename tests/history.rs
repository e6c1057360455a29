//! The network through time: the table against its source, the checks of `data/SOURCES.md`, and the mine in it.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::history::{self, Day, FeesBasis, Period};
use breakeven::network::SECONDS_PER_DAY;
use breakeven::units::{BitcoinPerBlock, UsdPerBitcoin};
use breakeven::{Date, Input, Inputs, Scenario, machines};

fn date(text: &str) -> Date {
    text.parse().unwrap()
}

fn assert_near(value: f64, expected: f64, relative: f64) {
    assert!((value / expected - 1.0).abs() <= relative, "{value} is not {expected}");
}

fn source() -> Vec<csv::StringRecord> {
    csv::Reader::from_path("data/network_history.csv").unwrap().records().map(Result::unwrap).collect()
}

/// The number of a cell; none where it is blank.
fn cell(row: &csv::StringRecord, column: usize) -> Option<f64> {
    let text = &row[column];
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn period_from(day: &str) -> Period {
    history::periods().find(|period| period.date == date(day)).unwrap()
}

#[test]
fn every_row_of_the_source_is_embedded_exactly() {
    let source = source();
    assert_eq!(history::periods().len(), source.len());
    for (period, row) in history::periods().zip(&source) {
        assert_eq!(period.date.to_string(), row[0]);
        assert_eq!(period.height.to_string(), row[1]);
        assert_eq!(Some(period.difficulty.value()), cell(row, 2), "{}", &row[0]);
        assert_eq!(period.days.map(|days| days.value()), cell(row, 3), "{}", &row[0]);
        assert_eq!(period.price.map(UsdPerBitcoin::value), cell(row, 5), "{}", &row[0]);
        assert_eq!(period.fees.map(BitcoinPerBlock::value), cell(row, 6), "{}", &row[0]);
        let basis = if row[7].is_empty() { "unknown" } else { &row[7] };
        assert_eq!(period.fees_basis.id(), basis, "{}", &row[0]);
        // The source rounds the means of the halving periods and the realised hash rates; the crate does not.
        assert_near(period.subsidy.value(), cell(row, 8).unwrap(), 2e-6);
        if let Some(realised) = cell(row, 4) {
            assert_near(period.realised_hash_rate().unwrap().value(), realised, 5e-5);
        }
    }
}

#[test]
fn the_checks_of_the_sources_hold() {
    let first = history::periods().next().unwrap();
    assert_eq!((first.height, first.difficulty.value()), (0, 1.0));
    assert_eq!(period_from("2022-10-23").difficulty.value(), 36_835_682_546_788.0);
    let hardest = history::periods().map(|period| period.difficulty.value()).fold(0.0, f64::max);
    assert_eq!(period_from("2025-10-29").difficulty.value(), hardest);
    assert_eq!(hardest, 155_973_032_196_072.0);
}

/// Of a year, weighted by days; periods are split at the year's ends.
fn mean_hashprice(year: i32) -> f64 {
    let no_pool = Inputs::default().with(Input::PoolFee, 0.0).unwrap();
    let [start, end] = [year, year + 1].map(|year| Date::new(year, 1, 1).unwrap());
    let (mut sum, mut days) = (0.0, 0.0);
    for row in history::of(&no_pool) {
        let from = f64::from(row.period.date.days_since(start));
        let to = from + row.period.days.map_or(0.0, |days| days.value());
        let within = (to.min(f64::from(end.days_since(start))) - from.max(0.0)).max(0.0);
        if within > 0.0 {
            sum += within * row.hashprice.unwrap().value();
            days += within;
        }
    }
    sum / days
}

#[test]
fn the_mean_hashprice_of_a_year_is_the_published_one() {
    // Published: 314.61 and 123.88 USD/PH/day.
    assert_near(mean_hashprice(2021), 314.8, 5e-4);
    assert_near(mean_hashprice(2022), 123.4, 1e-3);
}

#[test]
fn a_period_with_a_halving_pays_the_mean_of_both_subsidies() {
    // Heights 209,664 to 211,679: 336 blocks before the halving at 210,000 and 1,680 after.
    assert_eq!(period_from("2012-11-26").subsidy.value(), (336.0 * 50.0 + 1_680.0 * 25.0) / 2_016.0);
    assert_eq!(period_from("2016-07-04").subsidy.value(), (672.0 * 25.0 + 1_344.0 * 12.5) / 2_016.0);
    assert_eq!(period_from("2020-05-05").subsidy.value(), (1_008.0 * 12.5 + 1_008.0 * 6.25) / 2_016.0);
    assert_eq!(period_from("2024-04-10").subsidy.value(), (1_344.0 * 6.25 + 672.0 * 3.125) / 2_016.0);
    assert_eq!(period_from("2024-04-24").subsidy.value(), 3.125);
}

#[test]
fn an_s9_at_5_8_cents_breaks_even_at_40000_in_october_2022_on_the_subsidy_alone() {
    let changes = [
        (Input::Efficiency, 98.0),
        (Input::Tariff, 0.058),
        (Input::PoolFee, 0.0),
        (Input::Overhead, 1.0),
        (Input::Levy, 0.0),
    ];
    let mine = Inputs::default().with_all(changes).unwrap();
    let mut rows = history::of(&mine).with_fees(BitcoinPerBlock::new(0.0).unwrap());
    let row = rows.find(|row| row.period.date == date("2022-10-23")).unwrap();
    // 36,835,682,546,788 · 2³² hashes · 98·10⁻¹² J / 6.25 BTC / 3.6·10⁶ J/kWh = 689,083 kWh/BTC
    assert_near(row.shutdown.value(), 689_083.0 * 0.058, 1e-5);
    assert_eq!(row.shutdown.value().round(), 39_967.0);
    assert_eq!(row.period.fees_basis, FeesBasis::Given);
}

#[test]
fn a_row_is_what_the_same_mine_gets_on_that_day() {
    let mine = Scenario::from_id("quoted-40000").unwrap().inputs();
    for row in history::of(&mine) {
        // On the first day of a period its height is known, so only the halving periods differ.
        let is_halving = ["2012-11-26", "2016-07-04", "2020-05-05", "2024-04-10"]
            .contains(&row.period.date.to_string().as_str());
        if row.period.price.is_some() && !is_halving {
            let then = mine.at_date(row.period.date).unwrap();
            assert_eq!(breakeven::Prices::of(&then).shutdown, row.shutdown, "{}", row.period.date);
            assert_eq!(Some(breakeven::Report::of(&then).hashprice), row.hashprice, "{}", row.period.date);
        }
    }
}

#[test]
fn the_best_machine_is_the_thriftiest_on_sale() {
    for row in history::of(&Inputs::default()) {
        let on_sale = machines::all().iter().filter(|machine| machine.released <= row.period.date);
        let best = on_sale.map(|machine| machine.efficiency().value()).fold(f64::INFINITY, f64::min);
        match row.best_machine {
            Some(machine) => {
                assert_eq!(machine.efficiency().value(), best, "{}", row.period.date);
                let ratio = row.best_shutdown.unwrap().value() / row.shutdown.value();
                assert_near(ratio, best / Inputs::default().efficiency().value(), 1e-14);
            }
            None => assert!(best.is_infinite() && row.best_shutdown.is_none(), "{}", row.period.date),
        }
    }
    let best_on = |day: &str| {
        let row = history::of(&Inputs::default()).filter(|row| row.period.date <= date(day)).last();
        row.unwrap().best_machine.map_or(String::new(), ToString::to_string)
    };
    assert_eq!(best_on("2014-11-30"), "");
    assert_eq!(best_on("2014-12-31"), "Bitmain Antminer S5 1.155 TH/s");
    assert_eq!(best_on("2016-07-01"), "Bitmain Antminer S9 11.5 TH/s");
    assert_eq!(best_on("2020-06-01"), "Bitmain Antminer S19 Pro 110 TH/s");
    assert_eq!(best_on("2022-10-24"), "Bitmain Antminer S19 XP Hyd 257 TH/s");
}

#[test]
fn fees_that_nobody_knows_are_left_out_and_the_row_says_so() {
    let row = history::of(&Inputs::default()).find(|row| row.period.date == date("2016-10-08")).unwrap();
    assert_eq!((row.period.fees, row.period.fees_basis), (None, FeesBasis::Unknown));
    let subsidy_only = history::of(&Inputs::default()).with_fees(BitcoinPerBlock::new(0.0).unwrap());
    let bare = subsidy_only.filter(|row| row.period.date == date("2016-10-08")).last().unwrap();
    assert_eq!(row.shutdown, bare.shutdown);
    let known = history::periods().filter(|period| period.fees.is_some()).count();
    assert_eq!(known, 40 + 64 + 119); // chain, interpolated, published
}

#[test]
fn a_date_sets_all_that_the_network_and_the_market_say() {
    let mine = Scenario::from_id("enegix").unwrap().inputs();
    let then = mine.at_date(date("2021-11-10")).unwrap();
    assert_eq!(then.difficulty().value(), 21_659_344_833_265.0); // from 2021-10-31
    assert_eq!(then.price().value(), 63_610.41);
    assert_eq!((then.subsidy().value(), then.fees().value()), (6.25, 0.099));
    assert_eq!(then.next_halving().value(), 30.0); // May 2024 at 144 blocks a day
    for input in [Input::Tariff, Input::Hours, Input::Efficiency, Input::Capacity, Input::MachinePrice] {
        assert_eq!(then.get(input), mine.get(input));
    }
}

#[test]
fn the_subsidy_of_a_day_is_that_of_its_height() {
    // Block 840,000 was found on 2024-04-20 at 00:09 UTC.
    let subsidy = |day| Inputs::default().at_date(date(day)).unwrap().subsidy().value();
    assert_eq!((subsidy("2024-04-19"), subsidy("2024-04-20")), (6.25, 3.125));
    // Blocks 210,000, 420,000 and 630,000 were found in the afternoon or evening of the days between these.
    assert_eq!((subsidy("2012-11-27"), subsidy("2012-11-29")), (50.0, 25.0));
    assert_eq!((subsidy("2016-07-08"), subsidy("2016-07-10")), (25.0, 12.5));
    assert_eq!((subsidy("2020-05-10"), subsidy("2020-05-12")), (12.5, 6.25));
    let months = |day| Inputs::default().at_date(date(day)).unwrap().next_halving().value();
    assert_eq!((months("2024-04-19"), months("2024-04-20")), (0.0, 48.0));
    assert_eq!(Day::at(date("2022-10-23")).unwrap().height, 760_032);
}

#[test]
fn every_day_with_a_price_is_allowed_and_no_other() {
    let (first, last) = (date("2010-07-16"), date("2026-06-27"));
    let mut day = first;
    while day <= last {
        let found = Day::at(day).unwrap();
        assert!(found.period.date <= day && found.height - found.period.height < 2_016, "{day}");
        if let Some(days) = found.period.days {
            let end = f64::from(found.period.date.days_since(first)) + days.value();
            assert!(f64::from(day.days_since(first)) < end + 1.0, "{day}");
        }
        Inputs::default().at_date(day).unwrap();
        day = day.plus_days(1);
    }
    for outside in [first.plus_days(-1), last.plus_days(1), date("0001-01-01"), date("9999-12-31")] {
        let error = Inputs::default().at_date(outside).unwrap_err();
        assert!(error.is_out_of_range());
        assert_eq!(
            error.to_string(),
            format!(
                "date: {outside} is out of range; allowed is 2010-07-16 to 2026-06-27, or a day of September 2026"
            )
        );
    }
}

#[test]
fn the_newest_month_is_that_of_the_scenario_today_and_lies_beyond_the_history() {
    let today = Scenario::from_id("today").unwrap();
    let enegix = Scenario::from_id("enegix").unwrap().inputs();
    let newest = enegix.at_newest().unwrap();
    for input in [Input::Hashrate, Input::Price, Input::Subsidy, Input::Fees, Input::NextHalving] {
        assert_eq!(newest.get(input), today.inputs().get(input), "{input:?}");
    }
    assert_eq!(newest.difficulty(), today.difficulty());
    for input in [Input::Tariff, Input::Hours, Input::Efficiency, Input::Capacity, Input::MachinePrice] {
        assert_eq!(newest.get(input), enegix.get(input), "{input:?}");
    }
    // "Latest" is never older than "today": the day of the scenario is one of the newest month.
    for day in ["2026-09-01", today.date(), "2026-09-30"] {
        assert_eq!(enegix.at_date(date(day)), Ok(newest.clone()), "{day}");
    }
    let mut mine = breakeven::Mine::default();
    mine.date_to(Some("latest")).unwrap();
    assert_eq!(mine.date(), Some(date(today.date())));
    for day in ["2026-06-28", "2026-08-31", "2026-10-01"] {
        assert!(enegix.at_date(date(day)).unwrap_err().is_out_of_range(), "{day}");
    }
    assert!(history::periods().last().unwrap().date < date(today.date()));
}

#[test]
fn the_periods_follow_each_other_without_a_gap() {
    let all: Vec<_> = history::periods().collect();
    for pair in all.windows(2) {
        let days = f64::from(pair[1].date.days_since(pair[0].date));
        assert!((pair[0].days.unwrap().value() - days).abs() < 1.0, "{}", pair[0].date);
        // A header's clock may be off by an hour or two, a day has 86,400 seconds.
        assert!(pair[0].days.unwrap().value() * SECONDS_PER_DAY > 86_400.0);
    }
}

#[cfg(feature = "cli")]
mod refusal;

#[cfg(feature = "cli")]
mod command {
    use super::refusal::assert_refusal;
    use std::process::{Command, Output};

    fn breakeven(arguments: &str) -> Output {
        Command::new(env!("CARGO_BIN_EXE_breakeven")).args(arguments.split_whitespace()).output().unwrap()
    }

    fn printed(arguments: &str) -> String {
        let output = breakeven(arguments);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(arguments: &str) -> serde_json::Value {
        serde_json::from_str(&printed(&format!("{arguments} --format json"))).unwrap()
    }

    fn assert_refused(arguments: &str, words: &[&str]) {
        assert_refusal(&breakeven(arguments), words);
    }

    const COLUMNS: &str = "date,height,difficulty,hashrate_ehs,price,subsidy,fees,fees_basis,shutdown_price,\
                           best_machine,best_machine_shutdown_price,hashprice";

    #[test]
    fn history_prints_the_same_rows_as_json_and_as_csv() {
        let rows = json("history --scenario enegix");
        let csv_text = printed("history --scenario enegix --format csv");
        let mut table = csv::Reader::from_reader(csv_text.as_bytes());
        assert_eq!(table.headers().unwrap().iter().collect::<Vec<_>>().join(","), COLUMNS);
        let rows = rows.as_array().unwrap();
        assert_eq!(rows.len(), 474);
        for (row, record) in rows.iter().zip(table.records().map(Result::unwrap)) {
            let values = row.as_object().unwrap();
            assert_eq!(values.keys().cloned().collect::<Vec<_>>().join(","), COLUMNS);
            for (value, cell) in values.values().zip(&record) {
                match value {
                    serde_json::Value::Null => assert_eq!(cell, ""),
                    serde_json::Value::String(text) => assert_eq!(cell, text),
                    // Reading JSON may miss the last bit.
                    number => {
                        let [read, expected] = [cell.parse().unwrap(), number.as_f64().unwrap()];
                        assert!((read - expected).abs() <= 1e-15 * f64::abs(expected), "{number} {cell}");
                    }
                }
            }
        }
    }

    #[test]
    fn history_shows_only_the_days_that_were_asked_for() {
        let rows = json("history --from 2022-10-23 --to 2022-11-20");
        let days: Vec<_> = rows.as_array().unwrap().iter().map(|row| row["date"].as_str().unwrap()).collect();
        assert_eq!(days, ["2022-10-23", "2022-11-07", "2022-11-20"]);
        assert!(printed("history --to 2016-12-31").contains("subsidy only"));
        // Before the first and after the last there is nothing to leave out.
        assert_eq!(json("history --from 2000-01-01 --to 2030-01-01").as_array().unwrap().len(), 474);
    }

    #[test]
    fn days_without_a_period_are_refused_beyond_the_data_and_a_table_with_its_head_within() {
        for (arguments, field, day) in [
            ("--from 2040-01-01", "from", "2040-01-01"),
            ("--from 2026-06-15 --format csv", "from", "2026-06-15"),
            ("--to 2009-01-02 --format json", "to", "2009-01-02"),
        ] {
            let words = &[&format!("{field}: {day} is out of range"), "2009-01-03 to 2026-06-14"];
            assert_refused(&format!("history {arguments}"), words);
        }
        let between = "history --from 2020-01-02 --to 2020-01-03";
        assert_eq!(printed(&format!("{between} --format csv")), format!("{COLUMNS}\n"));
        assert_eq!(json(between), serde_json::json!([]));
    }

    #[test]
    fn who_starts_days_before_a_halving_has_the_higher_subsidy_on_the_day_and_the_lower_in_life() {
        let [before, after] = ["2024-04-18", "2024-04-20"].map(|day| json(&format!("eval --date {day}")));
        assert_eq!(
            (&before["inputs"]["subsidy"], &after["inputs"]["subsidy"]),
            (&6.25.into(), &3.125.into())
        );
        assert_eq!(before["inputs"]["next_halving"], 0.0);
        let of = |report: &serde_json::Value, key: &str| report[key].as_f64().unwrap();
        assert!(of(&before, "shutdown_price") < 0.8 * of(&after, "shutdown_price"));
        assert_eq!(before["all_in_price"], after["all_in_price"]);
    }

    #[test]
    fn unknown_fees_are_null_and_said() {
        let rows = json("history --from 2016-10-08 --to 2016-10-08");
        assert!(rows[0]["fees"].is_null());
        assert_eq!(rows[0]["fees_basis"], "unknown");
        let output = breakeven("eval --date 2016-10-10");
        assert!(String::from_utf8_lossy(&output.stderr).contains("subsidy only"));
        assert!(output.status.success());
        assert!(breakeven("eval --date 2016-10-10 --fees 0.5").stderr.is_empty());
    }

    #[test]
    fn the_latest_is_the_network_and_the_price_of_today() {
        let (latest, today) = (json("eval --date latest --scenario enegix"), json("eval"));
        for key in ["difficulty", "hashrate_ehs"] {
            assert_eq!(latest[key], today[key], "{key}");
        }
        assert_eq!(latest["inputs"]["price"], today["inputs"]["price"]);
        assert_eq!(latest["inputs"]["hours"], 88.0);
        let note = String::from_utf8(breakeven("eval --date latest").stderr).unwrap();
        assert!(note.contains("September 2026") && note.contains("fees"), "{note}");
    }

    #[test]
    fn history_and_a_day_each_say_which_subsidy_they_have() {
        assert_eq!(json("eval --date 2012-11-26")["inputs"]["subsidy"], 50.0);
        let rows = json("history --from 2012-11-26 --to 2012-11-26");
        assert!((rows[0]["subsidy"].as_f64().unwrap() - 175.0 / 6.0).abs() < 1e-12);
        assert!(printed("history --help").contains("part of both"));
        assert!(printed("eval --help").contains("the day's own"));
    }

    #[test]
    fn a_date_is_the_default_of_what_flags_may_still_change() {
        let report = json("eval --scenario enegix --date 2021-11-10");
        assert_eq!(report["difficulty"], 21_659_344_833_265.0);
        assert_eq!(report["inputs"]["price"], 63_610.41);
        assert_eq!(report["inputs"]["hours"], 88.0);
        let report = json("eval --date 2021-11-10 --price 30000 --hashrate 200");
        assert_eq!(
            (&report["inputs"]["price"], &report["inputs"]["hashrate"]),
            (&30_000.0.into(), &200.0.into())
        );
        assert_eq!(report["inputs"]["fees"], 0.099);
    }

    #[test]
    fn wrong_days_are_refused_in_one_line() {
        assert_refused("history --from yesterday", &["from", "yesterday", "YYYY-MM-DD"]);
        assert_refused("history --to 2022-02-30", &["to", "2022-02-30", "YYYY-MM-DD"]);
        assert_refused("history --from 2022-02-01 --to 2022-01-01", &["to", "2022-01-01", "2022-02-01"]);
        assert_refused(
            "eval --date 2026-07-01",
            &["date", "2010-07-16 to 2026-06-27, or a day of September 2026"],
        );
        assert_refused("eval --date 2009-05-01", &["date", "2009-05-01", "2010-07-16 to 2026-06-27"]);
        assert_refused("eval --date 2026-06-28", &["date", "2010-07-16 to 2026-06-27"]);
        assert_refused("eval --date 1.5.2022", &["date", "1.5.2022", "2010-07-16 to 2026-06-27"]);
        assert_refused("history --price 20000", &["price", "20000", "each difficulty period"]);
    }
}
