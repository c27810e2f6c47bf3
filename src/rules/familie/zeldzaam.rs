//! Facts that together may point to one family: PSE03.

use super::{CardView, Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::pseudo::{At, Rare};
use crate::yaml::Path;

pub(super) const PSE03: Rule = Rule {
    id: "PSE03",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::Samenwerken],
    title: "De feiten op de kaart wijzen samen niet één gezin aan.",
    asks: "Eén bijzonder feit mag: een groot gezin, een tweeling, een zeldzaam beroep, een ziekte, een herkomst of iets dat in de krant stond. Staan er twee op één kaart, maak er dan een grover.",
    reason: "Ook zonder naam herkent iemand aan tafel een gezin met zes kinderen dat in de krant stond.",
    mend: "Schrijf het bijzondere feit algemener, of zet bij `leeftijd` een band, zoals `8-11`.",
    see: &["PSE01", "PSE02"],
    wrong: Example::Teamkaart(
        "risicofactoren:\n  - {wat: Vader is burgemeester., maakt_onveilig: nee}\n  - {wat: De ruzie stond in de krant., maakt_onveilig: nee}",
    ),
    right: Example::Teamkaart(
        "risicofactoren:\n  - {wat: Vader heeft een bekend beroep., maakt_onveilig: nee}\n  - {wat: De ruzie was op straat te horen., maakt_onveilig: nee}",
    ),
    checks: &[Check::Card(pse03)],
};

fn pse03(view: &CardView<'_>, findings: &mut Findings<'_>) {
    let Some(first) = view.rare.first() else { return };
    let what: Vec<&str> = view.rare.iter().map(|rare| rare.fact.what()).collect();
    let message = match what.as_slice() {
        [most @ .., last] => {
            format!("Op deze kaart staan {} en {last}; samen kunnen die één gezin aanwijzen.", most.join(", "))
        }
        [] => return,
    };
    let how = view.rare.iter().map(|rare| format!("Bij `{}`: {}.", place(rare), rare.fact.how()));
    let mend = format!("Maak er een grover. {}", how.collect::<Vec<_>>().join(" "));
    findings.add(place(first).to_string(), message).mend = mend.into();
}

/// Where a fact stands; only keys that the program knows are in it.
fn place(rare: &Rare<Path>) -> Path {
    let leden = Path::root().key("gezin").key("leden");
    match &rare.at {
        At::Leden => leden,
        At::Lid(index) => leden.index(*index).key("leeftijd"),
        At::Text(path) => path.clone(),
    }
}
