//! A year as events for a calendar of one's own. What every calendar has (national holidays)
//! or cancels nothing (school holidays) stays out.

use super::event::{self, CalendarEvent, Standing};
use super::year_text::title;
use super::{ShownYear, escape};
use crate::calendar::words::day_without_year;
use crate::calendar::{Meeting, Year};
use chrono::{DateTime, Datelike as _, NaiveDate, Utc};

/// The year as an ICS file; `stamp` is the moment at which it is made.
#[must_use]
pub fn year_ics(shown: &ShownYear, stamp: DateTime<Utc>) -> String {
    let region = &shown.year().regio;
    event::ics(region, &format!("VeiligheidsTeam {region}"), &events(shown.year()), stamp)
}

/// The year as rows for a spreadsheet; holidays come too.
#[must_use]
pub fn year_csv(shown: &ShownYear) -> String {
    let year = shown.year();
    let mut events = events(year);
    events.extend(year.holidays.iter().map(|holiday| whole_days("feestdag", holiday.day, holiday.day, holiday.name)));
    let school = year.school.iter();
    events.extend(school.map(|holiday| whole_days("schoolvakantie", holiday.from, holiday.to, holiday.name)));
    events.sort_by_key(|event| event.day);
    event::csv(&events)
}

fn events(year: &Year) -> Vec<CalendarEvent> {
    let mut events = Vec::new();
    for meeting in &year.meetings {
        events.extend(last_day(meeting));
        events.push(of_meeting(meeting));
    }
    for vacation in &year.vacations {
        let name = format!("{}: geen vergadering VeiligheidsTeam", vacation.name);
        events.push(whole_days("vakantie", vacation.from, vacation.to, &name));
    }
    for planned in &year.moments {
        let kind = planned.soort.sleutel();
        let standing = if planned.is_proposal { Standing::Proposed } else { Standing::Confirmed };
        let name = format!("VeiligheidsTeam: {}", title(planned));
        let event = whole_days(kind, planned.day, planned.day, &name);
        // On another day it stays the first or second of its kind: what was imported moves along.
        let of = planned.day.with_ordinal(1).unwrap_or(planned.day);
        events.push(CalendarEvent { of, standing, is_busy: true, ..event });
    }
    events.sort_by_key(|event| event.day);
    events
}

/// The last day to hand in; of a cancelled meeting it is cancelled too.
fn last_day(meeting: &Meeting) -> Option<CalendarEvent> {
    let name = format!("Laatste dag inbrengen voor {}", day_without_year(meeting.day));
    let event = whole_days("inbrengen", meeting.last_day, meeting.last_day, &name);
    let is_cancelled = meeting.cancelled.is_some();
    (meeting.last_day < meeting.day).then_some(CalendarEvent {
        of: meeting.day,
        standing: if is_cancelled { Standing::Cancelled } else { Standing::Confirmed },
        ..event
    })
}

fn of_meeting(meeting: &Meeting) -> CalendarEvent {
    let mut note = Vec::new();
    if let Some(reason) = meeting.extra.as_ref().and_then(Option::as_ref) {
        note.push(sentence("Extra vergadering", reason));
    }
    if let Some((reason, to)) = &meeting.cancelled {
        note.extend(reason.as_ref().map(|reason| sentence("Vervalt", reason)));
        note.extend(to.map(|to| format!("De casussen gaan naar {}.", day_without_year(to))));
    } else {
        note.push(format!("Inbrengen tot en met {}.", day_without_year(meeting.last_day)));
    }
    let is_cancelled = meeting.cancelled.is_some();
    CalendarEvent {
        time: meeting.begin.zip(meeting.end).filter(|(begin, end)| begin < end),
        place: meeting.place.clone(),
        note: Some(note.join(" ")).filter(|note| !note.is_empty()),
        standing: if is_cancelled { Standing::Cancelled } else { Standing::Confirmed },
        is_busy: true,
        ..whole_days("vergadering", meeting.day, meeting.day, "VeiligheidsTeam")
    }
}

fn sentence(what: &str, reason: &str) -> String {
    format!("{what}: {}.", escape::flat(reason).trim_end_matches('.'))
}

fn whole_days(kind: &str, day: NaiveDate, until: NaiveDate, title: &str) -> CalendarEvent {
    CalendarEvent {
        kind: kind.to_owned(),
        of: day,
        day,
        until,
        time: None,
        title: title.to_owned(),
        place: None,
        note: None,
        standing: Standing::Confirmed,
        is_busy: false,
    }
}
