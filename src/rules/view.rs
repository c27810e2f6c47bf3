//! What a check sees: values that were put together for it, and nothing that can act.

use super::Betrokkenen;
use crate::calendar::Calendar;
use crate::model::{Bespreking, Regio, Soort, Veiligheidskaart};
use crate::pseudo::Rare;
use crate::store::{Content, Meeting, Slot, Stray, Team, Zone};
use crate::tafel::{Plaats, Tafel};
use crate::yaml::Path;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// The meeting for which a card is handed in.
#[derive(Debug, Clone, Copy)]
pub struct MeetingDay {
    /// Its day.
    pub day: NaiveDate,
    /// The last day on which a card for it is on time.
    pub last_day: NaiveDate,
    /// The day on which the card was handed in: of a team's card its own, else today.
    pub handed_in: Option<NaiveDate>,
}

/// One decoded file.
pub struct FileView<'a> {
    /// What the file is.
    pub slot: &'a Slot,
    /// Its values.
    pub content: &'a Content,
    /// Whether it is judged as a file of the team.
    pub of_team: bool,
}

/// One card with the region and the day on which it is judged.
pub struct CardView<'a> {
    /// The card.
    pub card: &'a Veiligheidskaart,
    /// The region.
    pub regio: &'a Regio,
    /// Whether it is judged as a card of the team (a pseudonym, ages in place of birth dates).
    pub of_team: bool,
    /// The day of the meeting, or today when there is none: ages count on it.
    pub day: NaiveDate,
    /// The facts that together may point to one family; of a card of the team only.
    pub rare: Vec<Rare<Path>>,
    /// Who of the family must be heard, told, asked.
    pub betrokkenen: Betrokkenen<'a>,
}

/// One meeting with its cases.
pub struct MeetingView<'a> {
    /// Its day.
    pub day: NaiveDate,
    /// What was read of the folder; earlier meetings may be missing.
    pub team: &'a Team,
    /// What was read of this meeting.
    pub meeting: &'a Meeting,
    /// Who is to sit at the table.
    pub tafel: &'a Tafel,
    /// Whether it was held and has a discussion; else it is to come.
    pub held: bool,
}

/// One discussion of a case: what was written down, and what it is held against.
pub struct DiscussionView<'a> {
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The region.
    pub regio: &'a Regio,
    /// What was written down.
    pub bespreking: &'a Bespreking,
    /// The card that lay on the table, when it was read.
    pub kaart: Option<&'a Veiligheidskaart>,
    /// What kind of discussion it was.
    pub soort: Option<Soort>,
    /// Who sat at this case, when that was written down.
    pub aan_tafel: Option<Vec<Plaats>>,
}

/// A whole tree.
pub struct TreeView<'a> {
    /// Which tree.
    pub zone: Zone,
    /// What was read of it (of a dossier only its region).
    pub team: &'a Team,
    /// Every file that stands there, read or not.
    pub present: &'a BTreeSet<Slot>,
    /// What does not belong: path and why.
    pub strays: &'a [(String, Stray)],
    /// The cards and koppelingen of a dossier, by slot.
    pub dossier: &'a [(Slot, Content)],
    /// When there is a meeting.
    pub calendar: &'a Calendar,
    /// Today.
    pub today: NaiveDate,
}
