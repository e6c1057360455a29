//! Finding the tools, and installing those that are missing.
//!
//! A tool is looked for on PATH, then in target/tools/bin, each time in a version that fits, and
//! else compiled into target/tools: nothing outside the repository changes.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail, ensure};
use semver::{Version, VersionReq};
use xshell::{PushEnv, Shell, cmd};

use crate::stamp;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const WASM_PACK: &str = "0.15.1";
/// What Vite 8 asks for.
const NODE: &str = ">=20.19";

/// Makes sure of all that a build needs.
pub fn ensure_all(sh: &Shell) -> Result<()> {
    wasm_target(sh)?;
    wasm_pack(sh)?;
    wasm_bindgen(sh)?;
    npm_packages(sh)
}

/// The standard library for WebAssembly.
pub fn wasm_target(sh: &Shell) -> Result<()> {
    let sysroot = PathBuf::from(cmd!(sh, "rustc --print sysroot").quiet().read()?);
    if sysroot.join("lib/rustlib").join(WASM_TARGET).is_dir() {
        return Ok(());
    }
    ensure!(
        which::which("rustup").is_ok(),
        "this Rust has no standard library for {WASM_TARGET} and there is no rustup to add it: \
         install Rust from https://rustup.rs, or your system's package for that target"
    );
    cmd!(sh, "rustup target add {WASM_TARGET}").run()?;
    Ok(())
}

/// wasm-pack, of the version tried or one that is compatible with it.
pub fn wasm_pack(sh: &Shell) -> Result<PathBuf> {
    wasm_target(sh)?;
    let fits = VersionReq::parse(&format!("^{WASM_PACK}"))?;
    find_or_compile(sh, "wasm-pack", "wasm-pack", WASM_PACK, &fits)
}

/// wasm-bindgen's command-line tool, of the very version that Cargo.lock has of the library.
pub fn wasm_bindgen(sh: &Shell) -> Result<PathBuf> {
    let version = locked_version(sh, "wasm-bindgen")?;
    let fits = VersionReq::parse(&format!("={version}"))?;
    find_or_compile(sh, "wasm-bindgen", "wasm-bindgen-cli", &version, &fits)
}

/// Puts the wasm-bindgen that fits first on PATH, where wasm-pack looks for it.
pub fn export_wasm_bindgen(sh: &Shell) -> Result<PushEnv<'_>> {
    let tool = wasm_bindgen(sh)?;
    let folder = tool.parent().context("wasm-bindgen lies in no folder")?.to_owned();
    let path = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths([folder].into_iter().chain(env::split_paths(&path)))?;
    Ok(sh.push_env("PATH", path))
}

/// The packages of package-lock.json, in exactly its versions.
pub fn npm_packages(sh: &Shell) -> Result<()> {
    node(sh)?;
    let installed = ["node_modules/.package-lock.json"];
    stamp::unless_fresh(sh, "npm-packages", &["package-lock.json"], &installed, || {
        cmd!(sh, "npm ci --no-audit --no-fund")
            .run()
            .context("npm could not install the packages of package-lock.json: is its registry within reach?")
    })
}

/// Node, of a version that will do.
pub fn node(sh: &Shell) -> Result<()> {
    let found = version_of(sh, Path::new("node"));
    let fits = VersionReq::parse(NODE)?;
    match found {
        Some(version) if fits.matches(&version) => Ok(()),
        Some(version) => bail!("Node {version} is too old, {NODE} is needed: https://nodejs.org"),
        None => bail!("there is no Node, {NODE} is needed: https://nodejs.org"),
    }
}

fn find_or_compile(
    sh: &Shell,
    tool: &str,
    package: &str,
    version: &str,
    fits: &VersionReq,
) -> Result<PathBuf> {
    let root = sh.current_dir().join("target/tools");
    let compiled = root.join("bin").join(tool).with_extension(env::consts::EXE_EXTENSION);
    let mut candidates = which::which_all(tool).into_iter().flatten().chain([compiled.clone()]);
    if let Some(found) =
        candidates.find(|path| version_of(sh, path).is_some_and(|version| fits.matches(&version)))
    {
        return Ok(found);
    }
    eprintln!("{tool} {version} is not here: compiling it into target/tools, once, a few minutes");
    cmd!(sh, "cargo install {package} --version ={version} --locked --root {root}")
        // Its own folder, even where the build's is set elsewhere: cargo then removes it.
        .env_remove("CARGO_TARGET_DIR")
        .run()
        .with_context(|| {
            format!("cargo could not install {package}: is the registry of crates within reach?")
        })?;
    Ok(compiled)
}

/// The version that `tool --version` prints, if it runs and prints one.
fn version_of(sh: &Shell, tool: &Path) -> Option<Version> {
    let printed = cmd!(sh, "{tool} --version").quiet().ignore_stderr().read().ok()?;
    printed.split_whitespace().find_map(|word| Version::parse(word.trim_start_matches('v')).ok())
}

fn locked_version(sh: &Shell, name: &str) -> Result<String> {
    let lock: toml::Table = toml::from_str(&sh.read_file("Cargo.lock")?)?;
    lock["package"]
        .as_array()
        .into_iter()
        .flatten()
        .find(|package| package.get("name").and_then(toml::Value::as_str) == Some(name))
        .and_then(|package| package.get("version")?.as_str())
        .map(str::to_owned)
        .with_context(|| format!("Cargo.lock names no {name}"))
}
