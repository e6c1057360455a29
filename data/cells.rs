//! The cells of the tables beside this file, as build.rs reads them: one that does not read as it ought to stops the build
//! with its file, its line and its column.

use std::fmt::Display;
use std::io::Read;
use std::str::FromStr;

/// What stands in a cell, and where that is.
pub struct Cell {
    pub text: String,
    /// `data/asic_sha256.csv:12: released`
    place: String,
}

/// The rows of a table whose header names exactly `columns`; there is one at least.
pub fn rows<const N: usize>(file: &str, table: impl Read, columns: [&str; N]) -> Vec<[Cell; N]> {
    let mut reader = csv::Reader::from_reader(table);
    let header = reader.headers().unwrap_or_else(|error| panic!("{file}: {error}"));
    assert_eq!(header.iter().collect::<Vec<_>>(), columns, "{file}:1: columns");
    let rows = reader.records().map(|record| {
        let record = record.unwrap_or_else(|error| panic!("{file}: {error}"));
        let line = record.position().map_or(0, csv::Position::line);
        std::array::from_fn(|i| Cell {
            text: record[i].to_owned(),
            place: format!("{file}:{line}: {}", columns[i]),
        })
    });
    let rows: Vec<_> = rows.collect();
    assert!(!rows.is_empty(), "{file}: no row stands below the header");
    rows
}

impl Cell {
    /// Stops the build.
    pub fn refuse(&self, why: impl Display) -> ! {
        panic!("{}: {:?}: {why}", self.place, self.text)
    }

    /// Stops the build unless that holds.
    pub fn ensure(&self, holds: bool, why: impl Display) {
        if !holds {
            self.refuse(why);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    pub fn number(&self) -> f64 {
        let number: f64 = self.parsed();
        self.ensure(number.is_finite(), "no finite number");
        number
    }

    pub fn whole(&self) -> usize {
        self.parsed()
    }

    fn parsed<T: FromStr<Err: Display>>(&self) -> T {
        self.text.parse().unwrap_or_else(|error| self.refuse(error))
    }

    /// Days from 1970-01-01 to `YYYY-MM-DD`.
    pub fn day(&self) -> i64 {
        days_to(&self.text).unwrap_or_else(|| self.refuse("no day as YYYY-MM-DD"))
    }

    /// The same to the first day of `YYYY-MM`.
    pub fn month(&self) -> i64 {
        days_to(&format!("{}-01", self.text)).unwrap_or_else(|| self.refuse("no month as YYYY-MM"))
    }
}

/// Counted year by year and month by month.
fn days_to(date: &str) -> Option<i64> {
    let parts = date.split('-').map(|part| part.parse().ok());
    let [year, month, day] = parts.collect::<Option<Vec<i64>>>()?[..] else { return None };
    if !(1970..=9999).contains(&year) {
        return None;
    }
    let is_leap = |year: i64| year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let years: i64 = (1970..year).map(|year| 365 + i64::from(is_leap(year))).sum();
    let lengths = [31, 28 + i64::from(is_leap(year)), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
    let before = usize::try_from(month).ok()?.checked_sub(1)?;
    let is_in_it = (1..=*lengths.get(before)?).contains(&day);
    is_in_it.then(|| years + lengths[..before].iter().sum::<i64>() + day - 1)
}
