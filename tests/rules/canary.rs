//! No word of a file comes back in a message, a mend, a label or a path of keys.

use crate::common::{Good, all_shown};
use rayon::prelude::*;
use serde_yaml::Value;
use vt::rules::{Report, all};
use vt::store::Zone;

/// A name that is no word of the program.
const CANARY: &str = "Quirijntje";

/// How far apart the words lie that are spoilt together: far enough for neighbours to stay whole.
const STRIDE: usize = 17;
/// The same in the few keys of an example.
const SHORT: usize = 5;

/// Puts the canary in every n-th scalar and key, from `offset` on; how many it saw.
fn spoil(value: &mut Value, (stride, offset): (usize, usize), mut seen: usize) -> usize {
    let mut is_turn = || {
        seen += 1;
        seen % stride == offset
    };
    match value {
        Value::Mapping(map) => {
            let spoil_key = |(key, value)| (if is_turn() { CANARY.into() } else { key }, value);
            *map = std::mem::take(map).into_iter().map(spoil_key).collect();
            map.values_mut().fold(seen, |seen, value| spoil(value, (stride, offset), seen))
        }
        Value::Sequence(items) => items.iter_mut().fold(seen, |seen, item| spoil(item, (stride, offset), seen)),
        scalar => {
            if is_turn() {
                *scalar = CANARY.into();
            }
            seen
        }
    }
}

/// Puts this value in the place of every scalar.
fn spoil_all(value: &mut Value, with: &Value) {
    match value {
        Value::Mapping(map) => map.values_mut().for_each(|value| spoil_all(value, with)),
        Value::Sequence(items) => items.iter_mut().for_each(|item| spoil_all(item, with)),
        scalar => *scalar = with.clone(),
    }
}

/// `spoilt` is the file with the canary in it: the mend of a card may name what `regio.yaml` lists.
fn assert_silent(report: &Report, spoilt: &str) {
    let named = |rule: &str| spoilt == "regio.yaml" && rule == "INB13";
    for finding in report.findings.iter().filter(|finding| !named(finding.rule.id)) {
        let words = [&finding.message, &finding.mend].into_iter().chain(&finding.label);
        let key = finding.key.as_ref().map(ToString::to_string).unwrap_or_default();
        let said = words.map(|words| words.to_lowercase()).chain([key.to_lowercase(), finding.file.to_lowercase()]);
        for words in said {
            assert!(!words.contains(&CANARY.to_lowercase()), "{}: {:?}", finding.rule.id, all_shown(report));
        }
    }
}

#[test]
fn no_value_and_no_key_of_a_file_comes_back() {
    let good = Good::new();
    let mut words = 0;
    for zone in [Zone::Team, Zone::Dossier] {
        for file in good.files(zone) {
            let text = good.read(zone, &file);
            let whole: Value = serde_yaml::from_str(&text).unwrap();
            for shape in [
                Value::from(CANARY),
                Value::from(format!("{CANARY} 2026-13-45")),
                Value::Sequence(vec![CANARY.into()]),
                Value::Mapping([(CANARY.into(), CANARY.into())].into_iter().collect()),
            ] {
                let mut value = whole.clone();
                spoil_all(&mut value, &shape);
                good.write(zone, &file, &serde_yaml::to_string(&value).unwrap());
                assert_silent(&good.check(zone), &file);
            }
            for offset in 0..STRIDE {
                let mut value = whole.clone();
                words += spoil(&mut value, (STRIDE, offset), 0) / STRIDE;
                good.write(zone, &file, &serde_yaml::to_string(&value).unwrap());
                assert_silent(&good.check(zone), &file);
            }
            good.write(zone, &file, &text);
        }
    }
    assert!(words > 1_000, "{words}");
}

#[test]
fn no_word_of_a_broken_file_comes_back() {
    let good = Good::new();
    std::fs::remove_dir_all(good.path(Zone::Team, "vergaderingen")).unwrap();
    let file = "afwezigheid/rucphen.yaml";
    for text in [
        "&",
        "*",
        "!",
        "<<: *",
        "%",
        "---\n",
        "\"",
        "'",
        "[",
        "{",
        "- ",
        "|",
        "> ",
        "\t",
        "a: b: ",
        "? ",
        ":",
        "#",
        "`",
        "afwezig: &",
        "afwezig: *",
        "afwezig: {",
        "afwezig: {a: ",
        "afwezig: [",
        "afwezig:\n ",
        "versie: 1\n---\n",
        "\u{0}",
        "\u{7}",
        "\r",
        "afwezig: \"\\q",
        "versie: ",
        "versie: 2\n",
        "versie: 1\nafwezig: {komma, ",
    ] {
        for tail in ["", "\n", ": x\n", " x: y\n", "]\n", "}\n", "\nafwezig: 1\n"] {
            good.write(Zone::Team, file, &format!("{text}{CANARY}{tail}"));
            assert_silent(&good.check(Zone::Team), file);
        }
    }
}

#[test]
fn no_word_of_an_example_comes_back() {
    let before = Good::new();
    all().collect::<Vec<_>>().into_par_iter().for_each(|rule| {
        let (good, zone) = Good::with(&rule.wrong);
        for file in good.files(zone) {
            let Ok(text) = std::fs::read_to_string(good.path(zone, &file)) else { continue };
            let Ok(whole) = serde_yaml::from_str::<Value>(&text) else { continue };
            if before.files(zone).contains(&file) && before.read(zone, &file) == text {
                continue;
            }
            for offset in 0..SHORT {
                let mut value = whole.clone();
                spoil(&mut value, (SHORT, offset), 0);
                good.write(zone, &file, &serde_yaml::to_string(&value).unwrap());
                assert_silent(&good.check(zone), &file);
            }
            good.write(zone, &file, &text);
        }
    });
}
