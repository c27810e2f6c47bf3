//! Where the files of the team's folder are written by one who does not know which family it
//! is about: the chair, the note-taker. What is typed passes the gate; doubtful words are asked
//! about, or stop the command where nobody is there to answer.

use super::Answer;
use super::asking::{self, Asked};
use super::context::Context;
use super::cross::gate_closed;
use super::error::{Kind as Trouble, ToolError};
use super::labels::readable;
use super::own_cases::OwnCases;
use super::paste;
use super::prompt::Prompt;
use super::write::{carry_out, rehearsal, rehearsed, too_close};
use crate::model::{Casus, Koppeling, Regio};
use crate::output;
use crate::pseudo::{
    Choice, Given, InTeam, Names, Reviewing, TeamFile, gate, gate_edited, names_of, professional_choices, review,
};
use crate::store::{Act, At, Change, ReadProblem, Root, Roots, Seen, Slot, Zone, decode, dossier_above, read, walk};
use crate::work::merge::{Merge, merged};
use crate::yaml::{Kind, Path, parse};
use std::cell::{Cell, RefCell};
use std::path::PathBuf;

/// Somebody who writes in a team's folder.
pub struct Desk<'a> {
    /// The folder.
    pub root: &'a Root,
    /// Its region.
    pub regio: &'a Regio,
    /// What surrounds the command.
    pub context: &'a Context,
    /// Professionals whose names may stand in what is written.
    professionals: Vec<String>,
    /// The labels that the case has: a new one comes after them.
    labels: InTeam,
    /// What the own dossier knows of the family, where it has this case: whoever takes notes may be
    /// the one who brought it in.
    names: Names,
    koppeling: Option<Koppeling>,
    /// The labels that were given here: a name that comes again gets the same one.
    given: RefCell<Vec<Given>>,
    /// How many places were replaced by a label so far.
    pub replaced: Cell<usize>,
}

/// Whether every part of a file was read, in a version that this program knows.
pub fn is_whole(slot: &Slot, bytes: &[u8]) -> bool {
    let Ok(doc) = parse(bytes) else { return false };
    let version = doc.find(&Path::root().key("versie")).map(|at| doc.kind(at));
    let is_known = matches!(version, Some(Kind::Scalar(text, _)) if text == "1");
    is_known && decode(slot, &doc).1.is_empty()
}

/// What came of a file.
pub enum Written {
    /// The change; none when it stands there already.
    Change(Option<Change>),
    /// Something is still open: the screen that says what, with status 1.
    Stopped(Answer),
}

impl<'a> Desk<'a> {
    /// At this folder.
    pub fn new(root: &'a Root, regio: &'a Regio, context: &'a Context) -> Self {
        Self {
            root,
            regio,
            context,
            professionals: Vec::new(),
            labels: InTeam::default(),
            names: Names::default(),
            koppeling: None,
            given: RefCell::default(),
            replaced: Cell::new(0),
        }
    }

    /// For a case, with its professionals.
    pub fn of_case(mut self, casus: Casus, professionals: Vec<String>) -> Self {
        (self.labels, _) = readable(&walk(self.root), casus);
        self.professionals = professionals;
        let own = self.dossier().and_then(|path| {
            let cases = OwnCases::read(&Root { zone: Zone::Dossier, path }).cases;
            cases.into_iter().find(|(own, _)| *own == casus).map(|(_, case)| case)
        });
        if let Some(own) = own {
            let names = own.card.map(|card| Names::of(&card, self.regio, self.context.today));
            self.names = names.unwrap_or_default();
            self.koppeling = Some(own.koppeling);
        }
        self
    }

    fn dossier(&self) -> Option<PathBuf> {
        let Context { dossier, here, .. } = self.context;
        dossier.clone().or_else(|| dossier_above(here).map(|root| root.path))
    }

    /// The two trees between which nothing may come.
    pub fn roots(&self) -> Result<Roots, ToolError> {
        Roots::of(Some(&self.root.path), self.dossier().as_deref()).map_err(too_close)
    }

