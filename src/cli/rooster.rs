//! `vt rooster`: the fairest turns of a year, from the folder alone.

mod whatif;
mod write;

use super::args::{self, RoosterFormaat};
use super::context::Context;
use super::error::{Kind, ToolError};
use super::write::turn;
use super::{Answer, paste};
use crate::calendar::{Year, words};
use crate::model::Groep;
use crate::output::{
    Veil, escape, rooster_csv, rooster_fair, rooster_ics, rooster_json, rooster_text, rooster_why, show_rooster,
    show_year,
};
use crate::roster::{Groepsrooster, Herkomst, Instance, Jaarrooster, Scheef, group_named, instance_of, seat_of};
use crate::rules::{MeetingRead, read_year};
use crate::store::{Folder, Root};
use chrono::{Datelike, NaiveDate};
use std::path::Path;
use whatif::what_if;
use write::{absent, publish, trade};

/// What a roster is made from, and the roster.
pub struct Planned<'a> {
    /// The team's folder.
    pub root: &'a Root,
    /// What surrounds the command.
    pub context: &'a Context,
    /// What was read.
    pub reading: &'a MeetingRead,
    /// The year.
    pub jaar: i32,
    /// From which day on what was published no longer binds.
    pub opnieuw: Option<Anew>,
}

/// From which day on turns that were published no longer bind, and of which group.
pub struct Anew {
    day: NaiveDate,
    group: Option<String>,
}

/// Runs the command.
pub fn run(asked: &args::Rooster, context: &Context) -> anyhow::Result<Answer> {
    let root = context.team("vt rooster")?;
    let jaar = year(asked, context)?;
    if asked.opnieuw_vanaf.is_some() && asked.formaat == RoosterFormaat::Ics {
        return Err(ToolError::new(Kind::Usage, "een rooster dat nog niet vastligt, hoort in geen agenda.")
            .because("Met --opnieuw-vanaf staan er andere beurten dan er verstuurd zijn.")
            .advise("Leg het eerst vast met --vastleggen.")
            .into());
    }
    let writes = asked.vastleggen || !asked.ruil.is_empty() || asked.afwezig.is_some();
    let _turn = writes.then(|| turn(&root)).transpose()?;
    let reading = read(&root, context, jaar)?;
    let planned = Planned { root: &root, context, reading: &reading, jaar, opnieuw: None };
    let planned = Planned { opnieuw: planned.anew(asked)?, ..planned };
    if asked.vastleggen {
        return Ok(publish(&planned, asked.droog)?);
    }
    if !asked.ruil.is_empty() {
        return Ok(trade(&planned, asked)?);
    }
    if let Some(organisation) = &asked.afwezig {
        let span = (asked.van.unwrap_or(context.today), asked.tot.unwrap_or(context.today));
        return Ok(absent(&planned, organisation, span, asked.droog)?);
    }
    if !asked.stel_dat.is_empty() {
        return what_if(&planned, &asked.stel_dat);
    }
    let rooster = planned.rooster()?;
    if let Some(day) = asked.waarom {
        planned.is_meeting(&rooster, day, &[], |day| format!("rooster --waarom {day}"))?;
    }
    let next = planned.next(&rooster);
    let of = asked.voor.as_deref().map(|name| planned.comer(name)).transpose()?;
    if of.is_some() && asked.formaat != RoosterFormaat::Ics {
        return Err(ToolError::new(Kind::Usage, "`--voor` hoort bij `--formaat ics`.").into());
    }
    let shown = show_rooster(rooster, &reading.team);
    let mut answer = Answer::default();
    let out = &mut answer.stdout;
    match (asked.waarom, asked.eerlijkheid, asked.formaat) {
        (Some(day), ..) => rooster_why(&shown, day, &context.screen, out)?,
        (_, true, _) => rooster_fair(&shown, &context.screen, out)?,
        (.., RoosterFormaat::Tekst) => rooster_text(&shown, &context.screen, context.quiet, &next, out)?,
        (.., RoosterFormaat::Json) => rooster_json(&shown, out)?,
        (.., RoosterFormaat::Csv) => rooster_csv(&shown, out)?,
        (.., RoosterFormaat::Ics) => {
            let files = reading.team.meetings.into_iter();
            let files = files.filter_map(|(day, meeting)| Some((day, meeting.vergadering?))).collect();
            let region = &reading.team.regio;
            let year = show_year(Year::of(region, &files, jaar, context.today), region);
            out.extend(rooster_ics(&shown, &year, of.as_deref(), context.now.0.to_utc()).into_bytes());
        }
    }
    Ok(answer)
}

