//! MAP03: work that stopped halfway, was done twice, or lies in another's folder.
//!
//! A command writes several files in an order in which each prefix is valid; what is still
//! missing is named here, with the command that completes it. Only what is certain: of a
//! file that was not read nothing is said, and what merely falls due is no fault.

use crate::model::{BesluitSoort, Casus, JaNee, VerwachtWaarom};
use crate::rules::familie::verwijzing::was_meeting;
use crate::rules::{Check, Example, FileView, Findings, Moment, Rule, Severity, TreeView};
use crate::store::{Case, CaseFile, Content, Meeting, Slot, Zone};
use chrono::NaiveDate;
use std::collections::BTreeSet;

pub(super) const MAP03: Rule = Rule {
    id: "MAP03",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Werk dat over meer bestanden gaat, is af en maar één keer gedaan.",
    asks: "Een kaart en een koppeling liggen in hun eigen map. Wie uitstelt, laat terugkomen of een vergadering laat vervallen, kondigt elke casus aan bij de nieuwe vergadering. Een bespreking heeft een kaart, en een ingetrokken casus is niet besproken.",
    reason: "Een casus die halverwege blijft liggen, komt op geen enkele agenda meer terug.",
    mend: "Maak het werk af met dezelfde opdracht.",
    see: &["MAP02"],
    wrong: Example::Teammap(&[(
        "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml",
        "versie: 1\nbesluit: uitstellen\ndatum: 2026-03-04\ndoor: Marijke Smit\nreden: De agenda is vol.\nnaar: 2026-03-19\n",
    )]),
    right: Example::Teammap(&[
        (
            "vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml",
            "versie: 1\nbesluit: uitstellen\ndatum: 2026-03-04\ndoor: Marijke Smit\nreden: De agenda is vol.\nnaar: 2026-03-19\n",
        ),
        ("vergaderingen/2026-03-19/7k3f-9qxr/verwacht.yaml", "versie: 1\nwaarom: uitgesteld\nvan: 2026-03-12\n"),
    ]),
    checks: &[Check::File(map03_file), Check::Tree(map03)],
};

/// A card or koppeling in another's folder, and a postponement to nowhere.
fn map03_file(view: &FileView<'_>, findings: &mut Findings<'_>) {
    match (view.slot, view.content) {
        (Slot::Case(_, casus, CaseFile::Kaart), Content::Kaart(card)) => {
            // A pseudonym that is none is PSE04's.
            let written = card.casus.as_deref().and_then(|text| Casus::read(text).ok());
            if written.is_some_and(|written| written != *casus) {
                findings.add("casus", "Deze kaart ligt in de map van een andere casus.").mend =
                    "Zet de kaart in de map van haar eigen casus. Klopt de map wel? Verbeter dan `casus`.".into();
            }
        }
        (Slot::DossierKaart(folder), Content::Kaart(card)) if is_of_another(folder, card.dossiernummer.as_deref()) => {
            findings.add("dossiernummer", "Deze kaart ligt in de map van een ander dossier.").mend =
                "Verplaats de kaart naar haar eigen map, of verbeter `dossiernummer`.".into();
        }
        (Slot::Koppeling(folder), Content::Koppeling(link)) if is_of_another(folder, link.dossiernummer.as_deref()) => {
            findings.add("dossiernummer", "Deze koppeling hoort bij een ander dossier.").mend =
                "Is de map gekopieerd? Haal dan deze `koppeling.yaml` weg: elk gezin krijgt een eigen pseudoniem."
                    .into();
        }
        (_, Content::Besluit(decision))
            if decision.besluit == Some(BesluitSoort::Uitstellen) && decision.naar.is_none() =>
        {
            let finding = findings.add("naar", "Deze casus is uitgesteld, maar nog zonder nieuwe vergadering.");
            finding.label = Some("hier ontbreekt `naar`".into());
            finding.mend = "Zet bij `naar` de nieuwe vergadering, en daar een `verwacht.yaml`.".into();
        }
        _ => {}
    }
}

/// Whether a folder is certainly not that of this dossier number: a number with characters
/// that no file name can hold gets a folder that differs in those alone.
fn is_of_another(folder: &str, number: Option<&str>) -> bool {
    let bare = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    number.is_some_and(|number| bare(folder) != bare(number))
}

fn map03(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    if view.zone == Zone::Dossier {
        return same_pseudonym(view, findings);
    }
    for (day, meeting) in &view.team.meetings {
        cancelled(view, *day, meeting, findings);
        for (casus, case) in &meeting.cases {
            let place = Place { view, day: *day, casus: *casus };
            postponed(&place, case, findings);
            expected(&place, case, findings);
            monitored(&place, case, findings);
            out_of_order(&place, findings);
        }
    }
}

