//! The school holidays of region South (Zuid), in which all municipalities of West-Brabant West lie.
//!
//! Source: the overviews for each school year on rijksoverheid.nl, after the Regeling
//! vaststelling schoolvakanties 2022-2025 and 2025-2030. Summer, Christmas and May are
//! fixed there; spring and autumn are advice, and a school may add a week in May. They
//! cancel no meeting: only `vakanties` of the region does.

use chrono::NaiveDate;

/// A school holiday, from Saturday to Sunday.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SchoolHoliday {
    /// The name, spelled as within a sentence.
    pub name: &'static str,
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// The first and the last day of which the school holidays are known.
const KNOWN: (&str, &str) = ("2025-01-01", "2030-08-18");

const SOUTH: [(&str, &str, &str); 29] = [
    ("kerstvakantie", "2024-12-21", "2025-01-05"),
    ("voorjaarsvakantie", "2025-02-22", "2025-03-02"),
    ("meivakantie", "2025-04-26", "2025-05-04"),
    ("zomervakantie", "2025-07-05", "2025-08-17"),
    ("herfstvakantie", "2025-10-11", "2025-10-19"),
    ("kerstvakantie", "2025-12-20", "2026-01-04"),
    ("voorjaarsvakantie", "2026-02-14", "2026-02-22"),
    ("meivakantie", "2026-04-25", "2026-05-03"),
    ("zomervakantie", "2026-07-11", "2026-08-23"),
    ("herfstvakantie", "2026-10-17", "2026-10-25"),
    ("kerstvakantie", "2026-12-19", "2027-01-03"),
    ("voorjaarsvakantie", "2027-02-13", "2027-02-21"),
    ("meivakantie", "2027-04-24", "2027-05-02"),
    ("zomervakantie", "2027-07-24", "2027-09-05"),
    ("herfstvakantie", "2027-10-23", "2027-10-31"),
    ("kerstvakantie", "2027-12-25", "2028-01-09"),
    ("voorjaarsvakantie", "2028-02-26", "2028-03-05"),
    ("meivakantie", "2028-04-29", "2028-05-07"),
    ("zomervakantie", "2028-07-22", "2028-09-03"),
    ("herfstvakantie", "2028-10-21", "2028-10-29"),
    ("kerstvakantie", "2028-12-23", "2029-01-07"),
    ("voorjaarsvakantie", "2029-02-10", "2029-02-18"),
    ("meivakantie", "2029-04-28", "2029-05-06"),
    ("zomervakantie", "2029-07-14", "2029-08-26"),
    ("herfstvakantie", "2029-10-13", "2029-10-21"),
    ("kerstvakantie", "2029-12-22", "2030-01-06"),
    ("voorjaarsvakantie", "2030-02-23", "2030-03-03"),
    ("meivakantie", "2030-04-27", "2030-05-05"),
    ("zomervakantie", "2030-07-06", "2030-08-18"),
];

/// The school holidays that touch a year, in order; none of a year that is not known.
#[must_use]
pub fn school_holidays(year: i32) -> Vec<SchoolHoliday> {
    let (Some(first), Some(last)) = (NaiveDate::from_ymd_opt(year, 1, 1), NaiveDate::from_ymd_opt(year, 12, 31)) else {
        return Vec::new();
    };
    let (from, to) = school_holidays_known();
    let all =
        SOUTH.into_iter().filter_map(|(name, from, to)| Some(SchoolHoliday { name, from: day(from)?, to: day(to)? }));
    let touches = |holiday: &SchoolHoliday| holiday.from <= last && holiday.to >= first;
    all.filter(|_| last >= from && first <= to).filter(touches).collect()
}

/// From which day to which the school holidays are known.
#[must_use]
pub fn school_holidays_known() -> (NaiveDate, NaiveDate) {
    (day(KNOWN.0).unwrap_or(NaiveDate::MAX), day(KNOWN.1).unwrap_or(NaiveDate::MIN))
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}
