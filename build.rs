//! Turns the tables of `data/` that the crate holds into typed tables of Rust, each column packed into as few
//! integers as are exact, and the languages of `words/` into typed messages. A table that does not read as it ought to
//! stops the build with the line at fault, a language with the message.

use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "src/history/compact.rs"]
mod compact;
#[path = "words/compile.rs"]
mod compile;
#[path = "src/words/marks.rs"]
#[allow(dead_code, reason = "numbers are written where they are printed")]
mod marks;
#[path = "src/words/plural.rs"]
#[allow(dead_code, reason = "forms are chosen where they are printed")]
mod plural;
#[path = "words/pseudo.rs"]
mod pseudo;

use compile::Language;

const HISTORY: &str = "data/network_history.csv";
const MACHINES: &str = "data/asic_sha256.csv";
const WORDS: &str = "words";

/// Blocks from one difficulty to the next.
const PERIOD: usize = 2_016;

/// In the order of the codes, which is that of `history::FeesBasis`.
const BASES: [&str; 4] = ["", "chain", "published", "interpolated"];

fn main() {
    let [words, later, pseudo] = words();
    let (machines, best) = machines();
    for file in [
        "build.rs",
        "src/history/compact.rs",
        "src/words/marks.rs",
        "src/words/plural.rs",
        HISTORY,
        MACHINES,
        WORDS,
    ] {
        println!("cargo:rerun-if-changed={file}");
    }
    let target = env::var("OUT_DIR").expect("cargo names a directory");
    let files = [
        ("history.rs", history(&best)),
        ("machines.rs", machines),
        ("words.rs", words),
        ("later.rs", later),
        ("pseudo.rs", pseudo),
    ];
    for (name, text) in files {
        fs::write(Path::new(&target).join(name), text).expect("cargo's directory can be written");
    }
}

/// Names the one language that is compiled in, where it is set: a page carries its own and no other. Otherwise all are,
/// English first.
const LANGUAGE: &str = "BREAKEVEN_LANGUAGE";

/// The typed messages with their texts in the languages, those that are said later, and a language for tests.
fn words() -> [String; 3] {
    println!("cargo:rerun-if-env-changed={LANGUAGE}");
    let files = fs::read_dir(WORDS).unwrap_or_else(|error| panic!("{WORDS}: {error}"));
    let paths = files.map(|file| file.unwrap_or_else(|error| panic!("{WORDS}: {error}")).path());
    let mut paths: Vec<_> = paths.filter(|path| path.extension().is_some_and(|kind| kind == "ftl")).collect();
    let code = |path: &Path| path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    paths.sort_by_key(|path| (code(path) != "en", code(path)));
    let languages = paths.iter().map(|path| {
        let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Language::read(&code(path), &text)
    });
    let languages: Vec<_> = languages.collect();
    let english = &languages[0];
    let spoken = match env::var(LANGUAGE).ok().filter(|code| !code.is_empty()) {
        None => &languages[..],
        Some(code) => match languages.iter().position(|language| language.code == code) {
            Some(place) => &languages[place..=place],
            None => {
                let known: Vec<_> = languages.iter().map(|language| &*language.code).collect();
                panic!("{LANGUAGE}: {WORDS}/{code}.ftl is not there; languages: {}", known.join(", "))
            }
        },
    };
    let pseudo = compile::table(&pseudo::of(english), english);
    [compile::rust(english, spoken), compile::later(english, spoken), pseudo]
}

