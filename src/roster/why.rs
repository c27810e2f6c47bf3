//! Why these seats sit on a day, and what it would cost to put another there.

use super::answer::{PoolPlan, solve_pool};
use super::instance::{Instance, Toewijzing};
use super::pool::{Pool, Stand};
use super::values::Values;
use chrono::NaiveDate;

/// One seat on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kandidaat {
    /// The seat.
    pub naam: String,
    /// What it can do on that day.
    pub stand: Stand,
    /// Whether it sits there in the best plan.
    pub zit: bool,
    /// When it sat last before that day, in fact or in the best plan.
    pub laatste: Option<NaiveDate>,
    /// What the best plan costs in which it sits there, when it can and does not.
    pub anders: Option<Values>,
}

/// The best plan of a group, and how each of its seats stands on a planned day, in order
/// of name. Nothing when there is no such group or no such planned day.
#[must_use]
pub fn candidates(instance: &Instance, group: &str, day: NaiveDate) -> Option<(PoolPlan, Vec<Kandidaat>)> {
    let group = instance.pools.iter().find(|pool| pool.naam == group)?;
    let pool = Pool::of(instance, group);
    let meeting = pool.meeting(day)?;
    let plan = solve_pool(&pool);
    let sits_on = |name: &str, wanted: NaiveDate| {
        plan.beurten.iter().any(|turn| turn.datum == wanted && turn.zetels.iter().any(|seat| seat == name))
    };
    let seats = pool.names.iter().enumerate().map(|(seat, name)| {
        let stand = pool.stand[pool.at(meeting, seat)];
        let zit = sits_on(name, day);
        let before = plan.beurten.iter().filter(|turn| turn.datum < day && turn.zetels.contains(name));
        let anders = (stand == Stand::Vrij && !zit).then(|| {
            let mut other = instance.clone();
            let swap = Toewijzing { datum: day, pool: group.naam.clone(), zetel: name.clone() };
            other.ruilingen.push(swap);
            solve_pool(&Pool::of(&other, group)).waarden
        });
        Kandidaat { naam: name.clone(), stand, zit, laatste: before.map(|turn| turn.datum).max(), anders }
    });
    let seats = seats.collect();
    Some((plan, seats))
}
