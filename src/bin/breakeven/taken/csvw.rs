//! What a table's columns hold, for programs: <https://www.w3.org/TR/tabular-metadata/>.

use breakeven::Input;
use breakeven::figure::{Column, Kind};
use serde_json::{Value, json};

use super::content::Taken;
use crate::out;

/// The metadata of the CSV, as JSON. Units and the numbers of the mine are in the words of <https://schema.org>.
pub fn metadata(taken: &Taken) -> String {
    let Taken { table, title, sentence, words, .. } = taken;
    let columns: Vec<_> = table.described().iter().map(column).collect();
    let sources: Vec<_> = taken.sources().into_iter().map(|(name, address)| source(name, address)).collect();
    let creator = ["Breakeven", env!("CARGO_PKG_VERSION")].join(" ");
    out::json(&json!({
        "@context": ["http://www.w3.org/ns/csvw", { "@language": words.code() }],
        "@type": "Table",
        "url": taken.csv_name(),
        "dc:title": title,
        "dc:description": sentence,
        "dc:creator": creator,
        "dc:source": sources,
        "dialect": {
            "encoding": "utf-8",
            "delimiter": ",",
            "quoteChar": "\"",
            "doubleQuote": true,
            "header": true,
            "lineTerminators": ["\n"],
        },
        "tableSchema": { "columns": columns },
        "notes": notes(taken),
    }))
}

/// A program holds the head of the CSV against the titles, so that it is one of them.
fn column(column: &Column) -> Value {
    let datatype = match column.kind {
        Kind::Number => "number",
        Kind::Day => "date",
        Kind::Flag => "boolean",
        _ => "string",
    };
    let mut value = json!({
        "name": column.name,
        "titles": [column.name, column.title],
        "dc:description": column.description,
        "datatype": datatype,
        "null": "",
    });
    if !column.unit.is_empty() {
        value["schema:unitText"] = json!(column.unit);
    }
    value
}

fn source(name: &str, address: Option<&str>) -> Value {
    match address {
        Some(address) => json!({ "@id": address, "dc:title": name }),
        None => json!(name),
    }
}

/// The numbers of the mine, every digit of them, and the link that brings it back.
fn notes(taken: &Taken) -> Vec<Value> {
    let inputs = Input::ALL.iter().map(|&input| {
        json!({
            "@type": "schema:PropertyValue",
            "schema:propertyID": input.spec().id,
            "schema:name": input.label_in(taken.words),
            "schema:value": taken.state.inputs.get(input),
            "schema:unitText": input.spec().unit.to_string(),
            "schema:description": taken.origin(input),
        })
    });
    let link = json!({
        "@type": "schema:PropertyValue",
        "schema:propertyID": "link",
        "schema:name": taken.words.readme_link_name(),
        "schema:value": taken.link(),
    });
    inputs.chain([link]).collect()
}
