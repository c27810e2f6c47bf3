//! MAP01, MAP03 and MAP04: what does not belong, stopped halfway or can't be read.

use crate::common::{DOSSIERKAART, Good, TEAMKAART, all_shown, day, keys_of, options};
use vt::rules::{Options, check_tree};
use vt::store::Zone::{Dossier, Team};

const CASE: &str = "vergaderingen/2026-03-12/7k3f-9qxr";
const NEXT: &str = "vergaderingen/2026-03-19/7k3f-9qxr";
const HELD: &str = "vergaderingen/2026-01-15/pqtw-3kz3";
const POSTPONED: &str =
    "versie: 1\nbesluit: uitstellen\ndatum: 2026-03-04\nreden: De agenda is vol.\nnaar: 2026-03-19\n";
const EXPECTED: &str = "versie: 1\nwaarom: uitgesteld\nvan: 2026-03-12\n";

fn in_case(file: &str) -> String {
    format!("{CASE}/{file}")
}

#[test]
fn a_card_lies_in_its_own_folder() {
    let good = Good::new();
    good.lay(Team, TEAMKAART, "casus: PQTW3KZ3");
    assert_eq!(keys_of(&good.check(Team), "MAP03", TEAMKAART), ["casus"]);
    good.lay(Team, TEAMKAART, "casus: 7K3F9QXR");
    assert_eq!(keys_of(&good.check(Team), "MAP03", TEAMKAART), [""; 0]);

    let link = "RSD-2026-00412/koppeling.yaml";
    good.lay(Dossier, DOSSIERKAART, "dossiernummer: RSD-2026-00413");
    good.lay(Dossier, link, "dossiernummer: RSD-2026-00413");
    let report = good.check(Dossier);
    assert_eq!(keys_of(&report, "MAP03", DOSSIERKAART), ["dossiernummer"]);
    assert_eq!(keys_of(&report, "MAP03", link), ["dossiernummer"]);
}

#[test]
fn a_pseudonym_is_of_one_dossier() {
    let good = Good::new();
    let link = "versie: 1\ndossiernummer: RSD-2026-00500\ncasus: 7k3f-9qxr\n";
    good.write(Dossier, "RSD-2026-00500/koppeling.yaml", link);
    assert_eq!(keys_of(&good.check(Dossier), "MAP03", "RSD-2026-00500/koppeling.yaml"), ["casus"]);
    let handed_over = format!("{link}overgedragen: {{aan: Gemeente Rucphen, op: 2026-02-01}}\n");
    good.write(Dossier, "RSD-2026-00500/koppeling.yaml", &handed_over);
    assert_eq!(all_shown(&good.check(Dossier)), [""; 0]);
}

#[test]
fn a_postponed_case_is_announced() {
    let good = Good::new();
    good.write(Team, &in_case("besluit.yaml"), POSTPONED);
    assert_eq!(keys_of(&good.check(Team), "MAP03", &in_case("besluit.yaml")), ["naar"]);
    good.write(Team, &format!("{NEXT}/verwacht.yaml"), EXPECTED);
    assert_eq!(all_shown(&good.check(Team)), [""; 0]);
    good.write(Team, &in_case("besluit.yaml"), &POSTPONED.replace("naar: 2026-03-19", "naar: null"));
    assert_eq!(keys_of(&good.check(Team), "MAP03", &in_case("besluit.yaml")), ["naar"]);
    // A day that does not exist is one finding.
    good.write(Team, &in_case("besluit.yaml"), &POSTPONED.replace("2026-03-19", "2026-03-32"));
    assert_eq!(keys_of(&good.check(Team), "MAP03", &in_case("besluit.yaml")), [""; 0]);
}

#[test]
fn an_announcement_is_borne_out_by_the_decision() {
    let announced = format!("{NEXT}/verwacht.yaml");
    let good = Good::new();
    good.write(Team, &announced, EXPECTED);
    assert_eq!(keys_of(&good.check(Team), "MAP03", &announced), ["van"], "the decision says agenderen");
    good.write(Team, &in_case("besluit.yaml"), "");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &announced), ["van"], "it would be on two agendas");
    let later = Options { today: day("2026-03-13"), ..options() };
    assert_eq!(keys_of(&check_tree(&good.root(Team), &later), "MAP03", &announced), ["van"]);
    good.write(Team, &in_case("besluit.yaml"), &POSTPONED.replace("2026-03-19", "2026-04-02"));
    assert_eq!(keys_of(&check_tree(&good.root(Team), &later), "MAP03", &announced), ["van"], "it moved elsewhere");
    good.write(Team, &in_case("besluit.yaml"), "versie: 1\nbesluit: [");
    assert_eq!(keys_of(&check_tree(&good.root(Team), &later), "MAP03", &announced), [""; 0], "nobody can read it");
}

