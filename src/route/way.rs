//! Where a case went from a meeting, and whether it can still come to another.

use super::{Stand, moved_from, zaak};
use crate::model::Casus;
use crate::store::Team;
use chrono::NaiveDate;

/// The later meetings to which a case was moved from this one, as far as they were read.
#[must_use]
pub fn moved_to(team: &Team, day: NaiveDate, casus: Casus) -> Vec<NaiveDate> {
    let later = team.meetings.range(day..).filter(|(to, _)| **to > day);
    let announced = |to: NaiveDate| moved_from(team.case(to, casus)?.verwacht.as_ref());
    later.map(|(to, _)| *to).filter(|to| announced(*to) == Some(day)).collect()
}

/// The last meeting to which a case was moved from this one, one after another, also over
/// meetings that were cancelled; none when it was not moved. Dates only go on, so it ends.
#[must_use]
pub fn moved_on(team: &Team, day: NaiveDate, casus: Casus) -> Option<NaiveDate> {
    let mut wanted = moved_to(team, day, casus);
    let mut last = None;
    while let Some(to) = wanted.pop() {
        last = last.max(Some(to));
        wanted.extend(moved_to(team, to, casus));
    }
    last
}

/// Why a case can't come to a meeting any more: there it was withdrawn, refused, moved on or
/// discussed, so that an announcement would hang in the air. None: it can come. Asked before a
/// case is sent to a meeting, of what was read of that meeting.
#[must_use]
pub fn closed(team: &Team, day: NaiveDate, casus: Casus) -> Option<Stand> {
    let stand = zaak(team, day, casus)?.stand;
    matches!(stand, Stand::Uitgesteld | Stand::Afgewezen | Stand::Ingetrokken | Stand::Besproken).then_some(stand)
}
