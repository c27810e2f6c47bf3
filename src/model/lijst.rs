//! A list in a file: not asked yet, answered with nothing, or with items.

use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Unexpected, Visitor};
use std::{fmt, marker::PhantomData};

/// A list of a file.
///
/// A missing key is *not asked yet*; `geen` and `[]` are answers. An item that could
/// not be read keeps its place, so that positions in a finding stay those of the file.
#[derive(Clone, PartialEq, Eq)]
pub struct Lijst<T>(Option<Vec<Option<T>>>);

impl<T> Lijst<T> {
    /// Whether the key stands in the file with an answer, `geen` included.
    #[must_use]
    pub fn is_asked(&self) -> bool {
        self.0.is_some()
    }

    /// Whether there is no item, for whatever reason.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values().next().is_none()
    }

    /// Whether every item could be read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.0.iter().flatten().all(Option::is_some)
    }

    /// The items with their place in the file, from 0.
    pub fn iter(&self) -> impl Iterator<Item = (usize, &T)> {
        self.0.iter().flatten().enumerate().filter_map(|(index, item)| item.as_ref().map(|item| (index, item)))
    }

    /// The items alone.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.0.iter().flatten().flatten()
    }
}

impl<T> Default for Lijst<T> {
    fn default() -> Self {
        Self(None)
    }
}

impl<T: fmt::Debug> fmt::Debug for Lijst<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.values()).finish()
    }
}

impl<T> FromIterator<T> for Lijst<T> {
    fn from_iter<I: IntoIterator<Item = T>>(items: I) -> Self {
        Self(Some(items.into_iter().map(Some).collect()))
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lijst<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = Lijst<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("een lijst, zoals [eerste, tweede], of het woord geen")
    }

    fn visit_unit<E: Error>(self) -> Result<Self::Value, E> {
        Ok(Lijst(None))
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<Self::Value, E> {
        if text == "geen" {
            Ok(Lijst(Some(Vec::new())))
        } else {
            Err(E::invalid_value(Unexpected::Other("tekst"), &self))
        }
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = seq.next_element::<Option<T>>()? {
            items.push(item);
        }
        Ok(Lijst(Some(items)))
    }
}
