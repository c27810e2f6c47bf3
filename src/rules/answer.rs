//! Findings that people answered for in `verantwoording`.

use super::Finding;
use crate::model::{Lijst, Verantwoording};
use crate::store::Content;
use crate::yaml::{Doc, Kind, Path, Step};

/// One entry of `verantwoording`, its path made exact while the text was at hand.
pub struct Answer {
    /// The rule it answers.
    pub rule: String,
    /// The path as it was written; none: every finding of that rule in this file.
    written: Option<String>,
    /// The same path with places in lists.
    path: Option<Path>,
    /// The reason.
    pub reason: String,
    /// Its place in `verantwoording`, from 0.
    pub index: usize,
}

/// Rules that nobody can answer for: form, what may not cross, and acute danger.
#[must_use]
pub(super) fn is_answerable(rule: &str) -> bool {
    !matches!(rule, "INB06" | "INB07" | "MEL03" | "PSE01" | "PSE02" | "PSE04")
        && !["YAML", "VER", "MAP"].iter().any(|family| rule.starts_with(family))
}

/// What a decision `agenderen` with a reason answers: all but form, pseudonyms and acute danger.
#[must_use]
pub(super) fn chair_may_pass(rule: &str) -> bool {
    rule != "MEL03" && !["YAML", "VER", "MAP", "PSE"].iter().any(|family| rule.starts_with(family))
}

/// The answers of a file. An entry without a reason answers nothing.
#[must_use]
pub fn answers(content: &Content, doc: &Doc<'_>) -> Vec<Answer> {
    let entries = verantwoording(content).iter();
    let complete = entries.filter_map(|(index, entry)| {
        let rule = entry.regel.as_deref()?.trim().to_ascii_uppercase();
        let reason = entry.reden.clone().filter(|reason| !reason.trim().is_empty())?;
        let written = entry.sleutel.clone().filter(|key| !key.trim().is_empty());
        let path = written.as_deref().and_then(|key| key.parse().ok()).map(|path| exact(doc, &path));
        Some(Answer { rule, written, path, reason, index })
    });
    complete.collect()
}

impl Answer {
    /// Whether it is about this finding: the same rule, and its path (or one above it) if it names one.
    #[must_use]
    pub fn covers(&self, finding: &Finding) -> bool {
        if self.rule != finding.rule.id || !is_answerable(&self.rule) {
            return false;
        }
        let Some(written) = &self.written else { return true };
        if finding.alias.as_ref() == Some(written) {
            return true;
        }
        let (Some(path), Some(key)) = (&self.path, &finding.key) else { return false };
        key.steps().starts_with(path.steps())
    }
}

/// The path with each list item by its place from 0, where it was written by its `nr` or
/// `wie`. A number is an `nr` when the items of that list carry one.
fn exact(doc: &Doc<'_>, path: &Path) -> Path {
    let mut exact = Path::root();
    for step in path.steps() {
        let step_exact = match step {
            Step::Key(key) => exact.clone().key(key.clone()),
            Step::Named(name) => match item_with(doc, &exact, name) {
                Some(index) => exact.clone().index(index),
                None => exact.clone().named(name.clone()),
            },
            Step::Index(place) => {
                let index = item_with(doc, &exact, &place.to_string()).unwrap_or(*place);
                exact.clone().index(index)
            }
        };
        exact = step_exact;
    }
    exact
}

/// The place of the item whose `nr` or `wie` is this.
fn item_with(doc: &Doc<'_>, list: &Path, name: &str) -> Option<usize> {
    let Kind::Seq { items, .. } = doc.kind(doc.find(list)?) else { return None };
    (0..items.len()).find(|index| {
        ["nr", "wie"].iter().any(|key| {
            let value = doc.find(&list.clone().index(*index).key(*key)).map(|node| doc.kind(node));
            matches!(value, Some(Kind::Scalar(text, _)) if text == name)
        })
    })
}

fn verantwoording(content: &Content) -> &Lijst<Verantwoording> {
    match content {
        Content::Regio(file) => &file.verantwoording,
        Content::Vergadering(file) => &file.verantwoording,
        Content::Verzonden(file) => &file.verantwoording,
        Content::Aanwezig(file) => &file.verantwoording,
        Content::Verwacht(file) => &file.verantwoording,
        Content::Kaart(file) => &file.verantwoording,
        Content::Ingetrokken(file) => &file.verantwoording,
        Content::Besluit(file) => &file.verantwoording,
        Content::Bespreking(file) => &file.verantwoording,
        Content::Nazorg(file) => &file.verantwoording,
        Content::Rooster(file) => &file.verantwoording,
        Content::Afwezigheid(file) => &file.verantwoording,
        Content::Dossier(file) => &file.verantwoording,
        Content::Koppeling(file) => &file.verantwoording,
    }
}
