//! Chromium and its driver, for the tests that need a real browser.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};
use xshell::{PushEnv, Shell, cmd};

const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DRIVER: &[&str] = &["chromedriver", "/usr/lib/chromium-browser/chromedriver"];

/// Makes sure of both.
pub fn ensure(sh: &Shell) -> Result<()> {
    chromium(sh)?;
    driver(sh)?;
    Ok(())
}

/// Names Chromium in the environment variable that the scripts in tests/browser/ read.
pub fn export(sh: &Shell) -> Result<PushEnv<'_>> {
    Ok(sh.push_env("CHROMIUM", chromium(sh)?))
}

/// Where Chromium is.
fn chromium(sh: &Shell) -> Result<PathBuf> {
    find_or_install(sh, "Chromium or Chrome", CHROMIUM)
}

/// Where its WebDriver is.
pub fn driver(sh: &Shell) -> Result<PathBuf> {
    find_or_install(sh, "chromedriver", DRIVER)
}

fn find_or_install(sh: &Shell, what: &str, names: &[&str]) -> Result<PathBuf> {
    let find = || names.iter().find_map(|name| which::which(name).ok());
    if let Some(found) = find() {
        return Ok(found);
    }
    if let Some(packages) = packages() {
        eprintln!("{what} is not here: installing {} with apt", packages.join(" and "));
        apt_get(sh, &["update"])?;
        apt_get(sh, &[&["install", "--yes", "--no-install-recommends"], packages.as_slice()].concat())?;
        if let Some(found) = find() {
            return Ok(found);
        }
    }
    bail!(
        "{what} is not on PATH: install Chromium (or Chrome) and the chromedriver of the same \
         version, then run this again"
    )
}

fn apt_get(sh: &Shell, arguments: &[&str]) -> Result<()> {
    let root = cmd!(sh, "id -u").quiet().read()? == "0";
    let apt_get = if root { sh.cmd("apt-get") } else { sh.cmd("sudo").arg("apt-get") };
    Ok(apt_get.arg("--quiet").args(arguments).run()?)
}

/// What apt calls the browser and its driver, where there is an apt that has them.
fn packages() -> Option<[&'static str; 2]> {
    if !Path::new("/usr/bin/apt-get").exists() {
        return None;
    }
    let system = fs::read_to_string("/etc/os-release").unwrap_or_default();
    if system.lines().any(|line| line == "ID=ubuntu") {
        Some(["chromium-browser", "chromium-chromedriver"])
    } else {
        Some(["chromium", "chromium-driver"])
    }
}
