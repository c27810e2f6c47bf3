//! The files that a meeting writes, on their way to the team's folder: what a chair or a
//! note-taker typed is searched, names of professionals and organisations stay. Every struct
//! is taken apart whole: a new key does not compile until someone has decided.

use super::entries::Entries;
use super::teamkaart::{Part, TeamFile};
use crate::model::{
    Aanwezig, Aanwezige, Advies, Afgemeld, Afspraak, Besluit, Bespreking, Cijfer, Deelnemer, EerderVerzonden, Haalbaar,
    Interventie, KaartAanvulling, Keuze, MonitorAfspraak, Nazorg, NazorgAfspraak, Notulist, OverdrachtNaar,
    ReactieInbrenger, Terugkoppeling, Uitgenodigde, Vergadering, Vervalt, Verwacht, Verzonden, Visie, Weging,
};

impl From<&Verwacht> for TeamFile {
    fn from(file: &Verwacht) -> Self {
        let Verwacht { versie: _, waarom, van, verantwoording: _, blijft_staan: _ } = file;
        let mut map = begin();
        map.choice("waarom", *waarom);
        map.word("van", *van);
        Self(map.done())
    }
}

impl From<&Besluit> for TeamFile {
    fn from(file: &Besluit) -> Self {
        let Besluit {
            versie: _,
            besluit,
            datum,
            door,
            reden,
            naar,
            volgorde,
            minuten,
            uitnodigen,
            advies_vooraf,
            verantwoording: _,
            blijft_staan: _,
        } = file;
        let mut map = begin();
        map.choice("besluit", *besluit);
        map.date("datum", *datum);
        map.kept("door", door.as_ref());
        map.text("reden", reden.as_ref());
        map.word("naar", *naar);
        map.number("volgorde", *volgorde);
        map.number("minuten", *minuten);
        map.list("uitnodigen", uitnodigen, invited);
        map.text("advies_vooraf", advies_vooraf.as_ref());
        Self(map.done())
    }
}

fn invited(one: &Uitgenodigde) -> Part {
    let Uitgenodigde { rol, expertise, naam, organisatie, reden, zorgaanbieder } = one;
    let mut map = Entries::default();
    map.choice("rol", *rol);
    map.text("expertise", expertise.as_ref());
    map.kept("naam", naam.as_ref());
    map.kept("organisatie", organisatie.as_ref());
    map.text("reden", reden.as_ref());
    map.choice("zorgaanbieder", *zorgaanbieder);
    map.done()
}

impl From<&Vergadering> for TeamFile {
    fn from(file: &Vergadering) -> Self {
        let Vergadering { versie: _, begin, eind, locatie, vervalt, afgemeld, verantwoording: _, blijft_staan: _ } =
            file;
        let mut map = self::begin();
        map.word("begin", *begin);
        map.word("eind", *eind);
        map.text("locatie", locatie.as_ref());
        map.add("vervalt", vervalt.as_ref().map(cancelled));
        map.list("afgemeld", afgemeld, away);
        Self(map.done())
    }
}

fn cancelled(file: &Vervalt) -> Part {
    let Vervalt { reden, naar } = file;
    let mut map = Entries::default();
    map.text("reden", reden.as_ref());
    map.word("naar", *naar);
    map.done()
}

fn away(one: &Afgemeld) -> Part {
    let Afgemeld { rol, organisatie, casus, vervanger } = one;
    let mut map = Entries::default();
    map.choice("rol", *rol);
    map.kept("organisatie", organisatie.as_ref());
    map.word("casus", casus.as_ref());
    map.add(
        "vervanger",
        vervanger.as_ref().map(|Deelnemer { naam, organisatie }| professional(naam.as_ref(), organisatie.as_ref())),
    );
    map.done()
}

fn professional(naam: Option<&String>, organisatie: Option<&String>) -> Part {
    let mut map = Entries::default();
    map.kept("naam", naam);
    map.kept("organisatie", organisatie);
    map.done()
}

impl From<&Verzonden> for TeamFile {
    fn from(file: &Verzonden) -> Self {
        let Verzonden { versie: _, op, aan, kaarten, eerder, verantwoording: _, blijft_staan: _ } = file;
        let mut map = begin();
        map.word("op", *op);
        map.kept_list("aan", aan);
        // Where only somebody is added the cards stay as they stand there.
        map.add("kaarten", op.map(|_| Part::Table(kaarten.clone().into_iter().collect())));
        map.list("eerder", eerder, |EerderVerzonden { op, aan, kaarten }| {
            let mut map = Entries::default();
            map.word("op", *op);
            map.kept_list("aan", aan);
            map.add("kaarten", Some(Part::Table(kaarten.clone().into_iter().collect())));
            map.done()
        });
        Self(map.done())
    }
}

impl From<&Aanwezig> for TeamFile {
    fn from(file: &Aanwezig) -> Self {
        let Aanwezig { versie: _, aanwezig, verantwoording: _, blijft_staan: _ } = file;
        let mut map = begin();
        map.list("aanwezig", aanwezig, |one| {
            let Aanwezige { rol, organisatie, naam, alleen_bij } = one;
            let mut map = Entries::default();
            map.choice("rol", *rol);
            map.kept("organisatie", organisatie.as_ref());
            map.kept("naam", naam.as_ref());
            map.list("alleen_bij", alleen_bij, |casus| Part::Word(casus.clone()));
            map.done()
        });
        Self(map.done())
    }
}

