//! How much a token looks like a name: by itself, and with the words around it.

use super::{Mark, is_shout};
use crate::pseudo::hit::Certainty;
use crate::pseudo::lexicon::{self, Flags};
use crate::pseudo::reading::Reading;
use crate::pseudo::speech::{Class, ends};
use crate::pseudo::tokens::Shape;
use crate::pseudo::words::{SURNAME_ENDS, SURNAME_STARTS};

/// How much a token looks like a name by itself.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grade {
    /// Never a name.
    No,
    /// A name only when the words around say so.
    Weak,
    /// Probably a name.
    Likely,
    /// A name.
    Sure,
}

/// The grade without the words around.
pub(super) fn alone(reading: &Reading<'_>, index: usize) -> Grade {
    let class = reading.class(index);
    if !reading.tokens.is_word(index) || reading.stays[index] || reading.tokens.is_initial(index) {
        return Grade::No;
    }
    let flags = reading.flags(index);
    let grammar =
        Class::STOP.with(Class::DETERMINER).with(Class::PREPOSITION).with(Class::PRONOUN).with(Class::TUSSENVOEGSEL);
    if class.has(grammar) {
        // Wil, Ben, An: only where a surname follows.
        return if flags.has(Flags::USUAL_FIRST_NAME) && reading.is_capital(index) { Grade::Weak } else { Grade::No };
    }
    // "met Bakker": what people do is also what they are called.
    if class.has(Class::ROLE)
        && !class.has(Class::KIN.with(Class::TITLE))
        && reading.shape(index) == Shape::Capital
        && flags.has(Flags::USUAL_SURNAME)
        && !reading.first(index)
    {
        return Grade::Weak;
    }
    if class.has(Class::TITLE.with(Class::KIN).with(Class::ROLE).with(Class::STAYS)) {
        return Grade::No;
    }
    match reading.shape(index) {
        Shape::Capital | Shape::Mixed => capital(reading, index),
        Shape::Upper => upper(reading, index),
        _ => lower(reading, index),
    }
}

fn capital(reading: &Reading<'_>, index: usize) -> Grade {
    let flags = reading.flags(index);
    let named = flags.is_first_name() || flags.is_surname();
    let first = reading.first(index);
    if !flags.is_word() {
        if named {
            return Grade::Sure;
        }
        if reading.shape(index) == Shape::Mixed && reading.is_compound(index) || glued_into(reading, index) {
            return Grade::Weak;
        }
        if first && reading.is_compound(index) {
            return Grade::Weak;
        }
        if possessor(reading, index) {
            return Grade::Sure;
        }
        return Grade::Likely;
    }
    if first || flags.is_common() {
        return Grade::Weak;
    }
    let usual = flags.has(Flags::USUAL_FIRST_NAME) || flags.has(Flags::USUAL_SURNAME);
    if usual || flags.is_first_name() && !flags.has(Flags::FREQUENT) { Grade::Likely } else { Grade::Weak }
}

/// Whether a word is the second part of another: "HALT-straf", "PGB'er".
fn glued_into(reading: &Reading<'_>, index: usize) -> bool {
    let before = reading.is_glued(index)
        && !matches!(reading.tokens.word(index - 1), "(" | "\"" | "'" | "-" | "/" | "[" | "." | ",");
    let digits = reading.is_glued(index + 1) && reading.shape(index + 1) == Shape::Number;
    before || digits
}

/// "Kevins": the possessive of a first name.
fn possessor(reading: &Reading<'_>, index: usize) -> bool {
    reading.fold(index).strip_suffix('s').is_some_and(|stem| stem.len() > 2 && lexicon::folded(stem).is_first_name())
}

fn upper(reading: &Reading<'_>, index: usize) -> Grade {
    let flags = reading.flags(index);
    let length = reading.fold(index).len();
    if flags.is_word() || flags.has(Flags::CAPITALS) || length < 3 {
        return Grade::Weak;
    }
    let shout = is_shout(reading, index);
    if flags.has(Flags::USUAL_FIRST_NAME) || flags.is_first_name() && length >= 5 {
        Grade::Sure
    } else if flags.is_surname() && length >= 5
        || flags.is_first_name() && length >= 5
        || flags.is_empty() && length >= 6 && !(shout && reading.is_compound(index))
    {
        Grade::Likely
    } else {
        Grade::Weak
    }
}

