//! Where a cursor stops in a figure: what is read there is what the table of the same plot holds.
#![cfg(not(target_arch = "wasm32"))]

mod shown;

use breakeven::figure::plot::{Cell, Mark, Plot};
use breakeven::figure::{self, Cursor, Ink, Part, Point, Shape, Size, Stops, Table, View, layout};
use breakeven::{Date, Input, Inputs, Report, Scenario, Tier, scenarios};

/// As wide as an article's column.
fn size() -> Size {
    Size::new(760.0, 420.0).unwrap()
}

fn mines() -> impl Iterator<Item = Inputs> {
    scenarios::ALL.iter().map(Scenario::inputs)
}

/// All series at a stop.
fn at(stop: usize) -> Cursor {
    Cursor { stop, series: 0 }
}

/// The places of the stops that note this, and what is read there.
fn noted(stops: &Stops<'_>, note: &str) -> Vec<(usize, String)> {
    let places = (0..stops.count()).filter(|&place| stops.is_notable(place));
    let read = places.map(|place| (place, stops.text(at(place))));
    read.filter(|(_, text)| text.contains(note)).collect()
}

/// The frontier, and what is read along its hash rate at a tariff.
fn upwards(mine: &Inputs, author: Option<f64>, size: Size, look: impl FnOnce(&Plot<'_>, &Stops<'_>)) {
    let plot = figure::plot(View::Frontier, mine);
    let mut read = figure::upwards(&plot, mine.clone()).unwrap();
    read.author = author;
    look(&plot, &Stops::upwards(&plot, read, size).unwrap());
}

fn quoted() -> Inputs {
    Scenario::from_id("quoted-40000").unwrap().inputs()
}

#[test]
fn at_each_value_of_the_table_a_cursor_reads_the_cells_of_its_row() {
    let mut read = 0;
    for mine in mines() {
        for view in [View::Tariff, View::Frontier, View::Time, View::Lifetime] {
            let plot = figure::plot(view, &mine);
            let (table, drawing) = (Table::of(&plot), layout(&plot, size()));
            let stops = Stops::of(figure::plot(view, &mine), size());
            let quantity = plot.y.as_ref().unwrap().quantity;
            for row in &table.rows {
                let x = row[0].number().unwrap();
                if !(plot.x.range.0..=plot.x.range.1).contains(&x) {
                    continue;
                }
                let place = (0..stops.count()).find(|&place| stops.value(place) == x);
                let place = place.unwrap_or_else(|| panic!("{view:?}: none at {x}"));
                let (text, marks) = (stops.text(at(place)), stops.marks(at(place)));
                let dots = marks.iter().filter_map(|node| match node.shape {
                    Shape::Circle { center, .. } => Some((node.role.ink, center)),
                    _ => None,
                });
                let dots: Vec<_> = dots.collect();
                for layer in plot.layers.iter().filter(|layer| layer.mark == Mark::Curve) {
                    let column = table.columns.iter().position(|name| Some(*name) == layer.column);
                    let Some(column) = column else { continue };
                    let told = match row[column] {
                        Cell::Number(number) => [layer.name, " ", &quantity.written(number)].concat(),
                        Cell::None(reason) => [layer.name, ": ", reason.in_short()].concat(),
                        _ => continue,
                    };
                    assert!(text.contains(&told), "{view:?}: no {told:?} in {text:?}");
                    let on_it = row[column].number().and_then(|value| drawing.place_of(x, value));
                    if let Some((x, y)) = on_it {
                        assert!(dots.contains(&(layer.ink, Point::new(x, y))), "{view:?} {x}: {dots:?}");
                    }
                    read += 1;
                }
            }
        }
    }
    assert!(read > 5_000, "{read}");
}

