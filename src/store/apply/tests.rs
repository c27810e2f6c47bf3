//! Lists that are stopped, run again, raced and tricked.

use super::super::change::Fixed;
use super::super::{CaseFile, Slot};
use super::*;
use crate::model::{Casus, Dossiernummer};
use crate::pseudo::Gated;
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A team's folder and a dossier side by side.
struct Trees {
    folder: TempDir,
}

impl Trees {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("team")).unwrap();
        fs::create_dir(folder.path().join("dossier")).unwrap();
        Self { folder }
    }

    fn path(&self, path: &str) -> PathBuf {
        self.folder.path().join(path)
    }

    fn roots(&self) -> Roots {
        Roots::of(Some(&self.path("team")), Some(&self.path("dossier"))).unwrap()
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Every file with its text.
    fn files(&self) -> BTreeMap<String, String> {
        let entries = walkdir::WalkDir::new(self.folder.path()).into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        let relative = |path: &Path| path.strip_prefix(self.folder.path()).unwrap().to_str().unwrap().to_owned();
        files.map(|entry| (relative(entry.path()), fs::read_to_string(entry.path()).unwrap())).collect()
    }
}

fn case(file: CaseFile) -> At {
    let day = NaiveDate::from_ymd_opt(2026, 3, 12).unwrap();
    At::of(&Slot::Case(day, Casus::read("7k3f-9qxr").unwrap(), file)).ok().unwrap()
}

fn nummer() -> Dossiernummer {
    Dossiernummer::read("RSD-1").unwrap()
}

fn koppeling() -> At {
    At::of(&Slot::Koppeling("RSD-1".into())).ok().unwrap()
}

const KAART: &str = "team/vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml";
const INGETROKKEN: &str = "team/vergaderingen/2026-03-12/7k3f-9qxr/ingetrokken.yaml";

fn seen(text: &str) -> Seen {
    Seen::of(text.as_bytes())
}

/// A list with each kind of change in each tree.
fn list() -> Vec<Change> {
    vec![
        Change::Dossier(koppeling(), Act::Create(b"casus\n".to_vec())),
        Change::Team(case(CaseFile::Kaart), Act::Replace { was: seen("oud\n"), with: Gated::fixed("nieuw\n") }),
        Change::Team(case(CaseFile::Verwacht), Act::Create(Gated::fixed("verwacht\n"))),
        Change::Dossier(At::kaart(&nummer()), Act::Replace { was: seen("a\n"), with: b"b\n".to_vec() }),
        Change::Team(case(CaseFile::Ingetrokken), Act::Remove { was: seen("weg\n") }),
    ]
}

fn trees() -> Trees {
    let trees = Trees::new();
    trees.write(KAART, "oud\n");
    trees.write(INGETROKKEN, "weg\n");
    trees.write("dossier/RSD-1/kaart.yaml", "a\n");
    trees
}

fn full() -> io::Error {
    io::ErrorKind::StorageFull.into()
}

#[test]
fn a_list_stopped_at_any_step_is_completed_by_running_it_again() {
    let whole = trees();
    assert_eq!(apply(&whole.roots(), &list()).unwrap(), [Done::Now; 5]);
    let goal = whole.files();
    assert_eq!(goal.len(), 4);
    assert_eq!(apply(&whole.roots(), &list()).unwrap(), [Done::Before; 5]);
    // Count the steps, then let the disk be full at each of them in turn.
    let mut steps = 0;
    apply_with(&trees().roots(), &list(), &mut |_| {
        steps += 1;
        Ok(())
    })
    .unwrap();
    assert!(steps >= 14, "{steps}");
    for stop in 0..steps {
        let trees = trees();
        let before = trees.files();
        let mut step = 0;
        let error = apply_with(&trees.roots(), &list(), &mut |_| {
            step += 1;
            if step > stop { Err(full()) } else { Ok(()) }
        })
        .unwrap_err();
        assert_eq!(error.trouble, Trouble::Full);
        // Each file is the old one or the new one, and nothing else lies about.
        for (path, text) in trees.files() {
            assert!(goal.get(&path) == Some(&text) || before.get(&path) == Some(&text), "{stop}: {path}");
        }
        let again = apply(&trees.roots(), &list()).unwrap();
        assert_eq!(again[..error.at()], vec![Done::Before; error.at()]);
        assert_eq!(trees.files(), goal, "{stop}");
    }
}

#[test]
fn a_list_that_ends_after_any_change_is_completed_by_the_whole() {
    let goal = trees();
    apply(&goal.roots(), &list()).unwrap();
    for length in 0..=list().len() {
        let trees = trees();
        apply(&trees.roots(), &list()[..length]).unwrap();
        apply(&trees.roots(), &list()).unwrap();
        assert_eq!(trees.files(), goal.files());
    }
}

