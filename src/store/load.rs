//! Looking into a team's folder at the few places that one question needs.
//!
//! Each look is a call over a network drive, so an agenda lists only its own meeting
//! and the cases that it names of earlier ones; it never walks the years. A link is not
//! followed, but named, so that nobody misses what stands behind it.

use super::read::{Read, ReadProblem, read, read_found};
use super::slot::{CaseFile, Slot, Stray};
use super::team::{Team, decode};
use super::walk::Found;
use crate::model::{Casus, Datum};
use crate::yaml::parse;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fs::{FileType, read_dir, symlink_metadata};
use std::io;
use std::path::{Path, PathBuf};

/// A team's folder that is looked into piece by piece.
pub struct Folder {
    root: PathBuf,
    /// What stands in the root.
    top: Listing,
    /// What stands in `vergaderingen/`.
    meetings: Listing,
}

/// What one look found.
#[derive(Default)]
pub struct Look {
    /// The files that can be read.
    pub files: Vec<Found>,
    /// The cases that have a folder there.
    pub cases: Vec<Casus>,
    /// What stands there but can't be opened.
    pub closed: Vec<Closed>,
}

/// A file or folder that can't be opened or may not be followed.
pub struct Closed {
    /// Its path from the root, with `/`.
    pub path: String,
    /// What it would be, when it is a file.
    pub slot: Option<Slot>,
    /// Why.
    pub why: Stray,
}

/// What a name in a folder is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    File,
    Folder,
    Link,
    /// Something that may not be looked at.
    Closed,
}

/// The names in a folder; none for a folder that can't be listed.
type Listing = Option<BTreeMap<String, Kind>>;

impl Folder {
    /// The folder at this root.
    #[must_use]
    pub fn new(root: &Path) -> Self {
        let top = list(root);
        let meetings = match kind_in(&top, "vergaderingen") {
            Some(Kind::Folder) => list(&root.join("vergaderingen")),
            Some(_) => None,
            None => Some(BTreeMap::new()),
        };
        Self { root: root.to_owned(), top, meetings }
    }

    /// The text of `regio.yaml`.
    pub fn regio(&self) -> Read {
        match kind_in(&self.top, "regio.yaml") {
            Some(Kind::File) => read(&self.root.join("regio.yaml")),
            Some(_) => Err(ReadProblem::Failed),
            None => Err(ReadProblem::Absent),
        }
    }

    /// The files of a meeting and the pseudonyms of its cases.
    #[must_use]
    pub fn meeting(&self, day: NaiveDate) -> Look {
        let mut look = Look::default();
        let folder = format!("vergaderingen/{day}");
        if self.meetings.is_none() {
            look.close("vergaderingen".to_owned(), None, self.why_closed("vergaderingen"));
            return look;
        }
        match kind_in(&self.meetings, &day.to_string()) {
            None => return look,
            Some(Kind::Folder) => {}
            Some(_) => {
                look.close(folder, None, Stray::Link);
                return look;
            }
        }
        let Some(names) = list(&self.root.join(&folder)) else {
            look.close(folder, None, Stray::Unreadable);
            return look;
        };
        for (name, kind) in names {
            let path = format!("{folder}/{name}");
            if let Ok(slot) = Slot::in_team(&["vergaderingen", &day.to_string(), &name]) {
                look.add(&self.root, path, slot, kind);
            } else if let Some(casus) = Casus::read(&name).ok().filter(|casus| casus.to_string() == name) {
                match kind {
                    Kind::Folder => look.cases.push(casus),
                    _ => look.close(path, None, Stray::Link),
                }
            }
        }
        look
    }

    /// These files of one case in one meeting. `listed` says that `meeting` gave the case;
    /// of another meeting its folder is looked at first.
    #[must_use]
    pub fn case(&self, day: NaiveDate, casus: Casus, files: &[CaseFile], listed: bool) -> Look {
        let mut look = Look::default();
        let folder = format!("vergaderingen/{day}/{casus}");
        if !listed {
            let of_day = kind_in(&self.meetings, &day.to_string());
            match of_day.filter(|kind| *kind == Kind::Folder).and_then(|_| kind_of(&self.root.join(&folder))) {
                Some(Kind::Folder) => {}
                Some(_) => {
                    look.close(folder, None, Stray::Link);
                    return look;
                }
                None => return look,
            }
        }
        let Some(names) = list(&self.root.join(&folder)) else {
            look.close(folder, None, Stray::Unreadable);
            return look;
        };
        for file in files {
            if let Some(kind) = names.get(file.name()) {
                look.add(&self.root, format!("{folder}/{}", file.name()), Slot::Case(day, casus, *file), *kind);
            }
        }
        look
    }

    /// The days that have a folder, first one first.
    #[must_use]
    pub fn days(&self) -> Vec<NaiveDate> {
        let folders = self.meetings.iter().flatten().filter(|(_, kind)| **kind == Kind::Folder);
        folders.filter_map(|(name, _)| Some(name.parse::<Datum>().ok()?.0)).collect()
    }

    /// Whether any file of a case stands in a meeting, readable or not.
    #[must_use]
    pub fn has_case(&self, day: NaiveDate, casus: Casus) -> bool {
        let look = self.case(day, casus, &CaseFile::ALL, false);
        !(look.files.is_empty() && look.closed.is_empty())
    }

