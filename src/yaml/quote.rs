//! A text of one line as a value in a file.

use std::fmt::Write as _;

/// Words that some reader of YAML takes for something else than a text.
const WORDS: [&str; 10] = ["true", "false", "yes", "no", "on", "off", "null", "y", "n", "geen"];

/// The text as it can stand behind a colon: bare where every reader sees a text in it, or
/// the date that it is; else between double quotes.
#[must_use]
pub fn quoted(text: &str) -> String {
    let is_plain = |c: char| c.is_alphanumeric() || " .-_/'".contains(c);
    let starts = text.chars().next().is_some_and(char::is_alphabetic);
    let is_word = WORDS.iter().any(|word| word.eq_ignore_ascii_case(text));
    if is_date(text)
        || is_moment(text)
        || is_code(text)
        || (starts && !is_word && !text.ends_with(' ') && text.chars().all(is_plain))
    {
        return text.to_owned();
    }
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if needs_escape(c) => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text is a day or a month, as files write it: no reader chokes on it.
fn is_date(text: &str) -> bool {
    let figures = |part: &str, len: usize| {
        let ok = part.len() == len && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u32>().ok().filter(|_| ok)
    };
    let mut parts = text.split('-');
    let year = parts.next().and_then(|part| figures(part, 4));
    let Some(month @ 1..=12) = parts.next().and_then(|part| figures(part, 2)) else { return false };
    let last = if month == 2 { 28 } else { 30 + u32::from([1, 3, 5, 7, 8, 10, 12].contains(&month)) };
    let day = parts.next().map_or(Some(1), |part| figures(part, 2));
    let no_more = parts.next().is_none();
    no_more && year.is_some_and(|year| year >= 1000) && day.is_some_and(|day| (1..=last).contains(&day))
}

/// Whether a text is a day and a time with an offset, as files write it.
fn is_moment(text: &str) -> bool {
    let rest = |text: &str| {
        let same = |(byte, want): (u8, u8)| if want == b'0' { byte.is_ascii_digit() } else { byte == want };
        text.len() == 15 && text.bytes().zip(*b"T00:00:00+00:00").all(same)
    };
    text.is_char_boundary(10) && text.len() == 25 && is_date(&text[..10]) && rest(&text[10..])
}

/// Whether a text is letters, figures and hyphens that no reader takes for a number: a
/// pseudonym such as 7k3f-9qxr, but not 123e-4567.
fn is_code(text: &str) -> bool {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    text.bytes().next().is_some_and(|byte| byte.is_ascii_alphanumeric())
        && text.contains('-')
        && text.bytes().all(plain)
        && text.bytes().any(|byte| byte.is_ascii_alphabetic())
        && text.parse::<f64>().is_err()
}

/// Characters that some reader of YAML breaks a line at, drops or refuses.
pub(super) fn needs_escape(c: char) -> bool {
    c.is_control() || "\u{feff}\u{2028}\u{2029}\u{fffe}\u{ffff}".contains(c)
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
        assert_eq!(quoted("7k3f-9qxr"), "7k3f-9qxr");
        assert_eq!(quoted("123e-4567"), "\"123e-4567\"");
        assert_eq!(quoted("2026-03-04T10:12:00+01:00"), "2026-03-04T10:12:00+01:00");
        assert_eq!(["2026-03-12", "2026-03"].map(quoted), ["2026-03-12", "2026-03"]);
        for no_date in ["2026-13-01", "2026-02-30", "2026-3-2", "2026-03-12-01", "0000-01-01", "2026-", "12:30:45"] {
            assert_eq!(quoted(no_date), format!("\"{no_date}\""));
        }
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
