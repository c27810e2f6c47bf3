//! All that is known of a family before its texts are read.

use super::births::Births;
use super::known::Known;
use super::labels::label_of;
use super::own_words::OwnWords;
use super::{births, file};
use crate::model::{Regio, Veiligheidskaart};
use chrono::NaiveDate;

/// What is known of a family: names, the words of its own, and days of birth.
#[derive(Default)]
pub struct Names {
    pub(super) known: Vec<Known>,
    pub(super) own: OwnWords,
    pub(super) births: Births,
}

impl Names {
    /// The labels of those who are known, in the order of the card.
    #[must_use]
    pub fn people(&self) -> Vec<String> {
        self.known.iter().filter_map(|one| one.label.as_deref().map(label_of)).collect()
    }

    /// Of the card of a dossier; ages are those on `day`. A team's card knows nobody.
    #[must_use]
    pub fn of(card: &Veiligheidskaart, regio: &Regio, day: NaiveDate) -> Self {
        Self {
            known: card.gezin.iter().flat_map(file::family).filter(Known::has_name).collect(),
            own: OwnWords::of(card, regio),
            births: births::of(card, day),
        }
    }
}
