//! `vt agenda`: the agenda of a meeting, from the folder alone, and noting that it was sent.

use super::args::{self, Formaat};
use super::context::Context;
use super::desk::{Desk, Written};
use super::error::{Kind, ToolError};
use super::meeting::Asked;
use super::write::turn;
use super::{Answer, paste};
use crate::agenda::{Agenda, WaaromNiet};
use crate::calendar::words::day_in_words;
use crate::model::{Casus, Verzonden};
use crate::output::{agenda_json, agenda_text, escape, show_agenda};
use crate::pseudo::TeamFile;
use crate::rules::{MeetingRead, whole_calendar};
use crate::store::{Folder, Root, Slot};
use crate::work::merge::Merge;
use crate::work::verzonden::verzonden;
use crate::yaml::parse;
use chrono::NaiveDate;

/// Runs the command.
pub fn run(agenda: &args::Agenda, context: &Context) -> anyhow::Result<Answer> {
    let root = context.team("vt agenda")?;
    let _turn = agenda.verzonden.then(|| turn(&root)).transpose()?;
    let offer = |day| paste::command(&format!("agenda {day}"), context);
    let asked = Asked { root: &root, context, offer: &offer };
    let (day, reading) = match agenda.datum {
        Some(day) => asked.on(day)?,
        None => asked.next(|_, _| true)?,
    };
    if agenda.verzonden {
        return Ok(sent(agenda, context, &root, &reading, day)?);
    }
    let mut made = Agenda::of(&reading, day);
    if let Some(who) = &agenda.voor
        && !made.keep_for(who, &reading.team.regio)
    {
        return Err(nobody(show_agenda(made, &reading.team).agenda()).into());
    }
    let mut answer = Answer { status: u8::from(!made.niet_gelezen.is_empty()), ..Answer::default() };
    let made = show_agenda(made, &reading.team);
    match agenda.formaat {
        Formaat::Tekst => agenda_text(&made, &context.screen, &mut answer.stdout)?,
        Formaat::Json => agenda_json(&made, &mut answer.stdout)?,
    }
    Ok(answer)
}

/// Who comes as far as it may be seen, for one who typed another name.
fn nobody(agenda: &Agenda) -> ToolError {
    let mut names: Vec<String> = Vec::new();
    for name in agenda.tafel.plaatsen.iter().filter_map(|plaats| plaats.organisatie.as_deref()) {
        let name = escape::flat(name);
        if !names.contains(&name) {
            names.push(name);
        }
    }
    ToolError::new(Kind::Absent, "die komt niet bij deze vergadering.")
        .because(format!("Aan tafel komen: {}.", names.join(", ")))
        .advise("Geef achter --voor een organisatie of een naam zoals op de agenda.")
}

