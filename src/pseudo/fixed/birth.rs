//! What is said around a date: that someone was born then, or reaches an age.

use super::date;
use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::tokens::{Gap, Tokens};

/// Words that speak of a birth.
pub(super) const WORDS: &[&str] = &[
    "geboren",
    "geboortedatum",
    "geb",
    "geboortedag",
    "gebdatum",
    "gebdat",
    "gd",
    "gbd",
    "dob",
    "jarig",
    "verjaardag",
    "verjaart",
    "geboorte",
    "geboortedata",
    "geborene",
    "geboorteakte",
    "geboortejaar",
    "geboortemaand",
    "bevallen",
    "verjaarde",
    "verjaardagen",
    "bouwjaar",
];

/// Whether a birth is spoken of right before or after this stretch.
fn of_birth(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<&'static str> {
    // "*12-3-2015", but neither the star of a list nor one of "*12 maart*".
    let bold = |at: usize| tokens.word(at) == "*" && tokens.gap(at + 1) == Gap::None;
    let star = from > 0
        && matches!(tokens.word(from - 1), "*" | "°")
        && tokens.word(to + 1) != "*"
        && !(from > 1 && bold(from - 2));
    if star && (tokens.gap(from) == Gap::None || tokens.gap(from) == Gap::Space && tokens.gap(from - 1) < Gap::Line) {
        return Some("een datum na een ster");
    }
    // "(v, 12-3-2015)", "g.d. 12-3-2015"
    let sex = from >= 3
        && tokens.word(from - 1) == ","
        && matches!(tokens.fold(from - 2), "v" | "m" | "x" | "j")
        && tokens.word(from - 3) == "(";
    let short = from >= 4
        && tokens.word(from - 1) == "."
        && tokens.fold(from - 2) == "d"
        && tokens.word(from - 3) == "."
        && tokens.fold(from - 4) == "g";
    if sex || short {
        return Some("een datum na een afkorting zoals 'g.d.' of '(v,'");
    }
    if within_sentence(tokens, from, 8) || behind(tokens, to, 6) {
        return Some("een datum bij een woord zoals 'geboren'");
    }
    if comes_of_age(tokens, from, to) {
        return Some("een datum waarop iemand een leeftijd krijgt");
    }
    let of = from >= 2 && tokens.fold(from - 1) == "van" && tokens.gap(from) != Gap::Paragraph;
    let who = [
        "is", "kind", "jongen", "meisje", "baby", "zoon", "dochter", "jongste", "oudste", "peuter", "kleuter",
        "tweeling",
    ];
    (of && who.contains(&tokens.fold(from - 2))).then_some("een datum na woorden zoals 'kind van'")
}

/// Whether a word speaks of a birth.
fn speaks_of_birth(word: &str) -> bool {
    WORDS.contains(&word) || word.starts_with("geboorte")
}

/// Whether a word for a birth stands behind in the same sentence.
fn behind(tokens: &Tokens<'_>, to: usize, reach: usize) -> bool {
    for at in to + 1..=to + reach {
        if tokens.gap(at) == Gap::Paragraph || matches!(tokens.word(at), "." | "!" | "?") {
            return false;
        }
        if tokens.is_word(at)
            && (tokens.fold(at).starts_with("geboorte")
                || matches!(tokens.fold(at), "geboren" | "jarig" | "verjaardag"))
        {
            return true;
        }
    }
    false
}

/// "wordt op 3 oktober achttien", "op haar 18e, 5 maart 2027", "2 september 18 is".
fn comes_of_age(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let near: Vec<usize> =
        (from.saturating_sub(5)..from).chain(to + 1..to + 9).filter(|at| *at < tokens.len()).collect();
    let becomes = near
        .iter()
        .any(|at| matches!(tokens.fold(*at), "wordt" | "werd" | "word" | "worden" | "zodra" | "haar" | "zijn"));
    let age = |at: usize| {
        let next = tokens.fold(at + 1);
        let figure = matches!(tokens.word(at), "12" | "16" | "18" | "21")
            && matches!(next, "is" | "wordt" | "e" | "jaar" | "," | "." | "");
        let word = is_number_word(tokens.fold(at))
            && tokens.is_word(at)
            && !matches!(next, "uur" | "dagen" | "weken" | "maanden" | "keer" | "minuten" | "kinderen");
        figure || word || matches!(tokens.fold(at), "meerderjarig" | "volwassen")
    };
    becomes && near.into_iter().any(age)
}

/// Whether a word for a birth stands before in the same sentence.
pub(super) fn within_sentence(tokens: &Tokens<'_>, index: usize, reach: usize) -> bool {
    let mut at = index;
    for _ in 0..reach {
        let Some(before) = tokens.before(at) else { return false };
        if tokens.is_word(before) && speaks_of_birth(tokens.fold(before)) {
            return true;
        }
        let ends = tokens.get(at).is_some_and(|token| token.first) && matches!(tokens.word(before), "." | "!" | "?");
        // "geb. 12-3-2015": the dot is that of a short form.
        let short = before > 0 && WORDS.contains(&tokens.fold(before - 1))
            || before > 2 && tokens.fold(before - 1) == "dat" && WORDS.contains(&tokens.fold(before - 3));
        if ends && !short {
            return false;
        }
        at = before;
    }
    false
}

