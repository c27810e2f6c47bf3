//! VRG, AGD and NAZ02 over a whole folder: when they are asked, where they point.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
#[path = "agenda/world.rs"]
mod world;

use common::{Good, day, keys_of};
use vt::rules::{Options, Scope, check_tree};
use vt::store::{Root, Zone};
use world::{A, B, DAY, World};

const AGENDEREN: &str = "besluit: agenderen\ndatum: 2026-03-05\ndoor: Ria Smolders\nuitnodigen: []";

/// What the rules about meetings find, as `regel bestand sleutel regelnummer`.
fn found(world: &World, today: &str) -> Vec<String> {
    let root = Root { zone: Zone::Team, path: world.root() };
    let options = Options { today: day(today), past_too: false, scope: Scope::All, meeting: None };
    let about_meetings = |id: &str| ["VRG", "AGD", "NAZ02"].iter().any(|family| id.starts_with(family));
    let report = check_tree(&root, &options);
    let own = report.findings.iter().filter(|finding| about_meetings(finding.rule.id));
    let shown = own.map(|finding| {
        let file = finding.file.rsplit('/').next().unwrap_or_default();
        let key = finding.key.as_ref().map(ToString::to_string).unwrap_or_default();
        let line = finding.spot.as_ref().map(|spot| format!(":{}", spot.line)).unwrap_or_default();
        format!("{} {file}{line} {key}", finding.rule.id).trim_end().to_owned()
    });
    shown.collect()
}

#[test]
fn a_meeting_is_judged_once_the_chair_began_to_decide() {
    let world = World::new().card(DAY, A, "").meeting("afgemeld: [{rol: veilig_thuis, organisatie: Veilig Thuis}]");
    assert_eq!(found(&world, "2026-03-06"), [""; 0]);
    let world = world.case(DAY, A, "besluit", AGENDEREN);
    assert_eq!(found(&world, "2026-03-06"), ["VRG01 vergadering.yaml:2 afgemeld"]);
    assert_eq!(found(&world, DAY), ["VRG01 vergadering.yaml:2 afgemeld"], "up to and including its day");
    assert_eq!(found(&world, "2026-03-13"), [""; 0], "never held, so nothing to judge");
}

#[test]
fn both_away_misses_a_gedragswetenschapper_and_not_the_minimum() {
    let away = "afgemeld: [{rol: voorzitter, organisatie: Zi2T}, {rol: gedragswetenschapper, organisatie: SPRING}]";
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", AGENDEREN).meeting(away);
    assert_eq!(found(&world, "2026-03-06"), ["VRG03 vergadering.yaml:2 afgemeld"]);
}

#[test]
fn the_seats_by_turn_and_the_responsible_municipality_come() {
    let away = "afgemeld: [{rol: cvc, organisatie: Rucphen}, {rol: gecertificeerde_instelling, organisatie: LdH}, {rol: verantwoordelijke_gemeente, organisatie: Roosendaal}]";
    let world = World::new().card(DAY, A, "").case(DAY, A, "besluit", AGENDEREN).meeting(away);
    let expected = ["VRG04", "VRG05", "VRG06"].map(|id| format!("{id} vergadering.yaml:2 afgemeld"));
    assert_eq!(found(&world, "2026-03-06"), expected);
}

#[test]
fn a_moved_monitor_without_its_inbrenger_points_at_who_is_away() {
    let world = World::new()
        .card("2026-01-15", B, "")
        .case("2026-01-15", B, "bespreking", "advies: {soort: voortzetten}")
        .card("2026-03-05", B, "soort: monitor\neerder: 2026-01-15\nverloop: Beter.")
        .case("2026-03-05", B, "besluit", "besluit: uitstellen\ndatum: 2026-03-04\nnaar: 2026-03-12\nreden: Vol.")
        .case(DAY, B, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05")
        .case(DAY, B, "besluit", AGENDEREN)
        .meeting("afgemeld:\n  - {rol: cvc, organisatie: Steenbergen}\n  - {rol: inbrenger, casus: pqtw-3kz3}");
    let naz: Vec<String> = found(&world, "2026-03-10").into_iter().filter(|row| row.starts_with("NAZ")).collect();
    assert_eq!(naz, ["NAZ02 vergadering.yaml:4 afgemeld[1]"]);
}

#[test]
fn when_the_agenda_is_sent_every_case_is_decided_on() {
    let sent = "versie: 1\nop: 2026-03-06T15:00:00+01:00\naan: [Veilig Thuis]\nkaarten: {}\n";
    let world = World::new()
        .card(DAY, A, "")
        .case(DAY, A, "besluit", "besluit: afwijzen\ndatum: 2026-03-05\ndoor: Ria")
        .card("2026-03-05", B, "")
        .case(DAY, B, "verwacht", "waarom: uitgesteld\nvan: 2026-03-05");
    let agd = |world: &World| -> Vec<String> {
        found(world, "2026-03-06").into_iter().filter(|row| row.starts_with("AGD")).collect()
    };
    assert_eq!(agd(&world), [""; 0]);
    let world = world.file(&format!("vergaderingen/{DAY}/verzonden.yaml"), sent);
    // Also of the case that was moved here, and not of one that is only expected.
    assert_eq!(agd(&world), ["AGD01 besluit.yaml:1 reden", "AGD01 besluit.yaml"]);
    let world = world.case(DAY, "2kt7-hptm", "verwacht", "waarom: monitor\nvan: 2026-03-05");
    assert_eq!(agd(&world).len(), 2);
}

/// Precisely one of the institutions by turn comes (docs/besluiten/0009).
#[test]
fn two_institutions_in_one_turn_are_one_too_many() {
    let good = Good::new();
    good.replace(
        Zone::Team,
        "rooster/2026.yaml",
        "[Rucphen], gi: [Leger des Heils]",
        "[Rucphen], gi: [Leger des Heils, William Schrikker Stichting]",
    );
    let report = good.check(Zone::Team);
    let ids: Vec<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
    assert_eq!(ids, ["VRG05"]);
}

/// A dossier that names a team's folder that is not there is judged by another region, and says so.
#[test]
fn a_team_that_is_not_there_is_named() {
    let good = Good::new();
    good.replace(Zone::Dossier, "dossier.yaml", "team: ../teammap", "team: ../verhuisd");
    let report = good.check(Zone::Dossier);
    assert_eq!(keys_of(&report, "MAP02", "dossier.yaml"), ["team"]);
}
