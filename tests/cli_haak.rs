//! The hooks of git, with git itself: what is staged, not what lies in the folder, decides.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use std::path::Path;
use std::process::{Command, Output};
use transcript::{Place, Ran};

const CARD: &str = "team/vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml";

/// Git in a folder, with nobody's settings but these.
fn git_in(folder: &Path, arguments: &[&str]) -> Output {
    let vt = Path::new(env!("CARGO_BIN_EXE_vt")).parent().unwrap();
    let paths = std::env::split_paths(&std::env::var_os("PATH").unwrap()).collect::<Vec<_>>();
    let path = std::env::join_paths(std::iter::once(vt.to_owned()).chain(paths)).unwrap();
    let mut command = Command::new("git");
    command.current_dir(folder).args(arguments).env("PATH", path).env("GIT_CONFIG_NOSYSTEM", "1");
    command.env("GIT_CONFIG_GLOBAL", if cfg!(windows) { "NUL" } else { "/dev/null" });
    for who in ["AUTHOR", "COMMITTER"] {
        command.env(format!("GIT_{who}_NAME"), "Marit van Oers").env(format!("GIT_{who}_EMAIL"), "marit@example.org");
    }
    command.output().unwrap()
}

fn git(place: &Place, arguments: &[&str]) -> Output {
    git_in(&place.path(""), arguments)
}

/// A work tree with a good team's folder, committed, with its hooks.
fn tree() -> Place {
    let place = Place::with(&[("team/regio.yaml", include_str!("goed/teammap/regio.yaml"))]);
    for arguments in [&["init", "-q"][..], &["add", "."], &["commit", "-qm", "begin"]] {
        assert!(git(&place, arguments).status.success());
    }
    place
}

fn card(said: &str) -> String {
    format!("versie: 1\ncasus: 7k3f-9qxr\nhulpvraag: {said}\n")
}

fn stage(place: &Place, path: &str, bytes: &[u8]) {
    place.write(path, bytes);
    assert!(git(place, &["add", "-A", "-f"]).status.success());
}

#[test]
fn a_commit_with_a_name_is_refused_and_one_without_goes_on() {
    let place = tree();
    assert_snapshot!(place.show("vt init team team --haak"), @r"
    $ vt init team team --haak
    Haken van git gemaakt: pre-commit en commit-msg.
      Vanaf nu kijkt vt voor elke commit na of er iets in staat dat een gezin kan
      noemen.
      Een haak geldt alleen op deze computer, in deze git-map. Wie ook met git
      werkt, geeft deze opdracht zelf.
    status 0
    ");
    stage(&place, CARD, card("Rust voor mevrouw Ingeborg Maas").as_bytes());
    let refused = git(&place, &["commit", "-m", "kaart"]);
    let said = String::from_utf8_lossy(&refused.stdout).into_owned() + &String::from_utf8_lossy(&refused.stderr);
    assert!(!refused.status.success() && said.contains("kaart.yaml:3:"), "{said}");
    assert!(!said.contains("Ingeborg"), "{said}");
    stage(&place, CARD, card("Rust en hulp").as_bytes());
    let refused = git(&place, &["commit", "-m", "kaart van mevrouw Ingeborg Maas"]);
    assert!(!refused.status.success());
    let made = git(&place, &["commit", "-m", "kaart erbij"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stdout));
    // What git takes from the folder itself is looked at too.
    place.write(CARD, card("Rust voor mevrouw Ingeborg Maas").as_bytes());
    assert!(!git(&place, &["commit", "-am", "kaart"]).status.success());
}

#[test]
fn what_is_staged_counts_and_not_what_lies_there() {
    let place = tree();
    assert_snapshot!(place.show("vt scan --haak"), @r"
    $ vt scan --haak
    status 0
    ");
    stage(&place, CARD, card("\"Rust voor mevrouw Ingeborg Maas\"").as_bytes());
    place.write(CARD, card("Rust").as_bytes());
    assert_snapshot!(place.show("vt scan --haak"));
    stage(&place, CARD, card("Rust").as_bytes());
    place.write(CARD, card("\"Rust voor mevrouw Ingeborg Maas\"").as_bytes());
    let ran = place.run("vt scan --haak");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""));
    // From any folder of the work tree.
    stage(&place, CARD, card("\"Rust voor mevrouw Ingeborg Maas\"").as_bytes());
    let inside = place.inside("team/vergaderingen");
    assert!(inside.run("vt scan --haak").stdout.starts_with("team/vergaderingen/"));
}

#[test]
fn what_was_judged_passes() {
    let place = tree();
    let judged = "blijft_staan:\n  - {tekst: mevrouw Ingeborg Maas, in: hulpvraag, reden: professional}\n  \
         - {tekst: Ingeborg Maas, in: hulpvraag, reden: professional}\n";
    let text = card("Rust voor mevrouw Ingeborg Maas") + judged;
    stage(&place, CARD, text.as_bytes());
    let ran = place.run("vt scan --haak");
    assert_eq!((ran.status, ran.stdout.as_str()), (0, ""));
}

