//! A whole team's folder and one's own dossier beside it, for the commands that look over all
//! cases: `vt` alone, `vt nazorg`, `vt opruimen`.

use super::context::{Context, stderr_screen, team_of};
use super::error::ToolError;
use super::meeting::{check_file, no_region};
use super::own_cases::{OwnCases, TeamCase, look_back, read_meetings};
use crate::agenda::{Eigen, Opvolging};
use crate::calendar::Calendar;
use crate::model::{Casus, Veiligheidskaart};
use crate::output::look_back_text;
use crate::rules::read_regio;
use crate::store::{Folder, Root, Slot, Walk, decode, read, walk};
use crate::yaml::parse;
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// A team's folder with its meetings read.
pub struct Teammap {
    /// The folder.
    pub root: Root,
    /// What stands in it.
    pub walk: Walk,
    /// Every file of it.
    pub present: BTreeSet<Slot>,
    /// What was read.
    pub read: TeamCase,
    /// When there is a meeting; cancelled ones left out.
    pub calendar: Calendar,
}

impl Teammap {
    /// Reads the meetings of a folder.
    pub fn read(root: Root, context: &Context) -> Result<Self, ToolError> {
        let regio = read_regio(&Folder::new(&root.path)).map_err(|problem| no_region(problem, &root, context))?;
        let calendar = Calendar::new(&regio);
        let walk = walk(&root);
        let read = read_meetings(&walk, regio);
        let cancelled = read.team.meetings.iter().filter(|(_, meeting)| {
            meeting.vergadering.as_ref().is_some_and(|vergadering| vergadering.vervalt.is_some())
        });
        let cancelled: Vec<NaiveDate> = cancelled.map(|(day, _)| *day).collect();
        let present = walk.files.iter().map(|found| found.slot.clone()).collect();
        Ok(Self { calendar: calendar.with_cancelled(cancelled), root, walk, present, read })
    }

    /// The folder that goes with a dossier, or that is found without one.
    pub fn beside(dossier: Option<&Dossiermap>, command: &str, context: &Context) -> Result<Self, ToolError> {
        let of_dossier = dossier.filter(|_| context.map.is_none()).and_then(|own| team_of(&own.root.path));
        let root = match of_dossier {
            Some(root) => root,
            None => context.team(command)?,
        };
        Self::read(root, context)
    }

    /// What is open on this day.
    pub fn opvolging(&self, dossier: Option<&Dossiermap>, context: &Context) -> Opvolging {
        let eigen = dossier.map(Dossiermap::eigen).unwrap_or_default();
        Opvolging::of(&self.read.team, &self.calendar, &self.present, &eigen, context.today)
    }

    /// What is said on stderr of files that could not be read whole.
    pub fn unread(&self, context: &Context) -> String {
        let mut lines = Vec::new();
        for file in &self.read.unread {
            if lines.is_empty() {
                let text =
                    "Let op: niet alles in de teammap is te lezen; er kan meer open staan. Kijk wat er mis is met:";
                lines.extend(stderr_screen().wrap(text, "", ""));
            }
            lines.push(format!("  {}", check_file(&self.root, file, context)));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

/// One's own dossier: its cases, and the cards that have no pseudonym yet.
pub struct Dossiermap {
    /// The dossier.
    pub root: Root,
    /// The cases with a koppeling.
    pub cases: OwnCases,
    /// The folders of the other cards, with the card when it can be read.
    pub begonnen: Vec<(String, Option<Veiligheidskaart>)>,
}

impl Dossiermap {
    /// Reads a dossier.
    pub fn read(root: Root) -> Self {
        let cases = OwnCases::read(&root);
        let walk = walk(&root);
        let mut begonnen = Vec::new();
        for found in &walk.files {
            let Slot::DossierKaart(folder) = &found.slot else { continue };
            let koppeling = Slot::Koppeling(folder.clone());
            if walk.files.iter().all(|other| other.slot != koppeling) {
                let bytes = read(&found.path).unwrap_or_default();
                let card = parse(&bytes).ok().and_then(|doc| match decode(&found.slot, &doc).0 {
                    Some(crate::store::Content::Kaart(card)) => Some(card),
                    _ => None,
                });
                begonnen.push((folder.clone(), card));
            }
        }
        Self { root, cases, begonnen }
    }

    /// The folders of the cases that are still one's own.
    pub fn own(&self) -> impl Iterator<Item = (Casus, &super::own_cases::OwnCase)> {
        let all = self.cases.cases.iter().filter(|(_, case)| !case.koppeling.is_overgedragen());
        all.map(|(casus, case)| (*casus, case))
    }

    /// Whether a case was one's own and somebody else follows it now.
    pub fn handed_over(&self, casus: Casus) -> bool {
        self.cases.cases.iter().any(|(own, case)| *own == casus && case.koppeling.is_overgedragen())
            && self.own().all(|(own, _)| own != casus)
    }

    fn eigen(&self) -> Vec<Eigen<'_>> {
        let known = self.own().filter_map(|(casus, case)| {
            Some(Eigen { dossiernummer: &case.folder, casus: Some(casus), kaart: case.card.as_ref()? })
        });
        let begun = self
            .begonnen
            .iter()
            .filter_map(|(folder, card)| Some(Eigen { dossiernummer: folder, casus: None, kaart: card.as_ref()? }));
        known.chain(begun).collect()
    }

    /// The lines about the search for the families' names in the team's folder.
    pub fn look_back(&self, team: &Teammap, context: &Context) -> String {
        let found = look_back(&self.cases, &team.walk, &team.read.team.regio, context.today);
        look_back_text(&found, &context.screen)
    }
}
