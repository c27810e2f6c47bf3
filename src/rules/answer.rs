//! Findings that people answered for in `verantwoording`.

use super::Finding;
use crate::model::{Lijst, Verantwoording};
use crate::store::Content;
use crate::yaml::{Doc, Kind, Path, Step};
use std::collections::{HashMap, HashSet};

/// One entry of `verantwoording`, its path made exact while the text was at hand.
pub struct Answer {
    /// The rule it answers.
    pub rule: String,
    /// Where it answers; none: every finding of that rule in this file.
    at: Option<At>,
    /// The reason.
    pub reason: String,
    /// Its place in `verantwoording`, from 0.
    pub index: usize,
}

/// The path of an answer.
#[derive(Default)]
struct At {
    /// As it was written, when that is a path.
    written: Option<Path>,
    /// The same with places in lists. One word may stand for several items: someone who was
    /// told twice has two entries.
    exact: Vec<Path>,
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
        let key = entry.sleutel.as_deref().filter(|key| !key.trim().is_empty());
        let at = key.map(|key| match key.trim().parse::<Path>() {
            Ok(path) => At { exact: names.exact(doc, &path), written: Some(path) },
            Err(_) => At::default(),
        });
        Some(Answer { rule, at, reason, index })
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
        let Some(At { written, exact }) = &self.at else { return true };
        let covers = |path: &Path, key: &Path| key.steps().starts_with(path.steps());
        let alias = finding.alias.as_ref().and_then(|alias| alias.parse::<Path>().ok());
        let by_alias = written.as_ref().zip(alias.as_ref()).is_some_and(|(path, alias)| covers(path, alias));
        by_alias || finding.key.as_ref().is_some_and(|key| exact.iter().any(|path| covers(path, key)))
    }
}

/// The items of each list that an answer walks, by `nr` and by `wie`. Each list is gone
/// through once: a card may have as many answers as members.
#[derive(Default)]
struct Names(HashMap<Path, ListNames>);

#[derive(Default)]
struct ListNames {
    by_nr: HashMap<String, Vec<usize>>,
    by_wie: HashMap<String, Vec<usize>>,
    numbered: HashSet<usize>,
}

impl Names {
    /// The path with each list item by its place from 0, where it was written by its `nr` or
    /// `wie`. Of an item that carries an `nr` the place is no name.
    fn exact(&mut self, doc: &Doc<'_>, path: &Path) -> Vec<Path> {
        path.steps().iter().fold(vec![Path::root()], |paths, step| {
            let further = |path: Path| {
                let items: Vec<usize> = match step {
                    Step::Key(key) => return vec![path.key(key.clone())],
                    Step::Named(name) => self.of(doc, &path).by_wie.get(name).cloned().unwrap_or_default(),
                    Step::Index(place) => {
                        let names = self.of(doc, &path);
                        let at_place = Some(*place).filter(|place| !names.numbered.contains(place));
                        let numbered = names.by_nr.get(&place.to_string()).cloned();
                        numbered.unwrap_or_else(|| at_place.into_iter().collect())
                    }
                };
                items.into_iter().map(|index| path.clone().index(index)).collect()
            };
            paths.into_iter().flat_map(further).collect()
        })
    }

    fn of(&mut self, doc: &Doc<'_>, list: &Path) -> &ListNames {
        self.0.entry(list.clone()).or_insert_with(|| names_of(doc, list))
    }
}

fn names_of(doc: &Doc<'_>, list: &Path) -> ListNames {
    let mut names = ListNames::default();
    let Some(Kind::Seq { items, .. }) = doc.find(list).map(|node| doc.kind(node)) else { return names };
    for index in 0..items.len() {
        let value = |key: &str| match doc.find(&list.clone().index(index).key(key)).map(|node| doc.kind(node)) {
            Some(Kind::Scalar(text, _)) => Some(text.to_owned()),
            _ => None,
        };
        if let Some(nr) = value("nr") {
            names.by_nr.entry(nr).or_default().push(index);
            names.numbered.insert(index);
        }
        if let Some(wie) = value("wie") {
            names.by_wie.entry(wie).or_default().push(index);
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
