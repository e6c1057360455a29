//! The marks in numbers: those of languages, from Unicode's CLDR.
//!
//! <https://www.unicode.org/cldr/charts/latest/by_type/numbers.symbols.html>

/// How a language writes numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marks {
    /// Before the decimals.
    pub decimal: &'static str,
    /// Between thousands.
    pub group: &'static str,
    /// From so many digits before the decimals on, thousands are parted.
    pub grouped_from: i32,
}

impl Marks {
    /// English: 1,234.5.
    pub const ENGLISH: Self = Self { decimal: ".", group: ",", grouped_from: 4 };
    /// What a machine reads: 1234.5.
    pub const PLAIN: Self = Self { group: "", ..Self::ENGLISH };

    /// The marks of a language by its code; `None` where nobody has written them down here.
    pub fn of(language: &str) -> Option<Self> {
        match language {
            "en" => Some(Self::ENGLISH),
            "de" => Some(Self { decimal: ",", group: ".", grouped_from: 4 }),
            // Four digits stand together: 1234, 40.000.
            "es" => Some(Self { decimal: ",", group: ".", grouped_from: 5 }),
            "kk" | "ru" => Some(Self { decimal: ",", group: "\u{a0}", grouped_from: 4 }),
            // The language of tests (words/pseudo.rs), with marks that no other one here has.
            "en-XA" => Some(Self { decimal: "٫", group: "’", grouped_from: 4 }),
            _ => None,
        }
    }
}
