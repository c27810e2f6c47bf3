//! Folders and arguments that nobody meant: each gets a clear answer, and the rest of the
//! folder is still judged.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran};

const CASE: &str = "teammap/vergaderingen/2026-03-12/7k3f-9qxr";

/// Runs a command and sees to it that it ended well, whatever it had to say.
fn ends(place: &Place, line: &str, status: i32) -> Ran {
    let ran = place.run(line);
    assert_eq!(ran.status, status, "{line}: {}{}", ran.stdout, ran.stderr);
    assert!(status != 2 || ran.stdout.is_empty(), "{line}: {}", ran.stdout);
    for c in ran.stdout.chars().chain(ran.stderr.chars()) {
        assert!(c == '\n' || !vt::output::escape::is_unsafe(c), "{line}: {c:?}");
    }
    ran
}

const ANSWER: &str = "  - {regel: PSE04, sleutel: \"gezin.leden[o@]\", reden: x}\n";

/// Four thousand of a line, each with its own number.
fn many(line: &str) -> String {
    (0..4000).map(|nr| line.replace('@', &nr.to_string())).collect()
}

#[test]
fn a_file_full_of_mistakes_takes_no_more_than_its_size() {
    // Each once took the line as many times as there are mistakes on it, or the file so.
    let files = [
        format!("{{{}}}", "soort: nieuw, ".repeat(8000)),
        format!("gezin: {{leden: [{}]}}", "{wie: daan},".repeat(8000)),
        "soort: nieuw\n".repeat(20_000),
        format!("%A b\n{}---\nsoort: nieuw\n", "%A b\n".repeat(20_000)),
        format!("gezin:\n  leden:\n{}", "    - wie: daan\n".repeat(8000)),
        format!("gezin:\n  leden:\n{}verantwoording:\n{}", many("    - {wie: o@}\n"), many(ANSWER)),
    ];
    for (nr, text) in files.iter().enumerate() {
        let place = Place::with(&[("kaart.yaml", text)]);
        for line in ["vt check kaart.yaml", "vt check kaart.yaml --formaat json", "vt check kaart.yaml --lijst"] {
            let mut command = place.command(line);
            command.timeout(std::time::Duration::from_secs(30));
            let ran = Ran::of(command);
            assert_eq!(ran.status, 1, "{nr} {line}");
        }
    }
}

#[test]
fn a_very_long_line_is_shown_around_its_mark() {
    let long = "x".repeat(300_000);
    let text = format!("{{versie: 1, afwezig: [], toelichting: {long}, afwezg: [], reden: {long}}}\n");
    let place = Place::good();
    place.write("teammap/afwezigheid/rucphen.yaml", text.as_bytes());
    assert_snapshot!(ends(&place, "vt check teammap", 1).show("vt check teammap"));
}

#[test]
fn a_day_that_no_file_can_hold_is_not_offered() {
    let place = Place::good();
    let shown = ["vt check teammap --vergadering 9999-12-31", "vt check teammap --vergadering 1900-01-01"]
        .map(|line| ends(&place, line, 2).show(line));
    assert_snapshot!(shown.join("\n\n"));
}

#[test]
fn a_folder_is_no_file_and_an_empty_one_is_named() {
    let place = Place::good();
    std::fs::remove_file(place.path(&format!("{CASE}/kaart.yaml"))).unwrap();
    for folder in ["kaart.yaml", "../familie-de-vries", "../../daan-de-vries", "bijlagen"] {
        std::fs::create_dir(place.path(&format!("{CASE}/{folder}"))).unwrap();
    }
    let ran = ends(&place, "vt check teammap", 1);
    assert!(!ran.stdout.contains("vries"), "{}", ran.stdout);
    assert_snapshot!(ran.show("vt check teammap"));
}

#[test]
fn what_lies_too_deep_is_named() {
    let place = Place::good();
    place.write(&format!("{CASE}/a/b/c/d/e/f/g.txt"), b"x");
    let ran = ends(&place, "vt check teammap", 0);
    let below = "/[weggelaten]".repeat(5);
    assert!(ran.stdout.contains(&format!("7k3f-9qxr{below}\n")), "{}", ran.stdout);
}

#[cfg(unix)]
mod links {
    use super::*;
    use std::os::unix::fs::symlink;

    /// Moves a part of the team's folder elsewhere and leaves a link.
    fn moved(part: &str) -> Place {
        let place = Place::good();
        std::fs::create_dir(place.path("elders")).unwrap();
        std::fs::rename(place.path(part), place.path("elders/stuk")).unwrap();
        symlink(place.path("elders/stuk"), place.path(part)).unwrap();
        place
    }

    #[test]
    fn a_link_anywhere_in_a_tree_is_a_finding_of_all_that_lies_behind_it() {
        let card = format!("vt check {CASE}/kaart.yaml");
        let parts = ["teammap/vergaderingen", "teammap/vergaderingen/2026-03-12", CASE];
        for part in parts {
            let place = moved(part);
            let meeting = "vt check teammap --vergadering 2026-03-12";
            for line in ["vt check teammap", meeting, &card] {
                let ran = ends(&place, line, 1);
                assert!(ran.stdout.contains("fout[MAP04]") && !ran.stdout.contains("INB"), "{line}: {}", ran.stdout);
            }
        }
        assert_snapshot!(moved(CASE).show(&card));
    }

    #[test]
    fn a_region_behind_a_link_is_not_read_and_stays_the_teams() {
        let place = moved("teammap/regio.yaml");
        place.edit("elders/stuk", "regio: West-Brabant West", "regio: Elders");
        assert_snapshot!(ends(&place, "vt check teammap", 1).show("vt check teammap"));
        // A dossier beside it is judged as if no team's folder was named.
        ends(&place, "vt check dossier", 0);
    }

    #[test]
    fn a_pipe_in_the_place_of_a_region_is_not_waited_for() {
        let place = Place::good();
        std::fs::remove_file(place.path("teammap/regio.yaml")).unwrap();
        let made = std::process::Command::new("mkfifo").arg(place.path("teammap/regio.yaml")).status();
        assert!(made.unwrap().success());
        for (folder, status) in [("teammap", 1), ("dossier", 0)] {
            let line = format!("vt check {folder}");
            let mut command = place.command(&line);
            command.timeout(std::time::Duration::from_secs(30));
            assert_eq!(Ran::of(command).status, status, "{line}");
        }
    }

    #[test]
    fn a_name_behind_a_link_or_in_other_bytes_stays_unsaid() {
        use std::os::unix::ffi::OsStrExt as _;
        let place = Place::good();
        let meeting = place.path("teammap/vergaderingen/2026-03-12");
        let odd = meeting.join(std::ffi::OsStr::from_bytes(b"daan\xff"));
        std::fs::create_dir(&odd).unwrap();
        std::fs::write(odd.join("kaart.yaml"), "versie: 1\n").unwrap();
        std::fs::create_dir(meeting.join("daan")).unwrap();
        symlink("/etc/passwd", meeting.join("daan/kaart.yaml")).unwrap();
        symlink("/etc", meeting.join("daan-de-vries")).unwrap();
        symlink("/etc", place.path("teammap/vergaderingen/daan")).unwrap();
        let ran = ends(&place, "vt check teammap", 1);
        assert!(!ran.stdout.contains("daan"), "{}", ran.stdout);
        assert_snapshot!(ran.show("vt check teammap"));
    }
}
