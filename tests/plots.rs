//! What figures say before they are drawn: their tables hold the model's own numbers, and every axis works.
#![cfg(not(target_arch = "wasm32"))]

mod shown;

use breakeven::figure::plot::{
    Axis, Cell, Data, Drag, Item, LabelledValue, Layer, Listing, Mark, Plot, Quantity, Spread,
};
use breakeven::figure::{self, Ink, Stops, Table, TableInWords, View, layout};
use breakeven::{Date, Input, Inputs, Report, Scenario, Tier, history};
use shown::{number, size, texts};

#[test]
fn every_cell_along_every_input_is_the_reports_own_number() {
    for id in ["quoted-40000", "enegix", "hodl-100000", "today"] {
        let mine = Scenario::from_id(id).unwrap().inputs();
        for &x in Input::ALL {
            let table = Table::of(&figure::plot_along(View::Tariff, x, &mine).unwrap());
            assert_eq!(table.columns, [x.spec().id, "shutdown_price", "cash_price", "all_in_price"]);
            assert!(table.rows.len() >= 10, "{id} {x:?}: {} rows", table.rows.len());
            for row in &table.rows {
                let report = Report::of(&mine.with(x, number(row[0])).unwrap());
                for (cell, &tier) in row[1..].iter().zip(Tier::ALL) {
                    let own = report.prices.of_tier(tier);
                    assert_eq!(cell.number(), own.ok().map(|price| price.value()), "{id} {x:?} {row:?}");
                    assert_eq!(matches!(cell, Cell::None(_)), own.is_err(), "{id} {x:?} {row:?}");
                }
            }
        }
    }
}

#[test]
fn the_values_of_a_table_are_round_and_go_towards_the_end() {
    let along = |x| -> Vec<f64> {
        let mine = Inputs::default();
        let table = Table::of(&figure::plot_along(View::Tariff, x, &mine).unwrap());
        table.rows.iter().map(|row| number(row[0])).collect()
    };
    assert_eq!(along(Input::Tariff)[..3], [0.001, 0.002, 0.003]);
    assert_eq!(along(Input::Tariff).last(), Some(&0.5));
    assert_eq!(
        along(Input::Idle),
        [0.0, 5.0, 10.0, 15.0, 20.0, 25.0, 30.0, 35.0, 40.0, 45.0, 50.0, 55.0, 60.0]
    );
}

#[test]
fn an_unreachable_price_leaves_the_others_where_they_are() {
    let never = Inputs::default().with_all([(Input::Idle, 36.0), (Input::Lifetime, 36.0)]).unwrap();
    let csv = figure::table(View::Tariff, &never).csv();
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("tariff,shutdown_price,cash_price,all_in_price,reason"));
    for line in lines {
        let cells: Vec<_> = line.split(',').collect();
        assert_eq!((cells.len(), cells[3]), (5, ""), "{line}");
        assert!(cells[1].parse::<f64>().unwrap() < cells[2].parse().unwrap(), "{line}");
        assert!(cells[4].contains("mine nothing within their lifetime"), "{line}");
    }
    // Only some of the months: the reason stands where it holds.
    let late = Inputs::default().with(Input::Idle, 30.0).unwrap();
    let table = Table::of(&figure::plot_along(View::Tariff, Input::Lifetime, &late).unwrap());
    let told = serde_json::to_value(&table).unwrap();
    assert_eq!(told[0]["all_in_price"], serde_json::Value::Null);
    assert!(
        told[0]["reason"].is_string() && told[5]["reason"].is_null() && told[5]["all_in_price"].is_number()
    );
}

#[test]
fn csv_and_json_read_back_to_the_last_bit() {
    let table = figure::table(View::Tariff, &Scenario::from_id("enegix").unwrap().inputs());
    let csv = table.csv();
    let json = serde_json::to_string(&table).unwrap();
    let rows: Vec<serde_json::Value> = serde_json::from_str(&json).unwrap();
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    for ((row, record), object) in table.rows.iter().zip(reader.records()).zip(&rows) {
        let record = record.unwrap();
        for (i, (cell, column)) in row.iter().zip(&table.columns).enumerate() {
            assert_eq!(record[i].parse::<f64>().unwrap().to_bits(), number(*cell).to_bits());
            assert_eq!(object[*column].as_f64().unwrap().to_bits(), number(*cell).to_bits());
        }
    }
    assert_eq!((rows.len(), csv.lines().count()), (table.rows.len(), table.rows.len() + 1));
}

