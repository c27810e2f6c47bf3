//! From what was read of a meeting to its agenda: which cases are discussed, in which
//! order and when, what is still open from before, and what is not discussed and why.
//!
//! Everything follows from the folder and the day of the meeting, so that the same
//! meeting gives the same agenda a year later. Decides what stands on an agenda; how it
//! looks is for `output`.

mod casus;
mod earlier;
mod for_whom;
mod nazorg;
mod order;
mod outside;
mod overzicht;

pub use casus::Casusblad;
pub use earlier::{Afgesproken, Eerder, Openstaand};
pub use nazorg::{Eigen, Opvolging, Punt as OpenPunt, Wat, ZonderUitkomst};
pub use order::{Pauze, Planning};
pub use outside::{NietBesproken, WaaromNiet};
pub use overzicht::{Straks, Teamdag, Vandaag};

use crate::model::{Aanleiding, Casus, Cijfer, Kloktijd, Soort, TafelRol, Veiligheidskaart, Verzonden};
use crate::route::{Stand, Zaak, zaken};
use crate::rules::{Finding, MeetingRead, Severity};
use crate::store::{Meeting, Team};
use crate::tafel::{Absent, Plaats, Tafel, clashes, tafel_for};
use chrono::{NaiveDate, NaiveTime};
use serde::Serialize;
use std::collections::BTreeMap;

/// How far an agenda is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum Staat {
    Voorstel,
    Besloten,
    Verzonden,
}

/// The agenda of one meeting.
pub struct Agenda {
    /// The region.
    pub regio: String,
    /// The day.
    pub day: NaiveDate,
    /// How far it is.
    pub staat: Staat,
    /// When it begins.
    pub begin: NaiveTime,
    /// When it ends.
    pub eind: NaiveTime,
    /// Where.
    pub locatie: Option<String>,
    /// Who sits at the table.
    pub tafel: Tafel,
    /// Two places of one person that can't go together.
    pub botsingen: Vec<(Plaats, Plaats)>,
    /// The agenda as it was sent.
    pub verzonden: Option<Verzending>,
    /// What is still open from earlier discussions of these cases, overdue first.
    pub openstaand: Vec<Openstaand>,
    /// The cases in order.
    pub zaken: Vec<Punt>,
    /// The end, and what does not fit.
    pub planning: Planning,
    /// What was handed in or expected but is not discussed.
    pub niet_besproken: Vec<NietBesproken>,
    /// The cases on which the chair still has to decide.
    pub te_besluiten: Vec<Casus>,
    /// How many of its cases were discussed: the meeting was held.
    pub besproken: usize,
    /// For whom it is; nothing: for everyone.
    pub voor: Option<String>,
    /// What this agenda needs and could not be read, with what is wrong.
    pub niet_gelezen: Vec<Finding>,
}

/// The agenda as it was sent.
pub struct Verzending {
    /// When, as it was written.
    pub op: Option<chrono::DateTime<chrono::FixedOffset>>,
    /// To whom.
    pub aan: Vec<String>,
    /// The cases whose card changed after that.
    pub gewijzigd: Vec<Casus>,
    /// The cases on the agenda whose card was not sent.
    pub niet_verstuurd: Vec<Casus>,
    /// Who got an earlier one and not the last.
    pub niet_opnieuw: Vec<String>,
}

/// One case on the agenda.
pub struct Punt {
    /// The pseudonym.
    pub casus: Casus,
    /// The break before it.
    pub pauze: Option<Pauze>,
    /// From when.
    pub van: NaiveTime,
    /// Until when.
    pub tot: NaiveTime,
    /// Whether the chair decided; else it is a proposal.
    pub besloten: bool,
    /// What kind of discussion.
    pub soort: Soort,
    /// What stands on the card.
    pub kaart: Kop,
    /// Whether the inbrenger is away.
    pub inbrenger_afwezig: bool,
    /// The grounds.
    pub aanleiding: Vec<Aanleiding>,
    /// The question to the team, in full.
    pub vraag: Option<String>,
    /// What is open on the card, gravest first.
    pub open: Vec<Finding>,
    /// What people answered for.
    pub beantwoord: Vec<Finding>,
    /// What the gedragswetenschapper advised beforehand.
    pub advies_vooraf: Option<String>,
    /// Why the chair takes a late or broken card all the same.
    pub ondanks: Option<String>,
    /// Whether it ends before the meeting does.
    pub past: bool,
    /// The meeting from which it was moved here.
    pub verschoven_van: Option<NaiveDate>,
    /// The discussion before.
    pub eerder: Option<Eerder>,
}

