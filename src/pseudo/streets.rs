//! Streets, with and without a house number.

use super::finds::Finds;
use super::hit::{Certainty, Kind};
use super::house_numbers;
use super::reading::Reading;
use super::speech::{Class, ends};
use super::tokens::{Gap, Shape};
use super::words::{STREET_ENDINGS as STRONG, WEAK_STREET_ENDINGS as WEAK};

/// Words that stand before the name in a street's name.
const HONOURS: &[&str] = &[
    "burgemeester",
    "burg",
    "pastoor",
    "past",
    "prof",
    "professor",
    "dr",
    "doctor",
    "koningin",
    "koning",
    "prins",
    "prinses",
    "graaf",
    "sint",
    "st",
    "generaal",
    "gen",
    "admiraal",
    "president",
    "minister",
    "min",
    "kardinaal",
    "pater",
    "monseigneur",
    "mgr",
    "meester",
    "mr",
    "jan",
    "willem",
    "ds",
    "dominee",
    "kapelaan",
    "ir",
    "oude",
    "nieuwe",
    "grote",
    "kleine",
    "lange",
    "korte",
    "laan",
];

/// How a word ends.
pub(super) fn class(fold: &str) -> Class {
    if ends(fold, STRONG, 0) {
        Class::STREET
    } else if ends(fold, WEAK, 0) {
        Class::STREET_MAYBE
    } else {
        Class::default()
    }
}

/// Finds the streets.
pub(super) fn find(reading: &Reading<'_>, finds: &mut Finds) {
    for index in 0..reading.len() {
        let may_be = reading.is_capital(index) || reading.is(index, Class::STREET.with(Class::STREET_MAYBE));
        if !may_be || finds.taken(index) == Some(Kind::Adres) || !reading.tokens.is_word(index) {
            continue;
        }
        if let Some(found) =
            by_end(reading, index).or_else(|| by_number(reading, index)).or_else(|| lane(reading, index))
        {
            let Found { from, name_to, number_to, certainty, reason } = found;
            match number_to {
                Some(to) => finds.add(from, to, Kind::Adres, certainty, reason),
                None => finds.add(from, name_to, Kind::Straat, certainty, reason),
            }
        }
    }
    house_numbers::lone(reading, finds);
}

struct Found {
    from: usize,
    name_to: usize,
    number_to: Option<usize>,
    certainty: Certainty,
    reason: &'static str,
}

/// A word with the end of a street.
fn by_end(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let fold = reading.fold(index);
    let strong = reading.is(index, Class::STREET);
    if !strong && !reading.is(index, Class::STREET_MAYBE) || reading.stays[index] {
        return None;
    }
    let number = house_numbers::at(reading, index + 1);
    let word = reading.flags(index).is_word();
    let capital = reading.is_capital(index);
    let whole = STRONG.iter().chain(WEAK).any(|end| fold == *end);
    let from = start(reading, index);
    let at_street = at_street(reading, from);
    let place = reading.flags(index).is_place();
    let known_name = reading.flags(index).is_surname() || reading.flags(index).is_first_name();
    let fits = if number.is_some() {
        capital && (strong || at_street || !word && !known_name) || !capital && strong && !whole && (!word || at_street)
    } else if capital && strong && !whole {
        let common = word && !at_street
            || reading.first(index) && from == index && (word || reading.is_compound(index)) && !at_street;
        !(common || place && !at_street || known_name && !at_street)
    } else if capital && whole && from < index {
        strong
    } else if !capital {
        strong && !whole && (!word && at_street && fold.len() >= 8 || from < index && !word)
    } else {
        false
    };
    if !fits {
        return None;
    }
    let sure = number.is_some() || capital && strong && !word;
    let certainty = if sure { Certainty::Zeker } else { Certainty::Twijfel };
    let reason =
        if number.is_some() { "een straatnaam met een huisnummer" } else { "een woord dat eindigt als een straatnaam" };
    Some(Found { from, name_to: index, number_to: number, certainty, reason })
}

/// Where a street's name of several words begins: "Oude Heijningsedijk", "P. Breughellaan".
fn start(reading: &Reading<'_>, index: usize) -> usize {
    let mut from = index;
    let mut at = index;
    for _ in 0..8 {
        if reading.tokens.gap(at) >= Gap::Line || at == 0 {
            break;
        }
        let before = at - 1;
        let fold = reading.fold(before);
        let name = reading.is_capital(before)
            && !reading.is(before, Class::KIN.with(Class::PREPOSITION))
            && !(reading.first(before) && reading.is(before, Class::STOP.with(Class::DETERMINER)))
            && (!reading.first(before)
                || HONOURS.contains(&fold)
                || !reading.flags(before).is_word()
                || reading.tokens.is_initial(before));
        let prefix = reading.is_capital(before) && reading.is(before, Class::TUSSENVOEGSEL) && !reading.first(before);
        if name || prefix || HONOURS.contains(&fold) && !reading.is_capital(index) && !matches!(fold, "jan" | "laan") {
            from = before;
        } else if !(matches!(fold, "." | "-" | "'")
            || reading.is(before, Class::TUSSENVOEGSEL) && !reading.first(before))
        {
            break;
        }
        at = before;
    }
    from
}

