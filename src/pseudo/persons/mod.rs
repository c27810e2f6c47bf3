//! People: the known family, and persons that nobody announced.
//!
//! Each token gets a grade by itself; the words around lift it; then what belongs to the
//! same name is joined: initials, tussenvoegsels, second names, inverted order.

mod grade;
mod join;

use super::finds::Finds;
use super::fixed;
use super::hit::{Certainty, Kind};
use super::known::{self, Family};
use super::lexicon::Flags;
use super::reading::Reading;
use super::speech::Class;
use super::tokens::{Gap, Shape};
use grade::Grade;

/// A token that is part of a name.
#[derive(Clone, Copy)]
pub(super) struct Mark {
    certainty: Certainty,
    reason: &'static str,
    known: bool,
}

/// Finds the people.
pub(super) fn find(reading: &Reading<'_>, family: &Family, finds: &mut Finds) {
    let mut marks: Vec<Option<Mark>> = vec![None; reading.len()];
    mark_known(reading, family, &mut marks);
    let grades: Vec<Grade> = (0..reading.len())
        .map(|index| if finds.taken(index).is_some() { Grade::No } else { grade::alone(reading, index) })
        .collect();
    for (index, mark) in marks.iter_mut().enumerate() {
        if mark.is_none() && finds.taken(index).is_none() {
            *mark = grade::around(reading, &grades, index);
        }
    }
    join::names(reading, family, &grades, &mut marks, finds);
    // Whatever a street or school is called after: the family's names are always found.
    collect(reading, &marks, finds);
}

/// A whole date in brackets or behind a comma right after a person is a day of birth.
pub(super) fn births(reading: &Reading<'_>, finds: &mut Finds) {
    let people: Vec<usize> = finds.list.iter().filter(|find| find.kind == Kind::Persoon).map(|find| find.to).collect();
    for to in people {
        let mut at = to + 1;
        let bracket = reading.tokens.word(at) == "(";
        if !bracket && reading.tokens.word(at) != "," {
            continue;
        }
        at += 1;
        at += usize::from(matches!(reading.tokens.word(at), "*"));
        if let Some(last) = fixed::date::whole(&reading.tokens, at)
            .filter(|last| !bracket || matches!(reading.tokens.word(last + 1), ")" | "," | ";"))
        {
            let sure = if bracket { Certainty::Zeker } else { Certainty::Twijfel };
            finds.add(at, last, Kind::Geboortedatum, sure, "een datum tussen haakjes, na een naam");
        }
    }
}

/// Marks the names of the family.
fn mark_known(reading: &Reading<'_>, family: &Family, marks: &mut [Option<Mark>]) {
    if family.is_empty() {
        return;
    }
    let mut any = false;
    for index in 0..reading.len() {
        if !reading.tokens.is_word(index) || is_professional(reading, index) {
            continue;
        }
        if let Some((certainty, reason)) = known::judge(family, reading, index) {
            marks[index] = Some(Mark { certainty, reason, known: true });
            any = true;
        } else if index > 0
            && reading.tokens.gap(index) == Gap::Line
            && !reading.is_label(index - 1)
            && !reading.is_label(index)
            && family.divided(reading.fold(index - 1), reading.fold(index))
        {
            let mark = Mark {
                certainty: Certainty::Zeker,
                reason: "een naam van het gezin, over twee regels verdeeld",
                known: true,
            };
            (marks[index - 1], marks[index]) = (Some(mark), Some(mark));
            any = true;
        }
    }
    // "verhagen" is a word too, but not beside the first name.
    for index in 0..reading.len() {
        let beside = |at: usize, gap: Gap| {
            gap < Gap::Paragraph && marks.get(at).copied().flatten().is_some_and(|mark| mark.known)
        };
        let near = index > 0 && beside(index - 1, reading.tokens.gap(index))
            || beside(index + 1, reading.tokens.gap(index + 1));
        let grammar = Class::STOP.with(Class::TUSSENVOEGSEL).with(Class::VERB);
        if any
            && marks[index].is_none()
            && !reading.is_label(index)
            && !is_professional(reading, index)
            && near
            && family.form_of(reading.fold(index)).is_some()
            && !reading.is(index, grammar)
        {
            marks[index] = Some(Mark { certainty: Certainty::Zeker, reason: "een naam van het gezin", known: true });
        }
    }
}

