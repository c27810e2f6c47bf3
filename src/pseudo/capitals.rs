//! Words in capitals as they would stand in a usual line: "JAN DE BOER BELT" is read as "Jan de
//! Boer belt" too.
//!
//! In capitals nothing tells a name from the words around it, so those are made small again by
//! what the lists know of them. Short forms such as GGZ keep their capitals.

use super::lexicon::Flags;
use super::reading::Reading;
use super::speech::Class;
use super::tokens::{Gap, Shape};
use std::ops::Range;

/// The same text, byte for byte as long, with the words that changed; none when none of them is a
/// name: then there is nothing more to find.
pub(super) fn calmed(reading: &Reading<'_>) -> Option<(String, Vec<Range<usize>>)> {
    let mut text = reading.tokens.text().to_owned();
    let mut changed = Vec::new();
    let mut any = false;
    for index in 0..reading.len() {
        let Some(range) = reading.tokens.get(index).map(super::tokens::Token::range) else { continue };
        let word = &reading.tokens.text()[range.clone()];
        let Some(name) = is_name(reading, index) else { continue };
        any |= name;
        let mut letters = word.chars();
        let first: String = letters.next().into_iter().filter(|_| name).collect();
        let rest = if name { letters.as_str() } else { word };
        let calm = first + &rest.to_lowercase();
        if calm.len() == word.len() {
            text.replace_range(range.clone(), &calm);
            changed.push(range);
        }
    }
    any.then_some((text, changed))
}

/// Whether a word in capitals is read as a name or as a word; none: it stays as it is.
fn is_name(reading: &Reading<'_>, index: usize) -> Option<bool> {
    if reading.shape(index) != Shape::Upper || reading.is_label(index) {
        return None;
    }
    let flags = reading.flags(index);
    let named = flags.is_first_name() || flags.is_surname() || flags.has(Flags::PEOPLE.with(Flags::CAPITALISED));
    if reading.is(index, Class::TUSSENVOEGSEL) {
        // "met VAN HEES": a lone surname has a capital before it.
        let starts = !reading.is(index.wrapping_sub(1), Class::TUSSENVOEGSEL) && !reading.tokens.shouts(index);
        return Some(starts && !follows_name(reading, index) && upper(reading, index + 1));
    }
    if matches!(reading.fold(index), "th" | "ph" | "chr" | "joh" | "jac" | "fr")
        && reading.tokens.word(index + 1) == "."
        && reading.is_glued(index + 1)
    {
        return Some(true);
    }
    let place = stands_as_name(reading, index);
    let term = Flags::AUTHORITY.with(Flags::LAW).with(Flags::FIELD).with(Flags::ONLY_IN_CAPITALS);
    let short = Flags::CAPITALS.with(term);
    if place && (named || flags.is_empty()) && !flags.has(short) {
        return Some(true);
    }
    let first = flags.has(Flags::USUAL_FIRST_NAME);
    if first && (before_surname(reading, index) || !flags.has(short) && may_be_called(reading, index)) {
        return Some(true);
    }
    let grammar = Class::STOP
        .with(Class::DETERMINER)
        .with(Class::PREPOSITION)
        .with(Class::PRONOUN)
        .with(Class::VERB)
        .with(Class::TITLE)
        .with(Class::KIN)
        .with(Class::ROLE);
    if reading.is(index, grammar) || flags.is_word() {
        return Some(false);
    }
    // What stays by itself is no name, save a surname of four letters behind a first name.
    // What no list has is part of the name beside it.
    let beside = |at: usize| {
        let flags = reading.flags(at);
        let unknown = flags.is_empty() && !reading.tokens.shouts(at);
        upper(reading, at) && !flags.is_word() && (flags.is_first_name() || flags.is_surname() || unknown)
    };
    let joined =
        index > 0 && reading.follows(index) && beside(index - 1) || reading.follows(index + 1) && beside(index + 1);
    let stays = reading.stays[index] && !((flags.is_empty() || named) && reading.fold(index).len() >= 4);
    let is_short = flags.has(short) && !(flags.is_first_name() && !flags.has(term));
    if joined && !stays && !is_short {
        return Some(true);
    }
    let known = first || named && reading.fold(index).len() >= 5;
    (known && !reading.stays[index] && !flags.has(short)).then_some(true)
}

