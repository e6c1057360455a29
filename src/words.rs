//! What readers read, in the language that they chose: whole sentences with slots, from one file a language.
//!
//! The files stand in `words/` and are [Fluent](https://projectfluent.org). `words/compile.rs` turns them into one
//! method for each message without slots and one struct for each message with some, so that a message that is not
//! there, or a slot that nobody fills, does not compile. What is left to do here is to put texts into slots: no reader of
//! Fluent is shipped, and nothing of `core::fmt`, which costs a page kilobytes.

mod plural;

use crate::error::{Error, Result};

pub use plural::Plural;

/// A language: its messages, in the order of the English file.
#[derive(Debug)]
pub struct Words {
    code: &'static str,
    plural: Plural,
    patterns: &'static [&'static str],
}

/// How often something is there: the number as it is shown, and the number by which its word is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Count<'a> {
    shown: &'a str,
    number: Option<u64>,
}

impl<'a> Count<'a> {
    /// A whole number, shown as that text.
    pub const fn whole(number: u64, shown: &'a str) -> Self {
        Self { shown, number: Some(number) }
    }

    /// A number that is shown with decimals.
    pub const fn with_decimals(shown: &'a str) -> Self {
        Self { shown, number: None }
    }
}

/// Between the texts of a message that counts.
const NEXT_FORM: char = '\u{1f}';
/// Slots are the characters from U+0001 on, in the order of their names.
const MOST_SLOTS: usize = 8;

impl Words {
    /// A language from its code, its rule for plurals and its texts, packed as `words/compile.rs` packs them.
    pub const fn new(code: &'static str, plural: Plural, patterns: &'static [&'static str]) -> Self {
        Self { code, plural, patterns }
    }

    /// The language of that code.
    ///
    /// # Errors
    /// Where there is none; the error lists those there are.
    pub fn from_code(code: &str) -> Result<&'static Self> {
        let known = || Self::ALL.iter().map(Self::code).collect::<Vec<_>>().join(", ");
        Self::ALL
            .iter()
            .find(|words| words.code == code)
            .ok_or_else(|| Error::unknown("language", code, known()))
    }

    /// English, from which every other language is made.
    pub const fn english() -> &'static Self {
        &Self::ALL[0]
    }

    /// The code of the language, as the attribute `lang` has it: `en`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// A message without slots.
    fn plain(&self, place: usize) -> &'static str {
        self.patterns.get(place).copied().unwrap_or_default()
    }

    /// A message with its slots filled; what it counts chooses between its texts.
    fn filled(&self, place: usize, counts: &[Count<'_>], slots: &[&str]) -> String {
        let forms = self.plural.forms().len();
        let form = counts.iter().fold(0, |form, count| form * forms + self.plural.place(count.number));
        let pattern = self.plain(place).split(NEXT_FORM).nth(form).unwrap_or_default();
        let mut text = String::new();
        let mut rest = pattern;
        while let Some((before, slot, after)) = next_slot(rest) {
            text.push_str(before);
            text.push_str(slots.get(slot).copied().unwrap_or_default());
            rest = after;
        }
        text.push_str(rest);
        text
    }
}

/// What stands before the first slot of a pattern, which slot it is, and what stands after it.
fn next_slot(pattern: &str) -> Option<(&str, usize, &str)> {
    let at = pattern.bytes().position(|byte| (1..=MOST_SLOTS as u8).contains(&byte))?;
    let slot = pattern.as_bytes().get(at)?;
    Some((pattern.get(..at)?, usize::from(slot - 1), pattern.get(at + 1..)?))
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests;
