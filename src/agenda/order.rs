//! The order of the cases, their time slots, the breaks, and what does not fit.

use crate::model::{Casus, Minuten, Soort};
use crate::route::{Stand, Zaak};
use chrono::{NaiveTime, TimeDelta};

/// A break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pauze {
    /// From when.
    pub van: NaiveTime,
    /// Until when.
    pub tot: NaiveTime,
}

/// What a plan of the morning comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Planning {
    /// When the last case ends.
    pub klaar: NaiveTime,
    /// The minutes left until the end.
    pub ruimte: i64,
    /// The minutes too many.
    pub te_veel: i64,
    /// The case that could move to another meeting, when there are too many.
    pub kan_verschuiven: Option<Casus>,
}

/// A case with its time.
pub(super) struct Slot<'a> {
    pub zaak: &'a Zaak<'a>,
    /// The break before it.
    pub pauze: Option<Pauze>,
    pub van: NaiveTime,
    pub tot: NaiveTime,
    pub past: bool,
}

fn has_spoed(zaak: &Zaak<'_>) -> bool {
    let reason = zaak.kaart.and_then(|kaart| kaart.ingebracht.as_ref()?.spoed.as_deref());
    reason.is_some_and(|reason| !reason.trim().is_empty())
}

/// The chair's own order first; then spoed, nieuw, vervolg, afsluiten, monitor; within a
/// kind by the moment of handing in.
pub(super) fn in_order<'a>(zaken: &[&'a Zaak<'a>]) -> Vec<&'a Zaak<'a>> {
    let kind = |zaak: &Zaak<'_>| match zaak.soort() {
        _ if has_spoed(zaak) => 0,
        Some(Soort::Nieuw) | None => 1,
        Some(Soort::Vervolg) => 2,
        Some(Soort::AfsluitenMaatregel) => 3,
        Some(Soort::Monitor) => 4,
    };
    let moment = |zaak: &Zaak<'_>| zaak.kaart.and_then(|kaart| kaart.ingebracht.as_ref()?.op).map(|op| op.0);
    let place = |zaak: &Zaak<'_>| zaak.files.besluit.as_ref().and_then(|besluit| besluit.volgorde);
    let mut ordered = zaken.to_vec();
    ordered.sort_by_key(|zaak| {
        let (own, place) = place(zaak).map_or((1, 0), |place| (0, place));
        (own, place, kind(zaak), moment(zaak).is_none(), moment(zaak), zaak.casus)
    });
    ordered
}

fn minutes(of: &Minuten, zaak: &Zaak<'_>) -> u32 {
    let own = zaak.files.besluit.as_ref().and_then(|besluit| besluit.minuten);
    own.unwrap_or(match zaak.soort() {
        Some(Soort::Nieuw) | None => of.nieuw,
        Some(Soort::Vervolg) => of.vervolg,
        Some(Soort::AfsluitenMaatregel) => of.afsluiten_maatregel,
        Some(Soort::Monitor) => of.monitor,
    })
}

/// No meeting lasts longer than this, in minutes: what is written beyond it is a mistake.
const MOST: i64 = 24 * 60;

/// Gives each case its time. A break comes before the first case that would start
/// `pauze_na` or more minutes after the beginning or the last break.
pub(super) fn plan<'a>(
    of: &Minuten,
    begin: NaiveTime,
    eind: NaiveTime,
    zaken: Vec<&'a Zaak<'a>>,
) -> (Vec<Slot<'a>>, Planning) {
    // Minutes from the beginning, so that a plan that runs past midnight stays in order.
    let at = |minutes: i64| begin.overflowing_add_signed(TimeDelta::minutes(minutes.min(MOST))).0;
    let length = (eind - begin).num_minutes().max(0);
    let (mut now, mut since) = (0i64, 0i64);
    let mut slots = Vec::new();
    for zaak in zaken {
        let mut pauze = None;
        if of.pauze > 0 && now - since >= i64::from(of.pauze_na) && now > 0 {
            let until = now + i64::from(of.pauze);
            pauze = Some(Pauze { van: at(now), tot: at(until) });
            (now, since) = (until, until);
        }
        let until = now + i64::from(minutes(of, zaak));
        slots.push(Slot { zaak, pauze, van: at(now), tot: at(until), past: until <= length });
        now = until;
    }
    let te_veel = (now - length).max(0);
    // The last one that is not urgent: moving it changes nobody else's time. Without a
    // length no moving helps.
    let may_move = |slot: &&Slot<'_>| !has_spoed(slot.zaak) && slot.zaak.stand != Stand::Besproken;
    let last = slots.iter().rev().find(may_move).map(|slot| slot.zaak.casus);
    let kan_verschuiven = last.filter(|_| te_veel > 0 && length > 0);
    let planning = Planning { klaar: at(now), ruimte: (length - now).max(0), te_veel, kan_verschuiven };
    (slots, planning)
}
