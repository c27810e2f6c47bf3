//! RVK: the Raad voor de Kinderbescherming, from the talk to the court order (chapter 3;
//! chapter 4, stap 2).

use super::gesprek::{When, when};
use super::words::{filled, missing, note_missing};
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::calendar::months_after;
use crate::model::{GeleidDoor, JaNee, OrganisatieSoort, RvdkBesluitSoort, RvdkTraject, RvdkUitkomst};
use crate::yaml::Path;

pub(super) const RULES: &[Rule] = &[RVK01, RVK02, RVK03, RVK04];

const RVK01: Rule = Rule {
    id: "RVK01",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::StemKlinktDoor, Heading::OnderzoekRvdk],
    title: "De casusregisseur leidde het gesprek met de Raad, met het gezin erbij.",
    asks: "Staat er een traject met de Raad voor de Kinderbescherming op de kaart, dan staat erbij wanneer het gesprek is \
           of was. Is het geweest, dan leidde de casusregisseur het, en was het gezin erbij.",
    reason: "Het gezin kent de casusregisseur. Met die erbij blijft het een gesprek met het gezin, niet over het gezin.",
    mend: "Zet onder `rvdk` bij `gesprek` wanneer het gesprek is, bij `geleid_door` wie het leidde, en bij `aanwezig` wie \
           van het gezin erbij was. Ging het anders? Leg bij `verantwoording` uit waarom.",
    see: &["ROU01", "RVK02"],
    wrong: Example::Dossierkaart("rvdk: {gesprek: 2026-02-12, geleid_door: rvdk, aanwezig: [moeder, kind1]}\n"),
    right: Example::Dossierkaart(
        "rvdk: {gesprek: 2026-02-12, geleid_door: casusregisseur, aanwezig: [moeder, kind1]}\n",
    ),
    checks: &[Check::Card(rvk01)],
};

/// Whether anything stands there about the Raad: a map without a value is no answer yet.
fn is_begun(rvdk: &RvdkTraject) -> bool {
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
    } = rvdk;
    let dates = [gesprek, volgen_tot, beschikking].iter().any(|date| date.is_some());
    let lists = !(aanwezig.is_empty() && besluiten.is_empty() && reacties.is_empty());
    dates || lists || geleid_door.is_some() || filled(afspraken.as_deref()) || uitkomst.is_some()
}

fn rvk01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(rvdk) = view.card.rvdk.as_ref().filter(|rvdk| is_begun(rvdk)) else { return };
    let Some(gesprek) = rvdk.gesprek else {
        let message = "Er staat nog niet wanneer het gesprek met de Raad was, of is.";
        findings.add("rvdk.gesprek", message).label = Some(missing(&["gesprek"]).into());
        return;
    };
    if gesprek.last() > view.day {
        return;
    }
    match rvdk.geleid_door {
        Some(GeleidDoor::Casusregisseur) => {}
        Some(GeleidDoor::Rvdk | GeleidDoor::Ander) => {
            findings.add("rvdk.geleid_door", "Het gesprek met de Raad is niet door de casusregisseur geleid.");
        }
        None => {
            let message = "Er staat nog niet wie het gesprek met de Raad leidde.";
            findings.add("rvdk.geleid_door", message).label = Some(missing(&["geleid_door"]).into());
        }
    }
    let people = &view.betrokkenen;
    // A word that names nobody is MAP02's.
    let may_be_family = |wie: &String| {
        people.find(wie).is_none_or(|person| person.rol.is_none() || person.is_jeugdige() || person.is_opvoeder())
    };
    if !rvdk.aanwezig.is_asked() {
        let message = "Er staat nog niet wie van het gezin bij het gesprek met de Raad was.";
        findings.add("rvdk.aanwezig", message).label = Some(missing(&["aanwezig"]).into());
    } else if !rvdk.aanwezig.values().any(may_be_family) {
        findings.add("rvdk.aanwezig", "Bij het gesprek met de Raad was geen ouder of jeugdige.");
    }
}

const RVK02: Rule = Rule {
    id: "RVK02",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Interventies],
    title: "Volgt de Raad, dan staat er tot wanneer, en welke afspraken.",
    asks: "Volgt de Raad of de afspraken worden nagekomen, dan staan die op de kaart, met tot wanneer. Dat is meestal niet \
           langer dan de maanden die de regio noemt bij `rvdk_volgen_maanden` (standaard 3).",
    reason: "Zonder einde en zonder afspraken weet het gezin niet waar het aan toe is.",
    mend: "Zet onder `rvdk` bij `volgen_tot` tot wanneer de Raad volgt, en schrijf bij `afspraken` wat er is afgesproken. \
           Volgt de Raad langer? Leg bij `verantwoording` uit waarom.",
    see: &["RVK01", "RVK03"],
    wrong: Example::Dossierkaart(
        "rvdk:
  gesprek: 2026-02-12
  geleid_door: casusregisseur
  aanwezig: [moeder, vader]
  besluiten: [{wat: volgen, datum: 2026-02-12, via: corv}]
",
    ),
    right: Example::Dossierkaart(
        "rvdk:
  gesprek: 2026-02-12
  geleid_door: casusregisseur
  aanwezig: [moeder, vader]
  afspraken: Vader volgt de training en is er elke keer.
  volgen_tot: 2026-05-12
  besluiten: [{wat: volgen, datum: 2026-02-12, via: corv}]
",
    ),
    checks: &[Check::Card(rvk02)],
};

