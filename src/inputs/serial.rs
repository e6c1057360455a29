//! Inputs as data: an object of numbers by their ids, the difficulty last; one of them without a value is its id.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::values::allowed_of;
use super::{DIFFICULTY, Input, Inputs};
use crate::error::Error;
use crate::words::{InputTwice, Words};

/// By its id.
impl Serialize for Input {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.spec().id)
    }
}

/// Every input, and the difficulty: what is written is all that there is, to the last bit.
impl Serialize for Inputs {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let inputs = Input::ALL.iter().map(|&input| (input.spec().id, self.get(input)));
        serializer.collect_map(inputs.chain([(DIFFICULTY, self.difficulty().value())]))
    }
}

/// From what was serialised, or from a report, which holds it under `inputs`. What is left out has its default.
///
/// A format keeps every bit if it reads numbers as exactly as it writes them (`serde_json` with its feature
/// `float_roundtrip`).
impl<'de> Deserialize<'de> for Inputs {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Named::deserialize(deserializer)?.inputs(Words::usual()).map_err(D::Error::custom)
    }
}

/// An object as it was read, with all that stands in it twice: whether it is a mine is said in the reader's language.
#[doc(hidden)] // for the command
#[derive(Debug)]
pub struct Named {
    members: Vec<(String, Value)>,
    /// Those of a report.
    inputs: Option<Box<Self>>,
}

/// Beside the inputs of a report there are texts and lists.
#[derive(Debug, serde::Deserialize)]
#[serde(untagged)]
enum Value {
    Number(f64),
    Text(String),
    Truth(bool),
    Null(()),
    Other(IgnoredAny),
}

impl Named {
    /// The inputs that it holds.
    ///
    /// # Errors
    /// The line that tells why it holds none.
    pub fn inputs(self, words: &Words) -> Result<Inputs, String> {
        let twice = |input| InputTwice { input }.text(words);
        let members = match self.inputs {
            None => self.members,
            Some(inputs) => {
                // The rest of a report follows from them; an input beside them was meant to count.
                if let Some((name, _)) = self.members.iter().find(|(name, _)| Input::from_id(name).is_ok()) {
                    return Err(twice(name));
                }
                if inputs.inputs.is_some() {
                    return Err(twice("inputs"));
                }
                inputs.members
            }
        };
        let told = |error: Error| error.message_in(words);
        let mut numbers: Vec<(&str, f64)> = Vec::new(); // of known names alone, so there are few
        for (name, value) in &members {
            let number = value.number(name).map_err(told)?;
            if numbers.iter().any(|(other, _)| other == name) {
                return Err(twice(name));
            }
            numbers.push((name, number));
        }
        Inputs::default().with_named(numbers).map_err(told)
    }
}

impl Value {
    fn number(&self, name: &str) -> crate::Result<f64> {
        let allowed = allowed_of(name)?;
        let text = match self {
            Self::Number(number) => return Ok(*number),
            Self::Text(text) => text,
            Self::Truth(true) => "true",
            Self::Truth(false) => "false",
            Self::Null(()) => "null",
            Self::Other(_) => "…",
        };
        Err(Error::not_a_number(name, text, allowed))
    }
}

impl<'de> Deserialize<'de> for Named {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Object)
    }
}

struct Object;

impl<'de> Visitor<'de> for Object {
    type Value = Named;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the inputs of a mine by their ids, or a report that holds them")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Named, A::Error> {
        let (mut members, mut inputs) = (Vec::new(), None);
        while let Some(name) = map.next_key::<String>()? {
            if name != "inputs" {
                let value = map.next_value();
                let value = value.map_err(|error| A::Error::custom(format_args!("{name}: {error}")))?;
                members.push((name, value));
            } else if inputs.replace(map.next_value()?).is_some() {
                return Err(A::Error::duplicate_field("inputs"));
            }
        }
        Ok(Named { members, inputs })
    }
}
