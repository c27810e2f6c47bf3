//! What belongs to a name that was found: initials, tussenvoegsels, second names, nicknames.

use super::grade::{Grade, is_no_word, surname_after};
use super::{Mark, is_shout};
use crate::pseudo::finds::Finds;
use crate::pseudo::hit::Certainty;
use crate::pseudo::known::Family;
use crate::pseudo::lexicon::Flags;
use crate::pseudo::reading::Reading;
use crate::pseudo::speech::Class;
use crate::pseudo::tokens::{Gap, Shape};

/// Joins until nothing changes, at most a few times.
pub(super) fn names(
    reading: &Reading<'_>,
    family: &Family,
    grades: &[Grade],
    marks: &mut [Option<Mark>],
    finds: &Finds,
) {
    for index in 0..reading.len() {
        if finds.taken(index).is_some() || reading.is_label(index) {
            continue;
        }
        if reading.is_capital(index) && reading.tokens.word(index + 1) == "." {
            initials(reading, family, grades, marks, index);
        }
        if reading.is(index, Class::TUSSENVOEGSEL) || reading.tokens.word(index) == "'" {
            prefixed(reading, grades, marks, index);
        }
    }
    for index in 0..reading.len() {
        if marks[index].is_some() {
            forwards(reading, grades, marks, index);
            beside(reading, marks, index);
        }
    }
    for index in (0..reading.len()).rev() {
        if marks[index].is_some() {
            backwards(reading, family, grades, marks, index);
        }
    }
}

/// "JEROEN VERHAGEN SLAAT Daan": in capitals a word beside a name is a word, unless it is a name
/// too.
fn is_said(reading: &Reading<'_>, index: usize) -> bool {
    let flags = reading.flags(index);
    let is_name = (flags.is_surname() || flags.is_first_name()) && !reading.is(index, Class::VERB);
    reading.shape(index) == Shape::Upper && flags.is_word() && !is_name
}

fn put(marks: &mut [Option<Mark>], index: usize, mark: Mark) {
    if let Some(slot) = marks.get_mut(index)
        && slot.is_none_or(|old| !old.known && mark.certainty < old.certainty)
    {
        *slot = Some(mark);
    }
}

/// Initials that begin here: the last token of them and how many there are.
fn run_of_initials(reading: &Reading<'_>, index: usize) -> Option<(usize, usize)> {
    let (mut at, mut count, mut last) = (index, 0, index);
    loop {
        let initial = reading.tokens.is_initial(at)
            || matches!(reading.tokens.word(at), "Th" | "Ph" | "Chr" | "IJ" | "Joh" | "Jac" | "St" | "Fr");
        if !initial
            || reading.tokens.word(at + 1) != "."
            || !reading.is_glued(at + 1)
            || count > 0 && reading.tokens.gap(at) > Gap::Space
        {
            break;
        }
        count += 1;
        last = at + 1;
        at += 2;
    }
    (count > 0).then_some((last, count))
}

/// The token after tussenvoegsels that begin here, with their dots, strokes and apostrophes.
fn after_prefixes(reading: &Reading<'_>, index: usize) -> usize {
    let mut at = index;
    while reading.is(at, Class::TUSSENVOEGSEL)
        && !reading.tokens.is_initial(at)
        && (at == index || reading.tokens.gap(at) < Gap::Paragraph)
        && at < index + 8
        || at > index && matches!(reading.tokens.word(at), "." | "/") && reading.is_glued(at)
        || reading.tokens.word(at) == "'" && reading.fold(at + 1) == "t"
        || at > index
            && matches!(reading.tokens.word(at), "'" | "-")
            && reading.is_glued(at)
            && reading.is_capital(at + 1)
            && reading.fold(at - 1).len() <= 2
    {
        at += 1;
    }
    at
}

/// "J.P. de Vries", "A. Bakker", "Th. Roks".
fn initials(reading: &Reading<'_>, family: &Family, grades: &[Grade], marks: &mut [Option<Mark>], index: usize) {
    let glued =
        reading.is_glued(index) && index > 0 && !matches!(reading.tokens.word(index - 1), "(" | "\"" | "/" | "-" | "'");
    if glued
        || reading.is_possessive(index)
        || index >= 2
            && reading.tokens.word(index - 1) == "."
            && reading.tokens.is_initial(index - 2)
            && reading.tokens.gap(index) <= Gap::Space
            && !reading.first(index)
            && marks[index - 2].is_some()
    {
        return;
    }
    let Some((last, count)) = run_of_initials(reading, index) else { return };
    let name = after_prefixes(reading, last + 1);
    let near = reading.tokens.gap(last + 1) <= Gap::Line && reading.tokens.gap(name) < Gap::Paragraph;
    let grade = grades.get(name).copied().unwrap_or(Grade::No);
    let flags = reading.flags(name);
    let known = marks.get(name).copied().flatten().is_some_and(|mark| mark.known);
    let capital = reading.is_capital(name) && grade >= Grade::Weak && !is_shout(reading, name);
    // "A. Inleiding" is a heading; "A. Jansen" is not.
    let heading = reading.first(index) && count == 1 && flags.is_word() && !flags.is_surname();
    if near && (known || capital && !heading || is_shout(reading, name) && flags.is_surname()) {
        let reason = if known { "voorletters met een naam van het gezin" } else { "voorletters met een achternaam" };
        let mark = Mark { certainty: Certainty::Zeker, reason, known };
        (index..=name).filter(|at| reading.tokens.is_word(*at) || *at > last).for_each(|at| put(marks, at, mark));
        return;
    }
    own_initials(reading, family, marks, index, last, count);
}

