//! `vt bespreking`: records the discussion of a case, step by step, kept after each answer.

mod ask;
mod begin;
mod discard;
mod figures;
mod left;
mod lists;
mod template;
mod views;

use super::case::{InMeeting, Which, casus, in_meeting, not_under_way, professionals};
use super::context::{Context, stderr_screen};
use super::desk::{Desk, Written, is_whole};
use super::error::{Kind, ToolError};
use super::keyboard::{keyboard, typed};
use super::prompt::Prompt;
use super::write::{carry_out, turn};
use super::{Answer, args, paste};
use crate::calendar::words::day_in_words;
use crate::interview::bespreking::{Over, Vraag, Weger, nu, volgende, vorige, zonder};
use crate::model::{Bespreking, Casus, Datum, JaNee, Soort, Verwacht, VerwachtWaarom};

use crate::pseudo::{Choice, Gated, Names, TeamFile, gate, professional_choices};
use crate::route::{Stand, Zaak};
use crate::store::{Act, At, CaseFile, Change, Folder, Root, Seen, Slot};
use crate::work::bespreking::whole;
use crate::work::merge::Merge;
use crate::yaml::parse;
use ask::Asking;
use begin::{may_be_discussed, wegers};
use chrono::NaiveDate;
use left::Left;
use std::cell::Cell;

/// Runs the command.
pub fn run(asked: &args::Bespreking, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = if asked.weggooien { typed() } else { keyboard() };
    Ok(discuss(asked, context, prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt))?)
}

/// Discusses the case with whoever is there.
pub(super) fn discuss(
    asked: &args::Bespreking,
    context: &Context,
    prompt: Option<&mut dyn Prompt>,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    let casus = casus(&asked.casus)?;
    let root = context.team("vt bespreking CASUS")?;
    let _turn = asked.sjabloon.then(|| turn(&root)).transpose()?;
    let found = in_meeting(&root, context, casus, asked.vergadering, Which::Last, "bespreking")?;
    let zaak = found.zaak(casus)?;
    let desk = Desk::new(&root, &found.reading.team.regio, context).of_case(casus, professionals(&found, &zaak));
    let wegers = wegers(&found, &zaak);
    let recording = Recording { desk, found: &found, zaak: &zaak, casus, wegers, root: &root };
    if asked.weggooien {
        return recording.thrown_away(asked, prompt);
    }
    if zaak.stand == Stand::Besproken
        && let Some(answer) = recording.completed()?
    {
        return Ok(answer);
    }
    may_be_discussed(&zaak, &found, context)?;
    if asked.sjabloon {
        not_under_way(&root, found.day, casus, context)?;
        return template::written(&recording.desk, &zaak, &recording.wegers, asked.droog);
    }
    let Some(prompt) = prompt else {
        return Err(ToolError::new(Kind::Usage, "vt vraagt de bespreking stap voor stap, en kan hier niets vragen.")
            .because("Er is geen terminal om op te antwoorden. Er is niets geschreven.")
            .try_command(
                paste::command(&format!("bespreking {casus} --sjabloon"), context),
                "een bestand om zelf in te vullen",
            ));
    };
    recording.run(prompt)
}

/// What was answered so far, with the bytes in which it is kept.
type Kept = (Bespreking, Option<Vec<u8>>);

/// A discussion that is being written down.
struct Recording<'a> {
    desk: Desk<'a>,
    found: &'a InMeeting,
    zaak: &'a Zaak<'a>,
    casus: Casus,
    wegers: Vec<Weger>,
    root: &'a Root,
}

