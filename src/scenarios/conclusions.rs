//! What follows from each scenario, in one sentence. Every number is computed from the scenario's own.

use super::elsewhere::{HOPED_PRICE, MONTHS_TO_WAIT, ROUBLES, SAVED_BY_SWITCH};
use super::kazakhstan::{
    BEST_2021, BTC_KZ_JOBS, BTC_KZ_MACHINES, FREE_ZONE_FACTOR, HOMES, INVESTED, MARKET_TARIFF, OLD_2021,
    QUOTED_DIFFICULTY, QUOTED_PRICE, WORLD_SHARE,
};
use crate::breakeven::power_price;
use crate::date::Date;
use crate::decimal::Decimal;
use crate::format::{field, usd};
use crate::history;
use crate::inputs::{Input, Inputs};
use crate::lifetime::net_present_value;
use crate::narrate::in_words;
use crate::network::{HOURS_PER_MONTH, SECONDS_PER_DAY};
use crate::report::Report;
use crate::units::{HoursPerWeek, UsdPerBitcoin};

/// Hours in a year of 365.25 days.
const HOURS_PER_YEAR: f64 = HOURS_PER_MONTH * 12.0;

/// Which tariff, hardware or capital makes the quoted price the answer. Both readings: electricity only,
/// on which the price depends in proportion, and all in, where what is left over may buy machines.
pub(super) fn quoted(inputs: &Inputs) -> String {
    let report = Report::of(inputs);
    let ratio = QUOTED_PRICE / report.prices.shutdown.value();
    let tariff = power_price(inputs).value() * ratio - inputs.levy().value();
    let efficiency = inputs.efficiency().value() * ratio;
    let left_over = net_present_value(inputs, UsdPerBitcoin::of(QUOTED_PRICE));
    let machine_price = inputs.machine_price().value() + left_over;
    let on_power = format!(
        "For {} to be the answer, electricity alone would have to cost {} or the machines take {}",
        usd(QUOTED_PRICE),
        Input::Tariff.written(rounded(tariff, 3)),
        Input::Efficiency.written(rounded(efficiency, 3)),
    );
    if machine_price >= 0.0 {
        let told = Input::MachinePrice.written(rounded(machine_price, 3));
        format!("{on_power}; or, all in, machines that have to earn back {told}.")
    } else {
        let hours = Input::Hours.written(inputs.hours().value());
        let free = all_in(&changed(inputs, &[(Input::MachinePrice, 0.0)]));
        format!("{on_power}; all in, at {hours} even free machines need {free}.")
    }
}

pub(super) fn enegix(inputs: &Inputs) -> String {
    let clock = changed(inputs, &[(Input::Hours, HoursPerWeek::ALL.value())]);
    let share = exahashes(inputs) / inputs.hashrate().value();
    format!(
        "Run for {} of {} hours a week, the mine keeps its shutdown price of {}, but its all-in break-even \
         rises from {} to {}; its {} are {} of the network.",
        number(inputs.hours().value(), 3),
        number(HoursPerWeek::ALL.value(), 3),
        shutdown(inputs),
        all_in(&clock),
        all_in(inputs),
        Input::Capacity.written(inputs.capacity().value()),
        percent(share, 2),
    )
}

pub(super) fn btc_kz(inputs: &Inputs) -> String {
    let kilowatts = inputs.capacity().value() * 1e3;
    let site = format!(
        "{} machines at {} kW and {} MW a job",
        number(BTC_KZ_MACHINES, 5),
        number(kilowatts / BTC_KZ_MACHINES, 3),
        number(kilowatts / 1e3 / BTC_KZ_JOBS, 2),
    );
    let start = Date::new(2022, 1, 21);
    for row in history::of(inputs).filter(|row| Some(row.period.date) >= start) {
        let (needed, date) = (row.shutdown, row.period.date);
        if let Some(price) = row.period.price.filter(|price| *price < needed) {
            let (price, needed) = (usd(price.value()), usd(needed.value()));
            return format!(
                "{site}: bitcoin first fell under its shutdown price, then {needed}, in the difficulty period \
                 from {date}, at {price}."
            );
        }
    }
    format!("{site}: bitcoin never fell under its shutdown price.")
}