#[test]
fn names_of_files_and_what_is_no_text() {
    let place = tree();
    stage(&place, "team/verslag van mevrouw Ingeborg Maas.docx", b"PK\x03\x04\0\xff");
    stage(&place, "team/mevrouw_Ingeborg/leeg.txt", b"");
    stage(&place, "team/groot.txt", &vec![b'a'; (1 << 20) + 1]);
    stage(&place, "beeld.png", b"\x89PNG\0");
    stage(&place, "verslag é.txt", "juf Ingeborg belde\n".as_bytes());
    stage(&place, "prive/dossier.yaml", b"versie: 1\n");
    stage(&place, "prive/RSD-1/kaart.yaml", b"versie: 1\nhulpvraag: Rust voor Ingeborg\n");
    if cfg!(unix) {
        stage(&place, "twee\nregels.txt", b"Rust\njuf Ingeborg belde\n");
    }
    let ran = place.run("vt scan --haak");
    assert!(!ran.stdout.contains("Ingeborg") && !ran.stdout.contains("beeld.png"), "{}", ran.stdout);
    if cfg!(unix) {
        assert_snapshot!(ran.show("vt scan --haak"));
    }
}

#[test]
fn a_file_that_moves_is_looked_at_under_its_new_name() {
    let place = tree();
    stage(&place, "team/notitie.txt", b"Rust en hulp voor allen.\n");
    assert!(git(&place, &["commit", "-qm", "notitie"]).status.success());
    assert!(git(&place, &["mv", "team/notitie.txt", "team/mevrouw Ingeborg Maas.txt"]).status.success());
    let ran = place.run("vt scan --haak");
    assert!(ran.status == 1 && ran.stdout.starts_with("team/[weggelaten].txt: in de naam: "), "{}", ran.stdout);
    // What only goes away says nothing.
    assert!(git(&place, &["commit", "-qm", "x"]).status.success());
    assert!(git(&place, &["rm", "-q", "team/mevrouw Ingeborg Maas.txt"]).status.success());
    assert_eq!(place.run("vt scan --haak").status, 0);
}

#[test]
fn a_message_without_the_remarks_of_git() {
    let message = "Verslag van juf Ingeborg\n\n# Op branch juf-Ingeborg\n\
                   # ------------------------ >8 ------------------------\ndiff juf Ingeborg\n";
    let place = Place::with(&[("COMMIT_EDITMSG", message)]);
    assert_snapshot!(place.show("vt scan --haak COMMIT_EDITMSG"));
    place.write("COMMIT_EDITMSG", b"Verslag erbij\n\n# juf Ingeborg\n");
    assert_eq!(place.run("vt scan --haak COMMIT_EDITMSG").status, 0);
}

#[test]
fn no_work_tree_and_hooks_of_another_hand() {
    let place = Place::with(&[("team/regio.yaml", "versie: 1\n")]);
    let outside = |line: &str| {
        let mut command = place.command(line);
        command.env("GIT_CEILING_DIRECTORIES", place.path("").parent().unwrap());
        Ran::of(command).show(line)
    };
    let shown =
        ["vt scan --haak", "vt init team team --haak", "vt init dossier d --haak", "vt scan --haak --formaat json"];
    assert_snapshot!(shown.map(outside).join("\n\n"));
    assert!(git(&place, &["init", "-q"]).status.success());
    place.write(".git/hooks/commit-msg", b"#!/bin/sh\n");
    assert_snapshot!(place.show("vt init team team --haak"));
    assert!(!place.path(".git/hooks/pre-commit").exists());
    assert!(!place.path("nieuw").exists());
    assert_eq!(place.run("vt init team nieuw --haak").status, 2);
    assert!(!place.path("nieuw").exists());
}

#[test]
fn hooks_go_where_git_looks_for_them() {
    let place = tree();
    assert!(git(&place, &["worktree", "add", "-q", "tak"]).status.success());
    assert_snapshot!(place.show("vt init team tak/team --haak --droog"));
    assert!(!place.path(".git/hooks/pre-commit").exists());
    assert_eq!(place.run("vt init team tak/team --haak").status, 0);
    assert!(place.path(".git/hooks/pre-commit").exists());
    // They look into the tree in which the commit is made.
    let linked = place.path("tak");
    place.write("tak/team/notitie.txt", b"Mevrouw Ingeborg Maas belde.\n");
    assert!(git_in(&linked, &["add", "-A", "-f"]).status.success());
    assert!(!git_in(&linked, &["commit", "-m", "notitie"]).status.success());
    assert!(git_in(&linked, &["commit", "-n", "-m", "notitie"]).status.success());
    assert!(git(&place, &["config", "core.hooksPath", ".haken"]).status.success());
    std::fs::create_dir(place.path("nieuw")).unwrap();
    assert_snapshot!(place.show("vt init team nieuw --haak --droog"));
    assert_snapshot!(place.show("vt init team nieuw --haak"));
    assert!(place.path("nieuw/regio.yaml").exists() && place.path(".haken/commit-msg").exists());
    let elsewhere = tempfile::tempdir().unwrap();
    let elsewhere = elsewhere.path().join("haken");
    assert!(git(&place, &["config", "core.hooksPath", elsewhere.to_str().unwrap()]).status.success());
    assert_snapshot!(place.show("vt init team team --haak"));
    assert!(!elsewhere.exists());
}
