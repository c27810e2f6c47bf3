//! The hooks of git that look before a commit: the one thing outside the two trees that
//! `vt` writes, and only when someone asks for it by name.

use super::apply::{Done, Trouble};
use super::place::{look, make_folder, put_program};
use super::read::read;
use std::path::Path;

/// A hook: its name and its text.
pub type Hook = (&'static str, &'static str);

/// What has to be done for each hook; nothing is written.
///
/// # Errors
/// With the first that can't be: something else stands there.
pub fn look_hooks(folder: &Path, hooks: &[Hook]) -> Result<Vec<Done>, (Trouble, &'static str)> {
    let state = |(name, text): &Hook| {
        let is_there = match look(folder)? {
            Some(data) if data.is_dir() => look(&folder.join(name))?,
            Some(_) => return Err(Trouble::OtherKind),
            None => None,
        };
        match is_there {
            None => Ok(Done::Now),
            Some(_) if read(&folder.join(name)).is_ok_and(|bytes| bytes == text.as_bytes()) => Ok(Done::Before),
            Some(_) => Err(Trouble::Exists),
        }
    };
    hooks.iter().map(|hook| state(hook).map_err(|trouble| (trouble, hook.0))).collect()
}

/// Writes the hooks that are not there yet. None takes the place of another.
pub fn put_hooks(folder: &Path, hooks: &[Hook]) -> Result<Vec<Done>, (Trouble, &'static str)> {
    let done = look_hooks(folder, hooks)?;
    let missing = hooks.iter().zip(&done).filter(|(_, done)| **done == Done::Now);
    for ((name, text), _) in missing {
        let put = || {
            if look(folder)?.is_none() {
                make_folder(folder, false)?;
            }
            put_program(folder, name, text.as_bytes())
        };
        put().map_err(|trouble| (trouble, *name))?;
    }
    Ok(done)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOOKS: [Hook; 2] = [("een", "#!/bin/sh\n"), ("twee", "#!/bin/sh\nexit\n")];

    #[test]
    fn hooks_come_once_and_take_nobodys_place() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("hooks");
        assert_eq!(put_hooks(&folder, &HOOKS), Ok(vec![Done::Now, Done::Now]));
        assert_eq!(put_hooks(&folder, &HOOKS), Ok(vec![Done::Before, Done::Before]));
        std::fs::remove_file(folder.join("een")).unwrap();
        std::fs::write(folder.join("twee"), "van ons\n").unwrap();
        assert_eq!(put_hooks(&folder, &HOOKS), Err((Trouble::Exists, "twee")));
        assert!(!folder.join("een").exists());
        std::fs::remove_file(folder.join("twee")).unwrap();
        assert_eq!(look_hooks(&folder, &HOOKS), Ok(vec![Done::Now, Done::Now]));
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt as _;
            put_hooks(&folder, &HOOKS).unwrap();
            assert_eq!(folder.join("een").metadata().unwrap().permissions().mode() & 0o111, 0o111);
            std::os::unix::fs::symlink(&folder, place.path().join("link")).unwrap();
            assert_eq!(look_hooks(&place.path().join("link"), &HOOKS), Err((Trouble::Link, "een")));
        }
    }
}
