//! Folders that lie in each other, by every way to get there.

use super::*;
use std::fs;
use tempfile::TempDir;

/// A folder with these folders in it, and a marker in those that end in one.
fn folders(paths: &[&str]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for path in paths {
        let path = folder.path().join(path);
        if path.extension().is_some() {
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, "").unwrap();
        } else {
            fs::create_dir_all(path).unwrap();
        }
    }
    folder
}

fn judged(folder: &TempDir, team: &str, dossier: &str) -> Result<(), TooClose> {
    apart(&folder.path().join(team), &folder.path().join(dossier))
}

#[test]
fn side_by_side_is_apart() {
    let folder = folders(&["team/regio.yaml", "dossier/dossier.yaml", "team-oud/x.yaml"]);
    assert_eq!(judged(&folder, "team", "dossier"), Ok(()));
    assert_eq!(judged(&folder, "team", "team-oud"), Ok(()));
    assert_eq!(judged(&folder, "team", "nieuw/in/nieuw"), Ok(()));
}

#[test]
fn neither_lies_in_the_other() {
    let folder = folders(&["team/regio.yaml", "team/a/dossier", "dossier/dossier.yaml", "dossier/a/team"]);
    assert_eq!(judged(&folder, "team", "team"), Err(TooClose::DossierInTeam));
    assert_eq!(judged(&folder, "team", "team/a/dossier"), Err(TooClose::DossierInTeam));
    assert_eq!(judged(&folder, "team", "team/nieuw"), Err(TooClose::DossierInTeam));
    assert_eq!(judged(&folder, "team", "team/../dossier/../team/a"), Err(TooClose::DossierInTeam));
    assert_eq!(judged(&folder, "dossier/a/team", "dossier"), Err(TooClose::TeamInDossier));
    assert_eq!(judged(&folder, "dossier/nieuw", "dossier"), Err(TooClose::TeamInDossier));
    // Also when the other tree is not the one that the command knows of.
    let path = |path: &str| folder.path().join(path);
    assert!(matches!(Roots::of(None, Some(&path("team/a"))), Err(TooClose::DossierInTeam)));
    assert!(matches!(Roots::of(Some(&path("dossier/a")), None), Err(TooClose::TeamInDossier)));
    assert!(Roots::of(None, Some(&path("dossier"))).is_ok());
}

#[test]
fn one_git_work_tree_may_not_hold_both() {
    let folder = folders(&["werk/.git", "werk/team", "werk/dossier", "eigen/.git", "eigen/team", "werk/diep/.git"]);
    assert_eq!(judged(&folder, "werk/team", "werk/dossier"), Err(TooClose::OneGit));
    assert_eq!(judged(&folder, "werk/team", "werk/nieuw/dossier"), Err(TooClose::OneGit));
    assert_eq!(judged(&folder, "eigen/team", "werk/dossier"), Ok(()));
    assert_eq!(judged(&folder, "werk/diep", "werk/dossier"), Ok(()));
    // A linked work tree has a file in place of the folder.
    fs::create_dir_all(folder.path().join("los/a")).unwrap();
    fs::write(folder.path().join("los/.git"), "gitdir: elders\n").unwrap();
    assert_eq!(judged(&folder, "los/a", "los/b"), Err(TooClose::OneGit));
}

#[cfg(unix)]
#[test]
fn a_link_does_not_hide_where_a_folder_is() {
    use std::os::unix::fs::symlink;
    let folder =
        folders(&["team/regio.yaml", "team/a/dossier", "dossier/dossier.yaml", "werk/.git", "werk/team", "werk/b"]);
    let link = |to: &str, name: &str| symlink(folder.path().join(to), folder.path().join(name)).unwrap();
    link("team/a/dossier", "mijn");
    link("team", "ook-team");
    link("werk/b", "los");
    link("nergens", "leeg");
    assert_eq!(judged(&folder, "team", "mijn"), Err(TooClose::DossierInTeam));
    assert_eq!(judged(&folder, "ook-team", "team/a/dossier"), Err(TooClose::DossierInTeam));
    assert_eq!(judged(&folder, "ook-team", "mijn/nieuw"), Err(TooClose::DossierInTeam));
    assert_eq!(judged(&folder, "werk/team", "los"), Err(TooClose::OneGit));
    assert_eq!(judged(&folder, "team", "leeg"), Err(TooClose::Unknown));
}

#[test]
fn a_folder_is_made_in_a_folder_that_is_there() {
    let folder = folders(&["bestaat/x.yaml"]);
    let path = |path: &str| folder.path().join(path);
    let roots = Roots::of(Some(&path("team")), Some(&path("bestaat"))).unwrap();
    assert_eq!((roots.make(Zone::Team), roots.make(Zone::Dossier)), (Ok(()), Ok(())));
    assert!(path("team").is_dir());
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        assert_eq!(path("bestaat").metadata().unwrap().permissions().mode() & 0o777, 0o700);
    }
    let deep = Roots::of(Some(&path("geen/map/team")), None).unwrap();
    assert!(deep.make(Zone::Team).is_err() && !path("geen").exists());
}