#[test]
fn the_bar_is_a_table_of_one_row_and_has_no_input_along_it() {
    let mine = Inputs::default();
    let table = figure::table(View::Bar, &mine);
    let prices = Report::of(&mine).prices;
    assert_eq!(table.columns, ["shutdown_price", "cash_price", "all_in_price"]);
    let all_in = prices.all_in.unwrap();
    assert_eq!(
        table.rows,
        [[prices.shutdown, prices.cash, all_in].map(|price| Cell::Number(price.value())).to_vec()]
    );
    let error = figure::plot_along(View::Bar, Input::Hours, &mine).err().unwrap();
    assert!(error.is_conflict() && error.field() == "x" && error.allowed().contains("bar"), "{error}");
}

#[test]
fn the_bar_goes_as_far_as_a_market_price_of_four_times_its_own_and_points_to_one_beyond() {
    let mine = Scenario::from_id("quoted-40000").unwrap().inputs();
    let all_in = Report::of(&mine).prices.all_in.unwrap().value();
    for (market, end) in [(0.5, 1.0), (3.5, 3.5), (3.99, 3.99), (4.01, 1.0), (40.0, 1.0)] {
        let there = mine.with(Input::Price, all_in * market).unwrap();
        let plot = figure::plot(View::Bar, &there);
        assert_eq!(plot.x.range, (0.0, all_in * end), "{market}");
        let is_pointed_to = texts(&layout(&plot, size()).scene).iter().any(|text| text.ends_with('→'));
        assert_eq!(is_pointed_to, market > end, "{market}");
    }
}

#[test]
fn an_axis_is_linear_or_logarithmic_as_the_inputs_slider_is() {
    let mine = Inputs::default();
    let middle = |x, low: f64, high: f64| {
        let drawing = layout(&figure::plot_along(View::Tariff, x, &mine).unwrap(), size());
        let [from, to] = [low, high].map(|end| drawing.place_of(end, 1e5).unwrap().0);
        drawing.value_at((from + to) / 2.0).unwrap()
    };
    assert!((middle(Input::Hours, 1.0, 168.0) - 84.5).abs() < 1e-9);
    assert!((middle(Input::Hashrate, 10.0, 1000.0) - 100.0).abs() < 1e-9);
}

#[test]
fn time_goes_along_an_axis_too() {
    let day = |text: &str| Cell::day_number(text.parse().unwrap());
    let x = Axis::new("Day", Spread::Time, (day("2012-01-01"), day("2022-01-01")), Quantity::Day);
    let y = Axis::new("USD per bitcoin", Spread::Linear, (0.0, 70_000.0), Quantity::UsdPerBitcoin);
    let mut plot = Plot::new("The price since 2012", x, Some(y));
    let price = |row: history::Row| {
        let price = row.period.price.map_or(Cell::Empty, |price| Cell::Number(price.value()));
        (Cell::day_number(row.period.date), price)
    };
    let prices: Vec<_> = history::of(&Inputs::default()).map(price).collect();
    let gaps = prices.iter().filter(|(_, cell)| *cell == Cell::Empty).count();
    let market = Layer::new("market", Ink::Market, "Market price", Mark::Curve, Data::Points(prices.clone()));
    plot.layers.push(market.in_column("price"));
    let limit = Data::One(Cell::Number(40_000.0));
    plot.layers.push(Layer::new("quoted", Ink::AllIn, "Quoted break-even", Mark::Rule, limit));

    let drawing = layout(&plot, size());
    let texts = texts(&drawing.scene);
    // The last price is that of the axis's last period, not of the data's.
    let last = prices.iter().rfind(|(at, _)| *at <= day("2022-01-01")).unwrap().1;
    let market = format!("Market price {}", breakeven::format::usd(number(last)));
    for told in ["2012", "2015", "2021", "$20k", &market, "Quoted break-even $40,000"] {
        assert!(texts.iter().any(|text| text == told), "no {told} in {texts:?}");
    }
    let curve = drawing.scene.nodes.iter().flat_map(|group| group.children()).find(|node| {
        node.role.class() == "series market" // what lies before the axis begins is not drawn
    });
    let curve = curve.unwrap().points();
    let (left, _) = drawing.place_of(day("2012-01-01"), 0.0).unwrap();
    assert!(curve.len() > 200 && curve.iter().all(|point| point.x >= left), "{} points", curve.len());
    let (middle, up) = drawing.place_of(day("2017-01-01"), 35_000.0).unwrap();
    let (right, down) = drawing.place_of(day("2022-01-01"), 0.0).unwrap();
    assert!((middle - (left + right) / 2.0).abs() < 0.2 && up < down, "{left} {middle} {right}");

    let table = Table::of(&plot);
    assert_eq!((table.columns.as_slice(), table.rows.len()), (&["date", "price"][..], prices.len()));
    let csv = table.csv();
    assert!(csv.lines().nth(1).unwrap().starts_with("2009-01-"), "{csv:.60}");
    assert_eq!(csv.lines().filter(|line| line.ends_with(',')).count(), gaps);
    let told: Vec<(Date, Option<f64>)> = serde_json::to_value(&table)
        .unwrap()
        .as_array()
        .unwrap()
        .iter()
        .map(|row| (row["date"].as_str().unwrap().parse().unwrap(), row["price"].as_f64()))
        .collect();
    assert_eq!(told.last().unwrap().1, prices.last().unwrap().1.number());

    let stops = Stops::of(plot, size());
    let days: Vec<_> = (0..stops.count()).map(|place| stops.value(place)).collect();
    assert!(days.len() > 200 && days.iter().all(|at| *at >= day("2012-01-01")), "{}", days.len());
    assert_eq!(stops.day(0).map(Cell::day_number), days.first().copied());
    assert_eq!(stops.day(stops.count()), None);
}

