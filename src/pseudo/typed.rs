//! Labels that an author typed: "Kind 1", "Persoon B".

use crate::calendar::words::capital;
use std::ops::Range;

/// The words with which a label begins, in small letters.
const STARTS: [&str; 30] = [
    "kind",
    "jeugdige",
    "moeder",
    "vader",
    "ouder",
    "stiefvader",
    "stiefmoeder",
    "pleegvader",
    "pleegmoeder",
    "pleegouder",
    "partner",
    "oma",
    "opa",
    "oom",
    "tante",
    "broer",
    "zus",
    "overig",
    "persoon",
    "school",
    "plaats",
    "straat",
    "adres",
    "organisatie",
    "zorgaanbieder",
    "club",
    "kerk",
    "achternaam",
    "buurvrouw",
    "leerkracht",
];

/// Where they stand, in bytes of the text: a word that a label begins with, blanks, and one or
/// two digits or capitals. In small letters one with a number is a label, and "persoon a".
#[must_use]
pub(super) fn typed_labels(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let words: Vec<(usize, &str)> = words(text).collect();
    for pair in words.windows(2) {
        let [(start, word), (second, number)] = pair else { continue };
        let is_number = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_letter = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_uppercase());
        let between = &text[start + word.len()..*second];
        let is_blank = !between.is_empty() && between.trim().is_empty() && between.matches('\n').count() < 2;
        let first = word.to_lowercase();
        let is_person =
            first == "persoon" && number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_alphabetic());
        let is_named = is_number || is_letter && word.starts_with(char::is_uppercase) || is_person && !is_word(number);
        if STARTS.contains(&first.as_str()) && is_blank && is_named {
            found.push(*start..second + number.len());
        }
    }
    found
}

/// A label that was typed, as `vt` writes it: "persoon  a" is Persoon A.
pub(super) fn one_label(words: &str) -> String {
    let mut parts = words.split_whitespace();
    let (word, number) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    format!("{} {}", capital(&word.to_lowercase()), number.to_uppercase())
}

/// Whether two letters are a word of Dutch that goes on behind "persoon".
fn is_word(letters: &str) -> bool {
    letters.len() == 2 && !letters.bytes().all(|byte| byte.is_ascii_uppercase())
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    text.split(|c: char| !c.is_alphanumeric()).filter_map(move |word| {
        let start = at + text[at..].find(word)?;
        at = start + word.len();
        (!word.is_empty()).then_some((start, word))
    })
}

#[cfg(test)]
mod tests {
    use super::typed_labels;

    #[test]
    fn a_typed_label_is_a_word_with_a_number_or_letter() {
        let text = "Kind 1 en Persoon B zagen kind 2, SCHOOL 12 en Vader. Moeder 2's zus. Kind 123, Plaats\n1, \
                    persoon A, eenkind 2. Persoon  c, persoon\u{a0}D; een persoon in huis, persoon\n\nA, oma a.";
        let found: Vec<&str> = typed_labels(text).into_iter().map(|bytes| &text[bytes]).collect();
        assert_eq!(
            found,
            [
                "Kind 1",
                "Persoon B",
                "kind 2",
                "SCHOOL 12",
                "Moeder 2",
                "Plaats\n1",
                "persoon A",
                "Persoon  c",
                "persoon\u{a0}D",
            ]
        );
    }
}
