//! The core as WebAssembly: Rust → wasm-pack → wasm-opt → www/core/.

mod guards;

use std::env;
use std::path::PathBuf;

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use xshell::{Shell, cmd};

use crate::{language, short_names, split, stamp, tools, translated, trim};

/// What wasm-pack.toml may hold.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Flags {
    target: String,
    out_name: String,
    profile: String,
    module: Vec<Module>,
}

/// One build of the core, with some of its features.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Module {
    out_dir: String,
    features: Vec<String>,
    /// Whether to translate it to JavaScript too.
    #[serde(default)]
    translate: bool,
    /// Whether its script refuses what is not of the type that it declares.
    #[serde(default)]
    guarded: bool,
    /// What it exports and the first view does without; where there is such, the module is there in two parts, too.
    #[serde(default)]
    later: Vec<String>,
}

/// The package whose only kind is a module for browsers.
const CRATE: &str = "wasm";

const INPUTS: &[&str] = &[
    "Cargo.toml",
    "Cargo.lock",
    // It has the versions of wasm-opt, wasm2js and Rolldown, and tools.rs that of wasm-pack.
    "package-lock.json",
    "rust-toolchain.toml",
    "wasm-pack.toml",
    "build.rs",
    "src",
    "data",
    "wasm",
    "words",
    language::NOTE,
    "xtask/src/core.rs",
    "xtask/src/core",
    "xtask/src/short_names.rs",
    "xtask/src/split.rs",
    "xtask/src/tools.rs",
    "xtask/src/translated.rs",
    "xtask/src/trim.rs",
];

/// Builds the core into the folders that wasm-pack.toml names, unless it is up to date.
pub fn build(sh: &Shell) -> Result<()> {
    let flags: Flags = toml::from_str(&sh.read_file("wasm-pack.toml")?).context("wasm-pack.toml")?;
    tools::npm_packages(sh)?;
    let _language = language::export(sh)?;
    for module in &flags.module {
        let name = module.features.join("+");
        stamp::unless_fresh(sh, &name, INPUTS, &[&module.out_dir], || {
            pack(sh, &flags, module)?;
            open_up(sh, &flags, module)?;
            let path = format!("{}/{}", module.out_dir, flags.out_name);
            let wasm = format!("{path}_bg.wasm");
            sh.write_file(&wasm, trim::panics(&sh.read_binary_file(&wasm)?).with_context(|| wasm.clone())?)?;
            optimise(sh, &flags, &wasm)?;
            let names = short_names::give(sh, &wasm, &format!("{path}.js"))?;
            if !module.later.is_empty() {
                let later: Vec<_> =
                    module.later.iter().map(|name| names.export(name)).collect::<Result<_>>()?;
                let parts = split::split(&sh.read_binary_file(&wasm)?, &later)?;
                for (name, part) in [("first", parts.first), ("rest", parts.rest)] {
                    let file = format!("{path}_{name}.wasm");
                    sh.write_file(&file, part)?;
                    // What the parting left over: a tenth of a kilobyte.
                    cmd!(sh, "node_modules/.bin/wasm-opt {file} -Oz --output {file}").run()?;
                }
            }
            if module.translate { translated::write(sh, &module.out_dir, &flags.out_name) } else { Ok(()) }
        })?;
    }
    Ok(())
}

/// wasm-pack leaves a module unoptimised, and says nothing, where it finds no wasm-opt. So it is
/// told not to try: we run wasm-opt, and there a failure is a failure.
fn pack(sh: &Shell, flags: &Flags, module: &Module) -> Result<()> {
    let wasm_pack = tools::wasm_pack(sh)?;
    let _path = tools::export_wasm_bindgen(sh)?;
    let _flags = sh.push_env("CARGO_ENCODED_RUSTFLAGS", rustflags()?);
    // It weighs least; the command is built for speed.
    let _level = sh.push_env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "s");
    let Flags { target, out_name, profile, .. } = flags;
    let (out_dir, features) = (sh.current_dir().join(&module.out_dir), module.features.join(","));
    let profile = format!("--{profile}");
    cmd!(
        sh,
        "{wasm_pack} build {CRATE} --mode no-install --no-opt --no-pack --target {target}
            --out-dir {out_dir} --out-name {out_name} {profile} -- --locked
            --no-default-features --features {features}"
    )
    .run()?;
    Ok(())
}

