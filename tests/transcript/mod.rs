//! A command as people see it: both streams and the exit status, in a folder of its own.

#![allow(dead_code, reason = "each test file uses its own part")]
#![allow(clippy::unwrap_used, reason = "clippy knows a test function as a test, its helpers not")]

use crate::common::Good;
use std::any::Any;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use vt::store::Zone;

/// A folder in which commands are run, on Wednesday 4 March 2026.
pub struct Place {
    root: PathBuf,
    here: PathBuf,
    /// Goes away together with the place.
    _kept: Box<dyn Any>,
}

/// What a command gave.
pub struct Ran {
    pub stdout: String,
    pub stderr: String,
    pub status: i32,
}

impl Place {
    /// An empty folder with these files in it.
    pub fn with(files: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().to_owned();
        let place = Self { here: root.clone(), root, _kept: Box::new(folder) };
        for (path, text) in files {
            place.write(path, text.as_bytes());
        }
        place
    }

    /// The good trees: `teammap` and `dossier`.
    pub fn good() -> Self {
        let good = Good::new();
        let root = good.root(Zone::Team).path.parent().unwrap().to_owned();
        Self { here: root.clone(), root, _kept: Box::new(good) }
    }

    /// The team's folder of the examples, without its meetings.
    pub fn example() -> Self {
        Self::of_example(false)
    }

    /// The whole team's folder of the examples.
    pub fn whole_example() -> Self {
        Self::of_example(true)
    }

    /// The dossier and the team's folder of the examples, each outside the other.
    pub fn both_examples() -> Self {
        let place = Self::with(&[]);
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
        for (tree, to) in [("dossier", "dossier"), ("west-brabant-west", "team")] {
            for entry in walkdir::WalkDir::new(from.join(tree)).into_iter().map(Result::unwrap) {
                let path = entry.path().strip_prefix(from.join(tree)).unwrap().to_str().unwrap().replace('\\', "/");
                if entry.file_type().is_file() {
                    place.write(&format!("{to}/{path}"), &std::fs::read(entry.path()).unwrap());
                }
            }
        }
        place.edit("dossier/dossier.yaml", "team: ../west-brabant-west", "team: ../team");
        place
    }

    fn of_example(has_meetings: bool) -> Self {
        let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/west-brabant-west");
        let place = Self::with(&[]);
        for entry in walkdir::WalkDir::new(&from).into_iter().map(Result::unwrap) {
            let path = entry.path().strip_prefix(&from).unwrap().to_str().unwrap().replace('\\', "/");
            if entry.file_type().is_file() && (has_meetings || !path.starts_with("vergaderingen")) {
                place.write(&path, &std::fs::read(entry.path()).unwrap());
            }
        }
        place
    }

    pub fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    pub fn write(&self, path: &str, bytes: &[u8]) {
        let path = self.path(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, bytes).unwrap();
    }

    /// Changes a file; what is changed must stand there.
    pub fn edit(&self, path: &str, from: &str, to: &str) {
        let text = std::fs::read_to_string(self.path(path)).unwrap();
        assert!(text.contains(from), "{from} does not stand in {path}");
        self.write(path, text.replace(from, to).as_bytes());
    }

    /// The text of a file.
    pub fn read(&self, path: &str) -> String {
        std::fs::read_to_string(self.path(path)).unwrap()
    }

    /// Every file with its text.
    pub fn tree(&self) -> BTreeMap<String, String> {
        let files = walkdir::WalkDir::new(&self.root).into_iter().map(Result::unwrap);
        let files = files.filter(|entry| entry.file_type().is_file());
        let named = files.map(|file| {
            let path = file.path().strip_prefix(&self.root).unwrap().to_str().unwrap().replace('\\', "/");
            (path, std::fs::read_to_string(file.path()).unwrap())
        });
        named.collect()
    }

    /// A command at another moment, with what comes in on stdin.
    pub fn at(&self, moment: &str, words: &[&str], stdin: &str) -> Ran {
        let mut command = self.command("vt");
        command.env("VT_KLOK", moment).args(words).write_stdin(stdin);
        Ran::of(command)
    }

    /// The same files, from another folder.
    pub fn inside(mut self, path: &str) -> Self {
        self.here = self.path(path);
        self
    }

    /// The command, not yet run.
    pub fn command(&self, line: &str) -> assert_cmd::Command {
        let mut command = assert_cmd::Command::cargo_bin("vt").unwrap();
        command.current_dir(&self.here).env("VT_KLOK", "2026-03-04T10:00:00+01:00");
        for name in ["VT_MAP", "VT_DOSSIER", "NO_COLOR", "COLUMNS", "TERM"] {
            command.env_remove(name);
        }
        command.args(line.split_whitespace().skip(1));
        command
    }

    /// Runs a command line; words are parted by spaces, the first is `vt`.
    pub fn run(&self, line: &str) -> Ran {
        Ran::of(self.command(line))
    }

    /// A command line and what it gave, as a transcript.
    pub fn show(&self, line: &str) -> String {
        self.run(line).show(line)
    }
}

/// The files that came, changed or went between two moments, with what stands in them now.
pub fn changed(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> String {
    let came = after.iter().filter(|(path, text)| before.get(*path) != Some(text));
    let came = came.map(|(path, text)| format!("== {path}\n{text}"));
    let gone = before.keys().filter(|path| !after.contains_key(*path)).map(|path| format!("== {path}: weg\n"));
    came.chain(gone).collect()
}

/// As [`changed`]; of a file that was there only the lines that went and came.
pub fn changed_lines(before: &BTreeMap<String, String>, after: &BTreeMap<String, String>) -> String {
    let only = |text: &str, other: &str, sign: char| -> String {
        let other: Vec<&str> = other.lines().collect();
        let lines = text.lines().filter(|line| !other.contains(line));
        lines.map(|line| format!("{sign} {line}\n")).collect::<Vec<_>>().concat()
    };
    let came = after.iter().filter(|(path, text)| before.get(*path) != Some(text));
    let came = came.map(|(path, text)| match before.get(path) {
        Some(was) => format!("== {path}\n{}{}", only(was, text, '-'), only(text, was, '+')),
        None => format!("== {path}\n{text}"),
    });
    let gone = before.keys().filter(|path| !after.contains_key(*path)).map(|path| format!("== {path}: weg\n"));
    came.chain(gone).collect()
}

impl Ran {
    pub fn of(mut command: assert_cmd::Command) -> Self {
        let output = command.output().unwrap();
        Self {
            stdout: String::from_utf8(output.stdout).unwrap(),
            stderr: String::from_utf8(output.stderr).unwrap(),
            status: output.status.code().unwrap(),
        }
    }

    pub fn show(&self, line: &str) -> String {
        let stderr = self.stderr.lines().flat_map(|line| ["stderr: ", line, "\n"]).collect::<String>();
        for line in self.stdout.lines().chain(self.stderr.lines()) {
            assert_eq!(line, line.trim_end(), "white space at the end of a line");
            let is_long = line.chars().count() > 80;
            assert!(!is_long || !line.trim_start().contains("  "), "longer than 80: {line}");
        }
        format!("$ {line}\n{}{stderr}status {}", self.stdout, self.status)
    }
}
