//! One module in two parts: what the first view needs, and what is asked for later.
//!
//! The second part imports the first one's memory, table, globals and functions: there is one core, and no
//! state and no code twice. Data stay with the first part, as nothing tells whose they are, unless they stand between two
//! marks; so do functions that are called through the table.

use std::collections::HashSet;

use anyhow::{Context, Result, ensure};
use walrus::ir::Value;
use walrus::passes::gc;
use walrus::{
    ConstExpr, DataId, DataKind, ExportItem, FunctionKind, GlobalKind, ImportKind, ImportedFunction, Module,
};

/// Data between them come with the rest: `build.rs` puts them there.
const BEGINS: &[u8] = b"later begins ->\0";
const ENDS: &[u8] = b"<- later ends  \0";

/// The module from which the second part imports: see www/src/load/.
const FIRST: &str = "first";

pub struct Parts {
    pub first: Vec<u8>,
    pub rest: Vec<u8>,
}

/// Parts a module: what only the exports `later` need is in the rest.
pub fn split(bytes: &[u8], later: &[&str]) -> Result<Parts> {
    let mut first = Module::from_buffer(bytes)?;
    for name in later {
        ensure!(first.exports.remove(name).is_ok(), "the core exports no {name}");
    }
    gc::run(&mut first);
    let stays: HashSet<usize> = first.funcs.iter().map(|function| function.id().index()).collect();

    let data = cut_later(&mut first)?;

    let mut rest = Module::from_buffer(bytes)?;
    for id in rest.exports.iter().map(|export| export.id()).collect::<Vec<_>>() {
        if !later.contains(&rest.exports.get(id).name.as_str()) {
            rest.exports.delete(id);
        }
    }
    import_state(&mut rest, first.tables.iter().next().is_some());
    for (at, bytes) in data {
        add_data(&mut rest, at, bytes)?;
    }
    for id in rest.funcs.iter_local().map(|(id, _)| id).collect::<Vec<_>>() {
        if stays.contains(&id.index()) {
            let ty = rest.funcs.get(id).ty();
            let import = rest.imports.add(FIRST, &name_of(id.index(), ""), id);
            rest.funcs.get_mut(id).kind = FunctionKind::Import(ImportedFunction { import, ty });
        }
    }
    gc::run(&mut rest);
    export_to(&rest, &mut first)?;
    Ok(Parts { first: first.emit_wasm(), rest: rest.emit_wasm() })
}

/// Takes the data between the marks out of the module: where each run of them goes, and its bytes.
fn cut_later(module: &mut Module) -> Result<Vec<(i32, Vec<u8>)>> {
    let mut segments = Vec::new();
    for data in module.data.iter() {
        let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind else { continue };
        segments.push((data.id(), at, data.value.clone()));
    }
    let find = |mark: &[u8]| {
        segments.iter().find_map(|(_, at, bytes)| {
            let place = bytes.windows(mark.len()).position(|window| window == mark)?;
            Some(at + place as i32) // a module's data are far below 2³¹
        })
    };
    let Some(from) = find(BEGINS) else { return Ok(Vec::new()) };
    let to = find(ENDS).context("what comes later begins and does not end")?;
    let mut later = Vec::new();
    for (id, at, bytes) in segments {
        let place = |address: i32| (address - at).clamp(0, bytes.len() as i32) as usize; // within the segment
        let (first, last) = (place(from), place(to));
        if first == last {
            continue;
        }
        remove_data(module, id);
        later.push((at + first as i32, bytes[first..last].to_vec()));
        for (kept, at) in [(&bytes[..first], at), (&bytes[last..], at + last as i32)] {
            if !kept.is_empty() {
                add_data(module, at, kept.to_vec())?;
            }
        }
    }
    Ok(later)
}

fn remove_data(module: &mut Module, id: DataId) {
    for memory in module.memories.iter_mut() {
        memory.data_segments.remove(&id);
    }
    module.data.delete(id);
}

fn add_data(module: &mut Module, at: i32, bytes: Vec<u8>) -> Result<()> {
    let memory = module.memories.iter().next().context("data need a memory")?.id();
    let kind = DataKind::Active { memory, offset: ConstExpr::Value(Value::I32(at)) };
    let id = module.data.add(kind, bytes);
    module.memories.get_mut(memory).data_segments.insert(id);
    Ok(())
}

/// A name that no export of wasm-opt's has: those begin with a letter.
fn name_of(index: usize, kind: &str) -> String {
    format!("{index}{kind}")
}

/// Memory, table and globals are those of the first part, and filled by it; where nothing in that calls through the
/// table, the table is the rest's own.
fn import_state(rest: &mut Module, has_table: bool) {
    for id in rest.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
        rest.data.delete(id);
    }
    for memory in rest.memories.iter_mut() {
        memory.data_segments.clear();
        memory.import = Some(rest.imports.add(FIRST, &name_of(memory.id().index(), "memory"), memory.id()));
    }
    if has_table {
        for id in rest.elements.iter().map(|element| element.id()).collect::<Vec<_>>() {
            rest.elements.delete(id);
        }
        for table in rest.tables.iter_mut() {
            table.elem_segments.clear();
            table.import = Some(rest.imports.add(FIRST, &name_of(table.id().index(), "table"), table.id()));
        }
    }
    for id in rest.globals.iter().map(|global| global.id()).collect::<Vec<_>>() {
        let name = name_of(id.index(), "global");
        rest.globals.get_mut(id).kind = GlobalKind::Import(rest.imports.add(FIRST, &name, id));
    }
}

