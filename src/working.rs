//! The working: the three prices line by line, with the reader's numbers put in, to be checked by hand.
//!
//! Every line uses numbers as they are shown, those of the lines before it included, so that whoever types a
//! line into a pocket calculator gets its result, to the last digit shown. Rounding makes the last line differ
//! from the report by less than a millionth.

use serde::Serialize;

use crate::decimal::Decimal;
use crate::inputs::Inputs;
use crate::lifetime::{Month, Projection};
use crate::network::{HASHES_PER_DIFFICULTY, HOURS_PER_MONTH, SECONDS_PER_BLOCK, SECONDS_PER_MONTH};
use crate::report::Report;
use crate::units::HoursPerWeek;
use crate::words::{self, Words};

/// Digits of a result: what a pocket calculator shows.
const DIGITS: u32 = 8;
/// Digits of an annuity, whose divisor is a small difference.
const ANNUITY_DIGITS: u32 = 7;
/// More lines for parts of the life than this are no working any more.
const MOST_SPANS: usize = 4;

/// One line of the working.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct Line {
    /// What is computed.
    pub name: String,
    /// In symbols.
    pub formula: &'static str,
    /// The same with numbers: `+ − × ÷ ^ ( )` and commas between thousands. Empty where the months of the life
    /// differ too much to be put into one line.
    pub numbers: String,
    /// What comes out, as the next lines use it.
    pub result: String,
    /// The unit of the result.
    pub unit: &'static str,
}

/// A part of a calculation as it is typed, and what comes out.
#[derive(Clone)]
struct Term {
    typed: Vec<Key>,
    value: f64,
}

/// What is typed at once.
#[derive(Clone)]
enum Key {
    Number(Decimal),
    Sign(&'static str),
}

impl Term {
    /// A number that was given, up to fifteen digits of it.
    fn of(value: f64) -> Self {
        Self::shown(Decimal::shortest(value))
    }

    fn shown(decimal: Decimal) -> Self {
        Self { typed: vec![Key::Number(decimal)], value: decimal.value() }
    }

    fn join(mut self, sign: &'static str, other: &Self, value: f64) -> Self {
        self.typed.push(Key::Sign(sign));
        self.typed.extend_from_slice(&other.typed);
        Self { value, ..self }
    }

    fn plus(self, other: &Self) -> Self {
        let value = self.value + other.value;
        self.join(" + ", other, value)
    }

    fn minus(self, other: &Self) -> Self {
        let value = self.value - other.value;
        self.join(" − ", other, value)
    }

    fn times(self, other: &Self) -> Self {
        let value = self.value * other.value;
        self.join(" × ", other, value)
    }

    fn over(self, other: &Self) -> Self {
        let value = self.value / other.value;
        self.join(" ÷ ", other, value)
    }

    fn raised(self, power: &Self) -> Self {
        let value = libm::pow(self.value, power.value);
        self.join(" ^ ", power, value)
    }

    fn grouped(mut self) -> Self {
        self.typed.insert(0, Key::Sign("("));
        self.typed.push(Key::Sign(")"));
        self
    }

    /// As it is typed, its numbers with the marks of a language.
    fn text(&self, words: &Words) -> String {
        let mut text = String::new();
        for key in &self.typed {
            match key {
                Key::Number(number) => text.push_str(&number.grouped(words.marks())),
                Key::Sign(sign) => text.push_str(sign),
            }
        }
        text
    }
}

/// The lines so far, in a language.
struct Sheet<'a> {
    words: &'a Words,
    lines: Vec<Line>,
}

impl Sheet<'_> {
    /// Adds a line; what it returns is its result as shown.
    fn line(
        &mut self,
        name: impl Into<String>,
        formula: &'static str,
        term: Term,
        unit: &'static str,
    ) -> Term {
        self.rounded(name, formula, term, unit, DIGITS)
    }

    fn rounded(
        &mut self,
        name: impl Into<String>,
        formula: &'static str,
        term: Term,
        unit: &'static str,
        digits: u32,
    ) -> Term {
        let result = Term::shown(Decimal::significant(term.value, digits));
        let (numbers, shown) = (term.text(self.words), result.text(self.words));
        self.lines.push(Line { name: name.into(), formula, numbers, result: shown, unit });
        result
    }

    /// Adds a sum over months that no line can show.
    fn bare(&mut self, name: &'static str, formula: &'static str, value: f64, unit: &'static str) -> Term {
        self.line(name, formula, Term { typed: Vec::new(), value }, unit)
    }
}

