//! A case along its route: where it stands in a meeting, which card it has there, what
//! came before and what is still open. Functions over what was read; nothing is looked up.

use crate::model::{
    Afspraak, AfspraakStand, BesluitSoort, Casus, Soort, Tijdstip, Veiligheidskaart, Verwacht, VerwachtWaarom,
};
use crate::store::{Case, CaseFile, Team};
use chrono::NaiveDate;

mod way;

pub use way::{closed, moved_on, moved_to};

/// Where a case stands in one meeting. What stands there of files says it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// Announced; no card yet.
    Verwacht,
    /// A card, no decision yet.
    Ingebracht,
    /// The chair put it on the agenda.
    Geagendeerd,
    /// The chair moved it to another meeting.
    Uitgesteld,
    /// The chair refused it.
    Afgewezen,
    /// The inbrenger withdrew it.
    Ingetrokken,
    /// It was discussed.
    Besproken,
}

/// One case in one meeting.
pub struct Zaak<'a> {
    /// The pseudonym.
    pub casus: Casus,
    /// The meeting.
    pub day: NaiveDate,
    /// What stands in its folder there.
    pub files: &'a Case,
    /// The card: the one handed in for this meeting, or of a postponed case the newest before.
    pub kaart: Option<&'a Veiligheidskaart>,
    /// The meeting in whose folder that card lies.
    pub kaart_in: NaiveDate,
    /// How it was announced; of a case that was moved here, before it was moved.
    pub aangekondigd: Option<&'a Verwacht>,
    /// Where it stands.
    pub stand: Stand,
}

impl Zaak<'_> {
    /// The meeting from which it was moved here.
    #[must_use]
    pub fn verschoven_van(&self) -> Option<NaiveDate> {
        moved_from(self.files.verwacht.as_ref()).filter(|van| *van < self.day)
    }

    /// What kind of discussion it is, of a case without a card as far as it was announced.
    #[must_use]
    pub fn soort(&self) -> Option<Soort> {
        let announced = || match self.aangekondigd?.waarom? {
            VerwachtWaarom::Monitor => Some(Soort::Monitor),
            VerwachtWaarom::Vervolg => Some(Soort::Vervolg),
            VerwachtWaarom::Uitgesteld => None,
        };
        self.kaart.and_then(|kaart| kaart.soort).or_else(announced)
    }
}

/// The meeting from which a case was moved to the one where this stands.
fn moved_from(verwacht: Option<&Verwacht>) -> Option<NaiveDate> {
    let verwacht = verwacht?;
    let van = verwacht.van.filter(|_| verwacht.waarom == Some(VerwachtWaarom::Uitgesteld));
    van.map(|van| van.0)
}

/// The meetings back along which a postponed case came to `day`, nearest first. Dates only
/// go back, so a chain that was written by hand into a circle ends as well.
pub fn moved_along(team: &Team, day: NaiveDate, casus: Casus) -> impl Iterator<Item = NaiveDate> {
    let before = move |day: NaiveDate| {
        let van = moved_from(team.case(day, casus)?.verwacht.as_ref())?;
        (van < day).then_some(van)
    };
    std::iter::successors(before(day), move |day| before(*day))
}

/// The cases of a meeting, in order of pseudonym.
#[must_use]
pub fn zaken(team: &Team, day: NaiveDate) -> Vec<Zaak<'_>> {
    let cases = team.meetings.get(&day).into_iter().flat_map(|meeting| meeting.cases.keys());
    cases.filter_map(|casus| zaak(team, day, *casus)).collect()
}

