//! What a person puts into a calendar of their own: days and times as an ICS file (RFC 5545),
//! or as rows of a spreadsheet.

use super::escape;
use crate::calendar::in_utc;
use crate::store::name_as_file;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use icalendar::{Calendar, Component, Event, EventLike, EventStatus, Property};
use std::collections::BTreeMap;

/// Whether it takes place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Confirmed,
    /// It is a proposal.
    Proposed,
    /// It was to, and does not.
    Cancelled,
}

impl Standing {
    /// As a script reads it.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Confirmed => "vast",
            Self::Proposed => "voorstel",
            Self::Cancelled => "vervalt",
        }
    }
}

/// Something on a day, or on some days. Its texts have been through the veil.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CalendarEvent {
    /// What kind it is, in a word: with `of` and the region it makes the name that stays the
    /// same in every file, so never change it.
    pub kind: String,
    /// The day that it is about: its first day, of a last day to hand in that of the meeting, and
    /// of what is planned somewhere in a year the first of that year.
    pub of: NaiveDate,
    /// The first day.
    pub day: NaiveDate,
    /// The last day.
    pub until: NaiveDate,
    /// Begin and end on the clock of the Netherlands; nothing takes the whole day.
    pub time: Option<(NaiveTime, NaiveTime)>,
    /// What it is called.
    pub title: String,
    /// Where it is.
    pub place: Option<String>,
    /// What else there is to say.
    pub note: Option<String>,
    /// Whether it takes place.
    pub standing: Standing,
    /// Whether someone is busy then.
    pub is_busy: bool,
}

/// The events as an ICS file under a name; the region is part of what each event is called
/// in every file. `stamp` is the moment at which it is made.
#[must_use]
pub fn ics(region: &str, name: &str, events: &[CalendarEvent], stamp: DateTime<Utc>) -> String {
    let mut calendar = Calendar::empty();
    for (key, value) in
        [("VERSION", "2.0"), ("PRODID", "-//VeiligheidsTeam//vt//NL"), ("CALSCALE", "GREGORIAN"), ("METHOD", "PUBLISH")]
    {
        calendar.append_property(Property::new(key, value));
    }
    calendar.name(&escape::ics(name));
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for event in events {
        let mut name = format!("{}-{}", event.of, in_a_name(&event.kind));
        let nth = seen.entry(name.clone()).or_default();
        *nth += 1;
        if *nth > 1 {
            name = format!("{name}-{nth}");
        }
        calendar.push(written(event, &format!("{name}@{}.vt", in_a_name(region)), stamp));
    }
    calendar.to_string()
}

/// Which of two files about the same event is the later one: the number of days since the
/// start of 2020. What is in the folder does not say how often an event changed, or that a
/// cancellation was undone, but a later file always counts. Of two on one day the later
/// stamp does (RFC 5546, 2.1.5).
fn revision(stamp: DateTime<Utc>) -> u32 {
    let first = NaiveDate::from_ymd_opt(2020, 1, 1).unwrap_or_default();
    u32::try_from(stamp.date_naive().signed_duration_since(first).num_days()).unwrap_or(0)
}

/// A word in the name of an event: ASCII only, as old programs want it.
fn in_a_name(word: &str) -> String {
    let name = name_as_file(word.trim());
    let name: String = name.chars().map(|c| if c.is_ascii() { c } else { '-' }).collect();
    if name.is_empty() { "x".to_owned() } else { name }
}

fn written(event: &CalendarEvent, uid: &str, stamp: DateTime<Utc>) -> Event {
    let mut written = Event::with_uid(uid);
    written.timestamp(stamp);
    written.sequence(revision(stamp));
    written.summary(&escape::ics(&event.title));
    written.status(match event.standing {
        Standing::Confirmed => EventStatus::Confirmed,
        Standing::Proposed => EventStatus::Tentative,
        Standing::Cancelled => EventStatus::Cancelled,
    });
    if let Some((begin, end)) = event.time {
        written.starts(in_utc(event.day, begin));
        written.ends(in_utc(event.until, end));
    } else {
        written.starts(event.day);
        // The end of whole days is the first day that is free again.
        written.ends(event.until.succ_opt().unwrap_or(event.until));
    }
    if let Some(place) = &event.place {
        written.location(&escape::ics(place));
    }
    if let Some(note) = &event.note {
        written.description(&escape::ics(note));
    }
    let is_free = !event.is_busy || event.standing == Standing::Cancelled;
    written.append_property(Property::new("TRANSP", if is_free { "TRANSPARENT" } else { "OPAQUE" }));
    written.done()
}

