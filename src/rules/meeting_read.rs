//! Reading one meeting, with the earlier meetings that its cases name and no others; and
//! what the turns of a year follow from.

use super::answer::chair_may_pass;
use super::check::is_silenced;
use super::decided::reason_of_chair;
use super::familie::not_opened;
use super::{Context, Finding, find, judge};
use crate::calendar::Calendar;
use crate::model::{BesluitSoort, Casus, Datum, Regio};
use crate::pseudo::TeamScan;
use crate::roster::Jaarrooster;
use crate::route::{Stand, eerder, moved_along, zaak, zaken};
use crate::store::{CaseFile, Closed, Content, Folder, Found, Look, ReadProblem, Slot, Team, decode, read_found};
use crate::tafel::whose_absence_counts;
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
    /// What this meeting needs and could not be read, or not whole, with what is wrong.
    pub unreadable: Vec<Finding>,
    /// Where a case goes by now that was postponed from here, when that is another meeting.
    pub gone_on: BTreeMap<Casus, NaiveDate>,
}

/// What an earlier meeting of a case is read for: which card it had there, what came of it,
/// and where it came from.
const EARLIER: [CaseFile; 4] = [CaseFile::Verwacht, CaseFile::Kaart, CaseFile::Bespreking, CaseFile::Nazorg];

/// Reads a meeting. The card rules are asked whatever the day, so that the same meeting
/// reads the same a year later.
pub fn read_meeting(folder: &Folder, day: NaiveDate) -> Result<MeetingRead, ReadProblem> {
    let mut reading = MeetingRead::start(folder)?;
    let scan = TeamScan::new(&reading.team.regio, &[]);
    reading.take_all(&folder.rooster(day.year()), day, &scan);
    reading.plan_turns(folder, day, &scan);
    let away = whose_absence_counts(&reading.team, day);
    reading.take_all(&folder.absences(|name| away.contains(name)), day, &scan);
    let meeting = folder.meeting(day);
    reading.take_all(&meeting, day, &scan);
    reading.take_cases(folder, meeting.cases, day, &scan);
    reading.answer_by_chair(day);
    reading.follow(folder, day);
    Ok(reading.or_cancelled(day))
}

/// Reads one case in one meeting, with the earlier meetings that it names and nothing else.
pub fn read_case(folder: &Folder, day: NaiveDate, casus: Casus) -> Result<MeetingRead, ReadProblem> {
    let mut reading = MeetingRead::start(folder)?;
    let scan = TeamScan::new(&reading.team.regio, &[]);
    reading.take_all(&folder.deviations(|of| of == day), day, &scan);
    reading.take_cases(folder, vec![casus], day, &scan);
    Ok(reading.or_cancelled(day))
}

/// Reads what the turns of a year follow from: the rosters up to that year, every absence,
/// and which meetings were cancelled.
pub fn read_year(folder: &Folder, year: i32) -> Result<MeetingRead, ReadProblem> {
    let mut reading = MeetingRead::start(folder)?;
    let scan = TeamScan::new(&reading.team.regio, &[]);
    let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    reading.take_all(&folder.rosters(|of| of <= year), day, &scan);
    reading.take_all(&folder.absences(|_| true), day, &scan);
    let years: BTreeSet<i32> = reading.team.roosters.keys().copied().chain([year]).collect();
    reading.take_all(&folder.deviations(|day| years.contains(&day.year())), day, &scan);
    let meetings = reading.team.meetings.iter();
    let cancelled =
        meetings.filter(|(_, meeting)| meeting.vergadering.as_ref().is_some_and(|own| own.vervalt.is_some()));
    let cancelled: Vec<NaiveDate> = cancelled.map(|(day, _)| *day).collect();
    reading.calendar = reading.calendar.with_cancelled(cancelled);
    Ok(reading)
}

/// The calendar of a region without every meeting that its folder says is cancelled: to look
/// where something can move to.
#[must_use]
pub fn whole_calendar(folder: &Folder, regio: &Regio) -> Calendar {
    let files = folder.deviations(|_| true).files;
    let cancelled = files.iter().filter_map(|found| {
        let Slot::Vergadering(day) = found.slot else { return None };
        let bytes = read_found(found).ok()?;
        let file: Option<crate::model::Vergadering> = crate::yaml::parse(&bytes).ok()?.read().0;
        file?.vervalt.is_some().then_some(day)
    });
    Calendar::new(regio).with_cancelled(cancelled)
}

