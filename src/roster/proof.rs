//! A bound that no plan can beat, from any prices whatever: weak duality, with the four
//! sums compared in their order.
//!
//! Say that a seat pays a price for a turn at a meeting, and that carrying its turns past
//! a meeting earns the price back that a turn has from there on. What all plans pay and
//! earn cancels out, so a plan costs what its meetings and links cost with those prices.
//! Then let each meeting take its cheapest seats and each link its cheapest number of
//! turns, without asking whether they agree: no plan costs less. With the prices of the
//! best plan they do agree, and the bound is what that plan costs.
//!
//! Nothing here comes from the search: the squares are squared anew, and a wrong price
//! only makes the bound too low to prove anything.

use super::pool::{Pool, Stand};
use super::shares::TURN;
use super::values::Values;

/// The bound that follows from a price for each planned meeting and seat.
pub(super) fn bound(pool: &Pool, prices: &[Values]) -> Values {
    let meetings = (0..pool.planned.len()).map(|meeting| cheapest_seats(pool, meeting, prices));
    let links = (0..pool.seats()).map(|seat| cheapest_turns(pool, seat, prices));
    let published = pool.published.iter().filter(|&&was| was).count();
    let all = Values { wijzigingen: pool.vanished + i64::try_from(published).unwrap_or(i64::MAX), ..Values::default() };
    meetings.chain(links).fold(all, |sum, part| sum + part)
}

/// The least that a meeting can pay: those fixed, and then its cheapest.
fn cheapest_seats(pool: &Pool, meeting: usize, prices: &[Values]) -> Values {
    // A published turn that is kept takes one off the changes.
    let pays = |at: usize| {
        let kept = Values { wijzigingen: i64::from(pool.published[at]), ..Values::default() };
        prices[at] - kept
    };
    let of = |stand: Stand| pool.row(meeting).filter(move |&at| pool.stand[at] == stand).map(pays);
    let mut sum = Values::default();
    let mut places = pool.wanted;
    for price in of(Stand::Vast) {
        sum = sum + price;
        places = places.saturating_sub(1);
    }
    let mut free: Vec<Values> = of(Stand::Vrij).collect();
    free.sort_unstable();
    free.into_iter().take(places).fold(sum, |sum, price| sum + price)
}

/// The least that the links of a seat can cost, each with the number of turns it likes best.
fn cheapest_turns(pool: &Pool, seat: usize, prices: &[Values]) -> Values {
    let square = |turns: i64, aim: i64| (i128::from(TURN) * i128::from(turns) - i128::from(aim)).pow(2);
    if pool.planned.is_empty() {
        return Values { oneerlijk: square(pool.served[seat], pool.due[seat]), ..Values::default() };
    }
    let mut sum = Values::default();
    let mut most = 0;
    for meeting in 0..pool.planned.len() {
        let at = pool.at(meeting, seat);
        most += i64::from(pool.stand[at].can_sit());
        let is_last = meeting + 1 == pool.planned.len();
        let earns = if is_last { prices[at] } else { prices[at] - prices[pool.at(meeting + 1, seat)] };
        let cost = |turns: i64| {
            let oneerlijk = if is_last { square(pool.served[seat] + turns, pool.due[seat]) } else { 0 };
            let spreiding = square(turns, pool.target[at]);
            let volgorde = i128::from(pool.round[seat]) * i128::from(turns);
            Values { wijzigingen: 0, oneerlijk, spreiding, volgorde } - earns.times(turns)
        };
        // Each further turn costs at least as much more as the one before it, so the
        // cheapest number is the first after which the next costs nothing less.
        let (mut low, mut high) = (0, most);
        while low < high {
            let middle = i64::midpoint(low, high);
            if cost(middle + 1) < cost(middle) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        sum = sum + cost(low);
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::{Instance, solve_pool};
    use super::*;
    use proptest::prelude::*;

    fn pool() -> Pool {
        let text = r#"{
            "vergaderingen": ["2026-01-01", "2026-01-08", "2026-01-15", "2026-01-22", "2026-01-29"],
            "pools": [{"naam": "p", "aantal": 2, "zetels":
                [{"naam": "A"}, {"naam": "B", "gewicht": 2}, {"naam": "C"}, {"naam": "D", "gewicht": 0}]}],
            "afwezig": [{"zetel": "B", "van": "2026-01-08", "tot": "2026-01-15"}],
            "ruilingen": [{"datum": "2026-01-22", "pool": "p", "zetel": "D"}],
            "gehouden": [{"datum": "2025-12-18", "pool": "p", "zetel": "C"}],
            "gepubliceerd": [{"datum": "2026-01-01", "pool": "p", "zetel": "C"},
                {"datum": "2026-01-22", "pool": "p", "zetel": "B"}, {"datum": "2026-01-22", "pool": "p", "zetel": "A"}]}"#;
        let instance = Instance::from_json(text.as_bytes()).unwrap();
        Pool::of(&instance, &instance.pools[0])
    }

    /// A price near those that matter: steps of a quarter of a turn, squared.
    fn any_price() -> impl Strategy<Value = Values> {
        let part = || (-12..12_i128).prop_map(|quarters| quarters * i128::from(TURN).pow(2) / 4);
        (prop_oneof![4 => Just(0), 1 => -1..2_i64], part(), part(), -9..9_i128).prop_map(
            |(wijzigingen, oneerlijk, spreiding, volgorde)| Values { wijzigingen, oneerlijk, spreiding, volgorde },
        )
    }

    proptest! {
        /// Whatever the search hands over, the bound stays below the best plan there is.
        #[test]
        fn no_prices_prove_too_much(prices in prop::collection::vec(any_price(), 20)) {
            let pool = pool();
            prop_assert!(bound(&pool, &prices) <= solve_pool(&pool).waarden);
        }
    }

    #[test]
    fn prices_of_nothing_prove_only_what_everyone_can_see() {
        let pool = pool();
        let none = vec![Values::default(); 20];
        // B and A were sent out for the fourth meeting, but D is fixed there, so one of them must
        // stay away; the turns themselves could all be where they cost least.
        let bound = bound(&pool, &none);
        assert_eq!(bound.wijzigingen, 1);
        assert!(bound < solve_pool(&pool).waarden);
    }
}
