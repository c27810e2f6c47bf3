//! Who sits at a meeting and why: fixed seats, turns, substitutes, the responsible
//! municipalities, who comes for one case; the minimum, clashes and empty chairs.
//!
//! Handbook, chapter 2 (Deelnemers) and chapter 1 (Opdracht). What the handbook leaves
//! open stands in `docs/besluiten/`.

mod absent;
mod case_rows;
mod fixed;
mod turns;

use crate::model::{Aanwezig, Casus, Deelnemer, MinimumEis, TafelRol};
use crate::route::{Stand, Zaak, zaken};
use crate::store::Team;
use chrono::NaiveDate;
use serde::Serialize;

pub use absent::{Absent, whose_absence_counts};

/// Why someone sits at the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs, reason = "the Dutch words say it")]
pub enum Reden {
    Vast,
    Toerbeurt,
    Vervanging,
    VerantwoordelijkeGemeente,
    Inbrenger,
    Notulist,
    Uitgenodigd,
    Gevraagd,
}

/// One person or seat at the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plaats {
    /// In which role.
    pub rol: TafelRol,
    /// The group of seats by turn, when it is one.
    pub groep: Option<String>,
    /// The organisation as the region writes it.
    pub organisatie: Option<String>,
    /// The name, when one is known.
    pub naam: Option<String>,
    /// The cases for which this one comes; none: the whole meeting.
    pub voor: Option<Vec<Casus>>,
    /// Why, all of it.
    pub redenen: Vec<Reden>,
    /// Whose place it takes.
    pub vervangt: Option<(TafelRol, String)>,
    /// Whether it comes from a plan that was not published.
    pub voorlopig: bool,
    /// Of an expert: in what.
    pub expertise: Option<String>,
    /// Why this expert or care provider.
    pub reden: Option<String>,
}

impl Plaats {
    fn new(rol: TafelRol, organisatie: &str, reden: Reden) -> Self {
        Self {
            rol,
            groep: None,
            organisatie: Some(organisatie.to_owned()).filter(|name| !name.is_empty()),
            naam: None,
            voor: None,
            redenen: vec![reden],
            vervangt: None,
            voorlopig: false,
            expertise: None,
            reden: None,
        }
    }

    fn add_reason(&mut self, reden: Reden) {
        if !self.redenen.contains(&reden) {
            self.redenen.push(reden);
        }
    }

    /// Whether it is at the table for this case.
    #[must_use]
    pub fn is_at(&self, casus: Casus) -> bool {
        self.voor.as_ref().is_none_or(|voor| voor.contains(&casus))
    }
}

/// Why a seat stays empty.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Waarom {
    /// Who should sit there is away, and no substitute is named.
    Afwezig,
    /// No roster says whose turn it is.
    GeenRooster,
    /// Every substitute is away or already sits in another place.
    GeenVervanging,
}

/// A seat that nobody fills.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NietBezet {
    /// In which role.
    pub rol: TafelRol,
    /// The group of seats by turn, when it is one.
    pub groep: Option<String>,
    /// Whose seat it is, when that is known.
    pub organisatie: Option<String>,
    /// The cases for which it is needed; none: the whole meeting.
    pub voor: Option<Vec<Casus>>,
    /// Why.
    pub waarom: Waarom,
}

/// The table of one meeting.
#[derive(Debug, Default)]
pub struct Tafel {
    /// Who sits, in order: fixed, by turn, then who comes for one case.
    pub plaatsen: Vec<Plaats>,
    /// The seats that stay empty.
    pub niet_bezet: Vec<NietBezet>,
    /// What must be there, and by which organisation it is.
    pub minimum: Vec<(MinimumEis, Option<String>)>,
    /// How many chairs the region has for invited people.
    pub stoelen: u32,
    /// The chairs that are left at the case with most invited.
    pub lege_stoelen: u32,
}

impl Tafel {
    /// Whether everything that must be there is there.
    #[must_use]
    pub fn has_minimum(&self) -> bool {
        self.minimum.iter().all(|(_, door)| door.is_some())
    }
}

/// How many chairs there are for invited people where the region does not say it.
const CHAIRS: u32 = 3;

