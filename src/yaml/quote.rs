//! A text of one line as a value in a file.

use std::fmt::Write as _;

/// Words that some reader of YAML takes for something else than a text.
const WORDS: [&str; 10] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "geen"];

/// The text as it can stand behind a colon: bare where every reader sees a text in it, else
/// between double quotes.
#[must_use]
pub fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || " .-_/'".contains(c);
    let starts = text.chars().next().is_some_and(char::is_alphabetic);
    let is_word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
    if starts && !is_word && !text.ends_with(' ') && text.chars().all(is_plain) {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || "\u{feff}\u{2028}\u{2029}".contains(c) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse;
    use proptest::prelude::*;

    #[test]
    fn plain_words_stay_plain() {
        assert_eq!(quoted("Gemeente Roosendaal"), "Gemeente Roosendaal");
        assert_eq!(quoted("../team"), "\"../team\"");
        assert_eq!(quoted("no"), "\"no\"");
        assert_eq!(quoted("a: b"), "\"a: b\"");
        assert_eq!(quoted("2026"), "\"2026\"");
        assert_eq!(quoted("\u{7}\u{85}é"), "\"\\u0007\\u0085é\"");
    }

    proptest! {
        /// Two readers see the same text in it.
        #[test]
        fn any_text_comes_back(text in "\\PC*|[ -~]{0,12}|.{0,6}") {
            let file = format!("a: {}\n", quoted(&text));
            let second: serde_yaml::Value = serde_yaml::from_str(&file).unwrap();
            prop_assert_eq!(second["a"].as_str(), Some(text.as_str()));
            let doc = parse(file.as_bytes()).map_err(|_| TestCaseError::fail(file.clone()))?;
            let own: std::collections::BTreeMap<String, String> = doc.read().0.unwrap();
            prop_assert_eq!(own["a"].as_str(), text.as_str());
        }
    }
}