impl Recording<'_> {
    fn run(&self, prompt: &mut dyn Prompt) -> Result<Answer, ToolError> {
        self.desk.roots()?;
        self.template(&Slot::Case(self.found.day, self.casus, CaseFile::Bespreking))?;
        let facts = self.facts();
        let soort = self.zaak.soort().unwrap_or(Soort::Nieuw);
        let over =
            Over { wegers: &self.wegers, soort, heeft_feiten: !facts.is_empty(), afspraken_klaar: Cell::new(false) };
        let (mut own, mut was) = self.concept()?;
        self.without_a_day_that_is_gone(&mut own);
        over.afspraken_klaar.set(own.aanvulling_kaart.is_some());
        self.open(was.is_some(), prompt);
        let day = self.found.day;
        let calendar = &self.found.reading.calendar;
        let way = Folder::new(&self.root.path).meetings_of(self.casus);
        let mut asking = Asking {
            prompt,
            over: &over,
            facts: &facts,
            day,
            calendar,
            regio: self.desk.regio,
            step: 0,
            screen: stderr_screen(),
            way: &way,
            casus: self.casus,
            vraag: Vraag::InbrengerAanwezig,
            kept: false,
            parts: 0,
        };
        // What stood there before somebody went back.
        let mut whole: Option<Bespreking> = None;
        while let Some(vraag) = volgende(&own, &over) {
            let before = own.clone();
            if let Some(whole) = &whole {
                asking.stands(nu(whole, &over, vraag).as_deref().unwrap_or_default());
            }
            asking.kept = whole.is_some();
            let answered = match asking.ask(vraag, &mut own) {
                Ok(answered) => answered,
                Err(Left::Trouble(error)) => return Err(self.stopped(error, was.is_some())),
                Err(Left::Stop) => return Ok(self.left_open(was.is_some())),
                Err(Left::Keep) => {
                    own = whole.take().unwrap_or(before);
                    continue;
                }
                // In the middle of a question: that one again.
                Err(Left::Back) if asking.parts > 0 => {
                    own = before;
                    continue;
                }
                Err(Left::Back) => {
                    let kept = whole.take().unwrap_or_else(|| before.clone());
                    own = kept.clone();
                    // Of the agreements the last one comes first.
                    let is_agreed = vraag == Vraag::Afspraken && !before.afspraken.is_empty();
                    let target = if is_agreed { Some(vraag) } else { vorige(&kept, &over, vraag) };
                    match target {
                        Some(vraag) => {
                            own = zonder(if is_agreed { &before } else { &kept }, &over, vraag);
                            if vraag == Vraag::Afspraken {
                                over.afspraken_klaar.set(false);
                            }
                            whole = Some(kept);
                        }
                        None => asking.say("Dit is de eerste vraag.", ""),
                    }
                    continue;
                }
            };
            if !answered {
                continue;
            }
            // Views that were typed do not go without a word.
            let views = whole.as_ref().map_or(0, |whole| whole.visies.values().count());
            if vraag == Vraag::Eens && views > 0 && own.visies.is_empty() {
                let sure = asking.yes_no("De visies die er stonden gaan dan weg. Klopt dat?");
                if !matches!(sure, Ok(JaNee::Ja)) {
                    own = whole.take().unwrap_or(before);
                    continue;
                }
            }
            if let (Vraag::Afspraken, Some(whole)) = (vraag, &whole) {
                let rest = whole.afspraken.values().skip(own.afspraken.values().count());
                own.afspraken = own.afspraken.values().chain(rest).cloned().collect();
            }
            whole = None;
            match self.keep(&own, was.as_deref(), asking.prompt)? {
                Some(kept) => (own, was) = kept,
                // What was typed may not stand there: it is asked again.
                None => own = before,
            }
            // A figure that the file gives back as another's would be asked for ever.
            if matches!(vraag, Vraag::Cijfer(_)) && volgende(&own, &over) == Some(vraag) {
                return Err(ToolError::new(Kind::Refused, "dit cijfer kan zo niet bewaard worden.")
                    .try_command(self.again("--sjabloon"), "een bestand om zelf in te vullen"));
            }
        }
        self.finish(&own, was.as_deref(), asking.prompt)
    }

    /// What was answered before, with its bytes.
    fn concept(&self) -> Result<Kept, ToolError> {
        let at = self.at()?;
        let Some(bytes) = self.kept_in(&at)? else { return Ok((Bespreking::default(), None)) };
        let slot = Slot::Case(self.found.day, self.casus, CaseFile::Bespreking);
        // A part that can't be read would be lost with the next answer.
        let own: Option<Bespreking> =
            is_whole(&slot, &bytes).then(|| parse(&bytes).ok().and_then(|doc| doc.read().0)).flatten();
        let own = own.ok_or_else(|| {
            ToolError::new(Kind::Refused, "vt kan niet lezen wat er van deze bespreking bewaard is.")
                .because("Het bestand .bespreking.concept.yaml bij deze casus is veranderd.")
                .try_command(self.again("--weggooien"), "gooit het weg")
                .advise("Zet het terug zoals vt het schreef, of gooi het weg en begin opnieuw.")
        })?;
        Ok((own, Some(bytes)))
    }

    fn at(&self) -> Result<At, ToolError> {
        At::concept(self.found.day, self.casus)
            .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))
    }

    /// A meeting in which the case would come back and that was cancelled since is asked again.
    fn without_a_day_that_is_gone(&self, own: &mut Bespreking) {
        let is_gone = comes_back(own).is_some_and(|day| !self.found.reading.calendar.is_meeting(day));
        if let Some(monitor) = own.monitor.as_mut().filter(|_| is_gone) {
            monitor.datum = None;
        }
    }

    /// Keeps what was answered so far. What was typed passes the gate, and is read back as it
    /// stands there.
    fn keep(&self, own: &Bespreking, was: Option<&[u8]>, prompt: &mut dyn Prompt) -> Result<Option<Kept>, ToolError> {
        let before = self.desk.replaced.get();
        let Ok(file) = self.desk.passed_with(&TeamFile::from(own), &stays(own), Some(&mut *prompt))? else {
            return Err(ToolError::new(Kind::Refused, "dit antwoord kan zo niet bewaard worden."));
        };
        if self.desk.replaced.get() > before {
            prompt.tell("In je antwoord is een naam vervangen door een label.");
        }
        let Ok(gated) = gate(&file, &Names::default(), self.desk.regio) else {
            let text =
                "In dit antwoord staat iets wat een gezin kan noemen. Schrijf het met een rol of een algemeen woord.";
            prompt.tell(text);
            return Ok(None);
        };
        let bytes = gated.as_ref().to_vec();
        // From the first answer on nobody can take the case away.
        let _turn = if was.is_none() { Some(turn(self.root)?) } else { None };
        let act = if let Some(was) = was {
            Act::Replace { was: Seen::of(was), with: gated }
        } else {
            self.still(own, false)?;
            Act::Create(gated)
        };
        carry_out(&self.desk.roots()?, &[Change::Team(self.at()?, act)])?;
        let own = parse(&bytes).ok().and_then(|doc| doc.read().0).unwrap_or_default();
        Ok(Some((own, Some(bytes))))
    }

    /// Writes the discussion once, whole: first the case is expected where it comes back.
    fn finish(&self, own: &Bespreking, was: Option<&[u8]>, prompt: &mut dyn Prompt) -> Result<Answer, ToolError> {
        let gated = match self.gated(own, Some(prompt))? {
            Ok(gated) => gated,
            Err(answer) => return Ok(answer),
        };
        let _turn = turn(self.root)?;
        let mut changes = Vec::new();
        if let Some(day) = comes_back(own).filter(|day| !self.stands_on(*day)) {
            let slot = Slot::Case(day, self.casus, CaseFile::Verwacht);
            match self.desk.file(&slot, &TeamFile::from(&self.expected()), &Merge::default())? {
                Written::Change(change) => changes.extend(change),
                Written::Stopped(answer) => return Ok(answer),
            }
        }
        let slot = Slot::Case(self.found.day, self.casus, CaseFile::Bespreking);
        let at =
            At::of(&slot).map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))?;
        self.still(own, true)?;
        let template = self.template(&slot)?;
        changes.push(Change::Team(
            at,
            match template {
                Some(was) => Act::Replace { was: Seen::of(&was), with: gated },
                None => Act::Create(gated),
            },
        ));
        if let Some(was) = was {
            changes.push(Change::Team(self.at()?, Act::Remove { was: Seen::of(was) }));
        }
        self.written(own, &changes)
    }

    /// What announces the case where it comes back.
    fn expected(&self) -> Verwacht {
        let van = Some(Datum(self.found.day));
        Verwacht { waarom: Some(VerwachtWaarom::Monitor), van, ..Verwacht::default() }
    }

    /// Looks again whether it may be written down: others decide and withdraw meanwhile.
    fn still(&self, own: &Bespreking, is_kept: bool) -> Result<(), ToolError> {
        let context = self.desk.context;
        let cause = if is_kept {
            "Het veranderde tijdens de vragen. Wat je antwoordde, is bewaard."
        } else {
            "Het veranderde net, voor je eerste antwoord."
        };
        let kept = |error: ToolError| error.because(cause);
        let found = in_meeting(self.root, context, self.casus, Some(self.found.day), Which::Last, "bespreking");
        let found = found.map_err(kept)?;
        let zaak = found.zaak(self.casus).map_err(kept)?;
        may_be_discussed(&zaak, &found, context).map_err(kept)?;
        if is_kept && wegers(&found, &zaak) != self.wegers {
            let what = "er zit nu iemand anders aan tafel, of juist niet. De bespreking is nog niet opgeschreven.";
            return Err(kept(ToolError::new(Kind::Refused, what)).try_command(self.again(""), "vraagt wat er mist"));
        }
        if let Some(day) = comes_back(own).filter(|day| !found.reading.calendar.is_meeting(*day)) {
            let what = format!("op {} is geen vergadering meer.", day_in_words(day));
            return Err(kept(ToolError::new(Kind::Refused, what)).try_command(self.again(""), "kiest een andere dag"));
        }
        Ok(())
    }

    /// The whole discussion as it passed the gate; else the screen that says what is open.
    fn gated(&self, own: &Bespreking, prompt: Option<&mut dyn Prompt>) -> Result<Result<Gated, Answer>, ToolError> {
        let file = match self.desk.passed_with(&TeamFile::from(&whole(own)), &stays(own), prompt)? {
            Ok(file) => file,
            Err(answer) => return Ok(Err(answer)),
        };
        gate(&file, &Names::default(), self.desk.regio)
            .map(Ok)
            .map_err(|_| ToolError::new(Kind::Refused, "in de bespreking staat iets wat een gezin kan noemen."))
    }

    /// Takes away what was kept of a discussion that stands written down in the same words: the
    /// work stopped right before that.
    fn completed(&self) -> Result<Option<Answer>, ToolError> {
        let Ok((own, Some(was))) = self.concept() else { return Ok(None) };
        let slot = Slot::Case(self.found.day, self.casus, CaseFile::Bespreking);
        let Ok(gated) = self.gated(&own, None)? else { return Ok(None) };
        if self.desk.standing(&slot)?.as_deref() != Some(gated.as_ref()) {
            return Ok(None);
        }
        let changes = [Change::Team(self.at()?, Act::Remove { was: Seen::of(&was) })];
        self.written(&own, &changes).map(Some)
    }

    /// Carries out the last of it, and says what comes now.
    fn written(&self, own: &Bespreking, changes: &[Change]) -> Result<Answer, ToolError> {
        let mut said = vec![format!("Opgeschreven: de bespreking van casus {}.", self.casus)];
        said.extend(comes_back(own).map(|day| format!("De casus komt terug op {}.", day_in_words(day))));
        let context = self.desk.context;
        let show = format!("toon {} --vergadering {}", self.casus, self.found.day);
        let next = [
            (paste::command(&show, context), "lees het nog eens na".to_owned()),
            (paste::command("check", context), "of er nog iets mist".to_owned()),
        ];
        self.desk.done(changes, false, said, &next)
    }

    /// Whether the case stands in that meeting already.
    fn stands_on(&self, day: NaiveDate) -> bool {
        Folder::new(&self.root.path).has_case(day, self.casus)
    }

    /// Somebody stopped where nothing went wrong: what was answered stays.
    fn left_open(&self, is_kept: bool) -> Answer {
        let text = if is_kept { "Gestopt. Wat je antwoordde, is bewaard." } else { "Er is niets geschreven." };
        let next = format!("\n\nWat nu?\n  {}   gaat verder waar je stopte\n", self.again(""));
        let next = if is_kept && !self.desk.context.quiet { next.as_str() } else { "\n" };
        Answer { stdout: format!("{text}{next}").into_bytes(), ..Answer::default() }
    }

    /// Nobody answers any more: what was answered stays.
    fn stopped(&self, error: ToolError, is_kept: bool) -> ToolError {
        if !is_kept {
            return error;
        }
        ToolError::new(error.kind, "je bent gestopt. Wat je antwoordde, is bewaard.")
            .try_command(self.again(""), "gaat verder waar je stopte")
    }

    /// The same command.
    fn again(&self, option: &str) -> String {
        let command = format!("bespreking {} --vergadering {} {option}", self.casus, self.found.day);
        paste::command(command.trim_end(), self.desk.context)
    }
}

/// What may stand: what was judged before, and who takes the notes.
fn stays(own: &Bespreking) -> Vec<Choice> {
    let notulist: Vec<String> = own.notulist.iter().filter_map(|own| own.naam.clone()).collect();
    [Choice::of_file(&own.blijft_staan), professional_choices(&TeamFile::from(own), &notulist)].concat()
}

/// The meeting in which a case comes back.
fn comes_back(own: &Bespreking) -> Option<NaiveDate> {
    let monitor = own.monitor.as_ref().filter(|own| own.terug == Some(JaNee::Ja))?;
    monitor.datum.map(|day| day.0)
}

#[cfg(test)]
mod tests;
