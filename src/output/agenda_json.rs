//! An agenda as JSON: a contract for scripts. Every key is always there and the order is
//! fixed; new keys may come, nothing is renamed or dropped.

use super::{ShownAgenda, escape};
use crate::agenda::{Afgesproken, Agenda, Eerder, NietBesproken, Punt, Staat, WaaromNiet};
use crate::model::{
    Aanleiding, AdviesSoort, AdviesUitkomst, AfspraakStand, Casus, Cijfer, MinimumEis, Soort, TafelRol,
};
use crate::rules::{Finding, Severity, clash, clash_rule};
use crate::tafel::{Plaats, Reden, Waarom};
use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Root {
    versie: u8,
    regio: String,
    vergadering: String,
    staat: Staat,
    begin: String,
    eind: String,
    locatie: Option<String>,
    aan_tafel: Vec<AanTafel>,
    niet_bezet: Vec<NietBezet>,
    lege_stoelen: u32,
    botsingen: Vec<Botsing>,
    verzonden: Option<Verzonden>,
    minimum: Minimum,
    openstaand: Vec<Open>,
    zaken: Vec<Zaak>,
    te_veel_minuten: i64,
    kan_verschuiven: Option<Casus>,
    niet_besproken: Vec<Buiten>,
    te_besluiten: Vec<Casus>,
    pauzes: Vec<Pauze>,
    niet_gelezen: Vec<NietGelezen>,
}

#[derive(Serialize)]
struct Persoon {
    rol: TafelRol,
    organisatie: String,
}

#[derive(Serialize)]
struct AanTafel {
    rol: TafelRol,
    organisatie: Option<String>,
    naam: Option<String>,
    voor: Option<Vec<Casus>>,
    redenen: Vec<Reden>,
    vervangt: Option<Persoon>,
    voorlopig: bool,
    expertise: Option<String>,
    reden: Option<String>,
    groep: Option<String>,
}

#[derive(Serialize)]
struct NietBezet {
    rol: TafelRol,
    groep: Option<String>,
    organisatie: Option<String>,
    voor: Option<Vec<Casus>>,
    waarom: Waarom,
}

#[derive(Serialize)]
struct Botsing {
    regel: &'static str,
    boodschap: String,
}

#[derive(Serialize)]
struct Verzonden {
    op: Option<String>,
    aan: Vec<String>,
    gewijzigd: Vec<Casus>,
    niet_verstuurd: Vec<Casus>,
    niet_opnieuw: Vec<String>,
}

#[derive(Serialize)]
struct Minimum {
    gehaald: bool,
    eisen: Vec<Eis>,
}

#[derive(Serialize)]
struct Eis {
    rol: MinimumEis,
    door: Option<String>,
}

#[derive(Serialize)]
struct Open {
    casus: Casus,
    van: String,
    #[serde(flatten)]
    afspraak: Afspraak,
}

#[derive(Serialize)]
struct Afspraak {
    nr: Option<u32>,
    wat: Option<String>,
    wie: Option<String>,
    wanneer: Option<String>,
    te_laat: bool,
    stand: Option<AfspraakStand>,
    op: Option<String>,
}

#[derive(Serialize)]
struct Telling {
    fout: usize,
    waarschuwing: usize,
}

#[derive(Serialize)]
struct Beantwoord {
    regel: &'static str,
    reden: Option<String>,
}

#[derive(Serialize)]
struct Zaak {
    casus: Casus,
    van: String,
    tot: String,
    staat: Staat,
    soort: Soort,
    spoed: Option<String>,
    gemeente: Option<String>,
    inbrenger: Option<String>,
    organisatie: Option<String>,
    aanleiding: Vec<Aanleiding>,
    vraag: Option<String>,
    regels: Vec<&'static str>,
    telling: Telling,
    beantwoord: Vec<Beantwoord>,
    advies_vooraf: Option<String>,
    ondanks: Option<String>,
    past: bool,
    eerder: Option<Vorige>,
    verschoven_van: Option<String>,
}

#[derive(Serialize)]
struct Vorige {
    vergadering: String,
    weging: Vec<Weging>,
    advies: Option<Advies>,
    afspraken: Vec<Afspraak>,
}

