//! Mining machines by name: what they compute, what they draw, and when they came on sale.
//!
//! The data are those of `data/asic_sha256.csv`, in the order of release.

use std::fmt;

use serde::Serialize;

use crate::date::Date;
use crate::error::{Error, Result};
use crate::units::{JoulesPerTerahash, TerahashesPerSecond, Watts};

include!(concat!(env!("OUT_DIR"), "/machines.rs"));

/// A machine as its maker's data sheet has it.
///
/// ```
/// use breakeven::Machine;
///
/// let machine = Machine::from_name("s19 pro")?;
/// assert_eq!(machine.to_string(), "Bitmain Antminer S19 Pro 110 TH/s");
/// assert_eq!(machine.efficiency().value(), 29.55);
/// # Ok::<(), breakeven::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct Machine {
    /// Who makes it.
    pub maker: &'static str,
    /// Its name without the maker's; several hash rates may be sold under one.
    pub model: &'static str,
    /// What it computes.
    pub hashrate: TerahashesPerSecond,
    /// What it draws at the wall.
    pub power: Watts,
    /// How it is cooled.
    pub cooling: Cooling,
    /// The first day of the month in which it came on sale.
    pub released: Date,
}

/// How a machine gets rid of its heat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
#[non_exhaustive]
pub enum Cooling {
    /// Fans.
    Air,
    /// A circuit of water.
    Hydro,
}

/// Every machine, in the order of release.
pub fn all() -> &'static [Machine] {
    &MACHINES
}

/// The machines in whose names every word of `query` occurs, be it as a part of a longer one; capitals do not
/// matter, and no word finds all.
///
/// ```
/// let found: Vec<_> = breakeven::machines::search("S19J 104").map(|machine| machine.to_string()).collect();
/// assert_eq!(found, ["Bitmain Antminer S19j Pro 104 TH/s"]);
/// ```
pub fn search(query: &str) -> impl Iterator<Item = &'static Machine> {
    MACHINES.iter().filter(move |machine| machine.matches(query, Match::Parts))
}

/// How much of a name a query has to tell.
#[derive(Clone, Copy)]
enum Match {
    /// The model and nothing else, with or without its maker or its hash rate.
    Model,
    /// Whole words, in any order.
    Words,
    /// Parts of words, in any order.
    Parts,
}

impl Machine {
    /// The one machine that `query` names.
    ///
    /// The full name of a model goes before whole words of a name, and those before parts of words: `s19 pro`
    /// is the Antminer S19 Pro and no S19j Pro, `antminer s19` no S19 Pro.
    ///
    /// # Errors
    /// Where there is none, or several: the error then lists them.
    pub fn from_name(query: &str) -> Result<&'static Self> {
        for how in [Match::Model, Match::Words, Match::Parts] {
            let mut found = MACHINES.iter().filter(|machine| machine.matches(query, how));
            match (found.next(), found.next()) {
                (None, _) => {}
                (Some(machine), None) => return Ok(machine),
                (Some(_), Some(_)) => {
                    let several = MACHINES.iter().filter(|machine| machine.matches(query, how));
                    return Err(Error::ambiguous("machine", query, listed(several)));
                }
            }
        }
        // Whoever mistypes one word is helped by what the others find. No name has so many.
        let words = || query.split_ascii_whitespace().take(8);
        let near = |machine: &&Self| words().any(|word| machine.matches(word, Match::Parts));
        let mut known = listed(MACHINES.iter().filter(near));
        if known.is_empty() {
            known = listed(MACHINES.iter());
        }
        Err(Error::unknown("machine", query, known))
    }

    /// Energy spent on 10¹² hashes, to two places: power by hash rate.
    pub fn efficiency(&self) -> JoulesPerTerahash {
        let exact = self.power.value() / self.hashrate.value();
        JoulesPerTerahash::held((exact * 100.0).round() / 100.0)
    }

    fn matches(&self, query: &str, how: Match) -> bool {
        let name = self.to_string();
        match how {
            Match::Model => {
                let with_maker = self.maker.to_owned() + " " + self.model;
                [self.model, &with_maker, &name]
                    .into_iter()
                    .any(|spelling| are_the_same_words(query, spelling))
            }
            Match::Words => query.split_ascii_whitespace().all(|word| occurs(word, &name, true)),
            Match::Parts => query.split_ascii_whitespace().all(|word| occurs(word, &name, false)),
        }
    }
}

fn are_the_same_words(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.split_ascii_whitespace(), b.split_ascii_whitespace());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.eq_ignore_ascii_case(b) => {}
            _ => return false,
        }
    }
}

/// Whether `word` is one of the words of `name`, or only a part of one where it need not be `whole`.
fn occurs(word: &str, name: &str, whole: bool) -> bool {
    name.split_ascii_whitespace().any(|part| {
        part.eq_ignore_ascii_case(word)
            || !whole
                && part
                    .as_bytes()
                    .windows(word.len())
                    .any(|piece| piece.eq_ignore_ascii_case(word.as_bytes()))
    })
}

/// Maker, model and hash rate, which tell each machine from every other.
impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hashrate = crate::format::exact(self.hashrate.value());
        write!(f, "{} {} {hashrate} TH/s", self.maker, self.model)
    }
}

fn listed<'a>(machines: impl Iterator<Item = &'a Machine>) -> String {
    let mut names = String::new();
    for machine in machines {
        let separator = if names.is_empty() { "" } else { ", " };
        names = names + separator + &machine.to_string();
    }
    names
}
