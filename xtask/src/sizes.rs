//! What the page weighs: the first view, what comes by itself after it, the single file, and the core as JavaScript, each
//! against its budget.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::Shell;

use crate::{site, stamp};

const PAGE: &str = "index.html";
const WORKER: &str = "sw.js";

/// What may be mentioned and is not loaded at once: the core as JavaScript comes where WebAssembly is refused, the
/// rest of the core and the service worker when the first view stands, a packed file in place of its plain one, and what machines are told of.
const LATER: &[&str] =
    &["translated-", "breakeven_rest-", "sw.js", ".br", ".gz", "SHA256SUMS", ".png", ".json"];

/// What has a budget: its name, the files, and the most that they may weigh under brotli; a KB is 1000 bytes.
const BUDGETS: &[(&str, Part, usize)] = &[
    ("the first view: loaded by index.html", Part::LoadedBy(PAGE), 60_000),
    // These come by themselves when it stands.
    ("after it, the rest of the core", Part::File("assets/breakeven_rest-"), 59_000),
    ("after it, what reads in a figure", Part::File("assets/readout-"), 1_200),
    ("after it, the table for a print", Part::File("assets/table-"), 1_500),
    ("the single file", Part::File("breakeven.html"), 120_000),
    ("the core as JavaScript", Part::File("assets/translated-"), 110_000),
];

