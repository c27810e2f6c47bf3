//! Edits one by one: what a person wrote stays, byte for byte, and the new lines look like
//! those around them.

#![allow(clippy::unwrap_used, reason = "a test stops where an edit can't be made")]

use serde::Serialize;
use vt::yaml::{Edit, Refused, Value, WriteError, parse, write};

fn text(text: &str) -> Value {
    Value::Text(text.to_owned())
}

fn map(entries: &[(&str, &str)]) -> Value {
    Value::Map(entries.iter().map(|(key, said)| ((*key).to_owned(), text(said))).collect())
}

/// A file after some edits that all succeed.
fn edited(file: &str, change: impl FnOnce(&mut Edit) -> Result<(), Refused>) -> String {
    let mut edit = parse(file.as_bytes()).unwrap().edit();
    change(&mut edit).unwrap();
    edit.finish()
}

fn set(file: &str, path: &str, value: &Value) -> String {
    edited(file, |edit| edit.set(&path.parse().unwrap(), value))
}

fn insert(file: &str, path: &str, key: &str, value: &Value) -> String {
    edited(file, |edit| edit.insert(&path.parse().unwrap(), key, value))
}

fn append(file: &str, path: &str, value: &Value) -> String {
    edited(file, |edit| edit.append(&path.parse().unwrap(), value))
}

fn refused(file: &str, change: impl FnOnce(&mut Edit) -> Result<(), Refused>) -> Refused {
    let mut edit = parse(file.as_bytes()).unwrap().edit();
    let refused = change(&mut edit).unwrap_err();
    assert_eq!(edit.finish(), file);
    refused
}

