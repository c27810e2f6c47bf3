//! The Meldcode: signals mapped, advice asked, and reported where that can't wait.

use super::words::{filled, missing};
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::{Bekend, Gemeld, JaNee, Meldcode, Soort};

pub(super) const RULES: &[Rule] = &[MEL01, MEL02, MEL03, MEL04];

const MEL01: Rule = Rule {
    id: "MEL01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0],
    title: "De signalen zijn in kaart gebracht: stap 1 van de Meldcode.",
    asks: "Brengt een gemeente de casus in? Dan staat op de kaart wanneer de signalen in kaart zijn gebracht.",
    reason: "Eerst de signalen op een rij: dan praten jullie over wat er is gezien.",
    mend: "Schrijf bij `signalen_in_kaart` de dag of maand waarop dat gebeurde.",
    see: &["MEL02"],
    wrong: Example::Dossierkaart("meldcode: {signalen_in_kaart: null}\n"),
    right: Example::Dossierkaart(
        "meldcode:
  signalen_in_kaart: 2026-01-12
  advies_veilig_thuis: 2026-01-20
",
    ),
    checks: &[Check::Card(mel01)],
};

fn mel01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if by_municipality(view) && view.card.meldcode.as_ref().is_none_or(|steps| steps.signalen_in_kaart.is_none()) {
        let message = "Op de kaart staat nog niet wanneer de signalen in kaart zijn gebracht.";
        step_missing(view, "signalen_in_kaart", message, findings);
    }
}

const MEL02: Rule = Rule {
    id: "MEL02",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0],
    title: "Veilig Thuis is om advies gevraagd: stap 2 van de Meldcode.",
    asks: "Brengt een gemeente de casus in? Dan staat op de kaart wanneer Veilig Thuis om advies is gevraagd, na het \
           in kaart brengen van de signalen.",
    reason: "Veilig Thuis helpt om de signalen te toetsen en het gesprek te openen. Advies kan zonder namen te noemen \
             en zonder melding.",
    mend: "Vraag Veilig Thuis om advies en schrijf bij `advies_veilig_thuis` wanneer dat was.",
    see: &["MEL01"],
    wrong: Example::Dossierkaart("meldcode: {advies_veilig_thuis: null}\n"),
    right: Example::Dossierkaart(
        "meldcode:
  signalen_in_kaart: 2026-01-12
  advies_veilig_thuis: 2026-01-20
",
    ),
    checks: &[Check::Card(mel02)],
};

fn mel02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !by_municipality(view) {
        return;
    }
    let steps = view.card.meldcode.as_ref();
    let Some(advice) = steps.and_then(|steps| steps.advies_veilig_thuis) else {
        let message = "Op de kaart staat nog niet wanneer Veilig Thuis om advies is gevraagd.";
        step_missing(view, "advies_veilig_thuis", message, findings);
        return;
    };
    let signals = steps.and_then(|steps| steps.signalen_in_kaart);
    if signals.is_some_and(|signals| advice.last() < signals.first()) {
        let message = "Volgens deze datums is het advies gevraagd voordat de signalen in kaart waren.";
        findings.add("meldcode.advies_veilig_thuis", message).mend =
            "Kijk `signalen_in_kaart` en `advies_veilig_thuis` na. Was het echt andersom? Leg dat uit bij \
             `verantwoording`."
                .into();
    }
}

/// The handbook asks the steps of the professional of a local team.
fn by_municipality(view: &CardView<'_>) -> bool {
    let organisation = view.card.inbrenger.as_ref().and_then(|inbrenger| inbrenger.organisatie.as_deref());
    let organisation = organisation.filter(|name| filled(Some(name)));
    organisation.and_then(|name| view.regio.bekend(name, view.day)).is_some_and(Bekend::is_gemeente)
}

fn step_missing<'f>(
    view: &CardView<'_>,
    key: &str,
    message: &'static str,
    findings: &'f mut Findings<'_>,
) -> &'f mut crate::rules::Finding {
    let finding = findings.add(format!("meldcode.{key}"), message);
    finding.label = view.card.meldcode.as_ref().map(|_| missing(&[key]).into());
    finding
}

/// The rule about acute danger that was not reported: what can't wait, wherever a card is shown.
pub const ACUUT: &str = MEL03.id;

