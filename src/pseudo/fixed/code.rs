//! Numbers of files, cases, clients and documents: after the word for them, or by form.

use super::digits::is_part;
use crate::pseudo::hit::{Certainty, Hit, Kind, found};
use crate::pseudo::speech::{Class, of as class};
use crate::pseudo::tokens::{Gap, Shape, Token, Tokens};

/// After these words a code is the number of a file, whatever it looks like.
const FILES: &[&str] = &[
    "dossier",
    "zaak",
    "kenmerk",
    "referentie",
    "registratie",
    "parket",
    "rekest",
    "rol",
    "mutatie",
    "aangifte",
    "incident",
    "melding",
    "meldings",
    "client",
    "clienten",
    "patient",
    "patienten",
    "polis",
    "verzekering",
    "verzekerings",
    "klant",
    "debiteuren",
    "beschikkings",
    "beschikking",
    "vreemdelingen",
    "relatie",
    "leerling",
    "leerlingen",
    "personeels",
    "bvh",
    "proces",
    "procesverbaal",
    "pv",
    "kenmerken",
    "relaties",
    "ref",
    "referte",
    "onderwijs",
    "inschrijf",
    "zorg",
    "toewijzings",
    "aanvraag",
];

/// After these a code is the number of a person's document.
const DOCUMENTS: &[&str] = &[
    "paspoort",
    "identiteitskaart",
    "idkaart",
    "rijbewijs",
    "verblijfsdocument",
    "document",
    "verblijfs",
    "id",
    "identiteitsbewijs",
    "verblijfsvergunning",
    "vreemdelingendocument",
    "idbewijs",
    "reisdocument",
    "paspoortnr",
];

const NUMBER: &[&str] = &["nummer", "nr", "nrs", "nummers", "no", "num"];

/// A code after its word.
pub(super) fn after_word(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let (kind, named, mut at) = keyword(tokens, index)?;
    let mut named = named;
    // "dossier nr.: 12345", "zaaknummer is 12345"
    for _ in 0..5 {
        let word = tokens.fold(at);
        named |= NUMBER.contains(&word);
        let between = matches!(
            word,
            "-" | "." | ":" | "#" | "is" | "(" | "=" | "\"" | "van" | "met" | "onder" | "het" | "verbaal"
        ) || NUMBER.contains(&word)
            || class(word).has(Class::KIN);
        if !between || tokens.gap(at) == Gap::Paragraph {
            break;
        }
        at += 1;
    }
    tokens.get(at).filter(|token| token.gap < Gap::Paragraph)?;
    let (last, digits) = code(tokens, at)?;
    let year = at == last && digits == 4 && matches!(tokens.word(at).get(..2), Some("19" | "20"));
    let date = super::date::numeric_end(tokens, at).is_some();
    if digits < if named { 3 } else { 4 } || !named && (year || date) || named && date {
        return None;
    }
    // "cliënt 06-12345678": without "nummer" a telephone number is one.
    if !named && super::phone::find(tokens, at).is_some() {
        return None;
    }
    let reason = match kind {
        Kind::Documentnummer => "een nummer na het woord voor een document",
        _ => "een nummer na een woord zoals 'dossiernummer'",
    };
    Some(found(tokens.span(at, last), kind, Certainty::Zeker, reason))
}

/// Whether a code may follow a word.
pub(super) fn announces(fold: &str) -> bool {
    let bare = NUMBER.iter().find_map(|number| fold.strip_suffix(number));
    let stem = bare.unwrap_or(fold);
    DOCUMENTS.contains(&stem) || FILES.contains(&stem) || matches!(fold, "v" | "vnr" | "vnummer")
}

/// The kind of number that a word announces, whether it says "nummer", and what follows.
fn keyword(tokens: &Tokens<'_>, index: usize) -> Option<(Kind, bool, usize)> {
    let fold = tokens.fold(index);
    if fold == "v" && tokens.word(index + 1) == "-" && NUMBER.contains(&tokens.fold(index + 2))
        || fold == "vnummer"
        || fold == "vnr"
    {
        return Some((Kind::Dossiernummer, true, index + if fold == "v" { 3 } else { 1 }));
    }
    let bare = NUMBER.iter().find_map(|number| fold.strip_suffix(number)).filter(|bare| !bare.is_empty());
    let stem = bare.unwrap_or(fold);
    if DOCUMENTS.contains(&stem) {
        let plain = matches!(stem, "document" | "id" | "verblijfs");
        return (!plain || bare.is_some() || tokens.word(index + 1) == "-").then_some((
            Kind::Documentnummer,
            bare.is_some(),
            index + 1,
        ));
    }
    FILES.contains(&stem).then_some((Kind::Dossiernummer, bare.is_some(), index + 1))
}

/// The last token of a code that begins here, and how many digits it has.
fn code(tokens: &Tokens<'_>, index: usize) -> Option<(usize, usize)> {
    let digit_count =
        |at: usize| tokens.get(at).filter(|t| t.shape == Shape::Number).map_or(0, |_| tokens.word(at).len());
    let starts = |token: &Token| token.shape == Shape::Number || token.is_capital() || token.is_word();
    tokens.get(index).filter(|token| starts(token))?;
    let (mut last, mut digits, mut at) = (index, digit_count(index), index + 1);
    while let Some(token) = tokens.get(at) {
        let sign = token.shape == Shape::Sign;
        if token.gap == Gap::None && !sign {
            (last, digits) = (at, digits + digit_count(at));
        } else if token.gap == Gap::None
            && matches!(tokens.word(at), "-" | "/" | "." | "_" | ":")
            && tokens.gap(at + 1) == Gap::None
        {
        } else if token.gap == Gap::Space && blank_goes_on(tokens, at, digits) {
            (last, digits) = (at, digits + digit_count(at));
        } else {
            break;
        }
        at += 1;
    }
    let bare_word = index == last && digits == 0;
    (!bare_word && digits > 0).then_some((last, digits))
}

/// Whether a code goes on after a blank: "C/02/412345 / JE RK 24-1234", "123 456 789".
fn blank_goes_on(tokens: &Tokens<'_>, at: usize, digits: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    match token.shape {
        Shape::Number => tokens.word(at).len() >= 2 || digits == 0,
        Shape::Upper => digits == 0 || matches!(tokens.word(at), "JE" | "RK" | "FA"),
        Shape::Sign => tokens.word(at) == "/" && tokens.gap(at + 1) == Gap::Space && tokens.fold(at + 1) == "je",
        _ => false,
    }
}

/// A code by its form alone: capitals and at least five digits in one piece, such as
/// `RSD-2026-00412`, `PL2000-2026012345` or `C/02/412345`.
pub(super) fn by_form(tokens: &Tokens<'_>, index: usize) -> Option<Hit> {
    let token = tokens.get(index)?;
    let starts = matches!(token.shape, Shape::Upper) || tokens.is_initial(index);
    // At the beginning of a text a letter alone may be the first of something else.
    let begins = token.gap >= Gap::Paragraph && tokens.is_initial(index);
    if !starts || begins || index > 0 && is_part(tokens, index, index) && token.gap == Gap::None {
        return None;
    }
    let court = token.shape == Shape::Upper && tokens.word(index) == "JE" && tokens.word(index + 1) == "RK";
    let (last, digits) = code(tokens, if court { index + 1 } else { index })?;
    let glued = court || tokens.gap(index + 1) == Gap::None;
    if !glued || digits < 5 || last == index {
        return None;
    }
    Some(found(tokens.span(index, last), Kind::Dossiernummer, Certainty::Zeker, "de vorm van een dossiernummer"))
}
