//! What of a roster may be seen: every name in it goes through the veil, here and nowhere
//! else. The formats take nothing but what comes out.

use super::veil::Veil;
use crate::model::Regio;
use crate::roster::{Groepsrooster, Jaarrooster, Komst, PoolPlan, Scenario, Vrijgekomen, Zit};
use crate::store::Team;
use chrono::NaiveDate;

/// A roster as far as it may be seen.
pub struct ShownRooster(Jaarrooster);

/// A change to try out, as far as it may be seen.
pub struct ShownScenario(Scenario);

impl ShownScenario {
    /// The change as it is typed behind `--stel-dat`.
    #[must_use]
    pub fn typed(&self) -> String {
        let from = |day: NaiveDate| format!("vanaf {day}");
        match &self.0 {
            Scenario::Weg { zetel, vanaf } => format!("{zetel} weg {}", from(*vanaf)),
            Scenario::Erbij { zetel, groep, vanaf } => format!("{zetel} erbij in {groep} {}", from(*vanaf)),
            Scenario::Dubbel { zetel } => format!("{zetel} dubbel"),
            Scenario::VakerVergaderen { vanaf } => format!("dubbel zo vaak {}", from(*vanaf)),
            Scenario::MinderVergaderen { vanaf } => format!("half zo vaak {}", from(*vanaf)),
        }
    }

    pub(super) fn scenario(&self) -> &Scenario {
        &self.0
    }
}

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
    let name = |text: &mut String| *text = shown_name(text, &veil, &team.regio, day);
    for Groepsrooster { rol: _, aantal: _, plan, beurten, vervallen, eerlijk: _ } in &mut rooster.groepen {
        let PoolPlan { naam, beurten: turns, onbezet: _, waarden: _, ondergrens: _, onmogelijk, zetels } = plan;
        *naam = veil.name(naam);
        turns.iter_mut().flat_map(|turn| &mut turn.zetels).for_each(name);
        onmogelijk.iter_mut().map(|one| &mut one.zetel).for_each(name);
        zetels.iter_mut().map(|figures| &mut figures.naam).for_each(name);
        for Vrijgekomen { datum: _, wie, zetel, staat_er_nog: _ } in vervallen {
            name(wie);
            name(zetel);
        }
        for Komst { datum: _, wie, open: _ } in beurten {
            for Zit { zetel, wie, herkomst: _, geruild: _ } in wie {
                name(zetel);
                name(wie);
            }
        }
    }
    ShownRooster(rooster)
}

/// Holds the veil over a change: who joins is a name that the region does not know yet.
#[must_use]
pub fn show_scenario(mut scenario: Scenario, regio: &Regio, day: NaiveDate) -> ShownScenario {
    let veil = Veil::new(regio);
    match &mut scenario {
        Scenario::Weg { zetel, vanaf: _ } | Scenario::Dubbel { zetel } => {
            *zetel = shown_name(zetel, &veil, regio, day);
        }
        Scenario::Erbij { zetel, groep, vanaf: _ } => {
            *zetel = shown_name(zetel, &veil, regio, day);
            *groep = veil.name(groep);
        }
        Scenario::VakerVergaderen { vanaf: _ } | Scenario::MinderVergaderen { vanaf: _ } => {}
    }
    ShownScenario(scenario)
}

/// The name of a seat or an organisation. One that the region does not know may be anything.
fn shown_name(name: &str, veil: &Veil, regio: &Regio, day: NaiveDate) -> String {
    let mut seats = regio.toerbeurt.values().flat_map(|group| group.zetels.values());
    let is_seat = seats.any(|seat| seat.naam.as_deref().is_some_and(|own| own.trim() == name));
    if is_seat || regio.bekend(name, day).is_some() { veil.name(name) } else { veil.text(name, &[]) }
}
