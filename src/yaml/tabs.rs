//! Tabs that indent. The parser lets some pass and counts each as one column; no editor
//! does, so a key would belong elsewhere than it seems.

use super::tree::{Doc, Kind, NodeId};

impl Doc<'_> {
    /// The first tab before a key or dash that is the first thing on its line, in bytes.
    pub(super) fn indenting_tab(&self) -> Option<usize> {
        // Hardly any file has a tab at all.
        if !self.text.contains('\t') {
            return None;
        }
        let mut todo = vec![self.root()];
        let mut found: Option<usize> = None;
        while let Some(node) = todo.pop() {
            match self.kind(node) {
                Kind::Map { flow: false, entries } => {
                    for (key, value) in entries {
                        found = found.into_iter().chain(self.tab_before(*key)).min();
                        todo.push(*value);
                    }
                }
                Kind::Seq { flow: false, items } => {
                    for item in items {
                        found = found.into_iter().chain(self.tab_before(*item)).min();
                        todo.push(*item);
                    }
                }
                _ => {}
            }
        }
        found
    }

    fn tab_before(&self, node: NodeId) -> Option<usize> {
        let before = &self.text[..self.nodes[node.at()].spot.start as usize];
        let start = before.rfind('\n').map_or(0, |newline| newline + 1);
        let line = &before[start..];
        let bare = line.trim_start_matches(['\u{feff}', ' ', '\t']);
        let first = bare.trim_start_matches(['-', '?', ' ', '\t']).is_empty();
        let tab = line[..line.len() - bare.len()].find('\t');
        tab.filter(|_| first).map(|tab| start + tab)
    }
}
