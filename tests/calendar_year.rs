//! A whole year as one function of values, and the school holidays against figures from outside.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use chrono::{Datelike, NaiveDate, Weekday};
use std::collections::BTreeMap;
use vt::calendar::{Year, holiday, school_holidays, school_holidays_known};
use vt::model::{MomentSoort, Regio, Vergadering};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn read<T: serde::de::DeserializeOwned>(text: &str) -> T {
    let (value, problems) = vt::yaml::parse(text.as_bytes()).unwrap().read::<T>();
    assert!(problems.is_empty());
    value.unwrap()
}

const PATTERN: &str = "regio: Proefregio\nvergaderpatroon: {weekdag: donderdag, vanaf: 2020-01-02, begin: \"09:00\", \
                       eind: \"12:00\", locatie: Raadzaal}\n";
const PROGRAM: &str = "jaarprogramma: {themabijeenkomst: {min: 3, max: 3}, evaluatie: {min: 3, max: 3}, \
                       managersoverleg: {min: 4, max: 4}, training: {min: 3, max: 4}}\n";

fn year(region: &str, files: &[(&str, &str)], number: i32, today: &str) -> Year {
    let files: BTreeMap<NaiveDate, Vergadering> = files.iter().map(|(on, text)| (day(on), read(text))).collect();
    Year::of(&read::<Regio>(region), &files, number, day(today))
}

#[test]
fn school_holidays_are_those_that_others_publish() {
    let rows = include_str!("calendar/schoolvakanties.csv").lines().filter(|line| !line.starts_with('#')).skip(1);
    let mut compared = 0;
    for row in rows {
        let fields: Vec<&str> = row.split(',').collect();
        let (from, to) = (day(fields[1]), day(fields[2]));
        let found = school_holidays(from.year()).into_iter().find(|found| found.from == from).expect(row);
        assert_eq!((found.name, found.to), (fields[0], to), "{row}");
        assert_eq!(school_holidays(to.year()).into_iter().find(|found| found.to == to), Some(found), "{row}");
        compared += 1;
    }
    assert_eq!(compared, 18);
}

/// What the decree fixes whatever the year: which day of the week, how many weeks, how far apart.
#[test]
fn school_holidays_have_the_shape_of_the_decree() {
    let mut all: Vec<_> = (2024..=2032).flat_map(school_holidays).collect();
    all.dedup();
    assert_eq!(all.len(), 29);
    for found in &all {
        assert_eq!((found.from.weekday(), found.to.weekday()), (Weekday::Sat, Weekday::Sun), "{found:?}");
        let weeks = (found.to - found.from).num_days() / 7;
        let expected = match found.name {
            "zomervakantie" => 6,
            "kerstvakantie" => 2,
            _ => 1,
        };
        assert_eq!(weeks, expected, "{found:?}");
        if found.name == "kerstvakantie" {
            let christmas = NaiveDate::from_ymd_opt(found.from.year(), 12, 25).unwrap();
            assert!((found.from..=found.to).contains(&christmas), "{found:?}");
        }
    }
    assert!(all.is_sorted_by_key(|found| found.from));
    assert!(school_holidays(2024).is_empty() && school_holidays(2031).is_empty());
    assert_eq!(school_holidays(2030).last().unwrap().to, school_holidays_known().1);
}

#[test]
fn a_year_without_a_pattern_has_no_meetings_and_all_holidays() {
    let made = year("regio: Proefregio\n", &[], 2026, "2026-01-01");
    assert!(made.meetings.is_empty() && made.moments.is_empty() && made.to_plan.is_empty());
    assert_eq!(made.holidays.len(), 9);
}

/// 2026 begins on a Thursday, so it has 53 of them, the last on the 31st; three are off: New
/// Year's Day, Ascension Day (14 May) and nothing else, for Christmas is a Friday.
#[test]
fn a_year_with_53_thursdays() {
    let made = year(PATTERN, &[], 2026, "2026-01-01");
    assert_eq!(made.meetings.len(), 53 - 2);
    assert_eq!(made.meetings.first().unwrap().day, day("2026-01-08"));
    let last = made.meetings.last().unwrap();
    assert_eq!((last.day, last.last_day), (day("2026-12-31"), day("2026-12-24")));
}

