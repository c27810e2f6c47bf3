//! The chair's decision on a case.

use crate::model::Casus;
use crate::store::{Act, At, CaseFile, Change, NoPlace, Seen, Slot};
use chrono::NaiveDate;

/// What a decision changes, in an order in which each beginning is valid: a postponed case is
/// expected in the new meeting before it leaves this one; where it was expected by an earlier
/// decision it goes last.
///
/// `expected` is the change in the meeting it moves to; `before` are the meetings to which it was
/// moved, with the announcement that stands there.
pub fn besluit(
    decision: Option<Change>,
    expected: Option<Change>,
    casus: Casus,
    before: &[(NaiveDate, Vec<u8>)],
) -> Result<Vec<Change>, NoPlace> {
    let mut changes: Vec<Change> = expected.into_iter().chain(decision).collect();
    for (day, was) in before {
        let at = At::of(&Slot::Case(*day, casus, CaseFile::Verwacht))?;
        changes.push(Change::Team(at, Act::Remove { was: Seen::of(was) }));
    }
    Ok(changes)
}
