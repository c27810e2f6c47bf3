//! The decoded values of a team's folder, and how a file becomes one.

use super::slot::{CaseFile, Slot};
use crate::model::{
    Aanwezig, Afwezigheid, Besluit, Bespreking, Casus, Dossier, Ingetrokken, Koppeling, Nazorg, Regio, Rooster,
    Veiligheidskaart, Vergadering, Verwacht, Verzonden,
};
use crate::yaml::{Doc, Problem};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// A decoded file.
#[allow(missing_docs, reason = "named after the file")]
#[allow(clippy::large_enum_variant, reason = "nearly every file is a card")]
pub enum Content {
    Regio(Regio),
    Vergadering(Vergadering),
    Verzonden(Verzonden),
    Aanwezig(Aanwezig),
    Verwacht(Verwacht),
    Kaart(Veiligheidskaart),
    Ingetrokken(Ingetrokken),
    Besluit(Besluit),
    Bespreking(Bespreking),
    Nazorg(Nazorg),
    Rooster(Rooster),
    Afwezigheid(Afwezigheid),
    Dossier(Dossier),
    Koppeling(Koppeling),
}

/// Decodes a file as what its place says it is, with every problem in it.
#[must_use]
pub fn decode(slot: &Slot, doc: &Doc<'_>) -> (Option<Content>, Vec<Problem>) {
    /// Reads one type and wraps it.
    fn read<T: serde::de::DeserializeOwned>(doc: &Doc<'_>, wrap: fn(T) -> Content) -> (Option<Content>, Vec<Problem>) {
        let (value, problems) = doc.read();
        (value.map(wrap), problems)
    }
    match slot {
        Slot::Regio => read(doc, Content::Regio),
        Slot::Vergadering(_) => read(doc, Content::Vergadering),
        Slot::Verzonden(_) => read(doc, Content::Verzonden),
        Slot::Aanwezig(_) => read(doc, Content::Aanwezig),
        Slot::Case(_, _, CaseFile::Verwacht) => read(doc, Content::Verwacht),
        Slot::Case(_, _, CaseFile::Kaart) | Slot::DossierKaart(_) | Slot::LooseKaart => read(doc, Content::Kaart),
        Slot::Case(_, _, CaseFile::Ingetrokken) => read(doc, Content::Ingetrokken),
        Slot::Case(_, _, CaseFile::Besluit) => read(doc, Content::Besluit),
        Slot::Case(_, _, CaseFile::Bespreking) => read(doc, Content::Bespreking),
        Slot::Case(_, _, CaseFile::Nazorg) => read(doc, Content::Nazorg),
        Slot::Rooster(_) => read(doc, Content::Rooster),
        Slot::Afwezigheid(_) => read(doc, Content::Afwezigheid),
        Slot::Dossier => read(doc, Content::Dossier),
        Slot::Koppeling(_) => read(doc, Content::Koppeling),
    }
}

/// The region that a lone file is judged in when no folder says another: West-Brabant West.
#[must_use]
#[allow(clippy::missing_panics_doc, reason = "the text is part of the program; a test reads it")]
pub fn default_regio() -> Regio {
    let text = include_bytes!("west-brabant-west.yaml");
    crate::yaml::parse(text).ok().and_then(|doc| doc.read().0).unwrap_or_default()
}

/// What was read of a team's folder.
#[derive(Default)]
pub struct Team {
    /// The region.
    pub regio: Regio,
    /// The meetings by day.
    pub meetings: BTreeMap<NaiveDate, Meeting>,
    /// The published rosters by year.
    pub roosters: BTreeMap<i32, Rooster>,
    /// Whether the turns come from a plan, since none were published.
    pub voorlopig: bool,
    /// The absences by the name of their file.
    pub afwezigheid: BTreeMap<String, Afwezigheid>,
}

/// What was read of one meeting.
#[derive(Default)]
pub struct Meeting {
    /// Where it differs from the region.
    pub vergadering: Option<Vergadering>,
    /// The agenda as it was sent.
    pub verzonden: Option<Verzonden>,
    /// Who was there.
    pub aanwezig: Option<Aanwezig>,
    /// The cases by pseudonym.
    pub cases: BTreeMap<Casus, Case>,
    /// The files of the meeting itself that stand there but could not be read at all.
    pub unreadable: Vec<Slot>,
}

