//! What a decision writes, and what is done when somebody else decided a moment earlier.

use super::Deciding;
use crate::cli::Answer;
use crate::cli::desk::{Desk, Written};
use crate::cli::error::{Kind, ToolError};
use crate::cli::paste;
use crate::cli::write::carry_out;
use crate::model::{Besluit, BesluitSoort, Datum, Tijdstip, Verwacht, VerwachtWaarom};
use crate::pseudo::TeamFile;
use crate::route::moved_to;
use crate::store::{Act, At, CaseFile, Change, Seen, Slot};
use crate::work::besluit::besluit;
use crate::work::merge::Merge;
use crate::yaml::parse;
use chrono::NaiveDate;

/// What a decision that stands there says.
fn read_besluit(bytes: &[u8]) -> Option<Besluit> {
    parse(bytes).ok().and_then(|doc| doc.read().0)
}

impl Deciding<'_> {
    /// Where the decision stands.
    pub(super) fn slot(&self) -> Slot {
        Slot::Case(self.found.day, self.casus, CaseFile::Besluit)
    }

    /// Refuses before anything is asked when no decision can be written where one stands.
    pub(super) fn takes_any(&self, desk: &Desk<'_>) -> Result<(), ToolError> {
        let any = Besluit {
            besluit: Some(BesluitSoort::Uitstellen),
            datum: Some(Tijdstip::Dag(self.context.today)),
            door: Some("x".to_owned()),
            reden: Some("x".to_owned()),
            naar: Some(Datum(self.context.today)),
            ..Besluit::default()
        };
        let slot = self.slot();
        desk.takes(&slot, desk.standing(&slot)?.as_deref(), &TeamFile::from(&any), &Merge::default())
    }

    /// Writes the decision; `file` is what is left of it after the questions about its words.
    pub(super) fn written(&self, desk: &Desk<'_>, decision: &Besluit, file: &TeamFile) -> Result<Answer, ToolError> {
        let naar = decision.naar.map(|day| day.0);
        let expected = match self.announced(desk, naar)? {
            Written::Change(change) => change,
            Written::Stopped(answer) => return Ok(answer),
        };
        let announced = expected.as_ref().and_then(|change| Some((naar?, change.text()?.to_vec())));
        let slot = self.slot();
        // Read once: what is decided on is what the change takes the place of.
        let was = desk.standing(&slot)?;
        if !self.is_as_it_was(was.as_deref()) {
            return Err(self.somebody_else());
        }
        let mut emptied = Vec::new();
        emptied.extend(naar.is_none().then_some("naar"));
        emptied.extend(decision.reden.is_none().then_some("reden"));
        let how = Merge { emptied: &emptied, ..Merge::default() };
        let written = match desk.passed_over(&slot, was.clone(), file, &how)? {
            Written::Change(change) => change,
            Written::Stopped(answer) => return Ok(answer),
        };
        let ours = written.as_ref().and_then(|change| Some(change.text()?.to_vec()));
        let changes = besluit(written, expected, self.casus, &self.moved(desk, naar)?)
            .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))?;
        let Some(soort) = decision.besluit else { return Ok(Answer::default()) };
        let (said, next) = self.told(soort, naar);
        desk.done(&changes, self.asked.droog, said, &next).or_else(|error| {
            let now = desk.standing(&slot)?;
            if now == was || now == ours {
                return Err(error);
            }
            self.take_back(desk, announced, now.as_deref())?;
            Err(self.somebody_else())
        })
    }

    /// The announcement in the meeting to which the case goes.
    pub(super) fn announced(&self, desk: &Desk<'_>, naar: Option<NaiveDate>) -> Result<Written, ToolError> {
        let Some(day) = naar else { return Ok(Written::Change(None)) };
        let file = Verwacht {
            waarom: Some(VerwachtWaarom::Uitgesteld),
            van: Some(Datum(self.found.day)),
            ..Verwacht::default()
        };
        let slot = Slot::Case(day, self.casus, CaseFile::Verwacht);
        desk.file(&slot, &TeamFile::from(&file), &Merge::default())
    }

    /// The meetings to which it was moved from here and where it goes away, with the announcement
    /// there; also after work that stopped halfway.
    fn moved(&self, desk: &Desk<'_>, naar: Option<NaiveDate>) -> Result<Vec<(NaiveDate, Vec<u8>)>, ToolError> {
        let left = moved_to(self.way, self.found.day, self.casus).into_iter().filter(|day| Some(*day) != naar);
        let standing = |day| {
            let was = desk.standing(&Slot::Case(day, self.casus, CaseFile::Verwacht))?;
            Ok(was.map(|was| (day, was)))
        };
        left.filter_map(|day| standing(day).transpose()).collect()
    }

    /// Whether the decision that stands there is still the one that was read.
    pub(super) fn is_as_it_was(&self, now: Option<&[u8]>) -> bool {
        let said = |own: &Besluit| (own.besluit, own.naar, own.reden.clone(), own.door.clone());
        let now = now.and_then(read_besluit);
        now.as_ref().map(said) == self.zaak.files.besluit.as_ref().map(said)
    }

    /// Somebody else decided: our announcement goes, unless that decision sends the case there too.
    fn take_back(
        &self,
        desk: &Desk<'_>,
        announced: Option<(NaiveDate, Vec<u8>)>,
        decision: Option<&[u8]>,
    ) -> Result<(), ToolError> {
        let Some((day, text)) = announced else { return Ok(()) };
        let slot = Slot::Case(day, self.casus, CaseFile::Verwacht);
        let goes_there = decision.and_then(read_besluit).and_then(|own| own.naar) == Some(Datum(day));
        if goes_there || desk.standing(&slot)?.as_ref() != Some(&text) {
            return Ok(());
        }
        let at =
            At::of(&slot).map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))?;
        carry_out(&desk.roots()?, &[Change::Team(at, Act::Remove { was: Seen::of(&text) })]).map(drop)
    }

    pub(super) fn somebody_else(&self) -> ToolError {
        ToolError::new(Kind::Refused, "iemand anders besloot net over deze casus. Je besluit is niet opgeschreven.")
            .try_command(paste::command(&format!("agenda {}", self.found.day), self.context), "hoe het nu staat")
    }
}