#[test]
fn meetings_are_cancelled_moved_and_extra_and_school_cancels_nothing() {
    let region = format!(
        "{PATTERN}vakanties: [{{naam: zomerstop, van: 2026-07-27, tot: 2026-08-09}}]\n\
         extra: [{{datum: 2026-03-17, reden: Veel casussen., inbreng_dagen: 3}}]\n"
    );
    let files = [
        ("2026-03-12", "vervalt: {reden: Ziekte., naar: 2026-03-17}"),
        ("2026-03-19", "begin: \"13:00\"\neind: \"16:00\""),
        ("2026-03-26", "locatie: Kleine zaal"),
        // No meeting falls on a Wednesday: nothing to cancel.
        ("2026-03-25", "vervalt: {reden: Niets.}"),
    ];
    let made = year(&region, &files, 2026, "2026-01-01");
    let on = |text: &str| made.meetings.iter().find(|meeting| meeting.day == day(text));
    assert_eq!(on("2026-03-12").unwrap().cancelled, Some((Some("Ziekte.".to_owned()), Some(day("2026-03-17")))));
    let extra = on("2026-03-17").unwrap();
    assert_eq!((extra.last_day, extra.extra.clone()), (day("2026-03-14"), Some(Some("Veel casussen.".to_owned()))));
    let moved = on("2026-03-19").unwrap();
    assert_eq!(moved.begin.unwrap().to_string(), "13:00:00");
    assert!(moved.has_own_time && !moved.has_own_place && moved.place.as_deref() == Some("Raadzaal"));
    assert_eq!(on("2026-03-26").unwrap().place.as_deref(), Some("Kleine zaal"));
    assert_eq!((on("2026-03-25"), on("2026-07-30"), on("2026-08-06")), (None, None, None));
    // In the summer holiday of the schools there is a meeting all the same.
    assert!(on("2026-07-16").is_some() && on("2026-08-13").is_some());
}

#[test]
fn proposals_are_working_days_apart_from_all_else_and_as_many_as_are_missing() {
    let region = format!(
        "{PATTERN}{PROGRAM}vakanties: [{{naam: kerstvakantie, van: 2026-12-19, tot: 2027-01-03}}]\n\
         momenten: [{{soort: evaluatie, datum: 2027-06-01}}, {{soort: leersessie, datum: 2027-09-07}}]\n"
    );
    let made = year(&region, &[], 2027, "2026-11-01");
    let wanted = [
        (MomentSoort::Themabijeenkomst, 3),
        (MomentSoort::Evaluatie, 2),
        (MomentSoort::Managersoverleg, 4),
        (MomentSoort::Training, 3),
    ];
    assert_eq!(made.to_plan, wanted);
    let proposals: Vec<_> = made.proposals().collect();
    for (soort, count) in wanted {
        assert_eq!(proposals.iter().filter(|planned| planned.soort == soort).count(), count, "{soort:?}");
    }
    let school = school_holidays(2027);
    for planned in &proposals {
        let on = planned.day;
        assert!(!matches!(on.weekday(), Weekday::Sat | Weekday::Sun | Weekday::Thu) && holiday(on).is_none(), "{on}");
        assert!(!school.iter().any(|holiday| (holiday.from..=holiday.to).contains(&on)), "{on}");
        let near = made.moments.iter().filter(|other| (other.day - on).num_days().abs() < 7).count();
        assert_eq!(near, 1, "{on}");
    }
    // The gaps of a kind are alike: with three in a year some four months.
    let themes: Vec<NaiveDate> =
        proposals.iter().filter(|it| it.soort == MomentSoort::Themabijeenkomst).map(|it| it.day).collect();
    for pair in themes.windows(2) {
        assert!((100..=145).contains(&(pair[1] - pair[0]).num_days()), "{themes:?}");
    }
    let again = year(&region, &[], 2027, "2026-11-01");
    assert_eq!(made.moments, again.moments);
}

#[test]
fn proposals_lie_after_today_and_a_year_that_is_over_has_none() {
    let region = format!("{PATTERN}{PROGRAM}");
    let today = "2026-10-01";
    let made = year(&region, &[], 2026, today);
    assert_eq!(made.proposals().count(), 13);
    assert!(made.proposals().all(|planned| planned.day > day(today)));
    // Three working days are left: three things to plan get one of them each, no day has two.
    let made = year(&region, &[], 2026, "2026-12-28");
    let days: Vec<NaiveDate> = made.proposals().map(|planned| planned.day).collect();
    assert_eq!(days, [day("2026-12-29"), day("2026-12-30"), day("2026-12-31")]);
    let made = year(&region, &[], 2026, "2027-01-01");
    assert_eq!((made.proposals().count(), made.to_plan.len()), (0, 4));
}

#[test]
fn a_region_that_asks_for_more_than_there_are_days_gets_what_there_is() {
    let region = "jaarprogramma: {training: {min: 4000000000}}\n";
    let made = year(region, &[], 2026, "2026-11-30");
    // Working days of December 2026: 23 less Christmas Day.
    assert_eq!((made.to_plan[0].1, made.proposals().count()), (366, 22));
    let whole = year(region, &[], 2027, "2026-11-30");
    assert!(whole.proposals().count() > 240);
}

#[test]
fn the_edge_of_what_can_be_written() {
    for number in [1900, 9999] {
        assert!(year(&format!("{PATTERN}{PROGRAM}"), &[], number, "2026-01-01").holidays.len() >= 9, "{number}");
    }
}
