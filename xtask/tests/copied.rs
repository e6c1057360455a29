//! A checkout that was copied, with all that was built in it, works on itself and not on the original.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Result, ensure};
use xshell::Shell;

#[test]
fn a_copied_checkout_looks_at_its_own_files_however_it_is_started() -> Result<()> {
    let sh = Shell::new()?;
    let copy = sh.create_temp_dir()?;
    let root = copy.path();
    fs::create_dir_all(root.join("src"))?;
    fs::create_dir_all(root.join("xtask/src"))?;
    fs::write(
        root.join("Cargo.toml"),
        "[workspace]\nmembers = [\"xtask\"]\n[package]\nname = \"breakeven\"\nedition = \"2024\"\n",
    )?;
    fs::write(root.join("xtask/Cargo.toml"), "[package]\nname = \"xtask\"\nedition = \"2024\"\n")?;
    fs::write(root.join("xtask/src/main.rs"), "fn main() {}\n")?;

    fs::write(root.join("src/lib.rs"), "pub fn its_own() {}\n")?;
    ensure!(format_passes(root, true)? && format_passes(root, false)?, "nothing is out of shape in the copy");
    // What no file of the original is.
    fs::write(root.join("src/lib.rs"), "pub   fn its_own()  {}\n")?;
    ensure!(!format_passes(root, true)?, "by cargo: it looked elsewhere");
    ensure!(!format_passes(root, false)?, "by its path: it looked elsewhere");
    Ok(())
}

/// Whether `xtask test format` passes in a folder of that checkout: as cargo starts it, or by its path.
fn format_passes(root: &Path, by_cargo: bool) -> Result<bool> {
    let mut xtask = Command::new(env!("CARGO_BIN_EXE_xtask"));
    xtask.args(["test", "format"]).current_dir(root.join("src"));
    if by_cargo {
        xtask.env("CARGO_MANIFEST_DIR", root.join("xtask"));
    } else {
        xtask.env_remove("CARGO_MANIFEST_DIR");
    }
    Ok(xtask.output()?.status.success())
}
