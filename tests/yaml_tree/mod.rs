//! Arbitrary trees, written in as many ways as people write YAML.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::format_push_string, reason = "a test may take the time")]

use proptest::collection::vec;
use proptest::prelude::*;
use vt::yaml::{Doc, Kind, NodeId, Style, Value};

/// Which child to go to, a few times.
pub fn steps() -> impl Strategy<Value = Vec<u8>> {
    vec(any::<u8>(), 0..4)
}

/// Any text: of one line, of several, with what YAML makes something of.
pub fn text() -> impl Strategy<Value = String> {
    let pieces = "een twee|no|12:30:45|2026-03-12|a: b|# c|- d|'|\"|{|, |\n|\n|\n\n|\n  | |\t|\u{85}|\u{2028}|\u{feff}|\u{fffe}|\r|é|~|geen|%|&x|*y|!z|---|\\n";
    let piece = prop::sample::select(pieces.split('|').collect::<Vec<_>>());
    prop_oneof![3 => vec(piece, 0..6).prop_map(|pieces| pieces.concat()), 1 => "\\PC{0,12}"]
}

fn leaf() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        (0..500u64).prop_map(Value::Number),
        text().prop_map(Value::Text),
        "[a-z]{1,6}".prop_map(Value::Text),
        Just(Value::Text("Eerst dit.\n\nDan dat.\n".to_owned())),
    ]
}

fn map(inner: impl Strategy<Value = Value>, least: usize) -> impl Strategy<Value = Value> {
    let key = prop::sample::select(vec!["a", "b", "c_d", "een sleutel", "no", "e: f", "1"]);
    vec((key, inner), least..5).prop_map(|entries| {
        let mut unique: Vec<(String, Value)> = Vec::new();
        for (key, value) in entries {
            if unique.iter().all(|(known, _)| known != key) {
                unique.push((key.to_owned(), value));
            }
        }
        Value::Map(unique)
    })
}

/// Any value.
pub fn value() -> impl Strategy<Value = Value> {
    leaf().prop_recursive(3, 12, 3, |inner| prop_oneof![vec(inner.clone(), 0..4).prop_map(Value::List), map(inner, 0)])
}

/// A whole file: a map with at least one key.
pub fn tree() -> impl Strategy<Value = Value> {
    map(value(), 1)
}

/// A value as serde sees it.
pub fn as_yaml(value: &Value) -> serde_yaml::Value {
    match value {
        Value::Null => serde_yaml::Value::Null,
        Value::Text(text) => text.as_str().into(),
        Value::Number(number) => (*number).into(),
        Value::Fraction(number) => (*number).into(),
        Value::List(items) => serde_yaml::Value::Sequence(items.iter().map(as_yaml).collect()),
        Value::Map(entries) | Value::Row(entries) => serde_yaml::Value::Mapping(
            entries.iter().map(|(key, value)| (key.as_str().into(), as_yaml(value))).collect(),
        ),
    }
}

/// Whether another reader sees this value in a file.
pub fn second_opinion(file: &str, value: &Value) -> bool {
    let file = file.strip_prefix('\u{feff}').unwrap_or(file);
    let read: Result<serde_yaml::Value, _> = serde_yaml::from_str(file);
    read.is_ok_and(|read| read == as_yaml(value))
}

/// Whether our own reader does.
pub fn says(doc: &Doc<'_>, n: NodeId, value: &Value) -> bool {
    match (doc.kind(n), value) {
        (Kind::Scalar(text, Style::Plain), Value::Null) => matches!(text, "" | "~" | "null"),
        (Kind::Scalar(text, _), Value::Text(wanted)) => text == wanted,
        (Kind::Scalar(text, Style::Plain), Value::Number(wanted)) => *text == wanted.to_string(),
        (Kind::Seq { items, .. }, Value::List(wanted)) => {
            items.len() == wanted.len() && items.iter().zip(wanted).all(|(n, value)| says(doc, *n, value))
        }
        (Kind::Map { entries, .. }, Value::Map(wanted)) => {
            let keys = entries.iter().map(|(key, _)| match doc.kind(*key) {
                Kind::Scalar(key, _) => key,
                _ => "",
            });
            keys.eq(wanted.iter().map(|(key, _)| key.as_str()))
                && entries.iter().zip(wanted).all(|((_, n), (_, value))| says(doc, *n, value))
        }
        _ => false,
    }
}

