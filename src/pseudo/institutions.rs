//! Schools, churches, clubs, employers and care providers.

use super::finds::Finds;
use super::hit::{Certainty, Kind};
use super::lexicon::Flags;
use super::marks::{FORMS, MARKS, ORGANISATION, SCHOOLS};
use super::reading::Reading;
use super::speech::Class;
use super::tokens::{Gap, Shape};
use super::unmarked;

/// Finds the institutions.
pub(super) fn find(reading: &Reading<'_>, finds: &mut Finds) {
    let mut index = 0;
    let mark = Class::SCHOOL.with(Class::ORGANISATION).with(Class::OF_INSTITUTION);
    while index < reading.len() {
        // Most words neither are part of a name nor announce one.
        if !reading.is_capital(index) && !reading.is(index, mark) && reading.tokens.word(index) != "'" {
            index += 1;
            continue;
        }
        let found = marked(reading, index)
            .or_else(|| ended(reading, index))
            .or_else(|| of_law(reading, index))
            .or_else(|| told(reading, index))
            .or_else(|| {
                unmarked(reading, index).filter(|found| (found.0..=found.1).all(|at| finds.taken(at).is_none()))
            });
        match found {
            Some((from, to, kind, certainty, reason)) if (from..=to).all(|at| finds.taken(at) != Some(Kind::Adres)) => {
                finds.add(from, to, kind, certainty, reason);
                index = to + 1;
            }
            _ => index += 1,
        }
    }
}

/// Whether a word in small letters may begin or end the name of an institution.
pub(super) fn class(fold: &str) -> Class {
    let part = matches!(fold, "v" | "s" | "f" | "h" | "o" | "zonen" | "groep" | "klas");
    if part { Class::OF_INSTITUTION } else { Class::default() }
}

