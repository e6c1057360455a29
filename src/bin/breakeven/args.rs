//! The words of the command. The flags of the inputs are made from the core's table.

use std::ops::RangeInclusive;
use std::path::PathBuf;

use breakeven::history::Day;
use breakeven::inputs::Unit;
use breakeven::permalink::{self, State, Warning};
use breakeven::range::Uncertain;
use breakeven::typed::{self, Reading, Writing};
use breakeven::words::{self, Words};
use breakeven::{Currency, Date, Input, Inputs, Machine, Mine, Scenario, Schedule, Tier, format};
use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgMatches, Command};

use crate::out::say;
use crate::refusal::{Failure, quoted};
use crate::{language, mine, picture, units};

/// The inputs that the flags describe: the scenario's, `today` where none is named, with what was changed.
pub fn inputs(matches: &ArgMatches) -> Result<Inputs, Failure> {
    Ok(state(matches)?.inputs)
}

/// What is uncertain of the mine that the flags describe. What a file tells is known, and of which scenario it was it does not
/// tell.
pub fn uncertain(matches: &ArgMatches, scenario: &Scenario, inputs: &Inputs) -> Vec<Uncertain> {
    if matches.contains_id("inputs") { Vec::new() } else { scenario.uncertain(inputs) }
}

/// Where the flags start from: the state of a link, the inputs of a file, else a scenario. What of a link was left out is told on
/// standard error; a text that is no link, or of a mine that is not known, would start from one that nobody named.
fn start(matches: &ArgMatches) -> Result<State, Failure> {
    let words = language::words(matches);
    if let Some(link) = link(matches)? {
        return linked(&link, words);
    }
    let id = matches.get_one::<String>("scenario").map_or("today", String::as_str);
    let mut start = State::of(Scenario::from_id(id)?);
    if let Some(file) = matches.get_one::<PathBuf>("inputs") {
        start.inputs = mine::inputs(file, words)?;
    }
    Ok(start)
}

/// The state that the flags describe.
pub fn state(matches: &ArgMatches) -> Result<State, Failure> {
    let mut state = start(matches)?;
    tell_of_unknown_fees(matches)?;
    if let Some(text) = matches.get_one::<String>("date") {
        let mut dated = Mine::default();
        dated.date_to(Some(text))?;
        state.date = dated.date();
    }
    state.inputs = inputs_over(state.inputs, matches)?;
    tell_of_large_rates(&state.inputs, matches);
    Ok(state)
}

/// The link that was given, or the one that a picture remembers.
fn link(matches: &ArgMatches) -> Result<Option<String>, Failure> {
    // Not every command has the flag.
    match matches.try_get_one::<PathBuf>(picture::ID).ok().flatten() {
        Some(file) => picture::link(file, language::words(matches)).map(Some),
        None => Ok(matches.get_one::<String>("link").cloned()),
    }
}

fn linked(link: &str, words: &Words) -> Result<State, Failure> {
    let read = permalink::read(link);
    for warning in &read.warnings {
        let allowed = match warning {
            Warning::Malformed => words.allowed_link(),
            Warning::UnknownVersion => words.allowed_link_version(),
            Warning::UnknownScenario(unknown) => return Err(unknown.clone().into()),
            left_out => {
                say(&words::Warning { reason: &left_out.message_in(words) }.text(words));
                continue;
            }
        };
        let value = &quoted(link);
        return Err(Failure::Refused(words::NotReadable { field: "link", value, allowed }.text(words)));
    }
    Ok(read.state)
}

/// An input that is given by two flags.
fn conflict(input: Input, value: f64, [one, other]: [&str; 2], words: &Words) -> Failure {
    let allowed = &words::AllowedOneOfBoth { one, other }.text(words);
    let (field, value) = (input.spec().id, &format::exact(value));
    Failure::Refused(words::Conflict { field, value, allowed }.text(words))
}

/// The flags over what is given.
pub fn inputs_over(mut inputs: Inputs, matches: &ArgMatches) -> Result<Inputs, Failure> {
    if let Some(text) = matches.get_one::<String>("date") {
        (_, inputs) = inputs.on_day(text)?;
    }
    if let Some(machine) = machine(matches)? {
        inputs = inputs.with(Input::Efficiency, machine.efficiency().value())?;
    }
    let currency = currency(matches)?;
    let given = Input::ALL.iter().filter_map(|&input| {
        let text = matches.get_one::<String>(input.spec().id)?;
        Some(in_currency(input, text, currency.as_ref()).map(|value| (input, value)))
    });
    let given = given.collect::<Result<Vec<_>, _>>()?;
    if let Some(hours) = scheduled_hours(matches, &given)? {
        inputs = inputs.with(Input::Hours, hours)?;
    }
    if let Some(text) = matches.get_one::<String>("difficulty") {
        inputs = units::with_difficulty(&inputs, text, Writing::PLAIN, units::AS_IT_IS)?;
        if let Some((input, value)) = given.iter().find(|(input, _)| *input == Input::Hashrate) {
            return Err(conflict(*input, *value, ["--hashrate", "--difficulty"], language::words(matches)));
        }
    }
    Ok(inputs.with_all(given)?)
}