/// The boom: what a coin took in power, against what it brought, over four years.
pub(super) fn cheapest_power(inputs: &Inputs) -> String {
    let (from, to) = (Date::new(2018, 1, 1), Date::new(2022, 1, 1));
    let (mut highest, mut low, mut high) = (0.0_f64, f64::INFINITY, 0.0_f64);
    for row in history::of(inputs).filter(|row| Some(row.period.date) >= from && Some(row.period.date) < to) {
        let price = row.period.price.unwrap_or(inputs.price()).value();
        highest = highest.max(row.shutdown.value());
        (low, high) = (low.min(price), high.max(price));
    }
    format!(
        "At {} an Antminer S9 took {} of power for a coin and never more than {} from 2018 to 2021, while \
         bitcoin cost {} to {}: that is why it boomed.",
        Input::Tariff.written(inputs.tariff().value()),
        shutdown(inputs),
        usd(highest),
        usd(low),
        usd(high),
    )
}

pub(super) fn legal_miners(inputs: &Inputs) -> String {
    let prices = Report::of(inputs).prices;
    let kilowatts = inputs.capacity().value() * 1e3;
    let daily = coins_per_day(inputs) * (inputs.price().value() - prices.cash.value());
    format!(
        "{} for {} are {} a kW, and the power of {} homes of {} kW each; at {} a bitcoin, bills paid, such a site \
         takes {} days to earn that sum.",
        usd(INVESTED),
        Input::Capacity.written(inputs.capacity().value()),
        usd(INVESTED / kilowatts),
        field(HOMES),
        number(kilowatts / HOMES, 2),
        usd(inputs.price().value()),
        number(INVESTED / daily, 3),
    )
}

pub(super) fn gray_miners(inputs: &Inputs) -> String {
    let (coins, more) = (coins_per_day(inputs), MARKET_TARIFF - inputs.tariff().value());
    let dearer = more * kwh_per_day(inputs);
    format!(
        "{} mined {} bitcoin a day; at a market tariff of {} instead of {} its power would have cost {} more \
         a day, {} for each coin.",
        Input::Capacity.written(inputs.capacity().value()),
        number(coins, 3),
        Input::Tariff.written(MARKET_TARIFF),
        Input::Tariff.written(inputs.tariff().value()),
        usd(dearer),
        usd(dearer / coins),
    )
}

pub(super) fn national_peak(inputs: &Inputs) -> String {
    let efficiency = inputs.efficiency().value();
    let verdict = if (BEST_2021..=OLD_2021).contains(&efficiency) { "plausible" } else { "not plausible" };
    format!(
        "{} of the world's {} EH/s on {} is {}: {verdict}, for the machines of the day took {} to {}.",
        percent(WORLD_SHARE, 2),
        number(inputs.hashrate().value(), 3),
        Input::Capacity.written(rounded(inputs.capacity().value(), 3)),
        Input::Efficiency.written(rounded(efficiency, 3)),
        number(BEST_2021, 3),
        Input::Efficiency.written(OLD_2021),
    )
}

pub(super) fn free_zone(inputs: &Inputs) -> String {
    let report = Report::of(inputs);
    let subsidy = report.energy_per_bitcoin.value() * (MARKET_TARIFF - inputs.tariff().value());
    format!(
        "Each coin mined at {} instead of {} carried a subsidy of {}, {} of its price; at {} times the power, \
         {} of the plant's was not for its trade.",
        Input::Tariff.written(inputs.tariff().value()),
        Input::Tariff.written(MARKET_TARIFF),
        usd(subsidy),
        percent(subsidy / inputs.price().value(), 2),
        number(FREE_ZONE_FACTOR, 2),
        percent(1.0 - 1.0 / FREE_ZONE_FACTOR, 2),
    )
}

/// A rouble that halves, halves the tariff, and leaves Kazakhstan's levy as it is.
pub(super) fn rouble_bet(inputs: &Inputs) -> String {
    let tariff = inputs.tariff().value();
    let halved = changed(inputs, &[(Input::Tariff, tariff / 2.0)]);
    format!(
        "At {} roubles to the dollar, {} roubles per kWh make a shutdown price of {} and an all-in break-even \
         of {}; at {} roubles they would make {} and {}.",
        number(ROUBLES, 3),
        number(tariff * ROUBLES, 3),
        shutdown(inputs),
        all_in(inputs),
        number(ROUBLES * 2.0, 3),
        shutdown(&halved),
        all_in(&halved),
    )
}

