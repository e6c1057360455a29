//! What the crate offers, listed in `tests/golden/surface.txt`: whoever changes it sees what they change.
//!
//! The sources are read as they stand, so that the listing needs no nightly rustdoc. What the two macros of the crate
//! make is listed by their rows, and by the heads of what they make of each row.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use quote::ToTokens;
use syn::{
    Attribute, Fields, ImplItem, Item, ItemEnum, ItemImpl, ItemMacro, ItemStruct, ItemType, UseTree,
    Visibility,
};

/// Everything there is: what each item says of itself under the path of its home.
#[derive(Default)]
struct Crate {
    /// Lines of an item by home; `{}` stands for the path.
    items: BTreeMap<String, Vec<String>>,
    /// Every type, those that nobody outside can reach too.
    types: BTreeSet<String>,
    /// Under which path each home can be reached.
    public: BTreeMap<String, BTreeSet<String>>,
    /// Lines of impls by module and type.
    impls: Vec<(String, String, Vec<String>)>,
    /// What the macros make, and of what.
    macros: BTreeSet<String>,
    /// Fields and variants which only a feature has.
    conditional: Vec<String>,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Tokens as a person writes them.
fn text(tokens: impl ToTokens) -> String {
    let mut text = tokens.to_token_stream().to_string().replace('\n', " ");
    for (from, to) in [
        (" :: ", "::"),
        (" < ", "<"),
        (" > ", "> "),
        (" >", ">"),
        ("< ", "<"),
        (" ,", ","),
        ("& ", "&"),
        (" (", "("),
        ("( ", "("),
        (" )", ")"),
        (" :", ":"),
        (" ;", ";"),
        (" [", "["),
        ("[ ", "["),
        (" ]", "]"),
        (":: ", "::"),
        (" ::", "::"),
        ("->(", "-> ("),
    ] {
        text = text.replace(from, to);
    }
    text
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn has(attributes: &[Attribute], words: &str) -> bool {
    attributes.iter().any(|attribute| text(attribute).contains(words))
}

/// Whether it is for tests, for the page, or hidden from the documentation.
fn is_left_out(attributes: &[Attribute]) -> bool {
    ["cfg(test)", "doc(hidden)", "feature = \"web\""].iter().any(|words| has(attributes, words))
}

/// The feature that an item needs, before its line.
fn feature(attributes: &[Attribute]) -> &'static str {
    if has(attributes, "feature = \"sources\"") { "[sources] " } else { "" }
}

fn extensible(attributes: &[Attribute]) -> &'static str {
    if has(attributes, "non_exhaustive") { ", may grow" } else { "" }
}

fn derived(attributes: &[Attribute]) -> String {
    let derives = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let names = derives.map(|derive| text(derive).replace("#[derive(", "").replace(")]", ""));
    let names: Vec<_> = names.collect();
    if names.is_empty() { String::new() } else { format!(": {}", names.join(", ")) }
}

impl Crate {
    fn read(&mut self, file: &Path, folder: &Path, module: &str, is_open: bool) {
        let source = fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let parsed = syn::parse_file(&source).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for item in &parsed.items {
            self.item(item, folder, module, is_open);
        }
    }

