//! What a hook of git says: where something stands that may name a family, what it may be,
//! and the way out. Never the words themselves, on no screen: a commit is often made by a
//! program that keeps what was said.

use super::screen::{Ink, Screen};
use crate::pseudo::{Certainty, Hit};
use std::io::{self, Write};

/// Something that keeps a commit from being made.
pub struct Found {
    /// The file, as it may be shown.
    pub file: String,
    /// What.
    pub what: What,
}

/// What it is.
pub enum What {
    /// Something in the text, at this line and column.
    Text((usize, usize), Hit),
    /// Something in the name of the file or of a folder above it.
    Name(Hit),
    /// No text, in a team's folder.
    NoText,
    /// More than 1 MiB, in a team's folder.
    TooBig,
    /// A file of a dossier.
    Dossier,
}

/// What was looked at.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The files that are about to be committed.
    Files,
    /// The message of a commit.
    Message,
}

/// Writes what was found, and what to do about it; nothing when nothing was found.
pub fn haak_text(
    found: &[Found],
    subject: Subject,
    screen: &Screen,
    quiet: bool,
    out: &mut impl Write,
) -> io::Result<()> {
    for Found { file, what } in found {
        let (place, said, ink) = match what {
            What::Text((line, column), hit) => (format!("{file}:{line}:{column}"), says(hit), ink(hit)),
            What::Name(hit) => (file.clone(), format!("in de naam: {}", says(hit)), ink(hit)),
            What::NoText => (file.clone(), "dit is geen gewone tekst; vt kan het niet nakijken".to_owned(), Ink::Fout),
            What::TooBig => (file.clone(), "dit is groter dan 1 MiB; vt kan het niet nakijken".to_owned(), Ink::Fout),
            What::Dossier => (file.clone(), "dit staat in een dossier; namen gaan nooit in git".to_owned(), Ink::Fout),
        };
        for (nth, line) in screen.wrap(&format!("{place}: {said}"), "", "  ").iter().enumerate() {
            match line.strip_prefix(&place).filter(|_| nth == 0) {
                Some(rest) => writeln!(out, "{}{rest}", screen.paint(ink, &place))?,
                None => writeln!(out, "{line}")?,
            }
        }
    }
    if quiet || found.is_empty() {
        return Ok(());
    }
    let total = match found.len() {
        1 => "1 vondst: de commit gaat niet door.".to_owned(),
        more => format!("{more} vondsten: de commit gaat niet door."),
    };
    writeln!(out, "{}\n\nWat nu?", screen.paint(Ink::Bold, &total))?;
    for way in ways(found, subject) {
        for line in screen.wrap(way, "  ", "  ") {
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}

fn ways(found: &[Found], subject: Subject) -> Vec<&'static str> {
    let any = |is: fn(&What) -> bool| found.iter().any(|found| is(&found.what));
    let all = [
        (
            subject == Subject::Message,
            "Schrijf de boodschap zonder wat naar een gezin kan wijzen, en doe de commit opnieuw.",
        ),
        (
            subject == Subject::Files && any(|what| matches!(what, What::Text(..))),
            "Maak het grover: een rol, zoals Kind 1 of Moeder, een soort, zoals school, of een maand. Wijst het niet \
             naar een gezin? Zet het dan in dat bestand bij `blijft_staan`, met `tekst`, `in` en `reden`.",
        ),
        (any(|what| matches!(what, What::Name(_))), "Geef het bestand of de map een naam die niemand noemt."),
        (
            any(|what| matches!(what, What::NoText | What::TooBig)),
            "Haal uit de teammap wat geen gewone tekst tot 1 MiB is.",
        ),
        (any(|what| matches!(what, What::Dossier)), "Zet je dossier op een plek buiten deze git-map."),
        (subject == Subject::Files, "Haal met `git restore --staged` uit de commit wat er niet in hoort."),
    ];
    all.into_iter().filter_map(|(helps, way)| helps.then_some(way)).collect()
}

fn says(hit: &Hit) -> String {
    format!("{}[{}]: {}", hit.certainty.word(), hit.kind.word(), hit.reason)
}

fn ink(hit: &Hit) -> Ink {
    match hit.certainty {
        Certainty::Zeker => Ink::Fout,
        Certainty::Twijfel => Ink::Waarschuwing,
    }
}
