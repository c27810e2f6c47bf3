//! What the scanner finds in a text, as pairs of kind and words.

#![allow(dead_code, reason = "each test file uses its own part")]

use vt::pseudo::{Certainty, Context, Hit, Kind, Known, scan};

/// Somebody of the family.
#[must_use]
pub fn known(first: &str, called: &str, prefix: &str, last: &str) -> Known {
    let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Known {
        voornaam: some(first),
        roepnaam: some(called),
        tussenvoegsel: some(prefix),
        achternaam: some(last),
        label: None,
        outside: false,
    }
}

/// The hits of a text in which this family is known.
#[must_use]
pub fn hits(text: &str, family: &[Known]) -> Vec<Hit> {
    scan(text, &Context { known: family, stays: &[] })
}

/// Kind and words of each hit; nobody is known.
#[must_use]
pub fn found(text: &str) -> Vec<(&'static str, &str)> {
    found_with(text, &[])
}

/// The same with a family.
#[must_use]
pub fn found_with<'t>(text: &'t str, family: &[Known]) -> Vec<(&'static str, &'t str)> {
    hits(text, family).into_iter().map(|hit| (hit.kind.word(), &text[hit.bytes])).collect()
}

/// The certainty with which these words are found as this kind.
#[must_use]
pub fn certainty(text: &str, kind: Kind, words: &str) -> Option<Certainty> {
    let hit = hits(text, &[]).into_iter().find(|hit| hit.kind == kind && &text[hit.bytes.clone()] == words)?;
    Some(hit.certainty)
}
