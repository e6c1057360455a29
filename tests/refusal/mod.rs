//! What every command does when it refuses its input.

use std::process::Output;

/// Exit status 2, nothing on standard output, and exactly one line on standard error, which holds each of `words`.
pub fn assert_refusal(output: &Output, words: &[&str]) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert_eq!(told.lines().count(), 1, "{told}");
    assert!(output.stdout.is_empty(), "{told}");
    for word in words {
        assert!(told.contains(word), "no {word:?} in {told}");
    }
}
