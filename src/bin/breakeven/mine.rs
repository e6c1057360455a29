//! `--inputs`: a mine from JSON, as `--format json` printed it.

use std::fmt;
use std::sync::OnceLock;

use breakeven::words::{self, Words};
use breakeven::{Input, Inputs};
use clap::Arg;
use serde::de::{Deserialize, Deserializer, Error as _, MapAccess, Visitor};
use serde_json::Value;

use crate::refusal::{Failure, quoted};

pub fn arg() -> Arg {
    Arg::new("inputs").long("inputs").value_name("FILE").conflicts_with_all(["scenario", "link"]).help(
        "Start from JSON: a report of this command or of the package, or its inputs; - is standard input",
    )
}

/// The inputs of a file, to the last bit.
pub fn inputs(name: &str, words: &Words) -> Result<Inputs, Failure> {
    read(&text(name, words)?, words).map_err(|reason| {
        let (file, reason) = (&quoted(name), &reason);
        Failure::Refused(words::FileWithoutInputs { file, reason }.text(words))
    })
}

/// The inputs in a text, or why there are none; what is wrong with its JSON is said as the reader of JSON says it.
fn read(text: &str, words: &Words) -> Result<Inputs, String> {
    let Members { members, inputs } = serde_json::from_str(text).map_err(|error| error.to_string())?;
    // The rest of a report follows from them; an input beside them was meant to count.
    let beside = members.iter().find(|(name, _)| inputs.is_some() && Input::from_id(name).is_ok());
    if let Some((name, _)) = beside {
        return Err(words::InputTwice { input: name }.text(words));
    }
    let members = inputs.map_or(members, |inputs| inputs.members);
    let mut numbers = Vec::new();
    for (name, value) in &members {
        let number = value.as_f64().ok_or_else(|| not_a_number(name, value, words))?;
        if numbers.iter().any(|(other, _)| other == name) {
            return Err(words::InputTwice { input: name }.text(words));
        }
        numbers.push((name.as_str(), number));
    }
    Inputs::default().with_named(numbers).map_err(|error| error.message_in(words))
}

fn not_a_number(field: &str, value: &Value, words: &Words) -> String {
    match Inputs::default().with_named([(field, f64::NAN)]) {
        Err(error) if error.is_not_a_number() => {
            let value = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            let (value, allowed) = (&quoted(&value), &error.allowed_in(words));
            words::NotANumber { field, value, allowed }.text(words)
        }
        Err(error) => error.message_in(words),
        Ok(_) => words::NotANumberByName { name: field }.text(words),
    }
}

/// An object of JSON, with those of its members that stand in it twice.
struct Members {
    members: Vec<(String, Value)>,
    /// Those of a report.
    inputs: Option<Box<Self>>,
}

impl<'de> Deserialize<'de> for Members {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Object;

        impl<'de> Visitor<'de> for Object {
            type Value = Members;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members, A::Error> {
                let (mut members, mut inputs) = (Vec::new(), None);
                while let Some(name) = map.next_key::<String>()? {
                    if name == "inputs" {
                        let again = inputs.replace(map.next_value()?).is_some();
                        if again {
                            return Err(A::Error::duplicate_field("inputs"));
                        }
                        continue;
                    }
                    let value = map.next_value();
                    let value = value.map_err(|error| A::Error::custom(format_args!("{name}: {error}")))?;
                    members.push((name, value));
                }
                Ok(Members { members, inputs })
            }
        }

        deserializer.deserialize_map(Object)
    }
}

/// The text of a file; of standard input once, however often it is asked for.
fn text(name: &str, words: &Words) -> Result<String, Failure> {
    static STANDARD_INPUT: OnceLock<String> = OnceLock::new();
    let failed = |error: std::io::Error| {
        Failure::Failed(words::CannotRead { file: name, reason: &error.to_string() }.text(words))
    };
    if name != "-" {
        return std::fs::read_to_string(name).map_err(failed);
    }
    if let Some(text) = STANDARD_INPUT.get() {
        return Ok(text.clone());
    }
    let text = std::io::read_to_string(std::io::stdin()).map_err(failed)?;
    Ok(STANDARD_INPUT.get_or_init(|| text).clone())
}
