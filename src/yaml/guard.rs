//! Whether an edit did what was asked and nothing else.

use super::build::comments;
use super::tree::{Doc, Kind, NodeId};
use super::value::Value;

/// What was asked of one node.
#[derive(Clone, Copy)]
pub(super) enum Asked<'v> {
    /// To be this value.
    Set(&'v Value),
    /// To have this entry at its end.
    Insert(&'v str, &'v Value),
    /// To have this item at its end.
    Append(&'v Value),
}

/// Whether `after` is `before` with only this done to `target`, comments included.
pub(super) fn agrees(before: &Doc<'_>, after: &Doc<'_>, target: NodeId, asked: Asked<'_>) -> bool {
    let pair = Pair { before, after, target, asked };
    let kept = comments(before.text).is_some_and(|kept| comments(after.text) == Some(kept));
    after.notes.is_empty() && kept && pair.same(before.root(), after.root())
}

/// Whether a node says exactly this value.
pub(super) fn holds(doc: &Doc<'_>, n: NodeId, value: &Value) -> bool {
    match (doc.kind(n), value) {
        (Kind::Scalar(..), Value::Null) => doc.is_null(n),
        (Kind::Scalar(text, _), Value::Text(wanted)) => text == wanted && !doc.is_null(n),
        (Kind::Scalar(text, _), Value::Number(_) | Value::Fraction(_)) => text == value.inline(),
        (Kind::Seq { items, .. }, Value::List(wanted)) => {
            items.len() == wanted.len() && items.iter().zip(wanted).all(|(n, value)| holds(doc, *n, value))
        }
        (Kind::Map { entries, .. }, Value::Map(wanted) | Value::Row(wanted)) => {
            entries.len() == wanted.len()
                && entries.iter().zip(wanted).all(|(entry, (key, value))| holds_entry(doc, *entry, key, value))
        }
        _ => false,
    }
}

fn holds_entry(doc: &Doc<'_>, (key, n): (NodeId, NodeId), name: &str, value: &Value) -> bool {
    doc.scalar(key) == name && holds(doc, n, value)
}

struct Pair<'p> {
    before: &'p Doc<'p>,
    after: &'p Doc<'p>,
    target: NodeId,
    asked: Asked<'p>,
}

impl Pair<'_> {
    fn same(&self, a: NodeId, b: NodeId) -> bool {
        if a == self.target {
            return self.done(a, b);
        }
        match (self.before.kind(a), self.after.kind(b)) {
            (Kind::Scalar(one, style), Kind::Scalar(other, as_well)) => one == other && style == as_well,
            (Kind::Seq { items: one, .. }, Kind::Seq { items: other, .. }) => self.same_items(one, other),
            (Kind::Map { entries: one, .. }, Kind::Map { entries: other, .. }) => self.same_entries(one, other),
            _ => false,
        }
    }

    fn same_items(&self, one: &[NodeId], other: &[NodeId]) -> bool {
        one.len() == other.len() && one.iter().zip(other).all(|(a, b)| self.same(*a, *b))
    }

    fn same_entries(&self, one: &[(NodeId, NodeId)], other: &[(NodeId, NodeId)]) -> bool {
        let same = |((ka, a), (kb, b)): (&(NodeId, NodeId), &(NodeId, NodeId))| {
            self.before.scalar(*ka) == self.after.scalar(*kb) && self.same(*a, *b)
        };
        one.len() == other.len() && one.iter().zip(other).all(same)
    }

    /// What was there before, and the new thing behind it.
    fn done(&self, a: NodeId, b: NodeId) -> bool {
        match (self.asked, self.after.kind(b)) {
            (Asked::Set(value), _) => holds(self.after, b, value),
            (Asked::Insert(key, value), Kind::Map { entries: [rest @ .., last], .. }) => {
                let old = match self.before.kind(a) {
                    Kind::Map { entries, .. } => entries,
                    _ => &[],
                };
                self.same_entries(old, rest) && holds_entry(self.after, *last, key, value)
            }
            (Asked::Append(value), Kind::Seq { items: [rest @ .., last], .. }) => {
                let old = match self.before.kind(a) {
                    Kind::Seq { items, .. } => items,
                    _ => &[],
                };
                self.same_items(old, rest) && holds(self.after, *last, value)
            }
            _ => false,
        }
    }
}
