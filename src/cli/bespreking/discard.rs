//! Throwing away a discussion that was begun by mistake: the case is then as before it.

use super::begin::unreadable;
use super::{Recording, comes_back};
use crate::calendar::words::day_in_words;
use crate::cli::error::{Kind, ToolError};
use crate::cli::prompt::{Prompt, yes};
use crate::cli::write::turn;
use crate::cli::{Answer, args, paste};
use crate::model::Bespreking;
use crate::pseudo::{Names, TeamFile, gate};
use crate::store::{Act, At, CaseFile, Change, Folder, ReadProblem, Seen, Slot, read};
use crate::yaml::parse;
use chrono::NaiveDate;

/// What was begun of a discussion.
struct Begun {
    /// In words.
    lost: String,
    /// What takes it away.
    changes: Vec<Change>,
    /// The files as they were read: what was kept, the discussion, the announcement.
    seen: [Option<Vec<u8>>; 3],
    /// Whether only what was kept is left of a discussion that stands written down.
    is_leftover: bool,
}

impl Recording<'_> {
    /// Throws away what was begun, when somebody is sure of it.
    pub(super) fn thrown_away(
        &self,
        asked: &args::Bespreking,
        prompt: Option<&mut dyn Prompt>,
    ) -> Result<Answer, ToolError> {
        let Begun { lost, changes, seen, is_leftover } = self.begun()?;
        let (casus, day) = (self.casus, self.found.day);
        let context = self.desk.context;
        if changes.is_empty() && self.zaak.files.unreadable.contains(&CaseFile::Bespreking) {
            return Err(unreadable(day, context));
        }
        if changes.is_empty() {
            let error =
                ToolError::new(Kind::Absent, "er is geen begonnen bespreking van deze casus. Er is niets weggegooid.");
            return Err(if self.zaak.files.is_besproken() {
                let show = paste::command(&format!("toon {casus} --vergadering {day}"), context);
                error.because("De bespreking is al opgeschreven. Die blijft staan.").try_command(show, "wat er staat")
            } else {
                error.try_command(paste::command(&format!("agenda {day}"), context), "waar de casus staat")
            });
        }
        match prompt {
            _ if asked.ja || asked.droog => {}
            Some(prompt) => {
                prompt.tell(&format!("Casus {casus}, {}. Er staat al: {lost}.", day_in_words(day)));
                if !yes(prompt, "Dit kan vt niet terugdraaien. Weggooien?")? {
                    return Ok(Answer { stdout: b"Er is niets weggegooid.\n".to_vec(), ..Answer::default() });
                }
            }
            None => {
                return Err(ToolError::new(Kind::Usage, "vt gooit een bespreking alleen weg als je dat zeker weet.")
                    .because(format!(
                        "Er staat al: {lost}. Er is geen terminal om op te antwoorden, en niets weggegooid."
                    ))
                    .try_command(self.again("--weggooien --droog"), "wat er weg zou gaan")
                    .try_command(self.again("--weggooien --ja"), "gooit het weg"));
            }
        }
        let _turn = turn(self.root)?;
        // While the question stood open others went on.
        if self.begun()?.seen != seen {
            return Err(ToolError::new(
                Kind::Refused,
                "er veranderde net iets aan deze bespreking. Er is niets weggegooid.",
            )
            .try_command(self.again("--weggooien --droog"), "wat er nu weg zou gaan"));
        }
        let said = if is_leftover {
            format!("Weggegooid: wat er nog bewaard was, {lost}. De bespreking die is opgeschreven, blijft staan.")
        } else {
            format!("Weggegooid: {lost}. Casus {casus} staat er weer zoals voor de bespreking.")
        };
        self.desk.done(&changes, asked.droog, vec![said], &[])
    }

    /// What was kept there; none when nothing was.
    pub(super) fn kept_in(&self, at: &At) -> Result<Option<Vec<u8>>, ToolError> {
        match read(&self.root.path.join(at.path())) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(ReadProblem::Absent) => Ok(None),
            Err(_) => {
                let what = format!("vt kan {} niet lezen. Er is niets veranderd.", at.path());
                Err(ToolError::new(Kind::Refused, what)
                    .advise("Vraag wie de map beheert om het weg te halen of vrij te geven."))
            }
        }
    }

    /// What was begun, in words, and the changes that take it away. What was kept goes last: until
    /// then the same command completes it.
    fn begun(&self) -> Result<Begun, ToolError> {
        let (casus, day) = (self.casus, self.found.day);
        let refused = |_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets weghalen.");
        let removed = |slot: &Slot, was: &[u8]| {
            At::of(slot).map_err(refused).map(|at| Change::Team(at, Act::Remove { was: Seen::of(was) }))
        };
        let own = |bytes: &[u8]| parse(bytes).ok().and_then(|doc| doc.read::<Bespreking>().0);
        let at = self.at()?;
        let kept = self.kept_in(&at)?;
        let slot = Slot::Case(day, casus, CaseFile::Bespreking);
        let file = self.desk.standing(&slot)?;
        let is_done = file.as_deref().is_some_and(|bytes| own(bytes).is_none_or(|own| own.heeft_advies()));
        let file = file.filter(|_| !is_done);
        let mut changes = Vec::new();
        let talks: Vec<Bespreking> = [&kept, &file].into_iter().flatten().filter_map(|bytes| own(bytes)).collect();
        let back = talks.iter().find_map(comes_back).filter(|_| !is_done);
        if let Some((slot, was)) = back.map(|to| self.announced(to)).transpose()?.flatten() {
            changes.push(removed(&slot, &was)?);
        }
        if let Some(was) = &file {
            changes.push(removed(&slot, was)?);
        }
        if let Some(was) = &kept {
            changes.push(Change::Team(at, Act::Remove { was: Seen::of(was) }));
        }
        let announced = back.map(|to| self.announced(to)).transpose()?.flatten().map(|(_, was)| was);
        let is_leftover = is_done && kept.is_some();
        Ok(Begun { lost: in_words(&talks), changes, seen: [kept, file, announced], is_leftover })
    }

    /// Where the case was announced by this discussion, whose work stopped right after it.
    fn announced(&self, to: NaiveDate) -> Result<Option<(Slot, Vec<u8>)>, ToolError> {
        let way = Folder::new(&self.root.path).meetings_of(self.casus);
        let is_alone = way.case(to, self.casus).is_some_and(|files| {
            let others = [files.kaart.is_some(), files.besluit.is_some(), files.ingetrokken.is_some()];
            !others.contains(&true) && files.bespreking.is_none() && files.unreadable.is_empty()
        });
        let slot = Slot::Case(to, self.casus, CaseFile::Verwacht);
        let ours = gate(&TeamFile::from(&self.expected()), &Names::default(), self.desk.regio).ok();
        let was = self.desk.standing(&slot)?.filter(|was| is_alone && ours.is_some_and(|ours| ours.as_ref() == was));
        Ok(was.map(|was| (slot, was)))
    }
}

