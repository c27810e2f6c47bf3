//! What the scanner finds in the team's folder and nobody judged: PSE02.

use super::{Check, Example, Findings, Heading, Moment, Rule, Severity};
use crate::rules::scanned::{Named, ScanView, Where};
use crate::yaml::{Path, Step};

pub(super) const PSE02: Rule = Rule {
    id: "PSE02",
    severity: Severity::Fout,
    moments: &[Moment::Any],
    sources: &[Heading::Samenwerken],
    title: "In de teammap staat nergens iets waaraan een gezin te herkennen is.",
    asks: "vt zoekt in elk bestand van de teammap, ook in opmerkingen, sleutels en namen van bestanden: naar namen, adressen, scholen, plaatsen en nummers. Wat vt vindt, is vervangen of beoordeeld. Namen van professionals en organisaties van de regio mogen er staan.",
    reason: "Eén naam in een tekst is genoeg om te weten om welk gezin het gaat.",
    mend: "Zet er een label voor in de plaats, zoals Kind 1 of School 1, of maak het grover. Mag het blijven staan, zet het dan bij `blijft_staan`.",
    see: &["PSE01", "PSE03", "MAP04"],
    wrong: Example::Teamkaart("hulpvraag: Daan Verhagen wil dat het 's avonds rustig is."),
    right: Example::Teamkaart("hulpvraag: Kind 1 wil dat het 's avonds rustig is."),
    checks: &[Check::Scan(pse02)],
};

fn pse02(view: &ScanView<'_>, findings: &mut Findings<'_>) {
    for named in view.found.iter().filter(|named| !named.key.as_ref().is_some_and(is_told_elsewhere)) {
        let what = and(named.kinds.iter().map(|kind| kind.noun()));
        let seems = if named.sure { "" } else { "wat lijkt op " };
        let place = if named.at == Where::Name { "In deze naam" } else { "Hier" };
        let stands = if named.sure && named.kinds.len() > 1 { "staan" } else { "staat" };
        let message = format!("{place} {stands} {seems}{what}; daaraan kan een gezin te herkennen zijn.");
        let finding = match &named.key {
            Some(key) => findings.add(key.to_string(), message),
            None => findings.add_here(message),
        };
        finding.spot.clone_from(&named.spot);
        finding.last_line = Some(named.last_line);
        finding.mend = mend(named).into();
    }
}

fn mend(named: &Named) -> String {
    let mut text = match named.at {
        Where::Name => return "Geef het een naam zonder gezin erin, of gooi het weg. In git blijft de oude naam te lezen: zeg het tegen wie de map beheert.".to_owned(),
        Where::Beside => return "Haal het hier weg. Een opmerking of een eigen sleutel hoort niet in de teammap.".to_owned(),
        Where::Text => return "Haal het weg uit dit bestand, of zet er een label voor in de plaats, zoals Kind 1.".to_owned(),
        Where::Card | Where::Field => {
            "Zet er een label voor in de plaats, zoals Kind 1 of School 1, of maak het grover.".to_owned()
        }
    };
    if named.at == Where::Card {
        text += " Of breng de kaart opnieuw in vanuit het dossier; dan vraagt vt ernaar.";
    }
    if let Some(entry) = &named.entry {
        // In braces a bracket begins a list, unless it stands in quotes.
        let path = entry.to_string();
        let path = if path.contains('[') { format!("'{path}'") } else { path };
        text.push_str(" Mag het blijven staan? Zet dan bij `blijft_staan`: `{tekst: de woorden, in: ");
        text.push_str(&path);
        text.push_str(", reden: gewoon_woord}`.");
    }
    text
}

/// One gap, one finding: keys that name people by what they are, PSE01 and PSE04 tell of.
fn is_told_elsewhere(key: &Path) -> bool {
    const NAMING: [&str; 9] = [
        "wie",
        "voornaam",
        "roepnaam",
        "tussenvoegsel",
        "achternaam",
        "geboortedatum",
        "school",
        "adres",
        "niet_informeren",
    ];
    let key = |nth: usize| match key.steps().get(nth) {
        Some(Step::Key(key)) => key.as_str(),
        _ => "",
    };
    match key(0) {
        "casus" | "dossiernummer" => true,
        "gezin" => key(1) == "in_de_tekst" || NAMING.contains(&key(3)),
        _ => false,
    }
}

/// "een naam, een adres en een postcode"
fn and(words: impl Iterator<Item = &'static str>) -> String {
    let words: Vec<&str> = words.collect();
    match words.as_slice() {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [most @ .., last] => format!("{} en {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::is_told_elsewhere;

    #[test]
    fn what_another_rule_tells_of_is_told_once() {
        let is = |path: &str| is_told_elsewhere(&path.parse().unwrap());
        for path in ["casus", "gezin.leden[0].wie", "gezin.leden[1].adres.straat", "gezin.in_de_tekst[0].naam"] {
            assert!(is(path), "{path}");
        }
        for path in ["hulpvraag", "gezin.leden[0].gemeente", "stem[0].wie", "gezin.leden[0].woont_bij[0]"] {
            assert!(!is(path), "{path}");
        }
    }
}
