//! The example folders as people meet them: the agenda that the README shows first, and
//! what `vt check` finds in each of them.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use serde_json::Value;
use std::path::{Path, PathBuf};

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples").join(name)
}

/// Runs `vt`: status and stdout.
fn vt(arguments: &[&str]) -> (i32, String) {
    let mut command = assert_cmd::Command::cargo_bin("vt").unwrap();
    let output = command.env_clear().args(arguments).output().unwrap();
    (output.status.code().unwrap(), String::from_utf8(output.stdout).unwrap())
}

fn agenda(more: &[&str]) -> (i32, String) {
    let folder = example("west-brabant-west");
    let map = folder.to_str().unwrap();
    vt(&[&["--map", map, "agenda", "2026-03-12"], more].concat())
}

/// The open findings of a folder or file that stop something or warn, as `regel bestand`.
fn findings(tree: &str, arguments: &[&str]) -> (i32, Vec<String>) {
    let path = example(tree);
    let (status, json) = vt(&[&["check", path.to_str().unwrap(), "--formaat", "json"], arguments].concat());
    let json: Value = serde_json::from_str(&json).unwrap();
    let open = json["bevindingen"].as_array().unwrap().iter().filter(|finding| finding["stand"] == "open");
    let grave = open.filter(|finding| finding["ernst"] != "advies");
    let word = |finding: &Value, key: &str| finding[key].as_str().unwrap().to_owned();
    let name = |file: String| file.rsplit_once("examples/").map_or(file.clone(), |(_, rest)| rest.to_owned());
    (status, grave.map(|finding| format!("{} {}", word(finding, "regel"), name(word(finding, "bestand")))).collect())
}

#[test]
fn the_agenda_of_12_march() {
    let (status, text) = agenda(&[]);
    assert_eq!(status, 0);
    insta::assert_snapshot!("agenda", text);
    for line in text.lines() {
        assert!(line.chars().count() <= 80, "{line}");
        assert_eq!(line.trim_end(), line);
    }
    assert!(!text.contains("\n\n\n") && text.ends_with(".\n"));
}

#[test]
fn the_agenda_of_12_march_as_json() {
    let (status, text) = agenda(&["--formaat", "json"]);
    assert_eq!(status, 0);
    insta::assert_snapshot!("agenda_json", text);
}

#[test]
fn a_year_later_it_is_byte_for_byte_the_same() {
    for format in ["tekst", "json"] {
        let (status, now) = agenda(&["--formaat", format, "--vandaag", "2026-03-06"]);
        for later in ["2026-03-13", "2027-03-06", "2020-01-01"] {
            assert_eq!(agenda(&["--formaat", format, "--vandaag", later]), (status, now.clone()), "{later}");
        }
    }
}

#[test]
fn every_meeting_of_the_year_has_an_agenda_that_fits_its_screen() {
    let folder = example("west-brabant-west");
    let mut held = 0;
    for entry in std::fs::read_dir(folder.join("vergaderingen")).unwrap() {
        let day = entry.unwrap().file_name().into_string().unwrap();
        let (status, text) = vt(&["--map", folder.to_str().unwrap(), "agenda", &day]);
        assert_eq!(status, 0, "{day}");
        assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
        held += usize::from(text.contains("Verzonden op"));
    }
    assert_eq!(held, 6);
}

#[test]
fn a_narrow_or_a_wide_screen_holds_it_too() {
    let day = "2026-03-12".parse().unwrap();
    let folder = vt::store::Folder::new(&example("west-brabant-west"));
    let reading = vt::rules::read_meeting(&folder, day).unwrap_or_else(|_| panic!("the region can be read"));
    let agenda = vt::output::show_agenda(vt::agenda::Agenda::of(&reading, day), &reading.team);
    for width in [48, 60, 80, 100] {
        let screen = vt::output::Screen { width, ..vt::output::Screen::default() };
        let mut text = Vec::new();
        vt::output::agenda_text(&agenda, &screen, &mut text).unwrap();
        let text = String::from_utf8(text).unwrap();
        for line in text.lines() {
            assert!(line.chars().count() <= width, "{width}: {line}");
        }
    }
}

#[test]
fn check_finds_what_the_broken_and_the_late_card_lack_and_no_more() {
    let meeting = "vergaderingen/2026-03-12";
    let expected = vec![
        format!("INB07 {meeting}/8yn4-7fhx/kaart.yaml"),
        format!("INB08 {meeting}/cznk-cz65/kaart.yaml"),
        format!("INB05 {meeting}/cznk-cz65/kaart.yaml"),
    ];
    assert_eq!(findings("west-brabant-west", &["--vandaag", "2026-03-06"]), (1, expected));
    for later in ["2026-03-13", "2026-12-31", "2027-03-06"] {
        assert_eq!(findings("west-brabant-west", &["--vandaag", later]), (0, vec![]), "{later}");
    }
}

#[test]
fn the_dossier_has_one_card_that_is_not_finished() {
    let (status, found) = findings("dossier", &["--vandaag", "2026-03-03"]);
    assert_eq!(status, 1);
    let own = |finding: &String| finding.strip_suffix(" RSD-2026-00398/kaart.yaml").map(ToOwned::to_owned);
    let mut rules: Vec<String> =
        found.iter().map(|finding| own(finding).unwrap_or_else(|| panic!("{finding}"))).collect();
    rules.sort_unstable();
    rules.dedup();
    let expected = [
        "FEI01", "INB02", "INB03", "INB04", "INB06", "INB08", "INB15", "INB18", "KRT01", "KRT02", "KRT03", "KRT06",
        "MEL02", "MEL04", "ROU01", "STM01", "STM02",
    ];
    assert_eq!(rules, expected);
    // For the meeting of 12 March the old card is too old as well; the finished ones can go.
    let with_meeting = findings("dossier", &["--vandaag", "2026-03-05", "--vergadering", "2026-03-12"]);
    let others: Vec<&String> = with_meeting.1.iter().filter(|finding| own(finding).is_none()).collect();
    assert_eq!(others, ["KRT04 RSD-2025-00341/kaart.yaml"]);
}

/// The wrong cards have what the comment on top of each of them promises, and no more.
#[test]
fn the_wrong_cards_are_wrong_as_they_say() {
    for (file, expected) in [
        ("vorm", vec!["YAML04", "YAML03", "YAML02", "YAML01", "YAML05"]),
        ("inbreng", vec!["INB06", "INB08", "MEL03", "INB03", "INB05"]),
        ("feiten", vec!["STM02", "FEI01", "FEI01", "KRT01", "KRT03", "MAP02", "ROU01"]),
    ] {
        let (status, found) = findings(&format!("fout/{file}.yaml"), &["--vandaag", "2026-03-06"]);
        assert_eq!(status, 1, "{file}");
        let rules: Vec<&str> = found.iter().map(|finding| finding.split(' ').next().unwrap()).collect();
        assert_eq!(rules, expected, "{file}");
    }
}
