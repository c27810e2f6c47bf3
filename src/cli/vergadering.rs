//! `vt vergadering`: what is otherwise in one meeting than in the region, and who was there.

use super::aanwezig::present;
use super::context::Context;
use super::desk::{Desk, Written, professional};
use super::error::{Kind, ToolError};
use super::keyboard::typed;
use super::meeting::Asked;
use super::prompt::Prompt;
use super::{Answer, args, paste};
use crate::agenda::Agenda;
use crate::calendar::words::day_in_words;
use crate::model::{Afgemeld, Datum, Kloktijd, TafelRol, Vergadering, Vervalt, Verwacht, VerwachtWaarom};
use crate::output::{escape, meeting_text, show_agenda};
use crate::pseudo::{TeamFile, gate_edited};
use crate::route::{Stand, zaken};
use crate::rules::{MeetingRead, read_meeting, whole_calendar};
use crate::store::{Act, At, CaseFile, Change, Folder, Root, Seen, Slot};
use crate::work::merge::{Merge, with_item};
use crate::yaml::Value;
use chrono::NaiveDate;

/// Runs the command.
pub fn run(asked: &args::Vergadering, context: &Context) -> anyhow::Result<Answer> {
    let mut prompt = typed();
    let prompt = prompt.as_mut().map(|prompt| prompt as &mut dyn Prompt);
    let root = context.team("vt vergadering DATUM")?;
    if let Some(reason) = &asked.extra {
        return Ok(extra(asked, reason, &root, context)?);
    }
    let offer = |day| paste::command(&format!("vergadering {day}"), context);
    let (day, mut reading) = Asked { root: &root, context, offer: &offer }.on(asked.datum)?;
    reading.calendar = whole_calendar(&Folder::new(&root.path), &reading.team.regio);
    let desk = Desk::new(&root, &reading.team.regio, context);
    let meeting = Meeting { asked, day, reading: &reading, desk: &desk };
    if asked.aanwezig {
        context.by_the_clock()?;
        return Ok(present(&desk, &reading, day, asked, prompt)?);
    }
    if let Some(reason) = &asked.vervalt {
        context.by_the_clock()?;
        return Ok(meeting.cancelled(reason, prompt)?);
    }
    let change = meeting.change()?;
    let Some(change) = change else {
        let shown = show_agenda(Agenda::of(&reading, day), &reading.team);
        let mut answer = Answer::default();
        meeting_text(&shown, &context.screen, &mut answer.stdout)?;
        return Ok(answer);
    };
    context.by_the_clock()?;
    let how = Merge { appended: &["afgemeld"], ..Merge::default() };
    let written = desk.file(&Slot::Vergadering(day), &TeamFile::from(&change), &how, prompt)?;
    let change = match written {
        Written::Change(change) => change,
        Written::Stopped(answer) => return Ok(answer),
    };
    let next = paste::command(&format!("agenda {day}"), context);
    let said = vec![format!("Opgeschreven bij {}.", day_in_words(day))];
    let next = [(next, "de agenda, en wie er nu komt".to_owned())];
    Ok(desk.done(&change.into_iter().collect::<Vec<_>>(), asked.droog, said, &next)?)
}

/// One meeting that is changed.
struct Meeting<'a> {
    asked: &'a args::Vergadering,
    day: NaiveDate,
    reading: &'a MeetingRead,
    desk: &'a Desk<'a>,
}

