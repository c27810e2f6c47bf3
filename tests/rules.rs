//! The table of rules tests itself: every rule's wrong example gives findings of that rule
//! and of no other, its right example none at all.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

mod common;

#[path = "rules/answers.rs"]
mod answers;
#[path = "rules/asked.rs"]
mod asked;
#[path = "rules/canary.rs"]
mod canary;
#[path = "rules/halfway.rs"]
mod halfway;
#[path = "rules/references.rs"]
mod references;
#[path = "rules/scanned.rs"]
mod scanned;
#[path = "rules/year.rs"]
mod year;

use common::{Good, all_shown, options, shown};
use std::collections::{BTreeMap, BTreeSet};
use vt::rules::{Check, Moment, Rule, Severity, all, check_tree, citation, find};
use vt::store::Zone;

#[test]
fn the_good_trees_are_good() {
    let good = Good::new();
    for zone in [Zone::Team, Zone::Dossier] {
        for past_too in [false, true] {
            let report = check_tree(&good.root(zone), &vt::rules::Options { past_too, ..options() });
            assert_eq!(all_shown(&report), Vec::<String>::new(), "{zone:?}");
            assert_eq!(report.idle_answers, [], "{zone:?}");
            assert_eq!(report.without_meeting, 0, "{zone:?}");
        }
    }
}

