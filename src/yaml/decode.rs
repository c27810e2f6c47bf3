//! serde's `Deserializer` over the tree. It stops at the first failure; `read.rs` then has
//! the failing node passed over and starts again.
//!
//! A scalar is text until a type asks for something else: `4611`, `ja` and `12:30:45` all
//! fill a `String`. What is empty or null fills an `Option`, a struct, a list or a map.

use super::access::{Choice, Fields, Items, Pairs};
use super::fail::Fail;
use super::problem::{Expected, What};
use super::read::Ledger;
use super::tree::{Doc, Kind, NodeId, is_null};
use serde::de::{Deserializer, Visitor};

/// One node, ready to fill a value.
#[derive(Clone, Copy)]
pub(super) struct Decoder<'d> {
    pub doc: &'d Doc<'d>,
    pub ledger: &'d Ledger,
    pub node: NodeId,
}

impl<'d> Decoder<'d> {
    pub fn of(self, node: NodeId) -> Self {
        Self { node, ..self }
    }

    fn is_null(self) -> bool {
        self.doc.is_null(self.node) || self.ledger.is_skipped(self.node)
    }

    /// The text of a scalar that isn't null, else `expected`.
    fn text(self, expected: Expected) -> Result<&'d str, Fail> {
        match self.doc.kind(self.node) {
            Kind::Scalar(text, style) if !is_null(text, style) && !self.ledger.is_skipped(self.node) => Ok(text),
            Kind::Map { .. } if expected == Expected::Text && self.is_cut() => Err(Fail::new(What::CutText)),
            _ => Err(Fail::expected(expected)),
        }
    }

    /// Whether a map looks like a text that a colon cut in two: one pair without braces.
    fn is_cut(self) -> bool {
        match self.doc.kind(self.node) {
            Kind::Map { entries: [_], .. } => {
                let start = self.doc.nodes[self.node.at()].spot.start as usize;
                !self.doc.text[start..].starts_with('{')
            }
            _ => false,
        }
    }

    /// The same where it isn't certain that a text was wanted: no key has a space in it.
    fn is_surely_cut(self) -> bool {
        match self.doc.kind(self.node) {
            Kind::Map { entries: [(key, _)], .. } => self.is_cut() && self.doc.scalar(*key).contains(' '),
            _ => false,
        }
    }

    fn items<V: Visitor<'d>>(self, len: Option<usize>, visitor: V) -> Result<V::Value, Fail> {
        let items = match self.doc.kind(self.node) {
            _ if self.is_null() => &[],
            Kind::Seq { items, .. } => items,
            _ => return Err(Fail::expected(Expected::List)),
        };
        if len.is_some_and(|len| len != items.len()) {
            return Err(Fail::expected(Expected::List));
        }
        visitor.visit_seq(Items::new(self, items))
    }

    /// The entries of a map; none of what is empty.
    fn entries(self) -> Result<&'d [(NodeId, NodeId)], Fail> {
        match self.doc.kind(self.node) {
            _ if self.is_null() => Ok(&[]),
            Kind::Map { entries, .. } => Ok(entries),
            _ => Err(Fail::expected(Expected::Keys)),
        }
    }
}

/// Decimal figures, with a sign and, for a fraction, a point: no `1e3`, `0x1f`, `inf`.
fn is_decimal(text: &str) -> bool {
    let bare = text.strip_prefix(['-', '+']).unwrap_or(text);
    bare.starts_with(|c: char| c.is_ascii_digit()) && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.')
}

macro_rules! number {
    ($($method:ident $visit:ident $type:ty),+) => {$(
        fn $method<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
            let text = self.text(Expected::Number)?;
            match text.parse::<$type>() {
                Ok(number) if is_decimal(text) => visitor.$visit(number),
                _ => Err(Fail::expected(Expected::Number)),
            }
        }
    )+};
}

