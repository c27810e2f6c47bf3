//! Carrying out a list of changes: the only code of `vt` that writes.
//!
//! Each change is atomic and durable, and nothing below a root is reached through a link.
//! A list that stopped halfway is completed by carrying it out again: what was done
//! before counts as done.

use super::change::{Act, At, Change, Seen};
use super::place::{self, Place};
use super::roots::Zone;
use super::zones::Roots;
use crate::pseudo::Gated;
use std::path::Path;
use std::{fmt, io};

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Done {
    /// It was written, or taken away.
    Now,
    /// It was so already.
    Before,
}

/// Why a change could not be made. It carries no value and no path.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// Something else already stands where a new file would come.
    Exists,
    /// The file is no longer what was read.
    Changed,
    /// A link, a junction or a device stands on the way; none is followed.
    Link,
    /// A file stands where a folder should be, or a folder where a file should be.
    OtherKind,
    /// A file or folder whose name differs only in capitals stands there.
    Twin,
    /// The place is of the other tree, or that tree was not given.
    NoTree,
    /// This user may not write here.
    NotAllowed,
    /// The disk is full, or this user's part of it.
    Full,
    /// Nothing can be written on this disk.
    ReadOnly,
    /// Another program holds it, or the disk or network failed.
    Failed,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied => Self::NotAllowed,
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Self::Full,
            io::ErrorKind::ReadOnlyFilesystem => Self::ReadOnly,
            io::ErrorKind::AlreadyExists => Self::Exists,
            io::ErrorKind::NotADirectory | io::ErrorKind::IsADirectory => Self::OtherKind,
            _ => Self::Failed,
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Exists => "Daar staat al een ander bestand.",
            Self::Changed => "Het bestand is veranderd sinds vt het las.",
            Self::Link => "Op die plek staat een snelkoppeling (link) of apparaat; vt volgt die niet.",
            Self::OtherKind => "Daar staat een map waar een bestand hoort, of een bestand waar een map hoort.",
            Self::Twin => "Daar staat al iets met dezelfde naam, met andere hoofdletters.",
            Self::NoTree => "De map waarin het moet komen, is er niet.",
            Self::NotAllowed => "Je mag in die map niet schrijven.",
            Self::Full => "De schijf is vol.",
            Self::ReadOnly => "Op die schijf kan niets worden geschreven.",
            Self::Failed => "Een ander programma houdt het bestand vast, of de schijf of het netwerk antwoordt niet.",
        })
    }
}

/// A list that stopped: why, and how far it came. The change after those is the one that
/// failed; it and all behind it left no trace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApplyError {
    /// Why.
    pub trouble: Trouble,
    /// What became of the changes before it.
    pub done: Vec<Done>,
}

impl ApplyError {
    /// The place in the list of the change that failed, from 0.
    #[must_use]
    pub fn at(&self) -> usize {
        self.done.len()
    }
}

impl fmt::Display for ApplyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "wijziging {}: {}", self.at() + 1, self.trouble)
    }
}

impl std::error::Error for ApplyError {}

/// Carries out the changes in their order, and stops at the first that can't be made.
pub fn apply(roots: &Roots, changes: &[Change]) -> Result<Vec<Done>, ApplyError> {
    apply_with(roots, changes, &mut step)
}

/// What carrying them out would do as things stand now, or where it would stop. Nothing is
/// written, and the folder of a tree need not be there yet.
pub fn rehearse(roots: &Roots, changes: &[Change]) -> Result<Vec<Done>, ApplyError> {
    let mut done = Vec::with_capacity(changes.len());
    for change in changes {
        match found(roots, change).and_then(|(_, now)| expected(&change.bytes(), now.as_deref())) {
            Ok(expected) => done.push(expected),
            Err(trouble) => return Err(ApplyError { trouble, done }),
        }
    }
    Ok(done)
}

/// A step of a change, where tests let the disk fail or another program come between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Before a missing folder is made.
    Folder,
    /// Before the temporary file is made.
    Temporary,
    /// Before its bytes are written.
    Write,
    /// Before the last look at what stands there.
    Look,
    /// Before it takes its place, or the file is taken away.
    Place,
}