    fn item(&mut self, item: &Item, folder: &Path, module: &str, is_open: bool) {
        if let Item::Struct(ItemStruct { ident, .. })
        | Item::Enum(ItemEnum { ident, .. })
        | Item::Type(ItemType { ident, .. }) = item
        {
            self.types.insert(format!("{module}::{ident}"));
        }
        let (name, attributes, lines) = match item {
            Item::Mod(inner) if inner.content.is_none() && !is_left_out(&inner.attrs) => {
                let name = inner.ident.to_string();
                let file = folder.join(format!("{name}.rs"));
                let path = format!("{module}::{name}");
                let is_open = is_open && is_public(&inner.vis);
                self.read(&file, &folder.join(&name), &path, is_open);
                if is_open {
                    self.items.insert(path.clone(), vec!["mod {}".to_owned()]);
                    self.public.entry(path.clone()).or_default().insert(path);
                }
                return;
            }
            Item::Use(used) if is_public(&used.vis) && is_open && !is_left_out(&used.attrs) => {
                return self.reexport(&used.tree, module, "");
            }
            Item::Impl(block) if !is_left_out(&block.attrs) => return self.block(block, module),
            Item::Macro(called) => return self.called(called),
            Item::Fn(item) if is_public(&item.vis) => {
                let head = text(&item.sig).replacen(&item.sig.ident.to_string(), "{}", 1);
                (item.sig.ident.to_string(), &item.attrs, vec![head])
            }
            Item::Const(item) if is_public(&item.vis) => {
                (item.ident.to_string(), &item.attrs, vec![format!("const {{}}: {}", text(&item.ty))])
            }
            Item::Type(item) if is_public(&item.vis) => {
                (item.ident.to_string(), &item.attrs, vec![format!("type {{}} = {}", text(&item.ty))])
            }
            Item::Struct(item) if is_public(&item.vis) => {
                let generics = text(&item.generics);
                let head =
                    format!("struct {{}}{generics}{}{}", extensible(&item.attrs), derived(&item.attrs));
                let lines = [vec![head], self.fields(&item.fields, module)].concat();
                (item.ident.to_string(), &item.attrs, lines)
            }
            Item::Enum(item) if is_public(&item.vis) => {
                let mut lines = vec![format!("enum {{}}{}{}", extensible(&item.attrs), derived(&item.attrs))];
                for variant in &item.variants {
                    if has(&variant.attrs, "cfg") {
                        self.conditional.push(format!("{module}::{}::{}", item.ident, variant.ident));
                    }
                    let fields =
                        if variant.fields.is_empty() { String::new() } else { text(&variant.fields) };
                    lines.push(format!("variant {{}}::{}{fields}", variant.ident));
                }
                (item.ident.to_string(), &item.attrs, lines)
            }
            _ => return,
        };
        if is_left_out(attributes) {
            return;
        }
        let home = format!("{module}::{name}");
        let lines = lines.into_iter().map(|line| format!("{}{line}", feature(attributes))).collect();
        self.items.insert(home.clone(), lines);
        if is_open {
            self.public.entry(home.clone()).or_default().insert(home);
        }
    }

    fn fields(&mut self, fields: &Fields, module: &str) -> Vec<String> {
        let public = fields.iter().filter(|field| is_public(&field.vis));
        let public: Vec<_> = public.filter_map(|field| Some((field, field.ident.as_ref()?))).collect();
        for (field, name) in &public {
            if has(&field.attrs, "cfg") {
                self.conditional.push(format!("{module}: {name}"));
            }
        }
        public.iter().map(|(field, name)| format!("field {{}}.{name}: {}", text(&field.ty))).collect()
    }

    /// `pub use`: what is below `module` can be reached in `module` itself.
    fn reexport(&mut self, tree: &UseTree, module: &str, prefix: &str) {
        match tree {
            UseTree::Path(path) => {
                let prefix = match path.ident.to_string().as_str() {
                    "crate" => "breakeven".to_owned(),
                    // The module that this one stands in.
                    "super" => module.rsplit_once("::").map_or(module, |(above, _)| above).to_owned(),
                    below => format!("{prefix}{below}"),
                };
                self.reexport(&path.tree, module, &format!("{prefix}::"));
            }
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.reexport(tree, module, prefix)),
            UseTree::Name(name) => {
                let inner = if prefix.starts_with("breakeven::") {
                    prefix.to_owned()
                } else {
                    format!("{module}::{prefix}")
                };
                let home = format!("{inner}{}", name.ident);
                self.public.entry(home).or_default().insert(format!("{module}::{}", name.ident));
            }
            UseTree::Rename(_) | UseTree::Glob(_) => panic!("{module}: the listing knows no such use"),
        }
    }

    fn block(&mut self, block: &ItemImpl, module: &str) {
        let name = text(&block.self_ty);
        let mark = feature(&block.attrs);
        let lines = match &block.trait_ {
            Some((_, path, _)) => vec![format!("{mark}impl {} for {{}}", text(path))],
            None => block.items.iter().filter_map(|item| member(item, mark)).collect(),
        };
        self.impls.push((module.to_owned(), name, lines));
    }

    /// What a macro makes of each row, and its rows.
    fn called(&mut self, called: &ItemMacro) {
        let tokens = called.mac.tokens.to_string();
        let name = called.ident.as_ref().map_or_else(|| text(&called.mac.path), ToString::to_string);
        match (name.as_str(), called.ident.is_some()) {
            ("quantities" | "table" | "views", true) => {
                for head in tokens.split("pub ").skip(1).filter(|head| !head.starts_with('(')) {
                    let head = head.split(['{', ';', '=']).next().unwrap_or_default();
                    self.macros.insert(format!("{name}! makes pub {}", tidy(head)));
                }
                for head in tokens.split("impl ").skip(1).filter_map(|head| head.split('{').next()) {
                    self.macros.insert(format!("{name}! makes impl {}", tidy(head)));
                }
            }
            ("quantities", false) => {
                for row in tokens.split(';').filter_map(|row| row.rsplit(']').next()) {
                    self.macros.insert(format!("quantities! {}", tidy(row)));
                }
            }
            ("table", false) => {
                for row in tokens.split('}').filter_map(|row| row.rsplit(']').next()?.split_once('{')) {
                    self.macros.insert(format!("table! {}", tidy(row.0)));
                }
            }
            ("views", false) => {
                for row in tokens.split(';').filter_map(|row| row.split_once(',')) {
                    self.macros.insert(format!("views! {}", tidy(row.0)));
                }
            }
            _ => {}
        }
    }

    /// Where an item stands that is handed on more than once.
    fn origin<'a>(&'a self, home: &'a str) -> &'a str {
        let handed_on = |(from, paths): (&'a String, &'a BTreeSet<String>)| {
            (from != home && paths.contains(home)).then_some(from.as_str())
        };
        match self.public.iter().find_map(handed_on) {
            Some(from) if !self.items.contains_key(home) => self.origin(from),
            _ => home,
        }
    }

    /// The listing: one line each, in the order of the paths.
    fn listing(&self) -> BTreeSet<String> {
        let mut listing = self.macros.clone();
        for (home, paths) in &self.public {
            let home = self.origin(home);
            let lines = self.items.get(home).into_iter().flatten();
            let lines: Vec<_> = lines.chain(self.impls_of(home)).collect();
            for path in paths {
                listing.extend(lines.iter().map(|line| line.replace("{}", path)));
            }
        }
        listing.remove("");
        listing
    }

    fn impls_of(&self, home: &str) -> impl Iterator<Item = &String> {
        let name = home.rsplit("::").next().unwrap_or_default().to_owned();
        let homes = self.types.iter().filter(|other| other.ends_with(&format!("::{name}"))).count();
        let module = home.strip_suffix(&format!("::{name}")).unwrap_or_default().to_owned();
        let blocks = self.impls.iter().filter(move |(at, of, _)| {
            let of = of.split('<').next().unwrap_or_default();
            // Of two of a name, each has its impls beside it.
            of == name && (homes <= 1 || *at == module)
        });
        blocks.flat_map(|(.., lines)| lines)
    }
}

