//! Findings that people answered for in `verantwoording`.

use super::Finding;
use crate::model::{Lijst, Verantwoording};
use crate::store::Content;
use crate::yaml::{Doc, Kind, Path, Step};
use std::collections::HashMap;

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
    let mut names = Names::default();
    let complete = entries.filter_map(|(index, entry)| {
        let rule = entry.regel.as_deref()?.trim().to_ascii_uppercase();
        let reason = entry.reden.clone().filter(|reason| !reason.trim().is_empty())?;
        let written = entry.sleutel.clone().filter(|key| !key.trim().is_empty());
        let path = written.as_deref().and_then(|key| key.parse().ok()).map(|path| names.exact(doc, &path));
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

/// The places of the items of each list that an answer walks, by `nr` and by `wie`. Each list
/// is gone through once: a card may have as many answers as members.
#[derive(Default)]
struct Names(HashMap<Path, HashMap<String, usize>>);

impl Names {
    /// The path with each list item by its place from 0, where it was written by its `nr` or
    /// `wie`. A number is an `nr` when the items of that list carry one.
    fn exact(&mut self, doc: &Doc<'_>, path: &Path) -> Path {
        let mut exact = Path::root();
        for step in path.steps() {
            let named = match step {
                Step::Key(_) => None,
                Step::Named(name) => self.item_with(doc, &exact, name),
                Step::Index(place) => self.item_with(doc, &exact, &place.to_string()).or(Some(*place)),
            };
            exact = match (step, named) {
                (Step::Key(key), _) => exact.key(key.clone()),
                (_, Some(index)) => exact.index(index),
                (Step::Named(name), None) => exact.named(name.clone()),
                (Step::Index(place), None) => exact.index(*place),
            };
        }
        exact
    }

    /// The place of the first item whose `nr` or `wie` is this.
    fn item_with(&mut self, doc: &Doc<'_>, list: &Path, name: &str) -> Option<usize> {
        if !self.0.contains_key(list) {
            self.0.insert(list.clone(), names_of(doc, list));
        }
        self.0.get(list)?.get(name).copied()
    }
}

fn names_of(doc: &Doc<'_>, list: &Path) -> HashMap<String, usize> {
    let mut names = HashMap::new();
    let Some(Kind::Seq { items, .. }) = doc.find(list).map(|node| doc.kind(node)) else { return names };
    for index in 0..items.len() {
        for key in ["nr", "wie"] {
            let value = doc.find(&list.clone().index(index).key(key)).map(|node| doc.kind(node));
            if let Some(Kind::Scalar(text, _)) = value {
                names.entry(text.to_owned()).or_insert(index);
            }
        }
    }
    names
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
