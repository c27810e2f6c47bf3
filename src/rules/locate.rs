//! From a path of keys to line and column.

use super::{Finding, Spot};
use crate::yaml::{Doc, Mark, Place, Step, around};
use std::ops::Range;

fn spot(mark: &Mark<'_>) -> Spot {
    Spot { line: mark.place.line, column: mark.place.column, text: mark.line.to_owned(), mark: mark.chars.clone() }
}

/// Gives a finding the place of its path. Of a key that is missing the mark is at the map
/// where it belongs, so a few words under the mark name it; a path of a rule holds only
/// keys that the program knows.
pub(super) fn locate(finding: &mut Finding, doc: &Doc<'_>) {
    let Some(path) = finding.at.as_ref().or(finding.key.as_ref()) else { return };
    finding.spot = Some(spot(&doc.mark(path)));
    if let (None, None, Some(Step::Key(key))) = (&finding.label, doc.find(path), path.steps().last()) {
        finding.label = Some(format!("hier ontbreekt `{key}`").into());
    }
}

/// The place of something that has no tree: only the bytes around it.
pub(super) fn spot_in_bytes(place: &Place, bytes: &[u8]) -> Spot {
    let shown = around(bytes, place.bytes.start);
    let from = place.bytes.start.clamp(shown.start, shown.end);
    let to = place.bytes.end.clamp(from, shown.end);
    let text = |range: Range<usize>| String::from_utf8_lossy(&bytes[range]);
    let start = text(shown.start..from).chars().count();
    let width = text(from..to).chars().count().max(1);
    Spot { line: place.line, column: place.column, text: text(shown).into_owned(), mark: start..start + width }
}
