//! A language that nobody speaks, made from English for tests: each text is some 40 % longer, no letter of it is
//! one of English, its numbers have other marks, and its slots stand in another order. What reads like English in it did not come from the words.

use crate::compile::{Form, Language, Message, Part};
use crate::marks::Marks;

/// Unicode's code for such a language.
pub const CODE: &str = "en-XA";

/// The pseudo-language of an English file.
pub fn of(english: &Language) -> Language {
    let messages = english
        .messages
        .iter()
        .map(|message| Message { pattern: pattern(&message.pattern), ..message.clone() });
    let marks = Marks::of(CODE).expect("src/words/marks.rs has them");
    Language { code: CODE.to_owned(), plural: english.plural, marks, messages: messages.collect() }
}

/// The texts stay where they are, and what stands between them comes in from the other end.
fn pattern(parts: &[Part]) -> Vec<Part> {
    let mut others = parts.iter().rev().filter(|part| !matches!(part, Part::Text(_)));
    let parts = parts.iter().map(|part| match part {
        Part::Text(words) => Part::Text(longer(words)),
        _ => match others.next().expect("there are as many") {
            Part::Choice(slot, forms) => Part::Choice(slot.clone(), forms.iter().map(form).collect()),
            other => other.clone(),
        },
    });
    parts.collect()
}

fn form(form: &Form) -> Form {
    Form { pattern: pattern(&form.pattern), ..form.clone() }
}

/// Every letter in a foreign guise, every other one twice but for a fifth of them.
fn longer(words: &str) -> String {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const STRANGE: &str = "áƀçđéƒĝĥíĵķłɱñóþɋřšťúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶŁṀÑÓÞɊŘŠŤÚṼŴẊÝŽ";
    let mut text = String::new();
    let mut letters = 0;
    for character in words.chars() {
        let strange = PLAIN.chars().zip(STRANGE.chars()).find(|(plain, _)| *plain == character);
        let Some((_, strange)) = strange else {
            text.push(character);
            continue;
        };
        letters += 1;
        text.push(strange);
        if matches!(letters % 5, 2 | 4) {
            text.push(strange);
        }
    }
    text
}
