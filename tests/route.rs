//! Where a case stands in a meeting, which card it has there, and what came before.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
#[path = "agenda/world.rs"]
mod world;

use common::day;
use vt::model::Soort;
use vt::route::{Stand, afspraken, eerder, history, moved_along, zaak, zaken};
use vt::store::{CaseFile, Slot, Team, decode};
use world::{A, B, C, casus};

/// What was read of these files of the team's folder.
fn team(files: &[(&str, &str)]) -> Team {
    let mut team = Team::default();
    for (path, text) in files {
        let slot = Slot::in_team(&path.split('/').collect::<Vec<_>>()).unwrap_or_else(|_| panic!("{path}"));
        match vt::yaml::parse(text.as_bytes()).ok().and_then(|doc| decode(&slot, &doc).0) {
            Some(content) => team.put(&slot, content),
            None => team.put_unreadable(&slot),
        }
    }
    team
}

const KAART: &str = "soort: nieuw\ngemeente: Roosendaal\n";
const BAD: &str = "soort: [a\nb";

fn in_march(name: &str) -> String {
    format!("vergaderingen/2026-03-12/{A}/{name}.yaml")
}

fn stand(files: &[(&str, &str)]) -> Stand {
    let files: Vec<(String, &str)> = files.iter().map(|(name, text)| (in_march(name), *text)).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), *text)).collect();
    zaak(&team(&files), day("2026-03-12"), casus(A)).unwrap().stand
}

#[test]
fn which_files_stand_there_says_where_a_case_stands() {
    let verwacht = ("verwacht", "waarom: monitor\nvan: 2026-01-15\n");
    let kaart = ("kaart", KAART);
    let agenderen = ("besluit", "besluit: agenderen\n");
    assert_eq!(stand(&[verwacht]), Stand::Verwacht);
    assert_eq!(stand(&[verwacht, kaart]), Stand::Ingebracht);
    assert_eq!(stand(&[kaart, agenderen]), Stand::Geagendeerd);
    assert_eq!(stand(&[kaart, ("besluit", "besluit: uitstellen\n")]), Stand::Uitgesteld);
    assert_eq!(stand(&[kaart, ("besluit", "besluit: afwijzen\n")]), Stand::Afgewezen);
    assert_eq!(stand(&[kaart, agenderen, ("bespreking", "advies: {tekst: x}\n")]), Stand::Besproken);
    // A discussion yields an advice; before that it only began.
    assert_eq!(
        stand(&[kaart, agenderen, ("bespreking", "nodig: x\nadvies: {soort: voortzetten}\n")]),
        Stand::Geagendeerd
    );
    assert_eq!(stand(&[kaart, agenderen, ("ingetrokken", "reden: x\n")]), Stand::Ingetrokken);
    // A decision to discuss is no card; a decision without its word is none.
    assert_eq!(stand(&[verwacht, agenderen]), Stand::Verwacht);
    assert_eq!(stand(&[agenderen]), Stand::Verwacht);
    assert_eq!(stand(&[kaart, ("besluit", "datum: 2026-03-05\n")]), Stand::Ingebracht);
    // Of a file that can't be read it counts that it stands there.
    assert_eq!(stand(&[("kaart", BAD)]), Stand::Ingebracht);
    assert_eq!(stand(&[kaart, ("ingetrokken", BAD)]), Stand::Ingetrokken);
    assert_eq!(stand(&[kaart, ("bespreking", BAD)]), Stand::Besproken);
    assert!(zaak(&team(&[]), day("2026-03-12"), casus(A)).is_none());
}

#[test]
fn the_cases_of_a_meeting_come_in_order_of_pseudonym() {
    let files: Vec<String> =
        [B, A, C].iter().map(|casus| format!("vergaderingen/2026-03-12/{casus}/kaart.yaml")).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|path| (path.as_str(), KAART)).collect();
    let team = team(&files);
    let order: Vec<String> = zaken(&team, day("2026-03-12")).iter().map(|zaak| zaak.casus.to_string()).collect();
    assert_eq!(order, [C, A, B]);
    assert!(zaken(&team, day("2026-03-19")).is_empty());
}

const CHAIN: [(&str, &str); 4] = [
    ("vergaderingen/2026-02-26/7k3f-9qxr/verwacht.yaml", "waarom: monitor\nvan: 2026-01-15\n"),
    ("vergaderingen/2026-02-26/7k3f-9qxr/kaart.yaml", "soort: monitor\n"),
    ("vergaderingen/2026-03-05/7k3f-9qxr/verwacht.yaml", "waarom: uitgesteld\nvan: 2026-02-26\n"),
    ("vergaderingen/2026-03-12/7k3f-9qxr/verwacht.yaml", "waarom: uitgesteld\nvan: 2026-03-05\n"),
];

