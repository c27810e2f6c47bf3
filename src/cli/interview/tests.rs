//! Scripted conversations, and what they leave in the file.

use super::*;
use crate::cli::prompt::Script;
use crate::interview::{Bekend, Which};
use crate::model::{Dossiernummer, Veiligheidskaart};
use crate::rules::{Options, Scope};
use crate::store::{Root, Zone};
use crate::work::nieuw;

mod any;
mod at;

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 3, 4).unwrap()
}

fn number() -> Dossiernummer {
    Dossiernummer::read("RSD-2026-00412").unwrap()
}

/// What judges a card of a dossier that is not there: by the region in the program.
fn judge() -> OneCard {
    let root = Root { path: "nergens".into(), zone: Zone::Dossier };
    let options = Options { today: today(), past_too: false, scope: Scope::All, meeting: None };
    OneCard::of(&root, &number(), &options)
}

fn empty(soort: Soort) -> String {
    let (nummer, naam, organisatie) = (number(), Some("Anke Wouters"), Some("Gemeente Roosendaal"));
    let bekend = Bekend { nummer: &nummer, soort, dag: today(), naam, organisatie, via: Some("Bram Looijmans") };
    nieuw::empty(&bekend)
}

/// A conversation that ended.
struct Held {
    text: String,
    end: End,
    asked: Vec<String>,
    saved: usize,
}

