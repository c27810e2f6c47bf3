//! `vt inbrengen` and `vt intrekken` as people see them.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use assert_cmd::Command;
use std::path::Path;
use transcript::{Place, Ran};

const CARD: &str = "dossier/RSD-2026-00412/kaart.yaml";
const LINK: &str = "dossier/RSD-2026-00412/koppeling.yaml";
const CASE: &str = "teammap/vergaderingen/2026-03-12/7k3f-9qxr";
const HAND_IN: &str = "vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-12";

/// The good trees with the case not handed in yet, and a card without labels of the author.
fn place() -> Place {
    let place = Place::good();
    let text = read(&place, CARD).replace("Kind 1", "Daan");
    place.write(CARD, text.as_bytes());
    std::fs::remove_dir_all(place.path(CASE)).unwrap();
    place
}

fn read(place: &Place, path: &str) -> String {
    std::fs::read_to_string(place.path(path)).unwrap()
}

fn on(place: &Place, moment: &str, line: &str) -> Ran {
    let mut command = place.command(line);
    command.env("VT_KLOK", moment);
    Ran::of(command)
}

#[test]
fn a_card_is_handed_in_again_and_withdrawn() {
    let place = place();
    let mut shown = vec![place.show(HAND_IN)];
    let card = read(&place, &format!("{CASE}/kaart.yaml"));
    assert!(!card.contains("Daan") && card.contains("Kind 1"), "{card}");
    shown.push(place.show(HAND_IN));
    assert_eq!(read(&place, &format!("{CASE}/kaart.yaml")), card);
    // A later day: the first one stays.
    place.edit(CARD, "hulpvraag: |\n", "hulpvraag: |\n  Er is weer contact.\n");
    shown.push(on(&place, "2026-03-09T09:00:00+01:00", HAND_IN).show(HAND_IN));
    let again = read(&place, &format!("{CASE}/kaart.yaml"));
    assert!(again.contains("2026-03-04T10:00:00+01:00") && again.contains("Er is weer contact."), "{again}");
    let withdraw = "vt --dossier dossier intrekken 7k3f-9qxr --reden -";
    let mut command = place.command(withdraw);
    command.write_stdin("Daan en zijn moeder proberen het eerst zelf.\n");
    shown.push(Ran::of(command).show(withdraw));
    let reason = read(&place, &format!("{CASE}/ingetrokken.yaml"));
    assert!(reason.contains("reden: Kind 1 en zijn moeder proberen het eerst zelf."), "{reason}");
    shown.push(place.show(HAND_IN));
    assert!(!place.path(&format!("{CASE}/ingetrokken.yaml")).exists());
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn a_case_that_was_put_off_is_handed_in_where_it_stands_now() {
    let place = place();
    assert_eq!(place.run(HAND_IN).status, 0);
    place.write("reden.txt", b"Er is geen plek.\n");
    let postpone = "vt --map teammap besluit 7k3f-9qxr --uitstellen 2026-03-19 --door M --reden reden.txt";
    assert_eq!(place.run(postpone).status, 0);
    place.edit(CARD, "hulpvraag: |\n", "hulpvraag: |\n  Er is weer contact.\n");
    let ran = place.run(HAND_IN);
    assert_eq!(ran.status, 2, "{}", ran.stdout);
    assert!(ran.stderr.contains("uitgesteld") && ran.stderr.contains("--vergadering 2026-03-19"), "{}", ran.stderr);
    assert!(!read(&place, &format!("{CASE}/kaart.yaml")).contains("Er is weer contact."));
    let there = HAND_IN.replace("03-12", "03-19");
    let said = place.run(&there).stdout;
    assert!(said.contains("voor donderdag 19 maart 2026"), "{said}");
}

#[test]
fn too_late_is_said_with_the_ways_out_and_urgent_needs_a_reason() {
    let place = place();
    let late = "2026-03-06T09:30:00+01:00";
    let mut shown = vec![on(&place, late, HAND_IN).show(HAND_IN)];
    assert!(!place.path(CASE).exists());
    let urgent = format!("{HAND_IN} --spoed");
    shown.push(on(&place, late, &urgent).show(&urgent));
    let urgent = format!("{HAND_IN} --spoed -");
    let mut command = place.command(&urgent);
    command.env("VT_KLOK", late).write_stdin("Vader is vanaf 16 maart weer thuis bij Daan.");
    shown.push(Ran::of(command).show(&urgent));
    let card = read(&place, &format!("{CASE}/kaart.yaml"));
    assert!(card.contains("spoed: Vader is vanaf 16 maart weer thuis bij Kind 1."), "{card}");
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn a_rule_stops_it() {
    let place = place();
    place.edit(CARD, "experts: []\n", "");
    insta::assert_snapshot!(place.show(HAND_IN));
    assert!(!place.path(CASE).exists());
}

#[test]
fn the_vaste_deelnemer_hands_in_a_card_that_came_by_mail() {
    let place = place();
    let mailed = place.run("vt pseudonimiseer dossier/RSD-2026-00412 --naar post.yaml --vergadering 2026-03-12");
    assert_eq!(mailed.status, 0, "{}", mailed.stderr);
    let line = "vt --map teammap inbrengen post.yaml --vergadering 2026-03-12";
    let mut shown = vec![place.show(line)];
    let line = "vt --map teammap inbrengen post.yaml --vergadering 2026-03-12 --door Bram";
    shown.push(place.show(line));
    let card =
        std::fs::read_to_string(place.path(&format!("{CASE}/kaart.yaml"))).unwrap_or_else(|_| panic!("{shown:?}"));
    assert!(card.contains("door: Bram\n"), "{card}");
    // A name that was put in on the way does not pass.
    place.edit("post.yaml", "hulpvraag: |", "hulpvraag: |\n  Gerrit Koolstra vraagt het.");
    let ran = place.run(line);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    let card = read(&place, &format!("{CASE}/kaart.yaml"));
    assert!(!card.contains("Koolstra") && card.contains("Persoon A vraagt het."), "{card}");
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn what_can_t_be_handed_in_is_said_with_the_way_out() {
    let place = place();
    let mut shown = Vec::new();
    shown.push(place.show("vt inbrengen dossier/RSD-2026-00412"));
    shown.push(place.show("vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-13"));
    shown.push(on(&place, "2026-03-13T10:00:00+01:00", HAND_IN).show(HAND_IN));
    place.run(HAND_IN);
    shown.push(place.show("vt inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-19"));
    place.write(&format!("{CASE}/bespreking.yaml"), b"versie: 1\nadvies: {tekst: Ga zo door.}\n");
    shown.push(place.show(HAND_IN));
    shown.push(place.show("vt --map teammap intrekken 7k3f-9qxr"));
    shown.push(place.show("vt --map teammap intrekken Daan"));
    shown.push(place.show("vt --map teammap intrekken pqtw-3kz3 --vergadering 2026-03-19"));
    std::fs::remove_file(place.path(&format!("{CASE}/bespreking.yaml"))).unwrap();
    shown.push(place.show("vt --map teammap --dossier dossier intrekken 7k3f-9qxr"));
    insta::assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn a_dossier_in_the_team_s_folder_hands_nothing_in() {
    let place = place();
    std::fs::rename(place.path("dossier"), place.path("teammap/dossier")).unwrap();
    place.edit("teammap/dossier/dossier.yaml", "team: ../teammap", "team: ..");
    let ran = place.run("vt inbrengen teammap/dossier/RSD-2026-00412 --vergadering 2026-03-12");
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
    assert!(!place.path(CASE).exists());
}

/// `vt` may be killed after each change: what is written then is valid, and the same command
/// completes the work under the same pseudonym.
#[test]
fn work_that_stopped_halfway_is_completed() {
    let place = place();
    std::fs::remove_file(place.path(LINK)).unwrap();
    let first = place.run(HAND_IN);
    assert_eq!(first.status, 0, "{}", first.stderr);
    let link = read(&place, LINK);
    let casus = link.lines().find_map(|line| line.strip_prefix("casus: ")).unwrap();
    let case = format!("teammap/vergaderingen/2026-03-12/{casus}");
    let card = read(&place, &format!("{case}/kaart.yaml"));
    // Only the way back was written.
    std::fs::remove_dir_all(place.path(&case)).unwrap();
    assert_eq!(place.run("vt check dossier").status, 0);
    assert_eq!(place.run(HAND_IN).status, 0);
    assert_eq!(read(&place, &format!("{case}/kaart.yaml")), card);
    assert_eq!(read(&place, LINK), link);
    // The card was written, but what withdrew it still stands.
    place.write(&format!("{case}/ingetrokken.yaml"), b"versie: 1\nreden: Wij proberen het eerst zelf.\n");
    assert_eq!(place.run("vt check teammap").status, 0);
    assert_eq!(place.run(HAND_IN).status, 0);
    assert!(!place.path(&format!("{case}/ingetrokken.yaml")).exists());
}

fn git(folder: &Path, line: &str) -> (bool, String) {
    let mut command = Command::new("git");
    command
        .current_dir(folder)
        .args(line.split(' '))
        .env("GIT_CONFIG_GLOBAL", "/dev/null")
        .env("GIT_CONFIG_NOSYSTEM", "1");
    for (key, value) in [("AUTHOR", "a"), ("COMMITTER", "b")] {
        command
            .env(format!("GIT_{key}_NAME"), value)
            .env(format!("GIT_{key}_EMAIL"), format!("{value}@voorbeeld.example"));
    }
    let output = command.output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Two professionals hand in at once, each in a clone of the team's folder: the clones merge
/// without a conflict, and nothing is wrong with what comes out.
#[test]
fn two_hand_ins_in_two_clones_merge() {
    let place = place();
    let team = place.path("teammap");
    for line in ["init -q -b main", "add -A", "commit -q -m begin"] {
        assert!(git(&team, line).0, "{line}");
    }
    assert!(git(place.path("").as_path(), "clone -q teammap kloon").0);
    // Another family, whose dossier names the clone.
    let other: String = read(&place, CARD).replace("RSD-2026-00412", "RSD-2026-00500");
    place.write("ander/RSD-2026-00500/kaart.yaml", other.as_bytes());
    let dossier = read(&place, "dossier/dossier.yaml").replace("../teammap", "../kloon");
    place.write("ander/dossier.yaml", dossier.as_bytes());
    assert_eq!(place.run(HAND_IN).status, 0);
    let ran = place.run("vt inbrengen ander/RSD-2026-00500 --vergadering 2026-03-12");
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
    for folder in ["teammap", "kloon"] {
        for line in ["add -A", "commit -q -m ingebracht"] {
            assert!(git(&place.path(folder), line).0, "{folder}: {line}");
        }
    }
    assert!(git(&team, "pull -q --no-rebase --no-edit ../kloon main").0);
    let ran = place.run("vt check teammap");
    assert_eq!(ran.status, 0, "{}", ran.stdout);
    let cases = std::fs::read_dir(place.path("teammap/vergaderingen/2026-03-12")).unwrap().flatten();
    assert_eq!(cases.filter(|entry| entry.path().join("kaart.yaml").is_file()).count(), 2);
}

/// What stops it whatever the reason is, is said before the reason is asked.
#[test]
fn labels_that_can_t_be_read_stop_a_withdrawal_before_its_questions() {
    let place = Place::good();
    let line = "vt --map teammap intrekken 7k3f-9qxr --vergadering 2026-03-12";
    let earlier = "teammap/vergaderingen/2026-02-26/7k3f-9qxr/kaart.yaml";
    std::fs::create_dir_all(place.path(earlier)).unwrap();
    let ran = on(&place, "2026-03-04T10:00:00+01:00", line);
    assert!(ran.stderr.contains("Daarin kunnen labels staan"), "{}", ran.stderr);
}

/// On the agenda of one meeting, until that one does not take place.
#[test]
fn a_case_stands_on_one_agenda() {
    let place = Place::both_examples();
    let run = |line: &str| {
        let words: Vec<&str> = line.split(' ').collect();
        place.at("2026-03-06T10:00:00+01:00", &words, "")
    };
    let decided = run("--map team besluit 7k3f-9qxr --vergadering 2026-03-12 --agenderen --door M");
    assert_eq!(decided.status, 0, "{}", decided.stderr);
    let hand_in = "--dossier dossier inbrengen dossier/RSD-2026-00412 --vergadering 2026-03-19";
    let refused = run(hand_in);
    assert_eq!(refused.status, 2, "{}", refused.stdout);
    assert!(refused.stderr.contains("deze casus staat al in een andere vergadering"), "{}", refused.stderr);
    let cancelled = run("--map team vergadering 2026-03-12 --vervalt Storm --naar 2026-03-19");
    assert_eq!(cancelled.status, 0, "{}", cancelled.stderr);
    let ran = run(hand_in);
    assert_eq!(ran.status, 0, "{}{}", ran.stdout, ran.stderr);
}

/// Who takes notes may have the dossier at hand: its names are known at the table too.
#[test]
fn the_table_knows_the_names_of_the_own_dossier() {
    let place = Place::both_examples();
    let line = "--map team --dossier dossier besluit 7k3f-9qxr --vergadering 2026-03-12 --agenderen --door M --reden -";
    let words: Vec<&str> = line.split(' ').collect();
    let ran = place.at("2026-03-06T10:00:00+01:00", &words, "Verhagen belde over de Korenwolf.");
    let file = place.path("team/vergaderingen/2026-03-12/7k3f-9qxr/besluit.yaml");
    let text = std::fs::read_to_string(file).unwrap_or_default();
    assert!(!text.contains("Verhagen") && !text.contains("Korenwolf"), "{text}{}", ran.stdout);
}
