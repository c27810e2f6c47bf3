//! Shortest ways through what a plan can exchange: Bellman and Ford's labels, swept along
//! the year and back.
//!
//! A label is the least that it costs to bring one turn to a place. The places are the
//! links of the seats' chains, the meetings, and the end where all chains meet. A way that
//! comes back to itself at a gain is a better plan, so it is carried out and the search
//! goes on from the same labels. Labels that no way can lower any more are the prices of
//! the proof.

use super::flow::{Cost, Flow, Sits};
use std::ops::Range;

/// No place: what no way has lowered came from nowhere.
const NOWHERE: usize = usize::MAX;

/// The labels of one group, and from where each was lowered last.
pub(super) struct Labels {
    meetings: usize,
    seats: usize,
    /// The links, meeting by meeting; then the meetings; then the end.
    label: Vec<Cost>,
    from: Vec<usize>,
    /// For each meeting: whether something there changed that its neighbours do not know.
    is_news: Vec<bool>,
    /// For each meeting: whether a label there was lowered since ways were last looked for.
    is_lowered: Vec<bool>,
    /// Which walk first came by a place.
    seen: Vec<usize>,
}

impl Labels {
    pub fn new(meetings: usize, seats: usize) -> Self {
        let places = meetings * seats + meetings + 1;
        Self {
            meetings,
            seats,
            label: vec![Cost::default(); places],
            from: vec![NOWHERE; places],
            is_news: vec![true; meetings],
            is_lowered: vec![false; meetings],
            seen: vec![NOWHERE; places],
        }
    }

    fn links(&self) -> usize {
        self.meetings * self.seats
    }

    fn end(&self) -> usize {
        self.label.len() - 1
    }

    fn is_meeting(&self, place: usize) -> bool {
        (self.links()..self.end()).contains(&place)
    }

    /// The meeting to which a place belongs; the end belongs to the last.
    fn meeting_of(&self, place: usize) -> usize {
        if place < self.links() { place / self.seats } else { (place - self.links()).min(self.meetings - 1) }
    }

    /// What a turn of each seat at each meeting is worth less than at the end.
    pub fn prices(&self) -> impl Iterator<Item = Cost> {
        let end = self.label[self.end()];
        self.label[..self.links()].iter().map(move |&label| end - label)
    }

    /// Makes the plan as good as it can be by exchanges within these meetings, with the
    /// turns as they are before and after them.
    pub fn settle(&mut self, span: &Range<usize>, flow: &mut Flow<'_>) {
        self.is_news[span.clone()].fill(true);
        while self.sweep(span, flow) {
            self.exchange(span, flow);
        }
    }

    /// Goes along the meetings and back once, past those where there is news. Whether a
    /// label was lowered.
    fn sweep(&mut self, span: &Range<usize>, flow: &Flow<'_>) -> bool {
        for meeting in span.clone().chain(span.clone().rev()) {
            if self.is_news[meeting] {
                self.tell(meeting, span, flow);
            }
        }
        self.is_lowered[span.clone()].contains(&true)
    }

    /// Takes what a meeting knows to its seats, and to the meetings before and after it.
    fn tell(&mut self, meeting: usize, span: &Range<usize>, flow: &Flow<'_>) {
        let here = self.links() + meeting;
        // Any that sits can make room for any that does not.
        for at in flow.pool.row(meeting) {
            if flow.sits[at] == Sits::Open(true) {
                self.lower(at, here, Cost::default());
            }
        }
        for at in flow.pool.row(meeting) {
            if flow.sits[at] == Sits::Open(false) {
                self.lower(here, at, Cost::default());
            }
        }
        self.is_news[meeting] = false;
        let is_last = meeting + 1 == self.meetings;
        let end = self.end();
        if is_last || meeting + 1 < span.end {
            for at in flow.pool.row(meeting) {
                self.lower(at, if is_last { end } else { at + self.seats }, flow.up(at));
            }
        }
        if is_last {
            for at in flow.pool.row(meeting) {
                self.lower(end, at, Cost::default() - flow.down(at));
            }
        }
        if meeting > span.start {
            for at in flow.pool.row(meeting) {
                let before = at - self.seats;
                self.lower(at, before, Cost::default() - flow.down(before));
            }
        }
    }

    fn lower(&mut self, from: usize, to: usize, cost: Cost) {
        let way = self.label[from] + cost;
        if way < self.label[to] {
            self.label[to] = way;
            self.from[to] = from;
            let meeting = self.meeting_of(to);
            self.is_news[meeting] = true;
            self.is_lowered[meeting] = true;
        }
    }

    /// Carries out every way that came back to itself. They have no place in common, and
    /// each is a gain: that is what lowering a label on its own way means.
    fn exchange(&mut self, span: &Range<usize>, flow: &mut Flow<'_>) {
        self.forget(span, |labels| &mut labels.seen);
        let mut found = false;
        for meeting in span.clone() {
            // A way that came back has a label that was lowered since the last look.
            if !std::mem::take(&mut self.is_lowered[meeting]) {
                continue;
            }
            for start in flow.pool.row(meeting) {
                let mut place = start;
                while place != NOWHERE && self.seen[place] == NOWHERE {
                    self.seen[place] = start;
                    place = self.from[place];
                }
                if place != NOWHERE && self.seen[place] == start {
                    found = true;
                    self.carry_out(place, flow);
                }
            }
        }
        if found {
            // The costs changed, so where a label came from says nothing any more. The
            // labels themselves are as good a start as any.
            self.forget(span, |labels| &mut labels.from);
        }
    }

    /// Empties one of the lists for the places of these meetings.
    fn forget(&mut self, span: &Range<usize>, list: fn(&mut Self) -> &mut Vec<usize>) {
        let (links, seats, end) = (self.links(), self.seats, self.end());
        let list = list(self);
        list[span.start * seats..span.end * seats].fill(NOWHERE);
        list[links + span.start..links + span.end].fill(NOWHERE);
        list[end] = NOWHERE;
    }

    fn carry_out(&mut self, start: usize, flow: &mut Flow<'_>) {
        let mut to = start;
        loop {
            let from = self.from[to];
            self.step(from, to, flow);
            for place in [from, to] {
                let meeting = self.meeting_of(place);
                self.is_news[meeting] = true;
            }
            to = from;
            if to == start {
                return;
            }
        }
    }

    /// One turn goes from one place to the next.
    fn step(&self, from: usize, to: usize, flow: &mut Flow<'_>) {
        if self.is_meeting(from) {
            flow.sits[to] = Sits::Open(true);
        } else if self.is_meeting(to) {
            flow.sits[from] = Sits::Open(false);
        } else if from < to {
            flow.raise(from);
        } else {
            flow.lower(to);
        }
    }
}
