//! Taking a case away that is past its term of keeping.

use crate::model::Casus;
use crate::store::{Act, At, CaseFile, Change, NoPlace, Seen, Slot};
use chrono::NaiveDate;

/// A file of a case in a meeting as it was read: a file of the team, or (`None`) what was kept of
/// a discussion that was never finished.
#[derive(Clone, PartialEq, Eq)]
pub struct InVergadering {
    /// The meeting.
    pub day: NaiveDate,
    /// Which file.
    pub file: Option<CaseFile>,
    /// What was read.
    pub was: Vec<u8>,
}

/// What goes, in an order in which running the command again completes it: first what lies in
/// the dossier, the way back last of that; then meeting by meeting, the oldest first, and in each
/// the files last that say that nothing is open.
pub fn opruimen(casus: Casus, dossier: &[(Slot, Vec<u8>)], team: &[InVergadering]) -> Result<Vec<Change>, NoPlace> {
    let mut changes = Vec::new();
    for (slot, was) in dossier {
        changes.push(Change::Dossier(At::of(slot)?, Act::Remove { was: Seen::of(was) }));
    }
    let mut team = team.to_vec();
    team.sort_by_key(|own| (own.day, own.file.map_or(0, rank)));
    for InVergadering { day, file, was } in team {
        let at = match file {
            Some(file) => At::of(&Slot::Case(day, casus, file))?,
            None => At::concept(day, casus)?,
        };
        changes.push(Change::Team(at, Act::Remove { was: Seen::of(&was) }));
    }
    Ok(changes)
}

fn rank(file: CaseFile) -> u8 {
    match file {
        CaseFile::Verwacht => 1,
        CaseFile::Kaart => 2,
        CaseFile::Besluit => 3,
        CaseFile::Ingetrokken => 4,
        CaseFile::Bespreking => 5,
        CaseFile::Nazorg => 6,
    }
}
