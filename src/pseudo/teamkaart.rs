//! A file on its way to the team's folder: what stands in each place, and what kind of
//! thing it is. It can be written, never read.

use super::label::label_of;
use crate::model::{Moment, Tijdstip, item_step};
use crate::yaml::{Path, Step, Value};
use serde::ser::{Serialize, SerializeMap as _, Serializer};
use std::fmt;

/// What stands in one place.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Part {
    /// Words that a person wrote: searched, and what names the family replaced.
    Text(String),
    /// A name of a professional or organisation, or a word that refers to a member: stays.
    Kept(String),
    /// A choice or another value that can hold no words.
    Word(String),
    /// A date.
    Date(Tijdstip),
    /// A number.
    Number(u64),
    /// So many halves.
    Halves(u8),
    /// A list.
    List(Vec<Part>),
    /// Keys with their values.
    Map(Vec<(&'static str, Part)>),
    /// Pseudonyms with a fingerprint.
    Table(Vec<(String, String)>),
}

impl Part {
    /// The text of a key of a map.
    fn word_of(&self, key: &str) -> Option<String> {
        let Self::Map(entries) = self else { return None };
        let (_, part) = entries.iter().find(|(own, _)| *own == key)?;
        match part {
            Self::Text(text) | Self::Kept(text) | Self::Word(text) => Some(text.clone()),
            Self::Number(number) => Some(number.to_string()),
            _ => None,
        }
    }

    /// As an edit writes it; the items of a list each on one line.
    fn value(&self) -> Value {
        match self {
            Self::Text(text) | Self::Kept(text) | Self::Word(text) => Value::Text(text.clone()),
            Self::Date(date) => Value::Text(date.to_string()),
            Self::Number(number) => Value::Number(*number),
            Self::Halves(halves) if halves % 2 == 0 => Value::Number(u64::from(halves / 2)),
            Self::Halves(halves) => Value::Fraction(f64::from(*halves) / 2.0),
            Self::List(items) => Value::List(items.iter().map(Self::value).collect()),
            Self::Map(entries) => {
                Value::Map(entries.iter().map(|(key, part)| ((*key).to_owned(), part.value())).collect())
            }
            Self::Table(rows) => {
                Value::Map(rows.iter().map(|(key, text)| (key.clone(), Value::Text(text.clone()))).collect())
            }
        }
    }

    /// Every leaf with its path, in order.
    pub fn leaves(&self) -> Vec<(Path, &Self)> {
        let mut found = Vec::new();
        self.collect(Path::root(), &mut found);
        found
    }

    fn collect<'p>(&'p self, at: Path, found: &mut Vec<(Path, &'p Self)>) {
        match self {
            Self::List(items) => {
                for (index, item) in items.iter().enumerate() {
                    item.collect(below(&at, item, index), found);
                }
            }
            Self::Map(entries) => {
                for (key, part) in entries {
                    part.collect(at.clone().key(*key), found);
                }
            }
            leaf => found.push((at, leaf)),
        }
    }

    /// Gives every text to a function that may change it.
    pub fn change_texts(&mut self, change: &mut impl FnMut(&Path, &mut String)) {
        self.change_below(&Path::root(), change);
    }

    fn change_below(&mut self, at: &Path, change: &mut impl FnMut(&Path, &mut String)) {
        match self {
            Self::Text(text) => change(at, text),
            Self::List(items) => {
                for (index, item) in items.iter_mut().enumerate() {
                    let path = below(at, item, index);
                    item.change_below(&path, change);
                }
            }
            Self::Map(entries) => {
                for (key, part) in entries {
                    part.change_below(&at.clone().key(*key), change);
                }
            }
            Self::Kept(_) | Self::Word(_) | Self::Date(_) | Self::Number(_) | Self::Halves(_) | Self::Table(_) => {}
        }
    }
}

fn below(list: &Path, item: &Part, index: usize) -> Path {
    match item_step(item.word_of("nr").as_deref(), item.word_of("wie").as_deref(), index) {
        Step::Key(key) => list.clone().key(key),
        Step::Index(index) => list.clone().index(index),
        Step::Named(name) => list.clone().named(name),
    }
}

impl Serialize for Part {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) | Self::Kept(text) | Self::Word(text) => serializer.serialize_str(text),
            Self::Date(date) => serializer.collect_str(date),
            Self::Number(number) => serializer.serialize_u64(*number),
            Self::Halves(halves) if halves % 2 == 0 => serializer.serialize_u8(halves / 2),
            Self::Halves(halves) => serializer.serialize_f64(f64::from(*halves) / 2.0),
            Self::List(items) => serializer.collect_seq(items),
            Self::Table(rows) => serializer.collect_map(rows.iter().map(|(key, value)| (key, value))),
            Self::Map(entries) => {
                let mut map = serializer.serialize_map(Some(entries.len()))?;
                for (key, part) in entries {
                    map.serialize_entry(key, part)?;
                }
                map.end()
            }
        }
    }
}

