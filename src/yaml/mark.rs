//! Lines, and what an excerpt puts a mark under.

use super::bytes::{self, small};
use super::path::Path;
use super::problem::Place;
use super::tree::{Doc, Kind, NodeId, Style};
use std::fmt;
use std::ops::Range;

/// What an excerpt shows for a path: one line and the part of it that is meant.
#[derive(Clone, PartialEq, Eq)]
pub struct Mark<'a> {
    /// The place of the part that is meant.
    pub place: Place,
    /// The line, without its end; of a very long one the part around what is meant.
    pub line: &'a str,
    /// The part that is meant, in characters from the start of `line`.
    pub chars: Range<usize>,
}

/// Shows no text: it may be about a person.
impl fmt::Debug for Mark<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Mark({:?}, {:?})", self.place, self.chars)
    }
}

impl Doc<'_> {
    /// The number of lines; the last may lack its line break.
    #[must_use]
    pub fn line_count(&self) -> u32 {
        small(self.line_starts().len())
    }

    /// The text of a line (from 1) without its end and without a BOM; empty when there is
    /// no such line.
    #[must_use]
    pub fn line_text(&self, line: u32) -> &str {
        let starts = self.line_starts();
        let nth = (line as usize).wrapping_sub(1);
        let Some(start) = starts.get(nth) else {
            return "";
        };
        let end = starts.get(nth + 1).map_or(self.text.len(), |next| *next as usize);
        let text = &self.text[*start as usize..end];
        let text = text.strip_suffix('\n').unwrap_or(text);
        let text = text.strip_suffix('\r').unwrap_or(text);
        if nth == 0 { text.strip_prefix('\u{feff}').unwrap_or(text) } else { text }
    }

    /// Where to point for a path. A value on one line: that value. One that is empty or
    /// takes several lines: its key. A path that doesn't exist: the first key of the map in
    /// which it is missing, with its value when that map is an item of a list and both
    /// stand on one line.
    #[must_use]
    pub fn mark(&self, path: &Path) -> Mark<'_> {
        let n = self.nearest(path);
        let missing = self.find(path).is_none();
        self.mark_at(match self.kind(n) {
            Kind::Map { entries, .. } if missing && !entries.is_empty() => self.first_entry(n, entries),
            _ => self.own_place(n),
        })
    }

    /// The value itself when it stands on one line, else its key.
    fn own_place(&self, n: NodeId) -> Place {
        let place = self.place(n);
        let block = match self.kind(n) {
            Kind::Scalar(_, style) => matches!(style, Style::Literal | Style::Folded),
            Kind::Seq { flow, .. } | Kind::Map { flow, .. } => !flow,
        };
        if !block && !place.bytes.is_empty() && self.on_one_line(&place) {
            return place;
        }
        if let Some(key) = self.key_place(n) {
            return key;
        }
        match self.kind(n) {
            Kind::Map { entries, .. } if !entries.is_empty() => self.first_entry(n, entries),
            _ => place,
        }
    }

    fn first_entry(&self, map: NodeId, entries: &[(NodeId, NodeId)]) -> Place {
        let (key, value) = entries[0];
        let mut place = self.place(key);
        let value = self.place(value);
        let both = Place { bytes: place.bytes.start..value.bytes.end, ..place.clone() };
        let item = map != self.root() && self.key_of(map).is_none();
        if item && value.line == place.line && self.on_one_line(&both) {
            place = both;
        }
        place
    }

    fn on_one_line(&self, place: &Place) -> bool {
        place.bytes.start <= place.bytes.end && !self.text[place.bytes.clone()].contains('\n')
    }

    /// A place as a mark; of a place over several lines what stands on the first.
    fn mark_at(&self, place: Place) -> Mark<'_> {
        let shown = bytes::around(self.text.as_bytes(), place.bytes.start);
        let line = &self.text[shown.clone()];
        let from = place.bytes.start.clamp(shown.start, shown.end);
        let to = place.bytes.end.clamp(from, shown.end);
        let start = self.text[shown.start..from].chars().count();
        Mark { line, chars: start..start + self.text[from..to].chars().count(), place }
    }

    /// Most files are fine and nobody asks for their lines.
    fn line_starts(&self) -> &[u32] {
        self.lines.get_or_init(|| {
            let breaks = self.text.bytes().enumerate().filter(|(_, b)| *b == b'\n');
            let after = breaks.map(|(at, _)| small(at + 1));
            let mut starts: Vec<u32> = std::iter::once(0).chain(after).collect();
            if starts.len() > 1 && starts.last() == Some(&small(self.text.len())) {
                starts.pop();
            }
            starts
        })
    }
}
