//! A whole tree, or a lone card: every file by itself, then the rules across files.

use super::answer::chair_may_pass;
use super::judge::{Context, Judged, judge};
use super::locate::locate;
use super::{Check, Finding, Findings, MeetingView, Moment, Rule, Severity, TreeView, all};
use crate::calendar::Calendar;
use crate::model::{BesluitSoort, Casus, Regio, Schakelaar};
use crate::store::{CaseFile, Content, Found, Root, Slot, Team, Walk, Zone, default_regio, read, walk};
use crate::tafel::{Tafel, tafel};
use crate::yaml::parse;
use chrono::NaiveDate;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
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
    /// Answers in `verantwoording` that answer nothing: file and place in the list.
    pub idle_answers: Vec<(String, usize)>,
    /// The region.
    pub regio: Regio,
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
    let context = Context {
        regio: &regio,
        calendar: &calendar,
        today: options.today,
        meeting: options.meeting,
        past_too: options.past_too,
    };
    let judged = judge(&Slot::LooseKaart, file, &read(path), &context);
    let mut report = Report { files: 1, ..Report::default() };
    collect(&mut report, vec![judged]);
    report.regio = regio;
    report
}

/// Judges a tree.
#[must_use]
pub fn check_tree(root: &Root, options: &Options) -> Report {
    let walk = walk(root);
    let regio = region_of(root);
    let calendar = Calendar::new(&regio);
    let context = Context {
        regio: &regio,
        calendar: &calendar,
        today: options.today,
        meeting: options.meeting,
        past_too: options.past_too,
    };
    let files: Vec<&Found> =
        walk.files.iter().filter(|found| is_read(&found.slot, &found.path, &options.scope)).collect();
    let mut judged: Vec<Judged> =
        files.par_iter().map(|found| judge(&found.slot, &found.slot.path(), &read(&found.path), &context)).collect();

    let mut team = Team::default();
    let mut dossier = Vec::new();
    for file in &mut judged {
        match file.content.take() {
            Some(content) if root.zone == Zone::Team => team.put(&file.slot, content),
            Some(content) => dossier.push((file.slot.clone(), content)),
            None => team.put_unreadable(&file.slot),
        }
    }
    let cancelled = cancelled(&team);
    if root.zone == Zone::Dossier || team.regio.gemeenten.is_empty() {
        team.regio = region_of(root);
    }
    drop_settled(&mut judged, &team);
    let calendar = calendar.with_cancelled(cancelled);
    let across = across(&Across { root, team: &team, walk: &walk, dossier: &dossier, calendar: &calendar, options });

    let shown = |file: &str| match &options.scope {
        Scope::All => true,
        Scope::Meeting(day) => file.starts_with(&format!("vergaderingen/{day}/")),
        Scope::Below(paths) => paths.iter().any(|path| root.path.join(file).starts_with(path)),
    };
    let files = judged.iter().filter(|judged| shown(&judged.file)).count();
    let mut report = Report { files, regio, ..Report::default() };
    let mut by_file: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
    for finding in across {
        by_file.entry(finding.file.clone()).or_default().push(finding);
    }
    for file in &mut judged {
        if let Some(mut findings) = by_file.remove(&file.file) {
            findings.retain(|finding| file.asked || !is_about_handing_in(finding.rule));
            settle(&mut findings, file, &root.path);
            file.findings.append(&mut findings);
        }
        pass_by_chair(file, &team);
    }
    report.findings.extend(by_file.into_values().flatten());
    collect(&mut report, judged);
    report.findings.retain(|finding| shown(&finding.file));
    report.idle_answers.retain(|(file, _)| shown(file));
    report
}

/// Whether a file is read at all: what is judged, and what that needs beside it.
fn is_read(slot: &Slot, path: &Path, scope: &Scope) -> bool {
    match scope {
        Scope::All => true,
        Scope::Meeting(day) => slot.meeting().is_none_or(|meeting| meeting == *day),
        Scope::Below(paths) => {
            let same_meeting = |wanted: &PathBuf| {
                let meeting =
                    |path: &Path| path.iter().skip_while(|part| *part != "vergaderingen").nth(1).map(ToOwned::to_owned);
                slot.meeting().is_some() && meeting(wanted).is_some() && meeting(wanted) == meeting(path)
            };
            slot.meeting().is_none() || paths.iter().any(|wanted| path.starts_with(wanted) || same_meeting(wanted))
        }
    }
}

/// The region of a tree: its own, or of a dossier that of the team it names.
fn region_of(root: &Root) -> Regio {
    let decoded = |path: &Path| {
        let bytes = read(path).ok()?;
        parse(&bytes).ok()?.read::<Regio>().0
    };
    match root.zone {
        Zone::Team => decoded(&root.path.join("regio.yaml")).unwrap_or_default(),
        Zone::Dossier => {
            let bytes = read(&root.path.join("dossier.yaml")).unwrap_or_default();
            let dossier = parse(&bytes).ok().and_then(|doc| doc.read::<crate::model::Dossier>().0);
            let team = dossier.and_then(|dossier| dossier.team);
            team.and_then(|team| decoded(&root.path.join(team).join("regio.yaml"))).unwrap_or_else(default_regio)
        }
    }
}

