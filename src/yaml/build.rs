//! From parser events to a tree. With `cause.rs` the only file that knows the parser.
//!
//! What still leaves a tree (double keys, anchors, aliases, tags, merge keys, directives) is
//! noted and passed over; what leaves none ends the parse.

use super::bytes::{self, small};
use super::cause;
use super::problem::{Feature, Problem, What};
use super::tree::{Doc, MAX_DEPTH, Node, NodeId, Note, Shape, Spot, Style};
use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};
use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::OnceLock;

/// The tree of a file. A file that is empty or holds only comments has an empty root.
///
/// # Errors
/// When there is no tree at all: no YAML, not UTF-8, too big or deep, a second document.
pub fn parse(bytes: &[u8]) -> Result<Doc<'_>, Problem> {
    let text = bytes::check(bytes)?;
    let options = granit_parser::options! {
        emit_unresolved_aliases: true,
        emit_anchor_events: true,
        emit_comments: false,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut builder = Builder::new(text);
    while let Some(next) = parser.next_event() {
        match next {
            Ok((event, span)) => builder.take(event, &span)?,
            Err(error) => return Err(builder.broken(&error)),
        }
    }
    Ok(builder.finish())
}

/// A list or map that isn't closed yet.
struct Open {
    node: NodeId,
    /// Where its children begin in `Builder::pending`.
    base: usize,
}

struct Builder<'s> {
    doc: Doc<'s>,
    open: Vec<Open>,
    /// Children of all open lists and maps, innermost last.
    pending: Vec<NodeId>,
    /// The end of the last node, in bytes.
    last: u32,
    documents: usize,
}

impl<'s> Builder<'s> {
    fn new(text: &'s str) -> Self {
        let doc = Doc {
            text,
            // Of a filled card one node in some twenty bytes.
            nodes: Vec::with_capacity(text.len() / 16 + 4),
            items: Vec::new(),
            entries: Vec::with_capacity(text.len() / 40 + 4),
            notes: Vec::new(),
            lines: OnceLock::new(),
        };
        Self { doc, open: Vec::new(), pending: Vec::new(), last: 0, documents: 0 }
    }

    fn take(&mut self, event: Event<'s>, span: &Span) -> Result<(), Problem> {
        let spot = spot(span);
        match event {
            Event::Scalar(text, style, _, tag) => {
                self.scalar(text, style, spot);
                if tag.is_some() {
                    self.note_tag(span);
                }
            }
            Event::SequenceStart(style, _, tag) => {
                let flow = style == StructureStyle::Flow;
                self.start(Shape::Seq { flow, first: 0, len: 0 }, spot)?;
                if tag.is_some() {
                    self.note_tag(span);
                }
            }
            Event::MappingStart(style, _, tag) => {
                let flow = style == StructureStyle::Flow;
                self.start(Shape::Map { flow, first: 0, len: 0 }, spot)?;
                if tag.is_some() {
                    self.note_tag(span);
                }
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(spot),
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.push(Shape::Scalar(Cow::Borrowed(""), Style::Plain), spot);
                self.note(What::Refused(Feature::Alias), spot);
            }
            Event::Anchor(..) => self.note(What::Refused(Feature::Anchor), spot),
            Event::DocumentStart(explicit, _) => return self.document(explicit, spot),
            _ => {}
        }
        Ok(())
    }

    fn document(&mut self, explicit: bool, spot: Spot) -> Result<(), Problem> {
        self.documents += 1;
        if self.documents > 1 {
            let what = What::Refused(Feature::SecondDocument);
            return Err(bytes::problem(what, spot.place()));
        }
        if explicit {
            // The parser has no event for most directives.
            let head = &self.doc.text[..spot.start as usize];
            for place in cause::directives(head) {
                let what = What::Refused(Feature::Directive);
                self.doc.notes.push(Note { what, node: NodeId(0), place });
            }
        }
        Ok(())
    }

