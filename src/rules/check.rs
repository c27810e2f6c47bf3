//! A whole tree, or a lone card: every file by itself, then the rules across files.

use super::across::Across;
use super::decided::{drop_settled, pass_by_chair};
use super::judge::{Context, Judged, judge};
use super::others::others;
use super::{Finding, Severity};
use crate::calendar::Calendar;
use crate::model::{Dossier, Regio, Schakelaar};
use crate::pseudo::TeamScan;
use crate::store::{Found, Root, Slot, Team, Zone, default_regio, read, read_found, walk};
use crate::yaml::parse;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

/// Which part of a tree is judged.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Scope {
    /// All of it.
    #[default]
    All,
    /// One meeting of a team's folder.
    Meeting(NaiveDate),
    /// The files with these paths (of a folder: all below it); their context is read too.
    Below(Vec<PathBuf>),
}

/// What is asked of a check.
#[derive(Debug, Clone)]
pub struct Options {
    /// Today.
    pub today: NaiveDate,
    /// Whether cards of past meetings are judged too.
    pub past_too: bool,
    /// Which part is judged.
    pub scope: Scope,
    /// The meeting for which a card outside the team's folder is judged.
    pub meeting: Option<NaiveDate>,
}

/// What a check found.
#[derive(Default)]
pub struct Report {
    /// Every finding, in order of file, place and rule.
    pub findings: Vec<Finding>,
    /// How many files were looked at.
    pub files: usize,
    /// How many rules could not be asked, since they want a meeting.
    pub without_meeting: usize,
    /// How many cards were not held against the rules for handing in, since their meeting has been.
    pub past: usize,
    /// Answers in `verantwoording` that answer nothing: file and place in the list.
    pub idle_answers: Vec<(String, usize)>,
    /// The region.
    pub regio: Regio,
    /// Whether that is the one in the program, since the tree's own or the team's that a
    /// dossier names can't be read now.
    pub is_region_assumed: bool,
}

impl Report {
    /// The open findings of a severity.
    #[must_use]
    pub fn open(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.is_open() && finding.rule.severity == severity).count()
    }

    /// The findings that people answered for.
    #[must_use]
    pub fn answered(&self) -> usize {
        self.findings.iter().filter(|finding| !finding.is_open()).count()
    }
}

/// Judges a card outside both trees; `file` is its path as it was given.
#[must_use]
pub fn check_lone(path: &Path, file: &str, options: &Options) -> Report {
    let regio = default_regio();
    let calendar = Calendar::new(&regio);
    let scan = TeamScan::new(&regio, &[]);
    let judged = judge(&Slot::LooseKaart, file, &read(path), &options.context(&regio, &calendar, &scan));
    let mut report = Report { files: 1, regio, ..Report::default() };
    collect(&mut report, vec![judged]);
    report.findings.iter_mut().for_each(|finding| finding.of_team = !finding.identifiable);
    report
}

/// Judges a tree: each file by itself, in parallel, then the rules across files over the
/// values, whose text is gone by then.
#[must_use]
pub fn check_tree(root: &Root, options: &Options) -> Report {
    let walk = walk(root);
    let (regio, has_region) = region_of(root);
    let calendar = Calendar::new(&regio);
    let scan = TeamScan::new(&regio, &[]);
    let hash = walk.files.iter().any(|found| matches!(found.slot, Slot::Verzonden(_)));
    let context = Context { hash, ..options.context(&regio, &calendar, &scan) };
    let read_too = walk.files.iter().filter(|found| options.scope.needs(&found.slot, &found.path));
    let read_too: Vec<&Found> = read_too.collect();
    let mut judged: Vec<Judged> =
        read_too.par_iter().map(|found| judge(&found.slot, &found.slot.path(), &read_found(found), &context)).collect();

    let mut team = Team::default();
    let mut dossier = Vec::new();
    for file in &mut judged {
        match file.content.take() {
            Some(content) if root.zone == Zone::Team => team.put(&file.slot, content),
            Some(content) => dossier.push((file.slot.clone(), content)),
            None => team.put_unreadable(&file.slot),
        }
        let Slot::Case(day, casus, _) = file.slot else { continue };
        if let Some((case, hash)) = team.case_mut(day, casus).zip(file.kaart_hash.take()) {
            case.kaart_hash = Some(hash);
        }
    }
    if root.zone == Zone::Dossier || team.regio.gemeenten.is_empty() {
        team.regio = region_of(root).0;
    }
    if !has_region {
        // Of a region that can't be read nobody knows what it plans in a year.
        team.regio.jaarprogramma = None;
    }
    let calendar = calendar.with_cancelled(cancelled(&team));
    let parts = Across {
        zone: root.zone,
        team: &team,
        walk: &walk,
        dossier: &dossier,
        calendar: &calendar,
        today: options.today,
    };
    let mut found = parts.findings();
    for file in &mut judged {
        drop_settled(file, &team);
        found.give(file, &root.path);
        pass_by_chair(file, &team);
    }
    let is_shown = |file: &str| options.scope.shows(root, file);
    let files = judged.iter().filter(|judged| is_shown(&judged.file)).count();
    let past = judged.iter().filter(|judged| judged.past && is_shown(&judged.file)).count();
    let mut report =
        Report { files, past, regio, is_region_assumed: !has_region, findings: found.rest(), ..Report::default() };
    if root.zone == Zone::Team {
        report.findings.extend(others(&walk, &scan, is_shown));
    }
    collect(&mut report, judged);
    report.findings.retain(|finding| is_shown(&finding.file));
    report.findings.iter_mut().for_each(|finding| finding.of_team = root.zone == Zone::Team);
    report.idle_answers.retain(|(file, _)| is_shown(file));
    report
}