#[test]
fn the_day_of_a_mine_is_marked_in_time_and_nowhere_else() {
    let day: Date = "2021-07-31".parse().unwrap();
    let mine = Inputs::default().at_date(day).unwrap();
    let words = breakeven::words::Words::usual();
    for &view in View::ALL {
        let marked = figure::plot_in(view, figure::Asked::default().on(Some(day)), &mine, words).unwrap();
        let is_told = texts(&layout(&marked, size()).scene).iter().any(|text| text == "This day: 2021-07-31");
        assert_eq!(is_told, view == View::Time, "{view:?}");
        assert_eq!(Table::of(&marked), figure::table(view, &mine));
    }
    let dot = figure::plot_in(View::Time, figure::Asked::default().on(Some(day)), &mine, words).unwrap();
    let Data::Points(points) = &dot.layers.last().unwrap().data else { panic!("no dot") };
    assert_eq!(points, &[(Cell::day_number(day), Cell::Number(mine.price().value()))]);
}

#[test]
fn a_table_of_its_own_takes_no_axis_away_and_rows_need_none() {
    let x = || Axis::new("J/TH", Spread::Linear, (0.0, 50.0), Quantity::Of(Input::Efficiency));
    let y = Axis::new("USD per bitcoin", Spread::Linear, (0.0, 70_000.0), Quantity::UsdPerBitcoin);
    let mut plot = Plot::new("Between two axes", x(), Some(y));
    plot.drag = Some(Drag::new(Input::Efficiency, 34.5));
    let drawn = texts(&layout(&plot, size()).scene).len();
    let told = vec![vec![Cell::Name("s19"), Cell::Number(34.5)]];
    plot.listing = Some(Listing::new(vec!["model", "my_rate"], told));
    assert!(drawn > 5);
    assert_eq!(texts(&layout(&plot, size()).scene).len(), drawn);
    // Whoever gave a column its own name finds it where it stands.
    let names: Vec<_> = Table::of(&plot).described().iter().map(|column| column.name).collect();
    assert_eq!(names, ["model", "my_rate"]);

    // A row may have nothing in it, and is one.
    plot.listing = Some(Listing::new(vec!["model"], vec![vec![], vec![Cell::Name("s19")]]));
    let inputs = Inputs::default();
    assert_eq!(TableInWords::of(&plot, &inputs).rows, [vec![], vec!["s19".to_owned()]]);

    let mut rows = Plot::new("In rows", x(), None);
    let value = |number| LabelledValue::new(Ink::AllIn, Cell::Number(number), String::new());
    rows.items =
        vec![Item::new("S19", vec![value(30.0), value(34.5)]), Item::on_axis("S9", x(), vec![value(50.0)])];
    let drawn = texts(&layout(&rows, size()).scene);
    assert!(["S19", "S9"].iter().all(|name| drawn.iter().any(|text| text.contains(name))), "{drawn:?}");
}
