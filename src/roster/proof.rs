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
