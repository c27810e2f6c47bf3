//! A team's folder of its own for one test: the good region and roster, and what is laid
//! into it. Rows of the table and of the agenda as short texts.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use crate::common::{day, lay_over};
use serde_json::Value;
use serde_yaml::Mapping;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use vt::agenda::Agenda;
use vt::model::Casus;
use vt::output::{Screen, ShownAgenda, agenda_json, agenda_text, show_agenda};
use vt::rules::{MeetingRead, read_meeting};
use vt::store::Folder;
use vt::tafel::{NietBezet, Plaats, Tafel};

/// The meeting that most tests are about.
pub const DAY: &str = "2026-03-12";
pub const A: &str = "7k3f-9qxr";
pub const B: &str = "pqtw-3kz3";
pub const C: &str = "2kt7-hptm";
pub const D: &str = "dr27-20t6";
pub const E: &str = "h2v8-m0cw";

/// A team's folder.
pub struct World {
    folder: TempDir,
}

impl World {
    /// The good region and its roster; no meeting, no absence.
    #[must_use]
    pub fn new() -> Self {
        let world = Self { folder: tempfile::tempdir().unwrap() };
        world.file("regio.yaml", &good("regio.yaml")).file("rooster/2026.yaml", &good("rooster/2026.yaml"))
    }

