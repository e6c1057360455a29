//! The house drawn from its imports: no module uses another that, by whatever way round, uses it.
//!
//! The rule. Each file is a module. It uses another one where a path in it (of a `use` or of the code) names an item
//! or the module itself: both the module that the path goes through last and the one in which the item is defined
//! count. What only says that something is there (`mod x;`, a re-export by `pub use` of a name that the module itself
//! does not use) is no use. A parent is a module like any other: a child may use its parent or the parent its child,
//! not both. Methods belong to their type, wherever their `impl` stands. Tests are left out.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use quote::ToTokens;
use syn::{Attribute, Item, UseTree, Visibility};

/// A path of modules from the root, `["figure", "scale"]`.
type Place = Vec<String>;

/// What one file says.
#[derive(Default)]
struct Module {
    /// Names that are defined here.
    defined: BTreeSet<String>,
    /// Names that a `use` brings, and whether it hands them on.
    imported: BTreeMap<String, (Vec<String>, bool)>,
    /// Modules all of whose names a `use` brings, and whether it hands them on.
    globs: Vec<(Vec<String>, bool)>,
    /// Paths in the code.
    paths: BTreeSet<Vec<String>>,
}

/// Every module of a library or a program.
#[derive(Default)]
struct House(BTreeMap<Place, Module>);

/// Who uses whom, and by which words.
type Uses = BTreeMap<Place, BTreeMap<Place, String>>;

/// What has been asked on the way to an item, a path in a module, and where it leads.
type Seen = BTreeMap<(Place, Vec<String>), Option<Target>>;

/// Where a path leads: to a module, or to an item in one.
#[derive(Clone)]
enum Target {
    Module(Place),
    Item(Place),
}

impl House {
    fn of(root: impl AsRef<Path>) -> Self {
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(root);
        let mut house = Self::default();
        let below = file.parent().unwrap().to_path_buf();
        house.add(Vec::new(), &file, &below);
        house
    }

    /// A module's file, and the folder in which the files of its children lie.
    fn add(&mut self, place: Place, file: &Path, below: &Path) {
        let text = fs::read_to_string(file).unwrap();
        let mut module = Module::default();
        for item in syn::parse_file(&text).unwrap().items {
            if of_tests(attributes(&item)) {
                continue;
            }
            match &item {
                Item::Use(item) => {
                    let hands_on = !matches!(item.vis, Visibility::Inherited);
                    module.import(&item.tree, &mut Vec::new(), hands_on);
                }
                Item::Mod(child) if child.content.is_none() => {
                    let name = child.ident.to_string();
                    let file = below.join(&name).with_extension("rs");
                    let child = place.iter().chain([&name]).cloned().collect();
                    self.add(child, &file, &below.join(name));
                }
                item => {
                    if let Some(name) = name(item) {
                        module.defined.insert(name);
                    }
                    module.read(item.to_token_stream());
                }
            }
        }
        self.0.insert(place, module);
    }

    /// Where a path leads that stands in the module at `from`; `None` for what is not of this crate.
    fn resolve(&self, from: &Place, path: &[String], seen: &mut Seen) -> Option<Target> {
        let (first, mut rest) = path.split_first()?;
        let mut at = match first.as_str() {
            "crate" => Vec::new(),
            "self" => from.clone(),
            "super" => from.split_last()?.1.to_vec(),
            _ => return self.look_up(from, path, seen),
        };
        while let Some((next, after)) = rest.split_first().filter(|(next, _)| *next == "super") {
            let _ = next;
            at.pop()?;
            rest = after;
        }
        if rest.is_empty() { Some(Target::Module(at)) } else { self.look_up(&at, rest, seen) }
    }

    /// What the first name of `path` means in the module `at`, and so on down.
    fn look_up(&self, at: &Place, path: &[String], seen: &mut Seen) -> Option<Target> {
        // What leads back to its own question leads nowhere.
        let question = (at.clone(), path.to_vec());
        if let Some(known) = seen.get(&question) {
            return known.clone();
        }
        seen.insert(question.clone(), None);
        let target = self.look_up_anew(at, path, seen);
        seen.insert(question, target.clone());
        target
    }

