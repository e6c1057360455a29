//! The tables that a batch reads, as people have them: separators, encodings, cells, and columns that are no inputs.
#![cfg(feature = "cli")]

mod refusal;
mod table;

use refusal::assert_refusal;
use std::process::Command;

use table::{Answer, assert_refused, batch, good, with_a_bad_row};

/// The all-in prices of a table, in whatever form it is written.
fn all_in_prices(table: &[u8], arguments: &[&str]) -> Vec<f64> {
    let output = batch(table, arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told} {}", String::from_utf8_lossy(&output.stdout));
    let head = output.stdout.split(|byte| *byte == b'\n').next().unwrap();
    let separator = *head.iter().rev().find(|byte| b",;\t|".contains(byte)).unwrap();
    let mut rows = csv::ReaderBuilder::new().delimiter(separator).from_reader(&output.stdout[..]);
    let column = rows.headers().unwrap().iter().position(|head| head == "all_in_price").unwrap();
    rows.records().map(|row| row.unwrap()[column].replace(',', ".").parse().unwrap()).collect()
}

fn utf_16(text: &str, order: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(order).collect()
}

#[test]
fn a_table_is_the_same_table_however_it_is_written() {
    let plain = "tariff,pool_fee,hours\n0.05,0.02,88\n0.0625,0.015,168\n";
    let expected = all_in_prices(plain.as_bytes(), &[]);
    assert_eq!(expected.len(), 2);
    let tabs = plain.replace(',', "\t");
    let semicolons = plain.replace(',', ";");
    let commas = semicolons.replace('.', ",");
    for table in [
        tabs.clone(),
        semicolons.clone(),
        commas.clone(),
        tabs.replace('.', ","),
        commas.replace('\n', "\r\n"),
        format!("\u{feff}{commas}"),
        format!("sep=;\r\n{commas}"),
        "Tariff (USD/kWh),Pool fee,Hours run\n0.05,0.02,88\n0.0625,0.015,168\n".to_owned(),
        "Tariff (¢/kWh);pool-fee (%);HOURS\n5;2;88\n6,25;1,5;168\n".to_owned(),
        "Tariff (ct/kWh);pool-fee (%);HOURS\n5;2;88\n6,25;1,5;168\n".to_owned(),
        "Tariff (USD/MWh)\tpool_fee\tschedule\n50\t0.02\tNights and weekends\n62.5\t0.015\t168\n".to_owned(),
    ] {
        assert_eq!(all_in_prices(table.as_bytes(), &[]), expected, "{table}");
        for (mark, order) in [
            ("\u{feff}", u16::to_le_bytes as fn(u16) -> [u8; 2]),
            ("\u{feff}", u16::to_be_bytes),
            ("", u16::to_le_bytes),
            ("", u16::to_be_bytes),
        ] {
            let table = format!("{mark}{}", table.trim_start_matches('\u{feff}'));
            assert_eq!(all_in_prices(&utf_16(&table, order), &[]), expected, "{table}");
        }
    }
}

#[test]
fn the_results_are_written_as_the_table_was() {
    let output = batch("tariff;name\n0,05;Шахта, №1\n".as_bytes(), &[]);
    let text = String::from_utf8(output.stdout).unwrap();
    let (head, row) = text.trim_end().split_once('\n').unwrap();
    assert!(head.starts_with("tariff;name;shutdown_price;cash_price"), "{head}");
    assert!(
        row.starts_with("0,05;Шахта, №1;") && row.matches(';').count() == head.matches(';').count(),
        "{row}"
    );
    assert!(!row.contains('.'), "{row}");
    assert!(
        String::from_utf8_lossy(&output.stderr).contains("a semicolon between columns and a decimal comma")
    );
}

