//! The page: www/ → Vite → dist/.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{core, stamp, tools};

const INPUTS: &[&str] =
    &["www", "data", "package.json", "package-lock.json", "tsconfig.json", "vite.config.ts"];

/// Builds the core and the page, unless they are up to date.
pub fn build(sh: &Shell) -> Result<()> {
    tools::npm_packages(sh)?;
    core::build(sh)?;
    stamp::unless_fresh(sh, "site", INPUTS, &["dist"], || {
        cmd!(sh, "node_modules/.bin/vite build").run()?;
        Ok(())
    })
}
