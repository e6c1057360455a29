//! A mine on a day of the past: network and market follow from the difficulty period.

use std::cmp::Ordering;

use crate::date::Date;
use crate::error::{Error, Result};
use crate::inputs::{Input, Inputs};
use crate::network::{HALVING_INTERVAL, PERIOD_BLOCKS, SATOSHI_PER_BITCOIN, months_to_halving, subsidy_at};
use crate::units::UsdPerBitcoin;
use crate::words::later::{Later, OrNewest, Range};
use crate::words::{Message, message};

use super::{Period, periods};

/// Days that the last period, whose end is not known, is taken to last: the aim of the difficulty.
const AIM: i32 = 14;

/// The newest month whose network and market are known, of which the means are: those of the scenario `today`. It
/// lies beyond the last difficulty period of the history.
const NEWEST_MONTH: [Date; 2] = [Date::of(20_697), Date::of(20_726)]; // 2026-09-01 and 2026-09-30
const NEWEST_MONTH_NAME: Message = message("day-of-newest-month");
/// For which its means stand: the middle, as in the scenario.
const NEWEST_DAY: Date = Date::of(20_711); // 2026-09-15
/// How it is asked for whatever it is.
const LATEST: &str = "latest";

/// The days on which the subsidy halved, by the header times of blocks 210,000, 420,000, 630,000 and 840,000. Blocks do
/// not come evenly, so that the height of a day, which is an estimate, may miss them.
pub const HALVED: [Date; 4] = [Date::of(15_672), Date::of(16_991), Date::of(18_393), Date::of(19_833)];

/// What a day decides of a mine, beside the difficulty and the hash rate that follows from it.
pub const DECIDED: [Input; 4] = [Input::Price, Input::Subsidy, Input::Fees, Input::NextHalving];

/// A day of the network, with a price.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Day {
    /// The day.
    pub date: Date,
    /// The period that it lies in; on the day of its first block, already the new one.
    pub period: Period,
    /// The height of its first block, as if the blocks of the period came evenly, but on the right side of a
    /// halving; on the very day of one it may be missed by some hours.
    pub height: u32,
    /// The period's mean price.
    pub price: UsdPerBitcoin,
}

impl Day {
    /// The network at `date`, a day from July 2010, when the first price is known, to the end of the data.
    ///
    /// # Errors
    /// Where the data do not hold the day with its price; the error names the allowed days.
    ///
    /// ```
    /// use breakeven::history::Day;
    ///
    /// let day = Day::at("2022-10-24".parse()?)?;
    /// assert_eq!(day.period.difficulty.value(), 36_835_682_546_788.0);
    /// assert_eq!(day.period.date.to_string(), "2022-10-23");
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn at(date: Date) -> Result<Self> {
        Self::found(date).map_err(|allowed| Error::date_out_of_range("date", date.text(), allowed))
    }

    /// The same; where there is none, the days that are allowed.
    fn found(date: Date) -> std::result::Result<Self, Later> {
        let mut first = None;
        let mut found = None;
        let mut end = date;
        for period in periods() {
            let Some(price) = period.price else { continue };
            first = first.or(Some(period.date));
            end = period.date.plus_days(AIM - 1);
            if period.date <= date {
                found = Some((period, price));
            }
        }
        match found {
            Some((period, price)) if date <= end => {
                Ok(Self { date, period, height: height_at(&period, date), price })
            }
            _ => {
                let (low, high) = (first.unwrap_or(end).text().into(), end.text().into());
                Err(Range { high, low }.into())
            }
        }
    }
}

fn height_at(period: &Period, date: Date) -> u32 {
    let days = period.days.map_or(f64::from(AIM), |days| days.value());
    let passed = f64::from(date.days_since(period.date)) / days;
    let blocks = passed * f64::from(PERIOD_BLOCKS);
    let height = period.height + (blocks as u32).min(PERIOD_BLOCKS - 1); // an `as` from a float saturates
    HALVED.iter().zip(1..).fold(height, |height, (day, halvings)| match date.cmp(day) {
        Ordering::Less => height.min(halvings * HALVING_INTERVAL - 1),
        Ordering::Equal => height,
        Ordering::Greater => height.max(halvings * HALVING_INTERVAL),
    })
}

