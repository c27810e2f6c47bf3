//! Whether there is a meeting on a day: one that is cancelled sends its cases on, an extra one
//! comes into `regio.yaml`.

use super::Meeting;
use crate::calendar::NoMeeting;
use crate::calendar::words::day_in_words;
use crate::cli::case::{not_under_way, outcome};
use crate::cli::context::Context;
use crate::cli::desk::{Desk, Written, is_whole};
use crate::cli::error::{Kind, ToolError};
use crate::cli::meeting::{check_file, no_region};
use crate::cli::prompt::Prompt;
use crate::cli::write::turn;
use crate::cli::{Answer, args, paste};
use crate::model::{Casus, Datum, Vergadering, Vervalt, Verwacht, VerwachtWaarom};
use crate::output::escape;
use crate::pseudo::{TeamFile, gate_edited};
use crate::route::{Stand, closed, moved_on, moved_to, zaken};
use crate::rules::{MeetingRead, read_meeting, whole_calendar};
use crate::store::{Act, At, CaseFile, Change, Folder, Root, Seen, Slot, Stray, read, veiled, walk};
use crate::work::merge::{Merge, with_item};
use crate::yaml::Value;
use chrono::NaiveDate;

impl Meeting<'_> {
    /// Cancels the meeting; what moves is looked at again once there is nothing more to ask.
    pub(super) fn cancelled(&self, reason: &str, prompt: Option<&mut dyn Prompt>) -> Result<Answer, ToolError> {
        some_reason(reason)?;
        let (_, naar) = self.moves()?;
        let vervalt = Vervalt { reden: Some(reason.to_owned()), naar: naar.map(Datum) };
        let file = TeamFile::from(&Vergadering { vervalt: Some(vervalt), ..Vergadering::default() });
        let slot = Slot::Vergadering(self.day);
        let file = match self.desk.passed_for(&slot, &file, &Merge::default(), prompt)? {
            Ok(file) => file,
            Err(answer) => return Ok(answer),
        };
        let (_turn, reading) = self.again()?;
        let Self { asked, day, desk, .. } = *self;
        Meeting { asked, day, reading: &reading, desk }.cancel(&file)
    }

    /// The cases that move, and the meeting to which.
    fn moves(&self) -> Result<(Vec<Casus>, Option<NaiveDate>), ToolError> {
        let moving: Vec<_> = zaken(&self.reading.team, self.day)
            .into_iter()
            .filter(|zaak| matches!(zaak.stand, Stand::Verwacht | Stand::Ingebracht | Stand::Geagendeerd))
            .map(|zaak| zaak.casus)
            .collect();
        let was_there = self.reading.team.meetings.get(&self.day).is_some_and(|own| own.aanwezig.is_some());
        if was_there {
            return Err(ToolError::new(Kind::Refused, "deze vergadering was er al. Er is niets geschreven.")
                .because(format!("In {} staat wie er was.", Slot::Aanwezig(self.day).path()))
                .advise("Ging zij toch niet door? Haal dat bestand dan eerst weg."));
        }
        if zaken(&self.reading.team, self.day).iter().any(|zaak| zaak.stand == Stand::Besproken) {
            return Err(ToolError::new(
                Kind::Refused,
                "in deze vergadering is al een casus besproken. Er is niets geschreven.",
            ));
        }
        self.all_is_read()?;
        for casus in &moving {
            not_under_way(self.desk.root, self.day, *casus, self.desk.context)?;
        }
        let naar = self.to(!moving.is_empty())?;
        Ok((moving, naar))
    }

    /// Whether all of this meeting can be read: a case that can't would stay behind in a meeting that
    /// does not take place, and one that was refused would go along.
    fn all_is_read(&self) -> Result<(), ToolError> {
        let root = self.desk.root;
        let folder = format!("vergaderingen/{}/", self.day);
        let strays = walk(root).strays;
        let closed = strays
            .iter()
            .find(|(path, why)| path.starts_with(&folder) && matches!(why, Stray::Link | Stray::Unreadable));
        let closed = closed.map(|(path, _)| path.clone());
        let half = || {
            let meeting = self.reading.team.meetings.get(&self.day)?;
            meeting.cases.iter().find_map(|(casus, case)| {
                CaseFile::ALL.into_iter().find_map(|file| {
                    let slot = Slot::Case(self.day, *casus, file);
                    let is_half = file == CaseFile::Besluit
                        && read(&root.path.join(slot.path())).is_ok_and(|bytes| !is_whole(&slot, &bytes));
                    (is_half || case.unreadable.contains(&file)).then(|| slot.path())
                })
            })
        };
        let Some(path) = closed.or_else(half) else { return Ok(()) };
        Err(ToolError::new(Kind::Refused, format!("vt kan {} niet lezen. Er is niets geschreven.", veiled(&path, &[])))
            .because("Zo weet vt niet welke casussen mee moeten naar de andere vergadering.")
            .try_command(check_file(root, &path, self.desk.context), "wat er mis is, en waar"))
    }

    /// First its cases are expected in the new meeting, and nowhere else by work that stopped halfway.
    fn cancel(&self, file: &TeamFile) -> Result<Answer, ToolError> {
        let (moving, naar) = self.moves()?;
        let mut changes: Vec<Change> = Vec::new();
        if let Some(to) = naar {
            let there = read_meeting(&Folder::new(&self.desk.root.path), to)
                .map_err(|_| ToolError::new(Kind::Io, "vt kan de nieuwe vergadering niet lezen."))?;
            self.can_come(&moving, to, &there)?;
            for casus in
                moving.iter().filter(|casus| there.team.case(to, **casus).is_none_or(|case| case.kaart.is_none()))
            {
                let file = Verwacht {
                    waarom: Some(VerwachtWaarom::Uitgesteld),
                    van: Some(Datum(self.day)),
                    ..Verwacht::default()
                };
                let slot = Slot::Case(to, *casus, CaseFile::Verwacht);
                match self.desk.file(&slot, &TeamFile::from(&file), &Merge::default())? {
                    Written::Change(change) => changes.extend(change),
                    Written::Stopped(answer) => return Ok(answer),
                }
            }
        }
        for casus in &moving {
            changes.extend(self.left_behind(*casus, naar)?);
        }
        let slot = Slot::Vergadering(self.day);
        match self.desk.passed_over(&slot, self.desk.standing(&slot)?, file, &Merge::default())? {
            Written::Change(change) => changes.extend(change),
            Written::Stopped(answer) => return Ok(answer),
        }
        let mut said = vec![format!("De vergadering van {} vervalt.", day_in_words(self.day))];
        if let Some(to) = naar {
            let cases: Vec<String> = moving.iter().map(ToString::to_string).collect();
            said.push(match cases.as_slice() {
                [] => format!("Er stond nog geen casus op. De volgende is {}.", day_in_words(to)),
                cases => format!("Naar {}: {}.", day_in_words(to), cases.join(", ")),
            });
        }
        let next =
            paste::command(&format!("rooster {} --vastleggen", chrono::Datelike::year(&self.day)), self.desk.context);
        said.push("Laat het iedereen weten.".to_owned());
        self.desk.done(&changes, self.asked.droog, said, &[(next, "verdeelt de beurten opnieuw".to_owned())])
    }

    /// Takes away where the case was announced by a cancellation of this meeting that stopped
    /// halfway. Where more was done with it since, it stays, and nothing is cancelled.
    fn left_behind(&self, casus: Casus, naar: Option<NaiveDate>) -> Result<Vec<Change>, ToolError> {
        let way = Folder::new(&self.desk.root.path).meetings_of(casus);
        let mut changes = Vec::new();
        for day in moved_to(&way, self.day, casus).into_iter().filter(|day| Some(*day) != naar) {
            let slot = Slot::Case(day, casus, CaseFile::Verwacht);
            let has_more = CaseFile::ALL.into_iter().any(|file| {
                file != CaseFile::Verwacht && self.desk.root.path.join(Slot::Case(day, casus, file).path()).exists()
            });
            if has_more || moved_on(&way, day, casus).is_some() {
                let day_words = day_in_words(day);
                let what = format!(
                    "casus {casus} ging al naar {day_words}, en daar gebeurde al meer. Er is niets geschreven."
                );
                let show = paste::command(&format!("toon {casus} --vergadering {day}"), self.desk.context);
                return Err(ToolError::new(Kind::Refused, what)
                    .try_command(show, "wat daar staat")
                    .advise(format!("Laat de vergadering vervallen met --naar {day}.")));
            }
            let Some(was) = self.desk.standing(&slot)? else { continue };
            let at = At::of(&slot)
                .map_err(|_| ToolError::new(Kind::Refused, "in deze vergadering kan vt niets schrijven."))?;
            changes.push(Change::Team(at, Act::Remove { was: Seen::of(&was) }));
        }
        Ok(changes)
    }

    /// Whether each case can still come to the new meeting: one that left it would vanish.
    fn can_come(&self, moving: &[Casus], to: NaiveDate, there: &MeetingRead) -> Result<(), ToolError> {
        let left: Vec<(Casus, Stand)> =
            moving.iter().filter_map(|casus| Some((*casus, closed(&there.team, to, *casus)?))).collect();
        let Some((first, _)) = left.first() else { return Ok(()) };
        let why = left.iter().map(|(casus, stand)| format!("{casus} is daar {}", outcome(*stand)));
        let why = format!("Op {}: {}.", day_in_words(to), why.collect::<Vec<_>>().join(", "));
        let error = ToolError::new(Kind::Refused, "niet elke casus kan naar die vergadering. Er is niets geschreven.")
            .because(why);
        let calendar = &self.reading.calendar;
        let way = Folder::new(&self.desk.root.path).meetings_of(*first);
        let later = |day: NaiveDate| day.succ_opt().and_then(|day| calendar.next(day));
        let mut days = std::iter::successors(later(self.day.max(self.desk.context.today)), |day| later(*day));
        let other = days.find(|day| closed(&way, *day, *first).is_none());
        let decide = format!("besluit {first} --vergadering {}", self.day);
        let error = match other {
            Some(other) => error.try_command(
                paste::command(&format!("{decide} --uitstellen {other}"), self.desk.context),
                format!("naar {}", day_in_words(other)),
            ),
            None => error,
        };
        Err(error
            .try_command(paste::command(&format!("{decide} --afwijzen"), self.desk.context), "de casus komt niet")
            .advise("Besluit zo over elke casus die niet kan, en geef dan dezelfde opdracht nog een keer."))
    }

    /// Where the cases go.
    fn to(&self, is_needed: bool) -> Result<Option<NaiveDate>, ToolError> {
        let calendar = &self.reading.calendar;
        let first = self.day.max(self.desk.context.today);
        let next = first.succ_opt().and_then(|day| calendar.next(day));
        let what = match self.asked.naar {
            None if !is_needed => return Ok(None),
            Some(day) if day > self.day && day >= self.desk.context.today && calendar.is_meeting(day) => {
                return Ok(Some(day));
            }
            None => "naar welke vergadering gaan de casussen? Er is niets geschreven.",
            Some(_) => "naar die dag kunnen de casussen niet. Er is niets geschreven.",
        };
        let error = ToolError::new(Kind::Usage, what);
        // What was typed as the reason is not repeated: it may name a family.
        Err(match next {
            Some(next) => {
                error.advise(format!("Geef dezelfde opdracht met --naar {next}: dat is {}.", day_in_words(next)))
            }
            None => error,
        })
    }
}

