//! The fixed seats and their substitutes (chapter 2: Voorzitter, Gedragswetenschapper).

use super::{Absent, NietBezet, Plaats, Reden, Tafel, Waarom, named_instead, only_person};
use crate::model::TafelRol;
use crate::store::Team;
use chrono::NaiveDate;

/// Someone by role and organisation.
type Person = (TafelRol, String);

/// A fixed seat with its substitutes, names as the region writes them.
struct Seat {
    own: Person,
    substitutes: Vec<Person>,
}

/// Seats the fixed participants. Who is away is replaced by the first of `vervanging` who
/// is free; who takes another's seat leaves an own one, which is then filled in the same
/// way. Nobody takes two seats.
pub(super) fn seat(tafel: &mut Tafel, team: &Team, day: NaiveDate, absent: &Absent<'_>) {
    let seats = seats(team, day);
    // Who was named by hand for a seat is no longer free for another.
    let by_hand = seats.iter().filter_map(|seat| {
        let (rol, own) = &seat.own;
        let organisation = absent.substitute(*rol, own)?.organisatie.as_deref()?;
        let organisation = team.regio.naam_van(organisation, day);
        let known = seat.substitutes.iter().find(|(_, name)| name == organisation);
        Some(known.cloned().unwrap_or_else(|| (*rol, organisation.to_owned()))).filter(|named| *named != seat.own)
    });
    let mut taken: Vec<Person> = by_hand.collect();
    for Seat { own, substitutes } in seats {
        let (rol, organisation) = (own.0, own.1.as_str());
        if let Some(named) = absent.substitute(rol, organisation) {
            tafel.plaatsen.push(named_instead(team, day, own, named));
            continue;
        }
        if !absent.is_away(rol, organisation) && !taken.contains(&own) {
            let mut plaats = Plaats::new(rol, organisation, Reden::Vast);
            plaats.naam = only_person(team, rol, organisation, day);
            tafel.plaatsen.push(plaats);
            continue;
        }
        let waarom = if substitutes.is_empty() { Waarom::Afwezig } else { Waarom::GeenVervanging };
        let mut free = substitutes.into_iter().filter(|(rol, name)| !absent.is_away(*rol, name));
        if let Some(substitute) = free.find(|one| !taken.contains(one)) {
            let mut plaats = Plaats::new(rol, &substitute.1, Reden::Vervanging);
            plaats.naam = only_person(team, substitute.0, &substitute.1, day);
            plaats.vervangt = Some(own);
            tafel.plaatsen.push(plaats);
            taken.push(substitute);
        } else {
            tafel.niet_bezet.push(NietBezet { rol, groep: None, organisatie: Some(own.1), voor: None, waarom });
        }
    }
}

fn seats(team: &Team, day: NaiveDate) -> Vec<Seat> {
    let person = |rol: Option<TafelRol>, organisation: Option<&String>| {
        Some((rol?, team.regio.naam_van(organisation.map_or("", String::as_str), day).to_owned()))
    };
    let seats = team.regio.vaste_deelnemers.values().filter_map(|seat| {
        let substitutes = seat.vervanging.values();
        let substitutes = substitutes.filter_map(|one| person(one.rol, one.organisatie.as_ref())).collect();
        Some(Seat { own: person(seat.rol, seat.organisatie.as_ref())?, substitutes })
    });
    seats.collect()
}
