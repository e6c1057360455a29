//! A day of the calendar.

use std::fmt;

use serde::{Serialize, Serializer};

use crate::error::{Error, Result};
use crate::words::{Message, message};

/// A day of the Gregorian calendar, UTC.
///
/// Its text, read and written, is `YYYY-MM-DD`; the range is the years 1 to 9999.
///
/// ```
/// use breakeven::Date;
///
/// let day: Date = "2024-02-29".parse()?;
/// assert_eq!(day.to_string(), "2024-02-29");
/// assert_eq!(day.plus_days(1), "2024-03-01".parse()?);
/// assert!("2023-02-29".parse::<Date>().is_err());
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Since 1970-01-01.
    day: i32,
}

/// Days from 0000-03-01 to 1970-01-01. A year that starts in March ends with the leap day.
const EPOCH: i32 = 719_468;
/// What a date may be.
const DAYS: Message = message("allowed-day");
/// Days of 400 years, after which the calendar repeats itself.
const ERA: i32 = 146_097;

impl Date {
    /// The first day of the year 1.
    pub const MIN: Self = Self { day: -719_162 };
    /// The last day of the year 9999.
    pub const MAX: Self = Self { day: 2_932_896 };

    /// The day so many days after 1970-01-01.
    pub(crate) const fn of(day: i32) -> Self {
        Self { day }
    }

    /// The day of a year, a month (from 1) and a day of it (from 1); `None` where there is none.
    pub fn new(year: i32, month: i32, day: i32) -> Option<Self> {
        if !(1..=9999).contains(&year) || !(1..=12).contains(&month) || !(1..=31).contains(&day) {
            return None;
        }
        // "Days from civil", Howard Hinnant, http://howardhinnant.github.io/date_algorithms.html
        let from_march = (month + 9) % 12;
        let year_from_march = if month > 2 { year } else { year - 1 };
        let (era, year_of_era) = (year_from_march / 400, year_from_march % 400);
        let day_of_year = (153 * from_march + 2) / 5 + day - 1;
        let day_of_era = 365 * year_of_era + year_of_era / 4 - year_of_era / 100 + day_of_year;
        let date = Self { day: era * ERA + day_of_era - EPOCH };
        // The 30th of February comes out as another day.
        (date.parts() == (year, month, day)).then_some(date)
    }

    /// Year, month (from 1) and day of the month (from 1).
    pub fn parts(self) -> (i32, i32, i32) {
        let days = self.day + EPOCH;
        let (era, day_of_era) = (days.div_euclid(ERA), days.rem_euclid(ERA));
        let year_of_era =
            (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
        let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * day_of_year + 2) / 153;
        let day = day_of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 { from_march + 3 } else { from_march - 9 };
        let year = era * 400 + year_of_era + i32::from(month <= 2);
        (year, month, day)
    }

    /// The day so many days later, earlier where `days` is negative; [`Self::MAX`] or [`Self::MIN`] where that would
    /// lie beyond them.
    #[must_use]
    pub const fn plus_days(self, days: i32) -> Self {
        let day = self.day.saturating_add(days);
        if day > Self::MAX.day {
            Self::MAX
        } else if day < Self::MIN.day {
            Self::MIN
        } else {
            Self { day }
        }
    }

    /// Days from `earlier` to this day.
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.day - earlier.day
    }

    /// Reads the date of the option `field`, `YYYY-MM-DD`.
    ///
    /// # Errors
    /// Where the text has another form or names no day of the calendar; the error names `field`.
    pub fn parse(field: &str, text: &str) -> Result<Self> {
        let refused = || Error::not_a_date(field, text, DAYS);
        let mut numbers = [0; 3];
        let mut part = 0;
        for (i, byte) in text.bytes().enumerate() {
            match (i, byte) {
                (4 | 7, b'-') => part += 1,
                (0..4 | 5..7 | 8..10, b'0'..=b'9') => {
                    numbers[part] = numbers[part] * 10 + i32::from(byte - b'0');
                }
                _ => return Err(refused()),
            }
        }
        let [year, month, day] = numbers;
        if text.len() == 10 { Self::new(year, month, day).ok_or_else(refused) } else { Err(refused()) }
    }
}

