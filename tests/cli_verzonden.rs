//! That an agenda was sent: what was noted before stays.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;
mod transcript;

use insta::assert_snapshot;
use transcript::{Place, Ran};

const FILE: &str = "vergaderingen/2026-03-12/verzonden.yaml";
const CARD: &str = "vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml";

/// With a decision on every case of 12 March.
fn decided() -> Place {
    let place = Place::whole_example();
    let agreed = [("7k3f-9qxr", "--agenderen"), ("dr27-20t6", "--agenderen"), ("2qc6-2dkd", "--agenderen")];
    for (casus, what) in agreed.into_iter().chain([("8yn4-7fhx", "--afwijzen"), ("cznk-cz65", "--afwijzen")]) {
        let words = ["besluit", casus, "--vergadering", "2026-03-12", what, "--door", "M", "--reden", "-"];
        assert_eq!(place.at("2026-03-06T10:00:00+01:00", &words, "Zo is het besproken.").status, 0, "{casus}");
    }
    place
}

fn sent(place: &Place, day: u8, to: &[&str]) -> Ran {
    let aan = to.iter().flat_map(|to| ["--aan", to]);
    let words: Vec<&str> = ["agenda", "2026-03-12", "--verzonden"].into_iter().chain(aan).collect();
    place.at(&format!("2026-03-{day:02}T10:00:00+01:00"), &words, "")
}

#[test]
fn a_later_sending_stands_beside_the_one_before() {
    let place = decided();
    let mut shown = vec![sent(&place, 6, &["Rucphen"]).show("vt agenda 2026-03-12 --verzonden --aan Rucphen")];
    let first = place.read(FILE);
    // The same cards for one more: that one is added, and nothing else changes.
    shown.push(sent(&place, 9, &["Zundert", "Rucphen"]).show("vt agenda … --aan Zundert --aan Rucphen"));
    let both = place.read(FILE);
    assert_eq!(both, first.replace("  - Rucphen\n", "  - Rucphen\n  - Zundert\n"));
    assert_eq!(sent(&place, 9, &["Rucphen"]).stdout, "Er verandert niets: dit staat er al zo.\n");
    // A card that changed: a new sending, with the old one beside it.
    place.edit(CARD, "soort: nieuw", "soort:  nieuw");
    shown.push(sent(&place, 10, &["Zundert"]).show("vt agenda … --aan Zundert"));
    let new = place.read(FILE);
    assert!(new.starts_with("versie: 1\nop: 2026-03-10T10:00:00+01:00\naan:\n  - Zundert\nkaarten:\n"), "{new}");
    let (_, earlier) = new.split_once("eerder:\n").unwrap();
    let indented = both.lines().skip(1).collect::<Vec<_>>().join("\n    ");
    assert_eq!(earlier, format!("  - {indented}\n"));
    // Who has the version of before is named.
    let agenda = place.run("vt agenda 2026-03-12 --vandaag 2026-03-10").stdout;
    let agenda = agenda.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(agenda.contains("Rucphen") && agenda.contains("kreeg een eerdere versie, en deze nog niet."), "{agenda}");
    // And once more.
    place.edit(CARD, "soort:  nieuw", "soort:   nieuw");
    assert_eq!(sent(&place, 11, &[]).status, 0);
    let last = place.read(FILE);
    assert_eq!((last.matches("- op:").count(), last.matches("2026-03-06T10").count()), (2, 1), "{last}");
    let check = place.run("vt check --vandaag 2026-03-11");
    assert!(!check.stdout.contains("verzonden.yaml"), "{}", check.stdout);
    assert_snapshot!("sent", shown.join("\n\n"));
}

#[test]
fn what_was_sent_for_a_meeting_that_is_over_stays() {
    let place = Place::whole_example();
    let before = place.tree();
    let words = ["agenda", "2026-01-15", "--verzonden", "--aan", "SPRING"];
    let ran = place.at("2026-03-06T10:00:00+01:00", &words, "");
    assert!(place.tree() == before);
    assert_snapshot!("over", ran.show("vt agenda 2026-01-15 --verzonden --aan SPRING"));
}
