//! What is not discussed in a meeting, and why.

use super::{Kop, kop};
use crate::model::{Casus, Moment, Soort};
use crate::route::{Stand, Zaak, eerder, zaak};
use crate::rules::{Finding, MeetingRead};
use crate::tafel::Absent;
use chrono::NaiveDate;
use serde::Serialize;

/// Why a case is not discussed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum WaaromNiet {
    /// Its card breaks rules.
    Regels,
    /// It was handed in too late (its card may break rules as well).
    TeLaat,
    /// The chair moved it.
    Uitgesteld,
    /// The chair refused it.
    Afgewezen,
    /// The inbrenger withdrew it.
    Ingetrokken,
    /// It was announced but has not been handed in.
    Verwacht,
    /// A monitoring whose inbrenger is away (chapter 4, stap 3).
    InbrengerAfwezig,
}

impl WaaromNiet {
    /// What the chair may still decide on comes first, what is not there yet last.
    pub(super) fn place(self) -> u8 {
        match self {
            Self::Regels | Self::TeLaat | Self::InbrengerAfwezig => 0,
            Self::Uitgesteld => 1,
            Self::Afgewezen => 2,
            Self::Ingetrokken => 3,
            Self::Verwacht => 4,
        }
    }
}

/// A case that is not discussed.
pub struct NietBesproken {
    /// The pseudonym.
    pub casus: Casus,
    /// Why.
    pub waarom: WaaromNiet,
    /// By how many days it was late.
    pub dagen: Option<i64>,
    /// What its card lacks; that it was late, `dagen` says.
    pub open: Vec<Finding>,
    /// The reason that was given.
    pub reden: Option<String>,
    /// Whether it is a monitoring whose inbrenger is away as well.
    pub ook_inbrenger_afwezig: bool,
    /// The meeting to which it moves.
    pub naar: Option<NaiveDate>,
    /// The meeting to which it goes by now, when that is another.
    pub nu_naar: Option<NaiveDate>,
    /// The meeting where it was agreed that the case comes back.
    pub van: Option<NaiveDate>,
    /// The meeting from which it was moved here.
    pub verschoven_van: Option<NaiveDate>,
    /// What kind of discussion.
    pub soort: Option<Soort>,
    /// What stands on its card, of an expected case on the card before.
    pub kaart: Kop,
    /// The last day on which it could be handed in.
    pub uiterste_dag: NaiveDate,
    /// The day on which it was handed in.
    pub ingebracht: Option<NaiveDate>,
    /// Who decided or withdrew.
    pub door: Option<String>,
    /// Whether the chair still has to decide on it.
    pub te_besluiten: bool,
}

/// What was found on the card that a case has in this meeting.
pub(super) fn findings_of<'a>(reading: &'a MeetingRead, zaak: &Zaak<'_>) -> &'a [Finding] {
    reading.cards.get(&(zaak.kaart_in, zaak.casus)).map_or(&[], Vec::as_slice)
}

/// Why a case is not discussed; none when it is.
pub(super) fn why_not(reading: &MeetingRead, zaak: &Zaak<'_>) -> Option<WaaromNiet> {
    match zaak.stand {
        Stand::Verwacht => return Some(WaaromNiet::Verwacht),
        Stand::Uitgesteld => return Some(WaaromNiet::Uitgesteld),
        Stand::Afgewezen => return Some(WaaromNiet::Afgewezen),
        Stand::Ingetrokken => return Some(WaaromNiet::Ingetrokken),
        Stand::Besproken => return zaak.kaart.is_none().then_some(WaaromNiet::Regels),
        Stand::Ingebracht | Stand::Geagendeerd => {}
    }
    let blocking = || findings_of(reading, zaak).iter().filter(|finding| finding.blocks());
    if blocking().any(|finding| finding.rule.id == LATE) && dagen(reading, zaak).is_some() {
        return Some(WaaromNiet::TeLaat);
    }
    if zaak.kaart.is_none() || blocking().next().is_some() {
        return Some(WaaromNiet::Regels);
    }
    is_monitor_alone(reading, zaak).then_some(WaaromNiet::InbrengerAfwezig)
}

/// Whether it is a monitoring whose inbrenger is away (chapter 4, stap 3).
fn is_monitor_alone(reading: &MeetingRead, zaak: &Zaak<'_>) -> bool {
    let monitor = zaak.soort() == Some(Soort::Monitor);
    monitor && Absent::of(&reading.team, zaak.day).is_inbrenger_away(zaak.casus)
}

/// The rule that says a card came in time.
const LATE: &str = "INB07";

fn ingebracht(zaak: &Zaak<'_>) -> Option<NaiveDate> {
    zaak.kaart.and_then(|kaart| kaart.ingebracht.as_ref()?.op).map(Moment::day)
}

/// The last day for this meeting; of a card that was moved here the later of both.
fn uiterste_dag(reading: &MeetingRead, zaak: &Zaak<'_>) -> NaiveDate {
    reading.calendar.last_day(zaak.kaart_in).max(reading.calendar.last_day(zaak.day))
}

/// By how many days a card was late.
fn dagen(reading: &MeetingRead, zaak: &Zaak<'_>) -> Option<i64> {
    let late = (ingebracht(zaak)? - uiterste_dag(reading, zaak)).num_days();
    Some(late).filter(|days| *days > 0)
}

/// A case that is not discussed, with all that the chair needs to know of it.
pub(super) fn niet_besproken(reading: &MeetingRead, now: &Zaak<'_>) -> Option<NietBesproken> {
    let waarom = why_not(reading, now)?;
    let besluit = now.files.besluit.as_ref();
    let withdrawn = now.files.ingetrokken.as_ref();
    // An expected case is known by the card of the discussion that announced it.
    let before = eerder(now).and_then(|before| zaak(&reading.team, before, now.casus)).and_then(|before| before.kaart);
    let (reden, door) = match waarom {
        WaaromNiet::Ingetrokken => (
            withdrawn.and_then(|withdrawn| withdrawn.reden.clone()),
            withdrawn.and_then(|withdrawn| withdrawn.door.clone()),
        ),
        WaaromNiet::Verwacht => (None, None),
        _ => (besluit.and_then(|besluit| besluit.reden.clone()), besluit.and_then(|besluit| besluit.door.clone())),
    };
    let judged = matches!(waarom, WaaromNiet::Regels | WaaromNiet::TeLaat | WaaromNiet::InbrengerAfwezig);
    let is_late = waarom == WaaromNiet::TeLaat;
    let open = findings_of(reading, now).iter().filter(|finding| judged && finding.blocks());
    Some(NietBesproken {
        casus: now.casus,
        waarom,
        dagen: dagen(reading, now).filter(|_| is_late),
        open: open.filter(|finding| !(is_late && finding.rule.id == LATE)).cloned().collect(),
        ook_inbrenger_afwezig: judged && waarom != WaaromNiet::InbrengerAfwezig && is_monitor_alone(reading, now),
        reden,
        naar: besluit.filter(|_| waarom == WaaromNiet::Uitgesteld).and_then(|besluit| besluit.naar).map(|naar| naar.0),
        nu_naar: reading.gone_on.get(&now.casus).copied(),
        van: now.aangekondigd.and_then(|verwacht| verwacht.van).map(|van| van.0),
        verschoven_van: now.verschoven_van(),
        soort: now.soort(),
        kaart: kop(reading, now.kaart.or(before), now.day),
        uiterste_dag: uiterste_dag(reading, now),
        ingebracht: ingebracht(now),
        door,
        te_besluiten: judged && now.stand != Stand::Besproken,
    })
}
