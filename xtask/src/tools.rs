//! Finding the tools, and installing those that are missing.
//!
//! A tool is looked for on PATH, then in target/tools/bin, each time in a version that fits, and else compiled into target/tools.
//! Outside the repository two things change, and before each a line says so: rustup adds a target to its toolchain, and apt
//! installs what browser.rs asks for. Cargo and npm keep their caches where they always do.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use semver::{Version, VersionReq};
use xshell::{PushEnv, Shell, cmd};

use crate::stamp;

const WASM_TARGET: &str = "wasm32-unknown-unknown";
const WASM_PACK: &str = "0.15.1";

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
    eprintln!(
        "The standard library for {WASM_TARGET} is not here, and the core is compiled for that: \
         adding it to the toolchain of this user with rustup, 90 MB"
    );
    cmd!(sh, "rustup target add {WASM_TARGET}")
        .run()
        .context("rustup could not add it: is its server within reach?")
}

/// wasm-pack, of the version tried or one that is compatible with it.
pub fn wasm_pack(sh: &Shell) -> Result<PathBuf> {
    wasm_target(sh)?;
    let fits = VersionReq::parse(&format!("^{WASM_PACK}"))?;
    let why = "it builds the core for browsers";
    find_or_compile(sh, &["wasm-pack"], "wasm-pack", why, WASM_PACK, &fits)
}

/// What runs tests in a browser; it lies beside wasm-bindgen.
pub const TEST_RUNNER: &str = "wasm-bindgen-test-runner";

/// wasm-bindgen's command-line tool, of the very version that Cargo.lock has of the library.
pub fn wasm_bindgen(sh: &Shell) -> Result<PathBuf> {
    let version = locked_version(sh, "wasm-bindgen")?;
    let fits = VersionReq::parse(&format!("={version}"))?;
    let why = "it writes what joins the core and the page, and runs the core's tests";
    find_or_compile(sh, &["wasm-bindgen", TEST_RUNNER], "wasm-bindgen-cli", why, &version, &fits)
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
    stamp::unless_fresh(sh, "npm-packages", &["package.json", "package-lock.json"], &installed, || {
        eprintln!(
            "node_modules/ is not as package-lock.json says, and the page is built and tested with it: \
             fetching its packages with npm, 560 MB"
        );
        // All are for building and testing, which npm leaves out where NODE_ENV says production.
        cmd!(sh, "npm ci --include=dev --no-audit --no-fund")
            .run()
            .context("npm could not install the packages of package-lock.json: is its registry within reach?")
    })
}

/// Node with npm, of a version that will do.
pub fn node(sh: &Shell) -> Result<()> {
    let asked = asked_of_node(&sh.read_file("package.json")?)?;
    let found = version_of(sh, Path::new("node"));
    let found = found.with_context(|| format!("there is no Node, {asked} is needed: https://nodejs.org"))?;
    ensure!(fits(&asked, &found)?, "Node {found} will not do, {asked} is needed: https://nodejs.org");
    ensure!(
        which::which("npm").is_ok(),
        "Node is here without npm, which comes with it from https://nodejs.org"
    );
    Ok(())
}

/// What package.json asks of Node, which is what the packages in package-lock.json ask.
fn asked_of_node(package: &str) -> Result<String> {
    let package: serde_json::Value = serde_json::from_str(package).context("package.json")?;
    let asked = package["engines"]["node"].as_str().context("package.json asks for no version of Node")?;
    Ok(asked.to_owned())
}

/// Whether a version is in a range as npm writes it: one of several that are parted by `||`.
fn fits(range: &str, version: &Version) -> Result<bool> {
    let one_of = range.split("||").map(|one| VersionReq::parse(one.trim()));
    let one_of = one_of.collect::<Result<Vec<_>, _>>().with_context(|| format!("the range {range}"))?;
    Ok(one_of.iter().any(|one| one.matches(version)))
}

/// The first of `programs`, all of which lie in one folder.
fn find_or_compile(
    sh: &Shell,
    programs: &[&str],
    package: &str,
    why: &str,
    version: &str,
    fits: &VersionReq,
) -> Result<PathBuf> {
    let root = sh.current_dir().join("target/tools");
    let tool = programs[0];
    let compiled = root.join("bin").join(tool);
    let mut candidates = which::which_all(tool).into_iter().flatten().chain([compiled.clone()]);
    let is_whole = |path: &Path| programs.iter().all(|program| path.with_file_name(program).is_file());
    let does_fit = |path: &Path| version_of(sh, path).is_some_and(|version| fits.matches(&version));
    if let Some(found) = candidates.find(|path| is_whole(path) && does_fit(path)) {
        return Ok(found);
    }
    eprintln!("{tool} {version} is not here, and {why}: compiling it into target/tools, once, a few minutes");
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

#[cfg(test)]
mod tests {
    use super::*;

    /// It asks for 22 and runs in 20, too: npm warns and goes on.
    const ASKS_TOO_MUCH: &str = "unpdf";

    #[test]
    fn of_node_is_asked_what_the_packages_ask_and_no_more() -> Result<()> {
        let asked = asked_of_node(include_str!("../../package.json"))?;
        let lock: serde_json::Value = serde_json::from_str(include_str!("../../package-lock.json"))?;
        let packages = &lock["packages"];
        assert_eq!(packages[""]["engines"]["node"], asked.as_str(), "package-lock.json says another");
        let direct = ["dependencies", "devDependencies"].map(|kind| packages[""][kind].as_object().cloned());
        let names: Vec<_> = direct.into_iter().flatten().flatten().map(|(name, _)| name).collect();
        assert!(names.iter().any(|name| name == "vite"));
        let of = |name: &str| packages[format!("node_modules/{name}")]["engines"]["node"].as_str();
        let refusing = |version: &Version| -> Result<Vec<&String>> {
            let asking = names.iter().filter(|name| *name != ASKS_TOO_MUCH);
            let refused = asking
                .map(|name| anyhow::Ok((name, of(name).map_or(Ok(true), |range| fits(range, version))?)));
            let refused = refused.collect::<Result<Vec<_>>>()?;
            Ok(refused.into_iter().filter(|(_, taken)| !taken).map(|(name, _)| name).collect())
        };
        for (major, minor) in (18..30).flat_map(|major| (0..25).map(move |minor| (major, minor))) {
            let version = Version::new(major, minor, 0);
            let refusing = refusing(&version)?;
            assert_eq!(fits(&asked, &version)?, refusing.is_empty(), "{version}: refused by {refusing:?}");
        }
        Ok(())
    }
}
