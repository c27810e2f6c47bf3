//! What makes a family safe or unsafe: facts, strengths, risks, the help so far, and what
//! the family asks and needs.

use super::overdracht::is_behind_handover;
use super::words::{filled, missing};
use super::{CardView, Check, Example, Findings, Heading, MeetingDay, Moment, Rule, Severity};
use crate::calendar::words::days;
use crate::model::Soort;
use chrono::Days;

pub(super) const RULES: &[Rule] = &[KRT01, KRT02, KRT03, KRT04, KRT05, KRT06, KRT07, KRT09];

const KRT01: Rule = Rule {
    id: "KRT01",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::VeiligThuis],
    title: "Op de kaart staat wat goed gaat.",
    asks: "Ten minste één sterk punt van het gezin of zijn omgeving staat op de kaart.",
    reason: "Een plan dat houdt, begint bij wat het gezin zelf al kan.",
    mend: "Vraag het gezin wat goed gaat en schrijf dat bij `sterke_punten`, onder `wat`.",
    see: &["KRT02", "KRT07"],
    wrong: Example::Dossierkaart("sterke_punten: geen\n"),
    right: Example::Dossierkaart(
        "sterke_punten:
  - wat: Oma vangt Kind 1 elke woensdag op.
    maakt_veilig: ja
    blijkt_uit: Daar is geen ruzie.
",
    ),
    checks: &[Check::Card(krt01)],
};

fn krt01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !view.card.sterke_punten.values().any(|point| filled(point.wat.as_deref())) {
        findings.add("sterke_punten", "Er staat nog geen sterk punt op de kaart.");
    }
}

const KRT02: Rule = Rule {
    id: "KRT02",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::VeiligThuis],
    title: "Op de kaart staat wat het risico groter maakt.",
    asks: "Ten minste één risicofactor staat op de kaart.",
    reason: "Het team kijkt wat het risico groter maakt, en of dat de onveiligheid ook echt geeft.",
    mend: "Schrijf bij `risicofactoren`, onder `wat`, wat het risico groter maakt.",
    see: &["KRT01", "KRT07"],
    wrong: Example::Dossierkaart("risicofactoren: geen\n"),
    right: Example::Dossierkaart(
        "risicofactoren:
  - wat: Vader slaapt slecht sinds de scheiding.
    maakt_onveilig: nee
",
    ),
    checks: &[Check::Card(krt02)],
};

fn krt02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !view.card.risicofactoren.values().any(|risk| filled(risk.wat.as_deref())) {
        findings.add("risicofactoren", "Er staat nog geen risicofactor op de kaart.");
    }
}

const KRT03: Rule = Rule {
    id: "KRT03",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0, Heading::Aanleiding],
    title: "Op de kaart staat welke hulp er was en wat die bracht.",
    asks: "De kaart noemt de hulp tot nu toe, met bij elke hulp wat die bracht. `geen` is ook een antwoord.",
    reason: "Zo bedenkt het team niets dat al is geprobeerd.",
    mend: "Schrijf bij `hulp_tot_nu_toe` welke hulp er was (`wat`) en wat die bracht (`resultaat`). Was er geen hulp? \
           Schrijf: geen.",
    see: &["KRT06"],
    wrong: Example::Dossierkaart(
        "hulp_tot_nu_toe:
  - wat: Opvoedhulp thuis
    van: 2025-09
",
    ),
    right: Example::Dossierkaart(
        "hulp_tot_nu_toe:
  - wat: Opvoedhulp thuis
    van: 2025-09
    resultaat: Moeder legt nu uit in plaats van te roepen.
",
    ),
    checks: &[Check::Card(krt03)],
};

