//! The questions of a Veiligheidskaart, in the order of a conversation with the family.
//!
//! One table, from which the template of a card is made. It knows no terminal and no
//! file; which key is asked for which kind of card stands beside the question.

pub mod bespreking;
mod gesprek;
mod professional;
mod sjabloon;

pub use sjabloon::{Bekend, sjabloon};

use crate::model::Soort;

/// A key of the card and what it asks.
pub struct Question {
    /// The path of the key; `[]` stands behind a list of which it asks about one item.
    pub key: &'static str,
    /// The question.
    pub ask: &'static str,
    /// What belongs there, where the question does not say it.
    pub hint: &'static str,
    /// What kind of answer it takes.
    pub form: Form,
    /// The kinds of card for which it is asked. None: only where it happens.
    pub of: &'static [Soort],
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// `vt` itself knows it: `versie`, the number, the kind of card, the day, who brings in.
    Known,
    /// Keys below it.
    Group,
    /// A list of items with keys, which every card has.
    Items,
    /// A list of items with keys, which many cards do not have.
    FewItems,
    /// A list of words.
    Words,
    /// Text of more than one line.
    Text,
    /// Text of one line, or a number.
    Line,
    /// A day or a month.
    Day,
    /// `ja`, `nee` or `onbekend`.
    YesNo,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// One or more of these words.
    Choices(&'static [&'static str]),
}

/// Every kind of card.
const ALL: &[Soort] = &Soort::ALL;
/// A card of a case that was discussed before.
const BACK: &[Soort] = &[Soort::Vervolg, Soort::Monitor, Soort::AfsluitenMaatregel];
/// A card that tells what is safe by now.
const SAFE: &[Soort] = &[Soort::Monitor, Soort::AfsluitenMaatregel];
/// A card of a measure that ends.
const END: &[Soort] = &[Soort::AfsluitenMaatregel];
/// A question for when it happens.
const SELDOM: &[Soort] = &[];

/// The questions in their order; those of a list or a group right behind it.
pub fn questions() -> impl Iterator<Item = &'static Question> {
    [gesprek::QUESTIONS, professional::QUESTIONS].into_iter().flatten()
}

/// What only a card of the team has, and `vt` writes there.
pub const OF_THE_TEAM: [&str; 6] =
    ["casus", "ingebracht", "ingebracht.op", "ingebracht.door", "ingebracht.spoed", "gezin.leden[].leeftijd"];

const fn ask(key: &'static str, ask: &'static str, hint: &'static str, form: Form) -> Question {
    Question { key, ask, hint, form, of: ALL }
}

impl Question {
    /// The same, only for these kinds of card.
    const fn of(self, of: &'static [Soort]) -> Self {
        Self { of, ..self }
    }

    /// The key itself, without the way to it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.key.rsplit('.').next().unwrap_or(self.key)
    }
}

#[cfg(test)]
mod tests;
