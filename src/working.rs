//! The working: the three prices line by line, with the reader's numbers put in, to be checked by hand.
//!
//! Every line uses numbers as they are shown, those of the lines before it included, so that whoever types a
//! line into a pocket calculator gets its result, to the last digit shown. Rounding makes the last line differ
//! from the report by less than a millionth, unless the machines are resold for all but what they cost: then the price
//! hangs on a small difference of two rounded numbers.

use std::iter::Peekable;
use std::str::Chars;

use serde::Serialize;

use crate::decimal::Decimal;
use crate::inputs::{Input, Inputs};
use crate::lifetime::{Month, Projection, coins_at_unit_reward};
use crate::network::{HASHES_PER_DIFFICULTY, HOURS_PER_MONTH, SECONDS_PER_BLOCK, SECONDS_PER_MONTH};
use crate::report::Report;
use crate::units::HoursPerWeek;
use crate::words::{self, Message, Words, message};

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

/// The lines so far, in a language, and what the symbols in them stand for.
///
/// A calculation is typed in symbols of a letter, with `+ − × ÷ ^ ( )`. So each stands here as it does on paper, and
/// reading it is all that a page has to load.
struct Sheet<'a> {
    words: &'a Words,
    lines: Vec<Line>,
    symbols: Vec<(char, Decimal)>,
}

/// What never changes: digits for small numbers, and letters for the others.
const CONSTANTS: [(char, f64); 11] = [
    ('1', 1.0),
    ('2', 2.0),
    ('q', HASHES_PER_DIFFICULTY),
    ('t', SECONDS_PER_BLOCK),
    ('m', SECONDS_PER_MONTH),
    ('g', HOURS_PER_MONTH),
    ('w', HoursPerWeek::ALL.value()),
    ('y', 12.0),
    ('k', 1e3),
    ('j', 3.6e6),
    ('z', 1e12),
];

const GIVEN: [(char, Input); 15] = [
    ('c', Input::Tariff),
    ('l', Input::Levy),
    ('e', Input::Efficiency),
    ('p', Input::Overhead),
    ('s', Input::Subsidy),
    ('n', Input::Fees),
    ('f', Input::PoolFee),
    ('h', Input::Hours),
    ('o', Input::Opex),
    ('P', Input::Price),
    ('M', Input::MachinePrice),
    ('i', Input::Infrastructure),
    ('r', Input::Resale),
    ('d', Input::DiscountRate),
    ('T', Input::Lifetime),
];

/// A line that is the same for every mine. Data, because a page loads it, and calls weigh more.
struct Known {
    /// What its result is from then on.
    symbol: char,
    name: Message,
    formula: Message,
    typed: &'static str,
    unit: &'static str,
}

/// As [`Known`] has them.
macro_rules! known {
    ($symbol:literal $id:literal $typed:literal $unit:literal) => {
        Known {
            symbol: $symbol,
            name: message($id),
            formula: message(concat!($id, "-formula")),
            typed: $typed,
            unit: $unit,
        }
    };
}

const PRICES: [Known; 8] = [
    known!('H' "working-network" "D×q÷t÷z" "TH/s"),
    known!('R' "working-reward" "(s+n)×(1−f)" "BTC"),
    known!('E' "working-energy" "H×t×e×p÷j÷R" "kWh"),
    known!('X' "working-shutdown" "(c+l)×E" "USD/BTC"),
    known!('_' "working-strike" "(P÷E−l)×k" "USD/MWh"),
    known!('B' "working-coins" "(h÷w)×m÷(H×t)×R" "BTC"),
    known!('O' "working-fixed" "e÷k×o" "USD"),
    known!('_' "working-cash" "X+O÷B" "USD/BTC"),
];
const OUTLAY: Known = known!('K' "working-outlay" "M+i×e÷k×p" "USD");
const RESALE: Known = known!('Y' "working-resale" "r×M÷(1+d)^(T÷y)" "USD");
const POWER: Known = known!('V' "working-power" "e÷k×p×(h÷w)×g×(c+l)" "USD");

