//! `vt toon` as people see it.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::Place;

const CASE: &str = "vergaderingen/2026-01-15/pqtw-3kz3";

/// The examples as they are, the dossier beside the team's folder.
fn place() -> Place {
    let from = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let place = Place::with(&[]);
    for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(&from).unwrap().to_str().unwrap().replace('\\', "/");
        if entry.file_type().is_file() {
            place.write(&path, &std::fs::read(entry.path()).unwrap());
        }
    }
    place
}

#[test]
fn a_case_that_was_discussed() {
    let line = "vt --map west-brabant-west toon pqtw-3kz3 --vergadering 2026-01-15 --vandaag 2026-03-06";
    assert_snapshot!("besproken", place().show(line));
}

#[test]
fn a_case_that_comes_back() {
    let line = "vt --map west-brabant-west toon pqtw-3kz3 --vergadering 2026-03-12 --vandaag 2026-03-06";
    assert_snapshot!("komt_terug", place().show(line));
}

#[test]
fn a_measure_that_ends_and_views_that_differ() {
    let place = place().inside("west-brabant-west");
    assert_snapshot!("maatregel", place.show("vt toon vergaderingen/2026-02-05/mt49-8jhb"));
    assert_snapshot!("visies", place.show("vt toon vergaderingen/2026-02-26/5xs5-3w31/bespreking.yaml"));
}

#[test]
fn where_a_case_stands_is_said_in_each_state() {
    let place = place().inside("west-brabant-west");
    let head = |line: &str| {
        let ran = place.run(line);
        assert_eq!(ran.status, 0, "{}", ran.stderr);
        ran.stdout.split("\n\n").next().unwrap().to_owned()
    };
    let cases = ["7k3f-9qxr", "mczs-5369", "v330-p9mg", "2kt7-hptm", "2qc6-2dkd", "8yn4-7fhx"];
    let heads = cases.map(|casus| head(&format!("vt toon {casus} --vergadering 2026-03-12 --vandaag 2026-03-03")));
    assert_snapshot!("stand", heads.join("\n\n"));
}

#[test]
fn a_pseudonym_alone_is_the_last_meeting_up_to_today_or_else_the_next() {
    let place = place().inside("west-brabant-west");
    let first = |line: &str| place.run(line).stdout.lines().next().unwrap_or_default().to_owned();
    let of = |day: &str| format!("Casus pqtw-3kz3, vergadering van {day}");
    assert_eq!(first("vt toon pqtw-3kz3 --vandaag 2026-01-14"), of("donderdag 15 januari 2026"));
    assert_eq!(first("vt toon pqtw-3kz3 --vandaag 2026-01-15"), of("donderdag 15 januari 2026"));
    assert_eq!(first("vt toon pqtw-3kz3 --vandaag 2026-03-11"), of("donderdag 15 januari 2026"));
    assert_eq!(first("vt toon PQTW3KZ3 --vandaag 2026-03-12"), of("donderdag 12 maart 2026"));
    // Also from a meeting in whose folder the case has a folder: a path is written as one.
    let there = place.inside("west-brabant-west/vergaderingen/2026-01-15");
    let line = "vt toon pqtw-3kz3 --vandaag 2026-03-12";
    assert_eq!(there.run(line).stdout.lines().next().unwrap(), of("donderdag 12 maart 2026"));
    let line = "vt toon ./pqtw-3kz3 --vandaag 2026-03-12";
    assert_eq!(there.run(line).stdout.lines().next().unwrap(), of("donderdag 15 januari 2026"));
}

#[test]
fn a_card_of_the_dossier_prints_to_a_pipe_whole() {
    let place = place();
    let shown = place.show("vt toon dossier/RSD-2026-00412/kaart.yaml");
    assert_snapshot!("eigen_kaart", shown);
    for line in ["vt toon dossier/RSD-2026-00412", "vt --dossier dossier toon RSD-2026-00412"] {
        assert_eq!(place.run(line).stdout, place.run("vt toon dossier/RSD-2026-00412/kaart.yaml").stdout, "{line}");
    }
    let inside = place.inside("dossier");
    let ran = inside.run("vt toon RSD-2026-00412 --stil");
    assert!(ran.stdout.contains("Jeroen schreeuwt tegen Daan") && ran.stderr.is_empty(), "{}", ran.stderr);
    // The pseudonym is never on the page that names the family.
    assert!(!ran.stdout.contains("7k3f-9qxr"));
}

#[test]
fn what_is_not_read_whole_is_said_and_never_passed_over() {
    let place = place().inside("west-brabant-west");
    place.edit(
        &format!("west-brabant-west/{CASE}/bespreking.yaml"),
        "vragenronde_gehouden: ja",
        "vragenronde_gehouden: misschien",
    );
    let ran = place.run("vt toon pqtw-3kz3 --vergadering 2026-01-15");
    assert_eq!(ran.status, 1);
    assert_snapshot!("half_gelezen", ran.stdout.split("\n\n").take(2).collect::<Vec<_>>().join("\n\n"));
    // Of the case when it comes back the same file is the history.
    let ran = place.run("vt toon pqtw-3kz3 --vergadering 2026-03-12");
    assert!(ran.status == 1 && ran.stdout.contains("2026-01-15/pqtw-3kz3/bespreking.yaml"), "{}", ran.stdout);
    place.edit(&format!("west-brabant-west/{CASE}/kaart.yaml"), "soort: nieuw", "soort: \"nieuw");
    assert_snapshot!("onleesbaar", place.show("vt toon pqtw-3kz3 --vergadering 2026-01-15"));
}

