//! AGD01: what the chair decides. NAZ02: the inbrenger of a monitoring is there.

use super::{Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity};
use crate::model::{BesluitSoort, JaNee, Soort, TafelRol};
use crate::route::{Stand, zaken};
use crate::store::{CaseFile, Slot};
use crate::tafel::{Absent, was_there};

pub(super) const RULES: &[Rule] = &[AGD01, NAZ02];

const BESLUIT: &str = "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml";

const AGD01: Rule = Rule {
    id: "AGD01",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::WatIsNodig],
    title: "De voorzitter heeft over elke casus besloten.",
    asks: "Zodra de agenda is verstuurd, staat bij elke ingebrachte casus een besluit. Wordt een casus uitgesteld of afgewezen, dan staat erbij waarom.",
    reason: "De inbrenger en het gezin moeten weten of de casus besproken wordt, en anders waarom niet.",
    mend: "Schrijf in `besluit.yaml` bij `besluit` agenderen, uitstellen of afwijzen, en bij `reden` waarom.",
    see: &["INB07"],
    wrong: Example::Teammap(&[
        (BESLUIT, "versie: 1\nbesluit: afwijzen\ndatum: 2026-03-05\ndoor: Ria Smolders\n"),
        (
            "vergaderingen/2026-03-12/verzonden.yaml",
            "versie: 1\nop: 2026-03-06T15:00:00+01:00\naan: [Veilig Thuis]\nkaarten: {7k3f-9qxr: 911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2}\n",
        ),
    ]),
    right: Example::Teammap(&[
        (
            BESLUIT,
            "versie: 1\nbesluit: afwijzen\ndatum: 2026-03-05\ndoor: Ria Smolders\nreden: Het gezin is verhuisd naar een andere regio.\n",
        ),
        (
            "vergaderingen/2026-03-12/verzonden.yaml",
            "versie: 1\nop: 2026-03-06T15:00:00+01:00\naan: [Veilig Thuis]\nkaarten: {7k3f-9qxr: 911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2}\n",
        ),
    ]),
    checks: &[Check::Meeting(agd01)],
};

fn agd01(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    // Until the agenda is sent the chair is still thinking.
    if view.meeting.verzonden.is_none() && !view.held {
        return;
    }
    for now in zaken(view.team, view.day) {
        let slot = Slot::Case(view.day, now.casus, CaseFile::Besluit);
        let Some(besluit) = &now.files.besluit else {
            let unread = now.files.unreadable.contains(&CaseFile::Besluit);
            if matches!(now.stand, Stand::Ingebracht | Stand::Besproken) && !unread {
                findings.add_file(slot, "Over deze casus is nog niet besloten.");
            }
            continue;
        };
        let without_reason = besluit.reden.as_deref().is_none_or(|reden| reden.trim().is_empty());
        let not_taken = matches!(besluit.besluit, Some(BesluitSoort::Uitstellen | BesluitSoort::Afwijzen));
        if not_taken && without_reason {
            findings.add_in(slot, "reden", "Waarom deze casus niet besproken wordt, staat er nog niet bij.");
        }
    }
}

const NAZ02: Rule = Rule {
    id: "NAZ02",
    severity: Severity::Fout,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::Nazorg],
    title: "De inbrenger van een monitor is er zelf bij.",
    asks: "Bij een monitor is de inbrenger zelf aanwezig. Kan die niet, dan wordt de casus niet besproken.",
    reason: "Alleen de inbrenger kan vertellen hoe het sinds de vorige keer ging.",
    mend: "Stel de casus uit naar een vergadering waar de inbrenger wel kan: `besluit: uitstellen` met `naar`.",
    see: &["NAZ01"],
    wrong: Example::Teammap(&[
        ("vergaderingen/2026-03-26/vergadering.yaml", "versie: 1\nafgemeld:\n  - {rol: inbrenger, casus: pqtw-3kz3}\n"),
        (
            "vergaderingen/2026-03-26/pqtw-3kz3/besluit.yaml",
            "versie: 1\nbesluit: agenderen\ndatum: 2026-03-20\ndoor: Ria Smolders\n",
        ),
    ]),
    right: Example::Teammap(&[
        ("vergaderingen/2026-03-26/vergadering.yaml", "versie: 1\nafgemeld:\n  - {rol: inbrenger, casus: pqtw-3kz3}\n"),
        (
            "vergaderingen/2026-03-26/pqtw-3kz3/besluit.yaml",
            "versie: 1\nbesluit: uitstellen\nnaar: 2026-04-02\nreden: De inbrenger is dan weer terug.\n\
             datum: 2026-03-20\ndoor: Ria Smolders\n",
        ),
        ("vergaderingen/2026-04-02/pqtw-3kz3/verwacht.yaml", "versie: 1\nwaarom: uitgesteld\nvan: 2026-03-26\n"),
    ]),
    checks: &[Check::Meeting(naz02)],
};

fn naz02(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let monitors = zaken(view.team, view.day).into_iter().filter(|now| now.soort() == Some(Soort::Monitor));
    let there = view.meeting.aanwezig.as_ref().map(|aanwezig| was_there(aanwezig, view.team, view.day));
    for now in monitors {
        if !view.held {
            let comes = matches!(now.stand, Stand::Verwacht | Stand::Ingebracht | Stand::Geagendeerd);
            if let Some(index) = Absent::of(view.team, view.day).inbrenger_away(now.casus).filter(|_| comes) {
                let message =
                    format!("De inbrenger van monitor {} kan niet; dan wordt de casus niet besproken.", now.casus);
                findings.add_in(Slot::Vergadering(view.day), format!("afgemeld[{index}]"), message);
            }
            continue;
        }
        let Some(bespreking) = &now.files.bespreking else { continue };
        let slot = Slot::Case(view.day, now.casus, CaseFile::Bespreking);
        let sat = there.as_ref().is_none_or(|table| {
            table.iter().any(|plaats| plaats.rol == TafelRol::Inbrenger && plaats.is_at(now.casus))
        });
        if bespreking.inbrenger_aanwezig == Some(JaNee::Nee) || !sat {
            findings.add_in(slot, "inbrenger_aanwezig", "De inbrenger van deze monitor was er niet bij.");
        }
    }
}
