//! References of one case: to other meetings, organisations and numbers.

use super::vergadering::is_regional;
use super::{NO_MEETING, UNKNOWN, UNKNOWN_MEND, is_unknown, no_meeting};
use crate::model::{Bespreking, Casus, Datum, Lijst, Nazorg, Veiligheidskaart};
use crate::rules::{Findings, TreeView};
use crate::store::{Case, CaseFile, Content, Slot};
use chrono::NaiveDate;
use std::collections::BTreeSet;

type Where = (NaiveDate, Casus);

pub(super) fn in_case(view: &TreeView<'_>, at: Where, case: &Case, findings: &mut Findings<'_>) {
    let (day, casus) = at;
    let slot = |file| Slot::Case(day, casus, file);
    if let Some(announced) = &case.verwacht {
        let slot = slot(CaseFile::Verwacht);
        let from = before(view, (&slot, "van"), announced.van, day, findings);
        if from.is_some_and(|from| !stood(view, from, casus, &CaseFile::ALL)) {
            findings.add_in(&slot, "van", "Deze casus staat niet bij die vergadering.").mend =
                "Zet bij `van` de vergadering waar dit is afgesproken, of waar de casus vandaan komt.".into();
        }
    }
    if let Some(card) = &case.kaart {
        let slot = slot(CaseFile::Kaart);
        let earlier = before(view, (&slot, "eerder"), card.eerder, day, findings);
        if earlier.is_some_and(|earlier| !stood(view, earlier, casus, &[CaseFile::Bespreking, CaseFile::Kaart])) {
            findings.add_in(&slot, "eerder", "Deze casus is in die vergadering niet besproken.").mend =
                "Zet bij `eerder` de vergadering waarin de casus het laatst is besproken, of haal de sleutel weg."
                    .into();
        }
    }
    if let Some(to) = case.besluit.as_ref().and_then(|decision| decision.naar) {
        after(view, (&slot(CaseFile::Besluit), "naar"), to, day, findings);
    }
    if let Some(discussion) = &case.bespreking {
        in_discussion(view, at, discussion, findings);
        if let Some(aftercare) = &case.nazorg {
            in_aftercare(&slot(CaseFile::Nazorg), discussion, aftercare, findings);
        }
    }
}

fn in_discussion(view: &TreeView<'_>, at: Where, discussion: &Bespreking, findings: &mut Findings<'_>) {
    let (day, casus) = at;
    let slot = Slot::Case(day, casus, CaseFile::Bespreking);
    for (index, weighed) in discussion.weging.iter() {
        if is_regional(weighed.rol) && is_unknown(&view.team.regio, weighed.organisatie.as_ref(), day) {
            findings.add_in(&slot, format!("weging[{index}].organisatie"), UNKNOWN).mend = UNKNOWN_MEND.into();
        }
    }
    if let Some(back) = discussion.monitor.as_ref().and_then(|agreed| agreed.datum) {
        after(view, (&slot, "monitor.datum"), back, day, findings);
    }
    let mut numbers = BTreeSet::new();
    for (index, agreed) in discussion.afspraken.iter() {
        if agreed.nr.is_some_and(|nr| !numbers.insert(nr)) {
            findings.add_in(&slot, format!("afspraken[{index}].nr"), "Een andere afspraak heeft dit nummer al.").mend =
                "Geef elke afspraak een eigen `nr`.".into();
        }
    }
    let facts = card_of(view, at).and_then(|card| numbers_of(&card.onveiligheid, |fact| fact.nr));
    let rests_on = discussion.advies.iter().flat_map(|advice| advice.steunt_op.iter());
    for (index, nr) in rests_on {
        if facts.as_ref().is_some_and(|facts| !facts.contains(nr)) {
            findings.add_in(&slot, format!("advies.steunt_op[{index}]"), "Dit feit staat niet op de kaart.").mend =
                "Schrijf bij `steunt_op` de `nr` van feiten op de kaart.".into();
        }
    }
}

fn in_aftercare(slot: &Slot, discussion: &Bespreking, aftercare: &Nazorg, findings: &mut Findings<'_>) {
    let Some(agreed) = numbers_of(&discussion.afspraken, |agreed| agreed.nr) else { return };
    for (index, settled) in aftercare.afspraken.iter() {
        if settled.nr.is_some_and(|nr| !agreed.contains(&nr)) {
            findings
                .add_in(slot, format!("afspraken[{index}].nr"), "Deze afspraak staat niet in de bespreking.")
                .mend = "Schrijf bij `nr` het nummer van een afspraak in `bespreking.yaml`.".into();
        }
    }
}

/// The numbers of a list; nothing when one of them is not known.
fn numbers_of<T>(list: &Lijst<T>, number: impl Fn(&T) -> Option<u32>) -> Option<BTreeSet<u32>> {
    list.values().map(number).collect::<Option<_>>().filter(|_| list.is_whole())
}

/// The card that lay on the table: of a postponed case that of an earlier meeting.
fn card_of<'a>(view: &TreeView<'a>, (day, casus): Where) -> Option<&'a Veiligheidskaart> {
    let here = Slot::Case(day, casus, CaseFile::Kaart);
    let day = if view.present.contains(&here) {
        day
    } else {
        let days = view.present.iter().filter_map(|slot| match slot {
            Slot::Case(other, owner, CaseFile::Kaart) if *owner == casus && *other < day => Some(*other),
            _ => None,
        });
        days.max()?
    };
    view.team.case(day, casus)?.kaart.as_ref()
}

/// The cards of a dossier: their meeting of before.
pub(super) fn in_dossier(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    if !view.has_region {
        let message = "Op deze plek is geen teammap die vt kan lezen; vt gaat uit van West-Brabant West.";
        findings.add_in(Slot::Dossier, "team", message).mend =
            "Zet bij `team` waar de teammap staat, gezien vanuit de map van je dossier.".into();
    }
    for (slot, content) in view.dossier {
        let Content::Kaart(card) = content else { continue };
        let Some(tomorrow) = view.today.succ_opt() else { continue };
        before(view, (slot, "eerder"), card.eerder, tomorrow, findings);
    }
}

/// A reference to a meeting before this day; the meeting, when it is one.
fn before(
    view: &TreeView<'_>,
    (slot, key): (&Slot, &str),
    to: Option<Datum>,
    day: NaiveDate,
    findings: &mut Findings<'_>,
) -> Option<NaiveDate> {
    let to = to?.0;
    let message = if to >= day { Some("Deze dag ligt niet voor de vergadering.") } else { no_meeting(view, to) };
    let Some(message) = message else { return Some(to) };
    findings.add_in(slot, key, message).mend = format!("Zet bij `{key}` de dag van een vergadering die al was.").into();
    None
}

/// A reference to a meeting after this day.
fn after(view: &TreeView<'_>, (slot, key): (&Slot, &str), to: Datum, day: NaiveDate, findings: &mut Findings<'_>) {
    let message = if to.0 <= day { Some("Deze dag ligt niet na de vergadering.") } else { no_meeting(view, to.0) };
    if let Some(message) = message {
        findings.add_in(slot, key, message).mend = NO_MEETING.into();
    }
}

/// Whether one of these files of a case stands in that meeting.
fn stood(view: &TreeView<'_>, day: NaiveDate, casus: Casus, files: &[CaseFile]) -> bool {
    files.iter().any(|file| view.present.contains(&Slot::Case(day, casus, *file)))
}
