//! The literal texts of the sources, without those of the command's help, of tests, and of what only a programmer reads.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use proc_macro2::{TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, ImplItem, Item, Lit, Signature};

/// A literal text, and in which file it stands.
pub struct Literal {
    file: PathBuf,
    pub text: String,
}

/// Texts of more than one word that are read and not printed, or are names in a file format or a program.
const NAMES: [&str; 9] =
    ["per cent", "us cents", "Breakeven", "Title", "Description", "error: ", " in ", "InputError", "Table"];

/// Words of English that are ids too: of commands, flags, columns and keys.
const IDS: [&str; 18] = [
    "%",
    "article",
    "assumed",
    "best",
    "date",
    "default",
    "derived",
    "difficulty",
    "elasticity",
    "fees",
    "lifetime",
    "machine",
    "machines",
    "none",
    "overhead",
    "price",
    "shutdown",
    "swing",
];

/// Units as data has them; beside a number for readers they come from the words. Only these files name them.
const UNITS: [&str; 7] = ["BTC/block", "EH/s", "J/TH", "USD per ", "USD per TH/s", "W", "per year"];
const OF_UNITS: [&str; 5] = [
    "src/inputs.rs",
    "src/inputs/read.rs",
    "src/inputs/table.rs",
    "src/units.rs",
    "src/bin/breakeven/units.rs",
];

impl Literal {
    /// Whether it is the unit of a number in data.
    pub fn is_unit(&self) -> bool {
        UNITS.contains(&self.text.as_str()) && OF_UNITS.iter().any(|file| self.file.ends_with(file))
    }

    /// Whether it is an id, in every language the same.
    pub fn is_id(&self) -> bool {
        IDS.contains(&self.text.as_str())
    }

    /// Whether a person reads it as words: two of them in a row, or one that begins with a capital.
    pub fn is_of_words(&self) -> bool {
        let text = self.text.as_str();
        let is_markup = text.starts_with('<') && text.ends_with('>');
        if NAMES.contains(&text) || is_markup || text.starts_with("export type ") || text.ends_with(".ttf") {
            return false;
        }
        // What stands in braces is the name of a value.
        let told: String =
            self.text.split('{').map(|part| part.rsplit_once('}').map_or(part, |(_, rest)| rest)).collect();
        let words: Vec<_> = told
            .split(|c: char| c.is_whitespace())
            .map(|word| word.trim_matches(|c: char| !c.is_alphabetic()))
            .collect();
        let is_word = |word: &&str| {
            word.len() > 1 && word.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '-'))
        };
        let is_capitalised = |word: &&str| {
            is_word(word) && word.starts_with(char::is_uppercase) && word.ends_with(char::is_lowercase)
        };
        words.windows(2).any(|pair| pair.iter().all(is_word)) || words.iter().any(is_capitalised)
    }
}

impl fmt::Display for Literal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {:?}", self.file.display(), self.text)
    }
}

/// Every literal in a file, or in those below a folder.
pub fn of(place: &str) -> Vec<Literal> {
    let place = Path::new(env!("CARGO_MANIFEST_DIR")).join(place);
    let mut found = Vec::new();
    for file in if place.is_dir() { files(&place) } else { vec![place] } {
        let text = fs::read_to_string(&file).unwrap();
        let mut texts = Vec::new();
        syn::parse_file(&text).unwrap().items.iter().for_each(|item| of_item(item, &mut texts));
        found.extend(texts.into_iter().map(|text| Literal { file: file.clone(), text }));
    }
    found
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else if path.extension().is_some_and(|kind| kind == "rs") && !path.ends_with("tests.rs") {
            found.push(path);
        }
    }
    found.sort();
    found
}

fn of_item(item: &Item, found: &mut Vec<String>) {
    match item {
        Item::Mod(item) if is_of_tests(&item.attrs) => {}
        Item::Fn(item) if !makes_help(&item.sig) => of_tokens(item.block.to_token_stream(), found),
        Item::Fn(_) => {}
        Item::Impl(item) => {
            for item in &item.items {
                match item {
                    // What serde asks of data goes into sentences of its own.
                    ImplItem::Fn(method) if method.sig.ident == "expecting" => {}
                    ImplItem::Fn(method) if makes_help(&method.sig) => {}
                    item => of_tokens(item.to_token_stream(), found),
                }
            }
        }
        item => of_tokens(item.to_token_stream(), found),
    }
}

fn is_of_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.to_token_stream().to_string().contains("test"))
}

/// Flags and commands, with what their help says.
fn makes_help(signature: &Signature) -> bool {
    let made = signature.output.to_token_stream().to_string();
    made.split(|c: char| !c.is_alphanumeric()).any(|word| matches!(word, "Arg" | "Command"))
}

fn of_tokens(tokens: TokenStream, found: &mut Vec<String>) {
    let tokens: Vec<_> = tokens.into_iter().collect();
    let is = |at: Option<usize>, name: &str| {
        at.and_then(|at| tokens.get(at)).is_some_and(|token| token.to_string() == name)
    };
    for (at, token) in tokens.iter().enumerate() {
        let before = at.checked_sub(1);
        match token {
            // Attributes, among them the documentation, what a panic says, and the name of a type.
            TokenTree::Group(_)
                if ["#", "expect", "expect_throw", "debug_struct"].iter().any(|name| is(before, name)) => {}
            TokenTree::Group(_)
                if is(before, "!")
                    && ["assert", "debug_assert", "panic", "unreachable"]
                        .iter()
                        .any(|name| is(at.checked_sub(2), name)) => {}
            TokenTree::Group(group) => of_tokens(group.stream(), found),
            TokenTree::Literal(literal) => {
                if let Lit::Str(text) = Lit::new(literal.clone()) {
                    found.push(text.value());
                }
            }
            _ => {}
        }
    }
}
