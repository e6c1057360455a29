//! The browsers and servers that the tests need: found, or installed with apt.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use xshell::{PushEnv, Shell, cmd};

use crate::apt;

pub struct Program {
    what: &'static str,
    why: &'static str,
    /// By this environment variable the scripts in tests/browser/ find it; where it is set already, it counts.
    variable: &'static str,
    names: &'static [&'static str],
    /// What makes it tell of itself and end well: some systems have a stub that only says what to install.
    answers: Option<&'static str>,
    source: Source,
}

enum Source {
    /// Packages to install; Ubuntu's names where they differ.
    Packages { debian: &'static str, ubuntu: &'static str },
    /// A package whose programs are taken out of it: installed, it would start a server on port 80.
    Unpacked(&'static str),
}

const CHROMIUM: Program = Program {
    what: "Chromium or Chrome",
    why: "the page and the core are tested in it",
    variable: "CHROMIUM",
    names: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ],
    answers: Some("--version"),
    source: Source::Packages { debian: "chromium", ubuntu: "chromium-browser" },
};
const CHROMEDRIVER: Program = Program {
    what: "chromedriver, of Chromium's version",
    why: "the core's tests run through it",
    variable: "CHROMEDRIVER",
    names: &["chromedriver", "/usr/lib/chromium-browser/chromedriver"],
    answers: Some("--version"),
    source: Source::Packages { debian: "chromium-driver", ubuntu: "chromium-chromedriver" },
};
const FIREFOX: Program = Program {
    what: "Firefox",
    why: "the page is tested in it",
    variable: "FIREFOX",
    names: &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    answers: Some("--version"),
    source: Source::Packages { debian: "firefox-esr", ubuntu: "firefox" },
};
const WEBKIT: Program = Program {
    what: "WebKitGTK with its driver",
    why: "the page is tested in it, as the nearest that there is to Safari",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    answers: Some("--help"),
    source: Source::Packages { debian: "webkit2gtk-driver", ubuntu: "webkit2gtk-driver" },
};
const XVFB: Program = Program {
    what: "Xvfb",
    why: "WebKitGTK has no mode without a screen",
    variable: "XVFB",
    names: &["Xvfb"],
    answers: None,
    source: Source::Packages { debian: "xvfb", ubuntu: "xvfb" },
};
const NGINX: Program = Program {
    what: "nginx",
    why: "the configuration in docs/hosting/ is tested with it",
    variable: "NGINX",
    names: &["nginx", "/usr/sbin/nginx", "target/tools/nginx/usr/sbin/nginx"],
    answers: Some("-v"),
    source: Source::Unpacked("nginx"),
};

/// For the tests.
pub const ALL: &[Program] = &[CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT, XVFB, NGINX];
/// For the measurements.
pub const CHROMIUM_ALONE: &[Program] = &[CHROMIUM];

/// Makes sure of all that any test needs.
pub fn ensure(sh: &Shell) -> Result<()> {
    provide(sh, ALL)?;
    Ok(())
}

/// Names the programs in environment variables, for as long as what it returns lives.
pub fn export<'a>(sh: &'a Shell, programs: &[Program]) -> Result<Vec<PushEnv<'a>>> {
    let found = provide(sh, programs)?;
    Ok(programs.iter().zip(found).map(|(program, path)| sh.push_env(program.variable, path)).collect())
}

/// Where Chromium's WebDriver is.
pub fn driver(sh: &Shell) -> Result<PathBuf> {
    Ok(provide(sh, &[CHROMEDRIVER])?.remove(0))
}

/// Where each of them is. What is missing is installed, all at once.
fn provide(sh: &Shell, programs: &[Program]) -> Result<Vec<PathBuf>> {
    let missing: Vec<_> = programs.iter().filter(|program| program.find(sh).is_none()).collect();
    if !missing.is_empty() {
        install(sh, &missing)?;
    }
    programs
        .iter()
        .map(|program| match program.find(sh) {
            Some(path) => Ok(path),
            None => bail!(
                "{} is not here, and apt's {} brought none that runs; {}",
                program.what,
                program.package(),
                program.advice()
            ),
        })
        .collect()
}

fn install(sh: &Shell, missing: &[&Program]) -> Result<()> {
    let mut packages = Vec::new();
    let mut archives = Vec::new();
    for program in missing {
        let (Program { what, why, .. }, package) = (program, program.package());
        ensure!(apt::is_here(), "{what} is not here, nor apt to fetch it with; {}", program.advice());
        match program.source {
            Source::Packages { .. } => {
                eprintln!("{what} is not here, and {why}: installing {package} with apt");
                packages.push(package);
            }
            Source::Unpacked(_) => {
                eprintln!("{what} is not here, and {why}: unpacking {package} into target/tools");
                archives.push(package);
            }
        }
    }
    apt::update(sh)?;
    if !packages.is_empty() {
        apt::install(sh, &packages)?;
    }
    for package in archives {
        apt::unpack(sh, package, &sh.current_dir().join("target/tools").join(package))?;
    }
    Ok(())
}

impl Program {
    fn find(&self, sh: &Shell) -> Option<PathBuf> {
        let named = env::var(self.variable).ok();
        let names = named.as_deref().into_iter().chain(self.names.iter().copied());
        names.filter_map(|name| which::which_in(name, env::var_os("PATH"), sh.current_dir()).ok()).find(
            |path| {
                self.answers.is_none_or(|question| {
                    cmd!(sh, "{path} {question}").quiet().ignore_stdout().ignore_stderr().run().is_ok()
                })
            },
        )
    }

    fn package(&self) -> &'static str {
        match self.source {
            Source::Packages { ubuntu, .. } if apt::is_ubuntus() => ubuntu,
            Source::Packages { debian: package, .. } | Source::Unpacked(package) => package,
        }
    }

    /// What is left to do by hand.
    fn advice(&self) -> String {
        format!("install it, and put it on PATH or name it in the variable {}: {}", self.variable, self.why)
    }
}
