//! How a file is laid out: where lines and values really end, and what the lines around a
//! place look like.

use super::path::{Path, Step};
use super::tree::{Doc, Kind, NodeId, Style};
use super::value::Look;

/// What a value stands behind.
#[derive(Clone, Copy)]
pub(super) enum Holder {
    /// The file itself.
    File,
    /// A colon that ends here; its key stands in this column, from 0.
    Key(usize, usize),
    /// A dash that ends here and stands in this column, from 0.
    Dash(usize, usize),
    /// Something between brackets; a colon that ends here, if the value has one.
    Brackets(Option<usize>),
}

impl Doc<'_> {
    /// The end of the line in which `at` stands, without its line end.
    pub(super) fn line_end(&self, at: usize) -> usize {
        let rest = &self.text[at..];
        let line = rest.split('\n').next().unwrap_or_default();
        at + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// The start of the line in which `at` stands.
    pub(super) fn line_start(&self, at: usize) -> usize {
        self.text[..at].rfind('\n').map_or(0, |newline| newline + 1)
    }

    /// The last value of a block, or of a block in it; anything else is itself.
    fn last(&self, n: NodeId) -> NodeId {
        match self.kind(n) {
            Kind::Seq { flow: false, items: [.., item] } => self.last(*item),
            Kind::Map { flow: false, entries: [.., (_, value)] } => self.last(*value),
            _ => n,
        }
    }

    /// The end of a value. An empty one stands before its colon: that belongs to it.
    pub(super) fn value_end(&self, n: NodeId) -> usize {
        let place = self.place(self.last(n)).bytes;
        let rest = self.text[place.end..].trim_start_matches([' ', '\t']);
        let colon = place.is_empty() && rest.starts_with(':');
        if colon { self.text.len() - rest.len() + 1 } else { place.end }
    }

    /// The end of the last line of a value: behind it, lines can be added. Blank lines that
    /// belong to a text come before it.
    pub(super) fn lines_end(&self, n: NodeId) -> usize {
        let last = self.last(n);
        let mut end = self.line_end(self.value_end(n));
        if let Kind::Scalar(text, Style::Literal | Style::Folded) = self.kind(last) {
            let said = text.trim_end_matches([' ', '\t', '\n']);
            let breaks = text[said.len()..].matches('\n').count();
            let blank = match (said.is_empty(), text.ends_with('\n')) {
                (true, false) => breaks + usize::from(!text.is_empty()),
                (true, true) | (false, false) => breaks,
                (false, true) => breaks - 1,
            };
            for _ in 0..blank {
                let Some(newline) = self.text[end..].find('\n') else { break };
                if end + newline + 1 < self.text.len() {
                    end = self.line_end(end + newline + 1);
                }
            }
        }
        end
    }

    /// The column of a node from 0.
    pub(super) fn column(&self, n: NodeId) -> usize {
        self.place(n).column as usize - 1
    }

    /// What the value at the end of a path stands behind. `None` when it is written in a
    /// way that no edit follows: a key behind `?`, say.
    pub(super) fn holder(&self, path: &Path) -> Option<Holder> {
        let (mut at, mut flow, mut found) = (self.root(), false, Holder::File);
        for step in path.steps() {
            match (self.kind(at), step) {
                (Kind::Map { flow: braces, entries }, Step::Key(name)) => {
                    flow |= braces;
                    let (key, value) = *entries.iter().find(|(key, _)| self.scalar(*key) == name)?;
                    let colon = self.behind_colon(key);
                    found = match colon {
                        _ if flow => Holder::Brackets(colon),
                        Some(colon) => Holder::Key(colon, self.column(key)),
                        None => return None,
                    };
                    at = value;
                }
                (Kind::Seq { flow: brackets, items }, Step::Index(index)) => {
                    flow |= brackets;
                    let item = *items.get(*index)?;
                    found = if flow { Holder::Brackets(None) } else { self.dash(at, items, *index)? };
                    at = item;
                }
                _ => return None,
            }
        }
        Some(found)
    }

    fn behind_colon(&self, key: NodeId) -> Option<usize> {
        let end = self.place(key).bytes.end;
        let rest = self.text[end..].trim_start_matches([' ', '\t']);
        rest.starts_with(':').then(|| self.text.len() - rest.len() + 1)
    }

    /// The dash of an item: the first in the list's column behind the item before it.
    fn dash(&self, list: NodeId, items: &[NodeId], index: usize) -> Option<Holder> {
        let column = self.column(list);
        let mut at = self.place(list).bytes.start;
        if let Some(before) = index.checked_sub(1) {
            let lead = " ".repeat(column) + "-";
            let mut line = self.lines_end(items[before]);
            loop {
                line += self.text[line..].find('\n')? + 1;
                if self.text[line..].starts_with(&lead) {
                    break;
                }
            }
            at = line + column;
        }
        self.text[at..].starts_with('-').then_some(Holder::Dash(at + 1, column))
    }

    /// The look of the lines around the end of a line: of the last list and map before it,
    /// else of the first behind it.
    pub(super) fn look(&self, near: usize) -> Look {
        let mut seen = Seen { near, step: None, list: None, braces: None };
        self.look_at(self.root(), None, &mut seen);
        let own = Look::OWN;
        let step = seen.step.unwrap_or(own.step);
        let (offset, gap) = seen.list.unwrap_or((step, own.gap));
        Look {
            eol: self.eol(near),
            step,
            offset,
            gap,
            braces: seen.braces.unwrap_or(own.braces),
            literal: near < self.text.len(),
        }
    }

    /// The line end behind `near`, else the one before it.
    fn eol(&self, near: usize) -> &'static str {
        let end = self.line_end(near);
        let crlf = match &self.text.as_bytes()[end..] {
            [] => self.text[..end].rfind('\n').is_some_and(|at| self.text[..at].ends_with('\r')),
            rest => rest[0] == b'\r',
        };
        if crlf { "\r\n" } else { "\n" }
    }

    fn look_at(&self, n: NodeId, key: Option<usize>, seen: &mut Seen) {
        let start = self.place(n).bytes.start;
        match self.kind(n) {
            Kind::Scalar(..) => {}
            Kind::Seq { flow, items } => {
                if let ([item, ..], false) = (items, flow) {
                    let column = self.column(n);
                    let gap = self.gap(n, *item);
                    if let Some(offset) = key.and_then(|key| column.checked_sub(key)) {
                        seen.keep(start, |seen| &mut seen.list, (offset, gap.unwrap_or(1)));
                    }
                    if let Kind::Map { flow, .. } = self.kind(*item) {
                        seen.keep(start, |seen| &mut seen.braces, flow);
                    }
                }
                for item in items {
                    self.look_at(*item, None, seen);
                }
            }
            Kind::Map { flow, entries } => {
                let column = entries.first().map(|(key, _)| self.column(*key));
                if let Some(step) = column.zip(key).and_then(|(own, above)| own.checked_sub(above))
                    && !flow
                    && step > 0
                {
                    seen.keep(start, |seen| &mut seen.step, step);
                }
                for (key, value) in entries {
                    let column = self.column(*key);
                    self.look_at(*value, Some(column).filter(|_| !flow), seen);
                }
            }
        }
    }

    /// The spaces between the first dash of a list and its item, when both are on one line.
    pub(super) fn gap(&self, list: NodeId, item: NodeId) -> Option<usize> {
        let (dash, item) = (self.place(list).bytes.start, self.place(item).bytes);
        let between = self.text.get(dash + 1..item.start).filter(|_| !item.is_empty())?;
        between.bytes().all(|b| b == b' ').then_some(between.len()).filter(|gap| *gap > 0)
    }
}

/// What was seen of the look so far.
struct Seen {
    near: usize,
    step: Option<usize>,
    list: Option<(usize, usize)>,
    braces: Option<bool>,
}

impl Seen {
    fn keep<T>(&mut self, start: usize, slot: impl Fn(&mut Self) -> &mut Option<T>, value: T) {
        let before = start <= self.near;
        let slot = slot(self);
        if before || slot.is_none() {
            *slot = Some(value);
        }
    }
}
