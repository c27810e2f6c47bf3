//! Places where people live, come from or have been.

use super::finds::Finds;
use super::hit::{Certainty, Kind};
use super::lexicon::{Flags, Walk};
use super::reading::Reading;
use super::speech::Class;
use super::tokens::{Gap, Shape};

/// Words after a place that belong to it: Almere Haven.
const PARTS: &[&str] = &[
    "haven", "noord", "zuid", "oost", "west", "centrum", "dorp", "stad", "buiten", "binnen", "aan", "bad", "nassau",
    "hertog",
];

/// Words before a place that belong to it: Klein-Zundert, Oud Gastel.
const BEFORE: &[&str] = &[
    "klein", "groot", "oud", "nieuw", "oude", "nieuwe", "noord", "zuid", "oost", "west", "sint", "st", "hoog", "laag",
    "boven", "beneden",
];

/// Finds the places.
pub(super) fn find(reading: &Reading<'_>, finds: &mut Finds) {
    let mut index = 0;
    while index < reading.len() {
        let next = several(reading, index, finds).or_else(|| one(reading, index, finds));
        match next {
            Some((last, certainty, reason)) if (index..=last).all(|at| !reading.stays[at]) => {
                finds.add(index, last, Kind::Plaats, certainty, reason);
                index = last + 1;
            }
            Some((last, ..)) => index = last + 1,
            None => index += 1,
        }
    }
}

/// A place of several words: Bergen op Zoom, Etten-Leur, 's-Hertogenbosch.
fn several(reading: &Reading<'_>, index: usize, finds: &Finds) -> Option<(usize, Certainty, &'static str)> {
    if !reading.tokens.is_word(index) && reading.tokens.word(index) != "'" {
        return None;
    }
    let hyphen = reading.is_glued(index + 1) && reading.tokens.word(index + 1) == "-";
    let quote = reading.shape(index) == Shape::Sign;
    let before = reading.is(index, Class::BEFORE_PLACE);
    let dotted = before && matches!(reading.fold(index), "st" | "sint");
    if !(hyphen || quote || dotted || before || reading.flags(index).starts_phrase()) {
        return None;
    }
    // Grammar begins no place in small letters.
    if !reading.is_capital(index)
        && !quote
        && (reading.is(index, Class::STOP.with(Class::TUSSENVOEGSEL)) && !dotted
            || !preceded(reading, index) && !in_address(reading, index, finds))
    {
        return None;
    }
    let mut walk = Walk::start().on(reading.fold(index));
    // "St. Willebrord" stands in the lists as Sint too.
    let mut saint = if reading.fold(index) == "st" { Walk::start().on("sint") } else { None };
    let (mut found, mut capital, mut any_capital) = (None, reading.is_capital(index), false);
    let mut after_dot = false;
    for last in index + 1..(index + 8).min(reading.len()) {
        let gap = reading.tokens.gap(last);
        let fold = reading.fold(last);
        if gap == Gap::Paragraph || matches!(fold, "," | ";" | ":" | "(" | ")") {
            break;
        }
        if fold == "." {
            if !dotted || last != index + 1 {
                break;
            }
            after_dot = true;
            continue;
        }
        let blank = if gap > Gap::None || after_dot { " " } else { "" };
        after_dot = false;
        let on = |walk: Walk| walk.on(blank).and_then(|walk| walk.on(fold));
        (walk, saint) = (walk.and_then(on), saint.and_then(on));
        if walk.is_none() && saint.is_none() {
            break;
        }
        capital |= reading.is_capital(last);
        if [walk, saint].into_iter().flatten().any(|walk| walk.flags().is_place()) {
            (found, any_capital) = (Some(last), capital);
        }
    }
    let second = index + 1 + usize::from(hyphen);
    let near = reading.tokens.gap(index + 1) <= Gap::Space && reading.tokens.gap(second) <= Gap::Space;
    if found.is_none()
        && near
        && before
        && reading.is_capital(index)
        && reading.is_capital(second)
        && reading.flags(second).is_place()
    {
        found = Some(second);
    }
    let last = found.filter(|last| *last != index)?;
    let lower = reading.shape(last) == Shape::Lower && !any_capital;
    let sure = if lower { Certainty::Twijfel } else { Certainty::Zeker };
    (!lower || preceded(reading, index) || in_address(reading, index, finds)).then_some((
        last,
        sure,
        "een plaats uit de lijst",
    ))
}

/// Whether a word may stand before a place.
pub(super) fn class(fold: &str) -> Class {
    if BEFORE.contains(&fold) { Class::BEFORE_PLACE } else { Class::default() }
}

fn preceded(reading: &Reading<'_>, index: usize) -> bool {
    reading
        .tokens
        .before(index)
        .is_some_and(|before| reading.is(before, Class::WHERE) && reading.fold(before) != "tussen")
}

