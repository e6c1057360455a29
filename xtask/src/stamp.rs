//! What is up to date: a fingerprint of everything that a step read and wrote.
//!
//! Contents, not times: a clone or a change of branch gives files any time at all, and a file
//! saved in the middle of a build would look older than what was built without it.

use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// Runs `make` unless `outputs` still are what it last made of the same `inputs` with the same compiler.
///
/// Both are files or folders, relative to the root of the repository.
pub fn unless_fresh(
    sh: &Shell,
    name: &str,
    inputs: &[&str],
    outputs: &[&str],
    make: impl FnOnce() -> Result<()>,
) -> Result<()> {
    let root = sh.current_dir();
    let stamp = root.join("target/xtask").join(name);
    let read = fingerprint(&root, inputs)?;
    let mut hasher = DefaultHasher::new();
    cmd!(sh, "rustc -vV").quiet().read()?.hash(&mut hasher);
    let compiler = hasher.finish();
    let line = |wrote: u64| format!("{read:016x} {compiler:016x} {wrote:016x}\n");

    if fs::read_to_string(&stamp)
        .is_ok_and(|last| fingerprint(&root, outputs).is_ok_and(|wrote| last == line(wrote)))
    {
        return Ok(());
    }
    make()?;
    sh.write_file(&stamp, line(fingerprint(&root, outputs)?))?;
    Ok(())
}

fn fingerprint(root: &Path, paths: &[&str]) -> Result<u64> {
    let mut hasher = DefaultHasher::new();
    for path in paths {
        for file in files(&root.join(path))? {
            file.strip_prefix(root)?.hash(&mut hasher);
            fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?.hash(&mut hasher);
        }
    }
    Ok(hasher.finish())
}

/// Every file at or under `path`, in an order that does not change; none where nothing is.
pub fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries = fs::read_dir(path)?.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>()?;
    entries.sort();
    let nested = entries.iter().map(|entry| files(entry));
    Ok(nested.collect::<io::Result<Vec<_>>>()?.concat())
}

#[cfg(test)]
mod tests {
    use std::env;

    use super::*;

    #[test]
    fn a_step_runs_again_when_what_it_read_or_wrote_has_changed() -> Result<()> {
        let sh = Shell::new()?;
        let root = sh.create_temp_dir()?;
        let _there = sh.push_dir(root.path());
        let runs = std::cell::Cell::new(0);
        let make = || {
            unless_fresh(&sh, "step", &["from"], &["to"], || {
                runs.set(runs.get() + 1);
                Ok(sh.write_file("to/made", "made")?)
            })?;
            anyhow::Ok(runs.get())
        };

        // Stands in for a compiler that is updated.
        let rustc = root.path().join("bin/rustc");
        let update = |version: &str| -> Result<()> {
            sh.write_file(&rustc, format!("#!/bin/sh\necho rustc {version}\n"))?;
            Ok(cmd!(sh, "chmod +x {rustc}").quiet().run()?)
        };
        update("1.0")?;
        let path = env::join_paths(
            [root.path().join("bin")]
                .into_iter()
                .chain(env::split_paths(&sh.var_os("PATH").unwrap_or_default())),
        )?;
        let _path = sh.push_env("PATH", path);

        sh.write_file("from/a", "1")?;
        assert_eq!((make()?, make()?), (1, 1));
        sh.write_file("from/a", "1")?;
        assert_eq!(make()?, 1, "saved again, unchanged");
        sh.write_file("from/a", "2")?;
        assert_eq!((make()?, make()?), (2, 2), "changed");
        sh.write_file("from/b", "")?;
        assert_eq!((make()?, make()?), (3, 3), "one more file, though empty");
        sh.remove_path("to")?;
        assert_eq!((make()?, make()?), (4, 4), "what was made is gone");
        update("1.1")?;
        assert_eq!((make()?, make()?), (5, 5), "another compiler");
        Ok(())
    }
}
