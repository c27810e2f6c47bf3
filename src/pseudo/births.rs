//! A day of birth in a text becomes an age, when it is that of someone on the card.

use super::fixed;
use super::hit::{Certainty, Hit, Kind, found};
use super::lexicon::fold;
use super::text::Searched;
use super::tokens::{Shape, Tokens};
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
    /// Where a day of birth of the family stands, whatever the words around it say; without its
    /// year it may be another day.
    pub fn find(&self, text: &str) -> Vec<Hit> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let copy = Searched::new(text);
        let tokens = Tokens::new(copy.text());
        let mut hits = Vec::new();
        let mut at = 0;
        while at < tokens.len() {
            let short = tokens.get(at).is_some_and(|token| token.shape == Shape::Number) && tokens.is_word(at + 1);
            let last = fixed::date::whole(&tokens, at).or_else(|| short.then_some(at + 1));
            let span = last.map(|last| (tokens.span(at, last), last));
            let sure = span.as_ref().and_then(|(span, _)| self.is_birth(&copy.text()[span.clone()]));
            if let (Some((span, last)), Some(certainty)) = (span, sure) {
                let reason = "een geboortedag van iemand op de kaart";
                hits.push(found(copy.original(&span), Kind::Geboortedatum, certainty, reason));
                at = last;
            }
            at += 1;
        }
        hits
    }

    fn is_birth(&self, words: &str) -> Option<Certainty> {
        let same = |(birth, _): &(NaiveDate, u8)| {
            let (day, month) = (birth.day(), birth.month());
            let year = birth.year().unsigned_abs();
            match numbers(words).as_slice() {
                [d, m] if *d == day && *m == month => Some(Certainty::Twijfel),
                [d, m, y] if *d == day && *m == month && (*y == year || *y == year % 100) => Some(Certainty::Zeker),
                [y, m, d] if *y == year && *m == month && *d == day => Some(Certainty::Zeker),
                _ => None,
            }
        };
        self.0.iter().find_map(same)
    }

    /// What comes in the place of a day of birth.
    pub fn label(&self, words: &str) -> String {
        let one = |birth: &(NaiveDate, u8)| Self(vec![*birth]).is_birth(words).is_some();
        match self.0.iter().find(|birth| one(birth)) {
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
        let text = "Op 21-04-2015 en sinds 21 april 2015, wordt 21 april elf. Op 22 april 2015 niet.";
        let found: Vec<_> = births.find(text).iter().map(|hit| (&text[hit.bytes.clone()], hit.certainty)).collect();
        let sure = Certainty::Zeker;
        assert_eq!(found, [("21-04-2015", sure), ("21 april 2015", sure), ("21 april", Certainty::Twijfel)]);
    }
}
