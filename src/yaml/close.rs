//! Closing a list or map: its children get their place in the tree, and keys that can't
//! stay are noted.

use super::build::{Builder, Open};
use super::bytes::small;
use super::problem::{Feature, What};
use super::tree::{Node, NodeId, Note, Shape, Spot, Style};
use std::collections::HashMap;

impl Builder<'_> {
    /// Ends the innermost list or map; `spot` is that of its closing bracket, if any.
    pub(super) fn end(&mut self, spot: Spot) {
        let Some(Open { node, base }) = self.open.pop() else {
            return;
        };
        let next = small(self.doc.nodes.len());
        // A block runs on to the next token: its last child's end is meant.
        let last_end = self.pending[base..].last().map(|n| self.doc.nodes[n.at()].spot.end);
        let (flow, shape) = match self.doc.nodes[node.at()].shape {
            Shape::Scalar(..) => return,
            Shape::Map { flow, .. } => {
                let first = self.doc.entries.len();
                self.close_map(node, base);
                let len = small(self.doc.entries.len() - first);
                (flow, Shape::Map { flow, first: small(first), len })
            }
            Shape::Seq { flow, .. } => {
                let first = self.doc.items.len();
                self.doc.items.extend(&self.pending[base..]);
                let len = small(self.doc.items.len() - first);
                (flow, Shape::Seq { flow, first: small(first), len })
            }
        };
        self.pending.truncate(base);
        let node = &mut self.doc.nodes[node.at()];
        node.shape = shape;
        node.next = next;
        node.spot.end = if flow { spot.end } else { last_end.unwrap_or(spot.end) };
        self.last = node.spot.end;
    }

    /// Takes over the entries of a map that may stay; notes the others.
    fn close_map(&mut self, map: NodeId, base: usize) {
        let first = self.doc.entries.len();
        let mut long: HashMap<String, NodeId> = HashMap::new();
        for at in (base..self.pending.len().saturating_sub(1)).step_by(2) {
            let (key, value) = (self.pending[at], self.pending[at + 1]);
            if let Some(what) = self.refused_key(key) {
                // An alias is noted already.
                if what != What::Refused(Feature::Alias) {
                    self.note_at(what, map, key);
                }
                continue;
            }
            let name = self.doc.scalar(key);
            let before = &self.doc.entries[first..];
            // Comparing all with all is fastest for any card, and a trap for huge maps.
            let twin = if self.pending.len() - base <= 256 {
                before.iter().map(|(k, _)| *k).find(|k| self.doc.scalar(*k) == name)
            } else {
                let twin = long.get(name).copied();
                if twin.is_none() {
                    long.insert(name.to_owned(), key);
                }
                twin
            };
            if let Some(twin) = twin {
                let what = What::DuplicateKey(self.doc.place(twin));
                self.note_at(what, map, key);
            } else {
                self.doc.entries.push((key, value));
            }
        }
    }

    /// Why a key can't stay, if so.
    fn refused_key(&self, key: NodeId) -> Option<What> {
        let Node { shape, spot, .. } = &self.doc.nodes[key.at()];
        let Shape::Scalar(text, style) = shape else {
            return Some(What::Refused(Feature::KeyNotText));
        };
        if *style == Style::Plain && text == "<<" {
            return Some(What::Refused(Feature::MergeKey));
        }
        let alias = self.doc.text[spot.start as usize..spot.end as usize].starts_with('*');
        let feature = if alias { Feature::Alias } else { Feature::KeyNotText };
        self.doc.is_null(key).then_some(What::Refused(feature))
    }

    fn note_at(&mut self, what: What, node: NodeId, place: NodeId) {
        let place = self.doc.place(place);
        self.doc.notes.push(Note { what, node, place });
    }
}
