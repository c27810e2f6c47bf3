//! What a label looks like: a word for who or what it is, with a number or a letter.

use super::earlier::Earlier;
use super::hit::Kind;
use super::in_team::InTeam;
use super::known::{Family, Known};
use super::labels::name_words;
use super::lexicon::{self, Flags, fold};
use super::whose::{Whose, rows, whose};
use crate::calendar::words::capital;
use crate::model::{Koppeling, is_role};

/// The labels of those who are known. Someone outside the family whose word for who it is could
/// name somebody gets a letter, as does the second with the same word: the one that the koppeling
/// has for that name, else the next that stands for nobody. So does one whose word stands for
/// somebody else already, here or in the team's folder; someone of the family keeps the word, by
/// which the team's card goes.
pub(super) fn labels_of(known: &[Known], koppeling: Option<&Koppeling>, team: &InTeam) -> Vec<String> {
    let given = rows(koppeling);
    let mut labels: Vec<String> = Vec::with_capacity(known.len());
    let earlier = koppeling.map(Earlier::of).unwrap_or_default().and(&team.earlier);
    let mut number = earlier.highest("persoon");
    let is_own = |one: &Known, label: &str| match whose(one, label, &given, known) {
        Whose::Nobody => !team.is_strange(label),
        Whose::Own | Whose::Shared => true,
        Whose::Other => false,
    };
    for one in known {
        let wie = one.label.as_deref().unwrap_or_default().trim();
        let label = label_of(wie);
        if !labels.contains(&label) && is_who(wie) && (!one.outside || is_own(one, &label)) {
            labels.push(label);
            continue;
        }
        let own = given.iter().find(|(words, door)| {
            let is_letter = is_label(door) && door.starts_with("Persoon ");
            is_letter && !labels.iter().any(|label| label == door) && is_name_of(one, words)
        });
        labels.push(own.map_or_else(
            || loop {
                number += 1;
                let next = format!("Persoon {}", letters(number));
                if !given.iter().any(|(_, door)| *door == next) {
                    break next;
                }
            },
            |(_, door)| (*door).to_owned(),
        ));
    }
    labels
}

/// Whether words are the name of someone who is known.
fn is_name_of(one: &Known, words: &str) -> bool {
    let family = Family::new(std::slice::from_ref(one));
    let words = name_words(words);
    !words.is_empty() && words.iter().all(|word| family.form_of(word).is_some())
}

/// Whether a word says who somebody is and names nobody: a role, a trade, a neighbour.
fn is_who(wie: &str) -> bool {
    let word = wie.trim_end_matches(|c: char| c.is_ascii_digit());
    let flags = lexicon::look_up(word);
    let is_plain = !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
    let is_known = flags.has(Flags::KIN.with(Flags::ROLE).with(Flags::TITLE).with(Flags::PEOPLE));
    is_role(wie) || is_plain && (is_known || flags.is_word() && !flags.is_first_name() && !flags.is_surname())
}

/// Whether a text is a label: one word for who or what it is, with a number or a letter.
pub(super) fn is_label(door: &str) -> bool {
    let (word, rest) = door.trim().split_once(' ').unwrap_or((door.trim(), "1"));
    let is_number = rest.len() <= 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = rest.len() <= 2 && rest.bytes().all(|byte| byte.is_ascii_uppercase());
    let first = word.chars().next().is_some_and(char::is_uppercase);
    let lower = word.to_lowercase();
    first && (is_number || is_letter) && (is_made(&lower) || is_who(&lower))
}

/// Whether a label with this word, in small letters, is given in the order of the text: it is no
/// role, which stands for the same one in every dossier.
pub(super) fn is_made(word: &str) -> bool {
    let made = ["persoon", "achternaam", "zorgaanbieder", "kerk", "club", "e-mailadres", "plek"];
    made.contains(&word) || KINDS.iter().any(|kind| fold(self::word(*kind)) == word)
}

/// Every kind of thing that gets a label.
const KINDS: [Kind; 17] = [
    Kind::Bsn,
    Kind::Iban,
    Kind::Telefoon,
    Kind::Email,
    Kind::Url,
    Kind::Account,
    Kind::Documentnummer,
    Kind::Dossiernummer,
    Kind::Kenteken,
    Kind::Coordinaten,
    Kind::Adres,
    Kind::Postcode,
    Kind::Straat,
    Kind::Huisnummer,
    Kind::School,
    Kind::Organisatie,
    Kind::Plaats,
];

