//! What may not cross to the team: PSE01 and PSE04.
//!
//! Only fixed keys, the pseudonym and the words for the members; texts are for the scanner.

use super::gevonden::PSE02;
use super::words::{filled, missing};
use super::zeldzaam::PSE03;
use super::{CardView, Check, Example, FileView, Finding, Findings, Heading, Moment, Rule, Severity};
use crate::model::{Adres, Casus, CasusFout, Lid, is_role};
use crate::store::Content;

pub(super) const RULES: &[Rule] = &[PSE01, PSE02, PSE03, PSE04];

const PSE01: Rule = Rule {
    id: "PSE01",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[Heading::Samenwerken],
    title: "Op een kaart van het team staat niets waaraan iemand te herkennen is.",
    asks: "Namen, geboortedatum, adres, school, dossiernummer en wie er verder met naam in de teksten staat, blijven in het dossier. Het team ziet een rol en een leeftijd.",
    reason: "Tijdens de bespreking weet alleen de inbrenger om welk gezin het gaat.",
    mend: "Haal van deze kaart weg wat iemand noemt, zoals `voornaam` of `adres`; in het dossier mag het blijven.",
    see: &["PSE04"],
    wrong: Example::Teamkaart(
        "gezin:\n  leden:\n    - {wie: kind1, rol: jeugdige, roepnaam: Noor, leeftijd: 10, woont_bij: [moeder]}\n    - {wie: moeder, rol: ouder_met_gezag}\n    - {wie: vader, rol: ouder_met_gezag}",
    ),
    right: Example::Teamkaart(
        "gezin:\n  leden:\n    - {wie: kind1, rol: jeugdige, leeftijd: 10, woont_bij: [moeder]}\n    - {wie: moeder, rol: ouder_met_gezag}\n    - {wie: vader, rol: ouder_met_gezag}",
    ),
    checks: &[Check::Card(pse01)],
};

fn pse01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !view.of_team {
        return;
    }
    let mut found = |key: String, name: &str, what: &str| {
        findings.add(key, format!("{what} hoort niet op een kaart van het team.")).mend =
            format!("Haal `{name}` weg van deze kaart; in het dossier mag het blijven.").into();
    };
    if filled(view.card.dossiernummer.as_deref()) {
        found("dossiernummer".to_owned(), "dossiernummer", "Een dossiernummer");
    }
    let Some(family) = &view.card.gezin else { return };
    for (index, member) in family.leden.iter() {
        for (key, name, what) in identifying(member) {
            found(format!("gezin.leden[{index}].{key}"), name, what);
        }
    }
    if !family.in_de_tekst.is_empty() {
        found("gezin.in_de_tekst".to_owned(), "in_de_tekst", "Een lijst met namen");
    }
}

/// The keys of a member that name or find a person: path, key, and what it is.
fn identifying(member: &Lid) -> Vec<(&'static str, &'static str, &'static str)> {
    // Taken apart whole, so that a new key does not compile until someone has decided.
    let Lid {
        voornaam,
        roepnaam,
        tussenvoegsel,
        achternaam,
        geboortedatum,
        school,
        adres,
        niet_informeren,
        wie: _,
        rol: _,
        leeftijd: _,
        woont_bij: _,
        gemeente: _,
        contact: _,
    } = member;
    let Adres { straat, huisnummer, postcode, woonplaats } = adres.as_ref().unwrap_or(&NOWHERE);
    // A key with nothing behind it names nobody.
    let stands = |text: &Option<String>| filled(text.as_deref());
    let keys = [
        (stands(voornaam), "voornaam", "voornaam", "Een naam"),
        (stands(roepnaam), "roepnaam", "roepnaam", "Een naam"),
        (stands(tussenvoegsel), "tussenvoegsel", "tussenvoegsel", "Een deel van een naam"),
        (stands(achternaam), "achternaam", "achternaam", "Een naam"),
        (geboortedatum.is_some(), "geboortedatum", "geboortedatum", "Een geboortedatum"),
        (stands(school), "school", "school", "Een school"),
        (stands(straat), "adres.straat", "straat", "Een adres"),
        (stands(huisnummer), "adres.huisnummer", "huisnummer", "Een adres"),
        (stands(postcode), "adres.postcode", "postcode", "Een adres"),
        (stands(woonplaats), "adres.woonplaats", "woonplaats", "Een adres"),
        (stands(niet_informeren), "niet_informeren", "niet_informeren", "Een reden om niets te vertellen"),
    ];
    keys.into_iter().filter_map(|(stands, path, key, what)| stands.then_some((path, key, what))).collect()
}