impl Options {
    fn context<'a>(&self, regio: &'a Regio, calendar: &'a Calendar, scan: &'a TeamScan) -> Context<'a> {
        let scan = Some(scan);
        Context {
            regio,
            calendar,
            today: self.today,
            meeting: self.meeting,
            past_too: self.past_too,
            hash: false,
            scan,
        }
    }
}

impl Scope {
    /// Whether findings about a file (from the root, with `/`) are shown.
    fn shows(&self, root: &Root, file: &str) -> bool {
        match self {
            Self::All => true,
            Self::Meeting(day) => {
                let folder = root.path.join("vergaderingen").join(day.to_string());
                is_about(&root.path.join(file), &folder)
            }
            Self::Below(paths) => paths.iter().any(|path| is_about(&root.path.join(file), path)),
        }
    }

    /// Whether a file is read at all: what is judged, and its meeting and what stands
    /// outside meetings beside it.
    fn needs(&self, slot: &Slot, path: &Path) -> bool {
        let Some(own) = slot.meeting() else { return true };
        match self {
            Self::All => true,
            Self::Meeting(day) => own == *day,
            Self::Below(paths) => {
                let same_meeting = |wanted: &PathBuf| meeting_of(wanted) == Some(own);
                paths.iter().any(|wanted| path.starts_with(wanted) || same_meeting(wanted))
            }
        }
    }
}

/// Whether a finding about `file` is one about `asked`: something in it, or a folder above it
/// that is a link or can't be opened, so that nothing in it was seen.
fn is_about(file: &Path, asked: &Path) -> bool {
    file.starts_with(asked) || asked.starts_with(file)
}

/// The meeting in whose folder a path lies.
fn meeting_of(path: &Path) -> Option<NaiveDate> {
    let day = path.iter().skip_while(|part| *part != "vergaderingen").nth(1)?;
    day.to_str()?.parse().ok()
}

/// The region of a tree: its own, or of a dossier that of the team it names; and whether
/// that could be read.
pub(super) fn region_of(root: &Root) -> (Regio, bool) {
    let decoded = |path: &Path| {
        let bytes = read(path).ok()?;
        parse(&bytes).ok()?.read::<Regio>().0
    };
    let found = match root.zone {
        Zone::Team => decoded(&root.path.join("regio.yaml")),
        Zone::Dossier => {
            let bytes = read(&root.path.join("dossier.yaml")).unwrap_or_default();
            let dossier = parse(&bytes).ok().and_then(|doc| doc.read::<Dossier>().0);
            match dossier.and_then(|dossier| dossier.team) {
                Some(team) => decoded(&root.path.join(team).join("regio.yaml")),
                None => return (default_regio(), true),
            }
        }
    };
    // Of a region that can't be read that is said once, not with every municipality.
    found.map_or_else(|| (default_regio(), false), |regio| (regio, true))
}

/// The days of meetings that do not take place.
fn cancelled(team: &Team) -> Vec<NaiveDate> {
    let cancelled = team
        .meetings
        .iter()
        .filter(|(_, meeting)| meeting.vergadering.as_ref().is_some_and(|vergadering| vergadering.vervalt.is_some()));
    cancelled.map(|(day, _)| *day).collect()
}

/// Whether the region silences a finding: never a `fout`.
pub(super) fn is_silenced(finding: &Finding, regio: &Regio) -> bool {
    let is_off =
        |(id, is): (&String, &Schakelaar)| *is == Schakelaar::Uit && id.trim().eq_ignore_ascii_case(finding.rule.id);
    finding.rule.severity != Severity::Fout && regio.regels.iter().any(is_off)
}

/// Puts the findings of the files into a report: silenced rules out, in order.
fn collect(report: &mut Report, judged: Vec<Judged>) {
    for file in judged {
        report.without_meeting = report.without_meeting.max(file.without_meeting);
        if file.asked {
            let idle = file.answers.iter().filter(|answer| !file.findings.iter().any(|finding| answer.covers(finding)));
            report.idle_answers.extend(idle.map(|answer| (file.file.clone(), answer.index)));
        }
        report.findings.extend(file.findings);
    }
    let regio = &report.regio;
    report.findings.retain(|finding| !is_silenced(finding, regio));
    report.findings.sort_by(|a, b| {
        let place = |finding: &Finding| finding.spot.as_ref().map(|spot| (spot.line, spot.column));
        (&a.file, place(a), a.rule.id).cmp(&(&b.file, place(b), b.rule.id))
    });
}