macro_rules! text {
    ($($method:ident)+) => {$(
        fn $method<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
            visitor.visit_borrowed_str(self.text(Expected::Text)?)
        }
    )+};
}

impl<'d> Deserializer<'d> for Decoder<'d> {
    type Error = Fail;

    number! {
        deserialize_i8 visit_i8 i8, deserialize_i16 visit_i16 i16,
        deserialize_i32 visit_i32 i32, deserialize_i64 visit_i64 i64,
        deserialize_i128 visit_i128 i128, deserialize_u8 visit_u8 u8,
        deserialize_u16 visit_u16 u16, deserialize_u32 visit_u32 u32,
        deserialize_u64 visit_u64 u64, deserialize_u128 visit_u128 u128,
        deserialize_f32 visit_f32 f32, deserialize_f64 visit_f64 f64
    }

    text! { deserialize_str deserialize_string deserialize_identifier
    deserialize_bytes deserialize_byte_buf }

    fn deserialize_any<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        match self.doc.kind(self.node) {
            _ if self.is_null() => visitor.visit_unit(),
            Kind::Scalar(text, _) => visitor.visit_borrowed_str(text),
            Kind::Seq { items, .. } => visitor.visit_seq(Items::new(self, items)),
            Kind::Map { entries, .. } => {
                let value = visitor.visit_map(Pairs::new(self, entries));
                value.map_err(|fail| match fail {
                    fail if fail.is_placed() || !self.is_surely_cut() => fail,
                    _ => Fail::new(What::CutText),
                })
            }
        }
    }

    fn deserialize_char<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        let mut chars = self.text(Expected::Text)?.chars();
        match (chars.next(), chars.next()) {
            (Some(only), None) => visitor.visit_char(only),
            _ => Err(Fail::expected(Expected::Text)),
        }
    }

    fn deserialize_bool<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        let expected = Expected::Words("true of false".to_owned());
        match self.text(Expected::Text) {
            Ok("true") => visitor.visit_bool(true),
            Ok("false") => visitor.visit_bool(false),
            _ => Err(Fail::expected(expected)),
        }
    }

    fn deserialize_option<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        if self.is_null() { visitor.visit_none() } else { visitor.visit_some(self) }
    }

    fn deserialize_unit<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        if self.is_null() { visitor.visit_unit() } else { Err(Fail::expected(Expected::Words("niets".to_owned()))) }
    }

    fn deserialize_unit_struct<V: Visitor<'d>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Fail> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'d>>(self, _name: &'static str, visitor: V) -> Result<V::Value, Fail> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        self.items(None, visitor)
    }

    fn deserialize_tuple<V: Visitor<'d>>(self, len: usize, visitor: V) -> Result<V::Value, Fail> {
        self.items(Some(len), visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'d>>(
        self,
        _name: &'static str,
        len: usize,
        visitor: V,
    ) -> Result<V::Value, Fail> {
        self.items(Some(len), visitor)
    }

    fn deserialize_map<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        visitor.visit_map(Pairs::new(self, self.entries()?))
    }

    fn deserialize_struct<V: Visitor<'d>>(
        self,
        _name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fail> {
        let mut access = Fields::new(self, self.entries()?, fields);
        visitor.visit_map(&mut access).map_err(|fail| access.placed(fail))
    }

    fn deserialize_enum<V: Visitor<'d>>(
        self,
        _name: &'static str,
        variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Fail> {
        match self.doc.kind(self.node) {
            Kind::Scalar(text, _) if !self.is_null() => {
                let value = visitor.visit_enum(Choice(text))?;
                // As a key it is one of the program's own words.
                self.ledger.know(self.node);
                Ok(value)
            }
            _ => Err(Fail::new(What::NotAChoice(variants))),
        }
    }

    fn deserialize_ignored_any<V: Visitor<'d>>(self, visitor: V) -> Result<V::Value, Fail> {
        visitor.visit_unit()
    }
}
