//! `vt pseudonimiseer` as people see it.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use transcript::{Place, Ran};

const CARD: &str = "dossier/RSD-2026-00412/kaart.yaml";
const LINK: &str = "dossier/RSD-2026-00412/koppeling.yaml";

/// The trees of the examples, on the day before the last.
fn examples() -> Place {
    let place = Place::with(&[]);
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    for entry in
        walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap).filter(|entry| entry.file_type().is_file())
    {
        let path = entry.path().strip_prefix(&from).unwrap();
        place.write(path.to_str().unwrap(), &std::fs::read(entry.path()).unwrap());
    }
    place
}

fn read(place: &Place, path: &str) -> String {
    std::fs::read_to_string(place.path(path)).unwrap()
}

#[test]
fn the_card_as_the_team_sees_it_and_what_stays() {
    let place = examples();
    let before = read(&place, LINK);
    insta::assert_snapshot!(place.show(&format!("vt pseudonimiseer {CARD}")));
    // What was there stays as it was; what is new comes behind it.
    let after = read(&place, LINK);
    let (start, end) = before.split_at(before.find("keuzes:").unwrap());
    assert!(after.starts_with(start) && after.ends_with(end), "{after}");
    // The second time there is nothing to add.
    place.run(&format!("vt pseudonimiseer {CARD}"));
    assert_eq!(read(&place, LINK), after);
}

#[test]
fn a_question_without_a_terminal_is_listed_by_place_and_kind() {
    let place = examples();
    place.edit(LINK, "  - {tekst: Roos, in: hulpvraag, keuze: blijft, reden: gewoon_woord}\n", "");
    let before = read(&place, LINK);
    insta::assert_snapshot!(place.show(&format!("vt pseudonimiseer {CARD}")));
    assert_eq!(read(&place, LINK), before);
}

/// Who can't reach the team's folder mails the card; the vaste deelnemer hands it in.
#[test]
fn a_card_goes_by_mail() {
    let place = examples();
    insta::assert_snapshot!(place.show(&format!("vt pseudonimiseer {CARD} --naar kaart-7k3f.yaml")));
    let card = read(&place, "kaart-7k3f.yaml");
    assert!(!card.contains("Daan") && card.contains("Kind 1"));
    let again = place.run(&format!("vt pseudonimiseer {CARD} --naar kaart-7k3f.yaml"));
    assert_eq!((again.status, again.stderr.as_str()), (0, ""));
    place.write("kaart-7k3f.yaml", b"iets anders\n");
    let ran = place.run(&format!("vt pseudonimiseer {CARD} --naar kaart-7k3f.yaml"));
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("Daar staat al een ander bestand."), "{}", ran.stderr);
    assert_eq!(read(&place, "kaart-7k3f.yaml"), "iets anders\n");
}

#[test]
fn a_card_to_mail_never_lands_in_the_team_s_folder() {
    let place = examples();
    insta::assert_snapshot!(place.show(&format!("vt pseudonimiseer {CARD} --naar west-brabant-west/kaart.yaml")));
    assert!(!place.path("west-brabant-west/kaart.yaml").exists());
}

#[test]
fn a_dry_run_writes_nothing() {
    let place = examples();
    std::fs::remove_file(place.path(LINK)).unwrap();
    place.edit(CARD, " Het codewoord is Roos.", "");
    let ran = place.run(&format!("vt pseudonimiseer {CARD} --droog"));
    assert_eq!(ran.status, 0, "{}", ran.stderr);
    assert!(ran.stdout.starts_with("versie: 1\n") && ran.stdout.contains("Kind 1 belt oma"), "{}", ran.stdout);
    let plan = "Dit zou vt doen; er is niets geschreven.\n  RSD-2026-00412/koppeling.yaml   nieuw bestand\n";
    assert!(ran.stdout.ends_with(plan), "{}", ran.stdout);
    assert!(!place.path(LINK).exists());
}

#[test]
fn a_new_case_gets_a_pseudonym_that_stays() {
    let place = examples();
    std::fs::remove_file(place.path(LINK)).unwrap();
    place.edit(CARD, " Het codewoord is Roos.", "");
    let casus = |ran: Ran| {
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        let line = ran.stdout.lines().find(|line| line.starts_with("casus: ")).unwrap().to_owned();
        line.trim_start_matches("casus: ").trim_matches('"').to_owned()
    };
    let first = casus(place.run(&format!("vt pseudonimiseer {CARD}")));
    assert!(vt::model::Casus::read(&first).is_ok() && first != "7k3f-9qxr");
    assert_eq!(casus(place.run(&format!("vt pseudonimiseer {CARD}"))), first);
    let link = read(&place, LINK);
    assert!(link.contains(&format!("casus: {first}\n")) && link.contains("tekst: Daan"), "{link}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(std::fs::metadata(place.path(LINK)).unwrap().permissions().mode() & 0o777, 0o600);
    }
}

#[test]
fn what_can_t_cross_is_said_with_the_way_out() {
    let place = examples();
    let command = format!("vt pseudonimiseer {CARD}");
    let mut shown = Vec::new();
    // A folder that was copied.
    place.edit(LINK, "dossiernummer: RSD-2026-00412", "dossiernummer: RSD-2026-00413");
    shown.push(place.show(&command));
    place.edit(LINK, "dossiernummer: RSD-2026-00413", "dossiernummer: RSD-2026-00412");
    place.edit(LINK, "overgedragen: null", "overgedragen: {aan: Femke de Rooij, op: 2026-03-01}");
    shown.push(place.show(&command));
    place.edit(LINK, "overgedragen: {aan: Femke de Rooij, op: 2026-03-01}", "overgedragen: null");
    place.edit(LINK, "casus: 7k3f-9qxr", "casus: 7k3f-9qxm");
    shown.push(place.show(&command));
    place.edit(LINK, "casus: 7k3f-9qxm", "casus: [");
    shown.push(place.show(&command));
    // The koppeling of a case that was discussed before is gone.
    std::fs::remove_file(place.path(LINK)).unwrap();
    place.edit(CARD, "eerder: null", "eerder: 2026-01-15");
    shown.push(place.show(&command));
    place.edit(CARD, "eerder: 2026-01-15", "eerder: 2026-01-15\nbijnaam: Kanjer");
    shown.push(place.show(&command));
    shown.push(place.show("vt pseudonimiseer west-brabant-west/vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml"));
    shown.push(place.show("vt pseudonimiseer dossier/RSD-2026-99999"));
    place.write("los.yaml", b"versie: 1\ndossiernummer: RSD-1\n");
    shown.push(place.show("vt pseudonimiseer los.yaml"));
    insta::assert_snapshot!(shown.join("\n\n"));
}
