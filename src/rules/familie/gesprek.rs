//! Talks that must have been held: when, and with whom of the family.

use super::{Betrokkene, CardView};
use crate::model::{Geinformeerd, Soort, Tijdstip, Veiligheidskaart};
use crate::rules::familie::words::filled;
use crate::yaml::Path;
use chrono::NaiveDate;

/// What the date of a talk says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum When {
    /// It was held.
    Held,
    /// There is no date.
    Undated,
    /// It was certainly not held after the last discussion of a case that comes back.
    BeforeLast,
    /// It is certainly still to come.
    Ahead,
}

/// How far the talk with one of the family is.
pub(super) enum Talk<'a> {
    /// Nothing stands there about this person.
    None,
    /// Nothing either, but someone stands there whose word may be a slip for this one's.
    Unclear,
    /// It was not held, and the card says why.
    Reasoned,
    /// What stands there last about this person is no talk that counts.
    NotYet(usize, &'a Geinformeerd, When),
    /// The talks that count, at least one.
    Held(Vec<(usize, &'a Geinformeerd)>),
}

/// The day after which the talks about a case that comes back must be held.
pub(super) fn last_discussion(card: &Veiligheidskaart) -> Option<NaiveDate> {
    let comes_back = card.soort.is_some_and(|soort| soort != Soort::Nieuw);
    card.eerder.filter(|_| comes_back).map(|eerder| eerder.0)
}

/// What the date of a talk says; of a month the day that favours the writer counts.
pub(super) fn when(date: Option<Tijdstip>, view: &CardView<'_>) -> When {
    let Some(date) = date else { return When::Undated };
    if last_discussion(view.card).is_some_and(|last| date.last() <= last) {
        When::BeforeLast
    } else if date.first() > view.day {
        When::Ahead
    } else {
        When::Held
    }
}

/// How far the talk with this person is.
pub(super) fn talk<'a>(view: &CardView<'a>, person: &Betrokkene<'_>) -> Talk<'a> {
    let all: Vec<_> = view.card.gesprek_gezin.iter().flat_map(|talk| talk.geinformeerd.iter()).collect();
    let is_own = |entry: &Geinformeerd| person.wie.is_some() && entry.wie.as_deref().map(str::trim) == person.wie;
    let own: Vec<_> = all.iter().copied().filter(|(_, entry)| is_own(entry)).collect();
    let is_reason = |entry: &Geinformeerd| filled(entry.reden_niet.as_deref());
    let counts = |entry: &Geinformeerd| !is_reason(entry) && when(entry.datum, view) == When::Held;
    let held: Vec<_> = own.iter().copied().filter(|(_, entry)| counts(entry)).collect();
    match own.last() {
        _ if !held.is_empty() => Talk::Held(held),
        _ if own.iter().any(|(_, entry)| is_reason(entry)) => Talk::Reasoned,
        Some((index, entry)) => Talk::NotYet(*index, entry, when(entry.datum, view)),
        None if view.betrokkenen.may_be_meant(person, all.iter().filter_map(|(_, entry)| entry.wie.as_deref())) => {
            Talk::Unclear
        }
        None => Talk::None,
    }
}

/// The path of a person's entry in `geinformeerd` as people write it.
pub(super) fn entry_of(person: &Betrokkene<'_>) -> Option<String> {
    let list = Path::root().key("gesprek_gezin").key("geinformeerd");
    person.wie.map(|wie| list.named(wie).to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Betrokkenen;
    use crate::rules::familie::trial::{card, region};

    fn when_in(head: &str, date: &str) -> When {
        let card = card(head);
        let regio = region();
        let day: NaiveDate = "2026-03-12".parse().unwrap();
        let betrokkenen = Betrokkenen::of(&card, &regio, day);
        let view = CardView { card: &card, regio: &regio, of_team: false, day, rare: Vec::new(), betrokkenen };
        when(Some(date.parse().ok().unwrap()), &view)
    }

    #[test]
    fn a_talk_about_a_case_that_comes_back_is_held_after_the_last_discussion() {
        let back = "{soort: monitor, eerder: 2026-01-15}";
        assert_eq!(when_in(back, "2026-01-16"), When::Held);
        assert_eq!(when_in(back, "2026-01-15"), When::BeforeLast);
        assert_eq!(when_in(back, "2025-12"), When::BeforeLast);
        // In January may be after the 15th.
        assert_eq!(when_in(back, "2026-01"), When::Held);
        assert_eq!(when_in("{soort: nieuw, eerder: 2026-01-15}", "2025-12-01"), When::Held);
        assert_eq!(when_in("{soort: vervolg}", "2025-12-01"), When::Held);
    }

    #[test]
    fn a_talk_after_the_day_is_still_to_come() {
        assert_eq!(when_in("{soort: nieuw}", "2026-03-12"), When::Held);
        assert_eq!(when_in("{soort: nieuw}", "2026-03-13"), When::Ahead);
        assert_eq!(when_in("{soort: nieuw}", "2026-03"), When::Held);
        assert_eq!(when_in("{soort: nieuw}", "2026-04"), When::Ahead);
    }
}
