//! `vt inbrengen`: checks a card, pseudonymises it and puts it in a meeting.

use super::case::put_off;
use super::context::Context;
use super::cross::{Onto, Outcome, cross};
use super::error::{Kind, ToolError};
use super::keyboard::typed;
use super::long_text::{door, long_text};
use super::meeting::Asked;
use super::prompt::Prompt;
use super::pseudonimiseer::{how_to_answer, named, refused};
use super::source::{Source, drawn};
use super::write::{carry_out, dry, turn};
use super::{Answer, args, paste};
use crate::calendar::words;
use crate::model::{Casus, Moment};
use crate::output::{self, Late, Next};
use crate::route::{Stand, closed, moved_on, zaak};
use crate::rules::{Finding, MeetingRead, Report, Severity, find};
use crate::store::{ActKind, CaseFile, Change, Done, Folder, ReadProblem, Root, Slot, Zone, read, walk};
use crate::work::inbrengen::{Plek, inbrengen};
use chrono::NaiveDate;
use std::path::PathBuf;

/// Runs the command.
pub fn run(asked: &args::Inbrengen, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    Ok(hand_in(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

/// What stands in the meeting of a case that is handed in again.
#[derive(Default)]
struct Before {
    op: Option<Moment>,
    door: Option<String>,
    spoed: Option<String>,
    /// The meeting from which it was moved here: on time for that one stays on time.
    moved_from: Option<NaiveDate>,
}

/// Hands the card in with whoever is there.
pub(super) fn hand_in(
    asked: &args::Inbrengen,
    context: &Context,
    mut prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let source = Source::read(&asked.kaart, context)?;
    let command = |day: NaiveDate| format!("vt inbrengen {} --vergadering {day}", named(&asked.kaart));
    let team = source.team(&asked.vergadering.map_or_else(|| "vt inbrengen KAART".to_owned(), command), context)?;
    let roots = source.roots(Some(&team))?;
    let of_team = Asked { root: &team, context, offer: &command };
    let Some(day) = asked.vergadering else { return Err(which_meeting(&of_team)) };
    let (_, reading) = of_team.on(day)?;
    if day < context.today {
        return Err(ToolError::new(Kind::Absent, "die vergadering is al geweest. Er is niets geschreven."));
    }
    let casus = source.casus()?;
    if let Some(casus) = casus {
        stands_here(&of_team, day, casus)?;
    }
    let before = casus.map(|casus| before(&reading, day, casus)).transpose()?.unwrap_or_default();
    if let Some(casus) = casus {
        elsewhere(&team, casus, day, context)?;
    }
    let last_day = before.moved_from.map_or_else(
        || reading.calendar.last_day(day),
        |van| reading.calendar.last_day(van).max(reading.calendar.last_day(day)),
    );
    let op = before.op.unwrap_or(context.now);
    let is_late = op.day() > last_day;
    let report = source.report(day, context);
    let stopping: Vec<Finding> = stopping(&report).cloned().collect();
    if !stopping.is_empty() {
        let check = format!("vt check {} --vergadering {day} --lijst", named(&asked.kaart));
        let next = Next {
            words: Some("Nog niet ingebracht: eerst dit. Er is niets geschreven.".to_owned()),
            commands: vec![(check, "wat er nodig is, punt voor punt".to_owned())],
        };
        return refused(&stopping, next, context);
    }
    if is_late && asked.spoed.is_none() && before.spoed.is_none() {
        return Ok(too_late(day, last_day, &of_team, context));
    }
    let spoed = match &asked.spoed {
        Some(given) if is_late => {
            Some(long_text(given.as_deref(), "--spoed", "Waarom kan het niet wachten?", prompt.as_deref_mut())?)
        }
        _ => before.spoed.clone(),
    };
    let dossier = source.dossier.as_ref().map(|own| &own.root);
    let door = match before.door.clone() {
        Some(door) => door,
        None => door(asked.door.as_deref(), dossier, prompt.as_deref_mut())?,
    };
    let casus = casus.map_or_else(|| drawn(Some(&team)), Ok)?;
    let onto = Onto { regio: &reading.team.regio, team: Some(&team), day, casus, op, door, spoed, is_dry: asked.droog };
    let crossed = match cross(&source, onto, &roots, prompt, context)? {
        Outcome::Crossed(crossed) => crossed,
        Outcome::Stopped(answer) => return Ok(how_to_answer(answer, &source, &command(day), context)),
    };
    let _turn = turn(&team)?;
    Source::read(&asked.kaart, context)?.not_handed_over()?;
    unchanged(&of_team, &reading, day, casus)?;
    elsewhere(&team, casus, day, context)?;
    let stands = |file| standing(&team, day, casus, file);
    let (kaart, ingetrokken) = (stands(CaseFile::Kaart)?, stands(CaseFile::Ingetrokken)?);
    let plek = Plek { day, casus, kaart: kaart.as_deref(), ingetrokken: ingetrokken.as_deref() };
    let changes = inbrengen(crossed.koppeling, &plek, crossed.gated)
        .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))?;
    if asked.droog {
        return dry(&roots, &changes, &context.screen);
    }
    let done = carry_out(&roots, &changes)?;
    let told = Told { day, casus, last_day, op, is_late, reading: &reading, report: &report };
    Ok(Answer { stdout: told.text(&changes, &done, context).into_bytes(), ..Answer::default() })
}

/// What stops a card. Whether it is on time is asked apart, since the first time counts; what
/// the scanner finds is replaced or asked about.
fn stopping(report: &Report) -> impl Iterator<Item = &Finding> {
    let is_asked_apart = |id: &str| matches!(id, "INB07" | "PSE02");
    report.findings.iter().filter(move |finding| {
        finding.is_open() && finding.rule.severity == Severity::Fout && !is_asked_apart(finding.rule.id)
    })
}

/// What the folder knows of this case in this meeting. One that was discussed there is done.
fn before(reading: &MeetingRead, day: NaiveDate, casus: Casus) -> Result<Before, ToolError> {
    let Some(zaak) = zaak(&reading.team, day, casus) else { return Ok(Before::default()) };
    if zaak.files.is_besproken() {
        return Err(ToolError::new(
            Kind::Refused,
            "deze casus is in die vergadering al besproken. Er is niets geschreven.",
        )
        .advise("Kies de vergadering waarin hij terugkomt."));
    }
    let entry = zaak.kaart.and_then(|kaart| kaart.ingebracht.as_ref());
    Ok(Before {
        op: entry.and_then(|entry| entry.op),
        door: entry.and_then(|entry| entry.door.clone()),
        spoed: entry.and_then(|entry| entry.spoed.clone()),
        moved_from: zaak.verschoven_van(),
    })
}

/// A case that was put off is handed in where it stands now.
fn stands_here(of_team: &Asked<'_>, day: NaiveDate, casus: Casus) -> Result<(), ToolError> {
    let way = Folder::new(&of_team.root.path).meetings_of(casus);
    match zaak(&way, day, casus).map(|zaak| zaak.stand) {
        Some(Stand::Uitgesteld) => Err(put_off(&way, day, casus, of_team.offer)),
        _ => Ok(()),
    }
}

/// Looks again after the questions: a meeting that was cancelled meanwhile, or from which the case
/// went, is none to come to.
fn unchanged(of_team: &Asked<'_>, before: &MeetingRead, day: NaiveDate, casus: Casus) -> Result<(), ToolError> {
    let (_, now) = of_team.on(day)?;
    stands_here(of_team, day, casus)?;
    if closed(&now.team, day, casus) == closed(&before.team, day, casus) {
        return Ok(());
    }
    let again = paste::command(&format!("agenda {day}"), of_team.context);
    Err(ToolError::new(Kind::Refused, "er veranderde net iets in die vergadering. Er is niets geschreven.")
        .try_command(again, "hoe het nu staat"))
}

/// A case stands in one meeting to come: in another it has to be withdrawn first, also where the
/// chair put it on the agenda.
fn elsewhere(team: &Root, casus: Casus, day: NaiveDate, context: &Context) -> Result<(), ToolError> {
    let files = walk(team).files;
    let way = Folder::new(&team.path).meetings_of(casus);
    let other = files.iter().find_map(|found| match found.slot {
        Slot::Case(at, own, CaseFile::Kaart) if own == casus && at != day && at >= context.today => {
            (closed(&way, at, casus).is_none() && moved_on(&way, at, casus).is_none()).then_some(at)
        }
        _ => None,
    });
    let Some(other) = other else { return Ok(()) };
    Err(ToolError::new(Kind::Refused, "deze casus staat al in een andere vergadering. Er is niets geschreven.")
        .because(format!("De kaart is ingebracht voor {}.", words::day_in_words(other)))
        .try_command(format!("vt intrekken {casus} --vergadering {other}"), "trekt de casus daar eerst in"))
}

/// The bytes of a file of a case, when it stands there. What stands there and can't be read,
/// a link or a pipe, is an error: it would stay.
pub fn standing(team: &Root, day: NaiveDate, casus: Casus, file: CaseFile) -> Result<Option<Vec<u8>>, ToolError> {
    let path: PathBuf = team.path.join(Slot::Case(day, casus, file).path());
    match read(&path) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(ReadProblem::Absent) => Ok(None),
        Err(_) => Err(ToolError::new(
            Kind::Refused,
            format!("vt kan {} in die vergadering niet lezen. Er is niets geschreven.", file.name()),
        )
        .because("Het is een snelkoppeling (link) of apparaat, of je mag het niet lezen.")
        .advise("Vraag wie de map beheert om het weg te halen of vrij te geven.")),
    }
}