#[test]
fn what_changed_since_it_was_read_is_left_alone() {
    // Before the list begins, and in the last moment before the rename.
    for late in [false, true] {
        for (path, at) in [(KAART, 1), ("dossier/RSD-1/kaart.yaml", 3), (INGETROKKEN, 4)] {
            let trees = trees();
            let change = || fs::write(trees.path(path), "van een ander\n").unwrap();
            if !late {
                change();
            }
            let error = apply_with(&trees.roots(), &list()[at..], &mut |step| {
                if late && step == Step::Look {
                    change();
                }
                Ok(())
            })
            .unwrap_err();
            assert_eq!((error.trouble, error.at()), (Trouble::Changed, 0), "{path}");
            assert_eq!(fs::read_to_string(trees.path(path)).unwrap(), "van een ander\n");
            assert_eq!(trees.files().len(), 3, "{path}");
        }
    }
    let trees = trees();
    fs::remove_file(trees.path(KAART)).unwrap();
    assert_eq!(apply(&trees.roots(), &list()[1..2]).unwrap_err().trouble, Trouble::Changed);
}

#[test]
fn a_new_file_never_overwrites_one() {
    let new = || [Change::Team(case(CaseFile::Besluit), Act::Create(Gated::fixed("nieuw\n")))];
    let path = KAART.replace("kaart", "besluit");
    let trees = Trees::new();
    trees.write(&path, "van een ander\n");
    assert_eq!(apply(&trees.roots(), &new()).unwrap_err().trouble, Trouble::Exists);
    // Another one comes between the look and the rename.
    for (text, expected) in [("van een ander\n", Err(Trouble::Exists)), ("nieuw\n", Ok(vec![Done::Before]))] {
        let trees = Trees::new();
        let done = apply_with(&trees.roots(), &new(), &mut |step| {
            if step == Step::Place {
                trees.write(&path, text);
            }
            Ok(())
        });
        assert_eq!(done.map_err(|error| error.trouble), expected);
        assert_eq!(trees.files(), BTreeMap::from([(path.clone(), text.to_owned())]));
    }
}

#[test]
fn two_at_once_never_lose_or_mix_what_was_written() {
    let trees = Trees::new();
    let results: Vec<_> = std::thread::scope(|scope| {
        let work = |text: &'static str| {
            let trees = &trees;
            scope.spawn(move || {
                let changes = [Change::Team(case(CaseFile::Besluit), Act::Create(Gated::fixed(text)))];
                apply(&trees.roots(), &changes).map_err(|error| error.trouble)
            })
        };
        let workers: Vec<_> = ["een\n", "twee\n", "drie\n", "vier\n"].into_iter().map(work).collect();
        workers.into_iter().map(|worker| worker.join().unwrap()).collect()
    });
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 1, "{results:?}");
    assert!(results.iter().all(|result| matches!(result, Ok(_) | Err(Trouble::Exists))), "{results:?}");
    assert_eq!(trees.files().len(), 1);
}

/// The way that is taken where a drive can neither rename without replacing nor link.
#[test]
fn a_name_that_is_claimed_first_never_overwrites_either() {
    let trees = Trees::new();
    let root = trees.path("team");
    let at = At::fixed(Fixed::TeamLeesmij);
    let temporary = || {
        let place = Place::find(&root, &at).unwrap();
        place::temporary(&place, b"nieuw\n", false, &mut |_| Ok(())).unwrap()
    };
    let place = Place::find(&root, &at).unwrap();
    assert_eq!(place.claim_and_put(temporary()), Ok(()));
    assert_eq!(place.claim_and_put(temporary()), Err(Trouble::Exists));
    assert_eq!(trees.files(), BTreeMap::from([("team/LEESMIJ.md".to_owned(), "nieuw\n".to_owned())]));
}

#[test]
fn a_place_stays_in_its_own_tree_and_a_twin_is_refused() {
    let trees = Trees::new();
    let wrong = [Change::Dossier(case(CaseFile::Kaart), Act::Create(b"Daan\n".to_vec()))];
    assert_eq!(apply(&trees.roots(), &wrong).unwrap_err().trouble, Trouble::NoTree);
    let only_team = Roots::of(Some(&trees.path("team")), None).unwrap();
    assert_eq!(apply(&only_team, &list()[..1]).unwrap_err().trouble, Trouble::NoTree);
    fs::create_dir(trees.path("dossier/rsd-1")).unwrap();
    assert_eq!(apply(&trees.roots(), &list()[..1]).unwrap_err().trouble, Trouble::Twin);
    trees.write("team/Leesmij.md", "x\n");
    let leesmij = [Change::Team(At::fixed(Fixed::TeamLeesmij), Act::Create(Gated::fixed("nieuw\n")))];
    assert_eq!(apply(&trees.roots(), &leesmij).unwrap_err().trouble, Trouble::Twin);
    assert_eq!(trees.files().len(), 1);
}

#[test]
fn a_file_where_a_folder_belongs_and_the_other_way_round() {
    let trees = Trees::new();
    trees.write("team/vergaderingen", "x\n");
    assert_eq!(apply(&trees.roots(), &list()[2..3]).unwrap_err().trouble, Trouble::OtherKind);
    fs::create_dir_all(trees.path("dossier/RSD-1/koppeling.yaml")).unwrap();
    assert_eq!(apply(&trees.roots(), &list()[..1]).unwrap_err().trouble, Trouble::OtherKind);
}