fn lower(reading: &Reading<'_>, index: usize) -> Grade {
    let flags = reading.flags(index);
    let length = reading.fold(index).len();
    if flags.is_word() || flags.has(Flags::CAPITALS) || length < 3 {
        return Grade::Weak;
    }
    if reading.is_glued(index)
        || reading.is_glued(index + 1) && matches!(reading.tokens.word(index + 1), "-" | "/" | "@")
    {
        return Grade::Weak;
    }
    let usual = flags.has(Flags::USUAL_FIRST_NAME) && length >= 4
        || flags.is_first_name() && length >= 6 && !flags.is_place()
        || flags.has(Flags::USUAL_FIRST_NAME) && !flags.has(Flags::FREQUENT);
    if usual { Grade::Likely } else { Grade::Weak }
}

const LIST: &str = "een voornaam uit de lijst";
const LIST_SURNAME: &str = "een achternaam uit de lijst";
const FORM: &str = "de vorm van een achternaam";
const UNKNOWN: &str = "een woord met een hoofdletter dat geen woordenlijst kent";

/// What the words around make of a grade.
pub(super) fn around(reading: &Reading<'_>, grades: &[Grade], index: usize) -> Option<Mark> {
    let grade = grades[index];
    if grade == Grade::No {
        let named = reading.shape(index) == Shape::Capital && !reading.stays[index] && named_after(reading, index);
        let mark =
            Mark { certainty: Certainty::Twijfel, reason: "een naam voor een woord zoals 'noemen'", known: false };
        return (named && !reading.is(index, Class::TITLE.with(Class::KIN).with(Class::ROLE))).then_some(mark);
    }
    let cue = Class::TITLE.with(Class::KIN).with(Class::ROLE).with(Class::NAMING);
    let plain_before = index > 0 && reading.tokens.is_word(index - 1) && !reading.is(index - 1, cue);
    if grade == Grade::Weak && plain_before && !reading.is_capital(index) {
        return unknown_actor(reading, index);
    }
    let flags = reading.flags(index);
    let named = flags.is_first_name() || flags.is_surname() || flags.is_capitalised_word();
    let capital = reading.is_capital(index) && !is_shout(reading, index);
    let mark = |certainty, reason| Some(Mark { certainty, reason, known: false });
    let before = reading.word_before(index);
    let is_before = |class: Class| before.is_some_and(|at| reading.is(at, class));
    let grammar = Class::STOP.with(Class::TUSSENVOEGSEL);
    let ordinary = reading.is(index, grammar) || flags.is_common();
    // "Kim zijn hulp stopt".
    let owns = matches!(reading.fold(index + 1), "zijn" | "haar" | "hun") && reading.follows(index + 1);
    if owns && capital && flags.has(Flags::USUAL_FIRST_NAME) && !reading.is(index, Class::VERB) && !reading.stays[index]
    {
        return mark(Certainty::Twijfel, "een voornaam uit de lijst");
    }
    // "Hij woont bij oom. Hulp kwam": no abbreviation, the sentence ended.
    let ended = index > 0 && reading.tokens.word(index - 1) == "." && reading.first(index);
    if is_before(Class::TITLE)
        && !ended
        && !(ordinary && !capital)
        && before.is_some_and(|at| reading.follows(index) || at + 1 < index)
    {
        if capital && !reading.is(index, grammar) {
            return mark(Certainty::Zeker, "een naam na een aanspreekvorm zoals 'mevrouw' of 'juf'");
        }
        let fits = if flags.is_word() {
            flags.has(Flags::USUAL_SURNAME) || flags.has(Flags::USUAL_FIRST_NAME)
        } else {
            named || flags.is_empty()
        };
        if fits && !reading.is(index, Class::VERB) {
            return mark(Certainty::Twijfel, "een naam na een aanspreekvorm zoals 'mevrouw' of 'juf'");
        }
    }
    let kin = is_before(Class::KIN) || is_before(Class::ROLE) && !is_before(Class::VERB);
    if kin
        && !ordinary
        && reading
            .tokens
            .before(index)
            .is_some_and(|at| reading.tokens.word(at) != "." && reading.tokens.word(at) != ":")
    {
        if capital && (grade >= Grade::Likely || named) {
            let sure =
                if grade >= Grade::Likely || flags.is_first_name() { Certainty::Zeker } else { Certainty::Twijfel };
            return mark(sure, "een naam na een woord zoals 'moeder', 'buurman' of 'begeleider'");
        }
        let usual = flags.has(Flags::USUAL_FIRST_NAME) && !flags.has(Flags::FREQUENT)
            || flags.is_first_name() && !flags.is_word();
        if !capital && usual && !reading.is(index, Class::VERB) {
            return mark(Certainty::Twijfel, "een naam na een woord zoals 'moeder', 'buurman' of 'begeleider'");
        }
    }
    let is_called = is_before(Class::NAMING) && capital && !reading.first(index) && !reading.is(index, grammar);
    if is_before(Class::NAMING) && (!ordinary || is_called) {
        if capital {
            let sure = if named || grade >= Grade::Likely { Certainty::Zeker } else { Certainty::Twijfel };
            return mark(sure, "een naam na een woord zoals 'heet' of 'genaamd'");
        }
        if !flags.is_word()
            && (named || flags.is_empty())
            && before.is_some_and(|at| {
                matches!(reading.fold(at), "heet" | "heette" | "genaamd" | "ene" | "geheten" | "zekere")
            })
        {
            return mark(Certainty::Twijfel, "een naam na een woord zoals 'heet' of 'genaamd'");
        }
    }
    let surname_only = !flags.is_first_name() && flags.is_surname();
    match grade {
        Grade::Sure => mark(Certainty::Zeker, if surname_only { LIST_SURNAME } else { LIST }),
        Grade::Likely if flags.is_first_name() => mark(Certainty::Twijfel, LIST),
        Grade::Likely if flags.is_surname() => mark(Certainty::Twijfel, LIST_SURNAME),
        Grade::Likely if capital && looks_like_a_surname(reading, index) => mark(Certainty::Zeker, FORM),
        Grade::Likely => mark(Certainty::Twijfel, UNKNOWN),
        Grade::Weak if capital && starts_a_sentence(reading, index) => {
            mark(Certainty::Twijfel, "een voornaam uit de lijst, voor een werkwoord")
        }
        Grade::Weak if capital && amid_small(reading, index) => mark(Certainty::Twijfel, LIST),
        Grade::Weak if capital && listed(reading, index) => mark(Certainty::Twijfel, LIST),
        Grade::Weak if !capital && !reading.is_capital(index) => unknown_actor(reading, index),
        Grade::Weak if capital && named_after(reading, index) => {
            mark(Certainty::Twijfel, "een naam voor een woord zoals 'noemen'")
        }
        Grade::Weak if capital && bare_surname(reading, index) => {
            mark(Certainty::Twijfel, "een achternaam uit de lijst, na een voorzetsel")
        }
        _ => None,
    }
}

