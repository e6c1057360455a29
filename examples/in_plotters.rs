//! A figure of ours beside a chart that plotters draws, in one bitmap:
//! `cargo run --example in_plotters > picture.png`.

use std::error::Error;
use std::io::{self, Write};

use breakeven::figure::{Size, Theme, View, draw};
use breakeven::{Inputs, history};
use plotters::prelude::*;
use plotters::style::register_font;

const WIDTH: u32 = 1520;
const HEIGHT: u32 = 1200;
const MARGIN: u32 = 40;
/// Where the chart ends and the figure begins, px from above.
const MIDDLE: u32 = 480;
/// Pixels of the picture to a CSS pixel of the figure.
const SCALE: f64 = 2.0;

fn main() -> Result<(), Box<dyn Error>> {
    // Any font will do; with plotters' feature `ttf` the system's are there without this.
    let letters = [
        (FontStyle::Normal, &include_bytes!("../src/bin/breakeven/fonts/Arimo-Regular.ttf")[..]),
        (FontStyle::Bold, &include_bytes!("../src/bin/breakeven/fonts/Arimo-SemiBold.ttf")[..]),
    ];
    for (style, file) in letters {
        register_font("sans-serif", style, file).map_err(|_| "no font")?;
    }

    let mut pixels = vec![0; (WIDTH * HEIGHT * 3) as usize];
    {
        let picture = BitMapBackend::with_buffer(&mut pixels, (WIDTH, HEIGHT)).into_drawing_area();
        let [red, green, blue] = Theme::Light.paper();
        picture.fill(&RGBColor(red, green, blue))?;
        let inside = picture.margin(MARGIN, MARGIN, MARGIN, MARGIN);
        let (above, below) = inside.split_vertically(MIDDLE - MARGIN);
        price_over_time(&above)?;

        let (width, height) = below.dim_in_pixel();
        let size = Size::new(f64::from(width) / SCALE, f64::from(height) / SCALE)?;
        let figure = draw(View::Tariff, &Inputs::default(), size);
        below.draw(&figure.at((0, 0)).scale(SCALE))?;
        picture.present()?;
    }

    let mut png = png::Encoder::new(io::stdout().lock(), WIDTH, HEIGHT);
    png.set_color(png::ColorType::Rgb);
    let mut writer = png.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    io::stdout().flush()?;
    Ok(())
}

/// The price of bitcoin since it has one, as plotters draws it.
fn price_over_time<DB: DrawingBackend>(
    area: &DrawingArea<DB, plotters::coord::Shift>,
) -> Result<(), Box<dyn Error>>
where
    DB::ErrorType: 'static,
{
    let prices: Vec<_> = history::periods()
        .filter_map(|period| Some((f64::from(period.height) / 1000.0, period.price?.value())))
        .collect();
    let (Some(first), Some(last)) = (prices.first(), prices.last()) else { return Err("no price".into()) };
    let mut chart = ChartBuilder::on(area)
        .margin_bottom(MARGIN)
        .x_label_area_size(64)
        .y_label_area_size(110)
        .build_cartesian_2d(first.0..last.0, (0.05..500_000.0).log_scale())?;
    chart
        .configure_mesh()
        .disable_x_mesh()
        .light_line_style(TRANSPARENT)
        .label_style(("sans-serif", 26))
        .x_desc("Block height, thousands")
        .y_desc("USD per bitcoin")
        .y_labels(6)
        .x_label_formatter(&|height| format!("{height:.0}"))
        .y_label_formatter(&|price| format!("{price}"))
        .draw()?;
    chart.draw_series(LineSeries::new(prices, BLACK.stroke_width(3)))?;
    Ok(())
}
