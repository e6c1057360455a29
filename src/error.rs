//! The one error of the crate: what was given, where, and what would have been right.

use std::fmt;

use crate::words::later::{Later, TwoWays};
use crate::words::{Message, Words, quoted, refusal};

/// The result of whatever can refuse its input.
pub type Result<T> = std::result::Result<T, Error>;

/// Why a value was refused.
///
/// Its text is one line that names the field, the value and what is allowed; the predicates tell
/// the cases apart without looking at the text.
///
/// ```
/// use breakeven::{Input, Inputs};
///
/// let error = Inputs::default().with(Input::Tariff, 7.0).unwrap_err();
/// assert!(error.is_out_of_range());
/// assert_eq!(error.to_string(), "tariff: 7 is out of range; allowed is 0 to 5 USD/kWh");
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Error(Box<Refusal>);

#[derive(Clone, PartialEq, Eq)]
struct Refusal {
    field: String,
    value: String,
    allowed: Later,
    kind: Kind,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    OutOfRange,
    NotANumber,
    Unknown,
    Conflict,
    NotADate,
    Ambiguous,
    TwoReadings,
}

impl Error {
    pub(crate) fn out_of_range(field: &str, value: f64, allowed: impl Into<Later>) -> Self {
        let kind = if value.is_nan() { Kind::NotANumber } else { Kind::OutOfRange };
        Self::new(field, crate::format::exact(value), allowed, kind)
    }

    /// A text that ought to be a number.
    pub(crate) fn not_a_number(field: &str, text: &str, allowed: impl Into<Later>) -> Self {
        Self::new(field, quoted(text), allowed, Kind::NotANumber)
    }

    pub(crate) fn unknown(what: &str, name: &str, allowed: impl Into<Later>) -> Self {
        Self::new(what, quoted(name), allowed, Kind::Unknown)
    }

    /// A number that does not go with another one that was given.
    pub(crate) fn conflict(field: &str, value: f64, allowed: impl Into<Later>) -> Self {
        Self::new(field, crate::format::exact(value), allowed, Kind::Conflict)
    }

    /// The same of a name.
    pub(crate) fn not_together(field: &str, name: &str, allowed: impl Into<Later>) -> Self {
        Self::new(field, quoted(name), allowed, Kind::Conflict)
    }

    pub(crate) fn not_a_date(field: &str, text: &str, allowed: impl Into<Later>) -> Self {
        Self::new(field, quoted(text), allowed, Kind::NotADate)
    }

    /// A date outside the days that are allowed.
    pub(crate) fn date_out_of_range(field: &str, date: String, allowed: impl Into<Later>) -> Self {
        Self::new(field, date, allowed, Kind::OutOfRange)
    }

    pub(crate) fn ambiguous(what: &str, name: &str, candidates: impl Into<Later>) -> Self {
        Self::new(what, quoted(name), candidates, Kind::Ambiguous)
    }

    /// A number that its marks leave open, and the ways to write the one and the other.
    pub(crate) fn two_readings(field: &str, text: &str, [one, other]: [String; 2]) -> Self {
        let ways = TwoWays { one: one.into(), other: other.into() };
        Self::new(field, quoted(text), ways, Kind::TwoReadings)
    }

    /// The same where what is allowed reads otherwise.
    pub(crate) fn with_allowed(mut self, allowed: impl Into<Later>) -> Self {
        self.0.allowed = allowed.into();
        self
    }

    /// The same where that is allowed which another one allows.
    pub(crate) fn with_allowed_of(self, other: Self) -> Self {
        self.with_allowed(other.0.allowed)
    }

    fn new(field: &str, value: String, allowed: impl Into<Later>, kind: Kind) -> Self {
        Self::boxed(field, value, allowed.into(), kind)
    }

    #[inline(never)] // it is called from everywhere
    fn boxed(field: &str, value: String, allowed: Later, kind: Kind) -> Self {
        Self(Box::new(Refusal { field: field.to_owned(), value, allowed, kind }))
    }

    /// The input or option that was refused, by its id: `tariff`, `scenario`, `width`; of a quantity its type:
    /// `UsdPerKwh`.
    pub fn field(&self) -> &str {
        &self.0.field
    }

    /// The value as the message has it: a number in full; a text in quotation marks, cut where it is long, on one line.
    pub fn value(&self) -> &str {
        &self.0.value
    }

    /// What would have been taken: a range with its unit, or a list of names.
    pub fn allowed(&self) -> String {
        self.allowed_in(Words::usual())
    }

    /// The same in a language.
    #[doc(hidden)] // as the words are
    pub fn allowed_in(&self, words: &Words) -> String {
        self.0.allowed.text(words)
    }

    /// The whole line, in a language.
    #[doc(hidden)]
    pub fn message_in(&self, words: &Words) -> String {
        self.message_about(self.field(), words)
    }

    /// The same where the field has another name than its id.
    pub(crate) fn message_about(&self, field: &str, words: &Words) -> String {
        words.refusal(self.0.kind.frame(), &self.allowed_in(words), field, self.value())
    }

    /// A number outside its allowed range.
    pub fn is_out_of_range(&self) -> bool {
        self.0.kind == Kind::OutOfRange
    }

    /// A text that is no number, or a NaN.
    pub fn is_not_a_number(&self) -> bool {
        self.0.kind == Kind::NotANumber
    }

    /// A name (of an input, a scenario, a view) that does not exist.
    pub fn is_unknown_name(&self) -> bool {
        self.0.kind == Kind::Unknown
    }

    /// A text that is no day of the calendar.
    pub fn is_not_a_date(&self) -> bool {
        self.0.kind == Kind::NotADate
    }

    /// A name that more than one thing has, or a number that can be read in two ways.
    pub fn is_ambiguous(&self) -> bool {
        matches!(self.0.kind, Kind::Ambiguous | Kind::TwoReadings)
    }

    /// Values that are each allowed but do not go together.
    pub fn is_conflict(&self) -> bool {
        self.0.kind == Kind::Conflict
    }
}

impl Kind {
    /// The sentence around field, value and what is allowed.
    const fn frame(self) -> Message {
        match self {
            Self::OutOfRange => const { refusal("out-of-range") },
            Self::NotANumber => const { refusal("not-a-number") },
            Self::Unknown => const { refusal("unknown") },
            Self::NotADate => const { refusal("not-a-date") },
            Self::Ambiguous => const { refusal("ambiguous") },
            Self::TwoReadings => const { refusal("two-readings") },
            Self::Conflict => const { refusal("conflict") },
        }
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message_in(Words::usual()))
    }
}

/// The same line: whoever unwraps an error ought to read it too.
impl fmt::Debug for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl std::error::Error for Error {}