/// What comes before a step: nothing, but in the tests of commands.
#[cfg(not(test))]
#[allow(clippy::unnecessary_wraps, reason = "a test lets it fail")]
pub(super) fn step(_: Step) -> io::Result<()> {
    Ok(())
}
#[cfg(test)]
pub(super) use failing::step;

/// What happens before a step.
pub(super) type Before<'b> = &'b mut dyn FnMut(Step) -> io::Result<()>;

pub(super) fn apply_with(roots: &Roots, changes: &[Change], before: Before<'_>) -> Result<Vec<Done>, ApplyError> {
    let mut done = Vec::with_capacity(changes.len());
    for change in changes {
        match one(roots, change, before) {
            Ok(now) => done.push(now),
            Err(trouble) => return Err(ApplyError { trouble, done }),
        }
    }
    Ok(done)
}

/// The place of a change and what stands there.
fn found(roots: &Roots, change: &Change) -> Result<(Place, Option<Vec<u8>>), Trouble> {
    let at: &At = change.at();
    let root = roots.path(change.zone()).filter(|_| at.zone() == change.zone()).ok_or(Trouble::NoTree)?;
    let place = Place::find(root, at)?;
    let now = place.read()?;
    Ok((place, now))
}

/// What a change comes down to where this stands: work to do, or work that was done.
fn expected(act: &Act<&[u8]>, now: Option<&[u8]>) -> Result<Done, Trouble> {
    match (act, now) {
        (Act::Create(with) | Act::Replace { with, .. }, Some(now)) if *with == now => Ok(Done::Before),
        (Act::Create(_), Some(_)) => Err(Trouble::Exists),
        (Act::Create(_), None) => Ok(Done::Now),
        (Act::Remove { .. }, None) => Ok(Done::Before),
        (Act::Replace { was, .. } | Act::Remove { was }, Some(now)) if Seen::of(now) == *was => Ok(Done::Now),
        (Act::Replace { .. } | Act::Remove { .. }, _) => Err(Trouble::Changed),
    }
}

/// Writes bytes that passed the gate to a new file outside both trees, to be mailed. Only its
/// owner reads it.
pub fn export(to: &Path, bytes: &Gated) -> Result<Done, Trouble> {
    let place = Place::outside(to)?;
    let now = place.read()?;
    act(&place, &Act::Create(bytes.as_ref()), now.as_deref(), true, &mut step)
}

fn one(roots: &Roots, change: &Change, before: Before<'_>) -> Result<Done, Trouble> {
    let (place, now) = found(roots, change)?;
    act(&place, &change.bytes(), now.as_deref(), change.zone() == Zone::Dossier, before)
}

fn act(
    place: &Place,
    act: &Act<&[u8]>,
    now: Option<&[u8]>,
    is_private: bool,
    before: Before<'_>,
) -> Result<Done, Trouble> {
    if expected(act, now)? == Done::Before {
        return Ok(Done::Before);
    }
    match *act {
        Act::Create(with) => {
            place.make_folders(is_private, before)?;
            let temporary = place::temporary(place, with, is_private, before)?;
            before(Step::Place)?;
            match place.put_new(temporary) {
                // Another `vt` was first: with the same bytes that is fine.
                Err(Trouble::Exists) => expected(act, place.read()?.as_deref()),
                put => put.map(|()| Done::Now),
            }
        }
        Act::Replace { was, with } => {
            let temporary = place::temporary(place, with, is_private, before)?;
            let _guard = place.guard();
            before(Step::Look)?;
            still(place, was)?;
            before(Step::Place)?;
            place.put_over(temporary).map(|()| Done::Now)
        }
        Act::Remove { was } => {
            let _guard = place.guard();
            before(Step::Look)?;
            still(place, was)?;
            before(Step::Place)?;
            place.remove().map(|()| Done::Now)
        }
    }
}

/// Reads again right before the change: people save their own work in between.
fn still(place: &Place, was: Seen) -> Result<(), Trouble> {
    let now = place.read()?;
    if now.is_some_and(|now| Seen::of(&now) == was) { Ok(()) } else { Err(Trouble::Changed) }
}

#[cfg(test)]
pub mod failing;
#[cfg(test)]
mod tests;