/// One case in one meeting.
struct Place<'a> {
    view: &'a TreeView<'a>,
    day: NaiveDate,
    casus: Casus,
}

impl Place<'_> {
    fn file(&self, file: CaseFile) -> Slot {
        Slot::Case(self.day, self.casus, file)
    }

    /// Whether this file of the case stands in that meeting, read or not.
    fn stands(&self, day: NaiveDate, file: CaseFile) -> bool {
        self.view.present.contains(&Slot::Case(day, self.casus, file))
    }

    /// Whether the case still has to be announced in a later meeting.
    fn is_due_in(&self, day: NaiveDate) -> bool {
        // A day that is no meeting, or no later one, is MAP02's.
        day > self.day
            && was_meeting(self.view, day) != Some(false)
            && !self.stands(day, CaseFile::Verwacht)
            && !self.stands(day, CaseFile::Kaart)
    }
}

/// A decision to postpone without the announcement in the new meeting.
fn postponed(place: &Place<'_>, case: &Case, findings: &mut Findings<'_>) {
    let Some(decision) = case.besluit.as_ref() else { return };
    let to = decision.naar.filter(|_| decision.besluit == Some(BesluitSoort::Uitstellen));
    let withdrawn = place.stands(place.day, CaseFile::Ingetrokken);
    if to.is_some_and(|to| place.is_due_in(to.0)) && !withdrawn {
        findings
            .add_in(
                place.file(CaseFile::Besluit),
                "naar",
                "Deze casus is uitgesteld, maar staat nog niet bij de nieuwe vergadering.",
            )
            .mend =
            "Zet bij de nieuwe vergadering een `verwacht.yaml` met `waarom: uitgesteld` en bij `van` deze vergadering."
                .into();
    }
}

/// An announcement of a postponed case that the decision does not bear out.
fn expected(place: &Place<'_>, case: &Case, findings: &mut Findings<'_>) {
    let Some(announced) = &case.verwacht else { return };
    let Some(from) = announced.van.map(|from| from.0) else { return };
    if announced.waarom != Some(VerwachtWaarom::Uitgesteld) || from >= place.day {
        return;
    }
    let view = place.view;
    // A meeting that the case never stood in is MAP02's; of a file that was not read nothing is known.
    let stood = CaseFile::ALL.into_iter().any(|file| place.stands(from, file));
    let meeting = view.team.meetings.get(&from);
    let changes = meeting.and_then(|meeting| meeting.vergadering.as_ref());
    let changes_unread = changes.is_none() && view.present.contains(&Slot::Vergadering(from));
    let is_cancelled = changes.is_some_and(|changes| changes.vervalt.is_some());
    if !stood || changes_unread || place.stands(from, CaseFile::Ingetrokken) {
        return;
    }
    let sent_to = changes.and_then(|changes| changes.vervalt.as_ref()?.naar).map(|to| to.0);
    let is_here = |to: Option<NaiveDate>| to.is_none_or(|to| to == place.day);
    let decision = view.team.case(from, place.casus).and_then(|case| case.besluit.as_ref());
    if decision.is_none() && place.stands(from, CaseFile::Besluit) {
        return;
    }
    let message = match decision.map(|decision| (decision.besluit, decision.naar)) {
        Some((None, _)) => return,
        Some((Some(BesluitSoort::Uitstellen), to)) if is_here(to.map(|to| to.0)) => return,
        // A meeting that is cancelled sends on what was agreed to, and what was not decided on.
        None | Some((Some(BesluitSoort::Agenderen), _)) if is_cancelled && is_here(sent_to) => return,
        None | Some((Some(BesluitSoort::Agenderen), _)) if is_cancelled => {
            "Deze casus is hierheen uitgesteld, maar die vergadering vervalt en gaat naar een andere dag."
        }
        Some(_) => "Deze casus is hierheen uitgesteld, maar het besluit daarover zegt iets anders.",
        None => "Deze casus is hierheen uitgesteld, maar het besluit daarover ontbreekt.",
    };
    findings.add_in(place.file(CaseFile::Verwacht), "van", message).mend = if is_cancelled {
        "Kijk bij welke vergadering de casus hoort, en haal het `verwacht.yaml` bij de andere weg.".into()
    } else {
        "Maak het uitstel af met dezelfde opdracht, of haal dit `verwacht.yaml` weg.".into()
    };
}