/// A card is never handed in for a meeting that nobody named: the whole command for the next one.
fn which_meeting(of_team: &Asked<'_>) -> ToolError {
    match of_team.next(|calendar, day| of_team.context.today <= calendar.last_day(day)) {
        Ok((day, reading)) => {
            let last = words::day_without_year(reading.calendar.last_day(day));
            let what = format!("{}; inbrengen kan tot en met {last}", words::day_in_words(day));
            ToolError::new(Kind::Usage, "vt moet weten voor welke vergadering. Er is niets geschreven.")
                .try_command((of_team.offer)(day), what)
        }
        Err(error) => error,
    }
}

fn too_late(day: NaiveDate, last_day: NaiveDate, of_team: &Asked<'_>, context: &Context) -> Answer {
    let Some(rule) = find("INB07") else { return Answer::default() };
    let later = of_team.next(|calendar, day| context.today <= calendar.last_day(day)).ok();
    let later = later.map(|(day, reading)| (day, reading.calendar.last_day(day), (of_team.offer)(day)));
    let urgent = format!("{} --spoed", (of_team.offer)(day));
    let late = Late { rule, day, last_day, today: context.today, later, urgent };
    let text: String = output::late(&late, &context.screen).into_iter().map(|line| line + "\n").collect();
    Answer { stdout: text.into_bytes(), status: 1, ..Answer::default() }
}

