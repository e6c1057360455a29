//! What readers read, in the language that they chose: whole sentences with slots, from one file a language.
//!
//! The files stand in `words/` and are [Fluent](https://projectfluent.org). `words/compile.rs` turns them into one
//! method for each message without slots and one struct for each message with some, so that a message that is not
//! there, or a slot that nobody fills, does not compile. What is left to do here is to put texts into slots: no reader of
//! Fluent is shipped, and nothing of `core::fmt`, which costs a page kilobytes. Each message holds its texts in all
//! languages, so that one which a program does not print is not in it.

mod plural;

use crate::error::{Error, Result};

pub use plural::Plural;

/// A language.
#[derive(Debug)]
pub struct Words {
    code: &'static str,
    plural: Plural,
    texts: Texts,
}

/// Where a language has its texts.
#[derive(Debug)]
enum Texts {
    /// At this place in every message.
    Built(usize),
    /// Here, in the order of the English file.
    Given(&'static [&'static str]),
}

/// What a message is in each of the languages, and its place in the English file.
struct Message {
    place: usize,
    texts: &'static [&'static str],
}

/// How often something is there: the number as it is shown, and the number by which its word is chosen.
#[derive(Clone, Copy, Debug)]
pub struct Count<'a> {
    shown: &'a str,
    number: Option<u64>,
}

/// There is one of each code.
impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.code == other.code
    }
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
/// Slots are the characters from this one on, in the order of their names.
const FIRST_SLOT: u8 = 0x10;
const MOST_SLOTS: u8 = 15;

impl Words {
    /// A language of which no message knows: its texts are packed as `words/compile.rs` packs them.
    pub const fn given(code: &'static str, plural: Plural, texts: &'static [&'static str]) -> Self {
        Self { code, plural, texts: Texts::Given(texts) }
    }

    const fn built(code: &'static str, plural: Plural, place: usize) -> Self {
        Self { code, plural, texts: Texts::Built(place) }
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

    /// A message as it is packed.
    fn plain(&self, message: Message) -> &'static str {
        let text = match self.texts {
            Texts::Built(place) => message.texts.get(place),
            Texts::Given(texts) => texts.get(message.place),
        };
        text.copied().unwrap_or_default()
    }

    /// A message piece by piece, its slots by their names.
    fn pieces<S>(&self, message: Message, slots: &'static [S]) -> Pieces<'static, S> {
        Pieces { rest: self.plain(message), slots }
    }

    /// A message with its slots filled; what it counts chooses between its texts.
    fn filled(&self, message: Message, counts: &[Count<'_>], slots: &[&str]) -> String {
        let forms = self.plural.forms().len();
        let form = counts.iter().fold(0, |form, count| form * forms + self.plural.place(count.number));
        let pattern = self.plain(message).split(NEXT_FORM).nth(form).unwrap_or_default();
        Pieces { rest: pattern, slots }.text(|filling| filling)
    }
}

/// A piece of a message.
#[derive(Clone, Copy, Debug)]
pub enum Piece<S> {
    /// What stands between slots.
    Text(&'static str),
    /// A slot, to be filled.
    Slot(S),
}

/// The pieces of a message, in the order of its language.
#[derive(Debug)]
pub struct Pieces<'a, S> {
    rest: &'static str,
    slots: &'a [S],
}

impl<S: Copy> Iterator for Pieces<'_, S> {
    type Item = Piece<S>;

    fn next(&mut self) -> Option<Piece<S>> {
        let first = *self.rest.as_bytes().first()?;
        if let Some(slot) = first.checked_sub(FIRST_SLOT).and_then(|slot| self.slots.get(usize::from(slot))) {
            self.rest = self.rest.get(1..)?;
            return Some(Piece::Slot(*slot));
        }
        let (text, rest) = self.rest.split_at_checked(next_slot(self.rest))?;
        self.rest = rest;
        Some(Piece::Text(text))
    }
}

impl<S: Copy> Pieces<'_, S> {
    /// The whole text, each slot filled.
    pub fn text<'t>(self, filling: impl Fn(S) -> &'t str) -> String {
        let mut text = String::new();
        for piece in self {
            text.push_str(match piece {
                Piece::Text(words) => words,
                Piece::Slot(slot) => filling(slot),
            });
        }
        text
    }
}

/// Where the first slot stands; the end of the text where there is none.
fn next_slot(text: &str) -> usize {
    text.bytes().position(|byte| (FIRST_SLOT..FIRST_SLOT + MOST_SLOTS).contains(&byte)).unwrap_or(text.len())
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests;
