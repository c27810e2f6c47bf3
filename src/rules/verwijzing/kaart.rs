//! References within one card.

use crate::model::{Lijst, Veiligheidskaart};
use crate::rules::{CardView, Findings};
use std::collections::BTreeSet;

pub(super) fn on_card(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    members(card, findings);
    let mut numbers = BTreeSet::new();
    for (index, fact) in card.onveiligheid.iter() {
        if fact.nr.is_some_and(|nr| !numbers.insert(nr)) {
            findings.add(format!("onveiligheid[{index}].nr"), "Een ander feit heeft dit nummer al.").mend =
                "Geef elk feit een eigen `nr`.".into();
        }
    }
}

/// Who is meant by each `wie`.
fn members(card: &Veiligheidskaart, findings: &mut Findings<'_>) {
    // A family that is not there yet is VOL01's.
    let Some(members) = card.gezin.as_ref().map(|family| &family.leden).filter(|members| !members.is_empty()) else {
        return;
    };
    let mut names = BTreeSet::new();
    let mut all_named = members.is_whole();
    for (index, member) in members.iter() {
        match member.wie.as_deref().map(str::trim).filter(|name| !name.is_empty()) {
            None => all_named = false,
            Some(name) if !names.insert(name) => {
                findings.add(format!("gezin.leden[{index}].wie"), "Deze `wie` staat er twee keer.").mend =
                    "Geef elk lid een eigen `wie`, zo nodig met een nummer: kind1, kind2.".into();
            }
            Some(_) => {}
        }
    }
    for (key, name) in referred(card) {
        let name = name.trim();
        if all_named && !name.is_empty() && !names.contains(name) {
            findings.add(key, "Deze `wie` staat niet bij de leden van het gezin.").mend =
                "Schrijf de `wie` van een lid, of zet deze persoon bij `leden`.".into();
        }
    }
}

/// Every `wie` that must be a member of the family, with its path.
fn referred(card: &Veiligheidskaart) -> Vec<(String, &String)> {
    let mut all = Vec::new();
    for (index, member) in card.gezin.iter().flat_map(|family| family.leden.iter()) {
        all.extend(listed(&format!("gezin.leden[{index}].woont_bij"), &member.woont_bij));
    }
    all.extend(each("stem", card.stem.iter().map(|(at, item)| (at, &item.wie))));
    if let Some(talk) = &card.gesprek_gezin {
        all.extend(listed("gesprek_gezin.ingevuld_met", &talk.ingevuld_met));
        all.extend(each("gesprek_gezin.geinformeerd", talk.geinformeerd.iter().map(|(at, item)| (at, &item.wie))));
    }
    all.extend(each("maatregelen", card.maatregelen.iter().map(|(at, item)| (at, &item.wie))));
    if let Some(rvdk) = &card.rvdk {
        all.extend(listed("rvdk.aanwezig", &rvdk.aanwezig));
        all.extend(each("rvdk.reacties", rvdk.reacties.iter().map(|(at, item)| (at, &item.wie))));
    }
    if let Some(handover) = &card.overdracht {
        all.extend(listed("overdracht.aanwezig", &handover.aanwezig));
    }
    all
}

/// The items of a list of `wie`.
fn listed<'a>(key: &str, list: &'a Lijst<String>) -> Vec<(String, &'a String)> {
    list.iter().map(|(at, wie)| (format!("{key}[{at}]"), wie)).collect()
}

/// The `wie` of each item of a list.
fn each<'a>(key: &str, items: impl Iterator<Item = (usize, &'a Option<String>)>) -> Vec<(String, &'a String)> {
    items.filter_map(|(at, wie)| Some((format!("{key}[{at}].wie"), wie.as_ref()?))).collect()
}
