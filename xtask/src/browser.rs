//! The browsers and servers that the tests need: found, or installed with apt.

use std::env;
use std::path::PathBuf;

use anyhow::{Result, bail, ensure};
use xshell::{PushEnv, Shell, cmd};

use crate::apt;

pub struct Program {
    what: &'static str,
    why: &'static str,
    /// By this environment variable the scripts in tests/browser/ find it; where it is set already, it alone counts.
    variable: &'static str,
    names: &'static [&'static str],
    /// What makes it tell of itself and end well: some systems have a stub that only says what to install.
    answers: Option<&'static str>,
    source: Source,
    /// Whether it is for Linux alone: elsewhere the tests that need it are skipped.
    linux: bool,
}

enum Source {
    /// Packages to install; Ubuntu's names where they differ.
    Packages { debian: &'static str, ubuntu: &'static str },
    /// A package whose programs are taken out of it: installed, it would start a server on port 80. It is the first of these
    /// that has the program.
    Unpacked(&'static [&'static str]),
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
    linux: false,
};
const CHROMEDRIVER: Program = Program {
    what: "chromedriver, of Chromium's version",
    why: "the core's tests run through it",
    variable: "CHROMEDRIVER",
    names: &["chromedriver", "/usr/lib/chromium-browser/chromedriver"],
    answers: Some("--version"),
    source: Source::Packages { debian: "chromium-driver", ubuntu: "chromium-chromedriver" },
    linux: false,
};
const FIREFOX: Program = Program {
    what: "Firefox",
    why: "the page is tested in it",
    variable: "FIREFOX",
    names: &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
    answers: Some("--version"),
    source: Source::Packages { debian: "firefox-esr", ubuntu: "firefox" },
    linux: false,
};
const WEBKIT: Program = Program {
    what: "WebKitGTK with its driver",
    why: "the page is tested in it, as the nearest that there is to Safari",
    variable: "WEBKIT_DRIVER",
    names: &["WebKitWebDriver"],
    answers: Some("--help"),
    source: Source::Packages { debian: "webkit2gtk-driver", ubuntu: "webkit2gtk-driver" },
    linux: true,
};
const XVFB: Program = Program {
    what: "Xvfb",
    why: "WebKitGTK has no mode without a screen",
    variable: "XVFB",
    names: &["Xvfb"],
    answers: None,
    source: Source::Packages { debian: "xvfb", ubuntu: "xvfb" },
    linux: true,
};
const NGINX: Program = Program {
    what: "nginx",
    why: "the configuration in docs/hosting/ is tested with it",
    variable: "NGINX",
    names: &["nginx", "/usr/sbin/nginx", "target/tools/nginx/usr/sbin/nginx"],
    answers: Some("-v"),
    // In releases until 2022 the first only asks for the second.
    source: Source::Unpacked(&["nginx", "nginx-core"]),
    linux: false,
};

/// For the tests.
pub const ALL: &[Program] = &[CHROMIUM, CHROMEDRIVER, FIREFOX, WEBKIT, XVFB, NGINX];
/// For the measurements.
pub const CHROMIUM_ALONE: &[Program] = &[CHROMIUM];

/// Whether this system has WebKitGTK.
pub const HAS_WEBKIT: bool = cfg!(target_os = "linux");

/// Names of tests but those that begin with the engine's, for Node's --test-name-pattern. A test runs where a name above
/// its own matches, too, and above all stands one that Node gives.
pub const BUT_WEBKIT: &str = r"/^(?!WebKit\b|<root>)/";

/// Makes sure of all that any test needs.
pub fn ensure(sh: &Shell) -> Result<()> {
    for Program { what, .. } in ALL.iter().filter(|program| !program.is_for_this_system()) {
        eprintln!("skipped: {what}, which is for Linux alone");
    }
    provide(sh, ALL)?;
    Ok(())
}

/// Names the programs in environment variables, for as long as what it returns lives.
pub fn export<'a>(sh: &'a Shell, programs: &[Program]) -> Result<Vec<PushEnv<'a>>> {
    let found = provide(sh, programs)?;
    Ok(found.into_iter().map(|(program, path)| sh.push_env(program.variable, path)).collect())
}

