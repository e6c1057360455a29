//! Every check and test, as named steps; the first failure ends the run.

use std::env;
use std::path::PathBuf;
use std::process::{Command, ExitCode, Stdio};
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use xshell::{Cmd, PushEnv, Shell, cmd};

use crate::{browser, core, fonts, old_engines, package, site, sizes, tools};

struct Step {
    name: &'static str,
    what: &'static str,
    run: fn(&Shell) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "tools", what: "everything needed is here", run: ensure_tools },
    Step { name: "format", what: "rustfmt has nothing to change", run: format },
    Step { name: "clippy", what: "no lint, on this machine and in WebAssembly", run: clippy },
    Step { name: "native", what: "unit, property, golden and doc tests", run: native },
    Step { name: "wasm", what: "the core's tests in Chromium", run: wasm },
    Step { name: "types", what: "the page's TypeScript, and what measures it", run: types },
    Step { name: "site", what: "the page builds", run: site::build },
    Step { name: "sizes", what: "the page keeps to its budget", run: sizes::check },
    Step { name: "html", what: "the built pages are valid HTML", run: html },
    Step { name: "browser", what: "the built page in three engines", run: pages },
    Step { name: "packages", what: "the crate and the npm package, as others use them", run: packages },
];

/// Names the steps.
pub fn list() {
    for step in STEPS {
        println!("{:<10}{}", step.name, step.what);
    }
}

