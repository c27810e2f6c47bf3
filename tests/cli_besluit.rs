//! A decision of the chair on a case that stood in more meetings: it is taken where the case stands.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran};

const FRIDAY: &str = "2026-03-06T10:00:00+01:00";

/// A decision by M on a day, with a reason.
fn decide(place: &Place, moment: &str, words: &str) -> Ran {
    let words: Vec<&str> = words.split(' ').collect();
    place.at(moment, &[&["besluit"], &words[..], &["--door", "M", "--reden", "-"]].concat(), "Te druk.")
}

fn done(place: &Place, words: &str) {
    let ran = decide(place, FRIDAY, words);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{words}");
}

/// Refused with status 2, and nothing is written.
fn refused(place: &Place, moment: &str, words: &str) -> String {
    let before = place.tree();
    let ran = decide(place, moment, words);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{words}");
    assert!(place.tree() == before, "{words}");
    ran.show(&format!("vt besluit {words}"))
}

/// The card of the case in another meeting, with another file of it when one is named.
fn also_in(place: &Place, day: &str, casus: &str, file: Option<(&str, &str)>) {
    let card = place.read(&format!("vergaderingen/2026-03-12/{casus}/kaart.yaml"));
    place.write(&format!("vergaderingen/{day}/{casus}/kaart.yaml"), card.as_bytes());
    if let Some((name, text)) = file {
        place.write(&format!("vergaderingen/{day}/{casus}/{name}.yaml"), text.as_bytes());
    }
}

#[test]
fn a_meeting_that_is_over_gives_no_case_back() {
    let place = Place::whole_example();
    let mut shown = vec![
        refused(&place, FRIDAY, "2qc6-2dkd --vergadering 2026-03-05 --agenderen"),
        // The same decision by another would take the place of who decided and why.
        refused(&place, FRIDAY, "2qc6-2dkd --vergadering 2026-03-05 --uitstellen 2026-03-12"),
        refused(&place, FRIDAY, "v330-p9mg --agenderen"),
    ];
    let week_later = "2026-03-13T10:00:00+01:00";
    // Without an outcome there it can still be moved or refused, once.
    shown.push(refused(&place, week_later, "7k3f-9qxr --agenderen"));
    assert_eq!(decide(&place, week_later, "7k3f-9qxr --uitstellen 2026-03-19").status, 0);
    shown.push(refused(&place, week_later, "7k3f-9qxr --vergadering 2026-03-12 --afwijzen"));
    assert_eq!(decide(&place, week_later, "dr27-20t6 --afwijzen").status, 0);
    shown.push(refused(&place, week_later, "dr27-20t6 --vergadering 2026-03-12 --uitstellen 2026-03-19"));
    // Handed in anew for a later meeting, it is decided on there.
    also_in(&place, "2026-03-19", "8yn4-7fhx", None);
    shown.push(refused(&place, week_later, "8yn4-7fhx --vergadering 2026-03-12 --afwijzen"));
    assert_snapshot!("over", shown.join("\n\n"));
}

#[test]
fn a_case_that_went_on_is_decided_on_there() {
    // Handed in where it was postponed to.
    let place = Place::whole_example();
    done(&place, "7k3f-9qxr --uitstellen 2026-03-19");
    also_in(&place, "2026-03-19", "7k3f-9qxr", None);
    let mut shown = vec![refused(&place, FRIDAY, "7k3f-9qxr --vergadering 2026-03-12 --agenderen")];
    done(&place, "7k3f-9qxr --vergadering 2026-03-19 --agenderen");
    refused(&place, FRIDAY, "7k3f-9qxr --vergadering 2026-03-12 --agenderen");
    // The announcement of the move was lost.
    std::fs::remove_file(place.path("vergaderingen/2026-03-19/7k3f-9qxr/verwacht.yaml")).unwrap();
    refused(&place, FRIDAY, "7k3f-9qxr --vergadering 2026-03-12 --agenderen");
    // Moved on from there, also to a meeting that is named again.
    let place = Place::whole_example();
    done(&place, "cznk-cz65 --uitstellen 2026-03-19");
    done(&place, "cznk-cz65 --vergadering 2026-03-19 --uitstellen 2026-03-26");
    shown.push(refused(&place, FRIDAY, "cznk-cz65 --vergadering 2026-03-12 --uitstellen 2026-03-26"));
    // Over a meeting that was cancelled.
    let place = Place::whole_example();
    done(&place, "cznk-cz65 --uitstellen 2026-03-19");
    let cancel = ["vergadering", "2026-03-19", "--vervalt", "De zaal is bezet.", "--naar", "2026-03-26"];
    assert_eq!(place.at(FRIDAY, &cancel, "").status, 0);
    refused(&place, FRIDAY, "cznk-cz65 --vergadering 2026-03-12 --agenderen");
    done(&place, "cznk-cz65 --vergadering 2026-03-26 --agenderen");
    shown.push(refused(&place, FRIDAY, "cznk-cz65 --vergadering 2026-03-12 --agenderen"));
    // Discussed or withdrawn there.
    for (file, text) in [("bespreking", "advies: {tekst: Ga zo door.}\n"), ("ingetrokken", "reden: Verhuisd.\n")] {
        let place = Place::whole_example();
        done(&place, "cznk-cz65 --uitstellen 2026-03-19");
        also_in(&place, "2026-03-19", "cznk-cz65", Some((file, text)));
        shown.push(refused(&place, FRIDAY, "cznk-cz65 --vergadering 2026-03-12 --agenderen"));
        refused(&place, "2026-03-20T10:00:00+01:00", "cznk-cz65 --vergadering 2026-03-12 --agenderen");
    }
    assert_snapshot!("went_on", shown.join("\n\n"));
}

