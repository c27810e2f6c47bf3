//! The rules against the interview: what a rule finds on a card of a dossier is answered by
//! a question that names the rule.

use super::common::Good;
use std::collections::BTreeSet;
use vt::interview::{gaps, questions};
use vt::rules::{Example, all, find};
use vt::store::Zone;

/// Rules about a card of a dossier of which no question answers what they find. INB07 is
/// about the day on which it is handed in; a version is no answer.
const BY_HAND: [&str; 2] = ["INB07", "VER01"];

#[test]
fn every_finding_on_a_card_has_a_question_that_names_its_rule() {
    let mut failures = Vec::new();
    let mut answered = BTreeSet::new();
    for rule in all() {
        let is_form = rule.id.starts_with("YAML") || BY_HAND.contains(&rule.id);
        let (Example::Dossierkaart(_), false) = (rule.wrong, is_form) else { continue };
        let (wrong, zone) = Good::with(&rule.wrong);
        for finding in wrong.check(zone).findings {
            let found = gaps(&finding);
            if found.is_empty() {
                failures.push(format!("{}: no question for {:?}", rule.id, finding.key));
            }
            for gap in found {
                let key = gap.path.to_string();
                let key: String = key
                    .split(['[', ']'])
                    .enumerate()
                    .map(|(nth, part)| if nth % 2 == 0 { part.to_owned() } else { "[]".to_owned() })
                    .collect();
                let question = questions().find(|question| question.key == key);
                answered.insert(rule.id);
                if !question.is_some_and(|question| question.rules.contains(&rule.id)) {
                    failures.push(format!("{}: the question about {key} does not name it", rule.id));
                }
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
    assert!(answered.len() > 20, "{answered:?}");
    for question in questions() {
        for id in question.rules {
            assert!(find(id).is_some(), "{}: {id}", question.key);
        }
    }
}

#[test]
fn a_person_of_whom_nothing_stands_there_is_asked_about_in_the_list() {
    let good = Good::new();
    good.lay(
        Zone::Dossier,
        "RSD-2026-00412/kaart.yaml",
        "gesprek_gezin: {geinformeerd: [{wie: moeder, datum: 2026-02-20, waarom_uitgelegd: ja, akkoord: ja, reactie: Goed.}]}",
    );
    let found: Vec<(String, Option<String>)> = good
        .check(Zone::Dossier)
        .findings
        .iter()
        .flat_map(gaps)
        .map(|gap| (gap.path.to_string(), gap.person))
        .collect();
    let list = "gesprek_gezin.geinformeerd".to_owned();
    assert!(found.contains(&(list.clone(), Some("vader".to_owned()))), "{found:?}");
    assert!(found.contains(&(list, Some("kind1".to_owned()))), "{found:?}");
}
