//! A new card in a dossier.

use super::init::modeline;
use crate::interview::{Bekend, sjabloon};
use crate::model::Bestand;
use crate::store::{Act, At, Change, Fixed, Seen};

/// The template of a card, and before it the schema that its first line points at: new, or
/// as this `vt` knows it when another one wrote it.
#[must_use]
pub fn kaart(bekend: &Bekend<'_>, schema: Option<&[u8]>) -> Vec<Change> {
    let text = format!("{}{}", modeline("../.schema/kaart.json"), sjabloon(bekend));
    let with = Bestand::Kaart.schema().into_bytes();
    let act = match schema {
        None => Act::Create(with),
        Some(was) => Act::Replace { was: Seen::of(was), with },
    };
    vec![
        Change::Dossier(At::fixed(Fixed::Schema(Bestand::Kaart)), act),
        Change::Dossier(At::kaart(bekend.nummer), Act::Create(text.into_bytes())),
    ]
}
