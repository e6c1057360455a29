//! When a machine stopped paying for its electricity.

use crate::date::Date;
use crate::error::Result;
use crate::inputs::{Input, Inputs};
use crate::machines::Machine;

use super::{Row, of};

/// The life of a machine at a tariff: a machine is under water in a period whose mean price does not pay its
/// electricity.
///
/// Dates are the first days of difficulty periods, so about a fortnight apart; periods before the machine came
/// on sale do not count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct UnderWater {
    /// The first time under water.
    pub first: Option<Date>,
    /// From here to the end of the data it has been under water without a break; `None` where it is not.
    pub for_good: Option<Date>,
    /// Whether it was ever under water and above it later.
    pub came_back: bool,
}

impl UnderWater {
    /// The life of `machine` with the tariff, levy, overhead and pool fee of `inputs`.
    ///
    /// # Errors
    /// Where the machine's efficiency is not in the range of the table of inputs.
    ///
    /// ```
    /// use breakeven::history::UnderWater;
    /// use breakeven::{Input, Inputs, Machine};
    ///
    /// let mine = Inputs::default().with(Input::Tariff, 0.07)?;
    /// let life = UnderWater::of(Machine::from_name("antminer s19")?, &mine)?;
    /// assert!(life.for_good.is_some());
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn of(machine: &Machine, inputs: &Inputs) -> Result<Self> {
        let mine = inputs.with(Input::Efficiency, machine.efficiency().value())?;
        Ok(Self::in_rows(of(&mine).filter(|row| row.period.date >= machine.released)))
    }

    /// The life in the periods of `rows`.
    fn in_rows(rows: impl Iterator<Item = Row>) -> Self {
        let mut life = Self { first: None, for_good: None, came_back: false };
        for row in rows {
            let Some(price) = row.period.price else { continue };
            let date = Some(row.period.date);
            if row.shutdown > price {
                life.first = life.first.or(date);
                life.for_good = life.for_good.or(date);
            } else {
                life.came_back |= life.for_good.is_some();
                life.for_good = None;
            }
        }
        life
    }
}
