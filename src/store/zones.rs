//! The two zones stay apart: no dossier in a team's folder, no team's folder in a dossier,
//! and never both in one git work tree, where one commit would carry names to the team.
//!
//! Links are resolved first; folders are the same when the system says so, whatever
//! spelling, drive letter or network path they were reached by.

use super::roots::{Root, Zone};
use std::path::{Component, Path, PathBuf};
use std::{fmt, io};

/// Why two folders may not be written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TooClose {
    /// The dossier is the team's folder, or stands inside it.
    DossierInTeam,
    /// The team's folder stands inside the dossier.
    TeamInDossier,
    /// Both stand in one git work tree.
    OneGit,
    /// Where a folder is can't be found out.
    Unknown,
}

impl fmt::Display for TooClose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::DossierInTeam => "het dossier staat in een teammap",
            Self::TeamInDossier => "de teammap staat in een dossier",
            Self::OneGit => "het dossier en de teammap staan in dezelfde git-map",
            Self::Unknown => "waar het dossier of de teammap staat, is niet na te gaan",
        })
    }
}

impl std::error::Error for TooClose {}

/// The trees in which a command writes. There is no other way to name them to
/// [`apply`](super::apply), so nothing is written before they were found to be apart.
pub struct Roots {
    team: Option<PathBuf>,
    dossier: Option<PathBuf>,
}

impl Roots {
    /// The trees that a command knows of. Each may still have to be made.
    pub fn of(team: Option<&Path>, dossier: Option<&Path>) -> Result<Self, TooClose> {
        let resolve = |path: Option<&Path>| path.map(resolved).transpose().map_err(|_| TooClose::Unknown);
        let (team, dossier) = (resolve(team)?, resolve(dossier)?);
        if let Some(dossier) = &dossier
            && marked_above(dossier, Zone::Team).is_some()
        {
            return Err(TooClose::DossierInTeam);
        }
        if let Some(team) = &team
            && marked_above(team, Zone::Dossier).is_some()
        {
            return Err(TooClose::TeamInDossier);
        }
        if let (Some(team), Some(dossier)) = (&team, &dossier) {
            both(team, dossier)?;
        }
        Ok(Self { team, dossier })
    }

    /// The root of a tree, without links.
    #[must_use]
    pub fn path(&self, zone: Zone) -> Option<&Path> {
        match zone {
            Zone::Team => self.team.as_deref(),
            Zone::Dossier => self.dossier.as_deref(),
        }
    }

    /// Makes the folder of a tree when it is not there yet, in a folder that is. A
    /// dossier's is of its owner alone.
    pub fn make(&self, zone: Zone) -> Result<(), super::Trouble> {
        let folder = self.path(zone).ok_or(super::Trouble::NoTree)?;
        if folder.is_dir() {
            if zone == Zone::Dossier {
                super::place::make_private(folder)?;
            }
            return Ok(());
        }
        Ok(super::place::make_folder(folder, zone == Zone::Dossier)?)
    }
}

/// Whether a dossier and a team's folder are far enough from each other.
pub fn apart(team: &Path, dossier: &Path) -> Result<(), TooClose> {
    Roots::of(Some(team), Some(dossier)).map(drop)
}

fn both(team: &Path, dossier: &Path) -> Result<(), TooClose> {
    if is_inside(dossier, team) {
        return Err(TooClose::DossierInTeam);
    }
    if is_inside(team, dossier) {
        return Err(TooClose::TeamInDossier);
    }
    match (git_above(team), git_above(dossier)) {
        (Some(one), Some(other)) if is_same(one, other) => Err(TooClose::OneGit),
        _ => Ok(()),
    }
}

/// The root of another tree at or above a folder.
fn marked_above(folder: &Path, zone: Zone) -> Option<&Path> {
    folder.ancestors().find(|folder| Root::at(folder, zone).is_some())
}

/// The git work tree that a folder stands in. In a linked work tree `.git` is a file.
fn git_above(folder: &Path) -> Option<&Path> {
    folder.ancestors().find(|folder| folder.join(".git").symlink_metadata().is_ok())
}

fn is_inside(inner: &Path, outer: &Path) -> bool {
    inner.ancestors().any(|folder| is_same(folder, outer))
}

/// Whether two resolved folders are one.
#[cfg(unix)]
fn is_same(a: &Path, b: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let id = |path: &Path| path.metadata().ok().map(|data| (data.dev(), data.ino()));
    a == b || id(a).is_some_and(|a| Some(a) == id(b))
}

/// Resolving gave both the same drive or network path; capitals don't count there.
#[cfg(not(unix))]
fn is_same(a: &Path, b: &Path) -> bool {
    a.to_string_lossy().to_lowercase() == b.to_string_lossy().to_lowercase()
}

/// A path without links. What is not there yet stands behind what is.
fn resolved(path: &Path) -> io::Result<PathBuf> {
    if let Ok(path) = path.canonicalize() {
        return Ok(path);
    }
    // A link that leads nowhere is no folder that can be made.
    if path.symlink_metadata().is_ok() {
        return Err(io::ErrorKind::NotFound.into());
    }
    match (path.parent(), path.components().next_back()) {
        (Some(parent), Some(Component::Normal(name))) => {
            let parent = if parent.as_os_str().is_empty() { Path::new(".") } else { parent };
            Ok(resolved(parent)?.join(name))
        }
        _ => Err(io::ErrorKind::NotFound.into()),
    }
}

#[cfg(test)]
mod tests;
