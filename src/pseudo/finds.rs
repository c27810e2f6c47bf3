//! What the finders of names hand over, and which tokens they have taken.

use super::hit::{Certainty, Kind};
use std::borrow::Cow;

/// Something found over a stretch of tokens.
pub(super) struct Find {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
    pub certainty: Certainty,
    pub reason: Cow<'static, str>,
}

/// What one finder sees, before it is known whether something else has taken the tokens.
pub(super) struct Found {
    pub from: usize,
    pub to: usize,
    pub kind: Kind,
    pub certainty: Certainty,
    pub reason: &'static str,
}

/// All that was found, and whose each token is.
pub(super) struct Finds {
    pub list: Vec<Find>,
    taken: Vec<Option<Kind>>,
}

impl Finds {
    pub fn new(tokens: usize) -> Self {
        Self { list: Vec::new(), taken: vec![None; tokens] }
    }

    /// Adds a stretch and takes its tokens.
    pub fn add(
        &mut self,
        from: usize,
        to: usize,
        kind: Kind,
        certainty: Certainty,
        reason: impl Into<Cow<'static, str>>,
    ) {
        for slot in self.taken.iter_mut().take(to + 1).skip(from) {
            *slot = Some(kind);
        }
        self.list.push(Find { from, to, kind, certainty, reason: reason.into() });
    }

    /// The kind that a token was taken for.
    pub fn taken(&self, index: usize) -> Option<Kind> {
        self.taken.get(index).copied().flatten()
    }
}
