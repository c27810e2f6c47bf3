//! `vt agenda`: the agenda of a meeting, from the folder alone, and noting that it was sent.

use super::args::{self, Formaat};
use super::context::Context;
use super::desk::{Desk, Written};
use super::error::{Kind, ToolError};
use super::meeting::Asked;
use super::{Answer, paste};
use crate::agenda::Agenda;
use crate::calendar::words::day_in_words;
use crate::output::{agenda_json, agenda_text, escape, show_agenda};
use crate::pseudo::TeamFile;
use crate::rules::MeetingRead;
use crate::store::{Root, Slot};
use crate::work::merge::Merge;
use crate::work::verzonden::verzonden;
use chrono::NaiveDate;

/// Runs the command.
pub fn run(agenda: &args::Agenda, context: &Context) -> anyhow::Result<Answer> {
    let root = context.team("vt agenda")?;
    let offer = |day| paste::command(&format!("agenda {day}"), context);
    let asked = Asked { root: &root, context, offer: &offer };
    let (day, reading) = match agenda.datum {
        Some(day) => asked.on(day)?,
        None => asked.next(|_, _| true)?,
    };
    if agenda.verzonden {
        return Ok(sent(agenda, context, &root, &reading, day)?);
    }
    let mut made = Agenda::of(&reading, day);
    if let Some(who) = &agenda.voor
        && !made.keep_for(who, &reading.team.regio)
    {
        return Err(nobody(&made).into());
    }
    let mut answer = Answer { status: u8::from(!made.niet_gelezen.is_empty()), ..Answer::default() };
    let made = show_agenda(made, &reading.team);
    match agenda.formaat {
        Formaat::Tekst => agenda_text(&made, &context.screen, &mut answer.stdout)?,
        Formaat::Json => agenda_json(&made, &mut answer.stdout)?,
    }
    Ok(answer)
}

/// Who comes, for one who typed another name.
fn nobody(agenda: &Agenda) -> ToolError {
    let mut names: Vec<String> = Vec::new();
    for name in agenda.tafel.plaatsen.iter().filter_map(|plaats| plaats.organisatie.as_deref()) {
        let name = escape::flat(name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    ToolError::new(Kind::Absent, "die komt niet bij deze vergadering.")
        .because(format!("Aan tafel komen: {}.", names.join(", ")))
        .advise("Geef achter --voor een organisatie of een naam zoals op de agenda.")
}

/// `--verzonden`: notes to whom the agenda was sent, and with which version of each card.
fn sent(
    asked: &args::Agenda,
    context: &Context,
    root: &Root,
    reading: &MeetingRead,
    day: NaiveDate,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let made = Agenda::of(reading, day);
    if !made.niet_gelezen.is_empty() {
        return Err(ToolError::new(
            Kind::Refused,
            "een deel van deze vergadering is niet te lezen. Er is niets geschreven.",
        )
        .try_command(paste::command(&format!("agenda {day}"), context), "wat er niet te lezen is"));
    }
    if let Some(casus) = made.te_besluiten.first() {
        let all: Vec<String> = made.te_besluiten.iter().map(ToString::to_string).collect();
        return Err(ToolError::new(Kind::Refused, "over een casus is nog niet besloten. Er is niets geschreven.")
            .because(format!("Te besluiten: {}.", all.join(", ")))
            .try_command(
                paste::command(&format!("besluit {casus} --vergadering {day}"), context),
                "het eerste besluit",
            ));
    }
    let regio = &reading.team.regio;
    let mut aan = Vec::new();
    for name in &asked.aan {
        let known = regio.bekend(name, day).map(|known| known.naam.to_owned());
        let at_table = || made.tafel.plaatsen.iter().filter_map(|plaats| plaats.organisatie.clone());
        let found = known.or_else(|| at_table().find(|own| regio.zelfde(own, name, day)));
        aan.push(found.ok_or_else(|| {
            ToolError::new(Kind::Absent, "deze organisatie kent vt niet. Er is niets geschreven.")
                .advise("Schrijf haar naam zoals in regio.yaml of op de agenda.")
        })?);
    }
    let file = verzonden(&made, &reading.team, day, context.now, aan);
    let desk = Desk::new(root, regio, context);
    let change = match desk.file(&Slot::Verzonden(day), &TeamFile::from(&file), &Merge::default(), None)? {
        Written::Change(change) => change,
        Written::Stopped(answer) => return Ok(answer),
    };
    let to = file.aan.values().map(|name| escape::flat(name)).collect::<Vec<_>>().join(", ");
    let said = format!("Genoteerd: de agenda van {} is verzonden aan {to}.", day_in_words(day));
    desk.done(&change.into_iter().collect::<Vec<_>>(), asked.droog, vec![said], &[])
}