/// What the linker writes into the module as the features that it uses. Rust's own list has reference types,
/// which wasm2js cannot translate; wasm-bindgen reads the list, and then needs none. Without them the module is
/// a kilobyte smaller, too.
const LINKER: &[&str] = &[
    "-Clink-arg=--features=mutable-globals,sign-ext,nontrapping-fptoint,bulk-memory",
    "-Clink-arg=--no-check-features",
];

/// Every call that is inlined is bytes on the way to a phone, and so is each loop that is turned, peeled or given counters
/// of its own, and each load that is done before a branch for after it. Measured: seven per cent of the module under brotli;
/// DESIGN.md has what each brings and what else was tried.
const SMALL: &[&str] = &[
    "-Cllvm-args=-inline-threshold=25",
    "-Cllvm-args=-inlinehint-threshold=40",
    "-Cllvm-args=-unroll-threshold=0",
    "-Cllvm-args=-unroll-full-max-count=0",
    "-Cllvm-args=-unroll-max-count=1",
    "-Cllvm-args=-unroll-peel-max-count=0",
    "-Cllvm-args=-rotation-max-header-size=0",
    "-Cllvm-args=-disable-lsr",
    "-Cllvm-args=-enable-load-pre=false",
];

/// A panic names the file that it comes from: without the folders of this machine, the module is the same on
/// every one.
fn rustflags() -> Result<String> {
    let home = env::home_dir().context("this user has no home folder")?;
    let cargo = env::var_os("CARGO_HOME").map_or_else(|| home.join(".cargo"), PathBuf::from);
    let sources = cargo.join("registry/src");
    let folders = sources.read_dir().into_iter().flatten().flatten().map(|entry| entry.path());
    // Of several that fit, the last one counts.
    let remapped = [cargo.clone()].into_iter().chain(folders);
    let remapped = remapped.map(|from| format!("--remap-path-prefix={}=", from.display()));
    let flags = LINKER.iter().chain(SMALL).map(|&flag| flag.to_owned()).chain(remapped);
    // The separator that cargo wants here, so that a folder may have spaces in its name.
    Ok(flags.collect::<Vec<_>>().join("\x1f"))
}

/// wasm-bindgen's script takes a module from an address or as bytes. The page has more ways to a core than
/// that, and needs the two ends between which they all lie.
fn open_up(sh: &Shell, flags: &Flags, module: &Module) -> Result<()> {
    const SCRIPT: &str = "
/** What an instance of the core imports. */
export { __wbg_get_imports as imports };
/** Takes the exports of an instance, however it was made. */
export const adopt = (exports) => __wbg_finalize_init({ exports });
";
    const TYPES: &str = "
/** What an instance of the core imports. */
export function imports(): WebAssembly.Imports;
/** Takes the exports of an instance, however it was made. */
export function adopt(exports: WebAssembly.Exports): void;
";
    for (kind, more) in [("js", SCRIPT), ("d.ts", TYPES)] {
        let path = format!("{}/{}.{kind}", module.out_dir, flags.out_name);
        let text = sh.read_file(&path)?;
        sh.write_file(&path, text + more)?;
    }
    if module.guarded {
        guards::put_up(sh, &format!("{}/{}", module.out_dir, flags.out_name))
    } else {
        Ok(())
    }
}

fn optimise(sh: &Shell, flags: &Flags, module: &str) -> Result<()> {
    let options = wasm_opt_options(sh, &flags.profile)?;
    let before = sh.read_binary_file(module)?.len();
    cmd!(sh, "node_modules/.bin/wasm-opt {module} {options...} --output {module}").run()?;
    let after = sh.read_binary_file(module)?.len();
    ensure!(after < before, "wasm-opt left {module} at {after} bytes, it was {before}");
    eprintln!("{module}: {before} → {after} bytes");
    Ok(())
}

/// The options that Cargo.toml gives wasm-pack for wasm-opt, so that both optimise in the same way.
fn wasm_opt_options(sh: &Shell, profile: &str) -> Result<Vec<String>> {
    let manifest: toml::Table = toml::from_str(&sh.read_file("Cargo.toml")?)?;
    let options = ["package", "metadata", "wasm-pack", "profile", profile, "wasm-opt"]
        .iter()
        .try_fold(&toml::Value::Table(manifest), |value, key| value.get(key))
        .context("Cargo.toml holds no wasm-opt options for wasm-pack's profile")?
        .clone();
    Ok(options.try_into()?)
}
