//! From Fluent to Rust: reads the files of the languages, holds each against the English one, and writes the typed
//! messages and the tables of their texts. Used by build.rs and by tests; what is wrong stops the build with file and message.
//!
//! A message without a text of its own has variants, its attributes: they share their slots, which become an enum, and are
//! read piece by piece, each slot with more to it than its text.
//!
//! What a file may use of Fluent: text, `{ $slot }`, `{ "literal" }`, terms, attributes, and selectors by the plural
//! form of a number. A slot that the English file selects by is a count; other languages select by those only.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use fluent_syntax::ast;

mod fluent;

use crate::marks::Marks;
use crate::plural::Plural;

/// Between the texts of a message that counts, as `src/words.rs` has it.
const NEXT_FORM: &str = "\u{1f}";
/// The mark of the first slot, and how many there are, as `src/words.rs` has them.
const FIRST_SLOT: u8 = 0x10;
const MOST_SLOTS: usize = 15;

/// A file of words.
pub struct Language {
    /// `en`
    pub code: String,
    pub plural: Plural,
    pub marks: Marks,
    pub messages: Vec<Message>,
}

/// A message of a file; an attribute is one by itself, whose id is that of its message and its own.
#[derive(Clone)]
pub struct Message {
    pub id: String,
    /// The message of which it is a variant: an attribute of one that has no text of its own.
    pub family: Option<String>,
    pub pattern: Vec<Part>,
}

/// A part of a message.
#[derive(Clone)]
pub enum Part {
    Text(String),
    Slot(String),
    /// A part for each form of a word, by the slot that counts.
    Choice(String, Vec<Form>),
}

/// A form of a word, by the name that Fluent has for it.
#[derive(Clone)]
pub struct Form {
    pub name: String,
    /// Whether it serves for the forms that are not there.
    pub is_usual: bool,
    pub pattern: Vec<Part>,
}

/// Which of a message's slots count.
type Slots = BTreeMap<String, bool>;

impl Language {
    /// Reads a file.
    pub fn read(code: &str, text: &str) -> Self {
        let file = format!("words/{code}.ftl");
        let plural = Plural::of(code)
            .unwrap_or_else(|| panic!("{file}: src/words/plural.rs has no rule of {code:?} for plurals"));
        let marks = Marks::of(code)
            .unwrap_or_else(|| panic!("{file}: src/words/marks.rs has no marks of {code:?} in numbers"));
        let resource = fluent::parse(&file, text);
        let reader = fluent::Reader::of(&file, &resource);
        let mut messages = Vec::new();
        for entry in &resource.body {
            if let ast::Entry::Message(message) = entry {
                let id = message.id.name;
                let family = message.value.is_none().then(|| id.to_owned());
                let mut add = |id: String, pattern| {
                    let pattern = reader.pattern(&id, pattern, &[]);
                    messages.push(Message { id, family: family.clone(), pattern });
                };
                if let Some(pattern) = &message.value {
                    add(id.to_owned(), pattern);
                }
                for attribute in &message.attributes {
                    add(format!("{id}-{}", attribute.id.name), &attribute.value);
                }
            }
        }
        let mut seen = BTreeSet::new();
        for Message { id, .. } in &messages {
            assert!(seen.insert(id), "{file}: {id} stands twice");
        }
        Self { code: code.to_owned(), plural, marks, messages }
    }

    /// The texts, in the order of the English messages, each as one text.
    fn texts(&self, english: &[Message]) -> Vec<String> {
        let own: BTreeMap<_, _> = self.messages.iter().map(|message| (&message.id, message)).collect();
        let file = format!("words/{}.ftl", self.code);
        for id in own.keys() {
            assert!(
                english.iter().any(|message| message.id == **id),
                "{file}: {id} is no message of words/en.ftl"
            );
        }
        let texts = english.iter().map(|message| {
            let Message { id, .. } = message;
            let own = own.get(id).unwrap_or_else(|| panic!("{file}: {id} is missing"));
            let (slots, own_slots) = (slots(&message.pattern), slots(&own.pattern));
            assert!(slots.keys().eq(own_slots.keys()), "{file}: {id} has other slots than words/en.ftl");
            for (slot, counts) in own_slots {
                assert!(!counts || slots[&slot], "{file}: {id} counts {slot}, which words/en.ftl does not");
            }
            self.packed(own, &shared(message, english))
        });
        texts.collect()
    }

    /// A whole text for each form of what is counted, with a mark between them, and marks for the slots.
    fn packed(&self, message: &Message, slots: &Slots) -> String {
        let counts: Vec<_> = slots.iter().filter(|(_, counts)| **counts).map(|(slot, _)| slot).collect();
        let forms = self.plural.forms();
        let texts = (0..forms.len().pow(counts.len() as u32)).map(|form| {
            let chosen = counts.iter().enumerate().map(|(i, slot)| {
                let later = forms.len().pow((counts.len() - 1 - i) as u32);
                ((*slot).as_str(), forms[form / later % forms.len()])
            });
            self.text(&message.id, &message.pattern, slots, &chosen.collect())
        });
        texts.collect::<Vec<_>>().join(NEXT_FORM)
    }