    fn look_up_anew(&self, at: &Place, path: &[String], seen: &mut Seen) -> Option<Target> {
        let (first, rest) = path.split_first()?;
        let module = self.0.get(at)?;
        let child: Place = at.iter().chain([first]).cloned().collect();
        let target = if self.0.contains_key(&child) {
            Target::Module(child)
        } else if module.defined.contains(first) {
            Target::Item(at.clone())
        } else if let Some((path, _)) = module.imported.get(first) {
            self.resolve(at, path, seen)?
        } else {
            module.globs.iter().find_map(|(glob, _)| match self.resolve(at, glob, seen)? {
                Target::Module(other) if other != *at => self.look_up(&other, &path[..1], seen),
                _ => None,
            })?
        };
        match target {
            Target::Module(place) if !rest.is_empty() => self.look_up(&place, rest, seen),
            target => Some(target),
        }
    }

    fn uses(&self) -> Uses {
        let mut uses = Uses::new();
        for (place, module) in &self.0 {
            let of_place = uses.entry(place.clone()).or_default();
            let mut note = |path: &[String]| {
                // The module that is named last on the way, and the one where the item is at home.
                for length in (1..=path.len()).rev() {
                    if let Some(Target::Module(named)) =
                        self.resolve(place, &path[..length], &mut Seen::new())
                    {
                        of_place.entry(named).or_insert_with(|| path.join("::"));
                        break;
                    }
                }
                if let Some(Target::Item(home)) = self.resolve(place, path, &mut Seen::new()) {
                    of_place.entry(home).or_insert_with(|| path.join("::"));
                }
            };
            for (name, (path, hands_on)) in &module.imported {
                let is_used = module.paths.iter().any(|path| path.first() == Some(name));
                if !hands_on || is_used {
                    note(path);
                }
            }
            for (path, _) in module.globs.iter().filter(|(_, hands_on)| !hands_on) {
                note(path);
            }
            // A single word is an item, the name of a field or a variable, or the `super` of a `pub(super)`.
            for path in module.paths.iter().filter(|path| path.len() > 1) {
                note(path);
            }
            of_place.remove(place);
        }
        uses
    }
}

impl Module {
    fn import(&mut self, tree: &UseTree, before: &mut Vec<String>, hands_on: bool) {
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.import(&path.tree, before, hands_on);
                before.pop();
            }
            UseTree::Group(group) => {
                for tree in &group.items {
                    self.import(tree, before, hands_on);
                }
            }
            UseTree::Glob(_) => self.globs.push((before.clone(), hands_on)),
            UseTree::Name(name) if name.ident == "self" => {
                let name = before.last().cloned().unwrap_or_default();
                self.imported.insert(name, (before.clone(), hands_on));
            }
            UseTree::Name(name) => {
                let path = before.iter().cloned().chain([name.ident.to_string()]).collect();
                self.imported.insert(name.ident.to_string(), (path, hands_on));
            }
            UseTree::Rename(rename) => {
                let own = rename.ident.to_string();
                let path: Vec<_> = before.iter().cloned().chain([own.clone()]).collect();
                let known = if rename.rename == "_" { path.join("::") } else { rename.rename.to_string() };
                self.imported.insert(known, (path, hands_on));
            }
        }
    }

    /// The paths in a piece of code; a name behind a point is a method or a field.
    fn read(&mut self, code: TokenStream) {
        let tokens: Vec<_> = code.into_iter().collect();
        let is = |at: usize, mark: char| matches!(tokens.get(at), Some(TokenTree::Punct(punct)) if punct.as_char() == mark);
        let mut at = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                TokenTree::Group(group) => self.read(group.stream()),
                TokenTree::Ident(ident) if !(at >= 2 && is(at - 2, '.')) => {
                    let mut path = vec![ident.to_string()];
                    while is(at, ':') && is(at + 1, ':') {
                        match tokens.get(at + 2) {
                            Some(TokenTree::Ident(next)) => path.push(next.to_string()),
                            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Brace => {
                                let mut inner = Self::default();
                                inner.read(group.stream());
                                for rest in inner.paths {
                                    self.paths.insert(path.iter().cloned().chain(rest).collect());
                                }
                                at += 1;
                            }
                            _ => break,
                        }
                        at += 3;
                    }
                    self.paths.insert(path);
                }
                _ => {}
            }
        }
    }
}