/// Runs the steps named in `only`, or all, and ends with a table of them.
pub fn run(sh: &Shell, only: &[String]) -> Result<ExitCode> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step {unknown:?}, only {}", names.join(", "));
    }
    let wanted = |step: &&Step| only.is_empty() || only.iter().any(|name| name == step.name);
    let mut table = Vec::new();
    let mut failed = 0;
    for step in STEPS.iter().filter(wanted) {
        eprintln!("\n=== {}: {}", step.name, step.what);
        let start = Instant::now();
        let result = (step.run)(sh);
        let word = if result.is_ok() { "passed" } else { "FAILED" };
        table.push(format!("{:<10}{word}{:>9.1} s", step.name, start.elapsed().as_secs_f64()));
        if let Err(error) = result {
            eprintln!("error: the step {} failed: {error:#}", step.name);
            failed = 1;
            break;
        }
    }
    println!("\n{}", table.join("\n"));
    println!("{} passed, {failed} failed", table.len() - failed);
    Ok(if failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

fn ensure_tools(sh: &Shell) -> Result<()> {
    fonts::export(sh)?;
    browser::ensure(sh)?;
    old_engines::export(sh)?;
    tools::ensure_all(sh)
}

fn format(sh: &Shell) -> Result<()> {
    Ok(cmd!(sh, "cargo fmt --all --check").run()?)
}

fn clippy(sh: &Shell) -> Result<()> {
    tools::wasm_target(sh)?;
    cmd!(sh, "cargo clippy --locked --workspace --all-targets --all-features -- --deny warnings").run()?;
    cmd!(
        sh,
        "cargo clippy --locked --package breakeven --lib --test wasm --features web-whole
            --target wasm32-unknown-unknown -- --deny warnings"
    )
    .run()?;
    Ok(())
}

fn native(sh: &Shell) -> Result<()> {
    // The same random cases each time, so that a change is judged by what it changed. `cargo test` alone draws others.
    const SEED: &str = "PROPTEST_RNG_SEED";
    let seed = env::var(SEED).unwrap_or_else(|_| "40000".into());
    let _seed = sh.push_env(SEED, seed);
    Ok(cmd!(sh, "cargo test --locked --workspace --features cli").run()?)
}

/// Cargo itself runs these tests, through wasm-bindgen's runner: `wasm-pack test` would first
/// compile every other test for WebAssembly too.
fn wasm(sh: &Shell) -> Result<()> {
    tools::wasm_target(sh)?;
    let runner = tools::wasm_bindgen(sh)?.with_file_name("wasm-bindgen-test-runner");
    let _runner = sh.push_env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", runner);
    let _driver = sh.push_env("CHROMEDRIVER", browser::driver(sh)?);
    let _only_in_a_browser = sh.push_env("WASM_BINDGEN_TEST_ONLY_WEB", "1");
    cmd!(
        sh,
        "cargo test --locked --package breakeven --features web-whole --test wasm
            --target wasm32-unknown-unknown"
    )
    .run()?;
    Ok(())
}

/// The core comes first: its declarations are a part of what is checked.
fn types(sh: &Shell) -> Result<()> {
    core::build(sh)?;
    cmd!(sh, "node_modules/.bin/tsc --noEmit").run()?;
    Ok(cmd!(sh, "node_modules/.bin/tsc --noEmit --project bench").run()?)
}

fn html(sh: &Shell) -> Result<()> {
    site::build(sh)?;
    Ok(cmd!(sh, "node_modules/.bin/html-validate dist/**/*.html").run()?)
}

/// Most of what these do is waiting, for a slow line or for an old engine to start: they run beside the others. None of
/// them takes WebKit: a second one beside the first stood still once.
const WAITING: &[&str] = &["shift", "embed", "offline", "old", "loading", "ladder", "oembed"];

/// What these look at is blurred by another browser at work: they run when the others are done.
const ALONE: &[&str] = &["many", "slow", "swipe"];

/// Of each kind one file after the other, so that two cores suffice.
fn pages(sh: &Shell) -> Result<()> {
    site::build(sh)?;
    let _old_engines = old_engines::export(sh)?;
    let _programs = programs(sh, browser::ALL)?;
    let mut others = tests_in(sh, "tests/browser")?;
    let waiting = take(&mut others, WAITING)?;
    let alone = take(&mut others, ALONE)?;
    let beside = Command::from(node_tests(sh, &waiting)).stdout(Stdio::piped()).spawn()?;
    eprintln!("beside these run {}; what they say comes after", WAITING.join(", "));
    let done = node_tests(sh, &others).run();
    let waited = beside.wait_with_output()?;
    print!("{}", String::from_utf8_lossy(&waited.stdout));
    done?;
    ensure!(waited.status.success(), "a test failed of {}", WAITING.join(", "));
    Ok(node_tests(sh, &alone).run()?)
}

/// Takes the named files out of `tests`, in that order.
fn take(tests: &mut Vec<PathBuf>, names: &[&str]) -> Result<Vec<PathBuf>> {
    let place = |tests: &[PathBuf], name: &str| {
        tests.iter().position(|path| path.ends_with(format!("{name}.test.mjs")))
    };
    names
        .iter()
        .map(|name| match place(tests, name) {
            Some(at) => Ok(tests.remove(at)),
            None => bail!("tests/browser holds no {name}.test.mjs"),
        })
        .collect()
}

/// Writes www/heights.json from the element as it is built now, and builds the page with it.
pub fn heights(sh: &Shell) -> Result<()> {
    site::build(sh)?;
    let _write = sh.push_env("BREAKEVEN_WRITE_HEIGHTS", "1");
    run_files(sh, &["tests/browser/heights.test.mjs".into()], browser::CHROMIUM_ALONE)?;
    site::build(sh)
}

fn packages(sh: &Shell) -> Result<()> {
    package::build(sh)?;
    {
        let _strict = sh.push_env("RUSTDOCFLAGS", "--deny warnings");
        cmd!(sh, "cargo doc --locked --no-deps --package breakeven").run()?;
    }
    let npm_package = package::npm_package(sh)?;
    cmd!(sh, "node_modules/.bin/publint run {npm_package} --strict").run()?;
    // The page is there to be copied; nothing imports it, so it has no types.
    cmd!(sh, "node_modules/.bin/attw {npm_package} --profile esm-only --exclude-entrypoints breakeven.html")
        .run()?;
    run_tests(sh, "tests/packages", browser::CHROMIUM_ALONE)
}

fn run_tests(sh: &Shell, folder: &str, programs: &[browser::Program]) -> Result<()> {
    run_files(sh, &tests_in(sh, folder)?, programs)
}

fn tests_in(sh: &Shell, folder: &str) -> Result<Vec<PathBuf>> {
    let mut tests = sh.read_dir(folder)?;
    tests.retain(|path| path.to_string_lossy().ends_with(".test.mjs"));
    ensure!(!tests.is_empty(), "{folder} holds no test");
    Ok(tests)
}

fn run_files(sh: &Shell, tests: &[PathBuf], programs: &[browser::Program]) -> Result<()> {
    let _programs = self::programs(sh, programs)?;
    Ok(node_tests(sh, tests).run()?)
}

/// What the tests start and write with, for as long as it lives.
fn programs<'a>(sh: &'a Shell, programs: &[browser::Program]) -> Result<Vec<PushEnv<'a>>> {
    let mut found = browser::export(sh, programs)?;
    found.extend(fonts::export(sh)?);
    Ok(found)
}

fn node_tests<'a>(sh: &'a Shell, tests: &[PathBuf]) -> Cmd<'a> {
    // In ms: what a browser leaves without an answer ends too.
    cmd!(sh, "node --test --test-concurrency=1 --test-timeout=1200000 --test-reporter=spec {tests...}")
}