fn rvk02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(rvdk) = &view.card.rvdk else { return };
    let last = rvdk.besluiten.values().filter(|besluit| besluit.wat.is_some()).last();
    let follows = last.is_some_and(|besluit| besluit.wat == Some(RvdkBesluitSoort::Volgen));
    // Once another decision or an outcome came, following is over.
    if rvdk.uitkomst.is_some() || !follows && (last.is_some() || rvdk.volgen_tot.is_none()) {
        return;
    }
    let parts = [("volgen_tot", rvdk.volgen_tot.is_some()), ("afspraken", filled(rvdk.afspraken.as_deref()))];
    let open: Vec<&str> = parts.iter().filter(|(_, is_there)| !is_there).map(|(key, _)| *key).collect();
    note_missing(findings, "rvdk", &open, "Er staat nog niet tot wanneer de Raad volgt, of wat er is afgesproken.");
    let months = view.regio.termijnen.rvdk_volgen_maanden;
    let from = last.and_then(|besluit| besluit.datum).or(rvdk.gesprek);
    let usual = from.and_then(|from| months_after(from.last(), months));
    if rvdk.volgen_tot.zip(usual).is_some_and(|(until, usual)| until.first() > usual) {
        let message = format!("De Raad volgt langer dan de {months} maanden die in de regio gewoon zijn.");
        findings.add("rvdk.volgen_tot", message);
    }
}

const RVK03: Rule = Rule {
    id: "RVK03",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::OnderzoekRvdk],
    title: "Van de Raad staan besluiten en uitkomst op de kaart, met de reacties erop.",
    asks: "Elk besluit van de Raad heeft een datum. Is er een uitkomst, dan staat er ook bij dat het bericht via CORV kwam, \
           en staat van alle betrokkenen de reactie op de kaart: ouders met gezag, jeugdigen vanaf de leeftijd \
           `betrokkene` van de regio (standaard 8 jaar), voogd, pleegouders, stiefouders, en een ouder zonder gezag die \
           apart woont en contact heeft.",
    reason: "Het gezin moet weten wat er is besloten, en gehoord worden over wat dat betekent.",
    mend: "Zet bij `besluiten` elk besluit met `wat`, `datum` en `via: corv`. Bespreek de uitkomst met iedereen en schrijf \
           de reactie bij `reacties`. Lukt dat niet? Leg bij `verantwoording` uit waarom.",
    see: &["RVK01", "STM02"],
    wrong: Example::Dossierkaart(
        "rvdk:
  gesprek: 2026-01-29
  geleid_door: casusregisseur
  aanwezig: [moeder, vader, kind1]
  besluiten: [{wat: onderzoek, datum: 2026-01-29, via: corv}]
  uitkomst: geen_rekest
  reacties:
    - {wie: moeder, reactie: Ik ben blij dat het klaar is.}
    - {wie: kind1, reactie: Ik hoef niet weg.}
",
    ),
    right: Example::Dossierkaart(
        "rvdk:
  gesprek: 2026-01-29
  geleid_door: casusregisseur
  aanwezig: [moeder, vader, kind1]
  besluiten: [{wat: onderzoek, datum: 2026-01-29, via: corv}]
  uitkomst: geen_rekest
  reacties:
    - {wie: moeder, reactie: Ik ben blij dat het klaar is.}
    - {wie: vader, reactie: Ik had dit verwacht.}
    - {wie: kind1, reactie: Ik hoef niet weg.}
",
    ),
    checks: &[Check::Card(rvk03)],
};

fn rvk03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(rvdk) = &view.card.rvdk else { return };
    let has_outcome = rvdk.uitkomst.is_some();
    for (index, besluit) in rvdk.besluiten.iter() {
        let parts = [
            ("wat", besluit.wat.is_some()),
            ("datum", besluit.datum.is_some()),
            ("via", besluit.via.is_some() || !has_outcome),
        ];
        let open: Vec<&str> = parts.iter().filter(|(_, is_there)| !is_there).map(|(key, _)| *key).collect();
        note_missing(findings, &format!("rvdk.besluiten[{index}]"), &open, "Dit besluit van de Raad is nog niet af.");
    }
    if !has_outcome {
        return;
    }
    if rvdk.besluiten.is_empty() {
        let message = "Er is een uitkomst, en het besluit van de Raad staat er nog niet.";
        findings.add("rvdk.besluiten", message);
    }
    if rvdk.reacties.is_whole() {
        reactions(view, rvdk, findings);
    }
}

