//! One pass over a tree: what every file in it is.

use super::named::LEFT_OUT;
use super::slot::{Slot, Stray, is_passed_over};
use super::{Root, Zone};
use crate::model::{Casus, Datum};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use walkdir::DirEntry;

/// A file that belongs where it stands.
#[derive(Debug, Clone)]
pub struct Found {
    /// What it is.
    pub slot: Slot,
    /// Where it lies.
    pub path: PathBuf,
}

/// What a pass over a tree found, in order of path.
#[derive(Debug, Default)]
pub struct Walk {
    /// The files that belong.
    pub files: Vec<Found>,
    /// Everything else, with its path from the root (with `/`) and why.
    pub strays: Vec<(String, Stray)>,
    /// The plain files of a team's folder that are none of its own: strays, and what is
    /// passed over. Nothing says what is in them.
    pub others: Vec<Other>,
}

/// A file that is none of the tree's own.
#[derive(Debug, Clone)]
pub struct Other {
    /// Its path from the root, with `/`, as a stray shows it.
    pub name: String,
    /// Where it lies.
    pub path: PathBuf,
}

/// No tree is this deep. What lies deeper is not looked at, but that it is there is said.
const DEEPEST: usize = 8;

/// Walks a tree. Nothing is opened but folders.
#[must_use]
pub fn walk(root: &Root) -> Walk {
    let mut walk = Walk::default();
    let mut entries = walkdir::WalkDir::new(&root.path).min_depth(1).max_depth(DEEPEST).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                if let Some(path) = error.path() {
                    let relative = path.strip_prefix(&root.path).unwrap_or(path);
                    walk.strays.push((shown(relative, root.zone, false), Stray::Unreadable));
                }
                continue;
            }
        };
        let relative = entry.path().strip_prefix(&root.path).unwrap_or(entry.path());
        let kind = entry.file_type();
        let names: Option<Vec<&str>> = relative.iter().map(OsStr::to_str).collect();
        if names.as_deref().is_some_and(|names| is_passed_over(names, root.zone)) {
            // In `.git` is what git made of the files around it.
            if kind.is_dir() && (root.zone == Zone::Dossier || relative == Path::new(".git")) {
                entries.skip_current_dir();
            } else if kind.is_file() && root.zone == Zone::Team && relative != Path::new(".git") {
                walk.add_other(shown(relative, root.zone, true), entry.path());
            }
            continue;
        }
        let place = names.as_deref().map_or(Err(Stray::Other), |names| slot(root.zone, names));
        let found = match place {
            _ if kind.is_dir() => stray_folder(root.zone, relative, &entry, place.is_ok()).map_or(Ok(None), Err),
            _ if !kind.is_file() => Err(Stray::Link),
            Ok(slot) => Ok(Some(slot)),
            // The name can't be read, but maybe the folder in which it stands says why.
            Err(Stray::Other) if names.is_none() => Err(stray_by(root.zone, relative)),
            Err(why) => Err(why),
        };
        match found {
            Ok(slot) => walk.files.extend(slot.map(|slot| Found { slot, path: entry.path().to_owned() })),
            Err(why) => {
                let name = shown(relative, root.zone, kind.is_file());
                if kind.is_file() && root.zone == Zone::Team {
                    walk.add_other(name.clone(), entry.path());
                }
                walk.strays.push((name, why));
            }
        }
    }
    walk
}

impl Walk {
    fn add_other(&mut self, name: String, path: &Path) {
        self.others.push(Other { name, path: path.to_owned() });
    }
}

fn slot(zone: Zone, names: &[&str]) -> Result<Slot, Stray> {
    match zone {
        Zone::Team => Slot::in_team(names),
        Zone::Dossier => Slot::in_dossier(names),
    }
}

/// Why a file whose path is no text does not belong.
fn stray_by(zone: Zone, path: &Path) -> Stray {
    let names: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    slot(zone, &names).err().unwrap_or(Stray::Other)
}

/// Why a folder is worth a word: it stands where a file belongs, or it does not belong and
/// nothing in it will say so.
fn stray_folder(zone: Zone, path: &Path, entry: &DirEntry, is_of_file: bool) -> Option<Stray> {
    if is_of_file {
        return Some(Stray::Link);
    }
    let is_silent =
        || entry.depth() == DEEPEST || std::fs::read_dir(entry.path()).is_ok_and(|mut in_it| in_it.next().is_none());
    if belongs(zone, path) || !is_silent() {
        return None;
    }
    // Asked as the folder of a file, so that a wrong day or pseudonym is named as such.
    Some(stray_by(zone, &path.join("-")))
}

/// Whether a folder may stand here, empty or not.
fn belongs(zone: Zone, path: &Path) -> bool {
    let names: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
    let names: Vec<&str> = names.iter().map(AsRef::as_ref).collect();
    match (zone, names.as_slice()) {
        (Zone::Dossier, [_]) | (Zone::Team, ["vergaderingen" | "rooster" | "afwezigheid"]) => true,
        (Zone::Team, ["vergaderingen", day]) => is_day(day),
        (Zone::Team, ["vergaderingen", day, casus]) => is_day(day) && is_casus(casus),
        _ => false,
    }
}

fn is_day(name: &str) -> bool {
    name.parse::<Datum>().is_ok()
}

fn is_casus(name: &str) -> bool {
    Casus::read(name).is_ok_and(|casus| casus.to_string() == name)
}

/// The path of a stray with `/`. In the team's folder a part that should have been a
/// checked day or pseudonym is left out, whatever is wrong with it: people write names
/// there. Of a file beside the cases of a meeting the name says which it is.
fn shown(path: &Path, zone: Zone, is_file: bool) -> String {
    let parts: Vec<_> = path.iter().map(OsStr::to_string_lossy).collect();
    let in_meetings = zone == Zone::Team && parts.first().is_some_and(|part| part == "vergaderingen");
    let last = parts.len() - 1;
    let shown = parts.iter().enumerate().map(|(index, part)| {
        let is_checked = match index {
            1 => is_day(part),
            2 => {
                Casus::read(part).is_ok()
                    || index == last && (is_file || Slot::in_team(&["vergaderingen", "2026-01-01", part]).is_ok())
            }
            _ => true,
        };
        if in_meetings && !is_checked { LEFT_OUT } else { part.as_ref() }
    });
    shown.collect::<Vec<_>>().join("/")
}
