//! What would have to be true? Given a price and one of the three break-evens, the value of any one input that
//! makes the one the other, or the reason why there is none.

mod along;
mod by_lifetime;
mod several;
mod why;

use crate::breakeven::{cash_price, energy_of, power_price, reward, shutdown_price};
use crate::decimal::{Decimal, Within as _};
use crate::error::{Error, Result as Checked};
use crate::inputs::{DIFFICULTY, Input, Inputs, SMALLEST_REWARD};
use crate::lifetime::{Unreachable, gain};
use crate::root::{Sample, crossing};
use crate::tier::{Direction, Tier};
use crate::units::{ExahashesPerSecond, HashRate, UsdPerBitcoin};
use crate::words::Words;

pub(crate) use self::along::Along;

/// What may be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Target {
    /// An input, in the unit of the table.
    Input(Input),
    /// The network's difficulty, which the table holds as hash rate.
    Difficulty,
}

impl Target {
    /// The target of that id: an input's, or `difficulty`.
    ///
    /// # Errors
    /// Where there is none.
    pub fn from_id(id: &str) -> Checked<Self> {
        if id == DIFFICULTY {
            return Ok(Self::Difficulty);
        }
        Input::from_id(id).map(Self::Input).map_err(|unknown| {
            let known = [DIFFICULTY, ", ", &unknown.allowed()].concat();
            Error::unknown("input", id, known)
        })
    }

    /// The name in flags and addresses.
    pub fn id(self) -> &'static str {
        match self {
            Self::Input(input) => input.spec().id,
            Self::Difficulty => DIFFICULTY,
        }
    }

    /// The name for readers.
    pub fn label(self) -> &'static str {
        self.label_in(Words::usual())
    }

    /// The same in a language.
    pub(crate) fn label_in(self, words: &Words) -> &'static str {
        match self {
            Self::Input(input) => input.label_in(words),
            Self::Difficulty => words.difficulty(),
        }
    }

    /// The name within a sentence.
    fn name_in(self, words: &Words) -> &'static str {
        match self {
            Self::Input(input) => input.name_in(words),
            Self::Difficulty => words.difficulty_name(),
        }
    }

    /// The unit; none for the difficulty.
    pub fn unit(self) -> String {
        match self {
            Self::Input(input) => input.spec().unit.to_string(),
            Self::Difficulty => String::new(),
        }
    }

    /// A value with its unit.
    pub fn with_unit(self, value: f64) -> String {
        self.with_unit_in(value, Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)] // as the words are
    pub fn with_unit_in(self, value: f64, words: &Words) -> String {
        match self {
            Self::Input(input) => input.written_in(value, words),
            Self::Difficulty => words.field(value),
        }
    }

    const fn input(self) -> Input {
        match self {
            Self::Input(input) => input,
            Self::Difficulty => Input::Hashrate,
        }
    }

    /// The target's value where that of its input is `value`.
    fn of_input(self, value: f64) -> f64 {
        match self {
            Self::Input(_) => value,
            Self::Difficulty => HashRate::from(ExahashesPerSecond::of(value)).difficulty().value(),
        }
    }
}

/// Why no value of an input makes a break-even the given price. Its text is a sentence without its full stop.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Impossible {
    /// The input never moves this break-even.
    DoesNotAct(Target, Tier),
    /// The rest of this mine keeps the input from moving its break-even.
    Stays(Target, Tier, UsdPerBitcoin),
    /// Even the value that comes nearest does not reach it.
    OutOfReach(Nearest),
    /// The break-even steps over the price, or too steeply for the input's digits, at this value of the target.
    Jumps(Target, Tier, f64),
    /// There is no all-in break-even, whatever the input.
    Unreachable(Unreachable),
}

/// The value that comes nearest to what was asked.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Nearest {
    /// What was asked for.
    pub target: Target,
    /// Of which break-even.
    pub tier: Tier,
    /// What that break-even ought to be.
    pub wanted: UsdPerBitcoin,
    /// The allowed value that comes nearest: in the unit of the table, or a difficulty.
    pub value: f64,
    /// The break-even there.
    pub price: UsdPerBitcoin,
}

