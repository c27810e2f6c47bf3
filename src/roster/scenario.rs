//! What if: a change to the turns of a year that nobody has made yet.

use super::instance::{Instance, Zetel};
use crate::calendar::{Calendar, holiday};
use crate::model::Regio;
use chrono::{Datelike, Days, NaiveDate};
use std::collections::BTreeSet;

/// A change to try out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Scenario {
    /// A seat takes no part any more.
    Weg {
        /// The seat, in every group that has it.
        zetel: String,
        /// The first day without it.
        vanaf: NaiveDate,
    },
    /// A seat joins.
    Erbij {
        /// The seat.
        zetel: String,
        /// Its group.
        groep: String,
        /// The first day with it.
        vanaf: NaiveDate,
    },
    /// A seat counts twice as much, also in what has been.
    Dubbel {
        /// The seat.
        zetel: String,
    },
    /// There are twice as many meetings.
    VakerVergaderen {
        /// From this day on.
        vanaf: NaiveDate,
    },
    /// There are half as many meetings.
    MinderVergaderen {
        /// From this day on.
        vanaf: NaiveDate,
    },
}

impl Scenario {
    /// Makes the change in an instance of this region.
    pub fn apply(&self, instance: &mut Instance, regio: &Regio, calendar: &Calendar) {
        match self {
            Self::Weg { zetel, vanaf } => {
                let last = vanaf.pred_opt();
                for seat in seats(instance, zetel) {
                    seat.tot = seat.tot.min(last).or(last);
                }
            }
            Self::Erbij { zetel, groep, vanaf } => {
                let seat = Zetel { naam: zetel.clone(), gewicht: 1, vanaf: Some(*vanaf), tot: None };
                let pool = instance.pools.iter_mut().find(|pool| pool.naam == *groep);
                if let Some(pool) = pool {
                    pool.zetels.push(seat);
                }
            }
            Self::Dubbel { zetel } => seats(instance, zetel).for_each(|seat| seat.gewicht = double(seat.gewicht)),
            Self::VakerVergaderen { vanaf } => {
                let first = instance.vergaderingen.iter().min().copied();
                let known: BTreeSet<NaiveDate> = instance.vergaderingen.iter().copied().collect();
                let weeks = regio.vergaderpatroon.as_ref().and_then(|pattern| pattern.elke_weken).unwrap_or(1);
                let twins = known.range(vanaf..).filter_map(|day| between(*day, weeks));
                let is_free = |day: &NaiveDate| holiday(*day).is_none() && !calendar.is_in_vacation(*day);
                let year = first.map(|day| day.year());
                let twins: BTreeSet<NaiveDate> = twins
                    .filter(|day| is_free(day) && Some(*day) >= first && Some(day.year()) == year && day >= vanaf)
                    .collect();
                instance.vergaderingen.extend(twins.difference(&known));
            }
            Self::MinderVergaderen { vanaf } => {
                let known: BTreeSet<NaiveDate> = instance.vergaderingen.iter().copied().collect();
                let gone: BTreeSet<NaiveDate> = known.range(vanaf..).skip(1).step_by(2).copied().collect();
                instance.vergaderingen.retain(|day| !gone.contains(day));
            }
        }
    }
}

fn seats<'a>(instance: &'a mut Instance, name: &str) -> impl Iterator<Item = &'a mut Zetel> {
    instance.pools.iter_mut().flat_map(|pool| &mut pool.zetels).filter(move |seat| seat.naam == name)
}

/// Twice the weight, as far as an instance takes it.
fn double(weight: u32) -> u32 {
    weight.saturating_mul(2).min(super::files::MOST)
}

/// The day of one more meeting between this one and the next: some weeks later, or two days
/// from it in the same week.
fn between(day: NaiveDate, weeks: u32) -> Option<NaiveDate> {
    if weeks > 1 {
        return day.checked_add_days(Days::new(u64::from(weeks / 2) * 7));
    }
    let two = Days::new(2);
    if day.weekday().num_days_from_monday() < 2 { day.checked_add_days(two) } else { day.checked_sub_days(two) }
}