/// The rows of a table whose header names exactly `columns`.
fn rows<const N: usize>(file: &str, columns: [&str; N]) -> Vec<[String; N]> {
    let mut reader = csv::Reader::from_path(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let header = reader.headers().unwrap_or_else(|error| panic!("{file}: {error}"));
    assert_eq!(header.iter().collect::<Vec<_>>(), columns, "{file}: columns");
    let rows = reader.records().map(|record| {
        let record = record.unwrap_or_else(|error| panic!("{file}: {error}"));
        std::array::from_fn(|i| record[i].to_owned())
    });
    rows.collect()
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn history(best: &Best) -> String {
    let columns = [
        "date",
        "height",
        "difficulty",
        "period_days",
        "realised_hashrate_ehs",
        "price_usd",
        "fees_btc_per_block",
        "fees_basis",
        "subsidy_btc",
        "time_basis",
    ];
    let rows = rows(HISTORY, columns);
    let first_price = rows.iter().position(|row| !row[5].is_empty()).expect("some period has a price");
    let (mut bits, mut gaps, mut rests, mut prices, mut fees) = (vec![], vec![], vec![], vec![], vec![]);
    for (i, row) in rows.iter().enumerate() {
        let [date, height, difficulty, days, _, price, fee, basis, _, _] = row;
        assert_eq!(height.parse(), Ok(PERIOD * i), "{date}: a row is missing");
        bits.push(packed_difficulty(number(difficulty)));
        fees.push(packed_fees(fee, basis));
        match i >= first_price {
            true => prices.push(packed_price(number(price))),
            false => assert!(price.is_empty(), "{date}"),
        }
        let Some(next) = rows.get(i + 1) else {
            assert!(days.is_empty(), "{date}: the last period has no end yet");
            break;
        };
        let gap = day(&next[0]) - day(date);
        gaps.push(u8::try_from(gap).unwrap_or_else(|_| panic!("{date}: {gap} days")));
        let rest = (number(days) - gap as f64) * 1e4;
        rests.push(rest.round() as i16); // less than a day on either side
        assert_eq!(compact::days(gap as u8, rest.round() as i16), number(days), "{date}");
    }
    let mut text = format!("pub(super) const FIRST_DAY: Date = Date::of({});\n", day(&rows[0][0]));
    writeln!(text, "pub(super) const FIRST_PRICE: usize = {first_price};").expect(TEXT);
    writeln!(text, "pub(super) const PERIODS: usize = {};", rows.len()).expect(TEXT);
    writeln!(text, "pub(super) const BEST: usize = {};", best.released.len()).expect(TEXT);
    writeln!(text, "const NAMES: usize = {};", best.names.len()).expect(TEXT);
    text += "static TABLE: Table = Table {\n";
    column(&mut text, "begins", MARKS.0);
    column(&mut text, "bits", &bits);
    column(&mut text, "fees", &fees);
    column(&mut text, "prices", &prices);
    column(&mut text, "rests", &rests);
    column(&mut text, "best", &best.released);
    column(&mut text, "gaps", &gaps);
    column(&mut text, "names", best.names.as_bytes());
    column(&mut text, "ends", MARKS.1);
    text + "};\n"
}

const TEXT: &str = "a text takes whatever is written";

/// What `xtask/src/split.rs` looks for.
const MARKS: (&[u8; 16], &[u8; 16]) = (b"later begins ->\0", b"<- later ends  \0");

fn column<T: std::fmt::Debug>(text: &mut String, name: &str, values: &[T]) {
    writeln!(text, "{name}: {values:?},").expect(TEXT);
}

/// The compact target of a difficulty; of those that round to the same, the nearest.
fn packed_difficulty(difficulty: f64) -> u32 {
    let sizes = (0..=29).rev().map(|size| (size, compact::difficulty(size << 24 | 1) / difficulty));
    // A mantissa is of three bytes, the highest bit of which is a sign.
    let (size, mantissa) =
        sizes.into_iter().find(|(_, mantissa)| *mantissa >= 32_768.0).expect("a difficulty of the chain");
    let nearest = size << 24 | mantissa.round() as u32; // below 2²³
    let found =
        [nearest, nearest - 1, nearest + 1].into_iter().find(|&b| compact::difficulty(b) == difficulty);
    found.unwrap_or_else(|| panic!("{difficulty} is no difficulty of the chain"))
}

fn packed_price(price: f64) -> u32 {
    let code = match price < 10.0 {
        true => price * 1e4,
        false => price * 100.0 - 1_000.0 + 100_000.0,
    };
    let code = code.round() as u32; // a price is below 42 million
    assert_eq!(compact::price(code), price, "a price with more digits than are kept");
    code
}

fn packed_fees(fees: &str, basis: &str) -> u32 {
    let place = BASES.iter().position(|known| *known == basis);
    let place = place.unwrap_or_else(|| panic!("fees basis {basis:?}")) as u32; // one of four
    assert_eq!(fees.is_empty(), basis.is_empty(), "fees {fees:?} with basis {basis:?}");
    if fees.is_empty() {
        return 0;
    }
    let code = ((number(fees) * 1e5).round() as u32) << compact::BASIS_BITS | place; // at most 50 BTC
    assert_eq!((compact::fees(code), compact::basis(code)), (number(fees), place), "fees {fees}");
    code
}

/// Days from 1970-01-01 to `YYYY-MM-DD`, counted year by year and month by month.
fn day(date: &str) -> i64 {
    let parts: Vec<i64> = date.split('-').map(|part| part.parse().expect("a date")).collect();
    let [year, month, day] = parts[..] else { panic!("{date:?} is no date") };
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let years: i64 = (1970..year).map(|year| 365 + i64::from(is_leap(year))).sum();
    let lengths = [31, 28 + i64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let (before, rest) = lengths.split_at(month as usize - 1); // a month is 1 to 12
    assert!((1..=rest[0]).contains(&day), "{date:?} is no date");
    years + before.iter().sum::<i64>() + day - 1
}

/// The machines that needed fewer J/TH than all before them.
#[derive(Default)]
struct Best {
    /// The day from which each was on sale, counted from 1970, and a hundred times what it needs.
    released: Vec<[u16; 2]>,
    /// Maker, model and TH/s of each, a line each.
    names: String,
}

fn machines() -> (String, Best) {
    let columns = [
        "maker",
        "model",
        "hashrate_ths",
        "power_w",
        "efficiency_j_per_th",
        "cooling",
        "released",
        "agreeing_sources",
    ];
    let rows = rows(MACHINES, columns);
    let mut text = format!("pub(super) static MACHINES: [Machine; {}] = [\n", rows.len());
    let (mut last, mut least, mut best) = (0, f64::INFINITY, Best::default());
    for [maker, model, hashrate, power, efficiency, cooling, released, _] in &rows {
        let on_sale = day(&format!("{released}-01"));
        assert!(on_sale >= last, "{maker} {model}: not in the order of release");
        last = on_sale;
        let computed = (number(power) / number(hashrate) * 100.0).round() / 100.0;
        assert_eq!(computed, number(efficiency), "{maker} {model}: efficiency");
        if computed < least {
            least = computed;
            let packed = [on_sale as f64, computed * 100.0].map(|number| number.round() as u16);
            assert_eq!(
                packed.map(f64::from),
                [on_sale as f64, (computed * 100.0).round()],
                "{maker} {model}"
            );
            best.released.push(packed);
            writeln!(best.names, "{maker} {model} {hashrate}").expect(TEXT);
        }
        let cooling = match cooling.as_str() {
            "air" => "Air",
            "hydro" => "Hydro",
            other => panic!("{maker} {model}: cooling {other:?}"),
        };
        writeln!(
            text,
            "Machine {{ maker: {maker:?}, model: {model:?}, hashrate: TerahashesPerSecond::of({:?}), \
             power: Watts::of({:?}), cooling: Cooling::{cooling}, released: Date::of({on_sale}) }},",
            number(hashrate),
            number(power),
        )
        .expect(TEXT);
    }
    (text + "];\n", best)
}
