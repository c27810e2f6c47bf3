//! What the chair decides (AGD01), and that the agenda went out with the cards (AGD02).

use super::{Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity};
use crate::model::{BesluitSoort, Casus};
use crate::route::{Stand, zaken};
use crate::store::{CaseFile, Slot};
use crate::yaml::Path;

pub(super) const RULES: &[Rule] = &[AGD01, AGD02];

const BESLUIT: &str = "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml";
const VERZONDEN: &str = "vergaderingen/2026-01-15/verzonden.yaml";

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

const AGD02: Rule = Rule {
    id: "AGD02",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Agenda, Moment::Na],
    sources: &[Heading::WatIsNodig],
    title: "De agenda is verstuurd met de kaarten zoals ze zijn.",
    asks: "De agenda is verstuurd met de kaart van elke casus die besproken wordt. Daarna is geen kaart meer veranderd.",
    reason: "Iedereen aan tafel bereidt dezelfde kaart voor.",
    mend: "Verstuur de kaart aan wie aan tafel zit, en zet in `verzonden.yaml` bij `kaarten` de SHA-256 van deze kaart.",
    see: &["AGD01", "KRT04"],
    wrong: Example::Teammap(&[(
        VERZONDEN,
        "versie: 1\nop: 2026-01-09T15:00:00+01:00\naan: [Zi2T]\nkaarten: {pqtw-3kz3: 911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2}\n",
    )]),
    right: Example::Teammap(&[(
        VERZONDEN,
        "versie: 1\nop: 2026-01-09T15:00:00+01:00\naan: [Zi2T]\nkaarten: {pqtw-3kz3: 1065c3b82f5139a0e5d98f18eb20ae9ab40931c3bffb7431d045f43701606fcf}\n",
    )]),
    checks: &[Check::Meeting(agd02)],
};

fn agd02(view: &MeetingView<'_>, findings: &mut Findings<'_>) {
    let on_agenda = zaken(view.team, view.day).into_iter();
    let mut on_agenda = on_agenda.filter(|now| matches!(now.stand, Stand::Geagendeerd | Stand::Besproken)).peekable();
    let slot = Slot::Verzonden(view.day);
    let Some(sent) = &view.meeting.verzonden else {
        // Of a meeting to come the chair may still be at work.
        if view.held && !view.meeting.unreadable.contains(&slot) && on_agenda.peek().is_some() {
            findings.add_file(slot, "Van deze vergadering staat niet opgeschreven dat de agenda is verstuurd.").mend =
                "Schrijf in `verzonden.yaml` bij `op` wanneer, bij `aan` aan wie, en bij `kaarten` welke kaarten."
                    .into();
        }
        return;
    };
    for now in on_agenda {
        // A card that could not be read, or was not, is said by another rule or by none.
        let Some(hash) = view.team.case(now.kaart_in, now.casus).and_then(|case| case.kaart_hash.as_ref()) else {
            continue;
        };
        let mut entries = sent.kaarten.iter();
        let entry = entries.find(|(casus, _)| Casus::read(casus) == Ok(now.casus));
        match entry {
            None => {
                findings.add_in(
                    &slot,
                    "kaarten",
                    format!("De kaart van {} staat niet bij wat er is verstuurd.", now.casus),
                );
            }
            Some((casus, sent)) if !sent.trim().eq_ignore_ascii_case(hash) => {
                let at = Path::root().key("kaarten").key(casus.clone()).to_string();
                findings.add_in(&slot, at, "Deze kaart is veranderd nadat de agenda is verstuurd.");
            }
            Some(_) => {}
        }
    }
}
