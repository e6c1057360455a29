//! The packages as they would be published: the crate, and what npm gets.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::{language, site, stamp};

/// Where the npm package is put together, then packed beside it.
pub const NPM: &str = "target/npm";

const INPUTS: &[&str] = &[
    "dist",
    "npm",
    "www",
    "words",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "CHANGELOG.md",
    "LICENSE-APACHE",
    "LICENSE-MIT",
    language::NOTE,
];

/// Packs both, and says where they lie and what they weigh.
pub fn build(sh: &Shell) -> Result<()> {
    let packed = [npm_package(sh)?, the_crate(sh)?];
    for file in packed {
        println!("{file}: {} bytes", sh.read_binary_file(&file)?.len());
    }
    Ok(())
}

/// Packs the npm package, unless it is up to date, and returns its file.
pub fn npm_package(sh: &Shell) -> Result<String> {
    site::build(sh)?;
    stamp::unless_fresh(sh, "npm-package", INPUTS, &[NPM], || {
        sh.remove_path(NPM)?;
        cmd!(sh, "node_modules/.bin/vite build --config www/build/package/package.config.ts").run()?;
        cmd!(sh, "npm pack ./{NPM}/package --pack-destination {NPM} --silent").ignore_stdout().run()?;
        Ok(())
    })?;
    only(sh, NPM, "tgz")
}

/// Packs the crate and builds it from its package. What is not committed yet is packed too.
fn the_crate(sh: &Shell) -> Result<String> {
    const FOLDER: &str = "target/package";
    for path in sh.read_dir(FOLDER).unwrap_or_default() {
        sh.remove_path(path)?;
    }
    let listed =
        cmd!(sh, "cargo package --list --locked --allow-dirty --package breakeven").quiet().read()?;
    let left_out = left_out(&sh.current_dir(), &listed.lines().map(PathBuf::from).collect())?;
    ensure!(
        left_out.is_empty(),
        "the crate lacks what its sources and tests read, see `include` in Cargo.toml: {}",
        left_out.into_iter().collect::<Vec<_>>().join(", ")
    );
    // Where it is read from, even where the build's own folder is set elsewhere.
    cmd!(sh, "cargo package --quiet --locked --allow-dirty --package breakeven --target-dir target")
        // The crate has all languages, whichever the page is in.
        .env_remove(language::LANGUAGE)
        .run()
        .context("cargo could not pack the crate: is the registry of crates within reach?")?;
    only(sh, FOLDER, "crate")
}

/// The one file in `folder` of that kind.
fn only(sh: &Shell, folder: &str, kind: &str) -> Result<String> {
    let files = sh.read_dir(folder)?;
    let mut found = files.iter().filter(|path| path.extension().is_some_and(|extension| extension == kind));
    let file = found.next().with_context(|| format!("{folder} holds no .{kind}"))?;
    ensure!(found.next().is_none(), "{folder} holds several .{kind}");
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    Ok(format!("{folder}/{name}"))
}

/// The files in `root` that Rust sources among the packed files name in their literals, and that are not packed. A name counts
/// from the source's folder, as in `include_str!`, or from the root, as tests have it.
fn left_out(root: &Path, packed: &BTreeSet<PathBuf>) -> Result<BTreeSet<String>> {
    let root = root.canonicalize()?;
    let mut left_out = BTreeSet::new();
    for source in packed.iter().filter(|path| path.extension().is_some_and(|kind| kind == "rs")) {
        let text = std::fs::read_to_string(root.join(source))
            .with_context(|| format!("cannot read {}", source.display()))?;
        let folder = root.join(source);
        let folder = folder.parent().unwrap_or(&root);
        for name in paths(&text) {
            let named = [folder.join(name), root.join(name.trim_start_matches('/'))];
            for file in named.iter().filter(|path| path.is_file()).filter_map(|path| path.canonicalize().ok())
            {
                match file.strip_prefix(&root) {
                    // What is built is not there before.
                    Ok(file) if file.starts_with("target") || packed.contains(file) => {}
                    Ok(file) => drop(left_out.insert(format!("{} of {}", file.display(), source.display()))),
                    Err(_) => {} // the system's
                }
            }
        }
    }
    Ok(left_out)
}

/// What stands between two quotation marks and reads as a path with folders.
fn paths(text: &str) -> impl Iterator<Item = &str> {
    let parts = text.split('"');
    parts.filter(|part| {
        part.contains('/')
            && part.chars().all(|letter| letter.is_ascii_alphanumeric() || "-_./".contains(letter))
    })
}

#[cfg(test)]
mod tests {
    use xshell::Shell;

    use super::*;

    #[test]
    fn a_file_that_a_source_reads_and_the_package_lacks_is_named() -> Result<()> {
        let sh = Shell::new()?;
        let root = sh.create_temp_dir()?;
        let root = root.path();
        for file in [
            "examples/mines.csv",
            "tests/links/1.json",
            "tests/links/2.json",
            "target/a/b.txt",
            "words/en.ftl",
        ] {
            sh.write_file(root.join(file), "")?;
        }
        sh.write_file(
            root.join("tests/links.rs"),
            r#"const A: &str = include_str!("links/1.json"); const W: &str = include_str!("../words/en.ftl");
               const B: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/links/2.json");
               const C: &[&str] = &["batch", "examples/mines.csv", "target/a/b.txt", "no/such.csv", "/dev/full"];"#,
        )?;
        let left_out = |packed: &[&str]| left_out(root, &packed.iter().map(PathBuf::from).collect());
        assert_eq!(
            left_out(&["tests/links.rs", "words/en.ftl"])?.into_iter().collect::<Vec<_>>(),
            ["examples/mines.csv", "tests/links/1.json", "tests/links/2.json"]
                .map(|file| format!("{file} of tests/links.rs"))
        );
        let all = ["examples/mines.csv", "tests/links/1.json", "tests/links/2.json", "words/en.ftl"];
        assert!(left_out(&[&["tests/links.rs"], &all[..]].concat())?.is_empty());
        Ok(())
    }
}