impl Sheet<'_> {
    /// A number that is given, up to fifteen digits of it.
    #[inline(never)]
    fn give(&mut self, symbol: char, value: f64) {
        self.symbols.push((symbol, Decimal::shortest(value)));
    }

    fn known(&mut self, line: &Known) {
        let (name, formula) = (self.words.plain(line.name), self.words.plain(line.formula));
        self.line(line.symbol, name, formula, line.typed, line.unit);
    }

    /// Adds a line, whose result as shown is `symbol` from now on.
    #[inline(never)]
    fn line(&mut self, symbol: char, name: &str, formula: &'static str, typed: &str, unit: &'static str) {
        let value = Reader { symbols: &self.symbols, rest: typed.chars().peekable() }.sum();
        // An annuity's divisor is a small difference.
        let digits = if ANNUITIES.contains(symbol) { ANNUITY_DIGITS } else { DIGITS };
        self.push(symbol, name, formula, typed, Decimal::significant(value, digits), unit);
    }

    /// Adds a sum over months that no line can show.
    fn bare(&mut self, symbol: char, name: &str, formula: &'static str, value: f64, unit: &'static str) {
        self.push(symbol, name, formula, "", Decimal::significant(value, DIGITS), unit);
    }

    #[inline(never)]
    fn push(
        &mut self,
        symbol: char,
        name: &str,
        formula: &'static str,
        typed: &str,
        result: Decimal,
        unit: &'static str,
    ) {
        let marks = self.words.marks();
        let mut numbers = String::new();
        for sign in typed.chars() {
            match sign {
                '(' | ')' => numbers.push(sign),
                '+' | '−' | '×' | '÷' | '^' => {
                    numbers.push(' ');
                    numbers.push(sign);
                    numbers.push(' ');
                }
                _ => numbers.push_str(&of(&self.symbols, sign).grouped(marks)),
            }
        }
        self.lines.push(Line {
            name: name.to_owned(),
            formula,
            numbers,
            result: result.grouped(marks),
            unit,
        });
        self.symbols.push((symbol, result));
    }
}

/// What a symbol stands for. One that nobody gave is a slip in a calculation above, which every test would meet.
fn of(symbols: &[(char, Decimal)], symbol: char) -> Decimal {
    let found = symbols.iter().find(|(known, _)| *known == symbol);
    debug_assert!(found.is_some(), "nothing stands for {symbol}");
    found.map_or(Decimal::shortest(0.0), |(_, number)| *number)
}

/// Comes to the value of what is typed, as a pocket calculator with parentheses does.
struct Reader<'a> {
    symbols: &'a [(char, Decimal)],
    rest: Peekable<Chars<'a>>,
}

impl Reader<'_> {
    fn sum(&mut self) -> f64 {
        let mut value = self.product();
        loop {
            match self.rest.next_if(|sign| matches!(sign, '+' | '−')) {
                Some('+') => value += self.product(),
                Some(_) => value -= self.product(),
                None => return value,
            }
        }
    }

    fn product(&mut self) -> f64 {
        let mut value = self.power();
        loop {
            match self.rest.next_if(|sign| matches!(sign, '×' | '÷')) {
                Some('×') => value *= self.power(),
                Some(_) => value /= self.power(),
                None => return value,
            }
        }
    }

    fn power(&mut self) -> f64 {
        let base = self.number();
        if self.rest.next_if_eq(&'^').is_some() { libm::pow(base, self.number()) } else { base }
    }

    fn number(&mut self) -> f64 {
        match self.rest.next() {
            Some('(') => {
                let value = self.sum();
                self.rest.next(); // what closes it
                value
            }
            symbol => of(self.symbols, symbol.unwrap_or_default()).value(),
        }
    }
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
    working_in(report, Words::usual())
}

/// The same in a language.
#[doc(hidden)] // as the words are
pub fn working_in(report: &Report, words: &Words) -> Vec<Line> {
    let inputs = &report.inputs;
    let mut sheet = Sheet { words, lines: Vec::new(), symbols: Vec::new() };
    for (symbol, value) in CONSTANTS {
        sheet.give(symbol, value);
    }
    sheet.give('D', report.difficulty.value());
    for (symbol, input) in GIVEN {
        sheet.give(symbol, inputs.get(input));
    }
    for line in &PRICES {
        sheet.known(line);
    }
    all_in(&mut sheet, report);
    sheet.lines
}

/// The lines of the whole life; none where no price earns the machines back.
fn all_in(sheet: &mut Sheet, report: &Report) {
    let Ok(price) = report.prices.all_in else { return };
    let (inputs, words) = (&report.inputs, sheet.words);
    sheet.known(&OUTLAY);
    let has_resale = inputs.resale().value() > 0.0;
    if has_resale {
        sheet.known(&RESALE);
    }
    sheet.known(&POWER);
    let months: Vec<_> = Projection::of(inputs).collect();
    let coins = match spans(inputs, &months, price.value()) {
        Some(spans) => summed(sheet, inputs, &spans),
        None => bare_sums(sheet, &months, price.value()),
    };
    let all = [if has_resale { "(K−Y+Q)÷" } else { "(K+Q)÷" }, &coins].concat();
    sheet.line('_', words.working_all_in(), words.working_all_in_formula(), &all, "USD/BTC");
}

/// Whole months, one after the other, in which the same is mined.
#[derive(Clone, Copy, PartialEq)]
struct Span {
    from: u32,
    to: u32,
    /// How often the subsidy has halved.
    halvings: u32,
}

