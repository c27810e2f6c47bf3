//! What of a roster may be seen: every name in it goes through the veil, here and nowhere
//! else. The formats take nothing but what comes out.

use super::veil::Veil;
use crate::roster::{Groepsrooster, Jaarrooster, Komst, PoolPlan, Zit};
use crate::store::Team;
use chrono::NaiveDate;

/// A roster as far as it may be seen.
pub struct ShownRooster(Jaarrooster);

impl ShownRooster {
    /// The roster.
    #[must_use]
    pub fn rooster(&self) -> &Jaarrooster {
        &self.0
    }
}

/// Holds the veil over a roster. A name that the region does not know may be anything.
#[must_use]
pub fn show_rooster(mut rooster: Jaarrooster, team: &Team) -> ShownRooster {
    let veil = Veil::new(&team.regio);
    let day = NaiveDate::from_ymd_opt(rooster.jaar, 1, 1).unwrap_or_default();
    let groups = team.regio.toerbeurt.values();
    let seats: Vec<&str> =
        groups.flat_map(|group| group.zetels.values()).filter_map(|seat| Some(seat.naam.as_deref()?.trim())).collect();
    let name = |text: &mut String| {
        let known = seats.contains(&text.as_str()) || team.regio.bekend(text, day).is_some();
        *text = if known { veil.name(text) } else { veil.text(text, &[]) };
    };
    for Groepsrooster { rol: _, aantal: _, plan, beurten, eerlijk: _ } in &mut rooster.groepen {
        let PoolPlan { naam, beurten: turns, onbezet: _, waarden: _, ondergrens: _, onmogelijk, zetels } = plan;
        *naam = veil.name(naam);
        turns.iter_mut().flat_map(|turn| &mut turn.zetels).for_each(name);
        onmogelijk.iter_mut().map(|one| &mut one.zetel).for_each(name);
        zetels.iter_mut().map(|figures| &mut figures.naam).for_each(name);
        for Komst { datum: _, wie, open: _ } in beurten {
            for Zit { zetel, wie, herkomst: _, geruild: _ } in wie {
                name(zetel);
                name(wie);
            }
        }
    }
    ShownRooster(rooster)
}
