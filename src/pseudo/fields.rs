//! The texts of a YAML file, and what is searched in each: a professional's name may stand
//! where the family's may not, and a date or a choice is no text.

use super::hit::Kind as HitKind;
use super::lexicon;
use crate::model::{Casus, is_role, is_sleutel};
use crate::yaml::{Doc, Kind, NodeId, Path, Step};
use std::ops::Range;

/// What is searched in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Search {
    /// Nothing: it is no text, or says by structure what it is.
    Nothing,
    /// Numbers, addresses and the like: a name may stand.
    Fixed,
    /// Everything.
    All,
}

/// On which side of the gate a file lies.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// What names the family by structure leaves by structure.
    Dossier,
    /// Nothing may name the family.
    Team,
}

/// A scalar of a file.
pub(super) struct Value<'d> {
    pub node: NodeId,
    pub text: &'d str,
    pub search: Search,
    /// The key under which it stands; of an item of a list that of the list.
    pub key: &'d str,
    /// The first key on the way to it.
    pub first: &'d str,
}

/// A file taken apart.
#[derive(Default)]
pub(super) struct Fields<'d> {
    /// The values, in order.
    pub values: Vec<Value<'d>>,
    /// Keys that no file has: they may say anything.
    pub keys: Vec<(NodeId, &'d str)>,
    /// Where keys and values stand; between them are marks and comments.
    spans: Vec<Range<usize>>,
}

impl<'d> Fields<'d> {
    pub fn of(doc: &'d Doc<'_>, side: Side) -> Self {
        let mut fields = Self::default();
        fields.visit(doc, doc.root(), side, &mut Vec::with_capacity(8));
        fields
    }

    fn visit(&mut self, doc: &'d Doc<'_>, node: NodeId, side: Side, keys: &mut Vec<&'d str>) {
        match doc.kind(node) {
            Kind::Scalar(text, _) => {
                self.spans.push(doc.place(node).bytes);
                let (first, key) = (keys.first().copied().unwrap_or(""), keys.last().copied().unwrap_or(""));
                let search = match side {
                    Side::Dossier => of_dossier(first, key),
                    Side::Team => of_team(keys, text),
                };
                self.values.push(Value { node, text, search, key, first });
            }
            Kind::Seq { items, .. } => items.iter().for_each(|item| self.visit(doc, *item, side, keys)),
            Kind::Map { entries, .. } => {
                for (key, value) in entries {
                    let Kind::Scalar(word, _) = doc.kind(*key) else { continue };
                    self.spans.push(doc.place(*key).bytes);
                    if !is_sleutel(word) && !is_no_text(word) {
                        self.keys.push((*key, word));
                    }
                    keys.push(word);
                    self.visit(doc, *value, side, keys);
                    keys.pop();
                }
            }
        }
    }

    /// What stands outside keys and values: comments, and what the reader refused. Each
    /// stretch with its bytes of the file; a file that `vt` wrote has none.
    pub fn outside<'t>(&self, text: &'t str) -> Vec<(usize, &'t str)> {
        const MARKS: &[u8] = b" \n\r\t:-,[]{}|>?+.'\"";
        let mut found = Vec::new();
        let mut from = 0;
        let ends = text.len()..text.len();
        for span in self.spans.iter().chain([&ends]) {
            let gap = text.get(from..span.start).unwrap_or_default();
            let own = modeline(gap);
            if gap.bytes().skip(own).any(|byte| !MARKS.contains(&byte)) {
                found.push((from + own, &gap[own..]));
            }
            from = from.max(span.end);
        }
        found
    }
}

/// The length of the line for the editor that `vt` writes at the top of a file: it says where a
/// schema stands, and names nobody.
fn modeline(text: &str) -> usize {
    let line = text.split_inclusive('\n').next().unwrap_or_default();
    let way = line.trim_end().strip_prefix("# yaml-language-server: $schema=");
    let plain = |c: char| c.is_ascii_lowercase() || "./".contains(c);
    let is_own = way.is_some_and(|way| way.contains(".schema/") && way.chars().all(plain));
    if is_own { line.len() } else { 0 }
}

