//! What one answer costs natively. `cargo bench`; the page's own figures come from `bench/browser.mjs`.

use breakeven::breakeven::{energy_per_bitcoin, reward, shutdown_price};
use breakeven::figure::{self, Size, View, svg};
use breakeven::history::{self, UnderWater};
use breakeven::range::{drivers, interval};
use breakeven::solve::{Target, solve};
use breakeven::units::UsdPerBitcoin;
use breakeven::{Input, Inputs, Machine, Prices, Report, Scenario, Tier, lifetime};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

fn sixty_months() -> Inputs {
    let quoted = Scenario::from_id("quoted-40000").expect("the scenario is there").inputs();
    let changes = [(Input::Lifetime, 60.0), (Input::DifficultyGrowth, 0.3)];
    quoted.with_all(changes).expect("both are allowed")
}

#[divan::bench]
fn static_break_even(bencher: Bencher) {
    let inputs = Inputs::default();
    bencher.bench(|| {
        let inputs = black_box(&inputs);
        let energy = energy_per_bitcoin(inputs.efficiency(), inputs.overhead(), reward(inputs));
        shutdown_price(inputs.tariff() + inputs.levy(), energy)
    });
}

#[divan::bench]
fn all_in_over_60_months(bencher: Bencher) {
    let inputs = sixty_months();
    bencher.bench(|| lifetime::all_in_price(black_box(&inputs)));
}

#[divan::bench]
fn three_prices(bencher: Bencher) {
    let inputs = Inputs::default();
    bencher.bench(|| Prices::of(black_box(&inputs)));
}

#[divan::bench]
fn report(bencher: Bencher) {
    let inputs = Inputs::default();
    bencher.bench(|| Report::of(black_box(&inputs)));
}

/// The dearest that is asked for: every step of the search walks the lifetime.
#[divan::bench(args = ["tariff", "efficiency", "hashrate", "hours", "machine_price", "idle", "lifetime", "discount_rate"])]
fn solve_all_in(bencher: Bencher, id: &str) {
    let mine = sixty_months();
    let target = Target::from_id(id).expect("an input");
    let price = UsdPerBitcoin::new(90_000.0).expect("a price");
    bencher.bench(|| solve(black_box(&mine), target, Tier::AllIn, price));
}

#[divan::bench]
fn all_in_interval(bencher: Bencher) {
    let scenario = Scenario::from_id("quoted-40000").expect("the scenario is there");
    let inputs = scenario.inputs();
    let ranges = scenario.uncertain(&inputs);
    bencher.bench(|| interval(black_box(&inputs), &ranges, Tier::AllIn));
}

#[divan::bench]
fn all_in_drivers(bencher: Bencher) {
    let inputs = sixty_months();
    bencher.bench(|| drivers(black_box(&inputs), &[], Tier::AllIn));
}

#[divan::bench]
fn figure_tariff(bencher: Bencher) {
    let (inputs, size) = (Inputs::default(), Size::new(390.0, 300.0).expect("a size that is allowed"));
    bencher.bench(|| figure::draw(View::Tariff, black_box(&inputs), size));
}

#[divan::bench]
fn figure_tariff_as_svg(bencher: Bencher) {
    let (inputs, size) = (Inputs::default(), Size::new(390.0, 300.0).expect("a size that is allowed"));
    bencher.bench(|| svg::write(&figure::draw(View::Tariff, black_box(&inputs), size)));
}

/// Every period since 2009: the mine's shutdown price, the best machine's, and the market price.
#[divan::bench]
fn history_of_three_series(bencher: Bencher) {
    let inputs = Inputs::default();
    bencher.bench(|| {
        let mut sums = [0.0; 3];
        for row in history::of(black_box(&inputs)) {
            sums[0] += row.shutdown.value();
            sums[1] += row.best_shutdown.map_or(0.0, |price| price.value());
            sums[2] += row.period.price.map_or(0.0, |price| price.value());
        }
        sums
    });
}

/// When one machine went under water for good.
#[divan::bench]
fn life_of_a_machine(bencher: Bencher) {
    let (inputs, machine) = (Inputs::default(), Machine::from_name("s19 pro").expect("it is in the table"));
    bencher.bench(|| UnderWater::of(black_box(machine), black_box(&inputs)));
}
