//! Values to pixels and back, and the round values between. Ticks, hover and drag share one scale.

use super::calendar;
use super::round::{LARGEST, Round, SMALLEST};
use crate::decimal::Within as _;

/// How values are spread along an axis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Spread {
    /// Equal differences take equal lengths.
    Linear,
    /// Equal ratios take equal lengths.
    Log,
    /// Days, counted from 1970, take equal lengths; months and years are round.
    Time,
}

/// An axis: a range of values laid along a range of pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Scale {
    spread: Spread,
    values: (f64, f64),
    pixels: (f64, f64),
    /// The ends of `values` as the spread measures them.
    measured: (f64, f64),
}

impl Scale {
    /// Lays `values`, lower end first, along `pixels`, in either direction. A range of no length is
    /// widened about its value, so that every scale has a length.
    pub fn new(spread: Spread, values: (f64, f64), pixels: (f64, f64)) -> Self {
        let values = match spread {
            Spread::Linear | Spread::Time => {
                widened(values, (-LARGEST, LARGEST), |v| v - half_width(v), |v| v + half_width(v))
            }
            Spread::Log => widened(values, (SMALLEST, LARGEST), |v| v / WIDENING, |v| v * WIDENING),
        };
        let measured = (measure(spread, values.0), measure(spread, values.1));
        Self { spread, values, pixels, measured }
    }

    /// The two ends, lower first.
    pub fn values(&self) -> (f64, f64) {
        self.values
    }

    /// Where the two ends lie.
    pub fn pixels(&self) -> (f64, f64) {
        self.pixels
    }

    /// Where `value` lies. It may lie beyond the ends; zero on a logarithmic axis lies far beyond.
    #[inline(never)]
    pub fn map(&self, value: f64) -> f64 {
        let (from, to) = self.measured;
        let position = (measure(self.spread, value) - from) / (to - from);
        self.pixels.0 + position * (self.pixels.1 - self.pixels.0)
    }

    /// Which value lies at `pixel`; beyond the ends, the nearer end.
    pub fn invert(&self, pixel: f64) -> f64 {
        let position = (pixel - self.pixels.0) / (self.pixels.1 - self.pixels.0);
        let (from, to) = self.measured;
        let measured = from + position.within(0.0, 1.0) * (to - from);
        let value = match self.spread {
            Spread::Linear | Spread::Time => measured,
            Spread::Log => libm::exp(measured),
        };
        value.within(self.values.0, self.values.1)
    }

    /// Whether `value` lies on the axis, its ends included.
    pub fn contains(&self, value: f64) -> bool {
        (self.values.0..=self.values.1).contains(&value)
    }

    /// Round values (1, 2 or 5 times a power of ten), as many as keep `gap` px between neighbours. On a
    /// logarithmic axis these are 1-2-5 of each decade, or every decade, or every second one, and so on;
    /// one too short for that is ticked evenly.
    #[inline(never)]
    pub fn ticks(&self, gap: f64) -> Vec<f64> {
        match self.spread {
            Spread::Linear => self.even_ticks(gap),
            Spread::Log => self.log_ticks(gap).unwrap_or_else(|| self.even_ticks(gap)),
            Spread::Time => self.time_ticks(gap),
        }
    }

    fn log_ticks(&self, gap: f64) -> Option<Vec<f64>> {
        let finest = self.decade_ticks(&[1, 2, 5], 1);
        if finest.len() < 2 {
            return None;
        }
        let mut ticks = finest.clone();
        let mut stride = 0;
        while !self.keeps(gap, &ticks) {
            stride += 1;
            ticks = self.decade_ticks(&[1], stride);
        }
        Some(if ticks.is_empty() { vec![finest[0]] } else { ticks })
    }

    /// These times a power of ten, in every decade, in every second one, and so on.
    fn decade_ticks(&self, digits: &[i64], stride: i32) -> Vec<f64> {
        let mut ticks = Vec::new();
        for exponent in Round::decades(self.values) {
            for &digits in digits {
                let tick = Round::new(digits, exponent).value();
                if exponent % stride == 0 && self.contains(tick) {
                    ticks.push(tick);
                }
            }
        }
        ticks
    }

    /// As many round values as a table takes.
    pub fn table_values(&self) -> Vec<f64> {
        let length = (self.pixels.1 - self.pixels.0).abs();
        match self.spread {
            Spread::Log => self.decade_ticks(&[1, 2, 3, 4, 5, 6, 7, 8, 9], 1),
            _ => self.ticks(length / 20.0),
        }
    }

