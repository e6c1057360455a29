//! The three break-evens against the electricity tariff, as an SVG on standard output:
//! `cargo run --example tariff_figure > tariff.svg`.

use breakeven::figure::{Size, View, draw, svg};
use breakeven::{Error, Input, Inputs};

fn main() -> Result<(), Error> {
    let mine = Inputs::default().with_all([(Input::Tariff, 0.04), (Input::Efficiency, 29.5)])?;
    let scene = draw(View::Tariff, &mine, Size::new(720.0, 420.0)?);
    print!("{}", svg::write(&scene));
    Ok(())
}
