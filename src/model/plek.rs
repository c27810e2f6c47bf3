//! How people name a place in a file: `onveiligheid[2].wat`, `stem[kind1].woorden`.
//!
//! As in `verantwoording` and `blijft_staan`: an item of a list goes by its `nr`, else by its
//! `wie`, else by its place from 0. So a name holds when a line is put between.

use crate::yaml::{Doc, Kind, NodeId, Path, Step};

/// The step to an item of a list.
#[must_use]
pub fn item_step(nr: Option<&str>, wie: Option<&str>, index: usize) -> Step {
    let wie = wie.map(str::trim).filter(|wie| !wie.is_empty());
    match (number(nr), wie) {
        (Some(nr), _) => Step::Index(nr),
        (None, Some(wie)) => Step::Named(wie.to_owned()),
        (None, None) => Step::Index(index),
    }
}

fn number(nr: Option<&str>) -> Option<usize> {
    nr?.trim().parse().ok()
}

/// The path of a value as people name it. `wie` is a role, so the path names nobody as long
/// as that rule is kept.
#[must_use]
pub fn named_path(doc: &Doc<'_>, node: NodeId) -> Path {
    let mut at = doc.root();
    doc.path(node).steps().iter().fold(Path::root(), |path, step| {
        let list = at;
        at = below(doc, list, step).unwrap_or(list);
        let step = match step {
            Step::Index(index) => item_step(text(doc, at, "nr"), text(doc, at, "wie"), *index),
            other => other.clone(),
        };
        match step {
            Step::Key(key) => path.key(key),
            Step::Index(index) => path.index(index),
            Step::Named(name) => path.named(name),
        }
    })
}

/// The values that go by this name. There may be more: someone who was told twice has two
/// entries. Of an item that carries an `nr` the place is no name.
#[must_use]
pub fn named(doc: &Doc<'_>, path: &Path) -> Vec<NodeId> {
    path.steps()
        .iter()
        .fold(vec![doc.root()], |nodes, step| nodes.into_iter().flat_map(|node| children(doc, node, step)).collect())
}

fn children(doc: &Doc<'_>, node: NodeId, step: &Step) -> Vec<NodeId> {
    let Kind::Seq { items, .. } = doc.kind(node) else { return below(doc, node, step).into_iter().collect() };
    let nr = |item: &NodeId| number(text(doc, *item, "nr"));
    let is_named = |index: usize, item: &NodeId| match step {
        Step::Key(_) => false,
        Step::Index(wanted) => nr(item).map_or(index == *wanted, |nr| nr == *wanted),
        Step::Named(name) => text(doc, *item, "wie").is_some_and(|wie| wie.trim() == name),
    };
    let named = items.iter().enumerate().filter(|(index, item)| is_named(*index, item));
    named.map(|(_, item)| *item).collect()
}

fn below(doc: &Doc<'_>, node: NodeId, step: &Step) -> Option<NodeId> {
    match (doc.kind(node), step) {
        (Kind::Seq { items, .. }, Step::Index(index)) => items.get(*index).copied(),
        (Kind::Map { entries, .. }, Step::Key(key)) => {
            let same = |node: NodeId| matches!(doc.kind(node), Kind::Scalar(text, _) if text == key);
            entries.iter().find(|(own, _)| same(*own)).map(|(_, value)| *value)
        }
        _ => None,
    }
}

/// The text of a key of an item.
fn text<'d>(doc: &'d Doc<'_>, item: NodeId, key: &str) -> Option<&'d str> {
    match doc.kind(below(doc, item, &Step::Key(key.to_owned()))?) {
        Kind::Scalar(text, _) => Some(text),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::parse;

    #[test]
    fn an_item_goes_by_its_number_then_its_role_then_its_place() {
        assert_eq!(item_step(Some("2"), Some("moeder"), 0), Step::Index(2));
        assert_eq!(item_step(Some("twee"), Some("moeder"), 0), Step::Named("moeder".into()));
        assert_eq!(item_step(None, Some(" "), 4), Step::Index(4));
    }

    #[test]
    fn a_name_leads_back_to_its_value() {
        let file =
            "a:\n  - {nr: 2, wat: x}\n  - {nr: 1, wat: y}\nb:\n  - {wie: kind1, z: p}\n  - {z: q}\nc: [r, s]\nd: t\n";
        let doc = parse(file.as_bytes()).unwrap();
        let paths = ["a[2].wat", "a[1].wat", "b[kind1].z", "b[1].z", "c[0]", "c[1]", "d"];
        let values = doc
            .texts()
            .into_iter()
            .filter(|node| matches!(doc.kind(*node), Kind::Scalar(text, _) if text.len() == 1 && text >= "p"));
        let values: Vec<NodeId> = values.collect();
        assert_eq!(values.len(), paths.len());
        for (node, path) in values.into_iter().zip(paths) {
            assert_eq!(named_path(&doc, node).to_string(), path);
            assert_eq!(named(&doc, &path.parse().unwrap()), [node], "{path}");
        }
        // Of what carries a number the place is no name.
        assert!(named(&doc, &"a[0].wat".parse().unwrap()).is_empty());
    }
}
