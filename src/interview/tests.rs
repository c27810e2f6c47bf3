//! The table against the model, and the template of every kind of card.

use super::*;
use crate::model::{Bestand, Dossiernummer, Veiligheidskaart};
use crate::yaml::parse;
use chrono::NaiveDate;
use serde_json::Value;
use std::collections::BTreeMap;

/// Every key of a card by its path, with its schema.
fn keys() -> BTreeMap<String, Value> {
    let root: Value = serde_json::from_str(&Bestand::Kaart.schema()).unwrap();
    let mut found = BTreeMap::new();
    below(&root, &root, "", &mut found);
    found
}

/// The schema itself, behind a reference or the choice between it and nothing.
fn plain<'s>(root: &'s Value, schema: &'s Value) -> &'s Value {
    if let Some(name) = schema["$ref"].as_str() {
        return plain(root, &root["$defs"][name.rsplit('/').next().unwrap()]);
    }
    match schema["anyOf"].as_array() {
        Some(forms) => plain(root, &forms[0]),
        None => schema,
    }
}

fn below(root: &Value, schema: &Value, at: &str, found: &mut BTreeMap<String, Value>) {
    for (key, value) in schema["properties"].as_object().into_iter().flatten() {
        let path = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
        let value = plain(root, value);
        found.insert(path.clone(), value.clone());
        if value["type"] == "array" {
            let item = plain(root, &value["items"]);
            below(root, item, &format!("{path}[]"), found);
        } else {
            below(root, value, &path, found);
        }
    }
}

#[test]
fn every_key_of_a_card_has_one_question_and_the_right_form() {
    let keys = keys();
    let mut asked: Vec<&str> = questions().map(|question| question.key).chain(OF_THE_TEAM).collect();
    asked.sort_unstable();
    assert_eq!(asked, keys.keys().map(String::as_str).collect::<Vec<_>>());
    for question in questions() {
        let schema = &keys[question.key];
        let root: Value = serde_json::from_str(&Bestand::Kaart.schema()).unwrap();
        let item = plain(&root, &schema["items"]);
        let is_list_of_keys = schema["type"] == "array" && item["properties"].is_object();
        let is_right = match question.form {
            Form::Group => schema["properties"].is_object(),
            Form::Items | Form::FewItems => is_list_of_keys,
            Form::Words | Form::Lines | Form::Members => {
                schema["type"] == "array" && item["enum"].is_null() && !is_list_of_keys
            }
            Form::Choices(words) => item["enum"] == serde_json::json!(words),
            Form::Choice(words) => schema["enum"] == serde_json::json!(words),
            Form::YesNo => schema["enum"][2] == "onbekend",
            Form::Day => schema["pattern"].is_string(),
            Form::Text | Form::Line | Form::Known | Form::Member | Form::Municipality => {
                schema["type"] != "array" && schema["properties"].is_null()
            }
        };
        assert!(is_right, "{}", question.key);
        assert!(question.ask.ends_with(['.', '?']), "{}", question.key);
    }
}

#[test]
fn what_stands_below_a_key_follows_it() {
    let keys: Vec<&str> = questions().map(|question| question.key).collect();
    for (index, key) in keys.iter().enumerate() {
        let Some((above, _)) = key.rsplit_once('.') else { continue };
        let above = above.strip_suffix("[]").unwrap_or(above);
        assert!(index > 0 && keys[index - 1].starts_with(above), "{key} does not stand with {above}");
    }
}

fn made(soort: Soort) -> String {
    let nummer = Dossiernummer::read("RSD-2026-00412").unwrap();
    let dag = NaiveDate::from_ymd_opt(2026, 3, 4).unwrap();
    let (naam, organisatie, via) = (Some("Anke Wouters"), Some("Gemeente: Roosendaal"), None);
    sjabloon(&Bekend { nummer: &nummer, soort, dag, naam, organisatie, via })
}

#[test]
fn a_template_holds_every_key_and_reads_as_a_card() {
    for soort in ALL {
        let text = made(*soort);
        for key in keys().keys() {
            let name = key.rsplit('.').next().unwrap();
            let stands =
                text.lines().any(|line| line.trim_start_matches(['#', ' ', '-']).starts_with(&format!("{name}:")));
            let is_named =
                OF_THE_TEAM.contains(&key.as_str()) && text.rsplit_once("# Op de kaart").unwrap().1.contains(name);
            assert!(stands || is_named, "{soort:?}: {key}");
        }
        let doc = parse(text.as_bytes()).ok().unwrap();
        let (card, problems) = doc.read::<Veiligheidskaart>();
        assert!(problems.is_empty(), "{problems:?}");
        let card = card.unwrap();
        assert_eq!(card.dossiernummer.as_deref(), Some("RSD-2026-00412"));
        assert_eq!(card.soort, Some(*soort));
        assert_eq!(card.inbrenger.unwrap().organisatie.as_deref(), Some("Gemeente: Roosendaal"));
        // An empty list is an answer; nothing was answered yet.
        assert!(!card.experts.is_asked() && !card.aanleiding.is_asked() && !card.verantwoording.is_asked());
        assert!(text.lines().all(|line| line.chars().count() <= 80 && line == line.trim_end()), "{text}");
    }
}

/// With every comment that hides a key taken away it is a card too.
#[test]
fn the_hidden_keys_are_right_when_they_are_shown() {
    for soort in ALL {
        let text = made(*soort);
        let shown: String = text
            .lines()
            .map(|line| match line.strip_prefix('#') {
                Some(rest) if rest.is_empty() || rest.starts_with("  ") || !rest.starts_with(' ') => rest,
                _ => line,
            })
            .fold(String::new(), |text, line| text + line + "\n");
        let doc = parse(shown.as_bytes()).unwrap_or_else(|problem| panic!("{problem}\n{shown}"));
        let (_, problems) = doc.read::<Veiligheidskaart>();
        assert!(problems.is_empty(), "{problems:?}\n{shown}");
    }
}