/// A date that a birth is spoken of with, or that one follows from.
pub(super) fn birth(tokens: &Tokens<'_>, from: usize, to: usize) -> Option<Hit> {
    let reason = of_birth(tokens, from, to)?;
    let span = tokens.span(from, to);
    if ends_at_age(tokens, from, to) {
        return Some(found(span, Kind::Datum, Certainty::Zeker, "een datum waar een geboortedag uit volgt"));
    }
    Some(found(span, Kind::Geboortedatum, Certainty::Zeker, reason))
}

/// "De OTS eindigt op zijn achttiende verjaardag, 3 oktober 2026": something ends when someone
/// comes of age; "hij wordt op 3 oktober achttien" speaks of the birthday itself.
fn ends_at_age(tokens: &Tokens<'_>, from: usize, to: usize) -> bool {
    let around = |before: usize, after: usize| (from.saturating_sub(before)..from).chain(to + 1..to + 1 + after);
    let becomes = (from.saturating_sub(2)..from).any(|at| matches!(tokens.fold(at), "wordt" | "werd" | "jarig"));
    let of_age = |at: usize| {
        matches!(tokens.word(at), "18" | "21")
            || matches!(
                tokens.fold(at),
                "achttien" | "achttiende" | "meerderjarig" | "meerderjarigheid" | "volwassen" | "eenentwintigste"
            )
    };
    let ends = |at: usize| {
        matches!(
            tokens.fold(at),
            "loopt"
                | "liep"
                | "eindigt"
                | "eindigde"
                | "einde"
                | "afloopt"
                | "vervalt"
                | "stopt"
                | "tot"
                | "ots"
                | "maatregel"
                | "machtiging"
                | "voogdij"
                | "ondertoezichtstelling"
                | "uithuisplaatsing"
                | "pleegcontract"
                | "verhuist"
                | "beschikking"
                | "indicatie"
        )
    };
    !becomes && around(8, 8).any(of_age) && around(10, 6).any(ends)
}

/// A month in which someone reaches an age or has a birthday: "in mei werd ze zes".
pub(super) fn month(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let before = tokens.before(index)?;
    if !matches!(tokens.fold(before), "in" | "begin" | "eind" | "half" | "medio") {
        return None;
    }
    let verb = (index.saturating_sub(5)..index)
        .chain(index + 1..index + 3)
        .find(|at| matches!(tokens.fold(*at), "wordt" | "werd" | "word"));
    let reached = verb.is_some_and(|verb| {
        // "in mei werd ze zes": who, and then the age, and then no more of it.
        let ages = if verb > index { verb + 1..verb + 4 } else { index + 1..index + 2 };
        let mut ages = ages.filter(|at| is_age(tokens, *at));
        ages.any(|at| {
            tokens.gap(at + 1) == Gap::Paragraph
                || matches!(tokens.fold(at + 1), "," | "." | ";" | "!" | "?" | ")" | "jaar" | "en")
        })
    });
    let said = |at: usize| matches!(tokens.fold(at), "jarig" | "geboren" | "verjaardag");
    let birthday = (index.saturating_sub(4)..index).chain(index + 1..index + 4).any(said);
    (reached || birthday).then(|| {
        found(tokens.span(index, index), Kind::Geboortedatum, Certainty::Twijfel, "een maand waarin iemand jarig is")
    })
}

fn is_age(tokens: &Tokens<'_>, at: usize) -> bool {
    tokens.is_word(at) && is_number_word(tokens.fold(at))
        || date::value(tokens, at).is_some_and(|age| (1..=21).contains(&age))
}

/// Parts of numbers in words, longest first where one begins another.
const PARTS: &[&str] = &[
    "tweeduizend",
    "negentien",
    "achttien",
    "zeventien",
    "zestien",
    "vijftien",
    "veertien",
    "dertien",
    "twaalf",
    "elf",
    "tien",
    "twintig",
    "dertig",
    "veertig",
    "vijftig",
    "zestig",
    "zeventig",
    "tachtig",
    "negentig",
    "honderd",
    "duizend",
    "eerste",
    "derde",
    "eerst",
    "een",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "en",
    "ste",
    "de",
    "twaalfde",
    "eende",
    "achtste",
    "nul",
    "half",
    "tweede",
    "vierde",
    "vijfde",
    "zesde",
    "zevende",
];

/// Whether a word is a number from end to end, and not only "en" or "de".
pub(super) fn is_number_word(word: &str) -> bool {
    if word.len() < 3 || !word.starts_with(['e', 't', 'd', 'v', 'z', 'a', 'n', 'h']) {
        return false;
    }
    if word == "een" || word == "ende" {
        return false;
    }
    let mut rest = word;
    while !rest.is_empty() {
        let longest = PARTS.iter().filter(|part| rest.starts_with(**part)).map(|part| part.len()).max();
        let Some(length) = longest else { return false };
        rest = &rest[length..];
    }
    !matches!(word, "ende" | "eneen" | "steen" | "deen")
}