/// A reason says something.
fn some_reason(reason: &str) -> Result<(), ToolError> {
    if reason.trim().is_empty() {
        return Err(ToolError::new(Kind::Usage, "de reden is leeg. Er is niets geschreven."));
    }
    Ok(())
}

/// Puts a meeting outside the pattern in `regio.yaml`.
pub(super) fn extra(
    asked: &args::Vergadering,
    reason: &str,
    root: &Root,
    context: &Context,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    some_reason(reason)?;
    let day = asked.datum;
    let _turn = turn(root)?;
    let reading = read_meeting(&Folder::new(&root.path), day).map_err(|problem| no_region(problem, root, context))?;
    let desk = Desk::new(root, &reading.team.regio, context);
    if reading.calendar.is_meeting(day) {
        return Err(ToolError::new(Kind::Usage, "op die dag is al een vergadering. Er is niets geschreven."));
    }
    if day < context.today {
        return Err(ToolError::new(Kind::Usage, "die dag is al geweest. Er is niets geschreven."));
    }
    if reading.calendar.why_not(day) == Some(NoMeeting::Cancelled) {
        let error = ToolError::new(Kind::Refused, "de vergadering van die dag vervalt. Er is niets geschreven.")
            .because(format!("Zolang dat in {} staat, gaat zij niet door.", Slot::Vergadering(day).path()));
        let calendar = whole_calendar(&Folder::new(&root.path), &reading.team.regio);
        let error = match day.succ_opt().and_then(|day| calendar.next(day)) {
            Some(next) => error.try_command(
                paste::command(&format!("vergadering {next}"), context),
                format!("de volgende: {}", day_in_words(next)),
            ),
            None => error,
        };
        return Err(
            error.advise("Gaat zij toch door? Haal `vervalt` daar weg. Wat al naar een andere dag ging, blijft daar.")
        );
    }
    let was = desk.standing(&Slot::Regio)?.unwrap_or_default();
    let mut fields = vec![
        ("datum".to_owned(), Value::Text(day.to_string())),
        ("reden".to_owned(), Value::Text(reason.trim().to_owned())),
    ];
    let term = asked.inbreng_dagen.map(|days| ("inbreng_dagen".to_owned(), Value::Number(u64::from(days))));
    fields.extend(term);
    let refused = |cause: &str| {
        ToolError::new(Kind::Refused, "vt kan `extra` in regio.yaml niet aanvullen. Er is niets geschreven.")
            .because(cause.to_owned())
            .try_command(paste::command("check", context), "of er iets mis mee is")
    };
    let text = std::str::from_utf8(&was).map_err(|_| refused("Het bestand is geen gewone tekst."))?;
    let text = with_item(text, "extra", Value::Row(fields))
        .map_err(|_| refused("Wat er staat, is anders opgeschreven dan vt kan aanvullen."))?;
    let gated = gate_edited(text, &reading.team.regio)
        .map_err(|_| refused("In het bestand, of in je reden, staat iets wat een gezin kan noemen."))?;
    let at = At::of(&Slot::Regio).map_err(|_| refused("Er is geen plek voor."))?;
    let changes = [Change::Team(at, Act::Replace { was: Seen::of(&was), with: gated })];
    let said = vec![format!("Extra vergadering: {}. {}", day_in_words(day), escape::flat(reason))];
    desk.done(&changes, asked.droog, said, &[])
}