/// `--verzonden`: notes to whom the agenda was sent, and with which version of each card.
fn sent(
    asked: &args::Agenda,
    context: &Context,
    root: &Root,
    reading: &MeetingRead,
    day: NaiveDate,
) -> Result<Answer, ToolError> {
    context.by_the_clock()?;
    if day < context.today {
        return Err(ToolError::new(Kind::Refused, "deze vergadering is geweest. Er is niets geschreven.")
            .because("Wat er toen is verstuurd, blijft staan zoals het er staat.")
            .try_command(paste::command(&format!("agenda {day}"), context), "de agenda van toen"));
    }
    let made = Agenda::of(reading, day);
    if !made.niet_gelezen.is_empty() {
        return Err(ToolError::new(
            Kind::Refused,
            "een deel van deze vergadering is niet te lezen. Er is niets geschreven.",
        )
        .try_command(paste::command(&format!("agenda {day}"), context), "wat er niet te lezen is"));
    }
    if let Some(error) = undecided(&made, reading, root, context) {
        return Err(error);
    }
    let regio = &reading.team.regio;
    let mut aan = Vec::new();
    for name in &asked.aan {
        let known = regio.bekend(name, day).map(|known| known.naam.to_owned());
        let at_table = || made.tafel.plaatsen.iter().filter_map(|plaats| plaats.organisatie.clone());
        let found = known.or_else(|| at_table().find(|own| regio.zelfde(own, name, day)));
        aan.push(found.ok_or_else(|| {
            ToolError::new(Kind::Absent, "deze organisatie kent vt niet. Er is niets geschreven.")
                .advise("Schrijf haar naam zoals in regio.yaml of op de agenda.")
        })?);
    }
    let desk = Desk::new(root, regio, context);
    let slot = Slot::Verzonden(day);
    // Read once: what is added to is what the change takes the place of.
    let was = desk.standing(&slot)?;
    let before: Option<Verzonden> = was.as_deref().and_then(|was| parse(was).ok()?.read().0);
    let file = verzonden(&made, &reading.team, before.as_ref(), context.now, aan);
    let is_added = file.op.is_none();
    let to = file.aan.values().map(|name| escape::flat(name)).collect::<Vec<_>>().join(", ");
    let how = Merge { appended: if is_added { &["aan"] } else { &["eerder"] }, ..Merge::default() };
    let change = match desk.file_over(&slot, was, &TeamFile::from(&file), &how)? {
        Written::Change(change) => change,
        Written::Stopped(answer) => return Ok(answer),
    };
    let also = if is_added { "ook " } else { "" };
    let mut said = vec![format!("Vastgelegd: jij hebt de agenda van {} {also}verstuurd aan {to}.", day_in_words(day))];
    if !file.eerder.is_empty() {
        said.push("Wat je eerder verstuurde, met andere kaarten, blijft daarnaast staan.".to_owned());
    }
    said.push("vt verstuurt zelf niets.".to_owned());
    desk.done(&change.into_iter().collect::<Vec<_>>(), asked.droog, said, &[])
}

/// Why an agenda can't be sent yet: the chair still has to decide on a case. A monitor whose
/// inbrenger is away can only go to another day.
fn undecided(made: &Agenda, reading: &MeetingRead, root: &Root, context: &Context) -> Option<ToolError> {
    let first = made.te_besluiten.first()?;
    let day = made.day;
    let named = |cases: &[Casus]| cases.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let is_alone = |casus: &Casus| {
        let mut outside = made.niet_besproken.iter();
        outside.any(|entry| {
            let alone = entry.waarom == WaaromNiet::InbrengerAfwezig || entry.ook_inbrenger_afwezig;
            entry.casus == *casus && alone
        })
    };
    let (alone, open): (Vec<Casus>, Vec<Casus>) = made.te_besluiten.iter().copied().partition(is_alone);
    if let Some(casus) = open.first() {
        let command = paste::command(&format!("besluit {casus} --vergadering {day}"), context);
        return Some(
            ToolError::new(Kind::Refused, "over een casus is nog niet besloten. Er is niets geschreven.")
                .because(format!("Te besluiten: {}.", named(&made.te_besluiten)))
                .try_command(command, "het eerste besluit"),
        );
    }
    let what = "de inbrenger van een monitor kan niet. Die casus wordt niet besproken (NAZ02). Er is niets geschreven.";
    let error = ToolError::new(Kind::Refused, what).because(format!("Het gaat om {}.", named(&alone)));
    let calendar = whole_calendar(&Folder::new(&root.path), &reading.team.regio);
    let next = day.max(context.today).succ_opt().and_then(|day| calendar.next(day));
    let error = match next {
        Some(next) => error.try_command(
            paste::command(&format!("besluit {first} --vergadering {day} --uitstellen {next}"), context),
            format!("naar {}", day_in_words(next)),
        ),
        None => error,
    };
    let back = format!("vergadering {day} --aanmelden inbrenger --casus {first}");
    Some(error.try_command(paste::command(&back, context), "als de inbrenger toch kan"))
}
