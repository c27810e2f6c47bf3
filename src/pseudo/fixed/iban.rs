//! Bank accounts: IBAN with its check, and what follows the word.

use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::tokens::{Gap, Shape, Tokens};

/// How long an IBAN of a country is.
const LENGTHS: [(&str, usize); 34] = [
    ("nl", 18),
    ("be", 16),
    ("de", 22),
    ("fr", 27),
    ("gb", 22),
    ("pl", 28),
    ("tr", 26),
    ("ma", 28),
    ("es", 24),
    ("it", 27),
    ("pt", 25),
    ("lu", 20),
    ("at", 20),
    ("ch", 21),
    ("dk", 18),
    ("se", 24),
    ("no", 15),
    ("fi", 18),
    ("ie", 22),
    ("ro", 24),
    ("bg", 22),
    ("hu", 28),
    ("cz", 24),
    ("sk", 24),
    ("gr", 27),
    ("hr", 21),
    ("ua", 29),
    ("lt", 20),
    ("lv", 21),
    ("ee", 20),
    ("si", 19),
    ("cy", 28),
    ("mt", 31),
    ("tn", 24),
];

/// An IBAN that begins at this token.
pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let country = tokens.fold(index);
    let next = tokens.get(index + 1)?;
    if country.len() != 2 || !matches!(next.shape, Shape::Number | Shape::Sign) {
        return None;
    }
    let (_, length) = LENGTHS.iter().find(|(name, _)| *name == country)?;
    if index > 0 && tokens.gap(index) == Gap::None && tokens.get(index - 1).is_some_and(|t| t.shape != Shape::Sign) {
        return None;
    }
    let (mut letters, mut at) = (country.to_owned(), index + 1);
    while letters.len() < *length {
        let token = tokens.get(at).filter(|token| token.gap < Gap::Paragraph)?;
        match token.shape {
            Shape::Sign if matches!(tokens.word(at), "." | "-") => {}
            Shape::Sign => return None,
            // The country is followed by two digits, maybe after a blank.
            _ if letters.len() == 2 && token.shape != Shape::Number => return None,
            _ => letters.push_str(tokens.fold(at)),
        }
        at += 1;
    }
    let more = tokens.gap(at) == Gap::None && tokens.get(at).is_some_and(|token| token.shape != Shape::Sign);
    if letters.len() != *length || more || !letters.is_ascii() {
        return None;
    }
    let bank = country == "nl" && letters[4..8].bytes().all(|b| b.is_ascii_alphabetic());
    let (certainty, reason) = if remainder(&letters) == Some(1) {
        (Certainty::Zeker, "een IBAN waarvan de controlecijfers kloppen")
    } else if bank && letters[8..].bytes().all(|b| b.is_ascii_digit()) {
        (Certainty::Twijfel, "de vorm van een IBAN, maar de controlecijfers kloppen niet")
    } else {
        return None;
    };
    Some(found(tokens.span(index, at - 1), Kind::Iban, certainty, reason))
}

/// The remainder by 97, the first four characters put last and letters as numbers.
fn remainder(iban: &str) -> Option<u32> {
    let (head, tail) = iban.split_at_checked(4)?;
    tail.chars().chain(head.chars()).try_fold(0, |rest, c| {
        let value = c.to_digit(36)?;
        Some((rest * if value > 9 { 100 } else { 10 } + value) % 97)
    })
}
