//! Who comes for one case: its responsible municipality, its inbrenger or who takes the
//! notes, and whom the chair invited or the card asks for (chapter 2; chapter 4, stap 1).

use super::{Absent, NietBezet, Plaats, Reden, Tafel, Waarom, can_t_go_together, named_instead, only_person};
use crate::model::{Casus, Soort, TafelRol, UitnodigingRol, Veiligheidskaart};
use crate::route::Zaak;
use crate::store::Team;
use chrono::NaiveDate;

/// Seats who comes for one case. Who comes for several stands once.
pub(super) fn seat(tafel: &mut Tafel, team: &Team, day: NaiveDate, zaken: &[&Zaak<'_>], absent: &Absent<'_>) {
    for zaak in zaken {
        let Some(kaart) = zaak.kaart else { continue };
        inbrenger(tafel, team, day, zaak, kaart, absent);
    }
    for zaak in zaken {
        let Some(gemeente) = zaak.kaart.and_then(|kaart| kaart.gemeente.as_deref()) else { continue };
        municipality(tafel, team, day, zaak.casus, gemeente, absent);
    }
    for zaak in zaken {
        invited(tafel, team, day, zaak);
    }
}

/// The responsible municipality of a case. Who sits the whole meeting for it counts; so
/// does an inbrenger who is its named representative.
fn municipality(tafel: &mut Tafel, team: &Team, day: NaiveDate, casus: Casus, gemeente: &str, absent: &Absent<'_>) {
    let rol = TafelRol::VerantwoordelijkeGemeente;
    let name = team.regio.naam_van(gemeente, day);
    let of_it = |plaats: &&mut Plaats| plaats.rol == TafelRol::Cvc && plaats.organisatie.as_deref() == Some(name);
    if let Some(plaats) = tafel.plaatsen.iter_mut().find(of_it) {
        plaats.add_reason(Reden::VerantwoordelijkeGemeente);
    } else if absent.noted(rol, name).is_none() {
        let mut plaats = Plaats::new(rol, name, Reden::VerantwoordelijkeGemeente);
        plaats.naam = only_person(team, rol, name, day);
        join(tafel, plaats, casus);
    } else if let Some(named) = absent.substitute(rol, name) {
        join(tafel, named_instead(team, day, (rol, name.to_owned()), named), casus);
    } else {
        empty(tafel, rol, name, casus);
    }
}

/// The inbrenger; away, the vaste deelnemer who takes the notes. A monitoring without its
/// inbrenger is not discussed, so nobody comes for it.
fn inbrenger(
    tafel: &mut Tafel,
    team: &Team,
    day: NaiveDate,
    zaak: &Zaak<'_>,
    kaart: &Veiligheidskaart,
    absent: &Absent<'_>,
) {
    let Some(inbrenger) = &kaart.inbrenger else { return };
    let organisation = inbrenger.organisatie.as_deref().map_or("", |name| team.regio.naam_van(name, day));
    if !absent.is_inbrenger_away(zaak.casus) {
        let mut plaats = Plaats::new(TafelRol::Inbrenger, organisation, Reden::Inbrenger);
        plaats.naam.clone_from(&inbrenger.naam);
        return join(tafel, plaats, zaak.casus);
    }
    if kaart.soort == Some(Soort::Monitor) {
        return;
    }
    let rol = TafelRol::VasteDeelnemer;
    if absent.noted(rol, organisation).is_none() {
        let mut plaats = Plaats::new(rol, organisation, Reden::Notulist);
        plaats.naam.clone_from(&inbrenger.via);
        join(tafel, plaats, zaak.casus);
    } else if let Some(named) = absent.substitute(rol, organisation) {
        let mut plaats = named_instead(team, day, (rol, organisation.to_owned()), named);
        plaats.add_reason(Reden::Notulist);
        join(tafel, plaats, zaak.casus);
    } else {
        empty(tafel, rol, organisation, zaak.casus);
    }
}

/// Whom the chair invited; where the chair has not decided yet, whom the card asks for.
fn invited(tafel: &mut Tafel, team: &Team, day: NaiveDate, zaak: &Zaak<'_>) {
    let Some(besluit) = zaak.files.besluit.as_ref().filter(|besluit| besluit.uitnodigen.is_asked()) else {
        for wish in zaak.kaart.into_iter().flat_map(|kaart| kaart.experts.values()) {
            let rol = if wish.zorgaanbieder.is_some() { TafelRol::Zorgaanbieder } else { TafelRol::Expert };
            let mut plaats = Plaats::new(rol, "", Reden::Gevraagd);
            plaats.expertise.clone_from(&wish.expertise);
            plaats.reden.clone_from(&wish.reden);
            plaats.voor = Some(vec![zaak.casus]);
            tafel.plaatsen.push(plaats);
        }
        return;
    };
    for guest in besluit.uitnodigen.values() {
        let rol = match guest.rol {
            Some(UitnodigingRol::Zorgaanbieder) => TafelRol::Zorgaanbieder,
            Some(UitnodigingRol::Overig) => TafelRol::Overig,
            Some(UitnodigingRol::Expert) | None => TafelRol::Expert,
        };
        let organisation = guest.organisatie.as_deref().map_or("", |name| team.regio.naam_van(name, day));
        let mut plaats = Plaats::new(rol, organisation, Reden::Uitgenodigd);
        plaats.naam.clone_from(&guest.naam);
        plaats.expertise.clone_from(&guest.expertise);
        plaats.reden.clone_from(&guest.reden);
        plaats.voor = Some(vec![zaak.casus]);
        tafel.plaatsen.push(plaats);
    }
}

/// Adds a place for a case: the case to the place that this one has already, or a reason to
/// the place that this named person takes at this case, or a place of its own. Two places
/// that can't go together stay two, so that the clash is seen.
fn join(tafel: &mut Tafel, mut plaats: Plaats, casus: Casus) {
    let same_one = |other: &Plaats| other.organisatie == plaats.organisatie && other.naam == plaats.naam;
    let same_seat = |other: &&mut Plaats| {
        same_one(other) && other.voor.is_some() && other.rol == plaats.rol && other.vervangt == plaats.vervangt
    };
    if let Some(voor) = tafel.plaatsen.iter_mut().find(same_seat).and_then(|other| other.voor.as_mut()) {
        voor.push(casus);
        return;
    }
    let sits_already = |other: &&mut Plaats| {
        let named = plaats.naam.is_some() && same_one(other) && other.is_at(casus);
        named && plaats.vervangt.is_none() && !can_t_go_together(other, &plaats)
    };
    if let Some(other) = tafel.plaatsen.iter_mut().find(sits_already) {
        plaats.redenen.iter().for_each(|reden| other.add_reason(*reden));
        return;
    }
    plaats.voor = Some(vec![casus]);
    tafel.plaatsen.push(plaats);
}

/// Notes that nobody comes for a case in this role.
fn empty(tafel: &mut Tafel, rol: TafelRol, organisation: &str, casus: Casus) {
    let organisatie = Some(organisation.to_owned()).filter(|name| !name.is_empty());
    let same = |other: &&mut NietBezet| other.rol == rol && other.organisatie == organisatie;
    if let Some(voor) = tafel.niet_bezet.iter_mut().find(same).and_then(|other| other.voor.as_mut()) {
        voor.push(casus);
        return;
    }
    let voor = Some(vec![casus]);
    tafel.niet_bezet.push(NietBezet { rol, groep: None, organisatie, voor, waarom: Waarom::Afwezig });
}
