//! Arbitrary trees in arbitrary styles, changed in arbitrary places: what was asked is what
//! two readers see, and every other byte is where it was.

mod yaml_tree;

use proptest::prelude::*;
use vt::yaml::{Doc, Kind, NodeId, Path, Refused, Style, Value, parse};
use yaml_tree::{Pen, says, second_opinion, steps, text, tree};

#[derive(Clone, Copy, Debug)]
enum Op {
    Set,
    Insert,
    Append,
}

/// Where in the tree: each number picks a child, until one picks the node itself.
fn walk<'v>(tree: &'v mut Value, picks: &[u8], path: &mut Path) -> &'v mut Value {
    let Some((pick, rest)) = picks.split_first() else { return tree };
    let children = match &*tree {
        Value::List(items) => items.len(),
        Value::Map(entries) => entries.len(),
        _ => 0,
    };
    if children == 0 {
        return tree;
    }
    let pick = usize::from(*pick);
    match tree {
        Value::List(items) => {
            let at = pick % children;
            *path = path.clone().index(at);
            walk(&mut items[at], rest, path)
        }
        Value::Map(entries) => {
            let at = pick % children;
            *path = path.clone().key(entries[at].0.clone());
            walk(&mut entries[at].1, rest, path)
        }
        other => other,
    }
}

/// The change on the tree; whether it can be done there.
fn done(target: &mut Value, op: Op, key: &str, value: &Value) -> bool {
    match (op, &mut *target) {
        (Op::Set, _) => *target = value.clone(),
        (Op::Insert, Value::Map(entries)) => {
            if entries.iter().any(|(known, _)| known == key) {
                return false;
            }
            entries.push((key.to_owned(), value.clone()));
        }
        (Op::Insert, Value::Null) => *target = Value::Map(vec![(key.to_owned(), value.clone())]),
        (Op::Append, Value::List(items)) => items.push(value.clone()),
        (Op::Append, Value::Text(text)) if text == "geen" => *target = Value::List(vec![value.clone()]),
        (Op::Append, Value::Null) => *target = Value::List(vec![value.clone()]),
        _ => return false,
    }
    true
}

/// Whether the one text is the other with something put in at one place.
fn only_grew(file: &str, text: &str) -> bool {
    let head = file.bytes().zip(text.bytes()).take_while(|(a, b)| a == b).count();
    let tail = file.bytes().rev().zip(text.bytes().rev()).take_while(|(a, b)| a == b).count();
    head + tail >= file.len()
}

