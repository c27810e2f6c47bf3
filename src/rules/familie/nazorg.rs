//! A case that comes back: how it went since, and that the inbrenger of a monitoring is there.

use super::words::filled;
use super::{CardView, Check, Example, Findings, Heading, MeetingView, Moment, Rule, Severity};
use crate::model::{JaNee, Soort, TafelRol};
use crate::route::{Stand, zaken};
use crate::store::{CaseFile, Slot};
use crate::tafel::{Absent, was_there};

pub(super) const RULES: &[Rule] = &[NAZ01, NAZ02];

const NAZ01: Rule = Rule {
    id: "NAZ01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Nazorg],
    title: "Een casus die terugkomt, zegt hoe het ging.",
    asks: "Is de casus eerder in het team besproken? Dan staat op de kaart hoe het ging sinds die bespreking.",
    reason: "Zo ziet het team of het advies hielp, en wat er nu anders is.",
    mend: "Schrijf bij `verloop` hoe het ging sinds de vorige bespreking: wat is gedaan, en wat veranderde er?",
    see: &["INB10"],
    wrong: Example::Dossierkaart("soort: vervolg\neerder: 2025-12-11\nverloop: null\n"),
    right: Example::Dossierkaart(
        "soort: vervolg
eerder: 2025-12-11
verloop: |
  De oppas door familie werkte goed tot de zomer. Daarna was er weer
  elke week ruzie.
",
    ),
    checks: &[Check::Card(naz01)],
};

fn naz01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    // Of a measure that ends the first discussion may be this one; a new case with `eerder` is INB10's.
    let comes_back = match card.soort {
        Some(Soort::Vervolg | Soort::Monitor) => true,
        Some(Soort::AfsluitenMaatregel) => card.eerder.is_some(),
        Some(Soort::Nieuw) | None => false,
    };
    if comes_back && !filled(card.verloop.as_deref()) {
        findings.add("verloop", "Op de kaart staat nog niet hoe het ging sinds de vorige bespreking.");
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

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::paths;

    #[test]
    fn only_a_case_that_comes_back_says_how_it_went() {
        assert_eq!(paths("NAZ01", "{soort: monitor, eerder: 2026-01-15}"), ["verloop"]);
        assert_eq!(paths("NAZ01", "{soort: vervolg, verloop: ' '}"), ["verloop"]);
        assert_eq!(paths("NAZ01", "{soort: afsluiten_maatregel, eerder: 2026-01-15}"), ["verloop"]);
        for card in ["{soort: afsluiten_maatregel}", "{soort: nieuw, eerder: 2026-01-15}", "{eerder: 2026-01-15}"] {
            assert!(paths("NAZ01", card).is_empty(), "{card}");
        }
        assert!(paths("NAZ01", "{soort: monitor, verloop: Het ging goed.}").is_empty());
    }
}
