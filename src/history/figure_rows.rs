//! The history as a figure shows it, made without the table of machines, which a page lacks.

use super::{BestMachine, Periods, periods};
use crate::breakeven::{energy_per_bitcoin, power_price, shutdown_price};
use crate::date::Date;
use crate::inputs::Inputs;
use crate::network::reward_per_hash;
use crate::units::{BitcoinPerBlock, Difficulty, JoulesPerTerahash, UsdPerBitcoin};

/// A period as [`Row`](super::Row) has it.
pub(crate) struct FigureRow {
    pub date: Date,
    pub difficulty: Difficulty,
    pub price: Option<UsdPerBitcoin>,
    pub subsidy: BitcoinPerBlock,
    pub fees: Option<BitcoinPerBlock>,
    pub shutdown: UsdPerBitcoin,
    pub best_machine: Option<BestMachine>,
    pub best_shutdown: Option<UsdPerBitcoin>,
}

/// The mine at `inputs` in every period, as [`of`](super::of) has it.
pub(crate) fn figure_rows(inputs: &Inputs) -> impl Iterator<Item = FigureRow> + use<'_> {
    let periods: Periods = periods();
    let (power, overhead) = (power_price(inputs), inputs.overhead());
    let mut best: Option<(BestMachine, JoulesPerTerahash)> = None;
    periods.map(move |period| {
        while let Some(next) = BestMachine::after(best.map(|(machine, _)| machine), period.date) {
            best = Some((next, next.efficiency()));
        }
        let fees = period.fees.unwrap_or(BitcoinPerBlock::of(0.0));
        let reward = reward_per_hash(period.difficulty, period.subsidy, fees, inputs.pool_fee());
        let shutdown = |efficiency: JoulesPerTerahash| {
            shutdown_price(power, energy_per_bitcoin(efficiency, overhead, reward))
        };
        FigureRow {
            date: period.date,
            difficulty: period.difficulty,
            price: period.price,
            subsidy: period.subsidy,
            fees: period.fees,
            shutdown: shutdown(inputs.efficiency()),
            best_machine: best.map(|(machine, _)| machine),
            best_shutdown: best.map(|(_, efficiency)| shutdown(efficiency)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::super::of;
    use super::*;
    use crate::inputs::Input;

    #[test]
    fn what_a_figure_shows_is_its_row_to_the_last_bit() {
        let mine = Inputs::default().with_all([(Input::Tariff, 0.07), (Input::PoolFee, 0.01)]).unwrap();
        for mine in [Inputs::default(), mine] {
            let (figure_rows, rows): (Vec<_>, Vec<_>) = (figure_rows(&mine).collect(), of(&mine).collect());
            assert_eq!(figure_rows.len(), rows.len());
            for (drawn, row) in figure_rows.iter().zip(&rows) {
                assert_eq!((drawn.date, drawn.difficulty), (row.period.date, row.period.difficulty));
                let own = (drawn.price, drawn.shutdown, drawn.best_shutdown);
                assert_eq!(own, (row.period.price, row.shutdown, row.best_shutdown), "{}", drawn.date);
                assert_eq!((drawn.subsidy, drawn.fees), (row.period.subsidy, row.period.fees));
                let best =
                    (drawn.best_machine.map(BestMachine::name), row.best_machine.map(ToString::to_string));
                assert_eq!(best.0, best.1, "{}", drawn.date);
            }
        }
    }
}