#[test]
fn every_rule_finds_its_wrong_example_and_passes_its_right_one() {
    let mut failures = Vec::new();
    for rule in all() {
        let (wrong, zone) = Good::with(&rule.wrong);
        let report = wrong.check(zone);
        let ids: BTreeSet<&str> = report.findings.iter().map(|finding| finding.rule.id).collect();
        if ids != BTreeSet::from([rule.id]) {
            failures.push(format!("{}, wrong: {:#?}", rule.id, all_shown(&report)));
        }
        for finding in &report.findings {
            let whole = [&finding.message, &finding.mend].iter().all(|text| text.ends_with(['.', '?']));
            failures.extend((!whole).then(|| format!("no sentence: {} {}", shown(finding), finding.mend)));
            failures.extend(misplaced(finding, &wrong, zone).map(|why| format!("{why}: {}", shown(finding))));
        }
        let (right, zone) = Good::with(&rule.right);
        let report = right.check(zone);
        if !report.findings.is_empty() {
            failures.push(format!("{}, right: {:#?}", rule.id, all_shown(&report)));
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Why a finding does not lie in its file, if so.
fn misplaced(finding: &vt::rules::Finding, tree: &Good, zone: Zone) -> Option<&'static str> {
    let text = std::fs::read(tree.path(zone, &finding.file)).ok();
    let Some(spot) = &finding.spot else {
        let readable = text.is_some_and(|text| vt::yaml::parse(&text).is_ok());
        return (finding.key.is_some() && readable).then_some("no place");
    };
    let Some(text) = text else { return Some("a place in a file that is absent") };
    let line = vt::yaml::line_text(&text, spot.line);
    let chars = line.chars().count();
    if line != spot.text.as_str() {
        Some("another line")
    } else if spot.mark.is_empty() && !line.is_empty() || spot.mark.start > chars || spot.mark.end > chars.max(1) {
        Some("a mark outside its line")
    } else if spot.mark.start + 1 != spot.column as usize {
        Some("a mark at another column")
    } else {
        None
    }
}

/// The families in the order of the handbook's route, as the catalogue lists them.
const FAMILIES: [&str; 22] = [
    "YAML", "VOL", "VER", "MAP", "INB", "MEL", "FEI", "KRT", "STM", "ROU", "PSE", "VRG", "AGD", "BSP", "NAZ", "RVK",
    "MTR", "OVD", "VIE", "ROO", "JAR", "BEW",
];

fn family(rule: &Rule) -> &'static str {
    rule.id.trim_end_matches(|c: char| c.is_ascii_digit())
}

#[test]
fn ids_are_unique_well_formed_and_in_the_order_of_the_catalogue() {
    let mut seen = BTreeSet::new();
    let mut last = 0;
    for rule in all() {
        assert!(seen.insert(rule.id), "{} stands there twice", rule.id);
        let number = &rule.id[family(rule).len()..];
        assert!(number.len() == 2 && number != "00", "{}", rule.id);
        let place = FAMILIES.iter().position(|family| *family == self::family(rule)).expect(rule.id);
        assert!(place >= last, "{} stands behind a later family", rule.id);
        last = place;
        assert_eq!(find(&rule.id.to_lowercase()).map(|found| found.id), Some(rule.id));
    }
    let numbered: Vec<&str> =
        all().map(|rule| rule.id).filter(|id| id.starts_with("YAML") || id.starts_with("MAP")).collect();
    assert!(numbered.is_sorted_by_key(|id| (id.starts_with("MAP"), *id)), "{numbered:?}");
}

#[test]
fn every_rule_says_what_it_asks_and_why_in_whole_sentences() {
    let mut failures = Vec::new();
    for rule in all() {
        let mut fail = |why: String| failures.push(format!("{}: {why}", rule.id));
        for (name, text) in [("title", rule.title), ("asks", rule.asks), ("reason", rule.reason), ("mend", rule.mend)] {
            let starts = text.starts_with(|c: char| c.is_uppercase() || c == '`') || text.starts_with("vt ");
            if !starts || !text.ends_with(['.', '?']) || text.trim() != text || text.contains("  ") {
                fail(format!("{name} is no sentence: {text}"));
            }
            for word in ["anoniem", "geanonimiseerd", "vergeten", "fout gedaan", "RVT", "AVG-proof"] {
                if text.split(|c: char| !c.is_alphanumeric() && c != '-').any(|part| part == word) {
                    fail(format!("{name} says {word}"));
                }
            }
        }
        let is_form = matches!(family(rule), "YAML" | "MAP" | "VOL");
        if !is_form && !rule.mend.contains('`') {
            fail(format!("the mend names no key or command: {}", rule.mend));
        }
        if rule.title.chars().count() > 90 {
            fail("the title is long".to_owned());
        }
        let is_sourced = !matches!(family(rule), "YAML" | "VOL" | "VER" | "MAP" | "BEW");
        if citation(rule.sources).is_some() != is_sourced {
            fail("a rule has a source, unless it is about the form of files or about the law".to_owned());
        }
        for see in rule.see {
            if *see == rule.id || rule.see.iter().filter(|other| *other == see).count() > 1 {
                fail(format!("sees {see}"));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

#[test]
fn a_rule_is_asked_at_a_moment_that_its_checks_have() {
    for rule in all() {
        assert!(!rule.checks.is_empty() && !rule.moments.is_empty(), "{}", rule.id);
        let moments = |wanted: &[Moment]| rule.moments.iter().any(|moment| wanted.contains(moment));
        for check in rule.checks {
            let fits = match check {
                Check::Text(_) | Check::File(_) | Check::Scan(_) => moments(&[Moment::Any]),
                // Of a rule about cards or meetings the walker keeps only what is due.
                Check::Tree(_) => true,
                Check::Card(_) | Check::CardInMeeting(_) => {
                    moments(&[Moment::Any, Moment::Kaart, Moment::Afsluiten, Moment::Monitor])
                }
                Check::Discussion(_) => moments(&[Moment::Na]),
                Check::Meeting(_) => moments(&[Moment::Agenda, Moment::Na]),
            };
            assert!(fits, "{}", rule.id);
        }
    }
}

/// The severities of §5 of the design for the families that are no plain `fout`.
#[test]
fn severities_are_those_of_the_catalogue() {
    let light = BTreeMap::from([
        ("MAP01", Severity::Waarschuwing),
        ("INB18", Severity::Waarschuwing),
        ("INB11", Severity::Waarschuwing),
        ("INB15", Severity::Waarschuwing),
        ("INB17", Severity::Advies),
        ("MEL01", Severity::Waarschuwing),
        ("MEL02", Severity::Waarschuwing),
        ("MEL04", Severity::Waarschuwing),
        ("FEI01", Severity::Waarschuwing),
        ("FEI06", Severity::Advies),
        ("FEI07", Severity::Advies),
        ("FEI08", Severity::Advies),
        ("KRT03", Severity::Waarschuwing),
        ("KRT04", Severity::Waarschuwing),
        ("KRT05", Severity::Waarschuwing),
        ("KRT06", Severity::Waarschuwing),
        ("KRT07", Severity::Advies),
        ("STM02", Severity::Waarschuwing),
        ("STM03", Severity::Advies),
        ("ROU01", Severity::Waarschuwing),
        ("PSE03", Severity::Waarschuwing),
        ("VRG07", Severity::Waarschuwing),
        ("VRG12", Severity::Waarschuwing),
        ("VRG13", Severity::Waarschuwing),
        ("AGD02", Severity::Waarschuwing),
        ("BSP07", Severity::Waarschuwing),
        ("BSP10", Severity::Advies),
        ("BSP11", Severity::Waarschuwing),
        ("BSP12", Severity::Waarschuwing),
        ("NAZ01", Severity::Waarschuwing),
        ("RVK02", Severity::Waarschuwing),
        ("MTR03", Severity::Advies),
        ("MTR04", Severity::Waarschuwing),
        ("OVD01", Severity::Waarschuwing),
        ("OVD03", Severity::Waarschuwing),
        ("VIE01", Severity::Advies),
        ("VIE02", Severity::Waarschuwing),
        ("BEW01", Severity::Waarschuwing),
        ("ROO04", Severity::Waarschuwing),
        ("JAR01", Severity::Waarschuwing),
    ]);
    for rule in all() {
        assert_eq!(rule.severity, light.get(rule.id).copied().unwrap_or(Severity::Fout), "{}", rule.id);
    }
}

/// A mend that sends someone to a command that is not there is worse than none.
#[test]
fn a_command_in_the_words_of_a_rule_exists() {
    let texts = all().flat_map(|rule| [rule.title, rule.asks, rule.reason, rule.mend]);
    let named = texts.flat_map(|text| text.split("`vt ").skip(1));
    let mut named: Vec<&str> = named.filter_map(|rest| rest.split([' ', '`']).next()).collect();
    named.sort_unstable();
    named.dedup();
    for command in named {
        let ran = assert_cmd::Command::cargo_bin("vt").unwrap().args([command, "--help"]).assert();
        ran.success();
    }
}
