//! Links in the folder: never followed, always named.

#![cfg(unix)]

use super::world::{A, B, DAY, World};
use super::{outs, points};
use std::os::unix::fs::symlink;

/// A folder with a meeting of one case, elsewhere.
fn elsewhere() -> World {
    World::new().card(DAY, A, "").case("2026-03-05", A, "besluit", "besluit: agenderen\ndatum: 2026-03-01")
}

#[test]
fn a_linked_folder_is_named_and_not_followed() {
    for path in ["vergaderingen".to_owned(), format!("vergaderingen/{DAY}"), format!("vergaderingen/{DAY}/{A}")] {
        let (world, other) = (World::new(), elsewhere());
        std::fs::create_dir_all(world.root().join(&path).parent().unwrap()).unwrap();
        symlink(other.root().join(&path), world.root().join(&path)).unwrap();
        let agenda = world.agenda();
        assert!(agenda.zaken.is_empty() && agenda.niet_besproken.is_empty(), "{path}");
        let named: Vec<String> =
            agenda.niet_gelezen.iter().map(|finding| format!("{} {}", finding.rule.id, finding.file)).collect();
        assert_eq!(named, [format!("MAP04 {path}")]);
        let (status, stdout, _) = world.vt(&["agenda", DAY]);
        assert_eq!(status, 1);
        assert!(stdout.contains(&format!("\n{path}\n   MAP04: ")), "{stdout}");
    }
}

#[test]
fn a_linked_card_is_named_with_its_case() {
    let (world, other) = (World::new().card(DAY, B, ""), elsewhere());
    let card = format!("vergaderingen/{DAY}/{A}/kaart.yaml");
    std::fs::create_dir_all(world.root().join(&card).parent().unwrap()).unwrap();
    symlink(other.root().join(&card), world.root().join(&card)).unwrap();
    let agenda = world.agenda();
    assert_eq!(points(&agenda), ["09:00-09:45 pqtw-3kz3 voorstel"]);
    assert_eq!(outs(&agenda), ["7k3f-9qxr regels MAP04"]);
    assert_eq!(world.text().matches("MAP04").count(), 1, "{}", world.text());
}

#[test]
fn a_linked_earlier_meeting_roster_or_absence_is_named_and_not_followed() {
    let back = "soort: vervolg\neerder: 2026-03-05\nverloop: Beter.\nbijgewerkt: 2026-03-06\ngesprek_gezin: {geinformeerd: []}";
    let world = World::new().card(DAY, A, back).card("2026-03-05", B, "");
    let other = elsewhere();
    let case = format!("vergaderingen/2026-03-05/{A}");
    symlink(other.root().join(&case), world.root().join(&case)).unwrap();
    let named = |world: &World| -> Vec<String> {
        world.agenda().niet_gelezen.iter().map(|finding| finding.file.clone()).collect()
    };
    assert_eq!(named(&world), [case]);
    for path in ["rooster", "rooster/2026.yaml", "afwezigheid", "afwezigheid/rucphen.yaml"] {
        let world = World::new();
        let other = World::new().file("afwezigheid/rucphen.yaml", "versie: 1\nafwezig: [{van: 2026-03-01}]\n");
        if path.starts_with("rooster") {
            std::fs::remove_dir_all(world.root().join("rooster")).unwrap();
        }
        std::fs::create_dir_all(world.root().join(path).parent().unwrap()).unwrap();
        symlink(other.root().join(path), world.root().join(path)).unwrap();
        assert_eq!(named(&world), [path]);
        let by_turn = world.agenda().tafel.plaatsen.iter().filter(|plaats| plaats.groep.is_some()).count();
        assert_eq!(by_turn, if path.starts_with("rooster") { 0 } else { 3 }, "{path}");
    }
    let world = World::new();
    std::fs::rename(world.root().join("regio.yaml"), world.root().join("elders.yaml")).unwrap();
    symlink(world.root().join("elders.yaml"), world.root().join("regio.yaml")).unwrap();
    assert_eq!(world.vt(&["agenda", DAY]).0, 2);
}