/// The value of `target` at which the break-even `tier` of the mine at `inputs` is `price`, and of several the
/// smallest. Put back into the model it gives that price again to 10⁻⁹.
///
/// Shutdown price and cash break-even are solved in closed form. The all-in break-even is `price` where the net
/// present value at `price` is zero, which for most inputs is a straight line or made of straight lines; secants and
/// halvings end on its zero, at worst at neighbouring floats. Along the lifetime and the discount rate it may turn
/// back and forth: there bounds of the function decide where it can be zero at all, so that a break-even that only
/// just touches the price is found too.
///
/// # Errors
/// Where no allowed value does it.
///
/// ```
/// use breakeven::solve::{Target, solve};
/// use breakeven::units::UsdPerBitcoin;
/// use breakeven::{Input, Scenario, Tier};
///
/// // At which tariff does the quoted 40,000 pay the power of a machine of its day?
/// let mine = Scenario::from_id("quoted-40000")?.inputs();
/// let tariff = solve(&mine, Target::Input(Input::Tariff), Tier::Shutdown, UsdPerBitcoin::new(40_000.0)?);
/// assert_eq!((tariff.unwrap() * 1000.0).round(), 159.0); // 15.9 cents
/// # Ok::<(), breakeven::Error>(())
/// ```
pub fn solve(inputs: &Inputs, target: Target, tier: Tier, price: UsdPerBitcoin) -> Result<f64, Impossible> {
    let question = Question { inputs, target, input: target.input(), tier, price };
    let value = question.answer()?;
    question.checked(value)
}

/// The same for an input that moves every break-even one way or not at all: the page is spared what the others need.
pub(crate) fn solve_one_way(
    inputs: &Inputs,
    input: Input,
    tier: Tier,
    price: UsdPerBitcoin,
) -> Result<f64, Impossible> {
    let question = Question { inputs, target: Target::Input(input), input, tier, price };
    let value = question.one_way(tier.direction(input))?;
    question.checked(value)
}

/// How near to the price that was asked for an answer's price lies, relative to it.
const TOLERANCE: f64 = 1e-9;

fn is_near(found: f64, wanted: f64) -> bool {
    (found - wanted).abs() <= wanted * TOLERANCE
}

struct Question<'a> {
    inputs: &'a Inputs,
    target: Target,
    input: Input,
    tier: Tier,
    price: UsdPerBitcoin,
}

