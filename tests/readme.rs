//! README.md says what is so: its Rust compiles, its commands are the command's, and it counts right.
#![cfg(not(target_arch = "wasm32"))]

use breakeven::scenarios;

const README: &str = include_str!("../README.md");

/// The blocks of code in one language.
fn blocks(language: &str) -> Vec<&'static str> {
    let opened = format!("```{language}\n");
    README.split(&opened).skip(1).map(|rest| rest.split("```").next().unwrap()).collect()
}

mod as_in_the_readme {
    pub fn run() -> breakeven::Result<()> {
        // begin
        use breakeven::{Input, Report, Scenario};

        let mine = Scenario::from_id("quoted-40000")?.inputs().with(Input::Tariff, 0.07)?;
        println!("switch off below {:.0} USD", Report::of(&mine).prices.shutdown.value());
        // end
        Ok(())
    }
}

#[test]
fn its_rust_compiles_and_runs() {
    let here = include_str!("readme.rs").split("// begin\n").nth(1).unwrap().split("// end").next().unwrap();
    let lines = |text: &'static str| {
        text.lines().map(str::trim).filter(|line| !line.starts_with("//")).collect::<Vec<_>>().join("\n")
    };
    let [block] = blocks("rust")[..] else { panic!("one block of Rust is compiled here") };
    assert_eq!(lines(block).trim(), lines(here).trim());
    as_in_the_readme::run().unwrap();
}

#[test]
fn it_counts_right() {
    let machines = format!("{} machines", breakeven::machines::all().len());
    assert!(README.contains(&machines), "{machines}");
    // In words; and today's beside them.
    assert_eq!(scenarios::ALL.len() - 1, 14);
    assert!(README.contains("the fourteen mines of the article and today's"));
}

#[cfg(feature = "cli")]
#[test]
fn its_commands_run() {
    use std::process::Command;

    let folder = std::env::temp_dir().join(format!("breakeven-readme-{}", std::process::id()));
    // What the commands write goes there too.
    std::fs::create_dir_all(folder.join("examples")).unwrap();
    std::fs::write(folder.join("examples/mines.csv"), include_str!("../examples/mines.csv")).unwrap();
    let run = |line: &str| {
        let line = line.split(['>', '#']).next().unwrap();
        let mut command = Command::new(env!("CARGO_BIN_EXE_breakeven"));
        let output = command.args(line.split_whitespace().skip(1)).current_dir(&folder).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    };
    let inline = README.split('`').filter(|code| !code.contains('\n'));
    let lines = blocks("sh").into_iter().flat_map(str::lines).chain(inline);
    let commands: Vec<_> = lines.filter(|line| line.starts_with("breakeven ")).collect();
    assert!(commands.len() > 5, "{commands:?}");
    commands.into_iter().for_each(run);
    std::fs::remove_dir_all(folder).unwrap();
}
