//! What texts amount to that stand in many rows: the names of machines, days.

use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};

/// What was found for each text, for all workers; so many of them, and so short, that memory stays constant.
pub struct Memo<T>(RwLock<HashMap<String, Result<T, String>>>);

impl<T: Clone> Memo<T> {
    const MOST: usize = 10_000;
    const LONGEST: usize = 100;

    pub fn new() -> Self {
        Self(RwLock::default())
    }

    /// What `find` found for `text`, perhaps long ago.
    pub fn get(&self, text: &str, find: impl FnOnce(&str) -> Result<T, String>) -> Result<T, String> {
        if let Some(known) = self.0.read().unwrap_or_else(PoisonError::into_inner).get(text) {
            return known.clone();
        }
        let found = find(text);
        if text.len() > Self::LONGEST {
            return found;
        }
        let mut known = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if known.len() < Self::MOST {
            known.insert(text.to_owned(), found.clone());
        }
        found
    }
}
