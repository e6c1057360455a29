//! What each figure says at the edges of the model, as text to be read: `tests/golden/edges.txt`.
//!
//! `BREAKEVEN_GOLDEN=write cargo test --test edges` writes it anew. How the figures look there: `figures.rs`.
#![cfg(not(target_arch = "wasm32"))]

mod extremes;
mod shown;

use std::fs;
use std::path::Path;

use breakeven::figure::plot::{Cell, Data};
use breakeven::figure::{self, Color, Node, Part, Scene, Size, Theme, View};
use breakeven::outcome::CashFlow;
use breakeven::{Input, Inputs, Report, Scenario, history};
use extremes::{ALL_FREE, THIRTEEN_DECADES};
use shown::{marks, texts};

/// The narrowest column that a page has.
const NARROW: f64 = 280.0;

/// What differs from `quoted-40000` at each edge.
const EDGES: [(&str, &[(Input, f64)]); 7] = [
    ("no price pays the machines back", &[(Input::Idle, 36.0), (Input::Lifetime, 36.0)]),
    ("switched off throughout", &[(Input::Price, 100.0)]),
    ("within one decade", &[(Input::Levy, 0.05), (Input::Opex, 40.0)]),
    ("over thirteen decades", THIRTEEN_DECADES),
    ("free power", &[(Input::Tariff, 0.0), (Input::Levy, 0.0)]),
    ("everything is free", ALL_FREE),
    ("the market pays nothing", &[(Input::Price, 0.01)]),
];

fn mine(with: &[(Input, f64)]) -> Inputs {
    let quoted = Scenario::from_id("quoted-40000").unwrap().inputs();
    quoted.with_all(with.iter().copied()).unwrap()
}

fn narrow(view: View) -> Size {
    Size::new(NARROW, view.usual_size().1).unwrap()
}

/// The sentence, what stands in the figure, and the ends of the table.
fn said(view: View, inputs: &Inputs) -> String {
    let scene = figure::draw(view, inputs, narrow(view));
    let csv = figure::table(view, inputs).csv();
    let rows: Vec<_> = csv.lines().collect();
    let ends = match rows[..] {
        [head, first, .., last] => vec![head, first, last],
        _ => rows,
    };
    format!("{}\n  {}\n  {}\n", scene.desc, texts(&scene).join(" | "), ends.join("\n  "))
}

#[test]
fn at_every_edge_each_figure_says_what_was_approved() {
    let mut text = String::new();
    for (edge, with) in EDGES {
        for &view in View::ALL {
            text += &format!("# {edge}: {}\n{}\n", view.id(), said(view, &mine(with)));
        }
    }
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (approved, beside) = (root.join("tests/golden/edges.txt"), root.join("target/golden/edges.txt"));
    if std::env::var_os("BREAKEVEN_GOLDEN").is_some_and(|value| value == "write") {
        fs::write(&approved, &text).unwrap();
    }
    let old = fs::read_to_string(&approved).unwrap_or_default();
    if let Some((is, was)) = text.lines().zip(old.lines().chain([""])).find(|(is, was)| is != was) {
        fs::create_dir_all(beside.parent().unwrap()).unwrap();
        fs::write(&beside, &text).unwrap();
        panic!("{} differs from {}, first in\n{is}\nwhich was\n{was}", beside.display(), approved.display());
    }
    assert_eq!(text.len(), old.len());
}

/// Of that time nothing is known but the chain: no market, no machine on sale.
#[test]
fn before_there_was_a_price_the_table_of_time_has_the_chain_and_the_mine_alone() {
    let table = figure::table(View::Time, &mine(&[]));
    let place = |name: &str| table.columns.iter().position(|column| *column == name).unwrap();
    let [date, price, best] = ["date", "price", "best_machine"].map(place);
    let first = table.rows.iter().position(|row| row[price] != Cell::Empty).unwrap();
    assert!(first > 10 && table.rows[first][date] == Cell::Day("2010-07-16".parse().unwrap()), "{first}");
    assert!(table.rows[..first].iter().all(|row| row[price] == Cell::Empty && row[best] == Cell::Empty));
    assert!(table.rows[first..].iter().all(|row| row[price].number().is_some()));
}

