//! A whole year: the meetings with their last day to hand in, what stands in their way, and
//! the year's programme. One function, from values to values.

use super::program::{self, Planned};
use super::{Calendar, Holiday, SchoolHoliday, holidays, school_holidays};
use crate::model::{Datum, Kloktijd, MomentSoort, Regio, Vergadering};
use chrono::{Datelike, NaiveDate, NaiveTime};
use std::collections::BTreeMap;

/// A year of a region.
#[derive(Debug, Clone)]
pub struct Year {
    /// Which year.
    pub year: i32,
    /// The name of the region.
    pub regio: String,
    /// The meetings, also those that were cancelled, in order.
    pub meetings: Vec<Meeting>,
    /// The national holidays.
    pub holidays: Vec<Holiday>,
    /// The weeks without meetings that the region named, in order.
    pub vacations: Vec<Vacation>,
    /// The school holidays, as far as they are known.
    pub school: Vec<SchoolHoliday>,
    /// The moments of the programme, fixed and proposed, in order.
    pub moments: Vec<Planned>,
    /// What is still to plan, of each kind how many.
    pub to_plan: Vec<(MomentSoort, usize)>,
}

/// A meeting in the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    /// The day.
    pub day: NaiveDate,
    /// The last day to hand in a case for it.
    pub last_day: NaiveDate,
    /// When it begins.
    pub begin: Option<NaiveTime>,
    /// When it ends.
    pub end: Option<NaiveTime>,
    /// Where it is.
    pub place: Option<String>,
    /// Why there is a meeting outside the pattern; nothing for one of the pattern.
    pub extra: Option<Option<String>>,
    /// Whether its own file gives it a time.
    pub has_own_time: bool,
    /// Whether its own file gives it a place.
    pub has_own_place: bool,
    /// When it was cancelled: why, and where its cases go.
    pub cancelled: Option<(Option<String>, Option<NaiveDate>)>,
}

/// Weeks without meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Vacation {
    /// The name that the region gives it.
    pub name: String,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

impl Year {
    /// The year of a region. `files` are the `vergadering.yaml` of its meetings; proposals
    /// lie after today.
    #[must_use]
    pub fn of(region: &Regio, files: &BTreeMap<NaiveDate, Vergadering>, year: i32, today: NaiveDate) -> Self {
        let cancelled = files.iter().filter(|(_, file)| file.vervalt.is_some()).map(|(day, _)| *day);
        let planned = Calendar::new(region);
        let calendar = planned.clone().with_cancelled(cancelled);
        let meetings =
            planned.meetings(year).into_iter().map(|day| Meeting::of(region, &planned, files.get(&day), day));
        let mut moments = program::fixed(region, year);
        moments.extend(program::proposals(region, &calendar, year, today));
        moments.sort_by_key(|moment| (moment.day, moment.soort));
        Self {
            year,
            regio: region.regio.clone().unwrap_or_default(),
            meetings: meetings.collect(),
            holidays: holidays(year),
            vacations: vacations(region, year),
            school: school_holidays(year),
            moments,
            to_plan: program::to_plan(region, year),
        }
    }

    /// The proposals among the moments.
    pub fn proposals(&self) -> impl Iterator<Item = &Planned> {
        self.moments.iter().filter(|moment| moment.is_proposal)
    }
}

impl Meeting {
    fn of(region: &Regio, planned: &Calendar, file: Option<&Vergadering>, day: NaiveDate) -> Self {
        let pattern = region.vergaderpatroon.as_ref();
        let time = |own: Option<Option<Kloktijd>>, usual: Option<Option<Kloktijd>>| {
            own.flatten().or(usual.flatten()).map(|time| time.0)
        };
        let vervalt = file.and_then(|file| file.vervalt.as_ref());
        Self {
            day,
            last_day: planned.last_day(day),
            begin: time(file.map(|file| file.begin), pattern.map(|pattern| pattern.begin)),
            end: time(file.map(|file| file.eind), pattern.map(|pattern| pattern.eind)),
            place: file
                .and_then(|file| file.locatie.clone())
                .or_else(|| pattern.and_then(|pattern| pattern.locatie.clone())),
            extra: planned.is_outside_pattern(day).then(|| reason(region, day)),
            has_own_time: file.is_some_and(|file| file.begin.is_some() || file.eind.is_some()),
            has_own_place: file.is_some_and(|file| file.locatie.is_some()),
            cancelled: vervalt.map(|vervalt| (vervalt.reden.clone(), vervalt.naar.map(|Datum(day)| day))),
        }
    }
}

/// Why there is a meeting on a day outside the pattern.
fn reason(region: &Regio, day: NaiveDate) -> Option<String> {
    region.extra.values().filter(|extra| extra.datum == Some(Datum(day))).find_map(|extra| extra.reden.clone())
}

fn vacations(region: &Regio, year: i32) -> Vec<Vacation> {
    let whole = region.vakanties.values().filter_map(|vacation| {
        let (Datum(from), Datum(to)) = vacation.van.zip(vacation.tot)?;
        let name = vacation.naam.clone().unwrap_or_else(|| super::meetings::NAMELESS.to_owned());
        Some(Vacation { name, from, to })
    });
    let touches = |vacation: &Vacation| vacation.from.year() <= year && vacation.to.year() >= year;
    let mut vacations: Vec<Vacation> = whole.filter(|vacation| vacation.from <= vacation.to).filter(touches).collect();
    vacations.sort_by_key(|vacation| vacation.from);
    vacations
}
