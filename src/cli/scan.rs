//! `vt scan`: what in a text may name a family.

mod haak;

use super::Answer;
use super::args::{self, Formaat};
use super::context::Context;
use super::error::{Kind, ToolError};
use crate::model::Regio;
use crate::output;
use crate::pseudo::scan_file;
use crate::rules::read_regio;
use crate::store::{Folder, ReadProblem, default_regio, read, team_above};
use crate::yaml::MAX_BYTES;
use std::io::Read as _;
use std::path::Path;

/// Runs the command.
pub fn run(scan: &args::Scan, context: &Context) -> anyhow::Result<Answer> {
    if scan.haak {
        return haak::run(scan.bestand.as_deref(), context);
    }
    let file = scan.bestand.as_deref().filter(|path| path.as_os_str() != "-");
    let bytes = bytes_of(file)?;
    let text = as_text(&bytes)?;
    let is_yaml = match file {
        Some(path) => {
            path.extension().is_some_and(|end| end.eq_ignore_ascii_case("yaml") || end.eq_ignore_ascii_case("yml"))
        }
        // A card without a name tells itself by the line that every file begins with.
        None => text.lines().any(|line| line.starts_with("versie:")),
    };
    let hits = scan_file(text, is_yaml, &region(file, context));
    let mut answer = Answer::default();
    match scan.formaat {
        Formaat::Tekst => output::scan_text(text, &hits, &context.screen, context.quiet, &mut answer.stdout)?,
        Formaat::Json => output::scan_json(text, &hits, &mut answer.stdout)?,
    }
    Ok(answer)
}

/// The bytes of a file, or else what comes in on stdin.
pub fn bytes_of(file: Option<&Path>) -> Result<Vec<u8>, ToolError> {
    let bytes = match file {
        Some(path) => read(path).map_err(unreadable)?,
        None => stdin()?,
    };
    if bytes.len() > MAX_BYTES {
        return Err(ToolError::new(Kind::Io, "deze tekst is te groot.")
            .because("vt leest teksten tot 1 MiB.")
            .advise("Knip de tekst in stukken."));
    }
    Ok(bytes)
}

/// Bytes as text, without a BOM.
pub fn as_text(bytes: &[u8]) -> Result<&str, ToolError> {
    std::str::from_utf8(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes)).map_err(|_| {
        ToolError::new(Kind::Io, "dit is geen tekst die vt kan lezen.")
            .because("vt leest gewone tekst in UTF-8; een document van een tekstverwerker is dat niet.")
            .advise("Bewaar het als gewone tekst, of plak de tekst op stdin.")
    })
}

/// The region of the team's folder around the text, else the one of the environment's
/// option, else West-Brabant West.
fn region(file: Option<&Path>, context: &Context) -> Regio {
    let at = file.and_then(|path| path.canonicalize().ok()).unwrap_or_else(|| context.here.clone());
    let root = context.map.clone().or_else(|| team_above(&at).map(|root| root.path));
    root.and_then(|root| read_regio(&Folder::new(&root)).ok()).unwrap_or_else(default_regio)
}

fn stdin() -> Result<Vec<u8>, ToolError> {
    let mut bytes = Vec::new();
    let most = u64::try_from(MAX_BYTES).unwrap_or(u64::MAX).saturating_add(1);
    match std::io::stdin().lock().take(most).read_to_end(&mut bytes) {
        Ok(_) => Ok(bytes),
        Err(_) => Err(ToolError::new(Kind::Io, "vt kan niet lezen wat er op stdin binnenkomt.")),
    }
}

pub fn unreadable(problem: ReadProblem) -> ToolError {
    match problem {
        ReadProblem::Absent => ToolError::new(Kind::Absent, "dit bestand is er niet.")
            .advise("Kijk of je in de goede map staat en of de naam klopt."),
        ReadProblem::NotAllowed => {
            ToolError::new(Kind::Io, "vt mag dit bestand niet openen.").advise("Vraag om leesrecht.")
        }
        ReadProblem::Failed => ToolError::new(Kind::Io, "vt kan dit bestand niet lezen."),
    }
}
