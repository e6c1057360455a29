//! `cargo xtask`: builds, serves, tests and measures the project.
//!
//! Every command first installs what it needs and does not find, and skips what is up to date. Two in one checkout wait for
//! each other.

mod apt;
mod browser;
mod core;
mod fonts;
mod language;
mod lock;
mod old_engines;
mod package;
mod pseudo_site;
mod serve;
mod short_names;
mod site;
mod sizes;
mod split;
mod stamp;
mod test;
mod tools;
mod translated;
mod trim;

// The languages in words/ as the build reads them, and the one of tests.
#[path = "../../words/compile.rs"]
#[allow(dead_code, reason = "build.rs makes Rust of them")]
mod compile;
#[path = "../../src/words/marks.rs"]
#[allow(dead_code, reason = "numbers are written where they are printed")]
mod marks;
#[path = "../../src/words/plural.rs"]
#[allow(dead_code, reason = "forms are chosen where they are printed")]
mod plural;
#[path = "../../words/pseudo.rs"]
mod pseudo;

use std::env;
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, Result, ensure};
use clap::{Args, Parser, Subcommand};
use xshell::{PushEnv, Shell, cmd};

#[derive(Parser)]
#[command(bin_name = "cargo xtask", about = "Builds, serves, tests and measures the project")]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the core and the page into dist/, and print what the page weighs
    Build {
        /// Where dist/ will lie, like https://news.example/tools/breakeven/: then oEmbed, cards and
        /// search engines are told lasting addresses [default: none, all is relative]
        #[arg(long)]
        address: Option<String>,
        #[command(flatten)]
        language: Language,
    },
    /// Build, then serve dist/ on this machine only
    Serve {
        /// Use this port and no other [default: the first free one from 4173]
        #[arg(long)]
        port: Option<u16>,
        #[command(flatten)]
        language: Language,
    },
    /// Run every check and test, or only the steps named
    Test {
        /// Steps to run, as `--list` names them
        #[arg(value_name = "STEP")]
        only: Vec<String>,
        /// Name the steps and what they do
        #[arg(long)]
        list: bool,
    },
    /// Print what the page weighs; fail above its budget
    Sizes,
    /// Measure how high the element is and write www/heights.json, after a change of its layout or in another
    /// language www/heights.CODE.json; then build
    Heights {
        #[command(flatten)]
        language: Language,
    },
    /// Pack the crate into target/package/ and the npm package into target/npm/
    Package {
        #[command(flatten)]
        language: Language,
    },
    /// Measure the core natively, then core and page in Chromium
    Bench,
}

/// In which language the page and its core are.
#[derive(Args)]
struct Language {
    /// Build them in the language of words/CODE.ftl [default: en]
    #[arg(long = "language", value_name = "CODE")]
    code: Option<String>,
}

impl Language {
    /// Names it to all that is built for as long as what it returns lives.
    fn export<'a>(&self, sh: &'a Shell) -> Option<PushEnv<'a>> {
        self.code.as_ref().map(|code| sh.push_env(language::LANGUAGE, code))
    }
}

fn main() -> ExitCode {
    match run(Cli::parse().command) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(command: Command) -> Result<ExitCode> {
    ensure!(!cfg!(windows), "this runs on Linux and macOS: on Windows run it in WSL");
    if let Command::Test { list: true, .. } = command {
        test::list();
        return Ok(ExitCode::SUCCESS);
    }
    // What cannot be done waits for nobody.
    match &command {
        Command::Test { only, .. } => test::ensure_known(only)?,
        Command::Build { address: Some(address), .. } => site::ensure_address(address)?,
        _ => {}
    }
    let sh = shell()?;
    let lock = lock::take(&sh)?;
    match command {
        Command::Build { address, language } => {
            let _language = language.export(&sh);
            let _address = address.map(|address| sh.push_env(site::ADDRESS, address));
            sizes::print(&sh)?;
        }
        Command::Serve { port, language } => {
            let _language = language.export(&sh);
            serve::serve(&sh, port, lock)?;
        }
        Command::Test { only, .. } => return test::run(&sh, &only),
        Command::Sizes => sizes::check(&sh)?,
        Command::Heights { language } => {
            let _language = language.export(&sh);
            test::heights(&sh)?;
        }
        Command::Package { language } => {
            let _language = language.export(&sh);
            package::build(&sh)?;
        }
        Command::Bench => bench(&sh)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// A shell at the root of the repository, wherever the command was given.
fn shell() -> Result<Shell> {
    let sh = Shell::new()?;
    sh.change_dir(root(&sh)?);
    Ok(sh)
}

/// Asked for at each run, never remembered by the build: a checkout may be copied, and its target/ with it.
fn root(sh: &Shell) -> Result<PathBuf> {
    let xtask = match env::var_os("CARGO_MANIFEST_DIR") {
        Some(xtask) => PathBuf::from(xtask),
        // Not by `cargo xtask`, but by its path.
        None => {
            let manifest =
                cmd!(sh, "cargo locate-project --workspace --message-format plain").quiet().read()?;
            return Ok(PathBuf::from(manifest).parent().context("Cargo.toml lies in no folder")?.to_owned());
        }
    };
    Ok(xtask.parent().context("xtask/ lies in no folder")?.to_owned())
}

fn bench(sh: &Shell) -> Result<()> {
    cmd!(sh, "cargo bench --package breakeven --bench *").run()?;
    site::build(sh)?;
    let _browser = browser::export(sh, browser::CHROMIUM_ALONE)?;
    let _fonts = fonts::export(sh)?;
    cmd!(sh, "node bench/browser.mjs").run()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_texts_tell_to_type_is_understood() {
        let texts = [
            include_str!("../../README.md"),
            include_str!("../../DESIGN.md"),
            include_str!("../../docs/hosting.md"),
            include_str!("../../npm/README.md"),
        ];
        let mut told = 0;
        for rest in texts.iter().flat_map(|text| text.split("cargo xtask ").skip(1)) {
            let line = rest.split(['`', '#', '\n']).next().unwrap_or_default();
            let words = ["cargo xtask"].into_iter().chain(line.split_whitespace());
            if let Err(error) = Cli::try_parse_from(words) {
                panic!("cargo xtask {line}: {error}");
            }
            told += 1;
        }
        assert!(told > 10);
    }
}