/// Where Chromium's WebDriver is, and the Chromium that it is to start.
pub fn driver(sh: &Shell) -> Result<[PathBuf; 2]> {
    let found = provide(sh, &[CHROMEDRIVER, CHROMIUM])?;
    let paths: Vec<_> = found.into_iter().map(|(_, path)| path).collect();
    let paths: [PathBuf; 2] = paths.try_into().expect("what is missing is an error");
    let version = |path: &PathBuf| cmd!(sh, "{path} --version").quiet().ignore_stderr().read();
    let [driver, chromium] = [version(&paths[0])?, version(&paths[1])?];
    ensure!(
        major(&driver) == major(&chromium),
        "the driver drives Chromium of its own version alone, and {} is {driver:?}, {} is {chromium:?}: install both of one \
         version, or name them in the variables {} and {}",
        paths[0].display(),
        paths[1].display(),
        CHROMEDRIVER.variable,
        CHROMIUM.variable
    );
    Ok(paths)
}

/// The first number of the version in what a program tells of itself: `ChromeDriver 142.0.7444.59 (…)`.
fn major(told: &str) -> Option<u32> {
    let version = told.split_whitespace().find(|word| word.starts_with(|c: char| c.is_ascii_digit()))?;
    version.split('.').next()?.parse().ok()
}

/// Where each of them is that this system has. What is missing is installed, all at once.
fn provide<'a>(sh: &Shell, programs: &'a [Program]) -> Result<Vec<(&'a Program, PathBuf)>> {
    let wanted = || programs.iter().filter(|program| program.is_for_this_system());
    let missing: Vec<_> = wanted().filter(|program| program.find(sh).is_none()).collect();
    for Program { what, variable, .. } in &missing {
        if let Some(named) = named(variable) {
            bail!(
                "the variable {variable} names {named}, which is no {what} that runs: correct it or unset it"
            );
        }
    }
    if !missing.is_empty() {
        install(sh, &missing)?;
    }
    wanted()
        .map(|program| match program.find(sh) {
            Some(path) => Ok((program, path)),
            None => bail!(
                "{} is not here, and apt's {} brought none that runs; {}",
                program.what,
                program.package(),
                program.advice()
            ),
        })
        .collect()
}

/// What the reader has set, if it says anything.
fn named(variable: &str) -> Option<String> {
    env::var(variable).ok().filter(|name| !name.is_empty())
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
            Source::Unpacked(packages) => {
                eprintln!("{what} is not here, and {why}: unpacking {package} into target/tools");
                archives.push((program, packages));
            }
        }
    }
    apt::update(sh)?;
    if !packages.is_empty() {
        apt::install(sh, &packages)?;
    }
    for (program, packages) in archives {
        let folder = sh.current_dir().join("target/tools").join(program.package());
        for package in packages {
            apt::unpack(sh, package, &folder)?;
            if program.find(sh).is_some() {
                break;
            }
        }
    }
    Ok(())
}

impl Program {
    fn is_for_this_system(&self) -> bool {
        !self.linux || cfg!(target_os = "linux")
    }

    fn find(&self, sh: &Shell) -> Option<PathBuf> {
        let named = named(self.variable);
        let names = match &named {
            Some(name) => &[name.as_str()][..],
            None => self.names,
        };
        let paths =
            names.iter().filter_map(|name| which::which_in(name, env::var_os("PATH"), sh.current_dir()).ok());
        paths.into_iter().find(|path| {
            self.answers.is_none_or(|question| {
                cmd!(sh, "{path} {question}").quiet().ignore_stdout().ignore_stderr().run().is_ok()
            })
        })
    }

    fn package(&self) -> &'static str {
        match self.source {
            Source::Packages { ubuntu, .. } if apt::is_ubuntus() => ubuntu,
            Source::Packages { debian: package, .. } => package,
            Source::Unpacked(packages) => packages[0],
        }
    }

    /// What is left to do by hand.
    fn advice(&self) -> String {
        format!("install it, and put it on PATH or name it in the variable {}: {}", self.variable, self.why)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_and_its_driver_are_compared_by_the_first_number_of_their_version() {
        for (told, expected) in [
            ("ChromeDriver 142.0.7444.59 (4b8153ab-refs/branch-heads/7444@{#1})", Some(142)),
            ("Chromium 142.0.7444.162 built on Debian GNU/Linux 12 (bookworm)", Some(142)),
            ("Google Chrome 143.0.7499.40", Some(143)),
            ("", None),
        ] {
            assert_eq!(major(told), expected, "{told}");
        }
    }
}
