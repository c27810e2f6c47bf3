//! What a writing command wants done, as values: an ordered list of changes.
//!
//! A command makes the list and nothing more; [`apply`](super::apply) alone carries it
//! out. The team's folder takes only bytes that passed the gate. A path is made from a
//! place that `vt` knows, never from a text.

use super::roots::Zone;
use super::slot::{CaseFile, Slot, name_as_file};
use crate::model::{Bestand, Casus, Dossiernummer, is_device};
use crate::pseudo::Gated;
use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};

/// One change, in the tree where it belongs.
pub enum Change {
    /// In the team's folder.
    Team(At, Act<Gated>),
    /// In the dossier.
    Dossier(At, Act<Vec<u8>>),
}

/// What is done to a file.
pub enum Act<B> {
    /// A new file. It never overwrites one; when exactly these bytes already stand there,
    /// it was done before.
    Create(B),
    /// Other bytes in a file, as long as it still holds what was read.
    Replace {
        /// What was read.
        was: Seen,
        /// What comes in its place.
        with: B,
    },
    /// The file goes, as long as it still holds what was read.
    Remove {
        /// What was read.
        was: Seen,
    },
}

/// The bytes of a file as they were read: their hash, so that it can be kept and shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen([u8; 32]);

impl Seen {
    /// Of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }
}

/// Which of the three.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after what is done")]
pub enum ActKind {
    Create,
    Replace,
    Remove,
}

impl<B> Act<B> {
    /// Which of the three.
    #[must_use]
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Create(_) => ActKind::Create,
            Self::Replace { .. } => ActKind::Replace,
            Self::Remove { .. } => ActKind::Remove,
        }
    }
}

impl<B: AsRef<[u8]>> Act<B> {
    /// The same with the bytes only looked at.
    pub(super) fn bytes(&self) -> Act<&[u8]> {
        match self {
            Self::Create(with) => Act::Create(with.as_ref()),
            Self::Replace { was, with } => Act::Replace { was: *was, with: with.as_ref() },
            Self::Remove { was } => Act::Remove { was: *was },
        }
    }
}

impl Change {
    /// The tree.
    #[must_use]
    pub fn zone(&self) -> Zone {
        match self {
            Self::Team(..) => Zone::Team,
            Self::Dossier(..) => Zone::Dossier,
        }
    }

    /// The place in that tree.
    #[must_use]
    pub fn at(&self) -> &At {
        match self {
            Self::Team(at, _) | Self::Dossier(at, _) => at,
        }
    }

    /// What is done there.
    #[must_use]
    pub fn kind(&self) -> ActKind {
        match self {
            Self::Team(_, act) => act.kind(),
            Self::Dossier(_, act) => act.kind(),
        }
    }

    /// The whole text that stands there after the change; none of a file that goes.
    #[must_use]
    pub fn text(&self) -> Option<&[u8]> {
        match self.bytes() {
            Act::Create(with) | Act::Replace { with, .. } => Some(with),
            Act::Remove { .. } => None,
        }
    }

    pub(super) fn bytes(&self) -> Act<&[u8]> {
        match self {
            Self::Team(_, act) => act.bytes(),
            Self::Dossier(_, act) => act.bytes(),
        }
    }
}

/// A place from the root of a tree.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct At {
    zone: Zone,
    parts: Vec<String>,
}

/// The files that a tree begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "named after the file")]
pub enum Fixed {
    TeamGitignore,
    TeamGitattributes,
    TeamLeesmij,
    Regio,
    DossierGitignore,
    /// The schema of a kind of file, for the editor.
    Schema(Bestand),
    Dossier,
}

/// A place in a tree that can be read but is never written: its name is none that every
/// system takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoPlace;

