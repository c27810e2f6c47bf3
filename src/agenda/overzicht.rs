//! What waits for the chair in a team's folder, meeting by meeting.

use crate::calendar::{Calendar, NoMeeting};
use crate::model::Casus;
use crate::route::{Stand, zaken};
use crate::store::{Slot, Team};
use chrono::NaiveDate;

/// A meeting to come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Straks {
    /// Its day.
    pub day: NaiveDate,
    /// The last day to hand in.
    pub last_day: NaiveDate,
    /// How many cases have a card there and were not put off.
    pub ingebracht: usize,
    /// How many are expected and not handed in.
    pub verwacht: usize,
}

/// What waits for the chair.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Teamdag {
    /// Meetings to come with so many cases without a decision.
    pub te_besluiten: Vec<(NaiveDate, usize)>,
    /// Meetings past their last day to hand in, decided and not sent.
    pub niet_verzonden: Vec<NaiveDate>,
    /// Meetings that were held, of which nobody wrote down who was there.
    pub zonder_aanwezig: Vec<NaiveDate>,
    /// The meeting of today, when there is one.
    pub vandaag: Option<Vandaag>,
    /// The next meetings.
    pub straks: Vec<Straks>,
}

/// A meeting that is held today.
#[derive(Debug, PartialEq, Eq)]
pub struct Vandaag {
    /// The cases on the agenda of which no discussion was written down, in order of pseudonym.
    pub te_bespreken: Vec<Casus>,
    /// Whether it was written down who was there.
    pub is_aanwezig: bool,
}

/// So many meetings to come are named.
const AHEAD: usize = 3;

impl Teamdag {
    /// As it is on a day. `calendar` knows which meetings were cancelled.
    #[must_use]
    pub fn of(team: &Team, calendar: &Calendar, today: NaiveDate) -> Self {
        let mut all = Self::default();
        for (day, meeting) in &team.meetings {
            if calendar.why_not(*day) == Some(NoMeeting::Cancelled) {
                continue;
            }
            let cases = zaken(team, *day);
            let count = |stand| cases.iter().filter(|zaak| zaak.stand == stand).count();
            let (open, agreed) = (count(Stand::Ingebracht), count(Stand::Geagendeerd));
            let is_unread = |slot: &Slot| meeting.unreadable.contains(slot);
            if *day < today {
                // Of a meeting of which no discussion was written down nobody knows yet that it was held.
                let unknown = meeting.aanwezig.is_none() && !is_unread(&Slot::Aanwezig(*day));
                if unknown && count(Stand::Besproken) > 0 {
                    all.zonder_aanwezig.push(*day);
                }
                continue;
            }
            if *day == today && (agreed > 0 || count(Stand::Besproken) > 0) {
                let te_bespreken = cases.iter().filter(|zaak| zaak.stand == Stand::Geagendeerd);
                all.vandaag = Some(Vandaag {
                    te_bespreken: te_bespreken.map(|zaak| zaak.casus).collect(),
                    is_aanwezig: meeting.aanwezig.is_some() || is_unread(&Slot::Aanwezig(*day)),
                });
            }
            if open > 0 {
                all.te_besluiten.push((*day, open));
            } else if agreed > 0
                && calendar.last_day(*day) < today
                && meeting.verzonden.is_none()
                && !is_unread(&Slot::Verzonden(*day))
            {
                all.niet_verzonden.push(*day);
            }
        }
        let mut next = calendar.next(today);
        while let Some(day) = next.filter(|_| all.straks.len() < AHEAD) {
            let cases = zaken(team, day);
            let count = |wanted: &[Stand]| cases.iter().filter(|zaak| wanted.contains(&zaak.stand)).count();
            all.straks.push(Straks {
                day,
                last_day: calendar.last_day(day),
                ingebracht: count(&[Stand::Ingebracht, Stand::Geagendeerd, Stand::Besproken]),
                verwacht: count(&[Stand::Verwacht]),
            });
            next = day.succ_opt().and_then(|day| calendar.next(day));
        }
        all
    }
}
