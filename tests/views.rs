//! Each view beside the bar and the tariff says the model's own numbers, and in words what they come to.
#![cfg(not(target_arch = "wasm32"))]

mod any_mine;
mod shown;

use breakeven::figure::plot::{Cell, Data, Plot, Reason, Spread};
use breakeven::figure::{self, Table, View, layout};
use breakeven::outcome::CashFlow;
use breakeven::solve::{Target, solve};
use breakeven::tier::Direction;
use breakeven::words::Words;
use breakeven::{Account, Input, Inputs, Report, Scenario, Tier, format, history, lifetime, range};
use proptest::prelude::*;
use shown::{number, size, texts};

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

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    /// H(c) = H₀ · P ÷ price(c), for every break-even is proportional to the hash rate.
    #[test]
    fn the_frontier_is_the_hash_rate_times_the_market_price_over_the_break_even(inputs in any_mine::any_inputs()) {
        let table = figure::table(View::Frontier, &inputs);
        for row in &table.rows {
            let there = inputs.with(Input::Tariff, number(row[0])).unwrap();
            for (cell, &tier) in row[1..].iter().zip(Tier::ALL) {
                let price = tier.price(&there).map(|price| price.value());
                match price {
                    Ok(price) if price > 0.0 => {
                        let expected = inputs.get(Input::Hashrate) * inputs.get(Input::Price) / price;
                        let read = number(*cell);
                        prop_assert!((read / expected - 1.0).abs() < 1e-12, "{tier:?}: {read}, not {expected}");
                    }
                    _ => prop_assert_eq!(cell.number(), None, "{:?}: {:?}", tier, price),
                }
            }
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
    assert!(desc.contains(&format!("paid back in month {month},")), "{desc}");
    for text in [&*format!("Paid back: month {month}"), "Not running yet"] {
        assert!(drawn.iter().any(|drawn| drawn == text), "no {text} in {drawn:?}");
    }
    let free = quoted.with_all([(Input::MachinePrice, 0.0), (Input::Infrastructure, 0.0)]).unwrap();
    assert!(told(&free).0.contains("nothing to pay back"));
}

#[test]
fn a_lifetime_that_ends_within_a_month_is_paid_back_in_that_month() {
    let mine = Inputs::default().with_all([
        (Input::Lifetime, 9.4),
        (Input::Resale, 1.0),
        (Input::Infrastructure, 0.0),
        (Input::Price, 60_000.0),
        (Input::NextHalving, 40.0),
    ]);
    let mine = mine.unwrap();
    assert_eq!(Account::of(&mine).outcome.payback_month, Some(10));
    let plot = figure::plot(View::Lifetime, &mine);
    assert!(plot.desc.contains("paid back in month 10,"), "{}", plot.desc);
    let drawn = texts(&layout(&plot, size()).scene);
    assert!(drawn.iter().any(|text| text == "Paid back: month 10"), "{drawn:?}");
}

#[test]
fn what_does_not_run_yet_is_not_switched_off() {
    let mine = Inputs::default()
        .with_all([(Input::Idle, 5.5), (Input::Lifetime, 12.0), (Input::Price, 1000.0)])
        .unwrap();
    let plot = figure::plot(View::Lifetime, &mine);
    let stretches = |key: &str| plot.layers.iter().find(|layer| layer.key == key).map(|layer| &layer.data);
    assert_eq!(stretches("idle"), Some(&Data::Stretches(vec![(0.0, 5.5)])));
    assert_eq!(stretches("off"), Some(&Data::Stretches(vec![(5.5, 12.0)])));
    assert!(plot.desc.contains("switched off for 6.5 months"), "{}", plot.desc);
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
                cells[4],
                or_empty(row.best_shutdown.map(|price| price.value())),
                Cell::Number(row.period.subsidy.value()),
                or_empty(row.period.fees.map(|fees| fees.value())),
            ];
            assert_eq!(cells[..], own);
            let name = if let Cell::Machine(machine) = cells[4] { Some(machine.name()) } else { None };
            assert_eq!(name, row.best_machine.map(ToString::to_string), "{}", row.period.date);
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
fn time_says_above_which_price_of_power_it_pays_to_sell_it() {
    let told = |with: &[(Input, f64)]| {
        figure::plot(View::Time, &Inputs::default().with_all(with.iter().copied()).unwrap()).desc
    };
    let shown = format::usd(Report::of(&Inputs::default()).strike.value());
    assert!(
        told(&[]).ends_with(&format!("selling the power beats mining above {shown}/MWh.")),
        "{}",
        told(&[])
    );
    let taxed = told(&[(Input::Levy, 1.0)]);
    assert!(taxed.ends_with("selling the power beats mining at any price."), "{taxed}");
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
            assert_eq!((row[5].number(), row[6].number()), (driver.swing, driver.elasticity));
        }
        let swings: Vec<_> = table.rows.iter().map(|row| row[5].number().unwrap_or(f64::INFINITY)).collect();
        assert!(swings.is_sorted_by(|a, b| a >= b), "{swings:?}");
        let plot = figure::plot(View::Drivers, &mine);
        let label = drivers[0].input.name_in(Words::usual());
        assert!(plot.desc.contains(&format!("depends most on the {label}:")), "{}", plot.desc);
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
        for (row, cells) in rows.iter().zip(&table.rows) {
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
                    // A page without these sentences says it by the cell.
                    let is_still = tier.direction(input) == Direction::Still;
                    let own = if is_still { Reason::NoDifference } else { Reason::NoValue };
                    assert_eq!(cells[2], Cell::None(own), "{row}");
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
    for text in ["$0.1587/kWh", "All-in: at least $73,215", "For a break-even of $40,000, each alone"] {
        assert!(drawn.iter().any(|drawn| drawn == text), "no {text} in {drawn:?}");
    }
    assert!(
        plot.desc.contains("the all-in break-even at ")
            && plot.desc.contains("break-even: electricity tariff"),
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
fn the_mine_itself_lies_within_each_axis_on_which_others_are_sought() {
    let at_the_end = |mine: &Inputs| {
        let plot = figure::plot(View::True, mine);
        let at_end = |item: &&figure::plot::Item| {
            let axis = item.axis.as_ref().unwrap();
            let own = number(item.values[0].cell);
            own > 0.0 && axis.spread == Spread::Log && (own <= axis.range.0 || axis.range.1 <= own)
        };
        plot.items.iter().filter(at_end).map(|item| item.name).collect::<Vec<_>>()
    };
    for scenario in breakeven::scenarios::ALL {
        assert_eq!(at_the_end(&scenario.inputs()), [""; 0], "{}", scenario.id());
    }
    let far = Inputs::default().with_all([(Input::Tariff, 2.0), (Input::Hashrate, 1e6)]).unwrap();
    assert_eq!(at_the_end(&far), [""; 0]);
    // Nothing at all is at the end of an axis, which goes as far as the slider does.
    let free = Inputs::default().with_all([(Input::Tariff, 0.0), (Input::MachinePrice, 0.0)]).unwrap();
    let ranges = |mine: &Inputs| -> Vec<_> {
        figure::plot(View::True, mine).items.iter().map(|item| item.axis.as_ref().unwrap().range).collect()
    };
    assert_eq!(ranges(&free), ranges(&Inputs::default()));
}
