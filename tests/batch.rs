//! A batch of mines: every row comes back with its results or with the reason why it has none.
#![cfg(feature = "cli")]

mod refusal;
mod table;

use std::process::Command;

use breakeven::units::Difficulty;
use breakeven::{Input, Report, Scenario};
use table::{Answer, assert_refused, batch, good, with_a_bad_row};

#[test]
fn a_row_has_the_results_of_its_mine_to_the_last_bit() {
    let answer = good("name,tariff,efficiency,difficulty\nours,0.07,29.5,36835682546788\n");
    let mine = breakeven::Inputs::default().with_all([(Input::Tariff, 0.07), (Input::Efficiency, 29.5)]);
    let report =
        Report::of(&mine.unwrap().with_difficulty(Difficulty::new(36_835_682_546_788.0).unwrap()).unwrap());
    assert_eq!(answer.cell(0, "name"), "ours");
    assert_eq!(answer.cell(0, "difficulty"), "36835682546788");
    assert_eq!(answer.number(0, "shutdown_price"), report.prices.shutdown.value());
    assert_eq!(answer.number(0, "cash_price"), report.prices.cash.value());
    assert_eq!(answer.number(0, "all_in_price"), report.prices.all_in.unwrap().value());
    assert_eq!(answer.number(0, "hashprice"), report.hashprice.value());
    assert_eq!(answer.number(0, "hashcost"), report.hashcost.value());
    assert_eq!(answer.number(0, "strike_usd_per_mwh"), report.strike.value());
    assert_eq!(answer.number(0, "energy_per_bitcoin_kwh"), report.energy_per_bitcoin.value());
    assert_eq!(answer.number(0, "bitcoin_per_ph_day"), report.bitcoin_per_ph_day.value());
    assert_eq!(answer.cell(0, "error"), "");
}

#[test]
fn an_empty_cell_has_the_value_of_the_rows_scenario() {
    let answer = good("scenario,tariff\nenegix,\n,0.05\nenegix,0.08\n");
    let shutdown = |id: &str, tariff: f64| {
        let mine = Scenario::from_id(id).unwrap().inputs().with(Input::Tariff, tariff).unwrap();
        Report::of(&mine).prices.shutdown.value()
    };
    assert_eq!(answer.number(0, "shutdown_price"), shutdown("enegix", 0.05));
    assert_eq!(answer.number(1, "shutdown_price"), shutdown("today", 0.05));
    assert_eq!(answer.number(2, "shutdown_price"), shutdown("enegix", 0.08));
}

#[test]
fn flags_hold_for_every_row_that_says_nothing_else() {
    let output = batch(b"efficiency,scenario\n30,\n30,enegix\n", &["--tariff", "0.1"]);
    assert_eq!(output.status.code(), Some(0));
    let answer = Answer::of(&output);
    for (row, id) in ["today", "enegix"].into_iter().enumerate() {
        let inputs = Scenario::from_id(id).unwrap().inputs();
        let mine = inputs.with_all([(Input::Tariff, 0.1), (Input::Efficiency, 30.0)]).unwrap();
        assert_eq!(answer.number(row, "shutdown_price"), Report::of(&mine).prices.shutdown.value());
    }
}

#[test]
fn a_bad_row_has_its_error_and_the_rest_goes_on() {
    let answer = with_a_bad_row(b"id,tariff\na,7\nb,0.05\nc,many\n", 3, &["tariff", "7", "0 to 5 USD/kWh"]);
    assert_eq!(answer.cell(0, "shutdown_price"), "");
    assert_eq!(answer.cell(1, "error"), "");
    assert!(answer.number(1, "shutdown_price") > 0.0);
    assert!(answer.cell(2, "error").contains("\"many\" is not a number"));
    let answer = with_a_bad_row(b"scenario\nnowhere\ntoday\n", 2, &["scenario", "nowhere"]);
    assert_eq!(answer.cell(1, "error"), "");
    with_a_bad_row(b"subsidy,fees\n0,0\n", 1, &["subsidy", "0.00000001"]);
    with_a_bad_row(b"difficulty\n1\n", 1, &["difficulty", "139.7"]);
}

#[test]
fn where_no_price_earns_the_machines_back_the_cell_is_empty_and_the_reason_stands_beside_it() {
    let answer = good("idle\n48\n0\n");
    assert_eq!(answer.cell(0, "all_in_price"), "");
    assert!(answer.number(0, "shutdown_price") > 0.0);
    assert!(answer.cell(0, "error").starts_with("all_in_price: no price pays this mine back"));
    assert_eq!(answer.cell(1, "error"), "");
}

#[test]
fn a_row_of_another_length_is_refused_and_the_table_stays_a_table() {
    let answer =
        with_a_bad_row(b"tariff,efficiency,name\n0.05\n0.05,30,x\n0.05,30,x,y\n", 3, &["1 cell;", "3"]);
    assert_eq!(answer.cell(1, "error"), "");
    assert!(answer.cell(2, "error").contains("4 cells"));
}

#[test]
fn other_columns_pass_through_unchanged() {
    let answer = good("note,tariff,\"a \"\"b\"\"\"\n\"x, \"\"y\"\"\n z \",0.05,  \n");
    assert_eq!(answer.cell(0, "note"), "x, \"y\"\n z ");
    assert_eq!(answer.cell(0, "a \"b\""), "  ");
}

