//! What a decision on a case does to the findings of its card.

use super::Moment;
use super::answer::chair_may_pass;
use super::judge::Judged;
use crate::model::{BesluitSoort, Casus};
use crate::store::{CaseFile, Slot, Team};
use chrono::NaiveDate;

/// Of a card that was withdrawn, postponed or refused only form and pseudonyms are judged.
pub(super) fn drop_settled(file: &mut Judged, team: &Team) {
    let Slot::Case(day, casus, CaseFile::Kaart) = file.slot else { return };
    let settled = team.case(day, casus).is_some_and(|case| {
        let decision = case.besluit.as_ref().and_then(|besluit| besluit.besluit);
        case.ingetrokken.is_some() || matches!(decision, Some(BesluitSoort::Uitstellen | BesluitSoort::Afwijzen))
    });
    if settled {
        file.asked = false;
        file.findings.retain(|finding| finding.rule.moments.contains(&Moment::Any));
    }
}

/// A decision to discuss a card all the same, with a reason, answers what is open on it.
pub(super) fn pass_by_chair(file: &mut Judged, team: &Team) {
    let Slot::Case(day, casus, CaseFile::Kaart) = file.slot else { return };
    let Some(reason) = reason_of_chair(team, day, casus) else { return };
    let besluit = team.case(day, casus).and_then(|case| case.besluit.as_ref());
    let judged =
        besluit.iter().flat_map(|besluit| besluit.blijft_staan.values()).filter_map(|entry| entry.tekst.clone());
    let stays: Vec<String> = judged.chain(besluit.and_then(|besluit| besluit.door.clone())).collect();
    for finding in file.findings.iter_mut().filter(|finding| finding.is_open()) {
        if chair_may_pass(finding.rule.id) {
            finding.answer = Some(reason.to_owned());
            finding.may_stand.clone_from(&stays);
        }
    }
}

/// Why the chair takes this card all the same.
#[must_use]
pub(super) fn reason_of_chair(team: &Team, day: NaiveDate, casus: Casus) -> Option<&str> {
    let besluit = team.case(day, casus)?.besluit.as_ref()?;
    let agenderen = besluit.besluit == Some(BesluitSoort::Agenderen);
    besluit.reden.as_deref().filter(|reason| agenderen && !reason.trim().is_empty())
}
