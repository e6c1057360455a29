//! Turns the tables of `data/` that the crate holds into typed tables of Rust, each column packed into as few
//! integers as are exact, and the languages of `words/` into typed messages. A table that does not read as it ought to
//! stops the build with line and column, a language with the line or the message.

use std::env;
use std::fmt::Write as _;
use std::fs::{self, File};
use std::path::Path;

#[path = "data/cells.rs"]
mod cells;
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

use cells::Cell;
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
        "data/cells.rs",
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
    let english = languages.first().filter(|language| language.code == "en");
    let english = english.unwrap_or_else(|| panic!("{WORDS}/en.ftl is not there"));
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

fn opened(file: &str) -> File {
    File::open(file).unwrap_or_else(|error| panic!("{file}: {error}"))
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
    let rows = cells::rows(HISTORY, opened(HISTORY), columns);
    let first_price = rows.iter().position(|row| !row[5].is_empty());
    let first_price = first_price.unwrap_or_else(|| panic!("{HISTORY}: no period has a price"));
    let (mut bits, mut gaps, mut rests, mut prices, mut fees) = (vec![], vec![], vec![], vec![], vec![]);
    for (i, row) in rows.iter().enumerate() {
        let [date, height, difficulty, days, _, price, fee, basis, _, _] = row;
        height.ensure(height.whole() == PERIOD * i, format_args!("{} is missing", PERIOD * i));
        bits.push(packed_difficulty(difficulty));
        fees.push(packed_fees(fee, basis));
        match i >= first_price {
            true => prices.push(packed_price(price)),
            false => price.ensure(price.is_empty(), "a price before the first one"),
        }
        let Some(next) = rows.get(i + 1) else {
            days.ensure(days.is_empty(), "the last period has no end yet");
            break;
        };
        let gap = next[0].day() - date.day();
        let gap =
            u8::try_from(gap).unwrap_or_else(|_| next[0].refuse(format_args!("{gap} days after the last")));
        gaps.push(gap);
        let rest = ((days.number() - f64::from(gap)) * 1e4).round() as i16; // less than a day on either side
        rests.push(rest);
        days.ensure(compact::days(gap, rest) == days.number(), "not the days to the next period");
    }
    let mut text = format!("pub(super) const FIRST_DAY: Date = Date::of({});\n", rows[0][0].day());
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
fn packed_difficulty(cell: &Cell) -> u32 {
    let difficulty = cell.number();
    let sizes = (0..=29).rev().map(|size| (size, compact::difficulty(size << 24 | 1) / difficulty));
    // A mantissa is of three bytes, the highest bit of which is a sign.
    let found = sizes.into_iter().find(|(_, mantissa)| *mantissa >= 32_768.0).and_then(|(size, mantissa)| {
        let nearest = size << 24 | mantissa.round() as u32; // below 2²³
        [nearest, nearest - 1, nearest + 1].into_iter().find(|&b| compact::difficulty(b) == difficulty)
    });
    found.unwrap_or_else(|| cell.refuse("no difficulty of the chain"))
}

fn packed_price(cell: &Cell) -> u32 {
    let price = cell.number();
    let code = match price < 10.0 {
        true => price * 1e4,
        false => price * 100.0 - 1_000.0 + 100_000.0,
    };
    let code = code.round() as u32; // a price is below 42 million
    cell.ensure(compact::price(code) == price, "a price with more digits than are kept");
    code
}

fn packed_fees(fees: &Cell, basis: &Cell) -> u32 {
    let place = BASES.iter().position(|known| *known == basis.text);
    let place = place.unwrap_or_else(|| basis.refuse(format_args!("none of {BASES:?}"))) as u32; // one of four
    basis.ensure(fees.is_empty() == basis.is_empty(), format_args!("the fees are {:?}", fees.text));
    if fees.is_empty() {
        return 0;
    }
    let code = ((fees.number() * 1e5).round() as u32) << compact::BASIS_BITS | place; // at most 50 BTC
    let is_kept = (compact::fees(code), compact::basis(code)) == (fees.number(), place);
    fees.ensure(is_kept, "fees with more digits than are kept");
    code
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
    let rows = cells::rows(MACHINES, opened(MACHINES), columns);
    let mut text = format!("pub(super) static MACHINES: [Machine; {}] = [\n", rows.len());
    let (mut last, mut least, mut best) = (0, f64::INFINITY, Best::default());
    for [maker, model, hashrate, power, efficiency, cooling, released, _] in &rows {
        let on_sale = released.month();
        released.ensure(on_sale >= last, "not in the order of release");
        last = on_sale;
        let computed = (power.number() / hashrate.number() * 100.0).round() / 100.0;
        efficiency
            .ensure(computed == efficiency.number(), format_args!("power and hash rate make it {computed}"));
        if computed < least {
            least = computed;
            let packed = [on_sale as f64, computed * 100.0].map(|number| number.round() as u16);
            let is_kept = packed.map(f64::from) == [on_sale as f64, (computed * 100.0).round()];
            efficiency.ensure(is_kept, "it or the month of release is more than is kept");
            best.released.push(packed);
            let name = format!("{} {} {}", maker.text, model.text, hashrate.text);
            // Read byte by byte, with a line to each.
            model.ensure(
                name.bytes().all(|byte| matches!(byte, b' '..=b'~')),
                "a name has letters of ASCII alone",
            );
            writeln!(best.names, "{name}").expect(TEXT);
        }
        let kind = match cooling.text.as_str() {
            "air" => "Air",
            "hydro" => "Hydro",
            _ => cooling.refuse("neither air nor hydro"),
        };
        let [maker, model] = [&maker.text, &model.text];
        writeln!(
            text,
            "Machine {{ maker: {maker:?}, model: {model:?}, hashrate: TerahashesPerSecond::of({:?}), \
             power: Watts::of({:?}), cooling: Cooling::{kind}, released: Date::of({on_sale}) }},",
            hashrate.number(),
            power.number(),
        )
        .expect(TEXT);
    }
    (text + "];\n", best)
}
