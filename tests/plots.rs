//! What figures say before they are drawn: their tables hold the model's own numbers, and every axis works.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::figure::plot::{Axis, Cell, Data, Layer, Mark, Plot, Quantity, Spread};
use breakeven::figure::{self, Ink, Scene, Shape, Size, Table, View, layout};
use breakeven::outcome::CashFlow;
use breakeven::solve::{Target, solve};
use breakeven::words::Words;
use breakeven::{Account, Date, Input, Inputs, Report, Scenario, Tier, history, lifetime, range};

fn size() -> Size {
    Size::new(760.0, 420.0).unwrap()
}

fn number(cell: Cell) -> f64 {
    cell.number().unwrap_or_else(|| panic!("{cell:?} is no number"))
}

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
fn at_the_hash_rate_of_the_frontier_each_break_even_is_the_market_price() {
    for id in ["quoted-40000", "enegix", "network-2013", "today"] {
        let mine = Scenario::from_id(id).unwrap().inputs();
        for x in [Input::Tariff, Input::Efficiency, Input::Hours, Input::Lifetime, Input::DifficultyGrowth] {
            let table = Table::of(&figure::plot_along(View::Frontier, x, &mine).unwrap());
            let columns = [x.spec().id, "hashrate_shutdown", "hashrate_cash", "hashrate_all_in"];
            assert_eq!(table.columns, columns);
            let mut met = 0;
            for row in &table.rows {
                for (cell, &tier) in row[1..].iter().zip(Tier::ALL) {
                    let Some(hashrate) = cell.number() else { continue };
                    // Beyond the range of the input the proportion holds, and no mine can be asked.
                    let Ok(there) = mine.with(x, number(row[0])).unwrap().with(Input::Hashrate, hashrate)
                    else {
                        continue;
                    };
                    let price = tier.price(&there).unwrap().value();
                    let market = mine.get(Input::Price);
                    assert!(
                        (price / market - 1.0).abs() < 1e-12,
                        "{id} {x:?} {tier:?}: {price} at {hashrate}"
                    );
                    met += 1;
                }
            }
            assert!(met > 20, "{id} {x:?}: {met}");
        }
    }
}

/// The mines of these scenarios, each at its market price and at its all-in break-even.
fn mines() -> Vec<Inputs> {
    let mut mines = Vec::new();
    for id in ["quoted-40000", "enegix", "moved-on", "hodl-100000", "network-2013", "today"] {
        let mine = Scenario::from_id(id).unwrap().inputs();
        let all_in = Tier::AllIn.price(&mine).unwrap().value();
        mines.push(mine.with(Input::Price, all_in).unwrap());
        mines.push(mine);
    }
    mines
}

#[test]
fn each_month_of_the_lifetime_is_the_models_own() {
    let odd = Inputs::default().with_all([
        (Input::Lifetime, 47.5),
        (Input::Idle, 2.25),
        (Input::Resale, 0.2),
        (Input::NextHalving, 30.0),
    ]);
    for mine in mines().into_iter().chain([odd.unwrap()]) {
        let table = figure::table(View::Lifetime, &mine);
        let columns = [
            "month",
            "bitcoin",
            "electricity",
            "fixed_cost",
            "cash",
            "cumulative",
            "present_value",
            "running",
        ];
        assert_eq!(table.columns, columns);
        let capital = lifetime::capital(&mine);
        let start = [0.0, 0.0, 0.0, 0.0, -capital, -capital, -capital].map(Cell::Number);
        assert_eq!((&table.rows[0][..7], table.rows[0][7]), (&start[..], Cell::Flag(false)));
        let (mut switched_off, mut payback) = (0, None);
        for (row, balance) in table.rows[1..].iter().zip(CashFlow::of(&mine)) {
            let month = balance.month;
            let running = month.coins > 0.0 && !balance.switched_off;
            let drawn = |amount| if running { amount } else { 0.0 };
            let own =
                [month.end, drawn(month.coins), drawn(month.variable_cost), month.fixed_cost, balance.cash];
            assert_eq!(row[..5], own.map(Cell::Number));
            assert_eq!((row[5], row[7]), (Cell::Number(balance.cumulative), Cell::Flag(running)));
            // Revenue less costs is the cash, but for the resale at the end.
            let market = mine.get(Input::Price) * month.price_factor;
            let sum = number(row[1]) * market - number(row[2]) - number(row[3]);
            if month.end < mine.get(Input::Lifetime) {
                assert!((sum - number(row[4])).abs() <= 1e-9 * (1.0 + sum.abs()), "{sum} {row:?}");
            }
            switched_off += u32::from(balance.switched_off);
            payback = payback.or((balance.cumulative >= 0.0).then_some(month.number));
        }
        let outcome = Account::of(&mine).outcome;
        assert_eq!((switched_off, payback), (outcome.months_switched_off, outcome.payback_month));
        assert_eq!(table.rows.len(), mine.get(Input::Lifetime).ceil() as usize + 1);
        let present_value = number(table.rows.last().unwrap()[6]);
        let off = (present_value - outcome.net_present_value).abs();
        assert!(off <= 1e-9 * capital.max(1.0), "{present_value} {}", outcome.net_present_value);
    }
}