fn krt03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let help = &view.card.hulp_tot_nu_toe;
    if !help.is_asked() {
        findings.add("hulp_tot_nu_toe", "De hulp tot nu toe staat nog niet op de kaart.");
    }
    for (index, help) in help.iter() {
        let (key, message) = match (filled(help.wat.as_deref()), filled(help.resultaat.as_deref())) {
            (true, true) => continue,
            (true, false) => ("resultaat", "Op de kaart staat nog niet wat deze hulp bracht."),
            (false, _) => ("wat", "Op de kaart staat nog niet welke hulp dit was."),
        };
        let finding = findings.add(format!("hulp_tot_nu_toe[{index}].{key}"), message);
        finding.label = Some(missing(&[key]).into());
    }
}

const KRT04: Rule = Rule {
    id: "KRT04",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::DeVeiligheidskaart],
    title: "De kaart is actueel.",
    asks: "De kaart is bijgewerkt binnen de dagen voor de vergadering die de regio noemt (standaard 42).",
    reason: "Het team praat over hoe het nu is, niet over hoe het was.",
    mend: "Loop de kaart na met het gezin en zet bij `bijgewerkt` de dag waarop je dat deed.",
    see: &["INB07"],
    wrong: Example::Teamkaart("bijgewerkt: 2026-01-02\n"),
    right: Example::Teamkaart("bijgewerkt: 2026-03-02\n"),
    checks: &[Check::CardInMeeting(krt04)],
};

fn krt04(view: &CardView<'_>, meeting: &MeetingDay, findings: &mut Findings<'_>) {
    let Some(updated) = view.card.bijgewerkt else {
        findings.add("bijgewerkt", "Op de kaart staat nog niet wanneer die is bijgewerkt.");
        return;
    };
    let term = view.regio.termijnen.kaart_actueel_dagen;
    let oldest = meeting.day.checked_sub_days(Days::new(u64::from(term)));
    // Of a card that was handed over without it OVD02 says so.
    if oldest.is_some_and(|oldest| updated.last() < oldest) && !is_behind_handover(view) {
        let message = format!("De kaart is meer dan {} voor de vergadering voor het laatst bijgewerkt.", days(term));
        findings.add("bijgewerkt", message);
    } else if updated.first() > meeting.day {
        findings.add("bijgewerkt", "Volgens deze datum is de kaart pas na de vergadering bijgewerkt.");
    }
}

const KRT05: Rule = Rule {
    id: "KRT05",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0],
    title: "Op de kaart staat wat het gezin zelf vraagt.",
    asks: "De hulpvraag van het gezin staat op de kaart.",
    reason: "Hulp werkt beter als die past bij wat het gezin zelf wil.",
    mend: "Vraag het gezin waar het hulp bij wil en schrijf dat bij `hulpvraag`, het liefst in hun eigen woorden.",
    see: &["KRT06"],
    wrong: Example::Dossierkaart("hulpvraag: null\n"),
    right: Example::Dossierkaart("hulpvraag: We willen dat het halen en brengen zonder ruzie gaat.\n"),
    checks: &[Check::Card(krt05)],
};

fn krt05(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !filled(view.card.hulpvraag.as_deref()) {
        findings.add("hulpvraag", "De hulpvraag van het gezin staat nog niet op de kaart.");
    }
}

const KRT06: Rule = Rule {
    id: "KRT06",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0],
    title: "Op de kaart staat wat nodig is om veilig te zijn.",
    asks: "De kaart zegt wat er nodig is om de onveiligheid op te lossen, of om het veilig te houden.",
    reason: "Zo weet iedereen waar jullie naartoe werken, ook het gezin.",
    mend: "Schrijf bij `wat_is_nodig` wat er nodig is om het weer veilig te maken, of om het veilig te houden.",
    see: &["KRT05"],
    wrong: Example::Dossierkaart("wat_is_nodig: null\n"),
    right: Example::Dossierkaart("wat_is_nodig: Iemand van de familie is erbij als Kind 1 wordt opgehaald.\n"),
    checks: &[Check::Card(krt06)],
};

fn krt06(view: &CardView<'_>, findings: &mut Findings<'_>) {
    if !filled(view.card.wat_is_nodig.as_deref()) {
        findings.add("wat_is_nodig", "Op de kaart staat nog niet wat nodig is om veilig te zijn.");
    }
}

