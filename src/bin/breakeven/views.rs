//! The words by which a figure is named, its table and its picture alike.

use breakeven::figure::Asked;
use breakeven::permalink::State;
use breakeven::{Input, View};
use clap::{Arg, ArgMatches};

use crate::refusal::Failure;

pub fn arg() -> Arg {
    Arg::new("view").required(true).value_name("VIEW").help(format!("Which figure: {}", View::ids()))
}

pub fn along_arg() -> Arg {
    Arg::new("x").long("x").value_name("INPUT").help(
        "Along which input, instead of the tariff: efficiency, hashrate, hours, machine_price and so on",
    )
}

/// The figure that was named.
pub fn view(matches: &ArgMatches) -> Result<View, Failure> {
    Ok(View::from_id(matches.get_one::<String>("view").map_or("", String::as_str))?)
}

/// What it is asked: along an input, if one was named, where a flag's spelling will do too; and about the price that the
/// scenario quotes, unless a flag sets another; and on which day the mine is put.
pub fn asked(matches: &ArgMatches, State { scenario, inputs, date, .. }: &State) -> Result<Asked, Failure> {
    let text = matches.get_one::<String>("x").map(|id| id.replace('-', "_"));
    let along = text.map(|id| Input::from_id(&id)).transpose()?;
    Ok(Asked::default().along(along).about(scenario.asked_price(inputs)).on(*date))
}
