//! The case that a command is about, and the meeting in which it stands: the one of a day that
//! was asked for, the next, or the last that was.

use super::context::Context;
use super::error::{Kind, ToolError};
use super::meeting::{Asked, check_file};
use super::own_cases::OwnCases;
use super::paste;
use crate::calendar::words::day_in_words;
use crate::model::{Casus, Dossiernummer};
use crate::route::{Stand, Zaak, closed, moved_on, zaak};
use crate::rules::{MeetingRead, whole_calendar};
use crate::store::{At, Case, CaseFile, Folder, ReadProblem, Root, Slot, Team, read};
use crate::tafel::tafel_for;
use chrono::NaiveDate;
use std::path::Path;

/// The pseudonym that was typed.
pub fn casus(typed: &str) -> Result<Casus, ToolError> {
    Casus::read(typed).map_err(|_| {
        ToolError::new(Kind::Usage, "dit is geen pseudoniem van een casus.")
            .because("Een pseudoniem heeft vier tekens, een streepje en vier tekens, zoals 7k3f-9qxr.")
            .advise("Kijk het na op de agenda of in koppeling.yaml.")
    })
}

/// The case that whoever brings it in means: its pseudonym, or their dossier of it, by its number or
/// as a folder.
pub fn casus_or_dossier(typed: &str, context: &Context) -> Result<Casus, ToolError> {
    let by_pseudonym = casus(typed);
    let path = Path::new(typed);
    let folder = if path.ends_with("kaart.yaml") { path.parent() } else { Some(path) };
    let number = folder.and_then(Path::file_name).and_then(|name| name.to_str());
    let (Err(_), Some(number), Ok(dossier)) = (&by_pseudonym, number, context.dossier("vt")) else {
        return by_pseudonym;
    };
    if let Some((casus, _)) = OwnCases::read(&dossier).cases.iter().find(|(_, case)| case.folder == number) {
        return Ok(*casus);
    }
    let card = dossier.path.join(number).join("kaart.yaml");
    if Dossiernummer::read(number).is_err() || !card.is_file() {
        return by_pseudonym;
    }
    let card = paste::quoted(Path::new(&context.named(&card)));
    Err(ToolError::new(Kind::Absent, "deze casus heeft nog geen pseudoniem.")
        .because("Dat krijgt een casus als hij wordt ingebracht.")
        .try_command(format!("vt inbrengen {card}"), "voor welke vergadering dat kan"))
}

/// Which meeting a case is looked for in when no day was given.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// The next one in which it stands, today included; else the last one that passed without a
    /// discussion.
    Next,
    /// The last one up to today in which it stands.
    Last,
}

/// A case in one meeting.
pub struct InMeeting {
    /// The meeting.
    pub day: NaiveDate,
    /// What was read of it.
    pub reading: MeetingRead,
}

/// Finds the meeting of a case. `command` is what the command is called, for ways out.
pub fn in_meeting(
    root: &Root,
    context: &Context,
    casus: Casus,
    asked: Option<NaiveDate>,
    which: Which,
    command: &str,
) -> Result<InMeeting, ToolError> {
    let offer = |day: NaiveDate| paste::command(&format!("{command} {casus} --vergadering {day}"), context);
    let of_team = Asked { root, context, offer: &offer };
    let folder = Folder::new(&root.path);
    // What is wrong with the region is not said to be a case that stands nowhere.
    of_team.is_planned()?;
    let mut days: Vec<NaiveDate> = folder.days().into_iter().filter(|day| folder.has_case(*day, casus)).collect();
    days.sort_unstable();
    let nowhere = || {
        ToolError::new(Kind::Absent, "deze casus staat in geen vergadering.")
            .because("In de teammap staat geen map met dit pseudoniem.")
            .advise("Kijk het pseudoniem na op de agenda of in koppeling.yaml.")
    };
    if days.is_empty() {
        return Err(nowhere());
    }
    if let Some(day) = asked {
        let (day, mut reading) = of_team.on(day)?;
        if days.contains(&day) {
            reading.calendar = whole_calendar(&folder, &reading.team.regio);
            return Ok(InMeeting { day, reading });
        }
        let error = ToolError::new(Kind::Absent, "deze casus staat niet in die vergadering.");
        return Err(days
            .into_iter()
            .rev()
            .take(3)
            .fold(error, |error, day| error.try_command(offer(day), day_in_words(day))));
    }
    let (past, coming): (Vec<NaiveDate>, Vec<NaiveDate>) = days.iter().copied().partition(|day| *day < context.today);
    let today = coming.first().copied().filter(|day| *day == context.today);
    let order: Vec<NaiveDate> = match which {
        Which::Next => coming.into_iter().chain(past.into_iter().rev()).collect(),
        Which::Last => today.into_iter().chain(past.into_iter().rev()).collect(),
    };
    let mut elsewhere: Vec<(NaiveDate, Stand)> = Vec::new();
    for day in order {
        let Ok((day, mut reading)) = of_team.on(day) else { continue };
        let Some(stand) = zaak(&reading.team, day, casus).map(|zaak| zaak.stand) else { continue };
        let fits = match (which, stand) {
            (_, Stand::Uitgesteld | Stand::Ingetrokken) => false,
            (Which::Next, stand) => day >= context.today || stand != Stand::Besproken,
            (Which::Last, _) => true,
        };
        if fits {
            reading.calendar = whole_calendar(&folder, &reading.team.regio);
            return Ok(InMeeting { day, reading });
        }
        elsewhere.push((day, stand));
    }
    let error = match which {
        Which::Next => ToolError::new(Kind::Absent, "deze casus staat in geen vergadering die nog komt."),
        Which::Last => ToolError::new(Kind::Absent, "deze casus stond nog in geen vergadering."),
    };
    let Some((day, stand)) = elsewhere.first().copied() else {
        return Err(days
            .into_iter()
            .rev()
            .take(3)
            .fold(error, |error, day| error.try_command(offer(day), day_in_words(day))));
    };
    let error = error.because(format!("Op {} is hij {}.", day_in_words(day), outcome(stand)));
    let error = match stand {
        Stand::Ingetrokken => {
            error.advise("Moet hij toch aan de beurt komen? De inbrenger brengt de kaart dan opnieuw in.")
        }
        _ => error,
    };
    Err(error.try_command(paste::command(&format!("toon {casus} --vergadering {day}"), context), "wat daar staat"))
}

