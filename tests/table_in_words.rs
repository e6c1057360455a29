//! A figure as people read it in a table: each cell is the model's own number, rounded to the digits that are shown, in the
//! unit over its column or beside it.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::figure::plot::Cell;
use breakeven::figure::{self, Table, TableInWords, View};
use breakeven::{Input, Inputs, Scenario, Tier};

/// Mines whose figures have cells of every kind: prices, none, free power, a life that is paid back and one that is not.
fn mines() -> Vec<Inputs> {
    let of = |id: &str| Scenario::from_id(id).unwrap().inputs();
    let free = of("today").with_all([(Input::Tariff, 0.0), (Input::Levy, 0.0)]).unwrap();
    let never = Inputs::default().with_all([(Input::Idle, 36.0), (Input::Lifetime, 36.0)]).unwrap();
    vec![of("quoted-40000"), of("enegix"), of("network-2013"), of("today"), free, never]
}

fn both(view: View, mine: &Inputs) -> (Table, TableInWords) {
    let plot = figure::plot(view, mine);
    (Table::of(&plot), TableInWords::of(&plot, mine))
}

#[test]
fn each_cell_says_what_the_table_of_numbers_holds() {
    let (mut numbers, mut others) = (0, 0);
    for mine in mines() {
        for &view in View::ALL {
            let (exact, told) = both(view, &mine);
            assert_eq!(
                (told.heads.len(), told.rows.len()),
                (exact.columns.len(), exact.rows.len()),
                "{view:?}"
            );
            for (cells, texts) in exact.rows.iter().zip(&told.rows) {
                assert_eq!(cells.len(), texts.len(), "{view:?}: {texts:?}");
                for ((column, cell), text) in exact.columns.iter().zip(cells).zip(texts) {
                    let place = format!("{view:?}, {column}: {cell:?} as {text}");
                    match cell {
                        Cell::Number(number) => {
                            // An elasticity is told in hundredths, however small.
                            let is_told = match *column {
                                "elasticity" => {
                                    let read = text.replace('−', "-").parse::<f64>().unwrap();
                                    (read - number).abs() <= 0.005_000_001
                                }
                                _ => is_rounded(shown(*number, column, cells), text),
                            };
                            assert!(is_told, "{place}");
                            numbers += 1;
                            continue;
                        }
                        Cell::Day(date) => assert_eq!(*text, date.to_string(), "{place}"),
                        Cell::Flag(so) => assert_eq!(*text, if *so { "yes" } else { "no" }, "{place}"),
                        Cell::Name(id) => assert_eq!(*text, label(id), "{place}"),
                        // What is said in the place of a value has no unit.
                        Cell::Unit(_) if cells.iter().any(|cell| matches!(cell, Cell::None(_))) => {
                            assert_eq!(text, "", "{place}");
                        }
                        Cell::Unit(_) => assert_eq!(*text, about(cells).unwrap().unit(), "{place}"),
                        Cell::Machine(machine) => assert_eq!(*text, machine.to_string(), "{place}"),
                        Cell::None(_) => assert!(text.starts_with(char::is_alphabetic), "{place}"),
                        Cell::Empty => assert_eq!(text, "", "{place}"),
                        other => panic!("{other:?} is tested nowhere"),
                    }
                    others += 1;
                }
            }
        }
    }
    assert!(numbers > 10_000 && others > 3_000, "{numbers} numbers, {others} others");
}

/// The input that a row is about.
fn about(cells: &[Cell]) -> Option<Input> {
    cells.iter().find_map(|cell| if let Cell::Name(id) = cell { Input::from_id(id).ok() } else { None })
}

fn label(id: &str) -> &'static str {
    let tier = Tier::ALL.iter().find(|tier| tier.id() == id);
    tier.map_or_else(|| Input::from_id(id).unwrap().spec().label, |tier| tier.label())
}

/// A number as readers have it: shares are in per cent.
fn shown(number: f64, column: &str, cells: &[Cell]) -> f64 {
    let input = match column {
        "value" | "low" | "high" => about(cells),
        _ => Input::from_id(column).ok(),
    };
    let is_share = input.is_some_and(|input| input.unit().starts_with('%'));
    if is_share { number * 100.0 } else { number }
}

