//! `vt init`: what it makes, what it refuses, and that it writes nowhere else.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use std::collections::BTreeMap;
use std::process::Command;
use transcript::{Place, Ran};

/// Every file below the place with its text.
fn files(place: &Place) -> BTreeMap<String, String> {
    let root = place.path("");
    let entries = walkdir::WalkDir::new(&root).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file());
    let relative = |path: &std::path::Path| path.strip_prefix(&root).unwrap().to_str().unwrap().to_owned();
    files.map(|entry| (relative(entry.path()), std::fs::read_to_string(entry.path()).unwrap())).collect()
}

/// A command line with words that hold spaces.
fn run(place: &Place, words: &[&str]) -> Ran {
    let mut command = place.command("vt");
    command.args(words);
    Ran::of(command)
}

const DOSSIER: [&str; 7] =
    ["init", "dossier", "mijn-dossier", "--naam", "Anke Wouters", "--organisatie", "Gemeente Roosendaal"];

#[test]
fn a_teams_folder_in_which_check_finds_nothing() {
    let place = Place::with(&[]);
    assert_snapshot!(place.show("vt init team veiligheidsteam"));
    let made = files(&place);
    let names: Vec<&str> = made.keys().map(String::as_str).collect();
    let expected = [".gitattributes", ".gitignore", "LEESMIJ.md", "regio.yaml"];
    assert_eq!(names, expected.map(|name| format!("veiligheidsteam/{name}")));
    let check = place.run("vt check veiligheidsteam");
    assert_eq!((check.status, check.stderr.as_str()), (0, ""));
    assert!(check.stdout.contains("alles in orde"), "{}", check.stdout);
    assert_eq!(place.run("vt --map veiligheidsteam agenda").status, 0);
}

#[test]
fn a_dossier_of_its_owner_alone() {
    let place = Place::good();
    let mut words = DOSSIER.to_vec();
    words.extend(["--via", "Bram Looijmans", "--team", "teammap"]);
    let ran = run(&place, &words);
    assert_snapshot!(ran.show("vt init dossier mijn-dossier --naam … --organisatie … --via … --team teammap"));
    let text = &files(&place)["mijn-dossier/dossier.yaml"];
    assert_snapshot!(text);
    assert_eq!(files(&place)["mijn-dossier/.gitignore"].lines().last(), Some("*"));
    let check = place.run("vt check mijn-dossier");
    assert_eq!((check.status, check.stderr.as_str()), (0, ""), "{}", check.stdout);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = |path: &str| place.path(path).metadata().unwrap().permissions().mode() & 0o777;
        assert_eq!(mode("mijn-dossier"), 0o700);
        for name in [".gitignore", "dossier.yaml"] {
            assert_eq!(mode(&format!("mijn-dossier/{name}")), 0o600, "{name}");
        }
    }
}

#[test]
fn a_rehearsal_shows_the_list_and_writes_nothing() {
    let place = Place::with(&[]);
    assert_snapshot!(place.show("vt init team veiligheidsteam --droog"));
    let mut words = DOSSIER.to_vec();
    words.push("--droog");
    assert_eq!(run(&place, &words).status, 0);
    assert_eq!(std::fs::read_dir(place.path("")).unwrap().count(), 0);
}

#[test]
fn without_a_terminal_the_flags_are_named() {
    let place = Place::with(&[]);
    assert_snapshot!(place.show("vt init dossier mijn-dossier"));
    let short = run(&place, &DOSSIER[..5]);
    assert_eq!((short.status, short.stdout.as_str()), (2, ""));
    let odd = run(&place, &["init", "dossier", "d", "--naam", "A\u{202e}B", "--organisatie", "C"]);
    assert!(odd.stderr.contains("achter `--naam` hoort een naam op één regel"), "{}", odd.stderr);
    assert!(files(&place).is_empty() && !place.path("d").exists());
}

#[test]
fn what_stands_there_is_never_overwritten() {
    let place = Place::with(&[("team/LEESMIJ.md", "van ons\n"), ("bestand", "x\n"), ("leeg/notitie.txt", "x\n")]);
    let before = files(&place);
    let lines = ["vt init team team", "vt init team bestand", "vt init team geen/map", "vt init team team --naam Anke"];
    assert_snapshot!(lines.map(|line| place.show(line)).join("\n\n"));
    assert_eq!(files(&place), before);
    // Other files do no harm: they stay, and `check` names them.
    assert_eq!(place.run("vt init team leeg").status, 0);
    assert_eq!(files(&place)["leeg/notitie.txt"], "x\n");
    assert_snapshot!(place.show("vt init team leeg"));
    assert_snapshot!(place.show("vt init team leeg/daarin"));
}