#[test]
fn at_the_all_in_price_the_last_present_value_is_zero_and_the_first_is_the_capital() {
    for mine in mines() {
        let all_in = Tier::AllIn.price(&mine).unwrap().value();
        let there = mine.with(Input::Price, all_in).unwrap();
        let table = figure::table(View::Lifetime, &there);
        let (first, last) = (number(table.rows[0][6]), number(table.rows.last().unwrap()[6]));
        assert_eq!(first, -lifetime::capital(&mine));
        assert!(last.abs() <= 1e-9 * first.abs(), "{last} of {first}");
        // And a tenth more earns something.
        let above = figure::table(View::Lifetime, &mine.with(Input::Price, all_in * 1.1).unwrap());
        assert!(number(above.rows.last().unwrap()[6]) > 1e-3 * first.abs());
    }
}

#[test]
fn the_lifetime_says_when_the_mine_is_paid_back_or_that_it_never_is() {
    let quoted = Scenario::from_id("quoted-40000").unwrap().inputs();
    let told = |mine: &Inputs| {
        let plot = figure::plot(View::Lifetime, mine);
        let drawn = texts(&layout(&plot, size()).scene);
        (plot.desc, drawn)
    };
    let (desc, drawn) = told(&quoted);
    assert!(
        desc.contains("never paid back within 36 months") && desc.contains("switched off for 18 months"),
        "{desc}"
    );
    for text in ["Paid back: never", "Halving", "Switched off"] {
        assert!(drawn.iter().any(|drawn| drawn == text), "no {text} in {drawn:?}");
    }
    let rich = quoted.with_all([(Input::Price, 250_000.0), (Input::Idle, 9.0)]).unwrap();
    let month = Account::of(&rich).outcome.payback_month.unwrap();
    let (desc, drawn) = told(&rich);
    assert!(desc.contains(&format!("paid back in month {month}.")), "{desc}");
    for text in [&*format!("Paid back: month {month}"), "Not running yet"] {
        assert!(drawn.iter().any(|drawn| drawn == text), "no {text} in {drawn:?}");
    }
    let free = quoted.with_all([(Input::MachinePrice, 0.0), (Input::Infrastructure, 0.0)]).unwrap();
    assert!(told(&free).0.contains("nothing to pay back"));
}

#[test]
fn each_period_of_time_is_the_historys_own() {
    for mine in mines() {
        let table = figure::table(View::Time, &mine);
        let columns = [
            "date",
            "difficulty",
            "price",
            "shutdown_price",
            "best_machine",
            "best_machine_shutdown_price",
            "subsidy",
            "fees",
        ];
        assert_eq!(table.columns, columns);
        let rows: Vec<_> = history::of(&mine).collect();
        assert_eq!(table.rows.len(), rows.len());
        let or_empty = |number: Option<f64>| number.map_or(Cell::Empty, Cell::Number);
        for (cells, row) in table.rows.iter().zip(&rows) {
            let own = [
                Cell::Day(row.period.date),
                Cell::Number(row.period.difficulty.value()),
                or_empty(row.period.price.map(|price| price.value())),
                Cell::Number(row.shutdown.value()),
                row.best_machine.map_or(Cell::Empty, Cell::Machine),
                or_empty(row.best_shutdown.map(|price| price.value())),
                Cell::Number(row.period.subsidy.value()),
                or_empty(row.period.fees.map(|fees| fees.value())),
            ];
            assert_eq!(cells[..], own);
        }
    }
    let csv = figure::table(View::Time, &Inputs::default()).csv();
    let may = csv.lines().find(|line| line.starts_with("2020-05-05")).unwrap();
    assert!(may.contains(",Bitmain Antminer S19 Pro 110 TH/s,"), "{may}");
}

