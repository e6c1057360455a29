//! Units that people write beside those of the table: in the heads and cells of a file, and in flags.

use breakeven::typed::Writing;
use breakeven::{Error, Input, Inputs, Result};

/// What turns a number of a unit into one of the table's: times the first, over the second. Both are exact, so that the
/// quotient is rounded once.
pub type Factors = [f64; 2];

/// Of a number without a unit, or with that of the table.
pub const AS_IT_IS: Factors = [1.0, 1.0];

/// Reads a value whose number counts in `unit` unless it names its own.
///
/// # Errors
/// As with [`Input::parse`].
pub fn parse(input: Input, text: &str, writing: Writing, unit: Factors) -> Result<f64> {
    let read = |text: &str, unit| input.parse_in_unit(text, writing, unit);
    // A head may say `hours (per day)`; behind a number a day is a day.
    let is_time = |unit: &str| input == Input::Hours && matches!(unit, "day" | "week");
    let known = |unit: &str| factors(input, unit).filter(|_| !is_time(unit));
    or_with_its_unit(text, read(text, unit), known, read)
}

/// Reads a value as a flag has it.
///
/// # Errors
/// As with [`Input::parse`].
pub fn parse_flag(input: Input, text: &str) -> Result<f64> {
    parse(input, text, Writing::PLAIN, AS_IT_IS)
}

/// The mine at the difficulty that a text tells, as [`parse`] reads it.
///
/// # Errors
/// As with [`Inputs::with_difficulty_text`].
pub fn with_difficulty(inputs: &Inputs, text: &str, writing: Writing, unit: Factors) -> Result<Inputs> {
    let read = |text: &str, unit| inputs.with_difficulty_in_unit(text, writing, unit);
    or_with_its_unit(text, read(text, unit), of_difficulty, read)
}

/// What was read; where that was no number, what is read of the number before a unit that is known here.
fn or_with_its_unit<T>(
    text: &str,
    read: Result<T>,
    known: impl Fn(&str) -> Option<Factors>,
    read_in: impl Fn(&str, Factors) -> Result<T>,
) -> Result<T> {
    if !read.as_ref().is_err_and(Error::is_not_a_number) {
        return read;
    }
    let Some((number, unit)) = parted(text) else { return read };
    let Some(factors) = known(&key_of(unit)) else { return read };
    match read_in(number, factors) {
        // Of the number alone nobody has to be told.
        Err(error) if error.is_not_a_number() => read,
        other => other,
    }
}

/// Number and unit of `3 years`: no unit has a digit.
fn parted(text: &str) -> Option<(&str, &str)> {
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let (number, unit) = text.split_at_checked(end)?;
    (!unit.trim().is_empty()).then_some((number, unit))
}

/// What stands between the words of a name or a unit.
pub fn is_gap(c: char) -> bool {
    c.is_whitespace() || matches!(c, '_' | '-' | '.')
}

/// The letters of a unit, by which `USD/kW-month` and `usd per kW and month` are one.
pub fn key_of(unit: &str) -> String {
    let unit = unit
        .to_lowercase()
        .replace("per cent", "%")
        .replace("percent", "%")
        .replace("us$", "usd")
        .replace("p.a.", "year");
    let unit =
        unit.replace('$', "usd").replace("dollars", "usd").replace("us cents", "¢").replace("cents", "¢");
    let words = unit.split(|c: char| is_gap(c) || matches!(c, '/' | '·' | '*' | '(' | ')'));
    words.filter(|word| !matches!(*word, "per" | "a" | "an" | "and" | "of" | "the")).collect()
}

/// The units that a number of an input may have, that of the table first: each as it is mostly written, and not what else
/// it is called.
pub fn names(input: Input) -> Vec<String> {
    let others: &[&str] = match input {
        Input::Tariff | Input::Levy => &["¢/kWh", "USD/MWh"],
        Input::Efficiency => &["J/GH"],
        Input::Hashrate => &["ZH/s", "PH/s", "TH/s", "GH/s", "H/s"],
        Input::Price => &["kUSD"],
        Input::Subsidy | Input::Fees => &["sat"],
        Input::PoolFee | Input::Resale => &["%"],
        Input::DiscountRate | Input::DifficultyGrowth | Input::PriceGrowth => &["% a year"],
        Input::Hours => &["h/day"],
        Input::Opex => &["USD/kW-year", "USD/MW-month"],
        Input::MachinePrice => &["USD/GH/s", "USD/PH/s"],
        Input::Infrastructure => &["USD/MW", "USD/W"],
        Input::Lifetime | Input::NextHalving | Input::Idle => &["years", "days"],
        Input::Capacity => &["GW", "kW", "W"],
        _ => &[],
    };
    [input.spec().unit.to_string()].into_iter().chain(others.iter().map(|&unit| unit.to_owned())).collect()
}

/// What turns a difficulty of a unit into the canonical one; the unit as [`key_of`] has it.
pub fn of_difficulty(key: &str) -> Option<Factors> {
    match key {
        "" => Some(AS_IT_IS),
        "g" => Some([1e9, 1.0]),
        "t" => Some([1e12, 1.0]),
        _ => None,
    }
}