    /// First days of every month, of every third one, of every year, every second one, and so on; within a few months,
    /// days.
    fn time_ticks(&self, gap: f64) -> Vec<f64> {
        for step in calendar::STEPS {
            let mut ticks = calendar::first_days(self.values, step);
            ticks.retain(|&day| self.contains(day));
            if step == 1 && ticks.len() < 3 {
                let mut days = self.even_ticks(gap);
                days.retain(|day| day.fract() == 0.0);
                return days;
            }
            if self.keeps(gap, &ticks) {
                return ticks;
            }
        }
        Vec::new()
    }

    fn even_ticks(&self, gap: f64) -> Vec<f64> {
        let (from, to) = self.values;
        let length = (self.pixels.1 - self.pixels.0).abs();
        let mut step = Round::at_least((to - from) * (gap / length).within(MOST_DENSE, 1.0));
        loop {
            let mut ticks = Vec::new();
            for multiple in step.multiples(from, to) {
                if self.contains(multiple.value()) {
                    ticks.push(multiple.value());
                }
            }
            if self.keeps(gap, &ticks) {
                return ticks;
            }
            step = step.next();
        }
    }

    fn keeps(&self, gap: f64, ticks: &[f64]) -> bool {
        // Equal steps of a logarithmic axis differ by rounding.
        ticks.windows(2).all(|pair| (self.map(pair[1]) - self.map(pair[0])).abs() > gap - 1e-6)
    }

    /// The range from the even step at or below `low` to the one at or above `high`: some steps of 1, 2 or 5 times a power
    /// of ten.
    pub fn even_range((low, high): (f64, f64)) -> (f64, f64) {
        let [low, high] = [low, high].map(|end| end.within(-LARGEST, LARGEST));
        let step = Round::at_least((high - low) / EVEN_STEPS).value();
        ((low / step).floor() * step, (high / step).ceil() * step)
    }

    /// The range from the 1-2-5 value at or below `low` to the one at or above `high`.
    pub fn round_range((low, high): (f64, f64)) -> (f64, f64) {
        (Round::at_most(low).value(), Round::at_least(high).value())
    }
}

/// A logarithmic range of no length becomes this factor wide on either side.
const WIDENING: f64 = 3.0;

/// A range of even steps has about so many.
const EVEN_STEPS: f64 = 6.0;

/// No axis carries more ticks than this part of its length allows.
const MOST_DENSE: f64 = 1.0 / 64.0;

fn half_width(value: f64) -> f64 {
    if value == 0.0 { 1.0 } else { value.abs() / 2.0 }
}

fn widened(
    (low, high): (f64, f64),
    (least, most): (f64, f64),
    down: fn(f64) -> f64,
    up: fn(f64) -> f64,
) -> (f64, f64) {
    let (low, high) = (low.within(least, most), high.within(least, most));
    if low < high { (low, high) } else { (down(low).max(least), up(low).min(most)) }
}