#[test]
fn a_cursor_stops_where_a_curve_meets_what_it_is_held_against() {
    let mine = quoted();
    for market in [8_000.0, 9_000.0, 11_000.0, 14_000.0, 20_000.0] {
        let mine = mine.with(Input::Price, market).unwrap();
        let stops = Stops::of(figure::plot(View::Tariff, &mine), size());
        for (tier, name) in [(Tier::Shutdown, "Electricity"), (Tier::Cash, "Cash")] {
            let found = noted(&stops, &[name, " meets Market price, "].concat());
            let [(place, text)] = &*found else { panic!("{found:?}") };
            let there = Report::of(&mine.with(Input::Tariff, stops.value(*place)).unwrap());
            let price = there.prices.of_tier(tier).unwrap().value();
            // As near as two values are the same.
            assert!((price / market - 1.0).abs() < 1.000_001e-9, "{price}");
            assert!(text.contains(&[name, " ", &breakeven::format::usd(market)].concat()), "{text}");
        }
        assert!(noted(&stops, "All-in meets").is_empty(), "it is dearer at any tariff");
    }
    // At the price at which electricity alone is paid, the curve meets it at the reader's own tariff: there is one stop.
    let price = Report::of(&mine).prices.shutdown.value();
    let even = mine.with(Input::Price, price).unwrap();
    let stops = Stops::of(figure::plot(View::Tariff, &even), size());
    let own = stops.text(stops.own());
    assert!(own.starts_with("This mine, Electricity meets Market price, $0.05/kWh: "), "{own}");
}

#[test]
fn every_halving_and_the_month_of_payback_are_notable() {
    let mine = quoted();
    let time = Stops::of(figure::plot(View::Time, &mine), size());
    let halvings = noted(&time, "Halving, ");
    let days = ["2012-11-28", "2016-07-09", "2020-05-11", "2024-04-20"];
    assert_eq!(halvings.len(), days.len());
    for ((place, _), day) in halvings.iter().zip(days) {
        let late = time.value(*place) - Cell::day_number(day.parse::<Date>().unwrap());
        assert!((0.0..=15.0).contains(&late), "{day}: {late} days later");
    }
    let rich = mine.with(Input::Price, 200_000.0).unwrap();
    let paid = noted(&Stops::of(figure::plot(View::Lifetime, &rich), size()), "Paid back, ");
    let [(_, text)] = &*paid else { panic!("{paid:?}") };
    assert!(text.contains("Cash meets 0"), "{text}");
}

#[test]
fn the_highest_and_the_lowest_value_of_a_curve_are_notable_unless_it_begins_or_ends_there() {
    for mine in mines() {
        let stops = Stops::of(figure::plot(View::Time, &mine), size());
        let table = figure::table(View::Time, &mine);
        let [date, price] = ["date", "price"].map(|name| {
            let column = table.columns.iter().position(|column| *column == name).unwrap();
            table.rows.iter().filter(|row| row[2].number().is_some()).map(move |row| row[column].number())
        });
        let (dates, prices): (Vec<_>, Vec<_>) = (date.collect(), price.collect());
        let most = prices.iter().flatten().copied().fold(0.0, f64::max);
        let found = noted(&stops, "Market price at its highest, ");
        assert_ne!(prices.last(), Some(&Some(most)), "it ends lower");
        let days: Vec<_> = found.iter().map(|(place, _)| Some(stops.value(*place))).collect();
        let highest = dates.iter().zip(&prices).filter(|(_, price)| **price == Some(most));
        assert_eq!(days, highest.map(|(date, _)| *date).collect::<Vec<_>>());
        assert!(noted(&stops, "Market price at its lowest").iter().all(|(place, _)| *place > 0));
    }
}

#[test]
fn the_author_s_value_is_a_stop_of_its_own_where_the_reader_has_another() {
    let author = quoted();
    let moved = author.with(Input::Tariff, 0.0612).unwrap();
    for view in [View::Tariff, View::Frontier] {
        let mut plot = figure::plot(view, &moved);
        plot.author = Some(0.05);
        let stops = Stops::of(plot, size());
        let found = noted(&stops, "The author’s value, ");
        let [(place, text)] = &*found else { panic!("{found:?}") };
        assert_eq!(stops.value(*place), 0.05);
        assert!(text.starts_with("The author’s value, $0.05/kWh: "), "{text}");
        assert!(stops.text(stops.own()).starts_with("This mine, $0.0612/kWh: "));
        let mut plot = figure::plot(view, &author);
        plot.author = Some(0.05);
        assert!(noted(&Stops::of(plot, size()), "The author’s").is_empty(), "it is the reader's own");
    }
    let network = author.with(Input::Hashrate, 400.0).unwrap();
    upwards(&network, Some(263.7), size(), |_, stops| {
        let found = noted(stops, "The author’s value, ");
        assert!(matches!(&*found, [(_, text)] if text.contains("263.7 EH/s: ")), "{found:?}");
    });
}