/// Whether "aan de", "op het" or the like stands before.
fn at_street(reading: &Reading<'_>, from: usize) -> bool {
    let Some(before) = reading.tokens.before(from) else { return false };
    let article = reading.is(before, Class::DETERMINER);
    let said = |at: usize| {
        matches!(
            reading.fold(at),
            "aan"
                | "op"
                | "adres"
                | "straat"
                | "woonadres"
                | "briefadres"
                | "woont"
                | "flat"
                | "hoek"
                | "in"
                | "langs"
                | "vakantieadres"
                | "bezoekadres"
                | "postadres"
        )
    };
    said(before)
        || reading.tokens.word(before) == ":" && before > 0 && said(before - 1)
        || reading.tokens.word(before) == ":"
            && (before.saturating_sub(4)..before).any(|at| reading.fold(at).ends_with("adres"))
        || article && reading.tokens.before(before).is_some_and(said)
}

/// A name without the end of a street, with a number after it: "woont aan Kievit 5".
fn by_number(reading: &Reading<'_>, index: usize) -> Option<Found> {
    if !reading.is_capital(index)
        || reading.stays[index]
        || reading.is(index, Class::STAYS.with(Class::STOP))
        || reading.tokens.is_initial(index)
    {
        return None;
    }
    let to = house_numbers::at(reading, index + 1)?;
    let from = start(reading, index);
    let digits = reading.tokens.word(index + 1);
    let year = digits.len() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
    let mut next = to + 1;
    next += usize::from(reading.tokens.word(next) == ",");
    next += usize::from(reading.fold(next) == "postcode");
    let postcode = reading.shape(next) == Shape::Number
        && reading.tokens.word(next).len() == 4
        && reading.tokens.word(next + 1).len() == 2;
    let letter = to > index + 1 && reading.is_glued(index + 2);
    let at_street = at_street(reading, from);
    let plain = reading.flags(index).is_word() || reading.class(index) != Class::default();
    // A line of an address: "De Wildert 33".
    let article = index > 0
        && reading.follows(index)
        && (matches!(reading.fold(index - 1), "de" | "het") && reading.is_capital(index - 1)
            || index > 1 && reading.fold(index - 1) == "t" && reading.tokens.word(index - 2) == "'");
    let ends = reading.tokens.gap(to + 1) >= Gap::Line || reading.tokens.word(to + 1) == ",";
    let line = article && ends && !year && !reading.flags(index).is_common() && digits.len() <= 3;
    let from = if line && reading.is_capital(index - 1) { from.min(index - 1) } else { from };
    let fits = line || postcode || !year && (at_street && !(plain && reading.first(index)) || letter && !plain);
    let certainty = if postcode || at_street { Certainty::Zeker } else { Certainty::Twijfel };
    let reason = "een naam met een huisnummer";
    fits.then_some(Found { from, name_to: index, number_to: Some(to), certainty, reason })
}

/// "Laan van Brabant 12", "aan Het Laag".
fn lane(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let article = reading.is_capital(index)
        && matches!(reading.fold(index), "de" | "het")
        && reading.is_capital(index + 1)
        && reading.follows(index + 1);
    if article
        && !reading.first(index)
        && reading.tokens.before(index).is_some_and(|at| reading.fold(at) == "aan")
        && !reading.stays[index + 1]
    {
        let number_to = house_numbers::at(reading, index + 2);
        let reason = "een naam met een lidwoord, na het woord 'aan'";
        return Some(Found { from: index, name_to: index + 1, number_to, certainty: Certainty::Twijfel, reason });
    }
    let head =
        reading.is_capital(index) && matches!(reading.fold(index), "laan" | "plein" | "hof" | "weg" | "pad" | "kade");
    if !head || !reading.is(index + 1, Class::TUSSENVOEGSEL) {
        return None;
    }
    let mut last = index + 1;
    while reading.is(last + 1, Class::TUSSENVOEGSEL) && reading.follows(last + 1) {
        last += 1;
    }
    if !reading.is_capital(last + 1) {
        return None;
    }
    while reading.is_capital(last + 1) && reading.tokens.gap(last + 1) == Gap::Space {
        last += 1;
    }
    let number_to = house_numbers::at(reading, last + 1);
    Some(Found {
        from: index,
        name_to: last,
        number_to,
        certainty: Certainty::Zeker,
        reason: "een straatnaam van meer woorden",
    })
}