#[derive(Clone, Copy)]
enum Part {
    /// A page and all that it loads at once.
    LoadedBy(&'static str),
    /// The one file whose path begins so.
    File(&'static str),
}

impl Part {
    fn files(self, dist: &Path) -> Result<Vec<PathBuf>> {
        match self {
            Self::LoadedBy(page) => Ok(loaded(dist, page)?.into_iter().collect()),
            Self::File(name) => {
                let named = |path: &PathBuf| {
                    let path = path.strip_prefix(dist).unwrap_or(path).to_string_lossy();
                    path.starts_with(name) && !path.ends_with(".br") && !path.ends_with(".gz")
                };
                let found: Vec<_> = stamp::files(dist)?.into_iter().filter(named).collect();
                ensure!(found.len() == 1, "dist/ holds {} files named {name}", found.len());
                Ok(found)
            }
        }
    }
}

#[derive(Default)]
struct Weight {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

/// Builds the page and fails where a part of it weighs more than its budget allows.
pub fn check(sh: &Shell) -> Result<()> {
    let excess = print(sh)?;
    ensure!(excess.is_empty(), "too heavy: {}", excess.join(", "));
    Ok(())
}

/// Builds the page, prints what each of its parts weighs, and returns those that are too heavy.
pub fn print(sh: &Shell) -> Result<Vec<String>> {
    site::build(sh)?;
    let dist = sh.current_dir().join("dist");
    let mut excess = Vec::new();
    for &(name, part, budget) in BUDGETS {
        let mut total = Weight::default();
        println!("{:<44}{:>9}{:>9}{:>9}", format!("{name}, bytes"), "raw", "gzip", "brotli");
        for file in part.files(&dist)? {
            let weight = weigh(&file)?;
            print_row(&file.strip_prefix(&dist)?.to_string_lossy(), &weight);
            total.raw += weight.raw;
            total.gzip += weight.gzip;
            total.brotli += weight.brotli;
        }
        print_row("in all", &total);
        println!("{} % of the budget of {budget} bytes under brotli\n", 100 * total.brotli / budget);
        if total.brotli > budget {
            excess.push(format!("{name}, by {} bytes", total.brotli - budget));
        }
    }
    print_worker(&dist)?;
    Ok(excess)
}

/// What a first visit costs beside the first view: the service worker, and the files that it keeps. It has no budget of
/// its own, because all but the worker's script was loaded already: the browser's cache answers for what has a hash in
/// its name, and the server for the page with one line that it has not changed.
fn print_worker(dist: &Path) -> Result<()> {
    let shown = loaded(dist, PAGE)?;
    let script = fs::read_to_string(dist.join(WORKER))?;
    println!("{:<44}{:>9}{:>9}{:>9}", "fetched by its service worker, bytes", "raw", "gzip", "brotli");
    let mut beyond = weigh(&dist.join(WORKER))?;
    print_row(WORKER, &beyond);
    for name in kept_at_once(&script)? {
        let file = dist.join(&name);
        let weight = weigh(&file)?;
        if shown.contains(&file) {
            print_row(&format!("{name} (again)"), &weight);
        } else {
            print_row(&name, &weight);
            beyond.raw += weight.raw;
            beyond.gzip += weight.gzip;
            beyond.brotli += weight.brotli;
        }
    }
    print_row("in all, beyond the first view", &beyond);
    println!();
    Ok(())
}

/// The files that the worker keeps before anybody asks for them, as www/build/scripts/service-worker.ts wrote them into it.
fn kept_at_once(script: &str) -> Result<Vec<String>> {
    let listed = script.split_once(r#""now":{"#).and_then(|(_, rest)| rest.split_once('}'));
    let (listed, _) = listed.with_context(|| format!("{WORKER} lists no files"))?;
    Ok(listed.split(',').filter_map(|entry| entry.split('"').nth(1)).map(str::to_owned).collect())
}

/// The page and all files whose names it, or one of those files, mentions. Their names carry hashes, so a
/// mention is a reference; but what is named in `import(…)` comes only when a reader asks for it. Other pages, to
/// which it may link, are not loaded by it.
fn loaded(dist: &Path, page: &str) -> Result<BTreeSet<PathBuf>> {
    let at_once = |path: &&PathBuf| {
        let name = name_of(path);
        !name.ends_with(".html")
            && !LATER.iter().any(|later| name.starts_with(later) || name.ends_with(later))
    };
    let all = stamp::files(dist)?;
    let others: Vec<_> = all.iter().filter(at_once).collect();
    let mut loaded = BTreeSet::new();
    let mut unread = vec![dist.join(page)];
    while let Some(file) = unread.pop() {
        let bytes = fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let text = String::from_utf8_lossy(&bytes);
        let mentioned = others.iter().filter(|path| is_loaded(&text, &name_of(path)));
        unread.extend(
            mentioned
                .filter(|path| !loaded.contains(**path) && ***path != file)
                .map(|path| path.to_path_buf()),
        );
        loaded.insert(file);
    }
    Ok(loaded)
}

/// Whether `text` mentions `name` elsewhere than as what it imports later, or as a picture for want of a live one.
fn is_loaded(text: &str, name: &str) -> bool {
    text.match_indices(name).any(|(at, _)| {
        let rest_of_tag = text[at..].split('>').next().unwrap_or_default();
        let before = text[..at].trim_end_matches(['.', '/', '`', '"', '\'']);
        !before.ends_with("import(") && !rest_of_tag.contains(r#"loading="lazy""#)
    })
}

fn name_of(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// As a host serves it: by what the build has packed beside it, where that is smaller.
fn weigh(file: &Path) -> Result<Weight> {
    let length = |file: &Path| fs::metadata(file).map(|found| found.len() as usize); // far below 2³²
    let raw = length(file)?;
    let packed = |ending: &str| {
        let mut name = file.as_os_str().to_owned();
        name.push(ending);
        length(Path::new(&name)).unwrap_or(raw)
    };
    Ok(Weight { raw, gzip: packed(".gz"), brotli: packed(".br") })
}

fn print_row(name: &str, Weight { raw, gzip, brotli }: &Weight) {
    println!("{name:<44}{raw:>9}{gzip:>9}{brotli:>9}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_worker_keeps_at_once_is_listed_and_nothing_else() -> Result<()> {
        let script = r#"const FILES={"version":"1a","now":{"assets/a-1.js":"sha256-a+/=","index.html":"sha256-b"},
                        "later":{"assets/c-2.js":"sha256-c"}};"#;
        assert_eq!(kept_at_once(script)?, ["assets/a-1.js", "index.html"]);
        assert!(kept_at_once("").is_err());
        Ok(())
    }

    #[test]
    fn what_the_page_mentions_at_any_remove_is_loaded_and_nothing_else() -> Result<()> {
        let sh = Shell::new()?;
        let dist = sh.create_temp_dir()?;
        let _there = sh.push_dir(dist.path());
        sh.write_file(
            "index.html",
            r#"<script src="./assets/page-1a.js"></script> <a href="about.html">
                   <img src="./assets/still-5e.svg" alt="" loading="lazy">"#,
        )?;
        sh.write_file("about.html", r#"<script src="./assets/about-2b.js"></script>"#)?;
        sh.write_file("assets/about-2b.js", "")?;
        sh.write_file(
            "assets/page-1a.js",
            r#"new URL("core-3c.wasm", import.meta.url); import("./more-4d.js")"#,
        )?;
        sh.write_file("assets/more-4d.js", "")?;
        sh.write_file("assets/still-5e.svg", "<svg/>")?;
        sh.write_file("assets/page-1a.js.br", "")?;
        sh.write_file("assets/core-3c.wasm", b"\0asm")?;

        let names: Vec<_> = loaded(dist.path(), PAGE)?
            .iter()
            .map(|path| Ok(path.strip_prefix(dist.path())?.to_string_lossy().into_owned()))
            .collect::<Result<_>>()?;
        assert_eq!(names, ["assets/core-3c.wasm", "assets/page-1a.js", "index.html"]);
        Ok(())
    }
}
