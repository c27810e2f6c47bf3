//! On which days the team meets, and until when a case can be brought in.
//!
//! A day in `extra` is a meeting whatever else falls on it, because someone decided so;
//! only a meeting that was cancelled is none. A key that is missing or makes no sense
//! counts as not there: that it is, is for a rule to say.

use super::holiday;
use crate::model::{Datum, Regio, Vakantie, Vergaderpatroon, Weekdag};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::{
    collections::{BTreeMap, BTreeSet},
    iter,
};

/// How weeks without meetings are called when the region gives them no name.
pub(super) const NAMELESS: &str = "vakantie";

/// How many days `next` and `previous` look ahead or back: two years.
const HORIZON_DAYS: usize = 731;

/// The meetings of a region.
#[derive(Debug, Clone)]
pub struct Calendar {
    rhythm: Option<Rhythm>,
    vacations: Vec<Vacation>,
    /// Days outside the pattern, with their own term in days.
    extra: BTreeMap<NaiveDate, Option<u32>>,
    cancelled: BTreeSet<NaiveDate>,
    /// The term of the region, in days.
    hand_in_days: u32,
}

/// Why there is no meeting on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoMeeting {
    /// A national holiday, with its name.
    Holiday(&'static str),
    /// A week without meetings, with the name the region gives it.
    Vacation(String),
    /// The meeting is cancelled (`vervalt`).
    Cancelled,
    /// Another weekday, a week between two meetings, or before the first one.
    NotInPattern,
}

/// Every so many weeks on one weekday.
#[derive(Debug, Clone, Copy)]
struct Rhythm {
    weekday: Weekday,
    weeks: i64,
    /// The first day of the rhythm: the first `weekday` on or after `vanaf`.
    first: Option<NaiveDate>,
}

#[derive(Debug, Clone)]
struct Vacation {
    name: String,
    from: NaiveDate,
    to: NaiveDate,
}

impl Calendar {
    /// Copies from the region what the calendar needs.
    #[must_use]
    pub fn new(region: &Regio) -> Self {
        let mut extra = BTreeMap::new();
        for item in region.extra.values() {
            if let Some(Datum(day)) = item.datum {
                let term = extra.entry(day).or_insert(None);
                *term = term.or(item.inbreng_dagen);
            }
        }
        Self {
            rhythm: region.vergaderpatroon.as_ref().and_then(Rhythm::new),
            vacations: region.vakanties.values().filter_map(Vacation::new).collect(),
            extra,
            cancelled: BTreeSet::new(),
            hand_in_days: region.termijnen.inbreng_dagen,
        }
    }

    /// The same calendar without these meetings (`vervalt` of their `vergadering.yaml`).
    #[must_use]
    pub fn with_cancelled(mut self, days: impl IntoIterator<Item = NaiveDate>) -> Self {
        self.cancelled.extend(days);
        self
    }

    /// Whether the team meets on this day.
    #[must_use]
    pub fn is_meeting(&self, day: NaiveDate) -> bool {
        self.why_not(day).is_none()
    }

    /// Why the team does not meet on this day; nothing when it does. Of several reasons
    /// the first in this order: cancelled, not in the pattern, a holiday, a vacation.
    #[must_use]
    pub fn why_not(&self, day: NaiveDate) -> Option<NoMeeting> {
        if self.cancelled.contains(&day) {
            return Some(NoMeeting::Cancelled);
        }
        if self.extra.contains_key(&day) {
            return None;
        }
        if !self.rhythm.is_some_and(|rhythm| rhythm.falls_on(day)) {
            return Some(NoMeeting::NotInPattern);
        }
        if let Some(name) = holiday(day) {
            return Some(NoMeeting::Holiday(name));
        }
        self.vacation(day).map(|name| NoMeeting::Vacation(name.to_owned()))
    }

    /// The name of the weeks without meetings in which a day lies.
    pub(super) fn vacation(&self, day: NaiveDate) -> Option<&str> {
        let vacation = self.vacations.iter().find(|vacation| (vacation.from..=vacation.to).contains(&day))?;
        Some(&vacation.name)
    }

    /// Whether a day lies in weeks without meetings.
    #[must_use]
    pub fn is_in_vacation(&self, day: NaiveDate) -> bool {
        self.vacation(day).is_some()
    }

