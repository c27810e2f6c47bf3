//! `vt uitleg`: one rule, the catalogue, searching, and a rule that is not there.

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::Place;
use vt::output::{Screen, catalogue, explanation};
use vt::rules::{Rule, all};

#[test]
fn a_rule_in_full() {
    assert_snapshot!(Place::with(&[]).show("vt uitleg INB05"));
    assert_eq!(Place::with(&[]).run("vt uitleg inb05").status, 0);
}

#[test]
fn every_rule_fits_eighty_columns_and_a_narrow_terminal() {
    for width in [80, 60] {
        let screen = Screen { width, ..Screen::default() };
        for rule in all() {
            let mut out = Vec::new();
            explanation(rule, &screen, &mut out).unwrap();
            let text = String::from_utf8(out).unwrap();
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
    assert_snapshot!(place.show("vt uitleg INB5"), @r"
    $ vt uitleg INB5
    stderr: Dat lukt nog niet: deze regel kent vt niet.
    stderr:   Probeer  vt uitleg INB05   Het overleg met je collega leverde een visie op.
    stderr:            vt uitleg INB15   Ouders en jeugdigen vanaf 12 jaar is gevraagd of je
    stderr:                              de casus mag inbrengen.
    stderr:            vt uitleg         alle regels
    status 2
    ");
    assert_snapshot!(place.show("vt uitleg Daan"), @r"
    $ vt uitleg Daan
    stderr: Dat lukt nog niet: deze regel kent vt niet.
    stderr:   Probeer  vt uitleg   alle regels
    status 2
    ");
}
