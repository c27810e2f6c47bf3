//! What the chair writes: decisions, what is otherwise in a meeting, who was there, and that
//! the agenda was sent.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran, changed};

/// A command on Friday 6 March 2026, with what comes in on stdin.
fn on_friday(place: &Place, words: &[&str], stdin: &str) -> Ran {
    place.at("2026-03-06T10:00:00+01:00", words, stdin)
}

/// All of these are refused with status 2 and write nothing.
fn refused(place: &Place, lines: &[&[&str]]) -> String {
    let before = place.tree();
    let shown: Vec<String> = lines
        .iter()
        .map(|words| {
            let ran = on_friday(place, words, "");
            assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{words:?}");
            ran.show(&format!("vt {}", words.join(" ")))
        })
        .collect();
    assert_eq!(place.tree(), before);
    shown.join("\n\n")
}

const BESLUIT: &str = "vergaderingen/2026-03-12/cznk-cz65/besluit.yaml";

#[test]
fn a_decision_is_written_with_who_and_when() {
    let place = Place::whole_example();
    let before = place.tree();
    let words = ["besluit", "7k3f-9qxr", "--agenderen", "--door", "Marit van Oers", "--uitnodigen", "ggz: Els Maas"];
    let dry = on_friday(&place, &[&words[..], &["--droog"]].concat(), "");
    assert_eq!(place.tree(), before);
    assert_snapshot!("agenderen_dry", dry.show("vt besluit 7k3f-9qxr --agenderen … --droog"));
    let ran = on_friday(&place, &words, "");
    let files = changed(&before, &place.tree());
    assert_snapshot!("agenderen", format!("{}\n\n{files}", ran.show("vt besluit 7k3f-9qxr --agenderen …")));
    assert_eq!(on_friday(&place, &words, "").stdout, "Er verandert niets: dit staat er al zo.\n");
}

#[test]
fn a_card_that_breaks_a_rule_is_taken_with_a_reason_only() {
    let place = Place::whole_example();
    let before = place.tree();
    let words = ["besluit", "cznk-cz65", "--agenderen", "--door", "Marit van Oers"];
    let ran = on_friday(&place, &words, "");
    assert_snapshot!("needs_a_reason", ran.show("vt besluit cznk-cz65 --agenderen"));
    assert_eq!(place.tree(), before);
    // A name that is typed is replaced, and that is said.
    let with_name = [&words[..], &["--reden", "-"]].concat();
    let with_name = on_friday(&place, &with_name, "Mevrouw De Vries brengt haar visie mee.");
    assert_eq!(with_name.status, 0, "{}", with_name.stderr);
    assert!(with_name.stdout.contains("zijn namen vervangen door een label"), "{}", with_name.stdout);
    assert!(!place.read(BESLUIT).contains("Vries"));
    let check = place.run("vt check vergaderingen/2026-03-12/cznk-cz65 --vandaag 2026-03-06");
    assert_eq!(check.status, 0, "{}", check.stdout);
}

#[test]
fn postponing_moves_the_case_and_deciding_again_brings_it_back() {
    let place = Place::whole_example();
    let before = place.tree();
    let words = ["besluit", "cznk-cz65", "--door", "Marit van Oers", "--reden", "-"];
    let postpone = [&words[..], &["--uitstellen", "2026-03-19"]].concat();
    let ran = on_friday(&place, &postpone, "De agenda is vol.");
    let files = changed(&before, &place.tree());
    assert_snapshot!("uitstellen", format!("{}\n\n{files}", ran.show("vt besluit cznk-cz65 --uitstellen 2026-03-19")));
    let check = place.run("vt check --vandaag 2026-03-06");
    assert!(!check.stdout.contains("MAP0"), "{}", check.stdout);
    // Interrupted after the first write, the same command completes it.
    let after = place.tree();
    std::fs::remove_file(place.path(BESLUIT)).unwrap();
    let check = place.run("vt check vergaderingen/2026-03-19 --vandaag 2026-03-06");
    assert_eq!(check.status, 0, "{}", check.stdout);
    on_friday(&place, &postpone, "De agenda is vol.");
    assert_eq!(place.tree(), after);
    // In the other meeting it stands with the card that it has.
    let agenda = place.run("vt agenda 2026-03-19 --formaat json").stdout;
    assert!(agenda.contains("cznk-cz65"), "{agenda}");
    let back = [&words[..], &["--agenderen", "--vergadering", "2026-03-12"]].concat();
    let ran = on_friday(&place, &back, "Er kwam plek.");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    assert_snapshot!("back", changed(&before, &place.tree()));
}

