//! How wide the columns of a table are.

/// The width of a column: its usual one, or that of the longest of its words in a language that has longer ones.
pub fn wide<'a>(usual: usize, words: impl IntoIterator<Item = &'a str>) -> usize {
    words.into_iter().map(|word| word.chars().count()).fold(usual, usize::max)
}
