//! The way through the questions: the next one, the one before, and the items that are begun.

use super::around::Sheet;
use super::steps::{Ask, Fresh, What, Which, steps};
use super::{Form, Question, questions};
use crate::yaml::Path;

/// A conversation about one card. It holds where it is and nothing of the card, so a
/// conversation that was broken off goes on from the card alone.
pub struct Interview {
    which: Which,
    at: Vec<usize>,
    past: Vec<Ask>,
    /// The items that were begun, in that order.
    begun: Vec<Fresh>,
}

impl Interview {
    /// From the first question.
    #[must_use]
    pub fn new(which: Which) -> Self {
        Self { which, at: Vec::new(), past: Vec::new(), begun: Vec::new() }
    }

    /// The next question, with the card as it is now; none at the end.
    pub fn next(&mut self, sheet: &Sheet<'_>) -> Option<Ask> {
        if self.past.is_empty() && self.which == Which::Open && self.begun.is_empty() {
            self.begun.extend(broken_off(sheet));
        }
        loop {
            let all = steps(sheet, self.which, &self.begun);
            let ask = all.into_iter().find(|ask| ask.order > self.at)?;
            let What::Person(person) = &ask.what else {
                self.at.clone_from(&ask.order);
                self.past.push(ask.clone());
                return Some(ask);
            };
            self.begin(&ask, sheet, Some(person.clone()));
        }
    }

    /// The question before the last one; the last one again when there is none.
    pub fn back(&mut self, sheet: &Sheet<'_>) -> Option<Ask> {
        let now = self.past.pop();
        while let Some(before) = self.past.pop() {
            if !is_there(&before, sheet) {
                continue;
            }
            self.at.clone_from(&before.order);
            self.past.push(before.clone());
            // Of whom nothing was said, the question comes again on the way forward.
            let past = &self.past;
            self.begun.retain(|fresh| stands(fresh, sheet) || past.iter().any(|ask| ask.fresh.as_ref() == Some(fresh)));
            return Some(before);
        }
        self.past.extend(now.clone());
        now
    }

    /// Begins the first or the next item of the list that was asked about.
    pub fn begin_item(&mut self, ask: &Ask, sheet: &Sheet<'_>) {
        self.begin(ask, sheet, None);
    }

    fn begin(&mut self, ask: &Ask, sheet: &Sheet<'_>, wie: Option<String>) {
        let index = sheet.len(&ask.path);
        // Before the questions of that item, behind those of the items before it.
        let list = ask.order.iter().take(ask.order.len() - if wie.is_some() { 2 } else { 1 });
        self.at = list.copied().chain([index]).collect();
        self.begun.push(Fresh { list: ask.path.clone(), index, wie, resumed: false });
    }
}

/// The item at which a conversation was broken off: behind it nothing on the card has an answer.
/// What may stay empty is asked of it once more.
fn broken_off(sheet: &Sheet<'_>) -> Option<Fresh> {
    let path = |key: &str| key.split('.').fold(Path::root(), Path::key);
    let is_asked = |question: &&Question| !matches!(question.form, Form::Known | Form::Group);
    let asked: Vec<&Question> = questions().filter(|question| !question.key.contains("[]")).filter(is_asked).collect();
    let last = asked.into_iter().rev().find(|question| sheet.is_answered(&path(question.key)))?;
    let list = matches!(last.form, Form::Items | Form::FewItems).then(|| path(last.key))?;
    let index = sheet.len(&list).checked_sub(1)?;
    Some(Fresh { list, index, wie: None, resumed: true })
}

/// How many questions of a card have no answer.
#[must_use]
pub fn open_questions(sheet: &Sheet<'_>) -> usize {
    let all = steps(sheet, Which::Open, &[]);
    let is_open = |ask: &&Ask| match ask.what {
        What::More => false,
        What::Person(_) => true,
        What::Answer | What::Begin => !sheet.is_answered(&ask.path),
    };
    all.iter().filter(is_open).count()
}

/// Whether the item of a question is still the one that was begun then: of a person about
/// whom nothing was said, another may have taken the place.
fn is_there(ask: &Ask, sheet: &Sheet<'_>) -> bool {
    ask.fresh.as_ref().is_none_or(|fresh| fresh.index >= sheet.len(&fresh.list) || stands(fresh, sheet))
}

/// Whether an item that was begun stands on the card.
fn stands(fresh: &Fresh, sheet: &Sheet<'_>) -> bool {
    let own = fresh.list.clone().index(fresh.index).key("wie");
    fresh.index < sheet.len(&fresh.list) && (fresh.wie.is_none() || sheet.text(&own) == fresh.wie.as_deref())
}