#[test]
fn a_number_that_may_be_two_is_refused_unless_the_file_or_a_flag_tells() {
    let table = b"efficiency;name\n29,500;a\n";
    let output = batch(table, &[]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("write 29500 or 29.5, or give --decimal point"));
    assert_eq!(all_in_prices(table, &["--decimal", "comma"]), all_in_prices(b"efficiency\n29.5\n", &[]));
    assert_eq!(all_in_prices(table, &["--decimal", "point"]), all_in_prices(b"efficiency\n29500\n", &[]));
    // Another cell of the column shows which it is.
    let both = all_in_prices(b"efficiency;name\n29,500;a\n30,5;b\n", &[]);
    assert_eq!(both, all_in_prices(b"efficiency\n29.5\n30.5\n", &[]));
    assert_refusal(&batch(table, &["--decimal", "dot"]), &["decimal", "\"dot\"", "point, comma"]);
    assert_refusal(
        &batch(table, &["--separator", "/"]),
        &["separator", "\"/\" is not known; known: comma, semicolon, tab, pipe"],
    );
    // A lone point may part thousands as a lone comma may, and nothing is said of a mark that nothing shows.
    let pointed = b"hours;price\n88;29.500\n";
    let output = batch(pointed, &[]);
    assert!(String::from_utf8_lossy(&output.stdout).contains("write 29500 or 29.5, or give --decimal point"));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("decimal"));
    assert_eq!(
        all_in_prices(pointed, &["--decimal", "point"]),
        all_in_prices(b"hours,price\n88,29.5\n", &[])
    );
    // Between commas it parts decimals, as a machine writes it.
    assert_eq!(
        all_in_prices(b"hours,efficiency\n88,29.500\n", &[]),
        all_in_prices(b"hours,efficiency\n88,29.5\n", &[])
    );
}

#[test]
fn what_a_first_line_says_stands_between_columns_is_a_separator() {
    let plain = all_in_prices(b"tariff,hours\n0.06,88\n", &[]);
    assert_eq!(all_in_prices(b"sep=|\ntariff|hours\n0.06|88\n", &[]), plain);
    assert_eq!(all_in_prices(b"tariff|hours\n0.06|88\n", &[]), plain);
    for mark in ['.', '5', '"'] {
        let table = format!("sep={mark}\ntariff{mark}hours\n1{mark}88\n");
        assert_refusal(&batch(table.as_bytes(), &[]), &["separator", "comma, semicolon, tab, pipe"]);
    }
}

#[test]
fn cells_are_read_as_flags_are_in_files_of_every_kind() {
    let plain = all_in_prices(b"tariff,pool_fee,price,efficiency\n0.05,0.02,40000,29.5\n", &[]);
    for table in [
        "tariff;pool_fee;price;efficiency\n0,05;2 %;40k;29,5\n",
        "tariff;pool_fee;price;efficiency\n5 ¢;2%;40.000;29,5 W/TH\n",
        "tariff,pool_fee,price,efficiency\n5 cents,2 %,\"$40,000\",0.0295 J/GH\n",
        // A cell's own unit goes before that of its head.
        "tariff (USD/MWh),pool_fee (%),price (kUSD),efficiency\n5 ¢/kWh,2,40,29.5\n",
        "tariff (USD/MWh);pool_fee (%);price (kUSD);efficiency\n50;2 %;40,0;29,5\n",
        // So does one that only heads have.
        "tariff;pool_fee;price;efficiency (J/TH)\n50 USD/MWh;2 pct;40 kUSD;0,0295 kJ/TH\n",
    ] {
        assert_eq!(all_in_prices(table.as_bytes(), &[]), plain, "{table}");
    }
    let whole = all_in_prices(b"difficulty\n36800000000000\n", &[]);
    for table in ["Difficulty (T);x\n36,8;\n", "Difficulty (G),x\n\"36,800\",\n", "difficulty\n36.8 T\n"] {
        assert_eq!(all_in_prices(table.as_bytes(), &[]), whole, "{table}");
    }
    // The head's unit, not the table's, tells which of two numbers is one.
    let hashrate = all_in_prices(b"hashrate\n263.7\n", &[]);
    assert_eq!(all_in_prices(b"Hash rate (PH/s);x\n263,700;\n", &[]), hashrate);
}

#[test]
fn a_blank_line_of_one_column_is_a_row() {
    let answer = good("tariff\n0.05\n\n0.07\n\n");
    let tariffs: Vec<_> = (0..answer.rows.len()).map(|row| answer.cell(row, "tariff")).collect();
    assert_eq!(tariffs, ["0.05", "", "0.07", ""]);
    assert_eq!(answer.cell(1, "shutdown_price"), answer.cell(0, "shutdown_price")); // the default is 0.05
}

#[test]
fn one_column_needs_no_separator() {
    let prices = all_in_prices(b"tariff\n0,05\n0,07\n", &[]);
    assert_eq!(prices, all_in_prices(b"tariff\n0.05\n0.07\n", &[]));
}

