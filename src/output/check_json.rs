//! A check as JSON: the contract of `docs` for scripts. Every key is always there and the
//! order is fixed; new keys may come, nothing is renamed or dropped.

use super::escape;
use super::shown::Shown;
use crate::rules::{Severity, citation};
use chrono::NaiveDate;
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Check<'s> {
    versie: u8,
    vandaag: String,
    bestanden: usize,
    bevindingen: Vec<Bevinding<'s>>,
    niet_gevraagd: Vec<NietGevraagd>,
    telling: Telling,
}

#[derive(Serialize)]
struct Bevinding<'s> {
    regel: &'static str,
    ernst: &'static str,
    bestand: &'s str,
    sleutel: Option<&'s str>,
    regelnummer: Option<u32>,
    kolom: Option<u32>,
    boodschap: &'s str,
    waarom: &'static str,
    herstel: &'s str,
    bron: Option<String>,
    stand: &'static str,
    antwoord: Option<&'s str>,
}

#[derive(Serialize)]
struct NietGevraagd {
    moment: &'static str,
    regels: usize,
    geef: &'static str,
}

#[derive(Serialize)]
struct Telling {
    fout: usize,
    waarschuwing: usize,
    advies: usize,
    beantwoord: usize,
}

/// Writes the check.
pub fn check_json(
    findings: &[Shown<'_>],
    today: NaiveDate,
    files: usize,
    without_meeting: usize,
    out: &mut impl Write,
) -> io::Result<()> {
    let open = |severity| findings.iter().filter(|shown| shown.is_open() && shown.severity() == severity).count();
    let not_asked = (without_meeting > 0).then_some(NietGevraagd {
        moment: "kaart",
        regels: without_meeting,
        geef: "--vergadering",
    });
    let check = Check {
        versie: 1,
        vandaag: today.to_string(),
        bestanden: files,
        bevindingen: findings.iter().map(bevinding).collect(),
        niet_gevraagd: not_asked.into_iter().collect(),
        telling: Telling {
            fout: open(Severity::Fout),
            waarschuwing: open(Severity::Waarschuwing),
            advies: open(Severity::Advies),
            beantwoord: findings.iter().filter(|shown| !shown.is_open()).count(),
        },
    };
    let text = serde_json::to_string_pretty(&check)?;
    writeln!(out, "{}", escape::json(&text))
}

fn bevinding<'s>(shown: &'s Shown<'_>) -> Bevinding<'s> {
    Bevinding {
        regel: shown.rule.id,
        ernst: match shown.severity() {
            Severity::Fout => "fout",
            Severity::Waarschuwing => "waarschuwing",
            Severity::Advies => "advies",
        },
        bestand: &shown.file,
        sleutel: shown.key.as_deref(),
        regelnummer: shown.place.map(|(line, _)| line),
        kolom: shown.place.map(|(_, column)| column),
        boodschap: shown.message,
        waarom: shown.rule.reason,
        herstel: shown.mend,
        bron: citation(shown.rule.sources),
        stand: if shown.is_open() { "open" } else { "beantwoord" },
        antwoord: shown.answer.as_deref(),
    }
}
