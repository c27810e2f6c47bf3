//! How each seat comes off: turns, what it was due, and how long it waited.

use super::pool::{Pool, Stand};
use super::shares::TURN;
use chrono::NaiveDate;

/// How one seat comes off over the held and planned meetings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZetelCijfers {
    /// The seat.
    pub naam: String,
    /// How much it counts; 0 is a reserve.
    pub gewicht: i64,
    /// Turns at meetings that are facts.
    pub gehouden: i64,
    /// All its turns.
    pub beurten: i64,
    /// What it is due, in parts of a turn: [`TURN`] is one.
    pub recht: i64,
    /// The most meetings in a row at which it took part in the group and did not sit.
    pub langste_wacht: usize,
}

impl ZetelCijfers {
    /// What it has more than it is due, in parts of a turn.
    #[must_use]
    pub fn afwijking(&self) -> i64 {
        TURN * self.beurten - self.recht
    }
}

/// The figures of every seat of a plan.
pub(super) fn of(pool: &Pool, sits: &[bool]) -> Vec<ZetelCijfers> {
    let days = days(pool, sits);
    let figures = pool.names.iter().enumerate().map(|(seat, name)| {
        let planned = (0..pool.planned.len()).filter(|&meeting| sits[pool.at(meeting, seat)]).count();
        ZetelCijfers {
            naam: name.clone(),
            gewicht: pool.weights[seat],
            gehouden: pool.served[seat],
            beurten: pool.served[seat] + i64::try_from(planned).unwrap_or(i64::MAX),
            recht: pool.due[seat],
            langste_wacht: longest_wait(days.iter().map(|day| day.seats[seat])),
        }
    });
    figures.collect()
}

/// What a seat did at a meeting.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Did {
    /// It takes no part in the group yet, or any more.
    Nothing,
    Wait,
    Sit,
}

struct Day {
    date: NaiveDate,
    seats: Vec<Did>,
}

/// What each seat did at each meeting, held and planned, by date.
fn days(pool: &Pool, sits: &[bool]) -> Vec<Day> {
    let did = |stand: Stand, is_sitting: bool| match stand {
        _ if is_sitting => Did::Sit,
        Stand::DoetNietMee => Did::Nothing,
        _ => Did::Wait,
    };
    let held = pool.held.iter().map(|held| {
        let seats = pool.names.iter().zip(&held.stand).map(|(name, &stand)| did(stand, held.names.contains(name)));
        Day { date: held.date, seats: seats.collect() }
    });
    let planned = pool.planned.iter().enumerate().map(|(meeting, &date)| {
        let seats = pool.row(meeting).map(|at| did(pool.stand[at], sits[at]));
        Day { date, seats: seats.collect() }
    });
    let mut days: Vec<Day> = held.chain(planned).collect();
    days.sort_by_key(|day| day.date);
    days
}

fn longest_wait(days: impl Iterator<Item = Did>) -> usize {
    let (mut longest, mut now) = (0, 0);
    for did in days {
        match did {
            Did::Nothing => {}
            Did::Wait => now += 1,
            Did::Sit => now = 0,
        }
        longest = longest.max(now);
    }
    longest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_wait_is_counted_in_meetings_of_which_one_is_a_member() {
        use Did::{Nothing, Sit, Wait};
        assert_eq!(longest_wait([Wait, Sit, Wait, Wait, Sit, Wait].into_iter()), 2);
        assert_eq!(longest_wait([Wait, Nothing, Wait, Wait].into_iter()), 3);
        assert_eq!(longest_wait([].into_iter()), 0);
    }
}
