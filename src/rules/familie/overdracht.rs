//! OVD: a change of casusregisseur is a warm handover, with the family there and the card up
//! to date (chapter 3; chapter 4).

use super::gesprek::last_discussion;
use super::words::{filled, missing};
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::{JeugdhulpNaAfloop, Soort, Veiligheidskaart};

pub(super) const RULES: &[Rule] = &[OVD01, OVD02, OVD03];

const OVD01: Rule = Rule {
    id: "OVD01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::StemKlinktDoor, Heading::Waarden, Heading::OvergangGi],
    title: "Een andere casusregisseur? Dan was de overdracht met het gezin erbij.",
    asks: "Kreeg het gezin een andere casusregisseur, dan staat op de kaart wanneer de overdracht was, en wie van het gezin \
           erbij was. Was er niemand bij, dan staat er waarom.",
    reason: "Het gezin hoort zelf wat er wordt doorverteld, en hoeft niet opnieuw te beginnen.",
    mend: "Zet bij `overdracht` `van`, `aan`, `datum` en bij `aanwezig` wie van het gezin erbij was. Was er niemand bij? \
           Schrijf dan bij `reden_zonder_gezin` waarom.",
    see: &["OVD02", "INB14"],
    wrong: Example::Dossierkaart(
        "overdracht: {van: Gemeente Rucphen, aan: Gemeente Roosendaal, datum: 2026-02-26, aanwezig: geen}\n",
    ),
    right: Example::Dossierkaart(
        "overdracht: {van: Gemeente Rucphen, aan: Gemeente Roosendaal, datum: 2026-02-26, aanwezig: [moeder]}\n",
    ),
    checks: &[Check::Card(ovd01)],
};

fn ovd01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    let Some(handover) = &card.overdracht else {
        let since = card.casusregisseur.as_ref().and_then(|one| one.sinds);
        let is_new = last_discussion(card).zip(since).is_some_and(|(last, since)| since.first() > last);
        // Of youth help that goes on after a measure the handover is OVD03's.
        if is_new && !goes_on(card) {
            let message =
                "Sinds de vorige bespreking is er een andere casusregisseur; de overdracht staat er nog niet.";
            findings.add("overdracht", message);
        }
        return;
    };
    let Some(on) = handover.datum else {
        let message = "Er staat nog niet wanneer de overdracht was, of is.";
        findings.add("overdracht.datum", message).label = Some(missing(&["datum"]).into());
        return;
    };
    // What is planned has no one there yet.
    if on.last() > view.day || filled(handover.reden_zonder_gezin.as_deref()) {
        return;
    }
    if !handover.aanwezig.values().any(|wie| filled(Some(wie))) {
        let finding = findings
            .add("overdracht.aanwezig", "Bij de overdracht was het gezin er niet, en er staat nog niet waarom.");
        finding.label = (!handover.aanwezig.is_asked()).then(|| missing(&["aanwezig"]).into());
    }
}

const OVD02: Rule = Rule {
    id: "OVD02",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::OvergangGi, Heading::SuccesVieren],
    title: "De kaart is bijgewerkt bij de overdracht.",
    asks: "Bij een overdracht is de kaart bijgewerkt, met hoe veilig het nu is en wat er met het gezin is afgesproken.",
    reason: "De nieuwe casusregisseur begint met deze kaart. Wat er niet op staat, weet die niet.",
    mend: "Loop de kaart samen na en zet bij `bijgewerkt` de dag waarop jullie dat deden.",
    see: &["OVD01", "KRT04"],
    wrong: Example::Dossierkaart(
        "bijgewerkt: 2026-02-20
overdracht: {van: Gemeente Rucphen, aan: Gemeente Roosendaal, datum: 2026-02-26, aanwezig: [moeder]}
",
    ),
    right: Example::Dossierkaart(
        "bijgewerkt: 2026-02-26
overdracht: {van: Gemeente Rucphen, aan: Gemeente Roosendaal, datum: 2026-02-26, aanwezig: [moeder]}
",
    ),
    checks: &[Check::Card(ovd02)],
};

fn ovd02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if is_behind_handover(view) {
        findings.add("bijgewerkt", "De kaart is voor de overdracht voor het laatst bijgewerkt.");
    }
}

/// Whether the card was certainly not brought up to date when it was handed over.
pub(super) fn is_behind_handover(view: &CardView<'_>) -> bool {
    let on = view.card.overdracht.as_ref().and_then(|handover| handover.datum);
    let Some((on, updated)) = on.zip(view.card.bijgewerkt) else { return false };
    on.last() <= view.day && updated.last() < on.first()
}

const OVD03: Rule = Rule {
    id: "OVD03",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Afsluiten],
    sources: &[Heading::AfsluitenMaatregel, Heading::Interventies],
    title: "Gaat de jeugdhulp door, dan draagt de GI warm over aan de gemeente.",
    asks: "Eindigt een maatregel en gaat de jeugdhulp door, dan staat op de kaart de overdracht van de GI aan de gemeente. Zij \
           mag nog gepland zijn.",
    reason: "Zo weet het gezin wie er nu is, en gaat de hulp door zonder gat.",
    mend: "Plan de overdracht met de jeugdige, de ouders en de gemeente, en zet bij `overdracht` `van`, `aan` en `datum`.",
    see: &["OVD01", "MTR04"],
    wrong: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: ja}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen: [Kind 1 slaapt weer door.]
