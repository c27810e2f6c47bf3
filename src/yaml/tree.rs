//! The tree: nodes in the order of the text, each with its place.
//!
//! A node's number is its rank in the text, so the numbers under a node are a range: paths
//! are found by descent, and no node needs to know its parent.

use super::bytes::small;
use super::path::{Path, Step};
use super::problem::{Place, What};
use std::borrow::Cow;
use std::fmt;
use std::sync::OnceLock;

/// The deepest nesting that is read: the root map is level 1.
pub const MAX_DEPTH: usize = 32;

/// A node of one [`Doc`]; means nothing to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

impl NodeId {
    pub(super) fn at(self) -> usize {
        self.0 as usize
    }
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Style {
    /// Without quotes.
    Plain,
    /// In single quotes.
    Single,
    /// In double quotes.
    Double,
    /// As a block under `|`.
    Literal,
    /// As a block under `>`.
    Folded,
}

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind<'a> {
    /// A text, as decoded: without quotes and escapes. An empty value is a plain `""`.
    Scalar(&'a str, Style),
    /// A list.
    Seq {
        /// Written in brackets.
        flow: bool,
        /// The items, in order.
        items: &'a [NodeId],
    },
    /// A map, without the entries that were refused: double, merging or not a text.
    Map {
        /// Written in braces, or a lone pair in a list in brackets.
        flow: bool,
        /// Keys and values, in order.
        entries: &'a [(NodeId, NodeId)],
    },
}

/// Shows no text: it may be about a person.
impl fmt::Debug for Kind<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Kind::Scalar(_, style) => write!(f, "Scalar({style:?})"),
            Kind::Seq { items, .. } => write!(f, "Seq({})", items.len()),
            Kind::Map { entries, .. } => write!(f, "Map({})", entries.len()),
        }
    }
}

/// The text of one file as a tree, with what was wrong while it was built.
pub struct Doc<'s> {
    pub(super) text: &'s str,
    pub(super) nodes: Vec<Node<'s>>,
    pub(super) items: Vec<NodeId>,
    pub(super) entries: Vec<(NodeId, NodeId)>,
    pub(super) notes: Vec<Note>,
    pub(super) lines: OnceLock<Vec<u32>>,
}

/// Shows no text: it may be about a person.
impl fmt::Debug for Doc<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Doc({} nodes)", self.nodes.len())
    }
}

pub(super) struct Node<'s> {
    pub shape: Shape<'s>,
    pub spot: Spot,
    /// The first number that isn't under this node.
    pub next: u32,
}

pub(super) enum Shape<'s> {
    Scalar(Cow<'s, str>, Style),
    /// A stretch of `Doc::items`.
    Seq {
        flow: bool,
        first: u32,
        len: u32,
    },
    /// A stretch of `Doc::entries`.
    Map {
        flow: bool,
        first: u32,
        len: u32,
    },
}

/// A place in half the room.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub start: u32,
    pub end: u32,
    pub line: u32,
    pub column: u32,
}

impl Spot {
    pub fn place(self) -> Place {
        let bytes = self.start as usize..self.end as usize;
        Place { bytes, line: self.line, column: self.column }
    }
}

/// A problem found while building. Its path waits for the decoder, which knows what keys
/// may be named.
pub(super) struct Note {
    pub what: What,
    pub node: NodeId,
    pub place: Place,
}

/// One step down, without the words.
pub(super) enum Down {
    Key(NodeId),
    Index(usize),
}