pub(super) fn hodl(inputs: &Inputs) -> String {
    let rate = inputs.discount_rate().value();
    let worth = HOPED_PRICE / libm::pow(1.0 + rate, MONTHS_TO_WAIT / 12.0);
    let price = inputs.price().value();
    format!(
        "At {}, {} in {} months are worth {} today: at a price of {}, to hold on instead of selling pays if \
         the chance of it is above {}.",
        Input::DiscountRate.written(rate),
        usd(HOPED_PRICE),
        number(MONTHS_TO_WAIT, 3),
        usd(worth),
        usd(price),
        percent(price / worth, 2),
    )
}

pub(super) fn moved_on(inputs: &Inputs) -> String {
    let (at_once, idle) = (changed(inputs, &[(Input::Idle, 0.0)]), inputs.idle().value());
    format!(
        "{} months without a coin raise the all-in break-even from {} to {}, and leave the shutdown price \
         at {}.",
        number(idle, 3),
        all_in(&at_once),
        all_in(inputs),
        shutdown(inputs),
    )
}

/// The same machine on the network of that year, and on that of the quoted break-even.
pub(super) fn other_year(inputs: &Inputs) -> String {
    let report = Report::of(inputs);
    let later = changed(inputs, &[(Input::Subsidy, 6.25)]).with_difficulty(QUOTED_DIFFICULTY);
    let later = later.map_or_else(|_| usd(0.0), |later| shutdown(&later));
    format!(
        "A coin took {} kWh, {} of power, and brought {}; by October 2022 mining was {} times as hard, and the \
         same machine would need {}.",
        number(report.energy_per_bitcoin.value(), 3),
        usd(report.prices.shutdown.value()),
        usd(inputs.price().value()),
        number(QUOTED_DIFFICULTY / inputs.difficulty().value(), 3),
        later,
    )
}

pub(super) fn whole_network(inputs: &Inputs) -> String {
    let watts = inputs.hashrate().value() * 1e6 * inputs.efficiency().value() * inputs.overhead().value();
    format!(
        "At {} the network's {} EH/s draw {} GW, {} TWh a year; a cut of {} would leave {} MW.",
        Input::Efficiency.written(inputs.efficiency().value()),
        number(inputs.hashrate().value(), 4),
        number(watts / 1e9, 3),
        number(watts / 1e12 * HOURS_PER_YEAR, 3),
        percent(SAVED_BY_SWITCH, 4),
        number(watts / 1e6 * (1.0 - SAVED_BY_SWITCH), 3),
    )
}

pub(super) fn today(inputs: &Inputs) -> String {
    let report = Report::of(inputs);
    format!(
        "At {} a new machine on power at {} pays for its power above {} and for itself above {}: it {}.",
        usd(inputs.price().value()),
        Input::Tariff.written(inputs.tariff().value()),
        shutdown(inputs),
        all_in(inputs),
        in_words(&report),
    )
}

/// With values that are within their ranges; a test calls every conclusion.
fn changed(inputs: &Inputs, changes: &[(Input, f64)]) -> Inputs {
    inputs.with_all(changes.iter().copied()).unwrap_or_else(|_| inputs.clone())
}

fn shutdown(inputs: &Inputs) -> String {
    usd(Report::of(inputs).prices.shutdown.value())
}

fn all_in(inputs: &Inputs) -> String {
    Report::of(inputs).prices.all_in.map_or_else(|_| "no price".to_owned(), |price| usd(price.value()))
}

/// The hash rate that the site can power, EH/s.
fn exahashes(inputs: &Inputs) -> f64 {
    inputs.capacity().value() / inputs.overhead().value() / inputs.efficiency().value()
}

/// Bitcoin that the site mines in a day, of the hours that it runs.
fn coins_per_day(inputs: &Inputs) -> f64 {
    let per_petahash = Report::of(inputs).bitcoin_per_ph_day.value();
    exahashes(inputs) * 1e3 * inputs.hours().uptime().value() * per_petahash
}

fn kwh_per_day(inputs: &Inputs) -> f64 {
    inputs.capacity().value() * 1e3 * inputs.hours().uptime().value() * (SECONDS_PER_DAY / 3600.0)
}

fn rounded(value: f64, digits: u32) -> f64 {
    Decimal::significant(value, digits).value()
}

fn number(value: f64, digits: u32) -> String {
    Decimal::significant(value, digits).grouped(crate::words::Marks::ENGLISH)
}

fn percent(share: f64, digits: u32) -> String {
    number(share * 100.0, digits) + " %"
}