/// The stretches of a layer of the figure `time`, and the days of another.
fn moments(plot: &Plot<'_>) -> (Vec<(f64, f64)>, Vec<f64>) {
    let data = |key| &plot.layers.iter().find(|layer| layer.key == key).unwrap().data;
    let (Data::Stretches(stretches), Data::Points(halvings)) = (data("off"), data("halving")) else {
        panic!("stretches and days")
    };
    (stretches.clone(), halvings.iter().map(|(day, _)| *day).collect())
}

#[test]
fn a_period_is_shaded_in_time_where_its_price_is_below_the_mines_own() {
    let mut shaded = 0;
    for mine in mines() {
        let plot = figure::plot(View::Time, &mine);
        let (stretches, _) = moments(&plot);
        let rows: Vec<_> = history::of(&mine).collect();
        for pair in rows.windows(2) {
            let middle =
                (Cell::day_number(pair[0].period.date) + Cell::day_number(pair[1].period.date)) / 2.0;
            let is_shaded = stretches.iter().any(|(from, to)| (*from..*to).contains(&middle));
            let under_water = pair[0].period.price.is_some_and(|price| price < pair[0].shutdown);
            assert_eq!(is_shaded, under_water, "{}", pair[0].period.date);
            shaded += u32::from(is_shaded);
        }
        for pair in stretches.windows(2) {
            assert!(pair[0].1 < pair[1].0, "stretches that touch are one: {pair:?}");
        }
    }
    assert!(shaded > 100, "{shaded}");
}

#[test]
fn the_halvings_of_time_are_those_of_the_chain_to_a_day() {
    let (_, halvings) = moments(&figure::plot(View::Time, &Inputs::default()));
    let days = ["2012-11-28", "2016-07-09", "2020-05-11", "2024-04-20"];
    assert_eq!(halvings.len(), days.len());
    for (found, day) in halvings.iter().zip(days) {
        let day = Cell::day_number(day.parse().unwrap());
        assert!((found - day).abs() <= 1.5, "{found} {day}");
    }
}

#[test]
fn time_says_for_how_much_of_it_the_mine_would_have_been_paid() {
    let told = |with: &[(Input, f64)]| {
        let mine = Inputs::default().with_all(with.iter().copied()).unwrap();
        figure::plot(View::Time, &mine).desc
    };
    assert!(told(&[]).contains("at all times since 2010-07-"), "{}", told(&[]));
    assert!(told(&[(Input::Efficiency, 1e8), (Input::Tariff, 5.0)]).contains("at no time since"));
    let old = told(&[(Input::Efficiency, 9_000.0)]);
    let mine = Inputs::default().with(Input::Efficiency, 9_000.0).unwrap();
    let rows: Vec<_> = history::of(&mine).filter(|row| row.period.price.is_some()).collect();
    let (mut paid, mut all) = (0, 0);
    for pair in rows.windows(2) {
        let days = pair[1].period.date.days_since(pair[0].period.date);
        all += days;
        paid += if pair[0].shutdown <= pair[0].period.price.unwrap() { days } else { 0 };
    }
    let percent = (f64::from(paid) / f64::from(all) * 100.0).round();
    assert!(old.contains(&format!("for {percent} % of the time")), "{percent} {old}");
}

#[test]
fn each_driver_is_the_models_own_the_longest_first() {
    for mine in mines() {
        let table = figure::table(View::Drivers, &mine);
        assert_eq!(table.columns, ["input", "low", "high", "price_low", "price_high", "swing", "elasticity"]);
        let drivers = range::drivers(&mine, &[], Tier::AllIn).unwrap();
        assert_eq!(table.rows.len(), drivers.len());
        for (row, driver) in table.rows.iter().zip(&drivers) {
            assert_eq!(row[0], Cell::Name(driver.input.spec().id));
            for (place, swung) in [(1, driver.low), (2, driver.high)] {
                assert_eq!(number(row[place]), swung.value);
                let there = mine.with(driver.input, swung.value).unwrap();
                let price = Tier::AllIn.price(&there).ok().map(|price| price.value());
                assert_eq!(row[place + 2].number(), price, "{:?}", driver.input);
            }
            assert_eq!((row[5].number(), number(row[6])), (driver.swing, driver.elasticity));
        }
        let swings: Vec<_> = table.rows.iter().map(|row| row[5].number().unwrap_or(f64::INFINITY)).collect();
        assert!(swings.is_sorted_by(|a, b| a >= b), "{swings:?}");
        let plot = figure::plot(View::Drivers, &mine);
        let label = drivers[0].input.name_in(Words::english());
        assert!(plot.desc.contains(&format!("hangs most on the {label}:")), "{}", plot.desc);
    }
}

