//! `vt agenda`: the agenda of a meeting. Its rendering comes with `output::agenda`.

use super::args;
use super::context::Context;
use super::error::{Kind, ToolError};
use super::{Answer, args::Formaat};
use crate::store::Root;
use chrono::NaiveDate;

/// Runs the command.
pub fn run(agenda: &args::Agenda, context: &Context) -> anyhow::Result<Answer> {
    let root = context.team("vt agenda")?;
    make(&root, agenda.datum, agenda.formaat, context)
}

/// PLACEHOLDER: to be replaced by one call that reads the meeting and renders its agenda.
fn make(_root: &Root, _day: Option<NaiveDate>, _formaat: Formaat, _context: &Context) -> anyhow::Result<Answer> {
    Err(ToolError::new(Kind::Usage, "de agenda wordt nog gebouwd.").into())
}
