//! The best plan of a group, as a flow of turns.
//!
//! Every meeting sends its turns into the chains of seats that can come; the chain of a
//! seat carries its turns so far from meeting to meeting, and each link of it costs more
//! for every further turn. A plan that follows what is due is nearly right. The labels of
//! `labels.rs` find what can be exchanged at a gain; when nothing can, they are the prices
//! that prove it.

use super::labels::Labels;
use super::pool::{Pool, Stand};
use super::shares::TURN;
use super::values::Values;
use std::ops::{Add, Sub};

/// What one turn more costs, in units of a turn's parts: the squares of `proof` and
/// `answer` divided by [`TURN`], which every difference of them can be.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Cost {
    unfair: i64,
    uneven: i128,
    round: i64,
}

impl Add for Cost {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { unfair: self.unfair + other.unfair, uneven: self.uneven + other.uneven, round: self.round + other.round }
    }
}

impl Sub for Cost {
    type Output = Self;

    fn sub(self, other: Self) -> Self {
        Self { unfair: self.unfair - other.unfair, uneven: self.uneven - other.uneven, round: self.round - other.round }
    }
}

/// What may still change about a seat at a meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sits {
    /// Fixed: it sits, or it does not.
    Settled(bool),
    /// The flow may change it.
    Open(bool),
}

impl Sits {
    fn is_sitting(self) -> bool {
        matches!(self, Self::Settled(true) | Self::Open(true))
    }
}

/// A plan, with what each further turn costs.
pub(super) struct Flow<'p> {
    pub pool: &'p Pool,
    /// For each meeting and seat: whether it sits.
    pub sits: Vec<Sits>,
    /// For each meeting and seat: what it would cost to carry one turn more from there.
    up: Vec<Cost>,
}

/// The best plan: who sits, and the price of each seat's turn at each meeting.
pub(super) struct Best {
    pub sits: Vec<bool>,
    pub prices: Vec<Values>,
}

/// How many meetings are settled among themselves at first. Most of what a first plan can
/// gain lies close together, and in a short span it is found without asking the whole year.
const SHORT: usize = 8;

/// Finds the best plan of a group.
pub(super) fn best(pool: &Pool) -> Best {
    let mut flow = Flow::first(pool);
    let meetings = pool.planned.len();
    let mut labels = Labels::new(meetings, pool.seats());
    let mut span = SHORT;
    loop {
        for start in (0..meetings).step_by(span) {
            labels.settle(&(start..meetings.min(start + span)), &mut flow);
        }
        if span >= meetings {
            break;
        }
        span *= 2;
    }
    let sits = flow.sits.iter().map(|sits| sits.is_sitting()).collect();
    let price = |cost: Cost| Values {
        wijzigingen: 0,
        oneerlijk: i128::from(cost.unfair) * i128::from(TURN),
        spreiding: cost.uneven * i128::from(TURN),
        volgorde: i128::from(cost.round),
    };
    Best { sits, prices: labels.prices().map(price).collect() }
}

impl<'p> Flow<'p> {
    /// The first plan: at each meeting who is furthest behind its target.
    fn first(pool: &'p Pool) -> Self {
        let mut flow = Self { pool, sits: settled(pool), up: Vec::with_capacity(pool.stand.len()) };
        let mut turns = vec![0; pool.seats()];
        for meeting in 0..pool.planned.len() {
            let row = pool.row(meeting);
            let sitting = flow.sits[row.clone()].iter().filter(|sits| **sits == Sits::Settled(true)).count();
            let mut open: Vec<usize> = row.clone().filter(|&at| flow.sits[at] == Sits::Open(false)).collect();
            open.sort_by_key(|&at| (flow.next_turn(at, turns[at - row.start]), at));
            for at in open.into_iter().take(pool.filled(meeting) - sitting) {
                flow.sits[at] = Sits::Open(true);
            }
            for at in row.clone() {
                turns[at - row.start] += i64::from(flow.sits[at].is_sitting());
                let cost = flow.next_turn(at, turns[at - row.start]);
                flow.up.push(cost);
            }
        }
        flow
    }

    /// What one turn more costs a seat that has so many after this meeting: the difference
    /// of two squares that follow each other.
    fn next_turn(&self, at: usize, turns: i64) -> Cost {
        let pool = self.pool;
        let seat = at % pool.seats();
        let step = |turns: i64, due: i64| TURN * (2 * turns + 1) - 2 * due;
        let is_last = at + pool.seats() >= pool.stand.len();
        let unfair = if is_last { step(pool.served[seat] + turns, pool.due[seat]) } else { 0 };
        Cost { unfair, uneven: i128::from(step(turns, pool.target[at])), round: pool.round[seat] }
    }

    /// What carrying one turn more from here costs.
    pub fn up(&self, at: usize) -> Cost {
        self.up[at]
    }

    /// What carrying one turn less from here saves.
    pub fn down(&self, at: usize) -> Cost {
        self.up[at] - self.two(at)
    }

    /// By how much each turn costs more than the one before it.
    fn two(&self, at: usize) -> Cost {
        let is_last = at + self.pool.seats() >= self.up.len();
        Cost { unfair: if is_last { 2 * TURN } else { 0 }, uneven: i128::from(2 * TURN), round: 0 }
    }

    /// Carries one turn more from here.
    pub fn raise(&mut self, at: usize) {
        self.up[at] = self.up[at] + self.two(at);
    }

    /// Carries one turn less from here.
    pub fn lower(&mut self, at: usize) {
        self.up[at] = self.down(at);
    }
}

/// What the hard rules and the published turns leave open.
///
/// How few published turns change is decided meeting by meeting: as many of them sit as
/// have a place. So either all of them sit, or only they do, and what is left for the flow
/// is a choice among seats that change equally much.
fn settled(pool: &Pool) -> Vec<Sits> {
    let mut sits = Vec::with_capacity(pool.stand.len());
    for meeting in 0..pool.planned.len() {
        let row = pool.row(meeting);
        let count = |wanted: fn(Stand, bool) -> bool| {
            row.clone().filter(|&at| wanted(pool.stand[at], pool.published[at])).count()
        };
        let places = pool.filled(meeting) - count(|stand, _| stand == Stand::Vast);
        let sent = count(|stand, is_published| stand == Stand::Vrij && is_published);
        let other = count(|stand, is_published| stand == Stand::Vrij && !is_published);
        // Of each of the two kinds: how many of them sit.
        let few = |sitting: usize, all: usize| match sitting {
            0 => Sits::Settled(false),
            some if some == all => Sits::Settled(true),
            _ => Sits::Open(false),
        };
        let sitting = sent.min(places);
        let (published, others) = (few(sitting, sent), few(places - sitting, other));
        sits.extend(row.map(|at| match pool.stand[at] {
            Stand::Vast => Sits::Settled(true),
            Stand::DoetNietMee | Stand::Afwezig => Sits::Settled(false),
            Stand::Vrij if pool.published[at] => published,
            Stand::Vrij => others,
        }));
    }
    sits
}
