//! Hard input: for each the problem, its line and its column, worked out by hand.
#![allow(clippy::unwrap_used, clippy::zero_sized_map_values)] // a test may fail; values go unread

use serde::Deserialize;
use std::collections::BTreeMap;
use vt::yaml::{Cause, Feature, MAX_BYTES, Problem, What, line_text, parse};

/// Takes any file whose values are texts; lists and maps in it go unread.
type Texts = BTreeMap<String, serde::de::IgnoredAny>;

/// All problems of a file, wherever they are found.
fn problems(bytes: &[u8]) -> Vec<Problem> {
    match parse(bytes) {
        Ok(doc) => doc.read::<Texts>().1,
        Err(problem) => vec![problem],
    }
}

fn spots(bytes: &[u8]) -> Vec<(What, u32, u32)> {
    let found = problems(bytes).into_iter();
    found.map(|p| (p.what, p.place.line, p.place.column)).collect()
}

fn assert_refused(cases: &[(&str, Feature, u32, u32)]) {
    for (text, feature, line, column) in cases {
        let expected = vec![(What::Refused(*feature), *line, *column)];
        assert_eq!(spots(text.as_bytes()), expected, "{text:?}");
        let bom = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        assert_eq!(spots(bom.as_bytes()), expected, "{bom:?}");
    }
}

#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(default)]
struct Abc {
    a: Option<String>,
    b: Option<String>,
    c: Vec<Option<String>>,
}

fn abc(text: &str) -> Abc {
    let doc = parse(text.as_bytes()).unwrap();
    let (value, problems) = doc.read::<Abc>();
    assert_eq!(problems, [], "{text:?}");
    value.unwrap()
}

fn texts(a: &str, b: &str) -> Abc {
    Abc { a: Some(a.into()), b: Some(b.into()), c: vec![] }
}

fn list(items: &[&str]) -> Abc {
    let c = items.iter().map(|item| Some((*item).to_owned())).collect();
    Abc { c, ..Abc::default() }
}

#[test]
fn line_ends_bom_and_comments() {
    assert_eq!(abc("a: x\r\nb: y\r\n"), texts("x", "y"));
    assert_eq!(abc("a: x\r\n\r\nb: y"), texts("x", "y"));
    assert_eq!(abc("\u{feff}a: x\nb: y"), texts("x", "y"));
    assert_eq!(abc("\u{feff}# c\r\n---\r\na: x\r\nb: y\r\n...\r\n# d"), texts("x", "y"));
    assert_eq!(abc("c:\n# een\n- x\n# twee\n\n- y\n  # drie\n# vier"), list(&["x", "y"]));
    let comments = "# regel\n".repeat(500);
    assert_eq!(abc(&format!("{comments}a: x\n{comments}b: y\n{comments}")), texts("x", "y"));
    assert_eq!(abc(&format!("c:\n{comments}- x\n{comments}- y\n")), list(&["x", "y"]));
    // Another line break in Unicode is none in YAML 1.2.
    assert_eq!(abc("a: x\u{2028}z\nb: y"), texts("x\u{2028}z", "y"));
    assert_eq!(abc("a: \"x\u{2028}z\u{85}\"\nb: y"), texts("x\u{2028}z\u{85}", "y"));
}

#[test]
fn styles_of_text() {
    assert_eq!(abc("a: |\n  x\n   y\n\n  z\nb: >\n  x\n  y\n\n  z\n"), texts("x\n y\n\nz\n", "x y\nz\n"));
    assert_eq!(abc("a: |-\n  x\n\n\nb: >-\n  x\n  y\n"), texts("x", "x y"));
    assert_eq!(abc("a: |+\n  x\n\n\nb: |2\n    x\n"), texts("x\n\n\n", "  x\n"));
    assert_eq!(abc("a: |\n  x\r\n  y\r\nb: >2-\r\n   x"), texts("x\ny\n", " x"));
    assert_eq!(abc("a: |\n  x: [y # z\nb: |"), texts("x: [y # z\n", ""));
    assert_eq!(abc("a: 'it''s'\nb: \"\\u00e9\\t\\\"\""), texts("it's", "é\t\""));
    assert_eq!(abc("a: x\n  y\n\n  z\nb: 'x\n  y'"), texts("x y\nz", "x y"));
    assert_eq!(abc("'a': x\n\"b\": y"), texts("x", "y"));
    assert_eq!(abc("{a: x, 'b': 'y'}"), texts("x", "y"));
    assert_eq!(abc("{\"a\":x,\n \"b\":\"y\",\n}"), texts("x", "y"));
    assert_eq!(abc("? a\n: x\n? b\n: y"), texts("x", "y"));
    assert_eq!(abc("c:\n- x\n- y\n"), list(&["x", "y"]));
    assert_eq!(abc("c:\n  - x\n  - y\n"), list(&["x", "y"]));
    assert_eq!(abc("c: [x, 'y', ]"), list(&["x", "y"]));
    assert_eq!(abc("c:\n-\n  x\n-   |\n    y"), list(&["x", "y\n"]));
    // A tab may separate, where it doesn't indent.
    assert_eq!(abc("a:\tx\t# c\nb: \t y\t\n\t\n"), texts("x", "y"));
    assert_eq!(abc("c:\n-\tx\n- 'y\n\n \tz'\n"), list(&["x", "y\nz"]));
    assert_eq!(abc("a: |\n  \tx\ty\nb: z"), texts("\tx\ty\n", "z"));
    assert_eq!(abc("a: http://x.nl/#y\nb: -1 # c"), texts("http://x.nl/#y", "-1"));
}