/// Whether a token is part of a whole name that may stand, of two words and more: a professional
/// may have a first name or a surname that someone of the family has too.
fn is_professional(reading: &Reading<'_>, index: usize) -> bool {
    // Not in a line of capitals, where all kinds of words stay.
    let is_name = |at: usize| matches!(reading.shape(at), Shape::Capital | Shape::Mixed);
    let stays = |at: usize| reading.stays.get(at).copied().unwrap_or(false) && is_name(at);
    let near = |a: usize, b: usize| stays(a) && reading.follows(b) && reading.tokens.gap(b) < Gap::Paragraph;
    stays(index) && (index > 0 && near(index - 1, index) || stays(index + 1) && near(index, index + 1))
}

/// Makes finds of marks that belong together.
fn collect(reading: &Reading<'_>, marks: &[Option<Mark>], finds: &mut Finds) {
    let mut index = 0;
    while index < marks.len() {
        let Some(mut mark) = marks[index] else {
            index += 1;
            continue;
        };
        let mut last = index;
        while let Some(next) = goes_on(reading, marks, last) {
            if let Some(more) = marks[next] {
                let better = more.known && !mark.known || more.known == mark.known && more.certainty < mark.certainty;
                mark = if better {
                    Mark { certainty: mark.certainty.min(more.certainty), ..more }
                } else {
                    Mark { certainty: mark.certainty.min(more.certainty), ..mark }
                };
            }
            last = next;
        }
        let end = possessive(reading, last);
        finds.add(index, end, Kind::Persoon, mark.certainty, mark.reason);
        index = end + 1;
    }
}

/// The next marked token of the same name: right behind, or behind a hyphen, dot or apostrophe.
fn goes_on(reading: &Reading<'_>, marks: &[Option<Mark>], last: usize) -> Option<usize> {
    let next = last + 1;
    let is_marked = |at: usize| marks.get(at).copied().flatten().is_some();
    if is_marked(next) {
        return (reading.tokens.gap(next) < Gap::Paragraph && !is_another(reading, marks, next)).then_some(next);
    }
    let sign = matches!(reading.tokens.word(next), "-" | "." | "'" | "/") && reading.is_glued(next);
    let glued = reading.is_glued(next + 1)
        || reading.tokens.word(next) == "." && reading.follows(next + 1) && short(reading, last);
    (sign && is_marked(next + 1) && glued).then_some(next + 1)
}

/// Whether a first name at the start of a line begins another name: names that stand under each
/// other are those of several people. Of the family's it is known whose they are.
fn is_another(reading: &Reading<'_>, marks: &[Option<Mark>], next: usize) -> bool {
    let flags = |at: usize| reading.flags(at);
    let known = |at: usize| marks[at].is_some_and(|mark| mark.known);
    let is_surname = flags(next - 1).is_surname() && next > 1 && marks[next - 2].is_some();
    reading.tokens.gap(next) == Gap::Line
        && flags(next).has(Flags::USUAL_FIRST_NAME)
        && (is_surname || flags(next - 1).is_first_name() && !flags(next).is_surname())
        && !(known(next - 1) && known(next))
}

/// Whether a token is an initial or a short form that a dot belongs to.
fn short(reading: &Reading<'_>, index: usize) -> bool {
    reading.tokens.word(index).chars().count() <= 2
}

/// The end of a name with its possessive: 's, or the apostrophe of Max'.
fn possessive(reading: &Reading<'_>, last: usize) -> usize {
    let quote = reading.tokens.word(last + 1) == "'" && reading.is_glued(last + 1);
    if quote && reading.fold(last + 2) == "s" && reading.is_glued(last + 2) {
        return last + 2;
    }
    let dot = reading.tokens.word(last + 1) == "." && reading.is_glued(last + 1) && reading.tokens.is_initial(last);
    if dot {
        return last + 1;
    }
    last
}

/// Whether a word in capitals stands among others in capitals.
fn is_shout(reading: &Reading<'_>, index: usize) -> bool {
    reading.shape(index) == Shape::Upper && reading.tokens.shouts(index)
}
