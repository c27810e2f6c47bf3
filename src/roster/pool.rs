//! One group of an instance, made ready: who can sit when, what is fixed, what everyone
//! is due and where they should be along the year. Seats in order of name, meetings in
//! order of date, so that the order of a list means nothing from here on.

use super::instance::{Instance, PoolDef, Zetel};
use super::shares::{TURN, divide};
use super::swaps::{self, Onmogelijk};
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// What a seat can do at a planned meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stand {
    /// It takes no part on that day.
    DoetNietMee,
    /// It can't come.
    Afwezig,
    /// It can come.
    Vrij,
    /// It comes: that was agreed by hand.
    Vast,
}

impl Stand {
    /// Whether it can sit there.
    #[must_use]
    pub fn can_sit(self) -> bool {
        matches!(self, Self::Vrij | Self::Vast)
    }
}

/// A meeting that is a fact.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// The day.
    pub date: NaiveDate,
    /// Who sat, by name; also names that the group no longer has.
    pub names: BTreeSet<String>,
    /// For each seat: whether it could have come.
    pub stand: Vec<Stand>,
}

/// A group of an instance, made ready.
///
/// What belongs to a meeting and a seat lies in one list, meeting by meeting:
/// [`Pool::at`] is the place.
#[derive(Debug, Clone)]
pub struct Pool {
    /// Its name.
    pub name: String,
    /// How many come to a meeting.
    pub wanted: usize,
    /// The names of the seats, in order.
    pub names: Vec<String>,
    /// How much each counts.
    pub weights: Vec<i64>,
    /// The planned days, in order.
    pub planned: Vec<NaiveDate>,
    /// The days that are facts, in order.
    pub held: Vec<Held>,
    /// For each planned day and seat: whether it can sit.
    pub stand: Vec<Stand>,
    /// For each planned day and seat: whether it was published.
    pub published: Vec<bool>,
    /// Published turns of seats that the group does not have.
    pub vanished: i64,
    /// For each planned day and seat: the parts of a turn that it should have had by then.
    pub target: Vec<i64>,
    /// What each seat is due over all days, held and planned, in parts of a turn.
    pub due: Vec<i64>,
    /// At how many held days each seat sat.
    pub served: Vec<i64>,
    /// The round: 0 for who waited longest.
    pub round: Vec<i64>,
    /// Swaps and published turns that can't be.
    pub impossible: Vec<Onmogelijk>,
}

impl Pool {
    /// Makes a group of this instance ready.
    #[must_use]
    pub fn of(instance: &Instance, group: &PoolDef) -> Self {
        let mut seats: Vec<&Zetel> = group.zetels.iter().collect();
        seats.sort_by(|one, other| one.naam.cmp(&other.naam));
        let names: Vec<String> = seats.iter().map(|seat| seat.naam.clone()).collect();
        let absences = absences(instance, &names);
        let stand = |day: NaiveDate| -> Vec<Stand> {
            let away = seats.iter().zip(&absences).map(|(seat, absences)| seat.stand(day, absences));
            away.collect()
        };
        let held = held(instance, &group.naam, stand);
        let taken: BTreeSet<NaiveDate> = held.iter().map(|held| held.date).collect();
        let planned: BTreeSet<NaiveDate> = instance.vergaderingen.iter().copied().collect();
        let planned: Vec<NaiveDate> = planned.difference(&taken).copied().collect();
        let mut pool = Self {
            name: group.naam.clone(),
            wanted: usize::try_from(group.aantal).unwrap_or(usize::MAX),
            names,
            weights: seats.iter().map(|seat| i64::from(seat.gewicht)).collect(),
            published: vec![false; planned.len() * seats.len()],
            vanished: 0,
            stand: planned.iter().flat_map(|&day| stand(day)).collect(),
            target: Vec::new(),
            due: vec![0; seats.len()],
            served: vec![0; seats.len()],
            round: Vec::new(),
            impossible: Vec::new(),
            planned,
            held,
        };
        pool.history();
        pool.targets();
        swaps::settle(&mut pool, instance);
        pool
    }

    /// How many seats there are.
    #[must_use]
    pub fn seats(&self) -> usize {
        self.names.len()
    }

    /// The place of a planned meeting and a seat in the lists.
    #[must_use]
    pub fn at(&self, meeting: usize, seat: usize) -> usize {
        meeting * self.names.len() + seat
    }