",
    ),
    right: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
     jeugdhulp_na_afloop: ja}
overdracht: {van: Jeugdbescherming Brabant, aan: Gemeente Roosendaal, datum: 2026-06-18}
haalbaar: {niveau: Kind 1 hoort geen ruzie meer., wat_houdt_het: Oma komt elke zondag.}
successen: [Kind 1 slaapt weer door.]
",
    ),
    checks: &[Check::Card(ovd03)],
};

/// Whether a measure ends on this card while youth help goes on.
fn goes_on(card: &Veiligheidskaart) -> bool {
    let help = |after| matches!(after, Some(JeugdhulpNaAfloop::Ja | JeugdhulpNaAfloop::Verlengd));
    let goes_on = card.maatregelen.values().any(|measure| help(measure.jeugdhulp_na_afloop));
    card.soort == Some(Soort::AfsluitenMaatregel) && goes_on
}

fn ovd03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !goes_on(view.card) {
        return;
    }
    let Some(handover) = &view.card.overdracht else {
        findings.add("overdracht", "De jeugdhulp gaat door, en de overdracht aan de gemeente staat er nog niet.");
        return;
    };
    let Some(to) = handover.aan.as_deref().filter(|name| filled(Some(name))) else {
        let message = "Er staat nog niet aan wie de GI de casus overdraagt.";
        findings.add("overdracht.aan", message).label = Some(missing(&["aan"]).into());
        return;
    };
    // A name that the region doesn't know may be that of the professional.
    if view.regio.bekend(to, view.day).is_some_and(|known| !known.is_gemeente()) {
        findings.add("overdracht.aan", "De jeugdhulp gaat door, en de overdracht is niet aan een gemeente.");
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::paths;

    #[test]
    fn a_handover_has_the_family_there_or_a_reason() {
        let found = |handover: &str| paths("OVD01", &format!("overdracht: {{{handover}}}"));
        assert_eq!(found("van: A"), ["overdracht.datum"]);
        assert_eq!(found("datum: 2026-02-26"), ["overdracht.aanwezig"]);
        assert_eq!(found("datum: 2026-02-26, aanwezig: geen"), ["overdracht.aanwezig"]);
        assert!(found("datum: 2026-02-26, aanwezig: [moeder]").is_empty());
        assert!(found("datum: 2026-02-26, aanwezig: geen, reden_zonder_gezin: Zij zijn op reis.").is_empty());
        // Planned, or in a month of which the end is still to come.
        assert!(found("datum: 2026-03-13").is_empty() && found("datum: 2026-03").is_empty());
        assert_eq!(found("datum: 2026-02").len(), 1);
    }

    #[test]
    fn a_new_casusregisseur_since_the_last_discussion_means_a_handover() {
        let found =
            |head: &str, sinds: &str| paths("OVD01", &format!("{{{head}, casusregisseur: {{sinds: {sinds}}}}}"));
        let back = "soort: vervolg, eerder: 2026-01-15";
        assert_eq!(found(back, "2026-01-16"), ["overdracht"]);
        assert!(found(back, "2026-01-15").is_empty());
        assert!(found(back, "2026-01").is_empty(), "perhaps before it");
        assert_eq!(found(back, "2026-02"), ["overdracht"]);
        assert!(found("soort: nieuw", "2026-02-01").is_empty());
        let closing = "soort: afsluiten_maatregel, eerder: 2026-01-15, maatregelen: [{jeugdhulp_na_afloop: ja}]";
        assert!(found(closing, "2026-02-01").is_empty(), "one gap, one finding: OVD03");
    }

    #[test]
    fn the_card_is_brought_up_to_date_for_it() {
        let found = |updated: &str, on: &str| {
            paths("OVD02", &format!("{{bijgewerkt: {updated}, overdracht: {{datum: {on}}}}}"))
        };
        assert_eq!(found("2026-02-25", "2026-02-26"), ["bijgewerkt"]);
        assert!(found("2026-02-26", "2026-02-26").is_empty() && found("2026-03-02", "2026-02-26").is_empty());
        assert!(found("2026-02", "2026-02-26").is_empty() && found("2026-02-25", "2026-02").is_empty());
        assert_eq!(found("2026-01", "2026-02"), ["bijgewerkt"]);
        assert!(found("2026-02-25", "2026-04-01").is_empty(), "still to come");
    }

    #[test]
    fn youth_help_that_goes_on_is_handed_to_a_municipality() {
        let found = |after: &str, rest: &str| {
            paths(
                "OVD03",
                &format!("{{soort: afsluiten_maatregel, maatregelen: [{{jeugdhulp_na_afloop: {after}}}]{rest}}}"),
            )
        };
        assert_eq!(found("ja", ""), ["overdracht"]);
        assert_eq!(found("verlengd", ", overdracht: {datum: 2026-06-01}"), ["overdracht.aan"]);
        assert_eq!(found("ja", ", overdracht: {aan: WSS}"), ["overdracht.aan"]);
        assert!(found("ja", ", overdracht: {aan: Gemeente Zundert}").is_empty());
        assert!(found("ja", ", overdracht: {aan: Wil Konings}").is_empty());
        assert!(found("nee", "").is_empty());
        assert!(paths("OVD03", "{soort: nieuw, maatregelen: [{jeugdhulp_na_afloop: ja}]}").is_empty());
    }
}