/// The days of meetings that do not take place.
fn cancelled(team: &Team) -> Vec<NaiveDate> {
    let cancelled = team
        .meetings
        .iter()
        .filter(|(_, meeting)| meeting.vergadering.as_ref().is_some_and(|vergadering| vergadering.vervalt.is_some()));
    cancelled.map(|(day, _)| *day).collect()
}

/// Of a card that was withdrawn, postponed or refused only form and pseudonyms are judged.
fn drop_settled(judged: &mut [Judged], team: &Team) {
    for file in judged {
        let Slot::Case(day, casus, CaseFile::Kaart) = file.slot else { continue };
        let settled = team.case(day, casus).is_some_and(|case| {
            let decision = case.besluit.as_ref().and_then(|besluit| besluit.besluit);
            case.ingetrokken.is_some() || matches!(decision, Some(BesluitSoort::Uitstellen | BesluitSoort::Afwijzen))
        });
        if settled {
            file.asked = false;
            file.findings.retain(|finding| finding.rule.moments.contains(&Moment::Any));
        }
    }
}

/// A decision to discuss a card all the same, with a reason, answers what is open on it.
fn pass_by_chair(file: &mut Judged, team: &Team) {
    let Slot::Case(day, casus, CaseFile::Kaart) = file.slot else { return };
    let Some(reason) = reason_of_chair(team, day, casus) else { return };
    for finding in file.findings.iter_mut().filter(|finding| finding.is_open()) {
        if chair_may_pass(finding.rule.id) {
            finding.answer = Some(reason.to_owned());
        }
    }
}

/// Why the chair takes this card all the same.
#[must_use]
pub(super) fn reason_of_chair(team: &Team, day: NaiveDate, casus: Casus) -> Option<&str> {
    let besluit = team.case(day, casus)?.besluit.as_ref()?;
    let agenderen = besluit.besluit == Some(BesluitSoort::Agenderen);
    besluit.reden.as_deref().filter(|reason| agenderen && !reason.trim().is_empty())
}

/// Everything that the rules across files look at.
struct Across<'a> {
    root: &'a Root,
    team: &'a Team,
    walk: &'a Walk,
    dossier: &'a [(Slot, Content)],
    calendar: &'a Calendar,
    options: &'a Options,
}

fn across(all_of: &Across<'_>) -> Vec<Finding> {
    let mut out = Vec::new();
    let present: BTreeSet<Slot> = all_of.walk.files.iter().map(|found| found.slot.clone()).collect();
    let view = TreeView {
        zone: all_of.root.zone,
        team: all_of.team,
        present: &present,
        strays: &all_of.walk.strays,
        dossier: all_of.dossier,
        calendar: all_of.calendar,
        today: all_of.options.today,
    };
    for (rule, check) in checks() {
        if let Check::Tree(check) = check {
            check(&view, &mut Findings::new(rule, "", &mut out));
        }
    }
    for (day, meeting) in &all_of.team.meetings {
        let has_discussion = meeting.cases.values().any(|case| case.bespreking.is_some());
        let held = *day <= all_of.options.today && has_discussion;
        let decided = meeting.verzonden.is_some() || meeting.cases.values().any(|case| case.besluit.is_some());
        let to_come = *day >= all_of.options.today && !has_discussion && decided;
        if !held && !to_come {
            continue;
        }
        let table: Tafel = tafel(all_of.team, *day);
        let view = MeetingView { day: *day, team: all_of.team, meeting, tafel: &table, held };
        let moment = if held { Moment::Na } else { Moment::Agenda };
        for (rule, check) in checks().filter(|(rule, _)| rule.moments.contains(&moment)) {
            if let Check::Meeting(check) = check {
                check(&view, &mut Findings::new(rule, format!("vergaderingen/{day}/vergadering.yaml"), &mut out));
            }
        }
    }
    out
}

/// Whether a rule is asked of cards that are handed in, and of nothing else.
fn is_about_handing_in(rule: &Rule) -> bool {
    rule.moments.iter().all(|moment| matches!(moment, Moment::Kaart | Moment::Afsluiten | Moment::Monitor))
}

fn checks() -> impl Iterator<Item = (&'static Rule, &'static Check)> {
    all().flat_map(|rule| rule.checks.iter().map(move |check| (rule, check)))
}

/// Gives findings across files their place, by reading their file once more, and their answer.
fn settle(findings: &mut [Finding], file: &Judged, root: &Path) {
    let bytes = read(&root.join(&file.file)).unwrap_or_default();
    let doc = parse(&bytes).ok();
    for finding in findings {
        finding.identifiable = file.identifiable;
        if let Some(doc) = &doc {
            locate(finding, doc);
        }
        let answer = file.answers.iter().find(|answer| answer.covers(finding));
        finding.answer = answer.map(|answer| answer.reason.clone());
    }
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
    report.findings.retain(|finding| {
        finding.rule.severity == Severity::Fout || regio.regels.get(finding.rule.id) != Some(&Schakelaar::Uit)
    });
    report.findings.sort_by(|a, b| {
        let place = |finding: &Finding| finding.spot.as_ref().map(|spot| (spot.line, spot.column));
        (&a.file, place(a), a.rule.id).cmp(&(&b.file, place(b), b.rule.id))
    });
}
