//! References within `regio.yaml`, and the names of the files in `afwezigheid/`.

use super::{UNKNOWN, UNKNOWN_MEND, is_unknown};
use crate::model::{Lijst, Regio, Zetel};
use crate::rules::{Findings, TreeView};
use crate::store::{Slot, name_as_file};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// On no day is a name of the region gone yet.
const ANY_DAY: NaiveDate = NaiveDate::MIN;

pub(super) fn in_region(regio: &Regio, findings: &mut Findings<'_>) {
    names(regio, findings);
    let mut organisation = |key: String, name: Option<&String>| {
        if is_unknown(regio, name, ANY_DAY) {
            findings.add_in(Slot::Regio, key, UNKNOWN).mend = UNKNOWN_MEND.into();
        }
    };
    for (index, participant) in regio.vaste_deelnemers.iter() {
        let key = format!("vaste_deelnemers[{index}]");
        organisation(format!("{key}.organisatie"), participant.organisatie.as_ref());
        for (at, substitute) in participant.vervanging.iter() {
            organisation(format!("{key}.vervanging[{at}].organisatie"), substitute.organisatie.as_ref());
        }
    }
    for (index, person) in regio.personen.iter() {
        organisation(format!("personen[{index}].organisatie"), person.organisatie.as_ref());
    }
    if regio.kent_iedereen() {
        for (index, municipality) in regio.gemeenten.iter() {
            unknown_municipality(regio, &format!("gemeenten[{index}].op_in"), municipality.op_in.as_ref(), findings);
        }
    }
    turns(regio, findings);
}

/// Each name belongs to one municipality or organisation.
fn names(regio: &Regio, findings: &mut Findings<'_>) {
    let mut owners: BTreeMap<String, String> = BTreeMap::new();
    let mut name = |owner: &str, key: String, name: Option<&String>| {
        let Some(name) = name else { return };
        let name = name.trim().to_lowercase();
        let bare = name.strip_prefix("gemeente ").unwrap_or(&name).trim().to_owned();
        if owners.entry(bare).or_insert_with(|| owner.to_owned()) != owner {
            findings.add_in(Slot::Regio, key, "Deze naam is ook van een andere organisatie.").mend =
                "Geef elke gemeente en organisatie een eigen `naam`; een andere spelling hoort bij één `ook`.".into();
        }
    };
    let mut with_aliases = |owner: String, own: Option<&String>, aliases: &Lijst<String>| {
        name(&owner, format!("{owner}.naam"), own);
        for (at, alias) in aliases.iter() {
            name(&owner, format!("{owner}.ook[{at}]"), Some(alias));
        }
    };
    for (index, municipality) in regio.gemeenten.iter() {
        with_aliases(format!("gemeenten[{index}]"), municipality.naam.as_ref(), &municipality.ook);
    }
    for (index, organisation) in regio.organisaties.iter() {
        with_aliases(format!("organisaties[{index}]"), organisation.naam.as_ref(), &organisation.ook);
    }
}

/// The groups of seats and who fills them.
fn turns(regio: &Regio, findings: &mut Findings<'_>) {
    let mut groups = BTreeSet::new();
    for (index, group) in regio.toerbeurt.iter() {
        let key = format!("toerbeurt[{index}]");
        if group.groep.as_ref().is_some_and(|name| !groups.insert(name)) {
            findings.add_in(Slot::Regio, format!("{key}.groep"), "Een andere groep heet ook zo.").mend =
                "Geef elke `groep` een eigen naam.".into();
        }
        let mut seats = BTreeSet::new();
        for (at, seat) in group.zetels.iter() {
            let key = format!("{key}.zetels[{at}]");
            if seat.naam.as_ref().is_some_and(|name| !seats.insert(name)) {
                findings.add_in(Slot::Regio, format!("{key}.naam"), "Deze zetel staat er twee keer.").mend =
                    "Geef elke zetel in een groep een eigen `naam`.".into();
            }
            holder(regio, &key, seat, findings);
        }
    }
}

/// Of a shared seat each municipality exists; another seat is an organisation itself.
fn holder(regio: &Regio, key: &str, seat: &Zetel, findings: &mut Findings<'_>) {
    if seat.gemeenten.is_empty() {
        if seat.gemeenten.is_whole() && is_unknown(regio, seat.naam.as_ref(), ANY_DAY) {
            findings.add_in(Slot::Regio, format!("{key}.naam"), UNKNOWN).mend = UNKNOWN_MEND.into();
        }
        return;
    }
    for (at, name) in seat.gemeenten.iter().filter(|_| regio.kent_iedereen()) {
        unknown_municipality(regio, &format!("{key}.gemeenten[{at}]"), Some(name), findings);
    }
}

fn unknown_municipality(regio: &Regio, key: &str, name: Option<&String>, findings: &mut Findings<'_>) {
    if name.is_some_and(|name| regio.gemeente(name, ANY_DAY).is_none()) {
        findings.add_in(Slot::Regio, key, "Deze gemeente staat niet bij `gemeenten`.").mend =
            "Schrijf de naam zoals bij `gemeenten`, of zet de gemeente daarbij.".into();
    }
}

/// A file in `afwezigheid/` goes by the name of its organisation.
pub(super) fn absences(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    let regio = &view.team.regio;
    if !regio.kent_iedereen() {
        return;
    }
    let municipalities = regio.gemeenten.values().filter_map(|municipality| municipality.naam.as_deref());
    let organisations = regio.organisaties.values().filter_map(|organisation| organisation.naam.as_deref());
    let known: BTreeSet<String> = municipalities.chain(organisations).map(name_as_file).collect();
    for name in view.team.afwezigheid.keys().filter(|name| !known.contains(*name)) {
        let slot = Slot::Afwezigheid(name.clone());
        findings.add_in(slot, "", "Dit bestand heet niet naar een gemeente of organisatie uit `regio.yaml`.").mend =
            "Noem het bestand naar de `naam` in `regio.yaml`: kleine letters, en een streepje voor elke spatie.".into();
    }
}