#[test]
fn what_can_not_be_shown_gets_a_way_out() {
    let place = place();
    place.write("los.yaml", b"versie: 1\ncasus: 7k3f-9qxr\nhulpvraag: Daan wil rust.\n");
    place.edit("dossier/RSD-2026-00398/kaart.yaml", "versie: 1", "versie: 2");
    place.write("dossier/RSD-2025-00341/kaart.yaml", b"hulpvraag: \"Daan\n");
    place.write(
        "west-brabant-west/vergaderingen/2026-03-05/vergadering.yaml",
        b"versie: 1\nvervalt: {reden: Er is niemand., naar: 2026-03-12}\n",
    );
    place.write("west-brabant-west/vergaderingen/2026-03-05/pqtw-3kz3/verwacht.yaml", b"versie: 1\n");
    let lines = [
        "vt --map west-brabant-west toon Daan",
        "vt --map west-brabant-west toon 7k3f-9qxm",
        "vt --map west-brabant-west toon 7k3f-9qxr --vergadering 2026-01-15",
        "vt --map west-brabant-west toon 0000-0000",
        "vt --map west-brabant-west toon pqtw-3kz3 --vergadering 2026-03-05",
        "vt toon west-brabant-west/vergaderingen/2026-03-12/pqtw-3kz3 --vergadering 2026-01-15",
        "vt toon west-brabant-west",
        "vt toon west-brabant-west/regio.yaml",
        "vt toon dossier",
        "vt toon dossier/RSD-2026-00412/koppeling.yaml",
        "vt toon dossier/RSD-2026-00412 --vergadering 2026-03-12",
        "vt toon dossier/RSD-2026-00398",
        "vt toon dossier/RSD-2025-00341",
        "vt toon los.yaml",
        "vt toon 7k3f-9qxr",
        "vt toon",
    ];
    let shown: Vec<String> = lines.iter().map(|line| place.show(line)).collect();
    for (line, shown) in lines.iter().zip(&shown) {
        assert!(shown.ends_with("status 2") && !shown.replace(line, "").contains("Daan"), "{shown}");
    }
    assert_snapshot!("uitweg", shown.join("\n\n"));
    // A cancelled meeting does not count as the last one.
    let ran = place.run("vt --map west-brabant-west toon pqtw-3kz3 --vandaag 2026-03-06");
    assert!(ran.stdout.starts_with("Casus pqtw-3kz3, vergadering van donderdag 15 januari 2026"), "{}", ran.stderr);
}

#[test]
fn texts_are_whole_and_nothing_in_them_moves_the_screen() {
    let place = place().inside("west-brabant-west");
    let text = "verloop: \"Eerst ging het goed.\\n\\nToen niet:\\n- \\tom \\e[31m acht uur\\n- om elf\\u202e uur\"";
    place.edit(&format!("west-brabant-west/{CASE}/kaart.yaml"), "verloop: null", text);
    let ran = place.run("vt toon pqtw-3kz3 --vergadering 2026-01-15");
    let expected = "Sinds de vorige bespreking\n  Eerst ging het goed.\n\n  Toen niet:\n  - om <U+001B>[31m acht uur\n  \
                    - om elf<U+202E> uur\n";
    assert!(ran.stdout.contains(expected), "{}", ran.stdout);
}

/// What names people by structure has no place in the team's folder, and is not read out there.
#[test]
fn names_in_a_card_of_the_team_are_not_read_out() {
    let place = place().inside("west-brabant-west");
    let lid = "{wie: kind1, rol: jeugdige, leeftijd: 12, woont_bij: [moeder, vader]}";
    let named = "{wie: Daan, rol: jeugdige, voornaam: Daan, roepnaam: Daan, achternaam: Korenaar, school: De Korenaar, \
                 geboortedatum: 2014-05-06, adres: {straat: Zilverspaanlaan, woonplaats: Korenaar}, niet_informeren: \
                 Korenaar, woont_bij: [Daan]}";
    place.edit(&format!("west-brabant-west/{CASE}/kaart.yaml"), lid, named);
    place.edit(
        &format!("west-brabant-west/{CASE}/kaart.yaml"),
        "  - wie: kind1\n    woorden",
        "  - wie: Daan\n    woorden",
    );
    let ran = place.run("vt toon pqtw-3kz3 --vergadering 2026-01-15");
    for word in ["Daan", "Korenaar", "2014", "Zilverspaan"] {
        let line = ran.stdout.lines().find(|line| line.contains(word));
        assert_eq!(line, None);
    }
    assert!(ran.stdout.contains("- [weggelaten]: jeugdige"), "{}", ran.stdout);
    // Where free words or roles stand, a name is as little welcome as in a text.
    let talk = format!("west-brabant-west/{CASE}/bespreking.yaml");
    place.edit(&talk, "met: [familie, school]", "met: [familie, Daan Korenaar]");
    place.edit(&talk, "samen_met: []", "samen_met: [Daan Korenaar]");
    place.edit(&format!("west-brabant-west/{CASE}/nazorg.yaml"), "met: [moeder,", "met: [Daan Korenaar,");
    place.edit(&format!("west-brabant-west/{CASE}/kaart.yaml"), "    wie: tante", "    wie: Daan Korenaar");
    let ran = place.run("vt toon pqtw-3kz3 --vergadering 2026-01-15");
    assert!(ran.status == 0 && !ran.stdout.contains("Korenaar"), "{}", ran.stdout);
}