impl From<&Bespreking> for TeamFile {
    fn from(file: &Bespreking) -> Self {
        let Bespreking {
            versie: _,
            inbrenger_aanwezig,
            notulist,
            vragenronde_gehouden,
            stem_gehoord,
            weging,
            advies,
            visies,
            reactie_inbrenger,
            nodig,
            interventies,
            afspraken,
            aanvulling_kaart,
            monitor,
            verantwoording: _,
            blijft_staan: _,
        } = file;
        let mut map = begin();
        map.word("inbrenger_aanwezig", *inbrenger_aanwezig);
        let note_taker = notulist.as_ref();
        map.add(
            "notulist",
            note_taker.map(|Notulist { naam, organisatie }| professional(naam.as_ref(), organisatie.as_ref())),
        );
        map.word("vragenronde_gehouden", *vragenronde_gehouden);
        map.word("stem_gehoord", *stem_gehoord);
        map.list("weging", weging, figure);
        map.add("advies", advies.as_ref().map(advice));
        map.list("visies", visies, |Visie { visie, deelnemers }| {
            let mut map = Entries::default();
            map.text("visie", visie.as_ref());
            map.kept_list("deelnemers", deelnemers);
            map.done()
        });
        map.add(
            "reactie_inbrenger",
            reactie_inbrenger.as_ref().map(|ReactieInbrenger { neemt_mee, passend }| {
                let mut map = Entries::default();
                map.text("neemt_mee", neemt_mee.as_ref());
                map.text("passend", passend.as_ref());
                map.done()
            }),
        );
        map.text("nodig", nodig.as_ref());
        map.list("interventies", interventies, |Interventie { soort, met, verwijzing }| {
            let mut map = Entries::default();
            map.choice("soort", *soort);
            map.texts("met", met);
            map.word("verwijzing", *verwijzing);
            map.done()
        });
        map.list("afspraken", afspraken, agreement);
        map.add("aanvulling_kaart", aanvulling_kaart.as_ref().map(addition));
        map.add(
            "monitor",
            monitor.as_ref().map(|MonitorAfspraak { terug, datum, hoe }| {
                let mut map = Entries::default();
                map.word("terug", *terug);
                map.word("datum", *datum);
                map.text("hoe", hoe.as_ref());
                map.done()
            }),
        );
        Self(map.done())
    }
}

fn figure(one: &Weging) -> Part {
    let Weging { rol, organisatie, cijfer, waarom } = one;
    let mut map = Entries::default();
    map.choice("rol", *rol);
    map.kept("organisatie", organisatie.as_ref());
    let cijfer = cijfer.map(|cijfer| match cijfer {
        Cijfer::Halven(halves) => Part::Halves(halves),
        Cijfer::Geen => Part::Word("geen".to_owned()),
    });
    map.add("cijfer", cijfer);
    map.text("waarom", waarom.as_ref());
    map.done()
}

fn advice(advies: &Advies) -> Part {
    let Advies { soort, uitkomst, tekst, steunt_op, reden, samen_met, keuze_inbrenger } = advies;
    let mut map = Entries::default();
    map.choice("soort", *soort);
    map.choice("uitkomst", *uitkomst);
    map.text("tekst", tekst.as_ref());
    map.list("steunt_op", steunt_op, |nr| Part::Number(u64::from(*nr)));
    map.text("reden", reden.as_ref());
    map.kept_list("samen_met", samen_met);
    map.add(
        "keuze_inbrenger",
        keuze_inbrenger.as_ref().map(|Keuze { wat, reden }| {
            let mut map = Entries::default();
            map.text("wat", wat.as_ref());
            map.text("reden", reden.as_ref());
            map.done()
        }),
    );
    map.done()
}

fn agreement(afspraak: &Afspraak) -> Part {
    let Afspraak { nr, wat, wie, wanneer } = afspraak;
    let mut map = Entries::default();
    map.number("nr", *nr);
    map.text("wat", wat.as_ref());
    map.text("wie", wie.as_ref());
    map.date("wanneer", *wanneer);
    map.done()
}

fn addition(aanvulling: &KaartAanvulling) -> Part {
    let KaartAanvulling { tekst, successen, haalbaar } = aanvulling;
    let mut map = Entries::default();
    map.text("tekst", tekst.as_ref());
    map.texts("successen", successen);
    map.add(
        "haalbaar",
        haalbaar.as_ref().map(|Haalbaar { niveau, wat_houdt_het }| {
            let mut map = Entries::default();
            map.text("niveau", niveau.as_ref());
            map.text("wat_houdt_het", wat_houdt_het.as_ref());
            map.done()
        }),
    );
    map.done()
}

impl From<&Nazorg> for TeamFile {
    fn from(file: &Nazorg) -> Self {
        let Nazorg {
            versie: _,
            terugkoppeling,
            afspraken,
            verder_geholpen,
            overgedragen,
            verantwoording: _,
            blijft_staan: _,
        } = file;
        let mut map = begin();
        map.add(
            "terugkoppeling",
            terugkoppeling.as_ref().map(|Terugkoppeling { datum, met, reactie }| {
                let mut map = Entries::default();
                map.date("datum", *datum);
                map.list("met", met, |wie| Part::Kept(wie.clone()));
                map.text("reactie", reactie.as_ref());
                map.done()
            }),
        );
        map.list("afspraken", afspraken, |NazorgAfspraak { nr, stand, op, reden }| {
            let mut map = Entries::default();
            map.number("nr", *nr);
            map.choice("stand", *stand);
            map.date("op", *op);
            map.text("reden", reden.as_ref());
            map.done()
        });
        map.choice("verder_geholpen", *verder_geholpen);
        map.add(
            "overgedragen",
            overgedragen.as_ref().map(|OverdrachtNaar { aan, op }| {
                let mut map = Entries::default();
                map.kept("aan", aan.as_ref());
                map.date("op", *op);
                map.done()
            }),
        );
        Self(map.done())
    }
}

/// Every file begins with its version.
fn begin() -> Entries {
    let mut map = Entries::default();
    map.number("versie", Some(1_u32));
    map
}
