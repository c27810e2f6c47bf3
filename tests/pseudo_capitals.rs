//! Names in capitals: found as in small letters, whole, and no flood of what is none.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod scanned;

use scanned::hits;
use std::ops::Range;
use vt::pseudo::Kind;

/// Texts of the corpus that was made to build with, with the places of names in characters, and
/// whether anything else in it must be found.
fn corpus(part: &str) -> Vec<(String, Vec<Range<usize>>, bool)> {
    let path = format!("{}/tests/corpus/{part}.jsonl", env!("CARGO_MANIFEST_DIR"));
    let lines = std::fs::read_to_string(path).unwrap();
    let read = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        let spans = value["spans"].as_array().unwrap();
        let at = |span: &serde_json::Value, key: &str| usize::try_from(span[key].as_u64().unwrap()).unwrap();
        let names = spans.iter().filter(|span| span["type"] == "persoon");
        let names = names.map(|span| at(span, "start")..at(span, "end")).collect();
        let may = value["mag"].as_array().is_some_and(|may| !may.is_empty());
        (value["tekst"].as_str().unwrap().to_owned(), names, spans.is_empty() && !may)
    };
    lines.lines().map(read).collect()
}

/// A text in capitals, as long in characters; only within these places when some are given.
fn loud(text: &str, within: Option<&[Range<usize>]>) -> String {
    let is_in = |at: usize| within.is_none_or(|places| places.iter().any(|place| place.contains(&at)));
    let one = |(at, c): (usize, char)| {
        let mut upper = c.to_uppercase();
        match (upper.next(), upper.next()) {
            (Some(upper), None) if is_in(at) => upper,
            _ => c,
        }
    };
    text.chars().enumerate().map(one).collect()
}

/// How many names are found whole, of how many; where only a part is found; and in how many
/// sentences without anything something is found, of how many.
fn measured(part: &str, all: bool) -> [usize; 5] {
    let [mut whole, mut names, mut half, mut alarms, mut clean] = [0; 5];
    for (text, places, is_clean) in corpus(part) {
        let loud = loud(&text, (!all).then_some(&places));
        let starts: Vec<usize> = loud.char_indices().map(|(at, _)| at).chain([loud.len()]).collect();
        let found = hits(&loud, &[]);
        if is_clean {
            clean += 1;
            let is = found.iter().any(|hit| hit.kind == Kind::Persoon);
            alarms += usize::from(is);
        }
        for place in places {
            let bytes = starts[place.start]..starts[place.end];
            let covered = |at: usize| found.iter().any(|hit| hit.bytes.contains(&at));
            let letters = || loud[bytes.clone()].char_indices().filter(|(_, c)| c.is_alphanumeric());
            let seen = letters().filter(|(at, _)| covered(bytes.start + at)).count();
            names += 1;
            whole += usize::from(seen == letters().count());
            half += usize::from(seen > 0 && seen < letters().count());
        }
    }
    [whole, names, half, alarms, clean]
}

/// On the part of the corpus that the scanner was built with. In usual letters nearly all are found.
#[test]
fn names_in_capitals_are_found_nearly_as_often_as_in_small_letters() {
    let [whole, names, half, alarms, clean] = measured("dev", true);
    assert_eq!((names, clean), (480, 148));
    assert!(whole >= 455 && half <= 3 && alarms <= 2, "all: {whole} whole, {half} half, {alarms} alarms");
    let [whole, _, half, alarms, _] = measured("dev", false);
    assert!(whole >= 460 && half <= 3 && alarms == 0, "names: {whole} whole, {half} half, {alarms} alarms");
}

/// The names in a text, one after the other.
fn names(text: &str) -> Vec<&str> {
    let found = hits(text, &[]).into_iter().filter(|hit| hit.kind == Kind::Persoon);
    found.map(|hit| &text[hit.bytes]).collect()
}

#[test]
fn a_name_in_capitals_is_found_whole() {
    for (text, found) in [
        ("JEROEN VERHAGEN EN KIM VAN HEES willen uitstel.", &["JEROEN VERHAGEN", "KIM VAN HEES"][..]),
        ("Mevrouw VAN HEES belt.", &["VAN HEES"]),
        ("Moeder zegt dat MARK vaak drinkt.", &["MARK"]),
        ("Ik wil dat PETER rustig blijft.", &["PETER"]),
        ("AANWEZIG:\nSOFIE BAKKER\nLINDA DE WIT", &["SOFIE BAKKER", "LINDA DE WIT"]),
        ("VAN HEES BELT.", &["VAN HEES"]),
        ("Jan DE BOER belt.", &["Jan DE BOER"]),
        ("JAN DE BOER EN MEVROUW VAN DER BERG KOMEN NIET.", &["JAN DE BOER", "VAN DER BERG"]),
        ("PETER BAKKER en Mo EL AMRANI komen.", &["PETER BAKKER", "Mo EL AMRANI"]),
        ("DHR. J. VAN DIJK EN TH. ROKS ZIJN ER NIET.", &["J. VAN DIJK", "TH. ROKS"]),
        ("Met TRUDY BAKKEREN-DE VOS gebeld.", &["TRUDY BAKKEREN-DE VOS"]),
        ("Met ANS HAGENAARS en DE GROOT gebeld.", &["ANS HAGENAARS", "DE GROOT"]),
        (
            "FATIMA EL KHATTABI, ILSE DE WIT EN PIETER JAN VAN DEN BROEK",
            &["FATIMA EL KHATTABI", "ILSE DE WIT", "PIETER JAN VAN DEN BROEK"],
        ),
    ] {
        assert_eq!(names(text), found, "{text}");
    }
}

#[test]
fn short_forms_and_lines_in_capitals_are_no_names() {
    for text in [
        "KIND 1 GAAT NAAR SCHOOL. MOEDER WIL DAT NIET. DE GGZ, SPRING, RVDK EN CJG ZIJN ERBIJ.",
        "LET OP: DIT IS EEN SPOEDGEVAL. BEL DIRECT DE CRISISDIENST.",
        "Overleg met GGZ, SPRING, RVDK, CJG, UWV, IND, SKJ en VEILIG THUIS.",
        "DIT IS VAN BELANG VOOR DE HULPVERLENER VAN DE GEMEENTE.",
        "Het is een GROOT probleem, DE GROOTSTE van allemaal. Dat mag NIET MEER.",
        "MET DE JET-SKI NAAR DE TWEE-ONDER-EEN-KAP.",
    ] {
        assert_eq!(names(text), [""; 0], "{text}");
    }
}
