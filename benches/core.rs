//! What one answer costs natively. `cargo bench`; the page's own figures come from `bench/browser.mjs`.

use breakeven::breakeven::{energy_per_bitcoin, reward, shutdown_price};
use breakeven::figure::{self, Size, View, svg};
use breakeven::{Input, Inputs, Prices, Report, Scenario, lifetime};
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
