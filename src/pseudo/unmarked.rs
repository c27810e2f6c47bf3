//! Schools, care providers and streets that no word announces: a capital in the middle of a
//! sentence where grammar asks none, and names in small letters after "groep 5 van".

use super::finds::Found;
use super::hit::{Certainty, Kind};
use super::institutions::{name_end, said_near};
use super::lexicon::Flags;
use super::reading::Reading;
use super::speech::{Class, ends};
use super::tokens::Shape;

/// Words near which a name is that of a school.
pub(super) const SCHOOL: [&str; 16] = [
    "groep",
    "klas",
    "leerling",
    "leerlingen",
    "school",
    "brugklas",
    "leerjaar",
    "zit",
    "zat",
    "zitten",
    "ib",
    "leerplicht",
    "onderwijs",
    "juf",
    "meester",
    "leerkracht",
];

/// Words near which "in de Kolk" is a street.
const HOME: [&str; 10] =
    ["woont", "wonen", "woonde", "woonden", "woon", "verhuisd", "verhuist", "verhuisde", "adres", "huis"];

/// Behind "en" these begin another name.
const PREPOSITIONS: [&str; 7] = ["bij", "op", "naar", "via", "van", "in", "met"];

/// "op de Regenboog", "via Kompaan en de Bocht", "aan de Kolk".
pub(super) fn find(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let before = reading.tokens.before(index)?;
    if !may_be_named(reading, index) || reading.tokens.shouts(index) {
        return None;
    }
    let article = matches!(reading.fold(before), "de" | "het" | "den" | "t") && !reading.is_capital(before);
    let (from, said) = if article {
        // The apostrophe of "'t" is a token of its own.
        let from = if reading.fold(before) == "t" { before.checked_sub(1)? } else { before };
        (from, reading.tokens.before(from)?)
    } else {
        (index, before)
    };
    // "zit op het Norbertus": with an article a first name is that of a school.
    let flags = reading.flags(index);
    let name = flags.has(Flags::USUAL_FIRST_NAME) || flags.is_first_name() && !flags.is_word();
    let at_school = article && matches!(reading.fold(said), "op" | "naar") && said_near(reading, said, &SCHOOL, 4);
    if name && !at_school || reading.is_capital(said) || after_a_name(reading, said) {
        return None;
    }
    let last = last(reading, index)?;
    let kind = if article { with_article(reading, said, index, last)? } else { bare(reading, said, index)? };
    let reason = "een hoofdletter waar de grammatica er geen vraagt";
    Some(Found { from, to: last, kind, certainty: Certainty::Twijfel, reason })
}

/// How words for what is done or who does it end: no name, whatever capital they have.
const GENERIC: [&str; 22] = [
    "therapie",
    "zorg",
    "klas",
    "hulp",
    "plicht",
    "dienst",
    "loket",
    "team",
    "raad",
    "wet",
    "plan",
    "training",
    "cursus",
    "overleg",
    "afspraak",
    "bureau",
    "besluit",
    "traject",
    "reclassering",
    "tafel",
    "instellingen",
    "autoriteit",
];

/// Whether a word is an ordinary one that people write with a capital out of respect.
fn is_ordinary(reading: &Reading<'_>, index: usize, school: bool) -> bool {
    let flags = reading.flags(index);
    let word = flags.is_word() || reading.is(index, Class::COMPOUND);
    flags.is_common() || !school && flags.has(Flags::FREQUENT) || word && ends(reading.fold(index), &GENERIC, 0)
}

/// Whether a token with a capital may name an institution or street.
fn may_be_named(reading: &Reading<'_>, index: usize) -> bool {
    let grammar = Class::KIN
        .with(Class::ROLE)
        .with(Class::TITLE)
        .with(Class::STOP)
        .with(Class::STAYS)
        .with(Class::PREPOSITION)
        .with(Class::DETERMINER)
        .with(Class::PRONOUN)
        .with(Class::NAMING)
        .with(Class::LABEL);
    let flags = reading.flags(index);
    let larger = flags.has(Flags::REGION.with(Flags::COUNTRY).with(Flags::PEOPLE).with(Flags::CAPITALS));
    matches!(reading.shape(index), Shape::Capital | Shape::Mixed)
        && !reading.first(index)
        && reading.follows(index)
        && !reading.stays[index]
        && !reading.is(index, grammar)
        && !reading.tokens.is_initial(index)
        && !larger
}

/// Whether the preposition belongs to a name: "Jan van de Kerkhof", "mevrouw van de Kolk".
fn after_a_name(reading: &Reading<'_>, said: usize) -> bool {
    let Some(before) = reading.tokens.before(said) else { return false };
    let dot = usize::from(reading.tokens.word(before) == ".");
    let before = before.saturating_sub(dot);
    let name = reading.is_capital(before) && !reading.stays[before] && !reading.first(before)
        || reading.flags(before).is_first_name() && reading.is_capital(before);
    reading.is(said, Class::TUSSENVOEGSEL) && (name || reading.is(before, Class::TITLE.with(Class::NAMING)))
}