/// Who means 10 % a year may type 10, which is ten times as much as there was: that is told on standard error.
fn tell_of_large_rates(inputs: &Inputs, matches: &ArgMatches) {
    let words = language::words(matches);
    for &input in Input::ALL {
        let (id, value) = (input.spec().id, inputs.get(input));
        if matches.get_one::<String>(id).is_some_and(|text| is_large_rate(input, value, text)) {
            let (value, rate) = (&words.field(value), &input.written_in(value, words));
            say(&words::LargeRate { field: id, value, rate }.text(words));
        }
    }
}

/// Whether it is a rate of more than 100 % a year and was not typed in per cent.
pub fn is_large_rate(input: Input, value: f64, text: &str) -> bool {
    let in_per_cent = text.contains('%') || text.to_ascii_lowercase().contains("percent");
    input.spec().unit == Unit::SharePerYear && value > 1.0 && !in_per_cent
}

/// What is known of the fees of a day.
#[derive(Clone, Copy, PartialEq)]
pub enum Fees {
    Known,
    /// They are taken for 0.
    Unknown,
    /// They are those of an earlier day.
    Older,
}

/// Fees are known of no day after those of the difficulty periods.
pub fn fees_on(date: Date) -> Fees {
    match Day::at(date) {
        Ok(day) if day.period.fees.is_some() => Fees::Known,
        Ok(_) => Fees::Unknown,
        Err(_) => Fees::Older,
    }
}

/// Fees of a day that nobody knows are told on standard error.
fn tell_of_unknown_fees(matches: &ArgMatches) -> Result<(), Failure> {
    let Some(text) = matches.get_one::<String>("date") else { return Ok(()) };
    let (date, _) = Inputs::default().on_day(text)?;
    let words = language::words(matches);
    match fees_on(date) {
        _ if matches.get_one::<String>("fees").is_some() => {}
        Fees::Known => {}
        Fees::Unknown => say(&words::UnknownFees { day: text }.text(words)),
        Fees::Older => say(words.newest_fees()),
    }
    Ok(())
}

/// The date of an option, if it was given.
pub fn date(matches: &ArgMatches, id: &str) -> Result<Option<Date>, Failure> {
    matches.get_one::<String>(id).map(|text| Ok(Date::parse(id, text)?)).transpose()
}

/// The machine that was named.
pub fn machine(matches: &ArgMatches) -> Result<Option<&'static Machine>, Failure> {
    let Some(name) = matches.get_one::<String>("machine") else { return Ok(None) };
    let machine = Machine::from_name(name)?;
    if let Some(text) = matches.get_one::<String>("efficiency") {
        let (input, value) = (Input::Efficiency, units::parse_flag(Input::Efficiency, text)?);
        return Err(conflict(input, value, ["--machine", "--efficiency"], language::words(matches)));
    }
    Ok(Some(machine))
}

/// The currency in which tariff and levy are told.
pub fn currency(matches: &ArgMatches) -> Result<Option<Currency>, Failure> {
    let text = |id| matches.get_one::<String>(id);
    let (Some(code), Some(rate)) = (text("currency"), text("rate")) else { return Ok(None) };
    Ok(Some(Currency::with_rate_text(code, rate)?))
}

/// What was typed for an input, in the currency that was named where that is one for it.
pub fn in_currency(input: Input, text: &str, currency: Option<&Currency>) -> breakeven::Result<f64> {
    match currency.filter(|_| Currency::INPUTS.contains(&input)) {
        Some(currency) => currency.parse(input, text),
        None => units::parse_flag(input, text),
    }
}

/// The hours of the schedule that was named, or told as a number.
fn scheduled_hours(matches: &ArgMatches, given: &[(Input, f64)]) -> Result<Option<f64>, Failure> {
    let Some(text) = matches.get_one::<String>("schedule") else { return Ok(None) };
    if let Some((input, value)) = given.iter().find(|(input, _)| *input == Input::Hours) {
        return Err(conflict(*input, *value, ["--hours", "--schedule"], language::words(matches)));
    }
    let hours = match typed::number(text, &[], 0.0..=f64::MAX) {
        Reading::Number(hours) => Input::Hours.check(hours)?,
        _ => Schedule::from_id(text)?.hours().value(),
    };
    Ok(Some(hours))
}

fn schedule_arg() -> Arg {
    Arg::new("schedule")
        .long("schedule")
        .value_name("NAME")
        .help("Hours by name instead of --hours: around-the-clock, nights-and-weekends, nights")
}

