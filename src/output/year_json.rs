//! A year as JSON: a contract for scripts. Every key is always there and the order is fixed;
//! new keys may come, nothing is renamed or dropped.

use super::{ShownYear, escape};
use crate::calendar::{Meeting, school_holidays_known};
use crate::model::MomentSoort;
use chrono::NaiveTime;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Root<'a> {
    versie: u8,
    regio: &'a str,
    jaar: i32,
    vergaderingen: Vec<Vergadering<'a>>,
    feestdagen: Vec<Feestdag>,
    vakanties: Vec<Vakantie<'a>>,
    schoolvakanties: Vec<Vakantie<'a>>,
    schoolvakanties_bekend: Bekend,
    momenten: Vec<Moment<'a>>,
    nog_te_plannen: Vec<TePlannen>,
}

#[derive(Serialize)]
struct Vergadering<'a> {
    datum: String,
    inbrengen_tot_en_met: String,
    begin: Option<String>,
    eind: Option<String>,
    locatie: Option<&'a str>,
    extra: bool,
    reden: Option<&'a str>,
    vervalt: Option<Vervalt<'a>>,
}

#[derive(Serialize)]
struct Vervalt<'a> {
    reden: Option<&'a str>,
    naar: Option<String>,
}

#[derive(Serialize)]
struct Feestdag {
    datum: String,
    naam: &'static str,
}

#[derive(Serialize)]
struct Vakantie<'a> {
    naam: &'a str,
    van: String,
    tot: String,
}

#[derive(Serialize)]
struct Bekend {
    van: String,
    tot: String,
}

#[derive(Serialize)]
struct Moment<'a> {
    soort: MomentSoort,
    datum: String,
    titel: Option<&'a str>,
    voorstel: bool,
}

#[derive(Serialize)]
struct TePlannen {
    soort: MomentSoort,
    aantal: usize,
}

/// Writes a year for scripts.
pub fn year_json(shown: &ShownYear, out: &mut impl Write) -> io::Result<()> {
    let year = shown.year();
    let (from, to) = school_holidays_known();
    let root = Root {
        versie: 1,
        regio: &year.regio,
        jaar: year.year,
        vergaderingen: year.meetings.iter().map(meeting).collect(),
        feestdagen: year
            .holidays
            .iter()
            .map(|holiday| Feestdag { datum: holiday.day.to_string(), naam: holiday.name })
            .collect(),
        vakanties: year
            .vacations
            .iter()
            .map(|vacation| Vakantie {
                naam: &vacation.name,
                van: vacation.from.to_string(),
                tot: vacation.to.to_string(),
            })
            .collect(),
        schoolvakanties: year
            .school
            .iter()
            .map(|holiday| Vakantie { naam: holiday.name, van: holiday.from.to_string(), tot: holiday.to.to_string() })
            .collect(),
        schoolvakanties_bekend: Bekend { van: from.to_string(), tot: to.to_string() },
        momenten: year
            .moments
            .iter()
            .map(|planned| Moment {
                soort: planned.soort,
                datum: planned.day.to_string(),
                titel: planned.titel.as_deref(),
                voorstel: planned.is_proposal,
            })
            .collect(),
        nog_te_plannen: year
            .to_plan
            .iter()
            .map(|(soort, aantal)| TePlannen { soort: *soort, aantal: *aantal })
            .collect(),
    };
    let json = serde_json::to_string_pretty(&root).map_err(io::Error::other)?;
    writeln!(out, "{}", escape::json(&json))
}

fn meeting(meeting: &Meeting) -> Vergadering<'_> {
    let time = |time: Option<NaiveTime>| time.map(|time| time.format("%H:%M").to_string());
    Vergadering {
        datum: meeting.day.to_string(),
        inbrengen_tot_en_met: meeting.last_day.to_string(),
        begin: time(meeting.begin),
        eind: time(meeting.end),
        locatie: meeting.place.as_deref(),
        extra: meeting.extra.is_some(),
        reden: meeting.extra.as_ref().and_then(Option::as_deref),
        vervalt: meeting
            .cancelled
            .as_ref()
            .map(|(reason, to)| Vervalt { reden: reason.as_deref(), naar: to.map(|day| day.to_string()) }),
    }
}
