//! `vt toon`: a card and its discussion, as a professional reads them.

use super::context::{Context, stderr_screen, team_of};
use super::error::{Kind, ToolError};
use super::meeting::{check_file, no_region};
use super::source::region;
use super::targets::{Place, own_place, tree_above};
use super::{Answer, args, paste};
use crate::agenda::Casusblad;
use crate::calendar::words;
use crate::model::{Casus, CasusFout, Dossiernummer, Koppeling, Veiligheidskaart};
use crate::output::{show_card, show_case, show_own_card, toon_text};
use crate::rules::{MeetingRead, read_case};
use crate::store::{CaseFile, Folder, Root, Slot, Zone, dossier_above, read, team_above};
use crate::yaml::parse;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// What is to be shown.
enum Asked {
    /// A case; in the meeting in whose folder it was named, if it was.
    Case(Root, Casus, Option<NaiveDate>),
    /// A card of a dossier.
    Own(PathBuf),
    /// A card outside both trees.
    Lone(PathBuf),
}

/// Runs the command.
pub fn run(toon: &args::Toon, context: &Context) -> anyhow::Result<Answer> {
    match asked(&toon.wat, context)? {
        Asked::Case(root, casus, day) => case(&root, casus, day, toon.vergadering, context),
        Asked::Own(path) => {
            no_meeting(toon)?;
            own(&path, context)
        }
        Asked::Lone(path) => {
            no_meeting(toon)?;
            lone(&path, context)
        }
    }
}

/// What a word means: a pseudonym, a path, or the number of a dossier. What is written as `vt`
/// writes a pseudonym is one, unless a dossier has that number.
fn asked(word: &Path, context: &Context) -> Result<Asked, ToolError> {
    let text = word.to_str().unwrap_or_default();
    let casus = Casus::read(text);
    let is_written_so = casus.is_ok_and(|casus| casus.to_string() == text);
    if let Some(card) = numbered(text, context) {
        return Ok(Asked::Own(card));
    }
    if !is_written_so && let Ok(place) = own_place(&context.here.join(word)) {
        return of_place(place, context);
    }
    match casus {
        Ok(casus) => Ok(Asked::Case(context.team("vt toon CASUS")?, casus, None)),
        Err(fault) => Err(unknown(fault, context)),
    }
}

fn unknown(fault: CasusFout, context: &Context) -> ToolError {
    let error = match fault {
        CasusFout::Controleteken => ToolError::new(Kind::Absent, "dit pseudoniem klopt niet.")
            .because("Er is een teken verkeerd, of twee tekens zijn verwisseld."),
        CasusFout::Vorm => ToolError::new(Kind::Absent, "vt vindt geen kaart, dossier of casus met deze naam.")
            .because("Er is geen bestand of map die zo heet, en het is geen pseudoniem zoals 7k3f-9qxr."),
    };
    on_the_agenda(error, context).try_command("vt toon PAD/kaart.yaml", "een kaart, waar zij ook staat")
}

/// The card of a dossier by its number alone.
fn numbered(text: &str, context: &Context) -> Option<PathBuf> {
    let nummer = Dossiernummer::read(text).ok()?;
    let root = context.dossier("vt toon NUMMER").ok()?;
    match own_place(&root.path.join(nummer.as_str()).join("kaart.yaml")) {
        Ok(Place::Path(card)) if team_above(&card).is_none() && card.is_file() => Some(card),
        _ => None,
    }
}

fn on_the_agenda(error: ToolError, context: &Context) -> ToolError {
    error.try_command(paste::command("agenda", context), "de casussen van de eerstvolgende vergadering")
}

