//! Labels that an author typed: "Kind 1", "Persoon B".

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

/// Where they stand, in bytes of the text: a word that a label begins with, a space, and one
/// or two digits or capitals. In small letters only one with a number is a label.
#[must_use]
pub(super) fn typed_labels(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let words: Vec<(usize, &str)> = words(text).collect();
    for pair in words.windows(2) {
        let [(start, word), (second, number)] = pair else { continue };
        let is_number = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_digit());
        let is_letter = number.len() <= 2 && number.bytes().all(|byte| byte.is_ascii_uppercase());
        let is_space = &text[start + word.len()..*second] == " ";
        let is_start = STARTS.contains(&word.to_lowercase().as_str());
        if is_start && is_space && (is_number || is_letter && word.starts_with(char::is_uppercase)) {
            found.push(*start..second + number.len());
        }
    }
    found
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
                    persoon A, eenkind 2.";
        let found: Vec<&str> = typed_labels(text).into_iter().map(|bytes| &text[bytes]).collect();
        assert_eq!(found, ["Kind 1", "Persoon B", "kind 2", "SCHOOL 12", "Moeder 2"]);
    }
}