    fn text(&self, id: &str, parts: &[Part], slots: &Slots, chosen: &BTreeMap<&str, &str>) -> String {
        let mut text = String::new();
        for part in parts {
            match part {
                Part::Text(words) => {
                    assert!(
                        !words.contains(|c: char| c.is_control() && c != '\n'),
                        "{id}: a control character"
                    );
                    text += words;
                }
                Part::Slot(slot) => {
                    let place = slots.keys().position(|known| known == slot).expect("it was counted");
                    assert!(place < MOST_SLOTS, "{id}: more than {MOST_SLOTS} slots");
                    text.push(char::from(FIRST_SLOT + place as u8)); // a small number
                }
                Part::Choice(slot, forms) => {
                    for Form { name, .. } in forms {
                        let is_known = self.plural.forms().contains(&name.as_str());
                        assert!(is_known, "words/{}.ftl: {id}: the language has no form {name:?}", self.code);
                    }
                    let form = forms.iter().find(|form| form.name == chosen[slot.as_str()]);
                    let form = form.or_else(|| forms.iter().find(|form| form.is_usual));
                    text += &self.text(id, &form.expect("Fluent asks for one").pattern, slots, chosen);
                }
            }
        }
        text
    }
}

fn slots(parts: &[Part]) -> Slots {
    let mut found = Slots::new();
    for part in parts {
        match part {
            Part::Text(_) => {}
            Part::Slot(slot) => {
                found.entry(slot.clone()).or_insert(false);
            }
            Part::Choice(slot, forms) => {
                found.insert(slot.clone(), true);
                for (slot, counts) in forms.iter().flat_map(|form| slots(&form.pattern)) {
                    *found.entry(slot).or_insert(false) |= counts;
                }
            }
        }
    }
    found
}

/// The slots of a message; of a variant, those of all variants, so that each slot has one place.
fn shared(message: &Message, english: &[Message]) -> Slots {
    let family = english.iter().filter(|other| message.family.is_some() && other.family == message.family);
    family.chain([message]).flat_map(|message| slots(&message.pattern)).collect()
}

/// The typed messages of the English file with their texts in these languages, of which the first is the usual one.
pub fn rust(english: &Language, languages: &[Language]) -> String {
    let english = &english.messages;
    let texts: Vec<_> = languages.iter().map(|language| language.texts(english)).collect();
    let Marks { decimal, group, .. } = languages[0].marks;
    let only = |mark: &str| mark.chars().next().expect("numbers of every language have both marks");
    let mut code = format!(
        "const LANGUAGES: usize = {};\n\n\
         /// The marks in numbers of the usual language.\n\
         pub(crate) const DECIMAL: char = {:?};\n#[cfg(feature = \"web\")]\npub(crate) const GROUP: char = {:?};\n\n\
         impl Words {{\n/// Every language, the usual one first.\npub const ALL: &'static [Self] = &[\n",
        languages.len(),
        only(decimal),
        only(group),
    );
    for (place, Language { code: id, plural, marks, .. }) in languages.iter().enumerate() {
        writeln!(code, "Words::built({id:?}, Plural::{plural:?}, {marks:?}, {place}),").expect(TEXT);
    }
    code += "];\n";
    let of_message = |place: usize| message(place, &texts);
    for (place, Message { id, family, pattern }) in english.iter().enumerate() {
        if let Some(family) = family {
            let (name, shown, message) = (id.replace('-', "_"), shown(pattern), of_message(place));
            let slots = pascal(family);
            writeln!(
                code,
                "/// {shown}\npub fn {name}(&self) -> Pieces<'static, {slots}> {{ self.pieces({message}, {slots}::ALL) }}"
            )
            .expect(TEXT);
        } else if slots(pattern).is_empty() {
            let (name, shown, message) = (id.replace('-', "_"), shown(pattern), of_message(place));
            writeln!(code, "/// {shown}\npub fn {name}(&self) -> &'static str {{ self.plain({message}) }}")
                .expect(TEXT);
        }
    }
    code += "}\n";
    code += "const MESSAGES: &[(&str, usize, Message)] = &[\n";
    for (place, Message { id, pattern, .. }) in english.iter().enumerate() {
        writeln!(code, "({id:?}, {}, {}),", slots(pattern).len(), of_message(place)).expect(TEXT);
    }
    code += "];\n\n";
    let mut last = None;
    for (place, message) in english.iter().enumerate() {
        match &message.family {
            None => code += &structure(message, &of_message(place)),
            family if last != family.as_ref() => code += &variants(message, english),
            _ => {}
        }
        last = message.family.as_ref();
    }
    code
}

