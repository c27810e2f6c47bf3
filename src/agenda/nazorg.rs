//! What is still to be done about cases that were discussed, and what is due of cases that are
//! known: by whom and by when (chapter 4, Stap 3: Nazorg).
//!
//! What has passed is said only where it can still be settled: of a card that lies in the team's
//! folder nobody changes a date any more, of one's own card one does.

use crate::calendar::{Calendar, NoMeeting, birthday, months_after};
use crate::model::{Casus, Geboorte, JaNee, Maatregel, MaatregelSoort, Rol, Soort, Tijdstip, Veiligheidskaart};
use crate::route::{Stand, Zaak, afspraken, besproken, zaak};
use crate::rules::{Bewaard, te_lang_bewaard};
use crate::store::{CaseFile, Slot, Team};
use chrono::{Days, NaiveDate};
use std::collections::BTreeSet;

/// A card of one's own dossier.
pub struct Eigen<'a> {
    /// The number of its dossier.
    pub dossiernummer: &'a str,
    /// The pseudonym, once it has one.
    pub casus: Option<Casus>,
    /// The card.
    pub kaart: &'a Veiligheidskaart,
}

/// A case whose meeting passed without an outcome.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ZonderUitkomst {
    /// The pseudonym.
    pub casus: Casus,
    /// The meeting.
    pub day: NaiveDate,
    /// Whether the chair put it on the agenda; else nobody decided either.
    pub geagendeerd: bool,
}

/// What is open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wat {
    /// An agreement of a discussion.
    Afspraak {
        /// Its number.
        nr: Option<u32>,
        /// What was agreed.
        wat: Option<String>,
    },
    /// The family has not heard the advice yet.
    Terugkoppeling,
    /// The case comes back in this meeting; its card is not there yet.
    KomtTerug(NaiveDate),
    /// The case was to come back in this meeting, and did not.
    Gemist(NaiveDate),
    /// The Raad follows until then whether agreements are kept.
    RaadVolgt,
    /// A measure ends.
    MaatregelEindigt {
        /// Whose, as the card calls them.
        wie: Option<String>,
        /// Which.
        soort: Option<MaatregelSoort>,
    },
    /// Someone of the family comes of age.
    WordtMeerderjarig {
        /// Who, as the card calls them.
        wie: Option<String>,
        /// At which age, in years.
        leeftijd: u8,
    },
}

/// Something that is open of a case.
#[derive(Clone, PartialEq, Eq)]
pub struct Punt {
    /// The pseudonym, once it has one.
    pub casus: Option<Casus>,
    /// The number of the dossier, of one's own case.
    pub dossiernummer: Option<String>,
    /// The discussion from which it comes.
    pub van: Option<NaiveDate>,
    /// Who does it, a professional or an organisation; none: nobody is named.
    pub wie: Option<String>,
    /// By when.
    pub wanneer: Option<Tijdstip>,
    /// What it is.
    pub wat: Wat,
    /// Whether the day stands on an identifiable card: for its owner's terminal only.
    pub van_eigen_kaart: bool,
}

impl Punt {
    /// Whether it should have been done by then. A month is over on its last day.
    #[must_use]
    pub fn is_late(&self, on: NaiveDate) -> bool {
        matches!(self.wat, Wat::Gemist(_)) || self.wanneer.is_some_and(|wanneer| wanneer.last() < on)
    }
}

/// What is open.
#[derive(Default)]
pub struct Opvolging {
    /// Cases whose meeting passed without an outcome, the oldest first.
    pub zonder_uitkomst: Vec<ZonderUitkomst>,
    /// What is open, by owner and then by day; what nobody is named for stands last.
    pub punten: Vec<Punt>,
    /// Cases that are past their term of keeping.
    pub voorbij: Vec<Bewaard>,
}

impl Opvolging {
    /// Of what was read of a team's folder and of one's own cards. `calendar` knows which
    /// meetings were cancelled, `present` is every file that stands in the folder.
    #[must_use]
    pub fn of(
        team: &Team,
        calendar: &Calendar,
        present: &BTreeSet<Slot>,
        eigen: &[Eigen<'_>],
        today: NaiveDate,
    ) -> Self {
        let cases: BTreeSet<Casus> = team.meetings.values().flat_map(|meeting| meeting.cases.keys().copied()).collect();
        let mut all = Self { voorbij: te_lang_bewaard(team, present, today), ..Self::default() };
        for casus in cases {
            let own = eigen.iter().find(|own| own.casus == Some(casus));
            Zoeker { team, calendar, today, casus, own }.search(&mut all);
        }
        for own in eigen {
            of_card(team, own.kaart, Some(own), today, &mut all.punten);
        }
        all.zonder_uitkomst.sort_by_key(|one| (one.day, one.casus));
        all.punten.sort_by_key(|punt| {
            let owner = punt.wie.as_ref().map(|wie| wie.to_lowercase());
            (owner.is_none(), owner, punt.wanneer.map(Tijdstip::last), punt.casus, punt.van)
        });
        all
    }

    /// What of it is about these cases.
    #[must_use]
    pub fn only(mut self, is_wanted: impl Fn(Option<Casus>) -> bool) -> Self {
        self.zonder_uitkomst.retain(|one| is_wanted(Some(one.casus)));
        self.punten.retain(|punt| is_wanted(punt.casus));
        self.voorbij.retain(|one| is_wanted(Some(one.casus)));
        self
    }

    /// Whether nothing is open.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.zonder_uitkomst.is_empty() && self.punten.is_empty() && self.voorbij.is_empty()
    }
}