/// Whether a text is the number rounded to the digits that it shows, its unit beside it or not.
fn is_rounded(number: f64, text: &str) -> bool {
    let plain = text.replace(['$', ','], "").replace('−', "-");
    let (digits, unit) = plain.split_at(plain.find([' ', '/']).unwrap_or(plain.len()));
    let (digits, exponent) = digits.split_once('e').unwrap_or((digits, "0"));
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len() as i32);
    // A number of many digits ends in zeros: what they stand for is not known better than that.
    let zeros = if decimals > 0 { 0 } else { (digits.len() - digits.trim_end_matches('0').len()) as i32 };
    let scale = libm::pow(10.0, exponent.parse().unwrap());
    let read = digits.parse::<f64>().unwrap_or_else(|_| panic!("{text}: {unit}")) * scale;
    let step = libm::pow(10.0, f64::from(zeros - decimals)) * scale;
    (read - number).abs() <= step * 0.500_001 && (read == number || (read / number - 1.0).abs() < 0.01)
}

/// The digits behind the point of the numbers in a column; empty cells and reasons have none.
fn decimals(told: &TableInWords, column: usize) -> Vec<usize> {
    let cells = told.rows.iter().map(|row| row[column].as_str());
    let numbers = cells.filter(|text| text.ends_with(|last: char| last.is_ascii_digit()));
    numbers.map(|text| text.split_once('.').map_or(0, |(_, decimals)| decimals.len())).collect()
}

#[test]
fn the_numbers_of_a_column_have_as_many_decimals_each() {
    let mine = Inputs::default();
    for (view, column, expected) in [
        (View::Tariff, 1, 0),   // from 902 to 450,881
        (View::Frontier, 3, 1), // from 129.3 to 823.9
        (View::Drivers, 5, 0),
        (View::Drivers, 6, 2), // in hundredths, however small
        (View::Lifetime, 0, 0),
        (View::Lifetime, 5, 2), // from −29.01 to −20.91
        (View::Lifetime, 6, 2),
    ] {
        let (exact, told) = both(view, &mine);
        let found = decimals(&told, column);
        assert!(found.len() > 15 && found.iter().all(|&one| one == expected), "{view:?} {column}: {found:?}");
        assert!(exact.csv().contains('.'), "{view:?}");
    }
    // From dust to thousands each has its own; and the values of inputs are as they are everywhere.
    let (_, told) = both(View::Time, &mine);
    assert!(told.rows[0][3].contains("e-") && told.rows.last().unwrap()[3].len() == "51,737".len());
    let (_, drivers) = both(View::Drivers, &mine);
    let hours = drivers.rows.iter().find(|row| row[0] == "Hours run").unwrap();
    assert_eq!(hours[1..3], ["134.4 h/week", "168 h/week"]);
}

#[test]
fn what_a_table_assumes_is_every_input_but_the_one_along_x() {
    let mine = Scenario::from_id("enegix").unwrap().inputs();
    for &view in View::ALL {
        let (exact, told) = both(view, &mine);
        let listed = told.assumed.strip_prefix("It assumes: ").unwrap().strip_suffix('.').unwrap();
        let listed: Vec<_> = listed.split("; ").collect();
        let assumed: Vec<_> = Input::ALL.iter().filter(|input| exact.columns[0] != input.spec().id).collect();
        assert_eq!(listed.len(), assumed.len(), "{view:?}: {listed:?}");
        for (input, text) in assumed.iter().zip(listed) {
            let value = input.written(mine.get(**input));
            assert!(text.ends_with(&format!(" {value}")), "{view:?}: {value} in {text}");
        }
    }
}

#[test]
fn every_column_is_described_under_the_name_that_stands_over_it() {
    for mine in mines() {
        for &view in View::ALL {
            let (exact, told) = both(view, &mine);
            let described = exact.described();
            let names: Vec<_> = described.iter().map(|column| column.name).collect();
            assert_eq!(names[..exact.columns.len()], exact.columns, "{view:?}");
            for (column, head) in described.iter().zip(&told.heads) {
                assert!(head.starts_with(column.title) && column.title != column.name, "{view:?}: {head}");
            }
        }
    }
}

#[test]
fn over_a_column_of_an_input_stands_its_unit() {
    let (_, told) = both(View::Tariff, &Inputs::default());
    assert_eq!(told.heads[0], "Electricity tariff, USD/kWh");
    let (_, told) = both(View::Time, &Inputs::default());
    assert_eq!(told.heads[..4], ["Date", "Difficulty", "Bitcoin price, USD/BTC", "Shutdown price, USD/BTC"]);
}
