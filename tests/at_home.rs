//! The crate as a Rust user meets it: typed both ways, ordered, printed, sent between threads.

use std::collections::BTreeMap;
use std::fmt::{Debug, Display};
use std::str::FromStr;

use breakeven::units::{
    Difficulty, HoursPerWeek, JoulesPerTerahash, PerYear, Share, UsdPerBitcoin, UsdPerKwh,
};
use breakeven::{Date, Input, Inputs, Report, Scenario};

#[test]
fn a_setter_takes_what_its_getter_gives() {
    let mine = Scenario::from_id("enegix").unwrap().inputs();
    let same = Inputs::default()
        .with_tariff(mine.tariff())
        .and_then(|inputs| inputs.with_efficiency(mine.efficiency()))
        .and_then(|inputs| inputs.with_hours(mine.hours()))
        .and_then(|inputs| inputs.with_pool_fee(mine.pool_fee()))
        .and_then(|inputs| inputs.with_difficulty(mine.difficulty()))
        .unwrap();
    assert_eq!((same.tariff(), same.efficiency()), (mine.tariff(), mine.efficiency()));
    assert_eq!((same.hours(), same.pool_fee()), (mine.hours(), mine.pool_fee()));
    assert_eq!((same.difficulty(), same.hashrate()), (mine.difficulty(), mine.hashrate()));
    let dear = UsdPerKwh::new(7.0).unwrap(); // a tariff, but not one that the table allows
    assert!(Inputs::default().with_tariff(dear).unwrap_err().is_out_of_range());
    let rare = Difficulty::new(1.0).unwrap(); // a difficulty, but the table allows no network that small
    assert!(Inputs::default().with_difficulty(rare).unwrap_err().is_out_of_range());
}

#[test]
fn quantities_are_sorted_compared_printed_and_read() {
    fn at_home<T: Copy + Ord + Debug + Display + FromStr + TryFrom<f64> + Into<f64>>(value: T) -> String {
        assert_eq!(value.max(value), value);
        format!("{value}")
    }
    assert_eq!(at_home(UsdPerBitcoin::new(40_000.0).unwrap()), "40000 USD/BTC");
    assert_eq!(at_home(JoulesPerTerahash::new(34.2).unwrap()), "34.2 J/TH");
    assert_eq!(at_home(HoursPerWeek::ALL), "168 h/week");
    assert_eq!(at_home(Share::new(0.02).unwrap()), "0.02 share");
    // A machine reads it, too: no other minus.
    assert_eq!(format!("{:+}", PerYear::new(-1e-7).unwrap()), "-1e-7 per year");
    let mines = ["today", "enegix"].map(|id| Scenario::from_id(id).unwrap().inputs());
    let by_price: BTreeMap<_, _> =
        mines.iter().map(|mine| (Report::of(mine).prices.shutdown, mine)).collect();
    assert!(by_price.keys().is_sorted() && by_price.len() == 2);
}

#[test]
fn a_date_shows_itself() {
    assert_eq!(format!("{:?}", "2022-11-11".parse::<Date>()), "Ok(2022-11-11)");
}

#[test]
fn a_value_reads_with_its_unit() {
    assert_eq!(Input::Tariff.written(0.05), "$0.05/kWh");
    assert_eq!(Input::DiscountRate.written(0.1), "10 % a year");
}

#[test]
fn everything_may_go_to_another_thread() {
    fn sent_and_shared<T: Send + Sync + 'static>() {}
    sent_and_shared::<breakeven::Account>();
    sent_and_shared::<breakeven::Currency>();
    sent_and_shared::<breakeven::Date>();
    sent_and_shared::<breakeven::Error>();
    sent_and_shared::<breakeven::Fleet>();
    sent_and_shared::<breakeven::Input>();
    sent_and_shared::<breakeven::Inputs>();
    sent_and_shared::<breakeven::Machine>();
    sent_and_shared::<breakeven::Mine>();
    sent_and_shared::<breakeven::Outcome>();
    sent_and_shared::<breakeven::Prices>();
    sent_and_shared::<breakeven::Report>();
    sent_and_shared::<breakeven::Scenario>();
    sent_and_shared::<breakeven::Schedule>();
    sent_and_shared::<breakeven::Spec>();
    sent_and_shared::<breakeven::Tier>();
    sent_and_shared::<breakeven::Unreachable>();
    sent_and_shared::<breakeven::differences::Difference>();
    sent_and_shared::<breakeven::figure::Drawing>();
    sent_and_shared::<breakeven::figure::Scene>();
    sent_and_shared::<breakeven::figure::Size>();
    sent_and_shared::<breakeven::figure::Stops<'static>>();
    sent_and_shared::<breakeven::figure::Table>();
    sent_and_shared::<breakeven::figure::plot::Plot<'static>>();
    sent_and_shared::<breakeven::history::History>();
    sent_and_shared::<breakeven::history::Periods>();
    sent_and_shared::<breakeven::history::Row>();
    sent_and_shared::<breakeven::history::UnderWater>();
    sent_and_shared::<breakeven::lifetime::Projection>();
    sent_and_shared::<breakeven::mine::Moment>();
    sent_and_shared::<breakeven::narrate::Segment>();
    sent_and_shared::<breakeven::permalink::ReadLink>();
    sent_and_shared::<breakeven::permalink::State>();
    sent_and_shared::<breakeven::range::Intervals>();
    sent_and_shared::<breakeven::solve::Impossible>();
    sent_and_shared::<breakeven::units::UsdPerBitcoin>();
    sent_and_shared::<breakeven::working::Line>();
}
