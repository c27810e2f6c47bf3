//! What another YAML crate writes and reads, we read the same.
#![allow(clippy::unwrap_used)] // a test may fail this way

use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use vt::yaml::parse;

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Whole {
    versie: Option<u32>,
    getal: Option<i64>,
    breuk: Option<f64>,
    waar: Option<bool>,
    tekst: Option<String>,
    soort: Option<Choice>,
    deel: Option<Part>,
    delen: Vec<Option<Part>>,
    woorden: Vec<String>,
    vrij: BTreeMap<String, Option<String>>,
    paar: Option<(u8, String)>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Part {
    naam: Option<String>,
    lang: Option<String>,
    onder: Vec<Part>,
    lijsten: Vec<Vec<String>>,
}

#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    Nieuw,
    AfsluitenMaatregel,
}

fn read(text: &str) -> Whole {
    let doc = parse(text.as_bytes()).unwrap();
    let (value, problems) = doc.read::<Whole>();
    assert_eq!(problems, [], "{text}");
    value.unwrap()
}

/// Texts with all that YAML minds. Left out is what `serde_yaml` itself can't read back
/// (see `bibliotheken.md`) and what no file may hold.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zé ]{0,8}",
        2 => "[ \t:#,\\[\\]{}&*!|>'\"%@`?~<=\\\\-]{0,4}",
        1 => Just("\n".to_owned()),
        1 => Just(": ".to_owned()),
        1 => Just(" #".to_owned()),
        1 => Just("- ".to_owned()),
        1 => Just("---".to_owned()),
        1 => prop::sample::select(vec!["null", "~", "ja", "no", "true", "12:30:45", "0612", "1e3", ".inf"])
            .prop_map(str::to_owned),
        1 => "[\u{a0}-\u{2027}\u{4e00}-\u{4e20}\u{1f600}-\u{1f640}]{0,3}",
    ];
    vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

fn part() -> impl Strategy<Value = Part> {
    let leaf = (option::of(text()), option::of(text()), vec(vec(text(), 0..3), 0..3))
        .prop_map(|(naam, lang, lijsten)| Part { naam, lang, lijsten, onder: vec![] });
    leaf.prop_recursive(3, 8, 3, |inner| {
        (option::of(text()), vec(inner, 0..3)).prop_map(|(naam, onder)| Part { naam, onder, ..Part::default() })
    })
}

fn whole() -> impl Strategy<Value = Whole> {
    // They write this key without quotes, and so it merges.
    let key = text().prop_filter("a merge key", |key| key != "<<");
    let choice = prop_oneof![Just(Choice::Nieuw), Just(Choice::AfsluitenMaatregel)];
    let figures = (any::<Option<u32>>(), any::<Option<i64>>(), option::of(-1e9..1e9), any::<Option<bool>>());
    let scalars = (figures, option::of(text()), option::of(choice), option::of((any::<u8>(), text())));
    let lists = (vec(option::of(part()), 0..3), vec(text(), 0..4));
    let maps = (option::of(part()), btree_map(key, option::of(text()), 0..4));
    (scalars, lists, maps).prop_map(|(scalars, (delen, woorden), (deel, vrij))| {
        let ((versie, getal, breuk, waar), tekst, soort, paar) = scalars;
        Whole { versie, getal, breuk, waar, tekst, soort, deel, delen, woorden, vrij, paar }
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_serde_yaml_writes_reads_back_equal(value in whole()) {
        let text = serde_yaml::to_string(&value).unwrap();
        prop_assert_eq!(read(&text), value.clone(), "{}", text);
        let windows = text.replace('\n', "\r\n");
        prop_assert_eq!(read(&windows), value, "{}", windows);
    }
}

/// Written by hand, in every style. `serde_yaml` types scalars first, so numbers that are
/// meant as text stand in quotes here.
const FILES: &[&str] = &[
    "versie: 1\ntekst: Dit is 'een' \"tekst\".\n",
    "# kop\n---\nversie: 12 # staart\ntekst:   ruim   gezet   \n...\n",
    "tekst: |\n  Eén.\n\n    Ingesprongen: [x], {y} # geen opmerking\n  - geen lijst\n\nwaar: true\n",
    "tekst: >\n  Gevouwen\n  tekst.\n\n  Tweede\n    dieper\n  alinea.\n",
    "tekst: |-\n  strak\n\n\nsoort: nieuw\n",
    "tekst: |+\n  ruim\n\n\nsoort: afsluiten_maatregel\n",
    "tekst: |2\n    vier\n   drie\n  twee\n",
    "tekst: >1-\n  x\n  y\n",
    "tekst: 'het''s\n  gevouwen\n\n  met regel'\n",
    "tekst: \"regel\\n\\ttab \\\"x\\\" \\u00e9 \\\n  vervolg\"\n",
    "tekst: over\n  meer\n\n  regels\nversie: 3\n",
    "{versie: 1, tekst: 'a, b', deel: {naam: x y, onder: [{naam: z}, {}]}}\n",
    "deel:\n  naam: x\n  onder:\n  - naam: a\n    lijsten:\n    - - p\n      - q\n    - [r, 's', ]\n  -\n    naam: b\n  - {naam: c,\n     lang: d}\n",
    "delen:\n- naam: a\n-\n- null\n- ~\n- {naam: b}\nwoorden:\n    - diep\n    # tussen\n    - dieper\n",
    "'versie': 1\n\"tekst\": x\n? soort\n: nieuw\n",
    "vrij:\n  een sleutel: x\n  'met: dubbele punt': y\n  leeg:\n  null_tekst: 'null'\n  url: http://x.nl/a#b\n",
    "paar: [7, zeven]\nbreuk: -1.50\ngetal: -9223372036854775808\n",
    "woorden: [a b, 'c d', \"e\", f:g, -h, http://x]\n",
    "woorden:\n- a\n- |\n  b\n- >-\n  c\n  d\n- 'e\n  f'\n- g\n  h\n",
    "tekst: \u{e9}\u{1f600}\u{a0}x\ndeel: {}\ndelen: []\nvrij: {}\n",
    "\n\n# alleen\nversie: 1\n# staart zonder regeleinde",
    "tekst:\n  op de volgende regel\nversie:\n  4\n",
    "tekst: \"\"\ndeel: {naam: '', lang: ' '}\n",
];

#[test]
fn hand_written_files_read_the_same() {
    for file in FILES {
        for text in [(*file).to_owned(), file.replace('\n', "\r\n")] {
            let theirs: Whole = serde_yaml::from_str(&text).unwrap();
            assert_eq!(read(&text), theirs, "{text}");
        }
        // They see two keys behind a BOM as two documents, and take the last line break of
        // a text in block style from the file; the YAML test suite (L24T) doesn't.
        let bom = format!("\u{feff}{file}");
        assert_eq!(read(&bom), read(file), "{bom}");
        let open = file.trim_end_matches('\n');
        assert_eq!(read(open), read(file), "{open}");
    }
}
