//! The problem once more, word for word and without cleverness: everything by name and by
//! day, and every plan tried. It shares no code with the room that it judges.

use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};
use vt::roster::{Instance, PoolDef, Toewijzing, Zetel};

pub const S: i128 = 720_720;

type Names = BTreeSet<String>;

/// The four sums of the best plan, in their order.
pub type Sums = [i128; 4];

/// What a plan has to keep, and what it is measured by.
pub struct Brute {
    pub planned: Vec<NaiveDate>,
    pub available: Vec<Names>,
    pub fixed: Vec<Names>,
    pub published: Vec<Names>,
    pub wanted: usize,
    pub due: BTreeMap<String, i128>,
    pub served: BTreeMap<String, i128>,
    pub target: Vec<BTreeMap<String, i128>>,
    pub rank: BTreeMap<String, i128>,
}

pub fn divide(turns: usize, open: &Names, weight: &BTreeMap<String, i128>) -> BTreeMap<String, i128> {
    let mut rest = S * i128::try_from(turns).unwrap();
    let mut open: Names = open.iter().filter(|name| weight[*name] > 0).cloned().collect();
    let mut shares = BTreeMap::new();
    loop {
        let total: i128 = open.iter().map(|name| weight[name]).sum();
        if total == 0 {
            return shares;
        }
        let full: Names = open.iter().filter(|name| rest * weight[*name] >= S * total).cloned().collect();
        if full.is_empty() {
            for name in open {
                let share = rest * weight[&name] / total;
                shares.insert(name, share);
            }
            return shares;
        }
        for name in full {
            shares.insert(name.clone(), S);
            open.remove(&name);
            rest -= S;
        }
    }
}

impl Brute {
    pub fn of(instance: &Instance, pool: &PoolDef) -> Self {
        let seats: BTreeMap<String, &Zetel> = pool.zetels.iter().map(|seat| (seat.naam.clone(), seat)).collect();
        let weight: BTreeMap<String, i128> =
            seats.iter().map(|(name, seat)| (name.clone(), i128::from(seat.gewicht))).collect();
        let wanted = pool.aantal as usize;
        let mine = |list: &[Toewijzing]| -> Vec<(NaiveDate, String)> {
            list.iter().filter(|entry| entry.pool == pool.naam).map(|e| (e.datum, e.zetel.clone())).collect()
        };
        let can = |name: &String, day: NaiveDate| {
            seats.get(name).is_some_and(|seat| {
                seat.vanaf.is_none_or(|first| first <= day)
                    && seat.tot.is_none_or(|last| day <= last)
                    && !instance.afwezig.iter().any(|a| a.zetel == *name && a.van <= day && day <= a.tot)
            })
        };
        let available = |day: NaiveDate| -> Names { seats.keys().filter(|name| can(name, day)).cloned().collect() };
        let mut facts: BTreeMap<NaiveDate, Names> = BTreeMap::new();
        for (day, name) in mine(&instance.gehouden) {
            facts.entry(day).or_default().insert(name);
        }
        let mut planned: Vec<NaiveDate> =
            instance.vergaderingen.iter().copied().filter(|day| !facts.contains_key(day)).collect();
        planned.sort();
        let mut due: BTreeMap<String, i128> = seats.keys().map(|name| (name.clone(), 0)).collect();
        let mut served = due.clone();
        let mut last: BTreeMap<String, Option<NaiveDate>> = seats.keys().map(|name| (name.clone(), None)).collect();
        for (day, names) in &facts {
            let known: Names = names.iter().filter(|name| seats.contains_key(*name)).cloned().collect();
            for name in &known {
                *served.get_mut(name).unwrap() += 1;
                last.insert(name.clone(), Some(*day));
            }
            let all = known.union(&available(*day)).cloned().collect();
            for (name, share) in divide(known.len(), &all, &weight) {
                *due.get_mut(&name).unwrap() += share;
            }
        }
        let mut course: Vec<BTreeMap<String, i128>> = Vec::new();
        let mut so_far: BTreeMap<String, i128> = seats.keys().map(|name| (name.clone(), 0)).collect();
        for day in &planned {
            let open = available(*day);
            for (name, share) in divide(wanted.min(open.len()), &open, &weight) {
                *so_far.get_mut(&name).unwrap() += share;
            }
            course.push(so_far.clone());
        }
        for (name, share) in &so_far {
            *due.get_mut(name).unwrap() += share;
        }
        let target = course.iter().map(|course| {
            let one = |(name, part): (&String, &i128)| {
                let still = (due[name] - S * served[name]).max(0);
                let target = if so_far[name] == 0 { 0 } else { still * part / so_far[name] };
                (name.clone(), target)
            };
            course.iter().map(one).collect()
        });
        let mut round: Vec<&String> = seats.keys().collect();
        round.sort_by_key(|name| (last[*name], name.as_bytes()));
        let valid = |day: NaiveDate| -> Names {
            let mut chosen = Names::new();
            for (swap_day, name) in mine(&instance.ruilingen).into_iter().rev() {
                if swap_day == day && can(&name, day) && chosen.len() < wanted {
                    chosen.insert(name);
                }
            }
            chosen
        };
        let published = |day: NaiveDate| -> Names {
            mine(&instance.gepubliceerd).into_iter().filter(|(on, _)| *on == day).map(|(_, name)| name).collect()
        };
        Self {
            available: planned.iter().map(|&day| available(day)).collect(),
            fixed: planned.iter().map(|&day| valid(day)).collect(),
            published: planned.iter().map(|&day| published(day)).collect(),
            wanted,
            target: target.collect(),
            rank: (0..).zip(&round).map(|(rank, name)| ((*name).clone(), rank)).collect(),
            planned,
            due,
            served,
        }
    }

