//! No word of a file comes out by way of its problems.

mod yaml_model;

use proptest::prelude::*;
use vt::yaml::{Problem, parse};
use yaml_model::Card;

/// A name as it could stand in a card, and nowhere in the program.
const CANARY: &str = "Kanarievogel";

fn assert_silent(problem: &Problem) {
    let shown = format!("{problem:?} {problem:#?} {problem} {}", problem.path);
    assert!(!shown.contains(CANARY), "{shown}");
}

fn problems(text: &str) -> Vec<Problem> {
    let text = text.replace("@@", CANARY);
    match parse(text.as_bytes()) {
        Ok(doc) => {
            assert!(!format!("{doc:?}").contains(CANARY));
            doc.read::<Card>().1
        }
        Err(problem) => vec![problem],
    }
}

const FILES: &[(usize, &str)] = &[
    // As key, value, anchor, alias, tag, in every place a problem can have.
    (
        14,
        "\
@@: @@
versie: @@
soort: @@
bijgewerkt: @@-30
inbrenger: {naam: x, @@, '@@ @@': &@@ @@, organisatie: [@@]}
gezin:
  leden:
  - @@
  - {wie: !@@ @@, woont_bij: @@, @@: @@}
vraag:
  @@: @@
experts: [*@@]
",
    ),
    // Doubles, anchors and the like below keys that are the file's own.
    (
        12,
        "\
@@: {@@: {a: &@@ 1, a: *@@, [@@]: x, <<: {@@: 1}}}
vraag: {@@: {a: 1, a: 2}}
telling: {@@: x, '@@ 2': {@@: 1, @@: 2}}
rollen: {@@: {naam: 1, naam: 2}, nieuw: {@@: 1, naam: [@@]}}
",
    ),
    (1, "- @@\n- {@@: @@}\n"),
    (1, "a: @@: @@\n"),
    (1, "a: '@@\n@@: x\n"),
    (1, "a: [@@\n@@: x\n"),
    (1, "a: \"@@\" @@\n"),
    (1, "a: \"@@ \\q @@\"\n"),
    (1, "@@\n"),
    (1, "@@: 1\n@@\n"),
    (1, "@@: 1\n\t@@: 2\n"),
    (1, "@@: | @@\n"),
    (1, "@@: 1\n---\n@@: 2\n"),
    (1, "%@@ @@\n@@: 1\n"),
    (1, "@@: !@@!@@ x\n"),
    (1, "@@: `@@`\n"),
    (1, "@@: \u{1}@@\n"),
    (1, "@@: x\r@@: y\n"),
    (1, "@@: \0\n"),
];

#[test]
fn no_word_of_the_file_is_told() {
    for (at_least, text) in FILES {
        let found = problems(text);
        assert!(found.len() >= *at_least, "{} {text}", found.len());
        found.iter().for_each(assert_silent);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 500, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nor_after_damage(file in prop::sample::select(FILES), at in any::<prop::sample::Index>(), with in "[ \n:'\"\\[{},-]{0,3}") {
        let cut = text_cut(file.1, at.index(file.1.len()));
        let text = format!("{}{with}{}", &file.1[..cut], &file.1[cut..]);
        let text = text.replace("@@", CANARY);
        match parse(text.as_bytes()) {
            Ok(doc) => doc.read::<Card>().1.iter().for_each(assert_silent),
            Err(problem) => assert_silent(&problem),
        }
    }
}

/// A place between two words, not inside one.
fn text_cut(text: &str, at: usize) -> usize {
    let at = text.floor_char_boundary(at);
    if text[..at].ends_with('@') && text[at..].starts_with('@') { at - 1 } else { at }
}
