//! One finding as text: what, where with the line itself, why, and how to mend it.

use super::excerpt::{draw, draw_hidden};
use super::screen::{Ink, Screen};
use super::shown::{Excerpt, Shown};
use super::{escape, word};
use crate::rules::{Severity, citation};

/// The lines of a finding.
pub(super) fn finding(shown: &Shown<'_>, screen: &Screen) -> Vec<String> {
    let digits = shown.place.map_or(1, |(line, _)| line.to_string().len());
    let pad = " ".repeat(digits);
    let place = shown.place.map(|(line, column)| format!(":{line}:{column}")).unwrap_or_default();
    let arrow = screen.paint(Ink::Dim, &format!("{pad}-->"));

    let mut lines = title(shown, screen);
    lines.push(format!("{arrow} {}{place}", escape::line(&shown.file)));
    let mut label = shown.label;
    match shown.excerpt {
        Excerpt::None => {}
        Excerpt::Hidden => {
            lines.extend(draw_hidden(shown.place.map_or(1, |(line, _)| line), shown.severity(), screen));
        }
        Excerpt::Line(spot) => {
            let drawn = draw(spot, label, shown.severity(), screen);
            label = label.filter(|_| drawn.label_left);
            lines.extend(drawn.lines);
            lines.push(screen.paint(Ink::Dim, &format!("{pad} |")));
        }
    }
    let first = format!("{pad} = ");
    let rest = " ".repeat(first.len());
    lines.extend(label.iter().flat_map(|label| screen.wrap(label, &first, &rest)));
    lines.extend(screen.wrap(&format!("waarom: {}", shown.rule.reason), &first, &rest));
    let citation = citation(shown.rule.sources).map(|citation| screen.wrap(&citation, &rest, &rest));
    lines.extend(citation.into_iter().flatten().map(|line| screen.paint(Ink::Dim, &line)));
    lines.extend(screen.wrap(&format!("zo los je het op: {}", shown.mend), &first, &rest));
    lines
}

/// `fout[INB03]: De reactie …`.
fn title(shown: &Shown<'_>, screen: &Screen) -> Vec<String> {
    let head = format!("{}[{}]", word(shown.severity()), shown.rule.id);
    let mut lines = screen.wrap(&format!("{head}: {}", shown.message), "", "  ").into_iter();
    let first = lines.next().map(|line| match line.strip_prefix(&head) {
        Some(rest) => screen.paint(ink(shown.severity()), &head) + &screen.paint(Ink::Bold, rest),
        None => screen.paint(Ink::Bold, &line),
    });
    first.into_iter().chain(lines.map(|line| screen.paint(Ink::Bold, &line))).collect()
}

/// The ink of a severity.
fn ink(severity: Severity) -> Ink {
    match severity {
        Severity::Fout => Ink::Fout,
        Severity::Waarschuwing => Ink::Waarschuwing,
        Severity::Advies => Ink::Tip,
    }
}