#[test]
fn a_case_that_was_postponed_twice_has_the_card_of_its_first_meeting() {
    let team = team(&CHAIN);
    let now = zaak(&team, day("2026-03-12"), casus(A)).unwrap();
    assert_eq!((now.kaart_in, now.stand), (day("2026-02-26"), Stand::Ingebracht));
    assert_eq!(now.verschoven_van(), Some(day("2026-03-05")));
    assert_eq!(now.soort(), Some(Soort::Monitor));
    let chain: Vec<String> = moved_along(&team, day("2026-03-12"), casus(A)).map(|day| day.to_string()).collect();
    assert_eq!(chain, ["2026-03-05", "2026-02-26"]);
    // Announced in its first meeting, as a monitoring of 15 January.
    assert_eq!(eerder(&now), Some(day("2026-01-15")));
    assert_eq!(zaak(&team, day("2026-02-26"), casus(A)).unwrap().verschoven_van(), None);
}

#[test]
fn the_newest_card_of_a_chain_counts_readable_or_not() {
    let newer = ("vergaderingen/2026-03-05/7k3f-9qxr/kaart.yaml", "soort: vervolg\n");
    let team_of = |extra| team(&[CHAIN.as_slice(), &[extra]].concat());
    let now_in =
        |team: &Team| zaak(team, day("2026-03-12"), casus(A)).map(|zaak| (zaak.kaart_in, zaak.soort())).unwrap();
    assert_eq!(now_in(&team_of(newer)), (day("2026-03-05"), Some(Soort::Vervolg)));
    let unread = team_of((newer.0, BAD));
    assert_eq!(now_in(&unread), (day("2026-03-05"), Some(Soort::Monitor)));
    let now = zaak(&unread, day("2026-03-12"), casus(A)).unwrap();
    assert!(now.kaart.is_none() && now.stand == Stand::Ingebracht);
    assert!(unread.case(day("2026-03-05"), casus(A)).unwrap().unreadable.contains(&CaseFile::Kaart));
}

#[test]
fn a_chain_only_goes_back_so_a_circle_ends() {
    let circle = team(&[
        ("vergaderingen/2026-03-05/7k3f-9qxr/verwacht.yaml", "waarom: uitgesteld\nvan: 2026-03-12\n"),
        ("vergaderingen/2026-03-12/7k3f-9qxr/verwacht.yaml", "waarom: uitgesteld\nvan: 2026-03-05\n"),
        ("vergaderingen/2026-03-19/7k3f-9qxr/verwacht.yaml", "waarom: uitgesteld\nvan: 2026-03-19\n"),
    ]);
    assert_eq!(moved_along(&circle, day("2026-03-12"), casus(A)).count(), 1);
    assert_eq!(moved_along(&circle, day("2026-03-05"), casus(A)).count(), 0);
    let self_made = zaak(&circle, day("2026-03-19"), casus(A)).unwrap();
    assert_eq!((self_made.stand, self_made.verschoven_van(), eerder(&self_made)), (Stand::Verwacht, None, None));
}

#[test]
fn history_follows_what_each_card_names_newest_first() {
    let team = team(&[
        ("vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml", "soort: monitor\neerder: 2026-02-05\n"),
        ("vergaderingen/2026-02-05/7k3f-9qxr/kaart.yaml", "soort: vervolg\neerder: 2026-01-08\n"),
        ("vergaderingen/2026-01-08/7k3f-9qxr/kaart.yaml", "soort: nieuw\neerder: 2026-03-12\n"),
        ("vergaderingen/2026-01-22/7k3f-9qxr/kaart.yaml", "soort: vervolg\n"),
    ]);
    let now = zaak(&team, day("2026-03-12"), casus(A)).unwrap();
    let days: Vec<String> = history(&team, &now).iter().map(|zaak| zaak.day.to_string()).collect();
    // The last one names a later meeting, which is no history.
    assert_eq!(days, ["2026-02-05", "2026-01-08"]);
}

#[test]
fn an_agreement_is_settled_by_its_number() {
    let team = team(&[
        (
            "vergaderingen/2026-01-15/7k3f-9qxr/bespreking.yaml",
            "afspraken:\n- {nr: 1, wat: a, wanneer: 2026-02-01}\n- {nr: 2, wat: b, wanneer: 2026-02}\n- {wat: c, wanneer: 2026-02-01}\n- {nr: 4, wat: d}\n",
        ),
        (
            "vergaderingen/2026-01-15/7k3f-9qxr/nazorg.yaml",
            "afspraken:\n- {nr: 1, stand: gedaan, op: 2026-01-30}\n- {stand: gedaan}\n",
        ),
    ]);
    let made = afspraken(team.case(day("2026-01-15"), casus(A)).unwrap());
    let open: Vec<bool> = made.iter().map(|made| made.stand.is_none()).collect();
    assert_eq!(open, [false, true, true, true]);
    let late = |on: &str| made.iter().map(|made| made.is_late(day(on))).collect::<Vec<bool>>();
    assert_eq!(late("2026-02-01"), [false, false, false, false]);
    assert_eq!(late("2026-02-02"), [false, false, true, false]);
    assert_eq!(late("2026-02-28"), [false, false, true, false]);
    assert_eq!(late("2026-03-01"), [false, true, true, false]);
}