const MEL03: Rule = Rule {
    id: "MEL03",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0, Heading::VeiligThuis],
    title: "Acute onveiligheid is gemeld bij Veilig Thuis.",
    asks: "Is het nu acuut onveilig? Dan is dat gemeld bij Veilig Thuis, en staat op de kaart wanneer. Zo vraagt het \
           afwegingskader van de Meldcode het. Op deze regel kun je geen antwoord geven bij `verantwoording`.",
    reason: "Acute onveiligheid wacht nooit op een vergadering.",
    mend: "Wacht niet: bel nu Veilig Thuis, of 112 als er direct gevaar is. Schrijf daarna bij `gemeld` de datum.",
    see: &["MEL04"],
    wrong: Example::Dossierkaart("meldcode: {acuut: ja, gemeld: nee}\n"),
    right: Example::Dossierkaart("meldcode: {acuut: ja, gemeld: 2026-02-27}\n"),
    checks: &[Check::Card(mel03)],
};

fn mel03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(steps) = &view.card.meldcode else { return };
    if steps.acuut == Some(JaNee::Ja) && !reported(steps, view) {
        let message = "Het is acuut onveilig, maar bij Veilig Thuis is dat volgens de kaart nog niet gemeld.";
        report_missing(steps, message, findings);
    }
}

const MEL04: Rule = Rule {
    id: "MEL04",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0, Heading::VeiligThuis],
    title: "Structurele onveiligheid is gemeld, en wat onbekend was is uitgezocht.",
    asks: "Is de onveiligheid structureel? Dan is dat gemeld bij Veilig Thuis, zoals het afwegingskader van de \
           Meldcode vraagt. Staat er bij `acuut` of `structureel` niets op een nieuwe kaart, of `onbekend`? Dan zoek je \
           dat uit.",
    reason: "Veilig Thuis houdt zicht op gezinnen waar het lang onveilig is. Wie niet weet of het acuut is, kan te \
             laat zijn.",
    mend: "Meld het bij Veilig Thuis en schrijf bij `gemeld` de datum. Doe je dat niet? Leg bij `verantwoording` uit \
           waarom.",
    see: &["MEL03"],
    wrong: Example::Dossierkaart("meldcode: {structureel: ja, gemeld: nee}\n"),
    right: Example::Dossierkaart("meldcode: {acuut: nee, structureel: ja, gemeld: 2026-02-27}\n"),
    checks: &[Check::Card(mel04)],
};

fn mel04(view: &CardView<'_>, findings: &mut Findings<'_>) {
    // Before a case is brought in for the first time both have been weighed.
    if view.card.soort == Some(Soort::Nieuw) {
        let steps = view.card.meldcode.as_ref();
        if steps.is_none_or(|steps| steps.acuut.is_none()) {
            let message = "Op de kaart staat nog niet of het nu acuut onveilig is.";
            step_missing(view, "acuut", message, findings).mend =
                "Zet `acuut` op ja of nee. Is het ja? Wacht niet: bel nu Veilig Thuis, of 112 bij direct gevaar."
                    .into();
        }
        if steps.is_none_or(|steps| steps.structureel.is_none()) {
            let message = "Op de kaart staat nog niet of de onveiligheid structureel is.";
            step_missing(view, "structureel", message, findings).mend =
                "Kijk hoe vaak en hoe lang het al gebeurt. Zet `structureel` dan op ja of nee.".into();
        }
    }
    let Some(steps) = &view.card.meldcode else { return };
    if steps.acuut == Some(JaNee::Onbekend) {
        findings.add("meldcode.acuut", "Het is nog niet bekend of het nu acuut onveilig is.").mend =
            "Zoek dit vandaag uit, zo nodig met Veilig Thuis. Zet `acuut` dan op ja of nee.".into();
    }
    if steps.structureel == Some(JaNee::Onbekend) {
        findings.add("meldcode.structureel", "Het is nog niet bekend of de onveiligheid structureel is.").mend =
            "Kijk hoe vaak en hoe lang het al gebeurt, zo nodig met Veilig Thuis. Zet `structureel` dan op ja of nee."
                .into();
    }
    // Of acute unsafety MEL03 asks the same report.
    if steps.structureel == Some(JaNee::Ja) && steps.acuut != Some(JaNee::Ja) && !reported(steps, view) {
        let message = "De onveiligheid is structureel, maar bij Veilig Thuis is dat volgens de kaart nog niet gemeld.";
        report_missing(steps, message, findings);
    }
}

