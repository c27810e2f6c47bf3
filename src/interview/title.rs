//! What stands above a question: the part of the card, and of whom or what it is.

use super::around::Sheet;
use super::choices::Chosen;
use super::open::of;
use super::steps::{Ask, What};
use super::{Form, Question, questions};
use crate::yaml::{Path, Step};
use std::iter;

/// The parts of the card in which a question stands, from the whole down.
#[must_use]
pub fn parts(ask: &Ask) -> Vec<&'static str> {
    let key = ask.question.key;
    let dots = key.match_indices('.').map(|(at, _)| key[..at].trim_end_matches("[]"));
    let own = (ask.what == What::More).then_some(key);
    // Of a group in an item the keys speak for themselves.
    let above = dots.chain(own).filter(|above| !above.contains("[]"));
    above.filter_map(|above| questions().find(|question| question.key == above)).map(|question| question.ask).collect()
}

/// The item of a list to which a question belongs: the key of the list, and the word for the
/// person, else what it is with its number.
#[must_use]
pub fn item(ask: &Ask, sheet: &Sheet<'_>) -> Option<(&'static str, String)> {
    let is_item = |path: &Path| matches!(path.steps().last(), Some(Step::Index(_)));
    let path = iter::successors(Some(ask.path.clone()), Path::parent).find(is_item)?;
    let Some(Step::Index(index)) = path.steps().last() else { return None };
    let list = of(&path.parent()?)?;
    let of_person = |question: &Question| question.form == Form::Member || question.key == "gezin.leden[].wie";
    let wie = path.clone().key("wie");
    let person = of(&wie).filter(|question| of_person(question)).and_then(|_| {
        let begun = ask.fresh.as_ref().and_then(|fresh| fresh.wie.as_deref());
        sheet.text(&wie).or(begun)
    });
    let label = person.map_or_else(|| format!("{} {}", list.each.0, index + 1), ToOwned::to_owned);
    Some((list.key, label))
}

/// What stands there now, in the words of a screen; none when nothing does.
#[must_use]
pub fn now(ask: &Ask, sheet: &Sheet<'_>, choices: &[Chosen]) -> Option<String> {
    if !sheet.is_answered(&ask.path) {
        return None;
    }
    if ask.what == What::More {
        let items = (0..sheet.len(&ask.path)).filter_map(|index| first_words(ask, index, sheet));
        let items: Vec<String> = items.collect();
        let is_short = items.iter().all(|item| !item.contains(' '));
        return Some(items.join(if is_short { ", " } else { "\n" }));
    }
    let said = |key: &str| {
        let chosen = choices.iter().find(|choice| choice.key == key);
        chosen.map_or_else(|| key.to_owned(), |chosen| chosen.words.clone())
    };
    if let Some(text) = sheet.text(&ask.path) {
        return Some(said(text));
    }
    let words = sheet.words(&ask.path);
    let between = if ask.question.form == Form::Lines { "\n" } else { ", " };
    Some(if words.is_empty() {
        "geen".to_owned()
    } else {
        words.into_iter().map(said).collect::<Vec<_>>().join(between)
    })
}

/// What tells an item of a list apart: the first of its answers, on one line.
fn first_words(list: &Ask, index: usize, sheet: &Sheet<'_>) -> Option<String> {
    const LONGEST: usize = 60;
    let below = format!("{}[].", list.question.key);
    let keys = questions().filter(|question| question.form != Form::Known);
    let mut keys = keys.filter_map(|question| question.key.strip_prefix(&below));
    let words = keys.find_map(|key| sheet.text(&list.path.clone().index(index).key(key)))?;
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let is_long = words.chars().count() > LONGEST;
    Some(if is_long { words.chars().take(LONGEST - 1).chain(['…']).collect() } else { words })
}
