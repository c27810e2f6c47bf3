//! A new card in a dossier.

use super::init::modeline;
use crate::interview::{Bekend, begin, sjabloon};
use crate::model::{Bestand, Dossiernummer};
use crate::store::{Act, At, Change, Fixed, Seen};

/// The template of a card.
#[must_use]
pub fn template(bekend: &Bekend<'_>) -> String {
    modeline("../.schema/kaart.json") + &sjabloon(bekend)
}

/// A card on which nothing was answered yet.
#[must_use]
pub fn empty(bekend: &Bekend<'_>) -> String {
    modeline("../.schema/kaart.json") + &begin(bekend)
}

/// A new card, and before it the schema that its first line points at: new, or as this `vt`
/// knows it when another one wrote it.
#[must_use]
pub fn kaart(nummer: &Dossiernummer, text: String, schema: Option<&[u8]>) -> Vec<Change> {
    let with = Bestand::Kaart.schema().into_bytes();
    let act = match schema {
        None => Act::Create(with),
        Some(was) => Act::Replace { was: Seen::of(was), with },
    };
    vec![
        Change::Dossier(At::fixed(Fixed::Schema(Bestand::Kaart)), act),
        Change::Dossier(At::kaart(nummer), Act::Create(text.into_bytes())),
    ]
}