/// Lets the first part export what the rest imports from it.
fn export_to(rest: &Module, first: &mut Module) -> Result<()> {
    for import in rest.imports.iter().filter(|import| import.module == FIRST) {
        let item = match import.kind {
            ImportKind::Function(id) => {
                same(first.funcs.iter().map(|one| one.id()), |other| other.index() == id.index())
            }
            ImportKind::Memory(id) => {
                same(first.memories.iter().map(|one| one.id()), |other| other.index() == id.index())
            }
            ImportKind::Table(id) => {
                same(first.tables.iter().map(|one| one.id()), |other| other.index() == id.index())
            }
            ImportKind::Global(id) => {
                same(first.globals.iter().map(|one| one.id()), |other| other.index() == id.index())
            }
            ImportKind::Tag(_) => None,
        };
        let item = item.with_context(|| format!("the first part lost what the rest needs: {import:?}"))?;
        first.exports.add(&import.name, item);
    }
    Ok(())
}

/// Both parts were read from the same bytes, so that a thing has the same index in both.
fn same<Id>(mut ids: impl Iterator<Item = Id>, is_same: impl Fn(&Id) -> bool) -> Option<ExportItem>
where
    ExportItem: From<Id>,
{
    ids.find(|id| is_same(id)).map(ExportItem::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MODULE: &str = r#"(module
        (import "page" "say" (func $say (param i32)))
        (import "page" "hush" (func $hush))
        (memory (export "memory") 1)
        (table 1 funcref)
        (global $stack (mut i32) (i32.const 1024))
        (elem (i32.const 0) $called_through_the_table)
        (data (i32.const 8) "words")
        (func $called_through_the_table)
        (func $shared (param i32) (global.set $stack (local.get 0)))
        (func $only_then (call $say (i32.load (global.get $stack))))
        (func (export "now") (call $hush) (call_indirect (i32.const 0)) (call $shared (i32.const 1)))
        (func (export "then") (call $shared (i32.const 2)) (call $only_then))
    )"#;

    fn names<'a>(found: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
        let mut names: Vec<_> = found.collect();
        names.sort_unstable();
        names
    }

    #[test]
    fn each_function_is_in_one_part_and_the_rest_takes_the_state_of_the_first() -> Result<()> {
        let Parts { first, rest } = split(&wat::parse_str(MODULE)?, &["then"])?;
        let [first, rest] = [Module::from_buffer(&first)?, Module::from_buffer(&rest)?];
        let [in_first, in_rest] = [&first, &rest].map(|part| part.funcs.iter_local().count());
        assert_eq!((in_first, in_rest), (3, 2), "now, shared, the table's; then, only_then");
        assert_eq!((first.data.iter().count(), rest.data.iter().count()), (1, 0));
        assert_eq!((first.elements.iter().count(), rest.elements.iter().count()), (1, 0));
        assert_eq!(names(rest.exports.iter().map(|export| export.name.as_str())), ["then"]);
        let imported = names(rest.imports.iter().map(|import| import.module.as_str()));
        assert_eq!(imported, ["first", "first", "first", "page"], "memory, global, shared; say");
        for import in rest.imports.iter().filter(|import| import.module == FIRST) {
            assert!(first.exports.iter().any(|export| export.name == import.name), "no {}", import.name);
        }
        assert!(first.exports.iter().any(|export| export.name == "now"));
        assert!(!first.exports.iter().any(|export| export.name == "then"));
        Ok(())
    }

    #[test]
    fn a_table_that_the_first_part_does_without_goes_with_the_rest() -> Result<()> {
        let module = r#"(module
            (memory (export "memory") 1)
            (table 1 funcref)
            (elem (i32.const 0) $called_through_the_table)
            (func $called_through_the_table)
            (func (export "now"))
            (func (export "then") (call_indirect (i32.const 0)))
        )"#;
        let Parts { first, rest } = split(&wat::parse_str(module)?, &["then"])?;
        let [first, rest] = [Module::from_buffer(&first)?, Module::from_buffer(&rest)?];
        let tables = [&first, &rest].map(|part| (part.tables.iter().count(), part.elements.iter().count()));
        assert_eq!(tables, [(0, 0), (1, 1)]);
        assert!(rest.tables.iter().all(|table| table.import.is_none()));
        Ok(())
    }

    #[test]
    fn data_between_the_marks_come_with_the_rest_and_no_others() -> Result<()> {
        let module = r#"(module
            (memory (export "memory") 1)
            (data (i32.const 8) "words later begins ->\00 num")
            (data (i32.const 40) "bers <- later ends  \00 more")
            (func (export "now"))
            (func (export "then") (drop (i32.load (i32.const 30))))
        )"#;
        let Parts { first, rest } = split(&wat::parse_str(module)?, &["then"])?;
        let data = |part: &[u8]| -> Result<Vec<(i32, String)>> {
            let part = Module::from_buffer(part)?;
            let mut found = Vec::new();
            for data in part.data.iter() {
                let DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } = data.kind else {
                    continue;
                };
                found.push((at, String::from_utf8_lossy(&data.value).into_owned()));
            }
            found.sort();
            Ok(found)
        };
        let run = |at, text: &str| (at, text.to_owned());
        assert_eq!(data(&first)?, [run(8, "words "), run(45, "<- later ends  \0 more")]);
        assert_eq!(data(&rest)?, [run(14, "later begins ->\0 num"), run(40, "bers ")]);
        let without_end = module.replace("<-", "--");
        assert!(split(&wat::parse_str(&without_end)?, &["then"]).is_err());
        Ok(())
    }

    #[test]
    fn what_is_not_exported_cannot_come_later() -> Result<()> {
        let error = split(&wat::parse_str(MODULE)?, &["never"]).err().map(|error| error.to_string());
        assert_eq!(error.as_deref(), Some("the core exports no never"));
        Ok(())
    }
}
