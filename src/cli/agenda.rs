//! `vt agenda`: the agenda of a meeting, from the folder alone.

use super::args::{self, Formaat};
use super::context::Context;
use super::meeting::Asked;
use super::{Answer, paste};
use crate::agenda::Agenda;
use crate::output::{agenda_json, agenda_text, show_agenda};

/// Runs the command.
pub fn run(agenda: &args::Agenda, context: &Context) -> anyhow::Result<Answer> {
    let root = context.team("vt agenda")?;
    let offer = |day| paste::command(&format!("agenda {day}"), context);
    let asked = Asked { root: &root, context, offer: &offer };
    let (day, reading) = match agenda.datum {
        Some(day) => asked.on(day)?,
        None => asked.next(|_, _| true)?,
    };
    let made = Agenda::of(&reading, day);
    let mut answer = Answer { status: u8::from(!made.niet_gelezen.is_empty()), ..Answer::default() };
    let made = show_agenda(made, &reading.team);
    match agenda.formaat {
        Formaat::Tekst => agenda_text(&made, &context.screen, &mut answer.stdout)?,
        Formaat::Json => agenda_json(&made, &mut answer.stdout)?,
    }
    Ok(answer)
}
