use super::*;

/// One of a language that is given.
fn message(place: usize) -> Message<0> {
    Message { place, texts: [] }
}

#[test]
fn a_slot_is_filled_wherever_it_stands() {
    let words =
        Words::given("en", Plural::One, Marks::ENGLISH, &["\u{11} of \u{10}, \u{11}", "\u{10}", "no slot"]);
    assert_eq!(words.filled(message(0), &[], &["mines", "$1"]), "$1 of mines, $1");
    assert_eq!(
        words.filled(message(1), &[], &["a \u{11} in a text is no slot"]),
        "a \u{11} in a text is no slot"
    );
    assert_eq!(words.filled(message(2), &[], &[]), "no slot");
}

#[test]
fn the_mark_of_a_slot_that_a_message_has_not_is_met_once() {
    let words = Words::given("en", Plural::One, Marks::ENGLISH, &["\u{11}a\u{1e}\u{10}é\u{12}"]);
    assert_eq!(words.filled(message(0), &[], &["mine"]), "\u{11}a\u{1e}mineé\u{12}");
}

#[test]
fn what_is_counted_chooses_the_form_of_every_language() {
    let russian = ["\u{10} месяц\u{1f}\u{10} месяца\u{1f}\u{10} месяцев\u{1f}\u{10} месяца"];
    let russian = Words::given("ru", Plural::OneFewMany, Marks::ENGLISH, Box::leak(Box::new(russian)));
    let text = |count: Count<'_>| russian.filled(message(0), &[count], &[count.shown]);
    assert_eq!(text(Count::whole(21, "21")), "21 месяц");
    assert_eq!(text(Count::whole(3, "3")), "3 месяца");
    assert_eq!(text(Count::whole(11, "11")), "11 месяцев");
    assert_eq!(text(Count::with_decimals("1,5")), "1,5 месяца");
}

#[test]
fn two_counts_choose_between_all_their_forms() {
    let words = Words::given(
        "en",
        Plural::One,
        Marks::ENGLISH,
        &["one of one\u{1f}one of many\u{1f}many of one\u{1f}many of many"],
    );
    for (one, other, text) in
        [(1, 1, "one of one"), (1, 2, "one of many"), (2, 1, "many of one"), (2, 2, "many of many")]
    {
        assert_eq!(words.filled(message(0), &[Count::whole(one, ""), Count::whole(other, "")], &[]), text);
    }
}

/// `tests/packages/plurals.test.mjs` holds the table against ICU.
#[test]
fn the_forms_of_numbers_are_those_of_the_languages() {
    let table = include_str!("../../tests/vectors/plurals.csv");
    let rows: Vec<Vec<_>> = table.lines().skip(1).map(|line| line.split(',').collect()).collect();
    assert!(rows.len() > 100);
    for row in rows {
        let [language, number, form] = row[..] else { panic!("{row:?}") };
        let rule = Plural::of(language).unwrap();
        assert_eq!(rule.forms()[rule.place(number.parse().ok())], form, "{number} in {language}");
    }
}

#[test]
fn a_message_in_pieces_has_its_slots_where_its_language_has_them() {
    let words = Words::given("en", Plural::One, Marks::ENGLISH, &["\u{11}\u{10} in \u{11}."]);
    let told = words.pieces(message(0), &['a', 'b']).map(|piece| match piece {
        Piece::Text(text) => text.to_owned(),
        Piece::Slot(slot) => slot.to_uppercase().to_string(),
    });
    assert_eq!(told.collect::<Vec<_>>(), ["B", "A", " in ", "B", "."]);
}

#[test]
fn a_message_is_read_at_the_place_of_its_language() {
    let languages = [
        Words::built("en", Plural::One, Marks::ENGLISH, 0),
        Words::built("ru", Plural::OneFewMany, Marks::ENGLISH, 1),
    ];
    let site = |words: &Words| words.plain(Message { place: 7, texts: ["Site", "Площадка"] });
    assert_eq!(languages.each_ref().map(site), ["Site", "Площадка"]);
}
