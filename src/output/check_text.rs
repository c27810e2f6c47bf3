//! A check as text: the findings, what was answered, the count, and what to do next.

use super::finding::finding;
use super::screen::{Ink, Screen};
use super::shown::Shown;
use super::{escape, word};
use crate::rules::Severity;
use std::io::{self, Write};

/// A check with all that a screen says about it.
pub struct Checked<'f> {
    /// Every finding, in order.
    pub findings: Vec<Shown<'f>>,
    /// What was checked, when it is a whole tree: "Teammap West-Brabant West, vr 27 februari 2026".
    pub heading: Option<String>,
    /// How many files were looked at, when that says something.
    pub files: Option<usize>,
    /// How many rules could not be asked, since they want a meeting.
    pub without_meeting: usize,
    /// Whether hints are shown, not only counted.
    pub tips: bool,
    /// Only the findings: no count, nothing about what is next.
    pub quiet: bool,
    /// What to do next.
    pub next: Next,
}

/// What to do next.
#[derive(Default)]
pub struct Next {
    /// A sentence before the commands.
    pub words: Option<String>,
    /// Commands that can be pasted, each with what it does.
    pub commands: Vec<(String, String)>,
}

/// How many lines a reason takes before it is cut.
const MOST_LINES: usize = 3;

/// Writes the check.
pub fn check_text(checked: &Checked<'_>, screen: &Screen, out: &mut impl Write) -> io::Result<()> {
    let is_seen = |shown: &&Shown<'_>| checked.tips || shown.severity() != Severity::Advies;
    let seen: Vec<&Shown<'_>> = checked.findings.iter().filter(is_seen).collect();
    let mut blocks: Vec<String> =
        seen.iter().filter(|shown| shown.is_open()).map(|shown| finding(shown, screen)).collect();
    blocks.extend(answered(&seen, screen));
    if !checked.quiet {
        let nothing_shown = blocks.is_empty();
        let mut last = summary(checked, nothing_shown, screen);
        let mut next_block = next(&checked.next, screen);
        if nothing_shown && checked.next.words.is_none() {
            // Nothing is wrong: what can be done stands right below, without a heading.
            last.extend(screen.rows(&checked.next.commands, "  ").iter().flat_map(|line| [line.as_str(), "\n"]));
            next_block = None;
        }
        blocks.push(last);
        blocks.extend(next_block);
    }
    out.write_all(blocks.join("\n").as_bytes())
}

/// The findings that people answered for, each with rule, place and reason.
fn answered(seen: &[&Shown<'_>], screen: &Screen) -> Option<String> {
    let mut out = format!("{}\n", screen.paint(Ink::Bold, "Beantwoord"));
    let before = out.len();
    for shown in seen {
        let Some(answer) = &shown.answer else { continue };
        let place = shown.place.map(|(line, _)| format!(":{line}")).unwrap_or_default();
        out += &format!("  {}  {}{place}\n", shown.rule.id, escape::line(shown.file));
        let mut lines = screen.wrap(&escape::flat(answer), "    ", "    ");
        let left = lines.len().saturating_sub(MOST_LINES);
        if left > 0 {
            lines.truncate(MOST_LINES);
            let rest = if left == 1 { "1 regel".to_owned() } else { format!("{left} regels") };
            lines.push(format!("    (nog {rest})"));
        }
        for line in lines {
            out += &format!("{line}\n");
        }
    }
    (out.len() > before).then_some(out)
}

fn summary(checked: &Checked<'_>, nothing_shown: bool, screen: &Screen) -> String {
    let mut out = String::new();
    if let Some(heading) = checked.heading.as_ref().filter(|_| nothing_shown) {
        for line in screen.wrap(heading, "", "  ") {
            out += &format!("{}\n", screen.paint(Ink::Bold, &line));
        }
    }
    let files = match checked.files {
        Some(1) => "1 bestand bekeken: ".to_owned(),
        Some(files) => format!("{files} bestanden bekeken: "),
        None => String::new(),
    };
    let counts = counts(&checked.findings);
    let counts = if files.is_empty() { capital(&counts) } else { counts };
    for line in screen.wrap(&format!("{files}{counts}"), "", "  ") {
        out += &format!("{line}\n");
    }
    match checked.without_meeting {
        0 => {}
        1 => out += "1 regel vraagt een vergadering: geef --vergadering.\n",
        rules => out += &format!("{rules} regels vragen een vergadering: geef --vergadering.\n"),
    }
    out
}

/// "2 fouten, 1 waarschuwing, 3 tips"; what is none is left out, unless nothing is wrong.
fn counts(findings: &[Shown<'_>]) -> String {
    let open = |severity| findings.iter().filter(|shown| shown.is_open() && shown.severity() == severity).count();
    let (errors, warnings, tips) = (open(Severity::Fout), open(Severity::Waarschuwing), open(Severity::Advies));
    let answered = findings.iter().filter(|shown| !shown.is_open()).count();
    if findings.is_empty() {
        return "alles in orde".to_owned();
    }
    let mut parts = Vec::new();
    if errors + warnings == 0 {
        parts.push("geen fouten".to_owned());
        parts.push("geen waarschuwingen".to_owned());
    }
    for (count, severity) in [(errors, Severity::Fout), (warnings, Severity::Waarschuwing), (tips, Severity::Advies)] {
        if count > 0 {
            parts.push(counted(count, severity));
        }
    }
    if answered > 0 {
        parts.push(format!("{answered} beantwoord"));
    }
    parts.join(", ")
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// "1 fout", "2 fouten".
fn counted(count: usize, severity: Severity) -> String {
    match (count, severity) {
        (1, _) => format!("1 {}", word(severity)),
        (_, Severity::Fout) => format!("{count} fouten"),
        (_, Severity::Waarschuwing) => format!("{count} waarschuwingen"),
        (_, Severity::Advies) => format!("{count} tips"),
    }
}

/// "Wat nu?" with commands that can be pasted.
pub(super) fn next(next: &Next, screen: &Screen) -> Option<String> {
    if next.words.is_none() && next.commands.is_empty() {
        return None;
    }
    let head = "Wat nu?";
    let words = next.words.as_deref().unwrap_or_default();
    let mut out = String::new();
    for line in screen.wrap(&format!("{head} {words}"), "", "") {
        let line = match line.strip_prefix(head) {
            Some(rest) if out.is_empty() => screen.paint(Ink::Bold, head) + rest,
            _ => line,
        };
        out += &format!("{line}\n");
    }
    for line in screen.rows(&next.commands, "  ") {
        out += &format!("{line}\n");
    }
    Some(out)
}