/// What became of a case that left a meeting, as the end of a sentence.
pub fn outcome(stand: Stand) -> &'static str {
    match stand {
        Stand::Uitgesteld => "uitgesteld naar een andere dag",
        Stand::Afgewezen => "afgewezen",
        Stand::Ingetrokken => "ingetrokken",
        Stand::Besproken => "al besproken",
        Stand::Geagendeerd => "geagendeerd",
        Stand::Verwacht | Stand::Ingebracht => "nog niet besproken",
    }
}

/// Why nothing is done with a case in a meeting from which it was put off, with the same command
/// for the one where it stands now.
pub fn put_off(way: &Team, day: NaiveDate, casus: Casus, offer: impl Fn(NaiveDate) -> String) -> ToolError {
    let what = "deze casus staat niet meer in die vergadering: hij is uitgesteld. Er is niets geschreven.";
    let to = moved_on(way, day, casus);
    to.into_iter().fold(ToolError::new(Kind::Refused, what), |error, to| error.try_command(offer(to), day_in_words(to)))
}

/// Refuses to send a case to a meeting to which it can't come any more: see [`closed`].
///
/// # Errors
///
/// When it was withdrawn, refused, moved on or discussed there.
pub fn can_come(team: &Team, day: NaiveDate, casus: Casus) -> Result<(), ToolError> {
    let Some(stand) = closed(team, day, casus) else { return Ok(()) };
    let error = ToolError::new(Kind::Refused, "naar die vergadering kan deze casus niet. Er is niets geschreven.")
        .because(format!("Op {} is hij {}.", day_in_words(day), outcome(stand)));
    Err(match stand {
        Stand::Ingetrokken => {
            error.advise("Moet hij daar toch komen? De inbrenger brengt de kaart dan daar opnieuw in.")
        }
        _ => error,
    })
}

impl InMeeting {
    /// The case there.
    pub fn zaak(&self, casus: Casus) -> Result<Zaak<'_>, ToolError> {
        zaak(&self.reading.team, self.day, casus)
            .ok_or_else(|| ToolError::new(Kind::Absent, "deze casus staat niet in die vergadering."))
    }
}

/// Whether somebody stopped half-way in the discussion of a case: what was answered is kept.
pub fn is_kept(root: &Root, day: NaiveDate, casus: Casus) -> bool {
    At::concept(day, casus).is_ok_and(|at| !matches!(read(&root.path.join(at.path())), Err(ReadProblem::Absent)))
}

/// A case of which the discussion is being written down stays where it is.
pub fn not_under_way(root: &Root, day: NaiveDate, casus: Casus, context: &Context) -> Result<(), ToolError> {
    let is_kept = is_kept(root, day, casus);
    let is_begun = || Folder::new(&root.path).meetings_of(casus).case(day, casus).is_some_and(Case::is_begonnen);
    if !is_kept && !is_begun() {
        return Ok(());
    }
    let discussion = format!("bespreking {casus} --vergadering {day}");
    let error = ToolError::new(Kind::Refused, "de bespreking van deze casus is begonnen. Er is niets geschreven.");
    let error = if is_kept {
        error.try_command(paste::command(&discussion, context), "gaat daar verder")
    } else {
        let file = Slot::Case(day, casus, CaseFile::Bespreking).path();
        error.try_command(check_file(root, &file, context), "wat er in bespreking.yaml nog mist")
    };
    Err(error.try_command(paste::command(&format!("{discussion} --weggooien"), context), "als het een vergissing was"))
}

/// The professionals of a case and at its table: their names may stand in what is written of it.
pub fn professionals(found: &InMeeting, zaak: &Zaak<'_>) -> Vec<String> {
    let team = &found.reading.team;
    let table = tafel_for(team, found.day, &[zaak]).plaatsen.into_iter().filter_map(|plaats| plaats.naam);
    let there = team.meetings.get(&found.day).and_then(|meeting| meeting.aanwezig.as_ref());
    let there = there.into_iter().flat_map(|there| there.aanwezig.values()).filter_map(|one| one.naam.clone());
    let card = zaak.kaart.into_iter().flat_map(|card| {
        let brings = card.inbrenger.as_ref();
        let runs = card.casusregisseur.as_ref().and_then(|own| own.naam.clone());
        [brings.and_then(|own| own.naam.clone()), brings.and_then(|own| own.via.clone()), runs]
    });
    let mut names: Vec<String> = table.chain(there).chain(card.flatten()).collect();
    names.sort_unstable();
    names.dedup();
    names
}