#[test]
fn text_is_never_typed() {
    for text in ["4611", "0612345678", "ja", "no", "true", "12:30:45", "0x1f", "1e3", ".5", "2026-03-02"] {
        assert_eq!(abc(&format!("a: {text}\nb: '{text}'")), texts(text, text));
    }
    for null in ["", "~", "null", "Null", "NULL"] {
        assert_eq!(abc(&format!("a: {null}\nc: {null}")), Abc::default());
        assert_eq!(abc(&format!("a: '{null}'\nb: \"{null}\"")), texts(null, null));
        let items = abc(&format!("c:\n- x\n- {null}\n- y")).c;
        assert_eq!(items, [Some("x".to_owned()), None, Some("y".to_owned())]);
    }
    assert_eq!(abc("a: nUll\nb: none"), texts("nUll", "none"));
}

#[test]
fn bytes_that_are_no_text() {
    assert_eq!(spots(b"a: x\n\xffb: y"), [(What::NotUtf8, 2, 1)]);
    // é is one column, the half character behind it has the third.
    assert_eq!(spots(b"# x\n\xc3\xa9a\xc3: y\n"), [(What::NotUtf8, 2, 3)]);
    assert_eq!(spots(b"\xef\xbb\xbfa: \xe2\x82"), [(What::NotUtf8, 1, 4)]);
    assert_eq!(problems(b"a: \xe2\x82\nb")[0].place.bytes, 3..5);
    assert_eq!(spots(b"\xff\xfea\0:\0"), [(What::Utf16, 1, 1)]);
    assert_eq!(spots(b"\xfe\xff\0a\0:"), [(What::Utf16, 1, 1)]);
    assert_eq!(spots(b"a: x\nb\0: y\n"), [(What::Binary, 2, 2)]);
    assert_eq!(spots(b"\xff\xd8\xff\n\0"), [(What::Binary, 2, 1)]);
    let cr = What::Syntax(Cause::LoneCr);
    assert_eq!(spots(b"a: x\rb: y\r"), [(cr.clone(), 1, 5)]);
    assert_eq!(spots(b"a: x\r\nb: y\r\r\n"), [(cr.clone(), 2, 5)]);
    assert_eq!(spots(b"a: |\n  x\n  y\rz\n"), [(cr, 3, 4)]);
    assert_eq!(line_text(b"\xef\xbb\xbfa\r\nb\xff", 1), "a");
    assert_eq!(line_text(b"a\r\nb\xff", 2), "b\u{fffd}");
    assert_eq!(line_text(b"a\n", 7), "");
    assert_eq!(line_text(b"a\n", 0), "");
}

#[test]
fn size_and_depth() {
    let full = format!("a: {}", "x".repeat(MAX_BYTES - 3));
    assert_eq!(spots(full.as_bytes()), []);
    assert_eq!(spots(format!("{full}\n").as_bytes()), [(What::TooBig, 1, 1)]);
    // The 33rd is one too many, whatever is nested.
    let deep = vec![(What::TooDeep, 1, 33)];
    assert_eq!(spots("[".repeat(10_000).as_bytes()), deep);
    assert_eq!(spots("{a: ".repeat(10_000).as_bytes()), [(What::TooDeep, 1, 32 * 4 + 1)]);
    assert_eq!(spots("? ".repeat(10_000).as_bytes()), [(What::TooDeep, 1, 32 * 2 + 1)]);
    assert_eq!(spots("- ".repeat(10_000).as_bytes()), [(What::TooDeep, 1, 32 * 2 + 1)]);
    let mixed = format!("a: {}", "[".repeat(40));
    assert_eq!(spots(mixed.as_bytes()), [(What::TooDeep, 1, 3 + 32)]);
    let mixed = format!("a:\n{}", "  [\n".repeat(40));
    assert_eq!(spots(mixed.as_bytes()), [(What::TooDeep, 33, 3)]);
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(parse(nested(32).as_bytes()).is_ok());
    assert_eq!(parse(nested(33).as_bytes()).unwrap_err().what, What::TooDeep);
    let block = |levels: usize| {
        let lines = (0..levels).map(|level| format!("{}a:\n", " ".repeat(level)));
        lines.collect::<String>()
    };
    assert!(parse(block(32).as_bytes()).is_ok());
    let deep = parse(block(33).as_bytes()).unwrap_err();
    assert_eq!((deep.what, deep.place.line, deep.place.column), (What::TooDeep, 33, 33));
}

