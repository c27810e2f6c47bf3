//! What the team's folder holds of a case: the labels that stand in its files, and who of the
//! family stands on its cards.
//!
//! The chair and the note-taker give labels too, to people that no dossier knows. So a new label
//! comes after all that stand there, and a word that only they wrote is not given to somebody whom
//! the team never saw.

use super::earlier::Earlier;
use super::label::label_of;
use super::way_back::{joins, whole};
use crate::model::Veiligheidskaart;
use crate::yaml::parse;

/// The labels of a case in the team's folder.
#[derive(Default)]
pub struct InTeam {
    pub(super) earlier: Earlier,
    /// Its cards there: what stands on them was written by whoever has the dossier.
    cards: Vec<String>,
    others: Vec<String>,
    /// The labels of those on a card of the team, in its order.
    members: Vec<String>,
}

impl InTeam {
    /// Reads whole files of a case, its cards apart: a label in a comment counts too.
    #[must_use]
    pub fn of(cards: Vec<String>, others: Vec<String>) -> Self {
        let earlier = Earlier::in_texts(cards.iter().chain(&others).map(String::as_str));
        let mut all: Vec<String> = Vec::new();
        for label in cards.iter().flat_map(|text| members(text)) {
            if !all.contains(&label) {
                all.push(label);
            }
        }
        Self { earlier, cards, others, members: all }
    }

    /// Whether there is nothing of the case.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.cards.is_empty() && self.others.is_empty()
    }

    /// The highest label of each kind, as a koppeling keeps them.
    #[must_use]
    pub fn tops(&self) -> Vec<String> {
        self.earlier.tops()
    }

    /// The labels of the family, as far as the team knows it.
    #[must_use]
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// Whether a label stands there, as a member on a card or in a text.
    pub(super) fn has(&self, label: &str) -> bool {
        self.is_on_card(label) || self.others.iter().any(|text| stands(text, label))
    }

    /// Whether others wrote a label there that no card of the case has.
    pub(super) fn is_strange(&self, label: &str) -> bool {
        !self.is_on_card(label) && self.has(label)
    }

    fn is_on_card(&self, label: &str) -> bool {
        self.members.iter().any(|own| own == label) || self.cards.iter().any(|text| stands(text, label))
    }
}

/// The labels of those on a card.
fn members(text: &str) -> Vec<String> {
    let card: Option<Veiligheidskaart> = parse(text.as_bytes()).ok().and_then(|doc| doc.read().0);
    let gezin = card.into_iter().filter_map(|card| card.gezin);
    gezin
        .flat_map(|gezin| gezin.leden.values().filter_map(|lid| lid.wie.as_deref().map(label_of)).collect::<Vec<_>>())
        .collect()
}

/// Whether a label stands whole in a text.
fn stands(text: &str, label: &str) -> bool {
    let (first, has_number) = label.split_once(' ').map_or((label, false), |(first, _)| (first, true));
    // "Kind" does not stand in "Kind 1".
    let goes_on = |end: usize| !has_number && text[end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
    !first.is_empty()
        && text.char_indices().any(|(at, _)| {
            let end = whole(text, at, label).filter(|_| !joins(text[..at].chars().next_back()));
            end.is_some_and(|(end, _)| !goes_on(end))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_of_nobody_on_a_card_is_strange_where_it_stands() {
        let card = "gezin:\n  leden:\n    - {wie: kind1, rol: jeugdige}\n    - {wie: oom, rol: overig}\nhulpvraag: Oma helpt.\n";
        let talk = "advies:\n  tekst: Kind 1 gaat met Oom, niet met Oma, Tante of KIND\n    2. Tantes tuin.\n# Persoon B, School 1\n";
        let team = InTeam::of(vec![card.to_owned()], vec![talk.to_owned()]);
        assert_eq!(team.tops(), ["Persoon B", "School 1"]);
        for label in ["Tante", "Kind 2", "Persoon B"] {
            assert!(team.is_strange(label), "{label}");
        }
        for label in ["Kind 1", "Oom", "Oma", "Tante 2", "Kind", "Opa", ""] {
            assert!(!team.is_strange(label), "{label}");
        }
        assert!(!InTeam::default().is_strange("Tante"));
    }
}