/// What was read of one case in one meeting.
#[derive(Default)]
#[allow(missing_docs, reason = "named after the file")]
pub struct Case {
    pub verwacht: Option<Verwacht>,
    pub kaart: Option<Veiligheidskaart>,
    pub ingetrokken: Option<Ingetrokken>,
    pub besluit: Option<Besluit>,
    pub bespreking: Option<Bespreking>,
    pub nazorg: Option<Nazorg>,
    /// The files that stand there but could not be read at all.
    pub unreadable: Vec<CaseFile>,
    /// The SHA-256 of the card's text, as `verzonden.yaml` writes it; only where it was asked for.
    pub kaart_hash: Option<String>,
}

impl Case {
    /// Whether a discussion was written down, readable or not. A file without an advice is none.
    #[must_use]
    pub fn is_besproken(&self) -> bool {
        let is_written = self.bespreking.as_ref().is_some_and(Bespreking::heeft_advies);
        is_written || self.unreadable.contains(&CaseFile::Bespreking)
    }

    /// Whether somebody began to fill in the file of the discussion, and the advice is not there yet.
    #[must_use]
    pub fn is_begonnen(&self) -> bool {
        self.bespreking.as_ref().is_some_and(|own| !own.heeft_advies() && !own.is_leeg())
    }
}

impl Team {
    /// Puts a decoded file in its place.
    pub fn put(&mut self, slot: &Slot, content: Content) {
        match (slot, content) {
            (Slot::Regio, Content::Regio(regio)) => self.regio = regio,
            (Slot::Rooster(year), Content::Rooster(rooster)) => {
                self.roosters.insert(*year, rooster);
            }
            (Slot::Afwezigheid(name), Content::Afwezigheid(absences)) => {
                self.afwezigheid.insert(name.clone(), absences);
            }
            (Slot::Vergadering(day), Content::Vergadering(file)) => self.meeting(*day).vergadering = Some(file),
            (Slot::Verzonden(day), Content::Verzonden(file)) => self.meeting(*day).verzonden = Some(file),
            (Slot::Aanwezig(day), Content::Aanwezig(file)) => self.meeting(*day).aanwezig = Some(file),
            (Slot::Case(day, casus, _), content) => {
                let case = self.meeting(*day).cases.entry(*casus).or_default();
                match content {
                    Content::Verwacht(file) => case.verwacht = Some(file),
                    Content::Kaart(file) => case.kaart = Some(file),
                    Content::Ingetrokken(file) => case.ingetrokken = Some(file),
                    Content::Besluit(file) => case.besluit = Some(file),
                    Content::Bespreking(file) => case.bespreking = Some(file),
                    Content::Nazorg(file) => case.nazorg = Some(file),
                    _ => {}
                }
            }
            _ => {}
        }
    }

    /// Notes a file that stands there but could not be read.
    pub fn put_unreadable(&mut self, slot: &Slot) {
        match slot {
            Slot::Case(day, casus, file) => {
                self.meeting(*day).cases.entry(*casus).or_default().unreadable.push(*file);
            }
            Slot::Vergadering(day) | Slot::Verzonden(day) | Slot::Aanwezig(day) => {
                self.meeting(*day).unreadable.push(slot.clone());
            }
            _ => {}
        }
    }

    fn meeting(&mut self, day: NaiveDate) -> &mut Meeting {
        self.meetings.entry(day).or_default()
    }

    /// The files of a case in a meeting, when there are any.
    #[must_use]
    pub fn case(&self, day: NaiveDate, casus: Casus) -> Option<&Case> {
        self.meetings.get(&day)?.cases.get(&casus)
    }

    /// The same, to add to it.
    pub fn case_mut(&mut self, day: NaiveDate, casus: Casus) -> Option<&mut Case> {
        self.meetings.get_mut(&day)?.cases.get_mut(&casus)
    }
}
