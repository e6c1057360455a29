//! The words stand in `words/`, and nowhere else; a file of a language that is not whole stops the build.
#![cfg(not(target_arch = "wasm32"))]

#[path = "../words/compile.rs"]
mod compile;
#[path = "words/literals.rs"]
mod literals;
#[path = "../src/words/marks.rs"]
#[allow(dead_code, reason = "numbers are written where they are printed")]
mod marks;
#[path = "../src/words/plural.rs"]
#[allow(dead_code, reason = "forms are chosen where they are printed")]
mod plural;

use std::panic::catch_unwind;

use compile::{Language, Part};
use literals::Literal;

const ENGLISH: &str = "\
refused = { $field }: { $value } is refused
months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
site = Site
    .note = all of it
";

const RUSSIAN: &str = "\
refused = { $value } – { $field }: отказано
months = { $months ->
    [one] { $months } месяц
    [few] { $months } месяца
    [many] { $months } месяцев
   *[other] { $months } месяца
}
site = Площадка
    .note = вся
";

/// The table of a language beside the English one.
fn table(code: &'static str, text: String) -> Result<String, String> {
    let english = Language::read("en", ENGLISH);
    let table = catch_unwind(|| compile::table(&Language::read(code, &text), &english));
    table.map_err(|panic| panic.downcast_ref::<String>().cloned().unwrap_or_default())
}

#[test]
fn a_language_is_one_text_for_each_message_and_form() {
    assert_eq!(
        table("ru", RUSSIAN.to_owned()).unwrap().replace("\\u{1f}", "|").replace("\\u{", "{"),
        "Words::given(\"ru\", Plural::OneFewMany, Marks { decimal: \",\", group: \"{a0}\", grouped_from: 4 }, &[\"{11} – {10}: отказано\", \
         \"{10} месяц|{10} месяца|{10} месяцев|{10} месяца\", \"Площадка\", \"вся\"])"
    );
}

#[test]
fn a_message_becomes_a_method_or_a_struct_with_a_field_for_each_slot() {
    let code = compile::rust(
        &Language::read("en", ENGLISH),
        &[Language::read("en", ENGLISH), Language::read("ru", RUSSIAN)],
    );
    for item in [
        "Words::built(\"ru\", Plural::OneFewMany, Marks {",
        "pub fn site(&self) -> &'static str",
        "Message::of(2, [\"Site\", \"Площадка\"])",
        "pub fn site_note(&self) -> &'static str",
        "pub struct Refused<'a> {",
        "pub field: &'a str,",
        "pub value: &'a str,",
        "pub struct Months<'a> {",
        "pub months: Count<'a>,",
    ] {
        assert!(code.contains(item), "{item} in {code}");
    }
}

/// As the module of a page in that language is built.
#[test]
fn a_language_alone_has_its_own_texts_and_marks_and_no_others() {
    let code = compile::rust(&Language::read("en", ENGLISH), &[Language::read("ru", RUSSIAN)]);
    for item in [
        "const LANGUAGES: usize = 1;",
        "const DECIMAL: char = ',';",
        "const GROUP: char = '\\u{a0}';",
        "Words::built(\"ru\", Plural::OneFewMany, Marks { decimal: \",\", group: \"\\u{a0}\", grouped_from: 4 }, 0),",
        "Message::of(2, [\"Площадка\"])",
    ] {
        assert!(code.contains(item), "{item} in {code}");
    }
    // In the documentation only.
    assert!(!code.lines().any(|line| line.contains("Site") && !line.starts_with("///")), "{code}");
}

#[test]
fn a_message_without_counts_becomes_one_that_is_said_later_in_whatever_language() {
    let code = compile::later(
        &Language::read("en", ENGLISH),
        &[Language::read("en", ENGLISH), Language::read("ru", RUSSIAN)],
    );
    for item in [
        "pub(crate) struct Refused {",
        "pub field: Later,",
        "Self::Said(Message::of(0, [\"\\u{10}: \\u{11} is refused\", \"\\u{11} – \\u{10}: отказано\"]), \
         vec![message.field, message.value, ])",
    ] {
        assert!(code.contains(item), "{item} in {code}");
    }
    assert!(!code.contains("Months") && !code.contains("Site"), "{code}");
}

#[test]
fn a_language_that_is_not_whole_is_refused_by_file_and_message() {
    for (from, to, told) in [
        ("site = Площадка\n    .note = вся\n", "", "words/ru.ftl: site is missing"),
        (".note = вся", ".notes = вся", "words/ru.ftl: site-notes is no message of words/en.ftl"),
        ("{ $value } – ", "", "words/ru.ftl: refused has other slots than words/en.ftl"),
        ("{ $value } – ", "{ $valeu } – ", "words/ru.ftl: refused has other slots than words/en.ftl"),
        ("[many]", "[two]", "words/ru.ftl: months: the language has no form \"two\""),
        ("[many]", "[5]", "words/ru.ftl: months: select by plural forms, not by [5]"),
        (
            "{ $field }: отказано",
            "{ $field ->\n   *[other] а\n}",
            "words/ru.ftl: refused counts field, which words/en.ftl does not",
        ),
        (
            "{ $field }: отказано",
            "{ NUMBER($field) }",
            "words/ru.ftl: refused: only slots, literals, terms and plural forms",
        ),
        ("{ $field }: отказано", "{ -mine } { $field }", "words/ru.ftl: refused: there is no -mine"),
        ("site = Площадка", "site = Площадка\nsite = Площадка", "words/ru.ftl: site stands twice"),
        ("{ $value } –", "{ $value –", "words/ru.ftl:1: "),
        ("[many]", "[many", "words/ru.ftl:5: "),
        (
            "site = Площадка",
            "-a = { -b }\n-b = б { -a }\nsite = { -a }",
            "words/ru.ftl: site: -a stands within itself",
        ),
    ] {
        assert!(RUSSIAN.contains(from), "{from}");
        let refused = table("ru", RUSSIAN.replacen(from, to, 1)).unwrap_err();
        assert!(refused.starts_with(told), "{to:?}: {refused}");
    }
    let refused = table("tlh", RUSSIAN.to_owned()).unwrap_err();
    assert!(refused.contains("src/words/plural.rs has no rule of \"tlh\""), "{refused}");
}

/// What is not in the words though it reads like words, or like one of the messages.
fn out_of_place(found: &[Literal]) -> String {
    let english = Language::read("en", include_str!("../words/en.ftl"));
    let is_message = |text: &str| {
        // Units are ids in data.
        let others = english.messages.iter().filter(|message| !message.id.ends_with("-unit"));
        let patterns = others.map(|message| &message.pattern[..]);
        patterns.into_iter().any(|pattern| matches!(pattern, [Part::Text(message)] if message == text))
    };
    let is_out_of_place =
        |literal: &&Literal| literal.is_of_words() || !literal.is_id() && is_message(&literal.text);
    let found = found.iter().filter(|literal| !literal.is_unit());
    let texts = found.filter(is_out_of_place).map(|literal| literal.to_string() + "\n");
    texts.collect()
}

#[test]
fn the_command_prints_no_words_of_its_own() {
    let found = literals::of("src/bin/breakeven");
    assert!(found.len() > 150, "only {} literals were read", found.len());
    assert_eq!(out_of_place(&found), "", "not in words/en.ftl");
}

#[test]
fn the_core_says_nothing_but_what_stands_in_the_words() {
    let found = literals::of("src");
    assert!(found.len() > 600, "only {} literals were read", found.len());
    assert_eq!(out_of_place(&found), "", "not in words/en.ftl");
}
