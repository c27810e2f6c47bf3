//! Handing in a card, and taking it back.

use crate::model::Casus;
use crate::pseudo::Gated;
use crate::store::{Act, At, CaseFile, Change, NoPlace, Seen, Slot};
use chrono::NaiveDate;

/// Which case in which meeting, and what stands there.
pub struct Plek<'a> {
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The case.
    pub casus: Casus,
    /// The card as it was read there.
    pub kaart: Option<&'a [u8]>,
    /// The withdrawal as it was read there.
    pub ingetrokken: Option<&'a [u8]>,
}

/// Puts a card in a meeting: first the way back, then the card, and last what withdrew it
/// before goes. Each beginning of the list is valid: a koppeling without a card is a case
/// that was not handed in yet.
pub fn inbrengen(koppeling: Option<Change>, plek: &Plek<'_>, kaart: Gated) -> Result<Vec<Change>, NoPlace> {
    let act = match plek.kaart {
        Some(was) => Act::Replace { was: Seen::of(was), with: kaart },
        None => Act::Create(kaart),
    };
    let mut changes: Vec<Change> = koppeling.into_iter().collect();
    changes.push(Change::Team(plek.at(CaseFile::Kaart)?, act));
    if let Some(was) = plek.ingetrokken {
        changes.push(Change::Team(plek.at(CaseFile::Ingetrokken)?, Act::Remove { was: Seen::of(was) }));
    }
    Ok(changes)
}

/// Takes a card back, with the reason; first the labels that were given in it.
pub fn intrekken(koppeling: Option<Change>, plek: &Plek<'_>, ingetrokken: Gated) -> Result<Vec<Change>, NoPlace> {
    let act = match plek.ingetrokken {
        Some(was) => Act::Replace { was: Seen::of(was), with: ingetrokken },
        None => Act::Create(ingetrokken),
    };
    let mut changes: Vec<Change> = koppeling.into_iter().collect();
    changes.push(Change::Team(plek.at(CaseFile::Ingetrokken)?, act));
    Ok(changes)
}

impl Plek<'_> {
    fn at(&self, file: CaseFile) -> Result<At, NoPlace> {
        At::of(&Slot::Case(self.day, self.casus, file))
    }
}
