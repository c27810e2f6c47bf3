//! One pass over a tree: what every file in it is.

use super::slot::{Slot, Stray, is_passed_over};
use super::{Root, Zone};
use std::path::PathBuf;

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
}

/// What stands for a part of a path that is no checked date or pseudonym: it may be a name.
const LEFT_OUT: &str = "[weggelaten]";

/// Walks a tree. Nothing is opened but folders.
#[must_use]
pub fn walk(root: &Root) -> Walk {
    let mut walk = Walk::default();
    let mut entries = walkdir::WalkDir::new(&root.path).min_depth(1).max_depth(8).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                if let Some(path) = error.path() {
                    let relative = path.strip_prefix(&root.path).unwrap_or(path);
                    walk.strays.push((shown(relative, root.zone, None), Stray::Unreadable));
                }
                continue;
            }
        };
        let relative = entry.path().strip_prefix(&root.path).unwrap_or(entry.path());
        let names: Option<Vec<&str>> = relative.iter().map(std::ffi::OsStr::to_str).collect();
        if names.as_deref().is_some_and(is_passed_over) {
            if entry.file_type().is_dir() {
                entries.skip_current_dir();
            }
            continue;
        }
        if entry.file_type().is_dir() {
            continue;
        }
        let slot = if !entry.file_type().is_file() {
            Err(Stray::Link)
        } else if let Some(names) = &names {
            match root.zone {
                Zone::Team => Slot::in_team(names),
                Zone::Dossier => Slot::in_dossier(names),
            }
        } else {
            Err(Stray::Other)
        };
        match slot {
            Ok(slot) => walk.files.push(Found { slot, path: entry.path().to_owned() }),
            Err(why) => walk.strays.push((shown(relative, root.zone, Some(why)), why)),
        }
    }
    walk
}

/// The path of a stray with `/`. In the team's folder a part that should have been a
/// checked day or pseudonym is left out: people write names there.
fn shown(path: &std::path::Path, zone: Zone, why: Option<Stray>) -> String {
    let hidden = match (zone, why) {
        (Zone::Team, Some(Stray::NoDate)) => Some(1),
        (Zone::Team, Some(Stray::NoCasus)) => Some(2),
        _ => None,
    };
    let parts = path.iter().enumerate();
    let parts =
        parts.map(
            |(index, part)| {
                if hidden == Some(index) { LEFT_OUT.to_owned() } else { part.to_string_lossy().into_owned() }
            },
        );
    parts.collect::<Vec<_>>().join("/")
}
