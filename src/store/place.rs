//! One place on disk: the way to it without links, what stands there, and putting a file
//! there in one step.

use super::apply::{Before, Step, Trouble, step};
use super::change::At;
use super::read::{ReadProblem, read};
use super::roots::Zone;
use std::ffi::OsStr;
use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use tempfile::{NamedTempFile, PersistError};

/// How the temporary files of `vt` begin and end. One that is left over tells of work that
/// was interrupted.
pub(super) const TEMPORARY: (&str, &str) = (".vt-", ".tmp");

/// A place whose way was walked.
pub(super) struct Place {
    file: PathBuf,
    folder: PathBuf,
    /// The folders that are not there yet, outermost first.
    missing: Vec<PathBuf>,
    /// The folders that go when nothing is left in them, innermost first: of a case its own and
    /// that of the meeting, of a dossier that of the card.
    own: Vec<PathBuf>,
}

impl Place {
    /// Walks from the root to the place. Every name on the way is a plain folder, or is
    /// not there yet.
    pub fn find(root: &Path, at: &At) -> Result<Self, Trouble> {
        let (folders, name) = at.split();
        let mut folder = root.to_owned();
        let mut missing = Vec::new();
        let mut own = Vec::new();
        for (depth, part) in folders.iter().enumerate() {
            let next = folder.join(part);
            if depth > 0 || at.zone() == Zone::Dossier {
                own.insert(0, next.clone());
            }
            if missing.is_empty() {
                no_twin(&folder, part)?;
                match look(&next)? {
                    Some(data) if data.is_dir() => {}
                    Some(_) => return Err(Trouble::OtherKind),
                    None => missing.push(next.clone()),
                }
            } else {
                missing.push(next.clone());
            }
            folder = next;
        }
        if missing.is_empty() {
            no_twin(&folder, name)?;
        }
        Ok(Self { file: folder.join(name), folder, missing, own })
    }

    /// A file in a folder that is there, outside both trees.
    pub fn outside(file: &Path) -> Result<Self, Trouble> {
        let (Some(folder), Some(name)) = (file.parent(), file.file_name().and_then(OsStr::to_str)) else {
            return Err(Trouble::OtherKind);
        };
        no_twin(folder, name)?;
        Ok(Self { file: file.to_owned(), folder: folder.to_owned(), missing: Vec::new(), own: Vec::new() })
    }

    /// What stands there, if anything does.
    pub fn read(&self) -> Result<Option<Vec<u8>>, Trouble> {
        match look(&self.file)? {
            None => Ok(None),
            Some(data) if data.is_file() => match read(&self.file) {
                Ok(bytes) => Ok(Some(bytes)),
                Err(ReadProblem::Absent) => Ok(None),
                Err(ReadProblem::NotAllowed) => Err(Trouble::NotAllowed),
                Err(ReadProblem::Failed) => Err(Trouble::Failed),
            },
            Some(_) => Err(Trouble::OtherKind),
        }
    }

    /// Makes the folders that are missing.
    pub fn make_folders(&self, is_private: bool, before: Before<'_>) -> Result<(), Trouble> {
        for folder in &self.missing {
            before(Step::Folder)?;
            match make_folder(folder, is_private) {
                // Another `vt` made it meanwhile.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                    if !look(folder)?.is_some_and(|data| data.is_dir()) {
                        return Err(Trouble::OtherKind);
                    }
                }
                made => made?,
            }
        }
        Ok(())
    }

    /// Puts a new file in its place. It never takes the place of another.
    pub fn put_new(&self, temporary: NamedTempFile) -> Result<(), Trouble> {
        let put = temporary.persist_noclobber(&self.file).map(drop);
        put.or_else(|PersistError { error, file }| match error.kind() {
            io::ErrorKind::AlreadyExists => Err(Trouble::Exists),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Err(Trouble::Full),
            // Some network drives and sticks can't rename without replacing, nor link.
            _ => self.claim_and_put(file),
        })?;
        sync(&self.folder)
    }

    /// Claims the name with an empty file, which only one can do, and replaces that.
    pub fn claim_and_put(&self, temporary: NamedTempFile) -> Result<(), Trouble> {
        OpenOptions::new().write(true).create_new(true).open(&self.file)?;
        let put = persist(temporary, &self.file);
        if put.is_err() {
            // It is our own and still empty.
            let _ = fs::remove_file(&self.file);
        }
        put
    }

    /// Held from the last look until the change is made, so that of two `vt`s at once one sees
    /// what the other wrote. Where a drive knows no locks, that last look is all there is; on
    /// Windows a locked file can't be replaced.
    pub fn guard(&self) -> Option<File> {
        if cfg!(windows) {
            return None;
        }
        let file = OpenOptions::new().read(true).write(true).open(&self.file).ok()?;
        file.lock().ok()?;
        Some(file)
    }

    /// Puts a file in the place of the one that stands there.
    pub fn put_over(&self, temporary: NamedTempFile) -> Result<(), Trouble> {
        persist(temporary, &self.file)?;
        sync(&self.folder)
    }

    /// Takes the file away, and the folders in which nothing is left: their names say which
    /// case or dossier it was. One that can't go stays, empty.
    pub fn remove(&self) -> Result<(), Trouble> {
        again(|| fs::remove_file(&self.file))?;
        sync(&self.folder)?;
        let _ = self.own.iter().try_for_each(fs::remove_dir);
        Ok(())
    }
}

