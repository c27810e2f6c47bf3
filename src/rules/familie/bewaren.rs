//! BEW: a case is not kept in the team's folder longer than is needed.

use super::{Check, Example, Findings, Moment, Rule, Severity, TreeView};
use crate::calendar::months_after;
use crate::model::{Casus, JaNee};
use crate::route::{Stand, afspraken, zaak};
use crate::store::{Case, CaseFile, Slot, Team, Zone};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

pub(super) const RULES: &[Rule] = &[BEW01];

const BEW01: Rule = Rule {
    id: "BEW01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Any],
    sources: &[],
    title: "Een casus waar niets meer van open staat, blijft niet te lang in de teammap.",
    asks: "Staat er van een casus niets meer open, dan blijft zij na de laatste bespreking niet langer in de teammap dan de \
           maanden die de regio noemt bij `bewaren_maanden` (standaard 24). Van een casus die nooit besproken is, telt de \
           laatste vergadering waarvoor zij was ingebracht.",
    reason: "Volgens de AVG bewaar je gegevens niet langer dan nodig. Wat de Jeugdwet vraagt te bewaren, staat in het \
             dossier van de organisatie, niet hier.",
    mend: "Ruim deze casus op met `vt opruimen CASUS`. Git en reservekopieën bewaren de bestanden nog; ruim ook die op.",
    see: &[],
    wrong: Example::Teammap(&[
        ("vergaderingen/2023-06-15/2kt7-hptm/kaart.yaml", KAART),
        ("vergaderingen/2023-06-15/2kt7-hptm/ingetrokken.yaml", INGETROKKEN),
    ]),
    right: Example::Teammap(&[
        ("vergaderingen/2026-02-05/2kt7-hptm/kaart.yaml", KAART),
        ("vergaderingen/2026-02-05/2kt7-hptm/ingetrokken.yaml", INGETROKKEN),
    ]),
    checks: &[Check::Tree(bew01)],
};

const KAART: &str = "versie: 1\ncasus: 2kt7-hptm\nsoort: nieuw\ngemeente: Roosendaal\ngezin: {leden: [{wie: kind1, rol: jeugdige, leeftijd: 9}]}\n";
const INGETROKKEN: &str = "versie: 1\nreden: Het gezin is verhuisd.\n";

fn bew01(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    if view.zone != Zone::Team {
        return;
    }
    let months = view.team.regio.termijnen.bewaren_maanden;
    for Bewaard { casus, laatst } in te_lang_bewaard(view.team, view.present, view.today) {
        let files = [CaseFile::Bespreking, CaseFile::Kaart, CaseFile::Ingetrokken, CaseFile::Besluit];
        let mut files = files.into_iter().map(|file| Slot::Case(laatst, casus, file));
        let Some(slot) = files.find(|slot| view.present.contains(slot)) else { continue };
        let message = format!("Van deze casus staat niets meer open; zij staat hier langer dan {months} maanden.");
        findings.add_in(slot, "", message);
    }
}

/// A case that was kept past its term, with nothing open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Bewaard {
    /// The pseudonym.
    pub casus: Casus,
    /// The meeting from which its term counts: the last discussion, else the last in which it stood.
    pub laatst: NaiveDate,
}

/// The cases of a team's folder that are past their term of keeping and of which nothing is
/// open, in order of pseudonym. `present` is every file that stands there, read or not.
#[must_use]
pub fn te_lang_bewaard(team: &Team, present: &BTreeSet<Slot>, today: NaiveDate) -> Vec<Bewaard> {
    let mut stands: BTreeMap<Casus, BTreeSet<NaiveDate>> = BTreeMap::new();
    for slot in present {
        if let Slot::Case(day, casus, _) = slot {
            stands.entry(*casus).or_default().insert(*day);
        }
    }
    let mut kept = Vec::new();
    for (casus, days) in stands {
        // What was discussed is known by the names of files; what is open only by reading them.
        let discussed = |day: &&NaiveDate| present.contains(&Slot::Case(**day, casus, CaseFile::Bespreking));
        let Some(last) = days.iter().rev().find(discussed).or(days.last()).copied() else { continue };
        let is_over = months_after(last, team.regio.termijnen.bewaren_maanden).is_some_and(|end| end < today);
        let end = End { last, comes_later: days.last() > Some(&last) };
        if is_over && days.iter().all(|day| is_settled(team, *day, casus, end)) {
            kept.push(Bewaard { casus, laatst: last });
        }
    }
    kept
}

/// The last discussion of a case.
#[derive(Clone, Copy)]
struct End {
    last: NaiveDate,
    /// Whether the case stands in a meeting after it.
    comes_later: bool,
}

/// Whether a case has certainly nothing open in a meeting: all its files were read, and it was
/// discussed and carried out, or was not taken.
fn is_settled(team: &Team, day: NaiveDate, casus: Casus, end: End) -> bool {
    let Some(now) = zaak(team, day, casus) else { return false };
    if !now.files.unreadable.is_empty() {
        return false;
    }
    match now.stand {
        Stand::Besproken => is_carried_out(now.files, day != end.last || end.comes_later, day == end.last),
        Stand::Uitgesteld | Stand::Afgewezen | Stand::Ingetrokken => true,
        // What followed a discussion goes last when a case is removed.
        Stand::Verwacht => now.files.nazorg.is_some() && now.files.verwacht.is_none(),
        Stand::Ingebracht | Stand::Geagendeerd => false,
    }
}

/// Whether every agreement of a discussion was settled; of the last one also the feedback to
/// the family, and that it came back when that was agreed.
fn is_carried_out(case: &Case, came_back: bool, is_last: bool) -> bool {
    let Some(bespreking) = &case.bespreking else { return false };
    let was_told = case.nazorg.as_ref().is_some_and(|nazorg| nazorg.terugkoppeling.is_some());
    let comes_back = bespreking.monitor.as_ref().is_some_and(|monitor| monitor.terug == Some(JaNee::Ja));
    let agreed = bespreking.afspraken.is_whole() && afspraken(case).iter().all(|agreed| agreed.stand.is_some());
    agreed && (was_told || !is_last) && (came_back || !comes_back)
}
