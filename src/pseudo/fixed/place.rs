//! Postcodes and coordinates.

use super::digits::{glued_after, is_part, said_before};
use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::reading::Reading;
use crate::pseudo::tokens::{Gap, Shape, Tokens};

/// Two capitals after a year that are no postcode but a short form.
const SHORT: &[&str] = &[
    "gi", "vt", "om", "jp", "gw", "ib", "eu", "nl", "tv", "pv", "jr", "ts", "bc", "ad", "nr", "va", "pg", "id", "ok",
    "mw", "pc", "ac", "po", "vo", "bv", "zh",
];

/// Units and short words after four digits.
const UNITS: &[&str] = &[
    "km", "cm", "mm", "kg", "mg", "ml", "cl", "dl", "gr", "mb", "gb", "kb", "in", "is", "en", "op", "om", "te", "de",
    "er", "ze", "we", "ik", "je", "al", "nu", "of", "na", "zo", "ca", "euro", "af", "aan", "bij", "uw", "ja", "as",
    "we", "hz", "uu",
];

/// A postcode: four digits and two letters.
pub(super) fn postcode(reading: &Reading<'_>, index: usize) -> Option<Hit> {
    let tokens = &reading.tokens;
    let digits = tokens.word(index);
    if digits.len() != 4 || digits.starts_with('0') {
        return None;
    }
    let said = said_before(tokens, index, 3, &["postcode", "postcodegebied", "pc", "postc", "postcodes"]);
    let stroke = usize::from(
        tokens.word(index + 1) == "-" && tokens.gap(index + 1) == Gap::None && tokens.gap(index + 2) == Gap::None,
    );
    if stroke == 1 {
        return with_stroke(tokens, index, digits, said);
    }
    let letters = tokens.get(index + 1).filter(|token| token.is_word() && token.gap < Gap::Paragraph);
    let pair = letters.filter(|_| tokens.word(index + 1).len() == 2 && tokens.word(index + 1).is_ascii());
    let Some(pair) = pair.filter(|_| !is_part(tokens, index + 1, index + 1) || tokens.gap(index + 1) == Gap::None)
    else {
        return part(tokens, index, said);
    };
    let fold = tokens.fold(index + 1);
    let in_address = !UNITS.contains(&fold) && (place_after(reading, index + 2) || number_before(tokens, index));
    let year = digits.starts_with("19") || digits.starts_with("20");
    let glued = pair.gap == Gap::None;
    let after = tokens.gap(index + 2) == Gap::None && tokens.get(index + 2).is_some_and(|t| t.shape != Shape::Sign);
    if after || before_is_glued(tokens, index) || matches!(fold, "sa" | "sd" | "ss") && !said {
        return None;
    }
    let certainty = match pair.shape {
        Shape::Upper if said || !year || !SHORT.contains(&fold) => Certainty::Zeker,
        Shape::Upper if glued => Certainty::Zeker,
        _ if said || in_address => Certainty::Zeker,
        _ if UNITS.contains(&fold) && !glued
            || matches!(fold, "km" | "cm" | "mm" | "kg" | "mg" | "ml" | "gr" | "mb") =>
        {
            return part(tokens, index, said);
        }
        Shape::Lower | Shape::Capital | Shape::Mixed if glued => Certainty::Zeker,
        // "4711 ab Etten-Leur", but not "2015 ik".
        Shape::Lower | Shape::Capital | Shape::Mixed if !year && no_word(fold) => Certainty::Twijfel,
        _ => return part(tokens, index, said),
    };
    let from = if country_before(tokens, index) { index - 2 } else { index };
    Some(found(tokens.span(from, index + 1), Kind::Postcode, certainty, "de vorm van een postcode"))
}

/// "4701-gd".
fn with_stroke(tokens: &Tokens<'_>, index: usize, digits: &str, said: bool) -> Option<Hit> {
    let year = digits.starts_with("19") || digits.starts_with("20");
    let pair = tokens.is_word(index + 2) && tokens.word(index + 2).len() == 2 && !glued_after(tokens, index + 2);
    let shape = tokens.get(index + 2).map(|token| token.shape);
    let capitals = shape == Some(Shape::Upper) && !SHORT.contains(&tokens.fold(index + 2));
    (pair && (said || !year || capitals) && !before_is_glued(tokens, index))
        .then(|| found(tokens.span(index, index + 2), Kind::Postcode, Certainty::Zeker, "de vorm van een postcode"))
}