/// Keys of a dossier that name people, numbers or places by what they are.
const OF_DOSSIER: [&str; 10] = [
    "gezin",
    "inbrenger",
    "casusregisseur",
    "dossiernummer",
    "gemeente",
    "casus",
    "ingebracht",
    "versie",
    "regel",
    "sleutel",
];

fn of_dossier(first: &str, key: &str) -> Search {
    // A conversation with the family is text; the family itself is not.
    if OF_DOSSIER.contains(&first) || key == "wie" { Search::Nothing } else { Search::All }
}

/// Parts of `regio.yaml` and of the rosters that name organisations and professionals.
const OF_REGION: [&str; 11] = [
    "regio",
    "handboek",
    "gemeenten",
    "organisaties",
    "vaste_deelnemers",
    "toerbeurt",
    "minimale_bezetting",
    "personen",
    "vergaderpatroon",
    "beurten",
    "ruilingen",
];

/// Keys that are answered with a word of the handbook.
const CHOICES: [&str; 31] = [
    "soort",
    "rol",
    "aanleiding",
    "aandachtsgebied",
    "aandacht",
    "acuut",
    "structureel",
    "gemeld",
    "bron",
    "maakt_onveilig",
    "maakt_veilig",
    "wijze",
    "waarom_uitgelegd",
    "akkoord",
    "routes_besproken",
    "contact",
    "zorgaanbieder",
    "twijfel_borging",
    "jeugdhulp_na_afloop",
    "geleid_door",
    "uitkomst",
    "blijft_aangehaakt",
    "besluit",
    "inbrenger_aanwezig",
    "vragenronde_gehouden",
    "stem_gehoord",
    "verwijzing",
    "terug",
    "stand",
    "verder_geholpen",
    "leeftijd",
];

/// What is searched in a value of a team's file. Form decides with place: a date that is no
/// date is searched as text.
fn of_team(keys: &[&str], text: &str) -> Search {
    let (first, key) = (keys.first().copied().unwrap_or(""), keys.last().copied().unwrap_or(""));
    if is_no_text(text) || is_answer(key, text) {
        return Search::Nothing;
    }
    match (first, key) {
        ("gezin", "gemeente") | ("gemeente", _) if lexicon::look_up(text.trim()).is_place_nl() => Search::Nothing,
        // Work addresses of professionals.
        ("personen", "email") => Search::Nothing,
        // Another rule says that it is none of the region's.
        ("gemeente", _) => Search::Fixed,
        ("gezin", _) => Search::All,
        ("verantwoording", "regel") if is_rule(text) => Search::Nothing,
        ("verantwoording" | "blijft_staan", "sleutel" | "in") if is_place(text) => Search::Nothing,
        (first, _) if OF_REGION.contains(&first) => Search::Fixed,
        // Who helped is told in words: a school, a neighbour.
        ("hulp_tot_nu_toe", "door") => Search::All,
        (
            _,
            "door" | "naam" | "via" | "organisatie" | "organisaties" | "deelnemers" | "samen_met" | "locatie" | "zetel",
        )
        | ("afspraken", "wie")
        | ("overdracht", "van" | "aan")
        | ("overgedragen" | "aan" | "eerder", "aan") => Search::Fixed,
        _ => Search::All,
    }
}

/// Dates, moments, times, figures, pseudonyms, fingerprints of cards.
fn is_no_text(text: &str) -> bool {
    let bytes = text.as_bytes();
    let only = |set: &[u8]| bytes.iter().all(|byte| byte.is_ascii_digit() || set.contains(byte));
    match bytes.len() {
        0 => true,
        // Three figures with a sign: `4,5`, `8-11`. No number that names somebody is so short.
        1..=5 if bytes.iter().filter(|byte| byte.is_ascii_digit()).count() <= 4 && only(b".,:-") => true,
        7 | 10 => only(b"-") && bytes[4] == b'-' && text.matches('-').count() == bytes.len() / 4,
        9 if bytes[4] == b'-' => Casus::read(text).is_ok_and(|casus| casus.to_string() == text),
        16..=35 => only(b"-:.+TZ") && bytes[4] == b'-' && bytes[7] == b'-' && bytes[10] == b'T',
        64 => bytes.iter().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
        _ => false,
    }
}