#[cfg(unix)]
mod on_unix {
    use super::*;
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    fn mode(path: &Path) -> u32 {
        path.symlink_metadata().unwrap().permissions().mode() & 0o7777
    }

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    #[test]
    fn a_dossier_is_of_its_owner_and_a_teams_file_goes_with_its_folder() {
        let trees = trees();
        set_mode(&trees.path("team"), 0o2775);
        set_mode(&trees.path(KAART), 0o640);
        apply(&trees.roots(), &list()).unwrap();
        assert_eq!(mode(&trees.path("dossier/RSD-1/koppeling.yaml")), 0o600);
        assert_eq!(mode(&trees.path("dossier/RSD-1/kaart.yaml")), 0o600);
        assert_eq!(mode(&trees.path(KAART)), 0o640);
        let other = Trees::new();
        set_mode(&other.path("team"), 0o2775);
        apply(&other.roots(), &list()[2..3]).unwrap();
        apply(&other.roots(), &list()[..1]).unwrap();
        assert_eq!(mode(&other.path("team/vergaderingen/2026-03-12")), 0o2775);
        assert_eq!(mode(&other.path(&KAART.replace("kaart", "verwacht"))), 0o664);
        assert_eq!(mode(&other.path("dossier/RSD-1")), 0o700);
    }

    #[test]
    fn the_temporary_file_of_a_dossier_is_never_open_to_others() {
        let trees = trees();
        let mut looked = 0;
        apply_with(&trees.roots(), &list()[..1], &mut |step| {
            if step == Step::Write || step == Step::Place {
                let names = fs::read_dir(trees.path("dossier/RSD-1")).unwrap().map(|entry| entry.unwrap().path());
                let temporary = names.into_iter().find(|path| path.to_str().unwrap().contains(".tmp")).unwrap();
                assert_eq!(mode(&temporary), 0o600);
                looked += 1;
            }
            Ok(())
        })
        .unwrap();
        assert_eq!(looked, 2);
    }

    /// A link at each part of the way, to a folder or a file outside and to nothing.
    #[test]
    fn no_link_is_followed_wherever_it_was_planted() {
        let parts = ["team/vergaderingen", "team/vergaderingen/2026-03-12", "team/vergaderingen/2026-03-12/7k3f-9qxr"];
        let file = KAART.replace("kaart", "verwacht");
        for (part, target) in
            parts.into_iter().chain([file.as_str()]).flat_map(|part| [(part, "elders"), (part, "niets")])
        {
            let trees = Trees::new();
            if target == "elders" && part == file {
                trees.write(target, "elders\n");
            } else if target == "elders" {
                fs::create_dir(trees.path(target)).unwrap();
            }
            fs::create_dir_all(trees.path(part).parent().unwrap()).unwrap();
            symlink(trees.path(target), trees.path(part)).unwrap();
            let before = trees.files();
            assert_eq!(apply(&trees.roots(), &list()[2..3]).unwrap_err().trouble, Trouble::Link, "{part} {target}");
            assert_eq!(trees.files(), before, "{part} {target}");
            assert!(!trees.path("niets").exists());
        }
        // What is replaced or taken away may have become a link after it was read.
        for (at, path) in [(1, KAART), (4, INGETROKKEN)] {
            let trees = trees();
            let text = fs::read_to_string(trees.path(path)).unwrap();
            trees.write("elders", &text);
            let error = apply_with(&trees.roots(), &list()[at..=at], &mut |step| {
                if step == Step::Look {
                    fs::remove_file(trees.path(path))?;
                    symlink(trees.path("elders"), trees.path(path))?;
                }
                Ok(())
            });
            assert_eq!(error.unwrap_err().trouble, Trouble::Link);
            assert_eq!(fs::read_to_string(trees.path("elders")).unwrap(), text);
        }
    }

    #[test]
    fn a_folder_without_rights_is_said_and_left_as_it_is() {
        let trees = trees();
        let before = trees.files();
        set_mode(&trees.path("dossier/RSD-1"), 0o500);
        let is_root = fs::write(trees.path("dossier/RSD-1/proef"), "").is_ok();
        if is_root {
            // Root may write everywhere; `tests/cli_init.rs` runs the program as nobody.
            fs::remove_file(trees.path("dossier/RSD-1/proef")).unwrap();
        } else {
            assert_eq!(apply(&trees.roots(), &list()).unwrap_err().trouble, Trouble::NotAllowed);
            assert_eq!(trees.files(), before);
        }
        set_mode(&trees.path("dossier/RSD-1"), 0o700);
    }
}

#[test]
fn an_error_carries_no_value() {
    let trees = Trees::new();
    trees.write("dossier/RSD-1/koppeling.yaml", "Daan\n");
    let error = apply(&trees.roots(), &list()).unwrap_err();
    let said = format!("{error} {error:?}");
    assert!(!said.contains("RSD") && !said.contains("Daan") && !said.contains("team"), "{said}");
}