const NOWHERE: Adres = Adres { straat: None, huisnummer: None, postcode: None, woonplaats: None };

const PSE04: Rule = Rule {
    id: "PSE04",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[Heading::Samenwerken],
    title: "De casus heeft een goed pseudoniem en elk lid van het gezin een rol als naam.",
    asks: "`casus` is een pseudoniem dat klopt: vier tekens, een streepje en vier tekens. `wie` is een woord voor de rol, zo nodig met een nummer: kind1, moeder, stiefvader2. Nooit een naam.",
    reason: "Aan een pseudoniem en een rol is niemand te herkennen.",
    mend: "Schrijf bij `casus` het pseudoniem zoals de casus het kreeg, teken voor teken.",
    see: &["PSE01", "MAP03"],
    wrong: Example::Teamkaart("casus: 7k3f-9qxm"),
    right: Example::Teamkaart("casus: 7k3f-9qxr"),
    checks: &[Check::Card(pse04), Check::File(pse04_file)],
};

fn pse04(view: &CardView<'_>, findings: &mut Findings<'_>) {
    match &view.card.casus {
        Some(casus) => pseudonym(casus, findings),
        None if view.of_team => {
            let finding = findings.add("casus", "Op deze kaart ontbreekt het pseudoniem.");
            finding.label = Some(missing(&["casus"]).into());
            finding.mend = "Zet bij `casus` het pseudoniem van deze casus.".into();
        }
        None => {}
    }
    for (index, member) in view.card.gezin.iter().flat_map(|family| family.leden.iter()) {
        let key = format!("gezin.leden[{index}].wie");
        let finding = match member.wie.as_deref().filter(|wie| filled(Some(wie))) {
            Some(name) if is_role(name) => continue,
            Some(_) => findings.add(key, "Dit is geen woord voor een rol."),
            None => {
                let finding = findings.add(key, "Bij dit lid van het gezin ontbreekt `wie`.");
                finding.label = Some(missing(&["wie"]).into());
                finding
            }
        };
        finding.mend = "Schrijf bij `wie` de rol, zo nodig met een nummer: kind1, moeder, vader, oma, overig1.".into();
    }
}

fn pse04_file(view: &FileView<'_>, findings: &mut Findings<'_>) {
    if let Content::Koppeling(link) = view.content
        && let Some(casus) = &link.casus
    {
        pseudonym(casus, findings);
    }
}

fn pseudonym(casus: &str, findings: &mut Findings<'_>) {
    let (message, mend) = match Casus::read(casus) {
        Ok(_) => return,
        Err(CasusFout::Vorm) => (
            "Dit is geen pseudoniem van een casus.",
            "Schrijf bij `casus` het pseudoniem: vier tekens, een streepje en vier tekens, zoals 7k3f-9qxr.",
        ),
        Err(CasusFout::Controleteken) => (
            "In dit pseudoniem is een teken verkeerd, of zijn er twee verwisseld.",
            "Neem bij `casus` het pseudoniem over uit `koppeling.yaml` of van de naam van de map.",
        ),
    };
    let finding: &mut Finding = findings.add("casus", message);
    finding.mend = mend.into();
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::paths;

    #[test]
    fn a_key_with_nothing_behind_it_names_nobody() {
        let member = |keys: &str| {
            let member = format!("{{wie: moeder, rol: ouder_met_gezag, {keys}}}");
            paths("PSE01", &format!("casus: 7k3f-9qxr\ngezin: {{leden: [{member}]}}"))
        };
        assert!(member("voornaam: '', adres: {straat: ' '}, school:").is_empty());
        assert_eq!(member("adres: {straat: Korstmosweg}"), ["gezin.leden[0].adres.straat"]);
    }
}