/// Writes a tree as some person would.
pub struct Pen<'c> {
    choices: std::iter::Cycle<std::slice::Iter<'c, u8>>,
    eol: &'static str,
    step: usize,
    offset: usize,
    comments: bool,
    /// The last thing written takes blank lines behind it for its own.
    keeps: bool,
}

impl<'c> Pen<'c> {
    pub fn new(choices: &'c [u8]) -> Self {
        let choices = if choices.is_empty() { &[0] } else { choices };
        let mut pen =
            Self { choices: choices.iter().cycle(), eol: "\n", step: 2, offset: 2, comments: false, keeps: false };
        pen.eol = if pen.choose(4) == 0 { "\r\n" } else { "\n" };
        pen.step = [2, 2, 3, 4][pen.choose(4)];
        pen.offset = [0, pen.step, pen.step, 1][pen.choose(4)];
        pen.comments = pen.choose(2) == 0;
        pen
    }

    fn choose(&mut self, of: usize) -> usize {
        self.choices.next().map_or(0, |choice| usize::from(*choice) % of)
    }

    pub fn file(&mut self, tree: &Value) -> String {
        let mut out = String::from(if self.choose(6) == 0 { "\u{feff}" } else { "" });
        for _ in 0..[0, 0, 0, 1, 120][self.choose(5)] {
            out += &format!("# boven{}", self.eol);
        }
        if self.choose(8) == 0 {
            out += &format!("---{}", self.eol);
        }
        let Value::Map(entries) = tree else { return out };
        for (key, value) in entries {
            self.entry(&mut out, 0, key, value);
        }
        if self.choose(4) == 0 && !self.keeps {
            out.truncate(out.trim_end_matches(['\r', '\n']).len());
        }
        out
    }

    fn between(&mut self, out: &mut String, column: usize) {
        match self.choose(8) {
            0 if !std::mem::take(&mut self.keeps) => *out += self.eol,
            1 if self.comments => *out += &format!("{}# tussen{}", " ".repeat(column), self.eol),
            _ => {}
        }
    }

    fn entry(&mut self, out: &mut String, column: usize, key: &str, value: &Value) {
        self.between(out, column);
        *out += &" ".repeat(column);
        self.pair(out, column, key, value);
    }

    fn pair(&mut self, out: &mut String, column: usize, key: &str, value: &Value) {
        *out += &self.scalar(key);
        *out += ":";
        match value {
            Value::List(items) if !items.is_empty() && self.choose(3) > 0 => {
                self.end(out);
                let dash = column + self.offset;
                for item in items {
                    self.between(out, dash);
                    *out += &" ".repeat(dash);
                    self.item(out, dash, item);
                }
            }
            Value::Map(entries) if !entries.is_empty() && self.choose(3) > 0 => {
                self.end(out);
                for (key, value) in entries {
                    self.entry(out, column + self.step, key, value);
                }
            }
            other => self.short(out, column, other),
        }
    }

    fn item(&mut self, out: &mut String, dash: usize, value: &Value) {
        *out += "-";
        let gap = [1, 1, 1, 3][self.choose(4)];
        let column = dash + 1 + gap;
        match value {
            Value::List(items) if !items.is_empty() && self.choose(3) > 0 => {
                for (nth, item) in items.iter().enumerate() {
                    *out += &" ".repeat(if nth == 0 { gap } else { column });
                    self.item(out, column, item);
                }
            }
            Value::Map(entries) if !entries.is_empty() && self.choose(3) > 0 => {
                for (nth, (key, value)) in entries.iter().enumerate() {
                    if nth == 0 {
                        *out += &" ".repeat(gap);
                        self.pair(out, column, key, value);
                    } else {
                        self.entry(out, column, key, value);
                    }
                }
            }
            other => self.short(out, dash, other),
        }
    }

