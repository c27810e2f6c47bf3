//! The holidays against figures from outside, and the meetings of a region.

#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use chrono::{Datelike, Days, NaiveDate, Weekday};
use proptest::prelude::*;
use std::collections::BTreeSet;
use vt::calendar::{Calendar, NoMeeting, holiday, holidays, words};
use vt::model::{Datum, Extra, Regio, Vakantie, Vergaderpatroon, Weekdag};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(texts: &[&str]) -> Vec<NaiveDate> {
    texts.iter().map(|text| day(text)).collect()
}

fn calendar(region: &str) -> Calendar {
    let (regio, problems) = vt::yaml::parse(region.as_bytes()).unwrap().read::<Regio>();
    assert!(problems.is_empty());
    Calendar::new(&regio.unwrap())
}

/// The region as `vt init` writes it.
fn wbw() -> Calendar {
    calendar(
        "vergaderpatroon: {weekdag: donderdag, elke_weken: 1, vanaf: 2026-01-08}\n\
         vakanties: [{naam: kerstvakantie, van: 2026-12-19, tot: 2027-01-03}]",
    )
}

#[test]
fn holidays_of_2024_to_2040_are_those_of_another_program() {
    let expected: Vec<(NaiveDate, String)> = include_str!("calendar/feestdagen.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .map(|line| line.split_once(',').unwrap())
        // The other program counts it among the holidays; `holidays.rs` says why we do not.
        .filter(|(_, name)| *name != "Goede vrijdag")
        .map(|(text, name)| (day(text), name.to_lowercase()))
        .collect();
    let ours: Vec<_> = (2024..=2040).flat_map(holidays).map(|found| (found.day, found.name.to_lowercase())).collect();
    assert_eq!(ours, expected);
    // Nine each year, and Bevrijdingsdag in 2025, 2030, 2035 and 2040.
    assert_eq!(ours.len(), 17 * 9 + 4);
}

#[test]
fn kings_day_moves_from_a_sunday_and_liberation_day_counts_in_lustrum_years() {
    assert_eq!(holiday(day("2025-04-26")), Some("Koningsdag"));
    assert_eq!(holiday(day("2025-04-27")), None);
    assert_eq!(holiday(day("2026-04-27")), Some("Koningsdag"));
    assert_eq!(holiday(day("2025-05-05")), Some("Bevrijdingsdag"));
    assert_eq!(holiday(day("2026-05-05")), None);
}

#[test]
fn the_year_2026_has_49_meetings() {
    // 52 Thursdays from 8 January, without Ascension Day, 24 and 31 December.
    let meetings = wbw().meetings(2026);
    assert_eq!(meetings.len(), 49);
    assert_eq!(meetings[0], day("2026-01-08"));
    assert_eq!(meetings[48], day("2026-12-17"));
    assert!(!meetings.contains(&day("2026-05-14")));
    assert_eq!(wbw().meetings(2027)[0], day("2027-01-07"));
    assert_eq!(wbw().meetings(2025), []);
}

#[test]
fn a_day_without_meeting_says_why() {
    let calendar = wbw().with_cancelled([day("2026-03-12"), day("2026-05-14")]);
    assert_eq!(calendar.why_not(day("2026-03-05")), None);
    assert_eq!(calendar.why_not(day("2026-03-06")), Some(NoMeeting::NotInPattern));
    assert_eq!(calendar.why_not(day("2026-04-06")), Some(NoMeeting::NotInPattern), "a Monday, holiday or not");
    assert_eq!(calendar.why_not(day("2026-01-01")), Some(NoMeeting::NotInPattern), "before the first one");
    assert_eq!(calendar.why_not(day("2026-12-24")), Some(NoMeeting::Vacation("kerstvakantie".to_owned())));
    assert_eq!(calendar.why_not(day("2026-03-12")), Some(NoMeeting::Cancelled));
    assert_eq!(calendar.why_not(day("2026-05-14")), Some(NoMeeting::Cancelled));
    assert_eq!(wbw().why_not(day("2026-05-14")), Some(NoMeeting::Holiday("Hemelvaartsdag")));
}

#[test]
fn a_year_of_53_thursdays() {
    // A leap year that begins on a Thursday. 1 January is a holiday, 6 May Ascension Day.
    let meetings = calendar("vergaderpatroon: {weekdag: donderdag, vanaf: 2026-01-08}").meetings(2032);
    assert_eq!(meetings.len(), 53 - 2);
    assert_eq!(meetings[50], day("2032-12-30"));
}

#[test]
fn every_other_week_goes_on_over_the_new_year() {
    // 2026 has 53 weeks: even and odd weeks change places, the rhythm does not.
    let calendar = calendar("vergaderpatroon: {weekdag: donderdag, elke_weken: 2, vanaf: 2026-11-12}");
    assert_eq!(calendar.meetings(2026), days(&["2026-11-12", "2026-11-26", "2026-12-10", "2026-12-24"]));
    assert_eq!(calendar.meetings(2027)[..2], days(&["2027-01-07", "2027-01-21"]));
}

#[test]
fn the_rhythm_counts_from_the_first_such_weekday() {
    // 2026-01-02 is a Friday; a holiday takes its turn out, and moves no other.
    let calendar = calendar("vergaderpatroon: {weekdag: donderdag, elke_weken: 3, vanaf: 2026-01-02}");
    assert_eq!(calendar.meetings(2026)[..2], days(&["2026-01-08", "2026-01-29"]));
    assert_eq!(calendar.why_not(day("2026-05-14")), Some(NoMeeting::Holiday("Hemelvaartsdag")));
    assert_eq!(calendar.next(day("2026-05-14")), Some(day("2026-06-04")));
}

#[test]
fn a_pattern_with_gaps_is_read_as_far_as_it_is_clear() {
    let weekly = calendar("vergaderpatroon: {weekdag: donderdag, elke_weken: 0}");
    assert_eq!(weekly.next(day("2026-03-06")), Some(day("2026-03-12")));
    for unclear in
        ["versie: 1", "vergaderpatroon: {vanaf: 2026-01-08}", "vergaderpatroon: {weekdag: donderdag, elke_weken: 2}"]
    {
        assert_eq!(calendar(unclear).meetings(2026), [], "{unclear}");
        assert_eq!(calendar(unclear).nearest(day("2026-03-12")), [], "{unclear}");
    }
}

#[test]
fn an_extra_meeting_is_one_on_a_holiday_too() {
    let calendar = calendar(
        "vergaderpatroon: {weekdag: donderdag, vanaf: 2026-01-08}\n\
         vakanties: [{van: 2026-07-20, tot: 2026-07-31}]\n\
         extra: [{datum: 2026-05-14}, {datum: 2026-07-22, inbreng_dagen: 0}, {datum: 2026-03-12, inbreng_dagen: 2}]",
    );
    assert!(calendar.is_meeting(day("2026-05-14")));
    assert!(calendar.is_meeting(day("2026-07-22")));
    assert_eq!(calendar.why_not(day("2026-07-23")), Some(NoMeeting::Vacation("vakantie".to_owned())));
    let meetings = calendar.meetings(2026);
    assert_eq!(meetings.iter().filter(|meeting| **meeting == day("2026-03-12")).count(), 1);
    assert_eq!(calendar.last_day(day("2026-07-22")), day("2026-07-22"));
    assert_eq!(calendar.last_day(day("2026-03-12")), day("2026-03-10"));
    assert_eq!(calendar.last_day(day("2026-05-14")), day("2026-05-07"));
    assert!(!calendar.with_cancelled([day("2026-07-22")]).is_meeting(day("2026-07-22")));
}

#[test]
fn the_neighbours_of_a_day() {
    let calendar = wbw().with_cancelled([day("2026-03-19")]);
    assert_eq!(calendar.next(day("2026-03-12")), Some(day("2026-03-12")));
    assert_eq!(calendar.next(day("2026-03-13")), Some(day("2026-03-26")));
    assert_eq!(calendar.previous(day("2026-03-12")), Some(day("2026-03-05")));
    assert_eq!(calendar.nearest(day("2026-03-19")), days(&["2026-03-12", "2026-03-26"]));
    assert_eq!(calendar.nearest(day("2026-12-20")), days(&["2026-12-17", "2027-01-07"]));
    assert_eq!(calendar.nearest(day("2026-01-01")), days(&["2026-01-08"]));
}

#[test]
fn the_last_day_is_so_many_days_before() {
    assert_eq!(wbw().last_day(day("2026-03-12")), day("2026-03-05"));
    assert_eq!(wbw().last_day(day("2026-03-05")), day("2026-02-26"));
    assert_eq!(wbw().last_day(day("2028-03-02")), day("2028-02-24"));
    assert_eq!(wbw().last_day(day("2026-04-02")), day("2026-03-26"));
    assert_eq!(wbw().last_day(day("2027-01-07")), day("2026-12-31"));
    let never = calendar("termijnen: {inbreng_dagen: 4294967295}");
    assert_eq!(never.last_day(day("2026-03-12")), NaiveDate::MIN);
}

const WEEKDAYS: [(Weekdag, Weekday); 7] = [
    (Weekdag::Maandag, Weekday::Mon),
    (Weekdag::Dinsdag, Weekday::Tue),
    (Weekdag::Woensdag, Weekday::Wed),
    (Weekdag::Donderdag, Weekday::Thu),
    (Weekdag::Vrijdag, Weekday::Fri),
    (Weekdag::Zaterdag, Weekday::Sat),
    (Weekdag::Zondag, Weekday::Sun),
];

/// What a region and its cancelled meetings may be, in numbers of days from 2026-01-01.
#[derive(Debug, Clone)]
struct Case {
    weekday: usize,
    weeks: u32,
    from: u64,
    vacations: Vec<(u64, u64)>,
    extra: Vec<u64>,
    cancelled: Vec<u64>,
}

fn nth(offset: u64) -> NaiveDate {
    day("2026-01-01") + Days::new(offset)
}

impl Case {
    fn calendar(&self) -> Calendar {
        let datum = |offset: u64| Some(Datum(nth(offset)));
        let pattern = Vergaderpatroon {
            weekdag: Some(WEEKDAYS[self.weekday].0),
            elke_weken: Some(self.weeks),
            vanaf: datum(self.from),
            ..Default::default()
        };
        let vacation =
            |&(from, length): &(u64, u64)| Vakantie { van: datum(from), tot: datum(from + length), naam: None };
        let extra = |&offset: &u64| Extra { datum: datum(offset), ..Default::default() };
        let region = Regio {
            vergaderpatroon: Some(pattern),
            vakanties: self.vacations.iter().map(vacation).collect(),
            extra: self.extra.iter().map(extra).collect(),
            ..Default::default()
        };
        Calendar::new(&region).with_cancelled(self.cancelled.iter().map(|offset| nth(*offset)))
    }

    /// The same by adding and taking away, for four years.
    fn meetings(&self) -> BTreeSet<NaiveDate> {
        let mut first = nth(self.from);
        while first.weekday() != WEEKDAYS[self.weekday].1 {
            first = first + Days::new(1);
        }
        let step = 7 * usize::try_from(self.weeks.max(1)).unwrap();
        let mut meetings: BTreeSet<_> = first.iter_days().step_by(step).take_while(|day| day.year() < 2030).collect();
        for year in 2026..2030 {
            meetings.retain(|day| holidays(year).iter().all(|holiday| holiday.day != *day));
        }
        for (from, length) in &self.vacations {
            meetings.retain(|day| *day < nth(*from) || *day > nth(from + length));
        }
        meetings.extend(self.extra.iter().map(|offset| nth(*offset)));
        meetings.retain(|day| self.cancelled.iter().all(|offset| nth(*offset) != *day));
        meetings
    }
}

prop_compose! {
    fn cases()(
        weekday in 0..7_usize,
        weeks in 0..6_u32,
        from in 0..500_u64,
        vacations in prop::collection::vec((0..1400_u64, 0..30_u64), 0..4),
        extra in prop::collection::vec(0..1400_u64, 0..6),
        cancelled in prop::collection::vec(0..1400_u64, 0..20),
    ) -> Case {
        Case { weekday, weeks, from, vacations, extra, cancelled }
    }
}

proptest! {
    #[test]
    fn meetings_are_the_pattern_with_what_was_added_and_taken_away(case in cases()) {
        let calendar = case.calendar();
        let listed: Vec<_> = (2026..2030).flat_map(|year| calendar.meetings(year)).collect();
        prop_assert!(listed.is_sorted_by(|one, two| one < two));
        prop_assert_eq!(&listed, &case.meetings().into_iter().collect::<Vec<_>>());
        for day in nth(0).iter_days().take_while(|day| day.year() < 2030) {
            prop_assert_eq!(calendar.is_meeting(day), listed.binary_search(&day).is_ok());
        }
    }

    #[test]
    fn next_and_previous_find_the_closest_listed_meeting(case in cases(), offset in 0..1400_u64) {
        let (calendar, meetings, day) = (case.calendar(), case.meetings(), nth(offset));
        let close = |found: &NaiveDate| found.signed_duration_since(day).num_days().abs() <= 731;
        let next = meetings.range(day..).next().copied();
        let previous = meetings.range(..day).next_back().copied().filter(close);
        // After 2029 the list ends and the calendar goes on.
        if next.is_some() {
            prop_assert_eq!(calendar.next(day), next.filter(|found| found.signed_duration_since(day).num_days() < 731));
        }
        prop_assert_eq!(calendar.previous(day), previous);
        let nearest = calendar.nearest(day);
        prop_assert!(nearest.iter().all(|found| *found != day && calendar.is_meeting(*found)));
    }

    #[test]
    fn no_day_makes_it_panic(case in cases(), year in 1900..=9999_i32, ordinal in 1..=366_u32) {
        let Some(day) = NaiveDate::from_yo_opt(year, ordinal) else { return Ok(()) };
        let calendar = case.calendar();
        for day in [day, NaiveDate::MIN, NaiveDate::MAX] {
            let _ = (calendar.why_not(day), calendar.nearest(day), calendar.next(day), calendar.last_day(day));
            let _ = (calendar.meetings(day.year()), words::day_in_words(day), words::day_column(day));
        }
    }

    #[test]
    fn holidays_are_in_order_and_found_by_day(year in 1900..=9999_i32) {
        let list = holidays(year);
        prop_assert!(list.is_sorted_by_key(|found| found.day));
        prop_assert!(list.iter().all(|found| found.day.year() == year && holiday(found.day).is_some()));
    }
}
