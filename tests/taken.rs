//! `breakeven figure VIEW -o FILE.zip`: what others find in the zip, each file read by the program that it is for.
#![cfg(all(feature = "cli", not(target_arch = "wasm32")))]

mod refusal;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::PathBuf;
use std::process::{Command, Output};

use breakeven::figure::{View, plot};
use breakeven::{Date, Input, Inputs};
use serde_json::Value;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

fn breakeven(line: &str) -> Output {
    Command::new(env!("CARGO_BIN_EXE_breakeven")).args(line.split_whitespace()).output().unwrap()
}

fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// What the command writes into a zip of that name.
fn zip(view: View, mine: &str, name: &str) -> Vec<u8> {
    let path = path(name);
    let output = breakeven(&format!("figure {} {mine} -o {}", view.id(), path.display()));
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty());
    fs::read(path).unwrap()
}

/// The files of a zip by their names; whoever reads one to its end has its sum checked.
fn files(zip: Vec<u8>) -> BTreeMap<String, String> {
    let mut archive = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut files = BTreeMap::new();
    for place in 0..archive.len() {
        let mut file = archive.by_index(place).unwrap();
        assert_eq!(file.compression(), CompressionMethod::Deflated);
        assert_eq!(file.unix_mode(), Some(0o100_644));
        let name = file.name().unwrap().into_owned();
        let mut text = String::new();
        file.read_to_string(&mut text).unwrap();
        files.insert(name, text);
    }
    files
}

/// Mines with an answer, without one, and with every number changed in the last digit.
const MINES: [(&str, &str); 3] = [
    ("priced", "--scenario enegix"),
    ("unreachable", "--idle 36 --lifetime 36"),
    ("exact", "--scenario quoted-40000 --tariff 0.0723456789012345 --date 2021-05-20"),
];

/// Each figure of each mine, for a `test` whose files are no other's.
fn taken(test: &str) -> impl Iterator<Item = (View, &'static str, BTreeMap<String, String>)> {
    View::ALL.iter().flat_map(move |&view| {
        MINES.map(|(name, mine)| {
            let zip = zip(view, mine, &format!("{test}-{}-{name}.zip", view.id()));
            (view, mine, files(zip))
        })
    })
}

/// What the flags of a mine are as inputs.
fn inputs(mine: &str) -> Inputs {
    let told = breakeven(&format!("eval {mine} --format json")).stdout;
    let report: Value = serde_json::from_slice(&told).unwrap();
    serde_json::from_value(report["inputs"].clone()).unwrap()
}

#[test]
fn a_zip_has_the_table_its_metadata_the_figure_and_a_readme() {
    for (view, mine, files) in taken("parts") {
        let id = view.id();
        let names = [format!("{id}.csv"), format!("{id}.csv-metadata.json"), format!("{id}.svg")];
        let expected: BTreeSet<_> = names.iter().cloned().chain(["README.md".to_owned()]).collect();
        assert_eq!(files.keys().cloned().collect::<BTreeSet<_>>(), expected, "{mine}");
        let printed =
            |command: &str| String::from_utf8(breakeven(&format!("{command} {id} {mine}")).stdout).unwrap();
        assert_eq!(files[&names[0]], printed("table"), "{id} {mine}");
        assert_eq!(files[&names[2]], printed("figure"), "{id} {mine}");
    }
}

#[test]
fn the_same_mine_gives_the_same_bytes_whenever_it_is_written() {
    let [one, other] = ["once.zip", "twice.zip"].map(|name| zip(View::Tariff, "--scenario enegix", name));
    assert!(one == other);
    let mut archive = ZipArchive::new(Cursor::new(one)).unwrap();
    for place in 0..archive.len() {
        let date = archive.by_index(place).unwrap().last_modified().unwrap();
        assert_eq!((date.year(), date.month(), date.day(), date.hour()), (1980, 1, 1, 0));
    }
}

