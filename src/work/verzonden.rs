//! That an agenda was sent: when, to whom, and with which version of each card.

use crate::agenda::Agenda;
use crate::model::{EerderVerzonden, Moment, Verzonden};
use crate::store::Team;
use std::collections::BTreeMap;

/// What is noted of the agenda of a meeting as it stands now, beside what was noted before.
/// Nobody is named twice.
///
/// Whoever gets the cards that others got before is added to them; when a card changed since, what
/// was sent before moves to `eerder`, and everybody who gets it now is named anew. Lists hold what
/// is added to those in the file.
#[must_use]
pub fn verzonden(agenda: &Agenda, team: &Team, before: Option<&Verzonden>, op: Moment, aan: Vec<String>) -> Verzonden {
    let day = agenda.day;
    let cards = agenda.zaken.iter().filter_map(|punt| {
        let zaak = crate::route::zaak(team, day, punt.casus)?;
        let hash = team.case(zaak.kaart_in, punt.casus)?.kaart_hash.clone()?;
        Some((punt.casus.to_string(), hash))
    });
    let kaarten: BTreeMap<String, String> = cards.collect();
    let same = |before: &&Verzonden| {
        let lower = before.kaarten.iter().map(|(casus, hash)| (casus.to_lowercase(), hash.to_lowercase()));
        lower.collect::<BTreeMap<_, _>>() == kaarten
    };
    let known: Vec<String> = before.filter(same).into_iter().flat_map(|own| own.aan.values().cloned()).collect();
    let is_added = before.is_some_and(|before| same(&before));
    let mut to: Vec<String> = Vec::new();
    let organisations = agenda.tafel.plaatsen.iter().filter_map(|plaats| plaats.organisatie.clone());
    for name in if aan.is_empty() { organisations.collect() } else { aan } {
        if !known.iter().chain(&to).any(|known| team.regio.zelfde(known, &name, day)) {
            to.push(name);
        }
    }
    let aan = to.into_iter().collect();
    if is_added {
        return Verzonden { aan, ..Verzonden::default() };
    }
    let earlier = before.map(|own| EerderVerzonden { op: own.op, aan: own.aan.clone(), kaarten: own.kaarten.clone() });
    let eerder = earlier.map(|one| std::iter::once(one).collect()).unwrap_or_default();
    Verzonden { op: Some(op), aan, kaarten, eerder, ..Verzonden::default() }
}
