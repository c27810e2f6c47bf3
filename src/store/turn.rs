//! A turn to write in a team's folder: what is looked at and what is then written belong
//! together, also over several files, so of two `vt`s at once one waits for the other.

use std::fs::{File, TryLockError};
use std::path::Path;
use std::thread::sleep;
use std::time::Duration;

/// How long one `vt` waits for another: a turn takes less than a second.
const TRIES: u32 = if cfg!(test) { 1 } else { 100 };
const PAUSE: Duration = Duration::from_millis(50);

/// A turn, until it is dropped; also when the program stops halfway. It writes nothing in the
/// folder. Where a drive or system knows no locks on a folder it holds nothing, and what each
/// change sees right before it is made is all there is.
#[must_use]
pub struct Turn {
    _held: Option<File>,
}

/// Takes the turn; none when somebody else still has it after a few seconds. Nobody is asked
/// anything while it is held.
#[must_use]
pub fn hold(root: &Path) -> Option<Turn> {
    held(root, TRIES)
}

fn held(root: &Path, tries: u32) -> Option<Turn> {
    // Windows opens no folder as a file.
    let Ok(folder) = File::open(root) else { return Some(Turn { _held: None }) };
    for left in (0..tries).rev() {
        match folder.try_lock() {
            Ok(()) => return Some(Turn { _held: Some(folder) }),
            Err(TryLockError::Error(_)) => return Some(Turn { _held: None }),
            Err(TryLockError::WouldBlock) if left > 0 => sleep(PAUSE),
            Err(TryLockError::WouldBlock) => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn one_has_the_turn_and_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        let first = held(folder.path(), 1);
        assert!(first.is_some() && held(folder.path(), 1).is_none());
        assert!(held(other.path(), 1).is_some(), "another team has its own");
        drop(first);
        assert!(held(folder.path(), 1).is_some());
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }

    #[test]
    fn where_nothing_can_be_locked_nobody_is_stopped() {
        let folder = tempfile::tempdir().unwrap();
        let absent = folder.path().join("weg");
        let first = held(&absent, 1);
        assert!(first.is_some() && held(&absent, 1).is_some());
    }
}
