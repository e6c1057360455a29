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

/// The advance of a character in em, as in DejaVu Sans: of the fonts that `ground.css` may meet (SF Pro,
/// Segoe UI, Roboto, Arial) the widest.
fn advance(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | '\'' | '|' | 'I' | ' ' | '.' | ',' | ':' | ';' | '/' => 0.34,
        'f' | 'r' | 't' | '(' | ')' | '-' | '!' => 0.42,
        'm' | 'w' | 'M' | 'W' | '%' | '@' => 0.98,
        '→' | '←' | '↑' | '↓' | '−' => 0.84,
        'A'..='Z' => 0.72,
        // Cyrillic with the letters of Kazakh, by the widest of the letters that are alike.
        'І' | 'Ї' | 'і' | 'ї' => 0.34,
        'Ж' | 'Ш' | 'Щ' | 'Ю' => 1.1,
        'М' | 'Ф' | 'Ъ' | 'Ы' | 'ж' | 'ф' | 'ш' | 'щ' | 'ю' => 0.95,
        'д' | 'м' | 'ц' | 'ъ' | 'ы' | 'Ё' | 'А'..='Я' | 'Ә' | 'Қ' | 'Ғ' | 'Ң' | 'Ө' | 'Һ' | 'Є' | 'ң' => {
            0.79
        }
        'а'..='я' => 0.66,
        // Letters of Chinese, Japanese and Korean, full-width forms and pictures fill their square.
        '\u{1100}'..='\u{115f}' | '\u{2e80}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' => 1.0,
        '\u{fe30}'..='\u{fe6f}' | '\u{ff01}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{1f300}'.. => 1.0,
        _ => 0.64,
    }
}

#[cfg(test)]
mod tests {
    use super::em;

    /// Letter, and its advance in em in DejaVu Sans and in Arimo, as their tables `hmtx` have it.
    fn measured() -> impl Iterator<Item = (&'static str, f64)> {
        let rows = include_str!("../../tests/vectors/advances.csv").lines().skip(1);
        rows.map(|row| {
            let mut cells = row.split(',');
            let letter = cells.next().unwrap();
            (letter, cells.map(|cell| cell.parse().unwrap()).fold(0.0, f64::max))
        })
    }

    #[test]
    fn no_letter_of_russian_kazakh_or_ukrainian_is_wider_than_its_estimate() {
        let mut letters = 0;
        for (letter, widest) in measured() {
            assert!(em(letter) >= widest, "{letter}: {} {widest}", em(letter));
            letters += 1;
        }
        assert!(letters > 80, "{letters}");
    }

    #[test]
    fn words_are_estimated_to_an_eighth() {
        for text in [
            "безубыточность",
            "порог отключения",
            "тариф на электроэнергию",
            "мощность сети",
            "қуат тарифі",
            "өшіру бағасы",
            "собівартість електроенергії",
        ] {
            let measured: f64 = text
                .split("")
                .map(|letter| measured().find(|(known, _)| *known == letter).map_or(em(letter), |(_, em)| em))
                .sum();
            assert!((1.0..1.125).contains(&(em(text) / measured)), "{text}: {} {measured}", em(text));
        }
    }

    #[test]
    fn wide_letters_fill_their_square() {
        for letter in ["電", "あ", "カ", "한", "Ａ", "￥", "豈", "𠮷"] {
            assert!(em(letter) >= 1.0, "{letter}");
        }
        // Half a square, and none.
        assert!(em("ｱ") < 1.0 && em("é") < 1.0);
    }
}