const KOPPELING: &str = "\
versie: 1
dossiernummer: RSD-2026-00412   # niet wijzigen
casus: 7k3f-9qxr
vervangingen:
  - {tekst: Daan, door: Kind 1, soort: persoon}
  # van de kaart van maart
  - {tekst: \"Kim\", door: 'Moeder', soort: persoon}   # zeker

keuzes: []
overgedragen: null
";

#[test]
fn a_koppeling_gets_its_choices_and_replacements() {
    let choice = map(&[("tekst", "Roos"), ("in", "hulpvraag"), ("keuze", "blijft"), ("reden", "gewoon_woord")]);
    let label = map(&[("tekst", "Jeroen"), ("door", "Vader"), ("soort", "persoon")]);
    let after = edited(KOPPELING, |edit| {
        edit.append(&"keuzes".parse().unwrap(), &choice)?;
        edit.append(&"vervangingen".parse().unwrap(), &label)?;
        edit.append(&"keuzes".parse().unwrap(), &map(&[("tekst", "no"), ("in", "hulpvraag")]))
    });
    let expected = KOPPELING
        .replace("# zeker\n", "# zeker\n  - {tekst: Jeroen, door: Vader, soort: persoon}\n")
        .replace(
            "keuzes: []\n",
            "keuzes:\n  - {tekst: Roos, in: hulpvraag, keuze: blijft, reden: gewoon_woord}\n  - {tekst: \"no\", in: hulpvraag}\n",
        );
    assert_eq!(after, expected);
    let without = KOPPELING.replace("keuzes: []\n", "");
    let after = insert(&without, "", "keuzes", &Value::List(vec![choice]));
    let line = "keuzes:\n  - {tekst: Roos, in: hulpvraag, keuze: blijft, reden: gewoon_woord}\n";
    assert_eq!(after, format!("{without}{line}"));
}

#[test]
fn a_list_grows_in_its_own_style() {
    let x = text("x");
    assert_eq!(append("a:\n  - y\nb: 1\n", "a", &x), "a:\n  - y\n  - x\nb: 1\n");
    assert_eq!(append("a:\n- y\nb: 1\n", "a", &x), "a:\n- y\n- x\nb: 1\n");
    assert_eq!(append("a:\n    -   y", "a", &x), "a:\n    -   y\n    -   x");
    assert_eq!(append("a: [y]\n", "a", &x), "a: [y, x]\n");
    assert_eq!(append("a: [y,] # z\n", "a", &x), "a: [y, x] # z\n");
    assert_eq!(append("a: [\n  y,\n  z\n]\n", "a", &x), "a: [\n  y,\n  z,\n  x\n]\n");
    assert_eq!(append("a: [\n  y,\n]\n", "a", &x), "a: [\n  y,\n  x,\n]\n");
    for nothing in [" []", " geen", "", " ~", " null"] {
        assert_eq!(append(&format!("a:{nothing} # z\nb: 1\n"), "a", &x), "a: # z\n  - x\nb: 1\n");
        assert_eq!(append(&format!("a:{nothing}\nb:\n- 1\n"), "a", &x), "a:\n- x\nb:\n- 1\n");
    }
    assert_eq!(append("a: {b: [], c: 1}\n", "a.b", &x), "a: {b: [x], c: 1}\n");
    assert_eq!(append("a: {b: , c: 1}\n", "a.b", &x), "a: {b: [x] , c: 1}\n");
    assert_eq!(append("a:\n- |\n  y\n", "a", &text("een\ntwee\n")), "a:\n- |\n  y\n- |\n  een\n  twee\n");
}

#[test]
fn a_map_grows_in_its_own_style() {
    let x = text("x");
    assert_eq!(insert("a:\n    b: 1 # c\n# d\ne: 2\n", "a", "k", &x), "a:\n    b: 1 # c\n    k: x\n# d\ne: 2\n");
    assert_eq!(insert("a:\n  - b: 1\n  - c: 2\n", "a[0]", "k", &x), "a:\n  - b: 1\n    k: x\n  - c: 2\n");
    assert_eq!(insert("a: {b: 1}\n", "a", "k", &x), "a: {b: 1, k: x}\n");
    assert_eq!(insert("a: {b: 1}\n", "a", "k", &text("een\ntwee")), "a: {b: 1, k: \"een\\ntwee\"}\n");
    assert_eq!(insert("a: {}\nb: 1\n", "a", "k", &x), "a:\n  k: x\nb: 1\n");
    assert_eq!(insert("a:\nb: 1\n", "a", "k", &x), "a:\n  k: x\nb: 1\n");
    assert_eq!(insert("a:\n  -\n  - 1\n", "a[0]", "k", &x), "a:\n  - k: x\n  - 1\n");
    assert_eq!(insert("# alleen dit\n", "", "k", &x), "# alleen dit\nk: x\n");
    assert_eq!(insert("", "", "k", &x), "k: x\n");
    assert_eq!(insert("a:", "", "k", &Value::Null), "a:\nk: null");
    assert_eq!(insert("a: 1\n...\n", "", "k", &x), "a: 1\nk: x\n...\n");
}

#[test]
fn a_value_is_replaced_where_it_stands() {
    let x = text("x");
    assert_eq!(set("a:   'y'   # z\n", "a", &x), "a:   x   # z\n");
    assert_eq!(set("a:\nb: 1\n", "a", &x), "a: x\nb: 1\n");
    assert_eq!(set("a: # z\nb: 1\n", "a", &Value::Number(3)), "a: 3 # z\nb: 1\n");
    assert_eq!(set("a: |+ # z\n  y\n\nb: 1\n", "a", &x), "a: x # z\n\nb: 1\n");
    assert_eq!(set("a: y # z\nb: 1\n", "a", &text("een\n\ntwee\n")), "a: | # z\n  een\n\n  twee\nb: 1\n");
    assert_eq!(set("a:\n  b: |\n    y\nc: 1\n", "a.b", &text("een\ntwee")), "a:\n  b: |-\n    een\n    twee\nc: 1\n");
    assert_eq!(set("a: |\nb: 1\n", "a", &text("een\ntwee\n")), "a: |\n  een\n  twee\nb: 1\n");
    assert_eq!(set("a:\n  - y # z\nb: 1\n", "a", &Value::Null), "a: null # z\nb: 1\n");
    assert_eq!(set("a: # v\n  # w\n  - y\nb: 1\n", "a", &Value::List(vec![x.clone()])), "a: # v\n  # w\n  - x\nb: 1\n");
    assert_eq!(set("a: [y, z]\n", "a[1]", &x), "a: [y, x]\n");
    assert_eq!(set("a: [y, z]\n", "a", &Value::List(vec![x.clone()])), "a: [x]\n");
    assert_eq!(set("{a, b: 1}\n", "a", &x), "{a: x, b: 1}\n");
    assert_eq!(set("a: een\n  twee\nb: 1\n", "a", &x), "a: x\nb: 1\n");
}

#[test]
fn line_ends_a_bom_and_a_last_line_without_end_stay() {
    let two = text("een\ntwee\n");
    let crlf = "\u{feff}a: 1\r\nb:\r\n  - y\r\nc: 1";
    assert_eq!(append(crlf, "b", &text("x")), "\u{feff}a: 1\r\nb:\r\n  - y\r\n  - x\r\nc: 1");
    assert_eq!(set(crlf, "a", &two), "\u{feff}a: |\r\n  een\r\n  twee\r\nb:\r\n  - y\r\nc: 1");
    assert_eq!(insert("\u{feff}", "", "k", &text("x")), "\u{feff}k: x\n");
    // Readers differ about the last line end of a text at the end of such a file.
    assert_eq!(set("a: 1", "a", &two), "a: \"een\\ntwee\\n\"");
}

/// Blank lines under `|+` are part of the text.
#[test]
fn new_lines_come_behind_blank_lines_of_a_text() {
    let x = text("x");
    assert_eq!(insert("a:\n  b: |+\n    y\n\n\nc: 1\n", "a", "k", &x), "a:\n  b: |+\n    y\n\n\n  k: x\nc: 1\n");
    assert_eq!(insert("b: |+\n  y\n\n", "", "k", &x), "b: |+\n  y\n\nk: x\n");
    assert_eq!(append("a:\n  - |+\n\n\nc: 1\n", "a", &x), "a:\n  - |+\n\n\n  - x\nc: 1\n");
    assert_eq!(insert("a:\n  b: |\n    y\n\n\nc: 1\n", "a", "k", &x), "a:\n  b: |\n    y\n  k: x\n\n\nc: 1\n");
}

#[test]
fn many_comments_before_the_first_key_are_no_trouble() {
    let head = "# regel\n".repeat(300);
    assert_eq!(append(&format!("{head}a:\n{head}  - y\n"), "a", &text("x")), format!("{head}a:\n{head}  - y\n  - x\n"));
}

#[test]
fn what_would_change_something_else_is_refused() {
    let x = text("x");
    let root = |edit: &mut Edit| edit.set(&"".parse().unwrap(), &text("x"));
    assert_eq!(refused("a: 1\n", root), Refused::Layout);
    assert_eq!(refused("a: 1\n", |edit| edit.set(&"b".parse().unwrap(), &x)), Refused::Absent);
    assert_eq!(refused("a: 1\n", |edit| edit.insert(&"".parse().unwrap(), "a", &x)), Refused::Exists);
    assert_eq!(refused("a: 1\n", |edit| edit.insert(&"a".parse().unwrap(), "b", &x)), Refused::Kind);
    assert_eq!(refused("a: 1\n", |edit| edit.append(&"a".parse().unwrap(), &x)), Refused::Kind);
    assert_eq!(refused("a: {b: 1}\n", |edit| edit.append(&"a".parse().unwrap(), &x)), Refused::Kind);
    for broken in ["a: 1\na: 2\n", "a: &b 1\n", "a: !t 1\n", "a: 1\nb: *c\n"] {
        assert_eq!(refused(broken, |edit| edit.set(&"a".parse().unwrap(), &x)), Refused::Broken);
    }
    // A comment inside what is replaced would be lost.
    let inside = ["a:\n  - y\n  # over y\n  - z\n", "a: [y, # over y\n  z]\n"];
    for file in inside {
        assert_eq!(refused(file, |edit| edit.set(&"a".parse().unwrap(), &x)), Refused::Guard);
    }
    assert_eq!(refused("? a\n: 1\n", |edit| edit.set(&"a".parse().unwrap(), &x)), Refused::Layout);
    let twice = Value::Map(vec![("b".to_owned(), x.clone()), ("b".to_owned(), x.clone())]);
    assert_eq!(refused("a: 1\n", |edit| edit.set(&"a".parse().unwrap(), &twice)), Refused::Guard);
}

/// A refused edit leaves those before it, and others can follow.
#[test]
fn a_refusal_is_no_end() {
    let after = edited("a: 1\n", |edit| {
        edit.set(&"a".parse().unwrap(), &text("Daan"))?;
        assert!(edit.append(&"a".parse().unwrap(), &text("Daan")).is_err());
        assert!(!format!("{edit:?} {:?}", text("Daan")).contains("Daan"));
        edit.insert(&"".parse().unwrap(), "b", &Value::Map(vec![]))?;
        edit.insert(&"b".parse().unwrap(), "c", &Value::List(vec![Value::List(vec![text("x"), text("z")])]))
    });
    assert_eq!(after, "a: Daan\nb:\n  c:\n    - - x\n      - z\n");
}

#[derive(Serialize)]
struct Kaart<'k> {
    versie: u8,
    casus: &'k str,
    cijfer: f64,
    #[serde(rename = "tekst")]
    said: &'k str,
    leden: Vec<Lid<'k>>,
    datum: &'k str,
    niets: Option<u8>,
    leeg: Vec<u8>,
}

