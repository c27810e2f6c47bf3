//! A value that is to be written, and its text: on one line, or in block style under a key
//! or behind a dash.

use super::quote::{needs_escape, quoted};

/// What an edit puts into a file.
#[derive(Clone, PartialEq)]
pub enum Value {
    /// A text; one of several lines is written under `|`.
    Text(String),
    /// A whole number.
    Number(u64),
    /// A number with a point or below zero.
    Fraction(f64),
    /// A list.
    List(Vec<Value>),
    /// A map, its keys in this order.
    Map(Vec<(String, Value)>),
    /// A map on one line, in braces: for a table of which each row is one.
    Row(Vec<(String, Value)>),
    /// `null`: not asked yet.
    Null,
}

/// Shows no text: it may be about a person.
impl std::fmt::Debug for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Value::Text(_) => f.write_str("Text"),
            Value::Number(_) | Value::Fraction(_) => f.write_str("Number"),
            Value::List(items) => write!(f, "List({})", items.len()),
            Value::Map(entries) | Value::Row(entries) => write!(f, "Map({})", entries.len()),
            Value::Null => f.write_str("Null"),
        }
    }
}

/// How the lines around a new value look.
#[derive(Clone, Copy)]
pub(super) struct Look {
    /// The line end.
    pub eol: &'static str,
    /// How far a key stands to the right of the key above it.
    pub step: usize,
    /// How far a dash stands to the right of its key.
    pub offset: usize,
    /// The spaces behind a dash.
    pub gap: usize,
    /// Whether a map in a list stands in braces.
    pub braces: bool,
    /// Whether a text of several lines can stand under `|`: not at the end of a file without
    /// a last line end, where readers differ about the end of the text.
    pub literal: bool,
}

impl Look {
    /// Of a file that `vt` writes itself.
    pub const OWN: Self = Self { eol: "\n", step: 2, offset: 2, gap: 1, braces: false, literal: true };
}

impl Value {
    /// Whether it takes one line in block style too.
    pub(super) fn is_short(&self, look: Look) -> bool {
        match self {
            Value::Text(text) => !takes_lines(text, look),
            Value::List(items) => items.is_empty(),
            Value::Map(entries) => entries.is_empty(),
            Value::Number(_) | Value::Fraction(_) | Value::Row(_) | Value::Null => true,
        }
    }

    /// Whether a text of several lines is in it.
    pub(super) fn has_lines(&self, look: Look) -> bool {
        match self {
            Value::Text(text) => takes_lines(text, look),
            Value::List(items) => items.iter().any(|item| item.has_lines(look)),
            Value::Map(entries) | Value::Row(entries) => entries.iter().any(|(_, value)| value.has_lines(look)),
            Value::Number(_) | Value::Fraction(_) | Value::Null => false,
        }
    }

    /// On one line, as it stands between brackets too.
    pub(super) fn inline(&self) -> String {
        match self {
            Value::Text(text) => quoted(text),
            Value::Number(number) => number.to_string(),
            Value::Fraction(number) => number.to_string(),
            Value::Null => "null".to_owned(),
            Value::List(items) => {
                let items: Vec<String> = items.iter().map(Value::inline).collect();
                format!("[{}]", items.join(", "))
            }
            Value::Map(entries) | Value::Row(entries) => {
                let entries: Vec<String> = entries.iter().map(|(key, value)| value.pair(key)).collect();
                format!("{{{}}}", entries.join(", "))
            }
        }
    }

    /// With its key, on one line.
    pub(super) fn pair(&self, key: &str) -> String {
        format!("{}: {}", quoted(key), self.inline())
    }

    /// What stands behind the colon of a key in column `column` (from 0), and under it.
    pub(super) fn under_key(&self, column: usize, look: Look) -> String {
        let mut text = String::new();
        match self {
            Value::List(items) if !items.is_empty() => {
                let dash = column + look.offset;
                for item in items {
                    text += look.eol;
                    text += &item.item(dash, look);
                }
            }
            Value::Map(entries) if !entries.is_empty() => {
                let column = column + look.step;
                for (key, value) in entries {
                    text += look.eol;
                    text += &value.entry(key, column, look);
                }
            }
            Value::Text(lines) if takes_lines(lines, look) => text += &literal(lines, column, look),
            _ => text = format!(" {}", self.inline()),
        }
        text
    }

    /// A whole entry of a map in block style, from the start of its line.
    pub(super) fn entry(&self, key: &str, column: usize, look: Look) -> String {
        format!("{}{}:{}", " ".repeat(column), quoted(key), self.under_key(column, look))
    }

    /// A whole item of a list in block style, from the start of its line.
    pub(super) fn item(&self, dash: usize, look: Look) -> String {
        format!("{}-{}", " ".repeat(dash), self.behind_dash(dash, look))
    }

    /// What stands behind a dash in column `dash`, and under it.
    pub(super) fn behind_dash(&self, dash: usize, look: Look) -> String {
        let gap = " ".repeat(look.gap);
        let column = dash + 1 + look.gap;
        let lines: Vec<String> = match self {
            Value::List(items) if !items.is_empty() => items.iter().map(|item| item.item(column, look)).collect(),
            Value::Map(entries) if !entries.is_empty() && (!look.braces || self.has_lines(look)) => {
                entries.iter().map(|(key, value)| value.entry(key, column, look)).collect()
            }
            Value::Text(lines) if takes_lines(lines, look) => return literal(lines, dash, look),
            _ => return format!("{gap}{}", self.inline()),
        };
        let lines = lines.join(look.eol);
        // The first line begins right behind the dash.
        format!("{gap}{}", &lines[column..])
    }
}

/// A text under `|`; what holds it stands in column `column`.
fn literal(text: &str, column: usize, look: Look) -> String {
    let mut block = String::from(if text.ends_with('\n') { " |" } else { " |-" });
    for line in text.strip_suffix('\n').unwrap_or(text).split('\n') {
        block += look.eol;
        if !line.is_empty() {
            block += &" ".repeat(column + look.step);
            block += line;
        }
    }
    block
}

/// Whether a text stands under `|`: it has several lines, and no reader sees another text
/// there. One that begins or ends oddly, or holds characters that need an escape, is quoted.
fn takes_lines(text: &str, look: Look) -> bool {
    let is_safe = |line: &str| {
        let blank_only = !line.is_empty() && line.trim().is_empty();
        !blank_only && !line.starts_with('\t') && !line.chars().any(|c| needs_escape(c) && c != '\t')
    };
    look.literal
        && text.contains('\n')
        && !text.starts_with(|c: char| c.is_whitespace())
        && !text.ends_with("\n\n")
        && text.split('\n').all(is_safe)
}