    /// What fits behind a colon or dash, and the end of the line.
    fn short(&mut self, out: &mut String, column: usize, value: &Value) {
        match value {
            Value::Null => *out += ["", " ~", " null"][self.choose(3)],
            Value::Text(text) if is_literal(text) && self.choose(2) == 0 => return self.literal(out, column, text),
            other => {
                *out += [" ", " ", "  "][self.choose(3)];
                *out += &self.flow(other);
            }
        }
        self.end(out);
    }

    fn literal(&mut self, out: &mut String, column: usize, text: &str) {
        let body = text.trim_end_matches('\n');
        let breaks = text.len() - body.len();
        *out += [" |-", " |", " |+"][breaks.min(2)];
        if breaks == 1 && self.choose(3) == 0 {
            *out += "+";
        }
        let keeps = out.ends_with('+');
        if self.comments && self.choose(4) == 0 {
            *out += " # kop";
        }
        for line in body.split('\n') {
            *out += self.eol;
            if !line.is_empty() {
                *out += &" ".repeat(column + self.step);
                *out += line;
            }
        }
        let blank = if keeps { breaks - 1 } else { self.choose(2) };
        *out += &self.eol.repeat(blank + 1);
        self.keeps = keeps;
    }

    fn end(&mut self, out: &mut String) {
        self.keeps = false;
        if self.comments && self.choose(5) == 0 {
            *out += " # achter";
        }
        *out += self.eol;
    }

    fn flow(&mut self, value: &Value) -> String {
        match value {
            Value::Null => ["null", "~"][self.choose(2)].to_owned(),
            Value::Number(number) => number.to_string(),
            Value::Fraction(number) => number.to_string(),
            Value::Text(text) => self.scalar(text),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(|item| self.flow(item)).collect();
                let end = if items.is_empty() { "" } else { ["", " ", ","][self.choose(3)] };
                format!("[{}{end}]", items.join([", ", ",  "][self.choose(2)]))
            }
            Value::Map(entries) | Value::Row(entries) => {
                let empty = |value: &Value, choice| *value == Value::Null && choice == 0;
                let entries: Vec<String> = entries
                    .iter()
                    .map(|(key, value)| {
                        let key = self.scalar(key);
                        if empty(value, self.choose(3)) {
                            format!("{key}: ")
                        } else {
                            format!("{key}: {}", self.flow(value))
                        }
                    })
                    .collect();
                let end = if entries.is_empty() { "" } else { ["", " ", ","][self.choose(3)] };
                format!("{{{}{end}}}", entries.join(", "))
            }
        }
    }

    fn scalar(&mut self, text: &str) -> String {
        let is_word = !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase());
        let is_word = is_word && !["no", "null", "true", "false", "y", "n", "on", "off", "yes"].contains(&text);
        match self.choose(3) {
            1 if text.chars().all(|c| c.is_ascii_graphic() || c == ' ' || c == 'é') => {
                format!("'{}'", text.replace('\'', "''"))
            }
            _ if is_word => text.to_owned(),
            _ => {
                let escape = |c: char| match c {
                    '"' | '\\' => format!("\\{c}"),
                    '\n' => "\\n".to_owned(),
                    c if c.is_ascii_graphic() || c == ' ' || c == 'é' => c.to_string(),
                    c => format!("\\U{:08X}", u32::from(c)),
                };
                format!("\"{}\"", text.chars().map(escape).collect::<String>())
            }
        }
    }
}

/// Whether a text can stand under `|` for certain.
fn is_literal(text: &str) -> bool {
    let body = text.trim_end_matches('\n');
    let plain = |line: &str| line.chars().all(|c| c.is_ascii_graphic() || c == ' ' || c == 'é') && line.trim() == line;
    text.contains('\n') && !body.is_empty() && !body.starts_with('\n') && body.split('\n').all(plain)
}