/// Who is to sit at the table of a meeting, with these cases on it in this order.
#[must_use]
pub fn tafel_for(team: &Team, day: NaiveDate, zaken: &[&Zaak<'_>]) -> Tafel {
    let absent = Absent::of(team, day);
    let mut tafel = Tafel { stoelen: team.regio.lege_stoelen.unwrap_or(CHAIRS), ..Tafel::default() };
    fixed::seat(&mut tafel, team, day, &absent);
    turns::seat(&mut tafel, team, day, &absent);
    case_rows::seat(&mut tafel, team, day, zaken, &absent);
    tafel.minimum = minimum(team, &tafel.plaatsen);
    let most = zaken.iter().map(|zaak| {
        let invited = |plaats: &&Plaats| plaats.redenen.contains(&Reden::Uitgenodigd) && plaats.is_at(zaak.casus);
        tafel.plaatsen.iter().filter(invited).count()
    });
    let most = u32::try_from(most.max().unwrap_or(0)).unwrap_or(u32::MAX);
    tafel.lege_stoelen = tafel.stoelen.saturating_sub(most);
    tafel
}

/// Who is to sit at the table of a meeting, with all its cases that may be discussed.
#[must_use]
pub fn tafel(team: &Team, day: NaiveDate) -> Tafel {
    let all = zaken(team, day);
    let may = |zaak: &&Zaak<'_>| matches!(zaak.stand, Stand::Ingebracht | Stand::Geagendeerd | Stand::Besproken);
    tafel_for(team, day, &all.iter().filter(may).collect::<Vec<_>>())
}

/// Who was at the table, as it was written down.
#[must_use]
pub fn was_there(aanwezig: &Aanwezig, team: &Team, day: NaiveDate) -> Vec<Plaats> {
    let rows = aanwezig.aanwezig.values().filter_map(|row| {
        let organisatie = row.organisatie.as_deref().map(|name| team.regio.naam_van(name, day).to_owned());
        let voor = row.alleen_bij.values().filter_map(|casus| Casus::read(casus).ok()).collect::<Vec<_>>();
        let mut plaats = Plaats::new(row.rol?, "", Reden::Vast);
        plaats.redenen.clear();
        plaats.organisatie = organisatie;
        plaats.naam.clone_from(&row.naam);
        plaats.voor = Some(voor).filter(|_| !row.alleen_bij.is_empty());
        Some(plaats)
    });
    rows.collect()
}

/// What must be at the table and who does it (chapter 1, Opdracht). A CVC'er or the
/// responsible municipality counts as the jeugdprofessional.
#[must_use]
pub fn minimum(team: &Team, plaatsen: &[Plaats]) -> Vec<(MinimumEis, Option<String>)> {
    let meets = |eis: MinimumEis, plaats: &Plaats| match eis {
        MinimumEis::VeiligThuis => plaats.rol == TafelRol::VeiligThuis,
        MinimumEis::GecertificeerdeInstelling => plaats.rol == TafelRol::GecertificeerdeInstelling,
        MinimumEis::Jeugdprofessional => {
            matches!(plaats.rol, TafelRol::Cvc | TafelRol::VerantwoordelijkeGemeente)
                || plaats.redenen.contains(&Reden::VerantwoordelijkeGemeente)
        }
    };
    let demands = team.regio.minimale_bezetting.values();
    let by = demands.map(|eis| {
        let plaats = plaatsen.iter().find(|plaats| meets(*eis, plaats));
        (*eis, plaats.map(|plaats| plaats.organisatie.clone().unwrap_or_default()))
    });
    by.collect()
}

/// Two places of one named person that can't go together.
#[must_use]
pub fn clashes(plaatsen: &[Plaats]) -> Vec<(&Plaats, &Plaats)> {
    let mut clashes = Vec::new();
    for (index, one) in plaatsen.iter().enumerate() {
        for other in &plaatsen[index + 1..] {
            let same = one.naam.is_some() && one.naam == other.naam && one.organisatie == other.organisatie;
            if same && can_t_go_together(one, other) {
                clashes.push((one, other));
            }
        }
    }
    clashes
}

/// Chair and anything else; gedragswetenschapper and Veilig Thuis; two seats by turn or GI.
/// All other double roles are ordinary.
fn can_t_go_together(one: &Plaats, other: &Plaats) -> bool {
    use TafelRol::{Cvc, GecertificeerdeInstelling, Gedragswetenschapper, VeiligThuis, Voorzitter};
    let is = |plaats: &Plaats, rol| plaats.rol == rol;
    let both = |a, b| is(one, a) && is(other, b) || is(one, b) && is(other, a);
    let seat = |plaats: &Plaats| matches!(plaats.rol, Cvc | GecertificeerdeInstelling);
    is(one, Voorzitter) || is(other, Voorzitter) || both(Gedragswetenschapper, VeiligThuis) || seat(one) && seat(other)
}

/// The name of who sits there, when the region lists exactly one person for it.
fn only_person(team: &Team, rol: TafelRol, organisation: &str, day: NaiveDate) -> Option<String> {
    let mut people = team.regio.personen.values().filter(|person| {
        person.rol == Some(rol)
            && person.organisatie.as_deref().is_some_and(|name| team.regio.zelfde(name, organisation, day))
    });
    let first = people.next()?;
    if people.next().is_some() { None } else { first.naam.clone() }
}

/// The place of someone who was named by hand in the place of another. Without an
/// organisation it is someone else of the same one.
fn named_instead(team: &Team, day: NaiveDate, own: (TafelRol, String), named: &Deelnemer) -> Plaats {
    let organisation = named.organisatie.as_deref().unwrap_or(&own.1);
    let mut plaats = Plaats::new(own.0, team.regio.naam_van(organisation, day), Reden::Vervanging);
    plaats.naam.clone_from(&named.naam);
    plaats.vervangt = Some(own);
    plaats
}
