//! A whole file: a YAML file by its decoded texts, anything else as it stands.
//!
//! The family of a card is known in its own texts. What names it by structure (`gezin` and
//! the like) leaves by structure and is no hit; comments and keys are searched as text.

use super::{Context, Hit, Known, Scanner};
use crate::model::{Gezin, Lid, Regio, Veiligheidskaart};
use crate::yaml::{Doc, Kind, NodeId, Path, Step, parse};

/// What may identify a family in a file, in bytes of its text.
#[must_use]
pub fn scan_file(text: &str, is_yaml: bool, regio: &Regio) -> Vec<Hit> {
    let doc = is_yaml.then(|| parse(text.as_bytes()).ok()).flatten();
    let Some(doc) = doc.filter(|doc| matches!(doc.kind(doc.root()), Kind::Map { .. })) else {
        let stays = names_of(regio, None);
        return Scanner::new(&Context { known: &[], stays: &stays }).scan(text);
    };
    let card: Option<Veiligheidskaart> = doc.read().0;
    let known = card.as_ref().and_then(|card| card.gezin.as_ref()).map(family).unwrap_or_default();
    let stays = names_of(regio, card.as_ref());
    let scanner = Scanner::new(&Context { known: &known, stays: &stays });
    scan_doc(&doc, text, &scanner)
}

fn scan_doc(doc: &Doc<'_>, text: &str, scanner: &Scanner) -> Vec<Hit> {
    let texts = doc.texts();
    let mut hits = Vec::new();
    for node in &texts {
        let Kind::Scalar(decoded, _) = doc.kind(*node) else { continue };
        if decoded.is_empty() || is_structure(doc, *node) {
            continue;
        }
        let found = scanner.scan(decoded).into_iter();
        hits.extend(found.map(|hit| Hit { bytes: doc.within(*node, &hit.bytes), ..hit }));
    }
    // Comments and keys: what lies in no value.
    let values: Vec<_> = texts.iter().map(|node| doc.place(*node).bytes).collect();
    let outside = scanner.scan(text).into_iter().filter(|hit| {
        let next = values.partition_point(|value| value.end <= hit.bytes.start);
        values.get(next).is_none_or(|value| value.start >= hit.bytes.end)
    });
    hits.extend(outside);
    super::merge::merge(hits)
}

/// Keys that name people, numbers or places by what they are: no text.
const STRUCTURE: [&str; 10] = [
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

fn is_structure(doc: &Doc<'_>, node: NodeId) -> bool {
    let path: Path = doc.path(node);
    let key = |step: &Step| matches!(step, Step::Key(key) if STRUCTURE.contains(&key.as_str()));
    // A conversation with the family is text; the family itself is not.
    path.steps().first().is_some_and(key)
        || path.steps().last().is_some_and(|step| matches!(step, Step::Key(key) if key == "wie"))
}

/// The people of a card.
#[must_use]
pub fn family(gezin: &Gezin) -> Vec<Known> {
    let lid = |lid: &Lid| Known {
        voornaam: lid.voornaam.clone(),
        roepnaam: lid.roepnaam.clone(),
        tussenvoegsel: lid.tussenvoegsel.clone(),
        achternaam: lid.achternaam.clone(),
        label: lid.wie.clone(),
    };
    let others = gezin.in_de_tekst.values().filter_map(|other| {
        let (first, last) = match other.naam.as_deref()?.trim().split_once(' ') {
            Some((first, last)) => (first, Some(last.to_owned())),
            None => (other.naam.as_deref()?.trim(), None),
        };
        Some(Known { voornaam: Some(first.to_owned()), achternaam: last, label: other.wie.clone(), ..Known::default() })
    });
    gezin.leden.values().map(lid).chain(others).collect()
}

/// What may stand: the region's organisations and professionals, those of the card, and the
/// municipality that is responsible; without a card all that the region has.
#[must_use]
pub fn names_of(regio: &Regio, card: Option<&Veiligheidskaart>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for gemeente in regio.gemeenten.values() {
        for naam in gemeente.naam.iter().chain(gemeente.ook.values()) {
            names.push(format!("gemeente {naam}"));
        }
        let responsible = card.and_then(|card| card.gemeente.as_ref());
        names.extend(gemeente.naam.clone().filter(|naam| responsible.is_none_or(|own| own.contains(naam.as_str()))));
    }
    for organisatie in regio.organisaties.values() {
        names.extend(organisatie.naam.clone());
        names.extend(organisatie.ook.values().cloned());
    }
    names.extend(regio.personen.values().filter_map(|persoon| persoon.naam.clone()));
    if let Some(card) = card {
        let inbrenger = card.inbrenger.as_ref();
        names.extend(inbrenger.and_then(|inbrenger| inbrenger.naam.clone()));
        names.extend(inbrenger.and_then(|inbrenger| inbrenger.via.clone()));
        names.extend(card.casusregisseur.as_ref().and_then(|regisseur| regisseur.naam.clone()));
    }
    names
}

pub fn unjudged(_text: &str, _is_yaml: bool, _regio: &Regio, _known: &[Known]) -> Vec<Hit> {
    Vec::new()
}
