//! What follows from each scenario, in one sentence. Every number is computed from the scenario's own.

use super::elsewhere::{HOPED_PRICE, MONTHS_TO_WAIT, ROUBLES, SAVED_BY_SWITCH};
use super::kazakhstan::{
    BEST_2021, BTC_KZ_JOBS, BTC_KZ_MACHINES, FREE_ZONE_FACTOR, HOMES, INVESTED, MARKET_TARIFF, OLD_2021,
    QUOTED_DIFFICULTY, QUOTED_PRICE, WORLD_SHARE,
};
use crate::account::Account;
use crate::breakeven::{energy_of, power_price, reward, shutdown_of};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::fleet::Fleet;
use crate::history;
use crate::inputs::{Input, Inputs};
use crate::lifetime::{BreakEven, all_in_price, net_present_value};
use crate::narrate::regime_in;
use crate::network::HOURS_PER_MONTH;
use crate::report::Report;
use crate::units::{HoursPerWeek, UsdPerBitcoin};
use crate::words::{self, ConclusionNationalPeak, Count, Words};

/// BTC/block, from May 2020 to April 2024.
const SUBSIDY_2022: f64 = 6.25;
/// Hours in a year of 365.25 days.
const HOURS_PER_YEAR: f64 = HOURS_PER_MONTH * 12.0;

/// Which tariff, hardware or capital makes the quoted price the answer. Both readings: electricity only,
/// on which the price depends in proportion, and all in, where what is left over may buy machines: in the hours that are
/// taken for this miner's, and where these leave nothing over, around the clock.
pub(super) fn quoted(inputs: &Inputs, words: &Words) -> String {
    let ratio = QUOTED_PRICE / shutdown_of(inputs, reward(inputs)).value();
    let tariff = power_price(inputs).value() * ratio - inputs.levy().value();
    let efficiency = inputs.efficiency().value() * ratio;
    let clock = inputs.changed([(Input::Hours, HoursPerWeek::ALL.value())]);
    let [own, around_the_clock] = [inputs, &clock].map(|inputs| {
        let left_over = net_present_value(inputs, UsdPerBitcoin::of(QUOTED_PRICE));
        inputs.machine_price().value() + left_over
    });
    let machines = |price| Input::MachinePrice.written_in(rounded(price, 3), words);
    let price = &*words.usd(QUOTED_PRICE);
    let tariff = &*Input::Tariff.written_in(rounded(tariff, 3), words);
    let efficiency = &*Input::Efficiency.written_in(rounded(efficiency, 3), words);
    if own >= 0.0 {
        let machines = &*machines(own);
        words::ConclusionQuoted { efficiency, machines, price, tariff }.text(words)
    } else {
        let hours = &*Input::Hours.written_in(inputs.hours().value(), words);
        let needed = &*all_in(&inputs.changed([(Input::MachinePrice, 0.0)]), words);
        let machines = &*machines(around_the_clock);
        words::ConclusionQuotedFree { efficiency, hours, machines, needed, price, tariff }.text(words)
    }
}

pub(super) fn enegix(inputs: &Inputs, words: &Words) -> String {
    let clock = inputs.changed([(Input::Hours, HoursPerWeek::ALL.value())]);
    words::ConclusionEnegix {
        hours: &words.significant(inputs.hours().value(), 3),
        week: &words.significant(HoursPerWeek::ALL.value(), 3),
        shutdown: &shutdown(inputs, words),
        before: &all_in(&clock, words),
        after: &all_in(inputs, words),
        share: &percent(Fleet::of(inputs).network_share, 2, words),
    }
    .text(words)
}

pub(super) fn btc_kz(inputs: &Inputs, words: &Words) -> String {
    let kilowatts = inputs.capacity().value() * 1e3;
    let machines = &*words.significant(BTC_KZ_MACHINES, 5);
    let machine = &*words.significant(kilowatts / BTC_KZ_MACHINES, 3);
    let job = &*words.significant(kilowatts / 1e3 / BTC_KZ_JOBS, 2);
    let tariff = &*Input::Tariff.written_in(inputs.tariff().value(), words);
    let start = Date::new(2022, 1, 21);
    for row in history::of(inputs).filter(|row| Some(row.period.date) >= start) {
        let (needed, date) = (row.shutdown, row.period.date);
        if let Some(price) = row.period.price.filter(|price| *price < needed) {
            let (price, needed) = (&*words.usd(price.value()), &*words.usd(needed.value()));
            let day = &*date.to_string();
            return words::ConclusionBtcKz { day, job, machine, machines, needed, price, tariff }.text(words);
        }
    }
    words::ConclusionBtcKzNever { job, machine, machines, tariff }.text(words)
}