const TEXT: &str = "a text takes whatever is written";

/// The messages with slots, none of which counts, as what is said later, in whatever language.
pub fn later(english: &Language, languages: &[Language]) -> String {
    let english = &english.messages;
    let texts: Vec<_> = languages.iter().map(|language| language.texts(english)).collect();
    let mut code = String::new();
    for (place, Message { id, family, pattern }) in english.iter().enumerate() {
        let slots = slots(pattern);
        if family.is_some() || slots.is_empty() || slots.values().any(|counts| *counts) {
            continue;
        }
        let (name, names) = (pascal(id), slots.keys().map(|slot| slot.replace('-', "_")).collect::<Vec<_>>());
        let fields: String = names.iter().map(|slot| format!("    pub {slot}: Later,\n")).collect();
        let values: String = names.iter().map(|slot| format!("message.{slot}, ")).collect();
        let message = message(place, &texts);
        writeln!(
            code,
            "/// {}\n#[allow(dead_code, reason = \"most are said at once\")]\npub(crate) struct {name} {{\n{fields}}}\n\n\
             impl From<{name}> for Later {{\n    fn from(message: {name}) -> Self {{\n        \
             Self::Said({message}, vec![{values}])\n    }}\n}}\n",
            shown(pattern)
        )
        .expect(TEXT);
    }
    code
}

/// The message at this place among the English ones, with its texts in all languages.
fn message(place: usize, texts: &[Vec<String>]) -> String {
    let texts: Vec<_> = texts.iter().map(|language| &language[place]).collect();
    format!("Message::of({place}, {texts:?})")
}

/// A language of which the messages do not know, as an expression of Rust.
pub fn table(language: &Language, english: &Language) -> String {
    let Language { code, plural, marks, .. } = language;
    format!("Words::given({code:?}, Plural::{plural:?}, {marks:?}, &{:?})", language.texts(&english.messages))
}

/// The struct of a message with slots; nothing for one without.
fn structure(Message { id, pattern, .. }: &Message, message: &str) -> String {
    let slots = slots(pattern);
    if slots.is_empty() {
        return String::new();
    }
    let name = pascal(id);
    let mut fields = String::new();
    for (slot, counts) in &slots {
        let (what, kind) =
            if *counts { ("How many.", "Count<'a>") } else { ("What stands in the slot.", "&'a str") };
        writeln!(fields, "    /// {what}\n    pub {}: {kind},", slot.replace('-', "_")).expect(TEXT);
    }
    let field = |slot: &String| format!("self.{}", slot.replace('-', "_"));
    let counts: Vec<_> = slots.iter().filter(|(_, counts)| **counts).map(|(slot, _)| field(slot)).collect();
    let texts: Vec<_> =
        slots.iter().map(|(slot, counts)| field(slot) + if *counts { ".shown" } else { "" }).collect();
    let (counts, texts) = (counts.join(", "), texts.join(", "));
    format!(
        "/// {}\n#[derive(Clone, Copy, Debug)]\npub struct {name}<'a> {{\n{fields}}}\n\n\
         impl {name}<'_> {{\n    /// The text in a language.\n    pub fn text(&self, words: &Words) -> String {{\n        \
         words.filled({message}, &[{counts}], &[{texts}])\n    }}\n}}\n\n",
        shown(pattern)
    )
}

/// The slots of a message in variants, as an enum.
fn variants(message: &Message, english: &[Message]) -> String {
    let slots = shared(message, english);
    let family = message.family.as_deref().unwrap_or_default();
    assert!(slots.values().all(|counts| !counts), "words/en.ftl: {family}: variants cannot count");
    let names: Vec<_> = slots.keys().map(|slot| pascal(slot)).collect();
    let name = pascal(family);
    let list: String =
        names.iter().map(|slot| format!("    /// What stands in the slot.\n    {slot},\n")).collect();
    let all: String = names.iter().map(|slot| format!("Self::{slot}, ")).collect();
    format!(
        "/// The slots of `{family}`.\n#[derive(Clone, Copy, Debug, PartialEq, Eq)]\npub enum {name} {{\n{list}}}\n\n\
         impl {name} {{\n    const ALL: &'static [Self] = &[{all}];\n}}\n\n"
    )
}

fn pascal(id: &str) -> String {
    id.split(['-', '_']).map(capitalised).collect()
}

fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// A message for the documentation of its item.
fn shown(parts: &[Part]) -> String {
    let parts = parts.iter().map(|part| match part {
        Part::Text(words) => words.replace('`', "'").replace('\n', " "),
        Part::Slot(slot) => format!("{{{slot}}}"),
        Part::Choice(_, forms) => forms
            .iter()
            .find(|form| form.is_usual)
            .map_or(String::new(), |form| shown(&form.pattern).replace('`', "")),
    });
    format!("`{}`", parts.collect::<String>().trim())
}
