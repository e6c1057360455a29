//! `breakeven eval`: the break-even prices of one mine.

use breakeven::{Input, Report, format, narrate};
use clap::ArgMatches;

use crate::{Failure, args, json, print};

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    let report = Report::of(&args::inputs(matches)?);
    print(&if args::wants_json(matches) { json(&report) } else { text(&report) })
}

fn text(report: &Report) -> String {
    let prices = &report.prices;
    let all_in = match prices.all_in {
        Ok(price) => format::usd(price.value()),
        Err(reason) => reason.to_string(),
    };
    let rows = [
        ("Shutdown price", format::usd(prices.shutdown.value()), "pays the electricity"),
        ("Cash break-even", format::usd(prices.cash.value()), "pays staff and site too"),
        ("All-in break-even", all_in, "earns the machines back too"),
        ("Market price", format::usd(report.inputs.get(Input::Price)), narrate::in_words(report.regime)),
        ("Hashprice", format::usd(report.hashprice.value()), "revenue of 1 PH/s in a day"),
        ("Hashcost", format::usd(report.hashcost.value()), "electricity of 1 PH/s in a day"),
        ("Energy per bitcoin", format!("{:.0} kWh", report.energy_per_bitcoin.value()), ""),
        ("Bitcoin per PH/s", format!("{:.6} BTC", report.bitcoin_per_ph_day.value()), "in a day"),
        ("Difficulty", format!("{:.0}", report.difficulty.value()), ""),
    ];
    let mut text = narrate::text(&narrate::sentence(report)) + "\n\n";
    for (name, value, note) in rows {
        text += format!("{name:<19} {value:>18}   {note}").trim_end();
        text.push('\n');
    }
    text
}