/// One case in one meeting, when any file of it stands there.
#[must_use]
pub fn zaak(team: &Team, day: NaiveDate, casus: Casus) -> Option<Zaak<'_>> {
    let files = team.case(day, casus)?;
    let along = || std::iter::once(day).chain(moved_along(team, day, casus));
    let lies_in = along().find(|day| team.case(*day, casus).is_some_and(|case| stands(case, CaseFile::Kaart)));
    let kaart_in = lies_in.unwrap_or(day);
    let kaart = team.case(kaart_in, casus).and_then(|case| case.kaart.as_ref());
    let mut announced = along().filter_map(|day| team.case(day, casus)?.verwacht.as_ref());
    let aangekondigd = announced.find(|verwacht| verwacht.waarom != Some(VerwachtWaarom::Uitgesteld));
    let decision = files.besluit.as_ref().and_then(|besluit| besluit.besluit);
    let stand = match decision {
        _ if stands(files, CaseFile::Ingetrokken) => Stand::Ingetrokken,
        _ if files.is_besproken() => Stand::Besproken,
        Some(BesluitSoort::Uitstellen) => Stand::Uitgesteld,
        Some(BesluitSoort::Afwijzen) => Stand::Afgewezen,
        _ if lies_in.is_none() => Stand::Verwacht,
        Some(BesluitSoort::Agenderen) => Stand::Geagendeerd,
        None => Stand::Ingebracht,
    };
    Some(Zaak { casus, day, files, kaart, kaart_in, aangekondigd, stand })
}

/// Whether a file stands there, readable or not: the files of a case say where it stands.
fn stands(case: &Case, file: CaseFile) -> bool {
    let was_read = match file {
        CaseFile::Verwacht => case.verwacht.is_some(),
        CaseFile::Kaart => case.kaart.is_some(),
        CaseFile::Ingetrokken => case.ingetrokken.is_some(),
        CaseFile::Besluit => case.besluit.is_some(),
        CaseFile::Bespreking => case.bespreking.is_some(),
        CaseFile::Nazorg => case.nazorg.is_some(),
    };
    was_read || case.unreadable.contains(&file)
}

/// The meeting in which this case was discussed last, as its card or its announcement says.
#[must_use]
pub fn eerder(zaak: &Zaak<'_>) -> Option<NaiveDate> {
    let announced = || zaak.aangekondigd?.van;
    let day = zaak.kaart.and_then(|kaart| kaart.eerder).or_else(announced)?.0;
    (day < zaak.day).then_some(day)
}

/// The earlier discussions of a case as far as they were read, newest first: each card
/// names the one before.
#[must_use]
pub fn history<'a>(team: &'a Team, now: &Zaak<'a>) -> Vec<Zaak<'a>> {
    let casus = now.casus;
    let mut history = Vec::new();
    let mut before = eerder(now);
    while let Some(earlier) = before.and_then(|day| zaak(team, day, casus)) {
        before = eerder(&earlier);
        history.push(earlier);
    }
    history
}

/// The meetings in which a case was discussed, as far as they were read, newest first.
#[must_use]
pub fn besproken(team: &Team, casus: Casus) -> Vec<NaiveDate> {
    let days = team.meetings.iter().filter(|(_, meeting)| meeting.cases.get(&casus).is_some_and(Case::is_besproken));
    days.map(|(day, _)| *day).rev().collect()
}

/// An agreement of an earlier discussion with what became of it.
pub struct Gemaakt<'a> {
    /// The agreement.
    pub afspraak: &'a Afspraak,
    /// What became of it; none: still open.
    pub stand: Option<AfspraakStand>,
    /// When that was.
    pub op: Option<Tijdstip>,
    /// Why it could not be done, or was not.
    pub reden: Option<&'a str>,
}

impl Gemaakt<'_> {
    /// Whether it was not done by then. A month is over on its last day.
    #[must_use]
    pub fn is_late(&self, on: NaiveDate) -> bool {
        self.stand.is_none() && self.afspraak.wanneer.is_some_and(|wanneer| wanneer.last() < on)
    }
}

/// The agreements of a discussion, in order of number.
#[must_use]
pub fn afspraken(case: &Case) -> Vec<Gemaakt<'_>> {
    let Some(bespreking) = &case.bespreking else { return Vec::new() };
    let settled = |afspraak: &Afspraak| {
        let nazorg = case.nazorg.as_ref()?;
        afspraak.nr?;
        nazorg.afspraken.values().find(|entry| entry.nr == afspraak.nr)
    };
    let agreements = bespreking.afspraken.values().map(|afspraak| {
        let settled = settled(afspraak);
        Gemaakt {
            afspraak,
            stand: settled.and_then(|entry| entry.stand),
            op: settled.and_then(|entry| entry.op),
            reden: settled.and_then(|entry| entry.reden.as_deref()),
        }
    });
    agreements.collect()
}