/// What was decided where it went would hang in the air.
#[test]
fn a_case_that_went_further_is_decided_on_where_it_stands() {
    let place = Place::whole_example();
    let decide = |day: &str, what: &[&str]| {
        let words = ["besluit", "cznk-cz65", "--vergadering", day, "--door", "Marit van Oers", "--reden", "-"];
        on_friday(&place, &[&words[..], what].concat(), "De agenda is vol.")
    };
    assert_eq!(decide("2026-03-12", &["--uitstellen", "2026-03-19"]).status, 0);
    assert_eq!(decide("2026-03-19", &["--uitstellen", "2026-03-26"]).status, 0);
    let before = place.tree();
    let ran = decide("2026-03-12", &["--agenderen"]);
    assert_eq!(place.tree(), before);
    assert_snapshot!("went_further", ran.show("vt besluit cznk-cz65 --vergadering 2026-03-12 --agenderen"));
    // From where it was sent on it comes back, and nothing is left of the second move.
    assert_eq!(decide("2026-03-19", &["--agenderen"]).status, 0);
    assert!(!place.path("vergaderingen/2026-03-26/cznk-cz65").exists());
    let check = place.run("vt check --vandaag 2026-03-06");
    assert!(!check.stdout.contains("MAP0"), "{}", check.stdout);
}

#[test]
fn what_is_added_to_a_decision_keeps_the_rest_of_the_file() {
    let place = Place::whole_example();
    let path = "vergaderingen/2026-03-12/pqtw-3kz3/besluit.yaml";
    let before = place.read(path);
    let words = ["besluit", "pqtw-3kz3", "--volgorde", "1", "--minuten", "40", "--door", "Marit van Oers"];
    let ran = on_friday(&place, &words, "");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let expected = before.replace("datum: 2026-03-04", "datum: 2026-03-06").replace("volgorde: null", "volgorde: 1");
    assert_eq!(place.read(path), format!("{expected}minuten: 40\n"));
}

#[test]
fn a_decision_asked_wrong_gets_a_way_out() {
    let place = Place::whole_example();
    let lines: [&[&str]; 11] = [
        &["besluit", "--agenderen"],
        &["besluit", "Jansen"],
        &["besluit", "7k3f-9qxr"],
        &["besluit", "7k3f-9qxr", "--agenderen"],
        &["besluit", "7k3f-9qxr", "--agenderen", "--afwijzen"],
        &["besluit", "7k3f-9qxr", "--uitstellen", "2026-03-13", "--door", "M"],
        &["besluit", "7k3f-9qxr", "--uitstellen", "2026-03-05", "--door", "M"],
        &["besluit", "v330-p9mg", "--vergadering", "2026-03-12", "--agenderen", "--door", "M"],
        &["besluit", "mczs-5369", "--agenderen", "--door", "M"],
        &["besluit", "0q54-r7cv", "--vergadering", "2026-02-26", "--afwijzen", "--door", "M"],
        &["besluit", "7k3f-9qxr", "--agenderen", "--door", "M", "--uitnodigen", "Els Maas"],
    ];
    assert_snapshot!("besluit_wrong", refused(&place, &lines));
}

#[test]
fn a_meeting_gets_another_time_and_somebody_is_away() {
    let place = Place::whole_example();
    let before = place.tree();
    let shown = on_friday(&place, &["vergadering", "2026-03-12"], "");
    assert_snapshot!("meeting", shown.show("vt vergadering 2026-03-12"));
    let jbb = "Jeugdbescherming Brabant";
    for words in [
        &["vergadering", "2026-03-12", "--begin", "13:00", "--eind", "16:30", "--locatie", "Kleine zaal"][..],
        &["vergadering", "2026-03-12", "--afmelden", jbb, "--vervanger", "Els Maas, Jeugdbescherming Brabant"],
        &["vergadering", "2026-03-12", "--afmelden", "inbrenger", "--casus", "7k3f-9qxr"],
    ] {
        let ran = on_friday(&place, words, "");
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{words:?}");
        assert_eq!(on_friday(&place, words, "").stdout, "Er verandert niets: dit staat er al zo.\n");
    }
    assert_snapshot!("meeting_changed", changed(&before, &place.tree()));
    let agenda = place.run("vt agenda 2026-03-12").stdout;
    assert!(agenda.contains("13:00 tot 16:30, Kleine zaal") && agenda.contains("Els Maas"), "{agenda}");
}

