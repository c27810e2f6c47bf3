//! Small instances against brute force: every pattern of absences, and drawn ones.

use super::brute::{Brute, Sums};
use super::draw::{POOL, absent, any, name, plain, turn};
use proptest::prelude::*;
use std::collections::BTreeSet;
use vt::roster::{Instance, PoolPlan, Values, solve};

pub fn sums(values: &Values) -> Sums {
    [i128::from(values.wijzigingen), values.oneerlijk, values.spreiding, values.volgorde]
}

/// Who sits at each planned meeting.
pub fn planned(plan: &PoolPlan) -> Vec<BTreeSet<String>> {
    let turns = plan.beurten.iter().filter(|turn| !turn.gehouden);
    turns.map(|turn| turn.zetels.iter().cloned().collect()).collect()
}

/// The plan keeps the hard rules, costs what it says, is the best, and proves it.
pub fn judge(instance: &Instance) {
    let solution = solve(instance);
    for (pool, plan) in instance.pools.iter().zip(&solution.pools) {
        let brute = Brute::of(instance, pool);
        let turns = planned(plan);
        assert_eq!(turns.len(), brute.planned.len(), "{instance:#?}");
        for (meeting, sits) in turns.iter().enumerate() {
            assert!(brute.ways(meeting).contains(sits), "meeting {meeting}: {sits:?} of {instance:#?}");
        }
        assert_eq!(sums(&plan.waarden), brute.sums(&turns), "{instance:#?}");
        assert_eq!(sums(&plan.waarden), brute.best(), "{instance:#?}");
        assert_eq!(plan.ondergrens, plan.waarden, "{instance:#?}");
    }
}

/// Every pattern of absences, each with another of the weights and facts.
fn all_patterns(meetings: i64, seats: usize) {
    let cells = u32::try_from(meetings).unwrap() * u32::try_from(seats).unwrap();
    for pattern in 0_u32..1 << cells {
        // Neighbouring patterns differ in what else is true of them.
        let draw = pattern.wrapping_mul(2_654_435_761) >> 16;
        let weights = [[1, 1, 1, 1], [2, 1, 1, 0], [1, 3, 0, 1], [0, 0, 1, 1]][draw as usize % 4];
        let mut instance = plain(meetings, 1 + draw / 4 % 3, &weights[..seats]);
        for week in 0..meetings {
            for seat in 0..seats {
                let cell = usize::try_from(week).unwrap() * seats + seat;
                if pattern & (1 << cell) != 0 {
                    instance.afwezig.push(absent(&name(seat), week, week));
                }
            }
        }
        let (week, who) = (i64::from(draw / 16 % 4), name(draw as usize / 64 % seats));
        match draw / 256 % 6 {
            0 => instance.ruilingen.push(turn(week, &who)),
            1 => instance.gehouden.push(turn(-1, &who)),
            2 => instance.gehouden.push(turn(week, &who)),
            3 => instance.gepubliceerd.extend([turn(week, &who), turn(0, &name(0)), turn(1, &name(1))]),
            _ => {}
        }
        judge(&instance);
    }
}

#[test]
fn every_pattern_of_absences_of_four_seats() {
    all_patterns(3, 4);
}

#[test]
fn every_pattern_of_absences_of_three_seats() {
    all_patterns(4, 3);
}

#[test]
fn every_pattern_of_absences_of_two_seats() {
    all_patterns(6, 2);
}

proptest! {
    #[test]
    fn any_small_instance(instance in any(6, 4)) {
        prop_assert_eq!(instance.pools[0].naam.as_str(), POOL);
        judge(&instance);
    }
}
