//! What a module carries and nobody meets: the messages of panics, and what wasm-bindgen keeps for closures and futures.
//!
//! In a browser no hook prints them, so that a panic shows a trap and its place in the module whether or not a
//! message was written first; the code that writes them weighs two kilobytes of the page.

use std::collections::HashSet;

use anyhow::{Result, ensure};
use walrus::ir::{Call, Visitor, dfs_in_order};
use walrus::{ElementItems, ExportItem, FunctionBuilder, FunctionId, FunctionKind, Module, ValType};

/// Where the standard library's panics begin and are worded.
const PANICS: &[&str] = &[
    "core::panicking::",
    "std::panicking::",
    "core::option::expect_failed",
    "core::option::unwrap_failed",
    "core::result::unwrap_failed",
    "core::slice::index::slice_",
    "core::str::slice_error_fail",
    "alloc::alloc::handle_alloc_error",
    "alloc::raw_vec::handle_error",
    "alloc::raw_vec::capacity_overflow",
];
/// JavaScript calls them with a closure that Rust has handed out, or when a future wakes. The core hands out none:
/// that would be one of these imports.
const CLOSURES: &[&str] = &["wasm_bindgen::convert::closures::_::invoke", "js_sys::futures::"];
const HANDED_OUT: &[&str] = &["__wbindgen_closure", "__wbindgen_cast"];
/// All formatting of the standard library goes through it.
const FORMATTING: &str = "core::fmt::write";

/// Lets every panic end in a trap at once. Where nothing else is formatted by `core::fmt`, that goes, too.
pub fn panics(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut module = Module::from_buffer(bytes)?;
    let named = |module: &Module, is_meant: &dyn Fn(&str) -> bool| -> Vec<FunctionId> {
        let meant = |id: &FunctionId| {
            module.funcs.get(*id).name.as_deref().is_some_and(|name| is_meant(&plain(name)))
        };
        module.funcs.iter_local().map(|(id, _)| id).filter(meant).collect()
    };
    let panics = named(&module, &|name| PANICS.iter().any(|begin| name.contains(begin)));
    ensure!(!panics.is_empty(), "the module has no names, or the standard library panics by other ones now");
    trap(&mut module, &panics);
    let hands_out = |name: &str| HANDED_OUT.iter().any(|begin| name.starts_with(begin));
    if !module.imports.iter().any(|import| hands_out(&import.name)) {
        let closures = named(&module, &|name| CLOSURES.iter().any(|begin| name.starts_with(begin)));
        trap(&mut module, &closures);
    }
    let formats = named(&module, &is_formatting);
    let used = used(&module, &formats);
    if named(&module, &|name| name == FORMATTING).iter().all(|id| !used.contains(id)) {
        let unused: Vec<_> = formats.into_iter().filter(|id| !used.contains(id)).collect();
        trap(&mut module, &unused);
    }
    Ok(module.emit_wasm())
}

/// `core[1a2b]::fmt::write` and `core::fmt::write::h1a2b…` without their hashes.
fn plain(name: &str) -> String {
    let mut plain = String::new();
    let mut within = false;
    for character in name.chars() {
        match character {
            '[' => within = true,
            ']' => within = false,
            _ if within => {}
            other => plain.push(other),
        }
    }
    match plain.rsplit_once("::h") {
        Some((name, hash)) if hash.len() == 16 => name.to_owned(),
        _ => plain,
    }
}

/// Whether it is a part of `core::fmt`, or the way of one of the standard library's own types to it. Not what takes
/// the text: a type of ours that hands its words to a `Formatter` gets there through the table, and nobody sees it.
fn is_formatting(name: &str) -> bool {
    if name.ends_with("::write_str") || name.ends_with("::write_char") {
        return false;
    }
    let own = ["core::", "alloc::", "std::", "<core::", "<alloc::", "<std::", "<&", "<str", "<u", "<i"];
    own.iter().any(|begin| name.starts_with(begin)) && name.contains("fmt")
}

