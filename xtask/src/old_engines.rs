//! Chromiums of other years, for the tests: npm packages that were made for servers carry them, packed with brotli.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{PushEnv, Shell, cmd};

use crate::tools;

/// Names the packages and their sums.
const PACKAGES: &str = "xtask/old-engines";
const FOLDER: &str = "target/tools/old-engines";
/// By this environment variable tests/browser/support/old.mjs finds them.
const VARIABLE: &str = "BREAKEVEN_OLD_ENGINES";
const VERSIONS: &[&str] = &["80", "92", "103", "109", "119"];
/// Their libraries, by the name that the packages of some year have for them.
const LIBRARIES: &[&str] = &["aws.tar", "al2023.tar"];

/// Names their folder in an environment variable, for as long as what it returns lives; not on a machine that they
/// do not run on, where the tests say so.
pub fn export(sh: &Shell) -> Result<Option<PushEnv<'_>>> {
    if !cfg!(all(target_os = "linux", target_arch = "x86_64")) {
        return Ok(None);
    }
    let folder = sh.current_dir().join(FOLDER);
    let asked = ["package.json", "package-lock.json"].map(|file| sh.read_file(format!("{PACKAGES}/{file}")));
    let asked = asked.into_iter().collect::<Result<String, _>>()?;
    // Not by what they hold, as elsewhere: it is most of a gigabyte.
    let stamp = folder.join("asked");
    if sh.read_file(&stamp).ok().as_ref() != Some(&asked) {
        install(sh, &folder)?;
        sh.write_file(&stamp, asked)?;
    }
    Ok(Some(sh.push_env(VARIABLE, folder)))
}

fn install(sh: &Shell, folder: &Path) -> Result<()> {
    eprintln!(
        "The Chromiums {} are not here, and the page is tested in them: \
         fetching them into {FOLDER} with npm, once, 270 MB",
        VERSIONS.join(", ")
    );
    tools::node(sh)?;
    sh.remove_path(folder)?;
    let packages = folder.join("packages");
    sh.create_dir(&packages)?;
    for file in ["package.json", "package-lock.json"] {
        sh.copy_file(format!("{PACKAGES}/{file}"), packages.join(file))?;
    }
    cmd!(sh, "npm ci --prefix {packages} --ignore-scripts --legacy-peer-deps --no-audit --no-fund")
        .run()
        .context("npm could not fetch old Chromiums: is its registry within reach?")?;
    for version in VERSIONS {
        unpack(sh, &packages.join(format!("node_modules/chromium-{version}/bin")), &folder.join(version))
            .with_context(|| format!("Chromium {version} could not be unpacked"))?;
    }
    sh.remove_path(packages)?;
    Ok(())
}

/// Leaves the program and the libraries that it was built with in `to`.
fn unpack(sh: &Shell, from: &Path, to: &Path) -> Result<()> {
    sh.create_dir(to)?;
    let program = to.join("chromium");
    unbrotli(sh, &from.join("chromium.br"), &program)?;
    cmd!(sh, "chmod +x {program}").quiet().run()?;
    for name in LIBRARIES {
        let packed = from.join(format!("{name}.br"));
        if sh.path_exists(&packed) {
            let tar = to.join(name);
            unbrotli(sh, &packed, &tar)?;
            cmd!(sh, "tar --extract --file {tar} --directory {to}").quiet().run()?;
            sh.remove_path(tar)?;
        }
    }
    Ok(())
}

/// By Node, which does it in a second; what cargo builds for development takes a minute.
fn unbrotli(sh: &Shell, from: &PathBuf, to: &PathBuf) -> Result<()> {
    const SCRIPT: &str = "const { createReadStream, createWriteStream } = require('node:fs'); \
        require('node:stream').pipeline(createReadStream(process.argv[1]), \
        require('node:zlib').createBrotliDecompress(), createWriteStream(process.argv[2]), \
        (error) => { if (error) throw error; })";
    Ok(cmd!(sh, "node --eval {SCRIPT} {from} {to}").quiet().run()?)
}