#[test]
fn the_zones_stay_apart() {
    let place = Place::good();
    let before = files(&place);
    let mut inside = DOSSIER.to_vec();
    inside[2] = "teammap/dossier";
    assert_snapshot!(run(&place, &inside).show("vt init dossier teammap/dossier --naam … --organisatie …"));
    assert_snapshot!(place.show("vt init team dossier/team"));
    std::fs::create_dir(place.path(".git")).unwrap();
    let mut git = DOSSIER.to_vec();
    git.extend(["--team", "teammap"]);
    assert_snapshot!(run(&place, &git).show("vt init dossier mijn-dossier --naam … --organisatie … --team teammap"));
    assert_eq!(files(&place), before);
}

#[test]
fn work_that_stopped_halfway_is_completed() {
    let whole = Place::with(&[]);
    whole.run("vt init team team");
    let goal = files(&whole);
    for missing in goal.keys() {
        let place = Place::with(&[]);
        for (path, text) in goal.iter().filter(|(path, _)| *path != missing && !path.ends_with("regio.yaml")) {
            place.write(path, text.as_bytes());
        }
        let ran = place.run("vt init team team");
        assert_eq!((ran.status, ran.stderr.as_str()), (0, ""), "{missing}");
        assert_eq!(files(&place), goal, "{missing}");
    }
    let left = Place::good();
    left.write("teammap/vergaderingen/2026-03-12/.vt-3kf9Qx.tmp", b"half");
    let check = left.run("vt check teammap");
    assert!(check.stdout.contains("waarschuwing[MAP01]: Dit bestand bleef liggen"), "{}", check.stdout);
}

/// The allow-list of a team's folder against git itself, where there is one.
#[test]
fn git_takes_what_belongs_and_nothing_else() {
    let place = Place::with(&[]);
    place.run("vt init team team");
    let root = place.path("team");
    let git = |arguments: &[&str]| Command::new("git").current_dir(&root).args(arguments).output();
    if !git(&["init", "-q"]).is_ok_and(|output| output.status.success()) {
        return;
    }
    let case = "vergaderingen/2026-03-12/7k3f-9qxr";
    let belongs = [
        "afwezigheid/bergen-op-zoom.yaml".to_owned(),
        "rooster/2026.yaml".to_owned(),
        "vergaderingen/2026-03-12/vergadering.yaml".to_owned(),
        format!("{case}/kaart.yaml"),
        format!("{case}/nazorg.yaml"),
    ];
    let strange = [
        "regio (1).yaml".to_owned(),
        "afwezigheid/rucphen (conflict).yaml".to_owned(),
        "afwezigheid/rucphen.yaml~".to_owned(),
        "vergaderingen/2026-03-12/notulen.docx".to_owned(),
        format!("{case}/kaart - kopie.yaml"),
        format!("{case}/.vt-x8Yq2Z.tmp"),
        format!("{case}/.bespreking.concept.yaml"),
        "vergaderingen/2026-03-12/Daan/kaart.yaml".to_owned(),
    ];
    for path in belongs.iter().chain(&strange) {
        place.write(&format!("team/{path}"), b"versie: 1\n");
    }
    git(&["add", "-A"]).unwrap();
    let listed = String::from_utf8(git(&["ls-files"]).unwrap().stdout).unwrap();
    let mut listed: Vec<&str> = listed.lines().collect();
    listed.sort_unstable();
    let mut expected = vec![".gitattributes", ".gitignore", "LEESMIJ.md", "regio.yaml"];
    expected.extend(belongs.iter().map(String::as_str));
    expected.sort_unstable();
    assert_eq!(listed, expected);
}

/// Root may write everywhere, so the program runs as nobody in a folder of root.
#[cfg(unix)]
#[test]
fn a_folder_without_rights_is_said() {
    use std::os::unix::fs::PermissionsExt as _;
    use std::os::unix::process::CommandExt as _;
    let place = Place::with(&[]);
    let root = place.path("");
    std::fs::create_dir(place.path("team")).unwrap();
    for folder in [&root, &place.path("team")] {
        std::fs::set_permissions(folder, std::fs::Permissions::from_mode(0o555)).unwrap();
    }
    // A copy, in a folder that nobody may enter too.
    let program = tempfile::tempdir().unwrap();
    std::fs::set_permissions(program.path(), std::fs::Permissions::from_mode(0o755)).unwrap();
    let vt = program.path().join("vt");
    std::fs::copy(env!("CARGO_BIN_EXE_vt"), &vt).unwrap();
    let is_root = std::fs::write(place.path("proef"), "").is_ok();
    for folder in ["nieuw", "team"] {
        let mut command = Command::new(&vt);
        command.current_dir(&root).args(["init", "team", folder]);
        if is_root {
            command.uid(65534).gid(65534);
        }
        let output = command.output().unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2), "{stderr}");
        assert!(output.stdout.is_empty() && stderr.contains("Je mag in die map niet schrijven. Er is"), "{stderr}");
        assert!(!stderr.contains("nieuw"), "{stderr}");
    }
    std::fs::set_permissions(&root, std::fs::Permissions::from_mode(0o755)).unwrap();
    assert_eq!(std::fs::read_dir(place.path("team")).unwrap().count(), 0);
}