/// "D.V." or "K. zegt" of the family.
fn own_initials(
    reading: &Reading<'_>,
    family: &Family,
    marks: &mut [Option<Mark>],
    index: usize,
    last: usize,
    count: usize,
) {
    let mark = |certainty| Mark { certainty, reason: "voorletters van iemand uit het gezin", known: true };
    if count >= 2 && family.are_initials(reading.fold(index), reading.fold(last - 1)) {
        (index..=last).filter(|at| reading.tokens.is_word(*at)).for_each(|at| put(marks, at, mark(Certainty::Zeker)));
    } else if let Some(end) = Some(count)
        .filter(|count| *count == 1)
        .and_then(|_| over_prefix(reading, last + 1))
        .filter(|end| family.are_initials(reading.fold(index), reading.fold(end - 1)))
    {
        (index..=end).filter(|at| reading.tokens.is_word(*at)).for_each(|at| put(marks, at, mark(Certainty::Zeker)));
    } else if count == 1 && family.is_first_initial(reading.fold(index)) {
        let goes_on = reading.is(last + 1, Class::VERB) && reading.follows(last + 1);
        let said = reading.tokens.before(index).is_some_and(|at| {
            reading.is(at, Class::PREPOSITION.with(Class::KIN).with(Class::TITLE)) || reading.fold(at) == "en"
        });
        let lower = reading.shape(last + 1) == Shape::Lower;
        if goes_on || said && lower {
            put(marks, index, mark(Certainty::Twijfel));
        }
    }
}

/// The dot of the last initial in "D.d.V." and "M. de V.", read from behind the first.
fn over_prefix(reading: &Reading<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    while at < from + 6 && reading.shape(at) == Shape::Lower && reading.tokens.word(at).len() <= 3 {
        at += 1;
        at += usize::from(reading.tokens.word(at) == "." && reading.is_glued(at));
    }
    let ends = reading.tokens.is_initial(at) && reading.tokens.word(at + 1) == "." && reading.is_glued(at + 1);
    (at > from && ends).then_some(at + 1)
}

