//! The best turns of a year and of ten years, with the proof.
//!
//! `cargo bench --bench rooster` prints for each case the median and the slowest of its
//! runs: a fresh plan, one with half of the turns published before other absences came,
//! and one in which the history is far from fair. Then the memory of the whole run.

#![allow(clippy::expect_used, clippy::print_stdout, reason = "a bench prints what it measures")]

use chrono::{NaiveDate, TimeDelta};
use std::time::{Duration, Instant};
use vt::roster::{Afwezigheid, Instance, PoolDef, Toewijzing, Zetel, solve};

fn main() {
    let year: [(&str, u32, u32); 3] = [("groot", 1, 5), ("klein", 1, 4), ("gi", 2, 3)];
    report("104 vergaderingen, drie groepen", 41, 104, &year);
    for wanted in [1, 3, 10] {
        report(&format!("1.040 vergaderingen, {wanted} van 20"), 5, 1040, &[("groep", wanted, 20)]);
    }
    if let Some(peak) = peak() {
        println!("geheugen, hoogste stand: {peak} MB");
    }
}

fn report(name: &str, runs: usize, meetings: u32, pools: &[(&str, u32, u32)]) {
    let fresh = instance(meetings, pools);
    let mut published = fresh.clone();
    let plan = solve(&instance(meetings, pools));
    for pool in plan.pools {
        for turn in pool.beurten.into_iter().step_by(2) {
            let of = |zetel| Toewijzing { datum: turn.datum, pool: pool.naam.clone(), zetel };
            published.gepubliceerd.extend(turn.zetels.into_iter().map(of));
        }
    }
    absences(&mut published, &mut Draw(7), meetings);
    let mut skewed = fresh.clone();
    for week in 1..i64::from(meetings / 4) {
        let datum = first() - TimeDelta::weeks(week);
        let of = |pool: &PoolDef| Toewijzing { datum, pool: pool.naam.clone(), zetel: pool.zetels[0].naam.clone() };
        skewed.gehouden.extend(skewed.pools.iter().map(of));
    }
    for (kind, instance) in [("vers", &fresh), ("gepubliceerd", &published), ("scheef", &skewed)] {
        let mut times: Vec<Duration> = (0..runs).map(|_| once(instance)).collect();
        times.sort_unstable();
        let ms = |time: Duration| time.as_secs_f64() * 1000.0;
        let (median, slowest) = (ms(times[runs / 2]), ms(times[runs - 1]));
        println!("{name:<34} {kind:<13} mediaan {median:>7.1} ms   traagste {slowest:>7.1} ms");
    }
}

fn once(instance: &Instance) -> Duration {
    let start = Instant::now();
    let solution = solve(instance);
    let time = start.elapsed();
    assert!(solution.pools.iter().all(vt::roster::PoolPlan::is_proven), "a plan without a proof");
    time
}

fn first() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day that exists")
}

/// Draws that are the same in each run.
struct Draw(u64);

impl Draw {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        u32::try_from((self.0 >> 33) % u64::from(bound)).expect("it is below a u32")
    }
}

/// Two meetings a week, of each seat an absence of a few weeks a year, here and there a swap.
fn instance(meetings: u32, pools: &[(&str, u32, u32)]) -> Instance {
    let mut draw = Draw(1);
    let day = |meeting: u32| first() + TimeDelta::days(i64::from(meeting * 7 / 2));
    let pools = pools.iter().map(|&(name, aantal, seats)| PoolDef {
        naam: name.to_owned(),
        aantal,
        zetels: (0..seats)
            .map(|seat| Zetel {
                naam: format!("{name} {seat:02}"),
                gewicht: [1, 1, 2, 1, 3][seat as usize % 5],
                vanaf: None,
                tot: None,
            })
            .collect(),
    });
    let mut instance =
        Instance { vergaderingen: (0..meetings).map(day).collect(), pools: pools.collect(), ..Instance::default() };
    absences(&mut instance, &mut draw, meetings);
    for _ in 0..meetings / 20 {
        let pool = &instance.pools[draw.below(u32::try_from(instance.pools.len()).expect("few groups")) as usize];
        let seat = draw.below(u32::try_from(pool.zetels.len()).expect("few seats")) as usize;
        let swap = Toewijzing {
            datum: day(draw.below(meetings)),
            pool: pool.naam.clone(),
            zetel: pool.zetels[seat].naam.clone(),
        };
        instance.ruilingen.push(swap);
    }
    instance
}

fn absences(instance: &mut Instance, draw: &mut Draw, meetings: u32) {
    let names: Vec<String> =
        instance.pools.iter().flat_map(|pool| pool.zetels.iter().map(|seat| seat.naam.clone())).collect();
    for name in names {
        for _ in 0..meetings / 35 {
            let van = first() + TimeDelta::days(i64::from(draw.below(meetings * 7 / 2)));
            let tot = van + TimeDelta::days(i64::from(draw.below(28)));
            instance.afwezig.push(Afwezigheid { zetel: name.clone(), van, tot });
        }
    }
}

/// The most memory that this process took, where the system says so.
fn peak() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kb| kb / 1024)
}
