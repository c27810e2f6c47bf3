//! From a path of keys to line and column.

use super::{Finding, Spot};
use crate::yaml::{Doc, Mark, Place, line_text};

fn spot(mark: &Mark<'_>) -> Spot {
    Spot { line: mark.place.line, column: mark.place.column, text: mark.line.to_owned(), mark: mark.chars.clone() }
}

/// Gives a finding the place of its path.
pub(super) fn locate(finding: &mut Finding, doc: &Doc<'_>) {
    if let Some(path) = finding.at.as_ref().or(finding.key.as_ref()) {
        finding.spot = Some(spot(&doc.mark(path)));
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
