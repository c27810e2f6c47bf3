//! Finding the two trees.

use std::io;
use std::path::{Path, PathBuf};

/// Which of the two trees.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Zone {
    /// The team's folder: nothing in it names a family.
    Team,
    /// A professional's own folder.
    Dossier,
}

impl Zone {
    /// The file that makes a folder the root of this tree.
    #[must_use]
    pub fn marker(self) -> &'static str {
        match self {
            Self::Team => "regio.yaml",
            Self::Dossier => "dossier.yaml",
        }
    }
}

/// The root of a tree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Root {
    /// Which tree it is.
    pub zone: Zone,
    /// The folder, as it was found.
    pub path: PathBuf,
}

impl Root {
    /// The folder as this tree, when it is one. A link, a folder or a file that can't be read
    /// in the place of its file makes it one too: the zone must not change because of that.
    #[must_use]
    pub fn at(path: &Path, zone: Zone) -> Option<Self> {
        path.join(zone.marker()).symlink_metadata().is_ok().then(|| Self { zone, path: path.to_owned() })
    }
}

/// The nearest team's folder at or above `start`.
#[must_use]
pub fn team_above(start: &Path) -> Option<Root> {
    above(start, Zone::Team)
}

/// The nearest dossier at or above `start`.
#[must_use]
pub fn dossier_above(start: &Path) -> Option<Root> {
    above(start, Zone::Dossier)
}

fn above(start: &Path, zone: Zone) -> Option<Root> {
    start.ancestors().find_map(|folder| Root::at(folder, zone))
}

/// How far below a folder its trees are looked for.
const DEPTH: usize = 2;

/// The trees below a folder that stands above them, in order of path.
#[must_use]
pub fn below(folder: &Path) -> Vec<Root> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1).max_depth(DEPTH).sort_by_file_name();
    let folders = entries.into_iter().filter_entry(|entry| entry.file_type().is_dir() && entry.file_name() != ".git");
    let mut roots: Vec<Root> = Vec::new();
    for entry in folders.flatten() {
        if roots.iter().any(|root| entry.path().starts_with(&root.path)) {
            continue;
        }
        roots.extend([Zone::Dossier, Zone::Team].into_iter().find_map(|zone| Root::at(entry.path(), zone)));
    }
    roots
}

/// Whether this user may not look into a folder, so that nobody can say what it is.
#[must_use]
pub fn is_closed(folder: &Path) -> bool {
    std::fs::read_dir(folder).is_err_and(|error| error.kind() == io::ErrorKind::PermissionDenied)
}