/// A word of the handbook where one is asked.
fn is_answer(key: &str, text: &str) -> bool {
    matches!(key, "wie" | "woont_bij" | "ingevuld_met" | "met" | "aanwezig") && is_role(text)
        || CHOICES.contains(&key) && text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
}

/// Whether a text is the name of a rule: INB05.
pub(super) fn is_rule(text: &str) -> bool {
    let text = text.trim();
    let (family, number) = text.split_at_checked(text.len().saturating_sub(2)).unwrap_or_default();
    (3..=4).contains(&family.len())
        && family.bytes().all(|byte| byte.is_ascii_alphabetic())
        && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a text is the place of a value: keys that files have, roles and small numbers. A
/// path of other words could name somebody.
pub(super) fn is_place(text: &str) -> bool {
    text.trim().parse::<Path>().is_ok_and(|path| {
        path.steps().iter().all(|step| match step {
            Step::Key(key) => is_sleutel(key),
            Step::Named(name) => is_role(name),
            Step::Index(index) => *index < 1000,
        })
    })
}

/// Where a meeting is held.
pub(super) const VENUE: &str = "locatie";

/// Whether a hit counts in a text where only fixed forms are searched.
pub(super) fn is_fixed(kind: HitKind, key: &str) -> bool {
    match kind {
        HitKind::Bsn
        | HitKind::Iban
        | HitKind::Telefoon
        | HitKind::Email
        | HitKind::Url
        | HitKind::Account
        | HitKind::Documentnummer
        | HitKind::Dossiernummer
        | HitKind::Kenteken
        | HitKind::Coordinaten
        | HitKind::Geboortedatum => true,
        // A meeting is held somewhere.
        HitKind::Adres | HitKind::Postcode => key != VENUE,
        // But not at somebody's home.
        HitKind::Persoon => key == VENUE,
        HitKind::Straat
        | HitKind::Huisnummer
        | HitKind::School
        | HitKind::Organisatie
        | HitKind::Plaats
        | HitKind::Leeftijd
        | HitKind::Datum => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_text_is_so_by_its_form() {
        for text in ["", "4", "4,5", "8-11", "1", "2026", "09:00", "2026-07", "2026-03-12", "7k3f-9qxr"] {
            assert!(is_no_text(text), "{text}");
        }
        for text in ["2026-03-04T10:12:00+01:00", "957ab9721aed420f94a582241c379959ab71ad76b297daef4614720d97d1a657"] {
            assert!(is_no_text(text), "{text}");
        }
        for text in
            ["123456782", "12345", "0612345678", "4701-1234", "Daan", "7k3f-9qxm", "2026-03-04T Daan de Bos", "4707 AB"]
        {
            assert!(!is_no_text(text), "{text}");
        }
    }

    #[test]
    fn place_says_what_is_searched() {
        let search = |keys: &[&str], text: &str| of_team(keys, text);
        assert_eq!(search(&["inbrenger", "naam"], "Anke Wouters"), Search::Fixed);
        assert_eq!(search(&["hulp_tot_nu_toe", "door"], "de school"), Search::All);
        assert_eq!(search(&["gezin", "leden", "wie"], "moeder"), Search::Nothing);
        assert_eq!(search(&["gezin", "leden", "wie"], "daan"), Search::All);
        assert_eq!(search(&["gezin", "in_de_tekst", "naam"], "Riet"), Search::All);
        assert_eq!(search(&["gezin", "leden", "gemeente"], "Etten-Leur"), Search::Nothing);
        assert_eq!(search(&["gezin", "leden", "gemeente"], "bij Riet"), Search::All);
        assert_eq!(search(&["personen", "email"], "a@b.nl"), Search::Nothing);
        assert_eq!(search(&["soort"], "nieuw"), Search::Nothing);
        assert_eq!(search(&["soort"], "Daan"), Search::All);
        assert_eq!(search(&["blijft_staan", "in"], "stem[kind1].woorden"), Search::Nothing);
        assert_eq!(search(&["blijft_staan", "in"], "stem[Daan].woorden"), Search::All);
    }
}
