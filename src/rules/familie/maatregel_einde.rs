//! MTR: what is needed when a measure ends: what follows it, and the test of the Raad
//! (chapter 4, Afsluiten maatregel).

use super::maatregel::at_eighteen;
use super::words::{enumeration, missing};
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::{Aandacht, JeugdhulpNaAfloop, Maatregel};

pub(super) const RULES: &[Rule] = &[MTR04, MTR05];

const MTR04: Rule = Rule {
    id: "MTR04",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Afsluiten],
    sources: &[Heading::AfsluitenMaatregel, Heading::Achttien],
    title: "Volgt er geen jeugdhulp, dan is gekeken wat er verder nodig is.",
    asks: "Van een maatregel die eindigt, staat op de kaart of er daarna jeugdhulp is. Volgt er geen, dan is gekeken naar \
           wonen, Wmo en maatschappelijk werk. Verlengde jeugdhulp kan tot de leeftijd die de regio noemt bij \
           `verlengde_jeugdhulp` (standaard 23 jaar).",
    reason: "Wie uit beeld raakt zonder huis of hulp, is snel weer onveilig.",
    mend: "Zet bij de maatregel `jeugdhulp_na_afloop` op ja, verlengd of nee. Bij nee: zet bij `aandacht` waar je naar \
           keek: wonen, wmo, maatschappelijk_werk.",
    see: &["MTR02", "OVD03"],
    wrong: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: nee, aandacht: [wonen]}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen: [Kind 1 slaapt weer door.]
",
    ),
    right: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen: [Kind 1 slaapt weer door.]
",
    ),
    checks: &[Check::Card(mtr04)],
};

fn mtr04(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let until = view.regio.leeftijden.verlengde_jeugdhulp;
    for (index, measure) in view.card.maatregelen.iter() {
        let key = |key: &str| format!("maatregelen[{index}].{key}");
        match measure.jeugdhulp_na_afloop {
            None => {
                let message = "Er staat nog niet of er na deze maatregel jeugdhulp is.";
                findings.add(key("jeugdhulp_na_afloop"), message).label =
                    Some(missing(&["jeugdhulp_na_afloop"]).into());
            }
            Some(JeugdhulpNaAfloop::Nee) => {
                let open = not_considered(measure);
                if !open.is_empty() {
                    let message =
                        format!("Na deze maatregel is er geen jeugdhulp; kijk ook naar {}.", enumeration(&open));
                    findings.add(key("aandacht"), message);
                }
            }
            Some(JeugdhulpNaAfloop::Verlengd) => {
                let person = measure.wie.as_deref().and_then(|wie| view.betrokkenen.find(wie));
                if person.is_some_and(|person| person.has_reached(until)) {
                    let message = format!("Verlengde jeugdhulp kan tot {until} jaar.");
                    findings.add(key("jeugdhulp_na_afloop"), message);
                }
            }
            Some(JeugdhulpNaAfloop::Ja) => {}
        }
    }
}

/// What was not looked at, in the order of the handbook.
fn not_considered(measure: &Maatregel) -> Vec<String> {
    let all =
        [(Aandacht::Wonen, "wonen"), (Aandacht::Wmo, "Wmo"), (Aandacht::MaatschappelijkWerk, "maatschappelijk werk")];
    let open = all.into_iter().filter(|(what, _)| !measure.aandacht.values().any(|seen| seen == what));
    open.map(|(_, word)| word.to_owned()).collect()
}

const MTR05: Rule = Rule {
    id: "MTR05",
    severity: Severity::Fout,
    moments: &[Moment::Afsluiten],
    sources: &[Heading::AfsluitenMaatregel],
    title: "De Raad toetst het voornemen om de maatregel te beëindigen, voor het einde.",
    asks: "Van een maatregel die eindigt, staat op de kaart wanneer de Raad voor de Kinderbescherming het voornemen toetste \
           of toetst: niet na het einde. Stopt de maatregel op 18 jaar, dan hoeft dat niet.",
    reason: "Een tweede blik voorkomt dat een maatregel te vroeg stopt.",
    mend: "Zet bij de maatregel, bij `rvdk_getoetst`, wanneer de Raad het voornemen toetst. Stopt zij op 18 jaar? Zet dan \
           `reden` op achttien.",
    see: &["MTR01", "MTR02"],
    wrong: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-07-06,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen: [Kind 1 slaapt weer door.]
",
    ),
    right: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen: [Kind 1 slaapt weer door.]