#[test]
fn drivers_of_a_mine_that_no_price_pays_back_are_none_and_it_says_so() {
    let never = Inputs::default().with_all([(Input::Idle, 36.0), (Input::Lifetime, 36.0)]).unwrap();
    let plot = figure::plot(View::Drivers, &never);
    assert!(plot.desc.contains("No price pays this mine back"), "{}", plot.desc);
    assert_eq!(Table::of(&plot).csv().lines().count(), 1);
    let drawn = texts(&layout(&plot, size()).scene);
    assert!(drawn.iter().any(|text| text.contains("no price pays this mine back")), "{drawn:?}");
}

#[test]
fn what_would_have_to_be_true_is_what_solve_finds_or_why_it_finds_nothing() {
    let (mut found, mut refused) = (0, 0);
    for mine in mines() {
        let table = figure::table(View::True, &mine);
        assert_eq!(table.columns, ["tier", "input", "value", "unit"]);
        assert!(table.csv().starts_with("tier,input,value,unit,reason\n"));
        assert_eq!(table.rows.len(), 7 * 3);
        let rows: Vec<serde_json::Value> =
            serde_json::from_value(serde_json::to_value(&table).unwrap()).unwrap();
        for row in rows {
            let input = Input::from_id(row["input"].as_str().unwrap()).unwrap();
            let tier = Tier::from_id(row["tier"].as_str().unwrap()).unwrap();
            assert_eq!(row["unit"], input.spec().unit.to_string());
            match solve(&mine, Target::Input(input), tier, mine.price()) {
                Ok(value) => {
                    assert_eq!((row["value"].as_f64(), row["reason"].as_str()), (Some(value), None));
                    let price = tier.price(&mine.with(input, value).unwrap()).unwrap().value();
                    assert!((price / mine.get(Input::Price) - 1.0).abs() < 1e-9, "{row}");
                    found += 1;
                }
                Err(reason) => {
                    assert!(row["value"].is_null(), "{row}");
                    assert_eq!(row["reason"], reason.to_string());
                    refused += 1;
                }
            }
        }
    }
    assert!(found > 100 && refused > 50, "{found} {refused}");
}

#[test]
fn the_figure_of_what_is_true_lists_what_it_found_and_what_it_did_not() {
    let quoted = Scenario::from_id("quoted-40000").unwrap().inputs();
    let at = quoted.with(Input::Price, 40_000.0).unwrap();
    let plot = figure::plot(View::True, &at);
    // The same value as in the scenario's own conclusion.
    let drawn = texts(&layout(&plot, size()).scene);
    for text in ["$0.1587/kWh", "All-in: out of reach", "For $40,000 to be the break-even, each alone"] {
        assert!(drawn.iter().any(|drawn| drawn == text), "no {text} in {drawn:?}");
    }
    assert!(
        plot.desc.contains("the all-in break-even at ") && plot.desc.contains("No electricity tariff"),
        "{}",
        plot.desc
    );
}

#[test]
fn what_costs_nothing_is_paid_at_any_hash_rate_and_says_so() {
    let free =
        Inputs::default().with_all([(Input::Tariff, 0.0), (Input::Levy, 0.0), (Input::Opex, 0.0)]).unwrap();
    let csv = Table::of(&figure::plot_along(View::Frontier, Input::Efficiency, &free).unwrap()).csv();
    let mut lines = csv.lines();
    assert_eq!(lines.next(), Some("efficiency,hashrate_shutdown,hashrate_cash,hashrate_all_in,reason"));
    for line in lines {
        let cells: Vec<_> = line.splitn(5, ',').collect();
        assert_eq!((cells[1], cells[2]), ("", ""), "{line}");
        assert!(cells[3].parse::<f64>().unwrap() > 0.0, "{line}");
        assert!(cells[4].contains("it costs nothing, however high the hash rate"), "{line}");
    }
}

#[test]
fn the_values_of_a_table_are_round_and_go_from_end_to_end() {
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

/// What stands in a figure, in the order in which it is drawn.
fn texts(scene: &Scene) -> Vec<String> {
    fn collect(node: &breakeven::figure::Node, texts: &mut Vec<String>) {
        if let Shape::Text { content, .. } = &node.shape {
            texts.push(content.clone());
        }
        node.children().iter().for_each(|child| collect(child, texts));
    }
    let mut all = Vec::new();
    scene.nodes.iter().for_each(|node| collect(node, &mut all));
    all
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
    let stops: Vec<_> = drawing.stops().iter().map(|stop| stop.value).collect();
    assert!(stops.contains(&day("2021-01-01")) && stops.len() >= 10, "{stops:?}");

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
}