#[test]
fn a_currency_acts_on_columns_too() {
    let rouble = &["--currency", "RUB", "--rate", "90"];
    let expected = all_in_prices(b"tariff,levy\n0.05,0.01\n", &[]);
    assert_eq!(all_in_prices(b"tariff,levy\n4.5,0.9\n", rouble), expected);
    assert_eq!(all_in_prices(b"tariff (RUB/kWh),levy (USD/kWh)\n4.5,0.01\n", rouble), expected);
    let output = batch(b"tariff\n4500\n", rouble);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stdout).contains("0 to 450 RUB/kWh"));
    assert_refused(b"tariff (RUB/kWh)\n4.5\n", &["RUB", "--currency"]);
    assert_refused(b"tariff,currency\n4.5,RUB\n", &["\"currency\"", "--currency"]);
}

#[test]
fn a_schedule_is_told_by_name() {
    let hours = all_in_prices(b"hours\n168\n88\n56\n", &[]);
    assert_eq!(all_in_prices(b"schedule\naround-the-clock\nnights-and-weekends\nNights\n", &[]), hours);
    assert_eq!(all_in_prices(b"schedule\n.5e2\n+88\n", &[]), all_in_prices(b"hours\n50\n88\n", &[]));
    with_a_bad_row(b"schedule\n-5\n", 1, &["hours: -5 is out of range", "1 to 168 h/week"]);
    with_a_bad_row(b"schedule\nnever\n", 1, &["schedule", "\"never\"", "nights"]);
    assert_refused(b"hours,schedule\n1,1\n", &["hours", "schedule", "not both"]);
}