/// The boom: what a coin took in power, against what it brought, over four years.
pub(super) fn cheapest_power(inputs: &Inputs, words: &Words) -> String {
    let (from, to) = (Date::new(2018, 1, 1), Date::new(2022, 1, 1));
    let (mut highest, mut low, mut high) = (0.0_f64, f64::INFINITY, 0.0_f64);
    for row in history::of(inputs).filter(|row| Some(row.period.date) >= from && Some(row.period.date) < to) {
        let price = row.period.price.unwrap_or(inputs.price()).value();
        highest = highest.max(row.shutdown.value());
        (low, high) = (low.min(price), high.max(price));
    }
    words::ConclusionCheapestPower {
        tariff: &Input::Tariff.written_in(inputs.tariff().value(), words),
        power: &shutdown(inputs, words),
        highest: &words.usd(highest),
        low: &words.usd(low),
        high: &words.usd(high),
    }
    .text(words)
}

pub(super) fn legal_miners(inputs: &Inputs, words: &Words) -> String {
    let kilowatts = inputs.capacity().value() * 1e3;
    let per_day = Fleet::of(inputs).per_day;
    let daily = per_day.revenue - per_day.cost;
    let months = f64::from(Account::of(inputs).outcome.payback_month.unwrap_or(0));
    words::ConclusionLegalMiners {
        invested: &words.usd_short(INVESTED),
        capacity: &Input::Capacity.written_in(inputs.capacity().value(), words),
        kilowatt: &words.usd_short(INVESTED / kilowatts),
        homes: &words.field(HOMES),
        home: &words.significant(kilowatts / HOMES, 2),
        price: &words.usd(inputs.price().value()),
        days: Count::of(rounded(INVESTED / daily, 2), &words.significant(INVESTED / daily, 2)),
        machines: &Input::MachinePrice.written_in(inputs.machine_price().value(), words),
        months: Count::of(months, &words.significant(months, 3)),
    }
    .text(words)
}

pub(super) fn gray_miners(inputs: &Inputs, words: &Words) -> String {
    let per_day = Fleet::of(inputs).per_day;
    let dearer = (MARKET_TARIFF - inputs.tariff().value()) * per_day.energy_mwh * 1e3;
    words::ConclusionGrayMiners {
        capacity: &Input::Capacity.written_in(inputs.capacity().value(), words),
        coins: &words.significant(per_day.bitcoin, 3),
        market: &Input::Tariff.written_in(MARKET_TARIFF, words),
        tariff: &Input::Tariff.written_in(inputs.tariff().value(), words),
        more: &words.usd(dearer),
        each: &words.usd(dearer / per_day.bitcoin),
    }
    .text(words)
}

pub(super) fn national_peak(inputs: &Inputs, words: &Words) -> String {
    let efficiency = inputs.efficiency().value();
    let is_plausible = (BEST_2021..=OLD_2021).contains(&efficiency);
    let sentence = if is_plausible {
        words.conclusion_national_peak_plausible()
    } else {
        words.conclusion_national_peak_not_plausible()
    };
    let share = percent(WORLD_SHARE, 2, words);
    let hashrate = words.significant(inputs.hashrate().value(), 3);
    let capacity = Input::Capacity.written_in(rounded(inputs.capacity().value(), 3), words);
    let implied = Input::Efficiency.written_in(rounded(efficiency, 3), words);
    let best = words.significant(BEST_2021, 3);
    let old = Input::Efficiency.written_in(OLD_2021, words);
    sentence.text(|slot| match slot {
        ConclusionNationalPeak::Share => &share,
        ConclusionNationalPeak::Hashrate => &hashrate,
        ConclusionNationalPeak::Capacity => &capacity,
        ConclusionNationalPeak::Efficiency => &implied,
        ConclusionNationalPeak::Best => &best,
        ConclusionNationalPeak::Old => &old,
    })
}

pub(super) fn free_zone(inputs: &Inputs, words: &Words) -> String {
    let energy = energy_of(inputs, reward(inputs));
    let subsidy = energy.value() * (MARKET_TARIFF - inputs.tariff().value());
    words::ConclusionFreeZone {
        tariff: &Input::Tariff.written_in(inputs.tariff().value(), words),
        market: &Input::Tariff.written_in(MARKET_TARIFF, words),
        subsidy: &words.usd(subsidy),
        share: &percent(subsidy / inputs.price().value(), 2, words),
        times: &words.significant(FREE_ZONE_FACTOR, 2),
        part: &percent(1.0 - 1.0 / FREE_ZONE_FACTOR, 2, words),
    }
    .text(words)
}

