//! The national holidays of the Netherlands, computed.
//!
//! The days off that all share: those of article 3, first paragraph, of the
//! Algemene termijnenwet and the two Sundays, with Bevrijdingsdag in lustrum years only.
//! Goede Vrijdag is not among them: that law only puts it on a par, and few are off.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// A national holiday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Holiday {
    /// The day it is kept: a King's Day that moves is here on the Saturday.
    pub day: NaiveDate,
    /// The name, spelled as within a sentence.
    pub name: &'static str,
}

/// The holidays of a year, in order of day. They hold from 2014, the first year with a
/// King's Day; the computation of Easter goes from 1583 to 9999, other years have none.
#[must_use]
pub fn holidays(year: i32) -> Vec<Holiday> {
    let Some(easter) = easter(year) else { return Vec::new() };
    let fixed = |month, day| NaiveDate::from_ymd_opt(year, month, day);
    let after_easter = |days| easter.checked_add_days(Days::new(days));
    let found = [
        (fixed(1, 1), "Nieuwjaarsdag"),
        (Some(easter), "eerste paasdag"),
        (after_easter(1), "tweede paasdag"),
        (kings_day(year), "Koningsdag"),
        (liberation_day(year), "Bevrijdingsdag"),
        (after_easter(39), "Hemelvaartsdag"),
        (after_easter(49), "eerste pinksterdag"),
        (after_easter(50), "tweede pinksterdag"),
        (fixed(12, 25), "eerste kerstdag"),
        (fixed(12, 26), "tweede kerstdag"),
    ];
    let mut holidays: Vec<Holiday> =
        found.into_iter().filter_map(|(day, name)| day.map(|day| Holiday { day, name })).collect();
    holidays.sort_by_key(|holiday| holiday.day);
    holidays
}

/// The name of the holiday that falls on this day.
#[must_use]
pub fn holiday(day: NaiveDate) -> Option<&'static str> {
    holidays(day.year()).into_iter().find(|holiday| holiday.day == day).map(|holiday| holiday.name)
}

fn easter(year: i32) -> Option<NaiveDate> {
    let easter = computus::gregorian(year).ok()?;
    NaiveDate::from_ymd_opt(easter.year, easter.month, easter.day)
}

/// The King's birthday, 27 April; the day before when that is a Sunday.
fn kings_day(year: i32) -> Option<NaiveDate> {
    let birthday = NaiveDate::from_ymd_opt(year, 4, 27)?;
    if birthday.weekday() == Weekday::Sun { birthday.pred_opt() } else { Some(birthday) }
}

/// 5 May, once in five years: in the years between it is celebrated, but a working day.
fn liberation_day(year: i32) -> Option<NaiveDate> {
    if year % 5 == 0 { NaiveDate::from_ymd_opt(year, 5, 5) } else { None }
}
