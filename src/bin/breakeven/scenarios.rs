//! `breakeven scenarios`: the named mines, where each of their numbers comes from, and what follows.

use breakeven::Scenario;
use breakeven::range::Uncertain;
use breakeven::scenarios::{ALL, Fact, Stated};
use breakeven::words::Words;
use clap::{Arg, ArgMatches, Command};
use serde::Serialize;

use crate::columns::{numbers, table, words};
use crate::out::{json, print};
use crate::refusal::Failure;
use crate::{args, language};

pub fn command(name: &'static str) -> Command {
    Command::new(name)
        .about("List the named mines with their facts")
        .arg(
            Arg::new("id")
                .value_name("ID")
                .num_args(0..)
                .help("Only these, such as \"today\"; all where none is named"),
        )
        .arg(args::format_arg())
}

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    print(&printed(matches)?)
}

/// What it prints.
pub fn printed(matches: &ArgMatches) -> Result<String, Failure> {
    let language = language::words(matches);
    let named = matches.get_many::<String>("id").unwrap_or_default();
    let named = named.map(|id| Scenario::from_id(id)).collect::<Result<Vec<_>, _>>()?;
    let asked = if named.is_empty() { ALL.iter().collect() } else { named };
    if args::wants_json(matches) {
        let listed: Vec<_> = asked.into_iter().map(Listed::of).collect();
        return Ok(json(&listed));
    }
    let texts: Vec<_> = asked.into_iter().map(|scenario| text(scenario, language)).collect();
    Ok(texts.join("\n"))
}

#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    scenario: &'static Scenario,
    facts: Vec<ListedFact>,
    ranges: Vec<ListedRange>,
    conclusion: String,
}

/// A number of an input, or one beside them.
#[derive(Serialize)]
#[serde(untagged)]
enum ListedFact {
    Input {
        what: &'static str,
        #[serde(flatten)]
        fact: &'static Fact,
        unit: String,
    },
    Stated(&'static Stated),
}

#[derive(Serialize)]
struct ListedRange {
    input: &'static str,
    low: f64,
    high: f64,
    unit: String,
    reason: &'static str,
}

impl Listed {
    fn of(scenario: &'static Scenario) -> Self {
        let inputs = scenario.facts().map(|fact| {
            let spec = fact.input.spec();
            ListedFact::Input { what: spec.label, fact, unit: spec.unit.to_string() }
        });
        let facts = inputs.chain(scenario.stated().iter().map(ListedFact::Stated)).collect();
        let ranges = scenario.ranges().map(ListedRange::of).collect();
        Self { scenario, facts, ranges, conclusion: scenario.conclusion() }
    }
}

impl ListedRange {
    fn of(range: &'static Uncertain) -> Self {
        let &Uncertain { input, low, high, reason } = range;
        Self { input: input.spec().id, low, high, unit: input.spec().unit.to_string(), reason }
    }
}

fn text(scenario: &Scenario, language: &Words) -> String {
    let mut text = format!(
        "{}: {} ({})\n  {}\n",
        scenario.id(),
        language.translated(scenario.title()),
        scenario.date(),
        language.translated(scenario.summary())
    );
    text += &format!("  => {}\n", scenario.conclusion_in(language));
    let mut facts: Vec<_> = scenario
        .facts()
        .map(|fact| {
            let shown = fact.input.written_in(fact.value, language);
            cells(
                fact.input.spec().id,
                shown,
                fact.basis.name_in(language),
                fact.date,
                language.translated(fact.reason()),
            )
        })
        .collect();
    facts.extend(scenario.stated().iter().map(|stated| {
        let shown = format!("{} {}", language.field(stated.value), stated.unit);
        cells(
            language.translated(stated.what),
            shown.trim_end().to_owned(),
            stated.basis.name_in(language),
            stated.date,
            language.translated(stated.reason),
        )
    }));
    let ranges: Vec<_> = scenario
        .ranges()
        .map(|Uncertain { input, low, high, reason }| {
            [
                indented(input.spec().id),
                input.written_range_in(*low, *high, language),
                language.translated(reason).to_owned(),
            ]
        })
        .collect();
    // The ranges stand below the facts.
    let longest = facts.iter().map(|[name, ..]| name.chars().count()).max().unwrap_or_default();
    let [name, value] = [words("", longest.max(20)), numbers("", 16).after(1)];
    text + &table(&[name, value, words("", 8), words("", 11).after(1), words("", 0).after(1)], &facts)
        + &table(&[name, value, words("", 0)], &ranges)
}

fn cells(name: &str, value: String, basis: &str, date: &str, reason: &str) -> [String; 5] {
    [indented(name), value, basis.to_owned(), date.to_owned(), reason.to_owned()]
}

fn indented(name: &str) -> String {
    format!("  {name}")
}