/// What the lines of the life need of the lines before it.
struct PerTerahash {
    /// TH/s.
    network: Term,
    kilowatts: Term,
    power_price: Term,
    uptime: Term,
    fixed_cost: Term,
}

/// The report, line by line.
///
/// ```
/// use breakeven::{Inputs, Report, working::working};
///
/// let lines = working(&Report::of(&Inputs::default()));
/// assert_eq!(lines[1].name, "Reward of a block");
/// assert_eq!(lines[1].numbers, "(3.125 + 0.02) × (1 − 0.02)");
/// assert_eq!((lines[1].result.as_str(), lines[1].unit), ("3.0821", "BTC"));
/// ```
pub fn working(report: &Report) -> Vec<Line> {
    working_in(report, Words::english())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn working_in(report: &Report, words: &Words) -> Vec<Line> {
    let (inputs, mut sheet) = (&report.inputs, Sheet { words, lines: Vec::new() });
    let (one, thousand) = (Term::of(1.0), Term::of(1e3));
    let block = Term::of(SECONDS_PER_BLOCK);
    let hashes = Term::of(report.difficulty.value()).times(&Term::of(HASHES_PER_DIFFICULTY));
    let network = hashes.over(&block).over(&Term::of(1e12));
    let network = sheet.line(words.working_network(), words.working_network_formula(), network, "TH/s");

    let [subsidy, fees] = [inputs.subsidy(), inputs.fees()].map(|coins| Term::of(coins.value()));
    let kept = one.minus(&Term::of(inputs.pool_fee().value())).grouped();
    let reward = subsidy.plus(&fees).grouped().times(&kept);
    let reward = sheet.line(words.working_reward(), words.working_reward_formula(), reward, "BTC");

    let (efficiency, overhead) = (Term::of(inputs.efficiency().value()), Term::of(inputs.overhead().value()));
    let joules = network.clone().times(&block).times(&efficiency).times(&overhead);
    let energy = joules.over(&Term::of(3.6e6)).over(&reward);
    let energy = sheet.line(words.working_energy(), words.working_energy_formula(), energy, "kWh");

    let power_price = Term::of(inputs.tariff().value()).plus(&Term::of(inputs.levy().value())).grouped();
    let shutdown = power_price.clone().times(&energy);
    let shutdown =
        sheet.line(words.working_shutdown(), words.working_shutdown_formula(), shutdown, "USD/BTC");

    let uptime = Term::of(inputs.hours().value()).over(&Term::of(HoursPerWeek::ALL.value())).grouped();
    let per_block = network.clone().times(&block).grouped();
    let coins = uptime.clone().times(&Term::of(SECONDS_PER_MONTH)).over(&per_block).times(&reward);
    let coins = sheet.line(words.working_coins(), words.working_coins_formula(), coins, "BTC");

    let kilowatts = efficiency.over(&thousand);
    let fixed_cost = kilowatts.clone().times(&Term::of(inputs.opex().value()));
    let fixed_cost = sheet.line(words.working_fixed(), words.working_fixed_formula(), fixed_cost, "USD");
    let cash = shutdown.plus(&fixed_cost.clone().over(&coins));
    sheet.line(words.working_cash(), words.working_cash_formula(), cash, "USD/BTC");

    let kilowatts = kilowatts.times(&overhead);
    all_in(&mut sheet, report, &PerTerahash { network, kilowatts, power_price, uptime, fixed_cost });
    sheet.lines
}

/// The lines of the whole life; none where no price earns the machines back.
fn all_in(sheet: &mut Sheet, report: &Report, per: &PerTerahash) {
    let Ok(price) = report.prices.all_in else { return };
    let inputs = &report.inputs;
    let site = Term::of(inputs.infrastructure().value()).times(&per.kilowatts);
    let capital = Term::of(inputs.machine_price().value()).plus(&site);
    let words = sheet.words;
    let mut outlay = sheet.line(words.working_outlay(), words.working_outlay_formula(), capital, "USD");
    if inputs.resale().value() > 0.0 {
        let machines = Term::of(inputs.resale().value()).times(&Term::of(inputs.machine_price().value()));
        let growth =
            yearly(inputs).raised(&Term::of(inputs.lifetime().value()).over(&Term::of(12.0)).grouped());
        let resale =
            sheet.line(words.working_resale(), words.working_resale_formula(), machines.over(&growth), "USD");
        outlay = outlay.minus(&resale);
    }
    let months: Vec<_> = Projection::of(inputs).collect();
    let (costs, coins) = match spans(inputs, &months, price.value()) {
        Some(spans) => summed(sheet, inputs, per, &spans),
        None => bare_sums(sheet, &months, price.value()),
    };
    let all = outlay.plus(&costs).grouped().over(&coins);
    sheet.line(words.working_all_in(), words.working_all_in_formula(), all, "USD/BTC");
}

/// 1 + d.
fn yearly(inputs: &Inputs) -> Term {
    Term::of(1.0).plus(&Term::of(inputs.discount_rate().value())).grouped()
}

/// Whole months, one after the other, in which the same is mined.
#[derive(Clone, Copy, PartialEq)]
struct Span {
    from: u32,
    to: u32,
    /// How often the subsidy has halved.
    halvings: u32,
}

/// The life as a few spans in which machines run without a pause to its end; `None` where it is anything else.
fn spans(inputs: &Inputs, months: &[Month], price: f64) -> Option<Vec<Span>> {
    if inputs.difficulty_growth().value() != 0.0 || inputs.price_growth().value() != 0.0 {
        return None;
    }
    let mut spans: Vec<Span> = Vec::new();
    for month in months {
        let (from, to) = (month.number - 1, month.number);
        if month.end != f64::from(to) {
            return None;
        }
        if month.coins == 0.0 || month.is_switched_off(price) {
            continue;
        }
        let halvings = whole_halvings(inputs, month)?;
        match spans.last_mut() {
            Some(span) if span.to == from && span.halvings == halvings => span.to = to,
            Some(span) if span.to != from => return None,
            _ => spans.push(Span { from, to, halvings }),
        }
    }
    (1..=MOST_SPANS).contains(&spans.len()).then_some(spans)
}

/// How often the subsidy has halved in a month that has the same one from its start to its end.
fn whole_halvings(inputs: &Inputs, month: &Month) -> Option<u32> {
    let full = month_coins(inputs, 1.0);
    let mut share = 1.0;
    for halvings in 0..8 {
        let coins = full * (inputs.subsidy().value() * share + inputs.fees().value());
        if (month.coins / coins - 1.0).abs() < 1e-12 {
            return Some(halvings);
        }
        share /= 2.0;
    }
    None
}

/// Bitcoin of 1 TH/s in a month at a reward of `reward` per block.
fn month_coins(inputs: &Inputs, reward: f64) -> f64 {
    let hashes = inputs.hours().uptime().value() * 1e12 * SECONDS_PER_MONTH;
    hashes * reward * (1.0 - inputs.pool_fee().value()) / inputs.difficulty().hashes_per_block()
}

/// Costs and bitcoin of the life, each discounted, from lines that show how.
fn summed(sheet: &mut Sheet, inputs: &Inputs, per: &PerTerahash, spans: &[Span]) -> (Term, Term) {
    let (mut worth, mut coins): (Option<Term>, Option<Term>) = (None, None);
    for span in spans {
        let annuity = annuity(sheet, inputs, span.from, span.to);
        let coins_then = span_coins(sheet, inputs, per, span, &annuity);
        worth = Some(worth.map_or(annuity.clone(), |sum| sum.plus(&annuity)));
        coins = Some(coins.map_or(coins_then.clone(), |sum| sum.plus(&coins_then)));
    }
    let (worth, coins) = (worth.unwrap_or(Term::of(0.0)).grouped(), coins.unwrap_or(Term::of(0.0)).grouped());
    let hours = per.kilowatts.clone().times(&per.uptime).times(&Term::of(HOURS_PER_MONTH));
    let power = hours.times(&per.power_price);
    let power = sheet.line(sheet.words.working_power(), sheet.words.working_power_formula(), power, "USD");
    let life = inputs.lifetime().value() as u32; // whole, at most 120
    let runs_all_its_life =
        spans.first().is_some_and(|span| span.from == 0) && spans.last().is_some_and(|span| span.to == life);
    let whole = if runs_all_its_life { worth.clone() } else { annuity(sheet, inputs, 0, life) };
    let costs = power.times(&worth).plus(&per.fixed_cost.clone().times(&whole));
    let costs = sheet.line(sheet.words.working_costs(), sheet.words.working_costs_formula(), costs, "USD");
    (costs, coins)
}

/// What a dollar in each of these months is worth today, in all.
fn annuity(sheet: &mut Sheet, inputs: &Inputs, from: u32, to: u32) -> Term {
    let words = sheet.words;
    let name = words::WorkingAnnuity { from: &(from + 1).to_string(), to: &to.to_string() }.text(words);
    let (from, to) = (Term::of(f64::from(from)), Term::of(f64::from(to)));
    if inputs.discount_rate().value() == 0.0 {
        return sheet.rounded(
            name,
            words.working_annuity_undiscounted(),
            to.minus(&from),
            "USD",
            ANNUITY_DIGITS,
        );
    }
    let twelve = Term::of(12.0);
    let worth = |months: Term| Term::of(1.0).over(&yearly(inputs).raised(&months.over(&twelve).grouped()));
    let monthly = yearly(inputs).raised(&Term::of(1.0).over(&twelve).grouped());
    let term = worth(from).minus(&worth(to)).grouped().over(&monthly.minus(&Term::of(1.0)).grouped());
    sheet.rounded(name, words.working_annuity_formula(), term, "USD", ANNUITY_DIGITS)
}

fn span_coins(sheet: &mut Sheet, inputs: &Inputs, per: &PerTerahash, span: &Span, annuity: &Term) -> Term {
    let words = sheet.words;
    let (from, to) = (&(span.from + 1).to_string(), &span.to.to_string());
    let name = words::WorkingSpan { from, to }.text(words);
    let mut subsidy = Term::of(inputs.subsidy().value());
    for _ in 0..span.halvings {
        subsidy = subsidy.over(&Term::of(2.0));
    }
    let kept = Term::of(1.0).minus(&Term::of(inputs.pool_fee().value())).grouped();
    let reward = subsidy.plus(&Term::of(inputs.fees().value())).grouped().times(&kept);
    let per_block = per.network.clone().times(&Term::of(SECONDS_PER_BLOCK)).grouped();
    let coins = reward.times(&per.uptime).times(&Term::of(SECONDS_PER_MONTH)).over(&per_block).times(annuity);
    sheet.line(name, words.working_span_formula(), coins, "BTC")
}

/// The sums as they come from the months, where these differ one by one.
fn bare_sums(sheet: &mut Sheet, months: &[Month], price: f64) -> (Term, Term) {
    let (mut costs, mut coins) = (0.0, 0.0);
    for month in months {
        costs += month.discount * month.fixed_cost;
        if month.coins > 0.0 && !month.is_switched_off(price) {
            costs += month.discount * month.variable_cost;
            coins += month.discount * month.price_factor * month.coins;
        }
    }
    let costs = sheet.bare(
        sheet.words.working_costs_by_month(),
        sheet.words.working_costs_by_month_formula(),
        costs,
        "USD",
    );
    let coins = sheet.bare(
        sheet.words.working_coins_by_month(),
        sheet.words.working_coins_by_month_formula(),
        coins,
        "BTC",
    );
    (costs, coins)
}
