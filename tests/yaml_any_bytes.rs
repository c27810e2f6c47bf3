//! Arbitrary input: no panic, and whatever tree there is holds together.

mod yaml_model;

use proptest::collection::vec;
use proptest::prelude::*;
use vt::yaml::{Doc, Edit, Kind, NodeId, Path, Problem, Refused, Value, parse};
use yaml_model::Card;

/// All values of a tree, without its keys.
fn values(doc: &Doc<'_>) -> Vec<NodeId> {
    let mut found = vec![doc.root()];
    let mut at = 0;
    while let Some(node) = found.get(at).copied() {
        match doc.kind(node) {
            Kind::Scalar(..) => {}
            Kind::Seq { items, .. } => found.extend(items),
            Kind::Map { entries, .. } => found.extend(entries.iter().map(|(_, value)| *value)),
        }
        at += 1;
    }
    found
}

fn check_place(bytes: &[u8], problem: &Problem) {
    let place = &problem.place;
    assert!(place.line >= 1 && place.column >= 1);
    assert!(place.bytes.start <= place.bytes.end && place.bytes.end <= bytes.len());
    // The line counted from the bytes is the line that is told.
    let line = bytes[..place.bytes.start].split(|b| *b == b'\n').count();
    assert_eq!(u32::try_from(line), Ok(place.line));
    assert!(!problem.to_string().is_empty());
}

type Change = fn(&mut Edit, &Path, &Value) -> Result<(), Refused>;

/// An edit that is made is seen; one that isn't leaves every byte.
#[allow(clippy::unwrap_used, reason = "an edit that was made left a file that can be read")]
fn check_edits(bytes: &[u8], doc: &Doc<'_>, node: NodeId) {
    let (path, value) = (doc.path(node), Value::Text("een\ntwee: 'x'\n".to_owned()));
    let edits: [Change; 3] = [Edit::set, Edit::append, |edit, path, value| edit.insert(path, "sleutel", value)];
    for (nth, change) in edits.into_iter().enumerate() {
        let mut edit = doc.edit();
        let done = change(&mut edit, &path, &value).is_ok();
        let text = edit.finish();
        if !done {
            assert_eq!(text.as_bytes(), bytes);
            continue;
        }
        let after = parse(text.as_bytes()).unwrap();
        let n = after.find(&path).unwrap();
        let new = match after.kind(n) {
            Kind::Seq { items, .. } if nth == 1 => *items.last().unwrap(),
            Kind::Map { entries, .. } if nth == 2 => entries.last().unwrap().1,
            _ => n,
        };
        assert!(matches!(after.kind(new), Kind::Scalar("een\ntwee: 'x'\n", _)));
    }
}

fn check(bytes: &[u8]) {
    let doc = match parse(bytes) {
        Ok(doc) => doc,
        Err(problem) => return check_place(bytes, &problem),
    };
    let (_, problems) = doc.read::<Card>();
    for problem in &problems {
        check_place(bytes, problem);
    }
    assert!(problems.is_sorted_by_key(|problem| problem.place.bytes.start));
    for (nth, node) in values(&doc).into_iter().enumerate() {
        if nth < 6 {
            check_edits(bytes, &doc, node);
        }
        let path = doc.path(node);
        assert_eq!(doc.find(&path), Some(node));
        assert_eq!(doc.nearest(&path), node);
        assert_eq!(path.to_string().parse(), Ok(path.clone()));
        let place = doc.place(node);
        assert!(std::str::from_utf8(&bytes[place.bytes.clone()]).is_ok());
        for path in [path.clone(), path.key("ontbreekt")] {
            let mark = doc.mark(&path);
            assert_eq!(mark.line, doc.line_text(mark.place.line));
            assert!(mark.chars.start <= mark.chars.end);
            assert!(mark.chars.end <= mark.line.chars().count());
        }
    }
}

/// Pieces of YAML, and keys and values that the model knows.
fn piece() -> impl Strategy<Value = &'static str> {
    let spaced = [
        ": ",
        "- ",
        "? ",
        ", ",
        "&x ",
        "!t ",
        "!!str ",
        " #",
        "%YAML 1.2",
        "\n",
        "\n",
        "\n",
        "\n  ",
        "\n  ",
        "\n    ",
        "\r\n",
        "\r",
        "\t",
        " ",
        "  ",
        "\0",
        "\u{1}",
        "\u{2028}",
        "\u{85}",
        "\u{feff}",
    ];
    let bare = "a versie inbrenger naam gezin leden wie experts telling rollen nieuw 2026-01-30 \
                1 ~ null é : - , [ ] { } ' \" \\ | |2 >- |+ *x << --- ... # @ `";
    prop::sample::select(bare.split(' ').chain(spaced).collect::<Vec<_>>())
}

fn key() -> impl Strategy<Value = &'static str> {
    let keys = "versie inbrenger naam gezin leden wie experts telling rollen 'a.b' << [k] ~";
    prop::sample::select(keys.split(' ').collect::<Vec<_>>())
}

fn indent(text: &str) -> String {
    text.replace('\n', "\n  ")
}

fn lines(pairs: &[(&str, String)]) -> String {
    let lines = pairs.iter().map(|(key, value)| format!("\n{key}: {}", indent(value)));
    lines.collect::<Vec<_>>().concat()
}

/// A value that is mostly well formed.
fn node() -> impl Strategy<Value = String> {
    let scalars = "x|'y'|\"z\\n\"||~|1|een twee|*x|!t x|&x y|nieuw|2026-01-01|[]|{}";
    let scalar = prop::sample::select(scalars.split('|').collect::<Vec<_>>());
    scalar.prop_map(str::to_owned).prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            vec((key(), inner.clone()), 1..4).prop_map(|pairs| lines(&pairs)),
            vec(inner.clone(), 1..4).prop_map(|items| {
                let lines = items.iter().map(|item| format!("\n- {}", indent(item.trim_start())));
                lines.collect::<Vec<_>>().concat()
            }),
            vec(inner.clone(), 0..3).prop_map(|items| format!("[{}]", items.join(", "))),
            vec((key(), inner), 0..3).prop_map(|pairs| {
                let pairs: Vec<_> = pairs.iter().map(|(key, value)| format!("{key}: {value}")).collect();
                format!("{{{}}}", pairs.join(", "))
            }),
        ]
    })
}

/// A whole file of them.
fn tree() -> impl Strategy<Value = String> {
    vec((key(), node()), 1..6).prop_map(|pairs| lines(&pairs))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn bytes(bytes in vec(any::<u8>(), 0..80)) {
        check(&bytes);
    }

    #[test]
    fn ascii(text in "[ -~\n]{0,60}") {
        check(text.as_bytes());
    }

    #[test]
    fn pieces(pieces in vec(piece(), 0..40)) {
        check(pieces.concat().as_bytes());
    }

    #[test]
    fn trees(text in tree()) {
        check(text.as_bytes());
    }

    #[test]
    fn damaged_trees(text in tree(), at in any::<prop::sample::Index>(), piece in piece()) {
        let cut = text.floor_char_boundary(at.index(text.len() + 1));
        check(format!("{}{piece}{}", &text[..cut], &text[cut..]).as_bytes());
        check(&text.as_bytes()[..cut]);
    }
}