#[test]
fn refused_features() {
    assert_refused(&[
        ("a: &x y\n", Feature::Anchor, 1, 4),
        ("a:\n- b\n- &x y\n", Feature::Anchor, 3, 3),
        ("a: &x\n  b: y\n", Feature::Anchor, 1, 4),
        ("&x a: y\n", Feature::Anchor, 1, 1),
        ("a: &x [y]\n", Feature::Anchor, 1, 4),
        ("a: & y\n", Feature::Anchor, 1, 4),
        ("a: *x\n", Feature::Alias, 1, 4),
        ("a:\n- b\n- *x\n", Feature::Alias, 3, 3),
        ("*x : y\n", Feature::Alias, 1, 1),
        ("a: *nee* zei hij\n", Feature::Alias, 1, 4),
        ("a: *\n", Feature::Alias, 1, 4),
        ("a: !!str y\n", Feature::Tag, 1, 4),
        ("a: !let op\n", Feature::Tag, 1, 4),
        ("é: !<tag:x> {b: c}\n", Feature::Tag, 1, 4),
        ("!!str a: y\n", Feature::Tag, 1, 1),
        ("a: !e!x y\n", Feature::Tag, 1, 4),
        ("b: c\n<<: {a: y}\n", Feature::MergeKey, 2, 1),
        ("a: {b: c, <<: {a: y}}\n", Feature::MergeKey, 1, 11),
        ("%YAML 1.2\n---\na: y\n", Feature::Directive, 1, 1),
        ("# c\n%TAG ! x\n---\na: y\n", Feature::Directive, 2, 1),
        ("%IETS\n---\na: y\n", Feature::Directive, 1, 1),
        ("%YAML 3.0\n---\na: y\n", Feature::Directive, 1, 1),
        ("%IETS\na: y\n", Feature::Directive, 1, 1),
        ("a: y\n%YAML 1.2\n---\nb: z\n", Feature::Directive, 2, 1),
        ("a: y\n---\nb: z\n", Feature::SecondDocument, 2, 1),
        ("a: y\n---\n", Feature::SecondDocument, 2, 1),
        ("---\na: y\n---\n", Feature::SecondDocument, 3, 1),
        ("a: y\n...\nb: z\n", Feature::SecondDocument, 3, 1),
        ("a: y\n... z\n", Feature::SecondDocument, 2, 5),
        ("[a]: y\n", Feature::KeyNotText, 1, 1),
        ("a: y\n? {b: c}\n: y\n", Feature::KeyNotText, 2, 3),
        ("a: y\n: z\n", Feature::KeyNotText, 2, 1),
        ("~: z\n", Feature::KeyNotText, 1, 1),
    ]);
    // In text none of these mean anything.
    assert_eq!(spots(b"a: x & y *z* !w <<\n'<<': \"*x\"\nb: '!x'\n'*c': |\n  %YAML\n  ---\n"), []);
}

#[test]
fn refused_nodes_are_empty_and_the_rest_is_read() {
    let text = "a: &x een\nb: *x\nc: [*x, !t drie, &y vier]\n<<: {b: vijf}\n[k]: zes\na: zeven\n";
    let (value, problems) = parse(text.as_bytes()).unwrap().read::<Abc>();
    let c = vec![None, Some("drie".to_owned()), Some("vier".to_owned())];
    assert_eq!(value, Some(Abc { a: Some("een".into()), b: None, c }));
    let found: Vec<_> = problems.iter().map(|p| (p.place.line, p.path.to_string())).collect();
    let expected = [(1, "a"), (2, "b"), (3, "c[0]"), (3, "c[1]"), (3, "c[2]"), (4, ""), (5, ""), (6, "")];
    assert_eq!(found, expected.map(|(line, path)| (line, path.to_owned())));
    let What::DuplicateKey(first) = &problems[7].what else { panic!() };
    assert_eq!((first.line, first.column), (1, 1));
}

#[test]
fn a_huge_map_is_no_trap() {
    use std::fmt::Write as _;
    let mut text = String::new();
    for key in (0..80_000).map(|n| n % 79_999) {
        writeln!(text, "k{key}:").unwrap();
    }
    let doc = parse(text.as_bytes()).unwrap();
    let (_, problems) = doc.read::<Texts>();
    assert_eq!(problems.len(), 1);
    let first = What::DuplicateKey(doc.key_place(doc.find(&"k0".parse().unwrap()).unwrap()).unwrap());
    assert_eq!((&problems[0].what, problems[0].place.line), (&first, 80_000));
}
