//! What comes of a mine at its market price, per TH/s of machine: what it earns, when it is paid back, and what
//! its life costs.

use serde::Serialize;

use crate::inputs::Inputs;
use crate::lifetime::{Month, Projection, capital, net_present_value};
use crate::root::Sample;
use crate::search::{Bounded, first_zero};
use crate::units::{PerYear, UsdPerBitcoin};
use crate::words::Words;

/// What the market price makes of a mine over its life. Dollars are per TH/s of machine, cash in prices of its
/// day.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Outcome {
    /// What is left of a bitcoin after its electricity, USD/BTC; negative where it does not pay for it.
    pub margin: f64,
    /// Net present value, USD per TH/s.
    pub net_present_value: f64,
    /// Internal rate of return: the discount rate at which the net present value is zero; of several the highest.
    pub internal_rate: Result<PerYear, NoRate>,
    /// The first month at whose end the cash received covers the capital, undiscounted and with resale; 0 where
    /// nothing is spent, `None` where that never happens.
    pub payback_month: Option<u32>,
    /// Months whose coins would not pay for their electricity, so that the machines stand still; a part of one counts as one.
    pub months_switched_off: u32,
    /// What the life of the machines costs.
    pub cost: Cost,
}

/// All that is spent over a machine's life, undiscounted, USD per TH/s. Months that are switched off draw no
/// electricity.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
#[non_exhaustive]
pub struct Cost {
    /// The tariff of the electricity drawn.
    pub electricity: f64,
    /// The levy on it.
    pub levy: f64,
    /// Staff, site, repairs and hosting.
    pub fixed: f64,
    /// Machines and site, resale not taken off.
    pub capital: f64,
}

/// Why there is no internal rate of return.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum NoRate {
    /// No capital is spent, so it cannot earn a rate.
    NothingSpent,
    /// At no rate from −99 % to 10,000 % a year does the mine come out even.
    OnlyLosses,
    /// Even at 10,000 % a year the mine earns more than it costs.
    BeyondMeasure,
}

impl NoRate {
    /// The reason, as a sentence without its full stop.
    #[doc(hidden)] // as the words are
    pub fn in_words(self, words: &Words) -> &'static str {
        match self {
            Self::NothingSpent => words.no_rate_nothing_spent(),
            Self::OnlyLosses => words.no_rate_only_losses(),
            Self::BeyondMeasure => words.no_rate_beyond_measure(),
        }
    }
}

impl std::fmt::Display for NoRate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.in_words(Words::usual()))
    }
}

impl std::error::Error for NoRate {}

/// A month of the mine's purse, USD per TH/s.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Balance {
    /// The month.
    pub month: Month,
    /// What comes in less what goes out in the month; the last one brings the resale.
    pub cash: f64,
    /// All cash so far, the capital taken off.
    pub cumulative: f64,
    /// Whether the machines stand still because the coins would not pay for their electricity.
    pub switched_off: bool,
}

/// The mine's purse month by month at its market price. It starts at minus the [`capital`].
///
/// ```
/// use breakeven::{Input, Inputs, outcome::CashFlow};
///
/// let mine = Inputs::default().with(Input::Price, 200_000.0)?;
/// let paid_back = CashFlow::of(&mine).find(|balance| balance.cumulative >= 0.0);
/// assert_eq!(paid_back.map(|balance| balance.month.number), Some(14));
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct CashFlow {
    months: Projection,
    price: f64,
    cumulative: f64,
    lifetime: f64,
    resale: f64,
}

impl CashFlow {
    /// The purse of the mine at `inputs`, at its market price.
    pub fn of(inputs: &Inputs) -> Self {
        Self::at(inputs, inputs.price())
    }

    /// The purse of the mine at `inputs`, at another market price.
    pub fn at(inputs: &Inputs, price: UsdPerBitcoin) -> Self {
        Self {
            months: Projection::of(inputs),
            price: price.value(),
            cumulative: -capital(inputs),
            lifetime: inputs.lifetime().value(),
            resale: inputs.resale().value() * inputs.machine_price().value(),
        }
    }
}

impl Iterator for CashFlow {
    type Item = Balance;

    fn next(&mut self) -> Option<Balance> {
        let month = self.months.next()?;
        let resale = if month.end < self.lifetime { 0.0 } else { self.resale };
        let cash = month.margin(self.price) - month.fixed_cost + resale;
        self.cumulative += cash;
        let switched_off = month.is_switched_off(self.price);
        Some(Balance { month, cash, cumulative: self.cumulative, switched_off })
    }
}