/// What may change at most: the value from its colon or dash to the end of its last line.
fn slot(file: &str, doc: &Doc<'_>, node: NodeId) -> (usize, usize) {
    let place = doc.place(node).bytes;
    let key = doc.key_place(node).map(|key| key.bytes.end);
    let dash = || match doc.kind(node) {
        // Of a text over lines the place begins under its header, and a header `|- # kop` has a dash too.
        Kind::Scalar(_, Style::Literal) => {
            let header = file[..place.start].rfind('|').unwrap_or(place.start);
            file[..header].rfind("- ").map_or(header, |dash| dash + 1)
        }
        Kind::Scalar("", _) => file[..place.start].rfind('-').map_or(place.start, |dash| dash + 1),
        _ => file[..place.start].trim_end().len(),
    };
    let start = key.unwrap_or_else(dash);
    let end = place.end.max(start);
    let line = file[end..].find('\n').map_or(file.len(), |at| end + at);
    (start, line)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 800, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn an_edit_does_what_was_asked_and_nothing_else(
        before in tree(),
        choices in proptest::collection::vec(any::<u8>(), 0..60),
        picks in steps(),
        op in prop::sample::select(vec![Op::Set, Op::Insert, Op::Append]),
        key in prop::sample::select(vec!["nieuw", "a", "het 'woord'", "no"]),
        value in yaml_tree::value(),
    ) {
        let file = Pen::new(&choices).file(&before);
        let doc = parse(file.as_bytes()).map_err(|problem| TestCaseError::fail(format!("{problem}\n{file}")))?;
        prop_assert!(says(&doc, doc.root(), &before), "{file}");
        let mut after = before.clone();
        let mut path = Path::root();
        let target = walk(&mut after, &picks, &mut path);
        let possible = done(target, op, key, &value) && !(path.is_root() && matches!(op, Op::Set));
        prop_assume!(second_opinion(&file, &before));
        let node = doc.find(&path).unwrap();
        let mut edit = doc.edit();
        let result = match op {
            Op::Set => edit.set(&path, &value),
            Op::Insert => edit.insert(&path, key, &value),
            Op::Append => edit.append(&path, &value),
        };
        let text = edit.finish();
        if let Err(refused) = result {
                prop_assert_eq!(&text, &file);
                let whole = matches!(op, Op::Set) && !matches!(doc.kind(node), Kind::Scalar(..));
                let comment = refused == Refused::Guard && whole && file.contains('#');
                prop_assert!(!possible || comment, "{refused:?} {op:?} {path}\n{file}");
            return Ok(());
        }
        prop_assert!(possible, "{op:?} {path}\n{file}\n{text}");
        let changed = parse(text.as_bytes()).unwrap();
        prop_assert!(says(&changed, changed.root(), &after), "{op:?} {path}\n{file}\n{text}");
        prop_assert!(second_opinion(&text, &after), "{op:?} {path}\n{file}\n{text}");
        for comment in ["# boven", "# tussen", "# achter", "# kop"] {
            prop_assert_eq!(text.matches(comment).count(), file.matches(comment).count(), "{}\n{}", file, text);
        }
        let crlf = |text: &str| text.matches("\r\n").count() == text.matches('\n').count();
        prop_assert!(!crlf(&file) || crlf(&text) || !file.contains('\n'));
        prop_assert_eq!(text.ends_with('\n'), file.ends_with('\n'), "{}\n{}", file, text);
        let grows = match doc.kind(node) {
            Kind::Seq { items, .. } => !items.is_empty(),
            Kind::Map { entries, .. } => !entries.is_empty(),
            Kind::Scalar(..) => false,
        };
        if grows && !matches!(op, Op::Set) {
            prop_assert!(only_grew(&file, &text), "{op:?} {path}\n{file}\n{text}");
        } else {
            let (start, end) = slot(&file, &doc, node);
            let stays = text.starts_with(&file[..start]) && text.ends_with(&file[end..]);
            prop_assert!(stays && text.len() >= start + file.len() - end, "{op:?} {path}\n{file}\n{text}");
        }
    }

    #[test]
    fn what_is_written_is_read_back(value in tree()) {
        let file = vt::yaml::write(&yaml_tree::as_yaml(&value)).unwrap();
        let doc = parse(file.as_bytes()).unwrap();
        prop_assert!(says(&doc, doc.root(), &value), "{file}");
        prop_assert!(second_opinion(&file, &value), "{file}");
    }

    #[test]
    fn any_text_can_be_set_and_written(said in text()) {
        let doc = parse(b"a: x # hier\nb:\n  - y\n").unwrap();
        let mut edit = doc.edit();
        let value = Value::Text(said.clone());
        edit.set(&"a".parse().unwrap(), &value).unwrap();
        edit.append(&"b".parse().unwrap(), &value).unwrap();
        let file = edit.finish();
        let map = |b| Value::Map(vec![("a".to_owned(), value.clone()), ("b".to_owned(), Value::List(b))]);
        prop_assert!(second_opinion(&file, &map(vec![Value::Text("y".to_owned()), value.clone()])), "{file}");
        let all = map(vec![value.clone()]);
        let file = vt::yaml::write(&yaml_tree::as_yaml(&all)).unwrap();
        prop_assert!(second_opinion(&file, &all), "{file}");
    }
}