fn measure(spread: Spread, value: f64) -> f64 {
    match spread {
        Spread::Linear | Spread::Time => value,
        Spread::Log => libm::log(value.max(f64::MIN_POSITIVE)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn one_two_five(value: f64) -> bool {
        let text = format!("{value:e}");
        let digits = text.split('e').next().unwrap_or_default();
        ["1", "2", "5"].contains(&digits)
    }

    proptest! {
            #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

            #[test]
            fn a_scale_gives_back_what_was_put_on_it(
                low in -12.0..12.0_f64, decades in 0.1..13.0_f64, at in 0.0..=1.0_f64, linear: bool, mirrored: bool,
            ) {
                let spread = if linear { Spread::Linear } else { Spread::Log };
                let range = (libm::exp10(low), libm::exp10((low + decades).min(19.0)));
                let scale = Scale::new(spread, range, if mirrored { (400.0, 30.0) } else { (30.0, 400.0) });
                let pixel = 30.0 + at * 370.0;
                prop_assert!((scale.map(scale.invert(pixel)) - pixel).abs() < 1e-6);
                let value = scale.invert(pixel);
                prop_assert!((scale.invert(scale.map(value)) - value).abs() <= 1e-9 * range.1);
            }

            #[test]
            fn log_ticks_are_exact_and_keep_their_distance(
                low in -12.0..6.0_f64, decades in 1.0..13.0_f64, gap in 0.0..80.0_f64,
            ) {
                let scale = Scale::new(Spread::Log, (libm::exp10(low), libm::exp10(low + decades)), (0.0, 300.0));
                let ticks = scale.ticks(gap);
                prop_assert!(!ticks.is_empty());
                for &tick in &ticks {
                    prop_assert!(one_two_five(tick) && scale.contains(tick), "{tick:e}");
                }
                for pair in ticks.windows(2) {
                    prop_assert!(scale.map(pair[1]) - scale.map(pair[0]) >= gap);
                }
            }

            #[test]
            fn linear_ticks_are_multiples_of_an_exact_step(from in -1e6..1e6_f64, length in 1e-3..1e6_f64, gap in 20.0..120.0_f64) {
                let scale = Scale::new(Spread::Linear, (from, from + length), (0.0, 300.0));
                let ticks = scale.ticks(gap);
                for &tick in &ticks {
                    let shortest = format!("{tick}");
                    prop_assert!(shortest.len() <= 12, "{shortest} is no round number");
                    prop_assert!(scale.contains(tick));
                }
                for pair in ticks.windows(2) {
                    prop_assert!(scale.map(pair[1]) - scale.map(pair[0]) >= gap);
                }
            }
    }

    #[test]
    fn ticks_thin_out_to_every_second_third_fourth_decade() {
        let scale = Scale::new(Spread::Log, (1e-4, 1e9), (0.0, 130.0));
        assert_eq!(scale.ticks(10.0).len(), 14);
        assert_eq!(scale.ticks(20.0), [1e-4, 1e-2, 1.0, 1e2, 1e4, 1e6, 1e8]);
        assert_eq!(scale.ticks(40.0), [1e-4, 1.0, 1e4, 1e8]);
    }

    #[test]
    fn a_short_log_axis_is_ticked_evenly_and_a_range_of_no_length_is_widened() {
        let short = Scale::new(Spread::Log, (41_000.0, 44_000.0), (0.0, 300.0));
        assert_eq!(short.ticks(80.0), [41_000.0, 42_000.0, 43_000.0, 44_000.0]);
        for spread in [Spread::Linear, Spread::Log] {
            let flat = Scale::new(spread, (7.0, 7.0), (0.0, 300.0));
            assert!(flat.values().0 < 7.0 && flat.values().1 > 7.0);
            assert!(flat.map(7.0).is_finite() && !flat.ticks(40.0).is_empty());
        }
    }

    #[test]
    fn linear_ticks_carry_no_noise() {
        let scale = Scale::new(Spread::Linear, (0.0, 1.0), (0.0, 500.0));
        assert_eq!(scale.ticks(45.0), [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0]);
    }

    #[cfg(feature = "sources")]
    #[test]
    fn time_is_ticked_by_years_months_or_days() {
        use crate::date::Date;
        let day = |text: &str| f64::from(text.parse::<Date>().unwrap().days_since(Date::of(0)));
        let ticks = |from, to, gap| -> Vec<String> {
            let scale = Scale::new(Spread::Time, (day(from), day(to)), (0.0, 600.0));
            scale.ticks(gap).into_iter().map(|tick| Date::of(tick as i32).to_string()).collect()
        };
        assert_eq!(
            ticks("2009-01-03", "2026-09-30", 110.0),
            ["2010-01-01", "2015-01-01", "2020-01-01", "2025-01-01"]
        );
        assert_eq!(ticks("2021-11-20", "2023-02-01", 130.0), ["2022-01-01", "2022-07-01", "2023-01-01"]);
        assert_eq!(
            ticks("2022-01-01", "2022-04-01", 150.0),
            ["2022-01-01", "2022-02-01", "2022-03-01", "2022-04-01"]
        );
        // Three months have their first days, fewer have more than these; none lies before the axis, and none within a day.
        assert_eq!(ticks("2022-01-01", "2022-03-15", 60.0), ["2022-01-01", "2022-02-01", "2022-03-01"]);
        let fewer = ticks("2022-01-15", "2022-03-15", 60.0);
        assert!(fewer.len() > 4, "{fewer:?}");
        assert_eq!(ticks("2021-01-03", "2023-06-01", 200.0), ["2022-01-01", "2023-01-01"]);
        assert_eq!(ticks("2022-01-05", "2022-01-07", 60.0), ["2022-01-05", "2022-01-06", "2022-01-07"]);
        let week = ticks("2022-01-05", "2022-01-12", 60.0);
        assert_eq!((week.len(), week[0].as_str()), (8, "2022-01-05"));
        assert!(ticks("0001-01-01", "9999-12-31", 40.0).len() > 5);
    }
}
