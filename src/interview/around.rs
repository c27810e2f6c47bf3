//! A card as the interview sees it: what stands there by its path, and what is open.

use super::open::Gap;
use crate::model::{Regio, Soort};
use crate::yaml::{Doc, Kind, NodeId, Path};
use chrono::NaiveDate;

/// A card in the middle of a conversation.
pub struct Sheet<'d> {
    doc: &'d Doc<'d>,
    /// What the rules find open.
    pub gaps: &'d [Gap],
    /// The region, for its municipalities.
    pub regio: &'d Regio,
    /// Today.
    pub today: NaiveDate,
}

impl<'d> Sheet<'d> {
    /// The card in this text.
    #[must_use]
    pub fn new(doc: &'d Doc<'d>, gaps: &'d [Gap], regio: &'d Regio, today: NaiveDate) -> Self {
        Self { doc, gaps, regio, today }
    }

    /// The words at a path; none of a list or a map, and none of a key that says nothing.
    #[must_use]
    pub fn text(&self, path: &Path) -> Option<&str> {
        let node = self.doc.find(path)?;
        match self.doc.kind(node) {
            Kind::Scalar(text, _) if !self.doc.is_null(node) => Some(text.trim()).filter(|text| !text.is_empty()),
            _ => None,
        }
    }

    /// Whether there is an answer. An empty list is one; items in which nothing stands are none.
    #[must_use]
    pub fn is_answered(&self, path: &Path) -> bool {
        self.doc.find(path).is_some_and(|node| !self.is_blank(node))
    }

    fn is_blank(&self, node: NodeId) -> bool {
        match self.doc.kind(node) {
            Kind::Scalar(text, _) => self.doc.is_null(node) || text.trim().is_empty(),
            Kind::Seq { items, .. } => !items.is_empty() && items.iter().all(|item| self.is_blank(*item)),
            Kind::Map { entries, .. } => entries.iter().all(|(_, value)| self.is_blank(*value)),
        }
    }

    /// How many items a list has; those in which nothing stands at its end don't count.
    #[must_use]
    pub fn len(&self, list: &Path) -> usize {
        let Some(Kind::Seq { items, .. }) = self.doc.find(list).map(|node| self.doc.kind(node)) else { return 0 };
        items.iter().rposition(|item| !self.is_blank(*item)).map_or(0, |last| last + 1)
    }

    /// The words of a list of words.
    #[must_use]
    pub fn words(&self, list: &Path) -> Vec<&str> {
        match self.doc.find(list).map(|node| self.doc.kind(node)) {
            Some(Kind::Seq { items, .. }) => items
                .iter()
                .filter_map(|item| match self.doc.kind(*item) {
                    Kind::Scalar(text, _) => Some(text.trim()),
                    _ => None,
                })
                .collect(),
            _ => Vec::new(),
        }
    }

    /// The words for the family, in the order of the card.
    #[must_use]
    pub fn members(&self) -> Vec<&str> {
        self.people().filter_map(|lid| self.text(&lid.key("wie"))).collect()
    }

    /// The role of whoever goes by this word.
    pub(super) fn role(&self, wie: &str) -> Option<&str> {
        let lid = self.people().find(|lid| self.text(&lid.clone().key("wie")) == Some(wie))?;
        self.text(&lid.key("rol"))
    }

    fn people(&self) -> impl Iterator<Item = Path> {
        let list = Path::root().key("gezin").key("leden");
        (0..self.len(&list)).map(move |index| list.clone().index(index))
    }

    /// The kind of card; a new one as long as it doesn't say.
    #[must_use]
    pub fn soort(&self) -> Soort {
        let word = self.text(&Path::root().key("soort"));
        Soort::ALL.into_iter().find(|soort| Some(soort.sleutel()) == word).unwrap_or(Soort::Nieuw)
    }

    /// What is open at this very path.
    #[must_use]
    pub fn gap(&self, path: &Path) -> Option<&Gap> {
        self.gaps.iter().find(|gap| gap.person.is_none() && gap.path == *path)
    }

    /// Whether something is open at this path or below it.
    pub(super) fn is_open_below(&self, path: &Path) -> bool {
        self.gaps.iter().any(|gap| gap.path.steps().starts_with(path.steps()))
    }
}
