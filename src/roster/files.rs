//! From the files of a team's folder to the instance of a year.
//!
//! What a roster says of a day that has been, is who sat; what it says of a day to come, is
//! what was sent out. Rosters of earlier years are history as a whole. A file names of a
//! shared seat the municipality that comes; the instance knows the seat alone.

use super::instance::{Afwezigheid, Instance, PoolDef, Toewijzing, Zetel};
use crate::calendar::{Calendar, NoMeeting};
use crate::model::{self, Groep, Regio};
use crate::store::{Team, name_as_file};
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeSet;

/// The largest number that an instance takes.
pub(super) const MOST: u32 = 1000;

/// The turns of a year from today on, with all that was before. The calendar is without
/// the meetings that were cancelled.
#[must_use]
pub fn instance_of(team: &Team, calendar: &Calendar, year: i32, today: NaiveDate) -> Instance {
    let mut instance = Instance {
        vergaderingen: calendar.meetings(year).into_iter().filter(|day| *day >= today).collect(),
        pools: pools(&team.regio),
        ..Instance::default()
    };
    instance.afwezig = absences(team, year);
    for (of, roster) in team.roosters.range(..=year) {
        let is_history = *of < year;
        for (day, groups) in &roster.beurten {
            let day = day.0;
            if day.year() != *of || calendar.why_not(day) == Some(NoMeeting::Cancelled) {
                continue;
            }
            let is_fact = is_history || day < today;
            let list = if is_fact { &mut instance.gehouden } else { &mut instance.gepubliceerd };
            for (group, names) in groups {
                list.extend(names.values().map(|name| turn(&team.regio, day, group, name)));
            }
        }
    }
    for swap in team.roosters.get(&year).into_iter().flat_map(|roster| roster.ruilingen.values()) {
        if let (Some(day), Some(group), Some(name)) = (swap.datum, &swap.groep, &swap.zetel)
            && day.0 >= today
        {
            instance.ruilingen.push(turn(&team.regio, day.0, group, name));
        }
    }
    instance
}

fn turn(regio: &Regio, datum: NaiveDate, group: &str, name: &str) -> Toewijzing {
    let pool = group.trim().to_owned();
    let seat = group_named(regio, group).and_then(|group| seat_of(regio, group, name, datum));
    let seat = seat.and_then(|seat| seat.naam.clone()).unwrap_or_else(|| name.trim().to_owned());
    Toewijzing { datum, pool, zetel: seat.trim().to_owned() }
}

/// The group of this name.
#[must_use]
pub fn group_named<'a>(regio: &'a Regio, name: &str) -> Option<&'a Groep> {
    regio.toerbeurt.values().find(|group| group.groep.as_deref().is_some_and(|own| own.trim() == name.trim()))
}

/// The seat of a group that is meant by its own name or by that of one of its municipalities.
#[must_use]
pub fn seat_of<'a>(regio: &Regio, group: &'a Groep, name: &str, day: NaiveDate) -> Option<&'a model::Zetel> {
    let is = |own: &str| regio.zelfde(own, name, day);
    let is_named = |seat: &&model::Zetel| seat.naam.as_deref().is_some_and(is);
    // Of a municipality that merged the seat of the other one may still stand there.
    let takes_part =
        |seat: &&model::Zetel| seat.vanaf.is_none_or(|from| from.0 <= day) && seat.tot.is_none_or(|to| day <= to.0);
    let seats = || group.zetels.values();
    let by_name = seats().filter(is_named).find(takes_part).or_else(|| seats().find(is_named));
    by_name.or_else(|| seats().find(|seat| seat.gemeenten.values().any(|own| is(own))))
}

/// What can't be a group or a seat is left out: that it stands there, is for `vt check`.
fn pools(regio: &Regio) -> Vec<PoolDef> {
    let mut groups = BTreeSet::new();
    let pools = regio.toerbeurt.values().filter_map(|group| {
        let naam = group.groep.as_deref()?.trim().to_owned();
        let mut seats = BTreeSet::new();
        let zetels = group.zetels.values().filter_map(|seat| {
            let naam = seat.naam.as_deref()?.trim().to_owned();
            let gewicht = seat.gewicht.unwrap_or(1).min(MOST);
            let (vanaf, tot) = (seat.vanaf.map(|day| day.0), seat.tot.map(|day| day.0));
            seats.insert(naam.clone()).then_some(Zetel { naam, gewicht, vanaf, tot })
        });
        let zetels = zetels.collect();
        let aantal = group.aantal.unwrap_or(1).clamp(1, MOST);
        groups.insert(naam.clone()).then_some(PoolDef { naam, aantal, zetels })
    });
    pools.collect()
}

/// First and last day, both included.
type Span = (NaiveDate, NaiveDate);

/// When each seat can't be taken: of a shared one when all its municipalities are away.
fn absences(team: &Team, year: i32) -> Vec<Afwezigheid> {
    let mut all = Vec::new();
    let mut seen = BTreeSet::new();
    for seat in team.regio.toerbeurt.values().flat_map(|group| group.zetels.values()) {
        let Some(naam) = seat.naam.as_deref().map(str::trim).filter(|naam| seen.insert(naam.to_owned())) else {
            continue;
        };
        let mut spans = away(team, naam, year);
        let each = seat.gemeenten.values().map(|own| away(team, own, year));
        spans.extend(each.reduce(|some, more| both(&some, &more)).unwrap_or_default());
        all.extend(spans.into_iter().map(|(van, tot)| Afwezigheid { zetel: naam.to_owned(), van, tot }));
    }
    all
}

/// The days on which both are away.
fn both(some: &[Span], more: &[Span]) -> Vec<Span> {
    let pairs = some.iter().flat_map(|one| more.iter().map(move |other| (one.0.max(other.0), one.1.min(other.1))));
    pairs.filter(|(from, to)| from <= to).collect()
}

/// When an organisation wrote that it can't come. One end may be open.
fn away(team: &Team, name: &str, year: i32) -> Vec<Span> {
    let day = NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default();
    let file = team.afwezigheid.get(&name_as_file(team.regio.naam_van(name, day)));
    let spans = file.into_iter().flat_map(|file| file.afwezig.values());
    let spans = spans.filter(|span| span.van.is_some() || span.tot.is_some());
    let spans =
        spans.map(|span| (span.van.map_or(NaiveDate::MIN, |day| day.0), span.tot.map_or(NaiveDate::MAX, |day| day.0)));
    spans.collect()
}

/// Whether an organisation wrote that it can't come on this day.
pub(super) fn is_away(team: &Team, name: &str, day: NaiveDate) -> bool {
    away(team, name, day.year()).into_iter().any(|(from, to)| from <= day && day <= to)
}