#[test]
fn quotes_spaces_commas_and_line_ends_are_read_as_people_write_them() {
    let answer = good("\"tariff\" , hours\r\n\"0.05\",\"88\"\r\n 0.05 ,88\r\n\"0,05\",88 h\r\n\r\n");
    assert_eq!(answer.rows.len(), 3);
    for row in 1..3 {
        assert_eq!(answer.cell(row, "all_in_price"), answer.cell(0, "all_in_price"));
    }
}

#[test]
fn a_byte_order_mark_is_no_part_of_the_first_name() {
    let answer = good("\u{feff}tariff\n0.05\n");
    assert!(answer.number(0, "shutdown_price") > 0.0);
}

#[test]
fn what_is_no_table_of_mines_is_refused_in_one_line() {
    for empty in [&b""[..], b"\n\n", b"\xef\xbb\xbf\r\n"] {
        assert_refused(empty, &["cannot read -: it is empty"]);
    }
    assert_refused(b"name,colour\na,b\n", &["columns", "tariff"]);
    assert_refused(b"\xff\xfe\x00\n1\n", &["columns", "tariff"]);
    assert_refused(b"tariff,hours,tariff\n1,1,1\n", &["\"tariff\"", "twice"]);
    assert_refused(b"hashrate,difficulty\n1,1\n", &["hashrate", "difficulty", "not both"]);
    assert_refused(b"tariff,shutdown_price\n1,1\n", &["\"shutdown_price\"", "rename"]);
}

#[test]
fn a_head_alone_is_an_empty_table() {
    assert_eq!(good("tariff,name\n").rows.len(), 0);
    assert_eq!(good("tariff").rows.len(), 0);
}

#[test]
fn what_is_no_utf_8_is_no_number_and_passes_through_elsewhere() {
    let table = b"tariff,name\n\xff\xfe,a\n0.05,caf\xe9\n";
    let answer = with_a_bad_row(table, 2, &["tariff", "is not a number"]);
    assert_eq!(answer.cell(1, "error"), "");
    let output = batch(table, &[]);
    assert!(output.stdout.windows(4).any(|bytes| bytes == b"caf\xe9"));
}

#[test]
fn a_huge_field_passes_or_is_refused_with_a_short_word() {
    for (digit, word) in [("9", "is out of range"), ("9x", "…")] {
        let huge = digit.repeat(5_000_000 / digit.len());
        let table = format!("tariff,note\n{huge},{huge}\n0.05,\n");
        let answer = with_a_bad_row(table.as_bytes(), 2, &["tariff", word]);
        assert!(answer.cell(0, "error").len() < 200);
        assert_eq!(answer.cell(0, "note").len(), huge.len());
        assert_eq!(answer.cell(1, "error"), "");
    }
}

#[test]
fn a_quote_that_is_never_closed_ends_the_reading() {
    let mut table = b"tariff,note\n0.05,a\n0.05,\"".to_vec();
    table.resize(40 << 20, b'x');
    let output = batch(&table, &[]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1));
    assert!(told.contains("quote left open"), "{told}");
    assert_eq!(Answer::of(&output).rows.len(), 1);
}

#[test]
fn a_row_in_which_a_quote_is_never_closed_is_refused_with_the_line_of_the_quote() {
    let quote = "a quote is opened and never closed";
    let answer = with_a_bad_row(b"tariff,name\n0.06,\"B\n0.07,C\n0.08,D\n", 1, &["line 2: ", quote]);
    assert_eq!(answer.cell(0, "name"), "B\n0.07,C\n0.08,D\n");
    // In a file of one column, and below a line that names the separator.
    with_a_bad_row(b"tariff\n\"0.05\n", 1, &["line 2: ", quote]);
    let told = String::from_utf8(batch(b"sep=,\nname,tariff\n\"A,0.05\n", &[]).stdout).unwrap();
    assert!(told.contains("line 3: ") && told.contains(quote), "{told}");
    // Rows before it are good, also where there are many.
    let good_rows = "0.05,A\n".repeat(5_000);
    let output = batch(format!("tariff,name\n{good_rows}0.06,\"B\n0.07,C\n").as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(1));
    let answer = Answer::of(&output);
    assert_eq!(answer.rows.len(), 5_001);
    assert!((0..5_000).all(|row| answer.cell(row, "error").is_empty()));
    assert!(answer.cell(5_000, "error").starts_with("line 5002: "));
    assert_eq!(good("tariff,name\n0.05,\"A\"\n0.06,5\" pipe\n0.07,\"B\"").rows.len(), 3);
    assert_refused(b"tariff,\"name\n0.05,A\n", &["line 1: ", quote]);
}

#[test]
fn rows_stay_in_order_through_all_cores() {
    let rows: String = (0..20_000).map(|i| format!("{i},0.{:04}\n", i % 9999 + 1)).collect();
    let answer = good(&format!("n,tariff\n{rows}"));
    assert_eq!(answer.rows.len(), 20_000);
    for (i, row) in answer.rows.iter().enumerate() {
        assert_eq!(row[0], i.to_string());
    }
}

#[test]
fn a_file_that_is_not_there_is_told_in_one_line() {
    let output =
        Command::new(env!("CARGO_BIN_EXE_breakeven")).args(["batch", "/nowhere.csv"]).output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("/nowhere.csv"));
}