impl Inputs {
    /// The same mine on another day, from July 2010 on: hash rate, price and fees are the means of its difficulty
    /// period. Subsidy and months to the next halving are the day's own, those of its height. The months are whole: who
    /// starts less than half a month before a halving has the higher subsidy in what is computed for the day, such as the
    /// shutdown price, and the lower one in all months of the life. (A [row](crate::history::of) of the history has the
    /// period's mean subsidy.) The days of the newest month, beyond the history, have [its means](Self::at_newest).
    ///
    /// Where the fees are unknown (before 18 December 2017 and after 6 February 2026) they are 0, so that every
    /// result counts the subsidy only; [`Day::at`] tells.
    ///
    /// # Errors
    /// Where the data do not hold the day with its price.
    ///
    /// ```
    /// use breakeven::Inputs;
    ///
    /// let inputs = Inputs::default().at_date("2022-10-23".parse()?)?;
    /// assert_eq!(inputs.difficulty().value(), 36_835_682_546_788.0);
    /// assert_eq!((inputs.subsidy().value(), inputs.next_halving().value()), (6.25, 18.0));
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn at_date(&self, date: Date) -> Result<Self> {
        let day = match Day::found(date) {
            Ok(day) => day,
            Err(_) if (NEWEST_MONTH[0]..=NEWEST_MONTH[1]).contains(&date) => return self.at_newest(),
            Err(days) => {
                let allowed = OrNewest { days, newest: NEWEST_MONTH_NAME.into() };
                return Err(Error::date_out_of_range("date", date.text(), allowed));
            }
        };
        let satoshi = subsidy_at(day.height) as f64; // at most 50·10⁸
        self.with_difficulty(day.period.difficulty)?.with_all([
            (Input::Price, day.price.value()),
            (Input::Subsidy, satoshi / SATOSHI_PER_BITCOIN as f64),
            (Input::Fees, day.period.fees.map_or(0.0, |fees| fees.value())),
            (Input::NextHalving, months_to_halving(day.height).value()),
        ])
    }

    /// The same mine on the day that a text names, `YYYY-MM-DD` or `latest`, and that day.
    ///
    /// # Errors
    /// Where the text is no day, or one beyond the data; either way with the days that are allowed.
    #[inline(never)] // it is called from three places
    #[doc(hidden)] // for the command
    pub fn on_day(&self, text: &str) -> Result<(Date, Self)> {
        if text == LATEST {
            return Ok((NEWEST_DAY, self.at_newest()?));
        }
        let date = Date::parse("date", text).map_err(|error| match self.at_date(Date::MIN) {
            Err(beyond) => error.with_allowed_of(beyond),
            Ok(_) => error,
        })?;
        Ok((date, self.at_date(date)?))
    }

    /// The same mine on the newest network and market that this release knows: the means of September 2026, those of
    /// the scenario `today`. The fees are the last known, of February 2026.
    ///
    /// # Errors
    /// None: every value is allowed.
    ///
    /// ```
    /// use breakeven::{Input, Inputs, Scenario};
    ///
    /// let quoted = Scenario::from_id("quoted-40000")?.inputs().at_newest()?;
    /// assert_eq!(quoted.difficulty(), Scenario::from_id("today")?.inputs().difficulty());
    /// assert_eq!(quoted.price().value(), 80_308.0);
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn at_newest(&self) -> Result<Self> {
        let newest = Self::default();
        self.with_difficulty(newest.difficulty())?.with_all(DECIDED.map(|input| (input, newest.get(input))))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::history::periods;

    #[test]
    fn every_halving_has_its_day_in_the_period_of_its_block() {
        let is_of = |period: &Period, day: Date| {
            let next = period.days.map_or(f64::INFINITY, |days| days.value());
            (0.0..=next).contains(&f64::from(day.days_since(period.date)))
        };
        let mut days = HALVED.into_iter();
        for period in periods() {
            let last = period.height + PERIOD_BLOCKS - 1;
            if last % HALVING_INTERVAL < PERIOD_BLOCKS && last >= HALVING_INTERVAL {
                let day = days.next().expect("a halving without its day");
                assert!(is_of(&period, day), "{day} is not in the period of {}", period.date);
            }
        }
        assert_eq!(days.next(), None);
    }
}
