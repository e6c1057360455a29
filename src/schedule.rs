//! A week's schedule by name.

use crate::by_id;
use crate::error::Result;
use crate::units::HoursPerWeek;
use crate::words::later::AllowedSchedule;

/// When the machines run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Schedule {
    /// All 168 hours.
    AroundTheClock,
    /// Midnight to 8 a.m. from Monday to Friday, and the whole of Saturday and Sunday: 40 + 48 hours.
    NightsAndWeekends,
    /// Midnight to 8 a.m.: 7 times 8 hours.
    Nights,
}

impl Schedule {
    /// Every schedule, the longest first.
    pub const ALL: &[Self] = &[Self::AroundTheClock, Self::NightsAndWeekends, Self::Nights];

    /// The name in flags and addresses.
    pub const fn id(self) -> &'static str {
        match self {
            Self::AroundTheClock => "around-the-clock",
            Self::NightsAndWeekends => "nights-and-weekends",
            Self::Nights => "nights",
        }
    }

    /// The hours of the week in which the machines run.
    pub const fn hours(self) -> HoursPerWeek {
        match self {
            Self::AroundTheClock => HoursPerWeek::ALL,
            Self::NightsAndWeekends => HoursPerWeek::of(88.0),
            Self::Nights => HoursPerWeek::of(56.0),
        }
    }

    /// The schedule of that id.
    ///
    /// # Errors
    /// Where there is none.
    ///
    /// ```
    /// use breakeven::Schedule;
    ///
    /// assert_eq!(Schedule::from_id("nights-and-weekends")?.hours().value(), 88.0);
    /// # Ok::<(), breakeven::Error>(())
    /// ```
    pub fn from_id(id: &str) -> Result<Self> {
        let found = by_id::find("schedule", Self::ALL, id, |schedule| schedule.id());
        found.copied().map_err(|unknown| {
            let schedules = unknown.allowed().into();
            unknown.with_allowed(AllowedSchedule { schedules })
        })
    }
}
