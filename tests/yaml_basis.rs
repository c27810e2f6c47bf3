//! The reader on good files: values, paths, places and marks.

#![allow(clippy::unwrap_used)] // a test may fail this way

use serde::Deserialize;
use std::collections::BTreeMap;
use vt::yaml::{Kind, Path, Style, parse};

#[derive(Debug, Default, PartialEq, Deserialize)]
struct Card {
    #[serde(default)]
    versie: Option<u32>,
    #[serde(default)]
    dossiernummer: Option<String>,
    #[serde(default)]
    inbrenger: Option<Who>,
    #[serde(default)]
    gezin: Option<Family>,
    #[serde(default)]
    hulpvraag: Option<String>,
    #[serde(default)]
    aanleiding: Vec<Reason>,
    #[serde(default)]
    extra: BTreeMap<String, f64>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
struct Who {
    naam: Option<String>,
    organisatie: Option<String>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
struct Family {
    #[serde(default)]
    leden: Vec<Option<Member>>,
}

#[derive(Debug, Default, PartialEq, Deserialize)]
struct Member {
    nr: Option<u32>,
    wie: Option<String>,
}

#[derive(Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Reason {
    ZorgenVeiligheid,
    HulpOnvoldoende,
}

const CARD: &str = "\
# kaart
versie: 1
dossiernummer: 0612345678
inbrenger: {naam: Anke Wouters, organisatie: null}
gezin:
  leden:
  - nr: 2
    wie: 'oma''s'
  - {nr: 3, wie: moeder}
  -
aanleiding: [zorgen_veiligheid, hulp_onvoldoende]
hulpvraag: |
  Eén.
  Twee.

extra:
  a: -1.5
  b: 2
";

fn path(text: &str) -> Path {
    text.parse().unwrap()
}

#[test]
fn reads_a_card() {
    let doc = parse(CARD.as_bytes()).unwrap();
    let (card, problems) = doc.read::<Card>();
    assert_eq!(problems, []);
    let member = |nr, wie: &str| Some(Member { nr: Some(nr), wie: Some(wie.into()) });
    let expected = Card {
        versie: Some(1),
        dossiernummer: Some("0612345678".into()),
        inbrenger: Some(Who { naam: Some("Anke Wouters".into()), organisatie: None }),
        gezin: Some(Family { leden: vec![member(2, "oma's"), member(3, "moeder"), None] }),
        hulpvraag: Some("Eén.\nTwee.\n".into()),
        aanleiding: vec![Reason::ZorgenVeiligheid, Reason::HulpOnvoldoende],
        extra: [("a".to_owned(), -1.5), ("b".to_owned(), 2.0)].into(),
    };
    assert_eq!(card, Some(expected));
}

#[test]
fn an_empty_file_is_an_empty_value() {
    for text in ["", "\u{feff}", "# niets\n", "\n\n", "---\n", "~\n", "{}\n"] {
        let doc = parse(text.as_bytes()).unwrap();
        assert_eq!(doc.read::<Card>(), (Some(Card::default()), vec![]), "{text:?}");
    }
}

#[test]
fn finds_nodes_and_places() {
    let doc = parse(CARD.as_bytes()).unwrap();
    let node = doc.find(&path("gezin.leden[0].wie")).unwrap();
    assert_eq!(doc.kind(node), Kind::Scalar("oma's", Style::Single));
    let place = doc.place(node);
    assert_eq!((place.line, place.column), (8, 10));
    assert_eq!(&CARD[place.bytes], "'oma''s'");
    assert_eq!(doc.key_place(node).unwrap().column, 5);
    assert_eq!(doc.path(node), path("gezin.leden[0].wie"));
    let list = doc.place(doc.find(&path("gezin.leden")).unwrap());
    assert_eq!((list.line, list.column), (7, 3));
    let text = doc.place(doc.find(&path("hulpvraag")).unwrap());
    assert_eq!(&CARD[text.bytes], "Eén.\n  Twee.");
    assert_eq!(doc.find(&path("gezin.leden[3]")), None);
    assert_eq!(doc.find(&path("gezin.leden[moeder]")), None);
    let near = doc.nearest(&path("inbrenger.via.x"));
    assert_eq!(Some(near), doc.find(&path("inbrenger")));
    assert_eq!(doc.line_count(), 18);
    assert_eq!(doc.line_text(2), "versie: 1");
    assert_eq!((doc.line_text(0), doc.line_text(99)), ("", ""));
}

#[test]
fn marks_what_a_reader_must_see() {
    let doc = parse(CARD.as_bytes()).unwrap();
    for (at, line, marked) in [
        ("versie", 2, "1"),
        ("gezin.leden[0].wie", 8, "'oma''s'"),
        // Over several lines: the key, or of an item its first entry.
        ("gezin", 5, "gezin"),
        ("gezin.leden", 6, "leden"),
        ("gezin.leden[0]", 7, "nr: 2"),
        ("hulpvraag", 12, "hulpvraag"),
        // On one line: the value.
        ("gezin.leden[1]", 9, "{nr: 3, wie: moeder}"),
        ("inbrenger.organisatie", 4, "null"),
        // Missing: where it belongs.
        ("eerder", 2, "versie"),
        ("inbrenger.via", 4, "naam"),
        ("gezin.in_de_tekst", 6, "leden"),
        ("gezin.leden[0].rol", 7, "nr: 2"),
        ("gezin.leden[1].rol", 9, "nr: 3"),
        ("gezin.leden[7].rol", 6, "leden"),
    ] {
        let mark = doc.mark(&path(at));
        assert_eq!(mark.place.line, line, "{at}");
        let shown: String = mark.line.chars().skip(mark.chars.start).take(mark.chars.len()).collect();
        assert_eq!(shown, marked, "{at}");
    }
}

#[test]
fn paths_round_trip() {
    let odd = Path::root().key("a.b").index(3).named("12").named("").key("é \"x\\").named("moeder");
    assert_eq!(odd.to_string(), r#""a.b"[3]["12"][""]."é \"x\\"[moeder]"#);
    assert_eq!(odd.to_string().parse(), Ok(odd));
    assert_eq!(path("gesprek_gezin.geinformeerd[moeder]").steps().len(), 3);
    assert_eq!(path(""), Path::root());
    for bad in [".", "a.", "a..b", "[", "[]", "a]", "a[1", "\"a", "a\"b\"", "a[1]b", ".a"] {
        assert!(bad.parse::<Path>().is_err(), "{bad}");
    }
    assert_eq!(path("a.b[0]").parent(), Some(path("a.b")));
    assert_eq!(Path::root().parent(), None);
}