#[test]
fn a_case_is_not_sent_where_it_can_t_come() {
    let outcomes = [
        ("ingetrokken", "reden: Verhuisd.\n"),
        ("besluit", "besluit: afwijzen\ndatum: 2026-03-04\n"),
        ("besluit", "besluit: uitstellen\ndatum: 2026-03-04\nnaar: 2026-03-26\n"),
        ("bespreking", "advies: {tekst: Ga zo door.}\n"),
    ];
    let mut shown = Vec::new();
    for outcome in outcomes {
        let place = Place::whole_example();
        also_in(&place, "2026-03-19", "7k3f-9qxr", Some(outcome));
        shown.push(refused(&place, FRIDAY, "7k3f-9qxr --vergadering 2026-03-12 --uitstellen 2026-03-19"));
        done(&place, "7k3f-9qxr --vergadering 2026-03-12 --uitstellen 2026-04-02");
    }
    // An agreement to come back there would be lost.
    let place = Place::whole_example();
    place.write("vergaderingen/2026-03-19/7k3f-9qxr/verwacht.yaml", b"versie: 1\nwaarom: monitor\nvan: 2026-01-15\n");
    shown.push(refused(&place, FRIDAY, "7k3f-9qxr --uitstellen 2026-03-19"));
    assert_snapshot!("closed", shown.join("\n\n"));
}

/// A case that is expected and has no card can be moved and refused all the same.
#[test]
fn a_case_without_a_card_can_go_to_another_day() {
    let place = Place::whole_example();
    done(&place, "mczs-5369 --uitstellen 2026-03-26");
    let check = place.run("vt check --vandaag 2026-03-06");
    assert!(!check.stdout.contains("mczs-5369"), "{}", check.stdout);
    let agenda = place.run("vt agenda 2026-03-26 --formaat json").stdout;
    assert!(agenda.contains("mczs-5369"), "{agenda}");
}

#[test]
fn without_a_case_those_that_wait_are_named() {
    let place = Place::whole_example();
    let next = place.at(FRIDAY, &["besluit"], "");
    let other = place.at(FRIDAY, &["besluit", "--vergadering", "2026-03-19"], "");
    assert_snapshot!(
        "waiting",
        [next.show("vt besluit"), other.show("vt besluit --vergadering 2026-03-19")].join("\n\n")
    );
    assert_eq!(place.at(FRIDAY, &["besluit", "--agenderen"], "").status, 2);
}

#[test]
fn a_region_that_can_t_be_read_is_named() {
    let place = Place::whole_example();
    place.write("regio.yaml", b"regio: [\n");
    let ran = decide(&place, FRIDAY, "7k3f-9qxr --agenderen");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("de regio van deze teammap niet lezen"), "{}", ran.stderr);
}

/// A folder in the place of a decision hides what was decided.
#[test]
fn a_folder_where_a_file_belongs_is_named() {
    let place = Place::whole_example();
    let decision = "vergaderingen/2026-03-12/pqtw-3kz3/besluit.yaml";
    std::fs::remove_file(place.path(decision)).unwrap();
    std::fs::create_dir(place.path(decision)).unwrap();
    for line in ["vt agenda 2026-03-12", "vt toon pqtw-3kz3 --vergadering 2026-03-12"] {
        let ran = place.run(line);
        assert_eq!(ran.status, 1, "{line}");
        assert!(ran.stdout.contains(decision), "{}", ran.stdout);
    }
}

/// Withdrawn is what stands on an agenda: the case goes with its card, wherever it was put off to.
#[test]
fn a_case_that_was_put_off_is_withdrawn_where_it_stands_now() {
    let place = Place::both_examples();
    let moment = "2026-03-06T10:00:00+01:00";
    let postpone =
        ["--map", "team", "besluit", "7k3f-9qxr", "--uitstellen", "2026-03-19", "--door", "M", "--reden", "-"];
    assert_eq!(place.at(moment, &postpone, "Vol.").status, 0);
    let withdraw = ["--dossier", "dossier", "intrekken", "7k3f-9qxr", "--reden", "-"];
    let there = place.at(moment, &[&withdraw[..], &["--vergadering", "2026-03-12"]].concat(), "Verhuisd.");
    assert!(there.status == 2 && there.stderr.contains("--vergadering 2026-03-19"), "{}", there.stderr);
    let ran = place.at(moment, &withdraw, "Wij proberen het eerst zelf.");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.contains("donderdag 19 maart"), "{}", ran.stdout);
    let agenda = place.run("vt --map team agenda 2026-03-19 --vandaag 2026-03-06 --formaat json").stdout;
    let agenda: serde_json::Value = serde_json::from_str(&agenda).unwrap();
    assert!(agenda["zaken"].as_array().unwrap().iter().all(|zaak| zaak["casus"] != "7k3f-9qxr"), "{agenda}");
    let check = place.run("vt check team --vandaag 2026-03-06 --formaat json").stdout;
    let check: serde_json::Value = serde_json::from_str(&check).unwrap();
    let own = check["bevindingen"].as_array().unwrap().iter();
    let own: Vec<_> = own.filter(|one| one["bestand"].as_str().unwrap_or_default().contains("7k3f")).collect();
    assert!(own.iter().all(|one| !one["regel"].as_str().unwrap().starts_with("MAP")), "{own:?}");
}