/// A report that is certainly still to come is none.
fn reported(steps: &Meldcode, view: &CardView<'_>) -> bool {
    matches!(steps.gemeld, Some(Gemeld::Op(date)) if date.first() <= view.day)
}

fn report_missing(steps: &Meldcode, message: &'static str, findings: &mut Findings<'_>) {
    let finding = findings.add("meldcode.gemeld", message);
    finding.label = steps.gemeld.is_none().then(|| missing(&["gemeld"]).into());
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::paths;

    fn meldcode(steps: &str) -> String {
        format!("inbrenger: {{organisatie: Gemeente Roosendaal}}\nmeldcode: {{{steps}}}")
    }

    #[test]
    fn the_two_steps_are_asked_of_a_municipality_alone() {
        assert_eq!(paths("MEL01", &meldcode("")), ["meldcode.signalen_in_kaart"]);
        assert_eq!(paths("MEL02", &meldcode("")), ["meldcode.advies_veilig_thuis"]);
        for inbrenger in ["Jeugdbescherming Brabant", "VT", "Stichting Samenloop"] {
            let card = format!("inbrenger: {{organisatie: {inbrenger}}}");
            assert!(paths("MEL01", &card).is_empty() && paths("MEL02", &card).is_empty(), "{inbrenger}");
        }
        assert!(paths("MEL01", "soort: nieuw").is_empty());
    }

    #[test]
    fn the_order_is_wrong_only_when_it_is_certain() {
        let steps = |signals: &str, advice: &str| {
            paths("MEL02", &meldcode(&format!("signalen_in_kaart: {signals}, advies_veilig_thuis: {advice}")))
        };
        assert_eq!(steps("2026-01-12", "2026-01-11"), ["meldcode.advies_veilig_thuis"]);
        assert!(steps("2026-01-12", "2026-01-12").is_empty());
        assert!(steps("2026-01-12", "2026-01").is_empty());
        assert_eq!(steps("2026-01-12", "2025-12"), ["meldcode.advies_veilig_thuis"]);
        assert!(steps("2026-01", "2026-01-02").is_empty());
    }

    #[test]
    fn acute_unsafety_does_not_wait() {
        assert_eq!(paths("MEL03", &meldcode("acuut: ja")), ["meldcode.gemeld"]);
        assert_eq!(paths("MEL03", &meldcode("acuut: ja, gemeld: nee")), ["meldcode.gemeld"]);
        assert_eq!(paths("MEL03", &meldcode("acuut: ja, gemeld: 2026-03-13")), ["meldcode.gemeld"]);
        assert!(paths("MEL03", &meldcode("acuut: ja, gemeld: 2026-03")).is_empty());
        assert!(paths("MEL03", &meldcode("acuut: nee, gemeld: nee")).is_empty());
        assert!(paths("MEL03", &meldcode("acuut: onbekend")).is_empty());
    }

    #[test]
    fn structural_unsafety_is_reported_and_unknown_gets_an_answer() {
        assert_eq!(paths("MEL04", &meldcode("structureel: ja, acuut: nee, gemeld: nee")), ["meldcode.gemeld"]);
        assert!(paths("MEL04", &meldcode("structureel: ja, gemeld: 2026-02-27")).is_empty());
        // One gap: MEL03 asks for that report.
        assert!(paths("MEL04", &meldcode("structureel: ja, acuut: ja, gemeld: nee")).is_empty());
        let unknown = paths("MEL04", &meldcode("structureel: onbekend, acuut: onbekend"));
        assert_eq!(unknown, ["meldcode.acuut", "meldcode.structureel"]);
    }

    #[test]
    fn a_new_card_says_whether_it_is_unsafe_now_and_for_long() {
        let of = |card: &str| paths("MEL04", card);
        assert_eq!(of("soort: nieuw"), ["meldcode.acuut", "meldcode.structureel"]);
        assert_eq!(of("soort: nieuw\nmeldcode: {acuut: nee, gemeld: nee}"), ["meldcode.structureel"]);
        assert!(of("soort: nieuw\nmeldcode: {acuut: nee, structureel: nee}").is_empty());
        // The answer stands on the card with which the case came in.
        assert!(of("soort: monitor\nmeldcode: {gemeld: nee}").is_empty() && of("versie: 1").is_empty());
    }
}