#[test]
fn the_reader_s_value_is_a_stop_of_its_own_however_near_it_is_to_one_of_the_table() {
    for beside in [1e-2, 5e-5, 1e-8] {
        let tariff = 0.05 * (1.0 + beside);
        let moved = quoted().with(Input::Tariff, tariff).unwrap();
        let stops = Stops::of(figure::plot(View::Tariff, &moved), size());
        let own = stops.own().stop;
        assert_eq!([own - 1, own].map(|stop| stops.value(stop)), [0.05, tariff]);
    }
}

#[test]
fn a_second_cursor_reads_the_break_evens_along_the_hash_rate_of_the_frontier() {
    let mut met = 0;
    for mine in mines() {
        let tariff = mine.get(Input::Tariff);
        upwards(&mine, None, size(), |plot, stops| {
            let drawing = layout(plot, size());
            assert!(stops.count() > 8, "{}", stops.count());
            for place in 0..stops.count() {
                let (text, hashrate) = (stops.text(at(place)), stops.value(place));
                let prices = Report::of(&mine.with(Input::Hashrate, hashrate).unwrap()).prices;
                for (tier, name) in [(Tier::Shutdown, "Electricity"), (Tier::Cash, "Cash")] {
                    let price = breakeven::format::usd(prices.of_tier(tier).unwrap().value());
                    assert!(text.contains(&[name, " ", &price].concat()), "no {name} {price} in {text}");
                }
                if let Some((_, y)) = drawing.place_of(tariff, hashrate) {
                    assert_eq!(y, stops.place(place).y);
                }
                assert_eq!(stops.nearest(stops.place(place)), Some(place));
            }
            // Where a break-even is the market price, there lies its curve.
            for (place, _) in noted(stops, "Electricity meets Market price") {
                let height = (plot.along)(tariff)[0].number().unwrap();
                assert!((stops.value(place) / height - 1.0).abs() < 1e-8, "{height}");
                met += 1;
            }
            assert_eq!(stops.by_key(stops.own(), "arrowup"), stops.by_key(stops.own(), "arrowright"));
        });
    }
    assert!(met > 5, "{met}");
    for view in View::ALL.iter().filter(|view| **view != View::Frontier) {
        assert!(figure::upwards(&figure::plot(*view, &quoted()), quoted()).is_none());
    }
}

#[test]
fn among_rows_each_that_is_drawn_is_read_with_all_its_values() {
    for mine in mines() {
        for view in [View::Drivers, View::True] {
            let stops = Stops::of(figure::plot(view, &mine), size());
            let plot = figure::plot(view, &mine);
            assert!(stops.count() <= plot.items.len() && (stops.count() == 0) == plot.items.is_empty());
            for (place, item) in (0..stops.count()).zip(&plot.items) {
                let text = stops.text(at(place));
                assert!(text.starts_with(&[item.name, ". "].concat()), "{text}");
                let quantity = item.axis.as_ref().map_or(plot.x.quantity, |axis| axis.quantity);
                for value in &item.values {
                    // Where there is no number the label has the name, too.
                    let told = match value.cell.number() {
                        Some(number) => [": ", &quantity.written(number)].concat(),
                        None => value.label.clone(),
                    };
                    let never = view == View::Drivers && value.cell.number().is_none();
                    assert!(never || text.contains(&told), "no {told} in {text}");
                }
            }
        }
    }
}

