//! The meeting that a command is about: the one of a day that was asked for, or the first
//! that fits.

use super::context::Context;
use super::error::{Kind, ToolError};
use super::paste;
use crate::calendar::{Calendar, NoMeeting, words};
use crate::model::Regio;
use crate::rules::{MeetingRead, read_meeting, read_regio, whole_calendar};
use crate::store::{Folder, ReadProblem, Root};
use chrono::NaiveDate;
use std::path::Path;

/// Who asks for a meeting, and of which team's folder.
pub struct Asked<'a> {
    /// The team's folder.
    pub root: &'a Root,
    /// What surrounds the command.
    pub context: &'a Context,
    /// The same command for another day.
    pub offer: &'a dyn Fn(NaiveDate) -> String,
}

impl Asked<'_> {
    /// The meeting of this day.
    pub fn on(&self, day: NaiveDate) -> Result<(NaiveDate, MeetingRead), ToolError> {
        let reading =
            read_meeting(&self.folder(), day).map_err(|problem| no_region(problem, self.root, self.context))?;
        if reading.calendar.is_meeting(day) {
            return Ok((day, reading));
        }
        if reading.team.regio.vergaderpatroon.is_none() && reading.team.regio.extra.is_empty() {
            return Err(self.no_pattern());
        }
        let vergadering = reading.team.meetings.get(&day).and_then(|meeting| meeting.vergadering.as_ref());
        let moved = vergadering.and_then(|vergadering| vergadering.vervalt.as_ref()?.naar).map(|naar| naar.0);
        Err(self.no_meeting(day, &reading, moved))
    }

    /// The region, when it says when the team meets.
    pub fn is_planned(&self) -> Result<Regio, ToolError> {
        let regio = read_regio(&self.folder()).map_err(|problem| no_region(problem, self.root, self.context))?;
        if regio.vergaderpatroon.is_none() && regio.extra.is_empty() {
            return Err(self.no_pattern());
        }
        Ok(regio)
    }

    /// The first meeting from today that was not cancelled and fits.
    pub fn next(&self, fits: impl Fn(&Calendar, NaiveDate) -> bool) -> Result<(NaiveDate, MeetingRead), ToolError> {
        let folder = self.folder();
        let regio = self.is_planned()?;
        let calendar = Calendar::new(&regio);
        let mut from = Some(self.context.today);
        while let Some(day) = from.and_then(|from| calendar.next(from)) {
            if fits(&calendar, day) {
                let reading =
                    read_meeting(&folder, day).map_err(|problem| no_region(problem, self.root, self.context))?;
                if reading.calendar.is_meeting(day) {
                    return Ok((day, reading));
                }
            }
            from = day.succ_opt();
        }
        Err(ToolError::new(Kind::Absent, "er komt geen vergadering meer aan.")
            .because("Uit `vergaderpatroon` en `extra` in regio.yaml volgt geen dag na vandaag.")
            .advise("Zet bij `vergaderpatroon` in regio.yaml op welke dag jullie vergaderen."))
    }

    fn folder(&self) -> Folder {
        Folder::new(&self.root.path)
    }

    fn no_pattern(&self) -> ToolError {
        ToolError::new(Kind::Absent, "vt weet niet wanneer jullie vergaderen.")
            .because("In regio.yaml staat geen `vergaderpatroon` dat vt kan lezen.")
            .try_command(check_file(self.root, "regio.yaml", self.context), "wat er mis is, en waar")
    }

    fn no_meeting(&self, day: NaiveDate, reading: &MeetingRead, moved: Option<NaiveDate>) -> ToolError {
        let regio = &reading.team.regio;
        let mut error = match reading.calendar.why_not(day) {
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
            return error.try_command((self.offer)(moved), words::day_in_words(moved));
        }
        for near in whole_calendar(&self.folder(), regio).nearest(day) {
            error = error.try_command((self.offer)(near), words::day_in_words(near));
        }
        error
    }
}

/// What is said when `regio.yaml` can't be read.
pub fn no_region(problem: ReadProblem, root: &Root, context: &Context) -> ToolError {
    let cause = match problem {
        ReadProblem::Absent => "Er is geen regio.yaml meer.",
        ReadProblem::NotAllowed => "Je mag regio.yaml niet lezen.",
        ReadProblem::Failed => "vt kan regio.yaml niet openen, of begrijpt niet wat er staat.",
    };
    let error = ToolError::new(Kind::Io, "vt kan de regio van deze teammap niet lezen.").because(cause);
    error.try_command(check_file(root, "regio.yaml", context), "wat er mis is, en waar")
}

/// The check of one file of the team's folder.
pub fn check_file(root: &Root, file: &str, context: &Context) -> String {
    let named = format!("{}/{file}", context.named(&root.path));
    format!("vt check {}", paste::quoted(Path::new(&named)))
}
