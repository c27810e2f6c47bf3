//! The fixed seats and their substitutes (chapter 2: Voorzitter, Gedragswetenschapper).

use super::{Absent, NietBezet, Plaats, Reden, Tafel, Waarom};
use crate::model::{TafelRol, VasteDeelnemer};
use crate::store::Team;
use chrono::NaiveDate;

/// Someone by role and organisation.
type Person = (TafelRol, String);

/// Seats the fixed participants. Who is away is replaced by the first of `vervanging` who
/// is free; who takes another's seat leaves an own one, which is then filled in the same
/// way. Nobody takes two seats.
pub(super) fn seat(tafel: &mut Tafel, team: &Team, day: NaiveDate, absent: &Absent<'_>) {
    let name = |organisation: Option<&String>| {
        let organisation = organisation.map_or("", String::as_str);
        team.regio.naam_van(organisation, day).to_owned()
    };
    let seats: Vec<(TafelRol, String, &VasteDeelnemer)> = team
        .regio
        .vaste_deelnemers
        .values()
        .filter_map(|seat| Some((seat.rol?, name(seat.organisatie.as_ref()), seat)))
        .collect();
    // Who was named by hand for a seat is no longer free for another.
    let mut taken: Vec<Person> = seats
        .iter()
        .filter_map(|(rol, organisation, _)| {
            let named = absent.substitute(*rol, organisation)?;
            Some((*rol, name(named.organisatie.as_ref())))
        })
        .collect();
    for (rol, organisation, seat) in &seats {
        let own = (*rol, organisation.clone());
        let noted = absent.substitute(*rol, organisation);
        let left_for_another = taken.contains(&own) && noted.is_none();
        if !absent.is_away(*rol, organisation) && !left_for_another {
            tafel.plaatsen.push(Plaats::new(*rol, organisation, Reden::Vast));
            continue;
        }
        if let Some(named) = noted {
            let mut plaats = Plaats::new(*rol, &name(named.organisatie.as_ref()), Reden::Vervanging);
            plaats.naam.clone_from(&named.naam);
            plaats.vervangt = Some(own);
            tafel.plaatsen.push(plaats);
            continue;
        }
        let candidates = seat.vervanging.values();
        let candidates = candidates.filter_map(|one| Some((one.rol?, name(one.organisatie.as_ref()))));
        let candidates: Vec<Person> = candidates.collect();
        let free = |candidate: &Person| !absent.is_away(candidate.0, &candidate.1) && !taken.contains(candidate);
        if let Some(substitute) = candidates.iter().find(|one| free(one)).cloned() {
            let mut plaats = Plaats::new(*rol, &substitute.1, Reden::Vervanging);
            plaats.vervangt = Some(own);
            tafel.plaatsen.push(plaats);
            taken.push(substitute);
        } else {
            let waarom = if candidates.is_empty() { Waarom::Afwezig } else { Waarom::GeenVervanging };
            let organisatie = Some(organisation.clone());
            tafel.niet_bezet.push(NietBezet { rol: *rol, groep: None, organisatie, voor: None, waarom });
        }
    }
}
