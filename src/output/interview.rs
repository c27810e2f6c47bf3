//! A question of the interview as a person at a terminal sees it.

use super::screen::{Ink, Screen};
use crate::calendar::words::{day_in_words, span};
use crate::interview;
use crate::model::Tijdstip;
use crate::rules::{Finding, Rule, Severity, citation};

/// A question and what stands around it.
#[derive(Default)]
pub struct Asked<'a> {
    /// The parts of the card that begin here, and the person or fact.
    pub titles: Vec<String>,
    /// What a rule found there.
    pub found: Option<(&'static str, &'a str)>,
    /// The question.
    pub ask: &'a str,
    /// What belongs there.
    pub hint: &'a str,
    /// What can be chosen, numbered.
    pub choices: Vec<&'a str>,
    /// What stands there now.
    pub now: Option<String>,
    /// Whether that is a list to which more can be added.
    pub is_list: bool,
    /// How it is answered, when that is not by one line.
    pub how: &'a str,
}

/// Said once, before the first question.
#[must_use]
pub fn interview_keys(screen: &Screen) -> String {
    let rows = [
        ("Enter", "slaat een vraag over, of laat staan wat er staat"),
        ("?", "waarom dit wordt gevraagd"),
        ("terug", "naar de vorige vraag"),
        ("leeg", "haalt weg wat er staat"),
        ("stop", "stopt; elk antwoord is dan al bewaard"),
    ];
    let rows: Vec<(String, String)> = rows.map(|(key, does)| (key.to_owned(), does.to_owned())).into();
    text(screen.rows(&rows, "  "))
}

/// A question.
#[must_use]
pub fn asked(asked: &Asked<'_>, screen: &Screen) -> String {
    let mut lines = vec![String::new()];
    for title in &asked.titles {
        lines.extend(screen.wrap(title, "", "").into_iter().map(|line| screen.paint(Ink::Bold, &line)));
    }
    if let Some((rule, message)) = asked.found {
        lines.extend(screen.wrap(&format!("{rule}: {message}"), "", "  "));
    }
    let hint = if asked.hint.is_empty() { String::new() } else { format!(" ({})", asked.hint) };
    lines.extend(screen.wrap(&format!("{}{hint}", asked.ask), "", "  "));
    for (nth, choice) in asked.choices.iter().enumerate() {
        lines.extend(screen.wrap(choice, &format!("{:>4} ", nth + 1), "     "));
    }
    if let Some(now) = &asked.now {
        let keeps = if asked.is_list { "Enter: dit is alles" } else { "Enter: blijft zo" };
        if now.contains('\n') {
            lines.push(format!("  Nu ({keeps}):"));
            lines.extend(now.lines().flat_map(|part| screen.wrap(part, "    ", "    ")));
        } else {
            lines.extend(screen.wrap(&format!("{now} ({keeps})"), "  Nu: ", "      "));
        }
    }
    if !asked.how.is_empty() {
        lines.extend(screen.wrap(asked.how, "  ", "  "));
    }
    text(lines)
}

/// Why something is asked: what it means, or what the rules say that wait for it.
#[must_use]
pub fn asked_why(key: &str, rules: &[&Rule], screen: &Screen) -> String {
    let mut lines = Vec::new();
    if let Some(words) = interview::uitleg(key) {
        return text(screen.wrap(words, "  ", "  "));
    }
    for rule in rules {
        lines.extend(screen.wrap(&format!("{} {}", rule.title, rule.reason), "  ", "  "));
        if let Some(source) = citation(rule.sources) {
            let source = screen.wrap(&source, "  ", "  ");
            lines.extend(source.into_iter().map(|line| screen.paint(Ink::Dim, &line)));
        }
        lines.push(format!("  vt uitleg {}", rule.id));
    }
    if rules.is_empty() {
        let why = "Dit hoeft niet: zonder dit antwoord kun je ook inbrengen. Het helpt het team om het gezin te \
                   begrijpen, of vt om namen in je teksten te herkennen. Overslaan mag, met Enter.";
        lines.extend(screen.wrap(why, "  ", "  "));
    }
    text(lines)
}

/// A day that was understood, said back.
#[must_use]
pub fn understood(day: Tijdstip) -> String {
    match day {
        Tijdstip::Dag(day) => format!("  {}\n", day_in_words(day)),
        Tijdstip::Maand(_) => format!("  {}\n", span(day)),
    }
}

/// What the rules still find, in a sentence.
#[must_use]
pub fn still_open(findings: &[Finding]) -> String {
    let count = |severity| findings.iter().filter(|finding| finding.rule.severity == severity).count();
    let said = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    };
    let counts = [
        said(count(Severity::Fout), "fout", "fouten"),
        said(count(Severity::Waarschuwing), "waarschuwing", "waarschuwingen"),
    ];
    let counts: Vec<String> = counts.into_iter().flatten().collect();
    if counts.is_empty() { "Niets meer open.".to_owned() } else { format!("Nog {}.", counts.join(" en ")) }
}

fn text(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}
