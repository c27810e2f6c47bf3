//! What of an agenda may be seen: every text of it goes through the veil, here and nowhere
//! else. The formats take nothing but what comes out.

use super::veil::{Veil, stays_of};
use crate::agenda::{Afgesproken, Agenda, Cijfers, Eerder, Kop, NietBesproken, Openstaand, Punt, Verzending};
use crate::model::{Advies, Keuze};
use crate::rules::Finding;
use crate::store::Team;
use crate::tafel::{NietBezet, Plaats, Tafel};

/// An agenda as far as it may be seen.
pub struct ShownAgenda(Agenda);

impl ShownAgenda {
    /// The agenda.
    #[must_use]
    pub fn agenda(&self) -> &Agenda {
        &self.0
    }
}

/// Holds the veil over an agenda. Each type is taken apart whole, so that a new field does not
/// compile until someone has decided.
#[must_use]
pub fn show_agenda(mut agenda: Agenda, team: &Team) -> ShownAgenda {
    let veil = Veil::new(&team.regio);
    let agenda_day = agenda.day;
    let Agenda {
        regio,
        day: _,
        staat: _,
        begin: _,
        eind: _,
        locatie,
        tafel,
        botsingen,
        verzonden,
        openstaand,
        zaken,
        planning: _,
        niet_besproken,
        te_besluiten: _,
        besproken: _,
        voor,
        niet_gelezen,
    } = &mut agenda;
    name(&veil, Some(regio));
    *locatie = locatie.as_deref().map(|venue| veil.venue(venue));
    name(&veil, voor.as_mut());
    let Tafel { plaatsen, niet_bezet, minimum, stoelen: _, lege_stoelen: _ } = tafel;
    let seated: Vec<String> = plaatsen.iter().filter_map(|plaats| plaats.naam.clone()).collect();
    let clashing = botsingen.iter_mut().flat_map(|(one, other)| [one, other]);
    // An organisation that the region does not know may be anything.
    let organisation = |name: &mut String| {
        let is_known = team.regio.bekend(name, agenda_day).is_some();
        *name = if is_known { veil.name(name) } else { veil.text(name, &seated) };
    };
    for plaats in plaatsen.iter_mut().chain(clashing) {
        place(&veil, plaats, &seated);
        plaats.organisatie.as_mut().map(organisation);
    }
    for NietBezet { rol: _, groep, organisatie, voor: _, waarom: _ } in niet_bezet {
        name(&veil, groep.as_mut());
        organisatie.as_mut().map(organisation);
    }
    for (_, by) in minimum {
        name(&veil, by.as_mut());
    }
    if let Some(Verzending { op: _, aan, gewijzigd: _, niet_verstuurd: _, niet_opnieuw }) = verzonden {
        for to in aan.iter_mut().chain(niet_opnieuw) {
            name(&veil, Some(to));
        }
    }
    let stays = |casus| [stays_of(team, casus), seated.clone()].concat();
    for Openstaand { casus, van: _, afspraak } in openstaand {
        agreement(&veil, afspraak, &stays(*casus));
    }
    for punt in zaken {
        let stays = stays(punt.casus);
        point(&veil, punt, &stays);
    }
    for entry in niet_besproken {
        let stays = stays(entry.casus);
        outside(&veil, entry, &stays);
    }
    for finding in niet_gelezen {
        found(&veil, finding, &seated);
    }
    ShownAgenda(agenda)
}

fn name(veil: &Veil, name: Option<&mut String>) {
    if let Some(name) = name {
        *name = veil.name(name);
    }
}

fn text(veil: &Veil, text: Option<&mut String>, stays: &[String]) {
    if let Some(text) = text {
        *text = veil.text(text, stays);
    }
}

fn place(veil: &Veil, plaats: &mut Plaats, stays: &[String]) {
    let Plaats { rol: _, groep, organisatie, naam, voor: _, redenen: _, vervangt, voorlopig: _, expertise, reden } =
        plaats;
    name(veil, groep.as_mut());
    name(veil, organisatie.as_mut());
    name(veil, naam.as_mut());
    name(veil, vervangt.as_mut().map(|(_, own)| own));
    text(veil, expertise.as_mut(), stays);
    text(veil, reden.as_mut(), stays);
}

fn head(veil: &Veil, kop: &mut Kop, stays: &[String]) {
    let Kop { gemeente, inbrenger, organisatie, via, spoed } = kop;
    for professional in [gemeente, inbrenger, organisatie, via] {
        name(veil, professional.as_mut());
    }
    text(veil, spoed.as_mut(), stays);
}

fn point(veil: &Veil, punt: &mut Punt, stays: &[String]) {
    let Punt {
        casus: _,
        pauze: _,
        van: _,
        tot: _,
        besloten: _,
        soort: _,
        kaart,
        inbrenger_afwezig: _,
        aanleiding: _,
        vraag,
        open,
        beantwoord,
        advies_vooraf,
        ondanks,
        past: _,
        verschoven_van: _,
        eerder,
    } = punt;
    head(veil, kaart, stays);
    text(veil, vraag.as_mut(), stays);
    text(veil, advies_vooraf.as_mut(), stays);
    text(veil, ondanks.as_mut(), stays);
    open.iter_mut().chain(beantwoord).for_each(|finding| found(veil, finding, stays));
    let Some(Eerder { vergadering: _, weging, uitersten: _, advies, afspraken }) = eerder else { return };
    for Cijfers { rol: _, organisatie, cijfer: _, waarom } in weging {
        name(veil, Some(organisatie));
        text(veil, waarom.as_mut(), stays);
    }
    for made in afspraken {
        agreement(veil, made, stays);
    }
    let Some(Advies { soort: _, uitkomst: _, tekst, steunt_op: _, reden, samen_met: _, keuze_inbrenger }) = advies
    else {
        return;
    };
    text(veil, tekst.as_mut(), stays);
    text(veil, reden.as_mut(), stays);
    if let Some(Keuze { wat, reden }) = keuze_inbrenger {
        text(veil, wat.as_mut(), stays);
        text(veil, reden.as_mut(), stays);
    }
}

fn agreement(veil: &Veil, made: &mut Afgesproken, stays: &[String]) {
    let Afgesproken { nr: _, wat, wie, wanneer: _, stand: _, op: _, reden, te_laat: _ } = made;
    text(veil, wat.as_mut(), stays);
    text(veil, reden.as_mut(), stays);
    name(veil, wie.as_mut());
}

fn outside(veil: &Veil, entry: &mut NietBesproken, stays: &[String]) {
    let NietBesproken {
        casus: _,
        waarom: _,
        dagen: _,
        open,
        reden,
        ook_inbrenger_afwezig: _,
        naar: _,
        nu_naar: _,
        van: _,
        verschoven_van: _,
        soort: _,
        kaart,
        uiterste_dag: _,
        ingebracht: _,
        door,
        te_besluiten: _,
    } = entry;
    head(veil, kaart, stays);
    text(veil, reden.as_mut(), stays);
    name(veil, door.as_mut());
    for finding in open {
        found(veil, finding, stays);
    }
}

/// The words of a finding are the program's own; the reason that people gave is not.
fn found(veil: &Veil, finding: &mut Finding, stays: &[String]) {
    text(veil, finding.answer.as_mut(), stays);
    finding.file = veil.path(&finding.file);
}
