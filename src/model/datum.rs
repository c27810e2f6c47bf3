//! Days, spans of days, moments and times of the clock, as the files write them.
//!
//! chrono takes `2026-3-2` and `+12026-03-12`; a file that people and scripts share
//! needs one form, so the text is checked here before chrono sees it.

use super::scalar::{ScalarError, scalar};
use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveTime};
use std::{fmt, str::FromStr};

/// A day: `2026-03-12`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(test, derive(Debug))]
pub struct Datum(pub NaiveDate);

/// A day or a whole month (`2026-07`): a span of days. A rule fires only when it is
/// certain, so it asks for the first or the last day, whichever favours the writer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tijdstip {
    /// One day.
    Dag(NaiveDate),
    /// A month, kept as its first day.
    Maand(NaiveDate),
}

/// A moment with the offset of the place where it was written (RFC 3339); its written
/// date counts.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Moment(pub DateTime<FixedOffset>);

/// A time of the clock: `"09:00"`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kloktijd(pub NaiveTime);

impl Tijdstip {
    /// The first day it may be.
    #[must_use]
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Dag(day) | Self::Maand(day) => day,
        }
    }

    /// The last day it may be.
    #[must_use]
    pub fn last(self) -> NaiveDate {
        match self {
            Self::Dag(day) => day,
            Self::Maand(first) => {
                let next = if first.month() == 12 {
                    NaiveDate::from_ymd_opt(first.year() + 1, 1, 1)
                } else {
                    NaiveDate::from_ymd_opt(first.year(), first.month() + 1, 1)
                };
                next.and_then(|day| day.pred_opt()).unwrap_or(first)
            }
        }
    }
}

impl Moment {
    /// The day as it was written.
    #[must_use]
    pub fn day(self) -> NaiveDate {
        self.0.date_naive()
    }
}

/// Whether each byte of `text` is a digit where `form` has `0`, else the byte of `form`.
fn has_form(text: &str, form: &str) -> bool {
    text.len() == form.len()
        && text
            .bytes()
            .zip(form.bytes())
            .all(|(byte, want)| if want == b'0' { byte.is_ascii_digit() } else { byte == want })
}

/// Digits and separators only: meant as a date or time, though none that exists.
fn is_datelike(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || matches!(byte, b'-' | b'/' | b'.' | b':' | b'T' | b'+' | b'Z' | b' '))
}

fn no_date(text: &str) -> ScalarError {
    if is_datelike(text) { ScalarError::NoSuchDate } else { ScalarError::Wrong }
}

impl FromStr for Datum {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let day = if has_form(text, "0000-00-00") { NaiveDate::parse_from_str(text, "%Y-%m-%d").ok() } else { None };
        day.filter(|day| day.year() >= 1900).map(Self).ok_or_else(|| no_date(text))
    }
}

impl FromStr for Tijdstip {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        if has_form(text, "0000-00") {
            return Datum::from_str(&format!("{text}-01")).map(|day| Self::Maand(day.0));
        }
        Datum::from_str(text).map(|day| Self::Dag(day.0))
    }
}

impl FromStr for Moment {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        if text.len() < 20 || !has_form(&text[..text.floor_char_boundary(19)], "0000-00-00T00:00:00") {
            return Err(no_date(text));
        }
        DateTime::parse_from_rfc3339(text).map(Self).map_err(|_| no_date(text))
    }
}

impl FromStr for Kloktijd {
    type Err = ScalarError;

    fn from_str(text: &str) -> Result<Self, ScalarError> {
        let time = if has_form(text, "00:00") { NaiveTime::parse_from_str(text, "%H:%M").ok() } else { None };
        time.map(Self).ok_or_else(|| no_date(text))
    }
}

scalar!(Datum, "een dag die bestaat, als jaar-maand-dag: 2026-03-02");
scalar!(Tijdstip, "een dag of maand die bestaat: 2026-03-02 of 2026-03");
scalar!(Moment, "een dag en tijd met het verschil met UTC: 2026-03-04T10:12:00+01:00");
scalar!(Kloktijd, "een tijd, als uren en minuten: \"09:00\"");

impl fmt::Display for Datum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%d"))
    }
}

impl fmt::Display for Tijdstip {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Dag(day) => write!(f, "{}", day.format("%Y-%m-%d")),
            Self::Maand(day) => write!(f, "{}", day.format("%Y-%m")),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%Y-%m-%dT%H:%M:%S%:z"))
    }
}

impl fmt::Display for Kloktijd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0.format("%H:%M"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_one_form_of_a_day_is_read() {
        assert!("2026-02-28".parse::<Datum>().is_ok());
        for text in ["2026-02-30", "2026-3-2", "+12026-03-12", "02-03-2026", "2026/03/02", "0000-01-01"] {
            assert_eq!(text.parse::<Datum>(), Err(ScalarError::NoSuchDate), "{text}");
        }
        assert_eq!("morgen".parse::<Datum>(), Err(ScalarError::Wrong));
    }

    #[test]
    fn a_month_is_a_span_of_days() {
        let february: Tijdstip = "2028-02".parse().unwrap();
        assert_eq!(february.first().to_string(), "2028-02-01");
        assert_eq!(february.last().to_string(), "2028-02-29");
        let december: Tijdstip = "2026-12".parse().unwrap();
        assert_eq!(december.last().to_string(), "2026-12-31");
    }

    #[test]
    fn a_moment_counts_by_its_written_date() {
        let moment: Moment = "2026-03-05T23:30:00+01:00".parse().unwrap();
        assert_eq!(moment.day().to_string(), "2026-03-05");
        for text in ["2026-03-05", "2026-03-05T23:30:00", "2026-03-05 23:30:00+01:00", "2026-03-05T2é:30:00+01:00"] {
            assert!(text.parse::<Moment>().is_err(), "{text}");
        }
    }
}