fn member(item: &ImplItem, mark: &str) -> Option<String> {
    match item {
        ImplItem::Fn(item) if is_public(&item.vis) && !is_left_out(&item.attrs) => {
            let name = item.sig.ident.to_string();
            let head = text(&item.sig).replacen(&format!("fn {name}"), &format!("fn {{}}::{name}"), 1);
            Some(format!("{mark}{}{head}", feature(&item.attrs)))
        }
        ImplItem::Const(item) if is_public(&item.vis) => {
            Some(format!("const {{}}::{}: {}", item.ident, text(&item.ty)))
        }
        _ => None,
    }
}

fn tidy(tokens: &str) -> String {
    text(tokens.parse::<proc_macro2::TokenStream>().unwrap_or_default())
}

fn surface() -> Crate {
    let mut all = Crate::default();
    all.read(&root().join("src/lib.rs"), &root().join("src"), "breakeven", true);
    all
}

#[test]
fn the_surface_is_the_one_that_is_listed() {
    let listing: Vec<_> = surface().listing().into_iter().collect();
    let listing = listing.join("\n") + "\n";
    let path = root().join("tests/golden/surface.txt");
    if std::env::var_os("BREAKEVEN_GOLDEN").is_some_and(|value| value == "write") {
        fs::write(&path, &listing).unwrap();
    }
    let listed = fs::read_to_string(&path).unwrap_or_default();
    let (old, new): (BTreeSet<_>, BTreeSet<_>) = (listed.lines().collect(), listing.lines().collect());
    let gone: Vec<_> = old.difference(&new).collect();
    let come: Vec<_> = new.difference(&old).collect();
    assert!(
        gone.is_empty() && come.is_empty(),
        "gone from the surface: {gone:#?}\nnew in it: {come:#?}\nIf that is meant, run with BREAKEVEN_GOLDEN=write."
    );
}

#[test]
fn a_feature_adds_and_changes_nothing() {
    let conditional = surface().conditional;
    assert!(conditional.is_empty(), "fields or variants that only a feature has: {conditional:?}");
}

#[test]
fn what_is_internal_is_not_listed() {
    let listing = surface().listing();
    let listed = |words: &str| listing.iter().any(|line| line.contains(words));
    assert!(listed("fn breakeven::Inputs::with_all") && listed("field breakeven::Report.regime: Regime"));
    for internal in [
        "format::",
        "slider::",
        "Scale",
        "Error::conflict",
        "Error::not_a_number",
        "Along::extreme",
        "decimal::",
        "wasm::",
    ] {
        assert!(!listed(internal), "{internal}");
    }
}
