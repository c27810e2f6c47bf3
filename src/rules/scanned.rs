//! What the scanner found in a file, put together as a rule sees it: one entry for each field
//! or line, with its place. No words of the file are in it.

use super::Spot;
use super::locate::spot_in_bytes;
use crate::model::{is_role, is_sleutel, named_path};
use crate::pseudo::{Certainty, Hit, Kind, Unjudged};
use crate::yaml::{Doc, NodeId, Path, Place, Step};
use std::ops::Range;

/// Where in a file something stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Where {
    /// In a value of a card.
    Card,
    /// In a value of another file.
    Field,
    /// In a comment, or in a key that no file has.
    Beside,
    /// In a file that is no YAML.
    Text,
    /// In the name of the file, or of a folder above it.
    Name,
}

/// What may name a family in one field, or on one line outside the fields.
pub struct Named {
    /// Where it stands.
    pub at: Where,
    /// The field, as far as its keys are known.
    pub key: Option<Path>,
    /// The field as `blijft_staan` names it.
    pub entry: Option<Path>,
    /// What kinds, each once.
    pub kinds: Vec<Kind>,
    /// Whether something is sure.
    pub sure: bool,
    /// The place of the first.
    pub spot: Option<Spot>,
    /// The line on which the last ends.
    pub last_line: u32,
}

/// What the scanner found in one file.
pub struct ScanView<'a> {
    /// In order of place.
    pub found: &'a [Named],
}

/// What stands in a YAML file.
pub(super) fn in_doc(found: &[Unjudged], doc: &Doc<'_>, text: &str, is_card: bool) -> Vec<Named> {
    let lines = Lines::new(text);
    let field = |found: &Unjudged| (found.node, found.node.is_none().then(|| lines.place(&found.hit.bytes).line));
    found
        .chunk_by(|a, b| field(a) == field(b))
        .filter_map(|group| {
            let hits: Vec<&Hit> = group.iter().map(|found| &found.hit).collect();
            let (at, key, entry) = match group.first()?.node {
                Some(node) => {
                    let (key, entry) = paths(doc, node);
                    (if is_card { Where::Card } else { Where::Field }, Some(key), entry)
                }
                None => (Where::Beside, None, None),
            };
            let mut named = lines.named(at, &hits)?;
            (named.key, named.entry) = (key, entry);
            Some(named)
        })
        .collect()
}

/// What stands in another text, line by line.
pub(super) fn in_text(hits: &[Hit], text: &str) -> Vec<Named> {
    let lines = Lines::new(text);
    let line = |hit: &Hit| lines.place(&hit.bytes).line;
    hits.chunk_by(|a, b| line(a) == line(b))
        .filter_map(|group| lines.named(Where::Text, &group.iter().collect::<Vec<_>>()))
        .collect()
}

/// What the name of a file says.
pub(super) fn in_name(hits: &[Hit]) -> Option<Named> {
    let mut named = Lines::new("").named(Where::Name, &hits.iter().collect::<Vec<_>>())?;
    named.spot = None;
    Some(named)
}

/// The path of a value as far as its keys are the program's own, and the path that
/// `blijft_staan` takes, when that names nobody.
fn paths(doc: &Doc<'_>, node: NodeId) -> (Path, Option<Path>) {
    let (path, own) = (doc.path(node), known_path(doc, node));
    let entry = (own == path).then(|| {
        named_path(doc, node).steps().iter().zip(path.steps()).fold(Path::root(), |entry, (named, step)| match named {
            Step::Named(wie) if !is_role(wie) => put(entry, step),
            named => put(entry, named),
        })
    });
    (own, entry)
}

/// The path of a value as far as its keys are the program's own.
pub(super) fn known_path(doc: &Doc<'_>, node: NodeId) -> Path {
    let is_own = |step: &&Step| matches!(step, Step::Index(_)) || matches!(step, Step::Key(key) if is_sleutel(key));
    doc.path(node).steps().iter().take_while(is_own).fold(Path::root(), put)
}

fn put(path: Path, step: &Step) -> Path {
    match step {
        Step::Key(key) => path.key(key.clone()),
        Step::Index(index) => path.index(*index),
        Step::Named(name) => path.named(name.clone()),
    }
}

/// A text with its lines at hand.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let after = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(after).collect() }
    }

    fn place(&self, bytes: &Range<usize>) -> Place {
        let line = self.starts.partition_point(|start| *start <= bytes.start);
        let before = &self.text[self.starts[line.saturating_sub(1)]..bytes.start];
        let column = before.trim_start_matches('\u{feff}').chars().count() + 1;
        let small = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Place { bytes: bytes.clone(), line: small(line), column: small(column) }
    }

    fn named(&self, at: Where, hits: &[&Hit]) -> Option<Named> {
        let first = hits.first()?;
        let mut kinds: Vec<Kind> = hits.iter().map(|hit| hit.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        let end = hits.iter().map(|hit| hit.bytes.end).max().unwrap_or_default();
        let spot = (at != Where::Name).then(|| spot_in_bytes(&self.place(&first.bytes), self.text.as_bytes()));
        let last_line = if at == Where::Name { 0 } else { self.place(&(end..end)).line };
        let sure = hits.iter().any(|hit| hit.certainty == Certainty::Zeker);
        Some(Named { at, key: None, entry: None, kinds, sure, spot, last_line })
    }
}
