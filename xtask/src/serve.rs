//! A server for dist/ that only this machine can reach.

use std::fs::File;
use std::process::Command;

use anyhow::{Result, bail};
use xshell::Shell;

use crate::site;

/// Builds, then serves until it is interrupted; Vite prints the address. Others may build meanwhile: each request reads dist/
/// anew, so what they build is there at the next reload.
pub fn serve(sh: &Shell, port: Option<u16>, lock: File) -> Result<()> {
    site::build(sh)?;
    drop(lock);
    let mut vite = Command::new(sh.current_dir().join("node_modules/.bin/vite"));
    vite.current_dir(sh.current_dir()).args(["preview", "--host", "127.0.0.1"]).env("NO_COLOR", "1");
    if let Some(port) = port {
        vite.args(["--strictPort", "--port", &port.to_string()]);
    }
    replace_this_process(&mut vite)
}

/// The server takes this process's place, so that whatever ends the one ends the other.
#[cfg(unix)]
fn replace_this_process(command: &mut Command) -> Result<()> {
    use std::os::unix::process::CommandExt;
    bail!(command.exec());
}

#[cfg(not(unix))]
fn replace_this_process(command: &mut Command) -> Result<()> {
    let status = command.status()?;
    if !status.success() {
        bail!("the server ended: {status}");
    }
    Ok(())
}
