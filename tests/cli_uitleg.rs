//! `vt uitleg`: one rule, the catalogue, searching, and a rule that is not there.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::Place;
use vt::output::{Screen, catalogue, explanation};
use vt::rules::{Example, Heading, Moment, Rule, Severity, all, find};

/// A rule of the test's own, so that its picture does not hang on the words of a real one.
const RULE: Rule = Rule {
    id: "TST01",
    severity: Severity::Waarschuwing,
    moments: &[Moment::Kaart],
    sources: &[Heading::WatIsNodig, Heading::StemKlinktDoor],
    title: "De visie van de mensen die het gezin kennen, staat op de kaart en is met het gezin gedeeld.",
    asks: "Op de kaart staat wat jullie samen van de situatie vinden, na het overleg in de eigen organisatie.",
    reason: "Het team bouwt voort op wat jullie zelf al vinden.",
    mend: "Schrijf bij `visie` wat jullie van de situatie vinden.",
    see: &["YAML01", "YAML02"],
    wrong: Example::Dossierkaart(
        "intern_besproken:\n  visie: null\n  met: [gedragswetenschapper toegang, casusregisseur, jeugdconsulent, praktijkondersteuner]\n",
    ),
    right: Example::Teammap(&[
        ("vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml", "versie: 1\nbesluit: agenderen\n"),
        ("vergaderingen/2026-03-12/verzonden.yaml", ""),
    ]),
    checks: &[],
};

fn explained(rule: &Rule, screen: &Screen) -> String {
    let mut out = Vec::new();
    explanation(rule, screen, &mut out).unwrap();
    String::from_utf8(out).unwrap()
}

#[test]
fn a_rule_in_full() {
    assert_snapshot!(explained(&RULE, &Screen::default()));
    let place = Place::with(&[]);
    let printed = place.run("vt uitleg inb05");
    assert_eq!((printed.status, printed.stderr.as_str()), (0, ""));
    assert_eq!(printed.stdout, explained(find("INB05").unwrap(), &Screen::default()));
}

#[test]
fn every_rule_fits_eighty_columns_and_a_narrow_terminal() {
    for width in [80, 60] {
        let screen = Screen { width, ..Screen::default() };
        for rule in all() {
            let text = explained(rule, &screen);
            for line in text.lines() {
                assert!(line.chars().count() <= width, "{} at {width}: {line}", rule.id);
                assert_eq!(line, line.trim_end(), "{}", rule.id);
            }
            for part in ["Wat     ", "Waarom  ", "Zo los je het op\n"] {
                assert!(text.contains(part), "{} lacks {part}", rule.id);
            }
        }
    }
}

#[test]
fn the_catalogue_names_every_rule_once() {
    let shown = Place::with(&[]).show("vt uitleg");
    for rule in all() {
        assert_eq!(shown.matches(&format!("  {} ", rule.id)).count(), 1, "{}", rule.id);
    }
    assert!(shown.starts_with("$ vt uitleg\nVorm van bestanden en mappen\n  MAP01   waarschuwing  "), "{shown}");
    let rules: Vec<&Rule> = all().collect();
    let mut out = Vec::new();
    catalogue(&rules, &Screen { colour: true, ..Screen::default() }, &mut out).unwrap();
    let colour = String::from_utf8(out).unwrap();
    assert!(colour.contains("\u{1b}[2mINB05\u{1b}[0m   fout"), "{colour}");
}

#[test]
fn a_word_is_searched_in_all_that_is_said() {
    let place = Place::with(&[]);
    let found = place.run("vt uitleg --zoek MELDCODE");
    assert_eq!(found.status, 0);
    assert!(found.stdout.contains("MEL01") && !found.stdout.contains("INB05"), "{}", found.stdout);
    assert_snapshot!(place.show("vt uitleg --zoek kaartspel"), @r"
    $ vt uitleg --zoek kaartspel
    stderr: Dat lukt nog niet: in geen enkele regel komt dit woord voor.
    stderr:   Probeer  vt uitleg   alle regels
    status 2
    ");
}

#[test]
fn a_rule_that_is_not_there_gets_its_neighbours() {
    let place = Place::with(&[]);
    let near = place.run("vt uitleg INB5");
    assert_eq!((near.status, near.stdout.as_str()), (2, ""));
    assert!(near.stderr.contains("\n  Probeer  vt uitleg INB05   "), "{}", near.stderr);
    assert!(near.stderr.ends_with("           vt uitleg         alle regels\n"), "{}", near.stderr);
    assert_snapshot!(place.show("vt uitleg Daan"), @r"
    $ vt uitleg Daan
    stderr: Dat lukt nog niet: deze regel kent vt niet.
    stderr:   Probeer  vt uitleg   alle regels
    status 2
    ");
}
