//! What is said only when somebody reads it: whoever refuses a value does not know the reader's language.

use super::{Message, Words};

/// A text that is not yet in any language.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Later {
    /// The same in every language: what is typed, such as ids and days.
    Same(String),
    /// A number, with the marks of the language.
    Number(f64),
    /// A message, its slots in the order of their names.
    Said(Message, Vec<Self>),
}

/// No number in it is NaN.
impl Eq for Later {}

impl Later {
    /// From one number to another, with their unit where there is one: `0 to 5 USD/kWh`.
    pub fn range(low: f64, high: f64, unit: impl Into<Self>) -> Self {
        let (low, high) = (low.into(), high.into());
        match unit.into() {
            Self::Same(none) if none.is_empty() => Range { high, low }.into(),
            unit => RangeWithUnit { high, low, unit }.into(),
        }
    }

    /// The text in a language.
    pub fn text(&self, words: &Words) -> String {
        match self {
            Self::Same(text) => text.clone(),
            Self::Number(number) => words.field(*number),
            Self::Said(message, slots) => {
                let texts: Vec<_> = slots.iter().map(|slot| slot.text(words)).collect();
                let texts: Vec<_> = texts.iter().map(String::as_str).collect();
                words.filled(*message, &[], &texts)
            }
        }
    }
}

impl From<&str> for Later {
    fn from(text: &str) -> Self {
        Self::Same(text.to_owned())
    }
}

impl From<String> for Later {
    fn from(text: String) -> Self {
        Self::Same(text)
    }
}

impl From<f64> for Later {
    fn from(number: f64) -> Self {
        Self::Number(number)
    }
}

/// One without slots.
impl From<Message> for Later {
    fn from(message: Message) -> Self {
        Self::Said(message, Vec::new())
    }
}

// The messages with slots, each as a struct of its own: those of `super`, to be said later.
include!(concat!(env!("OUT_DIR"), "/later.rs"));
