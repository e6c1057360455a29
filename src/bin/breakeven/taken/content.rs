//! A figure with all that is told of it: how its files are called, and where its numbers come from.

use breakeven::figure::Table;
use breakeven::history::DECIDED;
use breakeven::permalink::{self, State};
use breakeven::scenarios::{Basis, Fact};
use breakeven::words::{self, Words};
use breakeven::{Date, Input, View};

/// A figure with all that is told of it.
pub struct Taken<'a> {
    /// The mine, the figure and the scenario from which the mine came.
    pub state: &'a State,
    /// What the figure shows.
    pub table: &'a Table,
    /// Over the figure.
    pub title: &'a str,
    /// What it shows, in a sentence.
    pub sentence: &'a str,
    /// The language of the words.
    pub words: &'static Words,
}

impl Taken<'_> {
    /// The file of its table.
    pub fn csv_name(&self) -> String {
        self.state.view.id().to_owned() + ".csv"
    }

    /// Where a reader of CSVW looks for it.
    pub fn metadata_name(&self) -> String {
        self.csv_name() + "-metadata.json"
    }

    /// The file of the figure.
    pub fn svg_name(&self) -> String {
        self.state.view.id().to_owned() + ".svg"
    }

    /// What brings it back.
    pub fn link(&self) -> String {
        permalink::write(self.state)
    }

    /// What is known of an input's value: nothing, where it is not the scenario's.
    pub fn fact(&self, input: Input) -> Option<&'static Fact> {
        let State { scenario, inputs, .. } = self.state;
        let own = scenario.inputs().get(input) == inputs.get(input) && self.day(input).is_none();
        scenario.facts().find(|fact| own && fact.input == input)
    }

    /// The day of which it has the value.
    fn day(&self, input: Input) -> Option<Date> {
        let date = self.state.date?;
        let then = self.state.scenario.inputs().at_date(date).ok()?;
        let is_decided = input == Input::Hashrate || DECIDED.contains(&input);
        (is_decided && then.get(input) == self.state.inputs.get(input)).then_some(date)
    }

    /// The same in words.
    pub fn origin(&self, input: Input) -> String {
        let words = self.words;
        if let Some(day) = self.day(input) {
            let (basis, date) = (Basis::Derived.name_in(words), &day.to_string());
            return words::ReadmeOfDay { basis, date }.text(words);
        }
        match self.fact(input) {
            Some(fact) => known(fact, words),
            None => {
                let value = input.written_in(self.state.scenario.inputs().get(input), words);
                words::ReadmeChanged { value: &value }.text(words)
            }
        }
    }

    /// Where the numbers of the mine and of the figure stand, each once, with its address in the web where it has one.
    pub fn sources(&self) -> Vec<(&'static str, Option<&'static str>)> {
        let words = self.words;
        let facts = Input::ALL.iter().filter_map(|&input| self.fact(input));
        let facts = facts.filter(|fact| fact.basis != Basis::Assumed);
        let mut sources: Vec<_> =
            facts.map(|fact| (words.translated(fact.source()), fact.address())).collect();
        if self.state.view == View::Time {
            let history = [
                words.source_bitcoin_chain(),
                words.source_exchange_closes(),
                words.source_makers_data_sheet(),
            ];
            sources.extend(history.map(|source| (source, None)));
        }
        let mut once: Vec<(&str, Option<&str>)> = Vec::new();
        for source in sources {
            if !once.contains(&source) {
                once.push(source);
            }
        }
        once
    }
}

fn known(fact: &Fact, words: &Words) -> String {
    let (basis, date) = (fact.basis.name_in(words), fact.date);
    let [source, reason] = [fact.source(), fact.reason()].map(|text| words.translated(text));
    match fact.basis {
        Basis::Assumed => words::ReadmeAssumed { basis, date, reason }.text(words),
        _ => words::ReadmeKnown { basis, date, reason, source }.text(words),
    }
}
