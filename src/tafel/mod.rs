//! Who sits at a meeting and why.

use crate::store::Team;
use chrono::NaiveDate;

/// The table of one meeting.
#[derive(Default)]
pub struct Tafel {}

/// Who is to sit at the table.
#[must_use]
pub fn tafel(_team: &Team, _day: NaiveDate) -> Tafel {
    Tafel::default()
}
