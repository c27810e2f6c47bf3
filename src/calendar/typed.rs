//! Days as people type them: `12-3-2026`, `12/3`, `12 maart`, `maart 2026`, `gisteren`.
//!
//! Without a year the nearest such day is meant: who says *12 december* in March talks
//! about the winter that has been. What was understood is always said back.

use super::words::MONTHS;
use crate::model::{Datum, Tijdstip};
use chrono::{Datelike, Days, NaiveDate};

/// Words before a day that say nothing about which day.
#[rustfmt::skip]
const BEFORE: [&str; 20] = [
    "op", "in", "sinds", "vanaf", "per", "tot", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag",
    "zondag", "ma", "di", "wo", "do", "vr", "za", "zo",
];

/// The day or month that somebody typed; none when it is no day or could be two.
#[must_use]
pub fn typed(text: &str, today: NaiveDate) -> Option<Tijdstip> {
    let text = text.trim().to_lowercase();
    if let Ok(written) = text.parse() {
        return Some(written);
    }
    if let Some(day) = named(&text, today) {
        return Some(Tijdstip::Dag(day));
    }
    let parts: Vec<&str> = text.split(|c: char| c.is_whitespace() || "-/.,".contains(c)).collect();
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
    let skipped = parts.iter().take_while(|part| BEFORE.contains(part)).count();
    match &parts[skipped..] {
        [year, month, day] if year.len() == 4 => {
            Some(Tijdstip::Dag(date(full_year(year, today)?, month_of(month)?, number(day)?)?))
        }
        [day, month, year] => Some(Tijdstip::Dag(date(full_year(year, today)?, month_of(month)?, number(day)?)?)),
        [one, two] => match (day_of(one), month_of(two), full_year(two, today).filter(|_| two.len() == 4)) {
            (_, _, Some(year)) => first_of(year, month_of(one)?).map(Tijdstip::Maand),
            (Some(day), Some(month), None) => nearest(today, |year| date(year, month, day)).map(Tijdstip::Dag),
            _ => None,
        },
        // A bare figure could be anything.
        [month] if number(month).is_none() => {
            nearest(today, |year| first_of(year, month_of(month)?)).map(Tijdstip::Maand)
        }
        _ => None,
    }
}

/// The day that somebody typed; none for a month.
#[must_use]
pub fn typed_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    match typed(text, today)? {
        Tijdstip::Dag(day) => Some(day),
        Tijdstip::Maand(_) => None,
    }
}

fn named(word: &str, today: NaiveDate) -> Option<NaiveDate> {
    match word {
        "vandaag" | "nu" => Some(today),
        "gisteren" => today.pred_opt(),
        "eergisteren" => today.checked_sub_days(Days::new(2)),
        "morgen" => today.succ_opt(),
        "overmorgen" => today.checked_add_days(Days::new(2)),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|byte| byte.is_ascii_digit()))
}

/// `12`, or `12e`.
fn day_of(text: &str) -> Option<u32> {
    let bare = text.strip_suffix("ste").or_else(|| text.strip_suffix("de")).or_else(|| text.strip_suffix('e'));
    number(bare.unwrap_or(text))
}

/// A month by its number, its name or the beginning of its name.
fn month_of(text: &str) -> Option<u32> {
    if let Some(number) = number(text) {
        return Some(number).filter(|_| text.len() <= 2);
    }
    if text == "mrt" {
        return Some(3);
    }
    let is_it = |month: &&str| text.len() >= 3 && month.starts_with(text);
    let index = MONTHS.iter().position(is_it)?;
    u32::try_from(index + 1).ok()
}

/// `2026`, or `26`: of this century unless that is still far ahead.
fn full_year(text: &str, today: NaiveDate) -> Option<i32> {
    let year = i32::try_from(number(text)?).ok()?;
    match text.len() {
        4 => Some(year),
        2 if 2000 + year <= today.year() + 10 => Some(2000 + year),
        2 => Some(1900 + year),
        _ => None,
    }
}

/// A day that files take.
fn date(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    format!("{year:04}-{month:02}-{day:02}").parse::<Datum>().ok().map(|day| day.0)
}

