//! VIE: what went well, and the safety that this family can reach (chapter 4, Succes vieren).

use super::words::{filled, note_missing};
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};

pub(super) const RULES: &[Rule] = &[VIE01, VIE02];

const VIE01: Rule = Rule {
    id: "VIE01",
    severity: Severity::Advies,
    moments: &[Moment::Afsluiten, Moment::Monitor],
    sources: &[Heading::SuccesVieren],
    title: "Op de kaart staat wat is bereikt.",
    asks: "Sluit je een maatregel af, of komt de casus terug als monitor, dan staat er ten minste één succes van het gezin op \
           de kaart, hoe klein ook.",
    reason: "Wie ziet wat er beter gaat, houdt het vol. Het team staat daar samen bij stil.",
    mend: "Vraag het gezin wat beter gaat en schrijf dat bij `successen`.",
    see: &["KRT01", "VIE02"],
    wrong: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen: []
",
    ),
    right: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen:
  - Kind 1 slaapt weer door.
",
    ),
    checks: &[Check::Card(vie01)],
};

fn vie01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !view.card.successen.values().any(|success| filled(Some(success))) {
        findings.add("successen", "Er staat nog geen succes op de kaart.");
    }
}

const VIE02: Rule = Rule {
    id: "VIE02",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Afsluiten],
    sources: &[Heading::SuccesVieren],
    title: "Bij het afsluiten staat welke veiligheid haalbaar is, en wat haar vasthoudt.",
    asks: "Sluit je een maatregel af, dan staat op de kaart welk niveau van veiligheid voor dit gezin haalbaar is, en wat er \
           nodig is om dat te houden.",
    reason: "Wie weet wat haalbaar is, zet later geen hulp of maatregel in voor iets dat dit gezin niet kan bereiken.",
    mend: "Bespreek het met het gezin en vul onder `haalbaar` `niveau` en `wat_houdt_het` in.",
    see: &["VIE01", "MTR01"],
    wrong: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer.}
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
    checks: &[Check::Card(vie02)],
};

fn vie02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(haalbaar) = &view.card.haalbaar else {
        findings.add("haalbaar", "Er staat nog niet welke veiligheid haalbaar is, en wat haar vasthoudt.");
        return;
    };
    let parts = [("niveau", &haalbaar.niveau), ("wat_houdt_het", &haalbaar.wat_houdt_het)];
    let open: Vec<&str> = parts.iter().filter(|(_, text)| !filled(text.as_deref())).map(|(key, _)| *key).collect();
    note_missing(findings, "haalbaar", &open, "Wat haalbaar is en wat het vasthoudt, is nog niet af.");
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::paths;

    #[test]
    fn a_success_has_words() {
        assert_eq!(paths("VIE01", "soort: monitor"), ["successen"]);
        assert_eq!(paths("VIE01", "{soort: monitor, successen: [' ']}"), ["successen"]);
        assert!(paths("VIE01", "{soort: monitor, successen: [Kind 1 slaapt.]}").is_empty());
    }

    #[test]
    fn what_is_feasible_has_two_parts() {
        assert_eq!(paths("VIE02", "soort: afsluiten_maatregel"), ["haalbaar"]);
        assert_eq!(paths("VIE02", "haalbaar: {niveau: Rust.}"), ["haalbaar.wat_houdt_het"]);
        assert!(paths("VIE02", "haalbaar: {niveau: Rust., wat_houdt_het: Oma.}").is_empty());
    }
}