impl Date {
    /// `YYYY-MM-DD`, without the formatting of the standard library.
    pub(crate) fn text(self) -> String {
        let (year, month, day) = self.parts();
        let mut text = String::new();
        for (number, mut place, mark) in [(year, 1000, ""), (month, 10, "-"), (day, 10, "-")] {
            text.push_str(mark);
            while place > 0 {
                text.push(char::from(b'0' + (number / place % 10) as u8)); // one digit
                place /= 10;
            }
        }
        text
    }
}

impl std::str::FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Self::parse("date", text)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.text())
    }
}

/// The day, as `Display` has it: the number inside says nothing to anybody.
impl fmt::Debug for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> std::result::Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_eight_hundred_years_follows_the_one_before() {
        let mut date = Date::new(1600, 1, 1).unwrap();
        let last = Date::new(2400, 1, 1).unwrap();
        assert_eq!(last.days_since(date), 292_194); // 800 years of which 194 are leap years
        while date < last {
            let (year, month, day) = date.parts();
            assert_eq!(Date::new(year, month, day), Some(date));
            assert_eq!(date.to_string().parse(), Ok(date));
            let next = date.plus_days(1);
            let (_, next_month, next_day) = next.parts();
            assert!((next_month, next_day) == (month, day + 1) || next_day == 1, "{date} {next}");
            date = next;
        }
        assert_eq!(Date::of(0).to_string(), "1970-01-01");
        assert_eq!(Date::of(14_247).to_string(), "2009-01-03"); // header time of block 0: 1,231,006,505 s
    }

    #[test]
    fn a_day_reads_as_a_day_wherever_it_is_printed() {
        let day = Date::new(2022, 11, 11).unwrap();
        assert_eq!(
            (format!("{day:?}"), format!("{day:>12}")),
            ("2022-11-11".to_owned(), "  2022-11-11".to_owned())
        );
        assert_eq!(format!("{:?}", Some(day)), "Some(2022-11-11)");
    }

    #[test]
    fn no_count_of_days_leaves_the_calendar() {
        let ends = [Date::MIN, Date::MAX];
        assert_eq!(ends.map(|end| end.to_string()), ["0001-01-01", "9999-12-31"]);
        assert_eq!(ends.map(Date::parts), [(1, 1, 1), (9999, 12, 31)]);
        for days in [i32::MIN, -3_652_059, 3_652_059, i32::MAX] {
            for day in [Date::MIN, Date::of(0), Date::MAX] {
                let there = day.plus_days(days);
                assert_eq!(there, if days < 0 { Date::MIN } else { Date::MAX });
                assert_eq!(there.to_string().parse(), Ok(there));
            }
        }
        assert_eq!(Date::MIN.plus_days(3_652_058), Date::MAX);
        assert_eq!(Date::MAX.days_since(Date::MIN), 3_652_058);
    }

    #[test]
    fn what_is_no_day_is_refused_by_the_name_of_its_field() {
        let wrong = [
            "",
            "2022",
            "2022-13-01",
            "2022-00-10",
            "2022-02-30",
            "2023-02-29",
            "1900-02-29",
            "2022-1-1",
            "2022-01-011",
            "2022/01/01",
            "-022-01-01",
            "0000-01-01",
            "2022-01-0",
            "２０２２-01-01",
            "today",
        ];
        for text in wrong {
            let error = Date::parse("from", text).unwrap_err();
            assert_eq!(error.field(), "from", "{text}");
            assert!(error.is_not_a_date(), "{text}");
        }
        assert_eq!(
            Date::parse("from", "2023-02-29").unwrap_err().to_string(),
            "from: \"2023-02-29\" is not a date; allowed is a day of the calendar as YYYY-MM-DD"
        );
    }
}