/// What stands at the head of a card, for the one who reads a list.
#[derive(Debug, Clone, Default)]
pub struct Kop {
    /// The responsible municipality, as the region writes it.
    pub gemeente: Option<String>,
    /// Who brings the case in.
    pub inbrenger: Option<String>,
    /// Of which organisation.
    pub organisatie: Option<String>,
    /// Through which vaste deelnemer.
    pub via: Option<String>,
    /// Why it can't wait.
    pub spoed: Option<String>,
}

/// A figure of an earlier discussion.
#[derive(Debug, Clone)]
pub struct Cijfers {
    /// In which role it was given.
    pub rol: Option<TafelRol>,
    /// Who gave it.
    pub organisatie: String,
    /// The figure.
    pub cijfer: Cijfer,
    /// Why there is none.
    pub waarom: Option<String>,
}

impl Agenda {
    /// The agenda of a meeting that was read.
    #[must_use]
    pub fn of(reading: &MeetingRead, day: NaiveDate) -> Self {
        let team = &reading.team;
        let meeting = team.meetings.get(&day);
        let all = zaken(team, day);
        let (discussed, outside): (Vec<&Zaak<'_>>, Vec<&Zaak<'_>>) =
            all.iter().partition(|zaak| outside::why_not(reading, zaak).is_none());
        let (begin, eind) = times(reading, meeting);
        let (slots, planning) = order::plan(&team.regio.minuten, begin, eind, order::in_order(&discussed));
        let in_order: Vec<&Zaak<'_>> = slots.iter().map(|slot| slot.zaak).collect();
        let tafel = tafel_for(team, day, &in_order);
        let botsingen = clashes(&tafel.plaatsen).into_iter().map(|(a, b)| (a.clone(), b.clone())).collect();
        let zaken: Vec<Punt> = slots.iter().map(|slot| punt(reading, slot)).collect();
        let mut niet_besproken: Vec<NietBesproken> =
            outside.iter().filter_map(|zaak| outside::niet_besproken(reading, zaak)).collect();
        niet_besproken.sort_by_key(|entry| entry.waarom.place());
        let undecided = zaken.iter().filter(|punt| !punt.besloten).map(|punt| punt.casus);
        let waiting = niet_besproken.iter().filter(|entry| entry.te_besluiten).map(|entry| entry.casus);
        let te_besluiten: Vec<Casus> = undecided.chain(waiting).collect();
        let verzonden = meeting.and_then(|meeting| verzending(team, meeting, &all, &in_order));
        let staat = match (&verzonden, te_besluiten.is_empty()) {
            (Some(_), _) => Staat::Verzonden,
            (None, true) => Staat::Besloten,
            (None, false) => Staat::Voorstel,
        };
        let pattern = team.regio.vergaderpatroon.as_ref();
        let own_place = meeting.and_then(|meeting| meeting.vergadering.as_ref()?.locatie.clone());
        Self {
            regio: team.regio.regio.clone().unwrap_or_default(),
            day,
            staat,
            begin,
            eind,
            locatie: own_place.or_else(|| pattern?.locatie.clone()),
            tafel,
            botsingen,
            verzonden,
            openstaand: earlier::openstaand(team, &all),
            zaken,
            planning,
            niet_besproken,
            te_besluiten,
            besproken: all.iter().filter(|zaak| zaak.stand == Stand::Besproken).count(),
            voor: None,
            niet_gelezen: reading.unreadable.clone(),
        }
    }
}

/// When a meeting begins and ends where neither it nor its region says so.
const HOURS: (u32, u32) = (9, 12);

fn times(reading: &MeetingRead, meeting: Option<&Meeting>) -> (NaiveTime, NaiveTime) {
    let own = meeting.and_then(|meeting| meeting.vergadering.as_ref());
    let pattern = reading.team.regio.vergaderpatroon.as_ref();
    let time = |own: Option<Kloktijd>, usual: Option<Kloktijd>, hour| {
        own.or(usual).map_or_else(|| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default(), |time| time.0)
    };
    let begin = time(own.and_then(|own| own.begin), pattern.and_then(|pattern| pattern.begin), HOURS.0);
    let eind = time(own.and_then(|own| own.eind), pattern.and_then(|pattern| pattern.eind), HOURS.1);
    (begin, eind)
}

