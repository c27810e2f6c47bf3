//! An answer on a card of the dossier: an edit of the file that stands there, and nothing
//! else in it changes.

use crate::model::Dossiernummer;
use crate::store::{Act, At, Change, Seen};
use crate::yaml::{Doc, Kind, Path, Refused, Step, Value, parse};
use chrono::NaiveDate;
use std::iter;

/// What comes into a card.
pub struct Antwoord<'a> {
    /// The key.
    pub path: &'a Path,
    /// Its value.
    pub value: Value,
    /// Of an item that comes with this answer: of whom it is.
    pub wie: Option<&'a str>,
}

/// The text of a card with this answer, brought up to date on this day.
pub fn answered(text: &str, antwoord: &Antwoord<'_>, day: NaiveDate) -> Result<String, Refused> {
    let mut text = text.to_owned();
    let is_item = |path: &Path| matches!(path.steps().last(), Some(Step::Index(_)));
    if let Some(path) = iter::successors(Some(antwoord.path.clone()), Path::parent).find(is_item) {
        if let Some(wie) = antwoord.wie {
            text = put_if_open(&text, &path.clone().key("wie"), Value::Text(wie.to_owned()))?;
        }
        // Other files point at a fact by its number.
        if matches!(antwoord.path.steps(), [Step::Key(list), ..] if list == "onveiligheid") {
            let number = Value::Number(next_number(&text, &path)?);
            text = put_if_open(&text, &path.key("nr"), number)?;
        }
    }
    text = put(&text, antwoord.path, antwoord.value.clone())?;
    up_to_date(&text, day)
}

/// The text of a card that was brought up to date on this day.
pub fn up_to_date(text: &str, day: NaiveDate) -> Result<String, Refused> {
    put(text, &Path::root().key("bijgewerkt"), Value::Text(day.to_string()))
}

/// The change on the card of this dossier; `was` is what was read.
#[must_use]
pub fn change(nummer: &Dossiernummer, was: &str, with: String) -> Change {
    let act = Act::Replace { was: Seen::of(was.as_bytes()), with: with.into_bytes() };
    Change::Dossier(At::kaart(nummer), act)
}

fn put_if_open(text: &str, path: &Path, value: Value) -> Result<String, Refused> {
    let doc = parse(text.as_bytes()).map_err(|_| Refused::Broken)?;
    let is_open = doc.find(path).is_none_or(|node| doc.is_null(node));
    if is_open { put(text, path, value) } else { Ok(text.to_owned()) }
}

/// The text with this value at this path: where the key stands, or else at the end of the
/// nearest map or list above it.
fn put(text: &str, path: &Path, value: Value) -> Result<String, Refused> {
    let doc = parse(text.as_bytes()).map_err(|_| Refused::Broken)?;
    let mut edit = doc.edit();
    let (mut path, mut value) = (path.clone(), value);
    if doc.find(&path).is_some() {
        edit.set(&path, &value)?;
        return Ok(edit.finish());
    }
    while let (Some(above), Some(step)) = (path.parent(), path.steps().last()) {
        match (doc.find(&above).is_some(), step) {
            (true, Step::Key(key)) => {
                edit.insert(&above, key, &value)?;
                return Ok(edit.finish());
            }
            (true, Step::Index(_)) => {
                edit.append(&above, &value)?;
                return Ok(edit.finish());
            }
            (false, Step::Key(key)) => value = Value::Map(vec![(key.clone(), value)]),
            (false, Step::Index(_)) => value = Value::List(vec![value]),
            (_, Step::Named(_)) => return Err(Refused::Absent),
        }
        path = above;
    }
    Err(Refused::Absent)
}

/// The number after the highest of the facts, unless this one has a number.
fn next_number(text: &str, item: &Path) -> Result<u64, Refused> {
    let doc = parse(text.as_bytes()).map_err(|_| Refused::Broken)?;
    let list = item.parent().unwrap_or_default();
    let number = |index: usize| number_of(&doc, &list.clone().index(index).key("nr"));
    let count = match doc.find(&list).map(|node| doc.kind(node)) {
        Some(Kind::Seq { items, .. }) => items.len(),
        _ => 0,
    };
    Ok((0..count).filter_map(number).max().unwrap_or(0).saturating_add(1))
}

fn number_of(doc: &Doc<'_>, path: &Path) -> Option<u64> {
    match doc.kind(doc.find(path)?) {
        Kind::Scalar(text, _) => text.parse().ok(),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(text: &str, path: &str, value: Value, wie: Option<&str>) -> String {
        let path = path.parse().ok().unwrap();
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        answered(text, &Antwoord { path: &path, value, wie }, day).unwrap()
    }

    fn text(words: &str) -> Value {
        Value::Text(words.to_owned())
    }

    #[test]
    fn an_answer_comes_where_its_key_belongs() {
        let card = "versie: 1 # eerst\nbijgewerkt: 2026-01-01\ngezin:\n  leden:\nhulpvraag:\n";
        let card = with(card, "gezin.leden[0].wie", text("kind1"), None);
        let card = with(&card, "gezin.leden[0].rol", text("jeugdige"), None);
        let card = with(&card, "gezin.leden[1].adres.straat", text("Lindelaan"), Some("moeder"));
        let card = with(&card, "hulpvraag", text("Rust.\nOok in het weekend.\n"), None);
        let card = with(&card, "vraag.soort", text("inzet"), None);
        let expected = "versie: 1 # eerst\nbijgewerkt: 2026-03-04\ngezin:\n  leden:\n    - wie: kind1\n      rol: jeugdige\n    \
                        - wie: moeder\n      adres:\n        straat: Lindelaan\nhulpvraag: |\n  Rust.\n  Ook in het \
                        weekend.\nvraag:\n  soort: inzet\n";
        assert_eq!(card, expected);
    }

    #[test]
    fn a_fact_gets_the_next_number_and_keeps_its_own() {
        let card = with("onveiligheid:\n  - {nr: 4, wat: a}\n", "onveiligheid[1].wat", text("b"), None);
        let card = with(&card, "onveiligheid[0].hoe_vaak", text("eenmalig"), None);
        assert_eq!(
            card,
            "onveiligheid:\n  - {nr: 4, wat: a, hoe_vaak: eenmalig}\n  - {nr: 5, wat: b}\nbijgewerkt: 2026-03-04\n"
        );
    }

    #[test]
    fn what_can_t_be_edited_is_refused() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
        let path = Path::root().key("vraag").key("tekst");
        let answer = || Antwoord { path: &path, value: text("x"), wie: None };
        assert_eq!(answered("a: [", &answer(), day), Err(Refused::Broken));
        assert_eq!(answered("vraag: geen\n", &answer(), day), Err(Refused::Kind));
    }
}