/// All that can be called: from outside, or through the table, other than `formats`, and what those call.
fn used(module: &Module, formats: &[FunctionId]) -> HashSet<FunctionId> {
    let exported = module.exports.iter().filter_map(|export| match export.item {
        ExportItem::Function(id) => Some(id),
        _ => None,
    });
    let in_table = module.elements.iter().flat_map(|element| match &element.items {
        ElementItems::Functions(functions) => functions.as_slice(),
        ElementItems::Expressions(..) => &[],
    });
    let mut open: Vec<_> =
        exported.chain(in_table.copied().filter(|id| !formats.contains(id))).chain(module.start).collect();
    let mut used = HashSet::new();
    while let Some(id) = open.pop() {
        if used.insert(id)
            && let FunctionKind::Local(function) = &module.funcs.get(id).kind
        {
            let mut called = Called(&mut open);
            dfs_in_order(&mut called, function, function.entry_block());
        }
    }
    used
}

struct Called<'a>(&'a mut Vec<FunctionId>);

impl Visitor<'_> for Called<'_> {
    fn visit_call(&mut self, call: &Call) {
        self.0.push(call.func);
    }
}

/// Leaves of each function nothing but a trap.
fn trap(module: &mut Module, functions: &[FunctionId]) {
    for &id in functions {
        let (parameters, results) = module.types.params_results(module.funcs.get(id).ty());
        let (parameters, results): (Vec<ValType>, Vec<ValType>) = (parameters.to_vec(), results.to_vec());
        let arguments = parameters.iter().map(|kind| module.locals.add(*kind)).collect();
        let mut builder = FunctionBuilder::new(&mut module.types, &parameters, &results);
        builder.func_body().unreachable();
        module.funcs.get_mut(id).kind = FunctionKind::Local(builder.local_func(arguments));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `live` formats only where a test says so.
    fn module(live: &str) -> Result<Vec<u8>> {
        Ok(wat::parse_str(format!(
            r#"(module
                (import "page" "say" (func $say))
                (table 3 funcref)
                (elem (i32.const 0) $display $own $string)
                (func $write (@name "core[0123]::fmt::write") (call $say))
                (func $display (@name "<&str as core[0123]::fmt::Display>::fmt") (call $write))
                (func $string (@name "<alloc[0123]::string::String as core[0123]::fmt::Write>::write_str") (call $say))
                (func $own (@name "own::fmt::shown") (call $say))
                (func $panic (@name "core[0123]::panicking::panic_fmt") (param i32) (call $write) (unreachable))
                (func (export "live") {live} (call $panic (i32.const 1)))
            )"#
        ))?)
    }

    /// The names of the functions that still say something.
    fn saying(bytes: &[u8]) -> Result<Vec<String>> {
        let trimmed = Module::from_buffer(&panics(bytes)?)?;
        let mut saying = Vec::new();
        for (id, function) in trimmed.funcs.iter_local() {
            let mut called = Vec::new();
            dfs_in_order(&mut Called(&mut called), function, function.entry_block());
            if !called.is_empty() {
                saying.push(plain(trimmed.funcs.get(id).name.as_deref().unwrap_or("live")));
            }
        }
        saying.sort();
        Ok(saying)
    }

    #[test]
    fn a_panic_ends_in_a_trap_and_takes_the_formatting_along_that_nobody_else_needs() -> Result<()> {
        let left = ["<alloc::string::String as core::fmt::Write>::write_str", "live", "own::fmt::shown"];
        assert_eq!(saying(&module("")?)?, left);
        Ok(())
    }

    #[test]
    fn formatting_that_is_needed_stays_whole() -> Result<()> {
        let all = [
            "<&str as core::fmt::Display>::fmt",
            "<alloc::string::String as core::fmt::Write>::write_str",
            "core::fmt::write",
            "live",
            "own::fmt::shown",
        ];
        assert_eq!(saying(&module("(call $write)")?)?, all);
        Ok(())
    }

    #[test]
    fn a_module_without_names_is_an_error() -> Result<()> {
        assert!(panics(&wat::parse_str("(module (func))")?).is_err());
        Ok(())
    }
}