/// What the W3C asks of the description of a table, as far as one of ours goes.
fn check_metadata(metadata: &Value, csv_name: &str, csv: &str) {
    let known = |value: &Value, names: &[&str]| {
        for name in value.as_object().unwrap().keys() {
            let is_common = name.starts_with("dc:") || name.starts_with("schema:");
            assert!(is_common || names.contains(&&**name), "{name} is no property there");
        }
    };
    known(metadata, &["@context", "@type", "url", "dialect", "tableSchema", "notes"]);
    assert_eq!(metadata["@context"][0], "http://www.w3.org/ns/csvw");
    assert_eq!(metadata["@context"][1], serde_json::json!({ "@language": "en" }));
    assert_eq!((&metadata["@type"], &metadata["url"]), (&"Table".into(), &csv_name.into()));
    let dialect = &metadata["dialect"];
    known(dialect, &["encoding", "delimiter", "quoteChar", "doubleQuote", "header", "lineTerminators"]);
    let mark = |name: &str| dialect[name].as_str().unwrap().as_bytes()[0];
    assert_eq!((&dialect["encoding"], &dialect["header"]), (&"utf-8".into(), &true.into()));
    assert!(csv.ends_with(dialect["lineTerminators"][0].as_str().unwrap()) && !csv.contains('\r'));

    let columns = metadata["tableSchema"]["columns"].as_array().unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(mark("delimiter"))
        .quote(mark("quoteChar"))
        .double_quote(dialect["doubleQuote"].as_bool().unwrap())
        .from_reader(csv.as_bytes());
    let heads: Vec<_> = reader.headers().unwrap().iter().map(str::to_owned).collect();
    assert_eq!(heads, columns.iter().map(|column| column["name"].as_str().unwrap()).collect::<Vec<_>>());
    assert_eq!(heads.iter().collect::<BTreeSet<_>>().len(), heads.len(), "a name stands twice");
    for (head, column) in heads.iter().zip(columns) {
        known(column, &["name", "titles", "datatype", "null"]);
        // A name is a variable in templates of addresses, and has no underscore before it.
        assert!(head.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_') && !head.starts_with('_'));
        let titles: Vec<_> =
            column["titles"].as_array().unwrap().iter().map(|title| title.as_str().unwrap()).collect();
        assert!(titles.contains(&&**head) && titles.iter().all(|title| !title.is_empty()), "{titles:?}");
        let told = column["dc:description"].as_str().unwrap();
        assert!(told.ends_with('.') && told.matches(' ').count() >= 3, "{head}: {told}");
    }
    let mut values = vec![0; columns.len()];
    for record in reader.records() {
        let record = record.unwrap();
        assert_eq!(record.len(), columns.len());
        for (place, (cell, column)) in record.iter().zip(columns).enumerate() {
            if cell == column["null"].as_str().unwrap() {
                continue;
            }
            values[place] += 1;
            let parses = match column["datatype"].as_str().unwrap() {
                "number" => cell.parse::<f64>().is_ok_and(f64::is_finite),
                "date" => cell.parse::<Date>().is_ok(),
                "boolean" => matches!(cell, "true" | "false"),
                "string" => cell.parse::<f64>().is_err() && !matches!(cell, "true" | "false"),
                other => panic!("{other} is no datatype"),
            };
            assert!(parses, "{}: {cell}", heads[place]);
        }
    }
    // Where no price pays the mine back, nothing drives it: a head without rows.
    assert!(values.iter().any(|count| *count > 0) || csv.lines().count() == 1, "rows of nothing");
}

#[test]
fn the_metadata_are_true_of_the_csv_and_hold_what_the_w3c_asks_for() {
    for (view, mine, files) in taken("metadata") {
        let name = format!("{}.csv", view.id());
        let metadata: Value = serde_json::from_str(&files[&format!("{name}-metadata.json")]).unwrap();
        check_metadata(&metadata, &name, &files[&name]);
        let inputs = inputs(mine);
        let shown = plot(view, &inputs);
        assert_eq!(
            (&metadata["dc:title"], &metadata["dc:description"]),
            (&(*shown.title).into(), &(*shown.desc).into())
        );

        let notes = metadata["notes"].as_array().unwrap();
        assert_eq!(notes.len(), Input::ALL.len() + 1);
        for (note, &input) in notes.iter().zip(Input::ALL) {
            let spec = input.spec();
            assert_eq!(note["schema:propertyID"], spec.id);
            assert_eq!(
                note["schema:value"].as_f64().map(f64::to_bits),
                Some(inputs.get(input).to_bits()),
                "{}",
                spec.id
            );
            assert_eq!(note["schema:unitText"], spec.unit.to_string());
            assert!(note["schema:description"].as_str().unwrap().len() > 10);
        }
        let link = notes.last().unwrap()["schema:value"].as_str().unwrap();
        assert_eq!(breakeven::permalink::read(link).state.inputs, inputs, "{link}");
    }
}

#[test]
fn a_share_is_told_in_the_unit_that_the_csv_has_it_in() {
    let files = files(zip(View::Tariff, "--x pool_fee", "share.zip"));
    let metadata: Value = serde_json::from_str(&files["tariff.csv-metadata.json"]).unwrap();
    let column = &metadata["tableSchema"]["columns"][0];
    assert_eq!((&column["name"], &column["schema:unitText"]), (&"pool_fee".into(), &"share".into()));
    assert!(files["tariff.csv"].contains("\n0.02,"), "{}", files["tariff.csv"]);
}

#[test]
fn what_is_not_known_is_empty_and_its_reason_stands_beside_it() {
    let files = files(zip(View::Tariff, MINES[1].1, "reasons.zip"));
    let metadata: Value = serde_json::from_str(&files["tariff.csv-metadata.json"]).unwrap();
    let last = metadata["tableSchema"]["columns"].as_array().unwrap().last().unwrap();
    assert_eq!((&last["name"], &last["datatype"]), (&"reason".into(), &"string".into()));
    let mut rows = csv::Reader::from_reader(files["tariff.csv"].as_bytes());
    for row in rows.records() {
        let row = row.unwrap();
        assert!(row[3].is_empty() && row[4].contains("mine nothing within their lifetime"), "{row:?}");
    }
}

#[test]
fn the_figure_is_xml_that_remembers_its_mine() {
    for (view, mine, files) in taken("xml") {
        let svg = roxmltree::Document::parse(&files[&format!("{}.svg", view.id())]).unwrap();
        let root = svg.root_element();
        assert!(root.has_tag_name(("http://www.w3.org/2000/svg", "svg")));
        let text = |tag: &str| {
            root.children().find(|node| node.tag_name().name() == tag).and_then(|node| node.text())
        };
        let inputs = inputs(mine);
        assert_eq!(text("desc"), Some(&*plot(view, &inputs).desc));
        let state = breakeven::permalink::read(text("metadata").unwrap()).state;
        assert_eq!((state.view, state.inputs), (view, inputs));
    }
}

#[test]
fn the_readme_tells_the_figure_every_input_every_column_the_sources_and_the_way_back() {
    for (view, mine, files) in taken("readme") {
        let (readme, inputs) = (&files["README.md"], inputs(mine));
        let has = |text: &str| assert!(readme.contains(text), "{}: no {text:?} in\n{readme}", view.id());
        let shown = plot(view, &inputs);
        has(&format!("# {}\n\n{}\n", shown.title, shown.desc));
        for name in files.keys().filter(|name| *name != "README.md") {
            has(&format!("- `{name}`: "));
        }
        for &input in Input::ALL {
            has(&format!("- {}: {}, ", input.spec().label, input.written(inputs.get(input))));
        }
        for column in files[&format!("{}.csv", view.id())].lines().next().unwrap().split(',') {
            has(&format!("- `{column}`"));
        }
        let link = String::from_utf8(breakeven(&format!("link {mine} --view {}", view.id())).stdout).unwrap();
        has(&format!("after a #: `{}`", link.trim()));
        has(&format!("`breakeven eval --link '{}'`", link.trim()));
        has(&format!("Written by Breakeven {}.", env!("CARGO_PKG_VERSION")));
    }
}

#[test]
fn an_origin_is_the_scenarios_until_a_value_is_changed() {
    let readme = |mine: &str| files(zip(View::Bar, mine, "origins.zip"))["README.md"].clone();
    let own = readme("--scenario enegix");
    let levy = "- Levy on power: $0.0023/kWh, derived, 2022-01: One tenge per kWh of mining, at 435 to the dollar, from January 2022. \
                Source: Kazakhstan’s tax code of 2017, no. 120-VI.\n";
    let source = "- Kazakhstan’s tax code of 2017, no. 120-VI: https://adilet.zan.kz/eng/docs/K1700000120\n";
    assert!(own.contains(levy) && own.contains(source) && !own.contains("changed"), "{own}");
    assert!(own.contains("Enegix: only by night. 150 MW"), "{own}");
    let changed = readme("--scenario enegix --levy 0.01");
    assert!(
        changed.contains("- Levy on power: $0.01/kWh, changed: the scenario has $0.0023/kWh.\n"),
        "{changed}"
    );
    assert!(!changed.contains("tax code"), "{changed}");
}

#[test]
fn a_number_of_the_day_that_was_chosen_is_told_to_be_that_days() {
    let mine = "--scenario quoted-40000 --date 2021-05-20 --price 40000";
    let files = files(zip(View::Bar, mine, "day.zip"));
    let of_the_day: Vec<_> = files["README.md"]
        .lines()
        .filter(|line| line.ends_with(", derived, 2021-05-20: that day’s."))
        .collect();
    assert_eq!(of_the_day.len(), 4, "hash rate, subsidy, fees and the next halving: {of_the_day:?}");
    assert!(files["bar.svg"].contains("<metadata>1~quoted-40000~bar~date_2021-05-20~"));
    let price = files["README.md"].lines().find(|line| line.starts_with("- Bitcoin price")).unwrap();
    assert!(price.contains("changed: the scenario has"), "{price}");
}

#[test]
fn a_zip_brings_its_mine_back_to_the_last_bit_also_when_others_packed_it_again() {
    let mine = MINES[2].1;
    let written = zip(View::Lifetime, mine, "again.zip");
    let repacked = path("repacked.zip");
    let mut writer = ZipWriter::new(fs::File::create(&repacked).unwrap());
    for (name, text) in files(written) {
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        writer.start_file(format!("a folder/{name}"), stored).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    for path in [path("again.zip"), repacked] {
        let again = |command: &str| breakeven(&format!("{command} --from {}", path.display())).stdout;
        assert_eq!(again("eval --format json"), breakeven(&format!("eval {mine} --format json")).stdout);
        assert_eq!(again("link"), breakeven(&format!("link {mine} --view lifetime")).stdout);
    }
}

#[test]
fn a_zip_without_a_mine_and_one_that_is_damaged_are_refused() {
    let refused = |name: &str| {
        refusal::assert_refusal(
            &breakeven(&format!("eval --from {}", path(name).display())),
            &["from", name, "a zip"],
        );
    };
    // What a Mac adds stands before.
    let mut writer = ZipWriter::new(fs::File::create(path("mac.zip")).unwrap());
    let ours = files(zip(View::Bar, "--tariff 0.07", "before.zip"));
    for (name, text) in [("__MACOSX/._bar.svg", "<svg/>"), ("bar.svg", &ours["bar.svg"])] {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap();
    let link = breakeven(&format!("link --from {}", path("mac.zip").display()));
    assert!(String::from_utf8_lossy(&link.stdout).contains("tariff_0.07"));

    let mut writer = ZipWriter::new(fs::File::create(path("foreign.zip")).unwrap());
    writer.start_file("notes.txt", SimpleFileOptions::default()).unwrap();
    writer.write_all(b"<metadata>1~enegix~tariff</metadata>").unwrap();
    writer.finish().unwrap();
    refused("foreign.zip");

    let whole = zip(View::Bar, "", "whole.zip");
    fs::write(path("cut.zip"), &whole[..whole.len() / 2]).unwrap();
    refused("cut.zip");
    // The SVG is the third of four: a byte in the middle of it.
    let mut torn = whole.clone();
    let start = whole.windows(7).position(|bytes| bytes == b"bar.svg").unwrap();
    torn[start + 400] ^= 0xff;
    fs::write(path("torn.zip"), torn).unwrap();
    refused("torn.zip");
}

#[test]
fn what_only_a_png_has_is_refused_for_a_zip_and_its_size_is_the_figures() {
    refusal::assert_refusal(&breakeven("figure bar -o -"), &["output", "\"-\"", "FILE.svg"]);
    refusal::assert_refusal(&breakeven("figure bar --scale 3 -o it.zip"), &["scale", "\"3\"", "FILE.png"]);
    refusal::assert_refusal(&breakeven("figure bar --theme dark -o it.zip"), &["theme", "dark", "FILE.png"]);
    let files = files(zip(View::Tariff, "--width 320 --height 280", "small.zip"));
    assert!(files["tariff.svg"].contains(r#"width="320" height="280""#));
}
