//! One run at a time in a checkout: a second one would empty dist/ and target/npm/ while the first reads them.

use std::fs::{self, File, TryLockError};

use anyhow::{Context, Result};
use xshell::Shell;

const LOCK: &str = "target/xtask/lock";

/// Waits until no other run is at work. It is this one's turn for as long as what it returns lives; the system takes it back
/// from a run that is ended, and what a run starts does not inherit it.
pub fn take(sh: &Shell) -> Result<File> {
    let path = sh.current_dir().join(LOCK);
    let folder = path.parent().context("the lock lies in no folder")?;
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    let file = File::options().create(true).truncate(false).write(true).open(&path);
    let file = file.with_context(|| format!("cannot write {LOCK}"))?;
    match file.try_lock() {
        Ok(()) => {}
        Err(TryLockError::WouldBlock) => {
            eprintln!("another cargo xtask is at work: waiting");
            file.lock().with_context(|| format!("cannot lock {LOCK}"))?;
        }
        // As some file systems of a network: better without than not at all.
        Err(TryLockError::Error(error)) => eprintln!("warning: {LOCK} cannot be locked: {error}"),
    }
    Ok(file)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;
    use std::time::Duration;

    use super::*;

    #[test]
    fn a_folder_that_cannot_be_made_is_named() -> Result<()> {
        let sh = Shell::new()?;
        let root = sh.create_temp_dir()?;
        let _there = sh.push_dir(root.path());
        sh.write_file("target", "")?;
        let refused = take(&sh).unwrap_err().to_string();
        assert!(refused.ends_with("target/xtask"), "{refused}");
        Ok(())
    }

    #[test]
    fn a_second_run_waits_for_the_first_and_other_checkouts_for_nobody() -> Result<()> {
        let sh = Shell::new()?;
        let (one, other) = (sh.create_temp_dir()?, sh.create_temp_dir()?);
        let first = {
            let _there = sh.push_dir(one.path());
            take(&sh)?
        };
        {
            let _there = sh.push_dir(other.path());
            take(&sh)?;
        }
        let (tell, told) = mpsc::channel();
        let path = one.path().to_owned();
        let second = thread::spawn(move || -> Result<()> {
            let sh = Shell::new()?;
            sh.change_dir(path);
            let _lock = take(&sh)?;
            Ok(tell.send(())?)
        });
        assert!(told.recv_timeout(Duration::from_millis(200)).is_err(), "it did not wait");
        drop(first);
        told.recv_timeout(Duration::from_secs(60))?;
        second.join().expect("it did not panic")
    }
}
