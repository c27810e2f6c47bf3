//! Edits on a file that a person wrote: one stretch of bytes is replaced, all others stay.
//!
//! Each edit is read back at once. One that would change anything else, or lose a comment,
//! is refused and leaves the text as it was.

use super::build::parse;
use super::guard::{Asked, agrees};
use super::layout::Holder;
use super::path::Path;
use super::tree::{Doc, Kind, NodeId, Style};
use super::value::Value;
use std::fmt;
use std::ops::Range;

/// Why an edit was not made. It holds nothing of the file and nothing of the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The file can't be read without problems.
    Broken,
    /// Nothing stands at that path.
    Absent,
    /// The map has that key already.
    Exists,
    /// The value there is of another kind: no map, or no list.
    Kind,
    /// The place is written in a way that no edit follows.
    Layout,
    /// The edit would change something else, or lose a comment.
    Guard,
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Broken => "In dit bestand zit eerst nog iets anders fout. Laat het nakijken met vt check.",
            Self::Absent => "De plek die aangevuld moet worden, staat niet in het bestand.",
            Self::Exists => "Deze sleutel staat al in het bestand.",
            Self::Kind => "Op de plek die aangevuld moet worden, staat een ander soort waarde.",
            Self::Layout => "De plek is zo opgeschreven dat vt er niets veilig kan veranderen.",
            Self::Guard => "Met deze wijziging zou er ook iets anders veranderen, of verdwijnt er een opmerking.",
        })
    }
}

impl std::error::Error for Refused {}

/// A file that is being changed; see [`Doc::edit`].
pub struct Edit {
    text: String,
}

/// Shows no text: it may be about a person.
impl fmt::Debug for Edit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Edit({} bytes)", self.text.len())
    }
}

impl Doc<'_> {
    /// Begins to change a copy of the file's text.
    #[must_use]
    pub fn edit(&self) -> Edit {
        Edit { text: self.text.to_owned() }
    }
}

/// What takes the place of a stretch of the text.
struct Splice {
    range: Range<usize>,
    text: String,
}

impl Edit {
    /// Replaces the value that stands there, also an empty one.
    ///
    /// # Errors
    /// [`Refused`], with the text as it was.
    pub fn set(&mut self, path: &Path, value: &Value) -> Result<(), Refused> {
        self.change(path, Asked::Set(value), |doc, n| replace(doc, path, n, value))
    }

    /// Puts a new key at the end of a map, also of an empty one or where nothing stands yet.
    ///
    /// # Errors
    /// [`Refused`], with the text as it was.
    pub fn insert(&mut self, map: &Path, key: &str, value: &Value) -> Result<(), Refused> {
        self.change(map, Asked::Insert(key, value), |doc, n| match doc.kind(n) {
            Kind::Map { entries, .. } if entries.iter().any(|(known, _)| doc.scalar(*known) == key) => {
                Err(Refused::Exists)
            }
            Kind::Map { flow: false, entries: [(first, _), ..] } => {
                let end = doc.lines_end(n);
                let look = doc.look(end);
                let entry = value.entry(key, doc.column(*first), look);
                Ok(Splice { range: end..end, text: format!("{}{entry}", look.eol) })
            }
            Kind::Map { entries, .. } if !entries.is_empty() || is_shut(doc, map)? => {
                let nodes: Vec<NodeId> = entries.iter().map(|(key, _)| *key).collect();
                let last = entries.last().map(|(_, value)| *value);
                Ok(inside(doc, n, &nodes, last, &value.pair(key)))
            }
            Kind::Scalar(..) if map.is_root() && doc.is_null(n) => first_entry(doc, key, value),
            Kind::Seq { .. } => Err(Refused::Kind),
            Kind::Scalar(..) if !doc.is_null(n) => Err(Refused::Kind),
            _ => replace(doc, map, n, &Value::Map(vec![(key.to_owned(), value.clone())])),
        })
    }

    /// Puts a new item at the end of a list; `[]`, `geen` and nothing are empty lists.
    ///
    /// # Errors
    /// [`Refused`], with the text as it was.
    pub fn append(&mut self, list: &Path, value: &Value) -> Result<(), Refused> {
        self.change(list, Asked::Append(value), |doc, n| match doc.kind(n) {
            Kind::Seq { flow: false, items: items @ [first, ..] } => {
                let end = doc.lines_end(n);
                let mut look = doc.look(end);
                look.gap = doc.gap(n, *first).unwrap_or(look.gap);
                if let Some(Kind::Map { flow, .. }) = items.last().map(|item| doc.kind(*item)) {
                    look.braces = flow;
                }
                let item = value.item(doc.column(n), look);
                Ok(Splice { range: end..end, text: format!("{}{item}", look.eol) })
            }
            Kind::Seq { items, .. } if !items.is_empty() || is_shut(doc, list)? => {
                Ok(inside(doc, n, items, items.last().copied(), &value.inline()))
            }
            Kind::Scalar(text, _) if text != "geen" && !doc.is_null(n) => Err(Refused::Kind),
            Kind::Map { .. } => Err(Refused::Kind),
            _ => replace(doc, list, n, &Value::List(vec![value.clone()])),
        })
    }

    /// The text with all edits.
    #[must_use]
    pub fn finish(self) -> String {
        self.text
    }