    /// The places of a planned meeting in the lists.
    #[must_use]
    pub fn row(&self, meeting: usize) -> std::ops::Range<usize> {
        self.at(meeting, 0)..self.at(meeting + 1, 0)
    }

    /// How many sit at a planned meeting: as many as wanted, or all who can.
    #[must_use]
    pub fn filled(&self, meeting: usize) -> usize {
        self.wanted.min(self.stand[self.row(meeting)].iter().filter(|stand| stand.can_sit()).count())
    }

    /// The place of a seat by its name.
    #[must_use]
    pub fn seat(&self, name: &str) -> Option<usize> {
        self.names.binary_search_by(|known| known.as_str().cmp(name)).ok()
    }

    /// The place of a planned meeting by its day.
    #[must_use]
    pub fn meeting(&self, day: NaiveDate) -> Option<usize> {
        self.planned.binary_search(&day).ok()
    }

    /// What the held days gave and were due, and the round that follows from them.
    fn history(&mut self) {
        let mut last: Vec<Option<NaiveDate>> = vec![None; self.seats()];
        for held in &self.held {
            let served: Vec<usize> = held.names.iter().filter_map(|name| self.seat(name)).collect();
            let mut open: Vec<bool> = held.stand.iter().map(|stand| stand.can_sit()).collect();
            for &seat in &served {
                open[seat] = true;
                self.served[seat] += 1;
                last[seat] = Some(held.date);
            }
            add_shares(&mut self.due, served.len(), &self.weights, &open);
        }
        // Stable: seats that waited equally long stand in order of name already.
        let mut order: Vec<usize> = (0..self.seats()).collect();
        order.sort_by_key(|&seat| last[seat]);
        self.round = vec![0; self.seats()];
        for (place, seat) in (0..).zip(order) {
            self.round[seat] = place;
        }
    }

    /// What the planned days add to the due, and how it should be reached along the year.
    fn targets(&mut self) {
        let seats = self.seats();
        let mut so_far = vec![0; seats];
        let mut course = Vec::with_capacity(self.stand.len());
        for meeting in 0..self.planned.len() {
            let open: Vec<bool> = self.stand[self.row(meeting)].iter().map(|stand| stand.can_sit()).collect();
            add_shares(&mut so_far, self.filled(meeting), &self.weights, &open);
            course.extend_from_slice(&so_far);
        }
        for (due, planned) in self.due.iter_mut().zip(&so_far) {
            *due += planned;
        }
        let place = |(at, &part): (usize, &i64)| {
            let seat = at % seats;
            let still = (self.due[seat] - TURN * self.served[seat]).max(0);
            let whole = i128::from(still) * i128::from(part);
            // At most `still`, for a part of the year is at most the whole year.
            let target = whole.checked_div(i128::from(so_far[seat])).unwrap_or(0);
            i64::try_from(target).unwrap_or(still)
        };
        self.target = course.iter().enumerate().map(place).collect();
    }
}

/// Adds everyone's part of so many turns, divided over the open seats.
fn add_shares(due: &mut [i64], turns: usize, weights: &[i64], open: &[bool]) {
    let weights: Vec<i64> =
        weights.iter().zip(open).map(|(&weight, &is_open)| if is_open { weight } else { 0 }).collect();
    for (due, share) in due.iter_mut().zip(divide(turns, &weights)) {
        *due += share;
    }
}

/// The days with a fact of this group, in order.
fn held(instance: &Instance, group: &str, stand: impl Fn(NaiveDate) -> Vec<Stand>) -> Vec<Held> {
    let mut days: BTreeMap<NaiveDate, BTreeSet<String>> = BTreeMap::new();
    for entry in Instance::of(&instance.gehouden, group) {
        days.entry(entry.datum).or_default().insert(entry.zetel.clone());
    }
    days.into_iter().map(|(date, names)| Held { date, names, stand: stand(date) }).collect()
}

/// For each seat when its organisation can't come.
fn absences(instance: &Instance, names: &[String]) -> Vec<Vec<(NaiveDate, NaiveDate)>> {
    let mut by_name: HashMap<&str, Vec<(NaiveDate, NaiveDate)>> = HashMap::new();
    for absence in &instance.afwezig {
        by_name.entry(&absence.zetel).or_default().push((absence.van, absence.tot));
    }
    names.iter().map(|name| by_name.get(name.as_str()).cloned().unwrap_or_default()).collect()
}