/// The meeting to which a case went on from another, or with which that one was cancelled. What
/// can't be read there is said where that meeting is read.
fn went_on(folder: &Folder, day: NaiveDate, casus: Casus) -> Option<NaiveDate> {
    let files = folder.deviations(|of| of == day).files;
    let files = files.into_iter().chain(folder.case(day, casus, &[CaseFile::Besluit], false).files);
    let mut to = files.filter_map(|found| {
        let doc = read_found(&found).ok()?;
        match decode(&found.slot, &crate::yaml::parse(&doc).ok()?).0? {
            Content::Vergadering(own) => own.vervalt?.naar,
            Content::Besluit(own) => own.naar.filter(|_| own.besluit == Some(BesluitSoort::Uitstellen)),
            _ => None,
        }
    });
    to.next().map(|to| to.0)
}

/// The region of a folder; what is wrong in it is for `vt check`.
pub fn read_regio(folder: &Folder) -> Result<Regio, ReadProblem> {
    let bytes = folder.regio()?;
    let doc = crate::yaml::parse(&bytes).map_err(|_| ReadProblem::Failed)?;
    Ok(doc.read().0.unwrap_or_default())
}

impl MeetingRead {
    /// The region, and nothing read yet.
    fn start(folder: &Folder) -> Result<Self, ReadProblem> {
        let regio = read_regio(folder)?;
        Ok(Self {
            calendar: Calendar::new(&regio),
            team: Team { regio, ..Team::default() },
            cards: BTreeMap::new(),
            unreadable: Vec::new(),
            gone_on: BTreeMap::new(),
        })
    }

    /// Follows the cases that were postponed from here: the meeting to which they went may have
    /// been cancelled, or they were postponed again there.
    fn follow(&mut self, folder: &Folder, day: NaiveDate) {
        for zaak in zaken(&self.team, day) {
            let decision = zaak.files.besluit.as_ref().filter(|_| zaak.stand == Stand::Uitgesteld);
            let Some(naar) = decision.and_then(|decision| decision.naar).map(|naar| naar.0) else { continue };
            let mut now = naar;
            while let Some(next) = went_on(folder, now, zaak.casus).filter(|next| *next > now) {
                now = next;
            }
            if now != naar {
                self.gone_on.insert(zaak.casus, now);
            }
        }
    }

    /// Reads cases that have a folder in a meeting, and what came before each.
    fn take_cases(&mut self, folder: &Folder, cases: Vec<Casus>, day: NaiveDate, scan: &TeamScan) {
        let mut seen: BTreeSet<(NaiveDate, Casus)> = BTreeSet::new();
        let mut wanted: Vec<(NaiveDate, Casus)> = cases.into_iter().rev().map(|casus| (day, casus)).collect();
        while let Some((at, casus)) = wanted.pop() {
            if seen.insert((at, casus)) {
                let here = at == day;
                let files: &[CaseFile] = if here { &CaseFile::ALL } else { &EARLIER };
                self.take_all(&folder.case(at, casus, files, here), day, scan);
                wanted.extend(self.before(at, casus).map(|earlier| (earlier, casus)));
            }
        }
    }

    /// Leaves a meeting out of the calendar that was cancelled.
    fn or_cancelled(mut self, day: NaiveDate) -> Self {
        let own = self.team.meetings.get(&day).and_then(|meeting| meeting.vergadering.as_ref());
        if own.is_some_and(|vergadering| vergadering.vervalt.is_some()) {
            self.calendar = self.calendar.with_cancelled([day]);
        }
        self
    }

    /// Where no turns were published for a meeting, those of a fresh plan: of the whole year,
    /// or from this meeting on when the year has a roster. So it does not depend on today, and
    /// no other meeting is read for it.
    fn plan_turns(&mut self, folder: &Folder, day: NaiveDate, scan: &TeamScan) {
        let year = day.year();
        let roster = self.team.roosters.get(&year);
        let is_published = roster.is_some_and(|roster| !roster.beurten.is_empty());
        let has_line = roster.is_some_and(|roster| roster.beurten.contains_key(&Datum(day)));
        let first = NaiveDate::from_ymd_opt(year, 1, 1).filter(|_| !is_published).unwrap_or(day);
        if has_line || !self.unreadable.is_empty() || !self.calendar.is_meeting(day) {
            return;
        }
        self.take_all(&folder.rosters(|of| of < year), day, scan);
        self.take_all(&folder.absences(|_| true), day, scan);
        let plan = Jaarrooster::of(&self.team, &self.calendar, year, first);
        let groups = plan.groepen.iter().filter_map(|groep| {
            let komst = groep.beurten.iter().find(|komst| komst.datum == day)?;
            Some((groep.plan.naam.clone(), komst.namen().map(ToOwned::to_owned).collect()))
        });
        let line = groups.collect();
        self.team.roosters.entry(year).or_default().beurten.insert(Datum(day), line);
        self.team.voorlopig = true;
    }