/// "Lindelaan 12, Zegge", "4711 AB Roosendaal", "4711AB, Rucphen".
fn in_address(reading: &Reading<'_>, index: usize, finds: &Finds) -> bool {
    let Some(mut before) = reading.tokens.before(index) else { return false };
    if matches!(reading.tokens.word(before), "," | "(") && before > 0 {
        before -= 1;
    }
    let street = matches!(finds.taken(before), Some(Kind::Adres | Kind::Huisnummer));
    let postcode = reading.tokens.is_word(before)
        && reading.tokens.word(before).len() == 2
        && before > 0
        && reading.shape(before - 1) == Shape::Number
        && reading.tokens.word(before - 1).len() == 4;
    street || postcode
}

fn one(reading: &Reading<'_>, index: usize, finds: &Finds) -> Option<(usize, Certainty, &'static str)> {
    let flags = reading.flags(index);
    let shape = reading.shape(index);
    let upper = shape == Shape::Upper;
    if !flags.is_place() {
        return if shape == Shape::Capital { unknown(reading, index) } else { None };
    }
    let where_before = preceded(reading, index) || in_address(reading, index, finds);
    if shape == Shape::Lower {
        let plain = flags.is_place_nl() && !flags.is_word() && !flags.is_first_name() && where_before;
        return plain.then_some((index, Certainty::Twijfel, "een plaats uit de lijst, in kleine letters"));
    }
    if reading.class(index).has(Class::STOP.with(Class::KIN).with(Class::ROLE).with(Class::TITLE))
        || upper && reading.fold(index).len() < 4
    {
        return None;
    }
    let before = reading.word_before(index);
    let person_before = before.is_some_and(|at| {
        reading.is(at, Class::TITLE.with(Class::NAMING)) || reading.is(at, Class::KIN) && !reading.first(index)
    });
    let name = flags.is_first_name() || flags.has(Flags::USUAL_SURNAME);
    let named_so = before.is_some_and(|at| {
        reading.follows(index)
            && reading.is_capital(at)
            && reading.flags(at).is_first_name()
            && !reading.stays[at]
            && !reading.flags(at).is_word()
    });
    let prefixed = index > 0 && reading.is(index - 1, Class::TUSSENVOEGSEL) && reading.follows(index);
    let initial = index > 1 && reading.tokens.word(index - 1) == "." && reading.tokens.is_initial(index - 2);
    let glued = reading.is_glued(index) && index > 0 && matches!(reading.tokens.word(index - 1), "-" | "'");
    let of_person = prefixed && reading.is_capital(index - 1) && !reading.first(index - 1) && !where_before;
    if of_person || person_before || named_so || initial || glued && !where_before {
        return None;
    }
    let certainty = if flags.is_word() || flags.is_common() {
        (where_before && !reading.first(index)).then_some(Certainty::Twijfel)?
    } else if where_before {
        Certainty::Zeker
    } else if name && (!flags.is_place_nl() || flags.has(Flags::USUAL_FIRST_NAME) || prefixed) {
        return None;
    } else {
        Certainty::Twijfel
    };
    let part = index + 1;
    let longer = reading.is_capital(part) && reading.follows(part) && PARTS.contains(&reading.fold(part));
    let hyphened =
        reading.tokens.word(part) == "-" && reading.is_glued(part) && PARTS.contains(&reading.fold(part + 1));
    let last = index + if hyphened { 2 } else { usize::from(longer) };
    Some((last, certainty, "een plaats uit de lijst"))
}

/// A word that no list knows, right after "in", "te" or "uit".
fn unknown(reading: &Reading<'_>, index: usize) -> Option<(usize, Certainty, &'static str)> {
    let flags = reading.flags(index);
    let before = reading.tokens.before(index)?;
    let said =
        matches!(reading.fold(before), "in" | "te" | "uit" | "vanuit" | "richting" | "woonplaats" | "dorp" | "wijk");
    let alone = !(reading.is_capital(index + 1) && reading.follows(index + 1)) && reading.tokens.word(index + 1) != "'";
    let odd = flags.is_empty()
        || flags.is_word()
            && !flags.is_common()
            && !reading.first(index)
            && !flags.has(Flags::USUAL_FIRST_NAME)
            && matches!(reading.fold(before), "in" | "te" | "uit" | "vanuit");
    let fits = said
        && alone
        && odd
        && !reading.stays[index]
        && reading.class(index) == Class::default()
        && !reading.tokens.is_initial(index);
    fits.then_some((
        index,
        Certainty::Twijfel,
        "een onbekend woord met een hoofdletter, na een woord zoals 'in' of 'uit'",
    ))
}
