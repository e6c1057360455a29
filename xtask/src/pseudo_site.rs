//! The site in a language that nobody speaks, for tests: words/pseudo.rs as a file like that of any other language, and
//! the site built from it in a copy of the sources, so that the ordinary build stays as it is.

use anyhow::Result;
use xshell::Shell;

use crate::compile::{Form, Language, Part};
use crate::language::LANGUAGE;
use crate::{pseudo, site, stamp, tools};

/// Where the copy is; its site is in dist/ there, as tests/browser/language.test.mjs has it.
const COPY: &str = "target/pseudo";

/// What a build of the site reads, and what Cargo wants to see of a workspace.
const SOURCES: &[&str] = &[
    "Cargo.lock",
    "Cargo.toml",
    "benches",
    "build.rs",
    "data",
    "package-lock.json",
    "package.json",
    "rust-toolchain.toml",
    "src",
    "tsconfig.json",
    "vite.config.ts",
    "wasm",
    "wasm-pack.toml",
    "words",
    "www/build",
    "www/heights.json",
    "www/public",
    "www/src",
    "xtask",
];

/// What is installed already.
const INSTALLED: &[&str] = &["node_modules", "target/tools"];

/// Builds it, unless it is up to date.
pub fn build(sh: &Shell) -> Result<()> {
    tools::ensure_all(sh)?;
    let root = sh.current_dir();
    let copy = root.join(COPY);
    for source in SOURCES {
        sh.remove_path(copy.join(source))?;
        for file in stamp::files(&root.join(source))? {
            sh.write_file(copy.join(file.strip_prefix(&root)?), sh.read_binary_file(&file)?)?;
        }
    }
    let english = Language::read("en", &sh.read_file("words/en.ftl")?);
    sh.write_file(copy.join(format!("words/{}.ftl", pseudo::CODE)), written(&pseudo::of(&english)))?;
    for installed in INSTALLED {
        link(&root.join(installed), &copy.join(installed))?;
    }
    // So that they are known to be there.
    let packages = "target/xtask/npm-packages";
    sh.write_file(copy.join(packages), sh.read_file(packages)?)?;

    let _there = sh.push_dir(&copy);
    let _target = sh.push_env("CARGO_TARGET_DIR", copy.join("target"));
    let _language = sh.push_env(LANGUAGE, pseudo::CODE);
    site::build(sh)
}

#[cfg(unix)]
fn link(from: &std::path::Path, to: &std::path::Path) -> Result<()> {
    if !to.is_symlink() && from.exists() {
        std::fs::create_dir_all(to.parent().unwrap_or(to))?;
        std::os::unix::fs::symlink(from, to)?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn link(_: &std::path::Path, _: &std::path::Path) -> Result<()> {
    anyhow::bail!("this system has no links as a copy of the sources needs them")
}

/// A language as a file of words/. Each attribute is a message by itself, and each text a literal, for its own blanks
/// and braces mean nothing there.
fn written(Language { messages, .. }: &Language) -> String {
    messages.iter().map(|message| format!("{} = {}\n", message.id, pattern(&message.pattern))).collect()
}

fn pattern(parts: &[Part]) -> String {
    let parts = parts.iter().map(|part| match part {
        Part::Text(text) => {
            let text = text.replace('\\', r"\\").replace('"', "\\\"").replace('\n', r"\u000A");
            format!("{{ \"{text}\" }}")
        }
        Part::Slot(slot) => format!("{{ ${slot} }}"),
        Part::Choice(slot, forms) => {
            let forms = forms.iter().map(|Form { name, is_usual, pattern: parts }| {
                format!("\n   {}[{name}] {}", if *is_usual { "*" } else { " " }, pattern(parts))
            });
            format!("{{ ${slot} ->{}\n}}", forms.collect::<String>())
        }
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compile;

    #[test]
    fn what_is_written_reads_as_the_same() {
        let english = Language::read("en", include_str!("../../words/en.ftl"));
        let pseudo = pseudo::of(&english);
        let read = Language::read(pseudo::CODE, &written(&pseudo));
        assert_eq!(compile::table(&read, &english), compile::table(&pseudo, &english));
    }
}
