//! The decoder's error: what is wrong and at which node. serde's own messages quote the
//! value, so none of their words is kept.

use super::problem::{Expected, What};
use super::tree::NodeId;
use serde::de::{self, Unexpected};
use std::fmt;

/// Said where a type refuses a value without saying what it expects.
const SOMETHING: &str = "een andere waarde";

/// Boxed, since it travels through every result of the decoder.
pub(super) struct Fail(Box<Inner>);

struct Inner {
    what: What,
    node: Option<NodeId>,
    twice: Option<&'static str>,
}

impl Fail {
    #[cold]
    pub fn new(what: What) -> Self {
        Self(Box::new(Inner { what, node: None, twice: None }))
    }

    #[cold]
    pub fn expected(expected: Expected) -> Self {
        Self::new(What::WrongType(expected))
    }

    /// The innermost node that hears of a failure is the one that is wrong.
    #[cold]
    pub fn at(mut self, node: NodeId) -> Self {
        self.0.node.get_or_insert(node);
        self
    }

    pub fn is_placed(&self) -> bool {
        self.0.node.is_some()
    }

    /// The field that was filled twice, by two names of one key.
    pub fn twice(&self) -> Option<&'static str> {
        self.0.twice.filter(|_| self.0.node.is_none())
    }

    pub fn into_parts(self) -> (What, Option<NodeId>) {
        (self.0.what, self.0.node)
    }
}

impl fmt::Debug for Fail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Fail({:?})", self.0.what)
    }
}

impl fmt::Display for Fail {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.what.fmt(f)
    }
}

impl std::error::Error for Fail {}

impl de::Error for Fail {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self::expected(Expected::Words(SOMETHING.to_owned()))
    }

    fn invalid_type(_: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        Self::expected(Expected::Words(expected.to_string()))
    }

    fn invalid_value(unexpected: Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        match unexpected {
            Unexpected::Other("datum") => Self::new(What::NotADate(expected.to_string())),
            _ => Self::expected(Expected::Words(expected.to_string())),
        }
    }

    fn invalid_length(_: usize, _: &dyn de::Expected) -> Self {
        Self::expected(Expected::List)
    }

    fn unknown_variant(_: &str, choices: &'static [&'static str]) -> Self {
        Self::new(What::NotAChoice(choices))
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        Self::expected(Expected::Keys)
    }

    fn missing_field(_: &'static str) -> Self {
        Self::expected(Expected::Keys)
    }

    fn duplicate_field(field: &'static str) -> Self {
        let mut fail = Self::expected(Expected::Keys);
        fail.0.twice = Some(field);
        fail
    }
}
