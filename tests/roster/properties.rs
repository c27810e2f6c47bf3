//! What holds of every plan, also of groups too large to try every one.

use super::brute::Brute;
use super::draw::{POOL, any, plain};
use super::small::{planned, sums};
use proptest::prelude::*;
use vt::roster::{Instance, PoolPlan, TURN, Toewijzing, solve};

fn only_plan(instance: &Instance) -> PoolPlan {
    solve(instance).pools.remove(0)
}

fn publish(instance: &Instance, plan: &PoolPlan) -> Instance {
    let turns = plan.beurten.iter().flat_map(|turn| turn.zetels.iter().map(|seat| (turn.datum, seat.clone())));
    let gepubliceerd = turns.map(|(datum, zetel)| Toewijzing { datum, pool: POOL.to_owned(), zetel }).collect();
    Instance { gepubliceerd, ..instance.clone() }
}

proptest! {
    #[test]
    fn a_plan_keeps_the_hard_rules_and_is_proven(instance in any(30, 6)) {
        let plan = only_plan(&instance);
        let brute = Brute::of(&instance, &instance.pools[0]);
        let turns = planned(&plan);
        prop_assert_eq!(turns.len(), brute.planned.len());
        let mut empty = 0;
        for (meeting, sits) in turns.iter().enumerate() {
            prop_assert_eq!(sits.len(), brute.wanted.min(brute.available[meeting].len()));
            prop_assert!(sits.is_subset(&brute.available[meeting]));
            prop_assert!(brute.fixed[meeting].is_subset(sits));
            empty += brute.wanted - sits.len();
        }
        prop_assert_eq!(plan.onbezet, empty);
        prop_assert_eq!(sums(&plan.waarden), brute.sums(&turns));
        prop_assert!(plan.is_proven(), "{:?} is not {:?}", plan.ondergrens, plan.waarden);
    }

    #[test]
    fn a_list_in_another_order_gives_the_same_answer(instance in any(20, 5), turns in 0..20_usize) {
        fn other<T>(list: &mut [T], turns: usize) {
            list.reverse();
            let length = list.len().max(1);
            list.rotate_left(turns % length);
        }
        let mut mixed = instance.clone();
        other(&mut mixed.vergaderingen, turns);
        other(&mut mixed.pools[0].zetels, turns);
        other(&mut mixed.afwezig, turns);
        other(&mut mixed.gehouden, turns);
        other(&mut mixed.gepubliceerd, turns);
        prop_assert_eq!(solve(&mixed), solve(&instance));
    }

    #[test]
    fn a_published_plan_stays_as_it_is(instance in any(20, 5)) {
        let plan = only_plan(&instance);
        let again = only_plan(&publish(&instance, &plan));
        prop_assert_eq!(again.waarden.wijzigingen, 0);
        prop_assert_eq!(again.beurten, plan.beurten);
    }

    /// Changing nothing is worth more than any fairness, but nothing more is kept than that:
    /// of all plans with as few changes, the fairest.
    #[test]
    fn what_was_published_only_ever_costs_fairness(instance in any(12, 5)) {
        let plan = only_plan(&instance);
        let free = only_plan(&Instance { gepubliceerd: Vec::new(), ..instance.clone() });
        prop_assert!(sums(&free.waarden)[1..] <= sums(&plan.waarden)[1..]);
    }

    /// Who can always come gets what is due, rounded up or down.
    #[test]
    fn without_absences_nobody_is_a_whole_turn_off(
        meetings in 1..40_i64,
        aantal in 1..4_u32,
        weights in prop::collection::vec(1..5_u32, 1..7),
    ) {
        let instance = plain(meetings, aantal, &weights);
        for seat in only_plan(&instance).zetels {
            prop_assert!(seat.afwijking().abs() <= TURN, "{seat:?}");
        }
    }
}