/// Whether more stands there than what is counted.
fn has_more(own: &Bespreking) -> bool {
    own.nodig.is_some()
        || own.reactie_inbrenger.is_some()
        || own.aanvulling_kaart.is_some()
        || own.monitor.is_some()
        || !own.interventies.is_empty()
}

/// What was answered so far, by what would be missed most.
fn in_words(talks: &[Bespreking]) -> String {
    let sum = |count: &dyn Fn(&Bespreking) -> usize| talks.iter().map(count).sum::<usize>();
    let counted = |count: usize, one: &str, more: &str| match count {
        0 => None,
        1 => Some(format!("1 {one}")),
        count => Some(format!("{count} {more}")),
    };
    let figures = sum(&|own| own.weging.values().filter(|one| one.cijfer.is_some()).count());
    let agreed = sum(&|own| own.afspraken.values().filter(|one| one.wat.is_some()).count());
    let parts = [
        counted(figures, "cijfer", "cijfers"),
        talks.iter().any(Bespreking::heeft_advies).then(|| "het advies".to_owned()),
        counted(sum(&|own| own.visies.values().count()), "visie", "visies"),
        counted(agreed, "afspraak", "afspraken"),
        talks.iter().any(has_more).then(|| "andere antwoorden".to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    match parts.split_last() {
        None => "de eerste antwoorden, zonder cijfer of advies".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} en {last}", before.join(", ")),
    }
}
