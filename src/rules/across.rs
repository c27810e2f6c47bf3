//! The rules that look across files, over the decoded values of a tree.

use super::judge::Judged;
use super::locate::locate;
use super::{Check, DiscussionView, Finding, Findings, MeetingView, Moment, Rule, TreeView, all};
use crate::calendar::Calendar;
use crate::route::zaken;
use crate::store::{Case, CaseFile, Content, Meeting, Slot, Team, Walk, Zone, read};
use crate::tafel::{Plaats, tafel, was_there};
use crate::yaml::parse;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Everything that the rules across files look at.
pub(super) struct Across<'a> {
    pub zone: Zone,
    pub team: &'a Team,
    pub walk: &'a Walk,
    pub dossier: &'a [(Slot, Content)],
    pub calendar: &'a Calendar,
    pub today: NaiveDate,
}

impl Across<'_> {
    /// Asks every rule of the tree, and of each meeting whose moment it is.
    pub(super) fn findings(&self) -> FoundAcross {
        let mut out = Vec::new();
        self.of_tree(&mut out);
        for (day, meeting) in &self.team.meetings {
            self.of_meeting(*day, meeting, &mut out);
        }
        let mut by_file: BTreeMap<String, Vec<Finding>> = BTreeMap::new();
        for finding in out {
            by_file.entry(finding.file.clone()).or_default().push(finding);
        }
        FoundAcross(by_file)
    }

    fn of_tree(&self, out: &mut Vec<Finding>) {
        let present: BTreeSet<Slot> = self.walk.files.iter().map(|found| found.slot.clone()).collect();
        let view = TreeView {
            zone: self.zone,
            team: self.team,
            present: &present,
            strays: &self.walk.strays,
            dossier: self.dossier,
            calendar: self.calendar,
            today: self.today,
        };
        for (rule, check) in checks() {
            if let Check::Tree(check) = check {
                check(&view, &mut Findings::new(rule, "", out));
            }
        }
    }

    /// A meeting to come is judged once the chair began to decide, one that was held once a
    /// discussion was written down.
    fn of_meeting(&self, day: NaiveDate, meeting: &Meeting, out: &mut Vec<Finding>) {
        if day <= self.today {
            self.of_discussions(day, meeting, out);
        }
        let has_discussion = meeting.cases.values().any(Case::is_besproken);
        let decided = meeting.verzonden.is_some() || meeting.cases.values().any(|case| case.besluit.is_some());
        let held = day <= self.today && has_discussion;
        let to_come = day >= self.today && !has_discussion && decided;
        if !held && !to_come {
            return;
        }
        let tafel = tafel(self.team, day);
        let view = MeetingView { day, team: self.team, meeting, tafel: &tafel, held };
        let moment = if held { Moment::Na } else { Moment::Agenda };
        for (rule, check) in checks().filter(|(rule, _)| rule.moments.contains(&moment)) {
            if let Check::Meeting(check) = check {
                check(&view, &mut Findings::new(rule, Slot::Vergadering(day).path(), out));
            }
        }
    }

    /// Each discussion with its card and who sat there; of one that only began too, so that it is
    /// said what misses.
    fn of_discussions(&self, day: NaiveDate, meeting: &Meeting, out: &mut Vec<Finding>) {
        let there = meeting.aanwezig.as_ref().map(|aanwezig| was_there(aanwezig, self.team, day));
        for zaak in zaken(self.team, day) {
            let Some(bespreking) = zaak.files.bespreking.as_ref().filter(|own| !own.is_leeg()) else { continue };
            let at_it = |table: &Vec<Plaats>| table.iter().filter(|plaats| plaats.is_at(zaak.casus)).cloned().collect();
            let view = DiscussionView {
                day,
                regio: &self.team.regio,
                bespreking,
                kaart: zaak.kaart,
                soort: zaak.soort(),
                aan_tafel: there.as_ref().map(at_it),
            };
            let file = Slot::Case(day, zaak.casus, CaseFile::Bespreking).path();
            for (rule, check) in checks().filter(|(rule, _)| rule.moments.contains(&Moment::Na)) {
                if let Check::Discussion(check) = check {
                    check(&view, &mut Findings::new(rule, file.as_str(), out));
                }
            }
        }
    }
}

fn checks() -> impl Iterator<Item = (&'static Rule, &'static Check)> {
    all().flat_map(|rule| rule.checks.iter().map(move |check| (rule, check)))
}

/// What was found across files, by file.
pub(super) struct FoundAcross(BTreeMap<String, Vec<Finding>>);

impl FoundAcross {
    /// Gives a file its findings, with their place (the file is read once more) and their
    /// answer. Of a card that is not judged any more what is about handing in falls away.
    pub(super) fn give(&mut self, file: &mut Judged, root: &Path) {
        let Some(mut findings) = self.0.remove(&file.file) else { return };
        findings.retain(|finding| file.asked || !is_about_handing_in(finding.rule));
        findings.retain(|finding| !file.noted.says(finding));
        let bytes = read(&root.join(&file.file)).unwrap_or_default();
        let doc = parse(&bytes).ok();
        for finding in &mut findings {
            finding.identifiable = file.identifiable;
            if let Some(doc) = &doc {
                locate(finding, doc);
            }
            let answer = file.answers.iter().find(|answer| answer.covers(finding));
            finding.answer = answer.map(|answer| answer.reason.clone());
        }
        file.findings.append(&mut findings);
        if let Some(doc) = &doc {
            file.note_stays(doc);
        }
    }

    /// What is about files that are absent or were not read.
    pub(super) fn rest(self) -> Vec<Finding> {
        self.0.into_values().flatten().collect()
    }
}

/// Whether a rule is asked of cards that are handed in, and of nothing else.
fn is_about_handing_in(rule: &Rule) -> bool {
    rule.moments.iter().all(|moment| matches!(moment, Moment::Kaart | Moment::Afsluiten | Moment::Monitor))
}
