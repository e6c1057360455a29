//! What is in the zip, for people: Markdown that reads as well where nobody makes a page of it.

use breakeven::figure::Column;
use breakeven::words::{self, Words};
use breakeven::{Input, Report, narrate};

use super::content::Taken;

pub fn text(taken: &Taken) -> String {
    let Taken { state, table, title, sentence, words, .. } = *taken;
    let answer = narrate::text(&narrate::sentence_in(&Report::of(&state.inputs), words));
    let mut text = ["# ", title, "\n\n", sentence, "\n"].concat();
    // Some figures say the answer themselves.
    if !sentence.contains(&answer) {
        text += &["\n", &answer, "\n"].concat();
    }

    heading(&mut text, words.readme_files());
    list(&mut text, files(taken));
    heading(&mut text, words.readme_columns());
    list(&mut text, table.described().iter().map(|one| column(one, words)));
    heading(&mut text, words.readme_mine());
    let [name, summary] =
        [state.scenario.title(), state.scenario.summary()].map(|text| words.translated(text));
    text += &[name, ". ", summary, "\n\n"].concat();
    list(&mut text, Input::ALL.iter().map(|&one| input(taken, one)));
    let sources = taken.sources();
    if !sources.is_empty() {
        heading(&mut text, words.readme_sources());
        list(&mut text, sources.into_iter().map(|(name, address)| source(name, address, words)));
    }
    heading(&mut text, words.readme_again());
    list(&mut text, again(taken));
    let version = words::ReadmeVersion { version: env!("CARGO_PKG_VERSION") }.text(words);
    text + "\n" + &version + "\n"
}

fn heading(text: &mut String, heading: &str) {
    text.push_str(&["\n## ", heading, "\n\n"].concat());
}

fn list(text: &mut String, lines: impl IntoIterator<Item = String>) {
    for line in lines {
        text.push_str(&["- ", &line, "\n"].concat());
    }
}

fn source(source: &str, address: Option<&str>, words: &Words) -> String {
    match address {
        Some(address) => words::ReadmeSource { source, address }.text(words),
        None => source.to_owned(),
    }
}

fn files(taken: &Taken) -> [String; 3] {
    let [csv, metadata, svg] =
        [taken.csv_name(), taken.metadata_name(), taken.svg_name()].map(|name| code(&name));
    [
        words::ReadmeCsv { file: &csv }.text(taken.words),
        words::ReadmeMetadata { file: &metadata }.text(taken.words),
        words::ReadmeSvg { file: &svg }.text(taken.words),
    ]
}

fn column(column: &Column, words: &Words) -> String {
    let (name, description) = (&code(column.name), column.description);
    match &*column.unit {
        "" => words::ReadmeColumn { name, description }.text(words),
        unit => words::ReadmeColumnWithUnit { name, unit, description }.text(words),
    }
}

fn input(taken: &Taken, input: Input) -> String {
    let value = input.written_in(taken.state.inputs.get(input), taken.words);
    let (name, origin) = (input.label_in(taken.words), &taken.origin(input));
    words::ReadmeInput { name, value: &value, origin }.text(taken.words)
}

fn again(taken: &Taken) -> [String; 2] {
    let link = taken.link();
    [
        words::ReadmeLink { link: &code(&link) }.text(taken.words),
        words::ReadmeCommand { link: &link }.text(taken.words),
    ]
}

fn code(text: &str) -> String {
    ["`", text, "`"].concat()
}
