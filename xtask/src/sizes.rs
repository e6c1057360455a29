//! What the page weighs: everything that opening index.html loads, against the budget.

use std::collections::BTreeSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use xshell::Shell;

use crate::{site, stamp};

/// 60 KB, in the stricter reading of the word.
const BUDGET: usize = 60_000;
const PAGE: &str = "index.html";

#[derive(Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Builds the page and fails where it weighs more than the budget allows.
pub fn check(sh: &Shell) -> Result<()> {
    let weight = print(sh)?;
    ensure!(weight <= BUDGET, "the page is {} bytes too heavy", weight - BUDGET);
    Ok(())
}

/// Builds the page, prints what each of its files weighs, and returns their sum under brotli.
pub fn print(sh: &Shell) -> Result<usize> {
    site::build(sh)?;
    let dist = sh.current_dir().join("dist");
    let mut total = Weight::default();
    println!("{:<44}{:>9}{:>9}{:>9}", format!("loaded by {PAGE}, bytes"), "raw", "gzip", "brotli");
    for file in loaded(&dist)? {
        let weight = weigh(&fs::read(&file)?)?;
        print_row(&file.strip_prefix(&dist)?.to_string_lossy(), &weight);
        total.raw += weight.raw;
        total.gzip += weight.gzip;
        total.brotli += weight.brotli;
    }
    print_row("in all", &total);
    println!("{} % of the budget of {BUDGET} bytes under brotli", 100 * total.brotli / BUDGET);
    Ok(total.brotli)
}

/// The page and all files whose names it, or one of those files, mentions. Their names carry
/// hashes, so a mention is a reference. Other pages, to which it may link, are not loaded by it.
fn loaded(dist: &Path) -> Result<BTreeSet<PathBuf>> {
    let others = stamp::files(dist)?;
    let others = others.iter().filter(|path| path.extension().is_none_or(|kind| kind != "html"));
    let mut loaded = BTreeSet::new();
    let mut unread = vec![dist.join(PAGE)];
    while let Some(file) = unread.pop() {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let text = String::from_utf8_lossy(&bytes);
        let mentioned = others
            .clone()
            .filter(|path| path.file_name().is_some_and(|name| text.contains(&*name.to_string_lossy())));
        unread.extend(mentioned.filter(|path| !loaded.contains(*path) && **path != file).cloned());
        loaded.insert(file);
    }
    Ok(loaded)
}

fn weigh(bytes: &[u8]) -> Result<Weight> {
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(bytes)?;
    let mut brotli = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, ..Default::default() };
    brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
    Ok(Weight { raw: bytes.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
}

fn print_row(name: &str, Weight { raw, gzip, brotli }: &Weight) {
    println!("{name:<44}{raw:>9}{gzip:>9}{brotli:>9}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_page_mentions_at_any_remove_is_loaded_and_nothing_else() -> Result<()> {
        let sh = Shell::new()?;
        let dist = sh.create_temp_dir()?;
        let _there = sh.push_dir(dist.path());
        sh.write_file("index.html", r#"<script src="./assets/page-1a.js"></script> <a href="about.html">"#)?;
        sh.write_file("about.html", r#"<script src="./assets/about-2b.js"></script>"#)?;
        sh.write_file("assets/about-2b.js", "")?;
        sh.write_file("assets/page-1a.js", r#"new URL("core-3c.wasm", import.meta.url)"#)?;
        sh.write_file("assets/core-3c.wasm", b"\0asm")?;

        let names: Vec<_> = loaded(dist.path())?
            .iter()
            .map(|path| Ok(path.strip_prefix(dist.path())?.to_string_lossy().into_owned()))
            .collect::<Result<_>>()?;
        assert_eq!(names, ["assets/core-3c.wasm", "assets/page-1a.js", "index.html"]);
        Ok(())
    }
}