/// "van Dijk", "el Amrani", "De Kok": tussenvoegsels before a capital.
fn prefixed(reading: &Reading<'_>, grades: &[Grade], marks: &mut [Option<Mark>], index: usize) {
    let inside = index > 0
        && reading.is(index - 1, Class::TUSSENVOEGSEL)
        && reading.follows(index)
        && !(reading.is_capital(index) && !reading.is_capital(index - 1));
    if inside
        || reading.is_glued(index) && index > 0 && !matches!(reading.tokens.word(index - 1), "(" | "\"" | "-" | "'")
    {
        return;
    }
    let name = after_prefixes(reading, index);
    if name == index
        || !reading.is_capital(name)
        // "Zij zag het. Gerrit belde": the sentence ended.
        || reading.first(name)
        || reading.tokens.gap(name) == Gap::Paragraph
        || is_shout(reading, name)
        || reading.is_glued(name + 1) && matches!(reading.tokens.word(name + 1), "_" | "@")
    {
        return;
    }
    let grade = grades[name];
    let flags = reading.flags(name);
    if grade == Grade::No || reading.is(name, Class::TUSSENVOEGSEL) {
        return;
    }
    let strong = (index..name).any(|at| reading.is(at, Class::STRONG))
        || reading.tokens.word(index) == "'" && name > index + 1
        || (index..name).any(|at| reading.tokens.word(at) == "." && reading.is_glued(at));
    let capital = reading.is_capital(index) && !reading.first(index);
    // "Ik bel Wendy", "Bel Wendy": a verb that is also the beginning of surnames.
    if name == index + 1 && !capital && matches!(reading.fold(index), "bel" | "ben" | "is" | "laat" | "was") {
        return;
    }
    let before = reading.tokens.before(index);
    let after_name = before.is_some_and(|at| {
        reading.is(at, Class::TITLE.with(Class::NAMING))
            || marks[at].is_some() && reading.follows(index)
            || reading.is_capital(at)
                && reading.follows(index)
                && reading.flags(at).has(Flags::USUAL_FIRST_NAME)
                && !reading.flags(at).is_common()
                && !reading.stays[at]
    }) || index > 1
        && reading.tokens.word(index - 1) == "."
        && reading.tokens.is_word(index - 2)
        && reading.is(index - 2, Class::TITLE);
    let surname = flags.is_surname() || flags.is_empty();
    let only_first = flags.has(Flags::USUAL_FIRST_NAME) && !flags.has(Flags::USUAL_SURNAME);
    let open = before.is_none_or(|at| {
        reading.is(at, Class::PREPOSITION.with(Class::VERB).with(Class::KIN).with(Class::ROLE))
            || matches!(reading.fold(at), "en" | "of" | "," | "(" | "\"" | ":" | "dat" | "als")
            || reading.tokens.word(at) == "-"
    }) || reading.first(index);
    let article = name == index + 1 && reading.fold(index) == "de";
    let sure = Mark { certainty: Certainty::Zeker, reason: "een tussenvoegsel met een achternaam", known: false };
    let doubt = Mark { certainty: Certainty::Twijfel, ..sure };
    let plain_word = flags.is_word() && !flags.is_surname() && !capital;
    let certain = after_name
        || strong && grade >= Grade::Weak && !plain_word
        || capital && (grade >= Grade::Likely && !only_first || flags.is_surname());
    let usual = flags.has(Flags::USUAL_SURNAME) && !reading.first(name);
    let likely = open && surname && !only_first && (grade >= Grade::Likely || usual) && name == index + 1
        || article && usual && flags.is_word() && !flags.is_common();
    let mark = match (certain, likely) {
        (true, _) => sure,
        (false, true) => doubt,
        _ => return,
    };
    // "Bij Sterk" is a preposition and a name; "Jan op de Beek" is a name as a whole.
    let preposition = name == index + 1 && !after_name && !strong && reading.is(index, Class::PREPOSITION);
    let from = if preposition && reading.fold(index) != "van" { name } else { index };
    (from..=name).filter(|at| reading.tokens.is_word(*at)).for_each(|at| put(marks, at, mark));
    if let Some(slot) = marks.get_mut(name).filter(|slot| slot.is_none_or(|old| !old.known)) {
        *slot = Some(Mark { certainty: slot.map_or(mark.certainty, |old| old.certainty.min(mark.certainty)), ..mark });
    }
}

/// What follows a name: a surname, tussenvoegsels with one, a second part behind a hyphen,
/// an initial, or initials behind a comma.
fn forwards(reading: &Reading<'_>, grades: &[Grade], marks: &mut [Option<Mark>], index: usize) {
    let Some(mark) = marks[index] else { return };
    let next = index + 1;
    let capital = |at: usize| reading.is_capital(at) && grades.get(at).is_some_and(|grade| *grade >= Grade::Weak);
    let upper = reading.shape(index) == Shape::Upper;
    let initial = reading.tokens.is_initial(index);
    let is_said = is_said(reading, next);
    if reading.follows(next) && !initial {
        if capital(next)
            && !is_said
            && !reading.is(next, Class::STOP)
            && reading.is_capital(index)
            && (!is_shout(reading, next) || upper && !reading.flags(next).is_word())
        {
            put(marks, next, mark);
        }
        // "peter jacobs": after a first name in small letters a surname in small letters.
        let small = reading.shape(index) == Shape::Lower
            && reading.shape(next) == Shape::Lower
            && reading.flags(index).is_first_name();
        let flags = reading.flags(next);
        let surname = flags.is_surname()
            && (!flags.is_word() || flags.has(Flags::USUAL_SURNAME) && !flags.is_common())
            && !reading.is(next, Class::VERB.with(Class::STOP).with(Class::KIN));
        if small && surname {
            put(marks, next, mark);
        }
        let name = after_prefixes(reading, next);
        let weak_prefix = name == next + 1
            && matches!(
                reading.fold(next),
                "in" | "op" | "te" | "bij" | "aan" | "voor" | "uit" | "over" | "onder" | "tot" | "s" | "a" | "d"
            );
        if name > next
            && reading.is_capital(name)
            && !reading.stays[name]
            && !reading.tokens.is_initial(name)
            && !weak_prefix
            && reading.is_capital(index)
            && surname_after(reading, next, name)
            && (!is_shout(reading, name) || upper)
        {
            (next..=name).filter(|at| reading.tokens.is_word(*at)).for_each(|at| put(marks, at, mark));
        }
        let alone =
            reading.tokens.is_initial(next) && reading.tokens.word(next + 1) == "." && reading.is_glued(next + 1);
        if alone && !reading.first(next) {
            put(marks, next, mark);
        }
    }
    let joined =
        reading.tokens.word(next) == "-" && reading.is_glued(next) && reading.tokens.gap(next + 1) == Gap::None;
    if joined && reading.is_capital(index) {
        let name = after_prefixes(reading, next + 1);
        if reading.is_capital(name) && !reading.stays[name] {
            (next + 1..=name).filter(|at| reading.tokens.is_word(*at)).for_each(|at| put(marks, at, mark));
        }
    }
    inverted(reading, marks, index, mark);
}

