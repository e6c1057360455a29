//! Debian's and Ubuntu's packages.

use std::env;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use xshell::{Cmd, Shell, cmd};

pub fn is_here() -> bool {
    Path::new("/usr/bin/apt-get").exists()
}

/// Whether packages have Ubuntu's names: there, and on systems that are made of it.
pub fn is_ubuntus() -> bool {
    is_of_ubuntu(&fs::read_to_string("/etc/os-release").unwrap_or_default())
}

fn is_of_ubuntu(release: &str) -> bool {
    let values =
        release.lines().filter_map(|line| line.strip_prefix("ID=").or(line.strip_prefix("ID_LIKE=")));
    let mut names = values.flat_map(|value| value.trim_matches(['"', '\'']).split_whitespace());
    names.any(|name| name == "ubuntu")
}

/// Renews apt's lists. Where that fails, as for one source of many, those that are here may do.
pub fn update(sh: &Shell) -> Result<()> {
    match apt_get(sh)? {
        Some(apt_get) => {
            if let Err(error) = apt_get.arg("update").run() {
                eprintln!("warning: {error}: going on with the lists that are here");
            }
        }
        None => eprintln!(
            "warning: this user is not root, and there is no sudo: apt's lists stay as old as they are"
        ),
    }
    Ok(())
}

pub fn install(sh: &Shell, packages: &[&str]) -> Result<()> {
    const INSTALL: &[&str] = &["install", "--yes", "--no-install-recommends"];
    let Some(apt_get) = apt_get(sh)? else {
        bail!(
            "this user is not root, and there is no sudo. Run this as root, then try again: \
             apt-get update; apt-get {} {}",
            INSTALL.join(" "),
            packages.join(" ")
        );
    };
    apt_get
        .args(INSTALL)
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

/// As root; nothing where this user cannot be. Its questions are answered with what they suggest: nobody may sit there.
fn apt_get(sh: &Shell) -> Result<Option<Cmd<'_>>> {
    let apt_get = if cmd!(sh, "id -u").quiet().read()? == "0" {
        sh.cmd("env")
    } else if which::which("sudo").is_ok() {
        sh.cmd("sudo").arg("env")
    } else {
        return Ok(None);
    };
    // Another apt may be at work, as on a machine that has just started.
    let patience = ["-o", "DPkg::Lock::Timeout=600"];
    let proxies = PROXIES.iter().filter_map(|name| Some(format!("{name}={}", env::var(name).ok()?)));
    let apt_get = apt_get.args(proxies).args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]);
    Ok(Some(apt_get.args(patience)))
}

/// Where apt finds the way out of a network that has a proxy; sudo keeps nothing of the environment.
const PROXIES: &[&str] = &["http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "no_proxy"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ubuntu_is_known_by_its_name_and_by_what_is_made_of_it() {
        for of_ubuntu in
            ["NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n", "ID=pop\nID_LIKE=\"ubuntu debian\"\n"]
        {
            assert!(is_of_ubuntu(of_ubuntu), "{of_ubuntu}");
        }
        for other in ["ID=debian\n", "ID=mx\nID_LIKE='debian'\nVARIANT_ID=ubuntu\n", ""] {
            assert!(!is_of_ubuntu(other), "{other}");
        }
    }
}