/// `kind1` is Kind 1, `ex-partner` Ex-partner.
#[must_use]
pub fn label_of(wie: &str) -> String {
    let wie = wie.trim();
    let word = wie.trim_end_matches(|c: char| c.is_ascii_digit());
    let number = &wie[word.len()..];
    let mut label = capital(word);
    if !number.is_empty() {
        label = format!("{} {number}", label.trim_end());
    }
    label
}

/// The possessive behind a label: Moeders, Oma's, Kind 1's.
pub(super) fn suffix_of(label: &str, suffix: &'static str) -> &'static str {
    let last = label.chars().next_back().map_or('0', |c| c.to_ascii_lowercase());
    let is_word = label.chars().all(|c| c.is_alphabetic() || c == '-');
    match suffix {
        "" => "",
        _ if !is_word || "aiouy".contains(last) => "'s",
        _ if "sxz".contains(last) => "'",
        _ => "s",
    }
}

/// The possessive behind a name or other words: Daans, Emma's, Max'.
pub(super) fn possessive_of(words: &str) -> &'static str {
    let last = words.chars().next_back().map_or('0', |c| c.to_ascii_lowercase());
    match last {
        's' | 'x' | 'z' => "'",
        'a' | 'i' | 'o' | 'u' | 'y' => "'s",
        _ if last.is_alphabetic() => "s",
        _ => "'s",
    }
}

/// What an organisation is, for a reader who may not know its name.
pub(super) fn organisation(words: &str) -> &'static str {
    let flags = fold(words)
        .split(|c: char| !c.is_alphanumeric())
        .fold(Flags::default(), |flags, word| flags.with(lexicon::folded(word)));
    match flags {
        flags if flags.has(Flags::CARE_MARK) => "Zorgaanbieder",
        flags if flags.has(Flags::CHURCH_MARK) => "Kerk",
        flags if flags.has(Flags::CLUB_MARK) => "Club",
        _ => "Organisatie",
    }
}

pub(super) fn word(kind: Kind) -> &'static str {
    match kind {
        Kind::Bsn => "Bsn",
        Kind::Iban => "Rekeningnummer",
        Kind::Telefoon => "Telefoonnummer",
        Kind::Email => "E-mailadres",
        Kind::Url => "Website",
        Kind::Account => "Account",
        Kind::Documentnummer => "Documentnummer",
        Kind::Dossiernummer => "Dossiernummer",
        Kind::Kenteken => "Kenteken",
        Kind::Coordinaten => "Plek",
        Kind::Adres => "Adres",
        Kind::Postcode => "Postcode",
        Kind::Straat => "Straat",
        Kind::Huisnummer => "Huisnummer",
        Kind::School => "School",
        Kind::Plaats => "Plaats",
        Kind::Organisatie => "Organisatie",
        Kind::Persoon | Kind::Geboortedatum | Kind::Leeftijd | Kind::Datum => "Persoon",
    }
}

/// The number that letters stand for, as [`letters`] makes them.
pub(super) fn number_of(letters: &str) -> usize {
    letters.bytes().fold(0, |number, letter| number * 26 + usize::from(letter - b'A') + 1)
}

/// A to Z, then AA to ZZ: 1 is A.
pub(super) fn letters(number: usize) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or_default()));
        rest /= 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse;

    fn labels_of(known: &[Known], koppeling: Option<&Koppeling>) -> Vec<String> {
        super::labels_of(known, koppeling, &InTeam::default())
    }

    #[test]
    fn a_letter_stands_for_one() {
        let one = |naam: &str, wie: &str| Known {
            achternaam: Some(naam.to_owned()),
            label: Some(wie.to_owned()),
            ..Known::default()
        };
        let known =
            [one("Koolstra", "Gerrit"), one("Vos", "buurvrouw"), one("Peters", "Wil"), one("Maas", "buurvrouw")];
        let labels = |keys: &str| labels_of(&known, parse(keys.as_bytes()).unwrap().read::<Koppeling>().0.as_ref());
        assert_eq!(labels_of(&known, None), ["Persoon A", "Buurvrouw", "Persoon B", "Persoon C"]);
        // What was given to somebody else, here or before the case came here.
        let given = "vervangingen: [{tekst: Truus, door: Persoon A}]";
        assert_eq!(labels(given), ["Persoon B", "Buurvrouw", "Persoon C", "Persoon D"]);
        assert_eq!(labels("labels_tot: [Persoon B]"), ["Persoon C", "Buurvrouw", "Persoon D", "Persoon E"]);
        // Who has one keeps it.
        let given = "labels_tot: [Persoon C]\nvervangingen: [{tekst: Peters, door: Persoon A}]";
        assert_eq!(labels(given), ["Persoon D", "Buurvrouw", "Persoon A", "Persoon E"]);
    }
}