    /// Every meeting of one case: the files that it has there and nothing else.
    #[must_use]
    pub fn meetings_of(&self, casus: Casus) -> Team {
        let mut team = Team::default();
        for day in self.days() {
            let look = self.case(day, casus, &CaseFile::ALL, false);
            for found in &look.files {
                let bytes = read_found(found).ok();
                match bytes.and_then(|bytes| decode(&found.slot, &parse(&bytes).ok()?).0) {
                    Some(content) => team.put(&found.slot, content),
                    None => team.put_unreadable(&found.slot),
                }
            }
            look.closed.iter().filter_map(|closed| closed.slot.as_ref()).for_each(|slot| team.put_unreadable(slot));
        }
        team
    }

    /// The published roster of a year.
    #[must_use]
    pub fn rooster(&self, year: i32) -> Look {
        let mut look = Look::default();
        let slot = Slot::Rooster(year);
        match kind_in(&self.top, "rooster") {
            Some(Kind::Folder) => {
                if let Some(kind) = kind_of(&self.root.join(slot.path())) {
                    look.add(&self.root, slot.path(), slot, kind);
                }
            }
            Some(_) => look.close("rooster".to_owned(), None, Stray::Link),
            None => {}
        }
        look
    }

    /// The published rosters of these years.
    #[must_use]
    pub fn rosters(&self, wanted: impl Fn(i32) -> bool) -> Look {
        self.in_folder("rooster", |slot, _| matches!(slot, Slot::Rooster(year) if wanted(*year)))
    }

    /// Where the meetings of these days differ from the region, as far as they have a folder.
    #[must_use]
    pub fn deviations(&self, wanted: impl Fn(NaiveDate) -> bool) -> Look {
        let mut look = Look::default();
        for (name, kind) in self.meetings.iter().flatten() {
            let Ok(slot @ Slot::Vergadering(day)) = Slot::in_team(&["vergaderingen", name, "vergadering.yaml"]) else {
                continue;
            };
            if !wanted(day) {
                continue;
            }
            if *kind != Kind::Folder {
                look.close(format!("vergaderingen/{name}"), None, Stray::Link);
            } else if let Some(kind) = kind_of(&self.root.join(slot.path())) {
                look.add(&self.root, slot.path(), slot, kind);
            }
        }
        if self.meetings.is_none() {
            look.close("vergaderingen".to_owned(), None, self.why_closed("vergaderingen"));
        }
        look
    }

    /// The absences of these organisations, by the names of their files.
    #[must_use]
    pub fn absences(&self, wanted: impl Fn(&str) -> bool) -> Look {
        self.in_folder("afwezigheid", |slot, name| {
            matches!(slot, Slot::Afwezigheid(_)) && name.strip_suffix(".yaml").is_some_and(&wanted)
        })
    }

    /// The wanted files of a folder at the top of the team folder; a folder that isn't there holds none.
    fn in_folder(&self, folder: &str, wanted: impl Fn(&Slot, &str) -> bool) -> Look {
        let mut look = Look::default();
        match kind_in(&self.top, folder) {
            None => return look,
            Some(Kind::Folder) => {}
            Some(_) => {
                look.close(folder.to_owned(), None, Stray::Link);
                return look;
            }
        }
        let Some(names) = list(&self.root.join(folder)) else {
            look.close(folder.to_owned(), None, Stray::Unreadable);
            return look;
        };
        for (name, kind) in names {
            if let Ok(slot) = Slot::in_team(&[folder, &name])
                && wanted(&slot, &name)
            {
                look.add(&self.root, format!("{folder}/{name}"), slot, kind);
            }
        }
        look
    }

    fn why_closed(&self, name: &str) -> Stray {
        if kind_in(&self.top, name) == Some(Kind::Folder) { Stray::Unreadable } else { Stray::Link }
    }
}

impl Look {
    fn add(&mut self, root: &Path, path: String, slot: Slot, kind: Kind) {
        match kind {
            Kind::File => self.files.push(Found { path: root.join(path), slot }),
            // A folder where a file belongs hides what the file would say.
            Kind::Link | Kind::Folder => self.close(path, Some(slot), Stray::Link),
            Kind::Closed => self.close(path, Some(slot), Stray::Unreadable),
        }
    }

    fn close(&mut self, path: String, slot: Option<Slot>, why: Stray) {
        self.closed.push(Closed { path, slot, why });
    }
}

fn kind_in(listing: &Listing, name: &str) -> Option<Kind> {
    listing.as_ref()?.get(name).copied()
}

/// Links and devices are one: neither is followed or read.
fn kind(file_type: FileType) -> Kind {
    if file_type.is_file() {
        Kind::File
    } else if file_type.is_dir() {
        Kind::Folder
    } else {
        Kind::Link
    }
}

fn kind_of(path: &Path) -> Option<Kind> {
    match symlink_metadata(path) {
        Ok(data) => Some(kind(data.file_type())),
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Some(Kind::Closed),
        Err(_) => None,
    }
}

fn list(folder: &Path) -> Listing {
    let named = read_dir(folder).ok()?.flatten().filter_map(|entry| {
        let kind = kind(entry.file_type().ok()?);
        Some((entry.file_name().into_string().ok()?, kind))
    });
    Some(named.collect())
}
