//! The mine's cash over the life of its machines, month by month at the market price, per TH/s.
//!
//! The axis upwards is linear, because what is looked for is where the cash comes back to zero. Row 0 holds the capital;
//! the discounted cash is the net present value so far, and ends at zero where the market price is the all-in break-even.

use super::super::asked::Asked;
use super::super::plot::{Axis, Cell, Data, Mark, Plot, Quantity, Reason, Spread};
use super::super::role::Ink;
use super::super::scale::Scale;
use crate::inputs::{Input, Inputs};
use crate::lifetime::capital;
use crate::network::MONTHS_PER_HALVING;
use crate::outcome::{Balance, CashFlow};
use crate::words::{self, Count, Words};

pub fn plot<'a>(_: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
    let purse = Purse::of(inputs);
    let lifetime = inputs.get(Input::Lifetime);
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for (_, cell) in purse.cumulative.iter().chain(&purse.present_value) {
        let value = cell.number().unwrap_or_default();
        (low, high) = (low.min(value), high.max(value));
    }
    let x = Axis::new(words.lifetime_months(), Spread::Linear, (0.0, lifetime), Quantity::Month);
    let range = Scale::even_range((low, high));
    let y = Axis::new(words.lifetime_cash_axis(), Spread::Linear, range, Quantity::UsdPerTerahash);
    let mut plot = Plot::in_language(words, words.lifetime_title(), x, Some(y));
    plot.desc = purse.in_words(inputs, words);

    let idle = inputs.get(Input::Idle).min(lifetime);
    let idle = if idle > 0.0 { vec![(0.0, idle)] } else { Vec::new() };
    let paid_back = match purse.paid_back {
        Some(point) => Data::Points(vec![point]),
        None => Data::One(Cell::None(Reason::NeverPaidBack)),
    };
    let plain = (Ink::Plain, Mark::Stretch);
    plot.push("idle", words.lifetime_idle(), plain, Data::Stretches(idle));
    plot.push("off", words.lifetime_switched_off(), plain, Data::Stretches(purse.switched_off));
    plot.push("halving", words.halving(), (Ink::Plain, Mark::Upright), Data::Points(halvings(inputs)));
    plot.push("even", "", (Ink::Input, Mark::Rule), Data::One(Cell::Number(0.0)));
    for (column, name, look, points) in [
        ("bitcoin", "", (Ink::Plain, Mark::Unseen), purse.bitcoin),
        ("electricity", "", (Ink::Plain, Mark::Unseen), purse.electricity),
        ("fixed_cost", "", (Ink::Plain, Mark::Unseen), purse.fixed_cost),
        ("cash", "", (Ink::Plain, Mark::Unseen), purse.cash),
        ("cumulative", words.lifetime_so_far(), (Ink::Cash, Mark::Curve), purse.cumulative),
        ("present_value", words.lifetime_discounted(), (Ink::AllIn, Mark::Curve), purse.present_value),
        ("running", "", (Ink::Plain, Mark::Unseen), purse.running),
    ] {
        plot.push_column(column, name, look, Data::Points(points));
    }
    plot.push("payback", words.lifetime_payback(), (Ink::Cash, Mark::Dots), paid_back);
    plot
}

/// A column: the months, and what each holds.
type Column = Vec<(f64, Cell)>;

/// What comes in and goes out, and what it adds up to; the first row is the start.
struct Purse {
    bitcoin: Column,
    electricity: Column,
    fixed_cost: Column,
    cash: Column,
    cumulative: Column,
    present_value: Column,
    running: Column,
    /// From month to month.
    switched_off: Vec<(f64, f64)>,
    /// The first month at whose end the cash covers the capital.
    paid_back: Option<(f64, Cell)>,
}

impl Purse {
    fn of(inputs: &Inputs) -> Self {
        let capital = capital(inputs);
        let start = |value: f64| vec![(0.0, Cell::Number(value))];
        let spent = if capital > 0.0 { -capital } else { 0.0 };
        let mut purse = Self {
            bitcoin: start(0.0),
            electricity: start(0.0),
            fixed_cost: start(0.0),
            cash: start(spent),
            cumulative: start(spent),
            present_value: start(spent),
            running: vec![(0.0, Cell::Flag(false))],
            switched_off: Vec::new(),
            paid_back: (capital == 0.0).then_some((0.0, Cell::Number(0.0))),
        };
        let (mut present_value, mut before) = (spent, 0.0);
        for Balance { month, cash, cumulative, switched_off } in CashFlow::of(inputs) {
            let end = month.end;
            let running = month.coins > 0.0 && !switched_off;
            let drawn = |amount: f64| if running { amount } else { 0.0 };
            present_value += month.discount * cash;
            for (column, value) in [
                (&mut purse.bitcoin, drawn(month.coins)),
                (&mut purse.electricity, drawn(month.variable_cost)),
                (&mut purse.fixed_cost, month.fixed_cost),
                (&mut purse.cash, cash),
                (&mut purse.cumulative, cumulative),
                (&mut purse.present_value, present_value),
            ] {
                column.push((end, Cell::Number(value)));
            }
            purse.running.push((end, Cell::Flag(running)));
            if switched_off {
                match purse.switched_off.last_mut() {
                    Some((_, to)) if *to == before => *to = end,
                    // From when on it could run.
                    _ => purse.switched_off.push((before.max(inputs.get(Input::Idle)), end)),
                }
            }
            if purse.paid_back.is_none() && cumulative >= 0.0 {
                purse.paid_back = Some((end, Cell::Number(cumulative)));
            }
            before = end;
        }
        purse
    }

    fn in_words(&self, inputs: &Inputs, words: &Words) -> String {
        let written = |input: Input| input.written_in(inputs.get(input), words);
        let last = |column: &Column| {
            let cell = column.last().and_then(|(_, cell)| cell.number());
            words.usd(cell.unwrap_or_default())
        };
        let price = &*written(Input::Price);
        let paid_back = match self.paid_back {
            Some((0.0, _)) => words.lifetime_nothing_spent().to_owned(),
            Some((month, _)) => {
                words::LifetimePaidBack { price, month: &words.field(month.ceil()) }.text(words)
            }
            None => words::LifetimeNever { price, lifetime: &written(Input::Lifetime) }.text(words),
        };
        let (cash, present, rate) =
            (&*last(&self.cumulative), &*last(&self.present_value), &*written(Input::DiscountRate));
        let end = words::LifetimeEnd { cash, present, rate }.text(words);
        let months: f64 = self.switched_off.iter().map(|(from, to)| to - from).sum();
        let off = if months > 0.0 {
            words::LifetimeOff { months: Count::of(months, &words.field(months)) }.text(words)
        } else {
            String::new()
        };
        [paid_back, end, off].concat()
    }
}

/// The months in which the subsidy halves.
fn halvings(inputs: &Inputs) -> Column {
    let (first, lifetime) = (inputs.get(Input::NextHalving), inputs.get(Input::Lifetime));
    let each = std::iter::successors(Some(first), |month| Some(month + MONTHS_PER_HALVING));
    each.take_while(|month| *month < lifetime).map(|month| (month, Cell::Empty)).collect()
}