    fn take_all(&mut self, look: &Look, meeting: NaiveDate, scan: &TeamScan) {
        for found in &look.files {
            self.take(found, meeting, scan);
        }
        for closed in &look.closed {
            self.note_closed(closed);
        }
    }

    /// Reads one file into its place. A card is judged for this meeting, wherever it lies.
    fn take(&mut self, found: &Found, meeting: NaiveDate, scan: &TeamScan) {
        let bytes = read_found(found);
        if bytes == Err(ReadProblem::Absent) {
            return;
        }
        let context = Context {
            regio: &self.team.regio,
            calendar: &self.calendar,
            today: meeting,
            meeting: None,
            past_too: true,
            hash: true,
            // What the scanner finds stops a card alone; other files are for `vt check`.
            scan: Some(scan).filter(|_| matches!(found.slot, Slot::Case(_, _, CaseFile::Kaart))),
        };
        let judged_as = match found.slot {
            Slot::Case(_, casus, file) => Slot::Case(meeting, casus, file),
            ref slot => slot.clone(),
        };
        let judged = judge(&judged_as, &found.slot.path(), &bytes, &context);
        let mut findings = judged.findings;
        let hash = judged.kaart_hash;
        if let Some(content) = judged.content {
            self.team.put(&found.slot, content);
            // A decision or an absence with a mistake in it is read only in part. Of a card that
            // stands with its case.
            if !matches!(found.slot, Slot::Case(_, _, CaseFile::Kaart)) {
                let unread = findings.iter().filter(|finding| finding.rule.id.starts_with("YAML"));
                self.unreadable.extend(unread.cloned());
            }
        } else {
            self.team.put_unreadable(&found.slot);
            self.unreadable.extend(findings.first().cloned());
        }
        let Slot::Case(day, casus, CaseFile::Kaart) = found.slot else { return };
        let was_on_time = day != meeting && self.is_on_time(day, casus);
        findings
            .retain(|finding| !(is_silenced(finding, &self.team.regio) || was_on_time && finding.rule.id == "INB07"));
        self.cards.insert((day, casus), findings);
        if let Some(case) = self.team.case_mut(day, casus) {
            case.kaart_hash = hash;
        }
    }

    /// On time for the meeting that it was handed in for stays on time when it moves.
    fn is_on_time(&self, day: NaiveDate, casus: Casus) -> bool {
        let card = self.team.case(day, casus).and_then(|case| case.kaart.as_ref());
        let op = card.and_then(|card| card.ingebracht.as_ref()?.op);
        op.is_some_and(|op| op.day() <= self.calendar.last_day(day))
    }

    /// Notes what stands there but was not opened.
    fn note_closed(&mut self, closed: &Closed) {
        let words = not_opened(closed.why).zip(find("MAP04"));
        let Some(((message, mend), rule)) = words else { return };
        let mut finding = Finding::new(rule, closed.path.clone(), None, message.into());
        finding.mend = mend.into();
        self.unreadable.push(finding.clone());
        let Some(slot) = &closed.slot else { return };
        self.team.put_unreadable(slot);
        if let Slot::Case(day, casus, CaseFile::Kaart) = *slot {
            self.cards.insert((day, casus), vec![finding]);
        }
    }

    /// A decision to discuss a card all the same, with a reason, answers what is open on it.
    fn answer_by_chair(&mut self, day: NaiveDate) {
        let lies_in: Vec<_> = zaken(&self.team, day).iter().map(|zaak| (zaak.kaart_in, zaak.casus)).collect();
        for card in lies_in {
            let Some(reason) = reason_of_chair(&self.team, day, card.1) else { continue };
            let open = self.cards.get_mut(&card).into_iter().flatten();
            for finding in open.filter(|finding| finding.is_open() && chair_may_pass(finding.rule.id)) {
                finding.answer = Some(reason.to_owned());
            }
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
