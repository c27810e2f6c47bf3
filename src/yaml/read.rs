//! Decoding with every problem: a value that fails is noted and passed over, and all is
//! decoded again, until nothing fails. A file without problems is decoded once.

use super::decode::Decoder;
use super::near;
use super::path::Path;
use super::problem::{Feature, Problem, What};
use super::tree::{Doc, Down, Kind, NodeId};
use serde::de::DeserializeOwned;
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

/// A file that takes more rounds than this is not the file it is taken for.
const MAX_ROUNDS: usize = 100;

const ALIAS: What = What::Refused(Feature::Alias);

/// What the decoder is told (pass these over) and what it tells (keys it knows, keys it
/// doesn't).
#[derive(Default)]
pub(super) struct Ledger {
    /// By node; empty when nothing is passed over.
    skip: Vec<bool>,
    /// Keys that some struct knows, by node; empty when nobody asks.
    known: Vec<Cell<bool>>,
    /// Unknown keys, with the map they stand in.
    unknown: RefCell<BTreeMap<NodeId, (NodeId, What)>>,
}

impl Ledger {
    pub fn is_skipped(&self, node: NodeId) -> bool {
        self.skip.get(node.at()).is_some_and(|skip| *skip)
    }

    /// Only keys that a struct knows may be named in a path.
    pub fn know(&self, key: NodeId) {
        if let Some(known) = self.known.get(key.at()) {
            known.set(true);
        }
    }

    fn is_known(&self, key: NodeId) -> bool {
        self.known.get(key.at()).is_some_and(Cell::get)
    }

    #[cold]
    pub fn note_unknown(
        &self,
        doc: &Doc<'_>,
        map: NodeId,
        key: NodeId,
        value: NodeId,
        fields: &'static [&'static str],
    ) {
        let mut unknown = self.unknown.borrow_mut();
        let nth = unknown.len();
        unknown.entry(key).or_insert_with(|| {
            let what = if is_cut(doc, map, key, value) {
                What::CutText
            } else if nth > MAX_ROUNDS {
                // Nobody reads on, and looking for the nearest takes time.
                What::UnknownKey(None)
            } else {
                let absent = |field: &str| doc.find_key(map, field).is_none();
                What::UnknownKey(near::nearest(doc.scalar(key), fields, absent))
            };
            (map, what)
        });
    }
}

/// In braces a comma in a text makes the rest of it a key: one without value, or, when a
/// colon follows, one with a space in it.
fn is_cut(doc: &Doc<'_>, map: NodeId, key: NodeId, value: NodeId) -> bool {
    let Kind::Map { flow: true, entries } = doc.kind(map) else {
        return false;
    };
    let first = entries.first().is_some_and(|(first, _)| *first == key);
    doc.place(value).bytes.is_empty() || (!first && doc.scalar(key).contains(' '))
}

impl Doc<'_> {
    /// The file as a value, with all that is wrong, in the order of the text. A value that
    /// is wrong is left out, as if its key weren't there; of a list item `null` is left.
    /// `None` when the root itself is wrong, or a hundred values or more.
    ///
    /// Asks of `T`: every field `Option` or `#[serde(default)]`, nothing flattened or
    /// untagged; list items that may be `None`, where an index means something.
    #[must_use]
    pub fn read<T: DeserializeOwned>(&self) -> (Option<T>, Vec<Problem>) {
        let mut ledger = Ledger::default();
        if self.notes.is_empty() {
            let decoder = Decoder { doc: self, ledger: &ledger, node: self.root() };
            if let Ok(value) = T::deserialize(decoder)
                && ledger.unknown.borrow().is_empty()
            {
                return (Some(value), Vec::new());
            }
        }
        ledger.known = vec![Cell::new(false); self.nodes.len()];
        let (value, failures) = self.read_all(&mut ledger);
        (value, self.problems(&ledger, failures))
    }

    /// Decodes until nothing fails.
    fn read_all<T: DeserializeOwned>(&self, ledger: &mut Ledger) -> (Option<T>, Vec<(NodeId, What)>) {
        let mut failures = Vec::new();
        for _ in 0..MAX_ROUNDS {
            let decoder = Decoder { doc: self, ledger, node: self.root() };
            let fail = match T::deserialize(decoder) {
                Ok(value) => return (Some(value), failures),
                Err(fail) => fail,
            };
            let (what, node) = fail.into_parts();
            let mut node = node.unwrap_or(self.root());
            let under = node.at()..self.nodes[node.at()].next as usize;
            if ledger.skip.get(under).is_some_and(|skip| skip.contains(&true)) {
                // No news: it, or what it stands in, can't do without what was passed over.
                while ledger.is_skipped(node) && node != self.root() {
                    node = self.parent(node);
                }
            } else {
                failures.push((node, what));
            }
            if node == self.root() {
                break;
            }
            ledger.skip.resize(self.nodes.len(), false);
            ledger.skip[node.at()] = true;
        }
        (None, failures)
    }

    fn problems(&self, ledger: &Ledger, failures: Vec<(NodeId, What)>) -> Vec<Problem> {
        let mut found = Vec::new();
        for note in &self.notes {
            let path = self.known_path(ledger, note.node);
            found.push(Problem { what: note.what.clone(), path, place: note.place.clone() });
        }
        for (node, what) in failures {
            // An alias is empty here: that it is no text either is no news.
            if !self.notes.iter().any(|note| note.node == node && note.what == ALIAS) {
                let path = self.known_path(ledger, node);
                found.push(Problem { what, path, place: self.place(node) });
            }
        }
        for (key, (map, what)) in ledger.unknown.borrow().iter() {
            let path = self.known_path(ledger, *map);
            found.push(Problem { what: what.clone(), path, place: self.place(*key) });
        }
        found.sort_by_key(|problem| problem.place.bytes.start);
        found
    }

    /// The path of a node as far as the program's own words go.
    fn known_path(&self, ledger: &Ledger, n: NodeId) -> Path {
        let mut path = Path::root();
        let mut at = self.root();
        while let Some((step, down)) = self.towards(at, n) {
            path = match step {
                Down::Key(key) if ledger.is_known(key) => path.key(self.scalar(key)),
                Down::Key(_) => break,
                Down::Index(index) => path.index(index),
            };
            at = down;
        }
        path
    }

    fn parent(&self, n: NodeId) -> NodeId {
        let (mut at, mut parent) = (self.root(), self.root());
        while let Some((_, down)) = self.towards(at, n) {
            parent = at;
            at = down;
        }
        if at == n { parent } else { at }
    }

    fn find_key(&self, map: NodeId, key: &str) -> Option<NodeId> {
        match self.kind(map) {
            Kind::Map { entries, .. } => entries.iter().map(|(k, _)| *k).find(|k| self.scalar(*k) == key),
            _ => None,
        }
    }
}
