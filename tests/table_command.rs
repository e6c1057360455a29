//! `breakeven table`, and figures along any input, as their user meets them.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

use std::process::{Command, Output};

fn breakeven(line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_breakeven")).args(line.split(' ')).output().unwrap()
}

fn printed(line: &str) -> String {
    let output = breakeven(line);
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn refused(line: &str, words: &[&str]) {
    let output = breakeven(line);
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{line}: {told}");
    assert!(output.stdout.is_empty() && told.lines().count() == 1, "{line}: {told}");
    for word in words {
        assert!(told.contains(word), "{line}: no {word} in {told}");
    }
}

#[test]
fn a_row_of_the_table_is_what_eval_prints_for_its_value() {
    for (mine, x) in [
        ("--scenario enegix", "tariff"),
        ("--tariff 0.07 --idle 6", "hashrate"),
        ("--date 2021-05-20", "machine_price"),
    ] {
        let csv = printed(&format!("table tariff {mine} --x {x}"));
        let mut reader = csv::Reader::from_reader(csv.as_bytes());
        assert_eq!(reader.headers().unwrap(), vec![x, "shutdown_price", "cash_price", "all_in_price"]);
        let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
        for row in [&rows[0], &rows[rows.len() / 2], &rows[rows.len() - 1]] {
            let flag = x.replace('_', "-");
            let told = printed(&format!("eval {mine} --{flag} {} --format json", &row[0]));
            let report: serde_json::Value = serde_json::from_str(&told).unwrap();
            for (i, column) in ["shutdown_price", "cash_price", "all_in_price"].into_iter().enumerate() {
                assert_eq!(
                    row[i + 1].parse::<f64>().unwrap(),
                    report[column].as_f64().unwrap(),
                    "{mine} {flag} {column}"
                );
            }
        }
    }
}

#[test]
fn json_is_a_list_of_objects_with_null_and_a_reason_where_there_is_no_price() {
    let rows: Vec<serde_json::Value> =
        serde_json::from_str(&printed("table tariff --idle 36 --lifetime 36 --format json")).unwrap();
    assert!(rows.len() > 20);
    for row in rows {
        assert!(row["tariff"].is_number() && row["cash_price"].is_number() && row["all_in_price"].is_null());
        assert!(row["reason"].as_str().unwrap().contains("mine nothing"), "{row}");
    }
}

#[test]
fn a_figure_along_an_input_names_it_and_keeps_the_flags_spelling() {
    let figure = printed("figure tariff --x machine-price --scenario enegix");
    assert!(figure.contains("Machine price, USD per TH/s") && figure.contains("against the machine price"));
    assert!(
        printed("figure tariff --x tariff") == printed("figure tariff"),
        "the tariff is what it has by itself"
    );
    let lone = printed("figure bar");
    assert!(lone.contains(r#"width="760" height="96""#), "the bar is a strip by itself");
}

#[test]
fn what_is_true_asks_about_the_quoted_price_until_another_market_price_is_given() {
    let path =
        |name: &str| std::path::PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name).display().to_string();
    let files = ["quoted.svg", "quoted.png", "quoted.zip"].map(path);
    for file in &files {
        printed(&format!("figure true --scenario quoted-40000 -o {file}"));
    }
    let quoted = "What would have to be true for the quoted $40,000 to be the break-even";
    let froms = files.map(|file| format!("--from {file}"));
    for mine in
        ["--scenario quoted-40000", "--link 1~quoted-40000~true"].into_iter().map(str::to_owned).chain(froms)
    {
        for (flags, title) in [
            ("", quoted),
            (" --tariff 0.07", quoted),
            (" --price 20000", quoted),
            (" --price 30000", "What would have to be true for $30,000 to be the break-even"),
        ] {
            let caption = [title, ", each input changed alone."].concat();
            let table = printed(&format!("table true {mine}{flags} --format text"));
            assert!(table.starts_with(&caption), "{mine}{flags}: {table}");
            let figure = printed(&format!("figure true {mine}{flags}"));
            assert!(figure.contains(&[">", title, "<"].concat()), "{mine}{flags}: {figure}");
        }
    }
    let at = |line: &str| printed(&format!("table true {line} --format json"));
    assert_eq!(
        at("--link 1~quoted-40000~true~price_40000"),
        at("--scenario quoted-40000"),
        "the same question"
    );
    assert_eq!(at("--scenario enegix --price 40000"), at("--scenario quoted-40000"), "the same mine");
    for market in ["", " --scenario enegix", " --scenario quoted-40000 --date 2022-10-23"] {
        let table = printed(&format!("table true{market} --format text"));
        assert!(table.starts_with("What would have to be true for $"), "{market}: {table}");
    }
}

#[test]
fn what_has_no_table_is_refused_by_name() {
    refused("table pie", &["view", "\"pie\"", &breakeven::View::ids()]);
    refused("table tariff --x colour", &["\"colour\"", "tariff, efficiency"]);
    refused("table bar --x hours", &["x: \"hours\"", "bar"]);
    refused("figure bar --x hours", &["x: \"hours\"", "bar"]);
    refused("table tariff --format xml", &["xml", "csv, json"]);
    refused("table tariff --tariff 9", &["tariff", "9", "0 to 5"]);
}

#[test]
fn a_table_as_text_has_its_sentence_heads_with_units_and_the_cells_of_the_core() {
    use breakeven::figure::{TableInWords, View, plot};

    for &view in View::ALL {
        let told = printed(&format!("table {} --scenario enegix --format text", view.id()));
        let mine = breakeven::Scenario::from_id("enegix").unwrap().inputs();
        let TableInWords { caption, heads, rows, assumed, .. } = TableInWords::of(&plot(view, &mine), &mine);
        let mut lines = told.lines();
        assert_eq!(lines.next(), Some(&*caption));
        assert_eq!(lines.next(), Some(""));
        let found = |line: &str, cells: &[String]| {
            let mut rest = line;
            for cell in cells {
                let at = rest.find(&**cell).unwrap_or_else(|| panic!("{}: no {cell} in {line}", view.id()));
                rest = &rest[at + cell.len()..];
            }
            assert!(rest.trim().is_empty(), "{rest}");
        };
        found(lines.next().unwrap(), &heads);
        for row in &rows {
            found(lines.next().unwrap(), row);
        }
        assert_eq!([lines.next(), lines.next(), lines.next()], [Some(""), Some(&*assumed), None]);
    }
}

#[test]
fn a_table_in_words_says_units_yes_and_no_and_why_there_is_no_value() {
    let lifetime = printed("table lifetime --format text");
    for told in ["Month  ", "Bitcoin, BTC per TH/s", "Cash so far, USD per TH/s", "Running", "yes", "no"] {
        assert!(lifetime.contains(told), "{told}: {lifetime}");
    }
    let drivers = printed("table drivers --scenario enegix --format text");
    assert!(drivers.contains("Electricity tariff") && drivers.contains("$0.06/kWh"), "{drivers}");
    let what_if = printed("table true --scenario enegix --format text");
    assert!(what_if.contains("USD/kWh") && what_if.contains("h/week"), "{what_if}");
    assert!(what_if.contains("does not depend on the hours run"), "{what_if}");
    let never = printed("table tariff --idle 36 --lifetime 36 --format text");
    assert!(never.contains("mine nothing within their lifetime"), "{never}");
}
