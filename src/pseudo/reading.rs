//! A text as the finders of names read it: tokens with what the lists and the grammar say.

use super::facts;
use super::lexicon::{self, Flags};
use super::speech::Class;
use super::tokens::{Gap, Shape, Tokens};
use std::ops::Range;

/// Tokens with their facts.
pub(super) struct Reading<'t> {
    pub tokens: Tokens<'t>,
    facts: Vec<(Flags, Class)>,
    /// Tokens that stay whatever they look like.
    pub stays: Vec<bool>,
    /// Tokens of labels, in which nothing is found at all.
    labels: Vec<bool>,
}

impl<'t> Reading<'t> {
    /// Reads the searched copy.
    pub fn new(text: &'t str) -> Self {
        let tokens = Tokens::new(text);
        let words = (0..tokens.len()).map(|index| if tokens.is_word(index) { tokens.fold(index) } else { "" });
        let facts = facts::of(words);
        let stays = vec![false; tokens.len()];
        Self { tokens, facts, stays, labels: Vec::new() }
    }

    pub fn len(&self) -> usize {
        self.facts.len()
    }

    pub fn flags(&self, index: usize) -> Flags {
        self.facts.get(index).map_or_else(Flags::default, |fact| fact.0)
    }

    pub fn class(&self, index: usize) -> Class {
        self.facts.get(index).map_or_else(Class::default, |fact| fact.1)
    }

    pub fn is(&self, index: usize, class: Class) -> bool {
        self.class(index).has(class)
    }

    /// Makes tokens those of a label.
    pub fn label(&mut self, range: Range<usize>) {
        self.labels.resize(self.len(), false);
        self.labels[range.clone()].fill(true);
        self.stays[range].fill(true);
    }

    /// Whether a token is part of a label.
    pub fn is_label(&self, index: usize) -> bool {
        self.labels.get(index).is_some_and(|label| *label)
    }

    pub fn fold(&self, index: usize) -> &str {
        self.tokens.fold(index)
    }

    pub fn shape(&self, index: usize) -> Shape {
        self.tokens.get(index).map_or(Shape::Sign, |token| token.shape)
    }

    pub fn first(&self, index: usize) -> bool {
        self.tokens.get(index).is_none_or(|token| token.first)
    }

    pub fn is_capital(&self, index: usize) -> bool {
        self.tokens.is_capital(index)
    }

    /// Whether a token follows the one before it after blanks or one line end.
    pub fn follows(&self, index: usize) -> bool {
        matches!(self.tokens.gap(index), Gap::Space | Gap::Line)
    }

    pub fn is_glued(&self, index: usize) -> bool {
        index > 0 && self.tokens.gap(index) == Gap::None
    }

    /// The s of "Naima's. Saïd komt": the sentence ended there, it is no initial.
    pub fn is_possessive(&self, index: usize) -> bool {
        let behind_word = self.is_glued(index) && index >= 2 && self.is_glued(index - 1);
        self.fold(index) == "s" && behind_word && self.tokens.word(index - 1) == "'"
    }

    /// The nearest word before, over the dot of "dhr." and an opening bracket or quote.
    pub fn word_before(&self, index: usize) -> Option<usize> {
        let mut at = self.tokens.before(index)?;
        for _ in 0..2 {
            if self.tokens.is_word(at) {
                return Some(at);
            }
            let skipped = match self.tokens.word(at) {
                "." => self.is(at.checked_sub(1)?, Class::TITLE.with(Class::ROLE)),
                "(" | "\"" | "'" | ":" => true,
                _ => false,
            };
            if !skipped {
                return None;
            }
            at = self.tokens.before(at)?;
        }
        self.tokens.is_word(at).then_some(at)
    }

    /// Whether a word is put together of two ordinary words of at least four letters.
    pub fn is_compound(&self, index: usize) -> bool {
        // What is an ordinary word is hardly ever asked.
        self.is(index, Class::COMPOUND) || self.flags(index).is_word() && compound(self.fold(index), 4)
    }
}

/// Whether a word falls apart into ordinary words, with or without a joining s, e or en.
pub(super) fn compound(fold: &str, least: usize) -> bool {
    if !fold.is_ascii() || fold.len() < 2 * least || fold.len() > 60 {
        return false;
    }
    (least..=fold.len() - least).rev().any(|at| {
        let (head, tail) = fold.split_at(at);
        let ordinary = |word: &str| lexicon::folded(word).is_word();
        let joined = || {
            ["s", "e", "en"]
                .iter()
                .any(|join| head.strip_suffix(join).is_some_and(|head| head.len() >= least && ordinary(head)))
        };
        ordinary(tail) && (ordinary(head) || joined() || head.len() >= 2 * least && compound(head, least))
    })
}
