//! Who comes for one case: its responsible municipality, its inbrenger or who takes the
//! notes, and whom the chair invited or the card asks for (chapter 2; chapter 4, stap 1).

use super::{Absent, NietBezet, Plaats, Reden, Tafel, Waarom, only_person};
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
        let Some(kaart) = zaak.kaart else { continue };
        municipality(tafel, team, day, zaak.casus, kaart, absent);
    }
    for zaak in zaken {
        invited(tafel, team, day, zaak);
    }
}

/// The responsible municipality of a case. Who sits the whole meeting for it counts; so
/// does an inbrenger who is its named representative.
fn municipality(
    tafel: &mut Tafel,
    team: &Team,
    day: NaiveDate,
    casus: Casus,
    kaart: &Veiligheidskaart,
    absent: &Absent<'_>,
) {
    let Some(name) = kaart.gemeente.as_deref() else { return };
    let name = team.regio.naam_van(name, day).to_owned();
    let of_it = |plaats: &Plaats| plaats.organisatie.as_deref() == Some(name.as_str());
    let by_turn = tafel.plaatsen.iter_mut().find(|plaats| plaats.rol == TafelRol::Cvc && of_it(plaats));
    if let Some(plaats) = by_turn {
        if !plaats.redenen.contains(&Reden::VerantwoordelijkeGemeente) {
            plaats.redenen.push(Reden::VerantwoordelijkeGemeente);
        }
        return;
    }
    let rol = TafelRol::VerantwoordelijkeGemeente;
    if let Some(noted) = absent.noted(rol, &name) {
        let voor = Some(vec![casus]);
        let Some(named) = &noted.vervanger else {
            let organisatie = Some(name);
            tafel.niet_bezet.push(NietBezet { rol, groep: None, organisatie, voor, waarom: Waarom::Afwezig });
            return;
        };
        let organisation = named.organisatie.as_deref().unwrap_or(&name);
        let mut plaats = Plaats::new(rol, team.regio.naam_van(organisation, day), Reden::Vervanging);
        plaats.naam.clone_from(&named.naam);
        plaats.vervangt = Some((rol, name));
        plaats.voor = voor;
        tafel.plaatsen.push(plaats);
        return;
    }
    let mut plaats = Plaats::new(rol, &name, Reden::VerantwoordelijkeGemeente);
    plaats.naam = only_person(team, &plaats, day);
    let same_person = tafel.plaatsen.iter_mut().find(|other| {
        let same = plaats.naam.is_some() && other.naam == plaats.naam && other.organisatie == plaats.organisatie;
        same && other.rol == TafelRol::Inbrenger && other.is_at(casus)
    });
    if let Some(inbrenger) = same_person {
        if !inbrenger.redenen.contains(&Reden::VerantwoordelijkeGemeente) {
            inbrenger.redenen.push(Reden::VerantwoordelijkeGemeente);
        }
        return;
    }
    join(tafel, plaats, casus);
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
    let organisation = inbrenger.organisatie.as_deref().unwrap_or_default();
    let organisation = team.regio.naam_van(organisation, day);
    let away = absent.is_inbrenger_away(zaak.casus);
    if away && kaart.soort == Some(Soort::Monitor) {
        return;
    }
    let (rol, reden, naam) = if away {
        (TafelRol::VasteDeelnemer, Reden::Notulist, &inbrenger.via)
    } else {
        (TafelRol::Inbrenger, Reden::Inbrenger, &inbrenger.naam)
    };
    let mut plaats = Plaats::new(rol, organisation, reden);
    plaats.naam.clone_from(naam);
    join(tafel, plaats, zaak.casus);
}

/// Whom the chair invited; where the chair has not decided yet, whom the card asks for.
fn invited(tafel: &mut Tafel, team: &Team, day: NaiveDate, zaak: &Zaak<'_>) {
    let named = |name: &Option<String>| name.as_deref().map(|name| team.regio.naam_van(name, day).to_owned());
    if let Some(besluit) = zaak.files.besluit.as_ref().filter(|besluit| besluit.uitnodigen.is_asked()) {
        for guest in besluit.uitnodigen.values() {
            let rol = match guest.rol {
                Some(UitnodigingRol::Zorgaanbieder) => TafelRol::Zorgaanbieder,
                Some(UitnodigingRol::Overig) => TafelRol::Overig,
                Some(UitnodigingRol::Expert) | None => TafelRol::Expert,
            };
            let mut plaats = Plaats::new(rol, "", Reden::Uitgenodigd);
            plaats.organisatie = named(&guest.organisatie);
            plaats.naam.clone_from(&guest.naam);
            plaats.expertise.clone_from(&guest.expertise);
            plaats.reden.clone_from(&guest.reden);
            plaats.voor = Some(vec![zaak.casus]);
            tafel.plaatsen.push(plaats);
        }
        return;
    }
    for wish in zaak.kaart.into_iter().flat_map(|kaart| kaart.experts.values()) {
        let rol = if wish.zorgaanbieder.is_some() { TafelRol::Zorgaanbieder } else { TafelRol::Expert };
        let mut plaats = Plaats::new(rol, "", Reden::Gevraagd);
        plaats.organisatie = None;
        plaats.expertise.clone_from(&wish.expertise);
        plaats.reden.clone_from(&wish.reden);
        plaats.voor = Some(vec![zaak.casus]);
        tafel.plaatsen.push(plaats);
    }
}

/// Adds a place for a case, or the case to the place that this one already has.
fn join(tafel: &mut Tafel, mut plaats: Plaats, casus: Casus) {
    let same = tafel
        .plaatsen
        .iter_mut()
        .find(|other| other.rol == plaats.rol && other.organisatie == plaats.organisatie && other.naam == plaats.naam);
    if let Some(voor) = same.and_then(|other| other.voor.as_mut()) {
        voor.push(casus);
    } else {
        plaats.voor = Some(vec![casus]);
        tafel.plaatsen.push(plaats);
    }
}
