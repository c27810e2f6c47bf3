//! The seats by turn, from the published roster (chapter 2: CVC'er, Gecertificeerde
//! Instellingen).

use super::{Absent, NietBezet, Plaats, Reden, Tafel, Waarom};
use crate::model::{Groep, TafelRol, Zetel};
use crate::store::Team;
use chrono::{Datelike, NaiveDate};

/// Seats those whose turn it is. Of a shared seat the municipality that the roster names;
/// when that one is away the other comes.
pub(super) fn seat(tafel: &mut Tafel, team: &Team, day: NaiveDate, absent: &Absent<'_>) {
    for groep in team.regio.toerbeurt.values() {
        let Some(rol) = groep.rol else { continue };
        let names = turns(team, groep, day);
        let wanted = groep.aantal.unwrap_or(1).max(1) as usize;
        for name in &names {
            match sits(team, groep, rol, name, day, absent) {
                Ok(mut plaats) => {
                    plaats.groep.clone_from(&groep.groep);
                    tafel.plaatsen.push(plaats);
                }
                Err(organisation) => tafel.niet_bezet.push(empty(groep, rol, Some(organisation), Waarom::Afwezig)),
            }
        }
        for _ in names.len()..wanted {
            tafel.niet_bezet.push(empty(groep, rol, None, Waarom::GeenRooster));
        }
    }
}

fn empty(groep: &Groep, rol: TafelRol, organisatie: Option<String>, waarom: Waarom) -> NietBezet {
    NietBezet { rol, groep: groep.groep.clone(), organisatie, voor: None, waarom }
}

/// Whose turn it is: the roster's line; without one the swaps of that day.
fn turns(team: &Team, groep: &Groep, day: NaiveDate) -> Vec<String> {
    let Some(rooster) = team.roosters.get(&day.year()) else { return Vec::new() };
    let line = rooster.beurten.get(&crate::model::Datum(day));
    let of_group = line.and_then(|line| line.get(groep.groep.as_deref()?));
    if let Some(names) = of_group {
        return names.values().cloned().collect();
    }
    let swaps = rooster.ruilingen.values().filter(|swap| {
        swap.datum.is_some_and(|datum| datum.0 == day) && swap.groep.is_some() && swap.groep == groep.groep
    });
    swaps.filter_map(|swap| swap.zetel.clone()).collect()
}

/// Who sits in the turn of this name, or whose seat stays empty.
fn sits(
    team: &Team,
    groep: &Groep,
    rol: TafelRol,
    name: &str,
    day: NaiveDate,
    absent: &Absent<'_>,
) -> Result<Plaats, String> {
    let own = team.regio.naam_van(name, day).to_owned();
    let same = |other: &str| team.regio.zelfde(other, name, day);
    let shared = |zetel: &&Zetel| zetel.naam.as_deref() == Some(name) || zetel.gemeenten.values().any(|g| same(g));
    let shared = groep.zetels.values().filter(|zetel| !zetel.gemeenten.is_empty()).find(shared);
    let others = shared.into_iter().flat_map(|zetel| zetel.gemeenten.values());
    let named_seat = shared.is_some_and(|zetel| zetel.naam.as_deref() == Some(name));
    if !named_seat && !absent.is_away(rol, &own) {
        return Ok(Plaats::new(rol, &own, Reden::Toerbeurt));
    }
    if let Some(named) = absent.substitute(rol, &own) {
        let organisation = named.organisatie.as_deref().unwrap_or(&own);
        let mut plaats = Plaats::new(rol, team.regio.naam_van(organisation, day), Reden::Vervanging);
        plaats.naam.clone_from(&named.naam);
        plaats.vervangt = Some((rol, own));
        return Ok(plaats);
    }
    let free = others.filter(|other| named_seat || !same(other)).find(|other| !absent.is_away(rol, other));
    let Some(other) = free else { return Err(own) };
    let mut plaats = Plaats::new(rol, team.regio.naam_van(other, day), Reden::Toerbeurt);
    if !named_seat {
        plaats.vervangt = Some((rol, own));
        plaats.redenen.push(Reden::Vervanging);
    }
    Ok(plaats)
}
