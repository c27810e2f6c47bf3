//! A whole file: a YAML file by its decoded texts, anything else as it stands.
//!
//! The family of a card is known in its own texts. What names it by structure (`gezin` and
//! the like) leaves by structure and is no hit; comments and keys are searched as text.

use super::fields::{Fields, Search, Side, is_fixed};
use super::team::outside;
use super::{Context, Hit, Known, Scanner};
use crate::model::{Gezin, Lid, Regio, Veiligheidskaart};
use crate::yaml::{Doc, Kind, Path, parse};

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
    // A dossier's file has its number; a card that is still being written may have none yet.
    let has = |key: &str| doc.find(&Path::root().key(key)).is_some();
    let of_dossier = has("dossiernummer") || has("gezin") && !has("casus");
    scan_doc(&doc, text, if of_dossier { Side::Dossier } else { Side::Team }, &scanner)
}

fn scan_doc(doc: &Doc<'_>, text: &str, side: Side, scanner: &Scanner) -> Vec<Hit> {
    let fields = Fields::of(doc, side);
    let mut hits = Vec::new();
    for value in fields.values.iter().filter(|value| value.search != Search::Nothing) {
        let found = scanner.scan(value.text).into_iter();
        let found = found.filter(|hit| value.search == Search::All || is_fixed(hit.kind, value.key));
        hits.extend(found.map(|hit| Hit { bytes: doc.within(value.node, &hit.bytes), ..hit }));
    }
    hits.extend(outside(doc, text, &fields, scanner));
    super::merge::merge(hits)
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
        outside: false,
    };
    let others = gezin.in_de_tekst.values().filter_map(|other| {
        let (first, last) = match other.naam.as_deref()?.trim().split_once(' ') {
            Some((first, last)) => (first, Some(last.to_owned())),
            None => (other.naam.as_deref()?.trim(), None),
        };
        Some(Known {
            voornaam: Some(first.to_owned()),
            achternaam: last,
            label: other.wie.clone(),
            outside: true,
            ..Known::default()
        })
    });
    gezin.leden.values().map(lid).chain(others).collect()
}

/// What may stand: the region's organisations and professionals, those of the card, and the
/// municipality that is responsible; without a card all that the region has.
#[must_use]
pub fn names_of(regio: &Regio, card: Option<&Veiligheidskaart>) -> Vec<String> {
    let mut names = names(regio);
    let responsible = card.and_then(|card| card.gemeente.as_deref());
    let gemeenten = regio.gemeenten.values().filter_map(|gemeente| gemeente.naam.clone());
    names.extend(gemeenten.filter(|naam| responsible.is_none_or(|own| own.contains(naam.as_str()))));
    if let Some(card) = card {
        let inbrenger = card.inbrenger.as_ref();
        names.extend(inbrenger.and_then(|inbrenger| inbrenger.naam.clone()));
        names.extend(inbrenger.and_then(|inbrenger| inbrenger.via.clone()));
        names.extend(card.casusregisseur.as_ref().and_then(|regisseur| regisseur.naam.clone()));
    }
    names
}

/// What `vt` calls its own files, and what the handbook calls the Raad voor de Kinderbescherming.
const OWN: [&str; 4] = ["Teammap", "LEESMIJ", "Veiligheidskaart", "de Raad"];

/// What stays whatever the card.
pub(super) fn names(regio: &Regio) -> Vec<String> {
    let mut names: Vec<String> = OWN.map(str::to_owned).into();
    names.extend(regio.regio.clone());
    for gemeente in regio.gemeenten.values() {
        let all = gemeente.naam.iter().chain(gemeente.ook.values());
        names.extend(all.map(|naam| format!("gemeente {naam}")));
    }
    for organisatie in regio.organisaties.values() {
        names.extend(organisatie.naam.clone());
        names.extend(organisatie.ook.values().cloned());
    }
    names.extend(regio.personen.values().filter_map(|persoon| persoon.naam.clone()));
    names
}
