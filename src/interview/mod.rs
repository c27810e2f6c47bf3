//! The questions of a Veiligheidskaart, in the order of a conversation with the family.
//!
//! One table, from which the template of a card is made and by which the conversation
//! goes. It knows no terminal and no file; which key is asked for which kind of card, of
//! whom, and which rules wait for it stand beside the question.

mod answer;
mod around;
pub mod bespreking;
mod choices;
mod gesprek;
mod open;
mod professional;
mod sjabloon;
mod steps;
mod title;
mod uitleg;
mod walk;

pub use answer::{Answer, read};
pub use around::Sheet;
pub use choices::{Chosen, choices};
pub use open::{Gap, gaps};
pub use sjabloon::{Bekend, begin, sjabloon};
pub use steps::{Ask, What, Which};
pub use title::{item, now, parts};
pub use uitleg::uitleg;
pub use walk::{Interview, open_questions};

use crate::model::Soort;

/// A key of the card and what it asks.
pub struct Question {
    /// The path of the key; `[]` stands behind a list of which it asks about one item.
    pub key: &'static str,
    /// The question.
    pub ask: &'static str,
    /// What belongs there, where the question does not say it.
    pub hint: &'static str,
    /// What is said only to who fills in the file by hand.
    pub file: &'static str,
    /// What kind of answer it takes.
    pub form: Form,
    /// The kinds of card for which it is asked. None: only where it happens.
    pub of: &'static [Soort],
    /// Of which person, fact or talk it is asked.
    pub only: Only,
    /// Whether it may well have no answer: then it is asked once, with the others of its item.
    pub may_stay_empty: bool,
    /// Of a list: what one item is called, and the question for the next one.
    pub each: (&'static str, &'static str),
    /// The rules that find something when it was not answered, or not well.
    pub rules: &'static [&'static str],
}

/// What kind of answer a question takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    /// A list of sentences.
    Lines,
    /// The word for one of the family.
    Member,
    /// The words for some of the family.
    Members,
    /// A municipality of the region, or another.
    Municipality,
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

/// What else on the card decides whether a question makes sense.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Only {
    /// Nothing.
    Altijd,
    /// The person is a jeugdige.
    Jeugdige,
    /// The person is a parent or guardian.
    Ouder,
    /// The person is a parent without authority.
    ZonderGezag,
    /// The person brings the child up, or is a child of whom it isn't said with whom it lives.
    EigenAdres,
    /// There is a street.
    Straat,
    /// The fact happened more than once.
    Vaker,
    /// The person was told.
    Verteld,
    /// The person was not told.
    NietVerteld,
    /// It isn't said why the person was not told.
    ZonderReden,
    /// The person said something.
    Gezegd,
    /// The person did not agree or was not asked.
    ZonderAkkoord,
    /// No youth help follows.
    ZonderJeugdhulp,
    /// Nobody of the family was there.
    ZonderGezin,
    /// Never in a conversation.
    Nooit,
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

/// The question that asks for a field, which is named as `blijft_staan` names it:
/// `gesprek_gezin.geinformeerd[moeder].reactie`; and of whom it is, when that is said.
#[must_use]
pub fn asks_for(field: &str) -> Option<(&'static str, Option<&str>)> {
    let mut key = String::new();
    let mut whose = None;
    for part in field.split_inclusive(']') {
        let (before, item) = part.split_once('[').unwrap_or((part, ""));
        key.push_str(before);
        if let Some(item) = item.strip_suffix(']') {
            key.push_str("[]");
            whose = Some(item).filter(|item| !item.bytes().all(|byte| byte.is_ascii_digit()));
        }
    }
    let question = questions().find(|question| question.key == key && !question.ask.is_empty())?;
    Some((question.ask, whose))
}

/// What only a card of the team has, and `vt` writes there.
pub const OF_THE_TEAM: [&str; 6] =
    ["casus", "ingebracht", "ingebracht.op", "ingebracht.door", "ingebracht.spoed", "gezin.leden[].leeftijd"];

const fn ask(key: &'static str, ask: &'static str, hint: &'static str, form: Form) -> Question {
    let (of, only, may_stay_empty) = (ALL, Only::Altijd, false);
    Question { key, ask, hint, file: "", form, of, only, may_stay_empty, each: ("", ""), rules: &[] }
}

impl Question {
    /// The same, only for these kinds of card.
    const fn of(self, of: &'static [Soort]) -> Self {
        Self { of, ..self }
    }

    const fn only(self, only: Only) -> Self {
        Self { only, ..self }
    }

    const fn may_stay_empty(self) -> Self {
        Self { may_stay_empty: true, ..self }
    }

    const fn file(self, file: &'static str) -> Self {
        Self { file, ..self }
    }

    const fn each(self, one: &'static str, next: &'static str) -> Self {
        Self { each: (one, next), ..self }
    }

    const fn rules(self, rules: &'static [&'static str]) -> Self {
        Self { rules, ..self }
    }

    /// The key itself, without the way to it.
    #[must_use]
    pub fn name(&self) -> &'static str {
        self.key.rsplit('.').next().unwrap_or(self.key)
    }
}

#[cfg(test)]
mod tests;