const KRT07: Rule = Rule {
    id: "KRT07",
    severity: Severity::Advies,
    moments: &[Moment::Kaart],
    sources: &[Heading::VeiligThuis],
    title: "Bij elk sterk punt en elk risico staat of het de veiligheid raakt.",
    asks: "Bij elk sterk punt staat of het direct veiligheid geeft, en bij elk risico of het onveilig maakt. \
           `onbekend` is ook een antwoord.",
    reason: "Niet alles wat goed gaat, maakt een kind veilig. En niet elk risico maakt het onveilig.",
    mend: "Zet ja, nee of onbekend bij `maakt_veilig` (sterke punten) en bij `maakt_onveilig` (risicofactoren).",
    see: &["KRT01", "KRT02"],
    wrong: Example::Dossierkaart(
        "risicofactoren:
  - wat: Vader slaapt slecht sinds de scheiding.
",
    ),
    right: Example::Dossierkaart(
        "risicofactoren:
  - wat: Vader slaapt slecht sinds de scheiding.
    maakt_onveilig: nee
",
    ),
    checks: &[Check::Card(krt07)],
};

fn krt07(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    let open =
        card.sterke_punten.iter().filter(|(_, point)| filled(point.wat.as_deref()) && point.maakt_veilig.is_none());
    for (index, _) in open {
        let message = "Bij dit sterke punt staat nog niet of het veiligheid geeft.";
        findings.add(format!("sterke_punten[{index}].maakt_veilig"), message).label =
            Some(missing(&["maakt_veilig"]).into());
    }
    let open =
        card.risicofactoren.iter().filter(|(_, risk)| filled(risk.wat.as_deref()) && risk.maakt_onveilig.is_none());
    for (index, _) in open {
        let message = "Bij dit risico staat nog niet of het onveilig maakt.";
        findings.add(format!("risicofactoren[{index}].maakt_onveilig"), message).label =
            Some(missing(&["maakt_onveilig"]).into());
    }
}

const KRT09: Rule = Rule {
    id: "KRT09",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::Stap0, Heading::DeVeiligheidskaart],
    title: "Op de kaart staat een feit over de onveiligheid.",
    asks: "Ten minste één feit over de onveiligheid staat op de kaart. Bij een monitor of het afsluiten van een \
           maatregel mag er ook staan wat nu veilig is.",
    reason: "De kaart gaat over wat er gebeurt. Zonder feit is er niets om te wegen.",
    mend: "Beschrijf bij `onveiligheid` ten minste één feit, met bij `wat` wat er gebeurt.",
    see: &["FEI01"],
    wrong: Example::Dossierkaart("onveiligheid: geen\n"),
    right: Example::Dossierkaart(
        "onveiligheid:
  - nr: 1
    wat: Vader en Moeder schreeuwen tegen elkaar waar Kind 1 bij is.
    hoe_vaak: 2 keer per week
    situatie: Als Vader Kind 1 komt halen.
    hoe_lang: Ongeveer 10 minuten.
    wanneer_niet: Als Kind 1 bij oma wordt opgehaald.
    omstandigheden: Als oma erbij is, blijft het rustig.
    bron: jeugdige
",
    ),
    checks: &[Check::Card(krt09)],
};

fn krt09(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    if card.onveiligheid.values().any(|fact| filled(fact.wat.as_deref())) {
        return;
    }
    let may_be_safe = matches!(card.soort, Some(Soort::Monitor | Soort::AfsluitenMaatregel));
    if !may_be_safe {
        findings.add("onveiligheid", "Er staat nog geen feit over de onveiligheid op de kaart.");
    } else if !filled(card.veilig_nu.as_deref()) {
        let message = "Op de kaart staat nog geen feit over de onveiligheid, en ook niet wat nu veilig is.";
        findings.add("onveiligheid", message).mend =
            "Beschrijf bij `onveiligheid` wat er nog gebeurt, of schrijf bij `veilig_nu` wat nu veilig is.".into();
    }
}

#[cfg(test)]
mod tests;
