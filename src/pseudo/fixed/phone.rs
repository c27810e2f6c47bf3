//! Telephone numbers in the ways people write them.

use super::digits::{Groups, glued_after, glued_before, said_before};
use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::tokens::{Gap, Shape, Tokens};

/// The words after which a shorter number is a telephone number.
const WORDS: &[&str] = &[
    "tel",
    "telefoon",
    "telefoonnummer",
    "telefoonnr",
    "telnr",
    "mobiel",
    "mobielnummer",
    "mobiele",
    "gsm",
    "whatsapp",
    "mob",
    "telnummer",
    "bellen",
    "bereikbaar",
    "bel",
];

/// Numbers that everybody may call.
const PUBLIC: &[&str] = &[
    "0800", "0900", "08002000", "09000113", "08000113", "0900884", "09008844", "08007000", "09001", "112", "113",
    "0880",
];

/// A telephone number that begins at this token: a number, a `+` or a bracket.
pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (first, plus) = match tokens.word(index) {
        "+" => (index + 1, true),
        "(" if tokens.word(index + 1) == "+" => (index + 2, true),
        "(" => (index + 1, false),
        // What belongs to a plus or a bracket is found there.
        _ if glued_sign(tokens, index) => return None,
        _ => (index, false),
    };
    if tokens.get(first).is_none_or(|token| token.shape != Shape::Number)
        || first != index && tokens.gap(first) > Gap::Space
    {
        return None;
    }
    let groups = Groups::at(tokens, first, "-./()");
    if !groups.prefixes().any(|(digits, _)| digits.len() >= 6) {
        return None;
    }
    let public = |digits: &str, last: usize| {
        let municipal = digits.starts_with("14") && matches!(groups.lengths_to(last).as_slice(), [2, 3 | 4]);
        PUBLIC.contains(&digits) || municipal
    };
    // A sure number before one with a digit more or less, and that before any number after "tel.".
    let said = said_before(tokens, index, 4, WORDS);
    let whole = || groups.prefixes().filter(|(_, last)| is_whole(tokens, index, *last));
    let judged = |wanted| whole().find(|(digits, _)| judge(digits, plus) == Some(wanted));
    let sure = judged(Certainty::Zeker);
    let doubt = || judged(Certainty::Twijfel);
    let begins = said && !goes_on(tokens, index);
    let after_word = || whole().find(|(digits, last)| begins && enough(digits, groups.count_to(*last)));
    let (_, last) = sure.or_else(doubt).or_else(after_word)?;
    if groups.prefixes().any(|(digits, end)| end >= last && public(digits, end)) {
        return None;
    }
    let certainty = if said || sure.is_some() { Certainty::Zeker } else { Certainty::Twijfel };
    let reason = if said { "een nummer na een woord zoals 'telefoon'" } else { "de vorm van een telefoonnummer" };
    // A bracket around the whole number is none of its own.
    let count = |sign| (first..=last).filter(|at| tokens.word(*at) == sign).count();
    let closed = count(")") > count("(");
    let from = if tokens.word(index) != "(" || closed { index } else { index + 1 };
    Some(found(tokens.span(from, last), Kind::Telefoon, certainty, reason))
}

/// Whether digits stand right before: these are the middle of a number.
fn goes_on(tokens: &Tokens<'_>, index: usize) -> bool {
    let number = |at: Option<usize>| at.and_then(|at| tokens.get(at)).is_some_and(|token| token.shape == Shape::Number);
    let sign = index > 0 && matches!(tokens.word(index - 1), "-" | "." | "/" | ")") && tokens.gap(index) <= Gap::Space;
    tokens.gap(index) <= Gap::Space && number(index.checked_sub(1)) || sign && number(index.checked_sub(2))
}

/// Whether a number is no part of a longer one; "06-12345678/0165-551234" are two.
fn is_whole(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let slash = |at: usize, next: usize| tokens.word(at) == "/" && tokens.word(next).starts_with(['0', '+']);
    let before = from > 0 && slash(from - 1, from);
    (before || !glued_before(tokens, from)) && (slash(to + 1, to + 2) || !glued_after(tokens, to))
}

fn glued_sign(tokens: &Tokens<'_>, index: usize) -> bool {
    tokens.gap(index) <= Gap::Space
        && index.checked_sub(1).is_some_and(|before| {
            tokens.word(before) == "+" || tokens.word(before) == "(" && tokens.word(index).starts_with('0')
        })
}

/// Whether digits are a telephone number, and how sure.
fn judge(digits: &str, plus: bool) -> Option<Certainty> {
    let abroad = if plus { Some(digits) } else { digits.strip_prefix("00") };
    if let Some(abroad) = abroad {
        return match abroad.strip_prefix("31") {
            Some(rest) => match rest.strip_prefix('0').unwrap_or(rest).len() {
                9 => Some(Certainty::Zeker),
                8 | 10 => Some(Certainty::Twijfel),
                _ => None,
            },
            None if (8..=15).contains(&abroad.len()) && !abroad.starts_with('0') => {
                Some(if known_country(abroad) { Certainty::Zeker } else { Certainty::Twijfel })
            }
            None => None,
        };
    }
    let national = digits.strip_prefix('0')?;
    match digits.len() {
        10 if !national.starts_with('0') => Some(Certainty::Zeker),
        11 if digits.starts_with("0800") || digits.starts_with("0900") => Some(Certainty::Zeker),
        8 if digits.starts_with("0800") || digits.starts_with("0900") => Some(Certainty::Twijfel),
        9 | 11 if digits.starts_with("06") => Some(Certainty::Twijfel),
        _ => None,
    }
}

fn known_country(digits: &str) -> bool {
    let countries =
        ["32", "49", "33", "44", "48", "90", "212", "597", "599", "297", "34", "39", "963", "291", "380", "40"];
    countries.iter().any(|country| digits.starts_with(country))
}

/// Enough digits for a number of which people left out the first part.
fn enough(digits: &str, groups: usize) -> bool {
    let day = digits.len() == 8 && groups == 3;
    (6..=12).contains(&digits.len()) && !day
}