/// Per year, with which the formula of an annuity, a difference over a difference, still has nine digits.
const LEAST_RATE: f64 = 1e-6;

/// The life as a few spans in which machines run without a pause to its end; `None` where it is anything else.
fn spans(inputs: &Inputs, months: &[Month], price: f64) -> Option<Vec<Span>> {
    if inputs.difficulty_growth().value() != 0.0 || inputs.price_growth().value() != 0.0 {
        return None;
    }
    let (rate, idle) = (inputs.discount_rate().value(), inputs.idle().value());
    if rate > 0.0 && rate < LEAST_RATE {
        return None;
    }
    let mut spans: Vec<Span> = Vec::new();
    for month in months {
        let (from, to) = (month.number - 1, month.number);
        let begins_within = f64::from(from) < idle && idle < f64::from(to);
        if month.end != f64::from(to) || begins_within {
            return None;
        }
        if !month.runs_at(price) {
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
    let full = coins_at_unit_reward(inputs);
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

/// What a dollar a month is worth in each span, the last one in the whole life; and the bitcoin of each span.
const ANNUITIES: &str = "αβγδω";
const COINS: &str = "κλμν";

/// Costs of the life, which are `Q` then, and its bitcoin as it is typed, each discounted, from lines that show how.
fn summed(sheet: &mut Sheet, inputs: &Inputs, spans: &[Span]) -> String {
    let words = sheet.words;
    let (mut worth, mut coins) = (String::new(), String::new());
    for ((span, annuity), mined) in spans.iter().zip(ANNUITIES.chars()).zip(COINS.chars()) {
        line_of_annuity(sheet, annuity, span.from, span.to);
        let months = [f64::from(span.from + 1), f64::from(span.to)].map(|month| words.field(month));
        let name = words::WorkingSpan { from: &months[0], to: &months[1] }.text(words);
        let mut typed = String::from("(s");
        for _ in 0..span.halvings {
            typed.push_str("÷2");
        }
        typed.push_str("+n)×(1−f)×(h÷w)×m÷(H×t)×");
        typed.push(annuity);
        sheet.line(mined, &name, words.working_span_formula(), &typed, "BTC");
        for (sum, symbol) in [(&mut worth, annuity), (&mut coins, mined)] {
            sum.push(if sum.is_empty() { '(' } else { '+' });
            sum.push(symbol);
        }
    }
    worth.push(')');
    coins.push(')');
    let life = inputs.lifetime().value() as u32; // whole, at most 120
    let ends = (spans.first().map(|span| span.from), spans.last().map(|span| span.to));
    let whole = if ends == (Some(0), Some(life)) {
        &*worth
    } else {
        line_of_annuity(sheet, 'ω', 0, life);
        "ω"
    };
    let costs = ["V×", &worth, "+O×", whole].concat();
    sheet.line('Q', words.working_costs(), words.working_costs_formula(), &costs, "USD");
    coins
}

/// What a dollar in each of these months is worth today, in all.
fn line_of_annuity(sheet: &mut Sheet, symbol: char, from: u32, to: u32) {
    let words = sheet.words;
    let [from, to] = [from, to].map(f64::from);
    let name = words::WorkingAnnuity { from: &words.field(from + 1.0), to: &words.field(to) }.text(words);
    // The ends of this span, before those of another.
    sheet.symbols.insert(0, ('a', Decimal::shortest(from)));
    sheet.symbols.insert(0, ('b', Decimal::shortest(to)));
    let is_free = of(&sheet.symbols, 'd').value() == 0.0;
    let (formula, typed) = if is_free {
        (words.working_annuity_undiscounted(), "b−a")
    } else {
        (words.working_annuity_formula(), "(1÷(1+d)^(a÷y)−1÷(1+d)^(b÷y))÷((1+d)^(1÷y)−1)")
    };
    sheet.line(symbol, &name, formula, typed, "USD");
}

/// The sums as they come from the months, where these differ one by one.
fn bare_sums(sheet: &mut Sheet, months: &[Month], price: f64) -> String {
    let (mut costs, mut coins) = (0.0, 0.0);
    for month in months {
        costs += month.discount * month.fixed_cost;
        if month.runs_at(price) {
            costs += month.discount * month.variable_cost;
            coins += month.discount * month.price_factor * month.coins;
        }
    }
    let words = sheet.words;
    let (costs_name, coins_name) = (words.working_costs_by_month(), words.working_coins_by_month());
    sheet.bare('Q', costs_name, words.working_costs_by_month_formula(), costs, "USD");
    sheet.bare('N', coins_name, words.working_coins_by_month_formula(), coins, "BTC");
    "N".to_owned()
}
