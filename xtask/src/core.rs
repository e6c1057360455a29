//! The core as WebAssembly: Rust → wasm-pack → wasm-opt → www/core/.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use xshell::{Shell, cmd};

use crate::{stamp, tools};

/// What wasm-pack.toml may hold.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Flags {
    target: String,
    out_dir: String,
    out_name: String,
    profile: String,
}

const INPUTS: &[&str] = &["Cargo.toml", "Cargo.lock", "rust-toolchain.toml", "wasm-pack.toml", "src", "data"];

/// Builds the core into the folder that wasm-pack.toml names, unless it is up to date.
pub fn build(sh: &Shell) -> Result<()> {
    let flags: Flags = toml::from_str(&sh.read_file("wasm-pack.toml")?).context("wasm-pack.toml")?;
    tools::npm_packages(sh)?;
    stamp::unless_fresh(sh, "core", INPUTS, &[&flags.out_dir], || {
        pack(sh, &flags)?;
        optimise(sh, &flags)
    })
}

/// wasm-pack leaves a module unoptimised, and says nothing, where it finds no wasm-opt. So it is
/// told not to try: we run wasm-opt, and there a failure is a failure.
fn pack(sh: &Shell, flags: &Flags) -> Result<()> {
    let wasm_pack = tools::wasm_pack(sh)?;
    let _path = tools::export_wasm_bindgen(sh)?;
    let Flags { target, out_dir, out_name, profile } = flags;
    let profile = format!("--{profile}");
    cmd!(
        sh,
        "{wasm_pack} build --mode no-install --no-opt --no-pack --target {target}
            --out-dir {out_dir} --out-name {out_name} {profile} -- --locked --features web"
    )
    .run()?;
    Ok(())
}

fn optimise(sh: &Shell, flags: &Flags) -> Result<()> {
    let module = format!("{}/{}_bg.wasm", flags.out_dir, flags.out_name);
    let options = wasm_opt_options(sh, &flags.profile)?;
    let before = sh.read_binary_file(&module)?.len();
    cmd!(sh, "node_modules/.bin/wasm-opt {module} {options...} --output {module}").run()?;
    let after = sh.read_binary_file(&module)?.len();
    ensure!(after < before, "wasm-opt left {module} at {after} bytes, it was {before}");
    eprintln!("{module}: {before} → {after} bytes");
    Ok(())
}

/// The options that Cargo.toml gives wasm-pack for wasm-opt, so that both build the same module.
fn wasm_opt_options(sh: &Shell, profile: &str) -> Result<Vec<String>> {
    let manifest: toml::Table = toml::from_str(&sh.read_file("Cargo.toml")?)?;
    let options = ["package", "metadata", "wasm-pack", "profile", profile, "wasm-opt"]
        .iter()
        .try_fold(&toml::Value::Table(manifest), |value, key| value.get(key))
        .context("Cargo.toml holds no wasm-opt options for wasm-pack's profile")?
        .clone();
    Ok(options.try_into()?)
}
