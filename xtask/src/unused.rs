//! Data that nothing reaches. The linker leaves out what no code names, but it comes before the panics end in traps
//! (trim.rs): their messages, their places in the sources and what prints numbers for them stay behind in the module.
//!
//! Where each datum begins and ends only the linker knows. It tells when it is asked to keep relocations
//! (`--emit-relocs`). What is then reached from the code, at once or from data that are reached, stays, and all else
//! becomes zeros, which wasm-opt packs. A number that only looks like an address keeps too much. It must come before
//! wasm-opt computes with addresses: what it puts together nobody takes apart again.

use std::collections::HashSet;
use std::ops::Range;

use anyhow::{Context, Result, ensure};
use walrus::ir::{Const, Load, Store, Value, Visitor, dfs_in_order};
use walrus::{ConstExpr, DataKind, Module};
use wasmparser::{BinaryReader, Linking, LinkingSectionReader, RelocSectionReader, SymbolInfo};

/// Where data lie in memory.
#[derive(Debug, Default, PartialEq)]
pub struct Symbols {
    places: Vec<Range<u32>>,
    /// Addresses by which code names a datum from outside it, such as its end, and its place among those above.
    outside: Vec<(u32, usize)>,
}

impl Symbols {
    /// Takes what the linker tells out of a module; nothing that runs has a use for it.
    pub fn take(bytes: &[u8]) -> Result<(Vec<u8>, Self)> {
        let mut module = Module::from_buffer(bytes)?;
        let mut section = |name| {
            let found = module.customs.remove_raw(name).map(|section| section.data);
            found.with_context(|| format!("the linker left no {name} in the module"))
        };
        let (linking, code, _) = (section("linking")?, section("reloc.CODE")?, section("reloc.DATA")?);
        let segments: Vec<u32> = segments(&module).map(|(at, _)| at).collect();

        let mut symbols = Self::default();
        // Of each symbol, which of ours it is.
        let mut ours = Vec::new();
        for part in LinkingSectionReader::new(BinaryReader::new(&linking, 0))? {
            let Linking::SymbolTable(table) = part? else { continue };
            for symbol in table {
                let data = match symbol? {
                    SymbolInfo::Data { symbol, .. } => symbol,
                    _ => None,
                };
                // What begins as zeros has no segment.
                let place = data.and_then(|data| {
                    let from = segments.get(data.index as usize)? + data.offset;
                    Some(from..from + data.size)
                });
                ours.push(place.map(|place| {
                    symbols.places.push(place);
                    symbols.places.len() - 1
                }));
            }
        }
        for entry in RelocSectionReader::new(BinaryReader::new(&code, 0))?.entries() {
            let entry = entry?;
            let Some(Some(symbol)) = ours.get(entry.index as usize) else { continue };
            let place = &symbols.places[*symbol];
            let address = i64::from(place.start) + entry.addend;
            let address = u32::try_from(address).context("an address below zero")?;
            if !place.contains(&address) {
                symbols.outside.push((address, *symbol));
            }
        }
        ensure!(!symbols.places.is_empty(), "the linker names no data");
        Ok((module.emit_wasm(), symbols))
    }

    /// Puts zeros in the place of what nothing reaches.
    pub fn clear_unused(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let mut module = Module::from_buffer(bytes)?;
        let memory = memory(&module);
        let mut addresses = Addresses::default();
        for (_, function) in module.funcs.iter_local() {
            dfs_in_order(&mut addresses, function, function.entry_block());
        }
        let mut reached = HashSet::new();
        let mut open: Vec<u32> = addresses.0.into_iter().collect();
        while let Some(address) = open.pop() {
            for symbol in self.at(address) {
                if reached.insert(symbol) {
                    open.extend(words(&memory, &self.places[symbol]));
                }
            }
        }
        let mut used = vec![false; memory.len()];
        let mut named = used.clone();
        for (symbol, place) in self.places.iter().enumerate() {
            let flags = if reached.contains(&symbol) { &mut used } else { &mut named };
            flags.get_mut(within(place)).into_iter().flatten().for_each(|flag| *flag = true);
        }
        for id in module.data.iter().map(|data| data.id()).collect::<Vec<_>>() {
            let data = module.data.get_mut(id);
            let Some(at) = address_of(&data.kind) else { continue };
            for (byte, address) in data.value.iter_mut().zip(at as usize..) {
                if named[address] && !used[address] {
                    *byte = 0;
                }
            }
        }
        Ok(module.emit_wasm())
    }

    /// What an address may mean.
    fn at(&self, address: u32) -> impl Iterator<Item = usize> {
        let within = (0..self.places.len()).filter(move |symbol| self.places[*symbol].contains(&address));
        let outside = self.outside.iter().filter(move |(other, _)| *other == address);
        within.chain(outside.map(|(_, symbol)| *symbol))
    }
}

