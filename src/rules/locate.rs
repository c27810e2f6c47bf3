//! From a path of keys to line and column.

use super::{Finding, Spot};
use crate::yaml::{Doc, Mark, Place, Step, line_text};

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
    let text = line_text(bytes, place.line).into_owned();
    let start = (place.column.saturating_sub(1) as usize).min(text.chars().count());
    let meant = bytes.get(place.bytes.clone()).map(String::from_utf8_lossy).unwrap_or_default();
    let width = meant.lines().next().unwrap_or_default().chars().count().max(1);
    Spot { line: place.line, column: place.column, text, mark: start..start + width }
}
