//! Every check and test, as named steps; the first failure ends the run.

use std::collections::VecDeque;
use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

use anyhow::{Result, bail, ensure};
use serde_json::json;
use xshell::{Cmd, PushEnv, Shell, cmd};

use crate::{browser, core, fonts, old_engines, package, pseudo_site, site, sizes, tools};

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
    Step { name: "language", what: "the page builds in another language", run: pseudo_site::build },
    Step {
        name: "html",
        what: "the built pages are valid HTML, the frame in README.md among them",
        run: html,
    },
    Step { name: "browser", what: "the built page in three engines", run: pages },
    Step { name: "packages", what: "the crate and the npm package, as others use them", run: packages },
];

/// Names the steps.
pub fn list() {
    for step in STEPS {
        println!("{:<10}{}", step.name, step.what);
    }
}

/// Refuses a name that no step has.
pub fn ensure_known(only: &[String]) -> Result<()> {
    if let Some(unknown) = only.iter().find(|name| STEPS.iter().all(|step| step.name != **name)) {
        let names: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("there is no step {unknown:?}, only {}", names.join(", "));
    }
    Ok(())
}

/// Runs the steps named in `only`, or all, and ends with a table of them.
pub fn run(sh: &Shell, only: &[String]) -> Result<ExitCode> {
    ensure_known(only)?;
    let wanted = |step: &&Step| only.is_empty() || only.iter().any(|name| name == step.name);
    let _loopback = past_proxies(sh);
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

/// Who speaks to a driver or a server on this machine asks no proxy, as some do that only look into the environment.
fn past_proxies(sh: &Shell) -> Vec<PushEnv<'_>> {
    let told = |name| env::var(name).ok().filter(|hosts| !hosts.is_empty());
    let hosts =
        told("no_proxy").or_else(|| told("NO_PROXY")).into_iter().chain(["127.0.0.1,localhost".into()]);
    let hosts = hosts.collect::<Vec<_>>().join(",");
    ["no_proxy", "NO_PROXY"].map(|name| sh.push_env(name, &hosts)).into()
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
    let _seed = seed(sh, "PROPTEST_RNG_SEED");
    Ok(cmd!(sh, "cargo test --locked --workspace --features cli").run()?)
}

/// The same random cases each time, so that a change is judged by what it changed. Each tool alone draws others.
fn seed<'a>(sh: &'a Shell, variable: &str) -> PushEnv<'a> {
    sh.push_env(variable, env::var(variable).unwrap_or_else(|_| "40000".into()))
}

/// Cargo itself runs these tests, through wasm-bindgen's runner: `wasm-pack test` would first
/// compile every other test for WebAssembly too.
fn wasm(sh: &Shell) -> Result<()> {
    tools::wasm_target(sh)?;
    let runner = tools::wasm_bindgen(sh)?.with_file_name(tools::TEST_RUNNER);
    let runner = format!("target.wasm32-unknown-unknown.runner={}", runner_in_toml(&runner));
    let [driver, chromium] = browser::driver(sh)?;
    let _driver = sh.push_env("CHROMEDRIVER", driver);
    let capabilities = sh.current_dir().join("target/xtask/webdriver.json");
    sh.write_file(&capabilities, json!({ "goog:chromeOptions": { "binary": chromium } }).to_string())?;
    let _browser = sh.push_env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities);
    let _only_in_a_browser = sh.push_env("WASM_BINDGEN_TEST_ONLY_WEB", "1");
    cmd!(
        sh,
        "cargo test --locked --config {runner} --package breakeven --features web-whole --test wasm
            --target wasm32-unknown-unknown"
    )
    .run()?;
    Ok(())
}

/// A list, for Cargo takes a line apart at each space, of which the path may have one; written as TOML has it, whatever
/// letters the path has.
fn runner_in_toml(runner: &Path) -> toml::Value {
    vec![runner.display().to_string()].into()
}

/// The core comes first: its declarations are a part of what is checked.
fn types(sh: &Shell) -> Result<()> {
    core::build(sh)?;
    cmd!(sh, "node_modules/.bin/tsc --noEmit").run()?;
    Ok(cmd!(sh, "node_modules/.bin/tsc --noEmit --project bench").run()?)
}

fn html(sh: &Shell) -> Result<()> {
    site::build(sh)?;
    cmd!(sh, "node_modules/.bin/html-validate dist/**/*.html").run()?;
    let [told, kept] = ["README.md", FRAME].map(|file| anyhow::Ok(frame_height(&sh.read_file(file)?)));
    let (told, kept) = (told?, kept?);
    ensure!(told.is_some() && told == kept, "README.md has a frame of {told:?} px, {FRAME} one of {kept:?}");
    Ok(())
}

/// What is told of a frame for any article, with its code.
const FRAME: &str = "dist/embed/enegix.json";

