//! Generated trees for the benches: invented, and as large as asked.

#![allow(clippy::expect_used, reason = "a bench that can't write its cards must stop")]

pub mod varied;

use chrono::{NaiveDate, TimeDelta};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};
use vt::model::Casus;

/// A card of about 4 KB in which the number makes the texts differ.
#[must_use]
pub fn card(number: usize, head: &str) -> String {
    let mut text = format!("versie: 1\n{head}{}", include_str!("kaart.yaml"));
    let times = number % 7 + 2;
    let _ = writeln!(text, "successen:\n  - Kind 1 was {times} weken elke dag op school ({number}).");
    text
}

/// The text of the region in the examples.
const REGION: &str = include_str!("../../examples/west-brabant-west/regio.yaml");

fn write(path: &Path, text: &str) {
    fs::create_dir_all(path.parent().expect("a file has a folder")).expect("a folder can be made");
    fs::write(path, text).expect("a file can be written");
}

/// A dossier with this many cards.
pub fn dossier(folder: &Path, cards: usize) {
    let region = folder.join("team");
    write(&region.join("regio.yaml"), REGION);
    let root = folder.join("dossier");
    let owner = "versie: 1\norganisatie: Gemeente Roosendaal\nnaam: Anke Wouters\nvia: Bram Looijmans\nteam: ../team\n";
    write(&root.join("dossier.yaml"), owner);
    for number in 0..cards {
        let name = format!("RSD-{number:05}");
        write(&root.join(&name).join("kaart.yaml"), &card(number, &format!("dossiernummer: {name}\n")));
    }
}

/// The team's folder of the examples, with this many years of meetings before it: six
/// cases each, every one with a card, a decision and a discussion.
pub fn team(folder: &Path, years: i64) {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/west-brabant-west");
    for entry in walkdir::WalkDir::new(&example).into_iter().flatten().filter(|entry| entry.file_type().is_file()) {
        let below = entry.path().strip_prefix(&example).expect("it lies below the example");
        write(&folder.join(below), &fs::read_to_string(entry.path()).expect("the example can be read"));
    }
    let decision = "versie: 1\nbesluit: agenderen\ndatum: 2020-01-02\ndoor: Marit van Oers\nuitnodigen: []\n";
    let discussion = "versie: 1\nadvies: {soort: voortzetten, uitkomst: eensluidend, tekst: Ga zo door.}\n\
                      afspraken:\n  - {nr: 1, wat: bellen met Oma, wie: Anke Wouters, wanneer: 2020-02-01}\n";
    let last = NaiveDate::from_ymd_opt(2025, 12, 18).expect("a Thursday that exists");
    for week in 0..years * 50 {
        let day = last - TimeDelta::weeks(week);
        for case in 0..6 {
            let number = week * 6 + case;
            let casus = pseudonym(number);
            let head =
                format!("casus: {casus}\ningebracht: {{op: {day}T10:00:00+01:00, door: Anke Wouters, spoed: null}}\n");
            let place = folder.join(format!("vergaderingen/{day}/{casus}"));
            let number = usize::try_from(number).expect("years are not negative");
            write(&place.join("kaart.yaml"), &card(number, &head));
            write(&place.join("besluit.yaml"), decision);
            write(&place.join("bespreking.yaml"), discussion);
        }
    }
}

/// A team's folder with this many pseudonymised cards, a hundred for each meeting to come;
/// gives their paths.
pub fn team_cards(folder: &Path, cards: usize) -> Vec<PathBuf> {
    write(&folder.join("regio.yaml"), REGION);
    let first = NaiveDate::from_ymd_opt(2026, 3, 12).expect("a Thursday that exists");
    let place = |number: usize| {
        let number_of = i64::try_from(number).expect("not that many");
        let day = first + TimeDelta::weeks(number_of / 100);
        let casus = pseudonym(number_of);
        let file = folder.join(format!("vergaderingen/{day}/{casus}/kaart.yaml"));
        let handed_in = day - TimeDelta::days(9);
        let head = format!("ingebracht: {{op: {handed_in}T10:00:00+01:00, door: Anke Wouters, spoed: null}}");
        write(&file, &format!("versie: 1\ncasus: {casus}\n{head}\n{}", varied::card(number, day)));
        file
    };
    (0..cards).map(place).collect()
}

/// A valid pseudonym for a number.
fn pseudonym(number: i64) -> Casus {
    const LETTERS: &str = "0123456789abcdefghjkmnpqrstvwxyz";
    let letter =
        |place: i64| LETTERS.chars().nth(usize::try_from((number >> (5 * place)) & 31).unwrap_or(0)).unwrap_or('0');
    let first: String = (0..7).map(letter).collect();
    LETTERS.chars().find_map(|check| Casus::read(&format!("{first}{check}")).ok()).expect("one of them checks")
}
