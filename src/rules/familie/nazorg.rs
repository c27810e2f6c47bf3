//! A case that comes back: how it went since.

use super::words::filled;
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::Soort;

pub(super) const RULES: &[Rule] = &[NAZ01];

const NAZ01: Rule = Rule {
    id: "NAZ01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Nazorg],
    title: "Een casus die terugkomt, zegt hoe het ging.",
    asks: "Is de casus eerder in het team besproken? Dan staat op de kaart hoe het ging sinds die bespreking.",
    reason: "Zo ziet het team of het advies hielp, en wat er nu anders is.",
    mend: "Schrijf bij `verloop` hoe het ging sinds de vorige bespreking: wat is gedaan, en wat veranderde er?",
    see: &["INB10"],
    wrong: Example::Dossierkaart("soort: vervolg\neerder: 2025-06-12\nverloop: null\n"),
    right: Example::Dossierkaart(
        "soort: vervolg
eerder: 2025-06-12
verloop: |
  De oppas door familie werkte goed tot de zomer. Daarna was er weer
  elke week ruzie.
",
    ),
    checks: &[Check::Card(naz01)],
};

fn naz01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    // Of a measure that ends the first discussion may be this one; a new case with `eerder` is INB10's.
    let comes_back = match card.soort {
        Some(Soort::Vervolg | Soort::Monitor) => true,
        Some(Soort::AfsluitenMaatregel) => card.eerder.is_some(),
        Some(Soort::Nieuw) | None => false,
    };
    if comes_back && !filled(card.verloop.as_deref()) {
        findings.add("verloop", "Op de kaart staat nog niet hoe het ging sinds de vorige bespreking.");
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::paths;

    #[test]
    fn only_a_case_that_comes_back_says_how_it_went() {
        assert_eq!(paths("NAZ01", "{soort: monitor, eerder: 2026-01-15}"), ["verloop"]);
        assert_eq!(paths("NAZ01", "{soort: vervolg, verloop: ' '}"), ["verloop"]);
        assert_eq!(paths("NAZ01", "{soort: afsluiten_maatregel, eerder: 2026-01-15}"), ["verloop"]);
        for card in ["{soort: afsluiten_maatregel}", "{soort: nieuw, eerder: 2026-01-15}", "{eerder: 2026-01-15}"] {
            assert!(paths("NAZ01", card).is_empty(), "{card}");
        }
        assert!(paths("NAZ01", "{soort: monitor, verloop: Het ging goed.}").is_empty());
    }
}