/// What a path means: a card, or the folder in which it stands; of the team any file of a case.
fn of_place(place: Place, context: &Context) -> Result<Asked, ToolError> {
    let mut path = match place {
        Place::Path(path) => path,
        Place::Link(..) => {
            return Err(ToolError::new(Kind::Refused, "dit is een snelkoppeling (link), of ligt achter een.")
                .because("vt volgt in een dossier of teammap geen links.")
                .advise("Noem de kaart zelf."));
        }
    };
    if path.is_dir() {
        path.push("kaart.yaml");
    }
    let Some(root) = tree_above(path.parent().unwrap_or(&path)) else {
        return if path.is_file() { Ok(Asked::Lone(path)) } else { Err(no_card()) };
    };
    let relative = path.strip_prefix(&root.path).unwrap_or(&path);
    let names: Vec<&str> = relative.iter().filter_map(|name| name.to_str()).collect();
    match root.zone {
        Zone::Team => match Slot::in_team(&names) {
            Ok(Slot::Case(day, casus, _)) => Ok(Asked::Case(root, casus, Some(day))),
            _ => Err(on_the_agenda(no_card(), context)),
        },
        Zone::Dossier => match Slot::in_dossier(&names) {
            Ok(Slot::DossierKaart(_)) if path.is_file() => Ok(Asked::Own(path)),
            _ => Err(no_card()),
        },
    }
}

fn no_card() -> ToolError {
    ToolError::new(Kind::Absent, "dit is geen kaart, en geen map met een kaart.")
        .because("Een kaart heet kaart.yaml en staat in de map van haar dossier of casus.")
        .advise("Noem de kaart, de map waarin zij staat, het nummer van het dossier of het pseudoniem.")
}

/// Only of a pseudonym one can ask in which meeting.
fn no_meeting(toon: &args::Toon) -> Result<(), ToolError> {
    if toon.vergadering.is_none() {
        return Ok(());
    }
    Err(ToolError::new(Kind::Usage, "`--vergadering` hoort bij een casus in de teammap.")
        .because("Een kaart in een dossier hoort niet bij één vergadering.")
        .advise("Laat `--vergadering` weg, of noem het pseudoniem van de casus."))
}

/// A case of the team's folder.
fn case(
    root: &Root,
    casus: Casus,
    in_folder: Option<NaiveDate>,
    asked: Option<NaiveDate>,
    context: &Context,
) -> anyhow::Result<Answer> {
    if in_folder.is_some() && asked.is_some() {
        return Err(ToolError::new(Kind::Usage, "de map van een casus hoort al bij een vergadering.")
            .advise("Laat `--vergadering` weg, of noem het pseudoniem van de casus.")
            .into());
    }
    let folder = Folder::new(&root.path);
    let offer = |day: NaiveDate| paste::command(&format!("toon {casus} --vergadering {day}"), context);
    let read = |day| read_case(&folder, day, casus).map_err(|problem| no_region(problem, root, context));
    let (day, reading) = match in_folder.or(asked) {
        Some(day) => (day, read(day)?),
        None => newest(&folder, casus, context, read)?,
    };
    if !folder.has_case(day, casus) {
        return Err(not_there(&folder, casus, &offer, context).into());
    }
    let own = reading.team.meetings.get(&day).and_then(|meeting| meeting.vergadering.as_ref());
    if let Some(vervalt) = own.and_then(|vergadering| vergadering.vervalt.as_ref()) {
        let error = ToolError::new(Kind::Absent, "deze vergadering gaat niet door.");
        let Some(naar) = vervalt.naar.map(|naar| naar.0) else {
            return Err(error.advise("Vraag de voorzitter naar welke vergadering de casus gaat.").into());
        };
        let error = error.because(format!("De casussen gaan naar {}.", words::day_in_words(naar)));
        return Err(error.try_command(offer(naar), words::day_in_words(naar)).into());
    }
    let unread = unread(&reading, root, context);
    let is_closed = reading.team.case(day, casus).is_some_and(|files| files.unreadable.contains(&CaseFile::Kaart));
    let blad = Casusblad::of(&reading, day, casus, context.today).filter(|_| !is_closed);
    let Some(blad) = blad else {
        let check = check_file(root, &Slot::Case(day, casus, CaseFile::Kaart).path(), context);
        return Err(unreadable().try_command(check, "wat er mis is, en waar").into());
    };
    let mut answer = Answer { status: u8::from(!unread.is_empty()), ..Answer::default() };
    toon_text(&show_case(&blad, &reading.team, &offer, &unread), &context.screen, &mut answer.stdout)?;
    Ok(answer)
}

