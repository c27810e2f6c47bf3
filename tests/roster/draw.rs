//! Instances to try: small ones with a given pattern of absences, and drawn ones of any kind.

use chrono::{NaiveDate, TimeDelta};
use proptest::prelude::*;
use vt::roster::{Afwezigheid, Instance, PoolDef, Toewijzing, Zetel};

pub const POOL: &str = "groep";

/// A meeting by its number: a week apart, from the last Thursday of 2025. The weeks before
/// have numbers below 0.
pub fn day(week: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 12, 25).unwrap() + TimeDelta::weeks(week)
}

/// Names whose order by bytes is not that of a dictionary, nor the order in which they stand here.
pub fn name(seat: usize) -> String {
    ["Rucphen", "rucphen", "Etten-Leur", "Éttum", "Zundert", "Moerdijk", "Aa"][seat].to_owned()
}

pub fn turn(week: i64, zetel: &str) -> Toewijzing {
    Toewijzing { datum: day(week), pool: POOL.to_owned(), zetel: zetel.to_owned() }
}

pub fn seat(naam: &str, gewicht: u32) -> Zetel {
    Zetel { naam: naam.to_owned(), gewicht, vanaf: None, tot: None }
}

/// One group with these weights.
pub fn plain(meetings: i64, aantal: u32, weights: &[u32]) -> Instance {
    let zetels = weights.iter().enumerate().map(|(at, &weight)| seat(&name(at), weight)).collect();
    Instance {
        vergaderingen: (0..meetings).map(day).collect(),
        pools: vec![PoolDef { naam: POOL.to_owned(), aantal, zetels }],
        ..Instance::default()
    }
}

pub fn absent(zetel: &str, from: i64, to: i64) -> Afwezigheid {
    Afwezigheid { zetel: zetel.to_owned(), van: day(from), tot: day(to) }
}

/// Any group of at most so many meetings and seats, with everything that can be said about it.
pub fn any(meetings: i64, seats: usize) -> impl Strategy<Value = Instance> {
    // One seat more than there are: nobody knows it.
    let who = move || (0..=seats).prop_map(name);
    let one = move |first: i64| (first..=meetings, who()).prop_map(|(week, zetel)| turn(week, &zetel));
    let few = move |first: i64, most: usize| prop::collection::vec(one(first), 0..=most);
    let many = usize::try_from(meetings).unwrap();
    let seat =
        (prop_oneof![4 => Just(1_u32), 2 => 0..4_u32, 1 => Just(1000)], any_bound(meetings), any_bound(meetings));
    let away = prop::collection::vec((who(), 0..meetings, 0..4_i64), 0..=many * seats / 3);
    let lists =
        (few(-2, 3), prop_oneof![few(-4, 0), few(-4, 3), few(-4, many)], prop_oneof![few(0, 0), few(-1, many * 2)]);
    (1..=meetings, 1..=4_u32, prop::collection::vec(seat, 0..=seats), away, lists).prop_map(
        move |(meetings, aantal, seats, away, (ruilingen, gehouden, gepubliceerd))| {
            let mut instance = plain(meetings, aantal, &seats.iter().map(|seat| seat.0).collect::<Vec<_>>());
            for (zetel, (_, vanaf, tot)) in instance.pools[0].zetels.iter_mut().zip(&seats) {
                zetel.vanaf = vanaf.map(day);
                zetel.tot = tot.map(day);
            }
            instance.afwezig = away.into_iter().map(|(who, from, long)| absent(&who, from, from + long - 1)).collect();
            Instance { ruilingen, gehouden, gepubliceerd, ..instance }
        },
    )
}

/// Now and then a week in which a seat begins or stops.
fn any_bound(meetings: i64) -> impl Strategy<Value = Option<i64>> {
    prop_oneof![5 => Just(None), 1 => (-1..meetings).prop_map(Some)]
}
