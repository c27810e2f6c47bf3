//! The seats by turn, from the published roster (chapter 2: CVC'er, Gecertificeerde
//! Instellingen).

use super::{Absent, NietBezet, Plaats, Reden, Tafel, Waarom, named_instead, only_person};
use crate::model::{Datum, Groep, TafelRol, Zetel};
use crate::store::Team;
use chrono::{Datelike, NaiveDate};

/// No meeting has more places for one group; a larger figure is a slip of the pen.
const MOST_PLACES: u32 = 1000;

/// Seats those whose turn it is. Of a shared seat the municipality that the roster names;
/// when that one is away the other comes.
pub(super) fn seat(tafel: &mut Tafel, team: &Team, day: NaiveDate, absent: &Absent<'_>) {
    for groep in team.regio.toerbeurt.values() {
        let Some(rol) = groep.rol else { continue };
        let names = turns(team, groep, day);
        let wanted = groep.aantal.unwrap_or(1).clamp(1, MOST_PLACES) as usize;
        for name in &names {
            match sits(team, groep, rol, name, day, absent) {
                Ok(mut plaats) => {
                    plaats.groep.clone_from(&groep.groep);
                    plaats.voorlopig = team.voorlopig;
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
pub(super) fn turns(team: &Team, groep: &Groep, day: NaiveDate) -> Vec<String> {
    let Some(rooster) = team.roosters.get(&day.year()) else { return Vec::new() };
    let line = rooster.beurten.get(&Datum(day));
    if let Some(names) = line.and_then(|line| line.get(groep.groep.as_deref()?)) {
        return names.values().cloned().collect();
    }
    let swaps = rooster.ruilingen.values().filter(|swap| {
        swap.datum.is_some_and(|datum| datum.0 == day) && swap.groep.is_some() && swap.groep == groep.groep
    });
    swaps.filter_map(|swap| swap.zetel.clone()).collect()
}

/// The shared seat that is meant by its own name or by that of one of its municipalities.
pub(super) fn shared_seat<'a>(team: &Team, groep: &'a Groep, name: &str, day: NaiveDate) -> Option<&'a Zetel> {
    let of_it = |zetel: &&Zetel| zetel.gemeenten.values().any(|other| team.regio.zelfde(other, name, day));
    groep.zetels.values().find(|zetel| !zetel.gemeenten.is_empty() && (is_named(zetel, name) || of_it(zetel)))
}

fn is_named(zetel: &Zetel, name: &str) -> bool {
    zetel.naam.as_deref() == Some(name)
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
    let shared = shared_seat(team, groep, name, day);
    let others = shared.into_iter().flat_map(|zetel| zetel.gemeenten.values());
    let named_seat = shared.is_some_and(|zetel| is_named(zetel, name));
    let sits_there = |name: &str| {
        let name = team.regio.naam_van(name, day);
        let mut plaats = Plaats::new(rol, name, Reden::Toerbeurt);
        plaats.naam = only_person(team, rol, name, day);
        plaats
    };
    if !named_seat && !absent.is_away(rol, &own) {
        return Ok(sits_there(&own));
    }
    if let Some(named) = absent.substitute(rol, &own) {
        return Ok(named_instead(team, day, (rol, own), named));
    }
    let free = others.filter(|other| named_seat || !same(other)).find(|other| !absent.is_away(rol, other));
    let Some(other) = free else { return Err(own) };
    let mut plaats = sits_there(other);
    if !named_seat {
        plaats.vervangt = Some((rol, own));
        plaats.redenen.push(Reden::Vervanging);
    }
    Ok(plaats)
}
