//! The command that hands a card in, as the step after a conversation about it.

use super::context::Context;
use super::lijst::{in_time, until};
use super::paste;
use super::pseudonimiseer::handed_in;
use crate::calendar::Calendar;
use crate::model::{Casus, Koppeling, Regio};
use crate::store::{Root, read};
use crate::yaml::parse;
use std::path::Path;

/// A command, and what it does or until when.
pub type Step = (String, String);

/// For the meeting to come in which the case stands already, else the first for which it can still
/// be handed in; none when there is no meeting in sight.
pub fn step(card: &Path, team: Option<&Root>, regio: &Regio, context: &Context) -> Option<Step> {
    let named = paste::quoted(Path::new(&context.named(card)));
    let command = |day| format!("vt inbrengen {named} --vergadering {day}");
    let casus = card.parent().and_then(casus_of);
    if let Some(day) = casus.zip(team).and_then(|(casus, team)| handed_in(team, casus, context)) {
        return Some((command(day), "brengt de kaart opnieuw in".to_owned()));
    }
    let calendar = Calendar::new(regio);
    let day = in_time(&calendar, context.today)?;
    Some((command(day), format!("brengt de kaart in; dat kan {}", until(calendar.last_day(day), context.today))))
}

/// The case of a dossier, when it has one.
pub fn casus_of(folder: &Path) -> Option<Casus> {
    let bytes = read(&folder.join("koppeling.yaml")).ok()?;
    Casus::read(&parse(&bytes).ok()?.read::<Koppeling>().0?.casus?).ok()
}