/// A case that comes back without the announcement in that meeting.
fn monitored(place: &Place<'_>, case: &Case, findings: &mut Findings<'_>) {
    let agreed = case.bespreking.as_ref().and_then(|discussion| discussion.monitor.as_ref());
    let back = agreed.filter(|agreed| agreed.terug == Some(JaNee::Ja)).and_then(|agreed| agreed.datum);
    if back.is_some_and(|back| place.is_due_in(back.0)) {
        findings
            .add_in(
                place.file(CaseFile::Bespreking),
                "monitor.datum",
                "Deze casus komt terug, maar staat nog niet bij die vergadering.",
            )
            .mend =
            "Zet bij die vergadering een `verwacht.yaml` met `waarom: monitor` en bij `van` deze vergadering.".into();
    }
}

/// Files that can't stand here without another, or beside it.
fn out_of_order(place: &Place<'_>, findings: &mut Findings<'_>) {
    let here = |file| place.stands(place.day, file);
    if here(CaseFile::Bespreking) && !has_card(place) {
        findings.add_in(place.file(CaseFile::Bespreking), "", "Deze casus is besproken, maar er is geen kaart.").mend =
            "Zet de `kaart.yaml` van deze casus hier weer neer.".into();
    }
    if here(CaseFile::Nazorg) && !here(CaseFile::Bespreking) {
        findings.add_in(place.file(CaseFile::Nazorg), "", "Er is nazorg, maar de bespreking ontbreekt.").mend =
            "Zet `nazorg.yaml` bij de vergadering waar de casus is besproken, of schrijf de `bespreking.yaml` alsnog."
                .into();
    }
    if here(CaseFile::Ingetrokken) && here(CaseFile::Bespreking) {
        findings.add_in(place.file(CaseFile::Ingetrokken), "", "Deze casus is ingetrokken en toch besproken.").mend =
            "Is de casus besproken? Haal dan `ingetrokken.yaml` weg. Zo niet, haal dan `bespreking.yaml` weg.".into();
    }
}

/// Whether the case has a card in this meeting or, as after a postponement, in one before.
fn has_card(place: &Place<'_>) -> bool {
    place.stands(place.day, CaseFile::Kaart)
        || place.view.present.iter().any(
            |slot| matches!(slot, Slot::Case(day, casus, CaseFile::Kaart) if *casus == place.casus && *day < place.day),
        )
}

/// A meeting that does not take place, of which a case was not announced in the new one.
fn cancelled(view: &TreeView<'_>, day: NaiveDate, meeting: &Meeting, findings: &mut Findings<'_>) {
    let change = meeting.vergadering.as_ref().and_then(|changes| changes.vervalt.as_ref());
    let Some(to) = change.and_then(|change| change.naar) else { return };
    let left = meeting.cases.iter().filter(|(casus, case)| {
        let place = Place { view, day, casus: **casus };
        let here = |file| place.stands(day, file);
        let decided = case.besluit.as_ref().and_then(|decision| decision.besluit);
        (here(CaseFile::Kaart) || here(CaseFile::Verwacht))
            && !here(CaseFile::Ingetrokken)
            && !here(CaseFile::Bespreking)
            && !matches!(decided, Some(BesluitSoort::Uitstellen | BesluitSoort::Afwijzen))
            && place.is_due_in(to.0)
    });
    let message = match left.count() {
        0 => return,
        1 => "De vergadering vervalt, maar 1 casus staat nog niet bij de nieuwe vergadering.".to_owned(),
        count => format!("De vergadering vervalt, maar {count} casussen staan nog niet bij de nieuwe vergadering."),
    };
    findings.add_in(Slot::Vergadering(day), "vervalt.naar", message).mend =
        "Zet bij de nieuwe vergadering voor elke casus een `verwacht.yaml` met `waarom: uitgesteld`.".into();
}

/// One pseudonym for two dossiers.
fn same_pseudonym(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    let mut seen = BTreeSet::new();
    for (slot, content) in view.dossier {
        let Content::Koppeling(link) = content else { continue };
        // A case that was handed over may come back under another number.
        let casus = link.casus.as_deref().and_then(|text| Casus::read(text).ok());
        let Some(casus) = casus.filter(|_| link.overgedragen.is_none()) else { continue };
        if !seen.insert(casus) {
            findings.add_in(slot, "casus", "Dit pseudoniem hoort ook bij een ander dossier.").mend =
                "Kijk bij welk dossier deze `casus` hoort en haal de andere `koppeling.yaml` weg.".into();
        }
    }
}
