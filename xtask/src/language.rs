//! The language of the page, and of the core that is built for it.

use anyhow::{Result, ensure};
use xshell::{PushEnv, Shell};

/// Names it to build.rs and to Vite.
pub const LANGUAGE: &str = "BREAKEVEN_LANGUAGE";

/// Holds the language of the last build, because another one makes another core and another dist/.
pub const NOTE: &str = "target/xtask/language";

const ENGLISH: &str = "en";

/// Notes the language that is wanted, and names it for as long as what it returns lives.
pub fn export(sh: &Shell) -> Result<PushEnv<'_>> {
    let wanted = sh.var(LANGUAGE).ok().filter(|code| !code.is_empty());
    let wanted = wanted.unwrap_or_else(|| ENGLISH.to_owned());
    let files = sh.read_dir("words")?;
    let languages = files.iter().filter(|path| path.extension().is_some_and(|kind| kind == "ftl"));
    let codes: Vec<_> =
        languages.filter_map(|path| Some(path.file_stem()?.to_string_lossy().into_owned())).collect();
    ensure!(
        codes.contains(&wanted),
        "there is no language {wanted:?}, which would be words/{wanted}.ftl, only {}",
        codes.join(", ")
    );
    sh.write_file(NOTE, &wanted)?;
    Ok(sh.push_env(LANGUAGE, wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_a_file_and_any_other_is_refused_by_naming_what_there_is() -> Result<()> {
        let sh = Shell::new()?;
        let root = sh.create_temp_dir()?;
        let _there = sh.push_dir(root.path());
        for file in ["de.ftl", "en.ftl", "compile.rs"] {
            sh.write_file(format!("words/{file}"), "")?;
        }
        let exported = |wanted: &str| {
            let _wanted = sh.push_env(LANGUAGE, wanted);
            let _language = export(&sh)?;
            anyhow::Ok((sh.var(LANGUAGE)?, sh.read_file(NOTE)?))
        };
        for (wanted, language) in [("", "en"), ("en", "en"), ("de", "de")] {
            assert_eq!(exported(wanted)?, (language.to_owned(), language.to_owned()));
        }
        let refused = exported("compile").unwrap_err();
        assert!(refused.to_string().ends_with("words/compile.ftl, only de, en"), "{refused}");
        Ok(())
    }
}