    fn change(
        &mut self,
        path: &Path,
        asked: Asked<'_>,
        splice: impl FnOnce(&Doc<'_>, NodeId) -> Result<Splice, Refused>,
    ) -> Result<(), Refused> {
        let before = parse(self.text.as_bytes()).map_err(|_| Refused::Broken)?;
        if !before.notes.is_empty() {
            return Err(Refused::Broken);
        }
        let target = before.find(path).ok_or(Refused::Absent)?;
        let Splice { range, text } = splice(&before, target)?;
        let mut changed = self.text.clone();
        changed.replace_range(range, &text);
        let after = parse(changed.as_bytes()).map_err(|_| Refused::Guard)?;
        if !agrees(&before, &after, target, asked) {
            return Err(Refused::Guard);
        }
        drop((before, after));
        self.text = changed;
        Ok(())
    }
}

/// Whether a value has to stay on one line: it stands between brackets, or is the whole file.
fn is_shut(doc: &Doc<'_>, path: &Path) -> Result<bool, Refused> {
    let holder = doc.holder(path).ok_or(Refused::Layout)?;
    Ok(matches!(holder, Holder::File | Holder::Brackets(_)))
}

/// Something more at the end of a list or map between brackets: on a line of its own when
/// the last thing there has one.
fn inside(doc: &Doc<'_>, n: NodeId, firsts: &[NodeId], last: Option<NodeId>, new: &str) -> Splice {
    let Some((first, last)) = firsts.last().zip(last) else {
        let at = doc.place(n).bytes.start + 1;
        return Splice { range: at..at, text: new.to_owned() };
    };
    let start = doc.place(*first).bytes.start;
    let end = doc.value_end(last);
    let line = doc.line_start(start);
    let lead = &doc.text[line..start];
    let own_line = line > doc.place(n).bytes.start && lead.trim().is_empty();
    let between = if own_line { format!("{}{lead}", doc.look(end).eol) } else { " ".to_owned() };
    let rest = doc.text[end..].trim_start_matches([' ', '\t', '\r', '\n']);
    if rest.starts_with(',') {
        let at = doc.text.len() - rest.len() + 1;
        let comma = if own_line { "," } else { "" };
        return Splice { range: at..at, text: format!("{between}{new}{comma}") };
    }
    // Not every reader sees an empty value between a colon and a comma.
    let colon = doc.text[..end].ends_with(':');
    let space = colon && doc.text[end..].starts_with(' ');
    let end = end + usize::from(space);
    let room = if colon && !space { " " } else { "" };
    Splice { range: end..end, text: format!("{room},{between}{new}") }
}

/// The first key of a file that says nothing yet.
fn first_entry(doc: &Doc<'_>, key: &str, value: &Value) -> Result<Splice, Refused> {
    let place = doc.place(doc.root()).bytes;
    if !place.is_empty() {
        return Err(Refused::Layout);
    }
    let end = doc.text.len();
    let mut look = doc.look(end);
    let bare = doc.text.strip_prefix('\u{feff}').unwrap_or(doc.text);
    let closed = bare.is_empty() || bare.ends_with('\n');
    look.literal = closed;
    let text = value.entry(key, 0, look);
    let text = if closed { text + look.eol } else { look.eol.to_owned() + &text };
    Ok(Splice { range: end..end, text })
}

/// A value in the place of another.
fn replace(doc: &Doc<'_>, path: &Path, n: NodeId, value: &Value) -> Result<Splice, Refused> {
    let place = doc.place(n).bytes;
    let is_empty = place.is_empty();
    let (behind, column, is_key) = match doc.holder(path).ok_or(Refused::Layout)? {
        Holder::File => return Err(Refused::Layout),
        Holder::Brackets(_) if !is_empty => return Ok(Splice { range: place, text: value.inline() }),
        Holder::Brackets(Some(at)) => return Ok(Splice { range: at..at, text: format!(" {}", value.inline()) }),
        Holder::Brackets(None) => {
            return Ok(Splice { range: place, text: format!(": {}", value.inline()) });
        }
        Holder::Key(behind, column) => (behind, column, true),
        Holder::Dash(behind, column) => (behind, column, false),
    };
    let literal = matches!(doc.kind(n), Kind::Scalar(_, Style::Literal | Style::Folded));
    let (start, mut end) = if is_empty { (behind, behind) } else { (place.start, doc.value_end(n)) };
    let look = doc.look(doc.line_end(end));
    let short = match doc.kind(n) {
        Kind::Seq { flow: true, items: [_, ..] } | Kind::Map { flow: true, entries: [_, ..] } => {
            value.is_short(look) || (!value.has_lines(look) && !matches!(value, Value::Text(_)))
        }
        Kind::Scalar(..) => value.is_short(look) && !literal,
        Kind::Seq { flow, .. } | Kind::Map { flow, .. } => value.is_short(look) && flow,
    };
    if short && !is_empty {
        return Ok(Splice { range: place, text: value.inline() });
    }
    let new = if is_key { value.under_key(column, look) } else { value.behind_dash(column, look) };
    let lines = new.find(look.eol).unwrap_or(new.len());
    let (first, rest) = new.split_at(lines);
    // What stood between the colon and the value, and behind it: comments stay.
    let mut gap = doc.text[behind..start].trim_end();
    if literal {
        let header = doc.text.len() - doc.text[behind..].trim_start().len();
        let header_end = doc.line_end(header);
        gap = behind_header(&doc.text[header..header_end]).ok_or(Refused::Layout)?;
        end = end.max(header_end);
    }
    let line_end = doc.line_end(end);
    let tail = &doc.text[end..line_end];
    let tail = if tail.trim().is_empty() { "" } else { tail };
    Ok(Splice { range: behind..line_end, text: format!("{first}{gap}{tail}{rest}") })
}

/// What stands behind `|` or `>` and its signs: a comment, or nothing.
fn behind_header(line: &str) -> Option<&str> {
    let header = line.strip_prefix(['|', '>'])?;
    Some(header.trim_start_matches(|c: char| c == '-' || c == '+' || c.is_ascii_digit()).trim_end())
}
