//! What the core and its script call each other by: one letter in place of wasm-bindgen's names. Those carry
//! hashes, which no packing shortens; together they weigh a kilobyte of the page.

use anyhow::{Context, Result, ensure};
use serde::Deserialize;
use xshell::{Shell, cmd};

/// What wasm-opt prints: how it renamed what.
#[derive(Deserialize)]
pub struct Renamed {
    /// Module, name, and the name's short form.
    imports: Vec<(String, String, String)>,
    /// Name and short form.
    exports: Vec<(String, String)>,
}

/// The short form of every module that the core imports from.
const MODULE: &str = "a";

impl Renamed {
    /// The short form of an export's name.
    pub fn export(&self, name: &str) -> Result<&str> {
        let found = self.exports.iter().find(|(long, _)| long == name);
        Ok(&found.with_context(|| format!("the core exports no {name}"))?.1)
    }
}

/// Shortens the names in `module` and in the script that goes with it.
pub fn give(sh: &Shell, module: &str, script: &str) -> Result<Renamed> {
    let printed = cmd!(
        sh,
        "node_modules/.bin/wasm-opt {module} --minify-imports-and-exports-and-modules --output {module}"
    )
    .read()?;
    let renamed: Renamed =
        serde_json::from_str(&printed).context("wasm-opt tells its names in another way now")?;
    sh.write_file(script, in_script(&sh.read_file(script)?, &renamed).with_context(|| script.to_owned())?)?;
    Ok(renamed)
}

fn in_script(script: &str, Renamed { imports, exports }: &Renamed) -> Result<String> {
    let mut script = script.to_owned();
    let (module, ..) = imports.first().context("the core imports nothing")?;
    for (from, name, short) in imports {
        ensure!(from == module, "the core imports from {from} and from {module}");
        script = only(&script, &format!("        {name}: "), &format!("        {short}: "))?;
    }
    script = only(&script, &format!("{module:?}: "), &format!("{MODULE:?}: "))?;
    let mut parts = script.split("wasm.");
    let mut written = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(part.len());
        let (name, rest) = part.split_at(end);
        let short = exports.iter().find(|(long, _)| long == name).map_or(name, |(_, short)| short);
        written.extend(["wasm.", short, rest]);
    }
    Ok(written)
}

/// `text` with the one `from` in it replaced.
fn only(text: &str, from: &str, to: &str) -> Result<String> {
    ensure!(text.matches(from).count() == 1, "{:?} stands there other than once", from.trim());
    Ok(text.replacen(from, to, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_crosses_is_renamed() -> Result<()> {
        let script = "const import0 = {\n        __wbg_set_1a: function(value) {\n            wasm.__malloc(value);\n\
                      fetch('core.wasm');\n        },\n};\nreturn { \"./core_bg.js\": import0 };\n\
                      export const evaluate = (inputs) => wasm.evaluate(inputs, wasm.memory.buffer);\n";
        let own = |text: &str| text.to_owned();
        let renamed = Renamed {
            imports: vec![(own("./core_bg.js"), own("__wbg_set_1a"), own("b"))],
            exports: vec![
                (own("evaluate"), own("c")),
                (own("__malloc"), own("d")),
                (own("memory"), own("e")),
            ],
        };
        assert_eq!(
            in_script(script, &renamed)?,
            "const import0 = {\n        b: function(value) {\n            wasm.d(value);\n\
             fetch('core.wasm');\n        },\n};\nreturn { \"a\": import0 };\n\
             export const evaluate = (inputs) => wasm.c(inputs, wasm.e.buffer);\n"
        );
        assert!(in_script("nothing of the kind", &renamed).is_err());
        Ok(())
    }
}
