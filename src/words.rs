//! What readers read, in the language that they chose: whole sentences with slots, from one file a language.
//!
//! The files stand in `words/` and are [Fluent](https://projectfluent.org). `words/compile.rs` turns them into one
//! method for each message without slots and one struct for each message with some, so that a message that is not
//! there, or a slot that nobody fills, does not compile. What is left to do here is to put texts into slots: no reader of
//! Fluent is shipped, and nothing of `core::fmt`, which costs a page kilobytes. Each message holds its texts in all
//! languages, so that one which a program does not print is not in it.

pub(crate) mod later;
mod marks;
mod plural;

pub use marks::Marks;
pub use plural::Plural;

/// A language.
#[derive(Debug)]
pub struct Words {
    code: &'static str,
    plural: Plural,
    marks: Marks,
    texts: Texts,
}

/// Where a language has its texts.
#[derive(Debug)]
enum Texts {
    /// At this place in every message.
    Built(usize),
    /// Here, in the order of the English file. No module for a browser has one, and is spared the places of its messages.
    #[cfg(not(target_arch = "wasm32"))]
    Given(&'static [&'static str]),
}

/// What a message is in each of the languages, and its place in the English file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Message<const N: usize = LANGUAGES> {
    #[cfg(not(target_arch = "wasm32"))]
    place: usize,
    texts: [&'static str; N],
}

impl<const N: usize> Message<N> {
    #[cfg_attr(
        target_arch = "wasm32",
        allow(unused_variables, reason = "no module for a browser has places")
    )]
    const fn of(place: usize, texts: [&'static str; N]) -> Self {
        Self {
            #[cfg(not(target_arch = "wasm32"))]
            place,
            texts,
        }
    }
}

impl Message {
    /// Its text in the usual language, for what is made when the crate is compiled.
    pub(crate) const fn usual(self) -> &'static str {
        self.texts[0]
    }
}

/// The message without slots that has this id; asked for when the crate is compiled, which fails where there is none.
pub(crate) const fn message(id: &str) -> Message {
    found(id, 0)
}

/// The same of a message whose only slot is a number.
pub(crate) const fn with_number(id: &str) -> Message {
    found(id, 1)
}

/// The same of a message that refuses a value: its slots are `allowed`, `field` and `value`.
pub(crate) const fn refusal(id: &str) -> Message {
    found(id, 3)
}

/// The text of a message in the usual language, for data that is made when the crate is compiled and public in it.
/// [`Words::translated`] finds it in another language.
pub(crate) const fn said(id: &str) -> &'static str {
    message(id).usual()
}

const fn found(id: &str, slots: usize) -> Message {
    let mut at = 0;
    while at < MESSAGES.len() {
        let (known, count, message) = MESSAGES[at];
        if count == slots && is_same(known.as_bytes(), id.as_bytes()) {
            return message;
        }
        at += 1;
    }
    panic!("words/en.ftl has no such message with so many slots")
}

const fn is_same(one: &[u8], other: &[u8]) -> bool {
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
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

    /// A number, shown as that text.
    pub(crate) fn of(number: f64, shown: &'a str) -> Self {
        let is_whole = (0.0..=1e15).contains(&number) && number.trunc() == number;
        Self { shown, number: is_whole.then_some(number as u64) }
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
    #[cfg(not(target_arch = "wasm32"))]
    pub const fn given(
        code: &'static str,
        plural: Plural,
        marks: Marks,
        texts: &'static [&'static str],
    ) -> Self {
        Self { code, plural, marks, texts: Texts::Given(texts) }
    }

    const fn built(code: &'static str, plural: Plural, marks: Marks, place: usize) -> Self {
        Self { code, plural, marks, texts: Texts::Built(place) }
    }

    /// The language of all that is said where nobody asks for another: English, but in a module that the build made for a
    /// page in another language, which holds that one alone.
    pub const fn usual() -> &'static Self {
        &Self::ALL[0]
    }

    /// The code of the language, as the attribute `lang` has it: `en`.
    pub const fn code(&self) -> &'static str {
        self.code
    }

    /// How it writes numbers.
    pub const fn marks(&self) -> Marks {
        self.marks
    }

    /// What public data says in the usual language, in this one; itself where it is none of the crate's own words.
    #[doc(hidden)]
    pub fn translated<'a>(&self, usual: &'a str) -> &'a str {
        let known = |(_, slots, message): &&(&str, usize, Message)| *slots == 0 && message.usual() == usual;
        MESSAGES.iter().find(known).map_or(usual, |(_, _, message)| self.plain(*message))
    }

    /// A message as it is packed; its text where it has no slots.
    pub(crate) fn plain<const N: usize>(&self, message: Message<N>) -> &'static str {
        let text = match self.texts {
            Texts::Built(place) => message.texts.get(place),
            #[cfg(not(target_arch = "wasm32"))]
            Texts::Given(texts) => texts.get(message.place),
        };
        text.copied().unwrap_or_default()
    }

    /// A message piece by piece, its slots by their names.
    fn pieces<S, const N: usize>(&self, message: Message<N>, slots: &'static [S]) -> Pieces<'static, S> {
        Pieces { rest: self.plain(message), slots }
    }

    /// A message whose only slot is a number.
    #[inline(never)] // as whatever of the page's module is called from many places
    pub(crate) fn numbered(&self, message: Message, number: Count<'_>) -> String {
        self.filled(message, &[number], &[number.shown])
    }

    /// Why a value is refused, by one of the messages that [`refusal`] finds.
    pub(crate) fn refusal(&self, message: Message, allowed: &str, field: &str, value: &str) -> String {
        self.filled(message, &[], &[allowed, field, value])
    }

    /// A message with its slots filled; what it counts chooses between its texts.
    fn filled<const N: usize>(&self, message: Message<N>, counts: &[Count<'_>], slots: &[&str]) -> String {
        let forms = self.plural.forms().len();
        let form = counts.iter().fold(0, |form, count| form * forms + self.plural.place(count.number));
        let texts = self.plain(message);
        // One that counts nowhere has one text.
        let pattern = texts.split(NEXT_FORM).nth(form).unwrap_or(texts);
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
        let end = next_slot(self.rest);
        // In a text that is given, the mark of a slot that the message has not is text, or it would be met for ever; build.rs
        // has none.
        #[cfg(not(target_arch = "wasm32"))]
        let end = end.max(1);
        let (text, rest) = self.rest.split_at_checked(end)?;
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

/// What somebody typed, on one line and of bearable length.
pub fn quoted(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shown = String::from('"');
    for (i, character) in text.chars().enumerate() {
        if i == LONGEST {
            shown.push('…');
            break;
        }
        shown.push(if character.is_control() { ' ' } else { character });
    }
    shown.push('"');
    shown
}

include!(concat!(env!("OUT_DIR"), "/words.rs"));

#[cfg(test)]
mod tests;