/// "4711 ab Roosendaal", "4711 AB te Rucphen".
fn place_after(reading: &Reading<'_>, index: usize) -> bool {
    let mut at = index;
    at += usize::from(matches!(reading.fold(at), "," | "te" | "in"));
    at < index + 2 && reading.tokens.gap(at) < Gap::Paragraph && reading.is_capital(at) && reading.flags(at).is_place()
}

/// "Lindelaan 12, 4711 ab".
fn number_before(tokens: &Tokens<'_>, index: usize) -> bool {
    let comma = index.checked_sub(1).filter(|at| tokens.word(*at) == ",");
    let number =
        |at: usize| tokens.get(at).is_some_and(|token| token.shape == Shape::Number) && tokens.word(at).len() < 4;
    comma.is_some_and(|at| {
        at > 1 && (number(at - 1) && tokens.is_word(at - 2) || tokens.word(at - 1).len() == 1 && number(at - 2))
    })
}

fn no_word(pair: &str) -> bool {
    !crate::pseudo::lexicon::look_up(pair).is_word()
}

/// "NL-4711 AB".
fn country_before(tokens: &Tokens<'_>, index: usize) -> bool {
    index >= 2 && tokens.word(index - 1) == "-" && tokens.fold(index - 2) == "nl" && tokens.gap(index) == Gap::None
}

fn before_is_glued(tokens: &Tokens<'_>, index: usize) -> bool {
    !country_before(tokens, index)
        && tokens.gap(index) == Gap::None
        && index
            .checked_sub(1)
            .is_some_and(|b| !matches!(tokens.word(b), "(" | "," | ":" | "\"" | "'" | "*" | "/" | "["))
}

/// The four digits alone, after the word.
fn part(tokens: &Tokens<'_>, index: usize, said: bool) -> Option<Hit> {
    (said && !is_part(tokens, index, index)).then(|| {
        found(tokens.span(index, index), Kind::Postcode, Certainty::Zeker, "vier cijfers na het woord 'postcode'")
    })
}

/// A place on the map: two numbers with decimals, or degrees and minutes.
pub(super) fn coordinates(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let last = decimal(tokens, index).and_then(|end| {
        let mut next = end + 1;
        next += usize::from(matches!(tokens.word(next), "," | ";" | "/"));
        next += usize::from(matches!(tokens.fold(next), "-" | "n" | "lon"));
        decimal(tokens, next)
    });
    let last = last.or_else(|| degrees(tokens, index))?;
    Some(found(tokens.span(index, last), Kind::Coordinaten, Certainty::Zeker, "coördinaten"))
}

/// The last token of a number with at least three decimals that may be a latitude or longitude.
fn decimal(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let number = |at: usize| tokens.get(at).is_some_and(|token| token.shape == Shape::Number);
    let whole = tokens.word(index).parse::<u16>().is_ok_and(|whole| whole <= 180);
    let glued = tokens.gap(index + 1) == Gap::None && tokens.gap(index + 2) == Gap::None;
    let found = number(index) && whole && glued && matches!(tokens.word(index + 1), "." | ",");
    let decimals = tokens.word(index + 2).len();
    (found && number(index + 2) && (4..=9).contains(&decimals)).then_some(index + 2)
}

fn degrees(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    if tokens.word(index + 1) != "°" || tokens.get(index + 2).is_none_or(|token| token.shape != Shape::Number) {
        return None;
    }
    let mut last = index + 2;
    // Minutes, seconds and the letter of the wind, twice.
    while last < index + 20 {
        let token = tokens.get(last + 1).filter(|token| token.gap < Gap::Line)?;
        let goes_on = token.shape == Shape::Number
            || matches!(
                tokens.fold(last + 1),
                "°" | "'" | "\"" | "." | "," | "n" | "e" | "o" | "w" | "s" | "nb" | "ol"
            );
        if !goes_on {
            break;
        }
        last += 1;
    }
    while matches!(tokens.word(last), "," | ".") {
        last -= 1;
    }
    Some(last)
}