/// The last meeting up to today in which a case stands, else the first one after; what was
/// cancelled does not count. Newest first, so that few folders are looked into.
fn newest(
    folder: &Folder,
    casus: Casus,
    context: &Context,
    read: impl Fn(NaiveDate) -> Result<MeetingRead, ToolError>,
) -> Result<(NaiveDate, MeetingRead), ToolError> {
    let days = folder.days();
    let (past, to_come): (Vec<NaiveDate>, Vec<NaiveDate>) = days.into_iter().partition(|day| *day <= context.today);
    let mut cancelled = None;
    for day in past.into_iter().rev().chain(to_come).filter(|day| folder.has_case(*day, casus)) {
        let reading = read(day)?;
        let own = reading.team.meetings.get(&day).and_then(|meeting| meeting.vergadering.as_ref());
        if own.is_none_or(|vergadering| vergadering.vervalt.is_none()) {
            return Ok((day, reading));
        }
        cancelled = cancelled.or(Some((day, reading)));
    }
    cancelled.ok_or_else(|| not_there(folder, casus, &|_| String::new(), context))
}

/// A case that does not stand in the meeting that was asked for, or in none.
fn not_there(folder: &Folder, casus: Casus, offer: &dyn Fn(NaiveDate) -> String, context: &Context) -> ToolError {
    let days = folder.days().into_iter().rev().filter(|day| folder.has_case(*day, casus));
    let days: Vec<NaiveDate> = days.take(3).collect();
    if days.is_empty() {
        let error = ToolError::new(Kind::Absent, "deze casus staat in geen vergadering van deze teammap.")
            .because("Het pseudoniem is goed geschreven, maar er is niets van ingebracht of verwacht.");
        return on_the_agenda(error, context);
    }
    let error = ToolError::new(Kind::Absent, "deze casus staat niet in die vergadering.");
    days.into_iter().fold(error, |error, day| error.try_command(offer(day), words::day_in_words(day)))
}

/// The check of each file of the case that could not be read, or not whole.
fn unread(reading: &MeetingRead, root: &Root, context: &Context) -> Vec<String> {
    let cards = reading.cards.values().flatten().filter(|finding| finding.rule.id.starts_with("YAML"));
    let mut files: Vec<&str> = reading.unreadable.iter().chain(cards).map(|finding| finding.file.as_str()).collect();
    files.sort_unstable();
    files.dedup();
    files.into_iter().map(|file| check_file(root, file, context)).collect()
}

fn unreadable() -> ToolError {
    ToolError::new(Kind::Refused, "vt kan deze kaart niet lezen.")
}

/// A card that was read, and the check of it when something in it could not be.
fn card(path: &Path, context: &Context) -> Result<(Veiligheidskaart, Vec<String>), ToolError> {
    let check = format!("vt check {}", paste::quoted(Path::new(&context.named(path))));
    let unreadable = || unreadable().try_command(check.clone(), "wat er mis is, en waar");
    let bytes = read(path).map_err(super::scan::unreadable)?;
    let doc = parse(&bytes).map_err(|_| unreadable())?;
    let (card, problems) = doc.read::<Veiligheidskaart>();
    let card = card.ok_or_else(unreadable)?;
    if card.versie.as_ref().is_some_and(|versie| !versie.is_known()) {
        return Err(unreadable().because("De kaart is van een andere versie; deze vt leest versie 1."));
    }
    Ok((card, if problems.is_empty() { Vec::new() } else { vec![check] }))
}