/// What stands at a path. A link, a junction or a device is an error, wherever it leads.
pub(super) fn look(path: &Path) -> Result<Option<Metadata>, Trouble> {
    match path.symlink_metadata() {
        Ok(data) if data.is_dir() || data.is_file() => Ok(Some(data)),
        Ok(_) => Err(Trouble::Link),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// A name that differs from another only in capitals is one file on some systems and two
/// on others.
fn no_twin(folder: &Path, name: &str) -> Result<(), Trouble> {
    let lower = name.to_lowercase();
    let entries = match fs::read_dir(folder) {
        // The root of a tree that is still to be made.
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(()),
        entries => entries?,
    };
    for entry in entries {
        let other = entry?.file_name();
        if other.to_str().is_some_and(|other| other != name && other.to_lowercase() == lower) {
            return Err(Trouble::Twin);
        }
    }
    Ok(())
}

/// The bytes in a file beside the place, safe on disk and with its final mode.
pub(super) fn temporary(
    place: &Place,
    bytes: &[u8],
    is_private: bool,
    before: Before<'_>,
) -> Result<NamedTempFile, Trouble> {
    before(Step::Temporary)?;
    let mode = if is_private { PRIVATE_FILE } else { usual_mode(place) };
    let mut temporary = create(&place.folder, mode)?;
    before(Step::Write)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    Ok(temporary)
}

/// A new file that can be started as a program.
pub(super) fn put_program(folder: &Path, name: &str, bytes: &[u8]) -> Result<(), Trouble> {
    let place = Place { file: folder.join(name), folder: folder.to_owned(), missing: Vec::new(), own: Vec::new() };
    let mut temporary = create(folder, 0o755)?;
    temporary.write_all(bytes)?;
    temporary.as_file().sync_all()?;
    step(Step::Place)?;
    place.put_new(temporary)
}

/// Only the owner reads a dossier.
const PRIVATE_FILE: u32 = 0o600;
#[cfg(unix)]
const PRIVATE_FOLDER: u32 = 0o700;

#[cfg(unix)]
fn create(folder: &Path, mode: u32) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt as _;
    let permissions = fs::Permissions::from_mode(mode);
    let mut builder = tempfile::Builder::new();
    let temporary =
        builder.prefix(TEMPORARY.0).suffix(TEMPORARY.1).permissions(permissions.clone()).tempfile_in(folder)?;
    if mode != PRIVATE_FILE {
        // The folder decides, not the umask of one colleague. A drive without modes says no.
        let _ = temporary.as_file().set_permissions(permissions);
    }
    Ok(temporary)
}

#[cfg(not(unix))]
fn create(folder: &Path, _mode: u32) -> io::Result<NamedTempFile> {
    tempfile::Builder::new().prefix(TEMPORARY.0).suffix(TEMPORARY.1).tempfile_in(folder)
}

/// The mode of a file of the team: of the file that it replaces, else who may look into and
/// change the folder may read and change the file.
#[cfg(unix)]
fn usual_mode(place: &Place) -> u32 {
    use std::os::unix::fs::PermissionsExt as _;
    let of = |path: &Path| path.symlink_metadata().ok().filter(|data| !data.is_symlink());
    let old = of(&place.file).map(|data| data.permissions().mode() & 0o777);
    old.or_else(|| of(&place.folder).map(|data| data.permissions().mode() & 0o666)).unwrap_or(0o644)
}

#[cfg(not(unix))]
fn usual_mode(_place: &Place) -> u32 {
    0
}

/// Makes one folder: of the owner alone, or like the folder it stands in.
pub(super) fn make_folder(folder: &Path, is_private: bool) -> io::Result<()> {
    let parent = folder.parent().unwrap_or(folder);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{DirBuilderExt as _, PermissionsExt as _};
        let mode = if is_private { PRIVATE_FOLDER } else { fs::metadata(parent)?.permissions().mode() & 0o7777 };
        fs::DirBuilder::new().mode(mode).create(folder)?;
        if !is_private {
            let _ = fs::set_permissions(folder, fs::Permissions::from_mode(mode));
        }
    }
    #[cfg(not(unix))]
    {
        let _ = is_private;
        fs::create_dir(folder)?;
    }
    sync(parent).map_err(|_| io::ErrorKind::Other.into())
}

/// Makes an existing folder one of the owner alone, where the system has modes.
#[cfg(unix)]
pub(super) fn make_private(folder: &Path) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(folder, fs::Permissions::from_mode(PRIVATE_FOLDER))
}

#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "elsewhere it can fail")]
pub(super) fn make_private(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// Puts a temporary file in place of whatever stands there.
fn persist(temporary: NamedTempFile, file: &Path) -> Result<(), Trouble> {
    let mut held = Some(temporary);
    again(|| {
        let Some(temporary) = held.take() else { return Ok(()) };
        temporary.persist(file).map(drop).map_err(|PersistError { error, file }| {
            held = Some(file);
            error
        })
    })?;
    Ok(())
}

/// On Windows a virus scanner or a preview holds a file for a moment: there it is tried
/// again, for half a second.
fn again(mut act: impl FnMut() -> io::Result<()>) -> io::Result<()> {
    let tries = if cfg!(windows) { 10 } else { 1 };
    for _ in 1..tries {
        match act() {
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => {
                std::thread::sleep(std::time::Duration::from_millis(50));
            }
            other => return other,
        }
    }
    act()
}

/// Makes the names in a folder durable, where the system can.
fn sync(folder: &Path) -> Result<(), Trouble> {
    if !cfg!(unix) {
        return Ok(());
    }
    match File::open(folder).and_then(|folder| folder.sync_all()) {
        Err(error) if is_no_sync(error.kind()) => Ok(()),
        other => Ok(other?),
    }
}

/// Drives that have no such thing say so in one of these words; so does a folder in which
/// one may write but not look.
fn is_no_sync(kind: io::ErrorKind) -> bool {
    matches!(kind, io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported | io::ErrorKind::PermissionDenied)
}