",
    ),
    checks: &[Check::Card(mtr05)],
};

fn mtr05(view: &CardView<'_>, findings: &mut Findings<'_>) {
    for (index, measure) in view.card.maatregelen.iter().filter(|(_, one)| at_eighteen(view, one).is_none()) {
        let key = format!("maatregelen[{index}].rvdk_getoetst");
        match (measure.rvdk_getoetst, measure.einde) {
            (None, _) => {
                let message = "Er staat nog niet wanneer de Raad het einde van deze maatregel toetst.";
                findings.add(key, message).label = Some(missing(&["rvdk_getoetst"]).into());
            }
            (Some(tested), Some(end)) if tested.first() > end.last() => {
                findings.add(key, "Volgens deze datum toetst de Raad pas na het einde van de maatregel.");
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::{found, paths};

    fn closing(rule: &str, measure: &str) -> Vec<String> {
        paths(rule, &format!("{{soort: afsluiten_maatregel, maatregelen: [{{wie: kind1, soort: ots, {measure}}}]}}"))
    }

    #[test]
    fn without_youth_help_all_three_are_looked_at() {
        assert_eq!(closing("MTR04", "reden: overig"), ["maatregelen[0].jeugdhulp_na_afloop"]);
        assert_eq!(closing("MTR04", "jeugdhulp_na_afloop: nee"), ["maatregelen[0].aandacht"]);
        let card = "{soort: afsluiten_maatregel, maatregelen: [{jeugdhulp_na_afloop: nee, aandacht: [wmo]}]}";
        let message = &found("MTR04", card)[0].message;
        assert_eq!(message, "Na deze maatregel is er geen jeugdhulp; kijk ook naar wonen en maatschappelijk werk.");
        assert!(closing("MTR04", "jeugdhulp_na_afloop: nee, aandacht: [wmo, maatschappelijk_werk, wonen]").is_empty());
        assert!(closing("MTR04", "jeugdhulp_na_afloop: ja").is_empty());
    }

    #[test]
    fn prolonged_youth_help_ends_at_twenty_three() {
        let aged = |age: &str| {
            let family = format!("gezin: {{leden: [{{wie: kind1, rol: jeugdige, {age}}}]}}");
            paths(
                "MTR04",
                &format!(
                    "soort: afsluiten_maatregel\n{family}\nmaatregelen: [{{wie: kind1, jeugdhulp_na_afloop: verlengd}}]"
                ),
            )
        };
        assert!(aged("geboortedatum: 2003-03-13").is_empty(), "22 on the day");
        assert_eq!(aged("geboortedatum: 2003-03-12").len(), 1);
        assert!(aged("geboortedatum: 2003-03").is_empty(), "22 or 23");
        assert!(aged("leeftijd: 17").is_empty() && aged("leeftijd: onbekend").is_empty());
    }

    #[test]
    fn the_raad_tests_before_the_end_but_not_at_eighteen() {
        let key = ["maatregelen[0].rvdk_getoetst"];
        assert_eq!(closing("MTR05", "reden: doelen_behaald, einde: 2026-06-30"), key);
        assert_eq!(closing("MTR05", "einde: 2026-06-30"), key, "without a reason nobody can tell");
        assert!(closing("MTR05", "reden: achttien, einde: 2026-06").is_empty());
        assert!(closing("MTR05", "reden: overig, einde: 2026-06-30, rvdk_getoetst: 2026-06-30").is_empty());
        assert_eq!(closing("MTR05", "reden: overig, einde: 2026-06-30, rvdk_getoetst: 2026-07").len(), 1);
        assert!(
            closing("MTR05", "reden: overig, einde: 2026-06-30, rvdk_getoetst: 2026-06").is_empty(),
            "or before it"
        );
        assert!(closing("MTR05", "reden: overig, einde: 2026-06, rvdk_getoetst: 2026-06-20").is_empty(), "or after it");
    }
}
