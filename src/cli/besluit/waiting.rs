//! The cases that wait for a decision of the chair, for who names none.

use crate::agenda::Agenda;
use crate::cli::context::Context;
use crate::cli::error::ToolError;
use crate::cli::meeting::Asked;
use crate::cli::{Answer, paste};
use crate::output::{show_agenda, waiting_text};
use crate::store::Root;
use chrono::NaiveDate;

/// Those of the meeting that was asked for, else of the next.
pub(super) fn waiting(root: &Root, day: Option<NaiveDate>, context: &Context) -> Result<Answer, ToolError> {
    let offer = |day| paste::command(&format!("besluit --vergadering {day}"), context);
    let asked = Asked { root, context, offer: &offer };
    let (day, reading) = match day {
        Some(day) => asked.on(day)?,
        None => asked.next(|_, _| true)?,
    };
    let made = Agenda::of(&reading, day);
    let status = u8::from(!made.niet_gelezen.is_empty());
    let command = |casus| paste::command(&format!("besluit {casus} --vergadering {day}"), context);
    let agenda = paste::command(&format!("agenda {day}"), context);
    let text = waiting_text(&show_agenda(made, &reading.team), &command, &agenda, &context.screen);
    Ok(Answer { stdout: text.into_bytes(), status, ..Answer::default() })
}
