//! The core as JavaScript, for browsers and hosts that refuse WebAssembly: wasm-opt → wasm2js → minified.

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// Where the page finds it. A symbol, so that no name of the host's can be met.
const KEY: &str = r#"Symbol.for("break-even translated")"#;

/// wasm2js knows WebAssembly as it first was; it would even leave a saturating conversion as it is.
const LOWERING: &[&str] = &[
    "--llvm-nontrapping-fptoint-lowering",
    "--llvm-memory-copy-fill-lowering",
    "--signext-lowering",
    "-Os",
    "--strip-producers",
];

/// Where wasm2js puts a larger memory in place of the old one. WebAssembly would detach the old; by that, and by
/// nothing else, wasm-bindgen knows that its views are stale.
const GROWN: &str = "buffer = newBuffer;";
/// In a way that is older than `structuredClone`: what is sent away is gone here.
const DETACHED: &str =
    "const { port1 } = new MessageChannel(); port1.postMessage(0, [buffer]); port1.close(); ";

/// Writes `translated.js` beside the module.
pub fn write(sh: &Shell, folder: &str, name: &str) -> Result<()> {
    let bin = sh.current_dir().join("node_modules/.bin");
    let [wasm_opt, wasm2js, rolldown] = ["wasm-opt", "wasm2js", "rolldown"].map(|tool| bin.join(tool));
    let work = sh.create_temp_dir()?;
    let [lowered, module, script] =
        ["lowered.wasm", "module.js", "script.js"].map(|file| work.path().join(file));

    cmd!(sh, "{wasm_opt} {folder}/{name}_bg.wasm {LOWERING...} --output {lowered}").run()?;
    // Deterministic: where WebAssembly would trap, the same is done every time.
    cmd!(sh, "{wasm2js} -Os --deterministic {lowered} --output {module}").run()?;
    sh.write_file(&script, as_script(&sh.read_file(&module)?)?)?;
    cmd!(sh, "{rolldown} {script} --minify --format iife --file {folder}/translated.js").run()?;
    Ok(())
}

/// wasm2js writes a module that imports the script of wasm-bindgen and makes its one instance at once. Ours is
/// valid both as a module and as a classic script, which a sandboxed frame can load, and leaves a function from
/// imports to exports.
fn as_script(module: &str) -> Result<String> {
    let (_, body) = module.split_once('\n').context("wasm2js wrote one line only")?;
    let (body, _) =
        body.split_once("var retasmFunc").context("wasm2js makes its instance in another way now")?;
    let (before, after) = body.split_once(GROWN).context("wasm2js lets memory grow in another way now")?;
    Ok(format!("{before}{DETACHED}{GROWN}{after}\nglobalThis[{KEY}] = asmFunc;\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instance_is_made_by_the_page_and_not_by_the_script() -> Result<()> {
        let module = "import * as glue from './glue.js';\nfunction asmFunc(imports) { buffer = newBuffer; }\n\
                      var retasmFunc = asmFunc({ './glue.js': glue });\nexport var memory = retasmFunc.memory;\n";
        let script = as_script(module)?;
        assert_eq!(
            script,
            format!("function asmFunc(imports) {{ {DETACHED}{GROWN} }}\n\nglobalThis[{KEY}] = asmFunc;\n")
        );
        assert!(as_script("one line").is_err());
        Ok(())
    }
}
