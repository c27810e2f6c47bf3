//! Who of the family must be heard, told, asked.

use crate::model::{Regio, Veiligheidskaart};
use chrono::NaiveDate;

/// The people of a card.
pub struct Betrokkenen<'a> {
    /// Everyone in the family.
    pub all: Vec<Betrokkene<'a>>,
}

/// One of the family.
pub struct Betrokkene<'a> {
    /// The word for the role.
    pub wie: Option<&'a str>,
}

impl<'a> Betrokkenen<'a> {
    /// The people of a card on a day.
    #[must_use]
    pub fn of(_card: &'a Veiligheidskaart, _regio: &'a Regio, _day: NaiveDate) -> Self {
        Self { all: Vec::new() }
    }
}
