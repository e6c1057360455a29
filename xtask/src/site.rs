//! The page: www/ → Vite → dist/.

use anyhow::{Result, ensure};
use xshell::{Shell, cmd};

use crate::{core, language, stamp, tools};

/// Where dist/ will lie, for what machines are told; the same variable tells Vite.
pub const ADDRESS: &str = "BREAKEVEN_ADDRESS";

/// Holds the address of the last build, because another one makes another dist/.
const NOTE: &str = "target/xtask/address";

/// Holds the version of Node by which the page is built, because another one may make another dist/.
const NODE: &str = "target/xtask/node";

const INPUTS: &[&str] = &[
    "www",
    "data",
    "words",
    "package.json",
    "package-lock.json",
    "tsconfig.json",
    "vite.config.ts",
    NOTE,
    NODE,
    language::NOTE,
];

/// Builds the core and the page, unless they are up to date.
pub fn build(sh: &Shell) -> Result<()> {
    let address = sh.var(ADDRESS).unwrap_or_default();
    ensure_address(&address)?;
    tools::npm_packages(sh)?;
    sh.write_file(NODE, cmd!(sh, "node --version").quiet().read()?)?;
    let _language = language::export(sh)?;
    core::build(sh)?;
    sh.write_file(NOTE, address)?;
    stamp::unless_fresh(sh, "site", INPUTS, &["dist"], || {
        cmd!(sh, "node_modules/.bin/vite build").run()?;
        Ok(())
    })
}

/// Refuses an address at which no dist/ can lie; none at all will do.
pub fn ensure_address(address: &str) -> Result<()> {
    ensure!(
        address.is_empty() || is_folder_of_the_web(address),
        "{address:?} is no address for dist/: it must begin with http:// or https://, end in a slash, \
         and have no ? and no #, like https://news.example/tools/breakeven/"
    );
    Ok(())
}

fn is_folder_of_the_web(address: &str) -> bool {
    let rest = address.strip_prefix("https://").or_else(|| address.strip_prefix("http://"));
    // What RFC 3986 has for a host and a path.
    let stands = |c: char| c.is_ascii_alphanumeric() || "-._~%!$&'()*+,;=:@[]/".contains(c);
    rest.is_some_and(|rest| !rest.starts_with('/') && rest.ends_with('/') && rest.chars().all(stands))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_a_folder_of_the_web() {
        for good in ["https://news.example/", "http://127.0.0.1:8080/a/b/", "https://[::1]/~me/"] {
            assert!(is_folder_of_the_web(good), "{good}");
        }
        for bad in [
            "/tools/",
            "news.example/tools/",
            "https://news.example/tools",
            "https:///tools/",
            "ftp://news.example/",
            "javascript:alert(1)/",
            "https://news.example/?tools/",
            "https://news.example/#/",
            "https://news.example/a b/",
            "https://news.example/\"/",
        ] {
            assert!(!is_folder_of_the_web(bad), "{bad}");
        }
    }
}
