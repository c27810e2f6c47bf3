//! Texts of the team's folder with a family's own words back in, for the screen of who knows
//! the family. First the veil: nobody else's name comes along.

use super::{LEFT_OUT, Veil, escape};
use crate::pseudo::{Finder, WayBack};

/// Turns texts of one case into what its owner reads.
pub struct Tracing<'a> {
    veil: Veil,
    stays: Vec<String>,
    way: &'a WayBack,
    /// Labels that nobody knows, each once.
    pub unknown: Vec<String>,
}

impl<'a> Tracing<'a> {
    /// `stays` are the professionals of the case and what people judged in its files.
    #[must_use]
    pub fn new(veil: Veil, stays: Vec<String>, way: &'a WayBack) -> Self {
        Self { veil, stays, way, unknown: Vec::new() }
    }

    /// A text on one line.
    pub fn text(&mut self, text: &str) -> String {
        let shown = self.veil.text(text, &self.stays);
        self.back(&shown)
    }

    /// Who does or joins something: a role, a professional, an organisation, or several.
    pub fn who(&mut self, who: &str) -> String {
        if let Some(words) = self.way.words_of(who) {
            return escape::flat(words);
        }
        let shown = self.veil.name(who);
        self.back(&shown)
    }

    /// The name of an organisation.
    #[must_use]
    pub fn name(&self, name: &str) -> String {
        escape::flat(&self.veil.name(name))
    }

    /// A text for a letter: the family's own names and words stay out where they slipped in, and
    /// so do the names of these people.
    pub fn for_letter(&mut self, text: &str, family: &mut Finder, people: &[String]) -> String {
        let mut shown = self.veil.text(text, &self.stays);
        for hit in family.find(&shown).into_iter().rev() {
            shown.replace_range(hit.bytes, LEFT_OUT);
        }
        for person in people.iter().filter(|person| person.trim().chars().count() > 1) {
            shown = shown.replace(person.trim(), LEFT_OUT);
        }
        self.back(&shown)
    }

    fn back(&mut self, text: &str) -> String {
        let traced = self.way.trace(text);
        for label in traced.unknown {
            if !self.unknown.contains(&label) {
                self.unknown.push(label);
            }
        }
        escape::flat(&traced.text)
    }
}
