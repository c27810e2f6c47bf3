//! `vt rooster`: the fairest turns of a year, from the folder alone.

use super::args::{self, RoosterFormaat};
use super::context::Context;
use super::error::{Kind, ToolError};
use super::rooster_write::{absent, publish, trade};
use super::{Answer, paste};
use crate::calendar::words;
use crate::output::{rooster_csv, rooster_fair, rooster_json, rooster_text, rooster_why, show_rooster};
use crate::roster::Jaarrooster;
use crate::rules::{MeetingRead, read_year};
use crate::store::{Folder, Root};
use chrono::{Datelike, NaiveDate};
use std::path::Path;

/// What a roster is made from, and the roster.
pub struct Planned<'a> {
    /// The team's folder.
    pub root: &'a Root,
    /// What surrounds the command.
    pub context: &'a Context,
    /// What was read.
    pub reading: &'a MeetingRead,
    /// The year.
    pub jaar: i32,
}

/// Runs the command.
pub fn run(asked: &args::Rooster, context: &Context) -> anyhow::Result<Answer> {
    let root = context.team("vt rooster")?;
    let jaar = year(asked, context);
    let reading = read(&root, context, jaar)?;
    let planned = Planned { root: &root, context, reading: &reading, jaar };
    if asked.vastleggen {
        return Ok(publish(&planned, asked.droog)?);
    }
    if !asked.ruil.is_empty() {
        return Ok(trade(&planned, asked)?);
    }
    if let Some(organisation) = &asked.afwezig {
        let span = (asked.van.unwrap_or(context.today), asked.tot.unwrap_or(context.today));
        return Ok(absent(&planned, organisation, span, asked.droog)?);
    }
    let rooster = planned.rooster()?;
    if let Some(day) = asked.waarom {
        planned.is_meeting(&rooster, day, |day| format!("rooster --waarom {day}"))?;
    }
    let shown = show_rooster(rooster, &reading.team);
    let mut answer = Answer::default();
    let out = &mut answer.stdout;
    match (asked.waarom, asked.eerlijkheid, asked.formaat) {
        (Some(day), ..) => rooster_why(&shown, day, &context.screen, out)?,
        (_, true, _) => rooster_fair(&shown, &context.screen, out)?,
        (.., RoosterFormaat::Tekst) => rooster_text(&shown, &context.screen, context.quiet, out)?,
        (.., RoosterFormaat::Json) => rooster_json(&shown, out)?,
        (.., RoosterFormaat::Csv) => rooster_csv(&shown, out)?,
    }
    Ok(answer)
}

/// The year that the days are in that were asked about, else the year itself.
fn year(asked: &args::Rooster, context: &Context) -> i32 {
    let day = asked.waarom.or(asked.ruil.first().copied()).or(asked.van);
    day.map(|day| day.year()).or(asked.jaar).unwrap_or(context.today.year())
}

/// Reads what the turns follow from. A roster from half of the files would be another one.
fn read(root: &Root, context: &Context, jaar: i32) -> Result<MeetingRead, ToolError> {
    let check = || {
        let folder = paste::quoted(Path::new(&context.named(&root.path)));
        format!("vt check {folder}")
    };
    let reading = read_year(&Folder::new(&root.path), jaar).map_err(|_| {
        ToolError::new(Kind::Io, "vt kan de regio van deze teammap niet lezen.")
            .because("vt kan regio.yaml niet openen, of begrijpt niet wat er staat.")
            .try_command(check(), "wat er mis is, en waar")
    })?;
    if reading.unreadable.is_empty() {
        return Ok(reading);
    }
    let kinds = [("rooster/", "het rooster"), ("afwezigheid/", "de afwezigheid")];
    let file = &reading.unreadable[0].file;
    let what = kinds.iter().find(|(start, _)| file.starts_with(start)).map_or("een vergadering", |(_, name)| name);
    Err(ToolError::new(Kind::Io, format!("vt kan {what} niet helemaal lezen."))
        .because("Met een deel van de bestanden zou er een ander rooster uitkomen.")
        .try_command(check(), "wat er mis is, en waar"))
}

impl Planned<'_> {
    /// The roster of the year.
    pub fn rooster(&self) -> Result<Jaarrooster, ToolError> {
        let MeetingRead { team, calendar, .. } = self.reading;
        let rooster = Jaarrooster::of(team, calendar, self.jaar, self.context.today);
        if rooster.groepen.is_empty() {
            return Err(ToolError::new(Kind::Absent, "er zijn geen zetels bij toerbeurt.")
                .because("In regio.yaml staat bij `toerbeurt` geen groep.")
                .advise("Zet in regio.yaml bij `toerbeurt` de groepen met hun zetels."));
        }
        let has_day = rooster.groepen.iter().any(|groep| !groep.beurten.is_empty());
        if !has_day {
            return Err(ToolError::new(Kind::Absent, "in dat jaar is er geen vergadering om te verdelen.")
                .because("Uit `vergaderpatroon` en `extra` in regio.yaml volgt geen dag, of het jaar is voorbij.")
                .advise("Kijk het jaar na, of zet bij `vergaderpatroon` op welke dag jullie vergaderen."));
        }
        Ok(rooster)
    }

    /// Whether there is a meeting in the roster on this day.
    pub fn is_meeting(
        &self,
        rooster: &Jaarrooster,
        day: NaiveDate,
        offer: impl Fn(NaiveDate) -> String,
    ) -> Result<(), ToolError> {
        let in_roster = rooster.groepen.iter().flat_map(|groep| &groep.beurten).any(|komst| komst.datum == day);
        if in_roster || self.reading.calendar.is_meeting(day) {
            return Ok(());
        }
        let mut error = ToolError::new(Kind::Absent, "op die dag is geen vergadering.");
        for near in self.reading.calendar.nearest(day) {
            error = error.try_command(paste::command(&offer(near), self.context), words::day_in_words(near));
        }
        Err(error)
    }
}