    fn scalar(&mut self, text: Cow<'s, str>, style: ScalarStyle, mut spot: Spot) {
        let (text, style) = match style {
            // The parser gives "~" for an empty value; only the empty span tells.
            ScalarStyle::Plain if spot.start == spot.end => (Cow::Borrowed(""), Style::Plain),
            ScalarStyle::Plain => (text, Style::Plain),
            ScalarStyle::SingleQuoted => (text, Style::Single),
            ScalarStyle::DoubleQuoted => (text, Style::Double),
            ScalarStyle::Literal => (text, Style::Literal),
            ScalarStyle::Folded => (text, Style::Folded),
        };
        if matches!(style, Style::Literal | Style::Folded) {
            let source = &self.doc.text[spot.start as usize..spot.end as usize];
            let written = source.trim_end();
            spot.end = spot.start + small(written.len());
        }
        self.push(Shape::Scalar(text, style), spot);
    }

    fn start(&mut self, shape: Shape<'s>, spot: Spot) -> Result<(), Problem> {
        if self.open.len() == MAX_DEPTH {
            return Err(bytes::problem(What::TooDeep, spot.place()));
        }
        let node = self.push(shape, spot);
        self.open.push(Open { node, base: self.pending.len() });
        Ok(())
    }

    fn push(&mut self, shape: Shape<'s>, spot: Spot) -> NodeId {
        let node = NodeId(small(self.doc.nodes.len()));
        self.doc.nodes.push(Node { shape, spot, next: node.0 + 1 });
        self.pending.push(node);
        self.last = spot.end;
        node
    }

    fn end(&mut self, spot: Spot) {
        let Some(Open { node, base }) = self.open.pop() else {
            return;
        };
        let next = small(self.doc.nodes.len());
        // A block runs on to the next token: its last child's end is meant.
        let last_end = self.pending[base..].last().map(|n| self.doc.nodes[n.at()].spot.end);
        let (items, entries) = (self.doc.items.len(), self.doc.entries.len());
        let flow = match self.doc.nodes[node.at()].shape {
            Shape::Map { flow, .. } => {
                self.close_map(node, base);
                let len = small(self.doc.entries.len() - entries);
                self.doc.nodes[node.at()].shape = Shape::Map { flow, first: small(entries), len };
                flow
            }
            Shape::Seq { flow, .. } => {
                self.doc.items.extend(&self.pending[base..]);
                let len = small(self.doc.items.len() - items);
                self.doc.nodes[node.at()].shape = Shape::Seq { flow, first: small(items), len };
                flow
            }
            Shape::Scalar(..) => false,
        };
        self.pending.truncate(base);
        let node = &mut self.doc.nodes[node.at()];
        node.next = next;
        node.spot.end = if flow { spot.end } else { last_end.unwrap_or(spot.end) };
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

    fn note(&mut self, what: What, spot: Spot) {
        let node = NodeId(small(self.doc.nodes.len().saturating_sub(1)));
        self.doc.notes.push(Note { what, node, place: spot.place() });
    }

    fn note_at(&mut self, what: What, node: NodeId, place: NodeId) {
        let place = self.doc.place(place);
        self.doc.notes.push(Note { what, node, place });
    }

    fn note_tag(&mut self, span: &Span) {
        let tag = span.tag_span().unwrap_or(*span);
        self.note(What::Refused(Feature::Tag), spot(&tag));
    }

    fn broken(&self, error: &granit_parser::ScanError) -> Problem {
        let flow = self.open.iter().rev().map(|open| &self.doc.nodes[open.node.at()]);
        let bracket = flow
            .take_while(|node| matches!(node.shape, Shape::Seq { flow: true, .. } | Shape::Map { flow: true, .. }))
            .find(|node| self.doc.text[node.spot.start as usize..].starts_with(['[', '{']))
            .map(|node| node.spot.start as usize);
        cause::problem(self.doc.text, error, self.last as usize, bracket)
    }

    fn finish(mut self) -> Doc<'s> {
        if self.doc.nodes.is_empty() {
            let at = if self.doc.text.starts_with('\u{feff}') { 3 } else { 0 };
            let spot = Spot { start: at, end: at, line: 1, column: 1 };
            self.push(Shape::Scalar(Cow::Borrowed(""), Style::Plain), spot);
        }
        self.doc
    }
}

/// The parser counts lines from 1 and columns from 0, in characters.
fn spot(span: &Span) -> Spot {
    let start = span.start.byte_offset().unwrap_or(0);
    let end = span.end.byte_offset().unwrap_or(start).max(start);
    let (line, column) = (small(span.start.line()), small(span.start.col() + 1));
    Spot { start: small(start), end: small(end), line, column }
}