    #[must_use]
    pub fn root(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    /// Writes a file of the folder.
    #[must_use]
    pub fn file(self, path: &str, text: &str) -> Self {
        self.put(path, text);
        self
    }

    pub fn put(&self, path: &str, text: &str) {
        let path = self.root().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Takes a file away.
    #[must_use]
    pub fn without(self, path: &str) -> Self {
        fs::remove_file(self.root().join(path)).unwrap();
        self
    }

    /// Lays keys over the region.
    #[must_use]
    pub fn regio(self, patch: &str) -> Self {
        let text = laid(&fs::read_to_string(self.root().join("regio.yaml")).unwrap(), patch);
        self.file("regio.yaml", &text)
    }

    /// A good card of a case in a meeting, with keys laid over it.
    #[must_use]
    pub fn card(self, meeting: &str, casus: &str, patch: &str) -> Self {
        self.file(&format!("vergaderingen/{meeting}/{casus}/kaart.yaml"), &card(casus, patch))
    }

    /// Another file of a case; `versie` is written for it.
    #[must_use]
    pub fn case(self, meeting: &str, casus: &str, name: &str, keys: &str) -> Self {
        self.file(&format!("vergaderingen/{meeting}/{casus}/{name}.yaml"), &format!("versie: 1\n{keys}\n"))
    }

    /// `vergadering.yaml` of the meeting.
    #[must_use]
    pub fn meeting(self, keys: &str) -> Self {
        self.file(&format!("vergaderingen/{DAY}/vergadering.yaml"), &format!("versie: 1\n{keys}\n"))
    }

    #[must_use]
    pub fn read(&self, meeting: &str) -> MeetingRead {
        read_meeting(&Folder::new(&self.root()), day(meeting)).unwrap_or_else(|_| panic!("the region can be read"))
    }

    #[must_use]
    pub fn agenda(&self) -> Agenda {
        self.agenda_of(DAY)
    }

    #[must_use]
    pub fn agenda_of(&self, meeting: &str) -> Agenda {
        Agenda::of(&self.read(meeting), day(meeting))
    }

    #[must_use]
    pub fn shown(&self) -> ShownAgenda {
        let reading = self.read(DAY);
        show_agenda(Agenda::of(&reading, day(DAY)), &reading.team)
    }

    #[must_use]
    pub fn tafel(&self) -> Tafel {
        vt::tafel::tafel(&self.read(DAY).team, day(DAY))
    }

    #[must_use]
    pub fn text(&self) -> String {
        let mut out = Vec::new();
        agenda_text(&self.shown(), &Screen::default(), &mut out).unwrap();
        String::from_utf8(out).unwrap()
    }

    #[must_use]
    pub fn json(&self) -> Value {
        let mut out = Vec::new();
        agenda_json(&self.shown(), &mut out).unwrap();
        serde_json::from_slice(&out).unwrap()
    }

    /// Runs the command: status, stdout, stderr.
    #[must_use]
    pub fn vt(&self, arguments: &[&str]) -> (i32, String, String) {
        vt(&self.root(), arguments)
    }
}

/// Runs `vt` with `--map` on a folder.
#[must_use]
pub fn vt(map: &Path, arguments: &[&str]) -> (i32, String, String) {
    let mut command = assert_cmd::Command::cargo_bin("vt").unwrap();
    let command = command.env_clear().arg("--map").arg(map).args(arguments);
    let output = command.output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

fn good(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/goed/teammap").join(file)).unwrap()
}

/// A text of YAML with keys laid over it.
fn laid(text: &str, patch: &str) -> String {
    let mut keys: Mapping = serde_yaml::from_str(text).unwrap();
    if !patch.is_empty() {
        lay_over(&mut keys, serde_yaml::from_str(patch).unwrap());
    }
    serde_yaml::to_string(&keys).unwrap()
}

/// The text of a good card with keys laid over it.
#[must_use]
pub fn card(casus: &str, patch: &str) -> String {
    let own = laid(&good("vergaderingen/2026-03-12/7k3f-9qxr/kaart.yaml"), &format!("casus: {casus}"));
    laid(&own, patch)
}

#[must_use]
pub fn casus(text: &str) -> Casus {
    text.parse().unwrap_or_else(|_| panic!("{text} is no casus"))
}

/// A place as `rol organisatie expertise (naam): redenen for rol organisatie [casus]`.
#[must_use]
pub fn place(plaats: &Plaats) -> String {
    let mut parts = vec![word(&plaats.rol)];
    parts.extend([&plaats.organisatie, &plaats.expertise].into_iter().flatten().cloned());
    parts.extend(plaats.naam.as_ref().map(|naam| format!("({naam})")));
    let reasons: Vec<String> = plaats.redenen.iter().map(word).collect();
    let mut text = format!("{}: {}", parts.join(" "), reasons.join("+"));
    if let Some((rol, organisatie)) = &plaats.vervangt {
        text = format!("{text} for {} {organisatie}", word(rol));
    }
    with_cases(text, plaats.voor.as_deref())
}

fn with_cases(text: String, voor: Option<&[Casus]>) -> String {
    let Some(voor) = voor else { return text };
    let voor: Vec<String> = voor.iter().map(ToString::to_string).collect();
    format!("{text} [{}]", voor.join(" "))
}

/// A value that JSON writes as one word.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).unwrap().as_str().unwrap().to_owned()
}

/// A seat that stays empty as `rol groep organisatie waarom [casus]`.
#[must_use]
pub fn empty(seat: &NietBezet) -> String {
    let parts = [Some(word(&seat.rol)), seat.groep.clone(), seat.organisatie.clone(), Some(word(&seat.waarom))];
    with_cases(parts.into_iter().flatten().collect::<Vec<_>>().join(" "), seat.voor.as_deref())
}

/// Everyone at a table.
#[must_use]
pub fn places(tafel: &Tafel) -> Vec<String> {
    tafel.plaatsen.iter().map(place).collect()
}

/// Who sits the whole meeting.
#[must_use]
pub fn whole(tafel: &Tafel) -> Vec<String> {
    tafel.plaatsen.iter().filter(|plaats| plaats.voor.is_none()).map(place).collect()
}

/// Who comes for some cases.
#[must_use]
pub fn for_cases(tafel: &Tafel) -> Vec<String> {
    tafel.plaatsen.iter().filter(|plaats| plaats.voor.is_some()).map(place).collect()
}

#[must_use]
pub fn empties(tafel: &Tafel) -> Vec<String> {
    tafel.niet_bezet.iter().map(empty).collect()
}

/// The minimum as `eis=door`.
#[must_use]
pub fn minimum(tafel: &Tafel) -> Vec<String> {
    tafel.minimum.iter().map(|(eis, door)| format!("{}={}", word(eis), door.as_deref().unwrap_or("-"))).collect()
}
