//! Where counting goes wrong first, each with an answer that was thought out beforehand.

use super::draw::{POOL, absent, day, plain, seat, turn};
use chrono::{NaiveDate, TimeDelta};
use vt::roster::{Instance, InstanceError, Pool, PoolDef, PoolPlan, Stand, TURN, Waarom, candidates, solve};

fn pool(instance: &Instance) -> Pool {
    Pool::of(instance, &instance.pools[0])
}

fn plan(instance: &Instance) -> PoolPlan {
    let plan = solve(instance).pools.remove(0);
    assert!(plan.is_proven());
    plan
}

/// Who sits, meeting by meeting; several with a plus between them.
fn who(plan: &PoolPlan) -> Vec<String> {
    plan.beurten.iter().map(|turn| turn.zetels.join("+")).collect()
}

fn why(plan: &PoolPlan) -> Vec<(NaiveDate, &str, Waarom)> {
    plan.onmogelijk.iter().map(|no| (no.datum, no.zetel.as_str(), no.waarom)).collect()
}

/// One group whose seats have the names A, B, C …
fn letters(meetings: i64, aantal: u32, weights: &[u32]) -> Instance {
    let mut instance = plain(meetings, aantal, &[]);
    let seats = ('A'..).zip(weights).map(|(letter, &weight)| seat(&letter.to_string(), weight));
    instance.pools[0].zetels = seats.collect();
    instance
}

#[test]
fn shares_follow_who_can_come() {
    let mut instance = letters(2, 1, &[1, 1, 2]);
    instance.afwezig = vec![absent("C", 1, 1)];
    // First meeting: a quarter, a quarter, a half. Second: C is away, so half and half.
    assert_eq!(pool(&instance).due, [TURN / 4 * 3, TURN / 4 * 3, TURN / 2]);
}

#[test]
fn a_held_meeting_divides_the_turns_that_were_taken() {
    let mut instance = letters(0, 1, &[1, 1, 1]);
    // Two sat though one was wanted, and one of them was away according to the list.
    instance.gehouden = vec![turn(-3, "A"), turn(-3, "B")];
    instance.afwezig = vec![absent("B", -3, -3), absent("C", -3, -3)];
    let pool = pool(&instance);
    assert_eq!(pool.due, [TURN, TURN, 0]);
    assert_eq!(pool.served, [1, 1, 0]);
}

#[test]
fn a_target_is_what_is_still_due_along_who_can_come() {
    let mut instance = letters(4, 1, &[1, 1]);
    instance.gehouden = vec![turn(-1, "A")];
    instance.afwezig = vec![absent("B", 2, 2)];
    let pool = pool(&instance);
    let half = TURN / 2;
    // Due: a half of each meeting, and of the third A all and B nothing. A had one already.
    assert_eq!(pool.due, [half + 3 * half + TURN, half + 3 * half]);
    // A: 2 turns to come, its parts half, one, two, two and a half of two and a half.
    // B: 2 turns to come, its parts half, one, one, one and a half of one and a half.
    let of = |seat: usize| (0..4).map(|meeting| pool.target[pool.at(meeting, seat)]).collect::<Vec<_>>();
    assert_eq!(of(0), [TURN * 2 / 5, TURN * 4 / 5, TURN * 8 / 5, TURN * 2]);
    assert_eq!(of(1), [TURN * 2 / 3, TURN * 4 / 3, TURN * 4 / 3, TURN * 2]);
}

#[test]
fn who_had_more_than_is_due_aims_at_nothing() {
    let mut instance = letters(1, 1, &[1, 1]);
    instance.gehouden = (-4..0).map(|week| turn(week, "A")).collect();
    let pool = pool(&instance);
    // Due two and a half, had four.
    assert_eq!(pool.target, [0, TURN / 2 * 5]);
}

#[test]
fn the_round_begins_with_who_never_sat_and_then_by_bytes() {
    let mut instance = letters(2, 1, &[1, 1, 1, 1]);
    instance.pools[0].zetels.push(seat("a", 1));
    instance.pools[0].zetels.push(seat("É", 0));
    instance.pools[0].zetels[3].tot = Some(day(-9));
    // A sat last, also after the meetings to be planned; B before that.
    instance.gehouden = vec![turn(8, "A"), turn(-2, "A"), turn(-1, "B")];
    let pool = pool(&instance);
    assert_eq!(pool.names, ["A", "B", "C", "D", "a", "É"]);
    assert_eq!(pool.round, [5, 4, 0, 1, 2, 3]);
}