#[derive(Serialize)]
struct Weging {
    organisatie: String,
    cijfer: Cijfer,
}

#[derive(Serialize)]
struct Advies {
    soort: Option<AdviesSoort>,
    uitkomst: Option<AdviesUitkomst>,
    tekst: Option<String>,
}

#[derive(Serialize)]
struct Pauze {
    van: String,
    tot: String,
}

#[derive(Serialize)]
struct Buiten {
    casus: Casus,
    waarom: WaaromNiet,
    dagen: Option<i64>,
    regels: Vec<&'static str>,
    reden: Option<String>,
    naar: Option<String>,
    soort: Option<Soort>,
    gemeente: Option<String>,
    inbrenger: Option<String>,
    organisatie: Option<String>,
    via: Option<String>,
    uiterste_dag: String,
    spoed: Option<String>,
    door: Option<String>,
    nu_naar: Option<String>,
}

#[derive(Serialize)]
struct NietGelezen {
    bestand: String,
    regel: &'static str,
    regelnummer: Option<u32>,
    kolom: Option<u32>,
}

/// Writes an agenda.
pub fn agenda_json(shown: &ShownAgenda, out: &mut impl Write) -> io::Result<()> {
    let text = serde_json::to_string_pretty(&root(shown.agenda()))?;
    writeln!(out, "{}", escape::json(&text))
}

fn day(day: NaiveDate) -> String {
    day.to_string()
}

fn time(time: NaiveTime) -> String {
    time.format("%H:%M").to_string()
}

/// Texts of several lines keep their lines, without the line end at their end.
fn text(text: Option<&String>) -> Option<String> {
    text.map(|text| text.trim_end().to_owned())
}

fn root(agenda: &Agenda) -> Root {
    let tafel = &agenda.tafel;
    let pauzes = agenda.zaken.iter().filter_map(|punt| punt.pauze);
    Root {
        versie: 1,
        regio: agenda.regio.clone(),
        vergadering: day(agenda.day),
        staat: agenda.staat,
        begin: time(agenda.begin),
        eind: time(agenda.eind),
        locatie: agenda.locatie.clone(),
        aan_tafel: tafel.plaatsen.iter().map(aan_tafel).collect(),
        niet_bezet: tafel
            .niet_bezet
            .iter()
            .map(|empty| NietBezet {
                rol: empty.rol,
                groep: empty.groep.clone(),
                organisatie: empty.organisatie.clone(),
                voor: empty.voor.clone(),
                waarom: empty.waarom,
            })
            .collect(),
        lege_stoelen: tafel.lege_stoelen,
        botsingen: agenda
            .botsingen
            .iter()
            .map(|(a, b)| Botsing { regel: clash_rule(a, b), boodschap: clash(a, b) })
            .collect(),
        verzonden: agenda.verzonden.as_ref().map(|sent| Verzonden {
            op: sent.op.map(|op| op.to_rfc3339()),
            aan: sent.aan.clone(),
            gewijzigd: sent.gewijzigd.clone(),
            niet_verstuurd: sent.niet_verstuurd.clone(),
            niet_opnieuw: sent.niet_opnieuw.clone(),
        }),
        minimum: Minimum {
            gehaald: tafel.has_minimum(),
            eisen: tafel.minimum.iter().map(|(rol, door)| Eis { rol: *rol, door: door.clone() }).collect(),
        },
        openstaand: agenda
            .openstaand
            .iter()
            .map(|open| Open { casus: open.casus, van: day(open.van), afspraak: afspraak(&open.afspraak) })
            .collect(),
        zaken: agenda.zaken.iter().map(zaak).collect(),
        te_veel_minuten: agenda.planning.te_veel,
        kan_verschuiven: agenda.planning.kan_verschuiven,
        niet_besproken: agenda.niet_besproken.iter().map(buiten).collect(),
        te_besluiten: agenda.te_besluiten.clone(),
        pauzes: pauzes.map(|pauze| Pauze { van: time(pauze.van), tot: time(pauze.tot) }).collect(),
        niet_gelezen: agenda.niet_gelezen.iter().map(niet_gelezen).collect(),
    }
}