impl Doc<'_> {
    /// The root: a map in any sensible file, an empty scalar in an empty one.
    #[must_use]
    pub fn root(&self) -> NodeId {
        NodeId(0)
    }

    /// What a node is.
    #[must_use]
    pub fn kind(&self, n: NodeId) -> Kind<'_> {
        match &self.nodes[n.at()].shape {
            Shape::Scalar(text, style) => Kind::Scalar(text, *style),
            Shape::Seq { flow, first, len } => {
                let items = &self.items[*first as usize..][..*len as usize];
                Kind::Seq { flow: *flow, items }
            }
            Shape::Map { flow, first, len } => {
                let entries = &self.entries[*first as usize..][..*len as usize];
                Kind::Map { flow: *flow, entries }
            }
        }
    }

    /// Where a node stands: a scalar with its quotes; a text in block style from its first
    /// character to its last that isn't blank; a list or map in block style from its first
    /// dash or key to the end of its last item.
    #[must_use]
    pub fn place(&self, n: NodeId) -> Place {
        let mut spot = self.nodes[n.at()].spot;
        if let Kind::Seq { flow: false, items: [item, ..] } = self.kind(n)
            && (self.nodes[item.at()].spot.start == spot.start || !self.text[spot.start as usize..].starts_with('-'))
        {
            // The parser lets an unindented list begin at its first item, behind the dash: on
            // the same line, or lines away when comments stand between.
            let before = &self.text[..spot.start as usize];
            let mut end = before.len();
            for (up, line) in before.rsplit('\n').enumerate() {
                let bare = line.trim_start_matches(' ');
                if bare.starts_with('-') {
                    let start = end - bare.len();
                    spot = Spot {
                        start: small(start),
                        line: spot.line - small(up),
                        column: small(line.len() - bare.len() + 1),
                        ..spot
                    };
                    break;
                }
                if !(bare.trim().is_empty() || bare.starts_with('#')) {
                    break;
                }
                end = end.saturating_sub(line.len() + 1);
            }
        }
        spot.place()
    }

    /// The node at the end of a path. `None` when there is none.
    #[must_use]
    pub fn find(&self, path: &Path) -> Option<NodeId> {
        let mut steps = path.steps().iter();
        steps.try_fold(self.root(), |n, step| self.step(n, step))
    }

    /// The node at the end of a path or else the deepest node on the way to it: for a key
    /// that is missing, the map where it belongs.
    #[must_use]
    pub fn nearest(&self, path: &Path) -> NodeId {
        let mut n = self.root();
        for step in path.steps() {
            match self.step(n, step) {
                Some(down) => n = down,
                None => break,
            }
        }
        n
    }

    fn step(&self, n: NodeId, step: &Step) -> Option<NodeId> {
        match (self.kind(n), step) {
            (Kind::Map { entries, .. }, Step::Key(key)) => {
                let found = entries.iter().find(|(k, _)| self.scalar(*k) == key);
                found.map(|(_, value)| *value)
            }
            (Kind::Seq { items, .. }, Step::Index(index)) => items.get(*index).copied(),
            _ => None,
        }
    }

    /// The path of a value; of a key the path of the map in which it stands.
    #[must_use]
    pub fn path(&self, n: NodeId) -> Path {
        let mut path = Path::root();
        let mut at = self.root();
        while let Some((step, down)) = self.towards(at, n) {
            path = match step {
                Down::Key(key) => path.key(self.scalar(key)),
                Down::Index(index) => path.index(index),
            };
            at = down;
        }
        path
    }

    /// Where the key of a value stands; `None` for the root, an item of a list, or a key.
    #[must_use]
    pub fn key_place(&self, n: NodeId) -> Option<Place> {
        self.key_of(n).map(|key| self.place(key))
    }

    pub(super) fn key_of(&self, n: NodeId) -> Option<NodeId> {
        let (mut at, mut found) = (self.root(), None);
        while let Some((step, down)) = self.towards(at, n) {
            found = match step {
                Down::Key(key) => Some(key),
                Down::Index(_) => None,
            };
            at = down;
        }
        found.filter(|_| at == n)
    }

    /// The child of `from` that is `n` or has `n` under it. Keys have no step of their own,
    /// nor has what is under an entry that was refused.
    pub(super) fn towards(&self, from: NodeId, n: NodeId) -> Option<(Down, NodeId)> {
        let (step, down) = match self.kind(from) {
            Kind::Scalar(..) => return None,
            Kind::Seq { items, .. } => {
                let index = items.partition_point(|item| *item <= n).checked_sub(1)?;
                (Down::Index(index), items[index])
            }
            Kind::Map { entries, .. } => {
                let index = entries.partition_point(|(_, value)| *value <= n).checked_sub(1)?;
                (Down::Key(entries[index].0), entries[index].1)
            }
        };
        (from != n && n.0 < self.nodes[down.at()].next).then_some((step, down))
    }

    /// The text of a scalar; nothing of a list or map.
    pub(super) fn scalar(&self, n: NodeId) -> &str {
        match self.kind(n) {
            Kind::Scalar(text, _) => text,
            _ => "",
        }
    }

    /// Whether a node is empty, `~` or null, without quotes.
    #[must_use]
    pub fn is_null(&self, n: NodeId) -> bool {
        match &self.nodes[n.at()].shape {
            Shape::Scalar(text, style) => is_null(text, *style),
            _ => false,
        }
    }
}

/// Whether a scalar says nothing: empty, `~` or null, without quotes.
pub(super) fn is_null(text: &str, style: Style) -> bool {
    style == Style::Plain && matches!(text, "" | "~" | "null" | "Null" | "NULL")
}
