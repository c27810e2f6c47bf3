//! `vt nazorg --afronden`: what became of an advice, written from the dossier, where the family's
//! names are known.

mod ask;

use super::asking::{self, Asked as Answered};
use super::case::casus_or_dossier;
use super::context::{Context, team_of};
use super::cross::{gate_closed, kept};
use super::error::{Kind, ToolError};
use super::inbrengen::standing;
use super::keyboard::typed;
use super::labels;
use super::meeting::{check_file, no_region};
use super::own_cases::{OwnCases, TeamCase, read_case};
use super::prompt::Prompt;
use super::source::Source;
use super::write::{carry_out, rehearsal, rehearsed, turn};
use super::{Answer, args, paste};
use crate::calendar::words;
use crate::model::{Casus, Nazorg};
use crate::output;
use crate::pseudo::{
    Choice, Gated, Given, Names, Reviewing, Stopped, TeamFile, gate, gate_edited_of, names_of, professional_choices,
    review,
};
use crate::route::besproken;
use crate::rules::read_regio;
use crate::store::{CaseFile, Folder, Root, Slot, walk};
use crate::work;
use ask::{Gevraagd, answers};
use chrono::NaiveDate;
use std::path::Path;

/// Runs the command.
pub fn run(asked: &args::Nazorg, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    Ok(settle(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

/// One's own case with a discussion.
struct Eigen<'a> {
    casus: Casus,
    day: NaiveDate,
    team: Root,
    read: TeamCase,
    source: Source,
    names: Names,
    context: &'a Context,
}

/// Settles it with whoever is there.
pub(super) fn settle(
    asked: &args::Nazorg,
    context: &Context,
    mut prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let casus = casus_or_dossier(asked.casus.as_deref().unwrap_or_default(), context)?;
    let own = own_case(asked, casus, context)?;
    let roots = own.source.roots(Some(&own.team))?;
    let slot = Slot::Case(own.day, casus, CaseFile::Nazorg);
    let was = standing(&own.team, own.day, casus, CaseFile::Nazorg)?;
    if own.read.unread.contains(&slot.path()) {
        return Err(ToolError::new(
            Kind::Refused,
            "vt kan nazorg.yaml van deze casus niet aanvullen. Er is niets geschreven.",
        )
        .because("Niet alles in het bestand is te lezen.")
        .try_command(check_file(&own.team, &slot.path(), context), "wat er mis is, en waar"));
    }
    let koppeling = own.source.koppeling();
    let used = labels::in_team(&own.team, casus, context)?;
    labels::one_each(&own.names, koppeling, &used)?;
    let gevraagd = Gevraagd {
        asked,
        day: own.day,
        today: context.today,
        casus,
        team: &own.read.team,
        card: &own.source.card,
        context,
    };
    let nazorg = answers(&gevraagd, prompt.as_deref_mut())?;
    let file = TeamFile::from(&nazorg);
    let before: Vec<Choice> =
        own.source.choices().into_iter().chain(professional_choices(&file, &own.professionals())).collect();
    let regio = &own.read.team.regio;
    // Who else of the professionals may stand is said in the file itself: others scan it too.
    let stays = names_of(regio, None);
    let review = |choices: &[Choice], said: &[Given]| {
        review(
            file.clone(),
            &Reviewing { names: &own.names, stays: &stays, koppeling, team: &used, choices, said, asks_labels: false },
        )
    };
    let answered =
        asking::ask(&before, &own.names.people(koppeling, &used), prompt, &context.screen, review, &mut |_| Ok(()))?;
    let Answered { reviewed, new, stopped } = answered;
    if let Some(stopped) = stopped {
        return Err(stopped);
    }
    if !reviewed.questions.is_empty() {
        return Ok(open_words(&reviewed.questions, context));
    }
    let _turn = turn(&own.team)?;
    // While questions were answered others went on: what is completed is what stands there now.
    let now = own_case(asked, casus, context)?;
    let stands = standing(&now.team, now.day, casus, CaseFile::Nazorg)?;
    if (now.day, now.link(), &stands) != (own.day, own.link(), &was) {
        return Err(ToolError::new(Kind::Refused, "bij deze casus veranderde net iets. Er is niets geschreven.")
            .advise("Geef de opdracht nog een keer."));
    }
    let gated = match own.gated(was.as_deref(), &reviewed.file)? {
        Ok(gated) => gated,
        Err(stopped) => return gate_closed(&stopped, context),
    };
    let link = kept(&own.source, casus, own.link(), &reviewed.given, &new.choices)?;
    let changes = work::nazorg::nazorg(link, &slot, was.as_deref(), gated)
        .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))?;
    let screen = &context.screen;
    let text = if changes.is_empty() {
        "Er verandert niets: dit staat er al zo.\n".to_owned()
    } else if asked.droog {
        rehearsal(&changes, &rehearsed(&roots, &changes)?, screen)
    } else {
        carry_out(&roots, &changes)?;
        own.told(reviewed.replaced > 0)
    };
    Ok(Answer { stdout: text.into_bytes(), ..Answer::default() })
}