fn first_of(year: i32, month: u32) -> Option<NaiveDate> {
    date(year, month, 1)
}

/// The day of these years that is nearest to today; of two as near the one that has been.
fn nearest(today: NaiveDate, of_year: impl Fn(i32) -> Option<NaiveDate>) -> Option<NaiveDate> {
    let years = today.year() - 1..=today.year() + 1;
    years.filter_map(of_year).min_by_key(|day| (*day - today).num_days().abs())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn on(today: &str, text: &str) -> Option<String> {
        typed(text, today.parse().unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn days_are_read_as_people_type_them() {
        let same = [
            "2026-03-12",
            "2026-3-12",
            "12-3-2026",
            "12-03-2026",
            "12/3/2026",
            "12.3.26",
            "12/3",
            "12 - 3",
            "12 maart",
            "12 Maart 2026",
            "do 12 mrt",
            "donderdag 12 maart 2026",
            "op 12 maart",
            "12e maart",
        ];
        for text in same {
            assert_eq!(on("2026-03-04", text).as_deref(), Some("2026-03-12"), "{text}");
        }
        for text in ["2026-03", "maart 2026", "mrt 2026", "3-2026", "03/2026", "sinds maart 2026", "maart"] {
            assert_eq!(on("2026-03-04", text).as_deref(), Some("2026-03"), "{text}");
        }
        for (text, day) in [("vandaag", "04"), ("Gisteren", "03"), ("eergisteren", "02"), ("morgen", "05")] {
            assert_eq!(on("2026-03-04", text), Some(format!("2026-03-{day}")), "{text}");
        }
    }

    #[test]
    fn without_a_year_the_nearest_day_is_meant() {
        assert_eq!(on("2026-03-04", "12 december").as_deref(), Some("2025-12-12"));
        assert_eq!(on("2026-03-04", "1 augustus").as_deref(), Some("2026-08-01"));
        assert_eq!(on("2026-12-20", "6/1").as_deref(), Some("2027-01-06"));
        assert_eq!(on("2026-01-02", "november").as_deref(), Some("2025-11"));
        // Only one of these years has it.
        assert_eq!(on("2027-12-01", "29 februari").as_deref(), Some("2028-02-29"));
        assert_eq!(on("2026-03-04", "21-4-85").as_deref(), Some("1985-04-21"));
        assert_eq!(on("2026-03-04", "21-4-15").as_deref(), Some("2015-04-21"));
    }

    #[test]
    fn what_is_no_day_or_could_be_two_is_asked_again() {
        let no_days = [
            "",
            "12",
            "2026",
            "30 februari",
            "30-2-2026",
            "12-13-2026",
            "3/12/1",
            "vorige week",
            "ma",
            "jan feb",
            "12 ma",
            "0-3-2026",
            "12 3 2026 4",
            "1-1-1850",
            "maart 12",
            "+12-3-2026",
            "2026-3-12-1",
            "twaalf maart",
        ];
        for text in no_days {
            assert_eq!(on("2026-03-04", text), None, "{text}");
        }
    }

    proptest! {
        /// What a screen says of a day is read as that day.
        #[test]
        fn a_day_in_words_comes_back(days in 0i64..60_000, past in 0i64..60_000) {
            let from = NaiveDate::from_ymd_opt(1950, 1, 1).unwrap();
            let (day, today) = (from + chrono::Duration::days(days), from + chrono::Duration::days(past));
            for text in [super::super::words::day_in_words(day), day.to_string(), day.format("%-d-%-m-%Y").to_string()] {
                prop_assert_eq!(typed(&text, today).map(|day| day.to_string()), Some(day.to_string()), "{}", text);
            }
        }

        #[test]
        fn any_text_is_a_day_or_none(text in "\\PC{0,20}|[0-9 /.-]{0,12}|[a-z0-9 ]{0,12}") {
            let day = typed(&text, NaiveDate::from_ymd_opt(2026, 3, 4).unwrap());
            if let Some(day) = day {
                prop_assert!(day.to_string().parse::<Tijdstip>().is_ok());
            }
        }
    }
}
