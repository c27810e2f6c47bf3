//! Who is away on the day of a meeting, and who was named in their place.

use super::turns::{shared_seat, turns};
use crate::model::{Afgemeld, Casus, Deelnemer, TafelRol};
use crate::store::{Team, name_as_file};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// Who is away on the day of a meeting.
pub struct Absent<'a> {
    team: &'a Team,
    day: NaiveDate,
    /// With their place in the file.
    afgemeld: Vec<(usize, &'a Afgemeld)>,
}

impl<'a> Absent<'a> {
    /// From the absences of the organisations and from what this meeting notes.
    #[must_use]
    pub fn of(team: &'a Team, day: NaiveDate) -> Self {
        let vergadering = team.meetings.get(&day).and_then(|meeting| meeting.vergadering.as_ref());
        let afgemeld = vergadering.into_iter().flat_map(|vergadering| vergadering.afgemeld.iter()).collect();
        Self { team, day, afgemeld }
    }

    /// What this meeting notes about someone in this role of this organisation.
    #[must_use]
    pub fn noted(&self, rol: TafelRol, organisation: &str) -> Option<&'a Afgemeld> {
        self.afgemeld.iter().map(|(_, entry)| *entry).find(|entry| {
            let name = entry.organisatie.as_deref();
            entry.rol == Some(rol) && name.is_none_or(|name| self.team.regio.zelfde(name, organisation, self.day))
        })
    }

    /// Whether an organisation wrote that it is away that day. It empties seats, not
    /// inbrengers nor responsible municipalities.
    #[must_use]
    pub fn is_organisation_away(&self, organisation: &str) -> bool {
        let name = name_as_file(self.team.regio.naam_van(organisation, self.day));
        let Some(absences) = self.team.afwezigheid.get(&name) else { return false };
        absences.afwezig.values().any(|span| {
            let from = span.van.is_none_or(|van| van.0 <= self.day);
            let to = span.tot.is_none_or(|tot| self.day <= tot.0);
            from && to && (span.van.is_some() || span.tot.is_some())
        })
    }

    /// Whether the seat of this organisation in this role is empty that day.
    #[must_use]
    pub fn is_away(&self, rol: TafelRol, organisation: &str) -> bool {
        self.noted(rol, organisation).is_some() || self.is_organisation_away(organisation)
    }

    /// Who was named in the place of this one.
    #[must_use]
    pub fn substitute(&self, rol: TafelRol, organisation: &str) -> Option<&'a Deelnemer> {
        self.noted(rol, organisation)?.vervanger.as_ref()
    }

    /// Whether the inbrenger of this case is away.
    #[must_use]
    pub fn is_inbrenger_away(&self, casus: Casus) -> bool {
        self.inbrenger_away(casus).is_some()
    }

    /// Where in `afgemeld` it stands that the inbrenger of this case is away.
    #[must_use]
    pub fn inbrenger_away(&self, casus: Casus) -> Option<usize> {
        let is_it = |entry: &Afgemeld| {
            let same = entry.casus.as_deref().is_some_and(|text| Casus::read(text) == Ok(casus));
            entry.rol == Some(TafelRol::Inbrenger) && same
        };
        self.afgemeld.iter().find(|(_, entry)| is_it(entry)).map(|(index, _)| *index)
    }
}

/// The names of the files in `afwezigheid/` that matter to a meeting: of the fixed seats,
/// their substitutes, and whose turn it is.
#[must_use]
pub fn whose_absence_counts(team: &Team, day: NaiveDate) -> BTreeSet<String> {
    let mut names: Vec<&str> = Vec::new();
    for seat in team.regio.vaste_deelnemers.values() {
        names.extend(seat.organisatie.as_deref());
        names.extend(seat.vervanging.values().filter_map(|one| one.organisatie.as_deref()));
    }
    let groups = team.regio.toerbeurt.values();
    let by_turn: Vec<_> =
        groups.flat_map(|groep| turns(team, groep, day).into_iter().map(move |name| (groep, name))).collect();
    for (groep, name) in &by_turn {
        names.push(name);
        let shared = shared_seat(team, groep, name, day);
        names.extend(shared.into_iter().flat_map(|zetel| zetel.gemeenten.values()).map(String::as_str));
    }
    names.into_iter().map(|name| name_as_file(team.regio.naam_van(name, day))).collect()
}