/// A card of one's own dossier: whole, also into a pipe, since it is the owner's own.
fn own(path: &Path, context: &Context) -> anyhow::Result<Answer> {
    let (card, unread) = card(path, context)?;
    let mut answer = Answer { status: u8::from(!unread.is_empty()), ..Answer::default() };
    toon_text(&show_own_card(&card, &unread), &context.screen, &mut answer.stdout)?;
    // Beside the answer, so that the pseudonym does not stand on one page with the names.
    if let Some(command) = in_the_team(path, context).filter(|_| !context.quiet) {
        let text = format!("Wat er in het team van staat: {command}");
        let lines = stderr_screen().wrap(&text, "* ", "  ");
        answer.stderr = lines.into_iter().map(|line| line + "\n").collect::<String>().into_bytes();
    }
    Ok(answer)
}

/// The command that shows the same case as the team has it, when something of it stands there.
fn in_the_team(card: &Path, context: &Context) -> Option<String> {
    let bytes = read(&card.with_file_name("koppeling.yaml")).ok()?;
    let koppeling: Koppeling = parse(&bytes).ok()?.read().0?;
    let casus = Casus::read(koppeling.casus.as_deref()?).ok()?;
    let dossier = dossier_above(card)?;
    let asked = context.map.as_deref().and_then(|map| Root::at(map, Zone::Team));
    let team = asked.or_else(|| team_of(&dossier.path))?;
    let folder = Folder::new(&team.path);
    folder.days().into_iter().find(|day| folder.has_case(*day, casus))?;
    let is_found = context.map.is_some() || context.dossier.is_some() || dossier_above(&context.here).is_some();
    let named = paste::quoted(Path::new(&context.named(&dossier.path)));
    let command = if is_found { format!("toon {casus}") } else { format!("--dossier {named} toon {casus}") };
    Some(paste::command(&command, context))
}

/// A card outside both trees. Whose it is nobody can tell, so only a terminal shows it.
fn lone(path: &Path, context: &Context) -> anyhow::Result<Answer> {
    let (card, unread) = card(path, context)?;
    if !context.screen.terminal {
        return Err(ToolError::new(Kind::Refused, "een losse kaart toont vt alleen in een terminal.")
            .because("Zij staat niet in een dossier of teammap; er kunnen namen in staan.")
            .advise("Zet de kaart in je dossier, of geef de opdracht zonder pijp.")
            .into());
    }
    let mut answer = Answer { status: u8::from(!unread.is_empty()), ..Answer::default() };
    let page = if card.casus.is_some() && card.dossiernummer.is_none() {
        let team = context.map.as_deref().and_then(|map| Root::at(map, Zone::Team));
        show_card(&card, &region(team.as_ref()), &unread)
    } else {
        show_own_card(&card, &unread)
    };
    toon_text(&page, &context.screen, &mut answer.stdout)?;
    Ok(answer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::Screen;

    fn at_a_terminal(here: &Path) -> Context {
        let screen = Screen { terminal: true, ..Screen::default() };
        Context { screen, ..Context::test(here, "2026-03-04T10:00:00+01:00") }
    }

    fn shown(card: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("los.yaml"), card).unwrap();
        let toon = args::Toon { wat: "los.yaml".into(), vergadering: None };
        String::from_utf8(run(&toon, &at_a_terminal(folder.path())).unwrap().stdout).unwrap()
    }

    /// A card that came by mail is the team's: the veil lies over it. One with a number of a
    /// dossier is whoever's it is.
    #[test]
    fn a_lone_card_is_shown_at_a_terminal() {
        let rest = "hulpvraag: Daan Verhagen wil rust, zegt Anke Wouters.\ninbrenger: {naam: Anke Wouters}\n";
        let of_team = shown(&format!("versie: 1\ncasus: 7k3f-9qxr\n{rest}"));
        assert!(
            of_team.contains("[weggelaten] wil rust, zegt Anke Wouters.") && !of_team.contains("Verhagen"),
            "{of_team}"
        );
        let own = shown(&format!("versie: 1\ndossiernummer: RSD-1\n{rest}"));
        assert!(own.contains("Daan Verhagen wil rust") && own.contains("Hier staan namen"), "{own}");
    }
}
