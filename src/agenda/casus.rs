//! One case in one meeting, with all that is known of it there and before: for whoever reads
//! a whole card.

use super::Eerder;
use super::earlier::eerder_in;
use crate::model::{Besluit, Bespreking, Casus, Ingetrokken, Nazorg, Soort, Veiligheidskaart};
use crate::route::{Stand, history, zaak};
use crate::rules::MeetingRead;
use chrono::NaiveDate;

/// One case in one meeting.
pub struct Casusblad<'a> {
    /// The pseudonym.
    pub casus: Casus,
    /// The meeting.
    pub day: NaiveDate,
    /// Where the case stands there.
    pub stand: Stand,
    /// What kind of discussion it is.
    pub soort: Option<Soort>,
    /// The responsible municipality, as the region writes it.
    pub gemeente: Option<String>,
    /// The card: the one handed in for this meeting, or of a postponed case the newest before.
    pub kaart: Option<&'a Veiligheidskaart>,
    /// The meeting for which that card was handed in, when it is another.
    pub kaart_van: Option<NaiveDate>,
    /// The meeting in which it was agreed that the case comes here.
    pub afgesproken_op: Option<NaiveDate>,
    /// The meeting from which it was moved here.
    pub verschoven_van: Option<NaiveDate>,
    /// The last day to hand in, while that day is still to come or today.
    pub inbrengen_tot: Option<NaiveDate>,
    /// Why it was withdrawn.
    pub ingetrokken: Option<&'a Ingetrokken>,
    /// What the chair decided.
    pub besluit: Option<&'a Besluit>,
    /// The discussion.
    pub bespreking: Option<&'a Bespreking>,
    /// Its figures and agreements, and what became of those by today.
    pub besproken: Option<Eerder>,
    /// What came after it.
    pub nazorg: Option<&'a Nazorg>,
    /// The discussions before it, newest first.
    pub eerder: Vec<Eerder>,
}

impl<'a> Casusblad<'a> {
    /// A case in a meeting that was read, as it is today; none when nothing of it stands there.
    #[must_use]
    pub fn of(reading: &'a MeetingRead, day: NaiveDate, casus: Casus, today: NaiveDate) -> Option<Self> {
        let team = &reading.team;
        let zaak = zaak(team, day, casus)?;
        let last_day = reading.calendar.last_day(day);
        let gemeente = zaak.kaart.and_then(|kaart| kaart.gemeente.as_deref());
        Some(Self {
            casus,
            day,
            stand: zaak.stand,
            soort: zaak.soort(),
            gemeente: gemeente.map(|name| team.regio.naam_van(name, day).to_owned()),
            kaart: zaak.kaart,
            kaart_van: zaak.kaart.and(Some(zaak.kaart_in).filter(|in_folder| *in_folder != day)),
            afgesproken_op: zaak.aangekondigd.and_then(|verwacht| verwacht.van).map(|van| van.0),
            verschoven_van: zaak.verschoven_van(),
            inbrengen_tot: Some(last_day).filter(|last| zaak.stand == Stand::Verwacht && today <= *last),
            ingetrokken: zaak.files.ingetrokken.as_ref(),
            besluit: zaak.files.besluit.as_ref(),
            bespreking: zaak.files.bespreking.as_ref(),
            besproken: eerder_in(team, &zaak, today),
            nazorg: zaak.files.nazorg.as_ref(),
            eerder: history(team, &zaak).iter().filter_map(|before| eerder_in(team, before, today)).collect(),
        })
    }
}
