//! How wide a text will be, without a font: an estimate on the safe side for the system's sans-serif fonts.

use super::geometry::{Anchor, Point, Rect};
use super::role::Role;

/// From the baseline to the top of the tallest letter, in em.
pub const ASCENT: f64 = 0.78;
/// From the baseline to the bottom of the deepest letter, in em.
pub const DESCENT: f64 = 0.24;
/// From the baseline to the middle of a digit, in em.
pub const MIDDLE: f64 = 0.36;

/// Bold letters are wider.
const BOLD: f64 = 1.1;

/// The width of `text` in px, at the font of `role`.
#[inline(never)] // as of most of what is called from many places: the page loads it all
pub fn width(text: &str, role: Role) -> f64 {
    let (size, bold) = role.font();
    em(text) * size * if bold { BOLD } else { 1.0 }
}

/// The same in em, of a text that is not bold.
pub fn em(text: &str) -> f64 {
    text.chars().map(advance).sum()
}

/// The box of a text of `width` px whose `anchor` stands `at` a point of the baseline.
pub fn area(role: Role, at: Point, anchor: Anchor, width: f64) -> Rect {
    let left = at.x - anchor.before() * width;
    let (size, _) = role.font();
    Rect::new(left, at.y - ASCENT * size, left + width, at.y + DESCENT * size)
}

/// The advance of a character in em, as in DejaVu Sans: of the fonts that `figure.css` may meet (SF Pro,
/// Segoe UI, Roboto, Arial) the widest.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | 'I' | ' ' | '.' | ',' | ':' | ';' | '/' => 0.34,
        'f' | 'r' | 't' | '(' | ')' | '-' | '!' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.98,
        '→' | '←' | '↑' | '↓' | '−' => 0.84,
        'A'..='Z' => 0.72,
        _ => 0.64,
    }
}
