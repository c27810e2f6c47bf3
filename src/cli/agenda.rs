//! `vt agenda`: the agenda of a meeting, from the folder alone.

use super::args::{self, Formaat};
use super::context::Context;
use super::error::{Kind, ToolError};
use super::{Answer, paste};
use crate::agenda::Agenda;
use crate::calendar::{Calendar, NoMeeting, words};
use crate::output::{agenda_json, agenda_text, show_agenda};
use crate::rules::{MeetingRead, read_meeting, read_regio};
use crate::store::{Folder, ReadProblem, Root};
use chrono::NaiveDate;

/// Runs the command.
pub fn run(agenda: &args::Agenda, context: &Context) -> anyhow::Result<Answer> {
    let root = context.team("vt agenda")?;
    let folder = Folder::new(&root.path);
    let reading = match agenda.datum {
        Some(day) => read_on(&folder, day, context, &root)?,
        None => read_next(&folder, context, &root)?,
    };
    let (day, reading) = reading;
    let made = Agenda::of(&reading, day);
    let mut answer = Answer { status: u8::from(!made.niet_gelezen.is_empty()), ..Answer::default() };
    let made = show_agenda(made, &reading.team);
    match agenda.formaat {
        Formaat::Tekst => agenda_text(&made, &context.screen, &mut answer.stdout)?,
        Formaat::Json => agenda_json(&made, &mut answer.stdout)?,
    }
    Ok(answer)
}

/// The meeting of a day that was asked for.
fn read_on(
    folder: &Folder,
    day: NaiveDate,
    context: &Context,
    root: &Root,
) -> Result<(NaiveDate, MeetingRead), ToolError> {
    let reading = read_meeting(folder, day).map_err(|problem| no_region(problem, context, root))?;
    if reading.calendar.is_meeting(day) {
        return Ok((day, reading));
    }
    if reading.team.regio.vergaderpatroon.is_none() && reading.team.regio.extra.is_empty() {
        return Err(no_pattern(context, root));
    }
    let vergadering = reading.team.meetings.get(&day).and_then(|meeting| meeting.vergadering.as_ref());
    let moved = vergadering.and_then(|vergadering| vergadering.vervalt.as_ref()?.naar).map(|naar| naar.0);
    Err(no_meeting(day, &reading.calendar, moved, context))
}

/// The first meeting from today that was not cancelled.
fn read_next(folder: &Folder, context: &Context, root: &Root) -> Result<(NaiveDate, MeetingRead), ToolError> {
    let regio = read_regio(folder).map_err(|problem| no_region(problem, context, root))?;
    if regio.vergaderpatroon.is_none() && regio.extra.is_empty() {
        return Err(no_pattern(context, root));
    }
    let calendar = Calendar::new(&regio);
    let mut from = Some(context.today);
    while let Some(day) = from.and_then(|from| calendar.next(from)) {
        let reading = read_meeting(folder, day).map_err(|problem| no_region(problem, context, root))?;
        if reading.calendar.is_meeting(day) {
            return Ok((day, reading));
        }
        from = day.succ_opt();
    }
    Err(ToolError::new(Kind::Absent, "er komt geen vergadering meer aan.")
        .because("Uit `vergaderpatroon` en `extra` in regio.yaml volgt geen dag na vandaag.")
        .advise("Zet bij `vergaderpatroon` in regio.yaml op welke dag jullie vergaderen."))
}

fn no_pattern(context: &Context, root: &Root) -> ToolError {
    ToolError::new(Kind::Absent, "vt weet niet wanneer jullie vergaderen.")
        .because("In regio.yaml staat geen `vergaderpatroon` dat vt kan lezen.")
        .try_command(format!("vt check {}/regio.yaml", context.named(&root.path)), "wat er mis is, en waar")
}

fn no_meeting(day: NaiveDate, calendar: &Calendar, moved: Option<NaiveDate>, context: &Context) -> ToolError {
    let command = |day: NaiveDate| paste::command(&format!("agenda {day}"), context);
    let mut error = match calendar.why_not(day) {
        Some(NoMeeting::Cancelled) => ToolError::new(Kind::Absent, "deze vergadering gaat niet door."),
        Some(NoMeeting::Holiday(name)) => {
            ToolError::new(Kind::Absent, "op die dag is geen vergadering.").because(format!("Het is {name}."))
        }
        Some(NoMeeting::Vacation(name)) => {
            ToolError::new(Kind::Absent, "op die dag is geen vergadering.").because(format!("Het is {name}."))
        }
        _ => ToolError::new(Kind::Absent, "op die dag is geen vergadering."),
    };
    if let Some(moved) = moved {
        error = error.because(format!("De casussen gaan naar {}.", words::day_in_words(moved)));
        return error.try_command(command(moved), words::day_in_words(moved));
    }
    for near in calendar.nearest(day) {
        error = error.try_command(command(near), words::day_in_words(near));
    }
    error
}

fn no_region(problem: ReadProblem, context: &Context, root: &Root) -> ToolError {
    let cause = match problem {
        ReadProblem::Absent => "Er is geen regio.yaml meer.",
        ReadProblem::NotAllowed => "Je mag regio.yaml niet lezen.",
        ReadProblem::Failed => "vt kan regio.yaml niet openen, of begrijpt niet wat er staat.",
    };
    let error = ToolError::new(Kind::Io, "vt kan de regio van deze teammap niet lezen.").because(cause);
    error.try_command(format!("vt check {}/regio.yaml", context.named(&root.path)), "wat er mis is, en waar")
}
