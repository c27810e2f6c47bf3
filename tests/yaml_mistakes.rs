//! Wrong values: all found at once, each in its place.
#![allow(clippy::unwrap_used)] // a test may fail this way

mod yaml_model;

use vt::yaml::{Expected, Feature, What, parse};
use yaml_model::{Card, Datum, Family, Lijst, Measure, Member, Who};

fn words(words: &str) -> What {
    What::WrongType(Expected::Words(words.into()))
}

const DATE: &str = "een datum als 2026-03-12";

const KINDS: &[&str] = &["nieuw", "vervolg"];

type Spot = (What, String, u32, u32);

fn read(text: &str) -> (Option<Card>, Vec<Spot>) {
    let (card, problems) = parse(text.as_bytes()).unwrap().read::<Card>();
    let spot = |p: vt::yaml::Problem| (p.what, p.path.to_string(), p.place.line, p.place.column);
    (card, problems.into_iter().map(spot).collect())
}

/// The mistakes that one file has, without their places.
fn whats(text: &str) -> Vec<What> {
    read(text).1.into_iter().map(|(what, ..)| what).collect()
}

const WRONG: &str = "\
versie: een
dosiernummer: 7
soort: niuew
bijgewerkt: 2026-02-30
inbrenger: {naam: Bo, van, organisatie: [x]}
gezin:
  leden:
    - wie: moeder
      woont_bij: vader
    - tekst
    - {wie: &k kind1, geboortedatum: morgen}
vraag:
  hij zei: nee
maatregelen:
- einde: !t 2026-01-01
- einde: 2026-13-30
versie: 2
";
#[test]
fn fourteen_mistakes_in_one_file() {
    let (card, found) = read(WRONG);
    let place = parse(WRONG.as_bytes()).unwrap();
    let first = place.key_place(place.find(&"versie".parse().unwrap()).unwrap()).unwrap();
    let expected = [
        (What::WrongType(Expected::Number), "versie", 1, 9),
        (What::UnknownKey(Some("dossiernummer")), "", 2, 1),
        (What::NotAChoice(KINDS), "soort", 3, 8),
        (What::NotADate(DATE.into()), "bijgewerkt", 4, 13),
        (What::CutText, "inbrenger", 5, 23),
        (What::WrongType(Expected::Text), "inbrenger.organisatie", 5, 41),
        (words("een lijst of geen"), "gezin.leden[0].woont_bij", 9, 18),
        (What::WrongType(Expected::Keys), "gezin.leden[1]", 10, 7),
        (What::Refused(Feature::Anchor), "gezin.leden[2].wie", 11, 13),
        (words(DATE), "gezin.leden[2].geboortedatum", 11, 38),
        (What::CutText, "vraag", 13, 3),
        (What::Refused(Feature::Tag), "maatregelen[0].einde", 15, 10),
        (What::NotADate(DATE.into()), "maatregelen[1].einde", 16, 10),
        (What::DuplicateKey(first), "", 17, 1),
    ];
    let expected = expected.map(|(what, path, line, column)| (what, path.to_owned(), line, column));
    assert_eq!(found, expected);
    let member = |wie: &str| Some(Member { wie: Some(wie.into()), ..Member::default() });
    let leden = Lijst(vec![member("moeder"), None, member("kind1")]);
    let einde = Some(Datum("2026-01-01".into()));
    let measures = vec![Some(Measure { einde }), Some(Measure::default())];
    let rest = Card {
        inbrenger: Some(Who { naam: Some("Bo".into()), organisatie: None }),
        gezin: Some(Family { leden }),
        maatregelen: Lijst(measures),
        ..Card::default()
    };
    assert_eq!(card, Some(rest));
}

#[test]
fn unknown_keys() {
    let unknown = |near| vec![What::UnknownKey(near)];
    assert_eq!(whats("Versie: 1"), unknown(Some("versie")));
    assert_eq!(whats("inbrenger: {organistaie: x}"), unknown(Some("organisatie")));
    assert_eq!(whats("gezin: {leden: [{woont bij: [x]}]}"), unknown(Some("woont_bij")));
    assert_eq!(whats("onderwerp: x"), unknown(None));
    // What stands there already can't be what is meant.
    assert_eq!(whats("versie: 1\nversi: 1"), unknown(None));
    assert_eq!(whats(&format!("{}: 1", "versie".repeat(100))), unknown(None));
    // Inside an unknown key nothing is known, so nothing is wrong.
    assert_eq!(whats("x: {versie: een, y: [z]}"), unknown(None));
}

#[test]
fn texts_that_were_cut() {
    let cut = vec![What::CutText];
    assert_eq!(whats("inbrenger: {naam: Bo, uit Breda}"), cut);
    assert_eq!(whats("inbrenger: {naam: Bo, hij zei: nee}"), cut);
    assert_eq!(whats("experts: [een arts: internist]"), cut);
    assert_eq!(whats("experts:\n- een arts: internist"), cut);
    assert_eq!(whats("bijgewerkt:\n  morgen vroeg: om zes"), cut);
    assert_eq!(whats("vraag:\n  wat dan: dit\n"), cut);
    // Meant as maps.
    assert_eq!(whats("vraag: {soort: x}"), [What::WrongType(Expected::Text)]);
    assert_eq!(whats("vraag:\n  a: b\n  c: d"), [What::WrongType(Expected::Text)]);
    assert_eq!(whats("bijgewerkt: {a: b}"), [words(DATE)]);
    assert_eq!(whats("bijgewerkt:\n  a: b"), [words(DATE)]);
    assert_eq!(whats("inbrenger: {nam: null}"), [What::UnknownKey(Some("naam"))]);
}

