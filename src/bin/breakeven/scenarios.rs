//! `breakeven scenarios`: the named mines and where each of their numbers comes from.

use breakeven::scenarios::{ALL, Basis, Fact};
use breakeven::{Scenario, format};
use clap::ArgMatches;
use serde::Serialize;

use crate::{Failure, args, json, print};

pub fn run(matches: &ArgMatches) -> Result<(), Failure> {
    if args::wants_json(matches) {
        let all: Vec<_> = ALL.iter().map(Listed::of).collect();
        return print(&json(&all));
    }
    let texts: Vec<_> = ALL.iter().map(text).collect();
    print(&texts.join("\n"))
}

#[derive(Serialize)]
struct Listed {
    #[serde(flatten)]
    scenario: &'static Scenario,
    facts: Vec<ListedFact>,
}

#[derive(Serialize)]
struct ListedFact {
    #[serde(flatten)]
    fact: &'static Fact,
    unit: String,
}

impl Listed {
    fn of(scenario: &'static Scenario) -> Self {
        let facts =
            scenario.facts().map(|fact| ListedFact { fact, unit: fact.input.spec().unit.to_string() });
        Self { scenario, facts: facts.collect() }
    }
}

fn text(scenario: &Scenario) -> String {
    let mut text =
        format!("{}: {} ({})\n  {}\n", scenario.id, scenario.title, scenario.date, scenario.summary);
    for fact in scenario.facts() {
        let basis = match fact.basis {
            Basis::Article => "article",
            Basis::Derived => "derived",
            Basis::Assumed => "assumed",
        };
        let (id, value) = (fact.input.spec().id, format::with_unit(fact.input, fact.value));
        text += &format!("  {id:<18} {value:>16}  {basis:<8} {:<11} {}\n", fact.date, fact.reason);
    }
    text
}
