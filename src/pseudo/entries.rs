//! The keys of a file on its way to the team's folder, put together one by one.

use super::teamkaart::Part;
use crate::model::{Lijst, Tijdstip};
use serde::Serialize;

/// The entries of a map in their order; what is missing stays out.
#[derive(Default)]
pub struct Entries(Vec<(&'static str, Part)>);

impl Entries {
    pub fn add(&mut self, key: &'static str, part: Option<Part>) {
        self.0.extend(part.map(|part| (key, part)));
    }

    pub fn text(&mut self, key: &'static str, text: Option<&String>) {
        self.add(key, text.map(|text| Part::Text(readable(text))));
    }

    pub fn kept(&mut self, key: &'static str, text: Option<&String>) {
        self.add(key, text.map(|text| Part::Kept(text.clone())));
    }

    pub fn word(&mut self, key: &'static str, value: Option<impl ToString>) {
        self.add(key, value.map(|value| Part::Word(value.to_string())));
    }

    pub fn choice(&mut self, key: &'static str, value: Option<impl Serialize>) {
        self.add(key, value.map(choice));
    }

    pub fn date(&mut self, key: &'static str, date: Option<Tijdstip>) {
        self.add(key, date.map(Part::Date));
    }

    pub fn number(&mut self, key: &'static str, number: Option<impl Into<u64>>) {
        self.add(key, number.map(|number| Part::Number(number.into())));
    }

    pub fn list<T>(&mut self, key: &'static str, list: &Lijst<T>, part: impl Fn(&T) -> Part) {
        self.add(key, list.is_asked().then(|| Part::List(list.values().map(part).collect())));
    }

    pub fn choices<T: Serialize + Copy>(&mut self, key: &'static str, list: &Lijst<T>) {
        self.list(key, list, |value| choice(*value));
    }

    pub fn texts(&mut self, key: &'static str, list: &Lijst<String>) {
        self.list(key, list, |text| Part::Text(readable(text)));
    }

    pub fn kept_list(&mut self, key: &'static str, list: &Lijst<String>) {
        self.list(key, list, |text| Part::Kept(text.clone()));
    }

    pub fn done(self) -> Part {
        Part::Map(self.0)
    }
}

/// A text without characters that no reader sees but that a terminal obeys.
fn readable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() && !matches!(c, '\n' | '\t') { ' ' } else { c }).collect()
}

/// A choice as a file writes it.
pub fn choice(value: impl Serialize) -> Part {
    let word = serde_json::to_value(value).ok();
    Part::Word(word.as_ref().and_then(serde_json::Value::as_str).unwrap_or_default().to_owned())
}
