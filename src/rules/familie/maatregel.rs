//! MTR: which measure that ends passes the team, and how (chapter 4, Afsluiten maatregel and
//! 18- /18+). What is needed at its end stands in `maatregel_einde`.

use super::words::missing;
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::calendar::{birthday, months_before};
use crate::model::{EindeReden, Geboorte, JaNee, Maatregel, MaatregelSoort, OrganisatieSoort, Soort, Tijdstip};
use chrono::NaiveDate;

pub(super) const RULES: &[Rule] = &[MTR01, MTR02, MTR03];

const MTR01: Rule = Rule {
    id: "MTR01",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::AfsluitenMaatregel, Heading::Interventies],
    title: "Een maatregel die eindigt, brengt de GI in als afsluiten_maatregel.",
    asks: "Eindigt een maatregel, dan brengt de casusregisseur van de GI de casus in met soort afsluiten_maatregel. Op de \
           kaart staat welke maatregel eindigt.",
    reason: "De GI kent het gezin onder de maatregel. Aan tafel blijkt wat de gemeente nodig heeft om de veiligheid vast \
             te houden.",
    mend: "Zet `soort` op afsluiten_maatregel, laat de GI de casus inbrengen (`inbrenger`), en zet bij `maatregelen` welke \
           maatregel eindigt, met `einde` en `reden`.",
    see: &["MTR02", "MTR05", "OVD03"],
    wrong: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {organisatie: Gemeente Roosendaal}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-30, reden: doelen_behaald, rvdk_getoetst: 2026-02-17,
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
    checks: &[Check::Card(mtr01)],
};

fn mtr01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    match card.soort {
        Some(Soort::AfsluitenMaatregel) => {
            let brought_in = card.inbrenger.as_ref().and_then(|one| one.organisatie.as_deref());
            if is_gi(view, brought_in) == Some(false) {
                let message = "Deze maatregel eindigt, en de casus wordt niet door een GI ingebracht.";
                findings.add("inbrenger.organisatie", message);
            }
            if card.maatregelen.is_empty() {
                findings.add("maatregelen", "Op de kaart staat nog niet welke maatregel eindigt.");
            }
        }
        // A case that was discussed before may have passed the team for this.
        Some(Soort::Nieuw) if card.eerder.is_none() => {
            let regisseur = card.casusregisseur.as_ref().and_then(|one| one.organisatie.as_deref());
            let ends = |one: &Maatregel| {
                let for_another_reason = matches!(one.reden, Some(EindeReden::DoelenBehaald | EindeReden::Overig));
                for_another_reason && one.einde.is_some_and(|end| end.first() > view.day)
            };
            if is_gi(view, regisseur) == Some(true) && card.maatregelen.values().any(ends) {
                findings.add(
                    "soort",
                    "Op deze kaart eindigt een maatregel, en zij is niet ingebracht om die af te sluiten.",
                );
            }
        }
        _ => {}
    }
}

/// Whether an organisation is a GI; nothing when the region doesn't know it.
pub(super) fn is_gi(view: &CardView<'_>, organisation: Option<&str>) -> Option<bool> {
    let known = view.regio.bekend(organisation?, view.day)?;
    Some(known.soort == Some(OrganisatieSoort::GecertificeerdeInstelling))
}

/// The first and the last day on which a measure may end, when it certainly ends since its
/// jeugdige comes of age. A team's card has no birth date: there the reason tells.
pub(super) fn at_eighteen(view: &CardView<'_>, measure: &Maatregel) -> Option<(NaiveDate, NaiveDate)> {
    let span = |date: Tijdstip| (date.first(), date.last());
    match (measure.reden, measure.einde) {
        (Some(EindeReden::Achttien), end) => end.map(span).or_else(|| comes_of_age(view, measure)),
        (None, Some(end)) => comes_of_age(view, measure).filter(|(_, last)| end.first() >= *last),
        (Some(EindeReden::DoelenBehaald | EindeReden::Overig), _) | (None, None) => None,
    }
}

/// When the jeugdige of a measure comes of age, as far as the card knows.
fn comes_of_age(view: &CardView<'_>, measure: &Maatregel) -> Option<(NaiveDate, NaiveDate)> {
    let wie = measure.wie.as_deref()?.trim();
    let mut members = view.card.gezin.as_ref()?.leden.values();
    let member = members.find(|member| member.wie.as_deref().map(str::trim) == Some(wie))?;
    let Some(Geboorte::Op(birth)) = member.geboortedatum else { return None };
    let age = view.regio.leeftijden.meerderjarig;
    Some((birthday(birth.first(), age)?, birthday(birth.last(), age)?))
}