/// A card without what names people by structure: the output of [`strip`](super::strip())
/// and of nothing else. Its texts are those of the card still.
pub struct Teamkaart(pub(super) Part);

/// A file on its way to the team's folder.
#[derive(Clone, PartialEq, Eq)]
pub struct TeamFile(pub(super) Part);

impl From<Teamkaart> for TeamFile {
    fn from(Teamkaart(part): Teamkaart) -> Self {
        Self(part)
    }
}

impl TeamFile {
    /// A case that is withdrawn: when, by whom and why.
    #[must_use]
    pub fn ingetrokken(op: Moment, door: &str, reden: &str) -> Self {
        Self(Part::Map(vec![
            ("versie", Part::Number(1)),
            ("op", Part::Word(op.to_string())),
            ("door", Part::Kept(door.to_owned())),
            ("reden", Part::Text(reden.to_owned())),
        ]))
    }

    /// Its keys with their values, to put into a file that a person keeps; the version and what
    /// people judged stay out.
    #[must_use]
    pub fn values(&self) -> Vec<(&'static str, Value)> {
        let Part::Map(entries) = &self.0 else { return Vec::new() };
        let own = entries.iter().filter(|(key, _)| !matches!(*key, "versie" | "blijft_staan"));
        own.map(|(key, part)| (*key, part.value())).collect()
    }

    /// What people judged in it, as items of `blijft_staan`.
    #[must_use]
    pub fn judged(&self) -> Vec<Value> {
        let Part::Map(entries) = &self.0 else { return Vec::new() };
        let judged = entries.iter().find(|(key, _)| *key == "blijft_staan");
        let Some((_, Part::List(items))) = judged else { return Vec::new() };
        items.iter().map(Part::value).collect()
    }

    /// The members as a text names them, a jeugdige with its age: `Kind 1 (10 jaar)`.
    #[must_use]
    pub fn leden(&self) -> Vec<String> {
        let Part::Map(entries) = &self.0 else { return Vec::new() };
        let gezin = entries.iter().find(|(key, _)| *key == "gezin");
        let Some((_, Part::Map(gezin))) = gezin else { return Vec::new() };
        let Some((_, Part::List(leden))) = gezin.iter().find(|(key, _)| *key == "leden") else { return Vec::new() };
        let named = leden.iter().filter_map(|lid| {
            let label = label_of(&lid.word_of("wie")?);
            Some(match lid.word_of("leeftijd") {
                Some(age) if age.starts_with(|c: char| c.is_ascii_digit()) => format!("{label} ({age} jaar)"),
                Some(age) => format!("{label} ({age})"),
                None => label,
            })
        });
        named.collect()
    }

    /// The dates in it that stand in a key of their own, in order of the file.
    #[must_use]
    pub fn dates(&self) -> Vec<Tijdstip> {
        let leaves = self.0.leaves().into_iter();
        let dates = leaves.filter_map(|(_, leaf)| if let Part::Date(date) = leaf { Some(*date) } else { None });
        dates.collect()
    }
}

impl Serialize for TeamFile {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.0.serialize(serializer)
    }
}

impl fmt::Debug for TeamFile {
    /// Never a value.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TeamFile { .. }")
    }
}