#[test]
fn an_empty_group_leaves_every_place_open() {
    let plan = plan(&letters(2, 3, &[]));
    assert_eq!((plan.onbezet, who(&plan)), (6, vec![String::new(), String::new()]));
    assert!(solve(&Instance::default()).pools.is_empty());
}

#[test]
fn one_member_always_comes() {
    let plan = plan(&letters(3, 1, &[1]));
    assert_eq!(who(&plan), ["A", "A", "A"]);
    assert_eq!((plan.waarden.oneerlijk, plan.waarden.spreiding), (0, 0));
}

#[test]
fn a_day_on_which_nobody_can_come_keeps_its_row() {
    let mut instance = letters(3, 1, &[1, 1]);
    instance.afwezig = vec![absent("A", 1, 1), absent("B", 1, 1)];
    let plan = plan(&instance);
    assert_eq!((who(&plan), plan.onbezet), (vec!["A".into(), String::new(), "B".into()], 1));
}

#[test]
fn more_places_than_members_take_all() {
    let plan = plan(&letters(2, 1000, &[1, 0]));
    assert_eq!((who(&plan), plan.onbezet), (vec!["A+B".into(), "A+B".into()], 2 * 998));
}

#[test]
fn the_last_swaps_hold_and_a_repeated_one_counts_where_it_stands_last() {
    let mut instance = letters(1, 2, &[1, 1, 1]);
    instance.ruilingen = vec![turn(0, "C"), turn(0, "A"), turn(0, "B"), turn(0, "C")];
    let last = plan(&instance);
    assert_eq!((who(&last), why(&last)), (vec!["B+C".into()], vec![(day(0), "A", Waarom::Vol)]));
    // One that can't be takes no place.
    instance.afwezig = vec![absent("C", 0, 0)];
    let without = plan(&instance);
    assert_eq!((who(&without), why(&without)), (vec!["A+B".into()], vec![(day(0), "C", Waarom::Afwezig)]));
}

#[test]
fn each_thing_that_can_not_be_is_named_once() {
    let mut instance = letters(2, 1, &[1, 1]);
    instance.pools[0].zetels[1].vanaf = Some(day(1));
    instance.gehouden = vec![turn(-1, "A")];
    instance.ruilingen = vec![turn(0, "X"), turn(-1, "B"), turn(7, "A"), turn(0, "B"), turn(0, "B")];
    instance.gepubliceerd = vec![turn(0, "X"), turn(0, "B"), turn(0, "X"), turn(-1, "B"), turn(7, "B"), turn(1, "X")];
    let plan = plan(&instance);
    let expected = [
        (day(-1), "B", Waarom::AlGehouden),
        (day(0), "B", Waarom::DoetNietMee),
        (day(0), "X", Waarom::Onbekend),
        (day(1), "X", Waarom::Onbekend),
        (day(7), "A", Waarom::GeenVergadering),
    ];
    assert_eq!(why(&plan), expected);
    // X and B on the first day and X on the second; what is held or no meeting counts for nothing.
    assert_eq!(plan.waarden.wijzigingen, 3);
}

#[test]
fn what_is_about_another_group_means_nothing_here() {
    let mut instance = letters(2, 1, &[1, 1]);
    let alone = plan(&instance);
    let mut other = turn(0, "B");
    other.pool = "elders".into();
    instance.ruilingen = vec![other.clone()];
    instance.gehouden = vec![other.clone()];
    instance.gepubliceerd = vec![other];
    assert_eq!(plan(&instance), alone);
}

#[test]
fn an_absence_that_ends_before_it_begins_binds_no_day() {
    let mut instance = letters(2, 1, &[1, 1]);
    instance.afwezig = vec![absent("A", 1, 0)];
    assert_eq!(plan(&instance), plan(&letters(2, 1, &[1, 1])));
}

