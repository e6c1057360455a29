//! Where a key leads.

use super::{Cursor, Stops, Way};

impl Stops<'_> {
    /// Where a key leads: left and right to the next stop, up and down to the next series, or to the next stop where these
    /// lie one above the other; a page key a tenth of them on, Home and End to the ends, `n` and `p` to the next one that is
    /// worth a look and to the one before. `None` for other keys, and where there is none. A key has its name in browsers,
    /// in small letters.
    pub fn by_key(&self, Cursor { stop, series }: Cursor, key: &str) -> Option<Cursor> {
        let last = self.count().checked_sub(1)?;
        let page = (last / 10).max(1) as isize; // there are some hundred
        // Up is more; among rows it is the one before.
        let up = if self.way == Way::Down { -1 } else { 1 };
        let across = self.way == Way::Across;
        let (step, changes_series) = match key {
            "arrowleft" => (-1, false),
            "arrowright" => (1, false),
            "arrowup" => (up, across),
            "arrowdown" => (-up, across),
            "pageup" => (up * page, false),
            "pagedown" => (-up * page, false),
            "home" => (-(stop as isize), false),
            "end" => (last as isize, false),
            "n" | "p" => {
                let step = if key == "n" { 1 } else { usize::MAX };
                let mut to = stop.wrapping_add(step);
                while to <= last && !self.is_notable(to) {
                    to = to.wrapping_add(step);
                }
                return (to <= last).then_some(Cursor { stop: to, series });
            }
            _ => return None,
        };
        if changes_series {
            return Some(Cursor { stop, series: self.next_series(stop, series, step > 0) });
        }
        Some(Cursor { stop: stop.saturating_add_signed(step).min(last), series })
    }

    /// Round and round; all of them come between the last one and the first.
    fn next_series(&self, stop: usize, series: usize, up: bool) -> usize {
        let last = self.readings(stop);
        let mut series = series.min(last);
        loop {
            series = (series + if up { 1 } else { last }) % (last + 1);
            if series == 0 || self.is_known(stop, series) {
                return series;
            }
        }
    }
}
