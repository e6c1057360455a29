//! The quoted 40,000: what would have to be true of this mine for each of its three break-evens to be that?

use breakeven::solve::{Target, solve};
use breakeven::units::UsdPerBitcoin;
use breakeven::{Error, Input, Report, Scenario, Tier, narrate};

fn main() -> Result<(), Error> {
    let mine = Scenario::from_id("quoted-40000")?.inputs();
    println!("{}\n", narrate::text(&narrate::sentence(&Report::of(&mine))));

    let quoted = UsdPerBitcoin::new(40_000.0)?;
    for tier in Tier::ALL {
        println!("The {} is {} with:", tier.label(), Input::Price.written(quoted.value()));
        for input in [Input::Tariff, Input::Efficiency, Input::Hours, Input::MachinePrice] {
            match solve(&mine, Target::Input(input), *tier, quoted) {
                Ok(value) => println!("  {}: {}", input.spec().label, input.written(value)),
                Err(reason) => println!("  {}: none; {reason}", input.spec().label),
            }
        }
    }
    Ok(())
}