#[test]
fn a_cancelled_meeting_sends_its_cases_on() {
    let place = Place::whole_example();
    let before = place.tree();
    let words = ["vergadering", "2026-03-12", "--vervalt", "De zaal is bezet.", "--naar", "2026-03-19"];
    let ran = on_friday(&place, &words, "");
    let after = place.tree();
    let files = changed(&before, &after);
    assert_snapshot!("cancelled", format!("{}\n\n{files}", ran.show("vt vergadering 2026-03-12 --vervalt …")));
    // Stopped after any write, the same command completes it; until then nothing is lost.
    let written: Vec<&String> = after.keys().filter(|path| before.get(*path) != after.get(*path)).collect();
    let announced: Vec<&String> = written.iter().copied().filter(|path| path.ends_with("verwacht.yaml")).collect();
    for kept in [1, announced.len() / 2, announced.len()] {
        let place = Place::whole_example();
        for path in announced.iter().take(kept) {
            place.write(path, after[*path].as_bytes());
        }
        let agenda = place.run("vt agenda 2026-03-12");
        assert_eq!(agenda.status, 0, "{}", agenda.stderr);
        assert_eq!(on_friday(&place, &words, "").status, 0);
        assert_eq!(place.tree(), after);
    }
    let gone = place.run("vt agenda 2026-03-12");
    assert_eq!(gone.status, 2);
    assert!(gone.stderr.contains("2026-03-19"), "{}", gone.stderr);
    assert!(place.run("vt agenda 2026-03-19").stdout.contains("7k3f-9qxr"));
}

#[test]
fn an_extra_meeting_and_who_was_there() {
    let place = Place::whole_example();
    let before = place.read("regio.yaml");
    let ran = on_friday(&place, &["vergadering", "2026-03-24", "--extra", "Spoed", "--inbreng-dagen", "2"], "");
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let line = "extra:\n  - {datum: 2026-03-24, reden: Spoed, inbreng_dagen: 2}\n";
    assert_eq!(place.read("regio.yaml"), before.replace("extra: []\n", line));
    assert_eq!(place.run("vt agenda 2026-03-24").status, 0);
    let path = "vergaderingen/2026-02-26/aanwezig.yaml";
    let known = place.read(path);
    let present = ["vergadering", "2026-02-26", "--aanwezig", "--volgens-agenda"];
    assert_eq!(on_friday(&place, &present, "").status, 2);
    assert_eq!(place.read(path), known, "who was there is never written over");
    std::fs::remove_file(place.path(path)).unwrap();
    let ran = on_friday(&place, &present, "");
    let file = place.read(path);
    let shown = ran.show("vt vergadering 2026-02-26 --aanwezig --volgens-agenda");
    assert_snapshot!("present", format!("{shown}\n\n{file}"));
}

#[test]
fn a_meeting_asked_wrong_gets_a_way_out() {
    let place = Place::whole_example();
    let lines: [&[&str]; 12] = [
        &["vergadering"],
        &["vergadering", "2026-03-13"],
        &["vergadering", "2026-03-12", "--begin", "13:00"],
        &["vergadering", "2026-03-12", "--begin", "een uur"],
        &["vergadering", "2026-03-12", "--afmelden", "Jansen"],
        &["vergadering", "2026-03-12", "--afmelden", "Veilig Thuis"],
        &["vergadering", "2026-03-12", "--afmelden", "inbrenger", "--casus", "dr27-20t7"],
        &["vergadering", "2026-03-12", "--vervalt", "Storm."],
        &["vergadering", "2026-03-12", "--vervalt", "Storm.", "--naar", "2026-03-13"],
        &["vergadering", "2026-03-12", "--aanwezig"],
        &["vergadering", "2026-03-12", "--extra", "Dubbel."],
        &["vergadering", "2026-03-12", "--extra", "Dubbel.", "--vervalt", "Storm."],
    ];
    assert_snapshot!("vergadering_wrong", refused(&place, &lines));
}

