//! The machine of fewest J/TH then on sale, as the page has it too: by its place among those that ever were.

use std::fmt;

use super::table;
use crate::date::Date;
use crate::units::JoulesPerTerahash;

/// Behind the number in a name, as in that of a [`Machine`](crate::Machine).
const TH_PER_S: &str = " TH/s";

/// A machine that needed fewer J/TH than all before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BestMachine(usize);

impl BestMachine {
    /// The one that came after `before`, where it was on sale at `date`.
    pub(super) fn after(before: Option<Self>, date: Date) -> Option<Self> {
        let place = before.map_or(0, |Self(place)| place + 1);
        let [released, _] = table::table().best.get(place)?;
        (Date::of(i32::from(*released)) <= date).then_some(Self(place))
    }

    pub(super) fn efficiency(self) -> JoulesPerTerahash {
        let [_, hundredths] = table::table().best.get(self.0).copied().unwrap_or_default();
        JoulesPerTerahash::of(f64::from(hundredths) / 100.0)
    }

    /// Maker, model and hash rate.
    pub fn name(self) -> String {
        let (mut name, mut line) = (String::new(), 0);
        for &byte in &table::table().names {
            if byte == b'\n' {
                line += 1;
            } else if line == self.0 {
                name.push(char::from(byte));
            }
        }
        name + TH_PER_S
    }
}

impl fmt::Display for BestMachine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}