/// A rouble that halves, halves the tariff, and leaves Kazakhstan's levy as it is.
pub(super) fn rouble_bet(inputs: &Inputs, words: &Words) -> String {
    let tariff = inputs.tariff().value();
    let halved = inputs.changed([(Input::Tariff, tariff / 2.0)]);
    words::ConclusionRoubleBet {
        rate: &words.significant(ROUBLES, 3),
        tariff: &words.significant(tariff * ROUBLES, 3),
        shutdown: &shutdown(inputs, words),
        all_in: &all_in(inputs, words),
        later: &words.significant(ROUBLES * 2.0, 3),
        later_shutdown: &shutdown(&halved, words),
        later_all_in: &all_in(&halved, words),
    }
    .text(words)
}

pub(super) fn hodl(inputs: &Inputs, words: &Words) -> String {
    let rate = inputs.discount_rate().value();
    let worth = HOPED_PRICE / libm::pow(1.0 + rate, MONTHS_TO_WAIT / 12.0);
    let price = inputs.price().value();
    words::ConclusionHodl {
        rate: &Input::DiscountRate.written_in(rate, words),
        hoped: &words.usd(HOPED_PRICE),
        months: Count::of(MONTHS_TO_WAIT, &words.significant(MONTHS_TO_WAIT, 3)),
        worth: &words.usd(worth),
        price: &words.usd(price),
        chance: &percent(price / worth, 2, words),
    }
    .text(words)
}

pub(super) fn moved_on(inputs: &Inputs, words: &Words) -> String {
    let (at_once, idle) = (inputs.changed([(Input::Idle, 0.0)]), inputs.idle().value());
    words::ConclusionMovedOn {
        months: Count::of(idle, &words.significant(idle, 3)),
        before: &all_in(&at_once, words),
        after: &all_in(inputs, words),
        shutdown: &shutdown(inputs, words),
    }
    .text(words)
}

/// The same machine on the network of that year, and on that of the quoted break-even.
pub(super) fn other_year(inputs: &Inputs, words: &Words) -> String {
    let report = Report::of(inputs);
    let later = inputs.changed([(Input::Subsidy, SUBSIDY_2022)]).at_difficulty(QUOTED_DIFFICULTY);
    let needed = later.map_or_else(|_| words.usd(0.0), |later| shutdown(&later, words));
    words::ConclusionOtherYear {
        energy: &words.significant(report.energy_per_bitcoin.value(), 3),
        power: &words.usd(report.prices.shutdown.value()),
        price: &words.usd(inputs.price().value()),
        times: &words.significant(QUOTED_DIFFICULTY / inputs.difficulty().value(), 3),
        paid: &words.field(inputs.subsidy().value()),
        later: &words.field(SUBSIDY_2022),
        needed: &needed,
    }
    .text(words)
}

pub(super) fn whole_network(inputs: &Inputs, words: &Words) -> String {
    let watts = inputs.hashrate().value() * 1e6 * inputs.efficiency().value() * inputs.overhead().value();
    words::ConclusionWholeNetwork {
        efficiency: &Input::Efficiency.written_in(inputs.efficiency().value(), words),
        hashrate: &words.significant(inputs.hashrate().value(), 4),
        gigawatts: &words.significant(watts / 1e9, 3),
        energy: &words.significant(watts / 1e12 * HOURS_PER_YEAR, 3),
        cut: &percent(SAVED_BY_SWITCH, 4, words),
        left: &words.significant(watts / 1e6 * (1.0 - SAVED_BY_SWITCH), 3),
    }
    .text(words)
}

pub(super) fn today(inputs: &Inputs, words: &Words) -> String {
    let report = Report::of(inputs);
    words::ConclusionToday {
        price: &words.usd(inputs.price().value()),
        tariff: &Input::Tariff.written_in(inputs.tariff().value(), words),
        shutdown: &words.usd(report.prices.shutdown.value()),
        all_in: &or_none(report.prices.all_in, words),
        regime: regime_in(&report, words),
    }
    .text(words)
}

fn shutdown(inputs: &Inputs, words: &Words) -> String {
    words.usd(shutdown_of(inputs, reward(inputs)).value())
}

fn all_in(inputs: &Inputs, words: &Words) -> String {
    or_none(all_in_price(inputs), words)
}

/// A price, or that there is none.
fn or_none(price: BreakEven, words: &Words) -> String {
    match price {
        Ok(price) => words.usd(price.value()),
        Err(_) => words.conclusion_no_price().to_owned(),
    }
}

fn rounded(value: f64, digits: u32) -> f64 {
    Decimal::significant(value, digits).value()
}

fn percent(share: f64, digits: u32, words: &Words) -> String {
    words::Percent { number: &words.significant(share * 100.0, digits) }.text(words)
}
