//! One way for text of others to reach a terminal, and one for JSON.
//!
//! A file, a file name or an argument may hold characters that move the cursor, turn the
//! direction of writing or show as nothing. On a screen each of them becomes its number,
//! such as `<U+202E>`, so that a reader sees that something is there and can search for it.

use std::borrow::Cow;
use std::fmt::Write as _;

/// Whether a character may not reach a terminal as it is: control characters, those that
/// turn the direction of writing, and those that take no place and show nothing.
#[must_use]
pub fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c,
            '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
            | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}'
            | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

/// What stands on a screen for one character: itself, four spaces for a tab, or its number.
#[must_use]
pub fn character(c: char) -> Cow<'static, str> {
    match c {
        '\t' => Cow::Borrowed("    "),
        c if is_unsafe(c) => Cow::Owned(format!("<U+{:04X}>", u32::from(c))),
        c => Cow::Owned(c.to_string()),
    }
}

/// A text for one line of a terminal.
#[must_use]
pub fn line(text: &str) -> Cow<'_, str> {
    if text.chars().any(is_unsafe) { Cow::Owned(text.chars().map(character).collect()) } else { Cow::Borrowed(text) }
}

/// A text of several lines as one: line ends and runs of space become one space.
#[must_use]
pub fn flat(text: &str) -> String {
    line(&text.split_whitespace().collect::<Vec<_>>().join(" ")).into_owned()
}

/// A text for one cell of a sheet: a spreadsheet must not take it for a formula.
#[must_use]
pub fn csv(text: &str) -> String {
    let text = line(text);
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula { format!("'{text}") } else { text.into_owned() };
    if text.contains([',', '"', ';', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

/// JSON in which no string holds an unsafe character: they can stand only inside strings,
/// where `\u` and four digits say the same.
#[must_use]
pub fn json(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c != '\n' && is_unsafe(c) {
            for unit in c.encode_utf16(&mut [0; 2]) {
                // Writing to a string can't fail.
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(c);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_moves_turns_or_hides_becomes_its_number() {
        assert_eq!(line("gewoon Zoë €"), "gewoon Zoë €");
        assert_eq!(line("a\u{1b}[31mb"), "a<U+001B>[31mb");
        assert_eq!(line("Da\u{200b}an\u{202e}\u{9b}2J"), "Da<U+200B>an<U+202E><U+009B>2J");
        assert_eq!(line("a\tb\u{7f}\u{e0041}"), "a    b<U+007F><U+E0041>");
        assert_eq!(flat("een\r\n  twee\n\u{7}"), "een twee <U+0007>");
    }

    #[test]
    fn json_says_the_same_in_other_characters() {
        let text = "\u{202e}\u{9b}é\u{e0041}\u{1b}";
        let shown = json(&serde_json::to_string(text).unwrap());
        assert!(!shown.chars().any(is_unsafe), "{shown}");
        assert_eq!(serde_json::from_str::<String>(&shown).unwrap(), text);
    }
}