fn aan_tafel(plaats: &Plaats) -> AanTafel {
    AanTafel {
        rol: plaats.rol,
        organisatie: plaats.organisatie.clone(),
        naam: plaats.naam.clone(),
        voor: plaats.voor.clone(),
        redenen: plaats.redenen.clone(),
        vervangt: plaats.vervangt.clone().map(|(rol, organisatie)| Persoon { rol, organisatie }),
        voorlopig: plaats.voorlopig,
        expertise: plaats.expertise.clone(),
        reden: text(plaats.reden.as_ref()),
        groep: plaats.groep.clone(),
    }
}

fn afspraak(made: &Afgesproken) -> Afspraak {
    Afspraak {
        nr: made.nr,
        wat: text(made.wat.as_ref()),
        wie: made.wie.clone(),
        wanneer: made.wanneer.map(|when| when.to_string()),
        te_laat: made.te_laat,
        stand: made.stand,
        op: made.op.map(|op| op.to_string()),
    }
}

/// The rules of findings, each once.
fn rules(findings: &[Finding]) -> Vec<&'static str> {
    let mut rules: Vec<&'static str> = findings.iter().map(|finding| finding.rule.id).collect();
    rules.sort_unstable();
    rules.dedup();
    rules
}

fn zaak(punt: &Punt) -> Zaak {
    let count = |severity| punt.open.iter().filter(|finding| finding.rule.severity == severity).count();
    Zaak {
        casus: punt.casus,
        van: time(punt.van),
        tot: time(punt.tot),
        staat: if punt.besloten { Staat::Besloten } else { Staat::Voorstel },
        soort: punt.soort,
        spoed: text(punt.kaart.spoed.as_ref()),
        gemeente: punt.kaart.gemeente.clone(),
        inbrenger: punt.kaart.inbrenger.clone(),
        organisatie: punt.kaart.organisatie.clone(),
        aanleiding: punt.aanleiding.clone(),
        vraag: text(punt.vraag.as_ref()),
        regels: rules(&punt.open),
        telling: Telling { fout: count(Severity::Fout), waarschuwing: count(Severity::Waarschuwing) },
        beantwoord: punt
            .beantwoord
            .iter()
            .map(|finding| Beantwoord { regel: finding.rule.id, reden: text(finding.answer.as_ref()) })
            .collect(),
        advies_vooraf: text(punt.advies_vooraf.as_ref()),
        ondanks: text(punt.ondanks.as_ref()),
        past: punt.past,
        eerder: punt.eerder.as_ref().map(vorige),
        verschoven_van: punt.verschoven_van.map(day),
    }
}

fn vorige(eerder: &Eerder) -> Vorige {
    Vorige {
        vergadering: day(eerder.vergadering),
        weging: eerder
            .weging
            .iter()
            .map(|figure| Weging { organisatie: figure.organisatie.clone(), cijfer: figure.cijfer })
            .collect(),
        advies: eerder.advies.as_ref().map(|advies| Advies {
            soort: advies.soort,
            uitkomst: advies.uitkomst,
            tekst: text(advies.tekst.as_ref()),
        }),
        afspraken: eerder.afspraken.iter().map(afspraak).collect(),
    }
}

fn buiten(entry: &NietBesproken) -> Buiten {
    Buiten {
        casus: entry.casus,
        waarom: entry.waarom,
        dagen: entry.dagen,
        regels: rules(&entry.open),
        reden: text(entry.reden.as_ref()),
        naar: entry.naar.map(day),
        nu_naar: entry.nu_naar.map(day),
        soort: entry.soort,
        gemeente: entry.kaart.gemeente.clone(),
        inbrenger: entry.kaart.inbrenger.clone(),
        organisatie: entry.kaart.organisatie.clone(),
        via: entry.kaart.via.clone(),
        uiterste_dag: day(entry.uiterste_dag),
        spoed: text(entry.kaart.spoed.as_ref()),
        door: entry.door.clone(),
    }
}

fn niet_gelezen(finding: &Finding) -> NietGelezen {
    NietGelezen {
        bestand: finding.file.clone(),
        regel: finding.rule.id,
        regelnummer: finding.spot.as_ref().map(|spot| spot.line),
        kolom: finding.spot.as_ref().map(|spot| spot.column),
    }
}
