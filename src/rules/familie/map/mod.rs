//! Whether the files of a tree belong there and fit each other: MAP01 to MAP04.
//!
//! What a file refers to (MAP02) stands in `verwijzing`, work that stopped halfway (MAP03)
//! in `halverwege`.

mod halverwege;

use super::verwijzing::MAP02;
use super::vorm::{Told, no_text};
use super::{Check, Example, Findings, Moment, Rule, Severity, TreeView};
use crate::store::Stray;
use crate::yaml::{Problem, What};
use halverwege::MAP03;

pub(super) const RULES: &[Rule] = &[MAP01, MAP02, MAP03, MAP04];

const MAP01: Rule = Rule {
    id: "MAP01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Any],
    sources: &[],
    title: "In de map staan alleen bestanden die daar horen.",
    asks: "Elk bestand heeft de naam en de plek die vt kent. Kopieën van een ander programma en losse documenten horen er niet.",
    reason: "Een kopie of een los document leest vt niet, maar een ander wel.",
    mend: "Zet het bestand ergens anders, of gooi het weg.",
    see: &["MAP04"],
    wrong: Example::Teammap(&[("rooster/2026 (1).yaml", "versie: 1\n")]),
    right: Example::Teammap(&[("rooster/2026 (1).yaml", "")]),
    checks: &[Check::Tree(map01)],
};

fn map01(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    for (path, why) in view.strays {
        let (message, mend) = match why {
            Stray::Copy => (
                "Dit lijkt een kopie, gemaakt door een ander programma of met de hand.",
                "Vergelijk de kopie met het bestand ernaast, neem over wat klopt en gooi de kopie weg.",
            ),
            Stray::Temporary => (
                "Dit bestand bleef liggen toen vt werd onderbroken bij het schrijven.",
                "Geef de opdracht van toen nog een keer; die maakt het werk af. Gooi dit bestand daarna weg.",
            ),
            Stray::NoDate => (
                "De naam van deze map is geen dag.",
                "Noem de map naar de dag van de vergadering, als jaar-maand-dag: `2026-03-12`.",
            ),
            Stray::NoCasus => (
                "De naam van deze map is geen pseudoniem.",
                "Noem de map naar het pseudoniem van de casus, zoals `7k3f-9qxr`, nooit naar een gezin.",
            ),
            Stray::CasusSpelling => (
                "Dit pseudoniem is anders geschreven dan vt het schrijft.",
                "Noem de map in kleine letters en met één streepje, zoals `7k3f-9qxr`.",
            ),
            Stray::Other if path.to_lowercase().ends_with(".yml") => (
                "Een bestand met deze naam leest vt niet.",
                "Hoort het hier wel? Laat de naam dan eindigen op `.yaml`.",
            ),
            Stray::Other => ("Dit bestand hoort hier niet.", MAP01.mend),
            Stray::Link | Stray::Unreadable => continue,
        };
        findings.add_file(path, message).mend = mend.into();
    }
}

const MAP04: Rule = Rule {
    id: "MAP04",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[],
    title: "Elk bestand in de map is te lezen als tekst.",
    asks: "Er staan geen snelkoppelingen (links) in de map. Elk bestand is te openen en is gewone tekst in UTF-8.",
    reason: "Wat vt niet kan lezen, kan het ook niet nakijken op gegevens van een gezin.",
    mend: "Zet het bestand zelf op deze plek, als gewone tekst.",
    see: &["YAML06", "MAP01"],
    wrong: Example::Teammap(&[("afwezigheid/rucphen.yaml", "PK\u{3}\u{4}\u{0}\u{0}")]),
    right: Example::Teammap(&[("afwezigheid/rucphen.yaml", "versie: 1\nafwezig: []\n")]),
    checks: &[Check::Text(map04_text), Check::Tree(map04)],
};

fn map04_text(problem: &Problem, of_tree: bool) -> Option<Told> {
    let mut told = no_text(&problem.what).filter(|_| of_tree)?;
    if problem.what == What::Binary {
        told.mend = Some("Haal het document uit de teammap en zet hier het bestand als gewone tekst.".into());
    }
    Some(told)
}

fn map04(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    for (path, why) in view.strays {
        let Some((message, mend)) = not_opened(*why) else { continue };
        findings.add_file(path, message).mend = mend.into();
    }
}

/// What is wrong with a file or folder that can't be opened or may not be followed, and
/// how to mend it.
pub(in crate::rules) fn not_opened(why: Stray) -> Option<(&'static str, &'static str)> {
    match why {
        Stray::Link => Some((
            "Hier staat een snelkoppeling (link) of iets dat geen bestand is; vt volgt dat niet.",
            "Zet het bestand zelf op deze plek, of haal de snelkoppeling weg.",
        )),
        Stray::Unreadable => Some((
            "vt kan dit bestand of deze map niet openen.",
            "Vraag wie de map beheert om leesrecht, of sluit het bestand in andere programma's.",
        )),
        _ => None,
    }
}
