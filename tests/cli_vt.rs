//! `vt` alone: where one is, what is due and the command for it; never an error.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::Place;

#[test]
fn in_a_dossier() {
    let place = Place::both_examples().inside("dossier");
    assert_snapshot!("dossier", place.show("vt --vandaag 2026-03-06"));
    // The commands that are offered can be given.
    let text = place.run("vt --vandaag 2026-03-06").stdout;
    for line in text.lines().filter_map(|line| line.strip_prefix("    vt ")) {
        let ran = place.run(&format!("vt {line} --vandaag 2026-03-06"));
        // What writes takes no other day than today's.
        let writes = ["inbrengen", "--afronden", "nieuw"].iter().any(|word| line.contains(word));
        assert_eq!(ran.status == 2, writes, "{line}: {}", ran.stderr);
        assert!(!writes || ran.stderr.contains("`--vandaag` kan niet"), "{line}: {}", ran.stderr);
    }
    let good = Place::good().inside("dossier");
    assert_snapshot!("good_dossier", good.show("vt --map ../teammap"));
}

#[test]
fn in_a_dossier_a_case_without_an_outcome_stands_first_and_names_are_looked_for() {
    let place = Place::both_examples().inside("dossier");
    place.write("team/vergaderingen/2026-03-12/7k3f-9qxr/notitie.txt", b"Daan belde.\n");
    let ran = place.run("vt --vandaag 2026-03-13");
    assert!(!ran.stdout.contains("Daan"), "{}", ran.stdout);
    assert_snapshot!("dossier_later", ran.show("vt --vandaag 2026-03-13"));
}

/// On the day itself the table comes first: who is there, and each case that is to be written down.
#[test]
fn on_the_day_of_a_meeting() {
    let place = Place::whole_example();
    assert_snapshot!("team_today", place.show("vt --vandaag 2026-03-12"));
    let text = place.run("vt --vandaag 2026-03-12").stdout;
    assert!(
        text.contains("vt bespreking pqtw-3kz3") && text.contains("vt vergadering 2026-03-12 --aanwezig"),
        "{text}"
    );
    place.write("vergaderingen/2026-03-12/pqtw-3kz3/bespreking.yaml", b"versie: 1\nadvies: {tekst: Ga zo door.}\n");
    place.write("vergaderingen/2026-03-12/aanwezig.yaml", b"versie: 1\n");
    let text = place.run("vt --vandaag 2026-03-12").stdout;
    assert!(!text.contains("bespreking pqtw") && !text.contains("--aanwezig"), "{text}");
}

/// Somebody stopped half-way: what was answered is kept, also when the meeting has passed.
#[test]
fn a_discussion_that_was_begun_goes_on() {
    let place = Place::whole_example();
    let concept = "vergaderingen/2026-03-12/pqtw-3kz3/.bespreking.concept.yaml";
    place.write(concept, b"versie: 1\ninbrenger_aanwezig: ja\n");
    for day in ["2026-03-12", "2026-03-13"] {
        let text = place.run(&format!("vt --vandaag {day}")).stdout;
        let line = text.lines().find(|line| line.contains("pqtw-3kz3: "));
        assert!(line.is_some_and(|line| line.ends_with("pqtw-3kz3: ga verder met de bespreking")), "{text}");
    }
}

/// Whoever withdrew a case is not told at once to bring it in.
#[test]
fn a_case_that_was_withdrawn_does_not_wait() {
    let place = Place::both_examples().inside("dossier");
    let withdraw = ["intrekken", "RSD-2026-00412", "--reden", "-"];
    let ran = place.at("2026-03-06T12:00:00+01:00", &withdraw, "Het gezin is op reis.");
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    let text = place.run("vt --vandaag 2026-03-06").stdout;
    let (now, later) = text.split_once("\nVerder\n").unwrap();
    assert!(!now.contains("RSD-2026-00412"), "{text}");
    assert!(later.contains("RSD-2026-00412  ingetrokken, van do 12 maart; opnieuw inbrengen kan\n"), "{text}");
}

/// What can't wait stands there, also of a card that was only begun.
#[test]
fn acute_danger_is_said_of_a_card_that_was_begun() {
    let place = Place::both_examples().inside("dossier");
    let card = b"versie: 1\ndossiernummer: RSD-2026-00999\nmeldcode: {acuut: ja, gemeld: nee}\n";
    place.write("dossier/RSD-2026-00999/kaart.yaml", card);
    let text = place.run("vt --vandaag 2026-03-06").stdout;
    let now = text.split("Verder").next().unwrap();
    assert!(now.contains("RSD-2026-00999") && now.contains("bel nu Veilig Thuis"), "{text}");
    let list = place.run("vt check RSD-2026-00999 --lijst --vandaag 2026-03-06").stdout;
    let first = list.lines().find(|line| line.contains("[ ]")).unwrap();
    assert!(first.contains("het is acuut onveilig"), "{list}");
}

#[test]
fn in_a_teams_folder() {
    let place = Place::whole_example();
    assert_snapshot!("team", place.show("vt --vandaag 2026-03-06"));
    std::fs::remove_file(place.path("vergaderingen/2026-02-26/aanwezig.yaml")).unwrap();
    let shown = place.show("vt --vandaag 2026-03-13");
    assert_snapshot!("team_later", shown);
    // All decided and past the last day: the agenda is to be sent.
    let good = Place::good().inside("teammap");
    assert_snapshot!("good_team", good.show("vt --vandaag 2026-03-06"));
    assert!(!good.run("vt --vandaag 2026-03-05").stdout.contains("verzonden"));
}

#[test]
fn nowhere_is_no_error() {
    let place = Place::with(&[]);
    let mut shown = vec![place.show("vt"), place.show("vt --map ergens"), place.show("vt --dossier ergens")];
    let both = Place::both_examples();
    shown.push(both.show("vt"));
    // Of a region that can't be read it is said what is wrong.
    both.write("team/regio.yaml", b"versie: \"1\n");
    shown.push(both.show("vt --map team"));
    shown.push(both.show("vt --dossier dossier"));
    let text = shown.join("\n\n");
    assert!(!text.contains("ergens") || text.matches("ergens").count() == 2, "an argument is echoed: {text}");
    assert_snapshot!("nowhere", text);
    for ran in [place.run("vt"), both.run("vt --map team"), both.run("vt --dossier dossier")] {
        assert_eq!(ran.status, 0);
    }
}

/// Without the team's folder there is still a dossier, and without cards there is nothing to do.
#[test]
fn a_dossier_alone() {
    let place = Place::both_examples().inside("dossier");
    std::fs::remove_dir_all(place.path("team")).unwrap();
    place.write("dossier/RSD-2026-00398/koppeling.yaml", b"versie: \"1\n");
    assert_snapshot!("alone", place.show("vt --vandaag 2026-03-06"));
    let empty = Place::with(&[("dossier.yaml", "versie: 1\n")]);
    assert_snapshot!("empty", empty.show("vt"));
}
