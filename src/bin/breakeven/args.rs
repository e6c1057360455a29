//! The words of the command. The flags of the inputs are made from the core's table.

use breakeven::{Error, Input, Inputs, Scenario};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command, value_parser};

/// What `breakeven` understands.
pub fn command() -> Command {
    Command::new("breakeven")
        .version(env!("CARGO_PKG_VERSION"))
        .about("The break-even price of bitcoin from electricity tariff, hardware efficiency and network hash rate")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .subcommand(
            with_inputs(Command::new("eval"))
                .about("Print the break-even prices of a mine")
                .arg(format_arg()),
        )
        .subcommand(Command::new("scenarios").about("List the named mines with their facts").arg(format_arg()))
        .subcommand(
            with_inputs(Command::new("figure"))
                .about("Write a figure as SVG")
                .arg(Arg::new("view").required(true).help("Which figure: tariff, bar"))
                .arg(number("width", "Width in CSS pixels").default_value("760"))
                .arg(number("height", "Height in CSS pixels").default_value("420"))
                .arg(
                    Arg::new("output")
                        .short('o')
                        .long("output")
                        .value_name("FILE")
                        .value_parser(value_parser!(std::path::PathBuf))
                        .help("Where to write it; standard output where nothing is named"),
                ),
        )
}

/// The inputs that the flags describe: the scenario's, `today` where none is named, with what was changed.
pub fn inputs(matches: &ArgMatches) -> Result<Inputs, Error> {
    let scenario = matches.get_one::<String>("scenario").map_or("today", String::as_str);
    let mut inputs = Scenario::from_id(scenario)?.inputs();
    let given = Input::ALL.iter().filter_map(|&input| {
        let text = matches.get_one::<String>(input.spec().id)?;
        Some(input.parse(text).map(|value| (input, value)))
    });
    let given = given.collect::<Result<Vec<_>, _>>()?;
    if let Some(text) = matches.get_one::<String>("difficulty") {
        inputs = inputs.with_difficulty_text(text)?;
        if let Some((input, value)) = given.iter().find(|(input, _)| *input == Input::Hashrate) {
            return Err(Error::conflict(
                input.spec().id,
                *value,
                "one of --hashrate and --difficulty, not both",
            ));
        }
    }
    inputs.with_all(given)
}

fn with_inputs(command: Command) -> Command {
    let scenario = Arg::new("scenario")
        .long("scenario")
        .value_name("ID")
        .help("Start from this scenario [default: today]");
    let difficulty = number("difficulty", "The network's difficulty, instead of --hashrate");
    command.arg(scenario).args(Input::ALL.iter().map(|&input| flag(input))).arg(difficulty)
}

fn flag(input: Input) -> Arg {
    let spec = input.spec();
    number(spec.id, format!("{} {}", spec.label, input.allowed()))
        .long(spec.id.replace('_', "-"))
        .long_help(format!("{}: {} Allowed: {}", spec.label, spec.help, input.allowed()))
}

/// A flag whose number the core reads, so that every refusal has the same words.
fn number(id: &'static str, help: impl Into<clap::builder::StyledStr>) -> Arg {
    Arg::new(id).long(id).value_name("NUMBER").allow_hyphen_values(true).help(help)
}

fn format_arg() -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .default_value("text")
        .value_parser(PossibleValuesParser::new(["text", "json"]))
        .help("How to print it")
}

/// Whether JSON was asked for.
pub fn wants_json(matches: &ArgMatches) -> bool {
    matches.get_one::<String>("format").is_some_and(|format| format == "json")
}

/// The number of a flag that is no input of the model.
pub fn plain_number(matches: &ArgMatches, id: &str) -> Result<f64, Error> {
    let text = matches.get_one::<String>(id).map_or("", String::as_str);
    breakeven::format::parse(text).ok_or_else(|| Error::not_a_number(id, text, "a number of CSS pixels"))
}