/// The year that the days are in that were asked about, else the year itself.
fn year(asked: &args::Rooster, context: &Context) -> Result<i32, ToolError> {
    let day = asked.waarom.or(asked.ruil.first().copied()).or(asked.van).or(asked.opnieuw_vanaf);
    match (day.map(|day| day.year()), asked.jaar) {
        (Some(of), Some(year)) if of != year => {
            Err(ToolError::new(Kind::Usage, "het jaar en de dag horen niet bij elkaar. Er is niets geschreven.")
                .advise("Laat het jaar weg, of geef een dag in dat jaar."))
        }
        (of, year) => Ok(of.or(year).unwrap_or(context.today.year())),
    }
}

/// Reads what the turns follow from. A roster from half of the files would be another one.
fn read(root: &Root, context: &Context, jaar: i32) -> Result<MeetingRead, ToolError> {
    let check = || {
        let folder = paste::quoted(Path::new(&context.named(&root.path)));
        format!("vt check {folder}")
    };
    let reading = read_year(&Folder::new(&root.path), jaar).map_err(|_| {
        ToolError::new(Kind::Io, "vt kan de regio van deze teammap niet lezen.")
            .because("vt kan regio.yaml niet openen, of begrijpt niet wat er staat.")
            .try_command(check(), "wat er mis is, en waar")
    })?;
    if reading.unreadable.is_empty() {
        return Ok(reading);
    }
    let kinds = [("rooster/", "het rooster"), ("afwezigheid/", "de afwezigheid")];
    let file = &reading.unreadable[0].file;
    let what = kinds.iter().find(|(start, _)| file.starts_with(start)).map_or("een vergadering", |(_, name)| name);
    Err(ToolError::new(Kind::Io, format!("vt kan {what} niet helemaal lezen."))
        .because("Met een deel van de bestanden zou er een ander rooster uitkomen.")
        .try_command(check(), "wat er mis is, en waar"))
}