#[test]
fn the_same_name_in_two_groups_is_away_in_both() {
    let mut instance = letters(1, 1, &[1, 1]);
    let twin = PoolDef { naam: "andere".into(), ..instance.pools[0].clone() };
    instance.pools.push(twin);
    instance.afwezig = vec![absent("A", 0, 0)];
    for plan in solve(&instance).pools {
        assert_eq!(who(&plan), ["B"]);
    }
}

#[test]
fn only_facts_give_a_plan_without_choice() {
    let mut instance = letters(2, 1, &[1, 1]);
    instance.gehouden = vec![turn(0, "A"), turn(1, "A"), turn(1, "Weg")];
    let plan = plan(&instance);
    assert_eq!(who(&plan), ["A", "A+Weg"]);
    assert!(plan.beurten.iter().all(|turn| turn.gehouden));
    // Each is due one turn; A had one too many, B one too few.
    assert_eq!(plan.waarden.oneerlijk, 2 * i128::from(TURN).pow(2));
    assert_eq!((plan.waarden.spreiding, plan.waarden.volgorde), (0, 0));
}

#[test]
fn a_fact_of_an_unknown_seat_gives_nobody_a_turn() {
    let mut instance = letters(2, 1, &[1, 1]);
    instance.gehouden = vec![turn(0, "Weg")];
    let pool = pool(&instance);
    assert_eq!((pool.planned.len(), &pool.due[..]), (1, &[TURN / 2, TURN / 2][..]));
    assert_eq!(who(&plan(&instance)), ["Weg", "A"]);
}

#[test]
fn a_reserve_comes_only_when_nobody_else_can() {
    let mut instance = letters(4, 1, &[0, 1, 1]);
    instance.afwezig = vec![absent("B", 2, 2), absent("C", 2, 2)];
    assert_eq!(who(&plan(&instance)), ["B", "C", "A", "B"]);
}

#[test]
fn members_that_join_or_leave_are_due_only_their_own_time() {
    let mut instance = letters(4, 1, &[1, 1]);
    instance.pools[0].zetels[0].tot = Some(day(1));
    instance.pools[0].zetels[1].vanaf = Some(day(2));
    let plan = plan(&instance);
    assert_eq!(who(&plan), ["A", "A", "B", "B"]);
    assert_eq!(plan.waarden.oneerlijk, 0);
    assert_eq!(plan.zetels[0].langste_wacht, 0);
}

#[test]
fn a_skewed_history_is_made_good() {
    let mut instance = letters(5, 1, &[1, 1]);
    instance.gehouden = (-3..0).map(|week| turn(week, "A")).collect();
    // Eight turns, so four each: A has one to come. B waits longest; the spread puts A's turn
    // where a fifth of the way makes no half: in the middle.
    let plan = plan(&instance);
    assert_eq!(who(&plan)[3..], ["B", "B", "A", "B", "B"]);
    assert_eq!(plan.waarden.oneerlijk, 0);
    assert_eq!(plan.zetels[1].langste_wacht, 3);
}

#[test]
fn a_year_of_53_weeks_gives_one_seat_a_turn_more() {
    let mut instance = letters(0, 1, &[1, 1, 1, 1]);
    let first = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    instance.vergaderingen = (0..53).map(|week| first + TimeDelta::weeks(week)).collect();
    let plan = plan(&instance);
    assert_eq!(plan.beurten.last().unwrap().datum.to_string(), "2026-12-31");
    // Each is due 13 and a quarter. Who comes first in the round has the turn that is over.
    let turns: Vec<i64> = plan.zetels.iter().map(|seat| seat.beurten).collect();
    assert_eq!(turns, [14, 13, 13, 13]);
    assert!(plan.zetels.iter().all(|seat| seat.langste_wacht <= 4));
}

