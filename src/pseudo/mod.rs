//! Pseudonymising: what may identify a family in a Dutch text, and what may cross to the
//! team's folder.
//!
//! A text is searched on a copy in which look-alikes are the same; what is found leads back
//! to the bytes of the original. Nothing here knows a file on disk or a terminal.

#![allow(clippy::nonminimal_bool, reason = "a condition reads as the grammar it stands for")]

mod allow;
mod births;
mod capitals;
mod draw;
mod earlier;
mod entries;
mod facts;
mod fields;
mod file;
mod finds;
mod fixed;
mod gate;
mod hit;
mod house_numbers;
mod in_team;
mod institutions;
mod known;
mod label;
mod labels;
pub mod lexicon;
mod look_back;
mod marks;
mod meeting_files;
mod mentions;
mod merge;
mod names;
mod near;
mod own_words;
mod persons;
mod places;
mod quick;
mod rare;
mod reading;
mod replace;
mod review;
mod sentence;
mod speech;
mod streets;
mod strip;
mod team;
mod teamkaart;
mod text;
mod tokens;
mod typed;
mod unmarked;
mod way_back;
mod whose;
pub mod words;

pub use draw::draw;
pub use file::{family, names_of, scan_file};
pub use gate::{Gated, Stopped, gate, gate_edited, gate_edited_of};
pub use hit::{Certainty, Hit, Kind};
pub use in_team::InTeam;
pub use known::Known;
pub use label::label_of;
pub use labels::Given;
pub use look_back::{Finder, Trace, look_back};
pub use mentions::Mentions;
pub use names::Names;
pub use rare::{At, Fact, Rare, rare};
pub use review::{Choice, Kept, Question, Reviewed, Reviewing, professional_choices, review};
pub use strip::{Crossing, ages_stand_out, strip};
pub use team::{TeamScan, Unjudged, may_stand, unjudged};
pub use teamkaart::{TeamFile, Teamkaart};
pub use way_back::{Labelled, Traced, WayBack, called_name};
pub use whose::{Clash, ClashKind, NICKNAME};

use finds::Finds;
use reading::Reading;
use text::Searched;

/// What is known before a text is read.
#[derive(Default, Clone, Copy)]
pub struct Context<'a> {
    /// The family and others whose names occur in the texts.
    pub known: &'a [Known],
    /// Names that may stand: of the responsible municipality, organisations, professionals.
    pub stays: &'a [String],
}

/// A context made ready once, for many texts.
pub struct Scanner {
    family: known::Family,
    allow: allow::Allow,
}

impl Scanner {
    /// Makes the names and the words that stay ready to be looked up.
    #[must_use]
    pub fn new(context: &Context<'_>) -> Self {
        Self { family: known::Family::new(context.known), allow: allow::Allow::new(context.stays) }
    }

    /// What may identify the family: sorted, not overlapping, in bytes of the text.
    #[must_use]
    pub fn scan(&self, text: &str) -> Vec<Hit> {
        let copy = Searched::new(text);
        let mut reading = Reading::new(copy.text());
        self.allow.mark(&mut reading);
        let mut hits = Vec::new();
        fixed::find(&reading, &mut hits);
        hits.extend(self.named(&reading));
        // Names in capitals are found as in small letters; what is no name in them was found.
        if let Some((calm, changed)) = capitals::calmed(&reading) {
            let mut calm = Reading::new(&calm);
            self.allow.mark(&mut calm);
            let is_in = |hit: &Hit| changed.iter().any(|word| word.start < hit.bytes.end && hit.bytes.start < word.end);
            hits.extend(self.named(&calm).into_iter().filter(|hit| hit.kind == Kind::Persoon && is_in(hit)));
        }
        for hit in &mut hits {
            hit.bytes = copy.original(&hit.bytes);
        }
        // Now, and not before: one character can stand for several words ("ﷺ"), of which two hits
        // may each have one.
        merge::merge(hits)
    }

    /// What is found by the words: streets, institutions, places and people.
    fn named(&self, reading: &Reading<'_>) -> Vec<Hit> {
        let mut finds = Finds::new(reading.len());
        streets::find(reading, &mut finds);
        institutions::find(reading, &mut finds);
        places::find(reading, &mut finds);
        persons::find(reading, &self.family, &mut finds);
        persons::births(reading, &mut finds);
        let found = finds.list.into_iter();
        let hit = |find: finds::Find| {
            hit::found(reading.tokens.span(find.from, find.to), find.kind, find.certainty, find.reason)
        };
        found.map(hit).collect()
    }
}

/// What may identify the family in one text.
#[must_use]
pub fn scan(text: &str, context: &Context<'_>) -> Vec<Hit> {
    Scanner::new(context).scan(text)
}
