//! Debian's and Ubuntu's packages.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use xshell::{Cmd, Shell, cmd};

pub fn is_here() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

pub fn is_ubuntus() -> bool {
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    system.lines().any(|line| line == "ID=ubuntu")
}

pub fn update(sh: &Shell) -> Result<()> {
    Ok(apt_get(sh)?.arg("update").run()?)
}

pub fn install(sh: &Shell, packages: &[&str]) -> Result<()> {
    let install = ["install", "--yes", "--no-install-recommends"];
    apt_get(sh)?
        .args(install)
        .args(packages)
        .run()
        .with_context(|| format!("apt could not install {}", packages.join(", ")))
}

/// Takes a package apart into `folder`, and leaves the system as it is.
pub fn unpack(sh: &Shell, package: &str, folder: &Path) -> Result<()> {
    let downloads = sh.create_temp_dir()?;
    let _there = sh.push_dir(downloads.path());
    cmd!(sh, "apt-get --quiet download {package}")
        .run()
        .with_context(|| format!("apt could not download {package}"))?;
    let archives = sh.read_dir(".")?;
    ensure!(archives.len() == 1, "apt downloaded {} packages in place of one", archives.len());
    // dpkg makes the folder itself, and none above it.
    sh.create_dir(folder)?;
    cmd!(sh, "dpkg --extract {archives...} {folder}").run()?;
    Ok(())
}

/// Its questions are answered with what they suggest: nobody may sit there.
fn apt_get(sh: &Shell) -> Result<Cmd<'_>> {
    let root = cmd!(sh, "id -u").quiet().read()? == "0";
    let apt_get = if root { sh.cmd("env") } else { sh.cmd("sudo").arg("env") };
    // Another apt may be at work, as on a machine that has just started.
    let patience = ["-o", "DPkg::Lock::Timeout=600"];
    Ok(apt_get.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]).args(patience))
}