/// The segments of a module's data: where each goes, and its bytes.
fn segments(module: &Module) -> impl Iterator<Item = (u32, &[u8])> {
    module.data.iter().filter_map(|data| Some((address_of(&data.kind)?, &*data.value)))
}

fn address_of(kind: &DataKind) -> Option<u32> {
    match kind {
        DataKind::Active { offset: ConstExpr::Value(Value::I32(at)), .. } => Some(*at as u32), // as WebAssembly does
        _ => None,
    }
}

/// The memory of a module as its data fill it.
fn memory(module: &Module) -> Vec<u8> {
    let mut memory = Vec::new();
    for (at, bytes) in segments(module) {
        let at = at as usize;
        memory.resize(memory.len().max(at + bytes.len()), 0);
        memory[at..at + bytes.len()].copy_from_slice(bytes);
    }
    memory
}

fn within(place: &Range<u32>) -> Range<usize> {
    place.start as usize..place.end as usize
}

/// What may be an address within a datum, aligned or not.
fn words(memory: &[u8], place: &Range<u32>) -> impl Iterator<Item = u32> {
    let bytes = memory.get(within(place)).unwrap_or_default();
    bytes.windows(4).filter_map(|word| Some(u32::from_le_bytes(word.try_into().ok()?)))
}

/// What may be an address in the code.
#[derive(Default)]
struct Addresses(HashSet<u32>);

impl Visitor<'_> for Addresses {
    fn visit_const(&mut self, constant: &Const) {
        match constant.value {
            Value::I32(value) => _ = self.0.insert(value as u32), // as WebAssembly does
            // An address and the length behind it, put together.
            Value::I64(value) => self.0.extend([value as u32, (value >> 32) as u32]),
            _ => {}
        }
    }

    fn visit_load(&mut self, load: &Load) {
        self.0.extend(u32::try_from(load.arg.offset));
    }

    fn visit_store(&mut self, store: &Store) {
        self.0.extend(u32::try_from(store.arg.offset));
    }
}

#[cfg(test)]
mod tests {
    use walrus::RawCustomSection;

    use super::*;

    const MODULE: &str = r#"(module
        (memory 1)
        (data (i32.const 16) "said\1c\00\00\00deadfar.end.gonelong")
        (func (export "say") (drop (i32.const 12)) (drop (i32.const 16)) (drop (i32.load offset=20 (i32.const 0)))
            (drop (i64.const 0x400000028))))"#;

    fn symbols() -> Symbols {
        Symbols { places: [16, 20, 24, 28, 32, 36, 40].map(|at| at..at + 4).to_vec(), outside: vec![(12, 4)] }
    }

    fn memory_of(bytes: &[u8]) -> Result<Vec<u8>> {
        Ok(memory(&Module::from_buffer(bytes)?).split_off(16))
    }

    #[test]
    fn what_code_names_stays_and_what_that_points_at_and_all_else_is_zeros() -> Result<()> {
        let module = wat::parse_str(MODULE)?;
        let cleared = memory_of(&symbols().clear_unused(&module)?)?;
        assert_eq!(cleared, b"said\x1c\0\0\0\0\0\0\0far.end.\0\0\0\0long");
        Ok(())
    }

    #[test]
    fn what_lies_where_no_datum_is_known_stays() -> Result<()> {
        let module = wat::parse_str(MODULE)?;
        let cleared = memory_of(&Symbols::default().clear_unused(&module)?)?;
        assert_eq!(cleared, memory_of(&module)?);
        Ok(())
    }

    #[test]
    fn the_linker_tells_where_data_lie_and_what_is_named_from_outside() -> Result<()> {
        let mut module = Module::from_buffer(&wat::parse_str(MODULE)?)?;
        // A function, and data in the first segment.
        let symbols: &[u8] = &[3, 0, 0, 1, 1, b'f', 1, 0, 1, b'd', 0, 4, 8, 1, 0, 1, b'e', 0, 12, 4];
        let linking = [&[2, 8, symbols.len() as u8], symbols].concat();
        // Of the first of those its beginning, and its end.
        let code = vec![3, 2, 3, 1, 1, 0, 3, 9, 1, 8];
        for (name, data) in [("linking", linking), ("reloc.CODE", code), ("reloc.DATA", vec![4, 0])] {
            module.customs.add(RawCustomSection { name: name.to_owned(), data });
        }
        let (bytes, symbols) = Symbols::take(&module.emit_wasm())?;
        assert_eq!(symbols, Symbols { places: vec![20..28, 28..32], outside: vec![(28, 0)] });
        assert!(Module::from_buffer(&bytes)?.customs.get_typed::<RawCustomSection>().is_none());
        assert!(Symbols::take(&bytes).is_err());
        Ok(())
    }
}
