//! Inputs as data: an object of numbers by their ids, the difficulty last; one of them without a value is its id.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error as _, IgnoredAny, MapAccess, Visitor};
use serde::ser::{Serialize, Serializer};

use super::{DIFFICULTY, Input, Inputs};
use crate::words::{InputTwice, NotANumberByName, Words};

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
        deserializer.deserialize_map(Named)
    }
}

struct Named;

impl<'de> Visitor<'de> for Named {
    type Value = Inputs;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the inputs of a mine by their ids, or a report that holds them")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Inputs, A::Error> {
        let (mut named, mut report) = (Vec::new(), None);
        while let Some(name) = map.next_key::<String>()? {
            if name == "inputs" {
                if report.replace(map.next_value()?).is_some() {
                    return Err(A::Error::duplicate_field("inputs"));
                }
            } else {
                if named.iter().any(|(other, _)| *other == name) {
                    return Err(A::Error::custom(InputTwice { input: &name }.text(Words::usual())));
                }
                named.push((name, map.next_value::<Value>()?));
            }
        }
        if let Some(inputs) = report {
            // The rest of a report follows from them; an input beside them was meant to count.
            let beside = named.iter().find(|(name, _)| Input::from_id(name).is_ok());
            return beside.map_or(Ok(inputs), |(name, _)| {
                Err(A::Error::custom(InputTwice { input: name }.text(Words::usual())))
            });
        }
        let numbers = named.iter().map(|(name, value)| match value {
            Value::Number(number) => Ok((name.as_str(), *number)),
            Value::Other(_) => Err(A::Error::custom(NotANumberByName { name }.text(Words::usual()))),
        });
        let numbers: Vec<_> = numbers.collect::<Result<_, _>>()?;
        Inputs::default().with_named(numbers).map_err(A::Error::custom)
    }
}

/// Beside the inputs of a report there are texts and lists.
#[derive(serde::Deserialize)]
#[serde(untagged)]
enum Value {
    Number(f64),
    Other(IgnoredAny),
}
