//! Any text at all: no panic, hits in order, and a planted name is found; disguises.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod scanned;

use proptest::prelude::*;
use scanned::{found_with, hits, known};
use vt::pseudo::Known;

fn family() -> Vec<Known> {
    vec![known("Daan", "", "", "Verhagen"), known("Kimberly", "Kim", "van", "Hees")]
}

/// Pieces of which hard texts are made.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "\\PC{0,12}",
        "[ .,:;'\"()\\-/@+*\n]{1,4}",
        "[0-9]{1,12}",
        "[A-Z][a-z]{1,8}",
        Just("Daan".to_owned()),
        Just("van den ".to_owned()),
        Just("geb. ".to_owned()),
        Just("BSN ".to_owned()),
        Just("J.P.".to_owned()),
        Just("\u{200b}\u{ad}e\u{301}".to_owned()),
        Just("straat 12 ".to_owned()),
        Just(" basisschool De ".to_owned()),
        Just("NL91ABNA".to_owned()),
        // One character that stands for four words.
        Just("A\u{fdfa}\u{3d2} ".to_owned()),
        Just(" \u{430}\u{ff21}\u{ff11} ".to_owned()),
    ];
    proptest::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn hits_are_sorted_inside_and_on_characters(text in pieces()) {
        let mut last = 0;
        for hit in hits(&text, &family()) {
            prop_assert!(hit.bytes.start >= last && hit.bytes.start < hit.bytes.end && hit.bytes.end <= text.len());
            prop_assert!(text.is_char_boundary(hit.bytes.start) && text.is_char_boundary(hit.bytes.end));
            last = hit.bytes.end;
        }
    }

    #[test]
    fn a_planted_name_is_found_in_any_surroundings(before in pieces(), after in pieces()) {
        for name in ["Verhagen", "Kimberly"] {
            let text = format!("{before} {name} {after}");
            let place = before.len() + 1..before.len() + 1 + name.len();
            let covered = hits(&text, &family()).iter().any(|hit| hit.bytes.start <= place.start && hit.bytes.end >= place.end);
            prop_assert!(covered, "{text:?}");
        }
    }
}

/// A name is found, however it is disguised.
#[track_caller]
fn disguised(name: &str) {
    let text = format!("Gisteren zag ik {name} bij het hek.");
    let family = family();
    let all = found_with(&text, &family);
    assert_eq!(all, [("persoon", name)], "{text}");
}

#[test]
fn disguises_of_a_name() {
    disguised("Da\u{200b}an");
    disguised("Ver\u{ad}hagen");
    disguised("\u{ff24}\u{ff41}\u{ff41}\u{ff4e}");
    disguised("D\u{430}\u{430}n");
    disguised("Da\u{301}an");
    disguised("Verhagen");
    disguised("VERHAGEN");
    disguised("\u{1d403}\u{1d41a}\u{1d41a}\u{1d427}");
}

#[test]
fn disguises_of_numbers() {
    for number in [
        "123\u{a0}456\u{a0}782",
        "123.456.782",
        "\u{ff11}23456782",
        "1234\u{2009}56\u{2009}782",
        "123\u{200b}456782",
        "123\u{2011}456\u{2011}782",
    ] {
        let text = format!("Zijn bsn is {number}, zegt hij.");
        assert_eq!(found_with(&text, &[]), [("bsn", number)], "{text}");
    }
    for number in ["06\u{2011}12345678", "06\u{a0}12\u{a0}34\u{a0}56\u{a0}78", "\u{ff10}\u{ff16}12345678"] {
        let text = format!("Bel {number} na vijf uur.");
        assert_eq!(found_with(&text, &[]), [("telefoon", number)], "{text}");
    }
}

#[test]
fn nothing_and_very_much() {
    assert_eq!(hits("", &family()), []);
    let long = "Daan ".repeat(20_000)
        + &"1".repeat(50_000)
        + &"-a".repeat(50_000)
        + &"van de ".repeat(20_000)
        + &"A.".repeat(30_000);
    assert!(!hits(&long, &family()).is_empty());
}
