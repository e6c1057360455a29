//! What is asked for by its id.

use crate::error::{Error, Result};

/// The one of that id among all of its kind.
///
/// # Errors
/// Where there is none; the error lists those there are.
pub(crate) fn find<T>(
    kind: &str,
    all: &'static [T],
    id: &str,
    id_of: fn(&T) -> &'static str,
) -> Result<&'static T> {
    all.iter().find(|one| id_of(one) == id).ok_or_else(|| Error::unknown(kind, id, ids(all, id_of)))
}

/// The ids of all, a comma between them.
pub(crate) fn ids<T>(all: &[T], id_of: fn(&T) -> &'static str) -> String {
    all.iter().map(id_of).collect::<Vec<_>>().join(", ")
}