/// What is looked at for one case.
struct Zoeker<'a> {
    team: &'a Team,
    calendar: &'a Calendar,
    today: NaiveDate,
    casus: Casus,
    own: Option<&'a Eigen<'a>>,
}

impl Zoeker<'_> {
    fn search(&self, all: &mut Opvolging) {
        let (team, casus) = (self.team, self.casus);
        let days: Vec<NaiveDate> = team
            .meetings
            .iter()
            .filter(|(_, meeting)| meeting.cases.contains_key(&casus))
            .map(|(day, _)| *day)
            .collect();
        let discussed = besproken(team, casus);
        for day in &days {
            let Some(zaak) = zaak(team, *day, casus) else { continue };
            let comes_later = days.iter().any(|other| other > day);
            self.in_meeting(&zaak, comes_later, all);
            if zaak.stand == Stand::Besproken {
                self.after(&zaak, discussed.first() == Some(day), comes_later, &mut all.punten);
            }
        }
        if self.own.is_none()
            && let Some(card) = newest(team, casus)
        {
            let before = all.punten.len();
            of_card(team, card, None, self.today, &mut all.punten);
            all.punten[before..].iter_mut().for_each(|punt| punt.casus = Some(casus));
        }
    }

    fn punt(&self, zaak: &Zaak<'_>, wat: Wat, wie: Option<String>, wanneer: Option<Tijdstip>) -> Punt {
        Punt {
            casus: Some(self.casus),
            dossiernummer: self.own.map(|own| own.dossiernummer.to_owned()),
            van: (zaak.stand == Stand::Besproken).then_some(zaak.day),
            wie,
            wanneer,
            wat,
            van_eigen_kaart: false,
        }
    }

    /// A meeting that passed without an outcome, or in which the case is to come back.
    fn in_meeting(&self, zaak: &Zaak<'_>, comes_later: bool, all: &mut Opvolging) {
        let day = zaak.day;
        if self.calendar.why_not(day) == Some(NoMeeting::Cancelled) || !zaak.files.unreadable.is_empty() {
            return;
        }
        let passed = day < self.today;
        match zaak.stand {
            // A case that came in anew is looked after there.
            Stand::Ingebracht | Stand::Geagendeerd if passed && !comes_later => {
                let geagendeerd = zaak.stand == Stand::Geagendeerd;
                all.zonder_uitkomst.push(ZonderUitkomst { casus: self.casus, day, geagendeerd });
            }
            // What followed a discussion may stand alone while a case is being removed.
            Stand::Verwacht if zaak.files.verwacht.is_some() && !(passed && comes_later) => {
                all.punten.push(self.comes_back(zaak, day));
            }
            _ => {}
        }
    }

    fn comes_back(&self, zaak: &Zaak<'_>, day: NaiveDate) -> Punt {
        let wat = if day < self.today { Wat::Gemist(day) } else { Wat::KomtTerug(day) };
        let last = Tijdstip::Dag(self.calendar.last_day(day));
        self.punt(zaak, wat, self.inbrenger(), Some(last))
    }

    /// What a discussion leaves to be done.
    fn after(&self, zaak: &Zaak<'_>, is_last: bool, comes_later: bool, punten: &mut Vec<Punt>) {
        // Of what can't be read nobody knows whether it was done.
        if zaak.files.unreadable.contains(&CaseFile::Nazorg) {
            return;
        }
        let nazorg = zaak.files.nazorg.as_ref();
        for made in afspraken(zaak.files).into_iter().filter(|made| made.stand.is_none()) {
            let wat = Wat::Afspraak { nr: made.afspraak.nr, wat: made.afspraak.wat.clone() };
            let wie = made.afspraak.wie.as_deref().map(|wie| self.team.regio.naam_van(wie, zaak.day).trim().to_owned());
            let wie = wie.filter(|wie| !wie.is_empty());
            punten.push(self.punt(zaak, wat, wie, made.afspraak.wanneer));
        }
        let told = nazorg.and_then(|nazorg| nazorg.terugkoppeling.as_ref()?.datum).is_some();
        if is_last && !told && zaak.day <= self.today {
            let days = u64::from(self.team.regio.termijnen.terugkoppeling_dagen);
            let last = zaak.day.checked_add_days(Days::new(days)).unwrap_or(zaak.day);
            let handed_over = nazorg.and_then(|nazorg| nazorg.overgedragen.as_ref()?.aan.clone());
            let wie = handed_over.or_else(|| self.casusregisseur());
            punten.push(self.punt(zaak, Wat::Terugkoppeling, wie, Some(Tijdstip::Dag(last))));
        }
        // Agreed at the table, but it does not stand in that meeting.
        let monitor = zaak.files.bespreking.as_ref().and_then(|own| own.monitor.as_ref());
        let back = monitor.filter(|monitor| monitor.terug == Some(JaNee::Ja)).and_then(|monitor| monitor.datum);
        if let Some(back) = back.filter(|back| is_last && !comes_later && back.0 > zaak.day) {
            punten.push(self.comes_back(zaak, back.0));
        }
    }

    fn inbrenger(&self) -> Option<String> {
        let card = self.own.map(|own| own.kaart).or_else(|| newest(self.team, self.casus))?;
        let own = card.inbrenger.as_ref()?;
        own.naam.clone().or_else(|| own.organisatie.clone())
    }

    fn casusregisseur(&self) -> Option<String> {
        let card = self.own.map(|own| own.kaart).or_else(|| newest(self.team, self.casus))?;
        runs(card).or_else(|| self.inbrenger())
    }
}