#[test]
fn beyond_the_axis_a_cursor_begins_at_the_end_where_the_mine_is_drawn() {
    for (view, input, values) in
        [(View::Tariff, Input::Tariff, [0.0, 2.0]), (View::Frontier, Input::Tariff, [0.0, 2.0])]
    {
        let [below, above] = values.map(|value| {
            let mine = quoted().with(input, value).unwrap();
            let stops = Stops::of(figure::plot(view, &mine), size());
            (stops.own().stop, stops.count() - 1)
        });
        assert_eq!((below.0, above.0), (0, above.1), "{view:?}");
    }
}

#[test]
fn keys_lead_from_stop_to_stop_and_never_beyond_the_ends() {
    let mine = quoted();
    let stops = Stops::of(figure::plot(View::Tariff, &mine), size());
    let (own, last) = (stops.own().stop, stops.count() - 1);
    assert_eq!(stops.value(own), 0.05);
    let lead = |stops: &Stops<'_>, from, key: &str| stops.by_key(at(from), key).map(|cursor| cursor.stop);
    for (key, to) in [("arrowleft", own - 1), ("arrowright", own + 1)] {
        assert_eq!(lead(&stops, own, key), Some(to), "{key}");
    }
    assert_eq!([lead(&stops, own, "home"), lead(&stops, own, "end")], [Some(0), Some(last)]);
    assert_eq!([lead(&stops, 0, "arrowleft"), lead(&stops, last, "pageup")], [Some(0), Some(last)]);
    assert_eq!([lead(&stops, own, "enter"), lead(&stops, last, "n"), lead(&stops, 0, "p")], [None; 3]);
    let is_notable = |&place: &usize| stops.is_notable(place);
    let notable: Vec<_> = (0..=last).filter(is_notable).collect();
    let walk = std::iter::successors(lead(&stops, 0, "n"), |&from| lead(&stops, from, "n"));
    assert_eq!(walk.collect::<Vec<_>>(), notable);
    let back = std::iter::successors(lead(&stops, last, "p"), |&from| lead(&stops, from, "p"));
    assert!(back.eq(notable.into_iter().rev()));
    // Among rows the one below comes next.
    let rows = Stops::of(figure::plot(View::True, &mine), size());
    assert_eq!([lead(&rows, 0, "arrowdown"), lead(&rows, 1, "arrowup")], [Some(1), Some(0)]);
    let time = Stops::of(figure::plot(View::Time, &mine), size());
    let tenth = (time.count() - 1) / 10;
    assert_eq!(lead(&time, time.own().stop, "pagedown"), Some(time.own().stop - tenth));
}

#[test]
fn up_and_down_go_from_series_to_series_and_back_to_all_of_them() {
    let mine = quoted();
    let stops = Stops::of(figure::plot(View::Tariff, &mine), size());
    let own = stops.own();
    // One beyond the last series is taken for that.
    let beyond = Cursor { series: usize::MAX, ..own };
    assert!(stops.by_key(beyond, "arrowdown").is_some());
    let round = |key: &str| {
        let next = |from: &Cursor| stops.by_key(*from, key).filter(|to| *to != own);
        std::iter::successors(next(&own), next).map(|cursor| stops.text(cursor)).collect::<Vec<_>>()
    };
    let (up, mut down) = (round("arrowup"), round("arrowdown"));
    let names = ["Electricity $", "Cash $", "All-in $", "Market price $20,000"];
    assert_eq!(up.len(), names.len());
    for (text, name) in up.iter().zip(names) {
        assert!(text.starts_with(name) && text.ends_with(", This mine, $0.05/kWh"), "{text}");
    }
    down.reverse();
    assert_eq!(up, down);
    // One that is followed is followed from stop to stop, with a line through its own dot alone.
    let cash = Cursor { series: 2, ..stops.by_key(own, "arrowright").unwrap() };
    let marks = stops.marks(cash);
    let dots: Vec<_> = marks.iter().filter(|node| node.role.part == Part::Point).collect();
    let [dot] = *dots else { panic!("{dots:?}") };
    assert_eq!(dot.role.ink, Ink::Cash);
    let Shape::Circle { center, .. } = dot.shape else { panic!("{dot:?}") };
    assert!(marks.iter().flat_map(|node| node.points()).filter(|point| point.y == center.y).count() == 2);
    assert_eq!(stops.marks(at(cash.stop)).len(), 4);
    // Where one is unknown, as the best machine before there were any, all are read, and the keys pass it by.
    let plot = figure::plot(View::Time, &mine);
    let (time, names) = (Stops::of(plot, size()), ["Market price", "Electricity", "Best machine"]);
    let known = |place: usize| names.map(|name| time.text(at(place)).contains(&[name, " $"].concat()));
    let unknown = (0..time.count()).filter(|&place| known(place) != [true; 3]);
    let mut passed = 0;
    for place in unknown {
        for (series, is_known) in (1..).zip(known(place)) {
            let text = time.text(Cursor { stop: place, series });
            assert_eq!(text == time.text(at(place)), !is_known, "{text}");
        }
        let next = |from: &Cursor| time.by_key(*from, "arrowup").filter(|to| to.series != 0);
        let steps = std::iter::successors(next(&at(place)), next).count();
        assert_eq!(steps, known(place).into_iter().filter(|is| *is).count());
        passed += 1;
    }
    assert!(passed > 0);
}