#[test]
fn another_seat_on_a_day_has_its_price() {
    let mut instance = letters(2, 1, &[1, 1, 1]);
    instance.gehouden = vec![turn(-1, "C")];
    instance.afwezig = vec![absent("C", 1, 1)];
    let (plan, seats) = candidates(&instance, POOL, day(0)).unwrap();
    assert_eq!(who(&plan), ["C", "A", "B"]);
    assert_eq!(seats.iter().map(|seat| seat.zit).collect::<Vec<_>>(), [true, false, false]);
    assert_eq!(seats.iter().map(|seat| seat.laatste).collect::<Vec<_>>(), [None, None, Some(day(-1))]);
    assert_eq!(seats[0].anders, None);
    // B first and A second is as fair and as even, but the round is other; C twice is unfair.
    let (b, c) = (seats[1].anders.unwrap(), seats[2].anders.unwrap());
    assert_eq!((b.oneerlijk, b.spreiding), (plan.waarden.oneerlijk, plan.waarden.spreiding));
    assert!(b.volgorde > plan.waarden.volgorde && c.oneerlijk > plan.waarden.oneerlijk);
    let (_, second) = candidates(&instance, POOL, day(1)).unwrap();
    assert_eq!((second[2].stand, second[2].anders), (Stand::Afwezig, None));
    assert!(candidates(&instance, POOL, day(-1)).is_none() && candidates(&instance, "elders", day(0)).is_none());
}

fn refused(text: &str) -> InstanceError {
    Instance::from_json(text.as_bytes()).unwrap_err()
}

#[test]
fn what_is_left_out_has_its_ordinary_meaning() {
    let text = r#"{"naam": "klein", "vergaderingen": ["2026-01-08"],
        "pools": [{"naam": "p", "aantal": 1, "zetels": [{"naam": "A"}, {"naam": "B", "vanaf": null, "tot": null}]}]}"#;
    let instance = Instance::from_json(text.as_bytes()).unwrap();
    let answer = serde_json::to_value(solve(&instance)).unwrap();
    let half = (i128::from(TURN / 2)).pow(2) * 2;
    let half = half.to_string();
    let expected = serde_json::json!({"pools": [{
        "naam": "p", "beurten": [{"datum": "2026-01-08", "zetels": ["A"], "gehouden": false}],
        "onbezet": 0, "wijzigingen": 0, "oneerlijk": half, "spreiding": half,
        "ondergrens": {"wijzigingen": 0, "oneerlijk": half, "spreiding": half}, "onmogelijk": []}]});
    assert_eq!(answer, expected);
}

#[test]
fn what_is_no_instance_is_refused_with_its_place() {
    assert_eq!(refused("{"), InstanceError::Json(1, 1));
    assert_eq!(
        refused("\n{\"pools\": 3}").to_string(),
        "Op regel 2, kolom 11 ontbreekt iets, of staat iets anders dan er hoort. De vorm staat in docs/toerbeurt.md."
    );
    for list in ["[]", r#"{"pools": [["p", 1]]}"#, r#"{"pools": [{"naam": "p", "aantal": 1, "zetels": [["A"]]}]}"#] {
        assert!(matches!(refused(list), InstanceError::Form(1, _)), "{list}");
    }
    assert!(matches!(refused(r#"{"vergaderingen": ["2026-02-30"]}"#), InstanceError::Form(1, _)));
    assert!(matches!(refused(r#"{"pools": [{"naam": "p", "aantal": -1}]}"#), InstanceError::Form(1, _)));
    let bounds =
        r#"{"pools": [{"naam": "p", "aantal": 1, "zetels": [{"naam": "A"}, {"naam": "B", "gewicht": 1001}]}]}"#;
    assert_eq!(refused(bounds).to_string(), "pools[0].zetels[1].gewicht is niet 0 tot en met 1000.");
    assert_eq!(
        refused(r#"{"pools": [{"naam": "p", "aantal": 0}]}"#),
        InstanceError::Bounds("pools[0].aantal".into(), 1, 1000)
    );
    let twice = r#"{"pools": [{"naam": "p", "aantal": 1, "zetels": [{"naam": "A"}, {"naam": "A"}]}]}"#;
    assert_eq!(refused(twice).to_string(), "pools[0].zetels[1].naam staat er dubbel in.");
    assert_eq!(
        refused(r#"{"vergaderingen": ["2026-01-01", "2026-01-01"]}"#),
        InstanceError::Twice("vergaderingen[1]".into())
    );
    assert_eq!(
        refused(r#"{"pools": [{"naam": "p", "aantal": 1}, {"naam": "p", "aantal": 1}]}"#),
        InstanceError::Twice("pools[1].naam".into())
    );
}
