//! That an agenda was sent: when, to whom, and with which version of each card.

use crate::agenda::Agenda;
use crate::model::{Moment, Verzonden};
use crate::store::Team;
use chrono::NaiveDate;

/// What is noted of the agenda of a meeting as it stands now. Nobody is named twice.
#[must_use]
pub fn verzonden(agenda: &Agenda, team: &Team, day: NaiveDate, op: Moment, aan: Vec<String>) -> Verzonden {
    let mut to: Vec<String> = Vec::new();
    let organisations = agenda.tafel.plaatsen.iter().filter_map(|plaats| plaats.organisatie.clone());
    for name in if aan.is_empty() { organisations.collect() } else { aan } {
        if !to.iter().any(|known| team.regio.zelfde(known, &name, day)) {
            to.push(name);
        }
    }
    let cards = agenda.zaken.iter().filter_map(|punt| {
        let zaak = crate::route::zaak(team, day, punt.casus)?;
        let hash = team.case(zaak.kaart_in, punt.casus)?.kaart_hash.clone()?;
        Some((punt.casus.to_string(), hash))
    });
    Verzonden { op: Some(op), aan: to.into_iter().collect(), kaarten: cards.collect(), ..Verzonden::default() }
}
