//! The parts of a card about measures, the Raad voor de Kinderbescherming, handing over and
//! closing.

use super::{Dates, month};
use crate::model::{EindeReden, Haalbaar, Maatregel, Overdracht, Reactie, RvdkBesluit, RvdkTraject};
use crate::pseudo::entries::Entries;
use crate::pseudo::teamkaart::Part;

pub(super) fn maatregel(maatregel: &Maatregel, dates: &Dates) -> Part {
    let Maatregel { wie, soort, einde, reden, twijfel_borging, jeugdhulp_na_afloop, aandacht, rvdk_getoetst } =
        maatregel;
    let mut map = Entries::default();
    map.kept("wie", wie.as_ref());
    map.choice("soort", *soort);
    // At eighteen the end is the birthday, whether or not that stands on the card.
    let at_eighteen = *reden == Some(EindeReden::Achttien);
    map.add("einde", einde.map(|date| if at_eighteen { Part::Date(month(date)) } else { dates.part(date) }));
    map.choice("reden", *reden);
    map.word("twijfel_borging", *twijfel_borging);
    map.choice("jeugdhulp_na_afloop", *jeugdhulp_na_afloop);
    map.choices("aandacht", aandacht);
    map.add("rvdk_getoetst", rvdk_getoetst.map(|date| dates.part(date)));
    map.done()
}

pub(super) fn haalbaar(haalbaar: &Haalbaar) -> Part {
    let Haalbaar { niveau, wat_houdt_het } = haalbaar;
    let mut map = Entries::default();
    map.text("niveau", niveau.as_ref());
    map.text("wat_houdt_het", wat_houdt_het.as_ref());
    map.done()
}

pub(super) fn traject(traject: &RvdkTraject, dates: &Dates) -> Part {
    let RvdkTraject {
        gesprek,
        geleid_door,
        aanwezig,
        afspraken,
        volgen_tot,
        besluiten,
        uitkomst,
        reacties,
        beschikking,
    } = traject;
    let mut map = Entries::default();
    map.add("gesprek", gesprek.map(|date| dates.part(date)));
    map.choice("geleid_door", *geleid_door);
    map.kept_list("aanwezig", aanwezig);
    map.text("afspraken", afspraken.as_ref());
    map.add("volgen_tot", volgen_tot.map(|date| dates.part(date)));
    map.list("besluiten", besluiten, |besluit| self::besluit(besluit, dates));
    map.choice("uitkomst", *uitkomst);
    map.list("reacties", reacties, reactie);
    // A ruling is found by its date.
    map.add("beschikking", beschikking.map(|date| Part::Date(month(date))));
    map.done()
}

fn besluit(besluit: &RvdkBesluit, dates: &Dates) -> Part {
    let RvdkBesluit { wat, datum, via } = besluit;
    let mut map = Entries::default();
    map.choice("wat", *wat);
    map.add("datum", datum.map(|date| dates.part(date)));
    map.choice("via", *via);
    map.done()
}

fn reactie(reactie: &Reactie) -> Part {
    let Reactie { wie, reactie } = reactie;
    let mut map = Entries::default();
    map.kept("wie", wie.as_ref());
    map.text("reactie", reactie.as_ref());
    map.done()
}

pub(super) fn overdracht(overdracht: &Overdracht, dates: &Dates) -> Part {
    let Overdracht { van, aan, datum, aanwezig, reden_zonder_gezin, blijft_aangehaakt } = overdracht;
    let mut map = Entries::default();
    map.kept("van", van.as_ref());
    map.kept("aan", aan.as_ref());
    map.add("datum", datum.map(|date| dates.part(date)));
    map.kept_list("aanwezig", aanwezig);
    map.text("reden_zonder_gezin", reden_zonder_gezin.as_ref());
    map.word("blijft_aangehaakt", *blijft_aangehaakt);
    map.done()
}
