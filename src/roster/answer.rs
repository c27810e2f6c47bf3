//! The plan of every group, as it is told and as it travels.

use super::figures::{self, ZetelCijfers};
use super::flow::{self, Best};
use super::instance::Instance;
use super::pool::Pool;
use super::proof;
use super::shares::TURN;
use super::swaps::Onmogelijk;
use super::values::Values;
use chrono::NaiveDate;
use serde::{Serialize, Serializer};

/// The plans of all groups, in the order of the instance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Solution {
    /// One for each group.
    pub pools: Vec<PoolPlan>,
}

/// The plan of one group. Its JSON is part of the contract for scripts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PoolPlan {
    /// The name of the group.
    pub naam: String,
    /// Who sits when, by date, held meetings too.
    pub beurten: Vec<Beurt>,
    /// Places at planned meetings that nobody can take.
    pub onbezet: usize,
    /// What the plan costs.
    #[serde(flatten)]
    pub waarden: Values,
    /// What every plan costs at least, from the proof.
    pub ondergrens: Values,
    /// Swaps that do not hold and published turns that nobody can keep.
    pub onmogelijk: Vec<Onmogelijk>,
    /// How each seat comes off, in order of name.
    #[serde(skip)]
    pub zetels: Vec<ZetelCijfers>,
}

/// Who sits at one meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Beurt {
    /// The day.
    #[serde(serialize_with = "day")]
    pub datum: NaiveDate,
    /// The seats, in order of name.
    pub zetels: Vec<String>,
    /// Whether it is a fact.
    pub gehouden: bool,
}

/// A day as the files write it.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
pub(super) fn day<S: Serializer>(day: &NaiveDate, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&day.format("%Y-%m-%d"))
}

impl PoolPlan {
    /// Whether the proof shows that no plan is better. Nobody says "bewezen" without it.
    #[must_use]
    pub fn is_proven(&self) -> bool {
        self.ondergrens == self.waarden
    }
}

/// The best plan of every group, with its proof.
#[must_use]
pub fn solve(instance: &Instance) -> Solution {
    let pools = instance.pools.iter().map(|group| solve_pool(&Pool::of(instance, group)));
    Solution { pools: pools.collect() }
}

/// The best plan of one group, with its proof.
#[must_use]
pub fn solve_pool(pool: &Pool) -> PoolPlan {
    let Best { sits, prices } = flow::best(pool);
    let open = |meeting: usize| pool.wanted - pool.filled(meeting);
    PoolPlan {
        naam: pool.name.clone(),
        beurten: turns(pool, &sits),
        onbezet: (0..pool.planned.len()).map(open).sum(),
        waarden: values(pool, &sits),
        ondergrens: proof::bound(pool, &prices),
        onmogelijk: pool.impossible.clone(),
        zetels: figures::of(pool, &sits),
    }
}

fn turns(pool: &Pool, sits: &[bool]) -> Vec<Beurt> {
    let held = pool.held.iter().map(|held| {
        let zetels = held.names.iter().cloned().collect();
        Beurt { datum: held.date, zetels, gehouden: true }
    });
    let planned = pool.planned.iter().enumerate().map(|(meeting, &datum)| {
        let names = pool.names.iter().zip(&sits[pool.row(meeting)]);
        let zetels = names.filter(|(_, sits)| **sits).map(|(name, _)| name.clone()).collect();
        Beurt { datum, zetels, gehouden: false }
    });
    let mut turns: Vec<Beurt> = held.chain(planned).collect();
    turns.sort_by_key(|turn| turn.datum);
    turns
}

/// What a plan costs, straight from what the four sums mean.
fn values(pool: &Pool, sits: &[bool]) -> Values {
    let square = |turns: i64, aim: i64| i128::from(TURN * turns - aim).pow(2);
    let mut sum = Values { wijzigingen: pool.vanished, ..Values::default() };
    let mut turns = vec![0; pool.seats()];
    for (at, &is_sitting) in sits.iter().enumerate() {
        let seat = at % pool.seats();
        turns[seat] += i64::from(is_sitting);
        sum.wijzigingen += i64::from(pool.published[at] && !is_sitting);
        sum.spreiding += square(turns[seat], pool.target[at]);
        sum.volgorde += i128::from(pool.round[seat] * turns[seat]);
    }
    for (seat, turns) in turns.into_iter().enumerate() {
        sum.oneerlijk += square(pool.served[seat] + turns, pool.due[seat]);
    }
    sum
}
