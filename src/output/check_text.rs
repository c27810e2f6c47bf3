//! A check as text: the findings, what was answered, the count, and what to do next.

use super::finding::finding;
use super::screen::{Ink, Screen};
use super::shown::Shown;
use super::{escape, word};
use crate::calendar::words::capital;
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
    /// How many cards that were asked for were left alone, since their meeting has been.
    pub past: usize,
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
    let open = seen.iter().filter(|shown| shown.is_open());
    let mut blocks: Vec<Vec<String>> = open.map(|shown| finding(shown, screen)).collect();
    blocks.push(answered(&seen, screen));
    blocks.retain(|block| !block.is_empty());
    if !checked.quiet {
        let nothing_shown = blocks.is_empty();
        let mut last = summary(checked, nothing_shown, screen);
        if nothing_shown && checked.next.words.is_none() {
            // Nothing is wrong: what can be done stands right below, without a heading.
            last.extend(screen.rows(&checked.next.commands, "  "));
            blocks.push(last);
        } else {
            blocks.extend([last, next(&checked.next, screen)]);
        }
    }
    write_blocks(&blocks, out)
}

/// Writes blocks of lines, parted by one empty line.
pub(super) fn write_blocks(blocks: &[Vec<String>], out: &mut impl Write) -> io::Result<()> {
    for (index, block) in blocks.iter().filter(|block| !block.is_empty()).enumerate() {
        if index > 0 {
            writeln!(out)?;
        }
        for line in block {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

/// The findings that people answered for, each with rule, place and reason.
fn answered(seen: &[&Shown<'_>], screen: &Screen) -> Vec<String> {
    let mut out = Vec::new();
    for shown in seen {
        let Some(answer) = &shown.answer else { continue };
        if out.is_empty() {
            out.push(screen.paint(Ink::Bold, "Beantwoord"));
        }
        let place = shown.place.map(|(line, _)| format!(":{line}")).unwrap_or_default();
        out.push(format!("  {}  {}{place}", shown.rule.id, escape::line(&shown.file)));
        let lines = screen.wrap(&escape::flat(answer), "    ", "    ");
        let left = lines.len().saturating_sub(MOST_LINES);
        out.extend(lines.into_iter().take(MOST_LINES));
        match left {
            0 => {}
            1 => out.push("    (nog 1 regel)".to_owned()),
            left => out.push(format!("    (nog {left} regels)")),
        }
    }
    out
}

fn summary(checked: &Checked<'_>, nothing_shown: bool, screen: &Screen) -> Vec<String> {
    let heading = checked.heading.as_ref().filter(|_| nothing_shown);
    let heading = heading.iter().flat_map(|heading| screen.wrap(heading, "", "  "));
    let mut lines: Vec<String> = heading.map(|line| screen.paint(Ink::Bold, &line)).collect();
    let counts = counts(&checked.findings);
    let counts = match checked.files {
        Some(1) => format!("1 bestand bekeken: {counts}"),
        Some(files) => format!("{files} bestanden bekeken: {counts}"),
        None => capital(&counts),
    };
    lines.extend(screen.wrap(&counts, "", "  "));
    let past = match checked.past {
        0 => None,
        1 => Some("De vergadering van deze kaart is geweest; wat er inhoudelijk aan mist, zegt --alles.".to_owned()),
        many => {
            Some(format!("De vergadering van {many} kaarten is geweest; wat er inhoudelijk aan mist, zegt --alles."))
        }
    };
    lines.extend(past.iter().flat_map(|past| screen.wrap(past, "", "  ")));
    let without = match checked.without_meeting {
        0 => None,
        1 => Some("1 regel vraagt een vergadering: geef --vergadering.".to_owned()),
        rules => Some(format!("{rules} regels vragen een vergadering: geef --vergadering.")),
    };
    lines.extend(without.iter().flat_map(|text| screen.wrap(text, "", "  ")));
    lines
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
pub(super) fn next(next: &Next, screen: &Screen) -> Vec<String> {
    const HEAD: &str = "Wat nu?";
    if next.words.is_none() && next.commands.is_empty() {
        return Vec::new();
    }
    let words = next.words.as_deref().unwrap_or_default();
    let mut lines = screen.wrap(&format!("{HEAD} {words}"), "", "");
    if let Some(first) = lines.first_mut() {
        *first = first.replacen(HEAD, &screen.paint(Ink::Bold, HEAD), 1);
    }
    lines.extend(screen.rows(&next.commands, "  "));
    lines
}