/// "thijn en nisrin": beside a person a word in small letters that no list knows is one too.
fn beside(reading: &Reading<'_>, marks: &mut [Option<Mark>], index: usize) {
    let unknown = |at: usize| is_no_word(reading, at) && !reading.is_glued(at + 1);
    let reason = "een woord dat geen woordenlijst kent, naast een naam";
    let doubt = Mark { certainty: Certainty::Twijfel, reason, known: false };
    if reading.fold(index + 1) == "en" && unknown(index + 2) && marks.get(index + 2).is_some_and(Option::is_none) {
        put(marks, index + 2, doubt);
    }
    if index >= 2 && reading.fold(index - 1) == "en" && unknown(index - 2) && marks[index - 2].is_none() {
        put(marks, index - 2, doubt);
    }
}

/// "Vries, B. de", "ten Broeke, F.": initials behind the surname, and what stands before it.
fn inverted(reading: &Reading<'_>, marks: &mut [Option<Mark>], index: usize, mark: Mark) {
    let comma = index + 1;
    let near = reading.tokens.word(comma) == "," && reading.tokens.gap(comma + 1) <= Gap::Space;
    let prefixed = index > 0 && reading.is(index - 1, Class::TUSSENVOEGSEL);
    if !near || reading.flags(index).is_first_name() && !reading.flags(index).is_surname() && !prefixed {
        return;
    }
    let Some((mut last, _)) = run_of_initials(reading, comma + 1) else { return };
    while reading.is(last + 1, Class::TUSSENVOEGSEL) && reading.tokens.gap(last + 1) == Gap::Space && last < comma + 10
    {
        last += 1;
    }
    // "Daan, J. Bakker" are two people.
    if reading.is_capital(last + 1) && reading.follows(last + 1) && !reading.first(last + 1) {
        return;
    }
    put(marks, comma, mark);
    (comma + 1..=last).filter(|at| reading.tokens.is_word(*at)).for_each(|at| put(marks, at, mark));
}

/// What stands before a name: a first name that is a word, a nickname, a known tussenvoegsel,
/// initials.
fn backwards(reading: &Reading<'_>, family: &Family, grades: &[Grade], marks: &mut [Option<Mark>], index: usize) {
    let Some(mark) = marks[index] else { return };
    if mark.known {
        let count = family.prefix_before(&reading.tokens, index);
        let from = index - count.min(index);
        (from..index).filter(|at| reading.tokens.is_word(*at)).for_each(|at| put(marks, at, mark));
        // "y. al khatib": the initial in a small letter too.
        let letter = from.checked_sub(2).filter(|at| {
            reading.tokens.word(at + 1) == "."
                && reading.is_glued(at + 1)
                && reading.tokens.word(*at).len() == 1
                && family.is_first_initial(reading.fold(*at))
                && !reading.is_possessive(*at)
        });
        if let Some(letter) = letter.filter(|_| reading.tokens.gap(from) <= Gap::Space) {
            put(marks, letter, mark);
        }
    }
    let mut start = index;
    while start > 0 && marks[start - 1].is_some() && reading.tokens.gap(start) < Gap::Paragraph {
        start -= 1;
    }
    let Some(before) = start.checked_sub(1).filter(|_| reading.follows(start)) else { return };
    if !reading.is_capital(before) || marks[before].is_some() || reading.stays[before] || !reading.is_capital(index) {
        return;
    }
    let flags = reading.flags(before);
    let grade = grades[before];
    let name = flags.has(Flags::USUAL_FIRST_NAME) || flags.is_first_name() && !flags.is_common();
    let after_initial = index == start && reading.tokens.is_initial(index);
    let fits = grade >= Grade::Weak
        && !after_initial
        && !is_said(reading, before)
        && !is_shout(reading, before)
        && if reading.first(before) {
            // "Bel Wendy als het misgaat."
            name && !reading.is(before, Class::VERB) && (!flags.is_word() || flags.has(Flags::USUAL_FIRST_NAME))
        } else {
            !reading.is(before, Class::STOP)
        };
    if fits {
        put(marks, before, mark);
    }
}