/// The height of the frame whose code is in a text, CSS pixels.
fn frame_height(text: &str) -> Option<u32> {
    // In JSON its quotation marks are escaped.
    let (_, rest) = text.split_once("<iframe ")?.1.split_once(" height=")?;
    let digits = rest.trim_start_matches(['\\', '"']);
    digits.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// What these look at is blurred by another browser at work: they run when the others are done.
const ALONE: &[&str] = &["many", "slow"];
/// These wait for a finger most of the time, and have the two cores to themselves.
const SWIPES: [&str; 2] = ["swipe", "swipe-chromium"];

/// Those that take longest begin first, so that the last ones end together.
const LONG: &[&str] = &["still", "shift", "pasted", "engines", "access", "dialog", "embed", "spoken"];

/// A file that imports it starts WebKit. A second WebKit beside the first stood still once, so of these one runs at a
/// time.
const THREE_ENGINES: &str = "support/engines.mjs";

fn pages(sh: &Shell) -> Result<()> {
    site::build(sh)?;
    pseudo_site::build(sh)?;
    if !browser::HAS_WEBKIT {
        eprintln!("skipped: the tests named after WebKit, for want of WebKitGTK, which is for Linux alone");
    }
    let _old_engines = old_engines::export(sh)?;
    let _programs = programs(sh, browser::ALL)?;
    let _seed = seed(sh, "BREAKEVEN_SEED");
    let mut others = tests_in(sh, "tests/browser")?;
    let alone = take(&mut others, ALONE)?;
    let swipes: [_; 2] = take(&mut others, &SWIPES)?.try_into().expect("as many as were asked for");
    let mut order = take(&mut others, LONG)?;
    order.append(&mut others);
    let (mut in_three, mut in_chromium) = (VecDeque::new(), VecDeque::new());
    for test in order {
        let queue =
            if sh.read_file(&test)?.contains(THREE_ENGINES) { &mut in_three } else { &mut in_chromium };
        queue.push_back(test);
    }
    let mut failed = lanes(sh, in_three, in_chromium)?;
    let mut alone = VecDeque::from(alone);
    failed.extend(lane(sh, || alone.pop_front())?);
    let [one, other] = swipes.map(|swipe| VecDeque::from([swipe]));
    failed.extend(lanes(sh, one, other)?);
    // Once more at the end, where they are looked for.
    for (_, said) in &failed {
        print!("{said}");
    }
    let names: Vec<_> = failed.iter().map(|(name, _)| name.as_str()).collect();
    ensure!(failed.is_empty(), "a test failed of {}", names.join(", "));
    Ok(())
}

/// Runs files in two lanes for two cores. Whichever is free takes the next of the `others`, so that both end at the same
/// time; the `first` stay in one of them. Gives those that failed.
fn lanes(
    sh: &Shell,
    mut first: VecDeque<PathBuf>,
    others: VecDeque<PathBuf>,
) -> Result<Vec<(String, String)>> {
    let others = Mutex::new(others);
    let next = || others.lock().expect("no lane panicked").pop_front();
    thread::scope(|scope| {
        let (one, other) = (sh.clone(), sh.clone());
        let one = scope.spawn(move || lane(&one, || first.pop_front().or_else(next)));
        let other = scope.spawn(move || lane(&other, next));
        Ok([one, other]
            .map(|lane| lane.join().expect("no lane panicked"))
            .into_iter()
            .collect::<Result<Vec<_>>>()?
            .concat())
    })
}

/// Runs one file after the other. Gives those that failed: their names and what they said.
fn lane(sh: &Shell, mut next: impl FnMut() -> Option<PathBuf>) -> Result<Vec<(String, String)>> {
    let mut failed = Vec::new();
    while let Some(test) = next() {
        let name = test.file_name().unwrap_or_default().to_string_lossy().replace(".test.mjs", "");
        let start = Instant::now();
        let done = node_tests(sh, &[test]).quiet().ignore_status().output()?;
        let said = String::from_utf8_lossy(&done.stdout) + String::from_utf8_lossy(&done.stderr);
        // In one piece, lest two lanes speak at once.
        print!("{said}{name:<14}{:>7.1} s\n\n", start.elapsed().as_secs_f64());
        if !done.status.success() {
            failed.push((name, said.into_owned()));
        }
    }
    Ok(failed)
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

/// Writes www/heights.json, or that of another language, from the element as it is built now, and builds the page with it.
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
    let which: &[&str] =
        if browser::HAS_WEBKIT { &[] } else { &["--test-name-pattern", browser::BUT_WEBKIT] };
    // In ms: what a browser leaves without an answer ends too.
    cmd!(
        sh,
        "node --test --test-concurrency=1 --test-timeout=1200000 --test-reporter=spec {which...} {tests...}"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cargo_reads_the_runner_back_whatever_letters_its_path_has() -> Result<()> {
        // The mark by itself, as some systems write a letter that has one.
        let path = "/home/u\u{308}ber uns/\"quoted\"/wasm-bindgen-test-runner";
        let table: toml::Table = toml::from_str(&format!("runner={}", runner_in_toml(Path::new(path))))?;
        assert_eq!(table["runner"][0].as_str(), Some(path));
        Ok(())
    }

    #[test]
    fn a_step_that_is_not_there_is_refused_by_naming_those_that_are() {
        assert!(ensure_known(&["clippy".into(), "wasm".into()]).is_ok());
        let refused = ensure_known(&["clippy".into(), "nosuch".into()]).unwrap_err().to_string();
        assert!(refused.contains("\"nosuch\", only tools, format"), "{refused}");
    }
}
