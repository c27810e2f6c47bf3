//! Files of a team's folder that are none of its own: strays, and what is passed over. They
//! are no card, but whoever opens the folder reads them; so they are searched as well.

use super::judge::{ask_scan, unreadable};
use super::scanned::{in_doc, in_name, in_text};
use super::{Finding, find};
use crate::pseudo::{Hit, TeamScan};
use crate::store::{Other, Slot, Walk, is_given, read};
use crate::yaml::{MAX_BYTES, What, parse};
use rayon::prelude::*;

/// What is found in them and in the names of all files, as far as `is_shown` says so.
pub(super) fn others(walk: &Walk, scan: &TeamScan, is_shown: impl Fn(&str) -> bool + Sync) -> Vec<Finding> {
    let wanted: Vec<&Other> = walk.others.iter().filter(|other| is_shown(&other.name)).collect();
    let mut found: Vec<Finding> = wanted.par_iter().flat_map_iter(|other| in_file(other, scan)).collect();
    let slots =
        walk.files.iter().filter(|found| matches!(found.slot, Slot::Afwezigheid(_))).map(|found| found.slot.path());
    let strays = walk.strays.iter().map(|(name, _)| name.clone());
    let passed = walk.others.iter().map(|other| other.name.clone());
    let mut names: Vec<String> = slots.chain(strays).chain(passed).collect();
    names.sort_unstable();
    names.dedup();
    for name in names.iter().filter(|name| is_shown(name)) {
        ask_scan(in_name(&hits_of_name(name, scan)).as_slice(), name, &mut found);
    }
    found
}

fn in_file(other: &Other, scan: &TeamScan) -> Vec<Finding> {
    let mut found = Vec::new();
    let bytes = match read(&other.path) {
        Ok(bytes) => bytes,
        Err(problem) => return unreadable(&other.name, problem).into_iter().collect(),
    };
    let what = if bytes.len() > MAX_BYTES {
        Some(What::TooBig)
    } else if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        Some(What::Utf16)
    } else if bytes.contains(&0) {
        Some(What::Binary)
    } else {
        None
    };
    match (what, std::str::from_utf8(&bytes)) {
        // What was judged in it stays, as in the discussion that it becomes.
        (None, Ok(text)) if other.name.ends_with(CONCEPT) && parse(&bytes).is_ok() => {
            let Ok(doc) = parse(&bytes) else { return found };
            ask_scan(&in_doc(&scan.unjudged(&doc, text), &doc, text, false), &other.name, &mut found);
        }
        (None, Ok(text)) => ask_scan(&in_text(&scan.unjudged_text(text), text), &other.name, &mut found),
        (what, _) => found.extend(no_text(&what.unwrap_or(What::NotUtf8), &other.name)),
    }
    found
}

fn no_text(what: &What, file: &str) -> Option<Finding> {
    let message = format!("{what} vt kan het niet nakijken op gegevens van een gezin.");
    let mut finding = Finding::new(find("MAP04")?, file.to_owned(), None, message.into());
    finding.mend = "Haal het uit de teammap, of zet hier gewone tekst van ten hoogste 1 MiB.".into();
    Some(finding)
}

/// What may name a family in the parts of a path. People write a name with hyphens, dots or
/// underscores between the words; `vt` writes what it left out itself in brackets.
pub fn hits_of_name(path: &str, scan: &TeamScan) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = 0;
    for part in path.split('/') {
        if !is_given(part) {
            let spaced: String =
                part.chars().map(|c| if matches!(c, '_' | '.' | '-' | '+' | '(' | ')') { ' ' } else { c }).collect();
            let as_written = scan.unjudged_text(part);
            let found = if as_written.is_empty() { scan.unjudged_text(&spaced) } else { as_written };
            hits.extend(found.into_iter().map(|hit| Hit { bytes: at + hit.bytes.start..at + hit.bytes.end, ..hit }));
        }
        at += part.len() + 1;
    }
    hits
}

/// A discussion that is being written down.
const CONCEPT: &str = ".bespreking.concept.yaml";