#[test]
fn a_case_that_comes_back_is_announced() {
    let good = Good::new();
    good.write(Team, "vergaderingen/2026-03-26/pqtw-3kz3/verwacht.yaml", "");
    let discussion = format!("{HELD}/bespreking.yaml");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &discussion), ["monitor.datum"]);
    good.replace(Team, &discussion, "datum: 2026-03-26", "datum: 2026-03-27");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &discussion), [""; 0], "MAP02 says that it is no meeting");
}

#[test]
fn the_cases_of_a_cancelled_meeting_move() {
    let good = Good::new();
    let changes = "vergaderingen/2026-03-12/vergadering.yaml";
    good.write(Team, changes, "versie: 1\nvervalt: {reden: De zaal is dicht., naar: 2026-03-19}\n");
    assert_eq!(keys_of(&good.check(Team), "MAP03", changes), ["vervalt.naar"]);
    good.write(Team, &format!("{NEXT}/verwacht.yaml"), EXPECTED);
    assert_eq!(keys_of(&good.check(Team), "MAP03", changes), [""; 0]);
    let announced = format!("{NEXT}/verwacht.yaml");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &announced), [""; 0]);
    // It moves to another day; a decision of its own goes first.
    good.write(Team, changes, "versie: 1\nvervalt: {reden: De zaal is dicht., naar: 2026-03-26}\n");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &announced), ["van"]);
    good.write(Team, &in_case("besluit.yaml"), POSTPONED);
    assert_eq!(keys_of(&good.check(Team), "MAP03", &announced), [""; 0]);
}

#[test]
fn files_of_a_case_do_not_stand_alone_or_against_each_other() {
    let good = Good::new();
    good.write(Team, &format!("{HELD}/kaart.yaml"), "");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &format!("{HELD}/bespreking.yaml")), [""]);
    let good = Good::new();
    good.write(Team, &format!("{HELD}/bespreking.yaml"), "");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &format!("{HELD}/nazorg.yaml")), [""]);
    let good = Good::new();
    good.write(Team, &format!("{HELD}/ingetrokken.yaml"), "versie: 1\nreden: Het gaat weer goed.\n");
    assert_eq!(keys_of(&good.check(Team), "MAP03", &format!("{HELD}/ingetrokken.yaml")), [""]);
}

#[test]
fn what_does_not_belong_is_named_by_its_kind() {
    let good = Good::new();
    for file in ["7k3f-9qxr/kaart (1).yaml", "7K3F9QXR/kaart.yaml", "familie/kaart.yaml", "notulen.docx"] {
        good.write(Team, &format!("vergaderingen/2026-03-12/{file}"), "versie: 1\n");
    }
    good.write(Team, "vergaderingen/maart/vergadering.yaml", "versie: 1\n");
    let report = good.check(Team);
    let messages: std::collections::BTreeSet<_> = report.findings.iter().map(|finding| &*finding.message).collect();
    assert_eq!((report.findings.len(), messages.len()), (5, 5), "{:?}", all_shown(&report));
    assert!(report.findings.iter().all(|finding| finding.rule.id == "MAP01"));
    assert!(report.findings.iter().all(|finding| !finding.file.contains("familie") && !finding.file.contains("maart")));
}

#[cfg(unix)]
#[test]
fn a_link_is_named_and_not_followed() {
    let good = Good::new();
    let outside = good.path(Dossier, "dossier.yaml");
    std::os::unix::fs::symlink(outside, good.path(Team, "afwezigheid/moerdijk.yaml")).unwrap();
    assert_eq!(
        all_shown(&good.check(Team)),
        [
            "MAP04 afwezigheid/moerdijk.yaml: Hier staat een snelkoppeling (link) of iets dat geen bestand is; vt volgt dat niet."
        ]
    );
}

#[test]
fn bytes_that_are_no_text_are_map04_in_the_team_and_yaml06_elsewhere() {
    for bytes in [&b"\xff\xfev\0"[..], b"versie: 1\nnaam: Ren\xe9\n", b"PK\x03\x04\0\0"] {
        let good = Good::new();
        std::fs::write(good.path(Team, "afwezigheid/rucphen.yaml"), bytes).unwrap();
        std::fs::write(good.path(Dossier, "dossier.yaml"), bytes).unwrap();
        assert_eq!(keys_of(&good.check(Team), "MAP04", "afwezigheid/rucphen.yaml"), [""]);
        assert_eq!(keys_of(&good.check(Dossier), "YAML06", "dossier.yaml"), [""]);
        assert_eq!((good.check(Team).findings.len(), good.check(Dossier).findings.len()), (1, 1));
    }
}