impl Meeting<'_> {
    /// What is asked to be otherwise; nothing when nothing is.
    fn change(&self) -> Result<Option<Vergadering>, ToolError> {
        let args::Vergadering { begin, eind, locatie, afmelden, vervanger, .. } = self.asked;
        let own = self.reading.team.meetings.get(&self.day).and_then(|meeting| meeting.vergadering.as_ref());
        let pattern = self.reading.team.regio.vergaderpatroon.as_ref();
        let from = begin.or(own.and_then(|own| own.begin)).or(pattern.and_then(|pattern| pattern.begin));
        let to = eind.or(own.and_then(|own| own.eind)).or(pattern.and_then(|pattern| pattern.eind));
        if (begin.is_some() || eind.is_some()) && from.zip(to).is_some_and(|(from, to)| to.0 <= from.0) {
            return Err(ToolError::new(Kind::Usage, "het eind ligt niet na het begin. Er is niets geschreven.")
                .advise("Geef --begin en --eind samen, zoals --begin 13:00 --eind 16:00."));
        }
        let away = afmelden.as_deref().map(|who| self.away(who, vervanger.as_deref())).transpose()?;
        if begin.is_none() && eind.is_none() && locatie.is_none() && away.is_none() {
            return Ok(None);
        }
        let known = |one: &Afgemeld| {
            let listed = own.into_iter().flat_map(|own| own.afgemeld.values());
            listed.into_iter().any(|own| {
                let name = |one: &Afgemeld| one.organisatie.as_deref().map(str::to_lowercase);
                let same = (own.rol, &own.casus) == (one.rol, &one.casus) && name(own) == name(one);
                same && (one.vervanger.is_none() || own.vervanger.is_some())
            })
        };
        let away = away.filter(|one| !known(one));
        Ok(Some(Vergadering {
            begin: *begin,
            eind: *eind,
            locatie: locatie.clone(),
            afgemeld: away.into_iter().collect(),
            ..Vergadering::default()
        }))
    }

    /// Who is away, in which role, with who comes instead.
    fn away(&self, who: &str, instead: Option<&str>) -> Result<Afgemeld, ToolError> {
        let regio = &self.reading.team.regio;
        let vervanger = instead.map(professional).transpose()?;
        if let Some(casus) = &self.asked.casus {
            if !who.eq_ignore_ascii_case("inbrenger") {
                return Err(ToolError::new(
                    Kind::Usage,
                    "`--casus` hoort bij --afmelden inbrenger. Er is niets geschreven.",
                )
                .advise("Laat --casus weg om een organisatie af te melden."));
            }
            let casus = super::case::casus(casus)?;
            if self.reading.team.case(self.day, casus).is_none() {
                return Err(ToolError::new(Kind::Absent, "deze casus staat niet in die vergadering."));
            }
            let rol = Some(TafelRol::Inbrenger);
            return Ok(Afgemeld { rol, organisatie: None, casus: Some(casus.to_string()), vervanger });
        }
        let tafel = Agenda::of(self.reading, self.day).tafel;
        let mut roles: Vec<(TafelRol, String)> = Vec::new();
        for plaats in &tafel.plaatsen {
            let Some(name) = plaats.organisatie.as_deref().filter(|name| regio.zelfde(name, who, self.day)) else {
                continue;
            };
            if plaats.rol != TafelRol::Inbrenger && !roles.iter().any(|(rol, _)| *rol == plaats.rol) {
                roles.push((plaats.rol, name.to_owned()));
            }
        }
        let asked = self.asked.rol;
        match (asked, roles.as_slice()) {
            (Some(rol), roles) if roles.iter().any(|(own, _)| *own == rol) => {
                let name = roles.iter().find(|(own, _)| *own == rol).map(|(_, name)| name.clone());
                Ok(Afgemeld { rol: Some(rol), organisatie: name, casus: None, vervanger })
            }
            (None, [(rol, name)]) => {
                Ok(Afgemeld { rol: Some(*rol), organisatie: Some(name.clone()), casus: None, vervanger })
            }
            (_, []) => Err(ToolError::new(Kind::Absent, "die komt niet bij deze vergadering. Er is niets geschreven.")
                .try_command(paste::command(&format!("agenda {}", self.day), self.desk.context), "wie er komt")
                .advise("Is een inbrenger er niet? Geef --afmelden inbrenger --casus met het pseudoniem.")),
            (_, roles) => {
                let words: Vec<&str> = roles.iter().map(|(rol, _)| rol.sleutel()).collect();
                Err(ToolError::new(Kind::Usage, "deze organisatie komt in meer dan één rol. Er is niets geschreven.")
                    .advise(format!("Geef erbij welke: --rol {}.", words.join(" of --rol "))))
            }
        }
    }

    /// Cancels the meeting: first its cases are expected in the new one.
    fn cancelled(&self, reason: &str, prompt: Option<&mut dyn Prompt>) -> Result<Answer, ToolError> {
        some_reason(reason)?;
        let moving: Vec<_> = zaken(&self.reading.team, self.day)
            .into_iter()
            .filter(|zaak| matches!(zaak.stand, Stand::Verwacht | Stand::Ingebracht | Stand::Geagendeerd))
            .map(|zaak| zaak.casus)
            .collect();
        if zaken(&self.reading.team, self.day).iter().any(|zaak| zaak.stand == Stand::Besproken) {
            return Err(ToolError::new(
                Kind::Refused,
                "in deze vergadering is al een casus besproken. Er is niets geschreven.",
            ));
        }
        let naar = self.to(!moving.is_empty())?;
        let mut changes: Vec<Change> = Vec::new();
        if let Some(to) = naar {
            let there = read_meeting(&Folder::new(&self.desk.root.path), to)
                .map_err(|_| ToolError::new(Kind::Io, "vt kan de nieuwe vergadering niet lezen."))?;
            for casus in
                moving.iter().filter(|casus| there.team.case(to, **casus).is_none_or(|case| case.kaart.is_none()))
            {
                let file = Verwacht {
                    waarom: Some(VerwachtWaarom::Uitgesteld),
                    van: Some(Datum(self.day)),
                    ..Verwacht::default()
                };
                let slot = Slot::Case(to, *casus, CaseFile::Verwacht);
                match self.desk.file(&slot, &TeamFile::from(&file), &Merge::default(), None)? {
                    Written::Change(change) => changes.extend(change),
                    Written::Stopped(answer) => return Ok(answer),
                }
            }
        }
        let vervalt = Vervalt { reden: Some(reason.to_owned()), naar: naar.map(Datum) };
        let file = Vergadering { vervalt: Some(vervalt), ..Vergadering::default() };
        match self.desk.file(&Slot::Vergadering(self.day), &TeamFile::from(&file), &Merge::default(), prompt)? {
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
        let mut error = ToolError::new(Kind::Usage, what);
        if let Some(next) = next {
            let command = format!("vergadering {} --vervalt REDEN --naar {next}", self.day);
            error = error.try_command(paste::command(&command, self.desk.context), day_in_words(next));
        }
        Err(error)
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
fn extra(asked: &args::Vergadering, reason: &str, root: &Root, context: &Context) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    some_reason(reason)?;
    let day = asked.datum;
    let reading = read_meeting(&Folder::new(&root.path), day)
        .map_err(|problem| super::meeting::no_region(problem, root, context))?;
    let desk = Desk::new(root, &reading.team.regio, context);
    if reading.calendar.is_meeting(day) {
        return Err(ToolError::new(Kind::Usage, "op die dag is al een vergadering. Er is niets geschreven."));
    }
    if day < context.today {
        return Err(ToolError::new(Kind::Usage, "die dag is al geweest. Er is niets geschreven."));
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

/// A time of the clock, as a person types it.
pub fn clock(text: &str) -> Result<Kloktijd, &'static str> {
    text.parse().map_err(|_| "geen tijd")
}