fn last(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let last = name_end(reading, index)?;
    // "via Surplus en Anna": the person is one by herself.
    let person = last > index + 1 && reading.flags(last).has(Flags::USUAL_FIRST_NAME);
    let last = if person && reading.fold(last - 1) == "en" { last - 2 } else { last };
    // "bij de Scouting en bij Jong Oranje" are two.
    let other = |at: usize| reading.fold(at) == "en" && PREPOSITIONS.contains(&reading.fold(at + 1));
    let last = (index..last).find(|at| other(at + 1)).unwrap_or(last);
    // What has a word for an institution in it is found there.
    let marked = |at| reading.is(at, Class::SCHOOL.with(Class::ORGANISATION));
    (!(index..=last).any(marked)).then_some(last)
}

fn with_article(reading: &Reading<'_>, said: usize, index: usize, last: usize) -> Option<Kind> {
    let flags = reading.flags(index);
    let school = said_near(reading, said, &SCHOOL, 6) || behind(reading, last, &SCHOOL[..5], 4);
    let surname = flags.has(Flags::USUAL_SURNAME) && last == index;
    if is_ordinary(reading, index, school) {
        return None;
    }
    if flags.is_capitalised_word() && !flags.is_word() && !school {
        return None;
    }
    match reading.fold(said) {
        "op" | "naar" | "van" | "bij" if school => Some(Kind::School),
        "aan" | "langs" => Some(Kind::Straat),
        "in" if said_near(reading, said, &HOME, 6) => Some(Kind::Straat),
        "op" | "naar" | "via" => Some(Kind::Organisatie),
        "bij" | "door" | "van" if !surname => Some(Kind::Organisatie),
        _ => None,
    }
}

fn bare(reading: &Reading<'_>, said: usize, index: usize) -> Option<Kind> {
    let flags = reading.flags(index);
    let other = flags.has(Flags::USUAL_SURNAME.with(Flags::FIRST_NAME)) || flags.is_place();
    // What no list knows is rather a person, save after "via".
    let ordinary = flags.is_word() || reading.fold(said) == "via";
    if other || !ordinary {
        return None;
    }
    let school = said_near(reading, said, &SCHOOL, 5);
    // Without an article "op Voetbal" is as likely.
    if is_ordinary(reading, index, false) {
        return None;
    }
    match reading.fold(said) {
        "op" | "naar" if school => Some(Kind::School),
        "via" | "bij" | "naar" | "door" | "van" | "met" => Some(Kind::Organisatie),
        _ => None,
    }
}

fn behind(reading: &Reading<'_>, index: usize, words: &[&str], reach: usize) -> bool {
    (index + 1..=index + reach).any(|at| words.contains(&reading.fold(at)))
}

/// "groep 5 van de regenboog", "basisschool de vlinder": in small letters.
pub(super) fn small(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let group = matches!(reading.fold(index), "groep" | "klas") && reading.shape(index + 1) == Shape::Number;
    let next = if group {
        let said = index + 2;
        matches!(reading.fold(said), "van" | "op" | "bij").then_some(said + 1)?
    } else {
        announces(reading, index).then_some(index + 1)?
    };
    let article = match reading.fold(next) {
        "de" | "het" => 1,
        "'" if reading.fold(next + 1) == "t" => 2,
        _ => return None,
    };
    let name = next + article;
    let flags = reading.flags(name);
    let fits = (next..=name).all(|at| reading.shape(at) == Shape::Lower || reading.shape(at) == Shape::Sign)
        && reading.follows(name)
        && reading.fold(name).len() >= 4
        && !reading.stays[name]
        && !flags.is_common()
        && !reading.is(name, Class::KIN.with(Class::ROLE).with(Class::TITLE).with(Class::SCHOOL).with(Class::STOP))
        && !reading.is(name, Class::VERB.with(Class::ORGANISATION));
    let (from, kind) = if group || reading.is(index, Class::SCHOOL) {
        (if group { next } else { index }, Kind::School)
    } else {
        (index, Kind::Organisatie)
    };
    let reason = "een naam in kleine letters na een woord voor een instelling";
    fits.then_some(Found { from, to: name, kind, certainty: Certainty::Twijfel, reason })
}

/// Whether a word for an institution stands without an article, as before a name.
fn announces(reading: &Reading<'_>, index: usize) -> bool {
    let before = reading.tokens.before(index);
    let word = matches!(
        reading.fold(index),
        "basisschool"
            | "obs"
            | "cbs"
            | "rkbs"
            | "kbs"
            | "pcbs"
            | "bs"
            | "sbo"
            | "ikc"
            | "kc"
            | "isk"
            | "kindcentrum"
            | "kinderdagverblijf"
            | "kdv"
            | "bso"
            | "peuterspeelzaal"
            | "psz"
            | "kinderopvang"
            | "zorgboerderij"
            | "gezinshuis"
            | "logeerhuis"
            | "zorggroep"
            | "moskee"
            | "manege"
    );
    word && before.is_none_or(|at| !reading.is(at, Class::DETERMINER))
}
