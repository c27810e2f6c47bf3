//! The labels of a case before a text of it crosses: which ones the team's folder has, and whether
//! each is still one person's.

use super::context::Context;
use super::error::{Kind, ToolError};
use super::own_cases::closed;
use super::paste;
use crate::model::{Casus, Koppeling};
use crate::pseudo::{Clash, ClashKind, InTeam, Names};
use crate::store::{CaseFile, Root, Slot, Walk, read, walk};
use std::path::Path;

/// What the team's folder holds of a case. What can't be read may have labels too, so that is an
/// error; of notes beside the files only texts count.
pub fn in_team(team: &Root, casus: Casus, context: &Context) -> Result<InTeam, ToolError> {
    let walk = walk(team);
    let unreadable = |path: &str| {
        let folder = team.path.canonicalize().unwrap_or_else(|_| team.path.clone());
        let check = format!("vt check {}", paste::quoted(Path::new(&context.named(&folder))));
        ToolError::new(Kind::Refused, format!("vt kan {path} niet lezen. Er is niets geschreven."))
            .because("Daarin kunnen labels staan die deze casus al had.")
            .try_command(check, "wat er mis is, en waar")
    };
    if let Some(path) = closed(&walk, casus).next() {
        return Err(unreadable(&path));
    }
    let (team, unread) = readable(&walk, casus);
    unread.map_or(Ok(team), |path| Err(unreadable(&path)))
}

/// What can be read of it, and the first file that can't.
pub fn readable(walk: &Walk, casus: Casus) -> (InTeam, Option<String>) {
    let text = |path: &Path| String::from_utf8(read(path).ok()?).ok();
    let (mut cards, mut others, mut unread) = (Vec::new(), Vec::new(), None);
    for found in walk.files.iter().filter(|found| matches!(found.slot, Slot::Case(_, own, _) if own == casus)) {
        match text(&found.path) {
            Some(text) if matches!(found.slot, Slot::Case(.., CaseFile::Kaart)) => cards.push(text),
            Some(text) => others.push(text),
            None => unread = unread.or_else(|| Some(found.slot.path())),
        }
    }
    let folder = format!("/{casus}/");
    let beside = walk.others.iter().filter(|other| other.name.contains(&folder));
    others.extend(beside.filter_map(|other| text(&other.path)));
    (InTeam::of(cards, others), unread)
}

/// Refuses where a label would stand for two persons. What is only a nickname beside the name is
/// no reason to.
pub fn one_each(names: &Names, koppeling: Option<&Koppeling>, team: &InTeam) -> Result<(), ToolError> {
    let clashes = names.clashes(koppeling, team);
    let is_two = |clash: &&Clash| clash.kind != ClashKind::Shared;
    let Some(clash) = clashes.iter().find(is_two) else { return Ok(()) };
    Err(explained(clash, "Er is niets geschreven."))
}

/// What is the matter with a label, and the ways out. It repeats no name.
pub fn explained(clash: &Clash, after: &str) -> ToolError {
    let Clash { label, wie, vrij, kind } = clash;
    let other = format!(
        "Is het een ander? Geef wie er op de kaart bij kwam een nieuwe `wie`, zoals {vrij}. Wie al een label had, houdt de \
         oude `wie`."
    );
    let same = "Is het dezelfde persoon?";
    match kind {
        ClashKind::Another => ToolError::new(Kind::Refused, format!("{label} was eerst iemand anders. {after}"))
            .because(format!(
                "In koppeling.yaml hoort {label} bij een andere naam dan {wie} nu op de kaart heeft. Zo krijgt een tekst \
                 over de een de naam van de ander."
            ))
            .advise(other)
            .advise(format!("{same} Zet in koppeling.yaml, bij {label}, de nieuwe naam in de plaats van de oude."))
            .advise("Is de naam in koppeling.yaml een bijnaam? Zet die op de kaart, als `roepnaam`."),
        ClashKind::Shared => ToolError::new(Kind::Refused, format!("{label} staat voor twee namen. {after}"))
            .because(format!("In koppeling.yaml hoort {label} bij {wie} van de kaart, en ook bij een andere naam."))
            .advise(format!("{same} Zet de andere naam op de kaart, als `roepnaam`."))
            .advise(format!("Is het een ander? Haal in koppeling.yaml bij {label} de naam weg die er niet hoort.")),
        ClashKind::Strange => {
            ToolError::new(Kind::Refused, format!("in de teammap staat al {label}, en vt weet niet wie dat is. {after}"))
                .because(format!("Het team schreef {label} op voordat {wie} op een kaart van het team stond."))
                .advise(other)
                .advise(format!(
                    "{same} Zet de naam dan in koppeling.yaml, bij `vervangingen`: tekst, en door: {label}."
                ))
        }
    }
}
