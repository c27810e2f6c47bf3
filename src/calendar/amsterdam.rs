//! The clock of the Netherlands, for programs that want a moment and not a day and a time.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc};

/// A time on a day in the Netherlands as a moment. Summer time goes from the last Sunday of
/// March to that of October (Directive 2000/84/EC), each change at one o'clock UTC; an hour
/// that comes twice is the first one.
#[must_use]
pub fn in_utc(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let winter = day.and_time(time).and_utc() - TimeDelta::hours(1);
    let summer = winter - TimeDelta::hours(1);
    let change = |month| last_sunday(day.year(), month).and_then(|sunday| sunday.and_hms_opt(1, 0, 0));
    match (change(3), change(10)) {
        (Some(from), Some(to)) if winter >= from.and_utc() && summer < to.and_utc() => summer,
        _ => winter,
    }
}

fn last_sunday(year: i32, month: u32) -> Option<NaiveDate> {
    let last = NaiveDate::from_ymd_opt(year, month, 31)?;
    last.checked_sub_days(Days::new(u64::from(last.weekday().num_days_from_sunday())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(day: &str, time: &str) -> String {
        let time = NaiveTime::parse_from_str(time, "%H:%M").unwrap();
        in_utc(day.parse().unwrap(), time).format("%m-%dT%H:%M").to_string()
    }

    #[test]
    fn an_hour_earlier_in_winter_and_two_in_summer() {
        assert_eq!(utc("2026-03-12", "09:00"), "03-12T08:00");
        assert_eq!(utc("2026-07-09", "09:00"), "07-09T07:00");
        assert_eq!(utc("2026-01-01", "00:30"), "12-31T23:30");
    }

    #[test]
    fn the_clock_changes_on_29_march_and_25_october_2026() {
        assert_eq!(utc("2026-03-29", "01:59"), "03-29T00:59");
        assert_eq!(utc("2026-03-29", "03:00"), "03-29T01:00");
        assert_eq!(utc("2026-10-25", "02:59"), "10-25T00:59");
        assert_eq!(utc("2026-10-25", "03:00"), "10-25T02:00");
        // In 2027 they fall on 28 March and 31 October.
        assert_eq!(utc("2027-03-28", "09:00"), "03-28T07:00");
        assert_eq!(utc("2027-10-31", "09:00"), "10-31T08:00");
    }
}