    /// What stands in a place, when something does.
    pub fn standing(&self, slot: &Slot) -> Result<Option<Vec<u8>>, ToolError> {
        match read(&self.root.path.join(slot.path())) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(ReadProblem::Absent) => Ok(None),
            Err(_) => Err(ToolError::new(
                Trouble::Refused,
                format!("vt kan {} niet lezen. Er is niets geschreven.", slot.path()),
            )
            .because("Het is een snelkoppeling (link) of apparaat, of je mag het niet lezen.")
            .advise("Vraag wie de map beheert om het weg te halen of vrij te geven.")),
        }
    }

    /// A file as it would stand in its place: new, or its keys in what stands there.
    pub fn file(&self, slot: &Slot, file: &TeamFile, how: &Merge<'_>) -> Result<Written, ToolError> {
        self.file_over(slot, self.standing(slot)?, file, how)
    }

    /// The same over what was read there: when something else stands there by now, the change
    /// can't be made.
    pub fn file_over(
        &self,
        slot: &Slot,
        was: Option<Vec<u8>>,
        file: &TeamFile,
        how: &Merge<'_>,
    ) -> Result<Written, ToolError> {
        match self.passed(file, None)? {
            Ok(file) => self.passed_over(slot, was, &file, how),
            Err(answer) => Ok(Written::Stopped(answer)),
        }
    }

    /// Refuses what can't be written there, whatever is answered to the questions still to come:
    /// what stands there can't be filled in, or nothing may be written in this folder.
    pub fn takes(&self, slot: &Slot, was: Option<&[u8]>, file: &TeamFile, how: &Merge<'_>) -> Result<(), ToolError> {
        self.roots()?;
        was.map_or(Ok(()), |was| self.filled_in(slot, was, file, how).map(drop))
    }

    /// The text of what stands there with the keys of a file in it.
    fn filled_in(&self, slot: &Slot, was: &[u8], file: &TeamFile, how: &Merge<'_>) -> Result<String, ToolError> {
        let text = std::str::from_utf8(was).ok().filter(|_| is_whole(slot, was));
        text.and_then(|text| merged(text, file, how).ok()).ok_or_else(|| {
            ToolError::new(Trouble::Refused, format!("vt kan {} niet aanvullen. Er is niets geschreven.", slot.path()))
                .because("Wat er staat, is anders opgeschreven dan vt kan aanvullen.")
                .try_command(paste::command("check", self.context), "of er iets mis mee is")
                .advise("Staat er een opmerking (#) tussen de regels? Zet die boven aan het bestand.")
        })
    }

    /// The same of a file that was asked about already.
    pub fn passed_over(
        &self,
        slot: &Slot,
        was: Option<Vec<u8>>,
        file: &TeamFile,
        how: &Merge<'_>,
    ) -> Result<Written, ToolError> {
        let at = At::of(slot)
            .map_err(|_| ToolError::new(Trouble::Refused, "in deze vergadering kan vt niets schrijven."))?;
        let Some(was) = was else {
            return match gate(file, &self.names, self.regio) {
                Ok(gated) => Ok(Written::Change(Some(Change::Team(at, Act::Create(gated))))),
                Err(stopped) => Ok(Written::Stopped(gate_closed(&stopped, self.context)?)),
            };
        };
        let text = self.filled_in(slot, &was, file, how)?;
        if text.as_bytes() == was {
            return Ok(Written::Change(None));
        }
        match gate_edited(text, self.regio) {
            Ok(with) => Ok(Written::Change(Some(Change::Team(at, Act::Replace { was: Seen::of(&was), with })))),
            Err(stopped) => Ok(Written::Stopped(gate_closed(&stopped, self.context)?)),
        }
    }

    /// A file with what is doubtful in it answered; else the screen that says what is open.
    pub fn passed(
        &self,
        file: &TeamFile,
        prompt: Option<&mut dyn Prompt>,
    ) -> Result<Result<TeamFile, Answer>, ToolError> {
        self.passed_with(file, &[], prompt)
    }

    /// The same of a file for this place: what can't be written there is refused before anything is asked.
    pub fn passed_for(
        &self,
        slot: &Slot,
        file: &TeamFile,
        how: &Merge<'_>,
        prompt: Option<&mut dyn Prompt>,
    ) -> Result<Result<TeamFile, Answer>, ToolError> {
        self.takes(slot, self.standing(slot)?.as_deref(), file, how)?;
        self.passed(file, prompt)
    }

    /// The same, with what was answered before.
    pub fn passed_with(
        &self,
        file: &TeamFile,
        before: &[Choice],
        prompt: Option<&mut dyn Prompt>,
    ) -> Result<Result<TeamFile, Answer>, ToolError> {
        let (names, koppeling, team) = (&self.names, self.koppeling.as_ref(), &self.labels);
        let stays = &names_of(self.regio, None);
        let before = [before, &professional_choices(file, &self.professionals)].concat();
        let given = self.given.borrow().clone();
        let review = |choices: &[Choice], said: &[Given]| {
            let said = &[&given, said].concat();
            let with = Reviewing { names, stays, koppeling, team, choices, said, asks_labels: false };
            review(file.clone(), &with)
        };
        let known = names.people(koppeling, team);
        let people = if known.is_empty() { team.members().to_vec() } else { known };
        let screen = &self.context.screen;
        let Asked { reviewed, stopped, .. } = asking::ask(&before, &people, prompt, screen, review, &mut |_| Ok(()))?;
        if let Some(stopped) = stopped {
            return Err(stopped);
        }
        if reviewed.questions.is_empty() {
            self.replaced.set(self.replaced.get() + reviewed.replaced);
            self.given.borrow_mut().extend(reviewed.given);
            return Ok(Ok(reviewed.file));
        }
        let mut text = output::open_questions(&reviewed.questions, false, screen);
        let ways = "Schrijf een rol of een algemeen woord, of geef de opdracht in een terminal: dan vraagt vt het. \
                    Er is niets geschreven.";
        text.extend(screen.wrap(ways, "", "").into_iter().map(|line| line + "\n"));
        Ok(Err(Answer { stdout: text.into_bytes(), status: 1, ..Answer::default() }))
    }

    /// Carries out what was made, or shows it; then these lines and the commands to go on with.
    pub fn done(
        &self,
        changes: &[Change],
        droog: bool,
        said: Vec<String>,
        next: &[(String, String)],
    ) -> Result<Answer, ToolError> {
        let screen = &self.context.screen;
        let roots = self.roots()?;
        let text = if changes.is_empty() {
            "Er verandert niets: dit staat er al zo.\n".to_owned()
        } else if droog {
            rehearsal(changes, &rehearsed(&roots, changes)?, screen)
        } else {
            carry_out(&roots, changes)?;
            let replaced = "In je tekst zijn namen vervangen door een label; wie het leest, ziet dat.";
            let replaced = (self.replaced.get() > 0).then(|| replaced.to_owned());
            let mut lines: Vec<String> =
                said.into_iter().chain(replaced).flat_map(|line| screen.wrap(&line, "", "")).collect();
            if !next.is_empty() && !self.context.quiet {
                lines.extend([String::new(), "Wat nu?".to_owned()]);
                lines.extend(screen.rows(next, "  "));
            }
            lines.into_iter().map(|line| line + "\n").collect()
        };
        Ok(Answer { stdout: text.into_bytes(), ..Answer::default() })
    }
}
