//! A table of mines: every row comes back with its results or with the reason why it has none.
#![cfg(feature = "cli")]

mod refusal;

use refusal::assert_refusal;
use std::io::Write;
use std::process::{Command, Output, Stdio};

use breakeven::{Input, Report, Scenario};

fn batch(table: &[u8], arguments: &[&str]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_breakeven"))
        .args(["batch", "-"])
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    let table = table.to_vec();
    let feeder = std::thread::spawn(move || input.write_all(&table)); // who refuses the head reads no further
    let output = child.wait_with_output().unwrap();
    let _ = feeder.join().unwrap();
    output
}

/// The rows that came back, each as its cells by name.
struct Answer {
    heads: csv::StringRecord,
    rows: Vec<csv::StringRecord>,
}

impl Answer {
    fn of(output: &Output) -> Self {
        let mut reader = csv::Reader::from_reader(&output.stdout[..]);
        let heads = reader.headers().unwrap().clone();
        Self { heads, rows: reader.records().map(Result::unwrap).collect() }
    }

    fn cell(&self, row: usize, name: &str) -> &str {
        let column = self.heads.iter().position(|head| head == name).unwrap_or_else(|| panic!("no {name}"));
        &self.rows[row][column]
    }

    fn number(&self, row: usize, name: &str) -> f64 {
        self.cell(row, name).parse().unwrap()
    }
}

fn good(table: &str) -> Answer {
    let output = batch(table.as_bytes(), &[]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    Answer::of(&output)
}

/// Exit status 1, all rows there, the first of them with an error that holds `words`.
fn with_a_bad_row(table: &[u8], rows: usize, words: &[&str]) -> Answer {
    let output = batch(table, &[]);
    let told = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(1), "{told}");
    let lines = told.lines().filter(|line| !line.starts_with("note: "));
    assert_eq!(lines.count(), 1, "{told}");
    let mut reader = csv::Reader::from_reader(&output.stdout[..]);
    let width = reader.byte_headers().unwrap().len();
    let records: Vec<_> = reader.byte_records().map(Result::unwrap).collect();
    assert_eq!(records.len(), rows);
    let error = String::from_utf8_lossy(&records[0][width - 1]).into_owned();
    for word in words {
        assert!(error.contains(word), "{error}");
    }
    Answer { heads: reader_heads(&output), rows: records.iter().map(lossy).collect() }
}

fn reader_heads(output: &Output) -> csv::StringRecord {
    lossy(csv::Reader::from_reader(&output.stdout[..]).byte_headers().unwrap())
}

fn lossy(record: &csv::ByteRecord) -> csv::StringRecord {
    csv::StringRecord::from_byte_record_lossy(record.clone())
}

/// Exit status 2 and one line on standard error that holds each of `words`.
fn assert_refused(table: &[u8], words: &[&str]) {
    assert_refusal(&batch(table, &[]), words);
}

#[test]
fn a_row_has_the_results_of_its_mine_to_the_last_bit() {
    let answer = good("name,tariff,efficiency,difficulty\nours,0.07,29.5,36835682546788\n");
    let mine = breakeven::Inputs::default().with_all([(Input::Tariff, 0.07), (Input::Efficiency, 29.5)]);
    let report = Report::of(&mine.unwrap().with_difficulty(36_835_682_546_788.0).unwrap());
    assert_eq!(answer.cell(0, "name"), "ours");
    assert_eq!(answer.cell(0, "difficulty"), "36835682546788");
    assert_eq!(answer.number(0, "shutdown_price"), report.prices.shutdown.value());
    assert_eq!(answer.number(0, "cash_price"), report.prices.cash.value());
    assert_eq!(answer.number(0, "all_in_price"), report.prices.all_in.unwrap().value());
    assert_eq!(answer.number(0, "hashprice"), report.hashprice.value());
    assert_eq!(answer.number(0, "hashcost"), report.hashcost.value());
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
        with_a_bad_row(b"tariff,efficiency,name\n0.05\n0.05,30,x\n0.05,30,x,y\n", 3, &["1 cells", "3"]);
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

/// The all-in prices of a table, in whatever form it is written.
fn all_in_prices(table: &[u8], arguments: &[&str]) -> Vec<f64> {
    let output = batch(table, arguments);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(0), "{told} {}", String::from_utf8_lossy(&output.stdout));
    let head = output.stdout.split(|byte| *byte == b'\n').next().unwrap();
    let separator = *head.iter().rev().find(|byte| b",;\t".contains(byte)).unwrap();
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
    assert_refusal(&batch(table, &["--separator", "|"]), &["separator", "\"|\"", "comma, semicolon, tab"]);
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
        "note: the column date puts each mine on its day; --carry date passes it through, not read\n"
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
    with_a_bad_row(b"date,tariff\n24.10.2022,0.05\n", 1, &["date", "\"24.10.2022\"", "YYYY-MM-DD"]);
    with_a_bad_row(b"date,tariff\n2009-02-01,0.05\n", 1, &["date", "2009-02-01", "2010-07"]);
    let told = |table: &str| String::from_utf8(batch(table.as_bytes(), &[]).stderr).unwrap();
    let rows = "2012-11-26,0.05\n2022-10-24,0.05\n".repeat(5_000);
    assert_eq!(told(&format!("date,tariff\n{rows}")).matches("fees of some days are not known").count(), 1);
    assert!(!told("date,tariff\n2022-10-24,0.05\n").contains("not known"));
    assert!(!told("date,fees\n2012-11-26,0.1\n").contains("not known"));
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
    let carried = all_in_prices(b"hours,tariff 2021 (old)\n88,7\n", &["--carry", "tariff 2021 (old)"]);
    assert_eq!(carried, all_in_prices(b"hours\n88\n", &[]));
}

#[test]
fn a_note_is_told_once_however_many_bases_and_cores_there_are() {
    let rows = "today,88\nenegix,168\n".repeat(10_000);
    let output = batch(format!("scenario,hours\n{rows}").as_bytes(), &["--date", "2010-08-01"]);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(told.matches("note: ").count(), 1, "{told}");
}

#[test]
fn many_thousand_columns_are_carried_through() {
    let heads: Vec<_> = (0..20_000).map(|i| format!("column {i}")).collect();
    let table = format!("tariff,{}\n0.05{}\n", heads.join(","), ",".repeat(heads.len()));
    let answer = good(&table);
    assert_eq!(answer.rows[0].len(), 20_001 + 8);
    assert!(answer.number(0, "shutdown_price") > 0.0);
}

#[test]
fn what_is_no_table_of_mines_is_refused_in_one_line() {
    assert_refused(b"", &["columns", "tariff"]);
    assert_refused(b"\n\n", &["columns", "tariff"]);
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
    let huge = "9".repeat(5_000_000);
    let answer =
        with_a_bad_row(format!("tariff,note\n{huge},{huge}\n0.05,\n").as_bytes(), 2, &["tariff", "…"]);
    assert!(answer.cell(0, "error").len() < 200);
    assert_eq!(answer.cell(0, "note").len(), huge.len());
    assert_eq!(answer.cell(1, "error"), "");
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
    // A short file with an open quote is a last row whose field ends with the file.
    assert_eq!(good("tariff,note\n0.05,\"a\n").cell(0, "note"), "a\n");
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
