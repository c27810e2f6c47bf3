//! What is not discussed in a meeting, and why.

use super::{Kop, kop};
use crate::model::{BesluitSoort, Casus, Soort};
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

/// A case that is not discussed.
pub struct NietBesproken {
    /// The pseudonym.
    pub casus: Casus,
    /// Why.
    pub waarom: WaaromNiet,
    /// By how many days it was late.
    pub dagen: Option<i64>,
    /// What its card lacks, lateness left out.
    pub open: Vec<Finding>,
    /// The reason that was given.
    pub reden: Option<String>,
    /// The meeting to which it moves, or where it comes from when it was expected.
    pub naar: Option<NaiveDate>,
    /// Of an expected case: the meeting where that was agreed.
    pub van: Option<NaiveDate>,
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

/// The reason with which the chair takes a card all the same.
pub(super) fn reason_of_chair<'a>(zaak: &Zaak<'a>) -> Option<&'a str> {
    let besluit = zaak.files.besluit.as_ref().filter(|besluit| besluit.besluit == Some(BesluitSoort::Agenderen))?;
    besluit.reden.as_deref().filter(|reason| !reason.trim().is_empty())
}

/// Why a case is not discussed; none when it is.
pub(super) fn why_not(reading: &MeetingRead, zaak: &Zaak<'_>) -> Option<WaaromNiet> {
    match zaak.stand {
        Stand::Verwacht => return Some(WaaromNiet::Verwacht),
        Stand::Uitgesteld => return Some(WaaromNiet::Uitgesteld),
        Stand::Afgewezen => return Some(WaaromNiet::Afgewezen),
        Stand::Ingetrokken => return Some(WaaromNiet::Ingetrokken),
        Stand::Besproken => return None,
        Stand::Ingebracht | Stand::Geagendeerd => {}
    }
    let by_chair = reason_of_chair(zaak).is_some();
    let blocking = findings_of(reading, zaak).iter().filter(|finding| finding.blocks());
    let stays = blocking.filter(|finding| !by_chair || !finding.rule.is_passable()).collect::<Vec<_>>();
    if zaak.kaart.is_none() {
        return Some(WaaromNiet::Regels);
    }
    if stays.iter().any(|finding| finding.rule.id == LATE) {
        return Some(WaaromNiet::TeLaat);
    }
    if !stays.is_empty() {
        return Some(WaaromNiet::Regels);
    }
    let monitor = zaak.soort() == Some(Soort::Monitor);
    let away = Absent::of(&reading.team, zaak.day).is_inbrenger_away(zaak.casus);
    (monitor && away).then_some(WaaromNiet::InbrengerAfwezig)
}

/// The rule that says a card came in time.
const LATE: &str = "INB07";

/// A case that is not discussed, with all that the chair needs to know of it.
pub(super) fn niet_besproken(reading: &MeetingRead, now: &Zaak<'_>) -> Option<NietBesproken> {
    let waarom = why_not(reading, now)?;
    let day = now.day;
    let besluit = now.files.besluit.as_ref();
    let withdrawn = now.files.ingetrokken.as_ref();
    let van = now.files.verwacht.as_ref().and_then(|verwacht| verwacht.van).map(|van| van.0);
    let uiterste_dag = reading.calendar.last_day(now.kaart_in);
    let ingebracht = now.kaart.and_then(|kaart| kaart.ingebracht.as_ref()?.op).map(crate::model::Moment::day);
    let late = ingebracht.map(|on| (on - uiterste_dag).num_days()).filter(|days| *days > 0);
    // An expected case is known by the card of the discussion that announced it.
    let before = eerder(now).and_then(|before| zaak(&reading.team, before, now.casus)).and_then(|before| before.kaart);
    let (reden, naar, door) = match waarom {
        WaaromNiet::Uitgesteld | WaaromNiet::Afgewezen => (
            besluit.and_then(|besluit| besluit.reden.clone()),
            besluit.and_then(|besluit| besluit.naar).map(|naar| naar.0),
            besluit.and_then(|besluit| besluit.door.clone()),
        ),
        WaaromNiet::Ingetrokken => (
            withdrawn.and_then(|withdrawn| withdrawn.reden.clone()),
            None,
            withdrawn.and_then(|withdrawn| withdrawn.door.clone()),
        ),
        _ => (None, None, None),
    };
    let judged = matches!(waarom, WaaromNiet::Regels | WaaromNiet::TeLaat | WaaromNiet::InbrengerAfwezig);
    let open = findings_of(reading, now).iter().filter(|finding| judged && finding.blocks());
    Some(NietBesproken {
        casus: now.casus,
        waarom,
        dagen: late.filter(|_| waarom == WaaromNiet::TeLaat),
        open: open.filter(|finding| finding.rule.id != LATE).cloned().collect(),
        reden,
        naar,
        van,
        soort: now.soort(),
        kaart: kop(reading, now.kaart.or(before), day),
        uiterste_dag,
        ingebracht,
        door,
        te_besluiten: judged,
    })
}
