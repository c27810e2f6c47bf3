//! Shortest ways through what a plan can exchange: Bellman and Ford's labels, swept along
//! the year and back.
//!
//! A label is the least that it costs to bring one turn to a place. The places are the
//! links of the seats' chains, the meetings, and the end where all chains meet. A way that
//! comes back to itself at a gain is a better plan, so it is carried out and the search
//! goes on from the same labels. Labels that no way can lower any more are the prices of
//! the proof.

use super::flow::{Cost, Flow, Sits};

/// No place: what no way has lowered came from nowhere.
const NOWHERE: usize = usize::MAX;

/// The labels of one group, and from where each was lowered last.
pub(super) struct Labels {
    meetings: usize,
    seats: usize,
    /// The links, meeting by meeting; then the meetings; then the end.
    label: Vec<Cost>,
    from: Vec<usize>,
}

impl Labels {
    pub fn new(meetings: usize, seats: usize) -> Self {
        let places = meetings * seats + meetings + 1;
        Self { meetings, seats, label: vec![Cost::default(); places], from: vec![NOWHERE; places] }
    }

    fn meeting(&self, meeting: usize) -> usize {
        self.meetings * self.seats + meeting
    }

    fn end(&self) -> usize {
        self.label.len() - 1
    }

    /// What a turn of each seat at each meeting is worth less than at the end.
    pub fn prices(&self) -> impl Iterator<Item = Cost> {
        let end = self.label[self.end()];
        self.label[..self.meetings * self.seats].iter().map(move |&label| end - label)
    }

    /// Goes along the year and back once. Whether a label was lowered.
    pub fn sweep(&mut self, flow: &Flow<'_>) -> bool {
        let mut lowered = false;
        let last = self.meetings.saturating_sub(1);
        for meeting in 0..self.meetings {
            lowered |= self.exchange_at(meeting, flow);
            for at in flow.pool.row(meeting) {
                let next = if meeting == last { self.end() } else { at + self.seats };
                lowered |= self.lower(at, next, flow.up(at));
            }
        }
        for meeting in (0..self.meetings).rev() {
            for at in flow.pool.row(meeting) {
                let next = if meeting == last { self.end() } else { at + self.seats };
                lowered |= self.lower(next, at, Cost::default() - flow.down(at));
            }
            lowered |= self.exchange_at(meeting, flow);
        }
        lowered
    }

    /// At one meeting any that sits can make room for any that does not.
    fn exchange_at(&mut self, meeting: usize, flow: &Flow<'_>) -> bool {
        let mut lowered = false;
        let here = self.meeting(meeting);
        for at in flow.pool.row(meeting) {
            if flow.sits[at] == Sits::Open(true) {
                lowered |= self.lower(at, here, Cost::default());
            }
        }
        for at in flow.pool.row(meeting) {
            if flow.sits[at] == Sits::Open(false) {
                lowered |= self.lower(here, at, Cost::default());
            }
        }
        lowered
    }

    fn lower(&mut self, from: usize, to: usize, cost: Cost) -> bool {
        let way = self.label[from] + cost;
        let is_lower = way < self.label[to];
        if is_lower {
            self.label[to] = way;
            self.from[to] = from;
        }
        is_lower
    }

    /// Carries out every way that came back to itself. They have no place in common, and
    /// each is a gain: that is what lowering a label on its own way means.
    pub fn exchange(&mut self, flow: &mut Flow<'_>) {
        // Which walk first came by a place.
        let mut seen = vec![NOWHERE; self.from.len()];
        let mut found = false;
        for start in 0..self.from.len() {
            let mut place = start;
            while place != NOWHERE && seen[place] == NOWHERE {
                seen[place] = start;
                place = self.from[place];
            }
            if place != NOWHERE && seen[place] == start {
                found = true;
                self.carry_out(place, flow);
            }
        }
        if found {
            // The costs changed, so where a label came from says nothing any more. The
            // labels themselves are as good a start as any.
            self.from.fill(NOWHERE);
        }
    }

    fn carry_out(&self, start: usize, flow: &mut Flow<'_>) {
        let mut to = start;
        loop {
            let from = self.from[to];
            self.step(from, to, flow);
            to = from;
            if to == start {
                return;
            }
        }
    }

    /// One turn goes from one place to the next.
    fn step(&self, from: usize, to: usize, flow: &mut Flow<'_>) {
        let links = self.meetings * self.seats;
        let is_meeting = |place: usize| (links..self.end()).contains(&place);
        if is_meeting(from) {
            flow.sits[to] = Sits::Open(true);
        } else if is_meeting(to) {
            flow.sits[from] = Sits::Open(false);
        } else if from < to {
            flow.raise(from);
        } else {
            flow.lower(to);
        }
    }
}
