//! `breakeven completions` and `breakeven man`: what a shell and a manual page know of the command, made from the
//! same words as its help.

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};
use clap_complete::Shell;

use breakeven::{Input, Schedule, Tier, View, scenarios, words};

use crate::language;
use crate::out::print;
use crate::refusal::{Failure, quoted};

pub fn completions_command(name: &'static str) -> Command {
    Command::new(name)
        .about("Print what a shell needs to complete the command's words")
        .long_about(
            "Print what a shell needs to complete the command's words, such as\n\n    \
             breakeven completions bash > ~/.local/share/bash-completion/completions/breakeven",
        )
        .arg(Arg::new("shell").required(true).value_parser(value_parser!(Shell)).help("Which shell"))
}

pub fn man_command(name: &'static str) -> Command {
    Command::new(name)
        .about("Print a page of the manual")
        .long_about(
            "Print a page of the manual in the form that man reads, such as\n\n    \
             breakeven man > ~/.local/share/man/man1/breakeven.1\n    \
             breakeven man eval > ~/.local/share/man/man1/breakeven-eval.1",
        )
        .arg(
            Arg::new("command")
                .value_name("COMMAND")
                .help("The page of this command; of all where none is named"),
        )
}

/// `whole` is the command with all below it.
pub fn completions(matches: &ArgMatches, whole: Command) -> Result<(), Failure> {
    let mut whole = whole.mut_subcommands(|command| command.mut_args(with_ids));
    let mut text = Vec::new();
    if let Some(&shell) = matches.get_one::<Shell>("shell") {
        clap_complete::generate(shell, &mut whole, "breakeven", &mut text);
    }
    print(&String::from_utf8_lossy(&text))
}

/// What is named by an id, with all there are: for a shell alone, since what the core does not know it refuses in its own
/// words.
fn with_ids(arg: Arg) -> Arg {
    let inputs = || Input::ALL.iter().map(|input| input.spec().id);
    let ids: Vec<_> = match arg.get_id().as_str() {
        "scenario" | "id" => scenarios::ALL.iter().map(|scenario| scenario.id()).collect(),
        "view" => View::ALL.iter().map(|view| view.id()).collect(),
        "tier" => Tier::ALL.iter().map(|tier| tier.id()).collect(),
        "schedule" => Schedule::ALL.iter().map(|schedule| schedule.id()).collect(),
        "x" => inputs().collect(),
        "for" => ["difficulty"].into_iter().chain(inputs()).collect(),
        _ => return arg,
    };
    arg.value_parser(PossibleValuesParser::new(ids))
}

/// `whole` is the command with all below it.
pub fn man(matches: &ArgMatches, mut whole: Command) -> Result<(), Failure> {
    whole.build(); // gives the commands below it their names
    let page = match matches.get_one::<String>("command") {
        None => whole,
        Some(name) => {
            let unknown = || {
                let names: Vec<_> = whole.get_subcommands().map(Command::get_name).collect();
                let (value, known) = (&quoted(name), &names.join(", "));
                let unknown = words::Unknown { field: "command", value, allowed: known };
                Failure::Refused(unknown.text(language::words(matches)))
            };
            whole.find_subcommand(name).ok_or_else(unknown)?.clone()
        }
    };
    let mut text = Vec::new();
    let name = page.get_display_name().unwrap_or(page.get_name()).to_owned();
    clap_mangen::Man::new(page.display_name(name)).render(&mut text)?;
    print(&String::from_utf8_lossy(&text))
}