fn open_words(questions: &[crate::pseudo::Question], context: &Context) -> Answer {
    let mut text = output::open_questions(questions, false, &context.screen);
    let ways = "Schrijf een rol of een algemeen woord, of geef de opdracht in een terminal: dan vraagt vt het. Er is niets \
                geschreven.";
    text.extend(context.screen.wrap(ways, "", "").into_iter().map(|line| line + "\n"));
    Answer { stdout: text.into_bytes(), status: 1, ..Answer::default() }
}

/// The case in one's own dossier, with its discussion in the team's folder. Who is not the owner
/// does not know the names that must stay out.
fn own_case<'a>(asked: &args::Nazorg, casus: Casus, context: &'a Context) -> Result<Eigen<'a>, ToolError> {
    let chair = "Afronden doet de casusregisseur, vanuit het eigen dossier. Is de casus niet van jou? Vraag het die.";
    let command = format!("vt nazorg {casus} --afronden");
    let dossier = context.dossier(&command).map_err(|error| error.advise(chair))?;
    let all = OwnCases::read(&dossier);
    let own = all.one(casus, &dossier, context).map_err(|error| match error.kind {
        Kind::Absent => error.advise(chair),
        _ => error,
    })?;
    if own.koppeling.overgedragen.as_ref().is_some_and(|over| over.aan.is_some() || over.op.is_some()) {
        return Err(ToolError::new(Kind::Refused, "deze casus is overgedragen. Er is niets geschreven.")
            .because("In koppeling.yaml staat `overgedragen`: een ander volgt de casus nu."));
    }
    let team = match context.map.is_none().then(|| team_of(&dossier.path)).flatten() {
        Some(root) => root,
        None => context.team(&command)?,
    };
    let regio = read_regio(&Folder::new(&team.path)).map_err(|problem| no_region(problem, &team, context))?;
    let card = dossier.path.join(Slot::DossierKaart(own.folder.clone()).path());
    let source = Source::read(Path::new(&card), context)?;
    let names = Names::of(&source.card, &regio, context.today);
    let read = read_case(&walk(&team), casus, regio);
    let day = discussed(asked.vergadering, casus, &read, context)?;
    if read.team.case(day, casus).is_none_or(|case| case.bespreking.is_none()) {
        let file = Slot::Case(day, casus, CaseFile::Bespreking).path();
        return Err(ToolError::new(Kind::Io, "vt kan de bespreking van deze casus niet lezen.")
            .try_command(check_file(&team, &file, context), "wat er mis is, en waar"));
    }
    Ok(Eigen { casus, day, team, read, source, names, context })
}

