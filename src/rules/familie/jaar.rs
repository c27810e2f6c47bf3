//! The year's programme: JAR01.

use super::{Check, Example, Findings, Heading, Moment, Rule, Severity, TreeView};
use crate::calendar::to_plan;
use crate::store::{Slot, Zone};
use chrono::{Datelike, NaiveDate};

pub(super) const RULES: &[Rule] = &[JAR01];

const JAR01: Rule = Rule {
    id: "JAR01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Any],
    sources: &[Heading::LerenEnEvalueren],
    title: "De momenten om te leren en te evalueren staan vast.",
    asks: "Vanaf oktober staan de themabijeenkomsten, evaluaties, overleggen van de managers en trainingen van het \
           volgende jaar in `regio.yaml`, zoveel als `jaarprogramma` vraagt. De regel kijkt alleen naar jaren met een \
           rooster, tot het jaar voorbij is.",
    reason: "Wie leert en terugkijkt, maakt de werkwijze beter. Dat lukt alleen als iedereen de dag vrij kan houden.",
    mend: "Zet bij `momenten` in `regio.yaml` de dagen erbij. `vt kalender JAAR` stelt ze voor, en legt ze vast met \
           `--vastleggen`.",
    see: &[],
    wrong: Example::Regio(
        "jaarprogramma:\n  evaluatie: {min: 3, max: 3}\nmomenten:\n  - {soort: evaluatie, datum: 2026-06-02}\n",
    ),
    right: Example::Regio(
        "jaarprogramma:
  evaluatie: {min: 3, max: 3}
momenten:
  - {soort: evaluatie, datum: 2026-02-10}
  - {soort: evaluatie, datum: 2026-06-02}
  - {soort: evaluatie, datum: 2026-10-06}
",
    ),
    checks: &[Check::Tree(jar01)],
};

fn jar01(view: &TreeView<'_>, findings: &mut Findings<'_>) {
    if view.zone != Zone::Team {
        return;
    }
    // An item that could not be read may be the very one that is missing.
    if !view.team.regio.momenten.is_whole() {
        return;
    }
    for year in view.present.iter().filter_map(|slot| if let Slot::Rooster(year) = slot { Some(*year) } else { None }) {
        if !is_due(year, view.today) {
            continue;
        }
        let missing: Vec<String> =
            to_plan(&view.team.regio, year).into_iter().map(|(soort, count)| soort.aantal(count)).collect();
        if !missing.is_empty() {
            let message = format!("Voor {year} is nog te plannen: {}.", missing.join(", "));
            let finding = findings.add_in(Slot::Regio, "momenten", message);
            finding.mend = format!(
                "Zet bij `momenten` de dagen erbij. `vt kalender {year}` stelt ze voor, en legt ze vast met \
                 `--vastleggen`."
            )
            .into();
        }
    }
}

/// From October of the year before until the year is over.
fn is_due(year: i32, today: NaiveDate) -> bool {
    today.year() == year || today.year() == year - 1 && today.month() >= 10
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_year_is_due_from_october_before_until_its_end() {
        let due = |today: &str| is_due(2027, today.parse().unwrap());
        assert!(!due("2026-09-30") && due("2026-10-01") && due("2027-12-31") && !due("2028-01-01"));
    }
}
