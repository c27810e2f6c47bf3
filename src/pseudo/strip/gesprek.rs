//! The parts of a card that tell what was asked, heard, tried and agreed.

use super::Dates;
use crate::model::{
    Expert, Geinformeerd, Gemeld, GesprekGezin, Hulp, InternBesproken, Meldcode, Risicofactor, Stem, SterkPunt,
    Veiligheidsafspraak, Vraag,
};
use crate::pseudo::entries::Entries;
use crate::pseudo::teamkaart::Part;

pub(super) fn meldcode(meldcode: &Meldcode, dates: &Dates) -> Part {
    let Meldcode { signalen_in_kaart, advies_veilig_thuis, acuut, structureel, gemeld } = meldcode;
    let mut map = Entries::default();
    map.add("signalen_in_kaart", signalen_in_kaart.map(|date| dates.part(date)));
    map.add("advies_veilig_thuis", advies_veilig_thuis.map(|date| dates.part(date)));
    map.word("acuut", *acuut);
    map.word("structureel", *structureel);
    let reported = gemeld.map(|gemeld| match gemeld {
        Gemeld::Op(date) => dates.part(date),
        Gemeld::Nee => Part::Word("nee".to_owned()),
    });
    map.add("gemeld", reported);
    map.done()
}

pub(super) fn risicofactor(factor: &Risicofactor) -> Part {
    let Risicofactor { wat, maakt_onveilig } = factor;
    let mut map = Entries::default();
    map.text("wat", wat.as_ref());
    map.word("maakt_onveilig", *maakt_onveilig);
    map.done()
}

pub(super) fn sterk_punt(punt: &SterkPunt) -> Part {
    let SterkPunt { wat, maakt_veilig, blijkt_uit } = punt;
    let mut map = Entries::default();
    map.text("wat", wat.as_ref());
    map.word("maakt_veilig", *maakt_veilig);
    map.text("blijkt_uit", blijkt_uit.as_ref());
    map.done()
}

pub(super) fn hulp(hulp: &Hulp, dates: &Dates) -> Part {
    let Hulp { wat, door, van, tot, resultaat } = hulp;
    let mut map = Entries::default();
    map.text("wat", wat.as_ref());
    map.text("door", door.as_ref());
    map.add("van", van.map(|date| dates.part(date)));
    map.add("tot", tot.map(|date| dates.part(date)));
    map.text("resultaat", resultaat.as_ref());
    map.done()
}

pub(super) fn afspraak(agreed: &Veiligheidsafspraak, dates: &Dates) -> Part {
    let Veiligheidsafspraak { afspraak, wie, vanaf, tot } = agreed;
    let mut map = Entries::default();
    map.text("afspraak", afspraak.as_ref());
    map.text("wie", wie.as_ref());
    map.add("vanaf", vanaf.map(|date| dates.part(date)));
    map.add("tot", tot.map(|date| dates.part(date)));
    map.done()
}

pub(super) fn stem(stem: &Stem, dates: &Dates) -> Part {
    let Stem { wie, woorden, datum } = stem;
    let mut map = Entries::default();
    map.kept("wie", wie.as_ref());
    map.text("woorden", woorden.as_ref());
    map.add("datum", datum.map(|date| dates.part(date)));
    map.done()
}

pub(super) fn gesprek_gezin(talk: &GesprekGezin, dates: &Dates) -> Part {
    let GesprekGezin { ingevuld_met, routes_besproken, geinformeerd } = talk;
    let mut map = Entries::default();
    map.kept_list("ingevuld_met", ingevuld_met);
    map.choices("routes_besproken", routes_besproken);
    map.list("geinformeerd", geinformeerd, |told| self::geinformeerd(told, dates));
    map.done()
}

fn geinformeerd(told: &Geinformeerd, dates: &Dates) -> Part {
    let Geinformeerd { wie, datum, wijze, waarom_uitgelegd, reden_niet, akkoord, reden_toch, reactie } = told;
    let mut map = Entries::default();
    map.kept("wie", wie.as_ref());
    map.add("datum", datum.map(|date| dates.part(date)));
    map.choice("wijze", *wijze);
    map.word("waarom_uitgelegd", *waarom_uitgelegd);
    map.text("reden_niet", reden_niet.as_ref());
    map.choice("akkoord", *akkoord);
    map.text("reden_toch", reden_toch.as_ref());
    map.text("reactie", reactie.as_ref());
    map.done()
}

pub(super) fn intern(talk: &InternBesproken, dates: &Dates) -> Part {
    let InternBesproken { datum, met, visie } = talk;
    let mut map = Entries::default();
    map.add("datum", datum.map(|date| dates.part(date)));
    map.texts("met", met);
    map.text("visie", visie.as_ref());
    map.done()
}

pub(super) fn vraag(vraag: &Vraag) -> Part {
    let Vraag { soort, tekst } = vraag;
    let mut map = Entries::default();
    map.choice("soort", *soort);
    map.text("tekst", tekst.as_ref());
    map.done()
}

pub(super) fn expert(expert: &Expert) -> Part {
    let Expert { expertise, reden, zorgaanbieder } = expert;
    let mut map = Entries::default();
    map.text("expertise", expertise.as_ref());
    map.text("reden", reden.as_ref());
    map.choice("zorgaanbieder", *zorgaanbieder);
    map.done()
}