fn currency_args() -> [Arg; 2] {
    let currency = Arg::new("currency")
        .long("currency")
        .value_name("CODE")
        .requires("rate")
        .help("Read tariff and levy in this currency, such as KZT, from flags, ranges and columns alike");
    [currency, number("rate", "Units of that currency that buy a dollar").requires("currency")]
}

/// Which of the three break-evens is meant.
pub fn tier_arg() -> Arg {
    Arg::new("tier")
        .long("tier")
        .value_name("TIER")
        .default_value("all-in")
        .help("Which break-even: shutdown, cash, all-in")
}

/// The break-even that was meant.
pub fn tier(matches: &ArgMatches) -> Result<Tier, Failure> {
    Ok(Tier::from_id(matches.get_one::<String>("tier").map_or("", String::as_str))?)
}

/// Flags that have no meaning for a command, taken from its help and refused with the reason.
pub fn without(command: Command, ids: &[&'static str], reason: &'static str) -> Command {
    let refused = move |_: &str| Err::<String, _>(reason);
    ids.iter().fold(command, |command, id| command.mut_arg(id, |arg| arg.hide(true).value_parser(refused)))
}

/// The flags of a mine, which may start from a picture too.
pub fn with_mine(command: Command) -> Command {
    with_inputs(command).arg(picture::arg())
}

/// The flags of a mine.
pub fn with_inputs(command: Command) -> Command {
    let scenario = Arg::new("scenario")
        .long("scenario")
        .value_name("ID")
        .help("Start from this scenario [default: today]");
    let link = Arg::new("link")
        .long("link")
        .value_name("TEXT")
        .conflicts_with("scenario")
        .help("Start from what a link holds (see: breakeven link)");
    let difficulty = number("difficulty", "The network's difficulty, instead of --hashrate");
    let date = Arg::new("date").long("date").value_name("YYYY-MM-DD|latest").help(
        "Put the mine on this day, or on the latest: hash rate, price and fees are the means of its difficulty \
         period, the subsidy is the day's own",
    );
    let machine = Arg::new("machine").long("machine").value_name("NAME").help(
        "Take the efficiency from a machine's data sheet, such as \"s19 pro\" (see: breakeven machines)",
    );
    let inputs = Input::ALL.iter().map(|&input| flag(input));
    command
        .arg(scenario)
        .arg(link)
        .arg(mine::arg())
        .arg(date)
        .arg(machine)
        .args(inputs)
        .arg(difficulty)
        .arg(schedule_arg())
        .args(currency_args())
}

fn flag(input: Input) -> Arg {
    let spec = input.spec();
    number(spec.id, format!("{} {}", spec.label, input.allowed()))
        .long(spec.id.replace('_', "-"))
        .long_help(format!("{}: {} Allowed: {}", spec.label, spec.help(), input.allowed()))
}

/// A flag whose number the core reads, so that every refusal has the same words.
pub fn number(id: &'static str, help: impl Into<clap::builder::StyledStr>) -> Arg {
    Arg::new(id).long(id).value_name("NUMBER").allow_hyphen_values(true).help(help)
}

pub fn format_arg() -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .default_value("text")
        .value_parser(PossibleValuesParser::new(["text", "json"]))
        .help("How to print it")
}

/// The formats of commands that print a table.
pub fn table_format_arg() -> Arg {
    format_arg().value_parser(PossibleValuesParser::new(["text", "csv", "json"]))
}

/// The format that was asked for.
pub fn format(matches: &ArgMatches) -> &str {
    matches.get_one::<String>("format").map_or("text", String::as_str)
}

/// Whether JSON was asked for.
pub fn wants_json(matches: &ArgMatches) -> bool {
    format(matches) == "json"
}

/// What a number that is no input of the model may be.
pub struct Allowed<'a> {
    pub range: RangeInclusive<f64>,
    /// What may stand after it, with the power of ten that it amounts to.
    pub units: &'a [(&'a str, i32)],
    /// How it reads.
    pub text: &'a str,
}

impl Allowed<'_> {
    /// The number of a flag.
    pub fn number(&self, field: &str, text: &str, words: &Words) -> Result<f64, Failure> {
        let (value, allowed) = (&quoted(text), self.text);
        Err(Failure::Refused(match typed::number(text, self.units, self.range.clone()) {
            Reading::Number(number) if self.range.contains(&number) => return Ok(number),
            Reading::Number(number) => {
                words::OutOfRange { field, value: &format::exact(number), allowed }.text(words)
            }
            Reading::Either([one, other]) => {
                let allowed = &words::TwoWays { one: &one, other: &other }.text(words);
                words::TwoReadings { field, value, allowed }.text(words)
            }
            Reading::Nothing => words::NotANumber { field, value, allowed }.text(words),
        }))
    }
}