impl Outcome {
    /// What comes of the mine at `inputs`, of which `shutdown` is the shutdown price.
    pub(crate) fn of(inputs: &Inputs, shutdown: UsdPerBitcoin) -> Self {
        let capital = capital(inputs);
        let mut cost = Cost { capital, ..Cost::default() };
        let mut payback_month = (capital == 0.0).then_some(0);
        let mut months_switched_off = 0;
        let mut power = 0.0;
        for balance in CashFlow::of(inputs) {
            cost.fixed += balance.month.fixed_cost;
            if balance.switched_off {
                months_switched_off += 1;
            } else {
                power += balance.month.variable_cost;
            }
            if payback_month.is_none() && balance.cumulative >= 0.0 {
                payback_month = Some(balance.month.number);
            }
        }
        let (tariff, levy) = (inputs.tariff().value(), inputs.levy().value());
        if power > 0.0 {
            cost.electricity = power * (tariff / (tariff + levy));
            cost.levy = power * (levy / (tariff + levy));
        }
        Self {
            margin: inputs.price().value() - shutdown.value(),
            net_present_value: net_present_value(inputs, inputs.price()),
            internal_rate: internal_rate(inputs),
            payback_month,
            months_switched_off,
            cost,
        }
    }
}

/// The discount rate at which the net present value at the market price is zero, from −99 % to 10,000 % a year.
///
/// It is looked for from the highest rate down, because above the highest zero every rate loses; zeros below it
/// come from losses at the end of the life, which only a rate near nothing makes weigh.
///
/// # Errors
/// Where there is no such rate.
pub fn internal_rate(inputs: &Inputs) -> Result<PerYear, NoRate> {
    let flows = Flows::of(inputs, inputs.price());
    if flows.capital == 0.0 {
        return Err(NoRate::NothingSpent);
    }
    let [highest, lowest] = [PerYear::MAX, PerYear::MIN].map(|rate| flows.at(monthly_factor(rate)));
    if flows.sample(&highest).1.value > 0.0 {
        return Err(NoRate::BeyondMeasure);
    }
    let factor = first_zero(&flows, highest, lowest).ok_or(NoRate::OnlyLosses)?;
    Ok(PerYear::held(yearly_rate(factor)))
}

/// What a dollar is worth a month before, at a discount rate per year.
pub(crate) fn monthly_factor(rate: f64) -> f64 {
    libm::pow(1.0 + rate, -1.0 / 12.0)
}

/// The discount rate per year at which a dollar is worth `factor` a month before.
pub(crate) fn yearly_rate(factor: f64) -> f64 {
    libm::pow(factor, -12.0) - 1.0
}

/// The cash of a mine apart from what it is worth when: to be discounted at many rates.
///
/// As a function of the monthly factor it is the difference of two that rise and bend upwards, what comes in and
/// what goes out: each lies below its chords and above its tangents.
pub(crate) struct Flows {
    capital: f64,
    /// Time of the month's end in months, and cash.
    months: Vec<(f64, f64)>,
}

/// What flows at one factor.
#[derive(Clone, Copy)]
pub(crate) struct Discounted {
    factor: f64,
    /// What comes in, and how fast it rises with the factor.
    incoming: [f64; 2],
    /// What goes out, the capital left aside, and how fast it rises.
    outgoing: [f64; 2],
    sample: Sample,
}

impl Flows {
    pub fn of(inputs: &Inputs, price: UsdPerBitcoin) -> Self {
        let months = CashFlow::at(inputs, price).map(|balance| (balance.month.end, balance.cash));
        Self { capital: capital(inputs), months: months.collect() }
    }
}

impl Bounded for Flows {
    type Place = Discounted;

    /// The net present value when a dollar is worth `factor` a month before; below zero where no cash ever flows.
    fn at(&self, factor: f64) -> Discounted {
        let (mut incoming, mut outgoing, mut discount) = ([0.0; 2], [0.0; 2], 1.0);
        for (number, &(end, cash)) in (1_u32..).zip(&self.months) {
            discount *= factor;
            let worth = if end == f64::from(number) { discount } else { libm::pow(factor, end) };
            let side = if cash > 0.0 { &mut incoming } else { &mut outgoing };
            side[0] += cash.abs() * worth;
            side[1] += cash.abs() * worth * end;
        }
        incoming[1] /= factor;
        outgoing[1] /= factor;
        let size = incoming[0] + outgoing[0] + self.capital;
        let value = incoming[0] - outgoing[0] - self.capital;
        let value = if size > 0.0 { value } else { -f64::MIN_POSITIVE };
        Discounted { factor, incoming, outgoing, sample: Sample { value, noise: size * 1e-15 } }
    }

    fn sample(&self, place: &Discounted) -> (f64, Sample) {
        (place.factor, place.sample)
    }

    fn between(&self, a: &Discounted, b: &Discounted) -> [f64; 2] {
        let (a, b) = if a.factor < b.factor { (a, b) } else { (b, a) };
        let way = b.factor - a.factor;
        let ahead = |[value, slope]: [f64; 2]| value + slope * way;
        let behind = |[value, slope]: [f64; 2]| value - slope * way;
        let at_a = a.sample.value;
        let at_b = b.sample.value;
        let low = at_a.min(ahead(a.incoming) - b.outgoing[0] - self.capital);
        let low = low.max(at_b.min(behind(b.incoming) - a.outgoing[0] - self.capital));
        let high = at_a.max(b.incoming[0] - ahead(a.outgoing) - self.capital);
        let high = high.min(at_b.max(a.incoming[0] - behind(b.outgoing) - self.capital));
        [low, high]
    }
}
