//! How old someone is on a day, and steps of whole months.
//!
//! Someone born on 29 February turns a year older on 1 March in an ordinary year: the
//! law asks that an age is reached (article 1:233 BW: "niet hebben bereikt"), and on
//! 28 February the last year is not yet full. Dutch practice reads it so (de Volkskrant,
//! 29 February 2020: "Juridisch gezien … pas op 1 maart een jaar ouder").

use crate::model::Tijdstip;
use chrono::{Datelike, Months, NaiveDate};

/// The youngest and the oldest age possible on that day, in years; they differ when of
/// the birth only the month is known. Before the birth it is 0.
#[must_use]
pub fn age_on(birth: Tijdstip, day: NaiveDate) -> (u8, u8) {
    (years(birth.last(), day), years(birth.first(), day))
}

/// The day on which someone reaches an age in years; nothing beyond the calendar.
#[must_use]
pub fn birthday(birth: NaiveDate, age: u8) -> Option<NaiveDate> {
    let year = birth.year().checked_add(i32::from(age))?;
    birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1))
}

/// So many months later, on the last day of the month where the day does not exist;
/// nothing beyond the calendar. For an age use `birthday`: 29 February differs.
#[must_use]
pub fn months_after(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_add_months(Months::new(months))
}

/// So many months earlier, as `months_after`.
#[must_use]
pub fn months_before(day: NaiveDate, months: u32) -> Option<NaiveDate> {
    day.checked_sub_months(Months::new(months))
}

/// Full years from birth to a day. chrono compares month and day as numbers, which puts
/// the birthday of 29 February on 1 March.
fn years(birth: NaiveDate, day: NaiveDate) -> u8 {
    day.years_since(birth).map_or(0, |years| u8::try_from(years).unwrap_or(u8::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn age(birth: &str, on: &str) -> (u8, u8) {
        age_on(birth.parse().unwrap(), day(on))
    }

    #[test]
    fn a_year_older_on_the_birthday_and_not_before() {
        assert_eq!(age("2015-04-21", "2026-04-20"), (10, 10));
        assert_eq!(age("2015-04-21", "2026-04-21"), (11, 11));
        assert_eq!(age("2026-04-21", "2026-04-20"), (0, 0));
        assert_eq!(age("1900-01-01", "9999-01-01"), (255, 255));
    }

    #[test]
    fn a_month_of_birth_gives_two_ages_within_that_month_only() {
        assert_eq!(age("2015-04", "2026-03-31"), (10, 10));
        assert_eq!(age("2015-04", "2026-04-01"), (10, 11));
        assert_eq!(age("2015-04", "2026-04-29"), (10, 11));
        assert_eq!(age("2015-04", "2026-04-30"), (11, 11));
    }

    #[test]
    fn born_on_29_february_is_older_on_1_march() {
        assert_eq!(age("2008-02-29", "2026-02-28"), (17, 17));
        assert_eq!(age("2008-02-29", "2026-03-01"), (18, 18));
        assert_eq!(age("2008-02-29", "2028-02-28"), (19, 19));
        assert_eq!(age("2008-02-29", "2028-02-29"), (20, 20));
        assert_eq!(birthday(day("2008-02-29"), 18), Some(day("2026-03-01")));
        assert_eq!(birthday(day("2008-02-29"), 20), Some(day("2028-02-29")));
    }

    #[test]
    fn months_stop_at_the_end_of_the_month() {
        assert_eq!(months_after(day("2026-01-31"), 1), Some(day("2026-02-28")));
        assert_eq!(months_after(day("2027-11-30"), 3), Some(day("2028-02-29")));
        assert_eq!(months_before(day("2026-05-31"), 3), Some(day("2026-02-28")));
        assert_eq!(months_before(day("2026-03-12"), 24), Some(day("2024-03-12")));
        assert_eq!(months_after(day("2026-03-12"), u32::MAX), None);
        assert_eq!(months_before(day("2026-03-12"), u32::MAX), None);
    }

    proptest! {
        #[test]
        fn an_age_begins_on_its_birthday(born in 0..36_525_u64, age in 1..=120_u8) {
            let born = day("1900-01-01") + chrono::Days::new(born);
            let reached = birthday(born, age).unwrap();
            prop_assert_eq!(age_on(Tijdstip::Dag(born), reached), (age, age));
            prop_assert_eq!(age_on(Tijdstip::Dag(born), reached.pred_opt().unwrap()), (age - 1, age - 1));
        }
    }
}
