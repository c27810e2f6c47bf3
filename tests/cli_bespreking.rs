//! A discussion that only began: it is none yet, it is said what misses, and it can be thrown away.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use transcript::{Place, Ran};

const CASE: &str = "vergaderingen/2026-03-12/pqtw-3kz3";
const BACK: &str = "vergaderingen/2026-04-16/pqtw-3kz3";
const DAY: &str = "2026-03-12T16:00:00+01:00";

fn on_the_day(place: &Place, words: &[&str]) -> Ran {
    place.at(DAY, words, "")
}

fn discuss(place: &Place, options: &[&str]) -> Ran {
    on_the_day(place, &[&["bespreking", "pqtw-3kz3"], options].concat())
}

/// What is said, on one line.
fn said(ran: &Ran) -> String {
    [ran.stdout.as_str(), &ran.stderr].concat().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The rules that say something about the file of the discussion.
fn found(place: &Place) -> Vec<String> {
    let check = on_the_day(place, &["check", "--formaat", "json"]).stdout;
    let check: serde_json::Value = serde_json::from_str(&check).unwrap();
    let all = check["bevindingen"].as_array().unwrap().iter();
    let own = all.filter(|one| one["bestand"] == format!("{CASE}/bespreking.yaml"));
    own.map(|one| one["regel"].as_str().unwrap().to_owned()).collect()
}

/// A file in which nothing but one answer stands is no discussion: the case waits, and nobody takes
/// it away meanwhile.
#[test]
fn a_template_without_an_advice_only_began() {
    let place = Place::whole_example();
    let file = format!("{CASE}/bespreking.yaml");
    assert_eq!(discuss(&place, &["--sjabloon"]).status, 0);
    let ready = place.read(&file);
    assert_eq!(found(&place), [""; 0], "what was only put ready asks for nothing yet");
    let waits = |place: &Place| on_the_day(place, &[]).stdout.contains("vt bespreking pqtw-3kz3");
    let away = ["intrekken", "pqtw-3kz3", "--door", "M", "--reden", "-"];
    let begun = ready.replacen("inbrenger_aanwezig:", "inbrenger_aanwezig: ja", 1);
    for text in [begun.clone(), begun.replacen("  soort:", "  soort: voortzetten", 1)] {
        place.write(&file, text.as_bytes());
        assert!(waits(&place));
        let rules = found(&place);
        assert!(rules.contains(&"VOL01".to_owned()) && rules.contains(&"BSP04".to_owned()), "{rules:?}");
        let check = said(&on_the_day(&place, &["check"]));
        assert!(check.contains("Zonder advies telt dit niet als bespreking."), "{check}");
        let ran = on_the_day(&place, &away);
        assert!(ran.status == 2 && said(&ran).contains("is begonnen"), "{}", ran.stderr);
        let ran = on_the_day(&place, &["bespreking", "pqtw-3kz3", "--sjabloon"]);
        assert!(ran.status == 2 && said(&ran).contains("wat er in bespreking.yaml nog mist"), "{}", ran.stderr);
        assert_eq!(place.read(&file), text);
    }
    let advised = begun.replacen("  tekst: |\n", "  tekst: |\n    Ga zo door.\n", 1);
    place.write(&file, advised.as_bytes());
    assert!(!waits(&place) && !found(&place).contains(&"VOL01".to_owned()));
    let ran = discuss(&place, &["--weggooien", "--ja"]);
    assert!(ran.status == 2 && said(&ran).contains("De bespreking is al opgeschreven."), "{}", ran.stderr);
    assert_eq!(place.read(&file), advised);
}

/// What nobody can read is no discussion that stands written down, and it is not thrown away.
#[test]
fn a_file_that_can_t_be_read_is_said_to_be_so() {
    let place = Place::whole_example();
    place.write(&format!("{CASE}/bespreking.yaml"), b"cijfer: [7");
    let before = place.tree();
    for options in [&[][..], &["--sjabloon"], &["--weggooien", "--ja"]] {
        let ran = discuss(&place, options);
        assert!(
            ran.status == 2 && said(&ran).contains("vt kan bespreking.yaml van deze casus niet lezen"),
            "{options:?}"
        );
        assert!(!said(&ran).contains("al opgeschreven"), "{}", ran.stderr);
    }
    assert!(place.tree() == before);
}

#[test]
fn what_began_is_thrown_away_only_when_somebody_is_sure() {
    let place = Place::whole_example();
    let before = place.tree();
    let ran = discuss(&place, &["--weggooien"]);
    assert!(ran.status == 2 && said(&ran).contains("geen begonnen bespreking"), "{}", ran.stderr);
    // Put ready, begun in an editor, and kept by the questions; the last also where it stopped right
    // after the case was announced, or can't be read.
    let concept = format!("{CASE}/.bespreking.concept.yaml");
    let file = format!("{CASE}/bespreking.yaml");
    let back = "versie: 1\nadvies:\n  tekst: Ga zo door.\nmonitor:\n  terug: ja\n  datum: 2026-04-16\n";
    let announced = format!("{BACK}/verwacht.yaml");
    let ours = "versie: 1\nwaarom: monitor\nvan: 2026-03-12\n";
    let begun: [&[(&str, &str)]; 4] = [
        &[(&file, "versie: 1\nadvies:\n")],
        &[(&file, "versie: 1\nstem_gehoord: ja\n")],
        &[(&announced, ours), (&concept, back)],
        &[(&concept, "versie: [\n")],
    ];
    for files in begun {
        for (path, text) in files {
            place.write(path, text.as_bytes());
        }
        let stands = place.tree();
        let ran = discuss(&place, &["--weggooien"]);
        assert!(ran.status == 2 && said(&ran).contains("--weggooien --ja"), "{}", ran.stderr);
        let ran = discuss(&place, &["--weggooien", "--droog"]);
        assert_eq!(said(&ran).matches("gaat weg").count(), files.len(), "{}", ran.stdout);
        assert!(place.tree() == stands);
        let ran = discuss(&place, &["--weggooien", "--ja"]);
        assert!(ran.status == 0 && said(&ran).contains("weer zoals voor de bespreking"), "{}", ran.stderr);
        assert!(place.tree() == before, "{files:?}");
    }
    // What stands in the place of what is kept is no beginning of nothing.
    std::fs::create_dir(place.path(&concept)).unwrap();
    for options in [&["--sjabloon"][..], &["--weggooien", "--ja"]] {
        assert_eq!(discuss(&place, options).status, 2);
    }
    std::fs::remove_dir(place.path(&concept)).unwrap();
    // What was announced by another, or where more was done since, stays.
    let card = place.read(&format!("{CASE}/kaart.yaml"));
    for other in
        [(announced.as_str(), "versie: 1\nwaarom: vervolg\nvan: 2026-03-12\n"), (&format!("{BACK}/kaart.yaml"), &card)]
    {
        place.write(&announced, ours.as_bytes());
        place.write(other.0, other.1.as_bytes());
        place.write(&concept, back.as_bytes());
        assert_eq!(discuss(&place, &["--weggooien", "--ja"]).status, 0);
        assert!(place.path(&announced).exists() && !place.path(&concept).exists());
    }
}
