//! Swaps agreed by hand and turns sent out before: which hold, and which can't be.

use super::instance::Instance;
use super::pool::{Pool, Stand};
use chrono::NaiveDate;
use serde::{Serialize, Serializer};
use std::collections::{BTreeMap, BTreeSet};

/// A swap that does not hold, or a published turn that nobody can keep.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Onmogelijk {
    /// The day.
    #[serde(serialize_with = "super::answer::day")]
    pub datum: NaiveDate,
    /// The seat.
    pub zetel: String,
    /// Why not.
    pub waarom: Waarom,
}

/// Why a seat does not sit where it was put by hand or by an earlier plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Waarom {
    /// There is no meeting that day.
    GeenVergadering,
    /// That meeting is a fact.
    AlGehouden,
    /// The group has no such seat.
    Onbekend,
    /// The seat takes no part on that day.
    DoetNietMee,
    /// The seat can't come.
    Afwezig,
    /// Later swaps took all places.
    Vol,
}

impl Waarom {
    /// The reason in words.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::GeenVergadering => "Op deze dag is er geen vergadering.",
            Self::AlGehouden => "Deze vergadering is al geweest.",
            Self::Onbekend => "Deze zetel hoort niet bij de groep.",
            Self::DoetNietMee => "Deze zetel doet op deze dag niet mee.",
            Self::Afwezig => "Deze zetel is op deze dag afwezig.",
            Self::Vol => "Er zijn voor deze dag meer ruilingen dan plaatsen. De laatste gaan voor.",
        }
    }
}

impl Serialize for Waarom {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

/// Fixes the swaps that hold, marks what was published, and lists what can't be.
pub(super) fn settle(pool: &mut Pool, instance: &Instance) {
    let mut impossible: BTreeMap<(NaiveDate, String), Waarom> = BTreeMap::new();
    // For each meeting the places left; the list is read from its end, for the last ones hold.
    let mut taken = vec![0; pool.planned.len()];
    let swaps: Vec<_> = Instance::of(&instance.ruilingen, &pool.name).collect();
    for swap in swaps.into_iter().rev() {
        let why = match place(pool, swap.datum, &swap.zetel) {
            Err(why) => why,
            Ok(at) if pool.stand[at] == Stand::Vast => continue,
            Ok(at) => {
                let meeting = at / pool.seats();
                if taken[meeting] < pool.wanted {
                    taken[meeting] += 1;
                    pool.stand[at] = Stand::Vast;
                    continue;
                }
                Waarom::Vol
            }
        };
        impossible.insert((swap.datum, swap.zetel.clone()), why);
    }
    let published: BTreeSet<_> =
        Instance::of(&instance.gepubliceerd, &pool.name).map(|turn| (turn.datum, &turn.zetel)).collect();
    for (day, name) in published {
        let Some(meeting) = pool.meeting(day) else { continue };
        match pool.seat(name) {
            Some(seat) => {
                let at = pool.at(meeting, seat);
                pool.published[at] = true;
            }
            None => pool.vanished += 1,
        }
        if let Err(why) = place(pool, day, name) {
            impossible.insert((day, name.clone()), why);
        }
    }
    let list = impossible.into_iter().map(|((datum, zetel), waarom)| Onmogelijk { datum, zetel, waarom });
    pool.impossible = list.collect();
}

/// Where a seat can be put on a day, or why it can't.
fn place(pool: &Pool, day: NaiveDate, name: &str) -> Result<usize, Waarom> {
    let Some(meeting) = pool.meeting(day) else {
        let is_held = pool.held.binary_search_by_key(&day, |held| held.date).is_ok();
        return Err(if is_held { Waarom::AlGehouden } else { Waarom::GeenVergadering });
    };
    let seat = pool.seat(name).ok_or(Waarom::Onbekend)?;
    let at = pool.at(meeting, seat);
    match pool.stand[at] {
        Stand::DoetNietMee => Err(Waarom::DoetNietMee),
        Stand::Afwezig => Err(Waarom::Afwezig),
        Stand::Vrij | Stand::Vast => Ok(at),
    }
}