/// Who keeps in touch with the family.
fn runs(card: &Veiligheidskaart) -> Option<String> {
    let own = card.casusregisseur.as_ref()?;
    own.naam.clone().or_else(|| own.organisatie.clone())
}

/// The newest card of a case in the team's folder.
fn newest(team: &Team, casus: Casus) -> Option<&Veiligheidskaart> {
    team.meetings.values().rev().find_map(|meeting| meeting.cases.get(&casus)?.kaart.as_ref())
}

/// What is due by the days that stand on a card.
fn of_card(team: &Team, card: &Veiligheidskaart, own: Option<&Eigen<'_>>, today: NaiveDate, punten: &mut Vec<Punt>) {
    let soon = months_after(today, team.regio.termijnen.achttien_vooraf_maanden).unwrap_or(today);
    let passed_counts = own.is_some();
    let casus = own.and_then(|own| own.casus);
    let punt = |wat, wanneer| Punt {
        casus,
        dossiernummer: own.map(|own| own.dossiernummer.to_owned()),
        van: None,
        wie: runs(card),
        wanneer: Some(wanneer),
        wat,
        van_eigen_kaart: own.is_some(),
    };
    let is_due = |day: Tijdstip| passed_counts || day.last() >= today;
    if let Some(rvdk) = card.rvdk.as_ref().filter(|rvdk| rvdk.uitkomst.is_none())
        && let Some(until) = rvdk.volgen_tot.filter(|day| is_due(*day))
    {
        punten.push(punt(Wat::RaadVolgt, until));
    }
    for measure in card.maatregelen.values() {
        let Some(end) = measure.einde.filter(|end| is_due(*end) && end.first() <= soon) else { continue };
        if !casus.is_some_and(|casus| is_closed(team, casus, measure)) {
            let wat = Wat::MaatregelEindigt { wie: measure.wie.clone(), soort: measure.soort };
            punten.push(punt(wat, end));
        }
    }
    let leeftijd = team.regio.leeftijden.meerderjarig;
    let young = card.gezin.iter().flat_map(|gezin| gezin.leden.values());
    for lid in young.filter(|lid| own.is_some() && lid.rol == Some(Rol::Jeugdige)) {
        let Some(Geboorte::Op(born)) = lid.geboortedatum else { continue };
        let Some(day) = birthday(born.first(), leeftijd) else { continue };
        let day = if matches!(born, Tijdstip::Dag(_)) { Tijdstip::Dag(day) } else { Tijdstip::Maand(day) };
        if day.last() >= today && day.first() <= soon {
            punten.push(punt(Wat::WordtMeerderjarig { wie: lid.wie.clone(), leeftijd }, day));
        }
    }
}

/// Whether the end of a measure was discussed.
fn is_closed(team: &Team, casus: Casus, measure: &Maatregel) -> bool {
    besproken(team, casus).into_iter().filter_map(|day| zaak(team, day, casus)).any(|zaak| {
        let same = |card: &Veiligheidskaart| card.maatregelen.values().any(|own| own.wie == measure.wie);
        zaak.soort() == Some(Soort::AfsluitenMaatregel) && zaak.kaart.is_some_and(same)
    })
}
