//! From parser events to a tree. With `cause.rs` the only file that knows the parser.
//!
//! What still leaves a tree (double keys, anchors, aliases, tags, merge keys, directives) is
//! noted and passed over; what leaves none ends the parse.

use super::bytes::{self, small};
use super::cause::{self, Scene};
use super::problem::{Cause, Feature, Problem, What};
use super::tree::{Doc, MAX_DEPTH, Node, NodeId, Note, Shape, Spot, Style};
use granit_parser::{Event, Parser, ScalarStyle, Span, StructureStyle};
use std::borrow::Cow;
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
    let doc = builder.finish();
    match doc.indenting_tab() {
        None => Ok(doc),
        Some(tab) => {
            let place = bytes::place(bytes, tab..tab + 1);
            Err(bytes::problem(What::Syntax(Cause::Tab), place))
        }
    }
}

/// The comments of a text, in order. `None` when it can't be read.
pub(super) fn comments(text: &str) -> Option<Vec<Cow<'_, str>>> {
    let options = granit_parser::options! {
        emit_comments: true,
        // A file may begin with as many lines of comment as it likes.
        max_buffered_comment_events: usize::MAX,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut parser = Parser::new_from_str_with_options(text, options);
    let mut found = Vec::new();
    while let Some(next) = parser.next_event() {
        if let (Event::Comment(comment, _), _) = next.ok()? {
            found.push(comment);
        }
    }
    Some(found)
}

/// A list or map that isn't closed yet.
pub(super) struct Open {
    pub node: NodeId,
    /// Where its children begin in `Builder::pending`.
    pub base: usize,
}

pub(super) struct Builder<'s> {
    pub doc: Doc<'s>,
    pub open: Vec<Open>,
    /// Children of all open lists and maps, innermost last.
    pub pending: Vec<NodeId>,
    /// The end of the last node, in bytes.
    pub last: u32,
    documents: usize,
}

impl<'s> Builder<'s> {
    fn new(text: &'s str) -> Self {
        let doc = Doc {
            text,
            // Of a filled card one node in some twenty bytes.
            nodes: Vec::with_capacity(text.len() / 8 + 4),
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
            if written.is_empty() {
                self.at_header(&mut spot);
            } else {
                spot.end = spot.start + small(written.len());
            }
        }
        self.push(Shape::Scalar(text, style), spot);
    }

    /// The parser puts an empty text in block style at the next thing, maybe lines away: it
    /// belongs at its `|` or `>`.
    #[cold]
    fn at_header(&self, spot: &mut Spot) {
        let (text, last) = (self.doc.text, self.last as usize);
        let between = &text[last.min(spot.start as usize)..spot.start as usize];
        if let Some(at) = between.find(['|', '>']) {
            let breaks = between[at..].bytes().filter(|b| *b == b'\n').count();
            let start = last + at;
            let on_line = text[..start].rsplit('\n').next().unwrap_or_default();
            let column = on_line.trim_start_matches('\u{feff}').chars().count() + 1;
            spot.line -= small(breaks);
            (spot.start, spot.end, spot.column) = (small(start), small(start + 1), small(column));
        }
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

    fn note(&mut self, what: What, spot: Spot) {
        let node = NodeId(small(self.doc.nodes.len().saturating_sub(1)));
        self.doc.notes.push(Note { what, node, place: spot.place() });
    }

    fn note_tag(&mut self, span: &Span) {
        let tag = span.tag_span().unwrap_or(*span);
        self.note(What::Refused(Feature::Tag), spot(&tag));
    }

    fn broken(&self, error: &granit_parser::ScanError) -> Problem {
        let line = small(error.marker().line());
        // What was refused before is why the rest of its line can't be read.
        if let Some(note) = self.doc.notes.last().filter(|note| note.place.line == line)
            && matches!(note.what, What::Refused(Feature::Alias | Feature::Anchor | Feature::Tag))
        {
            return bytes::problem(note.what.clone(), note.place.clone());
        }
        let flow = self.open.iter().rev().map(|open| &self.doc.nodes[open.node.at()]);
        let bracket = flow
            .take_while(|node| matches!(node.shape, Shape::Seq { flow: true, .. } | Shape::Map { flow: true, .. }))
            .find(|node| self.doc.text[node.spot.start as usize..].starts_with(['[', '{']))
            .map(|node| node.spot.start as usize);
        let text = self.doc.text;
        let at = text.floor_char_boundary(error.marker().byte_offset().unwrap_or(0));
        let last = at.min(self.last as usize);
        let room = MAX_DEPTH - self.open.len();
        Scene { text, at, last, bracket, room }.problem(error)
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