    /// Every way to fill one meeting within the hard rules.
    pub fn ways(&self, meeting: usize) -> Vec<Names> {
        let open: Vec<&String> = self.available[meeting].iter().collect();
        let filled = self.wanted.min(open.len());
        let every = (0..1_u32 << open.len()).filter(|set| set.count_ones() as usize == filled).map(|set| {
            let chosen = open.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
            chosen.map(|(_, name)| (*name).clone()).collect()
        });
        every.filter(|names: &Names| self.fixed[meeting].is_subset(names)).collect()
    }

    /// What a meeting adds to the sums, when these are all turns up to and with it.
    fn add(&self, sums: Sums, meeting: usize, sits: &Names, turns: &BTreeMap<String, i128>) -> Sums {
        let [mut changes, unfair, mut spread, mut order] = sums;
        changes += i128::try_from(self.published[meeting].difference(sits).count()).unwrap();
        for (name, turns) in turns {
            spread += (S * turns - self.target[meeting][name]).pow(2);
            order += self.rank[name] * turns;
        }
        [changes, unfair, spread, order]
    }

    fn unfair(&self, turns: &BTreeMap<String, i128>) -> i128 {
        turns.iter().map(|(name, turns)| (S * (self.served[name] + turns) - self.due[name]).pow(2)).sum()
    }

    fn no_turns(&self) -> BTreeMap<String, i128> {
        self.due.keys().map(|name| (name.clone(), 0)).collect()
    }

    /// The sums of this plan.
    pub fn sums(&self, plan: &[Names]) -> Sums {
        let mut turns = self.no_turns();
        let mut sums = [0; 4];
        for (meeting, sits) in plan.iter().enumerate() {
            for name in sits {
                *turns.get_mut(name).unwrap() += 1;
            }
            sums = self.add(sums, meeting, sits, &turns);
        }
        sums[1] = self.unfair(&turns);
        sums
    }

    /// The sums of the best plan of all.
    pub fn best(&self) -> Sums {
        let ways: Vec<Vec<Names>> = (0..self.planned.len()).map(|meeting| self.ways(meeting)).collect();
        let mut best = [i128::MAX; 4];
        self.search(&ways, 0, [0; 4], &mut self.no_turns(), &mut best);
        best
    }

    fn search(
        &self,
        ways: &[Vec<Names>],
        meeting: usize,
        sums: Sums,
        turns: &mut BTreeMap<String, i128>,
        best: &mut Sums,
    ) {
        if meeting == ways.len() {
            let [changes, _, spread, order] = sums;
            *best = (*best).min([changes, self.unfair(turns), spread, order]);
            return;
        }
        for sits in &ways[meeting] {
            for name in sits {
                *turns.get_mut(name).unwrap() += 1;
            }
            self.search(ways, meeting + 1, self.add(sums, meeting, sits, turns), turns, best);
            for name in sits {
                *turns.get_mut(name).unwrap() -= 1;
            }
        }
    }
}
