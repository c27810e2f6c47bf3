//! The possible routes, discussed with the family in time.

use super::words::{keys, missing};
use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::model::Route;

pub(super) const RULES: &[Rule] = &[ROU01];

const ROU01: Rule = Rule {
    id: "ROU01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::StemKlinktDoor, Heading::OptiesEnRoutes],
    title: "De mogelijke routes zijn met het gezin besproken.",
    asks: "Je hebt met het gezin besproken welke routes er zijn: het VeiligheidsTeam, Veilig Thuis en de Raad voor de \
           Kinderbescherming (RvdK).",
    reason: "Wie vroeg hoort wat er kan gebeuren, is minder bang, kan vragen stellen en werkt eerder vrijwillig mee.",
    mend: "Bespreek de routes met het gezin en zet bij `routes_besproken`: [veiligheidsteam, veilig_thuis, rvdk].",
    see: &["INB02"],
    wrong: Example::Dossierkaart("gesprek_gezin: {routes_besproken: [veiligheidsteam]}\n"),
    right: Example::Dossierkaart("gesprek_gezin: {routes_besproken: [veiligheidsteam, veilig_thuis, rvdk]}\n"),
    checks: &[Check::Card(rou01)],
};

fn rou01(view: &CardView<'_>, findings: &mut Findings<'_>) {
    const KEY: &str = "gesprek_gezin.routes_besproken";
    let talk = view.card.gesprek_gezin.as_ref();
    let Some(routes) = talk.map(|talk| &talk.routes_besproken).filter(|routes| routes.is_asked()) else {
        let finding = findings.add(KEY, "Op de kaart staat nog niet welke routes je met het gezin besprak.");
        finding.label = talk.map(|_| missing(&["routes_besproken"]).into());
        return;
    };
    let all =
        [(Route::Veiligheidsteam, "veiligheidsteam"), (Route::VeiligThuis, "veilig_thuis"), (Route::Rvdk, "rvdk")];
    let is_open = |route: Route| !routes.values().any(|discussed| *discussed == route);
    let open: Vec<&str> = all.iter().filter(|(route, _)| is_open(*route)).map(|(_, word)| *word).collect();
    if !open.is_empty() {
        let finding = findings.add(KEY, "Nog niet alle routes zijn met het gezin besproken.");
        finding.label = Some(missing(&open).into());
        finding.mend =
            format!("Bespreek ook de andere routes. Voeg bij `routes_besproken` toe: {}.", keys(&open)).into();
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::familie::trial::{found, paths};

    #[test]
    fn all_three_routes_are_discussed() {
        assert_eq!(paths("ROU01", "soort: nieuw"), ["gesprek_gezin.routes_besproken"]);
        assert!(found("ROU01", "soort: nieuw")[0].label.is_none());
        let some = found("ROU01", "gesprek_gezin: {routes_besproken: [veiligheidsteam]}");
        assert_eq!(some[0].label.as_deref(), Some("hier ontbreken `veilig_thuis` en `rvdk`"));
        assert_eq!(paths("ROU01", "gesprek_gezin: {routes_besproken: geen}").len(), 1);
        assert!(paths("ROU01", "gesprek_gezin: {routes_besproken: [rvdk, veilig_thuis, veiligheidsteam]}").is_empty());
    }
}
