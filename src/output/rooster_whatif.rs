//! What a change would do to the turns: who comes how often now, and then.

use super::rooster_fair::{bound, table};
use super::rooster_text::{changed, meetings, skewed_lines, what_next};
use super::{Ink, Screen, ShownRooster, ShownScenario, escape};
use crate::calendar::words::day_in_words;
use crate::roster::{Jaarrooster, Scenario};
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes what a change would do to the turns of a year; `next` are the commands to offer.
pub fn rooster_whatif(
    scenario: &ShownScenario,
    now: &ShownRooster,
    then: &ShownRooster,
    screen: &Screen,
    next: &[(String, String)],
    out: &mut impl Write,
) -> io::Result<()> {
    let (now, then) = (now.rooster(), then.rooster());
    let head = format!("Stel dat {}", words(scenario.scenario()));
    let mut lines: Vec<String> =
        screen.wrap(&head, "", "").into_iter().map(|line| screen.paint(Ink::Bold, &line)).collect();
    lines.extend(screen.wrap(&format!("{} Er wordt niets geschreven.", days(now, then)), "", ""));
    let mut same = Vec::new();
    for groep in &then.groepen {
        let was = now.groep(&groep.plan.naam);
        if was.is_some_and(|was| was.plan == groep.plan) {
            same.push(super::rooster_text::group_name(groep));
            continue;
        }
        lines.push(String::new());
        lines.extend(table(then, groep, was, screen));
        lines.extend(screen.wrap(&bound(groep), "  ", "  "));
        let remarks = changed(groep).into_iter().chain(skewed_lines(then, groep));
        lines.extend(remarks.flat_map(|text| screen.wrap(&text, "  ", "  ")));
    }
    if !same.is_empty() {
        lines.push(String::new());
        lines.extend(screen.wrap(&format!("Er verandert niets voor: {}.", same.join(", ")), "", ""));
    }
    lines.extend(what_next(next, screen));
    for line in lines {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn words(scenario: &Scenario) -> String {
    match scenario {
        Scenario::Weg { zetel, vanaf } => {
            format!("{} niet meer meedoet vanaf {}.", escape::flat(zetel), day_in_words(*vanaf))
        }
        Scenario::Erbij { zetel, groep, vanaf } => {
            let (seat, group) = (escape::flat(zetel), escape::flat(groep));
            format!("{seat} erbij komt in groep {group}, vanaf {}.", day_in_words(*vanaf))
        }
        Scenario::Dubbel { zetel } => {
            format!("{} dubbel telt, ook over wat al geweest is.", escape::flat(zetel))
        }
        Scenario::VakerVergaderen { vanaf } => {
            format!("jullie dubbel zo vaak vergaderen, vanaf {}.", day_in_words(*vanaf))
        }
        Scenario::MinderVergaderen { vanaf } => {
            format!("jullie half zo vaak vergaderen, vanaf {}.", day_in_words(*vanaf))
        }
    }
}

/// How many meetings there are, now and then.
fn days(now: &Jaarrooster, then: &Jaarrooster) -> String {
    let count = |rooster: &Jaarrooster| {
        let all = rooster.groepen.iter().flat_map(|groep| &groep.beurten);
        all.map(|komst| komst.datum).collect::<BTreeSet<_>>().len()
    };
    match (count(now), count(then)) {
        (one, other) if one == other => format!("Het jaar {} heeft {}.", then.jaar, meetings(one)),
        (one, other) => format!("Het jaar {} heeft nu {}, en dan {other}.", then.jaar, meetings(one)),
    }
}
