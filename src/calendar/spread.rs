//! Days that lie as evenly over a stretch of time as can be.

use chrono::{Days, NaiveDate};

/// Of the days that may be taken, `count` that together with the fixed ones lie most evenly
/// between the first and the last day: the sum of the squared gaps is the smallest there is.
/// A gap at an end counts as half of one. Fewer when there are no more days; of equal
/// spreads always the same one.
#[must_use]
pub fn spread(
    count: usize,
    fixed: &[NaiveDate],
    may_be_taken: &[NaiveDate],
    (first, last): (NaiveDate, NaiveDate),
) -> Vec<NaiveDate> {
    let mut fixed = fixed.to_vec();
    fixed.sort_unstable();
    fixed.dedup();
    let mut free: Vec<NaiveDate> =
        may_be_taken.iter().copied().filter(|day| fixed.binary_search(day).is_err()).collect();
    free.sort_unstable();
    free.dedup();
    let count = count.min(free.len());
    let mut points: Vec<Point> =
        fixed.iter().map(|day| Point { day: *day, is_fixed: true, best: Vec::new() }).collect();
    points.extend(free.into_iter().map(|day| Point { day, is_fixed: false, best: Vec::new() }));
    points.sort_unstable_by_key(|point| point.day);
    for index in 0..points.len() {
        let (before, here) = points.split_at_mut(index);
        here[0].best = here[0].ways(before, count, first);
    }
    let end = |taken: usize| {
        let mut best: Option<(i64, usize)> = None;
        for (index, point) in points.iter().enumerate().rev() {
            if let Some((cost, _)) = point.best[taken] {
                let cost = cost + 2 * squared(point.day, last);
                best = best.into_iter().chain([(cost, index)]).min();
            }
            if point.is_fixed {
                break;
            }
        }
        best
    };
    let mut taken = count;
    let mut at = end(taken).map(|(_, index)| index);
    let mut days = Vec::new();
    while let Some(index) = at {
        let point = &points[index];
        at = point.best[taken].and_then(|(_, before)| before);
        if !point.is_fixed {
            days.push(point.day);
            taken -= 1;
        }
    }
    days.reverse();
    days
}

/// A day on the way.
struct Point {
    day: NaiveDate,
    is_fixed: bool,
    /// By how many were taken up to and including this day: the smallest cost, and the point
    /// before it.
    best: Vec<Option<(i64, Option<usize>)>>,
}

impl Point {
    /// The best ways to this day: from the start, or from any day since the last fixed one.
    fn ways(&self, before: &[Self], count: usize, first: NaiveDate) -> Vec<Option<(i64, Option<usize>)>> {
        let own = usize::from(!self.is_fixed);
        let mut best: Vec<Option<(i64, Option<usize>)>> = vec![None; count + 1];
        if own <= count && !before.iter().any(|point| point.is_fixed) {
            best[own] = Some((2 * squared(first, self.day), None));
        }
        for (index, point) in before.iter().enumerate().rev() {
            let gap = squared(point.day, self.day);
            for (known, before) in best.iter_mut().skip(own).zip(&point.best) {
                let Some((cost, _)) = before else { continue };
                let way = (cost + gap, Some(index));
                if known.is_none_or(|known| way < known) {
                    *known = Some(way);
                }
            }
            if point.is_fixed {
                break;
            }
        }
        best
    }
}

fn squared(from: NaiveDate, to: NaiveDate) -> i64 {
    let days = to.signed_duration_since(from).num_days();
    days * days
}

/// Every day from one to another, both included.
pub(super) fn days(first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    std::iter::successors(Some(first), |day| day.checked_add_days(Days::new(1))).take_while(move |day| *day <= last)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(nth: u64) -> NaiveDate {
        "2026-01-01".parse::<NaiveDate>().unwrap() + Days::new(nth)
    }

    fn picked(count: usize, fixed: &[u64], free: &[u64], last: u64) -> Vec<u64> {
        let days = |list: &[u64]| list.iter().map(|nth| day(*nth)).collect::<Vec<_>>();
        let found = spread(count, &days(fixed), &days(free), (day(0), day(last)));
        found.iter().map(|found| u64::try_from((*found - day(0)).num_days()).unwrap()).collect()
    }

    fn cost(points: &[u64], last: u64) -> i64 {
        let mut points = points.to_vec();
        points.sort_unstable();
        let square = |from: u64, to: u64| squared(day(from), day(to));
        let ends = points.first().zip(points.last());
        let ends = ends.map_or(0, |(one, other)| 2 * square(0, *one) + 2 * square(*other, last));
        ends + points.windows(2).map(|pair| square(pair[0], pair[1])).sum::<i64>()
    }

    #[test]
    fn nothing_fixed_gives_equal_gaps_and_half_ones_at_the_ends() {
        let all: Vec<u64> = (0..=120).collect();
        assert_eq!(picked(1, &[], &all, 120), [60]);
        assert_eq!(picked(2, &[], &all, 120), [30, 90]);
        assert_eq!(picked(3, &[], &all, 120), [20, 60, 100]);
        assert_eq!(picked(0, &[], &all, 120), [0; 0]);
    }

    #[test]
    fn what_is_fixed_stays_and_the_rest_fills_the_gaps() {
        let all: Vec<u64> = (0..=120).collect();
        assert_eq!(picked(2, &[20], &all, 120), [60, 100]);
        assert_eq!(picked(1, &[20, 100], &all, 120), [60]);
        assert_eq!(picked(1, &[60], &[60], 120), [0; 0]);
        assert_eq!(picked(3, &[], &[5, 7], 120), [5, 7]);
    }

    proptest! {
        /// No other choice of as many days is better: all are tried.
        #[test]
        fn no_other_choice_is_more_even(
            fixed in prop::collection::btree_set(0..40_u64, 0..3),
            free in prop::collection::btree_set(0..40_u64, 0..9),
            count in 0..4_usize,
        ) {
            let fixed: Vec<u64> = fixed.into_iter().collect();
            let free: Vec<u64> = free.into_iter().filter(|day| !fixed.contains(day)).collect();
            let found = picked(count, &fixed, &free, 40);
            prop_assert_eq!(found.len(), count.min(free.len()));
            let all_of = |days: &[u64]| cost(&[fixed.clone(), days.to_vec()].concat(), 40);
            for mask in 0..1_u32 << free.len() {
                let other: Vec<u64> =
                    free.iter().enumerate().filter(|(nth, _)| mask >> nth & 1 == 1).map(|(_, day)| *day).collect();
                if other.len() == found.len() {
                    prop_assert!(all_of(&found) <= all_of(&other), "{:?} {:?}", found, other);
                }
            }
        }
    }
}