/// What turns a number of a unit into one of the table's; the unit as [`key_of`] has it.
pub fn factors(input: Input, key: &str) -> Option<Factors> {
    if key == key_of(&input.spec().unit.to_string()) {
        return Some(AS_IT_IS);
    }
    let factors = match (input, key) {
        (Input::Tariff | Input::Levy, "¢kwh" | "us¢kwh" | "usd¢kwh" | "ckwh" | "centkwh" | "ctkwh") => {
            [1.0, 100.0]
        }
        (Input::Tariff | Input::Levy, "usd") => AS_IT_IS,
        (Input::Tariff | Input::Levy, "usdmwh") => [1.0, 1000.0],
        (Input::Efficiency, "wth" | "wths" | "jths" | "jterahash") => AS_IT_IS,
        (Input::Efficiency, "jgh" | "wgh" | "wghs" | "kjth" | "kwths") => [1000.0, 1.0],
        (Input::Hashrate, "eh" | "ehs" | "exahashs") => AS_IT_IS,
        (Input::Hashrate, "ph" | "phs") => [1.0, 1e3],
        (Input::Hashrate, "th" | "ths") => [1.0, 1e6],
        (Input::Hashrate, "gh" | "ghs") => [1.0, 1e9],
        (Input::Hashrate, "h" | "hs") => [1.0, 1e18],
        (Input::Hashrate, "zh" | "zhs") => [1e3, 1.0],
        (Input::Price, "usd" | "usdbitcoin" | "usdcoin") => AS_IT_IS,
        (Input::Price, "kusd" | "kusdbtc") => [1e3, 1.0],
        (Input::Subsidy | Input::Fees, "btc" | "bitcoin") => AS_IT_IS,
        (Input::Subsidy | Input::Fees, "sat" | "sats" | "satoshi" | "satblock" | "satsblock") => [1.0, 1e8],
        (Input::PoolFee | Input::Resale, "fraction" | "ratio" | "") => AS_IT_IS,
        (Input::PoolFee | Input::Resale, "%" | "pct") => [1.0, 100.0],
        (Input::DiscountRate | Input::DifficultyGrowth | Input::PriceGrowth, "share" | "shareyear") => {
            AS_IT_IS
        }
        (
            Input::DiscountRate | Input::DifficultyGrowth | Input::PriceGrowth,
            "%" | "%year" | "%yr" | "%annum" | "pct" | "pctyear",
        ) => [1.0, 100.0],
        (Input::Overhead, "ratio" | "") => AS_IT_IS,
        (Input::Hours, "h" | "hours" | "hour" | "hrs" | "week" | "hoursweek" | "hourweek" | "hrsweek") => {
            AS_IT_IS
        }
        (Input::Hours, "hday" | "hoursday" | "day") => [7.0, 1.0],
        (Input::Opex, "usdkwmo" | "usdmonthkw") => AS_IT_IS,
        (Input::Opex, "usdkwyear" | "usdkwyr") => [1.0, 12.0],
        (Input::Opex, "usdmwmonth") => [1.0, 1000.0],
        (Input::MachinePrice, "usdth") => AS_IT_IS,
        (Input::MachinePrice, "usdgh" | "usdghs") => [1000.0, 1.0],
        (Input::MachinePrice, "usdph" | "usdphs") => [1.0, 1000.0],
        (Input::Infrastructure, "usdmw") => [1.0, 1000.0],
        (Input::Infrastructure, "usdw") => [1000.0, 1.0],
        (Input::Lifetime | Input::NextHalving | Input::Idle, "month" | "mo" | "mos") => AS_IT_IS,
        (Input::Lifetime | Input::NextHalving | Input::Idle, "year" | "years" | "yr" | "yrs") => [12.0, 1.0],
        (Input::Lifetime | Input::NextHalving | Input::Idle, "day" | "days") => [12.0, 365.25],
        (Input::Capacity, "kw") => [1.0, 1000.0],
        (Input::Capacity, "w") => [1.0, 1e6],
        (Input::Capacity, "gw") => [1000.0, 1.0],
        _ => return None,
    };
    Some(factors)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_have_any_unit_that_a_head_may_have() {
        let read = |input: Input, text: &str| parse(input, text, Writing::PLAIN, AS_IT_IS);
        for (input, text, value) in [
            (Input::Efficiency, "0.0295 kJ/TH", 29.5),
            (Input::Efficiency, "1e-2 kW per TH/s", 10.0),
            (Input::Lifetime, "3 years", 36.0),
            (Input::Lifetime, "1.5 yr", 18.0),
            (Input::Hours, "12 h/day", 84.0),
            (Input::Fees, "11,000,000 sats", 0.11),
            (Input::Opex, "60 USD/kW-year", 5.0),
            (Input::DiscountRate, "10 % p.a.", 0.1),
        ] {
            assert_eq!(read(input, text), Ok(value), "{text}");
        }
        let difficulty = |text| with_difficulty(&Inputs::default(), text, Writing::PLAIN, AS_IT_IS);
        assert_eq!(difficulty("36800 G").unwrap().difficulty().value(), 36.8e12);
    }

    #[test]
    fn every_unit_that_is_named_is_read_and_counts_as_no_other_does() {
        for &input in Input::ALL {
            let names = names(input);
            let factors: Vec<_> = names.iter().map(|unit| factors(input, &key_of(unit))).collect();
            assert!(factors.iter().all(Option::is_some), "{input:?}: {names:?} {factors:?}");
            assert!((1..factors.len()).all(|i| !factors[..i].contains(&factors[i])), "{names:?} {factors:?}");
        }
    }

    #[test]
    fn a_unit_of_something_else_is_refused_with_the_whole_text() {
        for (input, text) in [
            (Input::Hours, "5 day"),
            (Input::Hours, "1 week"),
            (Input::Efficiency, "30 years"),
            (Input::Lifetime, "36 kJ/TH"),
            (Input::Lifetime, "about 3 years"),
            (Input::Tariff, "5 apples"),
        ] {
            let error = parse(input, text, Writing::PLAIN, AS_IT_IS).unwrap_err();
            assert!(error.is_not_a_number() && error.value().contains(text), "{error}");
        }
        let error = parse(Input::Lifetime, "30 years", Writing::PLAIN, AS_IT_IS).unwrap_err();
        assert!(error.is_out_of_range(), "{error}");
    }
}
