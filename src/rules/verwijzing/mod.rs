//! MAP02: what a file refers to exists.
//!
//! A reference that can't be resolved because the other side could not be read, or is not
//! filled in yet, is no finding: that gap has one of its own.

mod casus;
mod kaart;
mod regio;
mod rooster;
mod vergadering;

use super::{Check, Example, Findings, Moment, Rule, Severity, TreeView};
use crate::calendar::NoMeeting;
use crate::model::Regio;
use crate::store::Zone;
use chrono::NaiveDate;

pub(super) const MAP02: Rule = Rule {
    id: "MAP02",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Alles waar een bestand naar verwijst, bestaat.",
    asks: "Elke `wie` is een lid van het gezin. Elke gemeente, organisatie, groep en zetel staat in `regio.yaml`. Elke dag waar een bestand naar verwijst is een vergadering, en elk nummer en elke casus is daar te vinden.",
    reason: "Een verwijzing die nergens uitkomt, betekent voor iedereen iets anders.",
    mend: "Verbeter de verwijzing, of zet erbij waar ze naar verwijst.",
    see: &["MAP03", "INB11"],
    wrong: Example::Dossierkaart(
        "stem:\n  - {wie: kind2, woorden: Ik wil dat het rustig is thuis.}\n  - {wie: moeder, woorden: Ik slaap slecht.}\n  - {wie: vader, woorden: Ik wil er zijn voor mijn kind.}\n  - {wie: kind1, woorden: Ik wil dat ze niet meer schreeuwen.}",
    ),
    right: Example::Dossierkaart(
        "stem:\n  - {wie: moeder, woorden: Ik slaap slecht.}\n  - {wie: vader, woorden: Ik wil er zijn voor mijn kind.}\n  - {wie: kind1, woorden: Ik wil dat ze niet meer schreeuwen.}",
    ),
    checks: &[Check::Card(kaart::on_card), Check::Tree(map02)],
};

fn map02(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    match view.zone {
        Zone::Dossier => casus::in_dossier(view, findings),
        Zone::Team => {
            regio::in_region(&view.team.regio, findings);
            regio::absences(view, findings);
            rooster::in_rosters(view, findings);
            for (day, meeting) in &view.team.meetings {
                vergadering::in_meeting(view, *day, meeting, findings);
                for (casus, case) in &meeting.cases {
                    casus::in_case(view, (*day, *casus), case, findings);
                }
            }
        }
    }
}

/// Whether the team meets on this day, or would have when the meeting was not cancelled.
/// Nothing when the region does not tell: before its pattern began, or without one.
pub(super) fn was_meeting(view: &TreeView<'_>, day: NaiveDate) -> Option<bool> {
    let regio = &view.team.regio;
    let pattern = regio.vergaderpatroon.as_ref()?;
    pattern.weekdag?;
    let known = pattern.vanaf.is_some() || pattern.elke_weken.unwrap_or(1) <= 1;
    let before = pattern.vanaf.is_some_and(|from| day < from.0);
    let is_meeting = matches!(view.calendar.why_not(day), None | Some(NoMeeting::Cancelled));
    (is_meeting || known && !before && regio.extra.is_whole()).then_some(is_meeting)
}

/// Notes a reference to a day that is no meeting.
fn no_meeting(view: &TreeView<'_>, day: NaiveDate) -> Option<&'static str> {
    (was_meeting(view, day) == Some(false)).then_some("Op deze dag is er geen vergadering.")
}

const NO_MEETING: &str = "Kies een dag waarop het team vergadert, of zet deze dag bij `extra` in `regio.yaml`.";

/// Whether an organisation or municipality is certainly none of the region's on that day.
fn is_unknown(regio: &Regio, name: Option<&String>, day: NaiveDate) -> bool {
    name.is_some_and(|name| regio.kent_iedereen() && regio.bekend(name, day).is_none())
}

const UNKNOWN: &str = "Deze organisatie staat niet in `regio.yaml`.";
const UNKNOWN_MEND: &str = "Schrijf de naam zoals in `regio.yaml`, of zet de organisatie daar bij `organisaties`.";
