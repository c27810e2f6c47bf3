//! Days and spans of days in Dutch words.
//!
//! A sentence says *donderdag 12 maart 2026*, a column *do 12 maart*; the year stands
//! once on a screen and again where it differs. Commands and files write ISO, which is
//! what `Datum` shows.

use crate::model::Tijdstip;
use chrono::{Datelike, NaiveDate, Weekday};

/// The months in full, the first one first.
pub const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

/// Words as a sentence begins: with a capital.
#[must_use]
pub fn capital(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// `donderdag 12 maart 2026`.
#[must_use]
pub fn day_in_words(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), date_with_year(day))
}

/// `donderdag 12 maart`.
#[must_use]
pub fn day_without_year(day: NaiveDate) -> String {
    format!("{} {}", weekday(day), date_without_weekday(day))
}

/// `do 12 maart`.
#[must_use]
pub fn day_short(day: NaiveDate) -> String {
    format!("{} {}", &weekday(day)[..2], date_without_weekday(day))
}

/// `do  5 maart`: as `day_short`, for under each other. The month is not filled out.
#[must_use]
pub fn day_column(day: NaiveDate) -> String {
    format!("{} {:>2} {}", &weekday(day)[..2], day.day(), month(day))
}

/// `12 maart`.
#[must_use]
pub fn date_without_weekday(day: NaiveDate) -> String {
    format!("{} {}", day.day(), month(day))
}

/// `12 maart 2026`.
#[must_use]
pub fn date_with_year(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month(day), day.year())
}

/// `12 maart`, with the year when it is another than the one the screen names.
#[must_use]
pub fn day_month(day: NaiveDate, screen_year: i32) -> String {
    if day.year() == screen_year { date_without_weekday(day) } else { date_with_year(day) }
}

/// `12 maart 2026`, or of a month `maart 2026`.
#[must_use]
pub fn span(span: Tijdstip) -> String {
    match span {
        Tijdstip::Dag(day) => date_with_year(day),
        Tijdstip::Maand(day) => format!("{} {}", month(day), day.year()),
    }
}

/// `1 dag`, `2 dagen`.
#[must_use]
pub fn days(count: impl Into<i64>) -> String {
    match count.into() {
        1 => "1 dag".to_owned(),
        count => format!("{count} dagen"),
    }
}

fn month(day: NaiveDate) -> &'static str {
    MONTHS[day.month0() as usize]
}

/// The first two letters are the short form: no two weekdays share them.
fn weekday(day: NaiveDate) -> &'static str {
    match day.weekday() {
        Weekday::Mon => "maandag",
        Weekday::Tue => "dinsdag",
        Weekday::Wed => "woensdag",
        Weekday::Thu => "donderdag",
        Weekday::Fri => "vrijdag",
        Weekday::Sat => "zaterdag",
        Weekday::Sun => "zondag",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_in_a_sentence_and_in_a_column() {
        // The screens of `schermen.md` put 12 March 2026 on a Thursday.
        let meeting = day("2026-03-12");
        assert_eq!(day_in_words(meeting), "donderdag 12 maart 2026");
        assert_eq!(day_without_year(meeting), "donderdag 12 maart");
        assert_eq!(day_short(meeting), "do 12 maart");
        assert_eq!(day_column(meeting), "do 12 maart");
        assert_eq!(day_short(day("2026-03-05")), "do 5 maart");
        assert_eq!(day_column(day("2026-03-05")), "do  5 maart");
    }

    #[test]
    fn the_year_stands_where_it_differs() {
        assert_eq!(date_without_weekday(day("2026-03-12")), "12 maart");
        assert_eq!(date_with_year(day("2026-03-12")), "12 maart 2026");
        assert_eq!(day_month(day("2026-12-31"), 2026), "31 december");
        assert_eq!(day_month(day("2027-01-01"), 2026), "1 januari 2027");
    }

    #[test]
    fn a_month_is_said_as_a_month() {
        assert_eq!(span("2026-03-12".parse().unwrap()), "12 maart 2026");
        assert_eq!(span("2026-03".parse().unwrap()), "maart 2026");
    }

    #[test]
    fn a_week_and_a_year_have_all_their_names() {
        let week: Vec<String> =
            day("2026-06-01").iter_days().take(7).map(|day| day_short(day)[..2].to_owned()).collect();
        assert_eq!(week, ["ma", "di", "wo", "do", "vr", "za", "zo"]);
        let months = (1..=12).map(|month| date_without_weekday(NaiveDate::from_ymd_opt(2026, month, 1).unwrap()));
        assert_eq!(
            months.collect::<Vec<_>>().join(", "),
            "1 januari, 1 februari, 1 maart, 1 april, 1 mei, 1 juni, 1 juli, 1 augustus, 1 september, 1 oktober, \
             1 november, 1 december"
        );
    }

    #[test]
    fn one_day_is_no_days() {
        assert_eq!([days(0), days(1), days(2)], ["0 dagen", "1 dag", "2 dagen"]);
        assert_eq!(days(7_u32), "7 dagen");
    }
}
