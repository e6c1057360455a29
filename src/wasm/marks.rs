//! The marks in numbers of another language than that of the texts around them.

use std::borrow::Cow;

use crate::format;

/// What stands in the numbers of another language.
pub(super) struct Separators {
    decimal: String,
    group: String,
}

impl Separators {
    /// None where those of the page's language stay.
    pub fn of(decimal: Option<String>, group: Option<String>) -> Option<Self> {
        decimal.zip(group).map(|(decimal, group)| Self { decimal, group })
    }
}

pub(super) fn separated<'a>(text: &'a str, separators: Option<&Separators>) -> Cow<'a, str> {
    match separators {
        Some(Separators { decimal, group }) => format::with_separators(text, decimal, group).into(),
        None => text.into(),
    }
}
