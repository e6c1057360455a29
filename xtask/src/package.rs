//! The packages as they would be published: the crate, and what npm gets.

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::{language, site, stamp};

/// Where the npm package is put together, then packed beside it.
pub const NPM: &str = "target/npm";

const INPUTS: &[&str] =
    &["dist", "npm", "www", "package.json", "CHANGELOG.md", "LICENSE-APACHE", "LICENSE-MIT"];

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
    cmd!(sh, "cargo package --quiet --locked --allow-dirty --package breakeven")
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