type Found = (usize, usize, Kind, Certainty, &'static str);

fn unmarked(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let found = unmarked::find(reading, index).or_else(|| unmarked::small(reading, index))?;
    Some((found.from, found.to, found.kind, found.certainty, found.reason))
}

fn kind_of(reading: &Reading<'_>, index: usize) -> Option<Kind> {
    if reading.is(index, Class::SCHOOL) {
        return Some(Kind::School);
    }
    reading.is(index, Class::ORGANISATION).then_some(Kind::Organisatie)
}

/// The last token of a name of capitals that begins here.
pub(super) fn name_end(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let mut last = None;
    let mut at = from;
    let mut quoted = false;
    while at < reading.len() && (at == from || reading.tokens.gap(at) < Gap::Paragraph) && at < from + 14 {
        let word = reading.tokens.word(at);
        // "De Kleine Prins in Breda": where it stands is a place of its own.
        if matches!(word, "in" | "te") && at > from && reading.flags(at + 1).is_place() && reading.is_capital(at + 1) {
            break;
        }
        let starts_article = reading.is(at, Class::TUSSENVOEGSEL)
            || matches!(word, "'" | "-" | "&" | "." | "en" | "voor" | "\"" | "(" | "'t");
        let inside = at > from && reading.is_capital(at - 1) && reading.is_capital(at + 1) && reading.follows(at + 1);
        if reading.is_capital(at)
            && (!reading.stays[at] || inside)
            && !reading.is(at, Class::KIN.with(Class::TITLE))
            && (at == from || !reading.first(at) || quoted || last.is_none())
        {
            last = Some(at);
        } else if !starts_article || last.is_some() && ends_name(reading, at) {
            break;
        }
        quoted |= matches!(word, "\"" | "(" | "'");
        at += 1;
    }
    // "TV Olympus '68"
    let last = last.map(|last| {
        let year = reading.tokens.word(last + 1) == "'"
            && reading.shape(last + 2) == Shape::Number
            && reading.is_glued(last + 2);
        last + if year { 2 } else { 0 }
    });
    // A closing bracket or a single connecting word is no part of the name.
    last.filter(|last| {
        (from..=*last).any(|at| {
            reading.is_capital(at)
                && !reading.stays[at]
                && !reading.is(at, Class::TUSSENVOEGSEL.with(Class::DETERMINER))
        })
    })
}

/// Whether a sign closes a name that has begun.
fn ends_name(reading: &Reading<'_>, at: usize) -> bool {
    match reading.tokens.word(at) {
        "." => !reading.is_glued(at) || !reading.is_glued(at + 1),
        "\"" | "(" => true,
        "'" => reading.fold(at + 1) == "s",
        _ => false,
    }
}

/// "basisschool De Korenwolf", "v.v. Rietvogels", "Praktijkschool Zuiderend".
fn marked(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let dotted = matches!(reading.fold(index), "v" | "s" | "f" | "h" | "o")
        && reading.tokens.word(index + 1) == "."
        && reading.is_glued(index + 1)
        && matches!(reading.fold(index + 2), "v" | "c" | "s" | "b")
        && reading.is_glued(index + 2)
        && reading.tokens.word(index + 3) == ".";
    let (kind, next) = if dotted {
        (Kind::Organisatie, index + 4)
    } else {
        let kind = reading.tokens.is_word(index).then(|| kind_of(reading, index))??;
        let stop = index + 1 + usize::from(reading.tokens.word(index + 1) == "." && reading.fold(index) == "stg");
        (kind, stop)
    };
    let fold = reading.fold(index);
    let brief = fold.len() <= 4 && !dotted;
    if brief && reading.shape(index) == Shape::Lower && matches!(fold, "so" | "rk" | "ac" | "bc" | "tv")
        || reading.tokens.gap(next) >= Gap::Line && reading.tokens.gap(next) == Gap::Paragraph
    {
        return None;
    }
    // "de school (De Rank)", "moskee 'An-Nour'"
    let opens = matches!(reading.tokens.word(next), "(" | "\"" | "'") && reading.tokens.gap(next) == Gap::Space;
    let opens = opens && reading.fold(next + 1) != "t";
    let begin = next + usize::from(opens);
    if !opens && !reading.follows(begin) {
        return None;
    }
    let small = small_name(reading, begin);
    if small && !opens && (!brief || reading.flags(index).has(Flags::SCHOOL_MARK.with(ORGANISATION))) {
        return Some((
            before(reading, index),
            begin,
            kind,
            Certainty::Twijfel,
            "een onbekend woord na een woord voor een instelling",
        ));
    }
    let starts = reading.is_capital(begin)
        || reading.tokens.word(begin) == "'"
        || reading.is(begin, Class::TUSSENVOEGSEL)
            && (reading.is_capital(begin + 1)
                || reading.is(begin + 1, Class::TUSSENVOEGSEL) && reading.is_capital(begin + 2))
            && !matches!(
                reading.fold(begin),
                "in" | "op" | "van" | "te" | "bij" | "aan" | "voor" | "over" | "onder" | "uit" | "tot"
            );
    if !starts {
        return None;
    }
    let last = name_end(reading, begin)?;
    // A person at "de school Kim" is rather a person; a mark that is a role never comes here.
    let first_word = (begin..=last).find(|at| reading.is_capital(*at))?;
    let person = reading.flags(first_word).has(Flags::USUAL_FIRST_NAME)
        && first_word == last
        && matches!(fold, "school" | "club" | "groep" | "opvang" | "praktijk");
    let mut last = last;
    if matches!(reading.fold(last), "b" | "v" | "n")
        && reading.tokens.word(last + 1) == "."
        && reading.is_glued(last + 1)
    {
        last += 1;
    }
    let from = if opens { begin } else { before(reading, index) };
    let certainty = if person { Certainty::Twijfel } else { Certainty::Zeker };
    Some((
        from,
        last,
        if person { Kind::Persoon } else { kind },
        certainty,
        "een naam na een woord voor een instelling",
    ))
}

/// A name in small letters: a word that no list knows.
fn small_name(reading: &Reading<'_>, index: usize) -> bool {
    let fold = reading.fold(index);
    reading.shape(index) == Shape::Lower
        && fold.len() >= 6
        && (reading.flags(index).is_empty() || name_only(reading, index))
        && !reading.is_compound(index)
        && !reading.is_glued(index + 1)
}

/// Whether a word is a name in the lists and nothing else.
fn name_only(reading: &Reading<'_>, index: usize) -> bool {
    let flags = reading.flags(index);
    (flags.is_first_name() || flags.is_surname() || flags.is_capitalised_word() && !flags.has(Flags::PEOPLE))
        && !flags.is_word()
        && !flags.is_place()
}

/// "jan tinbergen college", "markland-oost college": where a name in small letters before a mark begins.
fn small_before(reading: &Reading<'_>, index: usize) -> Option<usize> {
    let (mut from, mut named) = (None, false);
    for at in (index.saturating_sub(4)..index).rev() {
        let glued = reading.tokens.word(at) == "-" && reading.is_glued(at) && reading.is_glued(at + 1);
        let half = reading.is_glued(at + 1) && reading.tokens.word(at + 1) == "-"
            || reading.is_glued(at) && at > 0 && reading.tokens.word(at - 1) == "-";
        let flags = reading.flags(at);
        let odd = reading.shape(at) == Shape::Lower
            && reading.fold(at).len() >= 3
            && !flags.is_word()
            && !flags.has(Flags::CAPITALS.with(Flags::PEOPLE))
            && !reading.is(at, Class::COMPOUND.with(Class::SCHOOL).with(Class::ORGANISATION))
            && !reading.stays[at];
        let first = named && flags.has(Flags::USUAL_FIRST_NAME);
        let word = (half || first) && reading.shape(at) == Shape::Lower;
        if reading.tokens.gap(at + 1) > Gap::Space || !(odd || word || glued) {
            break;
        }
        named |= odd && reading.fold(at).len() >= 4;
        if !glued {
            from = Some(at);
        }
    }
    from.filter(|_| named)
}

/// "Eritrese kerk", "Sint-Corneliusparochie": capitals before the mark belong to it.
fn before(reading: &Reading<'_>, index: usize) -> usize {
    let mut from = index;
    let mut at = index;
    while at > 0 && reading.tokens.gap(at) <= Gap::Space {
        let before = at - 1;
        let short =
            reading.tokens.word(before) == "." && before > 0 && matches!(reading.fold(before - 1), "st" | "sint");
        let joins = reading.tokens.word(before) == "-" && reading.is_glued(at) || short;
        let article = reading.is_capital(before) && matches!(reading.fold(before), "het" | "de");
        let name = article
            || reading.is_capital(before)
                && !reading.is(
                    before,
                    Class::KIN.with(Class::ROLE).with(Class::TITLE).with(Class::PREPOSITION).with(Class::STOP),
                )
                && (!reading.first(before) || !reading.flags(before).is_word() || reading.fold(before) == "het");
        if name {
            from = before;
        } else if !joins {
            break;
        }
        at = before;
    }
    from
}

/// One word that names an institution, or capitals before the mark: "Bravis ziekenhuis".
fn ended(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let fold = reading.fold(index);
    let kind = reading.tokens.is_word(index).then(|| kind_of(reading, index))??;
    if fold.len() < 6 && fold != "kerk"
        || reading.stays[index]
        || reading.shape(index) == Shape::Upper && reading.tokens.shouts(index)
    {
        return None;
    }
    let from = before(reading, index);
    if from < index {
        // "Zeeuwse Zorgfederatie": the capital of the word itself says so too.
        let own = reading.is_capital(index) && !reading.first(index) && !reading.flags(index).is_word();
        let named = own
            || (from..index)
                .any(|at| reading.is_capital(at) && !reading.stays[at] && !reading.is(at, Class::DETERMINER));
        return named.then_some((from, index, kind, Certainty::Zeker, "een naam voor een woord voor een instelling"));
    }
    let lower = reading.shape(index) == Shape::Lower;
    if let Some(from) = small_before(reading, index).filter(|_| lower && kind == Kind::School) {
        let reason = "een naam in kleine letters voor een woord voor een school";
        return Some((from, index, kind, Certainty::Twijfel, reason));
    }
    let whole = reading.flags(index).has(ORGANISATION.with(Flags::SCHOOL_MARK))
        || SCHOOLS.contains(&fold)
        || MARKS.contains(&fold);
    let glued = index >= 2 && reading.tokens.word(index - 1) == "-";
    let odd = reading.is_capital(index) && !reading.flags(index).is_word() && !reading.is_compound(index);
    (odd && !whole && !glued).then_some((
        index,
        index,
        kind,
        Certainty::Twijfel,
        "een woord dat eindigt als een instelling",
    ))
}

/// "Garage Lauwerijssen BV", "Jansen & Zonen": capitals before the form of law.
fn of_law(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let fold = reading.fold(index);
    let upper = matches!(reading.shape(index), Shape::Upper | Shape::Capital);
    let dotted = matches!(fold, "b" | "n")
        && reading.tokens.word(index + 1) == "."
        && reading.fold(index + 2) == "v"
        && reading.is_glued(index + 2);
    if !(upper && FORMS.contains(&fold)
        || dotted && upper
        || fold == "zonen" && index > 0 && reading.tokens.word(index - 1) == "&")
    {
        return None;
    }
    let mut from = index;
    let mut at = index;
    while at > 0 && reading.tokens.gap(at) <= Gap::Space {
        at -= 1;
        if reading.is_capital(at) && !reading.stays[at] && !reading.is(at, Class::STOP) {
            from = at;
        } else if !(matches!(reading.tokens.word(at), "&" | "-" | "." | "'") || reading.is(at, Class::TUSSENVOEGSEL)) {
            break;
        }
    }
    let last = if dotted { index + 2 + usize::from(reading.tokens.word(index + 3) == ".") } else { index };
    (from < index).then_some((from, last, Kind::Organisatie, Certainty::Zeker, "een naam voor een rechtsvorm"))
}

/// "zit op De Vlinder", "groep 6 van De Vlinder", "werkt bij Verbakel".
fn told(reading: &Reading<'_>, index: usize) -> Option<Found> {
    let article = reading.is_capital(index) && matches!(reading.fold(index), "de" | "het" | "den")
        || reading.tokens.word(index) == "'" && reading.fold(index + 1) == "t" && reading.is_glued(index + 1);
    if reading.first(index) || !reading.follows(index) {
        return None;
    }
    let before = reading.tokens.before(index)?;
    let preposition = matches!(reading.fold(before), "op" | "van" | "bij" | "naar" | "door" | "voor");
    if !preposition || !article && !reading.is_capital(index) {
        return None;
    }
    let school = said_near(reading, before, &unmarked::SCHOOL, 5);
    let work = said_near(
        reading,
        before,
        &[
            "werkt",
            "werkte",
            "werk",
            "werkzaam",
            "stage",
            "baan",
            "dienst",
            "bijbaan",
            "bijbaantje",
            "ontslagen",
            "aangenomen",
        ],
        4,
    );
    let capital = reading.is_capital(index);
    let named_so =
        article && capital && !reading.flags(index + 1).has(Flags::USUAL_SURNAME) && reading.is_capital(index + 1);
    if !preposition
        || !(article || capital && (work && reading.fold(before) == "bij" || school && reading.fold(before) == "op"))
    {
        return None;
    }
    if !article
        && (reading.stays[index]
            || reading.flags(index).has(Flags::USUAL_FIRST_NAME)
            || reading.is(index, Class::KIN.with(Class::ROLE).with(Class::TITLE)))
    {
        return None;
    }
    let last = name_end(reading, index).filter(|last| !article || *last > index)?;
    // "van De Vries" is a person; a name of words such as De Rank is not.
    if article && !school && !named_so && reading.flags(last).has(Flags::USUAL_SURNAME) {
        return None;
    }
    let kind = if school { Kind::School } else { Kind::Organisatie };
    Some((index, last, kind, Certainty::Twijfel, "een naam na woorden zoals 'zit op' of 'werkt bij'"))
}

pub(super) fn said_near(reading: &Reading<'_>, index: usize, words: &[&str], reach: usize) -> bool {
    (index.saturating_sub(reach)..index).any(|at| words.contains(&reading.fold(at)))
}
