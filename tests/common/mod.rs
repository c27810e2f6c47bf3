//! The good trees of `tests/goed/`, in a copy of their own, and what is laid over them.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use chrono::NaiveDate;
use serde_yaml::{Mapping, Value};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vt::rules::{Example, Finding, Options, Report, Scope, check_tree};
use vt::store::{Root, Zone};

/// The card of the dossier.
pub const DOSSIERKAART: &str = "RSD-2026-00412/kaart.yaml";
/// The same card as the team sees it.
pub const TEAMKAART: &str = "vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml";

/// A discussion that was held.
pub const BESPREKING: &str = "vergaderingen/2026-01-15/pqtw-3kz3/bespreking.yaml";

/// The day on which the good trees are checked: one before the last day to hand in.
#[must_use]
pub fn today() -> NaiveDate {
    day("2026-03-04")
}

#[must_use]
pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// How the good trees are checked: the dossier's card as if handed in for 12 March.
#[must_use]
pub fn options() -> Options {
    Options { today: today(), past_too: false, scope: Scope::All, meeting: Some(day("2026-03-12")) }
}

/// A team's folder and a dossier side by side, which nothing is wrong with.
pub struct Good {
    folder: TempDir,
}

impl Good {
    /// A fresh copy of `tests/goed/`.
    #[must_use]
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goed");
        for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
            let to = folder.path().join(entry.path().strip_prefix(&from).unwrap());
            if entry.file_type().is_dir() {
                fs::create_dir_all(to).unwrap();
            } else {
                fs::copy(entry.path(), to).unwrap();
            }
        }
        Self { folder }
    }

    /// A fresh copy with an example laid over it, and the tree that the example is about.
    #[must_use]
    pub fn with(example: &Example) -> (Self, Zone) {
        let good = Self::new();
        let zone = match example {
            Example::Dossierkaart(patch) => {
                good.lay(Zone::Dossier, DOSSIERKAART, patch);
                Zone::Dossier
            }
            Example::Teamkaart(patch) => {
                good.lay(Zone::Team, TEAMKAART, patch);
                Zone::Team
            }
            Example::Bespreking(patch) => {
                good.lay(Zone::Team, BESPREKING, patch);
                Zone::Team
            }
            Example::Regio(patch) => {
                good.lay(Zone::Team, "regio.yaml", patch);
                Zone::Team
            }
            Example::Teammap(files) => {
                good.write_all(Zone::Team, files);
                Zone::Team
            }
            Example::Dossiermap(files) => {
                good.write_all(Zone::Dossier, files);
                Zone::Dossier
            }
        };
        (good, zone)
    }

    /// The root of one of the trees.
    #[must_use]
    pub fn root(&self, zone: Zone) -> Root {
        let name = match zone {
            Zone::Team => "teammap",
            Zone::Dossier => "dossier",
        };
        Root { zone, path: self.folder.path().join(name) }
    }

    /// Where a file of a tree lies.
    #[must_use]
    pub fn path(&self, zone: Zone, file: &str) -> PathBuf {
        self.root(zone).path.join(file)
    }

    #[must_use]
    pub fn read(&self, zone: Zone, file: &str) -> String {
        fs::read_to_string(self.path(zone, file)).unwrap()
    }

    /// Writes a whole file; an empty text takes it away.
    pub fn write(&self, zone: Zone, file: &str, text: &str) {
        let path = self.path(zone, file);
        if text.is_empty() {
            fs::remove_file(path).ok();
            return;
        }
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub fn write_all(&self, zone: Zone, files: &[(&str, &str)]) {
        for (file, text) in files {
            self.write(zone, file, text);
        }
    }

    /// Lays keys over a file: a map of the patch is laid over the map that stands there, any
    /// other value takes its place, and `null` takes the key away.
    pub fn lay(&self, zone: Zone, file: &str, patch: &str) {
        let mut keys: Mapping = serde_yaml::from_str(&self.read(zone, file)).unwrap();
        lay_over(&mut keys, serde_yaml::from_str(patch).unwrap());
        self.write(zone, file, &serde_yaml::to_string(&keys).unwrap());
    }

    /// Puts other words in the place of words that stand in a file once.
    pub fn replace(&self, zone: Zone, file: &str, from: &str, to: &str) {
        let text = self.read(zone, file);
        assert_eq!(text.matches(from).count(), 1, "{from}");
        self.write(zone, file, &text.replace(from, to));
    }

    /// Checks one of the trees.
    #[must_use]
    pub fn check(&self, zone: Zone) -> Report {
        check_tree(&self.root(zone), &options())
    }

    /// Every file of a tree, from its root.
    #[must_use]
    pub fn files(&self, zone: Zone) -> Vec<String> {
        let root = self.root(zone).path;
        let entries = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter().map(Result::unwrap);
        let files = entries.filter(|entry| entry.file_type().is_file());
        files.map(|entry| entry.path().strip_prefix(&root).unwrap().to_str().unwrap().to_owned()).collect()
    }
}

/// Lays keys over a map; see `Good::lay`.
pub fn lay_over(keys: &mut Mapping, patch: Mapping) {
    for (key, value) in patch {
        match (keys.get_mut(&key), value) {
            (_, Value::Null) => {
                keys.remove(&key);
            }
            (Some(Value::Mapping(below)), Value::Mapping(patch)) => lay_over(below, patch),
            (_, value) => {
                keys.insert(key, value);
            }
        }
    }
}

/// A finding in a few words, for the message of a test that fails.
#[must_use]
pub fn shown(finding: &Finding) -> String {
    let key = finding.key.as_ref().map(ToString::to_string).unwrap_or_default();
    format!("{} {}:{key} {}", finding.rule.id, finding.file, finding.message)
}

#[must_use]
pub fn all_shown(report: &Report) -> Vec<String> {
    report.findings.iter().map(shown).collect()
}

/// The keys at which a rule found something in a file; an empty text for the file as a whole.
#[must_use]
pub fn keys_of(report: &Report, rule: &str, file: &str) -> Vec<String> {
    let own = report.findings.iter().filter(|finding| finding.rule.id == rule && finding.file == file);
    own.map(|finding| finding.key.as_ref().map(ToString::to_string).unwrap_or_default()).collect()
}
