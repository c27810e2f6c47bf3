//! Reads a text with the known family as JSON on each line of standard input and writes what
//! the scanner finds, with offsets in Unicode code points, so that anyone can compare it with
//! another tool on the same texts.

#![allow(clippy::print_stdout, reason = "an example that answers on standard output")]

use serde::{Deserialize, Serialize};
use std::io::{self, BufRead as _, BufWriter, Write as _};
use vt::pseudo::{Context, Known, Scanner};

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    tekst: String,
    #[serde(default)]
    bekend: Vec<Person>,
}

#[derive(Deserialize, Default, PartialEq, Clone)]
#[serde(default)]
struct Person {
    voornaam: Option<String>,
    roepnaam: Option<String>,
    tussenvoegsel: Option<String>,
    achternaam: Option<String>,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    spans: Vec<Span>,
}

#[derive(Serialize)]
struct Span {
    start: usize,
    end: usize,
    r#type: &'static str,
    zekerheid: &'static str,
}

fn main() -> io::Result<()> {
    let mut out = BufWriter::new(io::stdout().lock());
    let mut last: Option<(Vec<Person>, Scanner)> = None;
    for line in io::stdin().lock().lines() {
        let line = line?;
        if line.trim().is_empty() {
            continue;
        }
        let Line { id, tekst, bekend } = serde_json::from_str(&line)?;
        // The lines of one family share what was made ready for it.
        let ready = match last.take() {
            Some((family, scanner)) if family == bekend => (family, scanner),
            _ => {
                let scanner = scanner_for(&bekend);
                (bekend, scanner)
            }
        };
        let answer = Answer { id, spans: spans(&ready.1, &tekst) };
        last = Some(ready);
        serde_json::to_writer(&mut out, &answer)?;
        out.write_all(b"\n")?;
    }
    out.flush()
}

fn scanner_for(family: &[Person]) -> Scanner {
    let known: Vec<Known> = family
        .iter()
        .cloned()
        .map(|Person { voornaam, roepnaam, tussenvoegsel, achternaam }| Known {
            voornaam,
            roepnaam,
            tussenvoegsel,
            achternaam,
            label: None,
            outside: false,
        })
        .collect();
    Scanner::new(&Context { known: &known, stays: &[] })
}

fn spans(scanner: &Scanner, text: &str) -> Vec<Span> {
    let (mut byte, mut characters) = (0, 0);
    let mut count_to = |to: usize| {
        characters += text[byte..to].chars().count();
        byte = to;
        characters
    };
    let hits = scanner.scan(text).into_iter();
    hits.map(|hit| Span {
        start: count_to(hit.bytes.start),
        end: count_to(hit.bytes.end),
        r#type: hit.kind.word(),
        zekerheid: hit.certainty.word(),
    })
    .collect()
}
