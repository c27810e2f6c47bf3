//! Whose seat is meant by what was typed: an organisation, a person at the table, or the
//! inbrenger of a case.

use super::Meeting;
use crate::agenda::Agenda;
use crate::cli::error::{Kind, ToolError};
use crate::cli::paste;
use crate::model::{Afgemeld, Casus, TafelRol};
use crate::route::zaak;
use crate::tafel::Plaats;

/// A seat, or the inbrenger of a case.
pub(super) struct Wie {
    pub rol: TafelRol,
    pub organisatie: Option<String>,
    pub casus: Option<Casus>,
}

/// What stands in the way of one seat.
#[derive(Default)]
struct Found {
    seats: Vec<Wie>,
    /// Whose place this one takes, as it was named by hand.
    instead_of: Option<(TafelRol, String)>,
    /// The case for which this one was invited.
    invited: Option<Casus>,
}

impl Meeting<'_> {
    /// Whether an entry is about this seat.
    pub(super) fn is_about(&self, entry: &Afgemeld, wie: &Wie) -> bool {
        let same_casus = entry.casus.as_deref().and_then(|text| Casus::read(text).ok()) == wie.casus;
        let same = |a: &str, b: &str| self.reading.team.regio.zelfde(a, b, self.day);
        let same_name = match (&entry.organisatie, &wie.organisatie) {
            (Some(own), Some(name)) => same(own, name),
            (own, name) => own.is_none() && name.is_none(),
        };
        entry.rol == Some(wie.rol) && same_casus && same_name
    }

    /// Who is already away.
    pub(super) fn afgemeld(&self) -> Vec<Afgemeld> {
        self.own().into_iter().flat_map(|own| own.afgemeld.values()).cloned().collect()
    }

    /// The inbrenger of the case that was named.
    pub(super) fn inbrenger(&self, who: &str) -> Result<Option<Wie>, ToolError> {
        let is_inbrenger = who.trim().eq_ignore_ascii_case("inbrenger");
        let Some(casus) = &self.asked.casus else {
            if is_inbrenger {
                return Err(ToolError::new(
                    Kind::Usage,
                    "van welke casus is dat de inbrenger? Er is niets geschreven.",
                )
                .advise("Geef --casus erbij, met het pseudoniem."));
            }
            return Ok(None);
        };
        if !is_inbrenger {
            return Err(ToolError::new(Kind::Usage, "`--casus` hoort bij een inbrenger. Er is niets geschreven.")
                .advise("Laat --casus weg om een organisatie af te melden, of schrijf inbrenger."));
        }
        let casus = crate::cli::case::casus(casus)?;
        if self.reading.team.case(self.day, casus).is_none() {
            return Err(ToolError::new(Kind::Absent, "deze casus staat niet in die vergadering."));
        }
        Ok(Some(Wie { rol: TafelRol::Inbrenger, organisatie: None, casus: Some(casus) }))
    }

    /// The seat of an organisation or a person.
    pub(super) fn seat(&self, who: &str) -> Result<Wie, ToolError> {
        let tafel = Agenda::of(self.reading, self.day).tafel;
        let regio = &self.reading.team.regio;
        let is_it = |name: &str| regio.zelfde(name, who, self.day);
        let mut found = Found::default();
        for plaats in &tafel.plaatsen {
            let by_organisation = plaats.organisatie.as_deref().is_some_and(is_it);
            let by_name = plaats.naam.as_deref().is_some_and(|name| is_same(name, who));
            if by_organisation || by_name {
                self.add(plaats, by_name, who, &mut found);
            }
        }
        let mut empty: Vec<Wie> = Vec::new();
        for seat in &tafel.niet_bezet {
            let organisatie = seat.organisatie.clone().filter(|name| is_it(name));
            empty.extend(organisatie.map(|name| Wie { rol: seat.rol, organisatie: Some(name), casus: None }));
        }
        for entry in self.afgemeld() {
            if let Some(casus) = self.brought_by(&entry, who) {
                empty.push(Wie { rol: TafelRol::Inbrenger, organisatie: None, casus: Some(casus) });
            }
            let (Some(rol), Some(name)) = (entry.rol, entry.organisatie) else { continue };
            if is_it(&name) || self.sits_for(who, rol, &name) {
                empty.push(Wie { rol, organisatie: Some(name), casus: None });
            }
        }
        for wie in empty {
            self.once(wie, &mut found.seats);
        }
        self.one_of(found)
    }

    /// Whether the region knows a person as the one for this seat.
    pub(super) fn sits_for(&self, who: &str, rol: TafelRol, organisation: &str) -> bool {
        let regio = &self.reading.team.regio;
        regio.personen.values().any(|person| {
            let own = person.organisatie.as_deref();
            person.rol == Some(rol)
                && person.naam.as_deref().is_some_and(|name| is_same(name, who))
                && own.is_some_and(|own| regio.zelfde(own, organisation, self.day))
        })
    }

    /// The case of an entry, when this person brings it in.
    pub(super) fn brought_by(&self, entry: &Afgemeld, who: &str) -> Option<Casus> {
        let casus = entry.casus.as_deref().and_then(|text| Casus::read(text).ok())?;
        let name = zaak(&self.reading.team, self.day, casus)?.kaart?.inbrenger.as_ref()?.naam.as_deref()?;
        is_same(name, who).then_some(casus)
    }

    fn once(&self, wie: Wie, seats: &mut Vec<Wie>) {
        let regio = &self.reading.team.regio;
        let name = |wie: &Wie| wie.organisatie.as_deref().map(|name| regio.naam_van(name, self.day).to_lowercase());
        let same = |other: &Wie| other.rol == wie.rol && other.casus == wie.casus && name(other) == name(&wie);
        if !seats.iter().any(same) {
            seats.push(wie);
        }
    }

    /// The seat of somebody at the table.
    fn add(&self, plaats: &Plaats, by_name: bool, who: &str, found: &mut Found) {
        let regio = &self.reading.team.regio;
        let mut rol = plaats.rol;
        match plaats.rol {
            TafelRol::Inbrenger => {
                for casus in plaats.voor.iter().flatten().filter(|_| by_name) {
                    self.once(Wie { rol, organisatie: None, casus: Some(*casus) }, &mut found.seats);
                }
                return;
            }
            TafelRol::Expert | TafelRol::Zorgaanbieder | TafelRol::Overig => {
                found.invited = plaats.voor.iter().flatten().next().copied();
                return;
            }
            _ => {}
        }
        if let Some((own_rol, own)) = &plaats.vervangt {
            let entry = Wie { rol: *own_rol, organisatie: Some(own.clone()), casus: None };
            let by_hand = self.afgemeld().iter().any(|one| self.is_about(one, &entry) && one.vervanger.is_some());
            if by_hand {
                if regio.zelfde(own, who, self.day) {
                    self.once(entry, &mut found.seats);
                } else {
                    found.instead_of = Some((*own_rol, own.clone()));
                }
                return;
            }
            rol = self.own_role(*own_rol, own, plaats).unwrap_or(rol);
        }
        self.once(Wie { rol, organisatie: plaats.organisatie.clone(), casus: None }, &mut found.seats);
    }

    /// As what one who takes a fixed seat is known there: a chair may be replaced by a
    /// gedragswetenschapper.
    fn own_role(&self, rol: TafelRol, own: &str, plaats: &Plaats) -> Option<TafelRol> {
        let regio = &self.reading.team.regio;
        let same = |name: Option<&str>, other: &str| name.is_some_and(|name| regio.zelfde(name, other, self.day));
        let mut seats = regio.vaste_deelnemers.values();
        let seat = seats.find(|seat| seat.rol == Some(rol) && same(seat.organisatie.as_deref(), own))?;
        let name = plaats.organisatie.as_deref()?;
        seat.vervanging.values().find(|one| same(one.organisatie.as_deref(), name))?.rol
    }

    /// The one seat that was meant.
    fn one_of(&self, found: Found) -> Result<Wie, ToolError> {
        let Found { mut seats, instead_of, invited } = found;
        if let Some(rol) = self.asked.rol {
            seats.retain(|wie| wie.rol == rol);
        }
        let day = self.day;
        let command = |text: &str| paste::command(text, self.desk.context);
        // One who takes another's place by hand has that role too.
        let by_hand = instead_of.as_ref().map(|(rol, _)| rol.sleutel()).filter(|_| self.asked.rol.is_none());
        let mut words: Vec<&str> = by_hand.into_iter().chain(seats.iter().map(|wie| wie.rol.sleutel())).collect();
        words.dedup();
        if !seats.is_empty() && words.len() > 1 {
            return Err(ToolError::new(Kind::Usage, "die komt in meer dan één rol. Er is niets geschreven.")
                .advise(format!("Geef erbij welke: --rol {}.", words.join(" of --rol "))));
        }
        if seats.len() > 1 {
            let cases = seats.iter().filter_map(|wie| wie.casus);
            let error = ToolError::new(Kind::Usage, "die brengt meer dan één casus in. Er is niets geschreven.");
            return Err(cases.fold(error, |error, casus| {
                let text = format!("vergadering {day} --afmelden inbrenger --casus {casus}");
                error.try_command(command(&text), "alleen bij deze casus")
            }));
        }
        if let Some(wie) = seats.pop() {
            return Ok(wie);
        }
        if let Some((_, own)) = instead_of {
            let error =
                ToolError::new(Kind::Refused, "die komt al in de plaats van een ander. Er is niets geschreven.");
            let known = self.reading.team.regio.bekend(&own, day).map(|known| known.naam);
            let whose = known.map_or_else(|| "die afwezige".to_owned(), ToOwned::to_owned);
            return Err(error.advise(format!(
                "Noem bij {whose} iemand anders: geef --afmelden met de naam van {whose}, en --vervanger."
            )));
        }
        if let Some(casus) = invited {
            let text = format!("besluit {casus} --vergadering {day}");
            return Err(ToolError::new(
                Kind::Refused,
                "die is voor een casus uitgenodigd; dat staat bij het besluit. Er is niets geschreven.",
            )
            .try_command(command(&format!("{text} --uitnodigen geen")), "niemand uitnodigen")
            .advise("Komt er een ander? Geef die achter --uitnodigen."));
        }
        Err(ToolError::new(Kind::Absent, "die komt niet bij deze vergadering. Er is niets geschreven.")
            .try_command(command(&format!("agenda {day}")), "wie er komt")
            .advise("Is een inbrenger er niet? Geef --afmelden inbrenger --casus met het pseudoniem."))
    }
}

/// Whether two names are of one person.
pub(super) fn is_same(a: &str, b: &str) -> bool {
    let words = |text: &str| text.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    words(a) == words(b)
}
