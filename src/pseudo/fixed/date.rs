//! Days of birth in digits and in words, years of birth, and ages that are rare.
//!
//! Only what is said to be a birth: dates of events stay, because facts need them.

use super::birth::{self, birth, is_number_word, within_sentence};
use super::digits::{is_part, said_before};
use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::tokens::{Gap, Shape, Tokens};

/// Short and foreign forms of the months; in full they are those of the calendar.
const MONTHS: [&str; 15] =
    ["jan", "feb", "febr", "mrt", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dec", "january", "october"];

pub(super) fn is_month(word: &str) -> bool {
    crate::calendar::words::MONTHS.contains(&word) || MONTHS.contains(&word)
}

/// Whether a year of birth may follow a word of more than three letters.
pub(super) fn is_year_word(word: &str) -> bool {
    matches!(word, "geboortejaar" | "bouwjaar")
}

/// A number as a value.
pub(super) fn value(tokens: &Tokens<'_>, index: usize) -> Option<u32> {
    tokens.get(index).filter(|token| token.shape == Shape::Number)?;
    tokens.word(index).parse().ok()
}

fn is_year(tokens: &Tokens<'_>, index: usize) -> bool {
    value(tokens, index).is_some_and(|year| (1900..2100).contains(&year)) && tokens.word(index).len() == 4
}

/// The last token of a date in digits that begins here.
pub(super) fn numeric_end(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    let signs = "-/. ";
    let step = |at: usize| -> Option<usize> {
        match (tokens.gap(at), tokens.word(at)) {
            (Gap::None | Gap::Space, "-" | "/" | "." | "'") if tokens.gap(at + 1) <= Gap::Space => {
                Some(at + 1 + usize::from(tokens.word(at + 1) == "'"))
            }
            (Gap::Space, _) if tokens.get(at)?.shape == Shape::Number => Some(at),
            _ => None,
        }
    };
    let first = value(tokens, index)?;
    let second_at =
        step(index + 1).filter(|_| signs.contains(tokens.word(index + 1)) || tokens.gap(index + 1) == Gap::Space)?;
    let second = value(tokens, second_at)?;
    let third_at = step(second_at + 1)?;
    let third = value(tokens, third_at)?;
    let short = |at: usize| tokens.word(at).len() <= 2;
    let day = |day: u32, month: u32| (1..=31).contains(&day) && (1..=12).contains(&month);
    let forward = short(index) && short(second_at) && (day(first, second) || day(second, first));
    let year_last = is_year(tokens, third_at) || tokens.word(third_at).len() == 2;
    let backward = is_year(tokens, index) && short(third_at) && day(third, second);
    (forward && year_last || backward).then_some(third_at)
}

/// A day of birth in digits.
pub(super) fn numeric(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    if let Some(last) = numeric_end(tokens, index).filter(|last| !is_part(tokens, index, *last)) {
        return birth(tokens, index, last);
    }
    let digits = tokens.word(index);
    if digits.len() == 8 && !is_part(tokens, index, index) {
        let backward = (digits.starts_with("19") || digits.starts_with("20")) && digits[4..6] <= *"12";
        let forward = digits[..2] <= *"31" && digits[2..4] <= *"12" && matches!(&digits[4..6], "19" | "20");
        return (backward || forward).then(|| birth(tokens, index, index)).flatten();
    }
    if digits.len() == 6 && !is_part(tokens, index, index) && (within_sentence(tokens, index, 4)) {
        return birth(tokens, index, index);
    }
    // "12-3" of someone whose birthday it is.
    let short = |at: usize| value(tokens, at).is_some_and(|n| n <= 31) && tokens.word(at).len() <= 2;
    let pair = short(index) && matches!(tokens.word(index + 1), "-" | "/") && short(index + 2);
    (pair && !is_part(tokens, index, index + 2)).then(|| birth(tokens, index, index + 2)).flatten()
}

/// A day of birth with the month as a word: "12 maart 2015", "12e maart '15".
pub(super) fn written(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let day = value(tokens, index).filter(|day| (1..=31).contains(day) && tokens.word(index).len() <= 2)?;
    let mut at = index + 1;
    at += usize::from(matches!(tokens.fold(at), "e" | "ste" | "de") && tokens.gap(at) == Gap::None);
    at += usize::from(matches!(tokens.word(at), "-" | "/" | "."));
    if day == 0 || !is_month(tokens.fold(at)) || tokens.gap(at) == Gap::Paragraph {
        return None;
    }
    birth(tokens, index, year_end(tokens, at))
}

/// The last token of the year after a month, or the month when there is none.
fn year_end(tokens: &Tokens<'_>, month: usize) -> usize {
    let mut at = month + 1;
    at += usize::from(matches!(tokens.word(at), "-" | "/" | "." | ","));
    let apostrophe = tokens.word(at) == "'";
    let short = apostrophe || at > month + 1 && tokens.gap(at) == Gap::None;
    at += usize::from(apostrophe);
    if tokens.gap(at) == Gap::Paragraph {
        return month;
    }
    if is_year(tokens, at) || short && value(tokens, at).is_some() && tokens.word(at).len() == 2 {
        return at;
    }
    // "3 oktober tweeduizend acht", but "3 oktober achttien" is the age that someone reaches.
    if !["tweeduizend", "negentienhonderd"].iter().any(|start| tokens.fold(at).starts_with(start))
        && !(tokens.fold(at) == "negentien" && is_number_word(tokens.fold(at + 1)))
    {
        return month;
    }
    let mut last = month;
    while tokens.gap(last + 1) < Gap::Paragraph && is_number_word(tokens.fold(last + 1)) {
        last += 1;
    }
    last
}

/// A day of birth all in words: "twaalf maart tweeduizend vijftien", "maart 2015".
pub(super) fn in_words(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let fold = tokens.fold(index);
    if is_month(fold) {
        let before = tokens.before(index);
        // A day before it, or a word for one, has found it already.
        if before.is_some_and(|b| value(tokens, b).is_some() || is_number_word(tokens.fold(b)) || tokens.word(b) == "-")
        {
            return None;
        }
        let last = year_end(tokens, index);
        return if last > index { birth(tokens, index, last) } else { birth::month(tokens, index) };
    }
    if !is_number_word(fold) || tokens.before(index).is_some_and(|b| is_number_word(tokens.fold(b))) {
        return None;
    }
    let mut month = index + 1;
    while is_number_word(tokens.fold(month)) && month < index + 4 {
        month += 1;
    }
    is_month(tokens.fold(month)).then(|| birth(tokens, index, year_end(tokens, month))).flatten()
}

/// A year after "geboren in" or "geboortejaar".
pub(super) fn year_of_birth(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let fold = tokens.fold(index);
    let at = match fold {
        "geboortejaar" | "bouwjaar" => index + 1 + usize::from(tokens.word(index + 1) == ":"),
        "in" | "uit" if said_before(tokens, index, 4, &birth::WORDS[..4]) => index + 1,
        "in" if tokens.fold(index + 2) == "geboren" => index + 1,
        "van" if said_before(tokens, index, 5, &birth::WORDS[..1]) => index + 1,
        _ => return None,
    };
    let year = is_year(tokens, at) && !is_part(tokens, at, at);
    year.then(|| found(tokens.span(at, at), Kind::Geboortedatum, Certainty::Twijfel, "een jaar na het woord 'geboren'"))
}

/// An age that few people have.
pub(super) fn age(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let years = value(tokens, index)
        .filter(|years| (90..=115).contains(years) && *years != 112 && !is_part(tokens, index, index))?;
    let old = [
        "grootmoeder",
        "grootvader",
        "oma",
        "opa",
        "overgrootmoeder",
        "overgrootvader",
        "stiefopa",
        "stiefoma",
        "oudtante",
        "oudoom",
        "buurman",
        "buurvrouw",
    ];
    let unit = tokens.is_word(index + 1)
        && matches!(
            tokens.fold(index + 1),
            "euro" | "keer" | "procent" | "km" | "minuten" | "dagen" | "uur" | "kilo" | "meter"
        );
    if said_before(tokens, index, 3, &old) && !unit {
        return Some(found(
            tokens.span(index, index),
            Kind::Leeftijd,
            Certainty::Twijfel,
            "een leeftijd die zelden voorkomt",
        ));
    }
    let next = index + 1 + usize::from(tokens.word(index + 1) == "-");
    let said = matches!(tokens.fold(next), "jaar" | "jarige" | "jarig") && years >= 90;
    said.then(|| {
        found(tokens.span(index, index), Kind::Leeftijd, Certainty::Twijfel, "een leeftijd die zelden voorkomt")
    })
}

/// The last token of a whole date, in digits or with the month as a word, that begins here.
pub(in crate::pseudo) fn whole(tokens: &Tokens<'_>, index: usize) -> Option<usize> {
    if let Some(last) = numeric_end(tokens, index) {
        return (!is_part(tokens, index, last)).then_some(last);
    }
    value(tokens, index).filter(|day| (1..=31).contains(day))?;
    let last = year_end(tokens, index + 1);
    (is_month(tokens.fold(index + 1)) && last > index + 1).then_some(last)
}
