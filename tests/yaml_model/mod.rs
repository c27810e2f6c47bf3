//! A small model that keeps the conventions of the real one.

use serde::Deserialize;
use serde::de::{self, Deserializer, SeqAccess, Unexpected, Visitor};
use std::collections::BTreeMap;
use std::fmt;
use std::marker::PhantomData;

/// A scalar type as the model has them: its own words, no others.
#[derive(Debug, PartialEq)]
pub struct Datum(pub String);

impl<'de> Deserialize<'de> for Datum {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader;
        impl Visitor<'_> for Reader {
            type Value = Datum;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("een datum als 2026-03-12")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Datum, E> {
                let figures = text.len() == 10 && text.starts_with("20");
                if text.ends_with("-30") {
                    Err(E::invalid_value(Unexpected::Other("datum"), &self))
                } else if figures {
                    Ok(Datum(text.to_owned()))
                } else {
                    Err(E::invalid_value(Unexpected::Str(text), &self))
                }
            }
        }
        deserializer.deserialize_any(Reader)
    }
}

/// A list as the model has them: an item that is wrong leaves a gap.
#[derive(Debug, PartialEq)]
pub struct Lijst<T>(pub Vec<Option<T>>);

impl<T> Default for Lijst<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lijst<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Reader<T>(PhantomData<T>);
        impl<'de, T: Deserialize<'de>> Visitor<'de> for Reader<T> {
            type Value = Lijst<T>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("een lijst of geen")
            }
            fn visit_unit<E>(self) -> Result<Lijst<T>, E> {
                Ok(Lijst::default())
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Lijst<T>, E> {
                if text == "geen" {
                    return Ok(Lijst::default());
                }
                Err(E::invalid_type(Unexpected::Str(text), &self))
            }
            fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Lijst<T>, A::Error> {
                let mut list = Vec::new();
                while let Some(item) = items.next_element()? {
                    list.push(item);
                }
                Ok(Lijst(list))
            }
        }
        deserializer.deserialize_any(Reader(PhantomData))
    }
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Card {
    pub versie: Option<u32>,
    pub dossiernummer: Option<String>,
    pub soort: Option<Kind>,
    pub bijgewerkt: Option<Datum>,
    pub inbrenger: Option<Who>,
    pub gezin: Option<Family>,
    pub vraag: Option<String>,
    pub maatregelen: Lijst<Measure>,
    pub experts: Vec<String>,
    pub telling: BTreeMap<String, u8>,
    pub rollen: BTreeMap<Kind, Who>,
    pub verplicht: Option<Needs>,
    pub paar: Option<(u8, u8)>,
    #[serde(alias = "was")]
    pub nu: Option<String>,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    Nieuw,
    Vervolg,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Who {
    pub naam: Option<String>,
    pub organisatie: Option<String>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Family {
    pub leden: Lijst<Member>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Member {
    pub wie: Option<String>,
    pub woont_bij: Lijst<String>,
    pub geboortedatum: Option<Datum>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
pub struct Measure {
    pub einde: Option<Datum>,
}

#[derive(Debug, PartialEq, Deserialize)]
pub struct Needs {
    pub naam: String,
}