impl Question<'_> {
    fn answer(&self) -> Result<f64, Impossible> {
        match self.tier.direction(self.input) {
            Direction::Either => self.first_of_several(),
            direction => self.one_way(direction),
        }
    }

    fn one_way(&self, direction: Direction) -> Result<f64, Impossible> {
        match direction {
            Direction::Still => Err(Impossible::DoesNotAct(self.target, self.tier)),
            direction => self.only(direction),
        }
    }

    /// The target's value at that of its input, if it does what it ought to.
    fn checked(&self, value: f64) -> Result<f64, Impossible> {
        if !is_near(self.price_at(value), self.price.value()) {
            return Err(Impossible::Jumps(self.target, self.tier, self.target.of_input(value)));
        }
        Ok(self.target.of_input(value))
    }

    /// The answer where the break-even moves one way.
    fn only(&self, direction: Direction) -> Result<f64, Impossible> {
        /// What the sums over a lifetime may differ by where nothing moves.
        const ROUNDING: f64 = 1e-13;
        let (min, max) = self.ends();
        let (at_min, at_max) = (self.price_at(min), self.price_at(max));
        let is_up = direction == Direction::Up;
        let (cheapest, dearest) =
            if is_up { ((min, at_min), (max, at_max)) } else { ((max, at_max), (min, at_min)) };
        let wanted = self.price.value();
        if !cheapest.1.is_finite() {
            return Err(Impossible::Unreachable(Unreachable::NothingMined));
        }
        if (at_max - at_min).abs() <= at_min * ROUNDING {
            let stays = Impossible::Stays(self.target, self.tier, UsdPerBitcoin::of(at_min));
            return if is_near(at_min, wanted) { Ok(min) } else { Err(stays) };
        }
        let value = if cheapest.1 < wanted && wanted < dearest.1 {
            let value = if self.tier == Tier::AllIn { self.root(min, max) } else { self.closed() };
            value.within(min, max)
        } else {
            // A price computed elsewhere may lie beside that of an end by its rounding.
            let end = if wanted <= cheapest.1 { cheapest } else { dearest };
            if !is_near(end.1, wanted) {
                return Err(self.out_of_reach(end));
            }
            end.0
        };
        Ok(if self.tier == Tier::AllIn { self.smallest_alike(min, value) } else { value })
    }

    /// The smallest value with the price of `value`, where the break-even does not move below it.
    fn smallest_alike(&self, min: f64, value: f64) -> f64 {
        /// So far below it is looked whether it moves.
        const STEP: f64 = 1e-6;
        let price = self.price_at(value);
        let is_alike = |other: f64| self.price_at(other) == price;
        if value <= min || !is_alike(value - (value - min) * STEP) {
            return value;
        }
        let (mut other, mut alike) = (min, value - (value - min) * STEP);
        if is_alike(min) {
            return min;
        }
        loop {
            let middle = other + (alike - other) / 2.0;
            if middle <= other || middle >= alike {
                break;
            }
            if is_alike(middle) {
                alike = middle;
            } else {
                other = middle;
            }
        }
        // Where the break-even begins to stand still it moves by less than a float tells: a round value is as good.
        let round = Decimal::significant(alike, 12).value();
        if round <= value && is_alike(round) { round } else { alike }
    }

    /// The allowed range. A block must pay something, so that subsidy and fees cannot both be nothing.
    fn ends(&self) -> (f64, f64) {
        let spec = self.input.spec();
        let other = match self.input {
            Input::Subsidy => self.inputs.fees(),
            Input::Fees => self.inputs.subsidy(),
            _ => return (spec.min, spec.max),
        };
        let least = SMALLEST_REWARD - other.value();
        // Rounded down, it would be a little too little together with the other.
        let least = if least + other.value() < SMALLEST_REWARD { least.next_up() } else { least };
        (spec.min.max(least), spec.max)
    }

    fn at(&self, value: f64) -> Inputs {
        self.inputs.changed([(self.input, value)])
    }

    /// The break-even where the input is `value`; infinite where no price will do.
    fn price_at(&self, value: f64) -> f64 {
        self.tier.price(&self.at(value)).map_or(f64::INFINITY, UsdPerBitcoin::value)
    }

    fn out_of_reach(&self, (value, price): (f64, f64)) -> Impossible {
        let price = UsdPerBitcoin::of(price);
        Impossible::OutOfReach(Nearest {
            target: self.target,
            tier: self.tier,
            wanted: self.price,
            value: self.target.of_input(value),
            price,
        })
    }

    /// Shutdown price and cash break-even, solved for the input.
    fn closed(&self) -> f64 {
        let inputs = self.inputs;
        let reward = reward(inputs);
        let energy = energy_of(inputs, reward);
        let shutdown = shutdown_price(power_price(inputs), energy).value();
        let fixed_at = |inputs| cash_price(inputs, UsdPerBitcoin::of(0.0), reward).value();
        let fixed = if self.tier == Tier::Cash { fixed_at(inputs) } else { 0.0 };
        let wanted = self.price.value();
        let ratio = wanted / (shutdown + fixed);
        let value = inputs.get(self.input);
        let power = (wanted - fixed) / energy.value();
        let block = (inputs.subsidy().value() + inputs.fees().value()) / ratio;
        match self.input {
            Input::Tariff => power - inputs.levy().value(),
            Input::Levy => power - inputs.tariff().value(),
            Input::Overhead => value * ((wanted - fixed) / shutdown),
            Input::Subsidy => block - inputs.fees().value(),
            Input::Fees => block - inputs.subsidy().value(),
            Input::PoolFee => 1.0 - (1.0 - value) / ratio,
            Input::Hours => value * fixed / (wanted - shutdown),
            Input::Opex => (wanted - shutdown) / fixed_at(&self.at(1.0)),
            // What is left acts on all of the price alike.
            _ => value * ratio,
        }
    }

    fn gain_at(&self, scaled: f64) -> Sample {
        gain(&self.at(self.unscaled(scaled)), self.price)
    }

    /// A non-negative measure of the input in which the net present value is as straight as it can be.
    fn scaled(&self, value: f64) -> f64 {
        match self.input {
            Input::Hashrate => 1.0 / value,
            Input::DifficultyGrowth | Input::PriceGrowth => 1.0 + value,
            _ => value,
        }
    }

    fn unscaled(&self, scaled: f64) -> f64 {
        let spec = self.input.spec();
        let value = match self.input {
            Input::Hashrate => 1.0 / scaled,
            Input::DifficultyGrowth | Input::PriceGrowth => scaled - 1.0,
            _ => scaled,
        };
        value.within(spec.min, spec.max)
    }

    fn root(&self, min: f64, max: f64) -> f64 {
        let [min, max] = [self.scaled(min), self.scaled(max)];
        let found = crossing((min, self.gain_at(min)), (max, self.gain_at(max)), |x| self.gain_at(x));
        self.unscaled(found)
    }
}
