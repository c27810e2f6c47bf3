//! House numbers with what belongs to them: 8a, 12 C, 203-b, twee hoog.

use super::finds::Finds;
use super::hit::{Certainty, Kind};
use super::reading::Reading;
use super::tokens::{Gap, Shape};

/// Words after a number that make it no house number.
const UNITS: &[&str] = &[
    "jaar",
    "jarige",
    "jarig",
    "uur",
    "minuten",
    "minuut",
    "dagen",
    "dag",
    "weken",
    "week",
    "maanden",
    "maand",
    "km",
    "kilometer",
    "meter",
    "m",
    "keer",
    "x",
    "euro",
    "procent",
    "%",
    "kinderen",
    "personen",
    "mensen",
    "graden",
    "mg",
    "ml",
    "gram",
    "kilo",
    "kg",
    "eur",
    "seconden",
    "nachten",
    "sessies",
    "gesprekken",
    "leerlingen",
    "punten",
    "stuks",
];

/// The last token of a house number that begins here, with what belongs to it.
pub(super) fn at(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let mut at = index;
    at += usize::from(matches!(reading.tokens.word(at), ","));
    if matches!(reading.fold(at), "nr" | "nummer" | "no" | "huisnummer") {
        at += 1;
        at += usize::from(reading.tokens.word(at) == ".");
    } else if at > index {
        return None;
    }
    let digits = reading.tokens.word(at);
    let number =
        reading.shape(at) == Shape::Number && digits.len() <= 5 && !digits.starts_with('0') && reading.follows(at);
    if !number
        || UNITS.contains(&reading.fold(at + 1))
        || matches!(reading.tokens.word(at + 1), "." | ":" | ",")
            && reading.shape(at + 2) == Shape::Number
            && reading.is_glued(at + 2)
            && reading.is_glued(at + 1)
    {
        return None;
    }
    Some(addition(reading, at))
}

/// What follows a house number: 8a, 12 C, 203-b, 3-II, 7 bis, "twee hoog".
fn addition(reading: &Reading<'_>, number: usize) -> usize {
    let mut last = number;
    let mut at = number + 1;
    if matches!(reading.tokens.word(at), "-" | "/") && reading.is_glued(at) && reading.tokens.gap(at + 1) == Gap::None {
        at += 1;
    }
    let word = reading.tokens.word(at);
    let glued = reading.is_glued(at);
    let short =
        word.len() <= 3 && (reading.tokens.is_word(at) || reading.shape(at) == Shape::Number && at > number + 1);
    let letter = word.len() == 1
        && reading.tokens.is_word(at)
        && reading.tokens.gap(at) <= Gap::Space
        && reading.tokens.word(at + 1) != "."
        && !matches!(word, "u" | "o" | "m" | "x");
    let said = matches!(
        reading.fold(at),
        "bis" | "hs" | "rd" | "zw" | "rood" | "zwart" | "boven" | "beneden" | "huis" | "hoog" | "ii" | "iii"
    );
    if glued && short
        || letter && (glued || reading.shape(at) == Shape::Capital || reading.tokens.gap(at + 1) == Gap::Paragraph)
        || said && reading.tokens.gap(at) <= Gap::Space
    {
        last = at;
        if reading.tokens.word(at + 1) == "-"
            && reading.is_glued(at + 1)
            && reading.shape(at + 2) == Shape::Number
            && reading.is_glued(at + 2)
        {
            last = at + 2;
        }
    }
    let mut floor = last + 1;
    floor += usize::from(reading.tokens.word(floor) == ",");
    if matches!(reading.fold(floor), "een" | "twee" | "drie" | "vier" | "1" | "2" | "3" | "4")
        && reading.fold(floor + 1) == "hoog"
    {
        last = floor + 1;
    }
    last
}

/// A house number beside a postcode or street: "chalet 88, 4631 rx", "4701-gd nr 22".
pub(super) fn lone(reading: &Reading<'_>, finds: &mut Finds) {
    for index in 0..reading.len() {
        if reading.shape(index) != Shape::Number
            || finds.taken(index).is_some()
            || reading.is_label(index)
            || reading.tokens.word(index).len() > 4
        {
            continue;
        }
        let is_postcode = |at: usize| {
            reading.shape(at) == Shape::Number
                && reading.tokens.word(at).len() == 4
                && (reading.tokens.word(at + 1).len() == 2 && reading.tokens.is_word(at + 1)
                    || reading.tokens.word(at + 1) == "-" && reading.tokens.word(at + 2).len() == 2)
        };
        let mut next = index + 1;
        next += usize::from(reading.tokens.is_word(next) && reading.tokens.word(next).len() == 1);
        let before_postcode = reading.tokens.word(next) == "," && is_postcode(next + 1);
        let said = index > 0
            && (matches!(reading.fold(index - 1), "nr" | "huisnummer") || reading.fold(index - 1) == "nummer");
        let said = said || index > 1 && reading.tokens.word(index - 1) == "." && reading.fold(index - 2) == "nr";
        let near = |reach: usize| {
            (index.saturating_sub(reach)..index)
                .any(|at| matches!(finds.taken(at), Some(Kind::Straat)) || is_postcode(at))
        };
        let after_postcode = index >= 2
            && (is_postcode(index - 2) || index >= 3 && is_postcode(index - 3))
            && reading.follows(index)
            && reading.tokens.word(index).len() <= 3;
        let named = said && reading.fold(index - 1) == "huisnummer";
        if (before_postcode || said && near(5) || named || after_postcode) && !UNITS.contains(&reading.fold(index + 1))
        {
            let last = addition(reading, index);
            finds.add(index, last, Kind::Huisnummer, Certainty::Zeker, "een huisnummer bij een straat of postcode");
        }
    }
}
