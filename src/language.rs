//! A language by its code.

use crate::by_id;
use crate::error::Result;
use crate::words::Words;

impl Words {
    /// The language of that code.
    ///
    /// # Errors
    /// Where there is none; the error lists those there are.
    pub fn from_code(code: &str) -> Result<&'static Self> {
        by_id::find("language", Self::ALL, code, Self::code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_found_by_its_code_and_refused_by_naming_what_there_is() {
        assert_eq!(Words::from_code("en").unwrap().code(), "en");
        assert_eq!(Words::usual().code(), "en");
        let refused = Words::from_code("xx").unwrap_err();
        assert_eq!(refused.to_string(), "language: \"xx\" is not known; known: en");
    }
}
