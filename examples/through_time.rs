//! When did a machine go under water: from which day on did the price no longer pay its electricity?

use breakeven::history::UnderWater;
use breakeven::{Error, Input, Inputs, Machine};

fn main() -> Result<(), Error> {
    for name in ["Antminer S9 13.5", "Antminer S19 95", "Antminer S21 Pro 234"] {
        let machine = Machine::from_name(name)?;
        let efficiency = machine.efficiency();
        println!("{machine}, {efficiency}, on sale since {}", machine.released);
        for tariff in [0.0023, 0.05, 0.1] {
            let life = UnderWater::of(machine, &Inputs::default().with(Input::Tariff, tariff)?)?;
            let told = match (life.first, life.for_good) {
                (None, _) => "never under water".to_owned(),
                (Some(first), None) => format!("under water first on {first}, and back since"),
                (Some(first), Some(last)) => format!("under water first on {first}, for good on {last}"),
            };
            println!("  at {}: {told}", Input::Tariff.written(tariff));
        }
    }
    Ok(())
}