/// What is said when it was done.
struct Told<'a> {
    day: NaiveDate,
    casus: Casus,
    last_day: NaiveDate,
    op: Moment,
    is_late: bool,
    reading: &'a MeetingRead,
    report: &'a Report,
}

impl Told<'_> {
    fn text(&self, changes: &[Change], done: &[Done], context: &Context) -> String {
        let screen = &context.screen;
        let (day, casus) = (self.day, self.casus);
        let of_team = || changes.iter().zip(done).filter(|(change, _)| change.zone() == Zone::Team);
        let is_same = of_team().all(|(_, done)| *done == Done::Before);
        let was_there = of_team().any(|(change, _)| change.kind() != ActKind::Create);
        let day_words = words::day_in_words(day);
        let head = match (is_same, was_there) {
            (true, _) => format!("Casus {casus} stond al precies zo in de vergadering van {day_words}."),
            (false, true) => format!("Opnieuw ingebracht: casus {casus}, voor {day_words}."),
            (false, false) => format!("Ingebracht: casus {casus}, voor {day_words}."),
        };
        let mut lines = screen.wrap(&head, "", "");
        if context.quiet {
            return lines.into_iter().map(|line| line + "\n").collect();
        }
        lines.extend(screen.wrap(&self.in_time(context), "", ""));
        if let Some(seen) = self.seen() {
            lines.extend(screen.wrap(&seen, "", ""));
        }
        lines.push(String::new());
        let sent = self.reading.team.meetings.get(&day).is_some_and(|meeting| meeting.verzonden.is_some());
        let next = if sent {
            "Wat nu? De agenda is al verstuurd: bel de voorzitter, die stuurt haar opnieuw."
        } else {
            "Wat nu? De voorzitter besluit en stuurt de agenda. Verandert er iets? Pas de kaart aan en breng die opnieuw \
             in; de eerste dag blijft tellen."
        };
        lines.extend(screen.wrap(next, "", ""));
        lines.into_iter().map(|line| line + "\n").collect()
    }

    fn in_time(&self, context: &Context) -> String {
        let last = words::day_without_year(self.last_day);
        if self.is_late {
            return format!("Met spoed: het kon tot en met {last}. De voorzitter beslist.");
        }
        let first = self.op.day();
        if first < context.today {
            return format!(
                "Op tijd: de eerste keer was {}, het kon tot en met {last}.",
                words::day_without_year(first)
            );
        }
        format!("Op tijd: vandaag is het {}, het kon tot en met {last}.", words::day_without_year(context.today))
    }

    /// The warnings that the chair will see too.
    fn seen(&self) -> Option<String> {
        let open = self.report.findings.iter().filter(|finding| finding.is_open());
        let mut rules: Vec<&str> = open
            .filter(|finding| finding.rule.severity == Severity::Waarschuwing)
            .map(|finding| finding.rule.id)
            .collect();
        let count = rules.len();
        rules.dedup();
        let rules = rules.join(", ");
        match count {
            0 => None,
            1 => Some(format!("De voorzitter ziet 1 waarschuwing: {rules}.")),
            _ => Some(format!("De voorzitter ziet {count} waarschuwingen: {rules}.")),
        }
    }
}