#[test]
fn a_machine_and_a_day_do_what_their_flags_do() {
    let table =
        "machine,date,tariff,price\nAntminer S19 Pro,2022-10-24,0.04,\n,,0.04,\ns9 13.5,latest,,30000\n";
    let output = batch(table.as_bytes(), &["--machine", "s19 xp hyd", "--date", "2023-01-01"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told}");
    assert_eq!(
        told,
        "note: the column date puts each mine on its day; --carry date passes it through, not read\n\
         note: network and price of some days are the means of September 2026, the fees those to 6 February 2026\n"
    );
    let answer = Answer::of(&output);
    for (row, flags) in [
        (0, &["--machine", "s19 pro", "--date", "2022-10-24", "--tariff", "0.04"][..]),
        (1, &["--machine", "s19 xp hyd", "--date", "2023-01-01", "--tariff", "0.04"]),
        (2, &["--machine", "s9 13.5", "--date", "latest", "--price", "30000"]),
    ] {
        let eval = Command::new(env!("CARGO_BIN_EXE_breakeven"))
            .args(["eval", "--format", "json"])
            .args(flags)
            .output()
            .unwrap();
        let report: serde_json::Value = serde_json::from_slice(&eval.stdout).unwrap();
        for price in ["shutdown_price", "cash_price", "all_in_price", "hashprice"] {
            assert_eq!(answer.number(row, price), report[price].as_f64().unwrap(), "{price} of row {row}");
        }
    }
}

#[test]
fn what_flags_and_cells_say_of_network_and_market_goes_before_the_day() {
    let dated = |flags: &[&str]| all_in_prices(b"date,tariff\n2022-10-24,0.04\n", flags);
    let said = |table: &str| all_in_prices(table.as_bytes(), &[]);
    assert_eq!(dated(&["--fees", "0.5"]), said("date,tariff,fees\n2022-10-24,0.04,0.5\n"));
    assert_eq!(dated(&["--difficulty", "1e14"]), said("date,tariff,difficulty\n2022-10-24,0.04,1e14\n"));
    assert_eq!(dated(&["--hashrate", "500"]), said("date,tariff,hashrate\n2022-10-24,0.04,500\n"));
    assert_ne!(dated(&["--hashrate", "500"]), dated(&[]));
}

#[test]
fn a_machine_or_a_day_that_is_not_known_is_refused_and_fees_that_are_not_are_told_once() {
    with_a_bad_row(b"machine\ns19 prro\n", 1, &["machine", "\"s19 prro\""]);
    with_a_bad_row(
        b"date,tariff\n24.10.2022,0.05\n",
        1,
        &["date", "\"24.10.2022\"", "2010-07-16 to 2026-06-27"],
    );
    with_a_bad_row(b"date,tariff\n2009-02-01,0.05\n", 1, &["date", "2009-02-01", "2010-07"]);
    let told = |table: &str| String::from_utf8(batch(table.as_bytes(), &[]).stderr).unwrap();
    let rows = "2012-11-26,0.05\n2022-10-24,0.05\n".repeat(5_000);
    assert_eq!(told(&format!("date,tariff\n{rows}")).matches("fees of some days are not known").count(), 1);
    assert!(!told("date,tariff\n2022-10-24,0.05\n").contains("not known"));
    assert!(!told("date,fees\n2012-11-26,0.1\n").contains("not known"));
    for day in ["latest", "2026-09-03"] {
        assert_eq!(
            told(&format!("date,tariff\n{day},0.05\n{day},0.06\n")).matches("6 February 2026").count(),
            1
        );
    }
    assert_refused(b"machine,efficiency\ns9,90\n", &["efficiency", "machine", "not both", "--carry machine"]);
    let carried = all_in_prices(b"machine,efficiency\nours,90\n", &["--carry", "machine"]);
    assert_eq!(carried, all_in_prices(b"efficiency\n90\n", &[]));
}

#[test]
fn a_column_that_is_no_input_is_named_once_and_one_that_nearly_is_is_refused() {
    let rows: String = (0..20_000).map(|i| format!("0.05,{i},x\n")).collect();
    let output = batch(format!("tariff,number,our note\n{rows}").as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "note: carried through, not read: \"number\", \"our note\"\n"
    );
    assert_refused(b"tariff,effeciency\n1,1\n", &["\"effeciency\"", "efficiency", "--carry"]);
    assert_refused(b"hours,tariff 2021 (old)\n1,1\n", &["\"tariff 2021 (old)\"", "--carry"]);
    assert_refused(b"tariff,efficiency (km/h)\n1,1\n", &["\"efficiency (km/h)\"", "J/TH"]);
    assert_refused(b"tariff,Tariff (USD/kWh)\n1,1\n", &["tariff", "twice"]);
    // A unit by itself is no currency, though it has three letters.
    assert_refused(b"Tariff (MWh)\n50\n", &["\"Tariff (MWh)\" has a unit that tariff has not", "USD/kWh"]);
    assert_refused(b"Levy (day)\n1\n", &["\"Levy (day)\" has a unit", "USD/kWh"]);
    let output = batch(b"tariff,date\n0.05,2022-01-01\n", &["--carry", "dates"]);
    assert_refusal(&output, &["carry: \"dates\" is not known", "known: tariff, date"]);
    let carried = all_in_prices(b"hours,tariff 2021 (old)\n88,7\n", &["--carry", "tariff 2021 (old)"]);
    assert_eq!(carried, all_in_prices(b"hours\n88\n", &[]));
}

#[test]
fn a_note_is_told_once_however_many_bases_and_cores_there_are() {
    let rows = "today,88\nenegix,168\n".repeat(10_000);
    let output = batch(format!("scenario,hours\n{rows}").as_bytes(), &["--date", "2010-08-01"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told.matches("note: ").count(), 1, "{told}");
    let output = batch(b"scenario\nenegix\n", &["--discount-rate", "2"]);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "note: discount_rate: 2 is read as 200 % a year\n");
}

#[test]
fn what_a_column_may_have_meant_otherwise_is_told() {
    let told = |table: &str| String::from_utf8(batch(table.as_bytes(), &[]).stderr).unwrap();
    for table in ["discount_rate\n0.1\n10\n", "price_growth\n1.5\n"] {
        assert_eq!(told(table).matches("1 for 100 %").count(), 1, "{table}");
    }
    for table in ["discount_rate\n10 %\n", "discount_rate (%)\n10\n", "discount_rate\n0.1\n"] {
        assert_eq!(told(table), "", "{table}");
    }
    // So are those of machines told.
    for head in ["hashrate (TH/s)", "Hash rate (GH/s)"] {
        assert!(
            told(&format!("{head},tariff\n110000000,0.05\n")).contains("the network’s, not a machine’s"),
            "{head}"
        );
    }
    assert_eq!(told("hashrate (PH/s),tariff\n263700,0.05\n"), "");
    let output = batch(b"hashrate (TH/s),tariff\n110,0.05\n", &["--carry", "hashrate (TH/s)"]);
    assert!(!String::from_utf8_lossy(&output.stderr).contains("network"));
}

#[test]
fn standard_input_cannot_be_table_and_mine_at_once() {
    let output = batch(b"tariff\n0.05\n", &["--inputs", "-"]);
    assert_refusal(&output, &["inputs", "FILE -", "--inputs -", "not both"]);
}

#[test]
fn many_thousand_columns_are_carried_through() {
    let heads: Vec<_> = (0..20_000).map(|i| format!("column {i}")).collect();
    let table = format!("tariff,{}\n0.05{}\n", heads.join(","), ",".repeat(heads.len()));
    let answer = good(&table);
    let answers = 9;
    assert_eq!(answer.rows[0].len(), 1 + heads.len() + answers);
    assert!(answer.number(0, "shutdown_price") > 0.0);
}
