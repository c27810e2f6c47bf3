//! What of a year may be seen: every text of the region and its meetings goes through the
//! veil, here and nowhere else. The formats take nothing but what comes out.

use super::veil::Veil;
use crate::calendar::{Meeting, Planned, Vacation, Year};
use crate::model::Regio;

/// A year as far as it may be seen.
pub struct ShownYear(Year);

impl ShownYear {
    pub(super) fn year(&self) -> &Year {
        &self.0
    }
}

/// Holds the veil over a year. Each type is taken apart whole, so that a new field does not
/// compile until someone has decided.
#[must_use]
pub fn show_year(mut year: Year, region: &Regio) -> ShownYear {
    let veil = Veil::new(region);
    let judged = region.blijft_staan.values().filter_map(|entry| entry.tekst.clone());
    let persons = region.personen.values().filter_map(|person| person.naam.clone());
    let stays: Vec<String> = judged.chain(persons).collect();
    let text = |text: &mut Option<String>| {
        if let Some(text) = text {
            *text = veil.text(text, &stays);
        }
    };
    let Year { year: _, regio, meetings, holidays: _, vacations, school: _, moments, to_plan: _ } = &mut year;
    *regio = veil.name(regio);
    for Meeting { day: _, last_day: _, begin: _, end: _, place, extra, has_own_time: _, has_own_place: _, cancelled } in
        meetings
    {
        *place = place.as_ref().map(|place| veil.venue(place));
        if let Some(reason) = extra {
            text(reason);
        }
        if let Some((reason, _)) = cancelled {
            text(reason);
        }
    }
    for Vacation { name, from: _, to: _ } in vacations {
        *name = veil.text(name, &stays);
    }
    for Planned { day: _, soort: _, titel, is_proposal: _ } in moments {
        text(titel);
    }
    ShownYear(year)
}
