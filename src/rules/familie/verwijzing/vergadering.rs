//! References of a meeting: its day, who is away, who was there, which cards were sent.

use super::{NO_MEETING, UNKNOWN, UNKNOWN_MEND, is_unknown, no_meeting};
use crate::model::{Aanwezig, Casus, TafelRol, Vergadering, Verzonden};
use crate::rules::{Findings, TreeView};
use crate::store::{CaseFile, Meeting, Slot};
use crate::yaml::Path;
use chrono::NaiveDate;

pub(super) fn in_meeting(view: &TreeView<'_>, day: NaiveDate, meeting: &Meeting, findings: &mut Findings<'_>) {
    if let Some(message) = no_meeting(view, day) {
        let slot = Slot::Vergadering(day);
        let finding = if view.present.contains(&slot) {
            findings.add_in(slot, "", message)
        } else {
            findings.add_file(slot, message)
        };
        finding.mend =
            "Noem de map naar de dag van de vergadering, of zet deze dag bij `extra` in `regio.yaml`.".into();
    }
    if let Some(changes) = &meeting.vergadering {
        away(view, day, changes, findings);
    }
    if let Some(present) = &meeting.aanwezig {
        there(view, day, present, findings);
    }
    if let Some(sent) = &meeting.verzonden {
        cards(view, day, sent, findings);
    }
}

/// Whether people in this role come from the region's own organisations. Of an inbrenger
/// and of whoever is invited the organisation may be any (INB11).
pub(super) fn is_regional(role: Option<TafelRol>) -> bool {
    use TafelRol as R;
    matches!(
        role,
        Some(
            R::Voorzitter
                | R::Gedragswetenschapper
                | R::VeiligThuis
                | R::GecertificeerdeInstelling
                | R::Cvc
                | R::VerantwoordelijkeGemeente
        )
    )
}

fn away(view: &TreeView<'_>, day: NaiveDate, changes: &Vergadering, findings: &mut Findings<'_>) {
    let regio = &view.team.regio;
    let slot = Slot::Vergadering(day);
    for (index, absent) in changes.afgemeld.iter() {
        let key = format!("afgemeld[{index}]");
        let substitute = absent.vervanger.as_ref().and_then(|substitute| substitute.organisatie.as_ref());
        let both = [("organisatie", absent.organisatie.as_ref()), ("vervanger.organisatie", substitute)];
        for (part, _) in both.into_iter().filter(|(_, name)| is_regional(absent.rol) && is_unknown(regio, *name, day)) {
            findings.add_in(&slot, format!("{key}.{part}"), UNKNOWN).mend = UNKNOWN_MEND.into();
        }
        if absent.casus.as_ref().is_some_and(|casus| !stands(view, day, casus)) {
            no_case(&slot, format!("{key}.casus"), findings);
        }
    }
    if let Some(to) = changes.vervalt.as_ref().and_then(|change| change.naar) {
        let message = if to.0 <= day { Some("Deze dag ligt niet na de vergadering.") } else { no_meeting(view, to.0) };
        if let Some(message) = message {
            findings.add_in(&slot, "vervalt.naar", message).mend = NO_MEETING.into();
        }
    }
}

fn there(view: &TreeView<'_>, day: NaiveDate, present: &Aanwezig, findings: &mut Findings<'_>) {
    let slot = Slot::Aanwezig(day);
    for (index, person) in present.aanwezig.iter() {
        let key = format!("aanwezig[{index}]");
        if is_regional(person.rol) && is_unknown(&view.team.regio, person.organisatie.as_ref(), day) {
            findings.add_in(&slot, format!("{key}.organisatie"), UNKNOWN).mend = UNKNOWN_MEND.into();
        }
        for (at, _) in person.alleen_bij.iter().filter(|(_, casus)| !stands(view, day, casus)) {
            no_case(&slot, format!("{key}.alleen_bij[{at}]"), findings);
        }
    }
}

fn cards(view: &TreeView<'_>, day: NaiveDate, sent: &Verzonden, findings: &mut Findings<'_>) {
    for casus in sent.kaarten.keys().filter(|casus| !stands(view, day, casus)) {
        // A key that is no case may be a name: it is marked, not named.
        let finding = no_case(&Slot::Verzonden(day), "kaarten".to_owned(), findings);
        finding.at = Some(Path::root().key("kaarten").key(casus.clone()));
    }
}

fn no_case<'f>(slot: &Slot, key: String, findings: &'f mut Findings<'_>) -> &'f mut crate::rules::Finding {
    let finding = findings.add_in(slot, key, "Deze casus staat niet in deze vergadering.");
    finding.mend = "Schrijf de casus zoals de map onder deze vergadering heet, of haal haar hier weg.".into();
    finding
}

/// Whether a case has a file in this meeting.
fn stands(view: &TreeView<'_>, day: NaiveDate, casus: &str) -> bool {
    let casus = Casus::read(casus).ok();
    casus.is_some_and(|casus| CaseFile::ALL.iter().any(|file| view.present.contains(&Slot::Case(day, casus, *file))))
}
