//! A disk that is full while `vt` writes. Only root can make one of 64 KiB; elsewhere the
//! steps in `src/store/apply/tests.rs` stand in for it.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use vt::pseudo::Gated;
use vt::store::{Act, At, Change, Done, Fixed, Roots, Seen, Trouble, apply};

fn ran(program: &str, arguments: &[&str], disk: &Path) -> bool {
    let mut command = Command::new(program);
    command.args(arguments).arg(disk).stderr(Stdio::null());
    command.status().is_ok_and(|status| status.success())
}

/// Goes away with the test, however it ends.
struct Disk<'p>(&'p Path);

impl Drop for Disk<'_> {
    fn drop(&mut self) {
        assert!(ran("umount", &["-l"], self.0) || std::thread::panicking());
    }
}

fn files(folder: &Path) -> usize {
    fs::read_dir(folder).unwrap().count()
}

#[test]
fn a_full_disk_leaves_the_old_file_and_no_trace() {
    let folder = tempfile::tempdir().unwrap();
    let root = folder.path();
    if !ran("mount", &["-t", "tmpfs", "-o", "size=64k", "tmpfs"], root) {
        return;
    }
    let _disk = Disk(root);
    let leesmij = root.join("LEESMIJ.md");
    fs::write(&leesmij, "oud\n").unwrap();
    fs::write(root.join("vulling"), vec![0; 52 * 1024]).unwrap();
    let big: &'static str = Box::leak("x".repeat(20_000).into_boxed_str());
    let roots = Roots::of(Some(root), None).unwrap();
    let replace = Act::Replace { was: Seen::of(b"oud\n"), with: Gated::fixed(big) };
    let changes = [
        Change::Team(At::fixed(Fixed::TeamLeesmij), replace),
        Change::Team(At::fixed(Fixed::TeamGitignore), Act::Create(Gated::fixed("*\n"))),
    ];
    let error = apply(&roots, &changes).unwrap_err();
    assert_eq!((error.trouble, error.at()), (Trouble::Full, 0));
    assert_eq!(fs::read_to_string(&leesmij).unwrap(), "oud\n");
    assert_eq!(files(root), 2);
    // A new file on the full disk: nothing of it stays either.
    let create = [Change::Team(At::fixed(Fixed::TeamGitattributes), Act::Create(Gated::fixed(big)))];
    assert_eq!(apply(&roots, &create).unwrap_err().trouble, Trouble::Full);
    assert_eq!(files(root), 2);
    fs::remove_file(root.join("vulling")).unwrap();
    assert_eq!(apply(&roots, &changes).unwrap(), [Done::Now; 2]);
    assert_eq!(fs::read_to_string(&leesmij).unwrap(), big);
}
