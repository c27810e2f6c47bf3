//! What a scan found, as text or JSON. The words themselves are shown on a terminal only.

use super::escape;
use super::excerpt::draw;
use super::screen::{Ink, Screen};
use crate::pseudo::{Certainty, Hit};
use crate::rules::{Severity, Spot};
use serde::Serialize;
use std::io::{self, Write};

#[derive(Serialize)]
struct Scan {
    versie: u8,
    vondsten: Vec<Vondst>,
}

#[derive(Serialize)]
struct Vondst {
    start: usize,
    eind: usize,
    regelnummer: u32,
    kolom: u32,
    soort: &'static str,
    zekerheid: &'static str,
    reden: String,
}

/// Counts characters and lines up to places that only go forwards.
struct Count<'t> {
    text: &'t str,
    byte: usize,
    characters: usize,
    line: u32,
    /// The first byte of the line.
    start: usize,
}

impl Count<'_> {
    fn to(&mut self, byte: usize) -> usize {
        for (at, c) in self.text[self.byte..byte].char_indices() {
            self.characters += 1;
            if c == '\n' {
                self.line += 1;
                self.start = self.byte + at + 1;
            }
        }
        self.byte = byte;
        self.characters
    }

    fn column(&self) -> usize {
        self.text[self.start..self.byte].chars().count() + 1
    }
}

/// The places of the hits: start and end in characters, line and column, and the line with its mark.
fn places<'h>(text: &str, hits: &'h [Hit]) -> Vec<(&'h Hit, usize, usize, Spot)> {
    let mut count = Count { text, byte: 0, characters: 0, line: 1, start: 0 };
    let mut places = Vec::with_capacity(hits.len());
    for hit in hits {
        let start = count.to(hit.bytes.start);
        let (line, column, first) = (count.line, count.column(), count.start);
        let shown = text[first..].lines().next().unwrap_or_default();
        let marked = text[hit.bytes.clone()].lines().next().unwrap_or_default().chars().count();
        let spot = Spot {
            line,
            column: u32::try_from(column).unwrap_or(u32::MAX),
            text: shown.to_owned(),
            mark: column - 1..column - 1 + marked,
        };
        let end = count.to(hit.bytes.end);
        places.push((hit, start, end, spot));
    }
    places
}

/// Writes the scan for scripts.
pub fn scan_json(text: &str, hits: &[Hit], out: &mut impl Write) -> io::Result<()> {
    let vondst = |(hit, start, eind, spot): (&Hit, usize, usize, Spot)| Vondst {
        start,
        eind,
        regelnummer: spot.line,
        kolom: spot.column,
        soort: hit.kind.word(),
        zekerheid: hit.certainty.word(),
        reden: hit.reason.to_string(),
    };
    let scan = Scan { versie: 1, vondsten: places(text, hits).into_iter().map(vondst).collect() };
    let json = serde_json::to_string_pretty(&scan).map_err(io::Error::other)?;
    writeln!(out, "{}", escape::json(&json))
}

/// Writes the scan for people.
pub fn scan_text(text: &str, hits: &[Hit], screen: &Screen, quiet: bool, out: &mut impl Write) -> io::Result<()> {
    for (hit, _, _, spot) in places(text, hits) {
        let (severity, ink) = match hit.certainty {
            Certainty::Zeker => (Severity::Fout, Ink::Fout),
            Certainty::Twijfel => (Severity::Waarschuwing, Ink::Waarschuwing),
        };
        let head = format!("{}[{}]", hit.certainty.word(), hit.kind.word());
        let title = format!("{head}: regel {}, kolom {}: {}", spot.line, spot.column, hit.reason);
        for (nth, line) in screen.wrap(&title, "", "  ").iter().enumerate() {
            match line.strip_prefix(&head).filter(|_| nth == 0) {
                Some(rest) => writeln!(out, "{}{rest}", screen.paint(ink, &head))?,
                None => writeln!(out, "{line}")?,
            }
        }
        if screen.terminal {
            for line in draw(&spot, None, severity, screen).lines {
                writeln!(out, "{line}")?;
            }
            writeln!(out)?;
        }
    }
    if quiet {
        return Ok(());
    }
    let sure = hits.iter().filter(|hit| hit.certainty == Certainty::Zeker).count();
    let total = match (hits.len(), sure) {
        (0, _) => "vt vond niets; lees zelf nog eens na".to_owned(),
        (1, 1) => "1 vondst, zeker; lees zelf nog eens na wat vt miste".to_owned(),
        (1, _) => "1 vondst, twijfel; lees zelf nog eens na wat vt miste".to_owned(),
        (all, sure) => {
            format!("{all} vondsten: {sure} zeker, {} twijfel; lees zelf nog eens na wat vt miste", all - sure)
        }
    };
    for line in screen.wrap(&total, "", "  ") {
        writeln!(out, "{}", screen.paint(Ink::Bold, &line))?;
    }
    Ok(())
}
