//! From what the rules find to the questions that answer it.

use super::{Question, questions};
use crate::rules::{Finding, Rule};
use crate::yaml::{Path, Step};
use std::borrow::Cow;

/// A place on the card where an answer is missing or has to be another.
pub struct Gap {
    /// The key; of a person of whom nothing stands there yet, the list.
    pub path: Path,
    /// The word for that person.
    pub person: Option<String>,
    /// The rule that asks.
    pub rule: &'static Rule,
    /// What it found.
    pub message: Cow<'static, str>,
}

/// The places that would answer a finding. None when no question does: then a person has
/// to mend the file.
#[must_use]
pub fn gaps(finding: &Finding) -> Vec<Gap> {
    let gap =
        |path: Path, person: Option<String>| Gap { path, person, rule: finding.rule, message: finding.message.clone() };
    let alias = finding.alias.as_ref().and_then(|alias| alias.parse::<Path>().ok());
    if let Some(alias) = alias
        && let Some(Step::Named(person)) = alias.steps().last()
    {
        let list = alias.parent().filter(|list| of(list).is_some());
        return list.map(|list| gap(list, Some(person.clone()))).into_iter().collect();
    }
    let Some(key) = &finding.key else { return Vec::new() };
    let named: Vec<Path> = finding.open_keys().iter().filter_map(|open| place(key, open)).collect();
    if !named.is_empty() {
        return named.into_iter().map(|path| gap(path, None)).collect();
    }
    of(key).map(|_| gap(key.clone(), None)).into_iter().collect()
}

/// Where a key stands that is missing at a path: that key itself, below it, or beside it.
fn place(at: &Path, key: &str) -> Option<Path> {
    let beside = || at.parent().map(|above| above.key(key));
    let own = matches!(at.steps().last(), Some(Step::Key(last)) if last == key);
    if own {
        return of(at).map(|_| at.clone());
    }
    let below = at.clone().key(key);
    of(&below).map(|_| below).or_else(|| beside().filter(|path| of(path).is_some()))
}

/// The question about a path.
pub(super) fn of(path: &Path) -> Option<&'static Question> {
    let mut key = String::new();
    for step in path.steps() {
        match step {
            Step::Key(name) if key.is_empty() => key.push_str(name),
            Step::Key(name) => key.extend([".", name]),
            Step::Index(_) => key.push_str("[]"),
            Step::Named(_) => return None,
        }
    }
    questions().find(|question| question.key == key)
}