/// Whether a word in small letters is in no list, or only in those of names.
pub(super) fn is_no_word(reading: &Reading<'_>, index: usize) -> bool {
    let flags = reading.flags(index);
    let other = Flags::CAPITALS.with(Flags::PEOPLE).with(Flags::FIELD).with(Flags::AUTHORITY);
    let listed = flags.is_first_name() || flags.is_capitalised_word();
    let name = listed && !flags.is_word() && !flags.is_place() && !flags.has(other);
    reading.shape(index) == Shape::Lower
        && (flags.is_empty() || name)
        && reading.class(index) == Class::default()
        && reading.fold(index).len() >= 4
        && !reading.is_glued(index)
}

/// "omdat thijn zegt dat": a word in small letters that no list knows, where someone acts.
fn unknown_actor(reading: &Reading<'_>, index: usize) -> Option<Mark> {
    let unknown = is_no_word(reading, index) && reading.follows(index + 1) && reading.is(index + 1, Class::VERB);
    let begins = unknown
        && (reading.first(index)
            || matches!(
                reading.fold(index.checked_sub(1)?),
                "dat" | "als" | "en" | "omdat" | "want" | "toen" | "of" | "maar" | "nu" | ","
            ));
    let reason = "een woord dat geen woordenlijst kent, voor een werkwoord";
    begins.then_some(Mark { certainty: Certainty::Twijfel, reason, known: false })
}

