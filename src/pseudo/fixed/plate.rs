//! Number plates in all Dutch sidecodes.

use super::digits::{is_part, said_before};
use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::tokens::{Gap, Shape, Tokens};

/// The sidecodes of the RDW: a letter for each letter, a digit for each digit.
const SIDECODES: &[&str] = &[
    "AA-99-99", "99-99-AA", "99-AA-99", "AA-99-AA", "AA-AA-99", "99-AA-AA", "99-AAA-9", "9-AAA-99", "AA-999-A",
    "A-999-AA", "AAA-99-A", "A-99-AAA", "9-AA-999", "999-AA-9", "AAA-999",
];

const WORDS: &[&str] = &[
    "kenteken",
    "kentekenplaat",
    "nummerplaat",
    "auto",
    "bus",
    "busje",
    "bestelbus",
    "scooter",
    "brommer",
    "motor",
    "voertuig",
    "nummerbord",
    "wagen",
    "volkswagen",
    "opel",
    "kentekennummer",
    "bromfiets",
];

/// Words after which any code is a plate, also one from abroad.
const SAID: &[&str] = &["kenteken", "kentekenplaat", "nummerplaat", "kentekennummer", "nummerbord"];

/// A number plate that begins at this token.
pub(super) fn find(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    // No group of a plate is longer; most words are.
    if tokens.word(index).len() > 5 {
        return None;
    }
    dutch(tokens, index).or_else(|| belgian(tokens, index)).or_else(|| abroad(tokens, index))
}

/// 1-ABC-234.
fn belgian(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let glued = (1..5).all(|n| tokens.gap(index + n) == Gap::None);
    let strokes = tokens.word(index + 1) == "-" && tokens.word(index + 3) == "-";
    let number = |at: usize, length: usize| {
        tokens.get(at).is_some_and(|token| token.shape == Shape::Number) && tokens.word(at).len() == length
    };
    let fits = glued
        && strokes
        && number(index, 1)
        && tokens.is_word(index + 2)
        && tokens.word(index + 2).len() == 3
        && number(index + 4, 3);
    (fits && !is_part(tokens, index, index + 4)).then(|| {
        found(tokens.span(index, index + 4), Kind::Kenteken, Certainty::Zeker, "de vorm van een Belgisch kenteken")
    })
}

/// Letters and digits after the word, whatever the country.
fn abroad(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let token = tokens.get(index)?;
    let starts = matches!(token.shape, Shape::Upper | Shape::Number) || tokens.is_initial(index);
    if !starts || index > 0 && token.gap == Gap::None && is_part(tokens, index, index) {
        return None;
    }
    let (mut last, mut digits, mut letters, mut at) = (index, 0, 0, index);
    while let Some(token) = tokens.get(at).filter(|token| at == index || token.gap <= Gap::Space) {
        match token.shape {
            Shape::Number => digits += tokens.word(at).len(),
            Shape::Upper | Shape::Capital if token.shape == Shape::Upper || tokens.is_initial(at) => {
                letters += tokens.word(at).len();
            }
            Shape::Sign if tokens.word(at) == "-" && at > index => {
                at += 1;
                continue;
            }
            _ => break,
        }
        if digits + letters > 9 {
            return None;
        }
        last = at;
        at += 1;
    }
    let fits = digits > 0 && letters > 0 && digits + letters >= 4 && said_before(tokens, index, 6, SAID);
    fits.then(|| found(tokens.span(index, last), Kind::Kenteken, Certainty::Zeker, "een code na het woord 'kenteken'"))
}

fn dutch(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (shape, last, between) = groups(tokens, index)?;
    let said = said_before(tokens, index, 6, WORDS);
    let code = if between == Between::Nothing {
        let flat: String = shape.replace('-', "");
        // "1234 AB" without a stroke is a postcode.
        SIDECODES.iter().any(|code| code.replace('-', "") == flat && (said || *code != "99-99-AA"))
    } else {
        SIDECODES[..14].contains(&shape.as_str())
    };
    if !code || is_part(tokens, index, last) || has_month(tokens, index, last) {
        return None;
    }
    let upper = (index..=last).all(|at| tokens.get(at).is_none_or(|token| token.shape != Shape::Lower));
    let certainty = match between {
        Between::Stroke if upper || said => Certainty::Zeker,
        Between::Stroke => Certainty::Twijfel,
        _ if said => Certainty::Zeker,
        Between::Nothing | Between::Blank if upper => Certainty::Twijfel,
        _ => return None,
    };
    let reason = if said { "de vorm van een kenteken, na een woord zoals 'auto'" } else { "de vorm van een kenteken" };
    Some(found(tokens.span(index, last), Kind::Kenteken, certainty, reason))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    Blank,
    Stroke,
}

/// The shape of up to three groups of letters and digits, the last token, and what is between.
fn groups(tokens: &Tokens<'_>, index: usize) -> Option<(String, usize, Between)> {
    let (mut shape, mut at, mut between) = (String::new(), index, None);
    let mut characters = 0;
    loop {
        let token = tokens.get(at)?;
        let (letter, length) = match token.shape {
            Shape::Sign => return None,
            Shape::Number => ('9', tokens.word(at).len()),
            _ => ('A', tokens.word(at).len()),
        };
        characters += length;
        if characters > 6 {
            return None;
        }
        shape.extend(std::iter::repeat_n(letter, length));
        if characters == 6 {
            return Some((shape, at, between?));
        }
        shape.push('-');
        let (kind, next) = match (tokens.gap(at + 1), tokens.word(at + 1)) {
            (Gap::None, "-" | ".") if tokens.gap(at + 2) == Gap::None => (Between::Stroke, at + 2),
            (Gap::Space, "-") if tokens.gap(at + 2) == Gap::Space => (Between::Stroke, at + 2),
            (Gap::None, _) => (Between::Nothing, at + 1),
            (Gap::Space | Gap::Line, _) => (Between::Blank, at + 1),
            _ => return None,
        };
        if between.is_some_and(|known| known != kind) {
            return None;
        }
        between = Some(kind);
        at = next;
    }
}

fn has_month(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    (from..=to).any(|at| super::date::is_month(tokens.fold(at)))
}
