//! What moves the all-in break-even most: a bar for each input, from the break-even at less of it to that at more, the
//! longest first.

use super::super::asked::Asked;
use super::super::plot::{
    Axis, Cell, Data, Item, LabelledValue, Listing, Mark, Plot, Quantity, Reason, Spread,
};
use super::super::role::Ink;
use crate::inputs::Inputs;
use crate::lifetime::BreakEven;
use crate::range::{Driver, Swung, drivers};
use crate::tier::Tier;
use crate::units::UsdPerBitcoin;
use crate::words::{self, Words};

pub fn plot<'a>(_: Asked, inputs: &'a Inputs, words: &'static Words) -> Plot<'a> {
    let found = drivers(inputs, &[], Tier::AllIn);
    let reason = found.as_ref().err().map(|&reason| Cell::None(Reason::Unreachable(reason)));
    let mid = Tier::AllIn.price(inputs).map_or(0.0, UsdPerBitcoin::value);
    let drivers = found.unwrap_or_default();
    let (mut low, mut high) = (mid, mid);
    for driver in &drivers {
        for price in [driver.low.price, driver.high.price].into_iter().flatten() {
            (low, high) = (low.min(price.value()), high.max(price.value()));
        }
    }
    let x = Axis::new(words.drivers_axis(), Spread::Linear, (low, high), Quantity::UsdPerBitcoin);
    let mut plot = Plot::in_language(words, words.drivers_title(), x, None);
    plot.desc = in_words(&drivers, mid, words);
    let mine = reason.unwrap_or(Cell::Number(mid));
    plot.push("mine", words.drivers_mine(), RULE, Data::One(mine));
    plot.items = drivers.iter().map(|driver| item(driver, words)).collect();
    let columns = vec!["input", "low", "high", "price_low", "price_high", "swing", "elasticity"];
    let undefined = if mid == 0.0 { Cell::None(Reason::Free) } else { Cell::Empty };
    let rows = drivers.iter().map(|driver| row(driver, undefined)).collect();
    plot.listing = Some(Listing::new(columns, rows));
    plot
}

const RULE: (Ink, Mark) = (Ink::Market, Mark::Rule);

/// A bar; where no price will do it has no end.
fn item(driver: &Driver, words: &Words) -> Item {
    let labelled = |swung: &Swung| {
        LabelledValue::new(Ink::AllIn, cell(swung.price), driver.input.written_in(swung.value, words))
    };
    Item::new(driver.input.label_in(words), vec![labelled(&driver.low), labelled(&driver.high)])
}

/// Its elasticity is `undefined` where it has none.
fn row(driver: &Driver, undefined: Cell) -> Vec<Cell> {
    vec![
        Cell::Name(driver.input.spec().id),
        Cell::Number(driver.low.value),
        Cell::Number(driver.high.value),
        cell(driver.low.price),
        cell(driver.high.price),
        driver.swing.map_or(Cell::Empty, Cell::Number),
        driver.elasticity.map_or(undefined, Cell::Number),
    ]
}

fn cell(price: BreakEven) -> Cell {
    match price {
        Ok(price) => Cell::Number(price.value()),
        Err(reason) => Cell::None(Reason::Unreachable(reason)),
    }
}

fn in_words(drivers: &[Driver], mid: f64, words: &Words) -> String {
    let Some(first) = drivers.first() else { return words.drivers_none().to_owned() };
    let [less, more] = [first.low, first.high].map(|swung| first.input.written_in(swung.value, words));
    let [low, high] = [first.low, first.high].map(|swung| {
        swung.price.map_or_else(|_| words.never_in_short().to_owned(), |price| words.usd(price.value()))
    });
    let input = first.input.name_in(words);
    let most = words::DriversMost {
        high: &high,
        input,
        less: &less,
        low: &low,
        more: &more,
        price: &words.usd(mid),
    };
    most.text(words)
}