/// "KIM VAN HEES", "TON SUIJKERBUIJK": a first name with a surname behind it.
fn before_surname(reading: &Reading<'_>, index: usize) -> bool {
    let mut at = index + 1;
    while reading.is(at, Class::TUSSENVOEGSEL) && upper(reading, at) {
        at += 1;
    }
    let flags = reading.flags(at);
    let alone = at > index + 1 || !flags.is_word();
    upper(reading, at) && reading.follows(at) && flags.is_surname() && alone
}

/// A first name that is a word too, where no word would be called for: "ROOS BELT", no "DE ROOS".
fn may_be_called(reading: &Reading<'_>, index: usize) -> bool {
    let grammar = Class::STOP.with(Class::PREPOSITION).with(Class::PRONOUN).with(Class::VERB);
    // "Zij wil DAT MARK komt": that joins two sentences far more often than it points.
    let is_thing = |at: usize| reading.is(at, Class::DETERMINER) && reading.fold(at) != "dat";
    let thing = reading.tokens.before(index).is_some_and(is_thing);
    !reading.flags(index).is_common() && !reading.is(index, grammar) && !thing
}

fn upper(reading: &Reading<'_>, index: usize) -> bool {
    reading.shape(index) == Shape::Upper && reading.tokens.gap(index) < Gap::Paragraph
}

/// Whether a word stands where a surname does: behind a first name, an initial or "mevrouw", also
/// with what stands before a surname in between.
fn stands_as_name(reading: &Reading<'_>, index: usize) -> bool {
    let mut at = index;
    let mut strong = false;
    while at > 0 && reading.is(at - 1, Class::TUSSENVOEGSEL) && reading.tokens.gap(at) < Gap::Paragraph {
        at -= 1;
        strong |= reading.is(at, Class::STRONG);
    }
    // "VAN DER BERG", and "met DE GROOT" where the words around are in small letters.
    let alone = at < index && upper(reading, at) && !reading.tokens.shouts(index);
    // "VAN HEES" where all is in capitals, no "VAN BELANG".
    let flags = reading.flags(index);
    let usual = at + 1 == index && reading.fold(at) == "van" && flags.has(Flags::USUAL_SURNAME) && !flags.is_common();
    let surname = flags.is_surname() && !flags.is_word() || usual;
    follows_name(reading, at) || at < index && (strong || alone || surname)
}

/// Whether what stands right before announces a surname.
fn follows_name(reading: &Reading<'_>, index: usize) -> bool {
    let Some(last) = index.checked_sub(1) else { return false };
    let glued = reading.is_glued(index) && reading.is_glued(last);
    // "BAKKER-DE VOS", no "JET-SKI".
    let is_name = |at: usize| {
        let flags = reading.flags(at);
        upper(reading, at) && (flags.is_surname() || !flags.is_word() && !flags.is_first_name())
    };
    match reading.tokens.word(last) {
        "-" => return glued && index >= 2 && is_name(index - 2),
        // "J. VAN DIJK", "TH. ROKS".
        "." if index >= 2 && reading.is_glued(last) && reading.is_capital(index - 2) => {
            return reading.tokens.word(index - 2).len() <= 2 && reading.tokens.gap(index) <= Gap::Space
                || reading.is(index - 2, Class::TITLE);
        }
        _ => {}
    }
    let Some(before) = reading.word_before(index) else { return false };
    let flags = reading.flags(before);
    let first = flags.has(Flags::USUAL_FIRST_NAME) && !flags.is_common() || flags.is_first_name() && !flags.is_word();
    (reading.is(before, Class::TITLE) || first && reading.is_capital(before))
        && (reading.follows(index) || before + 1 < index)
        && !reading.first(index)
}
