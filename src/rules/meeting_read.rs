//! Reading one meeting, with the earlier meetings that its cases name and no others.

use super::check::is_silenced;
use super::{Context, Finding, judge};
use crate::calendar::Calendar;
use crate::model::{Casus, Regio};
use crate::route::{eerder, moved_along, zaak};
use crate::store::{CaseFile, Folder, Found, ReadProblem, Slot, Team, kaart_hash, read};
use chrono::{Datelike, NaiveDate};
use std::collections::{BTreeMap, BTreeSet};

/// What was read for one meeting.
pub struct MeetingRead {
    /// The values.
    pub team: Team,
    /// When there is a meeting; this one is left out when it was cancelled.
    pub calendar: Calendar,
    /// What was found on each card, by the meeting in whose folder it lies.
    pub cards: BTreeMap<(NaiveDate, Casus), Vec<Finding>>,
    /// Files of this meeting that could not be read at all, with what is wrong.
    pub unreadable: Vec<Finding>,
}

/// Reads a meeting. The card rules are asked whatever the day, so that the same meeting
/// reads the same a year later.
pub fn read_meeting(folder: &Folder, day: NaiveDate) -> Result<MeetingRead, ReadProblem> {
    let regio = read_regio(folder)?;
    let mut reading = MeetingRead {
        calendar: Calendar::new(&regio),
        team: Team { regio, ..Team::default() },
        cards: BTreeMap::new(),
        unreadable: Vec::new(),
    };
    let mut files = folder.absences();
    files.push(folder.file(Slot::Rooster(day.year())));
    let (of_meeting, cases) = folder.meeting(day);
    files.extend(of_meeting);
    for found in &files {
        reading.take(found, day);
    }
    let mut seen: BTreeSet<(NaiveDate, Casus)> = BTreeSet::new();
    let mut wanted: Vec<(NaiveDate, Casus)> = cases.into_iter().map(|casus| (day, casus)).collect();
    while let Some((meeting, casus)) = wanted.pop() {
        if !seen.insert((meeting, casus)) {
            continue;
        }
        for found in folder.case(meeting, casus) {
            reading.take(&found, day);
        }
        wanted.extend(reading.before(meeting, casus).map(|earlier| (earlier, casus)));
    }
    let cancelled = reading.team.meetings.get(&day).and_then(|meeting| meeting.vergadering.as_ref());
    if cancelled.is_some_and(|vergadering| vergadering.vervalt.is_some()) {
        reading.calendar = reading.calendar.with_cancelled([day]);
    }
    Ok(reading)
}

/// The region of a folder; what is wrong in it is for `vt check`.
pub fn read_regio(folder: &Folder) -> Result<Regio, ReadProblem> {
    let bytes = read(&folder.file(Slot::Regio).path)?;
    let doc = crate::yaml::parse(&bytes).map_err(|_| ReadProblem::Failed)?;
    Ok(doc.read().0.unwrap_or_default())
}

impl MeetingRead {
    /// Reads one file into its place.
    fn take(&mut self, found: &Found, meeting: NaiveDate) {
        let bytes = read(&found.path);
        if bytes == Err(ReadProblem::Absent) {
            return;
        }
        let context = Context {
            regio: &self.team.regio,
            calendar: &self.calendar,
            today: meeting,
            meeting: None,
            past_too: true,
        };
        let mut judged = judge(&found.slot, &found.slot.path(), &bytes, &context);
        judged.findings.retain(|finding| !is_silenced(finding, &self.team.regio));
        if let Some(content) = judged.content {
            self.team.put(&found.slot, content);
        } else {
            self.team.put_unreadable(&found.slot);
            if found.slot.meeting().is_none_or(|day| day == meeting) {
                self.unreadable.extend(judged.findings.first().cloned());
            }
        }
        let Slot::Case(day, casus, CaseFile::Kaart) = found.slot else { return };
        self.cards.insert((day, casus), judged.findings);
        if let (Some(case), Ok(bytes)) = (self.team.case_mut(day, casus), bytes) {
            case.kaart_hash = Some(kaart_hash(&bytes));
        }
    }

    /// The earlier meetings that a case names where it stands.
    fn before(&self, day: NaiveDate, casus: Casus) -> impl Iterator<Item = NaiveDate> {
        let verwacht = self.team.case(day, casus).and_then(|case| case.verwacht.as_ref()?.van).map(|van| van.0);
        let earlier = zaak(&self.team, day, casus).and_then(|zaak| eerder(&zaak));
        let moved = moved_along(&self.team, day, casus).collect::<Vec<_>>();
        verwacht.into_iter().chain(earlier).chain(moved).filter(move |before| *before < day)
    }
}