fn hold(text: &str, which: Which, only: Option<Only>, answers: &[&'static str]) -> Held {
    let one_card = judge();
    let mut saved = 0;
    let mut save = |_: &str, _: &str| {
        saved += 1;
        Ok(())
    };
    let mut talk = Talk::new(text.to_owned(), &one_card, today(), Screen::default(), &mut save);
    talk.only = only;
    let mut script = Script::new(answers);
    let end = talk.hold(Interview::new(which), &mut script).unwrap();
    assert!(script.answers.is_empty(), "an answer too many");
    let text = talk.text.clone();
    Held { text, end, asked: script.asked, saved }
}

/// The questions alone, without titles, choices and what is said between.
fn asks(held: &Held) -> String {
    held.asked.join("\n")
}

const FAMILY: [&str; 31] = [
    "ja",
    "kind1",
    "1",
    "Daan",
    "",
    "de",
    "Vries",
    "21-4-2015",
    "",
    "moeder",
    "", // the child
    "j",
    "Moeder",
    "ouder met gezag",
    "Kim",
    "",
    "van",
    "Hees",
    "",
    "", // the mother, no street, may be informed
    "ja",
    "vader",
    "ouder zonder gezag",
    "Mark",
    "",
    "",
    "Vries",
    "",
    "j",
    "", // has contact
    "",
];

#[test]
fn a_family_is_asked_person_by_person() {
    let answers: Vec<&str> = FAMILY.iter().copied().chain(["stop"]).collect();
    let held = hold(&empty(Soort::Nieuw), Which::Open, None, &answers);
    assert_eq!(held.end, End::Stopped);
    let leden = held.text.split("  in_de_tekst:").next().unwrap().split("  leden:\n").nth(1).unwrap();
    assert_eq!(
        leden,
        "    - wie: kind1\n      rol: jeugdige\n      voornaam: Daan\n      tussenvoegsel: de\n      achternaam: \
         Vries\n      geboortedatum: 2015-04-21\n      woont_bij:\n        - moeder\n    - wie: moeder\n      rol: \
         ouder_met_gezag\n      voornaam: Kim\n      tussenvoegsel: van\n      achternaam: Hees\n    - wie: vader\n      \
         rol: ouder_zonder_gezag\n      voornaam: Mark\n      achternaam: Vries\n      contact: ja\n"
    );
    let asked = asks(&held);
    assert_eq!(asked.matches("Van een ouder zonder gezag").count(), 1);
    assert_eq!(asked.matches("Wanneer is deze persoon geboren?").count(), 1);
    assert!(asked.contains("dinsdag 21 april 2015") && asked.contains("Persoon 2\n"), "{asked}");
    assert_eq!(held.saved, 17);
}

#[test]
fn a_name_is_no_word_for_a_role_and_none_is_taken_twice() {
    let answers = ["ja", "Daan", "kind 1", "", "", "", "", "", "ja", "kind1", "kind2", "stop"];
    let held = hold(&empty(Soort::Nieuw), Which::Open, None, &answers);
    assert!(asks(&held).contains("Typ een rol, nooit een naam"));
    assert!(asks(&held).contains("Dat woord heeft een ander al."));
    assert!(held.text.contains("    - wie: kind1\n    - wie: kind2\n") && !held.text.contains("Daan"), "{}", held.text);
}

#[test]
fn back_shows_what_stands_there_and_stop_keeps_all() {
    let held = hold(&empty(Soort::Nieuw), Which::Open, None, &["j", "kind1", "?", "terug", "kind2", "1", "stop"]);
    assert!(asks(&held).contains("Nu: kind1 (Enter: blijft zo)"));
    assert!(asks(&held).contains("Wie gezag heeft, beslist mee en moet het weten."));
    assert!(held.text.contains("- wie: kind2\n      rol: jeugdige\n"), "{}", held.text);
    assert!(!held.text.contains("kind1"));
}

#[test]
fn what_was_broken_off_goes_on_at_what_is_open() {
    let one = hold(&empty(Soort::Nieuw), Which::Open, None, &["j", "kind1", "jeugdige", "Daan", "stop"]);
    // What may stay empty is asked of the person at whom it was broken off, and of no other.
    let two = hold(&one.text, Which::Open, None, &["", "", "Vries", "stop"]);
    assert!(asks(&two).contains("Hoe wordt deze persoon genoemd?"), "{}", asks(&two));
    assert!(two.text.contains("voornaam: Daan\n      achternaam: Vries\n"), "{}", two.text);
    assert!(!asks(&two).contains("Welke rol"));
}

/// A card with a family, and nothing else.
fn family() -> String {
    let text = empty(Soort::Nieuw);
    text.replace(
        "  leden:\n",
        "  leden: # wie erbij horen\n    - wie: kind1\n      rol: jeugdige\n      geboortedatum: 2012-04-21\n    - wie: \
         moeder\n      rol: ouder_met_gezag\n",
    )
}

#[test]
fn who_must_be_told_is_asked_about_by_name_of_the_role() {
    let text = family();
    let filled = hold(
        &text,
        Which::Findings,
        Some(Only { tips: false }),
        &[
            "Rust thuis.", // hulpvraag
            "ja",
            "Vader schreeuwt.",
            "eenmalig",
            "Bij het eten.",
            "Het was laat.",
            "2",
            "n", // a fact
            "stop",
        ],
    );
    assert!(
        filled.text.contains("onveiligheid:\n  - nr: 1\n    wat: Vader schreeuwt.\n    hoe_vaak: eenmalig\n"),
        "{}",
        filled.text
    );
    assert!(!asks(&filled).contains("Hoe lang duurt het"), "{}", asks(&filled));
    assert!(asks(&filled).contains("KRT09: "), "{}", asks(&filled));
    let told = hold(
        &filled.text,
        Which::Findings,
        Some(Only { tips: false }),
        &[
            "",
            "",
            "",
            "", // risks, strong points, what is needed, help
            "Ik wil rust.",
            "gisteren",
            "", // the voice of the child; and of a parent
            "1 2",
            "1,2,3", // filled in with; routes
            "",
            "Niet bereikt.", // the child was not told
            "20 feb",
            "3",
            "ja",
            "nee",
            "Het moet.",
            "Prima.", // the mother was
            "stop",
        ],
    );
    let geinformeerd = told.text.split("  geinformeerd:\n").nth(1).unwrap().split("gemeente:").next().unwrap();
    assert_eq!(
        geinformeerd,
        "    - wie: kind1\n      reden_niet: Niet bereikt.\n    - wie: moeder\n      datum: 2026-02-20\n      wijze: \
         telefonisch\n      waarom_uitgelegd: ja\n      akkoord: nee\n      reden_toch: Het moet.\n      reactie: \
         Prima.\n"
    );
    assert!(told.text.contains("stem:\n  - wie: kind1\n    woorden: Ik wil rust.\n    datum: 2026-03-03\n"));
    assert!(told.text.contains("leden: # wie erbij horen\n"));
    let (before, after) = (judge().open(&text).len(), judge().open(&told.text).len());
    assert!(after + 5 < before, "{before} {after}");
    assert!(asks(&told).contains("Bewaard. Nog "), "{}", asks(&told));
}

#[test]
fn only_what_the_rules_find_is_asked() {
    let good = include_str!("../../../tests/goed/dossier/RSD-2026-00412/kaart.yaml");
    let held = hold(good, Which::Findings, Some(Only { tips: true }), &[]);
    assert_eq!((held.end, held.text.as_str()), (End::Done, good));
    let broken =
        good.replace(", reactie: Ik wil weten wat eruit komt.", "").replace("gemeente: Roosendaal", "gemeente: Breda");
    let held = hold(&broken, Which::Findings, Some(Only { tips: false }), &["Ik wil het weten.", "roos"]);
    assert_eq!(held.end, End::Done);
    assert!(asks(&held).contains("INB13: ") && asks(&held).contains("Nu: Breda"), "{}", asks(&held));
    assert!(asks(&held).ends_with("Bewaard. Niets meer open.\n"), "{}", asks(&held));
    let expected = good
        .replace("reactie: Ik wil weten wat eruit komt.", "reactie: Ik wil het weten.")
        .replace("2026-03-02", "2026-03-04");
    assert_eq!(held.text, expected);
}

#[test]
fn a_card_that_comes_back_names_the_last_discussion() {
    let one_card = judge();
    let mut save = |_: &str, _: &str| Ok(());
    let good = include_str!("../../../tests/goed/dossier/RSD-2026-00412/kaart.yaml");
    let mut talk = Talk::new(good.to_owned(), &one_card, today(), Screen::default(), &mut save);
    talk.last = NaiveDate::from_ymd_opt(2026, 2, 26);
    let mut script = Script::new(&["3"]);
    assert_eq!(talk.hold(Interview::new(Which::Kind), &mut script).unwrap(), End::Done);
    assert!(talk.text.contains("soort: monitor\neerder: 2026-02-26\nbijgewerkt: 2026-03-04\n"), "{}", talk.text);
    let mut open = Script::new(&["", "", "Het ging beter.\nElke week rust.", "Kind 1 is veilig.", "stop"]);
    assert_eq!(talk.hold(Interview::new(Which::Open), &mut open).unwrap(), End::Stopped);
    assert!(talk.text.contains("verloop: |\n  Het ging beter.\n  Elke week rust.\n"), "{}", talk.text);
    // Enter keeps a kind; without a discussion that is known the day is asked.
    let back = good.replace("soort: nieuw", "soort: vervolg");
    let held = hold(&back, Which::Kind, None, &["", "maart 2026", "26/2"]);
    assert!(held.text.contains("eerder: 2026-02-26\n"), "{}", asks(&held));
}

#[test]
fn all_goes_past_what_stands_there_and_enter_keeps_it() {
    let good = include_str!("../../../tests/goed/dossier/RSD-2026-00412/kaart.yaml");
    let held = hold(good, Which::All, None, &[""; 130][..count(good)]);
    assert_eq!((held.end, held.text.as_str(), held.saved), (End::Done, good, 0));
    assert!(asks(&held).contains("Nu: eigen waarneming") || asks(&held).contains("Nu: jeugdige (Enter: blijft zo)"));
}

/// How many questions a whole card asks.
fn count(text: &str) -> usize {
    let one_card = judge();
    let mut save = |_: &str, _: &str| Ok(());
    let mut talk = Talk::new(text.to_owned(), &one_card, today(), Screen::default(), &mut save);
    let mut endless = Endless(0);
    talk.hold(Interview::new(Which::All), &mut endless).unwrap();
    endless.0
}

/// Enter, as often as it takes.
struct Endless(usize);

impl Prompt for Endless {
    fn line(&mut self, _: &str) -> Result<Option<String>, ToolError> {
        self.0 += 1;
        Ok(None)
    }

    fn say(&mut self, _: &str) {}
}

#[test]
fn a_disk_that_is_full_ends_the_conversation_with_an_error() {
    let one_card = judge();
    let mut room = 1;
    let mut save = |_: &str, _: &str| {
        room -= 1;
        let full = || ToolError::new(Kind::Refused, "vol").because("De schijf is vol. Er is niets geschreven.");
        if room < 0 { Err(full()) } else { Ok(()) }
    };
    let mut talk = Talk::new(empty(Soort::Nieuw), &one_card, today(), Screen::default(), &mut save);
    let mut script = Script::new(&["j", "kind1", "1"]);
    let error = talk.hold(Interview::new(Which::Open), &mut script).unwrap_err();
    assert_eq!(error.cause.as_deref(), Some("De schijf is vol. Alleen dit antwoord is niet bewaard."));
    assert!(talk.text.contains("kind1") && !talk.text.contains("jeugdige"), "{}", talk.text);
}

#[test]
fn a_template_can_be_asked_through_and_keeps_its_comments() {
    let nummer = number();
    let bekend =
        Bekend { nummer: &nummer, soort: Soort::Nieuw, dag: today(), naam: None, organisatie: None, via: None };
    let template = nieuw::template(&bekend);
    let held = hold(&template, Which::Open, None, &["j", "kind1", "1", "stop"]);
    assert!(
        held.text.contains("\n    - wie: kind1\n") && held.text.contains("\n      rol: jeugdige\n"),
        "{}",
        held.text
    );
    let comments = |text: &str| text.lines().filter(|line| line.trim_start().starts_with('#')).count();
    assert_eq!(comments(&held.text), comments(&template));
    // What would take comments away is left to the person.
    let all: Vec<&str> =
        FAMILY[..2].iter().copied().chain(["", "", "", "", "", "", "", "", "", "", "", "", "geen", "stop"]).collect();
    let held = hold(&template, Which::Open, None, &all);
    assert!(asks(&held).contains("Dit antwoord is niet bewaard."), "{}", asks(&held));
}