/// The columns of the rows.
const COLUMNS: &str = "soort;datum;tot_en_met;begin;eind;titel;plaats;staat;opmerking";

/// The events as rows for a spreadsheet: parted by `;`, as Dutch spreadsheets expect, with the
/// mark by which they know UTF-8.
#[must_use]
pub fn csv(events: &[CalendarEvent]) -> String {
    let mut text = format!("\u{feff}{COLUMNS}\r\n");
    for event in events {
        let time = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string()).unwrap_or_default();
        let fields = [
            event.kind.clone(),
            event.day.to_string(),
            event.until.to_string(),
            time(event.time.map(|(begin, _)| begin)),
            time(event.time.map(|(_, end)| end)),
            event.title.clone(),
            event.place.clone().unwrap_or_default(),
            event.standing.word().to_owned(),
            event.note.clone().unwrap_or_default(),
        ];
        text += &fields.map(|field| escape::csv(&field)).join(";");
        text += "\r\n";
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn event() -> CalendarEvent {
        CalendarEvent {
            kind: "vergadering".to_owned(),
            of: "2026-03-12".parse().unwrap(),
            day: "2026-03-12".parse().unwrap(),
            until: "2026-03-12".parse().unwrap(),
            time: Some((NaiveTime::MIN + chrono::TimeDelta::hours(9), NaiveTime::MIN + chrono::TimeDelta::hours(12))),
            title: "VeiligheidsTeam, regio; \\ proef\r\nUID:1".to_owned(),
            place: Some("=Huis".to_owned()),
            note: None,
            standing: Standing::Confirmed,
            is_busy: true,
        }
    }

    fn file(events: &[CalendarEvent]) -> String {
        ics("West-Brabant West", "proef", events, "2026-03-04T09:00:00Z".parse().unwrap())
    }

    #[test]
    fn a_meeting_is_a_moment_in_utc_with_a_name_that_stays() {
        let text = file(&[event()]);
        for line in [
            "DTSTAMP:20260304T090000Z",
            "DTSTART:20260312T080000Z",
            "DTEND:20260312T110000Z",
            "UID:2026-03-12-vergadering@west-brabant-west.vt",
            "SEQUENCE:2254",
            "STATUS:CONFIRMED",
            r"SUMMARY:VeiligheidsTeam\, regio\; \\ proef UID:1",
        ] {
            assert!(text.split("\r\n").any(|own| own == line), "{line} is not in {text}");
        }
        assert!(text.ends_with("END:VCALENDAR\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']), "{text}");
        let later = CalendarEvent { title: "anders".to_owned(), time: None, ..event() };
        assert!(file(&[later]).contains("UID:2026-03-12-vergadering@west-brabant-west.vt\r\n"));
    }

    #[test]
    fn two_of_a_kind_on_a_day_have_two_names_and_whole_days_end_on_the_next() {
        let other = CalendarEvent { time: None, standing: Standing::Cancelled, ..event() };
        let text = file(&[event(), other]);
        assert!(text.contains("UID:2026-03-12-vergadering-2@west-brabant-west.vt\r\n"), "{text}");
        assert!(text.contains("DTSTART;VALUE=DATE:20260312\r\n") && text.contains("DTEND;VALUE=DATE:20260313\r\n"));
        assert!(text.contains("STATUS:CANCELLED\r\n"), "{text}");
        assert!(text.contains("TRANSP:TRANSPARENT\r\n") && text.contains("TRANSP:OPAQUE\r\n"), "{text}");
    }

    #[test]
    fn a_long_line_is_folded_at_75_bytes() {
        let text = file(&[CalendarEvent { title: "é".repeat(100), ..event() }]);
        assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
        assert!(text.replace("\r\n ", "").contains(&"é".repeat(100)));
    }

    #[test]
    fn a_row_has_a_field_for_each_column_and_no_formula() {
        let text = csv(&[event()]);
        let row = "vergadering;2026-03-12;2026-03-12;09:00;12:00;\"VeiligheidsTeam, regio; \\ proef \
                   UID:1\";\"'=Huis\";vast;\r\n";
        assert_eq!(text, format!("\u{feff}{COLUMNS}\r\n{row}"));
    }
}
