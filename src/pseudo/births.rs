//! A day of birth in a text becomes an age, when it is that of someone on the card.

use super::lexicon::fold;
use super::text::Searched;
use crate::calendar::age_on;
use crate::model::{Geboorte, Tijdstip, Veiligheidskaart};
use chrono::{Datelike, NaiveDate};

/// The days of birth of a family with the ages on the day of the meeting.
#[derive(Default)]
pub(super) struct Births(Vec<(NaiveDate, u8)>);

/// Those of a card.
pub(super) fn of(card: &Veiligheidskaart, day: NaiveDate) -> Births {
    let leden = card.gezin.iter().flat_map(|gezin| gezin.leden.values());
    let births = leden.filter_map(|lid| match lid.geboortedatum {
        Some(Geboorte::Op(Tijdstip::Dag(birth))) if birth <= day => Some((birth, age_on(Tijdstip::Dag(birth), day).0)),
        _ => None,
    });
    Births(births.collect())
}

const MONTHS: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

impl Births {
    /// What comes in the place of a day of birth.
    pub fn label(&self, words: &str) -> String {
        let numbers = numbers(words);
        let is = |birth: &NaiveDate| {
            let year = birth.year().unsigned_abs();
            let (day, month) = (birth.day(), birth.month());
            matches!(numbers.as_slice(), [d, m, y] if *d == day && *m == month && (*y == year || *y == year % 100))
                || matches!(numbers.as_slice(), [y, m, d] if *y == year && *m == month && *d == day)
        };
        match self.0.iter().find(|(birth, _)| is(birth)) {
            Some((_, age)) => format!("[geboortedatum: nu {age} jaar]"),
            None => "[geboortedatum]".to_owned(),
        }
    }
}

/// The numbers in a date, a month by name among them.
fn numbers(words: &str) -> Vec<u32> {
    let folded = fold(Searched::new(words).text());
    let parts = folded.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty());
    let month = |part: &str| {
        let part = part.replace("maart", "mrt");
        let nth = MONTHS.iter().position(|month| part.starts_with(month))?;
        u32::try_from(nth + 1).ok()
    };
    parts.filter_map(|part| part.parse().ok().or_else(|| month(part))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_of_birth_on_the_card_becomes_an_age() {
        let births = Births(vec![(NaiveDate::from_ymd_opt(2015, 4, 21).unwrap(), 10)]);
        for words in ["21-04-2015", "21 april 2015", "21/4/15", "2015-04-21", "21 apr. 2015"] {
            assert_eq!(births.label(words), "[geboortedatum: nu 10 jaar]", "{words}");
        }
        for words in ["22-04-2015", "april 2015", "in mei geboren"] {
            assert_eq!(births.label(words), "[geboortedatum]", "{words}");
        }
    }
}