impl At {
    /// The place of a file.
    pub fn of(slot: &Slot) -> Result<Self, NoPlace> {
        let is_written = match slot {
            Slot::Regio | Slot::Dossier => true,
            Slot::Vergadering(day) | Slot::Verzonden(day) | Slot::Aanwezig(day) | Slot::Case(day, ..) => is_day(*day),
            Slot::Rooster(year) => (1000..=9999).contains(year),
            Slot::Afwezigheid(name) => is_file_name(name),
            Slot::DossierKaart(folder) | Slot::Koppeling(folder) => Dossiernummer::read(folder).is_ok(),
            Slot::LooseKaart => false,
        };
        let zone = match slot {
            Slot::Dossier | Slot::DossierKaart(_) | Slot::Koppeling(_) | Slot::LooseKaart => Zone::Dossier,
            _ => Zone::Team,
        };
        if is_written { Ok(Self::new(zone, &slot.path())) } else { Err(NoPlace) }
    }

    /// Where a discussion is kept until it is whole; no file of the team, and never committed.
    pub fn concept(day: NaiveDate, casus: Casus) -> Result<Self, NoPlace> {
        let At { zone, mut parts } = Self::of(&Slot::Case(day, casus, CaseFile::Bespreking))?;
        parts.pop();
        parts.push(".bespreking.concept.yaml".to_owned());
        Ok(At { zone, parts })
    }

    /// The identifiable card of a dossier.
    #[must_use]
    pub fn kaart(nummer: &Dossiernummer) -> Self {
        Self::new(Zone::Dossier, &Slot::DossierKaart(nummer.as_str().to_owned()).path())
    }

    /// A file that a tree begins with.
    #[must_use]
    pub fn fixed(file: Fixed) -> Self {
        match file {
            Fixed::TeamGitignore => Self::new(Zone::Team, ".gitignore"),
            Fixed::TeamGitattributes => Self::new(Zone::Team, ".gitattributes"),
            Fixed::TeamLeesmij => Self::new(Zone::Team, "LEESMIJ.md"),
            Fixed::Regio => Self::new(Zone::Team, Zone::Team.marker()),
            Fixed::DossierGitignore => Self::new(Zone::Dossier, ".gitignore"),
            Fixed::Schema(file) => Self::new(Zone::Dossier, &schema_path(file)),
            Fixed::Dossier => Self::new(Zone::Dossier, Zone::Dossier.marker()),
        }
    }

    fn new(zone: Zone, path: &str) -> Self {
        Self { zone, parts: path.split('/').map(ToOwned::to_owned).collect() }
    }

    /// The tree.
    #[must_use]
    pub fn zone(&self) -> Zone {
        self.zone
    }

    /// The path from the root, with `/`.
    #[must_use]
    pub fn path(&self) -> String {
        self.parts.join("/")
    }

    /// The folders on the way, and the name of the file.
    pub(super) fn split(&self) -> (&[String], &str) {
        self.parts.split_last().map_or((&[], ""), |(name, folders)| (folders, name))
    }
}

/// Where a dossier keeps the schema of a kind of file.
pub(super) fn schema_path(file: Bestand) -> String {
    format!(".schema/{}.json", file.name())
}

fn is_day(day: NaiveDate) -> bool {
    (1900..=9999).contains(&day.year())
}

/// An organisation as `vt` itself names its file.
fn is_file_name(name: &str) -> bool {
    let length = 1..=100;
    length.contains(&name.len()) && name_as_file(name) == name && !is_device(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_a_path_that_every_system_takes() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
        let casus = Casus::read("7k3f-9qxr").unwrap();
        let at = At::of(&Slot::Case(day, casus, CaseFile::Kaart)).ok().unwrap();
        assert_eq!(at.path(), "vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml");
        assert_eq!(at.zone(), Zone::Team);
        let refused = [
            Slot::LooseKaart,
            Slot::DossierKaart("..".into()),
            Slot::DossierKaart("a/b".into()),
            Slot::Koppeling("NUL".into()),
            Slot::Afwezigheid("con".into()),
            Slot::Afwezigheid("../regio".into()),
            Slot::Afwezigheid("Rucphen".into()),
            Slot::Afwezigheid(String::new()),
            Slot::Rooster(12),
            Slot::Rooster(-2026),
            Slot::Vergadering(NaiveDate::from_ymd_opt(12026, 3, 12).unwrap()),
        ];
        for slot in refused {
            assert!(At::of(&slot).is_err(), "{slot:?}");
        }
    }
}