#[test]
fn the_nearest_stop_is_the_one_under_the_pointer() {
    let mine = quoted();
    for view in View::ALL {
        let stops = Stops::of(figure::plot(*view, &mine), size());
        assert_eq!(stops.count() == 0, *view == View::Bar);
        for place in 0..stops.count() {
            assert_eq!(stops.nearest(stops.place(place)), Some(place), "{view:?}");
        }
        assert_eq!(stops.nearest(Point::new(-50.0, -50.0)), (*view != View::Bar).then_some(0));
    }
}

#[test]
fn what_marks_a_stop_lies_within_the_figure_however_small() {
    for mine in mines() {
        for view in View::ALL {
            for (width, height) in [(280.0, 240.0), (120.0, 80.0), (1280.0, 480.0)] {
                let size = Size::new(width, height).unwrap();
                let look = |stops: &Stops<'_>| {
                    let cursors =
                        (0..stops.count()).flat_map(|stop| (0..5).map(move |series| Cursor { stop, series }));
                    for node in cursors.flat_map(|cursor| stops.marks(cursor)) {
                        assert!(matches!(node.role.part, Part::Marker | Part::Point));
                        let points = match node.shape {
                            Shape::Circle { center, .. } => vec![center],
                            _ => node.points(),
                        };
                        for Point { x, y, .. } in points {
                            assert!(
                                (0.0..=width).contains(&x) && (0.0..=height + 1e-9).contains(&y),
                                "{view:?} {x} {y}"
                            );
                        }
                    }
                };
                look(&Stops::of(figure::plot(*view, &mine), size));
                if *view == View::Frontier {
                    upwards(&mine, None, size, |_, stops| look(stops));
                }
            }
        }
    }
}

#[test]
fn the_frame_around_a_row_strikes_through_nothing_that_is_said_of_it_or_of_its_neighbours() {
    let mut framed = 0;
    for mine in mines() {
        for view in [View::Drivers, View::True] {
            for (width, height) in [(280.0, 272.0), (320.0, 272.0), (390.0, 280.0), (760.0, 420.0)] {
                let size = Size::new(width, height).unwrap();
                let scene = layout(&figure::plot(view, &mine), size).scene;
                let stops = Stops::of(figure::plot(view, &mine), size);
                for line in (0..stops.count()).flat_map(|stop| stops.marks(at(stop))) {
                    for y in line.points().iter().map(|point| point.y) {
                        for text in shown::marks(&scene) {
                            let Some(letters) = text.text_box() else { continue };
                            let is_struck = letters.top < y && y < letters.bottom;
                            assert!(!is_struck, "{view:?} at {width} px: {}", text.content());
                            framed += 1;
                        }
                    }
                }
            }
        }
    }
    assert!(framed > 1000, "{framed}");
}