    /// Whether a meeting on this day is one of `extra` alone.
    pub(super) fn is_outside_pattern(&self, day: NaiveDate) -> bool {
        let of_pattern = self.rhythm.is_some_and(|rhythm| rhythm.falls_on(day));
        self.extra.contains_key(&day) && !(of_pattern && holiday(day).is_none() && self.vacation(day).is_none())
    }

    /// The meetings of a year, in order, each once.
    #[must_use]
    pub fn meetings(&self, year: i32) -> Vec<NaiveDate> {
        days_from(NaiveDate::from_ymd_opt(year, 1, 1))
            .take_while(|day| day.year() == year)
            .filter(|day| self.is_meeting(*day))
            .collect()
    }

    /// The first meeting on this day or later, if there is one within two years.
    #[must_use]
    pub fn next(&self, from: NaiveDate) -> Option<NaiveDate> {
        days_from(Some(from)).take(HORIZON_DAYS).filter(|day| can_be_written(*day)).find(|day| self.is_meeting(*day))
    }

    /// The last meeting before this day, if there is one within two years.
    #[must_use]
    pub fn previous(&self, before: NaiveDate) -> Option<NaiveDate> {
        let earlier = iter::successors(before.pred_opt(), NaiveDate::pred_opt).take(HORIZON_DAYS);
        earlier.filter(|day| can_be_written(*day)).find(|day| self.is_meeting(*day))
    }

    /// The meetings to name when this day is none: the last before it and the first
    /// after it, as far as they are within two years.
    #[must_use]
    pub fn nearest(&self, day: NaiveDate) -> Vec<NaiveDate> {
        let after = day.succ_opt().and_then(|day| self.next(day));
        self.previous(day).into_iter().chain(after).collect()
    }

    /// The last day on which a case can be brought in for this meeting: as many days
    /// before it as the region's `inbreng_dagen`, or the extra meeting's own.
    #[must_use]
    pub fn last_day(&self, meeting: NaiveDate) -> NaiveDate {
        let own = self.extra.get(&meeting).copied().flatten();
        let days = u64::from(own.unwrap_or(self.hand_in_days));
        meeting.checked_sub_days(Days::new(days)).unwrap_or(NaiveDate::MIN)
    }
}

impl Rhythm {
    /// A pattern without `weekdag` is none. Without `vanaf` a meeting each week is clear;
    /// which of two weeks is not.
    fn new(pattern: &Vergaderpatroon) -> Option<Self> {
        let weekday = weekday(pattern.weekdag?);
        let weeks = i64::from(pattern.elke_weken.unwrap_or(1).max(1));
        let first = match pattern.vanaf {
            Some(Datum(from)) => Some(days_from(Some(from)).take(7).find(|day| day.weekday() == weekday)?),
            None if weeks == 1 => None,
            None => return None,
        };
        Some(Self { weekday, weeks, first })
    }

    fn falls_on(self, day: NaiveDate) -> bool {
        let in_turn = |first| day >= first && day.signed_duration_since(first).num_weeks() % self.weeks == 0;
        day.weekday() == self.weekday && self.first.is_none_or(in_turn)
    }
}

impl Vacation {
    /// A vacation without both its ends is none.
    fn new(vacation: &Vakantie) -> Option<Self> {
        let (Datum(from), Datum(to)) = vacation.van.zip(vacation.tot)?;
        let name = vacation.naam.clone().unwrap_or_else(|| NAMELESS.to_owned());
        Some(Self { name, from, to })
    }
}

/// The days from this one on, itself included.
fn days_from(day: Option<NaiveDate>) -> impl Iterator<Item = NaiveDate> {
    iter::successors(day, NaiveDate::succ_opt)
}

/// Whether a file or an argument can hold this day: four figures for the year, from 1900.
fn can_be_written(day: NaiveDate) -> bool {
    (1900..=9999).contains(&day.year())
}

fn weekday(weekday: Weekdag) -> Weekday {
    match weekday {
        Weekdag::Maandag => Weekday::Mon,
        Weekdag::Dinsdag => Weekday::Tue,
        Weekdag::Woensdag => Weekday::Wed,
        Weekdag::Donderdag => Weekday::Thu,
        Weekdag::Vrijdag => Weekday::Fri,
        Weekdag::Zaterdag => Weekday::Sat,
        Weekdag::Zondag => Weekday::Sun,
    }
}
