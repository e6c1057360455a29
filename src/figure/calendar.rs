//! Days on an axis, counted from 1970: the round ones, and how one reads at its place.

use crate::date::Date;

/// From one round day to the next, in months.
pub const STEPS: [i32; 13] =
    [1, 3, 6, 12, 2 * 12, 5 * 12, 10 * 12, 20 * 12, 50 * 12, 100 * 12, 200 * 12, 500 * 12, 1000 * 12];

/// The first days of every so many months from the one in which `from` lies to that of `to`.
pub fn first_days((from, to): (f64, f64), step: i32) -> Vec<f64> {
    let [from, to] = [from, to].map(|end| {
        let (year, month, _) = day(end).parts();
        year * 12 + month - 1
    });
    let months = (from..=to).filter(|month| month % step == 0);
    let first =
        |month: i32| Date::new(month.div_euclid(12), month.rem_euclid(12) + 1, 1).unwrap_or(Date::MAX);
    months.map(|month| f64::from(first(month).days_since(Date::of(0)))).collect()
}

/// The day that lies so many days after 1970 began.
pub fn day(number: f64) -> Date {
    Date::of(0).plus_days(number as i32) // saturates, and the calendar's ends hold it
}

/// The day as it stands on an axis: a year at its beginning, a month at its, else in full.
pub fn tick(number: f64) -> String {
    let date = day(number);
    let mut text = date.text();
    text.truncate(match date.parts() {
        (_, 1, 1) => "YYYY".len(),
        (_, _, 1) => "YYYY-MM".len(),
        _ => text.len(),
    });
    text
}
