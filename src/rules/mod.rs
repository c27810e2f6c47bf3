//! What the handbook asks, as a table of rules.
//!
//! A rule is one value: what it asks, when, why, where the handbook says so, how it
//! looks wrong and right, and the function that checks it. Everything that explains,
//! tests or lists rules walks [`all`]. No rule knows a terminal, the clock or a file;
//! none decides by itself whether it is its moment or whether it was answered.

mod across;
mod answer;
mod betrokkenen;
mod check;
mod decided;
mod example;
mod familie;
mod finding;
mod heading;
mod judge;
mod locate;
mod meeting_read;
mod one_card;
mod others;
mod scanned;
mod view;

pub use answer::Answer;
pub use betrokkenen::{Betrokkene, Betrokkenen, StemVan};
pub use check::{Options, Report, Scope, check_lone, check_tree};
pub use example::Example;
pub use familie::{ACUUT, Bewaard, Told, clash, clash_rule, te_lang_bewaard};
pub use finding::{Finding, Findings, Spot};
pub use heading::{EDITION, Heading, citation};
pub use judge::{Context, Judged, judge};
pub use meeting_read::{MeetingRead, read_case, read_meeting, read_regio, read_year, whole_calendar};
pub use one_card::OneCard;
pub use others::hits_of_name;
pub use scanned::{Named, ScanView, Where};
pub use view::{CardView, DiscussionView, FileView, MeetingDay, MeetingView, TreeView};

use crate::yaml::Problem;

/// How grave a finding is. Ordered from light to grave.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A hint; a screen calls it a *tip*.
    Advies,
    /// Something to look at; it stops nothing.
    Waarschuwing,
    /// It stops handing in, or leaves a file unfinished.
    Fout,
}

/// When a rule is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Always.
    Any,
    /// Of a card that is handed in, up to and including the day of its meeting.
    Kaart,
    /// The same, of a card that ends a measure.
    Afsluiten,
    /// The same, of a card that comes back for monitoring.
    Monitor,
    /// Of a meeting to come, once the chair began to decide.
    Agenda,
    /// Of a meeting that was held.
    Na,
}

/// What a check looks at; its signature says what it needs.
pub enum Check {
    /// What the reader of YAML noted, and whether the file stands in the team's folder: the
    /// sentence about it, when it is this rule's.
    Text(fn(&Problem, bool) -> Option<Told>),
    /// One decoded file, whatever it is.
    File(fn(&FileView<'_>, &mut Findings<'_>)),
    /// One card.
    Card(fn(&CardView<'_>, &mut Findings<'_>)),
    /// One card in the meeting for which it is handed in.
    CardInMeeting(fn(&CardView<'_>, &MeetingDay, &mut Findings<'_>)),
    /// What the scanner found in one file of the team's folder, or in its name.
    Scan(fn(&ScanView<'_>, &mut Findings<'_>)),
    /// One meeting with its cases.
    Meeting(fn(&MeetingView<'_>, &mut Findings<'_>)),
    /// One discussion of a case in a meeting that was held.
    Discussion(fn(&DiscussionView<'_>, &mut Findings<'_>)),
    /// A whole tree.
    Tree(fn(&TreeView<'_>, &mut Findings<'_>)),
}

/// A rule.
pub struct Rule {
    /// Its name: stable, never used again for another rule.
    pub id: &'static str,
    /// How grave a finding of it is.
    pub severity: Severity,
    /// When it is asked.
    pub moments: &'static [Moment],
    /// Where the handbook says it; empty for rules about the form of files.
    pub sources: &'static [Heading],
    /// What holds when the rule is kept, as one short sentence.
    pub title: &'static str,
    /// What it asks, in full.
    pub asks: &'static str,
    /// Why, in one or two sentences.
    pub reason: &'static str,
    /// How to mend it: an imperative that names the key.
    pub mend: &'static str,
    /// Rules that look at something near.
    pub see: &'static [&'static str],
    /// How it looks wrong.
    pub wrong: Example,
    /// How it looks right.
    pub right: Example,
    /// The functions that check it.
    pub checks: &'static [Check],
}

impl Rule {
    /// Whether people can answer for a finding of it in `verantwoording`: not for form, for
    /// what may not cross, and for acute danger.
    #[must_use]
    pub fn is_answerable(&self) -> bool {
        self.severity != Severity::Advies && answer::is_answerable(self.id)
    }

    /// Whether a decision of the chair to discuss a card all the same passes it by: all but
    /// form, pseudonyms and acute danger.
    #[must_use]
    pub fn is_passable(&self) -> bool {
        answer::chair_may_pass(self.id)
    }
}

/// Every rule, in the order of the handbook's route.
pub fn all() -> impl Iterator<Item = &'static Rule> {
    familie::TABLES.into_iter().flatten()
}

/// The rule with this name.
#[must_use]
pub fn find(id: &str) -> Option<&'static Rule> {
    all().find(|rule| rule.id.eq_ignore_ascii_case(id))
}
