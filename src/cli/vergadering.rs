//! `vt vergadering`: what is otherwise in one meeting than in the region, and who was there.

mod aanwezig;
mod away;
mod days;
mod seat;

use self::aanwezig::present;
use super::context::Context;
use super::desk::{Desk, Written};
use super::error::{Kind, ToolError};
use super::keyboard::typed;
use super::meeting::Asked;
use super::prompt::Prompt;
use super::write::turn;
use super::{Answer, args, paste};
use crate::agenda::Agenda;
use crate::calendar::words::day_in_words;
use crate::model::{Kloktijd, Vergadering};
use crate::output::{meeting_text, show_agenda};
use crate::pseudo::TeamFile;
use crate::rules::{MeetingRead, whole_calendar};
use crate::store::{Change, Folder, Root, Slot, Turn};
use crate::work::merge::Merge;
use chrono::NaiveDate;

/// Runs the command.
pub fn run(asked: &args::Vergadering, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    meet(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))
}

/// Changes the meeting with whoever is there.
pub(super) fn meet(
    asked: &args::Vergadering,
    context: &Context,
    prompt: Option<&mut dyn Prompt>,
) -> anyhow::Result<Answer> {
    let root = context.team("vt vergadering DATUM")?;
    if let Some(reason) = &asked.extra {
        return Ok(days::extra(asked, reason, &root, context)?);
    }
    let day = asked.datum;
    let reading = looked_at(&root, day, context)?;
    let desk = Desk::new(&root, &reading.team.regio, context);
    let meeting = Meeting { asked, day, reading: &reading, desk: &desk };
    if asked.aanwezig {
        context.by_the_clock()?;
        return Ok(present(&desk, &reading, day, asked, prompt)?);
    }
    if let Some(reason) = &asked.vervalt {
        context.by_the_clock()?;
        return Ok(meeting.cancelled(reason, prompt)?);
    }
    if asked.afmelden.is_some() || asked.aanmelden.is_some() {
        context.by_the_clock()?;
        return Ok(meeting.signed(prompt)?);
    }
    let Some(file) = meeting.change()? else {
        let shown = show_agenda(Agenda::of(&reading, day), &reading.team);
        let mut answer = Answer::default();
        meeting_text(&shown, &context.screen, &mut answer.stdout)?;
        return Ok(answer);
    };
    context.by_the_clock()?;
    let slot = Slot::Vergadering(day);
    let file = match desk.passed_for(&slot, &TeamFile::from(&file), &Merge::default(), prompt)? {
        Ok(file) => file,
        Err(answer) => return Ok(answer),
    };
    if desk.replaced.get() > 0 {
        // A label is no place where people can go.
        return Err(ToolError::new(Kind::Refused, "in de plaats staat de naam van iemand. Er is niets geschreven.")
            .because("Wie de agenda leest, mag daaruit geen gezin herkennen.")
            .advise("Schrijf het gebouw en het adres.")
            .advise("Heet het gebouw zo? Zet de plaats dan zelf in vergadering.yaml, met de naam bij `blijft_staan`.")
            .into());
    }
    let (_turn, reading) = meeting.again()?;
    let meeting = Meeting { reading: &reading, ..meeting };
    // With a time that somebody else changed meanwhile it may not go together.
    meeting.change()?;
    match desk.passed_over(&slot, desk.standing(&slot)?, &file, &Merge::default())? {
        Written::Change(change) => Ok(meeting.done(change, Vec::new(), Vec::new())?),
        Written::Stopped(answer) => Ok(answer),
    }
}

/// What stands of a meeting that takes place, with the whole calendar.
fn looked_at(root: &Root, day: NaiveDate, context: &Context) -> Result<MeetingRead, ToolError> {
    let offer = |day| paste::command(&format!("vergadering {day}"), context);
    let (_, mut reading) = Asked { root, context, offer: &offer }.on(day)?;
    reading.calendar = whole_calendar(&Folder::new(&root.path), &reading.team.regio);
    Ok(reading)
}

/// One meeting that is changed.
struct Meeting<'a> {
    asked: &'a args::Vergadering,
    day: NaiveDate,
    reading: &'a MeetingRead,
    desk: &'a Desk<'a>,
}

impl Meeting<'_> {
    /// What is asked to be otherwise; nothing when nothing is.
    fn change(&self) -> Result<Option<Vergadering>, ToolError> {
        let args::Vergadering { begin, eind, locatie, .. } = self.asked;
        let own = self.own();
        let pattern = self.reading.team.regio.vergaderpatroon.as_ref();
        let from = begin.or(own.and_then(|own| own.begin)).or(pattern.and_then(|pattern| pattern.begin));
        let to = eind.or(own.and_then(|own| own.eind)).or(pattern.and_then(|pattern| pattern.eind));
        if (begin.is_some() || eind.is_some()) && from.zip(to).is_some_and(|(from, to)| to.0 <= from.0) {
            return Err(ToolError::new(Kind::Usage, "het eind ligt niet na het begin. Er is niets geschreven.")
                .advise("Geef --begin en --eind samen, zoals --begin 13:00 --eind 16:00."));
        }
        if begin.is_none() && eind.is_none() && locatie.is_none() {
            return Ok(None);
        }
        Ok(Some(Vergadering { begin: *begin, eind: *eind, locatie: locatie.clone(), ..Vergadering::default() }))
    }

    /// What the meeting says about itself.
    fn own(&self) -> Option<&Vergadering> {
        self.reading.team.meetings.get(&self.day).and_then(|meeting| meeting.vergadering.as_ref())
    }

    /// The turn, once there is nothing more to ask, and what stands there now.
    fn again(&self) -> Result<(Turn, MeetingRead), ToolError> {
        let turn = turn(self.desk.root)?;
        Ok((turn, looked_at(self.desk.root, self.day, self.desk.context)?))
    }

    /// Carries it out; says what it does, and which commands go on from there.
    fn done(
        &self,
        change: Option<Change>,
        told: Vec<String>,
        mut next: Vec<(String, String)>,
    ) -> Result<Answer, ToolError> {
        let agenda = paste::command(&format!("agenda {}", self.day), self.desk.context);
        next.push((agenda, "de agenda, en wie er nu komt".to_owned()));
        let said = std::iter::once(format!("Opgeschreven bij {}.", day_in_words(self.day))).chain(told).collect();
        self.desk.done(&change.into_iter().collect::<Vec<_>>(), self.asked.droog, said, &next)
    }
}

/// A time of the clock, as a person types it.
pub fn clock(text: &str) -> Result<Kloktijd, &'static str> {
    text.parse().map_err(|_| "geen tijd")
}
