//! This mine, the best machine then on sale and the market price, in every difficulty period since there was a price.
//!
//! What is behind them is shaded where the mine would have stood still, as in `lifetime`: there the market price is below
//! the mine's own.

use super::super::asked::Asked;
use super::super::plot::{Axis, Cell, Data, Mark, Plot, Quantity, Spread};
use super::super::role::Ink;
use super::super::scale::Scale;
use crate::breakeven::{energy_of, reward, strike};
use crate::decimal::Within as _;
use crate::history::{FigureRow, HALVED, figure_rows};
use crate::inputs::{Input, Inputs};
use crate::tier::Tier;
use crate::units::UsdPerBitcoin;
use crate::words::{self, Words};

/// The mine's own curve widens the axis upwards by at most this factor.
const FARTHEST: f64 = 10.0;

pub fn plot<'a>(asked: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
    let past = Past::of(inputs, asked.is_drawn);
    let x = Axis::new(words.time_axis(), Spread::Time, (past.first, past.last), Quantity::Day);
    let range = Scale::round_range(past.prices);
    let y = Axis::new(words.time_price_axis(), Spread::Log, range, Quantity::UsdPerBitcoin);
    let mut plot = Plot::in_language(words, words.time_title(), x, Some(y));
    plot.desc = past.in_words(inputs, words);

    let plain = (Ink::Plain, Mark::Stretch);
    plot.push("off", words.time_under_water(), plain, Data::Stretches(past.under_water));
    plot.push("halving", words.halving(), (Ink::Plain, Mark::Upright), Data::Points(past.halvings));
    let curve = |ink| (ink, Mark::Curve);
    let [price, shutdown, best, difficulty, best_machine, subsidy, fees] = past.columns.map(Data::Points);
    plot.push_column("difficulty", "", UNSEEN, difficulty);
    plot.push_column("price", words.time_market(), curve(Ink::Market), price);
    plot.push_column("shutdown_price", Tier::Shutdown.name_in(words), curve(Ink::Shutdown), shutdown);
    plot.push_column("best_machine", "", UNSEEN, best_machine);
    plot.push_column("best_machine_shutdown_price", words.time_best(), curve(Ink::Other), best);
    plot.push_column("subsidy", "", UNSEEN, subsidy);
    plot.push_column("fees", "", UNSEEN, fees);
    if let Some(day) = asked.day {
        let dot = (Cell::day_number(day), Cell::Number(inputs.get(Input::Price)));
        plot.push("day", words.time_day(), (Ink::Input, Mark::Dots), Data::Points(vec![dot]));
    }
    plot
}

/// What stands in the table alone.
const UNSEEN: (Ink, Mark) = (Ink::Plain, Mark::Unseen);

/// The places of the columns that are drawn, and how many these are.
const MARKET: usize = 0;
const MINE: usize = 1;
const BEST: usize = 2;
const DRAWN: usize = 3;

/// A column: the first days of the periods, and what each holds.
type Column = Vec<(f64, Cell)>;

struct Past {
    /// The prices of market, mine and best machine, and then what is not drawn.
    columns: [Column; 7],
    halvings: Column,
    /// From day to day: where the market price was below the mine's own.
    under_water: Vec<(f64, f64)>,
    /// The first and the last day with a price.
    first: f64,
    last: f64,
    /// The least and the greatest price of the axis.
    prices: (f64, f64),
    /// Days with a price on which the mine would have been paid, of all of these.
    paid: (f64, f64),
}

impl Past {
    fn of(inputs: &Inputs, is_drawn: bool) -> Self {
        let mut past = Self {
            columns: Default::default(),
            halvings: HALVED.iter().map(|&date| (Cell::day_number(date), Cell::Empty)).collect(),
            under_water: Vec::new(),
            first: f64::NAN,
            last: f64::NAN,
            prices: (f64::MAX, 0.0),
            paid: (0.0, 0.0),
        };
        let count = if is_drawn { DRAWN } else { past.columns.len() };
        let (mut dearest, mut before) = (0.0_f64, None);
        for row in figure_rows(inputs) {
            let FigureRow { date, price, shutdown, .. } = row;
            let day = Cell::day_number(date);
            let cell =
                |price: Option<UsdPerBitcoin>| price.map_or(Cell::Empty, |price| Cell::Number(price.value()));
            let cells = [
                cell(price),
                cell(Some(shutdown)),
                cell(row.best_shutdown),
                Cell::Number(row.difficulty.value()),
                row.best_machine.map_or(Cell::Empty, Cell::Machine),
                Cell::Number(row.subsidy.value()),
                row.fees.map_or(Cell::Empty, |fees| Cell::Number(fees.value())),
            ];
            for (place, cell) in cells.into_iter().enumerate().take(count) {
                past.columns[place].push((day, cell));
            }
            if let Some((begun, is_paid)) = before {
                past.lasted(begun, day, is_paid);
            }
            before = price.map(|price| (day, shutdown <= price));
            if let Some(price) = price.map(UsdPerBitcoin::value) {
                past.first = if past.first.is_nan() { day } else { past.first };
                past.last = day;
                past.prices = (past.prices.0.min(price), past.prices.1.max(price));
                dearest = dearest.max(shutdown.value());
            }
        }
        past.prices.1 = dearest.within(past.prices.1, past.prices.1 * FARTHEST);
        past
    }

    fn lasted(&mut self, from: f64, to: f64, is_paid: bool) {
        self.paid.1 += to - from;
        if is_paid {
            self.paid.0 += to - from;
            return;
        }
        match self.under_water.last_mut() {
            Some((_, end)) if *end == from => *end = to,
            _ => self.under_water.push((from, to)),
        }
    }

    fn in_words(&self, inputs: &Inputs, words: &Words) -> String {
        let written = |input: Input| input.written_in(inputs.get(input), words);
        let day = |day: f64| Quantity::Day.written_in(day, words);
        let last = |column: usize| {
            let number = self.columns[column].last().and_then(|(_, cell)| cell.number());
            words.usd(number.unwrap_or_default())
        };
        let (tariff, efficiency) = (&*written(Input::Tariff), &*written(Input::Efficiency));
        let (first, end) = (&*day(self.first), &*day(self.last));
        let share = self.paid.0 / self.paid.1;
        let paid = if share == 1.0 {
            words::TimePaid { efficiency, first, tariff }.text(words)
        } else if share == 0.0 {
            words::TimeNeverPaid { efficiency, first, tariff }.text(words)
        } else {
            // A share that is neither nothing nor all is not rounded to it.
            let percent = (share * 100.0).round().within(1.0, 99.0);
            words::TimePartlyPaid { efficiency, first, percent: &words.field(percent), tariff }.text(words)
        };
        let (mine, best, market) = (&*last(MINE), &*last(BEST), &*last(MARKET));
        let price = &*written(Input::Price);
        let strike = strike(inputs.price(), energy_of(inputs, reward(inputs)), inputs.levy()).value();
        let strike = if strike > 0.0 {
            words::TimeStrike { price, strike: &words.usd(strike) }.text(words)
        } else {
            words::TimeNoStrike { price }.text(words)
        };
        [paid, words::TimeEnd { best, end, market, mine }.text(words), strike].concat()
    }
}
