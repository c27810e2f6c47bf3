//! What came before: figures, advice, agreements then and now.

use super::Cijfers;
use crate::model::{Advies, AfspraakStand, Casus, Cijfer, Tijdstip};
use crate::route::{Gemaakt, Stand, Zaak, afspraken, history};
use crate::store::Team;
use chrono::NaiveDate;

/// The discussion before.
pub struct Eerder {
    /// In which meeting.
    pub vergadering: NaiveDate,
    /// The figures one by one, in the order in which they were given.
    pub weging: Vec<Cijfers>,
    /// The lowest and the highest; never a mean.
    pub uitersten: Option<(Cijfer, Cijfer)>,
    /// The advice.
    pub advies: Option<Advies>,
    /// The agreements, then and now.
    pub afspraken: Vec<Afgesproken>,
}

/// An agreement of an earlier discussion.
#[derive(Clone)]
pub struct Afgesproken {
    /// Its number.
    pub nr: Option<u32>,
    /// What.
    pub wat: Option<String>,
    /// Who.
    pub wie: Option<String>,
    /// For when.
    pub wanneer: Option<Tijdstip>,
    /// What became of it; none: still open.
    pub stand: Option<AfspraakStand>,
    /// When that was.
    pub op: Option<Tijdstip>,
    /// Why it could not be done, or was not.
    pub reden: Option<String>,
    /// Whether it is open and overdue on the day of the meeting.
    pub te_laat: bool,
}

/// An agreement that is still open.
pub struct Openstaand {
    /// Of which case.
    pub casus: Casus,
    /// The meeting in which it was made.
    pub van: NaiveDate,
    /// The agreement.
    pub afspraak: Afgesproken,
}

fn afgesproken(gemaakt: &Gemaakt<'_>, day: NaiveDate) -> Afgesproken {
    Afgesproken {
        nr: gemaakt.afspraak.nr,
        wat: gemaakt.afspraak.wat.clone(),
        wie: gemaakt.afspraak.wie.clone(),
        wanneer: gemaakt.afspraak.wanneer,
        stand: gemaakt.stand,
        op: gemaakt.op,
        reden: gemaakt.reden.map(ToOwned::to_owned),
        te_laat: gemaakt.is_late(day),
    }
}

/// The last discussion of a case before this meeting, as far as it was read.
pub(super) fn eerder_van(team: &Team, zaak: &Zaak<'_>) -> Option<Eerder> {
    history(team, zaak).iter().find_map(|before| eerder_in(team, before, zaak.day))
}

/// The discussion of a case in one meeting, with what became of it by this day.
pub(super) fn eerder_in(team: &Team, before: &Zaak<'_>, day: NaiveDate) -> Option<Eerder> {
    let bespreking = before.files.bespreking.as_ref()?;
    let figures = bespreking.weging.values().filter_map(|weging| {
        let organisatie = weging.organisatie.as_deref().map(|name| team.regio.naam_van(name, before.day).to_owned());
        Some(Cijfers {
            rol: weging.rol,
            organisatie: organisatie.unwrap_or_default(),
            cijfer: weging.cijfer?,
            waarom: weging.waarom.clone(),
        })
    });
    let weging: Vec<Cijfers> = figures.collect();
    let halves = weging.iter().filter_map(|figure| match figure.cijfer {
        Cijfer::Halven(halves) => Some(halves),
        Cijfer::Geen => None,
    });
    let uitersten = halves.clone().min().zip(halves.max());
    Some(Eerder {
        vergadering: before.day,
        weging,
        uitersten: uitersten.map(|(low, high)| (Cijfer::Halven(low), Cijfer::Halven(high))),
        advies: bespreking.advies.clone(),
        afspraken: afspraken(before.files).iter().map(|gemaakt| afgesproken(gemaakt, day)).collect(),
    })
}

/// What is not done of the agreements of every earlier discussion of these cases: overdue
/// first, then by day. Of a case that won't come to the table here nothing is listed.
pub(super) fn openstaand(team: &Team, zaken: &[Zaak<'_>]) -> Vec<Openstaand> {
    let here =
        zaken.iter().filter(|zaak| !matches!(zaak.stand, Stand::Uitgesteld | Stand::Afgewezen | Stand::Ingetrokken));
    let mut open: Vec<Openstaand> = Vec::new();
    for zaak in here {
        for earlier in history(team, zaak) {
            let made = afspraken(earlier.files);
            let left = made.iter().filter(|gemaakt| gemaakt.stand != Some(AfspraakStand::Gedaan));
            open.extend(left.map(|gemaakt| Openstaand {
                casus: zaak.casus,
                van: earlier.day,
                afspraak: afgesproken(gemaakt, zaak.day),
            }));
        }
    }
    open.sort_by_key(|entry| {
        let wanneer = entry.afspraak.wanneer.map(Tijdstip::last);
        (!entry.afspraak.te_laat, wanneer.is_none(), wanneer, entry.casus, entry.van, entry.afspraak.nr)
    });
    open
}
