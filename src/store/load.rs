//! Looking into a team's folder at the few places that one question needs.
//!
//! Each look is a call over a network drive, so an agenda lists only its own meeting
//! and the earlier meetings that its cases name; it never walks the years.

use super::slot::{CaseFile, Slot};
use super::walk::Found;
use crate::model::Casus;
use chrono::NaiveDate;
use std::path::{Path, PathBuf};

/// A team's folder that is looked into piece by piece.
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The folder at this root.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        Self { root: root.to_owned() }
    }

    /// One file by its place.
    #[must_use]
    pub fn file(&self, slot: Slot) -> Found {
        Found { path: self.root.join(slot.path()), slot }
    }

    /// The files of a meeting and the pseudonyms of its cases. Empty when the folder is
    /// not there, is a link or can't be listed.
    #[must_use]
    pub fn meeting(&self, day: NaiveDate) -> (Vec<Found>, Vec<Casus>) {
        let folder = self.root.join(format!("vergaderingen/{day}"));
        let mut files = Vec::new();
        let mut cases = Vec::new();
        for (name, is_folder) in list(&folder) {
            if is_folder {
                cases.extend(Casus::read(&name).ok().filter(|casus| casus.to_string() == name));
            } else if let Ok(slot) = Slot::in_team(&["vergaderingen", &day.to_string(), &name]) {
                files.push(Found { path: folder.join(name), slot });
            }
        }
        cases.sort_unstable();
        (files, cases)
    }

    /// The files of one case in one meeting.
    #[must_use]
    pub fn case(&self, day: NaiveDate, casus: Casus) -> Vec<Found> {
        let folder = self.root.join(format!("vergaderingen/{day}/{casus}"));
        let names = list(&folder);
        let files =
            CaseFile::ALL.into_iter().filter(|file| names.iter().any(|(name, dir)| !dir && name == file.name()));
        files.map(|file| Found { path: folder.join(file.name()), slot: Slot::Case(day, casus, file) }).collect()
    }

    /// The absences of every organisation that wrote some.
    #[must_use]
    pub fn absences(&self) -> Vec<Found> {
        let folder = self.root.join("afwezigheid");
        let names = list(&folder).into_iter().filter(|(_, is_folder)| !is_folder);
        let slots = names.filter_map(|(name, _)| Slot::in_team(&["afwezigheid", &name]).ok().map(|slot| (name, slot)));
        let mut files: Vec<Found> = slots.map(|(name, slot)| Found { path: folder.join(name), slot }).collect();
        files.sort_by(|a, b| a.slot.cmp(&b.slot));
        files
    }
}

/// The names in a folder with whether each is a folder itself. Links and devices are
/// left out, and so is everything below a folder that is a link.
fn list(folder: &Path) -> Vec<(String, bool)> {
    let is_folder = std::fs::symlink_metadata(folder).is_ok_and(|data| data.is_dir());
    let entries = is_folder.then(|| std::fs::read_dir(folder).ok()).flatten();
    let named = entries.into_iter().flatten().flatten().filter_map(|entry| {
        let kind = entry.file_type().ok().filter(|kind| kind.is_dir() || kind.is_file())?;
        Some((entry.file_name().into_string().ok()?, kind.is_dir()))
    });
    named.collect()
}