/// The discussion that is meant: that of the day asked for, else the last one up to today.
fn discussed(
    asked: Option<NaiveDate>,
    casus: Casus,
    read: &TeamCase,
    context: &Context,
) -> Result<NaiveDate, ToolError> {
    let days: Vec<NaiveDate> = besproken(&read.team, casus).into_iter().filter(|day| *day <= context.today).collect();
    match asked {
        None if !days.is_empty() => return Ok(days[0]),
        Some(day) if days.contains(&day) => return Ok(day),
        _ => {}
    }
    if days.is_empty() {
        return Err(ToolError::new(Kind::Absent, "deze casus is nog niet besproken. Er is niets geschreven.")
            .because("In de teammap staat nog geen bespreking waarvan iets af te ronden is.")
            .try_command(paste::command(&format!("toon {casus}"), context), "wat er van de casus staat"));
    }
    let error =
        ToolError::new(Kind::Absent, "in die vergadering is deze casus niet besproken. Er is niets geschreven.");
    Err(days.into_iter().take(3).fold(error, |error, day| {
        let command = paste::command(&format!("nazorg {casus} --afronden --vergadering {day}"), context);
        error.try_command(command, words::day_in_words(day))
    }))
}

impl Eigen<'_> {
    /// The professionals of the case and at its table: their names may stand in a text.
    fn professionals(&self) -> Vec<String> {
        let card = &self.source.card;
        let of_card = [
            card.inbrenger.as_ref().and_then(|own| own.naam.clone()),
            card.inbrenger.as_ref().and_then(|own| own.via.clone()),
            card.casusregisseur.as_ref().and_then(|own| own.naam.clone()),
        ];
        let meeting = self.read.team.meetings.get(&self.day);
        let there = meeting.and_then(|meeting| meeting.aanwezig.as_ref());
        let there = there.into_iter().flat_map(|there| there.aanwezig.values()).filter_map(|one| one.naam.clone());
        let mut names: Vec<String> = of_card.into_iter().flatten().chain(there).collect();
        names.sort_unstable();
        names.dedup();
        names
    }

    /// The koppeling as it was read.
    fn link(&self) -> Option<&[u8]> {
        let own = self.source.dossier.as_ref()?;
        own.koppeling.as_ref().map(|(bytes, _)| bytes.as_slice())
    }

    /// What stands there by now.
    fn now(&self) -> Option<&Nazorg> {
        self.read.team.case(self.day, self.casus)?.nazorg.as_ref()
    }

    /// The bytes of the file: new, or what stands there with what is new in it.
    fn gated(&self, was: Option<&[u8]>, file: &TeamFile) -> Result<Result<Gated, Stopped>, ToolError> {
        let regio = &self.read.team.regio;
        let (Some(was), Some(now)) = (was, self.now()) else { return Ok(gate(file, &self.names, regio)) };
        let text = std::str::from_utf8(was).ok().and_then(|text| work::nazorg::aangevuld(text, now, file).ok());
        let text = text.ok_or_else(|| {
            let path = Slot::Case(self.day, self.casus, CaseFile::Nazorg).path();
            ToolError::new(Kind::Refused, "vt kan nazorg.yaml van deze casus niet aanvullen. Er is niets geschreven.")
                .because("Wat er staat, is anders opgeschreven dan vt kan aanvullen.")
                .try_command(check_file(&self.team, &path, self.context), "of er iets mis mee is")
        })?;
        Ok(gate_edited_of(text, &self.names, regio))
    }

    fn told(&self, replaced: bool) -> String {
        let screen = &self.context.screen;
        let head = format!(
            "Vastgelegd: wat er van het advies van {} is geworden, casus {}.",
            words::day_in_words(self.day),
            self.casus
        );
        let mut lines = screen.wrap(&head, "", "");
        if replaced {
            lines.extend(screen.wrap("In je tekst zijn namen vervangen door een label, zoals op de kaart.", "", ""));
        }
        if !self.context.quiet {
            lines.extend([String::new(), "Wat nu?".to_owned()]);
            let command = paste::command(&format!("nazorg {}", self.casus), self.context);
            lines.extend(screen.rows(&[(command, "wat er nog open staat".to_owned())], "  "));
        }
        lines.into_iter().map(|line| line + "\n").collect()
    }
}

#[cfg(test)]
mod tests;