#[test]
fn wrong_kinds() {
    let wrong = |expected| vec![What::WrongType(expected)];
    assert_eq!(whats("inbrenger: x"), wrong(Expected::Keys));
    assert_eq!(whats("inbrenger: [x]"), wrong(Expected::Keys));
    assert_eq!(whats("experts: x"), wrong(Expected::List));
    assert_eq!(whats("experts: {a: b}"), wrong(Expected::List));
    assert_eq!(whats("telling: [x]"), wrong(Expected::Keys));
    assert_eq!(whats("paar: [1]"), wrong(Expected::List));
    assert_eq!(whats("vraag: [x]"), wrong(Expected::Text));
    assert_eq!(whats("bijgewerkt: [x]"), vec![words(DATE)]);
    assert_eq!(whats("verplicht: {}"), wrong(Expected::Keys));
    assert_eq!(whats("soort: [x]"), [What::NotAChoice(KINDS)]);
    for number in ["1.5", "-1", "1e3", "0x1", "x", "''", "[1]", "4294967296", "1_000", "inf"] {
        assert_eq!(whats(&format!("versie: {number}")), wrong(Expected::Number), "{number}");
    }
    for number in ["1", "'1'", "+1", "007", "4294967295"] {
        assert_eq!(whats(&format!("versie: {number}")), [], "{number}");
    }
    // The root itself: nothing can be read.
    for root in ["x", "[]", "- a: b"] {
        assert_eq!(read(root).0, None);
        assert_eq!(whats(root), wrong(Expected::Keys));
    }
    // An empty text says where its block begins.
    assert_eq!(read("a: 1\nversie: |\nb: 2").1[1], (What::WrongType(Expected::Number), "versie".into(), 2, 9));
}

#[test]
fn what_cannot_be_empty_takes_its_parent_along() {
    let (card, found) = read("verplicht: {naam: [x]}\nversie: 1\nexperts: [a, [b], c]\n");
    let text = What::WrongType(Expected::Text);
    let expected = [(text.clone(), "verplicht.naam", 1, 19), (text, "experts[1]", 3, 14)];
    assert_eq!(found, expected.map(|(what, path, line, column)| (what, path.to_owned(), line, column)));
    assert_eq!(card, Some(Card { versie: Some(1), ..Card::default() }));
}

#[test]
fn free_maps_lose_only_the_wrong_entry_and_name_no_key() {
    let (card, found) = read("telling: {a: 1, b: x, c: 3}\nrollen: {nieuw: {naam: [x]}, oud: {}, vervolg: {}}\n");
    let expected = [
        (What::WrongType(Expected::Number), "telling", 1, 20),
        // A key that is one of the program's own words may be named.
        (What::WrongType(Expected::Text), "rollen.nieuw.naam", 2, 24),
        (What::NotAChoice(KINDS), "rollen", 2, 30),
    ];
    assert_eq!(found, expected.map(|(what, path, line, column)| (what, path.to_owned(), line, column)));
    let card = card.unwrap();
    assert_eq!(card.telling, [("a".to_owned(), 1), ("c".to_owned(), 3)].into());
    assert_eq!(card.rollen.len(), 2);
}

#[test]
fn one_field_by_two_names_is_a_double_key() {
    let (card, found) = read("was: a\nversie: 1\nnu: b\n");
    assert_eq!(card.unwrap().nu, Some("a".into()));
    assert!(matches!(found[..], [(What::DuplicateKey(_), _, 3, 1)]));
    let (_, found) = read("nu: a\nversie: 1\nwas: b\n");
    assert!(matches!(&found[..], [(What::DuplicateKey(first), _, 3, 1)] if first.line == 1));
}

#[test]
fn an_alias_is_told_once() {
    assert_eq!(whats("experts: [a, *b]"), [What::Refused(Feature::Alias)]);
    assert_eq!(whats("telling: {a: *b, *c : 1}"), vec![What::Refused(Feature::Alias); 2]);
}

#[test]
fn a_hundred_wrong_values_are_enough() {
    let text = format!("maatregelen: [{}]\n", "x, ".repeat(150));
    let (card, found) = read(&text);
    assert_eq!((card, found.len()), (None, 100));
    let (card, found) = read(&format!("maatregelen: [{}]\n", "x, ".repeat(99)));
    assert_eq!(found.len(), 99);
    assert_eq!(card.unwrap().maatregelen.0.len(), 99);
}

#[test]
fn problems_read_as_dutch_sentences() {
    let (_, problems) = parse(b"versie: x\nvrag: y").unwrap().read::<Card>();
    let shown: Vec<_> = problems.iter().map(ToString::to_string).collect();
    let first = "regel 1, kolom 9: Hier hoort een getal in cijfers.";
    let second = "regel 2, kolom 1: Deze sleutel bestaat hier niet; bedoel je `vraag`?";
    assert_eq!(shown, [first, second]);
    let broken = parse(b"a:\n\t- b").unwrap_err();
    let tab = "regel 2, kolom 1: Deze regel springt in met een tab; gebruik spaties.";
    assert_eq!(broken.to_string(), tab);
}