/// Coins of later months are sold dear: so all that a mine costs is earned at a lower price than its first month is.
#[test]
fn where_the_price_rises_steeply_the_bar_goes_on_to_the_right_or_ends() {
    let rising = mine(&[(Input::PriceGrowth, 10.0)]);
    let prices = Report::of(&rising).prices;
    assert!(prices.all_in.unwrap() < prices.shutdown, "{prices:?}");
    for width in [NARROW, 760.0] {
        let scene = figure::draw(View::Bar, &rising, Size::new(width, 140.0).unwrap());
        let mut end = 0.0;
        let bands: Vec<_> = marks(&scene).into_iter().filter(|mark| mark.role.part == Part::Band).collect();
        for band in &bands {
            let [left, right] = [0, 1].map(|corner| band.points()[corner].x);
            assert!(left == end && right >= left && right <= width, "from {left} to {right} after {end}");
            end = right;
        }
        assert_eq!(bands.len(), 3);
    }
}

#[test]
fn a_mine_that_has_its_capital_back_to_the_last_bit_is_paid_back() {
    let free = mine(ALL_FREE);
    let cash = CashFlow::of(&free).next().unwrap().cash;
    let even = free.with(Input::MachinePrice, cash).unwrap();
    assert_eq!(CashFlow::of(&even).next().unwrap().cumulative, 0.0);
    let desc = figure::plot(View::Lifetime, &even).desc;
    assert!(desc.contains("paid back in month 1,"), "{desc}");
}

#[test]
fn a_period_whose_price_is_the_mines_own_to_the_last_bit_is_not_shaded() {
    let untaxed = mine(&[(Input::Levy, 0.0)]);
    let mut met = 0;
    for row in history::of(&untaxed) {
        // What power costs goes with the tariff, but for rounding.
        let Some(price) = row.period.price else { continue };
        let tariff = untaxed.get(Input::Tariff) * (price.value() / row.shutdown.value());
        let Ok(there) = untaxed.with(Input::Tariff, tariff) else { continue };
        let is_same = |other: &history::Row| other.period.date == row.period.date;
        if history::of(&there).find(is_same).unwrap().shutdown != price {
            continue;
        }
        let (plot, day) = (figure::plot(View::Time, &there), Cell::day_number(row.period.date));
        let off = plot.layers.iter().find(|layer| layer.key == "off").unwrap();
        let Data::Stretches(stretches) = &off.data else { panic!("{off:?}") };
        assert!(!stretches.iter().any(|(from, to)| (*from..*to).contains(&day)), "{}", row.period.date);
        met += 1;
    }
    assert!(met > 20, "{met}");
}

/// Every node that is drawn.
fn drawn(scene: &Scene) -> Vec<&Node> {
    fn collect<'a>(nodes: &'a [Node], found: &mut Vec<&'a Node>) {
        for node in nodes {
            found.push(node);
            collect(node.children(), found);
        }
    }
    let mut found = Vec::new();
    collect(&scene.nodes, &mut found);
    found
}

/// By the formula of WCAG: 1 is the same, 21 black on white.
fn contrast(one: Color, other: Color) -> f64 {
    let light = |color: Color| {
        let [red, green, blue] = color.map(|part| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { libm::pow((part + 0.055) / 1.055, 2.4) }
        });
        0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05
    };
    let (one, other) = (light(one), light(other));
    one.max(other) / one.min(other)
}

#[test]
fn in_the_dark_as_in_the_light_every_text_of_each_figure_is_told_from_the_paper() {
    let mut read = 0;
    for (edge, with) in EDGES {
        for &view in View::ALL {
            let scene = figure::draw(view, &mine(with), narrow(view));
            for node in drawn(&scene).into_iter().filter(|node| !node.content().is_empty()) {
                for theme in [Theme::Light, Theme::Dark] {
                    let ink = node.paint(theme).fill.expect("a text is filled");
                    let contrast = contrast(ink, theme.paper());
                    assert!(
                        contrast >= 4.5,
                        "{edge}, {view:?}, {theme:?}: {:?} at {contrast:.2}",
                        node.content()
                    );
                    read += 1;
                }
            }
        }
    }
    assert!(read > 1000, "{read}");
}
