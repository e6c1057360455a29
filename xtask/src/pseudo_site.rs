//! The site in a language that nobody speaks, for tests: words/pseudo.rs as a file like that of any other language, and
//! the site built from it in a copy of the sources, so that the ordinary build stays as it is.

use std::fs;
use std::path::{Path, PathBuf};

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
        link(&root, COPY, installed)?;
    }
    // So that they are known to be there.
    let packages = "target/xtask/npm-packages";
    sh.write_file(copy.join(packages), sh.read_file(packages)?)?;

    let _there = sh.push_dir(&copy);
    let _target = sh.push_env("CARGO_TARGET_DIR", copy.join("target"));
    let _language = sh.push_env(LANGUAGE, pseudo::CODE);
    site::build(sh)
}

/// Has in `copy` what `installed` is in `root`, which holds both. A link that counts from where it lies is still right where the
/// checkout was copied or moved; any other is made anew.
fn link(root: &Path, copy: &str, installed: &str) -> Result<()> {
    let path = root.join(copy).join(installed);
    let up = Path::new(copy).join(installed).components().count() - 1;
    let to = std::iter::repeat_n("..", up).collect::<PathBuf>().join(installed);
    let is_there = root.join(installed).exists();
    if is_there && fs::read_link(&path).is_ok_and(|found| found == to) {
        return Ok(());
    }
    match fs::symlink_metadata(&path) {
        // What a copy made of a link that it followed.
        Ok(found) if found.is_dir() => fs::remove_dir_all(&path)?,
        Ok(_) => fs::remove_file(&path)?,
        Err(_) => {}
    }
    if is_there {
        fs::create_dir_all(path.parent().unwrap_or(root))?;
        symlink(&to, &path)?;
    }
    Ok(())
}

#[cfg(unix)]
fn symlink(to: &Path, path: &Path) -> Result<()> {
    Ok(std::os::unix::fs::symlink(to, path)?)
}

#[cfg(not(unix))]
fn symlink(_: &Path, _: &Path) -> Result<()> {
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

    #[cfg(unix)]
    #[test]
    fn a_link_is_right_in_a_copied_checkout_and_made_anew_where_it_is_not() -> Result<()> {
        let sh = Shell::new()?;
        let (one, other) = (sh.create_temp_dir()?, sh.create_temp_dir()?);
        let (one, other) = (one.path(), other.path());
        let read = |root: &Path| fs::read_to_string(root.join("target/pseudo/target/tools/whose"));
        for (root, whose) in [(one, "one"), (other, "other")] {
            sh.write_file(root.join("target/tools/whose"), whose)?;
            link(root, "target/pseudo", "target/tools")?;
            link(root, "target/pseudo", "target/tools")?;
            assert_eq!(read(root)?, whose);
        }
        let path = other.join("target/pseudo/target/tools");
        assert!(fs::read_link(&path)?.is_relative());

        // As the copy of a checkout may have it: into the original, or the very files.
        fs::remove_file(&path)?;
        symlink(&one.join("target/tools"), &path)?;
        link(other, "target/pseudo", "target/tools")?;
        assert_eq!(read(other)?, "other");
        fs::remove_file(&path)?;
        sh.write_file(path.join("whose"), "nobody")?;
        link(other, "target/pseudo", "target/tools")?;
        assert_eq!(read(other)?, "other");

        fs::remove_dir_all(other.join("target/tools"))?;
        link(other, "target/pseudo", "target/tools")?;
        assert!(!path.is_symlink(), "to nothing");
        Ok(())
    }
}
