//! The text of a whole new file. Its look is that of an edit, so that a file keeps one look
//! whoever adds to it.

use super::build::parse;
use super::guard::holds;
use super::value::{Look, Value};
use serde::Serialize;
use std::fmt;

/// Why a value can't be a file. It doesn't say which value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WriteError {
    /// Something in it has no form in these files: true or false, a tag, a key that is no
    /// text, or a number that is none.
    Unfit,
    /// The whole is no map.
    NotAMap,
    /// Reading the text back gives something else.
    Guard,
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unfit => "Hier zit een waarde in die zo niet in een bestand kan staan.",
            Self::NotAMap => "Een bestand begint met sleutels die elk een waarde hebben.",
            Self::Guard => "Wat er zou komen te staan, leest vt anders terug. Er is niets geschreven.",
        })
    }
}

impl std::error::Error for WriteError {}

/// The text of a new file: lists indented, texts of several lines under `|`, and quotes
/// around what some reader could take for something else than a text.
///
/// # Errors
/// When the value has no form in these files, or when reading the text back would give
/// another value.
pub fn write<T: Serialize>(value: &T) -> Result<String, WriteError> {
    let value = Value::of(value)?;
    let Value::Map(entries) = &value else { return Err(WriteError::NotAMap) };
    let mut text = String::new();
    for (key, value) in entries {
        text += &value.entry(key, 0, Look::OWN);
        text.push('\n');
    }
    if entries.is_empty() {
        text += "{}\n";
    }
    let doc = parse(text.as_bytes()).map_err(|_| WriteError::Guard)?;
    let read_back = doc.notes.is_empty() && holds(&doc, doc.root(), &value);
    drop(doc);
    if read_back { Ok(text) } else { Err(WriteError::Guard) }
}

impl Value {
    /// A value of the program as one that can be written.
    ///
    /// # Errors
    /// When something in it has no form in these files.
    pub fn of<T: Serialize>(value: &T) -> Result<Self, WriteError> {
        // What serde_yaml has to say may quote the value.
        let value = serde_yaml::to_value(value).map_err(|_| WriteError::Unfit)?;
        from_yaml(value)
    }
}

fn from_yaml(value: serde_yaml::Value) -> Result<Value, WriteError> {
    use serde_yaml::Value as Yaml;
    Ok(match value {
        Yaml::Null => Value::Null,
        Yaml::String(text) => Value::Text(text),
        Yaml::Number(number) => match (number.as_u64(), number.as_f64()) {
            (Some(number), _) => Value::Number(number),
            (None, Some(number)) if number.is_finite() => Value::Fraction(number),
            _ => return Err(WriteError::Unfit),
        },
        Yaml::Sequence(items) => Value::List(items.into_iter().map(from_yaml).collect::<Result<_, _>>()?),
        Yaml::Mapping(entries) => {
            let entries = entries.into_iter().map(|(key, value)| match key {
                Yaml::String(key) => Ok((key, from_yaml(value)?)),
                _ => Err(WriteError::Unfit),
            });
            Value::Map(entries.collect::<Result<_, _>>()?)
        }
        Yaml::Bool(_) | Yaml::Tagged(_) => return Err(WriteError::Unfit),
    })
}