const MTR02: Rule = Rule {
    id: "MTR02",
    severity: Severity::Fout,
    moments: &[Moment::Kaart],
    sources: &[Heading::Achttien],
    title: "Een OTS die stopt op 18 jaar, wordt besproken.",
    asks: "Stopt een OTS omdat de jeugdige 18 wordt, dan bespreekt het team in de maanden ervoor wat die daarna nodig heeft. \
           Dat begint bij de maanden die de regio noemt bij `achttien_vooraf_maanden` (standaard 6).",
    reason: "Op de achttiende verjaardag valt van alles tegelijk weg. Wat daarna komt, moet dan al klaarstaan.",
    mend: "Breng de casus in met `soort: afsluiten_maatregel`, en zet bij de maatregel `reden: achttien` en wat erna komt.",
    see: &["MTR01", "MTR04"],
    wrong: Example::Dossierkaart("maatregelen:\n  - {wie: kind1, soort: ots, einde: 2026-06-20, reden: achttien}\n"),
    right: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: ots, einde: 2026-06-20, reden: achttien, jeugdhulp_na_afloop: nee,
     aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 woont begeleid en gaat naar school., wat_houdt_het: De mentor belt elke week.}
successen: [Kind 1 haalde een diploma.]
",
    ),
    checks: &[Check::Card(mtr02)],
};

fn mtr02(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let card = view.card;
    if card.soort.is_none_or(|soort| soort == Soort::AfsluitenMaatregel) {
        return;
    }
    let months = view.regio.termijnen.achttien_vooraf_maanden;
    let is_due = |measure: &Maatregel| {
        let Some((first, last)) = at_eighteen(view, measure) else { return false };
        // Certain only when it is so on every day that a month leaves open.
        let begun = months_before(last, months).is_some_and(|from| from <= view.day) && view.day <= last;
        let earlier = card.eerder.filter(|_| card.soort != Some(Soort::Nieuw));
        let was_before = |eerder: NaiveDate| months_before(first, months).is_some_and(|from| eerder < from);
        begun && earlier.is_none_or(|eerder| was_before(eerder.0))
    };
    let mut running = card.maatregelen.values().filter(|measure| measure.soort == Some(MaatregelSoort::Ots));
    if running.any(is_due) {
        let message = "Een OTS stopt binnenkort op 18 jaar, en de casus is niet ingebracht om dat te bespreken.";
        findings.add("soort", message);
    }
}

const MTR03: Rule = Rule {
    id: "MTR03",
    severity: Severity::Advies,
    moments: &[Moment::Afsluiten],
    sources: &[Heading::Achttien],
    title: "Een voogdij die stopt op 18 jaar, komt alleen bij twijfel in het team.",
    asks: "Stopt een voogdij omdat de jeugdige 18 wordt, dan hoeft het team die alleen te bespreken als er twijfel is over de \
           veiligheid, nu of in de nabije toekomst.",
    reason: "Zo houdt het team tijd voor wie het nodig heeft, en krijgt een echte twijfel wel aandacht.",
    mend: "Zet bij de maatregel `twijfel_borging` op ja of nee. Is er geen twijfel? Dan kan de casus van de agenda.",
    see: &["MTR02"],
    wrong: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: voogdij, einde: 2026-06-20, reden: achttien, twijfel_borging: nee,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 woont begeleid en gaat naar school., wat_houdt_het: De mentor belt elke week.}
successen: [Kind 1 haalde een diploma.]
",
    ),
    right: Example::Dossierkaart(
        "soort: afsluiten_maatregel
inbrenger: {naam: Femke de Rooij, organisatie: Jeugdbescherming Brabant, via: Hans Verstraten}
maatregelen:
  - {wie: kind1, soort: voogdij, einde: 2026-06-20, reden: achttien, twijfel_borging: ja,
     jeugdhulp_na_afloop: nee, aandacht: [wonen, wmo, maatschappelijk_werk]}
haalbaar: {niveau: Kind 1 woont begeleid en gaat naar school., wat_houdt_het: De mentor belt elke week.}
successen: [Kind 1 haalde een diploma.]
",
    ),
    checks: &[Check::Card(mtr03)],
};

fn mtr03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let measures = &view.card.maatregelen;
    let only_at_eighteen =
        |measure: &Maatregel| measure.soort == Some(MaatregelSoort::Voogdij) && at_eighteen(view, measure).is_some();
    if !measures.is_whole() || !measures.values().all(only_at_eighteen) {
        return;
    }
    if measures.values().any(|measure| measure.twijfel_borging == Some(JaNee::Ja)) {
        return;
    }
    for (index, measure) in measures.iter() {
        let key = format!("maatregelen[{index}].twijfel_borging");
        match measure.twijfel_borging {
            Some(JaNee::Nee) => {
                findings.add(key, "Over deze voogdij is geen twijfel; dan hoeft het team haar niet te bespreken.");
            }
            answer => {
                let finding =
                    findings.add(key, "Er staat nog niet of er twijfel is over de veiligheid na deze voogdij.");
                finding.label = answer.is_none().then(|| missing(&["twijfel_borging"]).into());
            }
        }
    }
}

#[cfg(test)]
mod tests;