/// The sending as it was noted, with the cards that are another text now or were not there.
fn verzending(team: &Team, meeting: &Meeting, zaken: &[Zaak<'_>], agenda: &[&Zaak<'_>]) -> Option<Verzending> {
    let file = meeting.verzonden.as_ref()?;
    let read = |(casus, hash): (&String, &String)| Some((Casus::read(casus).ok()?, hash.to_ascii_lowercase()));
    let sent: BTreeMap<Casus, String> = file.kaarten.iter().filter_map(read).collect();
    let changed = sent.iter().filter(|(casus, hash)| {
        let zaak = zaken.iter().find(|zaak| zaak.casus == **casus);
        let now = zaak.and_then(|zaak| team.case(zaak.kaart_in, zaak.casus)?.kaart_hash.as_ref());
        now.is_some_and(|now| now != *hash)
    });
    let not_sent = agenda.iter().map(|zaak| zaak.casus).filter(|casus| !sent.contains_key(casus));
    Some(Verzending {
        op: file.op.map(|op| op.0),
        aan: file.aan.values().cloned().collect(),
        gewijzigd: changed.map(|(casus, _)| *casus).collect(),
        niet_verstuurd: not_sent.collect(),
        niet_opnieuw: not_again(file),
    })
}

/// Who has cards of before: they were sent those, and not what was sent last.
fn not_again(file: &Verzonden) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for name in file.eerder.values().flat_map(|one| one.aan.values()) {
        if !file.aan.values().any(|own| own == name) && !names.contains(name) {
            names.push(name.clone());
        }
    }
    names
}

/// The head of a card.
fn kop(reading: &MeetingRead, kaart: Option<&Veiligheidskaart>, day: NaiveDate) -> Kop {
    let Some(kaart) = kaart else { return Kop::default() };
    let regio = &reading.team.regio;
    let inbrenger = kaart.inbrenger.as_ref();
    Kop {
        gemeente: kaart.gemeente.as_deref().map(|name| regio.naam_van(name, day).to_owned()),
        inbrenger: inbrenger.and_then(|inbrenger| inbrenger.naam.clone()),
        organisatie: inbrenger.and_then(|inbrenger| inbrenger.organisatie.clone()),
        via: inbrenger.and_then(|inbrenger| inbrenger.via.clone()),
        spoed: kaart.ingebracht.as_ref().and_then(|entry| entry.spoed.clone()),
    }
}

fn punt(reading: &MeetingRead, slot: &order::Slot<'_>) -> Punt {
    let zaak = slot.zaak;
    let kaart = zaak.kaart;
    let findings = outside::findings_of(reading, zaak);
    let grave = |finding: &&Finding| finding.is_open() && finding.rule.severity > Severity::Advies;
    let mut open: Vec<Finding> = findings.iter().filter(grave).cloned().collect();
    open.sort_by_key(|finding| std::cmp::Reverse(finding.rule.severity));
    // The chair's reason stands where it was needed: for a late or a broken card.
    let besluit = zaak.files.besluit.as_ref();
    let reason = besluit.and_then(|besluit| besluit.reden.clone());
    let passed = |finding: &Finding| finding.rule.severity == Severity::Fout && finding.answer == reason;
    let needed = reason.is_some() && zaak.stand != Stand::Ingebracht && findings.iter().any(passed);
    let ondanks = reason.filter(|_| needed);
    Punt {
        casus: zaak.casus,
        pauze: slot.pauze,
        van: slot.van,
        tot: slot.tot,
        besloten: zaak.stand != Stand::Ingebracht,
        soort: zaak.soort().unwrap_or(Soort::Nieuw),
        kaart: kop(reading, kaart, zaak.day),
        inbrenger_afwezig: Absent::of(&reading.team, zaak.day).is_inbrenger_away(zaak.casus),
        aanleiding: kaart.map(|kaart| kaart.aanleiding.values().copied().collect()).unwrap_or_default(),
        vraag: kaart.and_then(|kaart| kaart.vraag.as_ref()?.tekst.clone()),
        open,
        beantwoord: findings.iter().filter(|finding| !finding.is_open()).cloned().collect(),
        advies_vooraf: besluit.and_then(|besluit| besluit.advies_vooraf.clone()),
        ondanks,
        past: slot.past,
        verschoven_van: zaak.verschoven_van(),
        eerder: earlier::eerder_van(&reading.team, zaak),
    }
}
