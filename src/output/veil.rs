//! The way out of the team's folder: what is sure to name a family is left out of every text
//! of it that is printed. `shown` and `shown_agenda` hold it over all that a format gets.

use super::LEFT_OUT;
use crate::model::{BlijftReden, BlijftStaan, Casus, Lijst, Regio};
use crate::pseudo::TeamScan;
use crate::rules::hits_of_name;
use crate::store::{Case, Team, absence_files, veiled};
use std::ops::Range;

/// The scanner in front of a screen.
pub struct Veil {
    scan: TeamScan,
    /// The names that files of absence may have.
    absence: Vec<String>,
}

impl Veil {
    /// For a region.
    #[must_use]
    pub fn new(regio: &Regio) -> Self {
        Self { scan: TeamScan::new(regio, &[]), absence: absence_files(regio) }
    }

    /// A text; `stays` are the professionals and what people judged.
    #[must_use]
    pub fn text(&self, text: &str, stays: &[String]) -> String {
        left_out(text, self.scan.sure(text, stays))
    }

    /// A text of a case, in which its professionals and what people judged may stand.
    #[must_use]
    pub fn of_case(&self, text: &str, team: &Team, casus: Casus) -> String {
        self.text(text, &stays_of(team, casus))
    }

    /// The name of a professional or an organisation: no numbers or addresses in it.
    #[must_use]
    pub fn name(&self, name: &str) -> String {
        left_out(name, self.scan.sure_forms(name))
    }

    /// Where a meeting is held: the address stays, a name does not.
    #[must_use]
    pub fn venue(&self, venue: &str) -> String {
        left_out(venue, self.scan.sure_in_venue(venue))
    }

    /// A word that should say who somebody is: every hit, sure or not.
    #[must_use]
    pub fn who(&self, wie: &str) -> String {
        left_out(wie, hits_of_name(wie, &self.scan).into_iter().map(|hit| hit.bytes).collect())
    }

    /// A path of the team's folder.
    #[must_use]
    pub fn path(&self, path: &str) -> String {
        veiled(path, &self.absence)
    }
}

fn left_out(text: &str, hits: Vec<Range<usize>>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for hit in hits {
        out.push_str(&text[at..hit.start]);
        out.push_str(LEFT_OUT);
        at = hit.end;
    }
    out.push_str(&text[at..]);
    out
}

/// What may stand in the texts of a case: its professionals, and what was judged in its files.
pub(super) fn stays_of(team: &Team, casus: Casus) -> Vec<String> {
    let mut stays = Vec::new();
    for case in team.meetings.values().filter_map(|meeting| meeting.cases.get(&casus)) {
        add_case(case, &mut stays);
    }
    stays.sort_unstable();
    stays.dedup();
    stays
}

/// What people judged in the files of a case, without the names of professionals.
pub(super) fn judged_of(team: &Team, casus: Casus) -> Vec<String> {
    let cases = team.meetings.values().filter_map(|meeting| meeting.cases.get(&casus));
    let judged = cases.flat_map(judged).filter(|entry| entry.reden != Some(BlijftReden::Professional));
    judged.filter_map(|entry| entry.tekst.clone()).collect()
}

fn judged(case: &Case) -> impl Iterator<Item = &BlijftStaan> {
    let lists: [Option<&Lijst<BlijftStaan>>; 5] = [
        case.kaart.as_ref().map(|file| &file.blijft_staan),
        case.besluit.as_ref().map(|file| &file.blijft_staan),
        case.bespreking.as_ref().map(|file| &file.blijft_staan),
        case.ingetrokken.as_ref().map(|file| &file.blijft_staan),
        case.nazorg.as_ref().map(|file| &file.blijft_staan),
    ];
    lists.into_iter().flatten().flat_map(Lijst::values)
}

fn add_case(case: &Case, stays: &mut Vec<String>) {
    let (kaart, besluit, bespreking) = (case.kaart.as_ref(), case.besluit.as_ref(), case.bespreking.as_ref());
    let ingetrokken = case.ingetrokken.as_ref();
    stays.extend(judged(case).filter_map(|entry| entry.tekst.clone()));
    let inbrenger = kaart.and_then(|kaart| kaart.inbrenger.as_ref());
    let names = [
        inbrenger.and_then(|inbrenger| inbrenger.naam.clone()),
        inbrenger.and_then(|inbrenger| inbrenger.via.clone()),
        kaart.and_then(|kaart| kaart.casusregisseur.as_ref()?.naam.clone()),
        kaart.and_then(|kaart| kaart.ingebracht.as_ref()?.door.clone()),
        besluit.and_then(|besluit| besluit.door.clone()),
        ingetrokken.and_then(|ingetrokken| ingetrokken.door.clone()),
        bespreking.and_then(|bespreking| bespreking.notulist.as_ref()?.naam.clone()),
    ];
    stays.extend(names.into_iter().flatten());
    stays.extend(besluit.iter().flat_map(|besluit| besluit.uitnodigen.values()).filter_map(|guest| guest.naam.clone()));
}
