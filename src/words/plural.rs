//! Which form of a word goes with a number: the rules of languages, from Unicode's CLDR.
//!
//! <https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html>

/// The forms that a language has for counted things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Plural {
    /// English, German, Kazakh: one and any other number.
    One,
    /// Spanish: also whole millions (*un millón de dólares*).
    OneMillions,
    /// Russian: one (1, 21), few (2 to 4, 22), many (5, 11), and any number with decimals (*1,5 месяца*).
    OneFewMany,
}

impl Plural {
    /// The rule of a language by its code; `None` where nobody has written it down here.
    pub fn of(language: &str) -> Option<Self> {
        match language {
            "de" | "en" | "en-XA" | "kk" => Some(Self::One),
            "es" => Some(Self::OneMillions),
            "ru" => Some(Self::OneFewMany),
            _ => None,
        }
    }

    /// The names that Fluent has for the forms. Each message that counts has its texts in this order.
    pub const fn forms(self) -> &'static [&'static str] {
        match self {
            Self::One => &["one", "other"],
            Self::OneMillions => &["one", "many", "other"],
            Self::OneFewMany => &["one", "few", "many", "other"],
        }
    }

    /// The place among the forms of the one that goes with `number`; `None` is a number with decimals.
    pub fn place(self, number: Option<u64>) -> usize {
        let last = self.forms().len() - 1;
        let Some(number) = number else { return last };
        match self {
            Self::One => usize::from(number != 1),
            Self::OneMillions if number == 1 => 0,
            Self::OneMillions => 2 - usize::from(number != 0 && number % 1_000_000 == 0),
            Self::OneFewMany => match (number % 10, number % 100) {
                (_, 11..=14) => 2,
                (1, _) => 0,
                (2..=4, _) => 1,
                _ => 2,
            },
        }
    }
}
