//! The command's own words: what it lists by name, what a shell and a manual learn of it, and its exit status when
//! the world says no.
#![cfg(feature = "cli")]

mod refusal;

use std::fs::OpenOptions;
use std::process::{Command, Output, Stdio};

use refusal::assert_refusal;

fn command(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_breakeven"));
    command.args(arguments);
    command
}

fn breakeven(arguments: &[&str]) -> Output {
    command(arguments).output().unwrap()
}

fn text(arguments: &[&str]) -> String {
    let output = breakeven(arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// One call of every command that prints something.
const CALLS: &[&[&str]] = &[
    &["--help"],
    &["--version"],
    &["help", "eval"],
    &["eval"],
    &["eval", "--help"],
    &["eval", "--format", "json"],
    &["solve", "--for", "tariff", "--price", "40000"],
    &["solve", "--help"],
    &["drivers"],
    &["drivers", "--help"],
    &["history", "--format", "csv"],
    &["history", "--help"],
    &["machines"],
    &["machines", "--help"],
    &["batch", "examples/mines.csv"],
    &["batch", "--help"],
    &["link"],
    &["link", "--help"],
    &["scenarios"],
    &["scenarios", "--help"],
    &["figure", "tariff"],
    &["figure", "--help"],
    &["table", "tariff"],
    &["table", "--help"],
    &["completions", "bash"],
    &["completions", "--help"],
    &["man"],
    &["man", "--help"],
];

#[test]
fn the_calls_below_know_every_command() {
    let help = text(&["--help"]);
    let listed = help.lines().skip_while(|line| !line.starts_with("Commands:")).skip(1);
    let listed = listed.take_while(|line| !line.is_empty()).filter_map(|line| line.strip_prefix("  "));
    let names = listed.filter(|line| !line.starts_with(' ')); // the rest of a long line
    let names: Vec<_> = names.filter_map(|line| line.split_whitespace().next()).collect();
    assert!(names.len() > 10, "{names:?}");
    for name in names.into_iter().filter(|name| *name != "help") {
        assert!(CALLS.iter().any(|call| call[0] == name), "no call of {name}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_an_error_whatever_was_to_be_written() {
    for call in CALLS {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = command(call).stdout(full).stderr(Stdio::piped()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(1), "{call:?}: {told}");
        assert!(told.contains("cannot write the output"), "{call:?}: {told}");
    }
    let output = breakeven(&["figure", "tariff", "-o", "/dev/full"]);
    assert_eq!(output.status.code(), Some(1));
}

#[cfg(target_os = "linux")]
#[test]
fn where_nothing_can_be_said_the_exit_status_still_tells() {
    for (arguments, status) in [(&["eval", "--tariff", "7"][..], 2), (&["eval", "--date", "2010-08-01"], 0)] {
        let full = OpenOptions::new().write(true).open("/dev/full").unwrap();
        let done = command(arguments).stdout(Stdio::null()).stderr(full).status().unwrap();
        assert_eq!(done.code(), Some(status), "{arguments:?}");
    }
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_gone_away_is_no_failure() {
    for call in CALLS {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let output = command(call).stdout(writer).stderr(Stdio::piped()).output().unwrap();
        let told = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "{call:?}: {told}");
        assert!(!told.contains("pipe"), "{call:?}: {told}");
    }
}

#[test]
fn a_scenario_is_listed_by_its_name() {
    let today = text(&["scenarios", "today"]);
    assert!(today.starts_with("today: ") && !today.contains("quoted-40000"), "{today}");
    let two: serde_json::Value =
        serde_json::from_str(&text(&["scenarios", "enegix", "today", "--format", "json"])).unwrap();
    assert_eq!((&two[0]["id"], &two[1]["id"]), (&"enegix".into(), &"today".into()));
    assert_refusal(&breakeven(&["scenarios", "nowhere"]), &["scenario", "\"nowhere\"", "today"]);
}

#[test]
fn a_machine_is_listed_by_its_name() {
    let listed = text(&["machines", "s19 pro"]);
    let machines: Vec<_> = listed.lines().filter(|line| line.contains(" TH/s ")).collect();
    assert!(!machines.is_empty() && machines.iter().all(|line| line.contains("S19")), "{listed}");
    assert_eq!(text(&["machines", "s19", "pro"]), listed);
    assert_eq!(text(&["machines", "--search", "s19 pro"]), listed);
    assert_refusal(&breakeven(&["machines", "abacus"]), &["machine", "\"abacus\""]);
}

#[test]
fn a_text_that_is_no_link_is_refused_and_what_is_wrong_with_a_link_is_said_briefly() {
    assert_refusal(&breakeven(&["eval", "--link", "hello"]), &["link", "\"hello\"", "1~today~tariff"]);
    assert_refusal(&breakeven(&["eval", "--link", "2~today~tariff"]), &["link", "this release"]);
    assert_refusal(&breakeven(&["eval", "--link", "1~nowhere~tariff"]), &["scenario", "\"nowhere\""]);
    let output = breakeven(&["eval", "--link", "1~today~tariff~colour_1~tariff_7~hours_100"]);
    assert!(output.status.success());
    assert_eq!(
        String::from_utf8_lossy(&output.stderr),
        "warning: link: left out input: \"colour\" is not known\n\
         warning: link: left out tariff: 7 is out of range; allowed is 0 to 5 USD/kWh\n"
    );
}

#[test]
fn what_may_be_asked_for_has_the_difficulty_among_it() {
    assert_refusal(&breakeven(&["solve", "--for", "colour"]), &["\"colour\"", "difficulty, tariff, "]);
}

#[test]
fn the_completions_of_every_shell_have_every_input() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let completions = text(&["completions", shell]);
        for input in breakeven::Input::ALL {
            let flag = input.spec().id.replace('_', "-");
            assert!(completions.contains(&flag), "{shell}: {flag}");
        }
        assert!(completions.contains("scenarios") && completions.contains("difficulty"), "{shell}");
    }
}

#[cfg(unix)]
#[test]
fn bash_takes_the_completions_and_completes_with_them() {
    let script = r#"
        eval "$COMPLETIONS"
        complete_last() {
            COMP_WORDS=(breakeven "$@") COMP_CWORD=$#
            _breakeven breakeven "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
            echo "${COMPREPLY[@]}"
        }
        complete_last eval --disc
        complete_last eval --scenario ene
        complete_last solve --tier sh
        complete_last solve --for diff
        complete_last figure --x machine_
        complete_last eval --schedule nights-
        complete_last link --view dri
    "#;
    let output = Command::new("bash")
        .args(["-c", script])
        .env("COMPLETIONS", text(&["completions", "bash"]))
        .output()
        .unwrap();
    let told = String::from_utf8_lossy(&output.stdout);
    let lines: Vec<_> = told.lines().collect();
    assert_eq!(
        lines,
        [
            "--discount-rate",
            "enegix",
            "shutdown",
            "difficulty difficulty_growth",
            "machine_price",
            "nights-and-weekends",
            "drivers"
        ]
    );
    assert!(output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn the_manual_has_a_page_for_the_command_and_one_for_each_below_it() {
    let page = text(&["man"]);
    assert!(page.contains(".TH breakeven 1") && page.contains("breakeven\\-history(1)"), "{page}");
    let page = text(&["man", "eval"]);
    assert!(page.contains(".TH breakeven-eval 1"), "{page}");
    for input in breakeven::Input::ALL {
        let flag = input.spec().id.replace('_', "\\-");
        assert!(page.contains(&format!("\\-\\-{flag}")), "{flag}");
    }
    assert_refusal(&breakeven(&["man", "nothing"]), &["command", "\"nothing\"", "eval, "]);
}

#[test]
fn a_language_is_chosen_before_or_behind_the_command_and_an_unknown_one_refused_with_those_there_are() {
    let usual = text(&["eval"]);
    assert_eq!(text(&["--language", "en", "eval"]), usual);
    assert_eq!(text(&["eval", "--language", "en"]), usual);
    assert_refusal(
        &breakeven(&["eval", "--language", "xx"]),
        &["'xx'", "--language <CODE>", "[possible values: en]"],
    );
}

#[test]
fn a_mistake_in_the_words_is_told_with_what_is_nearly_that() {
    assert_refusal(&breakeven(&["eval", "--tarif", "3"]), &["'--tarif'", "; similar: --tariff"]);
    assert_refusal(&breakeven(&["evl"]), &["'evl'", "; similar: eval"]);
    assert_refusal(&breakeven(&["eval", "--format", "jsn"]), &["'jsn'", "; similar: json"]);
    let told = breakeven(&["eval", "--tariff", "1", "--tariff=2"]).stderr;
    assert_eq!(String::from_utf8_lossy(&told), "--tariff is given twice; allowed is once\n");
    let told = breakeven(&["eval", "--link", "1", "--scenario", "today"]).stderr;
    assert!(String::from_utf8_lossy(&told).contains("cannot be used with"), "{told:?}");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_has_any_name_that_the_system_has_and_other_words_are_utf_8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt;

    let folder = std::env::temp_dir().join(format!("breakeven-names-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let file = |name: &[u8]| folder.join(OsStr::from_bytes(name));
    let [table, mine, picture] = [file(b"caf\xe9.csv"), file(b"caf\xe9.json"), file(b"caf\xe9.svg")];
    std::fs::write(&table, "tariff\n0.05\n").unwrap();
    std::fs::write(&mine, r#"{"tariff": 0.07}"#).unwrap();
    assert!(command(&["figure", "tariff", "-o"]).arg(&picture).status().unwrap().success());
    for (arguments, file) in
        [(&["batch"][..], &table), (&["eval", "--inputs"], &mine), (&["eval", "--from"], &picture)]
    {
        let output = command(arguments).arg(file).output().unwrap();
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    }
    let missing = command(&["eval", "--inputs"]).arg(file(b"th\xe9.json")).output().unwrap();
    assert_eq!(missing.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&missing.stderr).contains("th\u{fffd}.json"));
    // A word that is no name of a file is refused by its flag, also behind such a name.
    let refused = |mut command: Command, words: &[&str]| assert_refusal(&command.output().unwrap(), words);
    let bytes = OsStr::from_bytes;
    let mut spaced = command(&["eval", "--inputs"]);
    spaced.arg(&mine).arg("--tariff").arg(bytes(b"5 \xa2"));
    refused(spaced, &["tariff: \"5 \u{fffd}\" is not readable"]);
    let mut joined = command(&["eval"]);
    joined.arg(bytes(b"--tariff=5 \xa2"));
    refused(joined, &["tariff: \"5 \u{fffd}\" is not readable"]);
    let mut bare = command(&["figure"]);
    bare.arg(bytes(b"tari\xffff"));
    refused(bare, &["arguments: \"tari\u{fffd}ff\" is not readable"]);
    std::fs::remove_dir_all(folder).unwrap();
}

#[test]
fn a_picture_comes_from_standard_input_too() {
    use std::io::Write;

    let picture = breakeven(&["figure", "tariff", "--tariff", "0.07"]).stdout;
    let mut child =
        command(&["link", "--from", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(&picture).unwrap();
    let link = String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap();
    assert!(link.contains("tariff_0.07"), "{link}");
}
