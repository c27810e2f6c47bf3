//! A discussion that is whole.

use crate::model::{Bespreking, KaartAanvulling};

/// The discussion as it is written down: what was asked and came to nothing stays out.
#[must_use]
pub fn whole(own: &Bespreking) -> Bespreking {
    let addition = own.aanvulling_kaart.as_ref().map(|own| {
        let KaartAanvulling { tekst, successen, haalbaar } = own;
        let nothing = tekst.is_none() && successen.is_empty() && haalbaar.is_none();
        (!nothing).then(|| KaartAanvulling {
            tekst: tekst.clone(),
            successen: successen.clone(),
            haalbaar: haalbaar.clone(),
        })
    });
    Bespreking { aanvulling_kaart: addition.flatten(), ..own.clone() }
}