impl Planned<'_> {
    /// What is to be divided.
    pub fn instance(&self) -> Instance {
        let MeetingRead { team, calendar, .. } = self.reading;
        let mut instance = instance_of(team, calendar, self.jaar, self.context.today);
        if let Some(Anew { day, group }) = &self.opnieuw {
            instance.forget_published(*day, group.as_deref());
        }
        instance
    }

    /// The group of this name.
    pub fn group(&self, name: &str) -> Result<&Groep, ToolError> {
        let regio = &self.reading.team.regio;
        group_named(regio, name).ok_or_else(|| {
            let names = self.shown(regio.toerbeurt.values().filter_map(|group| group.groep.as_deref()));
            ToolError::new(Kind::Absent, "deze groep staat niet in regio.yaml.")
                .because(format!("De groepen zijn: {}.", names.join(", ")))
        })
    }

    /// Names of groups, seats and organisations as they may be seen, as on the roster itself.
    pub fn shown<'n>(&self, names: impl Iterator<Item = &'n str>) -> Vec<String> {
        let veil = Veil::new(&self.reading.team.regio);
        names.map(|name| escape::flat(&veil.name(name.trim()))).collect()
    }

    /// The municipalities that share the seat of this name.
    pub fn shared(&self, name: &str, day: NaiveDate) -> Option<String> {
        let regio = &self.reading.team.regio;
        let seat = regio.toerbeurt.values().find_map(|group| seat_of(regio, group, name, day))?;
        let names = self.shown(seat.gemeenten.values().map(String::as_str));
        (!names.is_empty()).then(|| names.join(" en "))
    }

    /// What is asked to be planned anew.
    fn anew(&self, asked: &args::Rooster) -> Result<Option<Anew>, ToolError> {
        let Some(day) = asked.opnieuw_vanaf else {
            return match asked.groep {
                Some(_) if asked.ruil.is_empty() => {
                    Err(ToolError::new(Kind::Usage, "`--groep` hoort bij `--ruil` of `--opnieuw-vanaf`.")
                        .try_command("vt rooster --help", "met voorbeelden"))
                }
                _ => Ok(None),
            };
        };
        let group = asked.groep.as_deref().map(|name| self.group(name)).transpose()?;
        let group = group.and_then(|group| Some(group.groep.as_deref()?.trim().to_owned()));
        Ok(Some(Anew { day, group }))
    }

    /// How the rest of the year can be planned anew, when someone comes off badly by what was
    /// published: from the first meeting whose agenda is not being made yet, and on which who is
    /// new takes part.
    pub fn way_out(&self, rooster: &Jaarrooster) -> Option<String> {
        let skewed: Vec<_> = rooster.groepen.iter().filter(|groep| rooster.scheef(groep).next().is_some()).collect();
        let group = match skewed.as_slice() {
            [] => return None,
            [one] => format!(" --groep {}", paste::quoted(Path::new(&one.plan.naam))),
            _ => String::new(),
        };
        let seats = |groep: &Groepsrooster| {
            let new = rooster.scheef(groep).filter(|(_, why)| *why == Scheef::NietInRooster);
            let pool = rooster.instance.pools.iter().find(|pool| pool.naam == groep.plan.naam);
            let seats = pool.map(|pool| pool.zetels.as_slice()).unwrap_or_default();
            new.filter_map(|(new, _)| seats.iter().find(|seat| seat.naam == new.naam)?.vanaf).min()
        };
        let joins = skewed.iter().filter_map(|groep| seats(groep)).min();
        let calendar = &self.reading.calendar;
        let mut planned: Vec<NaiveDate> = rooster.instance.vergaderingen.clone();
        planned.sort_unstable();
        let day =
            planned.into_iter().find(|day| calendar.last_day(*day) > self.context.today && Some(*day) >= joins)?;
        Some(format!(" --opnieuw-vanaf {day}{group}"))
    }

    /// The commands to offer under a roster.
    fn next(&self, rooster: &Jaarrooster) -> Vec<(String, String)> {
        let offer = |rest: &str, why: &str| {
            (paste::command(&format!("rooster {}{rest}", self.jaar), self.context), why.to_owned())
        };
        let mut next = Vec::new();
        let turns = || rooster.groepen.iter().flat_map(|groep| &groep.beurten).flat_map(|komst| &komst.wie);
        let frees = rooster.groepen.iter().flat_map(|groep| &groep.vervallen).any(|gone| gone.staat_er_nog);
        if frees || turns().any(|zit| zit.herkomst == Herkomst::Nieuw) {
            let again = self.opnieuw.as_ref().map(|Anew { day, group }| {
                let group = group.as_ref().map(|name| format!(" --groep {}", paste::quoted(Path::new(name))));
                format!(" --opnieuw-vanaf {day}{}", group.unwrap_or_default())
            });
            let again = again.unwrap_or_default();
            next.push(offer(&format!("{again} --vastleggen"), "legt deze beurten vast"));
        }
        if let Some(anew) = self.way_out(rooster) {
            next.push(offer(&anew, "toont het rooster als de rest opnieuw verdeeld wordt"));
        }
        next
    }

    /// Who is meant by a name, among those who come by turns.
    fn comer(&self, name: &str) -> Result<String, ToolError> {
        let regio = &self.reading.team.regio;
        let day = NaiveDate::from_ymd_opt(self.jaar, 1, 1).unwrap_or_default();
        let groups = || regio.toerbeurt.values();
        if let Some(seat) = groups().find_map(|group| seat_of(regio, group, name, day)) {
            let shared = seat.gemeenten.values().find(|own| regio.zelfde(own, name, day));
            let own = shared.map(|own| regio.naam_van(own, day)).or(seat.naam.as_deref()).unwrap_or_default();
            return Ok(own.trim().to_owned());
        }
        let seats = groups().flat_map(|group| group.zetels.values());
        let names = self.shown(seats.filter_map(|seat| seat.naam.as_deref()));
        Err(ToolError::new(Kind::Absent, "deze organisatie komt niet bij toerbeurt.")
            .because(format!("Bij toerbeurt komen: {}.", names.join(", "))))
    }

    /// The roster of the year.
    pub fn rooster(&self) -> Result<Jaarrooster, ToolError> {
        let rooster = Jaarrooster::solved(&self.reading.team, self.instance(), self.jaar);
        if rooster.groepen.is_empty() {
            return Err(ToolError::new(Kind::Absent, "er zijn geen zetels bij toerbeurt.")
                .because("In regio.yaml staat bij `toerbeurt` geen groep.")
                .advise("Zet in regio.yaml bij `toerbeurt` de groepen met hun zetels."));
        }
        let has_day = rooster.groepen.iter().any(|groep| !groep.beurten.is_empty());
        if !has_day {
            return Err(ToolError::new(Kind::Absent, "in dat jaar is er geen vergadering om te verdelen.")
                .because("Uit `vergaderpatroon` en `extra` in regio.yaml volgt geen dag, of het jaar is voorbij.")
                .advise("Kijk het jaar na, of zet bij `vergaderpatroon` op welke dag jullie vergaderen."));
        }
        Ok(rooster)
    }

    /// Whether there is a meeting in the roster on this day; of the days that were asked for none
    /// is offered in its place.
    pub fn is_meeting(
        &self,
        rooster: &Jaarrooster,
        day: NaiveDate,
        asked: &[NaiveDate],
        offer: impl Fn(NaiveDate) -> String,
    ) -> Result<(), ToolError> {
        let in_roster = rooster.groepen.iter().flat_map(|groep| &groep.beurten).any(|komst| komst.datum == day);
        if in_roster || self.reading.calendar.is_meeting(day) {
            return Ok(());
        }
        let mut error = ToolError::new(Kind::Absent, "op die dag is geen vergadering.");
        for near in self.reading.calendar.nearest(day).into_iter().filter(|near| !asked.contains(near)) {
            error = error.try_command(paste::command(&offer(near), self.context), words::day_in_words(near));
        }
        Err(error)
    }
}
