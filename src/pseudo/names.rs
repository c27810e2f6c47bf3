//! All that is known of a family before its texts are read.

use super::births::Births;
use super::hit::Kind;
use super::in_team::InTeam;
use super::known::Known;
use super::label::labels_of;
use super::labels::Given;
use super::lexicon::fold;
use super::own_words::OwnWords;
use super::text::Searched;
use super::whose::{self, Clash};
use super::{births, file};
use crate::model::{Koppeling, Regio, Veiligheidskaart};
use chrono::NaiveDate;

/// What is known of a family: names, the words of its own, and days of birth.
#[derive(Default)]
pub struct Names {
    pub(super) known: Vec<Known>,
    pub(super) own: OwnWords,
    pub(super) births: Births,
    /// What the labels of the case stand for, for who looks back.
    pub(super) given: OwnWords,
}

impl Names {
    /// Whether a text holds a first name and the surname of one of them.
    pub(super) fn is_whole(&self, text: &str) -> bool {
        let folded = fold(Searched::new(text).text());
        let words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).collect();
        let has = |name: &Option<String>| {
            let name = fold(name.as_deref().unwrap_or_default());
            let parts: Vec<&str> = name.split(|c: char| !c.is_alphanumeric()).filter(|part| part.len() > 1).collect();
            parts.iter().any(|part| words.contains(part))
        };
        self.known.iter().any(|one| (has(&one.voornaam) || has(&one.roepnaam)) && has(&one.achternaam))
    }

    /// The labels of those who are known, in the order of the card.
    #[must_use]
    pub fn people(&self, koppeling: Option<&Koppeling>, team: &InTeam) -> Vec<String> {
        labels_of(&self.known, koppeling, team)
    }

    /// A row for each of the family that has none yet, also where no text names them: the team
    /// knows them by their label from now on, and it stays theirs.
    #[must_use]
    pub fn rows(&self, koppeling: Option<&Koppeling>, team: &InTeam, given: &[Given]) -> Vec<Given> {
        let labels = labels_of(&self.known, koppeling, team);
        let has = |label: &str| {
            let rows = koppeling.into_iter().flat_map(|own| own.vervangingen.values());
            rows.filter_map(|row| row.door.as_deref()).any(|door| door == label)
                || given.iter().any(|one| one.door == label)
        };
        let row = |(one, door): (&Known, String)| {
            let first = one.voornaam.as_deref().and_then(|names| names.split_whitespace().next());
            let tekst = one.roepnaam.as_deref().or(first).or(one.achternaam.as_deref())?.trim().to_owned();
            Some(Given { tekst, door, soort: Kind::Persoon.word().to_owned() })
        };
        let labelled = self.known.iter().zip(labels).filter(|(one, label)| !one.outside && !has(label));
        labelled.filter_map(row).collect()
    }

    /// The labels of the family that are not certainly one person's.
    #[must_use]
    pub fn clashes(&self, koppeling: Option<&Koppeling>, team: &InTeam) -> Vec<Clash> {
        whose::clashes(&self.known, koppeling, team)
    }

    /// Of the card of a dossier; ages are those on `day`. A team's card knows nobody.
    #[must_use]
    pub fn of(card: &Veiligheidskaart, regio: &Regio, day: NaiveDate) -> Self {
        Self {
            known: card.gezin.iter().flat_map(file::family).filter(Known::has_name).collect(),
            own: OwnWords::of(card, regio),
            births: births::of(card, day),
            given: OwnWords::default(),
        }
    }

    /// With what the labels of a koppeling stand for, which who looks back searches too.
    #[must_use]
    pub fn and_given(self, koppeling: &Koppeling) -> Self {
        Self { given: OwnWords::given(koppeling), ..self }
    }
}