/// The reaction of everyone who is certainly concerned.
fn reactions(view: &CardView<'_>, rvdk: &RvdkTraject, findings: &mut Findings<'_>) {
    let people = &view.betrokkenen;
    for person in people.all.iter().filter(|person| person.betrokkene == JaNee::Ja) {
        let is_own = |wie: Option<&str>| person.wie.is_some() && wie.map(str::trim) == person.wie;
        let mut own = rvdk.reacties.iter().filter(|(_, entry)| is_own(entry.wie.as_deref())).peekable();
        let message = format!("De reactie van {} op de uitkomst staat nog niet op de kaart.", person.words());
        match own.peek().map(|(index, _)| *index) {
            Some(index) if !own.any(|(_, entry)| filled(entry.reactie.as_deref())) => {
                let finding = findings.add(format!("rvdk.reacties[{index}].reactie"), message);
                finding.label = Some(missing(&["reactie"]).into());
            }
            Some(_) => {}
            None if people.may_be_meant(person, rvdk.reacties.values().filter_map(|entry| entry.wie.as_deref())) => {}
            None => {
                let finding = findings.add(format!("gezin.leden[{}]", person.index), message);
                let list = Path::root().key("rvdk").key("reacties");
                finding.alias = person.wie.map(|wie| list.named(wie).to_string());
                finding.label = Some("staat nog niet bij `reacties`".into());
            }
        }
    }
}

const RVK04: Rule = Rule {
    id: "RVK04",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::OvergangGi],
    title: "Na een maatregel van de rechter heeft een GI de casus.",
    asks: "Heeft de rechter een maatregel opgelegd, dan is de casusregisseur van een GI, zolang de maatregel loopt.",
    reason: "Na de beschikking heeft de GI de regie. Het gezin moet weten wie dat is.",
    mend: "Zet onder `casusregisseur` wie er bij de GI de casus heeft, en bij `overdracht` hoe die ging. Is de maatregel \
           voorbij? Zet dan bij `maatregelen` het `einde`.",
    see: &["OVD01", "RVK03"],
    wrong: Example::Dossierkaart(
        "rvdk:
  gesprek: 2025-09-18
  geleid_door: casusregisseur
  aanwezig: [moeder, vader, kind1]
  besluiten: [{wat: onderzoek, datum: 2025-09-18, via: corv}]
  uitkomst: maatregel_opgelegd
  beschikking: 2026-02-03
  reacties:
    - {wie: moeder, reactie: Ik had dit verwacht.}
    - {wie: vader, reactie: Ik ben het er niet mee eens.}
    - {wie: kind1, reactie: Ik wil weten wie er komt.}
",
    ),
    right: Example::Dossierkaart(
        "casusregisseur: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, sinds: 2026-02-10}
rvdk:
  gesprek: 2025-09-18
  geleid_door: casusregisseur
  aanwezig: [moeder, vader, kind1]
  besluiten: [{wat: onderzoek, datum: 2025-09-18, via: corv}]
  uitkomst: maatregel_opgelegd
  beschikking: 2026-02-03
  reacties:
    - {wie: moeder, reactie: Ik had dit verwacht.}
    - {wie: vader, reactie: Ik ben het er niet mee eens.}
    - {wie: kind1, reactie: Ik wil weten wie er komt.}
",
    ),
    checks: &[Check::Card(rvk04)],
};

fn rvk04(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    let Some(rvdk) = card.rvdk.as_ref().filter(|rvdk| rvdk.uitkomst == Some(RvdkUitkomst::MaatregelOpgelegd)) else {
        return;
    };
    if rvdk.beschikking.is_some_and(|on| on.last() > view.day) {
        return;
    }
    // A measure that is over, or may be, can have brought the case back to the municipality.
    let may_be_over = card.maatregelen.values().any(|one| one.einde.is_some_and(|end| end.first() <= view.day));
    let organisation = card.casusregisseur.as_ref().and_then(|one| one.organisatie.as_deref());
    let known = organisation.and_then(|name| view.regio.bekend(name, view.day));
    let is_other = known.is_some_and(|known| known.soort != Some(OrganisatieSoort::GecertificeerdeInstelling));
    if is_other && !may_be_over && !was_handed_back(view) {
        let message = "De rechter legde een maatregel op, en de casusregisseur is niet van een GI.";
        findings.add("casusregisseur.organisatie", message);
    }
}

/// Whether a GI handed the case over again.
fn was_handed_back(view: &CardView<'_>) -> bool {
    let Some(handover) = &view.card.overdracht else { return false };
    let from = handover.van.as_deref().and_then(|name| view.regio.bekend(name, view.day));
    let by_gi = from.is_some_and(|from| from.soort == Some(OrganisatieSoort::GecertificeerdeInstelling));
    by_gi && when(handover.datum, view) != When::Ahead
}

#[cfg(test)]
mod tests;