#[test]
fn the_agenda_is_sent_with_the_version_of_each_card() {
    let place = Place::whole_example();
    let ran = on_friday(&place, &["agenda", "2026-03-12", "--verzonden"], "");
    assert_snapshot!("not_yet", ran.show("vt agenda 2026-03-12 --verzonden"));
    loop {
        let agenda = place.run("vt agenda 2026-03-12 --formaat json").stdout;
        let agenda: serde_json::Value = serde_json::from_str(&agenda).unwrap();
        let Some(casus) = agenda["te_besluiten"][0].as_str() else { break };
        let what = if ["cznk-cz65", "2qc6-2dkd"].contains(&casus) { "--afwijzen" } else { "--agenderen" };
        let words = ["besluit", casus, "--vergadering", "2026-03-12", "--door", "Marit van Oers", "--reden", "-", what];
        let ran = on_friday(&place, &words, "Zo is het besproken.");
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{casus}");
    }
    let ran = on_friday(&place, &["agenda", "2026-03-12", "--verzonden"], "");
    let file = place.read("vergaderingen/2026-03-12/verzonden.yaml");
    assert_snapshot!("sent", format!("{}\n\n{file}", ran.show("vt agenda 2026-03-12 --verzonden")));
    let agenda = place.run("vt agenda 2026-03-12").stdout;
    assert!(agenda.contains("Verzonden op 6 maart") && !agenda.contains("verstuur die opnieuw"), "{agenda}");
    // A card that changes after that is named.
    place.edit("vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml", "soort: nieuw", "soort:  nieuw");
    let agenda = place.run("vt agenda 2026-03-12").stdout;
    let words = agenda.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("Sindsdien is de kaart veranderd van 7k3f-9qxr"), "{agenda}");
}

#[test]
fn an_agenda_for_one_has_only_the_cases_that_one_comes_for() {
    let place = Place::whole_example();
    assert_snapshot!("for_one", place.show("vt agenda 2026-03-12 --voor novadic-kentron"));
    let whole = place.run("vt agenda 2026-03-12 --voor Rucphen").stdout;
    assert!(whole.contains("7k3f-9qxr") && whole.contains("pqtw-3kz3"), "{whole}");
    let nobody = place.run("vt agenda 2026-03-12 --voor Jansen");
    assert_eq!((nobody.status, nobody.stdout.as_str()), (2, ""));
    assert!(!nobody.stderr.contains("Jansen"), "{}", nobody.stderr);
}

/// What is typed behind `--reden` is taken for a file; who typed the reason itself is told so.
#[test]
fn a_reason_typed_as_a_file_gets_a_way_out() {
    let place = Place::whole_example();
    let words = ["besluit", "2qc6-2dkd", "--afwijzen", "--reden", "Te vol.", "--door", "Marit van Oers"];
    let ran = on_friday(&place, &words, "");
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    let said = ran.stderr.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Achter `--reden` hoort de naam van een bestand, en niet de tekst zelf."), "{said}");
    assert!(!said.contains("Te vol"), "what was typed may name a family");
}

/// The command that is named works from where one stands, also in another folder than the team's.
#[test]
fn what_the_chair_can_t_pass_is_shown_where_it_stands() {
    let place = Place::whole_example();
    let card = "vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml";
    place.edit(card, "hulpvraag: |\n", "hulpvraag: |\n  Bel 06-12345678.\n");
    let place = place.inside("vergaderingen");
    let ran = on_friday(&place, &["besluit", "7k3f-9qxr", "--agenderen", "--door", "Marit van Oers"], "");
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("PSE02"), "{}", ran.stderr);
    let named = ran.stderr.split_once("vt check").expect("a command").1.split_whitespace().next().unwrap();
    let check = on_friday(&place, &["check", named], "");
    assert_eq!(check.status, 1, "{}", check.stderr);
    assert!(check.stdout.contains("PSE02"), "{}", check.stdout);
}
