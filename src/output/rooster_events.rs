//! The turns of a year as events for a calendar: those of one organisation, or all of them.

use super::event::{self, CalendarEvent, Standing};
use super::rooster_text::group_name;
use super::{ShownRooster, ShownYear, escape};
use crate::calendar::Meeting;
use crate::roster::{Groepsrooster, Herkomst};
use chrono::{DateTime, NaiveDate, Utc};

/// The turns as an ICS file: those of an organisation or a seat when one is named, as the
/// roster names it. A turn that was published and is no longer its own comes as cancelled. `stamp` is the
/// moment at which it is made.
#[must_use]
pub fn rooster_ics(shown: &ShownRooster, year: &ShownYear, of: Option<&str>, stamp: DateTime<Utc>) -> String {
    let meetings = &year.year().meetings;
    let is_asked = |name: &str| of.is_none_or(|of| of == name);
    let mut events = Vec::new();
    for groep in &shown.rooster().groepen {
        for komst in &groep.beurten {
            for zit in komst.wie.iter().filter(|zit| is_asked(&zit.wie) || is_asked(&zit.zetel)) {
                let (standing, note) = match zit.herkomst {
                    Herkomst::Gehouden => (Standing::Confirmed, None),
                    Herkomst::Vastgelegd => (Standing::Confirmed, Some(CAN_NOT)),
                    Herkomst::Nieuw => (Standing::Proposed, Some("Een voorstel: nog niet vastgelegd.")),
                };
                let event = turn(groep, komst.datum, &zit.wie, meetings);
                events.push(CalendarEvent { standing, note: note.map(ToOwned::to_owned), ..event });
            }
        }
        for gone in groep.vervallen.iter().filter(|gone| is_asked(&gone.wie) || is_asked(&gone.zetel)) {
            let is_held = meetings.iter().any(|meeting| meeting.day == gone.datum && meeting.cancelled.is_none());
            let note = if is_held { "Deze beurt is vrijgekomen." } else { "Er is die dag geen vergadering." };
            let event = turn(groep, gone.datum, &gone.wie, meetings);
            events.push(CalendarEvent { standing: Standing::Cancelled, note: Some(note.to_owned()), ..event });
        }
    }
    events.sort_by_key(|event| event.day);
    let region = &year.year().regio;
    let name = match of {
        Some(of) => format!("VeiligheidsTeam {region}: beurten van {of}"),
        None => format!("VeiligheidsTeam {region}: beurten"),
    };
    event::ics(region, &name, &events, stamp)
}

const CAN_NOT: &str = "Kun je niet? Ruil op tijd, en zeg het de planner.";

fn turn(groep: &Groepsrooster, day: NaiveDate, wie: &str, meetings: &[Meeting]) -> CalendarEvent {
    let meeting = meetings.iter().find(|meeting| meeting.day == day);
    CalendarEvent {
        kind: format!("beurt-{}-{wie}", groep.plan.naam),
        of: day,
        day,
        until: day,
        time: meeting.and_then(|meeting| meeting.begin.zip(meeting.end)).filter(|(begin, end)| begin < end),
        title: format!("VeiligheidsTeam: {} ({})", escape::flat(wie), group_name(groep)),
        place: meeting.and_then(|meeting| meeting.place.clone()),
        note: None,
        standing: Standing::Confirmed,
        is_busy: true,
    }
}
