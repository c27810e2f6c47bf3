//! What of a finding may be seen. Every format, text or JSON, is made from [`Shown`] only:
//! here, and nowhere else, the line of a family's card and the words of people are taken
//! out when the screen is not the terminal of its owner.

use super::veil::Veil;
use crate::rules::{Finding, Rule, Severity, Spot};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

/// What stands for words that are not shown.
pub const LEFT_OUT: &str = "[weggelaten]";

/// A finding as far as this screen may see it.
pub struct Shown<'f> {
    /// The rule.
    pub rule: &'static Rule,
    /// The file.
    pub file: Cow<'f, str>,
    /// The path of keys; none for a text that is no YAML and for a file that is absent.
    pub key: Option<String>,
    /// Line and column, from 1.
    pub place: Option<(u32, u32)>,
    /// The line itself.
    pub excerpt: Excerpt<'f>,
    /// What is wrong.
    pub message: &'f str,
    /// A few words under the mark.
    pub label: Option<&'f str>,
    /// How to mend it.
    pub mend: &'f str,
    /// The reason that people gave.
    pub answer: Option<Cow<'f, str>>,
}

/// The line of a finding.
#[derive(Clone, Copy)]
pub enum Excerpt<'f> {
    /// There is no line.
    None,
    /// There is one, for the terminal of its owner only.
    Hidden,
    /// The line with its mark.
    Line(&'f Spot),
}

impl Shown<'_> {
    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// Whether nobody answered for it.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.answer.is_none()
    }
}

/// The findings as far as they may be seen, on the terminal of their owner or elsewhere. What
/// people wrote in the team's folder goes through the veil, also on a terminal.
///
/// A line with something that should not be in the team's folder is one for the terminal
/// too, whichever rule points at it.
#[must_use]
pub fn show<'f>(findings: &'f [Finding], terminal: bool, veil: &Veil) -> Vec<Shown<'f>> {
    let line = |finding: &Finding| finding.spot.as_ref().map_or(0, |spot| spot.line);
    let named = findings.iter().filter(|finding| finding.rule.id.starts_with("PSE")).flat_map(|finding| {
        let (file, first) = (finding.file.as_str(), line(finding));
        (first..=finding.last_line.unwrap_or(first)).map(move |line| (file, line))
    });
    let named: BTreeSet<(&str, u32)> = named.collect();
    // What refers to nothing that the region knows may be anything, also behind a key for names.
    let leads_nowhere = |finding: &Finding| {
        let spot = finding.spot.as_ref().filter(|_| finding.rule.id == "MAP02");
        spot.is_some_and(|spot| veil.text(&spot.text, &[]) != spot.text)
    };
    let hides = |finding: &Finding| {
        let is_named = || named.contains(&(finding.file.as_str(), line(finding)));
        !terminal && (finding.identifiable || is_named() || leads_nowhere(finding))
    };
    // A file may have thousands.
    let mut files: BTreeMap<&str, String> = BTreeMap::new();
    for finding in findings.iter().filter(|finding| finding.of_team) {
        files.entry(&finding.file).or_insert_with(|| {
            let (above, path) = finding.file.split_at(finding.above);
            veil.who(above) + &veil.path(path)
        });
    }
    let of = |finding: &'f Finding| {
        let mut shown = shown(finding, hides(finding), finding.identifiable && !terminal, veil);
        if let Some(file) = files.get(finding.file.as_str()).filter(|_| finding.of_team) {
            shown.file = Cow::Owned(file.clone());
        }
        shown
    };
    findings.iter().map(of).collect()
}

fn shown<'f>(finding: &'f Finding, hide_line: bool, hide_answer: bool, veil: &Veil) -> Shown<'f> {
    let excerpt = match &finding.spot {
        None => Excerpt::None,
        Some(_) if hide_line => Excerpt::Hidden,
        Some(spot) => Excerpt::Line(spot),
    };
    let answer = finding.answer.as_deref().map(|answer| match (hide_answer, finding.of_team) {
        (true, _) => Cow::Borrowed(LEFT_OUT),
        (false, true) => Cow::Owned(veil.text(answer, &finding.may_stand)),
        (false, false) => Cow::Borrowed(answer),
    });
    Shown {
        rule: finding.rule,
        file: Cow::Borrowed(&finding.file),
        key: finding.key.as_ref().map(ToString::to_string),
        place: finding.spot.as_ref().map(|spot| (spot.line, spot.column)),
        excerpt,
        message: &finding.message,
        label: finding.label.as_deref(),
        mend: &finding.mend,
        answer,
    }
}
