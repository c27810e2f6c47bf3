//! Lists, maps, structs and choices as serde wants them. Each failure is pinned on the
//! innermost node that hears of it.

use super::decode::Decoder;
use super::fail::Fail;
use super::problem::What;
use super::tree::NodeId;
use serde::de::Error as _;
use serde::de::value::BorrowedStrDeserializer;
use serde::de::{DeserializeSeed, EnumAccess, MapAccess, SeqAccess, VariantAccess, Visitor};

/// The items of a list. One that is passed over still gets its turn, as null, so that the
/// others keep their index.
pub(super) struct Items<'d> {
    list: Decoder<'d>,
    rest: std::slice::Iter<'d, NodeId>,
}

impl<'d> Items<'d> {
    pub fn new(list: Decoder<'d>, items: &'d [NodeId]) -> Self {
        Self { list, rest: items.iter() }
    }
}

impl<'d> SeqAccess<'d> for Items<'d> {
    type Error = Fail;

    fn next_element_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<Option<S::Value>, Fail> {
        let Some(item) = self.rest.next() else {
            return Ok(None);
        };
        let value = seed.deserialize(self.list.of(*item));
        value.map(Some).map_err(|fail| fail.at(*item))
    }

    fn size_hint(&self) -> Option<usize> {
        Some(self.rest.len())
    }
}

/// The entries of a map with free keys. An entry whose key or value is passed over is left
/// out.
pub(super) struct Pairs<'d> {
    map: Decoder<'d>,
    rest: std::slice::Iter<'d, (NodeId, NodeId)>,
    value: NodeId,
}

impl<'d> Pairs<'d> {
    pub fn new(map: Decoder<'d>, entries: &'d [(NodeId, NodeId)]) -> Self {
        Self { map, rest: entries.iter(), value: map.node }
    }
}

impl<'d> MapAccess<'d> for Pairs<'d> {
    type Error = Fail;

    fn next_key_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<Option<S::Value>, Fail> {
        let ledger = self.map.ledger;
        let mut rest = self.rest.by_ref().copied();
        let next = rest.find(|(key, value)| !ledger.is_skipped(*key) && !ledger.is_skipped(*value));
        let Some((key, value)) = next else {
            return Ok(None);
        };
        self.value = value;
        seed.deserialize(self.map.of(key)).map(Some).map_err(|fail| fail.at(key))
    }

    fn next_value_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<S::Value, Fail> {
        seed.deserialize(self.map.of(self.value)).map_err(|fail| fail.at(self.value))
    }
}

/// The entries of a map that fills a struct. Unknown keys are noted and passed over.
pub(super) struct Fields<'d> {
    map: Decoder<'d>,
    entries: &'d [(NodeId, NodeId)],
    rest: std::slice::Iter<'d, (NodeId, NodeId)>,
    current: (NodeId, NodeId),
    names: &'static [&'static str],
    /// Where the search for the next key begins: files mostly keep the order of the struct.
    guess: usize,
}

impl<'d> Fields<'d> {
    pub fn new(map: Decoder<'d>, entries: &'d [(NodeId, NodeId)], names: &'static [&'static str]) -> Self {
        let current = (map.node, map.node);
        Self { map, entries, rest: entries.iter(), current, names, guess: 0 }
    }

    fn field(&mut self, key: &str) -> Option<&'static str> {
        let (before, after) = self.names.split_at(self.guess.min(self.names.len()));
        let found = after.iter().position(|field| *field == key).map(|at| before.len() + at);
        let found = found.or_else(|| before.iter().position(|field| *field == key))?;
        self.guess = found + 1;
        Some(self.names[found])
    }

    /// A key under two names is the one failure the struct's visitor raises about an entry.
    #[cold]
    pub fn placed(&self, fail: Fail) -> Fail {
        let Some(field) = fail.twice() else {
            return fail;
        };
        let doc = self.map.doc;
        let named = self.entries.iter().find(|(key, _)| doc.scalar(*key) == field);
        let (key, _) = self.current;
        let first = named.map(|(named, _)| *named).filter(|named| *named != key);
        let first = doc.place(first.unwrap_or(self.map.node));
        Fail::new(What::DuplicateKey(first)).at(key)
    }
}

impl<'d> MapAccess<'d> for &mut Fields<'d> {
    type Error = Fail;

    fn next_key_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<Option<S::Value>, Fail> {
        let Decoder { doc, ledger, node } = self.map;
        while let Some((key, value)) = self.rest.next().copied() {
            if ledger.is_skipped(value) || ledger.is_skipped(key) {
                ledger.know(key);
                continue;
            }
            if let Some(field) = self.field(doc.scalar(key)) {
                ledger.know(key);
                self.current = (key, value);
                return seed.deserialize(BorrowedStrDeserializer::new(field)).map(Some);
            }
            ledger.note_unknown(doc, node, key, value, self.names);
        }
        Ok(None)
    }

    fn next_value_seed<S: DeserializeSeed<'d>>(&mut self, seed: S) -> Result<S::Value, Fail> {
        let (_, value) = self.current;
        seed.deserialize(self.map.of(value)).map_err(|fail| fail.at(value))
    }
}

/// A word that picks a unit variant.
pub(super) struct Choice<'d>(pub &'d str);

impl<'d> EnumAccess<'d> for Choice<'d> {
    type Error = Fail;
    type Variant = Self;

    fn variant_seed<S: DeserializeSeed<'d>>(self, seed: S) -> Result<(S::Value, Self), Fail> {
        let word: BorrowedStrDeserializer<'d, Fail> = BorrowedStrDeserializer::new(self.0);
        Ok((seed.deserialize(word)?, self))
    }
}

impl<'d> VariantAccess<'d> for Choice<'d> {
    type Error = Fail;

    fn unit_variant(self) -> Result<(), Fail> {
        Ok(())
    }

    fn newtype_variant_seed<S: DeserializeSeed<'d>>(self, _seed: S) -> Result<S::Value, Fail> {
        Err(Fail::custom("unit variants only"))
    }

    fn tuple_variant<V: Visitor<'d>>(self, _len: usize, _visitor: V) -> Result<V::Value, Fail> {
        Err(Fail::custom("unit variants only"))
    }

    fn struct_variant<V: Visitor<'d>>(self, _fields: &'static [&'static str], _visitor: V) -> Result<V::Value, Fail> {
        Err(Fail::custom("unit variants only"))
    }
}