/// "dat Wil niet meewerkt": a usual first name that is a word, with a capital for no other reason.
fn amid_small(reading: &Reading<'_>, index: usize) -> bool {
    let small = |at: usize| reading.shape(at) == Shape::Lower && !reading.stays[at];
    let before = reading.tokens.before(index);
    let after = small(index + 1) && reading.follows(index + 1) || reading.shape(index + 1) == Shape::Sign;
    reading.shape(index) == Shape::Capital
        && reading.flags(index).has(Flags::USUAL_FIRST_NAME)
        && !reading.first(index)
        && reading.follows(index)
        && before.is_some_and(|at| small(at) || reading.tokens.word(at) == ",")
        && after
}

/// "Roos, Linde en Merel": the first of several first names, or one by itself.
fn listed(reading: &Reading<'_>, index: usize) -> bool {
    let next = index + 2;
    let flags = reading.flags(next);
    let usual = |flags: Flags| flags.has(Flags::USUAL_FIRST_NAME) && !flags.is_common();
    if !usual(reading.flags(index)) || reading.is(index, Class::STOP.with(Class::PREPOSITION)) {
        return false;
    }
    // "Peter J., 34 jaar", "Roos, de oudste".
    let initial = reading.tokens.is_initial(index + 1) && reading.tokens.word(index + 2) == ".";
    let apart = matches!(reading.tokens.word(index + 1), "," | "(") && !reading.flags(index).has(Flags::FREQUENT);
    initial
        || apart
        || matches!(reading.fold(index + 1), "," | "en")
            && reading.is_capital(next)
            && !reading.stays[next]
            && (usual(flags) || flags.is_first_name() && !flags.is_word())
}

/// Whether a word that no list knows begins or ends as surnames do and words do not.
fn looks_like_a_surname(reading: &Reading<'_>, index: usize) -> bool {
    let fold = reading.fold(index);
    let flags = reading.flags(index);
    flags.is_empty()
        && fold.len() >= 6
        && !reading.first(index)
        && !reading.is(index, Class::COMPOUND)
        && (ends(fold, SURNAME_ENDS, 2) || SURNAME_STARTS.iter().any(|start| fold.starts_with(start)))
}

/// "haar Meer noemen".
fn named_after(reading: &Reading<'_>, index: usize) -> bool {
    !reading.first(index)
        && matches!(
            reading.fold(index + 1),
            "noemen" | "noemde" | "noemden" | "noemt" | "genoemd" | "heet" | "heette" | "genaamd"
        )
        && reading.follows(index + 1)
}

/// "met Bakker van de woningcorporatie": a capital that grammar asks for nothing else.
fn bare_surname(reading: &Reading<'_>, index: usize) -> bool {
    let before = reading.tokens.before(index);
    let said = before.is_some_and(|at| {
        reading.is(at, Class::PREPOSITION) && !reading.is(at, Class::DETERMINER) || reading.fold(at) == "en"
    });
    let flags = reading.flags(index);
    said && !reading.first(index)
        && flags.has(Flags::USUAL_SURNAME.with(Flags::USUAL_FIRST_NAME))
        && !reading.is(index, Class::STOP)
}

/// "Roos huilt": a first name that is also a word, at the start, before a verb.
fn starts_a_sentence(reading: &Reading<'_>, index: usize) -> bool {
    let flags = reading.flags(index);
    let next = index + 1;
    let usual = flags.has(Flags::USUAL_FIRST_NAME) && !flags.is_common();
    let owns = reading.tokens.word(next) == "'"
        && reading.is_glued(next)
        && reading.fold(next + 1) == "s"
        && reading.is_glued(next + 1);
    let acts = reading.is(next, Class::VERB) && reading.follows(next);
    usual && (owns || acts) && !reading.is(index, Class::STOP.with(Class::PREPOSITION))
}

/// Whether what follows a first name with tussenvoegsels is its surname and not a place or
/// thing: "Kim van Hees", but not "Kim van Veilig Thuis".
pub(super) fn surname_after(reading: &Reading<'_>, prefix: usize, name: usize) -> bool {
    let flags = reading.flags(name);
    let strong = (prefix..name).any(|at| reading.is(at, Class::STRONG));
    let place = flags.is_place() && !flags.is_surname();
    let marks = Flags::SCHOOL_MARK
        .with(Flags::CARE_MARK)
        .with(Flags::CHURCH_MARK)
        .with(Flags::CLUB_MARK)
        .with(Flags::WORK_MARK);
    if flags.has(marks) && !flags.is_surname() {
        return false;
    }
    strong || !place && (!flags.is_word() || flags.is_surname() || flags.is_capitalised_word() || !flags.is_common())
}
