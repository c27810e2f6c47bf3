//! The year's programme: what a region wants in a year, what the chair fixed, and proposals
//! for the rest.

use super::meetings::Calendar;
use super::spread::{days, spread};
use super::{holiday, school_holidays};
use crate::model::{Datum, MomentSoort, Regio, Spreiding};
use chrono::{Datelike, NaiveDate, Weekday};

/// A moment in the year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planned {
    /// The day.
    pub day: NaiveDate,
    /// What it is.
    pub soort: MomentSoort,
    /// What the chair called it; a proposal has no name yet.
    pub titel: Option<String>,
    /// Whether it is only a proposal.
    pub is_proposal: bool,
}

/// How many days a moment lies from every other, if enough days are left to choose from.
const APART: [i64; 3] = [21, 14, 7];

/// How many days to choose from are enough, for each moment.
const CHOICE: usize = 10;

/// What of the year's programme the chair has still to fix: of each kind how many, in the
/// order of the programme.
#[must_use]
pub fn to_plan(region: &Regio, year: i32) -> Vec<(MomentSoort, usize)> {
    let Some(program) = &region.jaarprogramma else { return Vec::new() };
    let wanted = [
        (MomentSoort::Themabijeenkomst, &program.themabijeenkomst),
        (MomentSoort::Evaluatie, &program.evaluatie),
        (MomentSoort::Managersoverleg, &program.managersoverleg),
        (MomentSoort::Training, &program.training),
    ];
    let fixed = fixed(region, year);
    let missing = |(soort, wanted): (MomentSoort, &Option<Spreiding>)| {
        let wanted = wanted.as_ref().and_then(|wanted| wanted.min).unwrap_or(0);
        // No region has more of a kind than there are days.
        let wanted = usize::try_from(wanted.min(366)).unwrap_or(0);
        let stands = fixed.iter().filter(|planned| planned.soort == soort).count();
        Some((soort, wanted.saturating_sub(stands))).filter(|(_, missing)| *missing > 0)
    };
    wanted.into_iter().filter_map(missing).collect()
}

/// The moments of a year that the chair fixed, in order of day.
pub(super) fn fixed(region: &Regio, year: i32) -> Vec<Planned> {
    let planned = region.momenten.values().filter_map(|moment| {
        let (soort, Datum(day)) = moment.soort.zip(moment.datum)?;
        Some(Planned { day, soort, titel: moment.titel.clone(), is_proposal: false })
    });
    let mut planned: Vec<Planned> = planned.filter(|planned| planned.day.year() == year).collect();
    planned.sort_by_key(|planned| (planned.day, planned.soort));
    planned
}

/// Days for what is still to plan, each after today: the same for the same region and day.
/// A kind is spread as evenly as can be over the days that suit; when those are too few, days
/// that suit less come too. Never a weekend, a holiday or a day of `vakanties`.
pub(super) fn proposals(region: &Regio, calendar: &Calendar, year: i32, today: NaiveDate) -> Vec<Planned> {
    let (Some(first), Some(last)) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31)) else {
        return Vec::new();
    };
    let school = school_holidays(year);
    let in_school_holiday = |day: NaiveDate| school.iter().any(|holiday| (holiday.from..=holiday.to).contains(&day));
    let is_working = |day: &NaiveDate| {
        let weekend = matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
        *day > today && !weekend && holiday(*day).is_none() && calendar.vacation(*day).is_none()
    };
    let working: Vec<NaiveDate> = days(first, last).filter(is_working).collect();
    let mut planned = fixed(region, year);
    for (soort, missing) in to_plan(region, year) {
        let own: Vec<NaiveDate> = planned.iter().filter(|other| other.soort == soort).map(|other| other.day).collect();
        let near = |day: NaiveDate, days: i64| {
            planned.iter().any(|other| other.day.signed_duration_since(day).num_days().abs() < days)
        };
        let is_open = |day: &NaiveDate| !calendar.is_meeting(*day) && !in_school_holiday(*day);
        let choose = |suits: &dyn Fn(&NaiveDate) -> bool| working.iter().copied().filter(suits).collect::<Vec<_>>();
        let apart = APART.iter().map(|days| choose(&|day| is_open(day) && !near(*day, *days)));
        let free = apart.into_iter().find(|free| free.len() >= missing * CHOICE).or_else(|| {
            let closer: [&dyn Fn(&NaiveDate) -> bool; 2] = [&is_open, &|day| !calendar.is_meeting(*day)];
            let free = closer.into_iter().map(|suits| choose(&|day| suits(day) && !near(*day, 1)));
            free.into_iter().find(|free| free.len() >= missing)
        });
        let free = free.unwrap_or_else(|| choose(&|day| !near(*day, 1)));
        let found = spread(missing, &own, &free, (first.max(today), last));
        planned.extend(found.into_iter().map(|day| Planned { day, soort, titel: None, is_proposal: true }));
    }
    planned.retain(|planned| planned.is_proposal);
    planned.sort_by_key(|planned| (planned.day, planned.soort));
    planned
}