fn attributes(item: &Item) -> &[Attribute] {
    match item {
        Item::Mod(item) => &item.attrs,
        Item::Use(item) => &item.attrs,
        Item::Fn(item) => &item.attrs,
        Item::Impl(item) => &item.attrs,
        Item::Const(item) => &item.attrs,
        _ => &[],
    }
}

fn of_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| attribute.to_token_stream().to_string().contains("cfg (test)"))
}

fn name(item: &Item) -> Option<String> {
    let ident = match item {
        Item::Const(item) => &item.ident,
        Item::Enum(item) => &item.ident,
        Item::Fn(item) => &item.sig.ident,
        Item::Macro(item) => item.ident.as_ref()?,
        Item::Static(item) => &item.ident,
        Item::Struct(item) => &item.ident,
        Item::Trait(item) => &item.ident,
        Item::Type(item) => &item.ident,
        _ => return None,
    };
    Some(ident.to_string())
}

/// Who is reached from each module, by whatever way.
fn reached(uses: &Uses, from: &Place) -> BTreeSet<Place> {
    let (mut reached, mut open) = (BTreeSet::new(), vec![from.clone()]);
    while let Some(place) = open.pop() {
        for next in uses.get(&place).into_iter().flat_map(BTreeMap::keys) {
            if reached.insert(next.clone()) {
                open.push(next.clone());
            }
        }
    }
    reached
}

/// A line for each use that is part of a circle.
fn circles(uses: &Uses) -> Vec<String> {
    let named = |place: &Place| if place.is_empty() { "the root".to_owned() } else { place.join("::") };
    let mut lines = Vec::new();
    for (place, others) in uses {
        for (other, words) in others {
            if reached(uses, other).contains(place) {
                lines.push(format!("{} uses {} ({words})", named(place), named(other)));
            }
        }
    }
    lines
}

#[test]
fn a_circle_is_found_by_whatever_way_it_goes() {
    let folder = std::env::temp_dir().join(format!("breakeven-house-{}", std::process::id()));
    fs::create_dir_all(&folder).unwrap();
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "use crate::b::two; pub fn one() { two() }"),
        ("b.rs", "use super::c::*; pub fn two() { three() }"),
        ("c.rs", "pub fn three() { let _ = vec![crate::a::one()]; }"),
        ("d.rs", "pub use crate::a::one; #[cfg(test)] mod tests { use crate::a::one; }"),
    ];
    for (name, text) in files {
        fs::write(folder.join(name), text).unwrap();
    }
    let found = circles(&House::of(folder.join("lib.rs")).uses());
    fs::remove_dir_all(folder).unwrap();
    let told = ["a uses b (crate::b::two)", "b uses c (super::c)", "c uses a (crate::a::one)"];
    assert_eq!(found, told);
}

#[test]
fn no_module_of_the_library_uses_another_in_a_circle() {
    let house = House::of("src/lib.rs");
    assert!(house.0.len() > 40, "{} modules", house.0.len());
    let circles = circles(&house.uses());
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}

#[test]
fn no_module_of_the_command_uses_another_in_a_circle() {
    let house = House::of("src/bin/breakeven/main.rs");
    assert!(house.0.len() > 15, "{} modules", house.0.len());
    let circles = circles(&house.uses());
    assert!(circles.is_empty(), "{}", circles.join("\n"));
}
