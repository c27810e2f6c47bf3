//! One finding as text: what, where with the line itself, why, and how to mend it.

use super::excerpt::{draw, draw_hidden};
use super::screen::{Ink, Screen};
use super::shown::{Excerpt, Shown};
use super::{escape, word};
use crate::rules::{Severity, citation};

/// The finding, every line with its end.
pub(super) fn finding(shown: &Shown<'_>, screen: &Screen) -> String {
    let digits = shown.place.map_or(1, |(line, _)| line.to_string().len());
    let pad = " ".repeat(digits);
    let mut out = title(shown, screen);
    let place = shown.place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let arrow = screen.paint(Ink::Dim, &format!("{pad}-->"));
    out += &format!("{arrow} {}{place}\n", escape::line(shown.file));
    let mut label = shown.label;
    match shown.excerpt {
        Excerpt::None => {}
        Excerpt::Hidden => {
            out += &draw_hidden(shown.place.map_or(1, |(line, _)| line), shown.severity(), screen);
        }
        Excerpt::Line(spot) => {
            let drawn = draw(spot, label, shown.severity(), screen);
            label = label.filter(|_| drawn.label_left);
            out += &drawn.text;
            out += &format!("{}\n", screen.paint(Ink::Dim, &format!("{pad} |")));
        }
    }
    let note = |text: &str| note(text, digits, screen);
    if let Some(label) = label {
        out += &note(label);
    }
    out += &note(&format!("waarom: {}", shown.rule.reason));
    if let Some(citation) = citation(shown.rule.sources) {
        let indent = " ".repeat(digits + 3);
        for line in screen.wrap(&citation, &indent, &indent) {
            out += &format!("{}\n", screen.paint(Ink::Dim, &line));
        }
    }
    out + &note(&format!("zo los je het op: {}", shown.mend))
}

/// `fout[INB03]: De reactie …`.
fn title(shown: &Shown<'_>, screen: &Screen) -> String {
    let head = format!("{}[{}]", word(shown.severity()), shown.rule.id);
    let mut out = String::new();
    for (index, line) in screen.wrap(&format!("{head}: {}", shown.message), "", "  ").iter().enumerate() {
        let line = match line.strip_prefix(&head) {
            Some(rest) if index == 0 => screen.paint(ink(shown.severity()), &head) + &screen.paint(Ink::Bold, rest),
            _ => screen.paint(Ink::Bold, line),
        };
        out += &format!("{line}\n");
    }
    out
}

fn note(text: &str, digits: usize, screen: &Screen) -> String {
    let first = format!("{} = ", " ".repeat(digits));
    let rest = " ".repeat(digits + 3);
    screen.wrap(text, &first, &rest).iter().flat_map(|line| [line.as_str(), "\n"]).collect()
}

/// The ink of a severity.
pub(super) fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Fout => Ink::Fout,
        Severity::Waarschuwing => Ink::Waarschuwing,
        Severity::Advies => Ink::Tip,
    }
}
