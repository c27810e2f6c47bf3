//! `vt nieuw`: the template, what it never touches, and that nobody is asked without a
//! terminal. The conversation itself is scripted beside its code.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use serde_json::Value;
use std::collections::BTreeSet;
use transcript::{Place, Ran};

fn text(place: &Place, path: &str) -> String {
    std::fs::read_to_string(place.path(path)).unwrap()
}

/// The rules of all findings, tips too.
fn rules(place: &Place, card: &str) -> BTreeSet<String> {
    let ran = place.run(&format!("vt check {card} --formaat json"));
    let json: Value = serde_json::from_str(&ran.stdout).unwrap();
    let findings = json["bevindingen"].as_array().unwrap().iter();
    findings.map(|finding| finding["regel"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_template_stands_in_the_dossier() {
    let place = Place::good().inside("dossier");
    assert_snapshot!(place.show("vt nieuw RSD-2026-00500 --sjabloon"));
    assert_snapshot!(text(&place, "dossier/RSD-2026-00500/kaart.yaml"));
    let schema: Value = serde_json::from_str(&text(&place, "dossier/.schema/kaart.json")).unwrap();
    assert!(schema["properties"]["hulpvraag"].is_object());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &str| place.path(path).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!((mode("dossier/RSD-2026-00500"), mode("dossier/RSD-2026-00500/kaart.yaml")), (0o700, 0o600));
    }
}

/// An empty key is *not asked yet*: the template answers nothing that a card without the
/// key would not.
#[test]
fn check_says_only_what_is_not_there_yet() {
    for soort in ["nieuw", "vervolg", "monitor", "afsluiten_maatregel"] {
        let place = Place::good();
        let ran = place.run(&format!("vt --dossier dossier nieuw A-1 --sjabloon --soort {soort}"));
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let empty = format!(
            "versie: 1\ndossiernummer: A-2\nsoort: {soort}\nbijgewerkt: 2026-03-04\n\
             inbrenger: {{naam: Anke Wouters, organisatie: Gemeente Roosendaal, via: Bram Looijmans}}\n"
        );
        place.write("dossier/A-2/kaart.yaml", empty.as_bytes());
        let found = rules(&place, "dossier/A-1/kaart.yaml");
        let expected = rules(&place, "dossier/A-2/kaart.yaml");
        let missed: Vec<&String> = expected.difference(&found).collect();
        assert!(missed.is_empty(), "{soort}: the template answers {missed:?}");
        for id in &found {
            assert!(!["YAML", "MAP", "VER"].iter().any(|family| id.starts_with(family)), "{soort}: {id}");
        }
        let whole = place.run("vt check dossier --formaat json");
        assert!(!whole.stdout.contains("\"MAP"), "{}", whole.stdout);
    }
}

#[test]
fn a_dossier_that_is_there_is_never_overwritten() {
    let place = Place::good().inside("dossier");
    let card = text(&place, "dossier/RSD-2026-00412/kaart.yaml");
    assert_snapshot!(place.show("vt nieuw RSD-2026-00412 --sjabloon"));
    assert_eq!(text(&place, "dossier/RSD-2026-00412/kaart.yaml"), card);
    place.write("dossier/RSD-2/notitie.txt", b"van mij");
    assert_snapshot!(place.show("vt nieuw RSD-2 --sjabloon"));
    assert_snapshot!(place.show("vt nieuw rsd-2026-00412 --sjabloon"));
    // An interrupted `vt` left an empty folder or half a file.
    place.write("dossier/RSD-3/.vt-aB3kZ9.tmp", b"half");
    assert_eq!(place.run("vt nieuw RSD-3 --sjabloon").status, 0);
    assert_eq!(place.run("vt nieuw RSD-3 --sjabloon").status, 2);
}

#[test]
fn a_number_that_can_be_no_folder_is_refused_in_words() {
    let place = Place::good().inside("dossier");
    let before = std::fs::read_dir(place.path("dossier")).unwrap().count();
    let lines = ["vt nieuw 2026/412 --sjabloon", "vt nieuw ../x --sjabloon", "vt nieuw .git --sjabloon"];
    let more = ["vt nieuw NUL --sjabloon", "vt nieuw dossier.yaml --sjabloon"];
    assert_snapshot!(lines.into_iter().chain(more).map(|line| place.show(line)).collect::<Vec<_>>().join("\n\n"));
    let long = place.run(&format!("vt nieuw {} --sjabloon", "1".repeat(80)));
    assert!(long.status == 2 && long.stderr.contains("te lang") && !long.stderr.contains("111"), "{}", long.stderr);
    let mut empty = place.command("vt nieuw --sjabloon");
    empty.arg("");
    assert!(Ran::of(empty).stderr.contains("Er staat niets."));
    assert_eq!(std::fs::read_dir(place.path("dossier")).unwrap().count(), before);
}

#[test]
fn what_it_does_not_do() {
    let place = Place::good().inside("dossier");
    let lines = ["vt nieuw RSD-9", "vt nieuw", "vt nieuw --sjabloon", "vt nieuw RSD-9 --droog"];
    let more = ["vt nieuw RSD-2026-00412", "vt nieuw RSD-9 --vandaag 2026-03-06"];
    let card = text(&place, "dossier/RSD-2026-00412/kaart.yaml");
    assert_snapshot!(lines.into_iter().chain(more).map(|line| place.show(line)).collect::<Vec<_>>().join("\n\n"));
    assert_eq!(text(&place, "dossier/RSD-2026-00412/kaart.yaml"), card);
    assert_snapshot!(place.show("vt nieuw RSD-9 --sjabloon --droog"));
    assert!(!place.path("dossier/RSD-9").exists() && !place.path("dossier/.schema").exists());
    let elsewhere = Place::with(&[]);
    assert_snapshot!(elsewhere.show("vt nieuw RSD-9 --sjabloon"));
    // The zones are looked at before anything is written.
    let both = Place::good();
    std::fs::create_dir(both.path(".git")).unwrap();
    let ran = both.run("vt --dossier dossier nieuw RSD-9 --sjabloon");
    assert!(ran.status == 2 && ran.stderr.contains("dezelfde git-map"), "{}", ran.stderr);
    let inside = Place::good();
    inside.write("teammap/dossier/dossier.yaml", b"versie: 1\n");
    let ran = inside.run("vt --dossier teammap/dossier nieuw RSD-9 --sjabloon");
    assert!(ran.status == 2 && ran.stderr.contains("je dossier staat in een teammap"), "{}", ran.stderr);
    assert!(!inside.path("teammap/dossier/RSD-9").exists());
}

#[test]
fn an_older_schema_is_brought_up_to_date() {
    let place = Place::good().inside("dossier");
    place.write("dossier/.schema/kaart.json", b"{}\n");
    assert!(place.run("vt nieuw RSD-9 --sjabloon --droog").stdout.contains("wordt anders"));
    assert_eq!(place.run("vt nieuw RSD-9 --sjabloon").status, 0);
    assert_eq!(text(&place, "dossier/.schema/kaart.json"), place.run("vt schema kaart").stdout);
}