#[derive(Serialize)]
struct Lid<'k> {
    wie: &'k str,
    woont_bij: Vec<&'k str>,
}

#[test]
fn a_new_file_has_one_look() {
    let leden =
        vec![Lid { wie: "kind1", woont_bij: vec!["moeder", "no"] }, Lid { wie: "een\ntwee", woont_bij: vec![] }];
    let said = "Eerst: dit.\n\nDan \u{e9}\u{e9}n # dat.\n";
    let kaart = Kaart {
        versie: 1,
        casus: "12:30:45",
        cijfer: 4.5,
        said,
        leden,
        datum: "2026-03-12",
        niets: None,
        leeg: vec![],
    };
    let expected = "\
versie: 1
casus: \"12:30:45\"
cijfer: 4.5
tekst: |
  Eerst: dit.

  Dan één # dat.
leden:
  - wie: kind1
    woont_bij:
      - moeder
      - \"no\"
  - wie: |-
      een
      twee
    woont_bij: []
datum: 2026-03-12
niets: null
leeg: []
";
    assert_eq!(write(&kaart).unwrap(), expected);
}

#[test]
fn line_ends_of_other_alphabets_are_escaped_and_what_has_no_form_is_refused() {
    let said = |said: &str| write(&std::collections::BTreeMap::from([("a", said)])).unwrap();
    assert_eq!(said("x\u{2028}y"), "a: \"x\\u2028y\"\n");
    assert_eq!(said("x\n\u{2029}y\u{85}\n"), "a: \"x\\n\\u2029y\\u0085\\n\"\n");
    assert_eq!(said("x\r\ny"), "a: \"x\\u000D\\ny\"\n");
    assert_eq!(said("  x\ny"), "a: \"  x\\ny\"\n");
    assert_eq!(write(&std::collections::BTreeMap::from([("a", true)])), Err(WriteError::Unfit));
    assert_eq!(write(&std::collections::BTreeMap::from([("a", f64::NAN)])), Err(WriteError::Unfit));
    assert_eq!(write(&std::collections::BTreeMap::from([(1, "a")])), Err(WriteError::Unfit));
    assert_eq!(write(&["a"]), Err(WriteError::NotAMap));
    assert_eq!(write(&std::collections::BTreeMap::<&str, u8>::new()).unwrap(), "{}\n");
}
